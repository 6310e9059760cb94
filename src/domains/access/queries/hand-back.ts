import assert from 'node:assert/strict';
import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/transaction.ts';
import type { HandBackLevel, HandBackRule } from '../hand-back.ts';

/** What writing the hand-back of one's own visit outside the home practice needs. */
export interface VisitToHandBack {
  readonly bookingId: string;
  readonly groupId: string;
  readonly practiceId: string;
  readonly practiceName: string;
  readonly hostPracticeId: string;
  readonly hostName: string;
  readonly clinicianId: string;
  readonly patientId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: Temporal.PlainDate;
  readonly words: string;
  readonly usualGpId: string | null;
  readonly startsAt: Temporal.Instant;
  readonly status: 'booked' | 'attended';
}

/** The actor's own visit outside the home practice, begun or over; an audited read of the patient. Undefined where it is none. */
export async function visitToHandBack(tx: Tx, bookingId: string): Promise<VisitToHandBack | undefined> {
  const visit = await tx.maybe<VisitToHandBack>(sql`
    select v.booking_id as "bookingId", v.group_id as "groupId", v.practice_id as "practiceId", v.practice_name as "practiceName",
      v.host_practice_id as "hostPracticeId", v.host_name as "hostName", v.clinician_id as "clinicianId", v.patient_id as "patientId",
      v.given_name as "givenName", v.family_name as "familyName", v.birth_date as "birthDate", v.words, v.usual_gp_id as "usualGpId",
      v.starts_at as "startsAt", v.status
    from access.visit_to_hand_back(${bookingId}) v`);
  if (visit) tx.read({ class: 'patient', practiceId: visit.practiceId, subjectId: visit.patientId });
  return visit;
}

/** Which of the actor's own visits of a day are outside the home practice, and whether they are handed back. */
export async function myHandBacks(
  db: Queryable,
  day: Temporal.PlainDate,
): Promise<{ readonly bookingId: string; readonly handBackId: string | null }[]> {
  return db.rows(
    sql`select m.booking_id as "bookingId", m.hand_back_id as "handBackId" from access.my_hand_backs(${day}) m`,
  );
}

/** Something that was done to a hand-back after it was written; `before` is what stood. */
export interface HistoryLine {
  readonly at: string;
  readonly by: string | null;
  readonly name: string;
  readonly what: string;
  readonly note: string;
  readonly before: string;
}

/** Who a hand-back is about, what was done, and with whom it waits. */
export interface HandBackCard {
  readonly id: string;
  readonly bookingId: string;
  readonly groupId: string;
  readonly practiceId: string;
  readonly practiceName: string;
  readonly hostPracticeId: string;
  readonly hostName: string;
  readonly clinicianId: string;
  readonly clinicianName: string;
  readonly patientId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: Temporal.PlainDate;
  readonly startsAt: Temporal.Instant;
  readonly nothingAsked: boolean;
  readonly done: string;
  readonly writtenAt: Temporal.Instant;
  readonly writtenBy: string | null;
  readonly askedLevel: HandBackLevel;
  readonly dutyName: string | null;
  readonly askedAt: Temporal.Instant;
  readonly acknowledgedAt: Temporal.Instant | null;
  readonly acknowledgedName: string | null;
  readonly settledAt: Temporal.Instant | null;
  readonly history: readonly HistoryLine[];
}

/** The cards of hand-backs that the actor sees, or sees an open part of; each is an audited read of the patient. */
export async function handBackCards(tx: Tx, ids: readonly string[]): Promise<Map<string, HandBackCard>> {
  const cards = await tx.rows<HandBackCard>(sql`
    select c.id, c.booking_id as "bookingId", c.group_id as "groupId", c.practice_id as "practiceId", c.practice_name as "practiceName",
      c.host_practice_id as "hostPracticeId", c.host_name as "hostName", c.clinician_id as "clinicianId", c.clinician_name as "clinicianName",
      c.patient_id as "patientId", c.given_name as "givenName", c.family_name as "familyName", c.birth_date as "birthDate", c.starts_at as "startsAt",
      c.nothing_asked as "nothingAsked", c.done, c.written_at as "writtenAt", c.written_by as "writtenBy", c.asked_level as "askedLevel",
      c.duty_name as "dutyName", c.asked_at as "askedAt", c.acknowledged_at as "acknowledgedAt", c.acknowledged_name as "acknowledgedName",
      c.settled_at as "settledAt", c.history
    from access.hand_back_card(${[...new Set(ids)]}::uuid[]) c`);
  for (const { practiceId, patientId } of cards) tx.read({ class: 'patient', practiceId, subjectId: patientId });
  return new Map(cards.map((card) => [card.id, card]));
}

