import { randomUUIDv7 } from 'node:crypto';
import { ok, type Result } from '#kernel/result.ts';
import type { Context } from '#platform/db/transaction.ts';
import type { HelpStep } from '../request/help.ts';
import { insertHelp, undoHelp } from '../store/help.ts';
import { announce } from '../store/request.ts';
import { withRequest, type CallReason } from './opened.ts';

/** Records that 999 was rung or the call was put through, or takes that back; pressed again it changes nothing. */
export async function keepHelp(
  context: Context,
  id: string,
  { step, undo }: { step: HelpStep; undo: boolean },
): Promise<Result<undefined, CallReason>> {
  return withRequest(context, id, async (tx, request) => {
    const { groupId, practiceId } = request;
    if (undo) await undoHelp(tx, id, step);
    else await insertHelp(tx, { id: randomUUIDv7(), groupId, practiceId, requestId: id, step });
    await announce(tx, 'red-flags', request);
    return ok(undefined);
  });
}
