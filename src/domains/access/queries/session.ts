import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import { intervalsTaken, timesTaken, type TimesTaken } from './taken.ts';
import type { PlanPart } from '../plan.ts';

/** A session as the day's list shows it; what is taken is counted, never by whom. */
export interface ListedSession {
  readonly id: string;
  readonly practiceId: string;
  readonly practiceName: string;
  readonly siteName: string | null;
  readonly clinicianId: string;
  readonly clinicianName: string;
  readonly roleName: string;
  readonly mode: string;
  readonly kind: string;
  readonly day: Temporal.PlainDate;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly slotMinutes: number;
  readonly plan: readonly PlanPart[] | null;
  /** Whether every visit of it takes a room of its site. */
  readonly needsRoom: boolean;
  readonly places: number;
  readonly status: 'open' | 'cancelled';
  readonly bookings: number;
  /** Whether the clinician's time with the group has ended by that day. */
  readonly left: boolean;
  /** Lengths of appointments that are taken. */
  readonly taken: number;
}

const listed = (of: { day: Temporal.PlainDate; practice: string } | { id: string }) => {
  const chosen =
    'id' in of
      ? sql`s.id = ${of.id}`
      : sql`s.day = ${of.day}::date and s.practice_id = any ((select platform.sees('session'))::text[])
          and (${of.practice} = '' or s.practice_id = ${of.practice})`;
  return sql`
    with chosen as materialized (select s.* from access.session s where s.group_id = platform.current_group() and ${chosen})
    select s.id, s.practice_id as "practiceId", p.name as "practiceName", t.name as "siteName", s.clinician_id as "clinicianId", c.name as "clinicianName",
      r.short_name as "roleName", s.mode, s.kind, s.day, s.starts_at as "startsAt", s.ends_at as "endsAt", s.slot_minutes as "slotMinutes", s.status,
      s.plan, s.needs_room as "needsRoom", coalesce(json_array_length(b.from_minutes), 0) as bookings,
      case when s.plan is null then floor(extract(epoch from s.ends_at - s.starts_at) / 60 / s.slot_minutes) else access.plan_places(s.plan, 0) end::integer as places, not network.in_force(c.valid_from, c.valid_to, s.day) as left,
      coalesce((select sum(case when s.plan is null then ceil((u.upto - u.since)::numeric / s.slot_minutes) else 1 end) from (
        select json_array_elements_text(b.from_minutes)::integer as since, json_array_elements_text(b.to_minutes)::integer as upto) u), 0)::integer as taken
    from chosen s join network.practice p on p.id = s.practice_id join workforce.clinician c on c.id = s.clinician_id
    join workforce.clinician_role r on r.code = s.role left join network.branch_site t on t.id = s.site_id
    left join access.visits_in((select array_agg(k.id) from chosen k)) b on b.session_id = s.id
    order by p.name, p.id, c.name, c.id, s.starts_at, s.id`;
};

/** The sessions of a day at the practices the actor sees, or at one of them, by practice, clinician and time. */
export async function sessionsOn(
  tx: Queryable,
  asked: { day: Temporal.PlainDate; practice: string },
): Promise<ListedSession[]> {
  return tx.rows<ListedSession>(listed(asked));
}

/** One session the actor sees. */
export async function sessionById(tx: Queryable, id: string): Promise<ListedSession | undefined> {
  return tx.maybe<ListedSession>(listed({ id }));
}

