import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/transaction.ts';

/** A question for the duty clinician about a request. */
export interface NewDutyQuestion {
  readonly id: string;
  readonly groupId: string;
  readonly practiceId: string;
  readonly requestId: string;
  readonly clinicianId: string | null;
  readonly question: string;
  readonly kind: string;
  readonly askedBy: string | null;
}

/** Puts a question. */
export async function insertDutyQuestion(tx: Tx, asked: NewDutyQuestion): Promise<void> {
  await tx.rows(sql`insert into access.duty_question (id, group_id, practice_id, request_id, asked_clinician_id, question, kind, asked_by)
    values (${asked.id}, ${asked.groupId}, ${asked.practiceId}, ${asked.requestId}, ${asked.clinicianId}, ${asked.question}, ${asked.kind},
      ${asked.askedBy}) on conflict (request_id, kind) where kind <> 'asked' do nothing`);
}

/** Answers a question, once; answers whose practice it was of. */
export async function saveDutyAnswer(
  tx: Tx,
  id: string,
  { answer, by }: { answer: string; by: string | null },
): Promise<{ groupId: string; practiceId: string } | undefined> {
  return tx.maybe(sql`update access.duty_question set answer = ${answer}, answered_at = now(), answered_by = ${by}
    where id = ${id} and answered_at is null returning group_id as "groupId", practice_id as "practiceId"`);
}
