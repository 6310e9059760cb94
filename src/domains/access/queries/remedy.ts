import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { Stretch } from '../duty-form.ts';
import type { Override } from '../navigation-override.ts';
import type { VisitPatient } from '../offer/opening.ts';
import type { WorksThen } from '../remedy/duty-gap.ts';
import type { OpenableSession } from '../remedy/places.ts';
import type { Ask } from '../remedy/remedy.ts';
import type { GuidedFlag } from '../request/guidance.ts';
import type { Answers } from '../request/request.ts';
import { dayWithHolds, intervalsOf } from './taken.ts';

/** A request near its time or past it, as what it needs is decided from. */
export interface PressingRow {
  readonly id: string;
  readonly practiceId: string;
  readonly patientId: string | null;
  readonly words: string;
  readonly notes: string;
  readonly answers: Answers;
  readonly reason: string | null;
  readonly override: Override | null;
  readonly forOther: boolean;
  readonly urgency: string | null;
  readonly receivedAt: Temporal.Instant;
  readonly dueAt: Temporal.Instant | null;
  readonly answerBy: Temporal.Instant | null;
  readonly warnAt: Temporal.Instant | null;
  readonly promisedBy: Temporal.Instant;
  readonly birthDate: Temporal.PlainDate | null;
  readonly sex: string | null;
  readonly flags: readonly GuidedFlag[];
  /** Null where the patient is not known yet. */
  readonly patient: VisitPatient | null;
}

interface Row extends Omit<PressingRow, 'patient' | 'flags'> {
  readonly usualGpId: string | null;
  readonly needs: readonly string[] | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly engaged: readonly (readonly [number, number])[];
  readonly flags: readonly (Omit<GuidedFlag, 'closedAt' | 'withdrawnAt' | 'answeredNoAt'> &
    Record<'closedAt' | 'withdrawnAt' | 'answeredNoAt', string | null>)[];
}

/** The most requests that are looked at together, those nearest their time. */
const mostPressing = 300;

/**
 * Requests of practices that wait near their time or past it, the longest past first: not those of visits that lost their place,
 * which are counted as such, nor those a place is being offered to. The program reads it to count: nobody is shown it.
 */
export async function pressingRequests(
  tx: Queryable,
  { practices, now }: { practices: readonly string[]; now: Temporal.Instant },
): Promise<PressingRow[]> {
  const rows = await tx.rows<Row>(sql`
    select r.id, r.practice_id as "practiceId", r.patient_id as "patientId", r.words, r.notes, r.answers, r.reason, r.override, r.for_other as "forOther",
      r.urgency, r.received_at as "receivedAt", r.due_at as "dueAt", r.answer_by as "answerBy", r.warn_at as "warnAt", t.answer_by as "promisedBy",
      p.birth_date as "birthDate", p.sex, p.usual_gp_id as "usualGpId", p.needs, p.latitude, p.longitude,
      coalesce((select jsonb_agg(jsonb_build_object('category', f.category, 'level', f.level, 'questionId', f.question_id, 'softened', f.softened,
        'closedAt', f.closed_at, 'withdrawnAt', f.withdrawn_at, 'answeredNoAt', f.answered_no_at) order by f.raised_at, f.id)
        from access.red_flag f where f.request_id = r.id), '[]') as flags,
      coalesce((select jsonb_agg(jsonb_build_array(extract(epoch from b.starts_at)::bigint * 1000, extract(epoch from b.ends_at)::bigint * 1000))
        from access.booking b where b.patient_id = r.patient_id and b.status = 'booked' and b.ends_at > ${now}::timestamptz), '[]') as engaged
    from access.request r left join patients.patient p on p.id = r.patient_id
    left join access.waiting_place w on w.request_id = r.id and w.left_at is null
    cross join lateral (select coalesce(w.promised_by, r.answer_by) as answer_by, coalesce(w.promised_by - interval '1 day', r.warn_at) as warn_at) t
    where r.status = 'waiting' and r.practice_id = any (${practices}::text[]) and t.warn_at <= ${now}::timestamptz
      and not exists (select from access.orphan o where o.request_id = r.id and o.state = 'open')
      and not exists (select from access.waiting_offer f where f.waiting_id = w.id and f.state = 'open')
    order by t.answer_by, r.id limit ${mostPressing}`);
  return rows.map(({ usualGpId, needs, latitude, longitude, engaged, flags, ...row }) => ({
    ...row,
    flags: flags.map(({ closedAt, withdrawnAt, answeredNoAt, ...flag }) => ({
      ...flag,
      ...{ closedAt: instantOf(closedAt), withdrawnAt: instantOf(withdrawnAt), answeredNoAt: instantOf(answeredNoAt) },
    })),
    patient:
      row.patientId === null
        ? null
        : {
            ...{ practiceId: row.practiceId, usualGpId, needs: needs ?? [], forOther: row.forOther, engaged },
            point: latitude === null || longitude === null ? null : { latitude, longitude },
          },
  }));
}

