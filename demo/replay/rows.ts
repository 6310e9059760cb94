import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { Patient } from './work.ts';

/** Registered patients of practices, in an order that is the same for the same seed. */
export async function patientsOf(
  tx: Queryable,
  { practices, seed, most }: { practices: readonly string[]; seed: number; most: number },
): Promise<Patient[]> {
  return tx.rows<Patient>(sql`
    select p.id, p.practice_id as "practiceId", p.nhs_number as "nhsNumber", p.birth_date::text as "birthDate",
      extract(year from age(p.birth_date))::integer as age, p.sex = 'female' as female
    from patients.patient p
    where p.practice_id = any (${practices}::text[]) and p.left_on is null and p.nhs_number is not null and p.birth_date <= current_date
    order by md5(p.id::text || ${String(seed)}) limit ${most}`);
}

/** Registered patients of practices. */
export async function countPatients(tx: Queryable, practices: readonly string[]): Promise<number> {
  const { count } = await tx.one<{ count: number }>(sql`
    select count(*)::integer as count from patients.patient p where p.practice_id = any (${practices}::text[]) and p.left_on is null`);
  return count;
}

/** The practices of these names, those of a hub of that name, and all of a group of that name. */
export async function practicesNamed(tx: Queryable, name: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    select p.id from network.practice p where p.name = ${name}
    union select m.practice_id from network.hub h join network.hub_member m on m.hub_id = h.id
      and network.in_force(m.valid_from, m.valid_to, platform.today()) where h.name = ${name}`);
  return rows.map(({ id }) => id);
}

/** A request of the replayed day as the database holds it at the end. */
export interface Outcome {
  readonly id: string;
  readonly channel: string;
  readonly status: string;
  readonly urgency: string | null;
  readonly unmetReason: string | null;
  /** Whether it was met within its band: seen, or answered without a visit, by the time due; a red flag dealt with the same day; null where no time is set. */
  readonly inBand: boolean | null;
  readonly kind: 'ordinary' | 'overflow' | null;
  /** Hours from asking to the visit. */
  readonly hours: number | null;
  /** Whether the visit is with a GP, and whether with the patient's own. */
  readonly withGp: boolean | null;
  readonly ownGp: boolean | null;
  readonly elsewhere: boolean | null;
}

/** What became of requests, by the database and not by what the app answered. */
export async function outcomesOf(tx: Queryable, ids: readonly string[]): Promise<Outcome[]> {
  return tx.rows<Outcome>(sql`
    select r.id, r.channel::text as channel, r.status::text as status, r.urgency, r.unmet_reason as "unmetReason",
      case when b.id is not null then b.starts_at <= r.due_at
        when r.outcome = 'dealt_with' and r.due_at is null then access.london_day(r.ended_at) = access.london_day(r.received_at)
        when r.ended_at is not null then r.ended_at <= coalesce(r.answer_by, r.due_at) else false end as "inBand",
      b.kind::text as kind, (extract(epoch from b.starts_at - r.received_at) / 3600)::double precision as hours,
      c.role = 'gp' as "withGp", b.clinician_id = p.usual_gp_id as "ownGp", b.host_practice_id <> b.practice_id as elsewhere
    from access.request r left join access.booking b on b.request_id = r.id and b.status <> 'cancelled'
      left join workforce.clinician c on c.id = b.clinician_id left join patients.patient p on p.id = r.patient_id
    where r.id = any (${ids}::uuid[])`);
}

/** Promises broken from today on, counted from the bookings themselves: past the ordinary limit, and in two places at once. */
export interface Broken {
  readonly pastLimit: number;
  readonly clinicianTwice: number;
  readonly patientTwice: number;
}

/** Counts the broken promises in the database as it stands. */
export async function brokenPromises(tx: Queryable): Promise<Broken> {
  return tx.one<Broken>(sql`
    with b as (select * from access.booking b where b.status <> 'cancelled' and b.kind = 'ordinary' and b.day >= platform.today())
    select (select count(*)::integer from (select from b group by b.group_id, b.clinician_id, b.day
        having count(*) > coalesce(workforce.limit_on(b.group_id, b.clinician_id, b.day), 0)) t) as "pastLimit",
      (select count(*)::integer from (select b.starts_at < lag(b.ends_at) over (partition by b.clinician_id order by b.starts_at) as twice from b) t where twice) as "clinicianTwice",
      (select count(*)::integer from (select b.starts_at < lag(b.ends_at) over (partition by b.patient_id order by b.starts_at) as twice from b) t where twice) as "patientTwice"`);
}

/** Free ordinary places of a day at practices, by their sessions' times alone: what the day had to give as it began. */
export async function sessionsToday(tx: Queryable, practices: readonly string[]): Promise<number> {
  const { count } = await tx.one<{ count: number }>(sql`
    select count(*)::integer as count from access.session s
    where s.practice_id = any (${practices}::text[]) and s.day = platform.today() and s.status = 'open'`);
  return count;
}
