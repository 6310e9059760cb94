import { randomUUIDv7 } from 'node:crypto';
import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import { isDrawn } from '../queries/danger-review.ts';
import { flagsOf } from '../queries/red-flag.ts';
import { requestById } from '../queries/request.ts';
import type { Danger } from '../red-flag/judged.ts';
import { insertReview } from '../store/danger-review.ts';

/** Why a judgement was not kept: the request is not there to be judged, or screening had flagged it. */
export interface JudgeReason {
  readonly kind: 'not-there' | 'flagged';
}

/** A clinician says whether the words of a request drawn to be read were a danger. What was said first stays. */
export async function judgeDrawn(
  context: Context,
  requestId: string,
  danger: Danger,
): Promise<Result<undefined, JudgeReason>> {
  return transaction(context, async (tx) => {
    const drawn = await isDrawn(tx, requestId);
    if (drawn === undefined) return err({ kind: 'not-there' });
    await insertReview(tx, { id: randomUUIDv7(), requestId, ...drawn, origin: 'sample', danger });
    return ok(undefined);
  });
}

/** A clinician who saw the patient says that a request without a red flag should have had one; again changes nothing. */
export async function sayMissed(context: Context, requestId: string): Promise<Result<undefined, JudgeReason>> {
  return transaction(context, async (tx) => {
    const request = await requestById(tx, requestId);
    if (request === undefined) return err({ kind: 'not-there' });
    if ((await flagsOf(tx, requestId)).some(({ origin }) => origin === 'words')) return err({ kind: 'flagged' });
    const { groupId, practiceId } = request;
    await insertReview(tx, { id: randomUUIDv7(), groupId, practiceId, requestId, origin: 'visit', danger: 'yes' });
    return ok(undefined);
  });
}