/** The hand-back of a visit, by whatever of it the actor sees: the whole, an ask or a result. */
export async function handBackOfVisit(tx: Tx, bookingId: string): Promise<HandBackCard | undefined> {
  const found = await tx.rows<{ id: string }>(sql`
    select h.id from access.hand_back h where h.booking_id = ${bookingId}
    union select r.hand_back_id from access.owed_result r where r.booking_id = ${bookingId}
    union select a.hand_back_id from access.hand_back_ask a where a.booking_id = ${bookingId}`);
  const ids = found.map(({ id }) => id);
  return (await handBackCards(tx, ids)).get(ids[0] ?? '');
}

/** What of a hand-back decides its next step; with `lock`, held against others until the transaction ends. */
export interface HandBackStanding {
  readonly id: string;
  readonly groupId: string;
  readonly practiceId: string;
  readonly hostPracticeId: string;
  readonly askedLevel: HandBackLevel;
  readonly acknowledgedAt: Temporal.Instant | null;
  readonly nothingAsked: boolean;
  readonly writtenBy: string | null;
  readonly clinicianId: string;
  readonly patientId: string;
  readonly bookingId: string;
  readonly done: string;
}

const standing = sql`select h.id, h.group_id as "groupId", h.practice_id as "practiceId", h.host_practice_id as "hostPracticeId",
  h.asked_level as "askedLevel", h.acknowledged_at as "acknowledgedAt", h.nothing_asked as "nothingAsked", h.written_by as "writtenBy",
  h.clinician_id as "clinicianId", h.patient_id as "patientId", h.booking_id as "bookingId", h.done from access.hand_back h`;

/** How a hand-back stands, held until the transaction ends. */
export async function holdHandBack(tx: Tx, id: string): Promise<HandBackStanding | undefined> {
  return tx.maybe(sql`${standing} where h.id = ${id} for update of h`);
}

/** The same of a visit's. */
export async function holdHandBackOf(tx: Tx, bookingId: string): Promise<HandBackStanding | undefined> {
  return tx.maybe(sql`${standing} where h.booking_id = ${bookingId} for update of h`);
}

/** One thing that is asked, and of whom. */
export interface StandingAsk {
  readonly id: string;
  readonly handBackId: string;
  readonly what: string;
  readonly ofKind: 'role' | 'clinician' | 'host';
  readonly ofRole: string | null;
  readonly ofClinicianId: string | null;
  readonly ofName: string | null;
  readonly ofPersonId: string | null;
  readonly dueOn: Temporal.PlainDate;
  readonly closedAt: Temporal.Instant | null;
  readonly closedName: string | null;
  readonly closingNote: string | null;
  readonly history: readonly HistoryLine[];
}

const ask = sql`select a.id, a.hand_back_id as "handBackId", a.what, a.of_kind as "ofKind", a.of_role as "ofRole", a.of_clinician_id as "ofClinicianId",
  c.name as "ofName", c.person_id as "ofPersonId", a.due_on as "dueOn", a.closed_at as "closedAt", z.name as "closedName",
  a.closing_note as "closingNote", a.history
  from access.hand_back_ask a left join workforce.clinician c on c.id = a.of_clinician_id left join network.person z on z.id = a.closed_by`;

/** What hand-backs ask, the first due in front. */
export async function asksOf(db: Queryable, handBackIds: readonly string[]): Promise<StandingAsk[]> {
  return db.rows(sql`${ask} where a.hand_back_id = any (${handBackIds}::uuid[]) order by a.due_on, a.id`);
}

/** What is asked of the actor by name and still open, the first due in front. */
export async function asksOfMe(db: Queryable): Promise<StandingAsk[]> {
  return db.rows(sql`${ask} where a.closed_at is null and a.of_clinician_id = any ((select access.own_clinicians())::uuid[])
    order by a.due_on, a.id limit 50`);
}

