import { randomUUIDv7 } from 'node:crypto';
import { err, ok, type Result } from '#kernel/result.ts';
import type { Context, Tx } from '#platform/db/transaction.ts';
import { afterTry, mayEndUnreached, type AfterTry, type TryResult } from '../request/contact.ts';
import { attemptsOf, contactRule, safeContactOf } from '../queries/contact.ts';
import { dutyQuestionsOf } from '../queries/duty.ts';
import { flagsOf } from '../queries/red-flag.ts';
import type { Request } from '../queries/request.ts';
import { stops } from '../request/request.ts';
import { insertAttempt, saveTryAgain } from '../store/contact.ts';
import { announce, saveEnd } from '../store/request.ts';
import { askDutyNow } from './duty-question.ts';
import { isOpen, withRequest, type CallReason } from './opened.ts';
import { presented } from './presented.ts';

/** What stands between a request and a try to reach its person. */
async function refusedTry(tx: Tx, request: Request): Promise<CallReason | undefined> {
  if (!isOpen(request)) return { kind: 'not-open' };
  const safe = await safeContactOf(tx, { requestId: request.id, patientId: request.patientId });
  if (safe.asks) return { kind: 'safe-contact' };
  if ((await flagsOf(tx, request.id)).some(stops)) return { kind: 'red-flag' };
  return undefined;
}

/**
 * Records that somebody was rung in vain and does what the rule says: they are tried again at a time, the duty clinician is
 * asked what to do, or (`write`) the request stays open until somebody has written to them.
 */
export async function recordTry(
  context: Context,
  id: string,
  { result, now }: { result: TryResult; now: Temporal.Instant },
): Promise<Result<AfterTry, CallReason>> {
  return withRequest(context, id, async (tx, request) => {
    const refused = await refusedTry(tx, request);
    if (refused) return err(refused);
    const { groupId, practiceId, urgency, answerBy } = request;
    const by = context.actor.personId;
    await insertAttempt(tx, {
      id: randomUUIDv7(),
      groupId,
      practiceId,
      requestId: id,
      way: 'telephone',
      result,
      by,
      at: now,
    });
    const attempts = await attemptsOf(tx, id);
    const tries = attempts.filter(({ way }) => way === 'telephone').length;
    const next = afterTry(await contactRule(tx, { groupId, urgency }), { tries, result, now, answerBy });
    if (next.kind === 'duty') {
      const question = `They could not be reached, tried ${tries === 1 ? 'once' : `${tries} times`}. What next?`;
      await askDutyNow(tx, request, { question, kind: 'not-reached', by, now });
    }
    if (next.kind !== 'write') await saveTryAgain(tx, id, next.kind === 'again' ? next.at : null);
    await announce(tx, 'requests', request);
    return ok(next);
  });
}

/** Ends a request whose person could not be reached, once they have been written to: how they come back is in the letter. */
export async function endUnreached(
  context: Context,
  id: string,
  { way, now }: { way: 'text' | 'letter'; now: Temporal.Instant },
): Promise<Result<undefined, CallReason>> {
  return withRequest(context, id, async (tx, request) => {
    const refused = await refusedTry(tx, request);
    if (refused) return err(refused);
    const rule = await contactRule(tx, request);
    const attempts = await attemptsOf(tx, id);
    const dutyQuestions = await dutyQuestionsOf(tx, id);
    if (!mayEndUnreached({ rule, attempts, dutyQuestions })) return err({ kind: 'tries' });
    const { groupId, practiceId } = request;
    const by = context.actor.personId;
    await insertAttempt(tx, {
      id: randomUUIDv7(),
      groupId,
      practiceId,
      requestId: id,
      way,
      result: 'sent',
      by,
      at: now,
    });
    await presented(tx, request, { by, now });
    await saveEnd(tx, id, { outcome: 'not-reached', now });
    await announce(tx, 'requests', request);
    return ok(undefined);
  });
}