/** The open sessions of a clinician at the same place and times of day in the weeks after a session, its own in front. */
export async function sessionRun(tx: Queryable, id: string, weeks: number): Promise<ListedSession[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    select o.id from access.session s join access.session o on o.clinician_id = s.clinician_id and o.practice_id = s.practice_id and o.status = 'open'
      and o.day - s.day = any (array(select 7 * n from generate_series(0, ${weeks}::integer - 1) n))
      and (o.starts_at at time zone 'Europe/London')::time = (s.starts_at at time zone 'Europe/London')::time
      and o.ends_at - o.starts_at = s.ends_at - s.starts_at
    where s.id = ${id} and s.status = 'open' order by o.day`);
  const found: ListedSession[] = [];
  for (const row of rows) {
    const session = await sessionById(tx, row.id);
    if (session) found.push(session);
  }
  return found;
}

/** Visits booked into a session that would not stand in another plan. */
export async function unfitIn(tx: Queryable, id: string, plan: readonly PlanPart[]): Promise<number> {
  const { count } = await tx.one<{ count: number }>(
    sql`select access.unfit(${id}, ${JSON.stringify(plan)}::jsonb) as count`,
  );
  return count;
}

/** What is taken of a session, in minutes after its start, in order. */
export async function takenOf(tx: Queryable, id: string): Promise<{ from: number; to: number }[]> {
  const found = await tx.maybe<TimesTaken & { startsAt: number }>(sql`
    select extract(epoch from s.starts_at)::bigint * 1000 as "startsAt", ${timesTaken} from access.session s
    left join access.clinician_day d on d.clinician_id = s.clinician_id and d.day = s.day
    left join access.visits_in(array[${id}::uuid]) v on true where s.id = ${id}`);
  if (!found) return [];
  const after = (at: number): number => (at - found.startsAt) / 60_000;
  return intervalsTaken(found).map(([from, to]) => ({ from: after(from), to: after(to) }));
}

/** The GP who supervises a session's clinician on its day, by name; undefined where nobody has to, or does. */
export async function supervisorOf(tx: Queryable, id: string): Promise<string | undefined> {
  const found = await tx.maybe<{ name: string }>(sql`
    select c.name from access.session s join workforce.clinician c on c.id = workforce.supervisor_on(s.clinician_id, s.day) where s.id = ${id}`);
  return found?.name;
}

/** Waits for bookings that are being made on the day of a session's clinician, and holds off others, until the transaction ends. */
export async function holdSession(tx: Queryable, id: string): Promise<void> {
  await tx.rows(sql`select access.hold_day(s.clinician_id, s.day) from access.session s where s.id = ${id}`);
}

/** A practice the actor may open sessions at, with its sites. */
export interface SessionPractice {
  readonly id: string;
  readonly name: string;
  readonly sites: readonly { value: string; text: string }[];
}

/** The practices of the acting group whose sessions the actor sees, with the sites in use. */
export async function sessionPractices(tx: Queryable): Promise<SessionPractice[]> {
  return tx.rows<SessionPractice>(sql`
    select p.id, p.name, coalesce((select jsonb_agg(jsonb_build_object('value', t.id, 'text', t.name) order by not t.main, t.name)
      from network.branch_site t where t.practice_id = p.id and network.in_force(t.valid_from, t.valid_to, platform.today())), '[]') as sites
    from network.practice p where p.id = any ((select platform.sees('session'))::text[]) order by p.name, p.id`);
}

/** A clinician a session may be opened for: they work at a practice whose sessions the actor sees. */
export interface SessionClinician {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly roleName: string;
  readonly practiceId: string;
  readonly practiceName: string;
  readonly validFrom: Temporal.PlainDate;
  readonly validTo: Temporal.PlainDate | null;
}

/** Clinicians who have not left, by name. */
export async function sessionClinicians(tx: Queryable): Promise<SessionClinician[]> {
  return tx.rows<SessionClinician>(sql`
    select c.id, c.name, c.role, r.short_name as "roleName", c.practice_id as "practiceId", p.name as "practiceName", c.valid_from as "validFrom", c.valid_to as "validTo"
    from workforce.clinician c join workforce.clinician_role r on r.code = c.role join network.practice p on p.id = c.practice_id
    where c.group_id = platform.current_group() and workforce.works_in(c.id, (select platform.sees('session'))::text[])
      and (c.valid_to is null or c.valid_to > platform.today())
    order by c.name, c.id`);
}