/** A result that is owed, whose it is, and why they cannot look at it themselves, if so. */
export interface StandingResult {
  readonly id: string;
  readonly handBackId: string;
  readonly bookingId: string;
  readonly groupId: string;
  readonly practiceId: string;
  readonly test: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly ownerPersonId: string | null;
  /** The owner has left, or has no session for so many days. */
  readonly away: 'left' | 'away' | null;
  readonly expectedOn: Temporal.PlainDate;
  readonly closedAt: Temporal.Instant | null;
  readonly closedName: string | null;
  readonly closingNote: string | null;
  readonly history: readonly HistoryLine[];
}

const result = (
  awayDays: number,
) => sql`select r.id, r.hand_back_id as "handBackId", r.booking_id as "bookingId", r.group_id as "groupId",
  r.practice_id as "practiceId", r.test, r.owner_clinician_id as "ownerId", c.name as "ownerName", c.person_id as "ownerPersonId",
  case when r.closed_at is null then access.clinician_away(r.owner_clinician_id, ${awayDays}) end as away,
  r.expected_on as "expectedOn", r.closed_at as "closedAt", z.name as "closedName", r.closing_note as "closingNote", r.history
  from access.owed_result r join workforce.clinician c on c.id = r.owner_clinician_id left join network.person z on z.id = r.closed_by`;

/** The results of hand-backs, the first expected in front. */
export async function resultsOf(
  db: Queryable,
  handBackIds: readonly string[],
  { awayDays }: Pick<HandBackRule, 'awayDays'>,
): Promise<StandingResult[]> {
  return db.rows(
    sql`${result(awayDays)} where r.hand_back_id = any (${handBackIds}::uuid[]) order by r.expected_on, r.id`,
  );
}

/** Open results the actor owes, the most overdue in front. */
export async function resultsOwedByMe(
  db: Queryable,
  { awayDays }: Pick<HandBackRule, 'awayDays'>,
): Promise<StandingResult[]> {
  return db.rows(sql`${result(awayDays)} where r.closed_at is null and r.owner_clinician_id = any ((select access.own_clinicians())::uuid[])
    order by r.expected_on, r.id limit 100`);
}

/** Open results of practices the actor sees whose owner has left or is away, the most overdue in front. */
export async function ownerlessResults(
  db: Queryable,
  { awayDays }: Pick<HandBackRule, 'awayDays'>,
): Promise<StandingResult[]> {
  return db.rows(sql`select * from (${result(awayDays)} where r.closed_at is null) open
    where open.away is not null order by open."expectedOn", open.id limit 100`);
}

/** A line of the list of hand-backs. */
export interface ListedHandBack {
  readonly id: string;
  readonly practiceId: string;
  readonly openAsks: number;
  readonly nextDue: Temporal.PlainDate | null;
  readonly openResults: number;
  /** Whether the actor's side is the home practice, which acknowledges. */
  readonly home: boolean;
}

/** The most hand-backs listed at once; the counts are of all. */
export const handBackLimit = 60;

/** Hand-backs the actor sees: those still open, or (all) those written in the last four weeks too; what waits longest in front. */
export async function handBacks(
  db: Queryable,
  { all, practiceId, now }: { all: boolean; practiceId: string | undefined; now: Temporal.Instant },
): Promise<ListedHandBack[]> {
  return db.rows(sql`
    select h.id, h.practice_id as "practiceId", a.open as "openAsks", a.next as "nextDue", r.open as "openResults",
      h.practice_id = any ((select platform.sees('visit'))::text[]) or h.practice_id = any ((select platform.sees('open_visit'))::text[]) as home
    from access.hand_back h
    cross join lateral (select count(*)::integer as open, min(k.due_on) as next from access.hand_back_ask k
      where k.hand_back_id = h.id and k.closed_at is null) a
    cross join lateral (select count(*)::integer as open from access.owed_result k where k.hand_back_id = h.id and k.closed_at is null) r
    where (h.settled_at is null ${all ? sql`or h.written_at > ${now.subtract({ hours: 24 * 28 })}` : sql``})
      ${practiceId === undefined ? sql`` : sql`and h.practice_id = ${practiceId}`}
    order by h.settled_at is not null, not h.practice_id = any ((select platform.sees('visit'))::text[]), h.acknowledged_at is not null or h.nothing_asked,
      array_position(array['group', 'duty', 'practice'], h.asked_level), case when h.settled_at is null then h.written_at end, h.written_at desc
    limit ${handBackLimit}`);
}

