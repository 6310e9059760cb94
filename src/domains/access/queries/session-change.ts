import type { Queryable } from '#platform/db/database.ts';
import { sql, type Sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/transaction.ts';
import type { ChangeReason, StandingSession } from '../session-change.ts';

/** A session that a change touches, with what the page says of it. */
export interface TouchedSession extends StandingSession {
  readonly practiceId: string;
  readonly practiceName: string;
  readonly clinicianId: string;
  readonly clinicianName: string;
  readonly mode: string;
}

/** Which sessions a change is about: one, a clinician's, or a practice's, in a time. */
export type Touching =
  | { readonly sessionId: string }
  | { readonly clinicianId: string; readonly from: Temporal.Instant; readonly until: Temporal.Instant }
  | { readonly practiceId: string; readonly from: Temporal.Instant; readonly until: Temporal.Instant };

/** The most sessions one change touches: more than a large practice has in a month. */
export const mostSessions = 600;

/** Open sessions that a change is about and that are not over, of the practices the actor sees; by time. */
export async function sessionsTouched(tx: Queryable, of: Touching, now: Temporal.Instant): Promise<TouchedSession[]> {
  const which: Sql =
    'sessionId' in of
      ? sql`s.id = ${of.sessionId}`
      : sql`s.starts_at < ${of.until} and s.ends_at > ${of.from} and s.day between access.london_day(${of.from}::timestamptz) and access.london_day(${of.until}::timestamptz)
        and ${'clinicianId' in of ? sql`s.clinician_id = ${of.clinicianId}` : sql`s.practice_id = ${of.practiceId}`}`;
  return tx.rows<TouchedSession>(sql`
    select s.id, s.starts_at as "startsAt", s.ends_at as "endsAt", s.slot_minutes as "slotMinutes", s.practice_id as "practiceId", p.name as "practiceName",
      s.clinician_id as "clinicianId", c.name as "clinicianName", s.mode
    from access.session s join network.practice p on p.id = s.practice_id join workforce.clinician c on c.id = s.clinician_id
    where s.group_id = platform.current_group() and s.status = 'open' and s.ends_at > ${now}::timestamptz
      and s.practice_id = any ((select platform.sees('session'))::text[]) and ${which}
    order by s.starts_at, p.name, c.name, s.id limit ${mostSessions + 1}`);
}

/** A visit that would lose its place; who it is, is told to those alone who see the practice's patients. */
export interface LosingVisit {
  readonly bookingId: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly clinicianName: string;
  readonly practiceId: string;
  readonly practiceName: string;
  readonly mode: string;
  readonly urgent: boolean;
  readonly urgency: string | null;
  readonly dueAt: Temporal.Instant | null;
  /** Whether the patient has come already. */
  readonly here: boolean;
  readonly name: string | null;
}

/** The visits that would lose their place by a change (`changesAsJson`), by time. A name that is shown is an audited read. */
export async function visitsLosing(tx: Tx, changes: string): Promise<LosingVisit[]> {
  const rows = await tx.rows<LosingVisit & { patientId: string | null }>(sql`
    select l.booking_id as "bookingId", l.starts_at as "startsAt", l.ends_at as "endsAt", c.name as "clinicianName", l.practice_id as "practiceId",
      p.name as "practiceName", l.mode, l.kind = 'overflow' as urgent, l.urgency, l.due_at as "dueAt", l.here,
      t.given_name || ' ' || t.family_name as name, t.id as "patientId"
    from access.losing(${changes}::jsonb) l join workforce.clinician c on c.id = l.clinician_id join network.practice p on p.id = l.practice_id
    left join access.booking b on b.id = l.booking_id left join patients.patient t on t.id = b.patient_id
    order by l.starts_at, c.name, l.booking_id`);
  return rows.map(({ patientId, ...row }) => {
    if (patientId !== null) tx.read({ class: 'patient', practiceId: row.practiceId, subjectId: patientId });
    return row;
  });
}

/** A session as a change left it. */
export interface ChangedSession {
  readonly sessionId: string;
  readonly clinicianName: string;
  readonly practiceId: string;
  readonly practiceName: string;
  readonly wasStartsAt: Temporal.Instant;
  readonly wasEndsAt: Temporal.Instant;
  readonly startsAt: Temporal.Instant | null;
  readonly endsAt: Temporal.Instant | null;
}

/** A change that was made, and what became of the visits that lost their place by it, in counts. */
export interface MadeChange {
  readonly id: string;
  readonly why: ChangeReason;
  readonly madeAt: Temporal.Instant;
  readonly madeBy: string | null;
  readonly undoneAt: Temporal.Instant | null;
  readonly undoneBy: string | null;
  readonly sessions: readonly ChangedSession[];
  readonly visits: {
    readonly all: number;
    readonly open: number;
    readonly placed: number;
    readonly told: number;
    readonly putBack: number;
    readonly settled: number;
  };
}

/** A change of sessions the actor sees. */
export async function changeById(tx: Queryable, id: string): Promise<MadeChange | undefined> {
  const sessions = await tx.rows<
    ChangedSession & Pick<MadeChange, 'why' | 'madeAt' | 'madeBy' | 'undoneAt' | 'undoneBy'>
  >(sql`
    select k.session_id as "sessionId", c.name as "clinicianName", k.practice_id as "practiceId", p.name as "practiceName", k.was_starts_at as "wasStartsAt",
      k.was_ends_at as "wasEndsAt", k.starts_at as "startsAt", k.ends_at as "endsAt", k.why, k.made_at as "madeAt", m.name as "madeBy",
      k.undone_at as "undoneAt", u.name as "undoneBy"
    from access.session_change k join access.session s on s.id = k.session_id join workforce.clinician c on c.id = s.clinician_id
    join network.practice p on p.id = k.practice_id left join network.person m on m.id = k.made_by left join network.person u on u.id = k.undone_by
    where k.change_id = ${id} order by k.was_starts_at, c.name`);
  const [first] = sessions;
  if (first === undefined) return undefined;
  const visits = await tx.one<MadeChange['visits']>(
    sql`select c.open + c.placed + c.told + c.put_back + c.settled as all, c.open, c.placed, c.told, c.put_back as "putBack", c.settled from access.orphans_of(${id}) c`,
  );
  const { why, madeAt, madeBy, undoneAt, undoneBy } = first;
  return { id, why, madeAt, madeBy, undoneAt, undoneBy, sessions, visits };
}
