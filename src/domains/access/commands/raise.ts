import { randomUUIDv7 } from 'node:crypto';
import type { Tx } from '#platform/db/transaction.ts';
import { firstAsked } from '../duty.ts';
import type { Screened } from '../request/request.ts';
import { minutesToAcknowledge, onDutyFor } from '../queries/duty.ts';
import type { Request } from '../queries/request.ts';
import { raiseFlag } from '../store/red-flag.ts';
import { announce } from '../store/request.ts';

/** The job that puts an unacknowledged red flag to the next level. */
export const escalateJob = 'access.escalate-red-flag';

/** What the job needs to know; the flag itself is read again when it runs. */
export interface EscalatePayload {
  readonly flagId: string;
  readonly groupId: string;
}

/**
 * Raises what screening found: the duty clinician is asked, the wait for them begins, and live screens are told, all in the
 * transaction that saved the words. What stands already is not raised twice.
 */
export async function raise(
  tx: Tx,
  request: Request,
  found: { screened: readonly Screened[]; by: string | null; now: Temporal.Instant },
): Promise<void> {
  if (found.screened.length === 0) return;
  const { groupId, practiceId } = request;
  const asked = firstAsked(await onDutyFor(tx, { groupId, practiceId, at: found.now }));
  for (const finding of found.screened) {
    const raised = await raiseFlag(tx, {
      id: randomUUIDv7(),
      groupId,
      practiceId,
      requestId: request.id,
      patientId: request.patientId,
      ...finding,
      raisedBy: found.by,
      asked,
    });
    if (raised === undefined) continue;
    if (raised.alert)
      await awaitAcknowledgement(
        tx,
        { flagId: raised.id, groupId },
        await deadline(tx, groupId, asked.level, found.now),
      );
    await announce(tx, 'red-flags', { groupId, practiceId });
  }
}

/** When a flag put to a level now goes on. */
export async function deadline(
  tx: Tx,
  ...[groupId, level, now]: [string, Parameters<typeof minutesToAcknowledge>[2], Temporal.Instant]
): Promise<Temporal.Instant> {
  return now.add({ minutes: await minutesToAcknowledge(tx, groupId, level) });
}

/** Adds the job that looks again at the deadline; a flag has one such job at a time. */
export async function awaitAcknowledgement(tx: Tx, payload: EscalatePayload, runAt: Temporal.Instant): Promise<void> {
  await tx.addJob(escalateJob, payload, { runAt, key: `red-flag:${payload.flagId}` });
}
