import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/transaction.ts';
import { safeContactCategories } from './contact.ts';
import type { Override } from '../navigation-override.ts';
import type { RedFlagCategoryId } from '../red-flag/category.ts';
import type { Apart } from '../request/apart.ts';
import type { Answers, Channel } from '../request/request.ts';

/** A request as it stands. */
export interface Request {
  readonly id: string;
  readonly groupId: string;
  readonly practiceId: string;
  readonly practiceName: string;
  readonly patientId: string | null;
  readonly channel: Channel;
  /** The practice that refers, and the sender's own number for the request; empty where there is none. */
  readonly referredBy: string | null;
  readonly referredByName: string | null;
  readonly reference: string;
  readonly words: string;
  readonly notes: string;
  readonly callerPhone: string | null;
  readonly forOther: boolean;
  readonly callerIs: 'patient' | 'parent' | 'carer' | 'other' | null;
  readonly callerName: string;
  readonly callerRelation: string;
  /** How they can be reached safely, as they chose it. */
  readonly safeContact: string;
  /** Who wrote the words last, when, and in which window. */
  readonly typedBy: string | null;
  readonly typedByName: string | null;
  readonly typedAt: Temporal.Instant | null;
  readonly typedIn: string | null;
  /** What was written meanwhile and waits to be put together with the words. */
  readonly apart: readonly Apart[];
  readonly status: 'draft' | 'waiting' | 'red_flag' | 'booked' | 'ended';
  /** What it is about, where somebody chose it; else its words say. */
  readonly reason: string | null;
  /** What it is about by the protocol, from the reason chosen or the words. */
  readonly about: string | null;
  readonly answers: Answers;
  readonly identityConfirmed: boolean;
  readonly matched: readonly string[];
  readonly protocolId: string | null;
  readonly protocolVersion: number | null;
  readonly ruleId: string | null;
  /** What somebody decided against a rule. */
  readonly override: Override | null;
  readonly urgency: string | null;
  readonly outcome: string | null;
  readonly unmetReason: string | null;
  /** Open red flags of the patient's other requests that somebody saw and booked this one all the same: which, why, who and when. */
  readonly pastFlags: readonly string[];
  readonly pastFlagReason: string;
  readonly pastFlagByName: string | null;
  readonly pastFlagAt: Temporal.Instant | null;
  readonly receivedAt: Temporal.Instant;
  readonly dueAt: Temporal.Instant | null;
  readonly answerBy: Temporal.Instant | null;
  /** By when they were promised a time, where they are on the waiting list: it stands instead of the answer. */
  readonly promisedBy: Temporal.Instant | null;
  readonly warnAt: Temporal.Instant | null;
  /** Since when an answer is owed anew: its visit lost its place then. */
  readonly answerFrom: Temporal.Instant | null;
  readonly joinedTo: string | null;
  readonly tryAgainAt: Temporal.Instant | null;
  readonly takenBy: string | null;
  readonly takenByName: string | null;
  readonly takenAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
  /** Who ended it without a visit, and may take that back. */
  readonly endedBy: string | null;
}

const request = sql`
  select r.id, r.group_id as "groupId", r.practice_id as "practiceId", t.name as "practiceName", r.patient_id as "patientId", r.channel, r.words,
    r.notes, r.caller_phone as "callerPhone", r.for_other as "forOther", r.caller_is as "callerIs",
    r.caller_name as "callerName", r.caller_relation as "callerRelation", r.safe_contact as "safeContact", r.typed_by as "typedBy", u.name as "typedByName", r.typed_at as "typedAt",
    r.typed_in as "typedIn", r.apart, r.status, r.reason, r.about, r.answers, r.identity_confirmed as "identityConfirmed", r.matched,
    r.protocol_id as "protocolId", r.protocol_version as "protocolVersion", r.rule_id as "ruleId", r.override, r.urgency, r.outcome,
    r.unmet_reason as "unmetReason", r.past_flags as "pastFlags", r.past_flag_reason as "pastFlagReason", g.name as "pastFlagByName", r.past_flag_at as "pastFlagAt",
    r.received_at as "receivedAt", r.due_at as "dueAt", r.answer_by as "answerBy",
    (select l.promised_by from access.waiting_place l where l.request_id = r.id and l.left_at is null) as "promisedBy",
    r.warn_at as "warnAt", r.answer_from as "answerFrom", r.joined_to as "joinedTo", r.try_again_at as "tryAgainAt", r.referred_by as "referredBy", f.name as "referredByName",
    r.reference, r.taken_by as "takenBy", w.name as "takenByName", r.taken_at as "takenAt", r.ended_at as "endedAt", r.ended_by as "endedBy"
  from access.request r join network.practice t on t.id = r.practice_id left join network.person w on w.id = r.taken_by
  left join network.person u on u.id = r.typed_by left join network.practice f on f.id = r.referred_by
  left join network.person g on g.id = r.past_flag_by`;

