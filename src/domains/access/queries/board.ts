import type { Queryable } from '#platform/db/database.ts';
import { sql, type Sql } from '#platform/db/sql.ts';
import { lostTheirPlace } from '../board.ts';
import type { DutyLevel } from '../duty.ts';
import type { RedFlagCategoryId } from '../red-flag/category.ts';
import { safeContactCategories } from './contact.ts';
import { gravestFirst } from './red-flag.ts';

/** A red flag that no clinician has acknowledged; who it concerns is not told here. */
export interface UnansweredFlag {
  readonly id: string;
  readonly groupId: string;
  readonly practiceId: string;
  readonly practiceName: string;
  readonly requestId: string;
  /** Tells the people apart whom the flags are about, in this answer alone: two requests of one patient are one person. */
  readonly person: number;
  readonly category: RedFlagCategoryId;
  readonly softened: boolean;
  readonly raisedAt: Temporal.Instant;
  readonly askedLevel: DutyLevel;
  readonly askedClinicianId: string | null;
  readonly askedName: string | null;
  readonly askedAt: Temporal.Instant;
  /** Every category ever raised in the same request: some forbid ringing before a safe way is known. */
  readonly ofRequest: readonly RedFlagCategoryId[];
  /** Whether the patient is reached only as they chose, after a disclosure in an earlier request; and how, empty where nobody asked. */
  readonly onlySafely: boolean;
  readonly safeContact: string;
  /** The clinicians it was with before. */
  readonly askedBefore: readonly string[];
}

/** Every red flag of the actor's practices that waits for an acknowledgement, gravest first. */
export async function unansweredFlags(db: Queryable): Promise<UnansweredFlag[]> {
  return db.rows<UnansweredFlag>(sql`
    select f.id, f.group_id as "groupId", f.practice_id as "practiceId", t.name as "practiceName", f.request_id as "requestId",
      dense_rank() over (order by coalesce(f.patient_id, f.request_id)) as person, f.category, f.softened, f.raised_at as "raisedAt", f.asked_level as "askedLevel", f.asked_clinician_id as "askedClinicianId", c.name as "askedName",
      f.asked_at as "askedAt", array(select distinct g.category from access.red_flag g where g.request_id = f.request_id) as "ofRequest",
      coalesce(s.asks, false) as "onlySafely", coalesce(s.how, '') as "safeContact",
      array(select step ->> 'clinicianId' from jsonb_array_elements(f.asked_before) step where step ->> 'clinicianId' is not null) as "askedBefore"
    from access.red_flag f join network.practice t on t.id = f.practice_id left join workforce.clinician c on c.id = f.asked_clinician_id
    left join lateral access.reach_safely(f.request_id, f.patient_id, ${safeContactCategories}::text[]) s on true
    where f.acknowledged_at is null and f.closed_at is null order by ${gravestFirst}`);
}

/** How requests stand at one practice. */
export interface PracticeRequests {
  readonly practiceId: string;
  readonly waiting: number;
  readonly late: number;
  readonly near: number;
  readonly carried: number;
  /** Those for whom nothing could be found, still open. */
  readonly unmet: number;
  /** The earliest time among those late or near. */
  readonly nearest: Temporal.Instant | null;
}

/**
 * Requests still open by practice: past their time, near it, and carried from an earlier London day. Who is on the waiting list
 * has been answered: their time is the date they were promised, near from the day before.
 */
export async function requestsByPractice(db: Queryable, now: Temporal.Instant): Promise<PracticeRequests[]> {
  return db.rows<PracticeRequests>(sql`
    select r.practice_id as "practiceId", count(*) as waiting, count(*) filter (where t.answer_by < ${now}::timestamptz) as late,
      count(*) filter (where t.answer_by >= ${now}::timestamptz and t.warn_at <= ${now}::timestamptz) as near,
      count(*) filter (where access.london_day(r.received_at) < access.london_day(${now}::timestamptz)) as carried,
      count(*) filter (where r.unmet_reason is not null) as unmet, min(t.answer_by) filter (where t.warn_at <= ${now}::timestamptz) as nearest
    from access.request r left join access.waiting_place w on w.request_id = r.id and w.left_at is null
    cross join lateral (select coalesce(w.promised_by, r.answer_by) as answer_by, coalesce(w.promised_by - interval '1 day', r.warn_at) as warn_at) t
    where r.status = 'waiting' group by r.practice_id`);
}

