import { systemActor } from '#platform/auth/actor.ts';
import type { Database } from '#platform/db/database.ts';
import { transaction } from '#platform/db/transaction.ts';
import { nextAsked } from '../duty.ts';
import { onDutyFor } from '../queries/duty.ts';
import { flagById } from '../queries/red-flag.ts';
import { moveFlag } from '../store/red-flag.ts';
import { announce } from '../store/request.ts';
import { awaitAcknowledgement, deadline, type EscalatePayload } from './raise.ts';

/**
 * Puts a red flag that nobody has acknowledged to the next level, and looks again when that one's time is up: until it is
 * acknowledged or closed, whoever comes on duty is asked.
 */
export async function escalate(
  db: Database,
  payload: EscalatePayload,
  now: Temporal.Instant,
): Promise<'moved' | 'stays' | 'answered'> {
  const actor = systemActor('red-flag alerts', payload.groupId);
  return transaction({ db, actor, act: { action: 'escalate-red-flag' } }, async (tx) => {
    const flag = await flagById(tx, payload.flagId, { lock: true });
    if (flag === undefined || flag.closedAt !== null || flag.acknowledgedAt !== null) return 'answered';
    const { groupId, practiceId } = flag;
    const asked = { level: flag.askedLevel, clinicianId: flag.askedClinicianId };
    const before = flag.askedBefore.flatMap(({ clinicianId }) => clinicianId ?? []);
    const next = nextAsked(asked, await onDutyFor(tx, { groupId, practiceId, at: now }), before);
    if (next !== undefined) await moveFlag(tx, flag.id, next);
    await awaitAcknowledgement(tx, payload, await deadline(tx, groupId, (next ?? asked).level, now));
    if (next !== undefined) await announce(tx, 'red-flags', { groupId, practiceId });
    return next === undefined ? 'stays' : 'moved';
  });
}
