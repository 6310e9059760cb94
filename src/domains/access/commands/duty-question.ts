import { randomUUIDv7 } from 'node:crypto';
import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { firstAsked } from '../duty.ts';
import { dutyQuestionById, onDutyFor, type DutyQuestionKind } from '../queries/duty.ts';
import type { Request } from '../queries/request.ts';
import { insertDutyQuestion, saveDutyAnswer } from '../store/duty-question.ts';
import { announce } from '../store/request.ts';
import { hearClinician, type AskedOfWords, type MayMeanDanger } from './clinician-words.ts';
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
    const by = context.actor.personId;
    await askDutyNow(tx, request, { question: question.trim(), kind: 'asked', by, now });
    await settle(tx, id, { by, now });
    await announce(tx, 'requests', request);
    return ok(undefined);
  });
}

/** Puts a question to whoever is on duty; one that a rule asks (of another kind than `asked`) is put once a request. */
export async function askDutyNow(
  tx: Tx,
  { id, groupId, practiceId }: Pick<Request, 'id' | 'groupId' | 'practiceId'>,
  asking: { question: string; kind: DutyQuestionKind; by: string | null; now: Temporal.Instant },
): Promise<void> {
  const asked = firstAsked(await onDutyFor(tx, { groupId, practiceId, at: asking.now }));
  await insertDutyQuestion(tx, {
    id: randomUUIDv7(),
    groupId,
    practiceId,
    requestId: id,
    clinicianId: asked.clinicianId,
    question: asking.question,
    kind: asking.kind,
    askedBy: asking.by,
  });
}

/**
 * A clinician answers a question put to the duty clinician; the first answer stands. Words of it that may mean a danger nobody
 * has raised are asked about once, and raised where the clinician says so.
 */
export async function answerDuty(
  context: Context,
  id: string,
  { answer, asked, now }: { answer: string; asked?: AskedOfWords | undefined; now: Temporal.Instant },
): Promise<Result<undefined, { kind: 'note' | 'not-there' } | MayMeanDanger>> {
  if (answer.trim() === '') return err({ kind: 'note' });
  const question = await transaction(context, (tx) => dutyQuestionById(tx, id));
  if (question === undefined || question.answeredAt !== null) return err({ kind: 'not-there' });
  const heard = await hearClinician(context, { requestId: question.requestId, text: answer, asked, now });
  if (heard.kind === 'may-mean-danger') return err(heard);
  return transaction(context, async (tx) => {
    const answered = await saveDutyAnswer(tx, id, { answer: answer.trim(), by: context.actor.personId });
    if (answered === undefined) return err({ kind: 'not-there' });
    await announce(tx, 'requests', answered);
    return ok(undefined);
  });
}