/** Places of a day at one practice in one role: all, taken, and still to be had from now on. */
export interface Places {
  readonly practiceId: string;
  readonly role: string;
  readonly roleName: string;
  readonly all: number;
  readonly taken: number;
  readonly free: number;
  /** All that have not begun yet, whoever has them. */
  readonly toCome: number;
  /** Places still to come that nobody may fill, because their clinician would pass the safe limit. */
  readonly keptBack: number;
}

/** The day the board is about: today while sessions are still to come, else the next day that has any. */
export async function boardDay(db: Queryable, now: Temporal.Instant): Promise<Temporal.PlainDate> {
  const { day } = await db.one<{ day: Temporal.PlainDate }>(sql`
    select coalesce(min(s.day), access.london_day(${now}::timestamptz)) as day from access.session s
    where s.ends_at > ${now}::timestamptz and s.status = 'open'
      and s.day between access.london_day(${now}::timestamptz) and access.london_day(${now}::timestamptz) + 7`);
  return day;
}

/**
 * A day's places by practice and role. A clinician at the safe limit has no free places, whatever the session still shows. What
 * is taken is counted by `access.visits_in`: whoever sees a session's free places and not its patients counts the same.
 */
export async function placesOn(db: Queryable, day: Temporal.PlainDate, now: Temporal.Instant): Promise<Places[]> {
  return db.rows<Places>(sql`
    with today as (
      select s.practice_id, s.role, s.slot_minutes, s.starts_at, s.ends_at, s.clinician_id,
        case when s.plan is null then floor(extract(epoch from s.ends_at - s.starts_at) / 60 / s.slot_minutes)::integer else whole.places end as places,
        case when s.plan is null then greatest(0, floor(extract(epoch from s.ends_at - greatest(s.starts_at, ${now}::timestamptz)) / 60 / s.slot_minutes))::integer
          else ahead.places end as to_come,
        case when d.stopped_at is null
          then greatest(0, coalesce(l.contacts, 0) - coalesce(d.ordinary, 0)) else 0 end as below_limit,
        coalesce(b.taken, 0) as taken, coalesce(b.ahead, 0) as ahead
      from access.session s
      left join access.clinician_day d on d.clinician_id = s.clinician_id and d.day = s.day
      left join lateral workforce.limits_on(s.group_id, s.clinician_id, s.day) l on true
      left join lateral access.places_in(s.plan, 0) whole on true
      left join lateral access.places_in(s.plan, (extract(epoch from greatest(s.starts_at, ${now}::timestamptz) - s.starts_at) / 60)::integer) ahead on true
      left join access.visits_in((select array_agg(k.id) from access.session k where k.day = ${day} and k.status = 'open')) v on v.session_id = s.id
      left join lateral (
        select sum(p.places)::integer as taken, (sum(p.places) filter (where s.starts_at + u.value::integer * interval '1 minute' > ${now}::timestamptz))::integer as ahead
        from json_array_elements_text(v.from_minutes) with ordinality f(value, n) join json_array_elements_text(v.to_minutes) with ordinality u(value, n) on u.n = f.n
        cross join lateral (select case when s.plan is null then ceil((u.value::integer - f.value::integer)::numeric / s.slot_minutes) else 1 end as places) p) b on true
      where s.day = ${day} and s.status = 'open'
    ), left_over as (
      -- A clinician's limit is of the day: what the sessions before may take of it is not there for the later ones.
      select t.*, greatest(0, least(t.open, t.below_limit - coalesce(sum(t.open) over (partition by t.clinician_id order by t.starts_at, t.practice_id rows between unbounded preceding and 1 preceding), 0)))::integer as free
      from (select k.*, greatest(0, k.to_come - k.ahead) as open from today k) t)
    select t.practice_id as "practiceId", t.role, r.short_name as "roleName", sum(t.places) as all, sum(t.taken) as taken, sum(t.to_come) as "toCome",
      sum(t.free) as free, sum(t.open - t.free) as "keptBack"
    from left_over t join workforce.clinician_role r on r.code = t.role group by t.practice_id, t.role, r.short_name`);
}

/** How many contacts a clinician has on a day, and the safe limit of it. */
export interface DayContacts {
  readonly clinicianId: string;
  readonly name: string;
  readonly practiceId: string;
  readonly practiceName: string;
  readonly ordinary: number;
  /** Urgent overflow, counted apart. */
  readonly overflow: number;
  readonly limit: number;
}

const contactsOn = (day: Temporal.PlainDate): Sql => sql`
  select c.id as "clinicianId", c.name, t.id as "practiceId", t.name as "practiceName", d.ordinary, d.overflow, l.contacts as limit
  from access.clinician_day d join workforce.clinician c on c.id = d.clinician_id join network.practice t on t.id = c.practice_id
  cross join lateral workforce.limits_on(d.group_id, d.clinician_id, d.day) l
  where d.day = ${day} and c.practice_id = any ((select platform.sees('session'))::text[])`;

