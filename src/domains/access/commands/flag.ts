import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import { flagById, type Flag } from '../queries/red-flag.ts';
import { acknowledgeFlag, closeFlag } from '../store/red-flag.ts';
import { announce } from '../store/request.ts';

/** Why a flag was not acknowledged or closed. */
export interface FlagReason {
  readonly kind: 'not-there' | 'note' | 'closed';
}

/** A clinician says that they have seen a flag; who was first stays. Nobody else can: the database refuses it. */
export async function acknowledge(context: Context, id: string): Promise<Result<Flag, FlagReason>> {
  return transaction(context, async (tx) => {
    const flag = await flagById(tx, id, { lock: true });
    const { personId } = context.actor;
    if (flag === undefined || personId === null) return err({ kind: 'not-there' });
    if (flag.closedAt !== null) return err({ kind: 'closed' });
    await acknowledgeFlag(tx, id, personId);
    await announce(tx, 'red-flags', flag);
    return ok(flag);
  });
}

/** A clinician closes a flag with what was done, and says whether the request is dealt with or goes back to be booked. */
export async function close(
  context: Context,
  id: string,
  { note, next }: { note: string; next: 'ended' | 'waiting' },
): Promise<Result<Flag, FlagReason>> {
  if (note.trim() === '') return err({ kind: 'note' });
  return transaction(context, async (tx) => {
    const flag = await flagById(tx, id, { lock: true });
    if (flag === undefined) return err({ kind: 'not-there' });
    await closeFlag(tx, id, { note: note.trim(), next });
    await announce(tx, 'red-flags', flag);
    return ok(flag);
  });
}
