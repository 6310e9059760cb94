import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { DutyLevel, OnDuty } from '../duty.ts';

/** A clinician on duty now, with how to name them. */
export interface DutyClinician extends OnDuty {
  readonly name: string;
  /** Where they are reached while on duty; null where it is not known. */
  readonly phone: string | null;
}

/** Who is on duty for a practice at an instant, the nearest level first; the longest on first where there are several. */
export async function onDutyFor(
  db: Queryable,
  { groupId, practiceId, at }: { groupId: string; practiceId: string; at: Temporal.Instant },
): Promise<DutyClinician[]> {
  return db.rows<DutyClinician>(sql`
    select d.level, d.clinician_id as "clinicianId", c.name, d.phone
    from access.duty d join workforce.clinician c on c.id = d.clinician_id
    where d.group_id = ${groupId} and d.starts_at <= ${at} and ${at}::timestamptz < d.ends_at
      and (d.level = 'group' or d.duty_practice_id = ${practiceId}
        or d.hub_id in (select m.hub_id from network.hub_member m where m.practice_id = ${practiceId}
          and m.group_id = ${groupId} and network.in_force(m.valid_from, m.valid_to, platform.today())))
    order by array_position(array['practice', 'hub', 'group'], d.level), d.starts_at, d.id`);
}

/** Minutes a clinician of that level has to acknowledge a red flag; the group's own rule, else the one for all. */
export async function minutesToAcknowledge(db: Queryable, groupId: string, level: DutyLevel): Promise<number> {
  const { minutes } = await db.one<{ minutes: number }>(sql`
    select w.minutes from access.escalation_wait w
    where w.level = ${level} and (w.group_id = ${groupId} or w.group_id is null) and w.valid_from <= platform.today()
    order by w.group_id nulls last, w.valid_from desc limit 1`);
  return minutes;
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

/** Questions not answered yet that the actor may see, the longest waiting first. */
export async function openDutyQuestions(db: Queryable): Promise<DutyQuestion[]> {
  return db.rows<DutyQuestion>(sql`${question} where q.answered_at is null order by q.asked_at limit 50`);
}
