import type { Actor } from '#platform/auth/actor.ts';
import type { Database, Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';

const isCast = sql`exists (select from platform.setting s where s.key = 'cast' and s.value ? r.person_id::text)`;

/** The group the database was made for as a demonstration; undefined where it was not, so that nothing is ever made elsewhere. */
export async function demonstrationGroup(db: Queryable): Promise<string | undefined> {
  const row = await db.maybe<{ id: string }>(sql`
    select g.id from network.group g where g.fictional
      and exists (select from platform.setting s where s.key = 'demonstration' and s.value = 'true'::jsonb)
      and exists (select from network.fictional_roles() r where r.group_id = g.id and ${isCast})
    order by g.created_at limit 1`);
  return row?.id;
}

/** The connected program of the acting group with a name. */
export async function clientNamed(db: Queryable, name: string): Promise<string | undefined> {
  const row = await db.maybe<{ id: string }>(
    sql`select c.id from network.client c where c.group_id = platform.current_group() and c.name = ${name} and c.revoked_at is null`,
  );
  return row?.id;
}

/** A practice patients may ask, with how many they are and whether a visitor can be its navigator. */
export interface Place {
  readonly id: string;
  readonly patients: number;
  readonly cast: boolean;
}

/** The practices the actor puts requests to. */
export async function places(db: Queryable): Promise<Place[]> {
  return db.rows(sql`
    select t.id, coalesce(c.patients, 1) as patients,
      exists (select from network.role_held r where r.practice_id = t.id and r.role = 'navigator' and ${isCast}) as cast
    from network.practice t
    left join lateral (select l.patients from network.list_count l where l.practice_id = t.id order by l.counted_on desc limit 1) c on true
    where t.id = any ((select platform.sees('visit'))::text[]) order by t.id`);
}

/** What of the acting program's requests is there, how many wait, and how many red flags of them are open. */
export async function standing(
  db: Queryable,
  keys: readonly string[],
): Promise<{ made: ReadonlySet<string>; waiting: number; redFlags: number }> {
  const made = await db.rows<{ key: string }>(sql`
    select s.key from access.request_sent s where 'client ' || s.client_id = current_setting('sp.role_held') and s.key = any (${keys}::text[])`);
  const open = await db.one<{ waiting: number; redFlags: number }>(sql`
    select count(*) filter (where r.status <> 'red_flag')::int as waiting, count(*) filter (where r.status = 'red_flag')::int as "redFlags"
    from access.request_sent s join access.request r on r.id = s.request_id
    where 'client ' || s.client_id = current_setting('sp.role_held') and r.status in ('draft', 'waiting', 'red_flag')`);
  return { ...open, made: new Set(made.map(({ key }) => key)) };
}

/** A patient of a practice, the same for the same key. */
export async function somebody(
  db: Queryable,
  { practice, key, on }: { practice: string; key: string; on: Temporal.Instant },
): Promise<{ nhsNumber: string; birthDate: string; age: number; female: boolean } | undefined> {
  return db.maybe(sql`
    select p.nhs_number as "nhsNumber", p.birth_date::text as "birthDate", extract(year from age(${on}::timestamptz, p.birth_date))::int as age,
      p.sex = 'female' as female
    from patients.patient p where p.practice_id = ${practice} order by md5(p.nhs_number || ${key}) limit 1`);
}

/** A request that waits in nobody's hands. */
export interface Waiting {
  readonly id: string;
  /** The key it was sent under, where it came while the demonstration ran. */
  readonly key: string | null;
  readonly practiceId: string;
  readonly receivedAt: Temporal.Instant;
  readonly urgency: string | null;
}

/**
 * What waits and nobody has touched: what the program sent, and what was made with the demonstration and is of an earlier day.
 * What a visitor has typed in or has in hand stays theirs.
 */
export async function inNobodysHands(
  db: Queryable,
  { clientId, now }: { clientId: string; now: Temporal.Instant },
): Promise<Waiting[]> {
  const midnight = now.toZonedDateTimeISO('Europe/London').startOfDay().toInstant();
  return db.rows(sql`
    select r.id, s.key, r.practice_id as "practiceId", r.received_at as "receivedAt", r.urgency
    from access.request r left join access.request_sent s on s.request_id = r.id and s.client_id = ${clientId}
    where r.status = 'waiting' and r.taken_by is null and r.typed_by is null and r.apart = '[]'
      and (s.key is not null or r.received_at < ${midnight})
    order by r.received_at, r.id`);
}

/** Somebody fictional who answers the telephone of a practice and whom nobody can sign in as. */
export async function navigatorOf(
  db: Database,
  { practiceId, id }: { practiceId: string; id: string },
): Promise<Omit<Actor, 'groupId'> | undefined> {
  return db.maybe(sql`
    select p.id as "personId", p.name, r.id as "roleHeldId", r.role, r.practice_id as "practiceId"
    from network.fictional_roles() r cross join lateral network.person_named(r.person_id) p
    where r.practice_id = ${practiceId} and r.role = 'navigator' and not ${isCast}
      and network.in_force(r.valid_from, r.valid_to, platform.today())
    order by md5(r.id::text || ${id}) limit 1`);
}
