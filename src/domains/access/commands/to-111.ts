import { randomUUIDv7 } from 'node:crypto';
import { err, ok, type Result } from '#kernel/result.ts';
import type { Context } from '#platform/db/transaction.ts';
import { insertTo111 } from '../store/fullness.ts';
import { announce, saveEnd } from '../store/request.ts';
import { isOpen, withRequest, type CallReason } from './opened.ts';
import { presented } from './presented.ts';
import { settle } from './settle.ts';

/** What must be known before anybody is sent to 111. */
export interface Sending {
  readonly reason: string;
  /** The clinician who decided it, by name, and which of the group's that is. */
  readonly decidedBy: string;
  readonly deciderId?: string | undefined;
  /** Who at the ICB was told, and when today. */
  readonly icbTold: string;
  readonly icbToldAt: Temporal.Instant | undefined;
  readonly othersTold: string;
  readonly now: Temporal.Instant;
}

/** Sends somebody to 111, which is an exception: a clinician has decided it and the ICB has been told; both are kept. */
export async function sendTo111(
  context: Context,
  id: string,
  sending: Sending,
): Promise<Result<undefined, CallReason>> {
  const { now, icbToldAt } = sending;
  const [reason, decidedBy, icbTold] = [sending.reason.trim(), sending.decidedBy.trim(), sending.icbTold.trim()];
  if (reason === '') return err({ kind: 'reason-111' });
  if (decidedBy === '') return err({ kind: 'decider-111' });
  if (icbTold === '') return err({ kind: 'icb' });
  if (icbToldAt === undefined || Temporal.Instant.compare(icbToldAt, now) > 0) return err({ kind: 'icb-time' });
  return withRequest(context, id, async (tx, request) => {
    const by = context.actor.personId;
    const { groupId, practiceId } = request;
    if (!isOpen(request)) return err({ kind: 'not-open' });
    const said = [reason, decidedBy, icbTold, sending.othersTold];
    if ((await settle(tx, id, { by, now, decided: said })).stopped) return err({ kind: 'red-flag' });
    await presented(tx, request, { by, now });
    await insertTo111(tx, {
      id: randomUUIDv7(),
      ...{ groupId, practiceId, requestId: id, reason, decidedBy, icbTold, icbToldAt, by },
      deciderId: sending.deciderId ?? null,
      othersTold: sending.othersTold.trim(),
    });
    await saveEnd(tx, id, { outcome: 'sent-to-111', now });
    await announce(tx, 'requests', request);
    return ok(undefined);
  });
}
