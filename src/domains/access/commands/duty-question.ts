import { randomUUIDv7 } from 'node:crypto';
import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import { firstAsked } from '../duty.ts';
import { onDutyFor } from '../queries/duty.ts';
import { insertDutyQuestion, saveDutyAnswer } from '../store/duty-question.ts';
import { announce } from '../store/request.ts';
import { isOpen, withRequest, type CallReason } from './opened.ts';
import { settle } from './settle.ts';

/** Asks the duty clinician about a request in words; the request waits meanwhile and the answer comes back to it. */
export async function askDuty(
  context: Context,
  id: string,
  { question, now }: { question: string; now: Temporal.Instant },
): Promise<Result<undefined, CallReason>> {
  return withRequest(context, id, async (tx, request) => {
    if (!isOpen(request)) return err({ kind: 'not-open' });
    if (question.trim() === '') return err({ kind: 'question' });
    const { groupId, practiceId } = request;
    const asked = firstAsked(await onDutyFor(tx, { groupId, practiceId, at: now }));
    await insertDutyQuestion(tx, {
      id: randomUUIDv7(),
      groupId,
      practiceId,
      requestId: id,
      clinicianId: asked.clinicianId,
      question: question.trim(),
      askedBy: context.actor.personId,
    });
    await settle(tx, id, { by: context.actor.personId, now });
    await announce(tx, 'requests', { groupId, practiceId });
    return ok(undefined);
  });
}

/** A clinician answers a question put to the duty clinician; the first answer stands. */
export async function answerDuty(
  context: Context,
  id: string,
  answer: string,
): Promise<Result<undefined, { kind: 'note' | 'not-there' }>> {
  if (answer.trim() === '') return err({ kind: 'note' });
  return transaction(context, async (tx) => {
    const answered = await saveDutyAnswer(tx, id, { answer: answer.trim(), by: context.actor.personId });
    if (answered === undefined) return err({ kind: 'not-there' });
    await announce(tx, 'requests', answered);
    return ok(undefined);
  });
}