/**
 * One request the actor may see, an audited read; with `lock`, held against others until the transaction ends. `again`
 * where the same transaction has read it already, which is audited once.
 */
export async function requestById(
  tx: Tx,
  id: string,
  { lock = false, again = false } = {},
): Promise<Request | undefined> {
  const found = await tx.maybe<Request>(sql`${request} where r.id = ${id} ${lock ? sql`for update of r` : sql``}`);
  if (found && !again) tx.read({ class: 'visit', practiceId: found.practiceId, subjectId: id });
  return found;
}

/** A line of the queue: who waits, since when, until when, and who has it. */
export interface Waiting {
  readonly id: string;
  readonly practiceId: string;
  readonly practiceName: string;
  readonly status: 'draft' | 'waiting' | 'red_flag';
  readonly channel: Channel;
  readonly words: string;
  readonly urgency: string | null;
  readonly receivedAt: Temporal.Instant;
  /** By when the person is told what happens, and from when that is near. */
  readonly answerBy: Temporal.Instant | null;
  readonly warnAt: Temporal.Instant | null;
  readonly tryAgainAt: Temporal.Instant | null;
  /** By when they were promised a time, where they are on the waiting list; and until when a place is offered to them. */
  readonly promisedBy: Temporal.Instant | null;
  readonly offeredUntil: Temporal.Instant | null;
  /** How often somebody was tried in vain. */
  readonly tries: number;
  readonly unmetReason: string | null;
  /** When the visit was to be that lost its place; null where none has. */
  readonly lostAt: Temporal.Instant | null;
  readonly takenBy: string | null;
  readonly takenByName: string | null;
  readonly takenAt: Temporal.Instant | null;
  readonly name: string | null;
  readonly birthDate: Temporal.PlainDate | null;
  readonly asked: boolean;
  readonly answered: boolean;
  /** Since when a red flag of it is open, and who has said that they have it; null where nobody has. */
  readonly flaggedAt: Temporal.Instant | null;
  readonly flagSeenAt: Temporal.Instant | null;
  readonly flagSeenBy: string | null;
  /** The words that raised the gravest of its open red flags. */
  readonly matched: string | null;
  /** They are reached only as they chose. */
  readonly onlySafely: boolean;
  /** Every kind of danger ever raised in it: of some the words are not for whoever passes by. */
  readonly categories: readonly RedFlagCategoryId[];
}

/** That a red flag, of `f`, stops its request: open, not denied, and no mistaken answer taken back. */
const stops = sql`f.closed_at is null and not f.softened and f.withdrawn_at is null`;

/** The most the queue shows at once; the counts are of all. */
export const queueLimit = 60;

