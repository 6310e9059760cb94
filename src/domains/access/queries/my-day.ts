import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/transaction.ts';
import type { DayVisit } from '../my-day.ts';
import type { Planned } from '../plan.ts';
import { safeContactCategories } from './contact.ts';

/** A visit of the clinician's own list, with what seeing the patient needs. */
export interface ListedVisit extends DayVisit {
  readonly practiceId: string;
  readonly practiceName: string;
  readonly hostPracticeName: string;
  readonly mode: string;
  /** Whether the clinician joins somebody else's visit; who else is there, and the room it has of its own. */
  readonly joins: boolean;
  readonly withName: string | null;
  readonly room: string | null;
  readonly arrivedAt: Temporal.Instant | null;
  readonly overflowReason: string | null;
  readonly requestId: string | null;
  readonly patientId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: Temporal.PlainDate;
  readonly sex: string;
  readonly phone: string | null;
  readonly callerPhone: string | null;
  readonly language: string;
  readonly needs: readonly { code: string; name: string }[];
  readonly words: string;
  /** What it is about by the protocol: the id of a reason of it; null where nothing says. */
  readonly about: string | null;
  /** Reached only as they chose, after a disclosure of abuse; how that is, where it is known. */
  readonly onlySafely: boolean;
  readonly safeContact: string;
  readonly ownPatient: boolean;
  /** Of the patient's last eight visits before this one, how many are known, and how many were with this clinician. */
  readonly visits: number;
  readonly visitsWithMe: number;
}

/** The actor's own visits on a day at every practice, by time; each is an audited read of the patient. */
export async function myList(tx: Tx, day: Temporal.PlainDate): Promise<ListedVisit[]> {
  const found = await tx.rows<ListedVisit>(sql`
    select l.id, l.practice_id as "practiceId", l.practice_name as "practiceName", l.host_practice_name as "hostPracticeName", l.mode, l.kind,
      l.status, l.starts_at as "startsAt", l.ends_at as "endsAt", l.window_from as "windowFrom", l.window_until as "windowUntil", l.joins, l.with_name as "withName", l.room, l.arrived_at as "arrivedAt", l.started_at as "startedAt",
      l.finished_at as "finishedAt", l.overflow_reason as "overflowReason", l.request_id as "requestId", l.patient_id as "patientId",
      l.given_name as "givenName", l.family_name as "familyName", l.birth_date as "birthDate", l.sex, l.phone, l.caller_phone as "callerPhone", l.language,
      coalesce((select jsonb_agg(jsonb_build_object('code', n.code, 'name', n.name) order by n.name) from patients.need n where n.code = any (l.needs)), '[]')
        as needs,
      l.words, l.about, l.only_safely as "onlySafely", l.safe_contact as "safeContact", l.own_patient as "ownPatient", l.visits, l.visits_with_me as "visitsWithMe"
    from access.my_list(${day}, ${safeContactCategories}::text[]) l`);
  for (const { practiceId, patientId } of found) tx.read({ class: 'patient', practiceId, subjectId: patientId });
  return found;
}

/** An urgent overflow somebody says the actor decided, not confirmed yet. */
export interface SaidDecision {
  readonly id: string;
  readonly practiceId: string;
  readonly practiceName: string;
  readonly startsAt: Temporal.Instant;
  readonly clinicianName: string;
  readonly overflowReason: string;
  readonly saidBy: string | null;
  readonly bookedAt: Temporal.Instant;
  readonly patientId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: Temporal.PlainDate;
}

/** What the actor is said to have decided and has not confirmed, the earliest first; each is an audited read of the patient. */
export async function myDecisions(tx: Tx): Promise<SaidDecision[]> {
  const found = await tx.rows<SaidDecision>(sql`
    select d.id, d.practice_id as "practiceId", d.practice_name as "practiceName", d.starts_at as "startsAt", d.clinician_name as "clinicianName",
      d.overflow_reason as "overflowReason", d.said_by as "saidBy", d.booked_at as "bookedAt", d.patient_id as "patientId",
      d.given_name as "givenName", d.family_name as "familyName", d.birth_date as "birthDate"
    from access.my_decisions() d`);
  for (const { practiceId, patientId } of found) tx.read({ class: 'patient', practiceId, subjectId: patientId });
  return found;
}

