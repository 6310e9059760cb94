import { systemActor } from '#platform/auth/actor.ts';
import type { Database } from '#platform/db/database.ts';
import { transaction } from '#platform/db/transaction.ts';
import { nextHolder } from '../hand-back.ts';
import { onDutyFor } from '../queries/duty.ts';
import { holdHandBack } from '../queries/hand-back.ts';
import { holdParts, moveHandBack } from '../store/hand-back.ts';
import { announce } from '../store/request.ts';
import { awaitAcknowledgement } from './hand-back.ts';

/** Puts a hand-back that nobody has acknowledged to the home practice's duty clinician, and then on the group's board. */
export async function escalateHandBack(
  db: Database,
  { handBackId, groupId }: { handBackId: string; groupId: string },
  now: Temporal.Instant,
): Promise<'moved' | 'stays' | 'answered'> {
  const actor = systemActor('hand-backs', groupId);
  return transaction({ db, actor, act: { action: 'escalate-hand-back' } }, async (tx) => {
    await holdParts(tx, handBackId);
    const standing = await holdHandBack(tx, handBackId);
    if (standing === undefined || standing.acknowledgedAt !== null || standing.nothingAsked) return 'answered';
    const { practiceId } = standing;
    const next = nextHolder(standing.askedLevel, await onDutyFor(tx, { groupId, practiceId, at: now }));
    if (next === undefined) return 'stays';
    await moveHandBack(tx, handBackId, next);
    await awaitAcknowledgement(tx, standing, { level: next.level, now });
    await announce(tx, 'requests', { groupId, practiceId });
    return 'moved';
  });
}