/** Hand-backs, of `h`, that the actor sees and nobody has acknowledged; and those of them that have come to the group's board. */
const waits = sql`h.acknowledged_at is null and not h.nothing_asked
  and (h.practice_id = any ((select platform.sees('visit'))::text[]) or h.practice_id = any ((select platform.sees('open_visit'))::text[]))`;
const isOnBoard = sql`h.asked_level = 'group'`;

/** How many hand-backs wait: for an acknowledgement by the actor's side, and of these how many have gone on. */
export interface HandBackCounts {
  readonly waiting: number;
  readonly goneOn: number;
  /** Of all that wait, whoever wrote them, those that stand on the group's board. */
  readonly onBoard: number;
}

/** How many hand-backs of practices the actor answers for, or of one of them, wait to be acknowledged. */
export async function handBackCounts(db: Queryable, practiceId?: string): Promise<HandBackCounts> {
  // Nobody acknowledges what they wrote themselves, but on the board it stands for everybody.
  return db.one(sql`select (count(*) filter (where k.others))::integer as waiting,
      (count(*) filter (where k.others and h.asked_level <> 'practice'))::integer as "goneOn",
      (count(*) filter (where ${isOnBoard}))::integer as "onBoard"
    from access.hand_back h
    cross join lateral (select h.written_by is distinct from (select platform.current_person()) as others) k
    where ${waits} ${practiceId === undefined ? sql`` : sql`and h.practice_id = ${practiceId}`}`);
}

/** The same by practice of those that nobody has acknowledged although duty was asked, for the board. */
export interface LostSight {
  readonly practiceId: string;
  readonly practiceName: string;
  readonly handBacks: number;
  readonly oldest: Temporal.Instant;
}

/** Practices with hand-backs that came to the group's board, the oldest in front; of patients nothing is told. */
export async function handBacksOnBoard(db: Queryable): Promise<LostSight[]> {
  return db.rows(sql`
    select h.practice_id as "practiceId", t.name as "practiceName", count(*)::integer as "handBacks", min(h.written_at) as oldest
    from access.hand_back h join network.practice t on t.id = h.practice_id
    where ${isOnBoard} and ${waits}
    group by h.practice_id, t.name order by oldest, t.name`);
}

/** The rule in force for a group today: its own, else the one for all. */
export async function handBackRule(db: Queryable, groupId: string | null): Promise<HandBackRule> {
  const rule = await db.maybe<HandBackRule & { notBefore: string; notAfter: string }>(sql`
    select r.practice_minutes as "practiceMinutes", r.duty_minutes as "dutyMinutes", r.not_before::text as "notBefore",
      r.not_after::text as "notAfter", r.away_days as "awayDays", r.source
    from access.hand_back_rule r
    where (r.group_id = ${groupId} or r.group_id is null) and r.valid_from <= platform.today()
    order by r.group_id is null, r.valid_from desc limit 1`);
  assert(rule, 'no rule is set for how long a hand-back waits');
  return {
    ...rule,
    notBefore: Temporal.PlainTime.from(rule.notBefore),
    notAfter: Temporal.PlainTime.from(rule.notAfter),
  };
}

/** Clinicians of practices today, those of the first in front, by name; the one given stands before them all. */
export async function cliniciansOf(
  db: Queryable,
  practices: readonly string[],
  first: string | null = null,
): Promise<{ readonly id: string; readonly name: string; readonly roleName: string; readonly practiceId: string }[]> {
  return db.rows(sql`
    select c.id, c.name, k.short_name as "roleName", c.practice_id as "practiceId"
    from workforce.clinician c join workforce.clinician_role k on k.code = c.role
    where (c.practice_id = any (${practices}::text[]) or c.id = ${first}) and network.in_force(c.valid_from, c.valid_to, platform.today())
    order by c.id = ${first} desc nulls last, array_position(${practices}::text[], c.practice_id), k.scarcity desc, c.name limit 300`);
}