/** What stands of the actor's own day besides the visits. */
export interface MyCounts {
  readonly contacts: number;
  readonly limit: number | null;
  readonly stoppedAt: Temporal.Instant | null;
  /** How many of them stand in books of other systems. */
  readonly elsewhere: number;
  /** The book that is too old to rely on, and when it was read; null where the limit can be relied on. */
  readonly oldBook: string | null;
  readonly oldBookAsOf: Temporal.Instant | null;
}

/** The actor's contacts and safe limit on a day; undefined where they are no clinician then. */
export async function myCounts(db: Queryable, day: Temporal.PlainDate): Promise<MyCounts | undefined> {
  return db.maybe<MyCounts>(sql`
    select coalesce(d.ordinary, 0) as contacts, workforce.limit_on(c.group_id, c.id, ${day}) as limit, d.stopped_at as "stoppedAt",
      coalesce(d.elsewhere, 0) as elsewhere, u.book_name as "oldBook", u.fresh_as_of as "oldBookAsOf"
    from workforce.clinician c left join access.clinician_day d on d.clinician_id = c.id and d.day = ${day}
    left join access.unverified_limits() u on u.clinician_id = c.id
    where c.person_id = platform.current_person() and network.in_force(c.valid_from, c.valid_to, ${day})
    order by c.valid_from desc limit 1`);
}

/** A session of the actor's own, with where it is. */
export interface OwnSession extends Planned {
  readonly placeName: string;
}

/** The actor's own sessions of a day that stand, with what is taken in them. */
export async function mySessions(db: Queryable, day: Temporal.PlainDate): Promise<OwnSession[]> {
  const rows = await db.rows<Omit<OwnSession, 'booked'> & { taken: [number, number][] }>(sql`
    select extract(epoch from s.starts_at)::bigint * 1000 as "startsAt", extract(epoch from s.ends_at)::bigint * 1000 as "endsAt",
      s.slot_minutes as "slotMinutes", s.mode, s.plan, p.name as "placeName", coalesce((select jsonb_agg(jsonb_build_array(extract(epoch from b.starts_at)::bigint * 1000,
        extract(epoch from b.ends_at)::bigint * 1000) order by b.starts_at) from access.booking b
        where b.session_id = s.id and b.status <> 'cancelled'), '[]') as taken
    from access.session s join network.practice p on p.id = s.practice_id
    where s.clinician_id = any ((select access.own_clinicians())::uuid[]) and s.day = ${day} and s.status = 'open'
    order by s.starts_at`);
  return rows.map(({ taken, ...session }) => ({ ...session, booked: taken }));
}

/** Somebody who works under the actor's supervision on a day. */
export interface Supervised {
  readonly name: string;
  readonly roleName: string;
  readonly sessions: readonly {
    readonly from: Temporal.Instant;
    readonly to: Temporal.Instant;
    readonly place: string;
  }[];
  /** Minutes of the supervisor that their sessions of the day take; null where nothing is set. */
  readonly minutes: number | null;
}

/** Whom the actor supervises on a day, with their sessions, and what that takes of the actor's own time. */
export async function supervisedBy(db: Queryable, day: Temporal.PlainDate): Promise<Supervised[]> {
  const rows = await db.rows<
    Omit<Supervised, 'sessions'> & { sessions: { from: string; to: string; place: string }[] }
  >(sql`
    select c.name, r.short_name as "roleName",
      json_agg(json_build_object('from', s.starts_at, 'to', s.ends_at, 'place', p.name) order by s.starts_at) as sessions,
      sum((select k.supervision_minutes from workforce.role_scope k where k.role = s.role and k.valid_from <= ${day} order by k.valid_from desc limit 1))::integer as minutes
    from workforce.supervision v join access.session s on s.clinician_id = v.clinician_id and s.day = ${day} and s.status = 'open'
    join workforce.clinician c on c.id = v.clinician_id join workforce.clinician_role r on r.code = c.role join network.practice p on p.id = s.practice_id
    where v.supervisor_id = any ((select access.own_clinicians())::uuid[]) and network.in_force(v.valid_from, v.valid_to, ${day})
    group by c.id, c.name, r.short_name order by c.name`);
  return rows.map(({ sessions, ...row }) => ({
    ...row,
    sessions: sessions.map(({ from, to, place }) => ({
      from: Temporal.Instant.from(from),
      to: Temporal.Instant.from(to),
      place,
    })),
  }));
}

/** The clinicians the actor is, now and before. */
export async function mineAmong(db: Queryable): Promise<ReadonlySet<string>> {
  const { ids } = await db.one<{ ids: string[] }>(sql`select access.own_clinicians() as ids`);
  return new Set(ids);
}