/** Clinicians working on a day with contacts, all told, within `margin` of their safe limit or past it; fullest first. */
export async function nearLimit(db: Queryable, day: Temporal.PlainDate, margin: number): Promise<DayContacts[]> {
  return db.rows<DayContacts>(sql`${contactsOn(day)} and d.ordinary + d.overflow >= l.contacts - ${margin}::integer
    order by d.ordinary + d.overflow - l.contacts desc, c.name`);
}

/** Clinicians with urgent overflow on a day, however far from their limit; those with most first. */
export async function overflowOn(db: Queryable, day: Temporal.PlainDate): Promise<DayContacts[]> {
  return db.rows<DayContacts>(sql`${contactsOn(day)} and d.overflow > 0 order by d.overflow desc, c.name`);
}

/** That a request `r` came in on the London day of `now`, as times: an index of them answers it, one of days there is not. */
function askedToday(now: Temporal.Instant): Sql {
  const day = now.toZonedDateTimeISO('Europe/London').startOfDay();
  return sql`r.received_at >= ${day.toInstant()} and r.received_at < ${day.add({ days: 1 }).toInstant()}`;
}

/** What could not be met today, by its reason. */
export interface Unmet {
  readonly reason: string;
  readonly requests: number;
}

/** Requests of today that nothing could be found for, by the reason recorded. */
export async function unmetToday(db: Queryable, now: Temporal.Instant): Promise<Unmet[]> {
  return db.rows<Unmet>(sql`
    select r.unmet_reason as reason, count(*) as requests from access.request r
    where r.unmet_reason is not null and ${askedToday(now)}
    group by 1 order by 2 desc, 1`);
}

/** How the requests of today stand, and of how many of the board's practices they are known. */
export interface RequestsToday {
  readonly asked: number;
  /** Neither booked nor ended yet. */
  readonly open: number;
  readonly known: number;
}

/** How many requests came in today, London time, and how many of them are open; an untouched draft is none. */
export async function requestsToday(db: Queryable, now: Temporal.Instant): Promise<RequestsToday> {
  return db.one<RequestsToday>(sql`
    select count(*) as asked, count(*) filter (where r.status in ('draft', 'waiting', 'red_flag')) as open,
      cardinality((select platform.sees('visit'))::text[]) as known
    from access.request r
    where r.practice_id = any ((select platform.sees('visit'))::text[]) and ${askedToday(now)}
      and (r.status <> 'draft' or r.words <> '' or r.patient_id is not null)`);
}

/** What is carried from earlier days, by the reason it could not be met; null where nobody said one. */
export interface Carried {
  readonly reason: string | null;
  readonly requests: number;
  readonly oldest: Temporal.Instant;
}

/** Requests of earlier London days that are still open, by the reason recorded, or that a change of sessions took their place. */
export async function carriedByReason(db: Queryable, now: Temporal.Instant): Promise<Carried[]> {
  return db.rows<Carried>(sql`
    select coalesce(r.unmet_reason, case when exists (select from access.orphan k where k.request_id = r.id and k.state = 'open')
        then ${lostTheirPlace}::text end) as reason, count(*) as requests, min(r.received_at) as oldest
    from access.request r where r.status = 'waiting' and access.london_day(r.received_at) < access.london_day(${now}::timestamptz)
    group by 1 order by 1 is null, 2 desc, 1`);
}

/** A practice of the group with its hub, and whether the group sees its day. */
export interface BoardPractice {
  readonly id: string;
  readonly name: string;
  readonly hubName: string | null;
  readonly seen: boolean;
}

/** The practices in the group today, by hub; those that have not agreed to be seen are named and marked. */
export async function boardPractices(db: Queryable): Promise<BoardPractice[]> {
  return db.rows<BoardPractice>(sql`
    select t.id, t.name, h.name as "hubName", t.id = any ((select platform.sees('session'))::text[]) as seen
    from network.group_practice g join network.practice t on t.id = g.practice_id
    left join network.hub_member m on m.practice_id = g.practice_id and m.group_id = g.group_id
      and network.in_force(m.valid_from, m.valid_to, platform.today())
    left join network.hub h on h.id = m.hub_id
    where network.in_force(g.valid_from, g.valid_to, platform.today())
      and (nullif(current_setting('sp.practice', true), '') is null or g.practice_id = current_setting('sp.practice'))
    order by h.name nulls last, t.name`);
}
