import assert from 'node:assert/strict';
import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { DutyLevel, OnDuty } from '../duty.ts';

/** A clinician on duty now, with how to name them. */
export interface DutyClinician extends OnDuty {
  readonly name: string;
  /** Where they are reached while on duty; null where it is not known. */
  readonly phone: string | null;
}

/** A practice of a group, as duty is asked about it. */
export interface DutyPlace {
  readonly groupId: string;
  readonly practiceId: string;
}

/** Who is on duty for a practice at an instant, the nearest level first; the longest on first where there are several. */
export async function onDutyFor(
  db: Queryable,
  { at, ...place }: DutyPlace & { at: Temporal.Instant },
): Promise<DutyClinician[]> {
  return (await onDutyForAll(db, [place], at))(place);
}

/** The same for many practices by one query: answers a function from a practice to its clinicians on duty. */
export async function onDutyForAll(
  db: Queryable,
  places: readonly DutyPlace[],
  at: Temporal.Instant,
): Promise<(place: DutyPlace) => DutyClinician[]> {
  const keyOf = ({ groupId, practiceId }: DutyPlace): string => `${groupId} ${practiceId}`;
  const asked = [...new Map(places.map((place) => [keyOf(place), place])).values()];
  const rows = await db.rows<DutyClinician & DutyPlace>(sql`
    select p.group_id as "groupId", p.practice_id as "practiceId", d.level, d.clinician_id as "clinicianId", c.name, d.phone
    from unnest(${asked.map(({ groupId }) => groupId)}::uuid[], ${asked.map(({ practiceId }) => practiceId)}::text[]) p(group_id, practice_id)
    join access.duty d on d.group_id = p.group_id join workforce.clinician c on c.id = d.clinician_id
    where d.starts_at <= ${at} and ${at}::timestamptz < d.ends_at
      and (d.level = 'group' or d.duty_practice_id = p.practice_id
        or d.hub_id in (select m.hub_id from network.hub_member m where m.practice_id = p.practice_id
          and m.group_id = p.group_id and network.in_force(m.valid_from, m.valid_to, platform.today())))
    order by array_position(array['practice', 'hub', 'group'], d.level), d.starts_at, d.id`);
  const found = Map.groupBy(rows, keyOf);
  return (place) => found.get(keyOf(place)) ?? [];
}

/** Minutes a clinician of that level has to acknowledge a red flag; the group's own rule, else the one for all. */
export async function minutesToAcknowledge(db: Queryable, groupId: string, level: DutyLevel): Promise<number> {
  return (await minutesByLevel(db))(groupId, level);
}

/** The same for every group and level by one query: answers a function from a group and a level to the minutes. */
export async function minutesByLevel(db: Queryable): Promise<(groupId: string, level: DutyLevel) => number> {
  const rows = await db.rows<{ groupId: string | null; level: DutyLevel; minutes: number }>(sql`
    select distinct on (w.group_id, w.level) w.group_id as "groupId", w.level, w.minutes
    from access.escalation_wait w where w.valid_from <= platform.today()
    order by w.group_id, w.level, w.valid_from desc`);
  return (groupId, level) => {
    const own = rows.find((row) => row.groupId === groupId && row.level === level);
    const found = own ?? rows.find((row) => row.groupId === null && row.level === level);
    assert(found, `no time to acknowledge is set for the level ${level}`);
    return found.minutes;
  };
}

/** Why the duty clinician is asked: by a person; the same problem again; nobody could be reached. */
export type DutyQuestionKind = 'asked' | 'review' | 'not-reached';

/** A question put to the duty clinician about a request. */
export interface DutyQuestion {
  readonly id: string;
  readonly kind: DutyQuestionKind;
  readonly requestId: string;
  readonly practiceName: string;
  readonly question: string;
  readonly askedAt: Temporal.Instant;
  readonly askedByName: string | null;
  readonly askedClinicianName: string | null;
  readonly askedPersonId: string | null;
  readonly answer: string | null;
  readonly answeredAt: Temporal.Instant | null;
  readonly answeredByName: string | null;
}

const question = sql`
  select q.id, q.kind, q.request_id as "requestId", t.name as "practiceName", q.question, q.asked_at as "askedAt", p.name as "askedByName",
    c.name as "askedClinicianName", c.person_id as "askedPersonId", q.answer, q.answered_at as "answeredAt", a.name as "answeredByName"
  from access.duty_question q join network.practice t on t.id = q.practice_id
  left join network.person p on p.id = q.asked_by
  left join workforce.clinician c on c.id = q.asked_clinician_id
  left join network.person a on a.id = q.answered_by`;

/** Questions put about a request, the newest first. */
export async function dutyQuestionsOf(db: Queryable, requestId: string): Promise<DutyQuestion[]> {
  return db.rows<DutyQuestion>(sql`${question} where q.request_id = ${requestId} order by q.asked_at desc`);
}

/** A question the actor may see. */
export async function dutyQuestionById(db: Queryable, id: string): Promise<DutyQuestion | undefined> {
  return db.maybe<DutyQuestion>(sql`${question} where q.id = ${id}`);
}

/** Questions not answered yet that the actor may see, the longest waiting first. */
export async function openDutyQuestions(db: Queryable): Promise<DutyQuestion[]> {
  return db.rows<DutyQuestion>(sql`${question} where q.answered_at is null order by q.asked_at limit 50`);
}