function instantOf(text: string | null): Temporal.Instant | null {
  return text === null ? null : Temporal.Instant.from(text);
}

/** Open sessions of practices, on the days given and not over, of whose plan something may not be booked yet. */
export async function keptSessions(
  tx: Queryable,
  { practices, days, now }: { practices: readonly string[]; days: readonly string[]; now: Temporal.Instant },
): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    select s.id from access.session s where s.practice_id = any (${practices}::text[]) and s.day = any (${days}::date[]) and s.status = 'open'
      and s.ends_at > ${now}::timestamptz and s.plan is not null
      and exists (select from access.plan_parts(s.plan) p where p."opensAt" > ${now}::timestamptz)`);
  return rows.map(({ id }) => id);
}

/** Sessions that are open, with their plans, the grid they are booked on and what is left of their clinicians' days. */
export async function sessionsToOpen(
  tx: Queryable,
  ids: readonly string[],
): Promise<(OpenableSession & { readonly slotMinutes: number })[]> {
  const rows = await tx.rows<Omit<OpenableSession, 'booked'> & { slotMinutes: number; taken: string | null }>(sql`
    select s.id, s.clinician_id as "clinicianId", s.day::text as day, extract(epoch from s.starts_at)::bigint * 1000 as "startsAt", s.plan,
      s.slot_minutes as "slotMinutes", coalesce(d.ordinary, 0) + coalesce((d.kept).contacts, 0) as contacts,
      (case when d.kept is null then d.taken else d.taken + (d.kept).taken end)::text as taken,
      case when d.stopped_at is null then l.contacts else 0 end as limit
    from access.session s left join ${dayWithHolds} d on d.clinician_id = s.clinician_id and d.day = s.day
    left join lateral workforce.limits_on(s.group_id, s.clinician_id, s.day) l on true
    where s.id = any (${ids}::uuid[]) and s.status = 'open'`);
  return rows.map(({ taken, ...row }) => ({ ...row, booked: intervalsOf(taken ?? '{}') }));
}

/** Whether the acting group's operations open places of its hubs' sessions without asking, by the rule in force. */
export async function hubOpensItself(tx: Queryable): Promise<boolean> {
  const { opens } = await tx.one<{ opens: boolean }>(
    sql`select access.hub_opens_itself(platform.current_group()) as opens`,
  );
  return opens;
}

/** Open sessions of practices in a stretch of time whose clinicians may answer for dangers and are not on duty anywhere then; GPs in front. */
export async function ableThen(
  tx: Queryable,
  { practices, startsAt, endsAt }: Stretch & { practices: readonly string[] },
): Promise<WorksThen[]> {
  return tx.rows<WorksThen>(sql`
    select c.id as "clinicianId", c.name, s.practice_id as "practiceId", access.hub_of(s.practice_id, s.day) as "hubId", p.id as "homeId", p.name as "homeName",
      s.starts_at as "startsAt", s.ends_at as "endsAt"
    from access.session s join workforce.clinician c on c.id = s.clinician_id join network.practice p on p.id = c.practice_id
    where s.practice_id = any (${practices}::text[]) and s.status = 'open' and s.starts_at < ${endsAt} and s.ends_at > ${startsAt} and c.role = 'gp'
      and network.in_force(c.valid_from, c.valid_to, s.day)
      and not exists (select from access.duty d where d.clinician_id = c.id and d.starts_at < ${endsAt} and d.ends_at > ${startsAt})`);
}

/** How many patients asked a practice in the same hours of each of the last weeks' same weekday; fewer where nothing was asked at all that day. */
export async function askedBefore(
  tx: Queryable,
  { practiceId, startsAt, endsAt, weeks }: Stretch & { practiceId: string; weeks: number },
): Promise<number[]> {
  const rows = await tx.rows<{ asked: number }>(sql`
    select count(distinct coalesce(r.patient_id, r.id)) filter (where r.received_at >= h.since and r.received_at < h.upto)::integer as asked
    from generate_series(1, ${weeks}::integer) w
    cross join lateral (select (${startsAt}::timestamptz at time zone 'Europe/London' - w * interval '7 days') at time zone 'Europe/London' as since,
      (${endsAt}::timestamptz at time zone 'Europe/London' - w * interval '7 days') at time zone 'Europe/London' as upto) h
    join access.request r on r.practice_id = ${practiceId}
      and r.received_at >= access.london_day(h.since)::timestamp at time zone 'Europe/London'
      and r.received_at < (access.london_day(h.since) + 1)::timestamp at time zone 'Europe/London'
    where r.status <> 'draft' group by w`);
  return rows.map(({ asked }) => asked);
}

/** Visits without their place at practices, that no red flag stops: the visit and the place it lost, the soonest first. */
export async function openOrphans(
  tx: Queryable,
  { practices, most }: { practices: readonly string[]; most: number },
): Promise<{ id: string; bookingId: string; practiceName: string }[]> {
  return tx.rows(sql`
    select o.id, o.booking_id as "bookingId", p.name as "practiceName"
    from access.orphan o join access.booking b on b.id = o.booking_id join network.practice p on p.id = o.practice_id
    left join access.request r on r.id = o.request_id
    where o.state = 'open' and o.practice_id = any (${practices}::text[]) and (r.id is null or r.status in ('draft', 'waiting'))
    order by b.starts_at, o.id limit ${most}`);
}

const asks = sql`
  select a.id, a.subject, a.state, a.what, a.affected, a.promised, a.achieved, a.asked_at as "askedAt", q.name as "askedBy",
    a.answered_at as "answeredAt", w.name as "answeredBy", a.note, a.done_at as "doneAt",
    case when a.consent_practice_id is not null then jsonb_build_object('practiceId', a.consent_practice_id, 'name', p.name) end as consent
  from access.remedy_ask a left join network.person q on q.id = a.asked_by left join network.person w on w.id = a.answered_by
  left join network.practice p on p.id = a.consent_practice_id`;

/** What was asked for since an instant, or waits for an answer; of one practice's consent alone, or all of the group. */
export async function asksSince(
  tx: Queryable,
  { since, practice }: { since: Temporal.Instant; practice: string | null },
): Promise<Ask[]> {
  return tx.rows<Ask>(sql`${asks}
    where a.group_id = platform.current_group() and (a.asked_at >= ${since}::timestamptz or a.state in ('asked', 'agreed'))
      and (${practice}::text is null or a.consent_practice_id = ${practice}) order by a.asked_at, a.id`);
}

/** How many asks wait for the consent of a practice. */
export async function asksOf(tx: Queryable, practiceId: string): Promise<number> {
  const { waiting } = await tx.one<{ waiting: number }>(
    sql`select count(*) as waiting from access.remedy_ask a where a.consent_practice_id = ${practiceId} and a.state = 'asked'`,
  );
  return waiting;
}

/** One ask of the acting group; with `lock`, held against others until the transaction ends. */
export async function askById(tx: Queryable, id: string, { lock = false } = {}): Promise<Ask | undefined> {
  return tx.maybe<Ask>(sql`${asks} where a.id = ${id} ${lock ? sql`for update of a` : sql``}`);
}

/** The ask about the same that is neither answered nor done yet. */
export async function standingAsk(
  tx: Queryable,
  { kind, subject }: { kind: string; subject: string },
): Promise<string | undefined> {
  const found = await tx.maybe<{ id: string }>(sql`
    select a.id from access.remedy_ask a where a.group_id = platform.current_group() and a.kind = ${kind} and a.subject = ${subject}
      and a.state in ('asked', 'agreed')`);
  return found?.id;
}