/** Requests that are open to the actor, of one practice where it is given, red flags first (those that need an ambulance in front, and of each kind those nobody has answered), then those without any clock, then nearest their time; each is an audited read. */
export async function queue(tx: Tx, practiceId?: string): Promise<Waiting[]> {
  const found = await tx.rows<Waiting>(sql`
    select r.id, r.practice_id as "practiceId", t.name as "practiceName", r.status, r.channel, left(r.words, 160) as words, r.urgency,
      r.received_at as "receivedAt", coalesce(l.promised_by, r.answer_by) as "answerBy", coalesce(l.promised_by - interval '1 day', r.warn_at) as "warnAt",
      r.try_again_at as "tryAgainAt", l.promised_by as "promisedBy", o.until as "offeredUntil",
      (select count(*) from access.contact_attempt a where a.request_id = r.id) as tries, r.unmet_reason as "unmetReason",
      (select max(b.starts_at) from access.orphan k join access.booking b on b.id = k.booking_id where k.request_id = r.id and k.state = 'open') as "lostAt", r.taken_by as "takenBy", w.name as "takenByName",
      r.taken_at as "takenAt", p.given_name || ' ' || p.family_name as name, p.birth_date as "birthDate",
      coalesce(q.asked, false) as asked, coalesce(q.answered, false) as answered, z.raised as "flaggedAt", z.seen as "flagSeenAt", z.by as "flagSeenBy", z.matched,
      coalesce((select s.asks from access.reach_safely(r.id, r.patient_id, ${safeContactCategories}::text[]) s), false) as "onlySafely",
      array(select distinct f.category from access.red_flag f where f.request_id = r.id) as categories
    from access.request r join network.practice t on t.id = r.practice_id
    left join patients.patient p on p.id = r.patient_id
    left join network.person w on w.id = r.taken_by
    left join access.waiting_place l on l.request_id = r.id and l.left_at is null
    left join access.waiting_offer o on o.waiting_id = l.id and o.state = 'open' and o.until > now()
    left join lateral (select true as asked, bool_and(d.answered_at is not null) as answered
      from access.duty_question d where d.request_id = r.id having count(*) > 0) q on true
    left join lateral (select min(f.raised_at) as raised, bool_or(f.level = '999' and not f.softened and f.withdrawn_at is null) as ambulance,
        case when bool_and(f.acknowledged_at is not null) filter (where ${stops}) then max(f.acknowledged_at) end as seen, (array_agg(a.name order by f.acknowledged_at desc))[1] as by,
        (array_agg(f.matched order by f.withdrawn_at is not null, f.softened, f.level <> '999', f.raised_at))[1] as matched
      from access.red_flag f left join network.person a on a.id = f.acknowledged_by
      where f.request_id = r.id and f.closed_at is null and r.status = 'red_flag') z on true
    where r.status in ('draft', 'waiting', 'red_flag') and (r.status <> 'draft' or r.words <> '' or r.patient_id is not null)
      ${practiceId === undefined ? sql`` : sql`and r.practice_id = ${practiceId}`}
    order by r.status <> 'red_flag', z.ambulance is not true, z.seen is not null, coalesce(o.until, l.promised_by, r.answer_by) nulls first, r.received_at, r.id
    limit ${queueLimit}`);
  for (const { id, practiceId } of found) tx.read({ class: 'visit', practiceId, subjectId: id });
  return found;
}

/** How the queue stands, each number of the very requests it shows: how many wait, how long the oldest has, how many are past their time or near it. */
export interface QueueState {
  readonly waiting: number;
  /** People whose requests are stopped by a red flag that is not closed yet: two requests of one are one. */
  readonly flagged: number;
  readonly oldest: Temporal.Instant | null;
  readonly late: number;
  readonly near: number;
  /** Of the requests stopped by a red flag, those that no clinician has acknowledged. */
  readonly flags: number;
}

/** The state of the queue at `now`: of all that the actor sees, or of one practice where it is given. */
export async function queueState(db: Queryable, now: Temporal.Instant, practiceId?: string): Promise<QueueState> {
  return db.one<QueueState>(sql`
    select count(*) filter (where r.status = 'waiting') as waiting, min(r.received_at) filter (where r.status = 'waiting') as oldest,
      count(distinct coalesce(r.patient_id, r.id)) filter (where r.status = 'red_flag') as flagged,
      count(*) filter (where r.status = 'waiting' and t.answer_by < ${now}::timestamptz) as late,
      count(*) filter (where r.status = 'waiting' and t.answer_by >= ${now}::timestamptz and t.warn_at <= ${now}::timestamptz) as near,
      count(*) filter (where r.status = 'red_flag' and exists (select from access.red_flag f
        where f.request_id = r.id and f.acknowledged_at is null and ${stops})) as flags
    from access.request r left join access.waiting_place w on w.request_id = r.id and w.left_at is null
    cross join lateral (select coalesce(w.promised_by, r.answer_by) as answer_by, coalesce(w.promised_by - interval '1 day', r.warn_at) as warn_at) t
    where r.status in ('waiting', 'red_flag') ${practiceId === undefined ? sql`` : sql`and r.practice_id = ${practiceId}`}`);
}

/** A practice somebody may take a request for. */
export interface TakesFor {
  readonly id: string;
  readonly name: string;
}

/** The practices whose requests the actor may take, by name. */
export async function practicesTakenFor(db: Queryable): Promise<TakesFor[]> {
  return db.rows<TakesFor>(
    sql`select t.id, t.name from network.practice t where t.id = any ((select platform.sees('visit'))::text[]) order by t.name`,
  );
}

/** Every practice of the actor's group today, by name: any may refer somebody to another. */
export async function practicesOfGroup(db: Queryable): Promise<TakesFor[]> {
  return db.rows<TakesFor>(sql`select t.id, t.name from network.group_practice g join network.practice t on t.id = g.practice_id
    where network.in_force(g.valid_from, g.valid_to, platform.today()) order by t.name`);
}
