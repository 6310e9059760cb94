import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { flagById, flagsOf, type Flag } from '../queries/red-flag.ts';
import type { Danger } from '../red-flag/judged.ts';
import { acknowledgeFlag, closeFlag, type Closing } from '../store/red-flag.ts';
import { announce } from '../store/request.ts';

/** Why a flag was not acknowledged or closed. */
export interface FlagReason {
  readonly kind: 'not-there' | 'note' | 'danger';
}

/** A clinician says that they have a flag and the others of its request; who was first stays. Nobody else can. */
export async function acknowledge(context: Context, id: string): Promise<Result<undefined, FlagReason>> {
  const { personId } = context.actor;
  return transaction(context, async (tx) => {
    const flag = await flagById(tx, id, { lock: true });
    if (flag === undefined || personId === null) return err({ kind: 'not-there' });
    for (const one of await openFlagsWith(tx, flag)) await acknowledgeFlag(tx, one.id, personId);
    await announce(tx, 'red-flags', flag);
    return ok(undefined);
  });
}

/**
 * A clinician closes a flag and the others of its request with what was done, and says whether it was a danger, and whether the
 * request is dealt with or goes back to be booked.
 */
export async function close(
  context: Context,
  id: string,
  { note, next, danger }: Omit<Closing, 'danger'> & { danger: Danger | undefined },
): Promise<Result<undefined, FlagReason>> {
  if (note.trim() === '') return err({ kind: 'note' });
  if (danger === undefined) return err({ kind: 'danger' });
  return transaction(context, async (tx) => {
    const flag = await flagById(tx, id, { lock: true });
    if (flag === undefined) return err({ kind: 'not-there' });
    for (const one of await openFlagsWith(tx, flag)) await closeFlag(tx, one.id, { note: note.trim(), next, danger });
    await announce(tx, 'red-flags', flag);
    await announce(tx, 'requests', flag);
    return ok(undefined);
  });
}

async function openFlagsWith(tx: Tx, { requestId }: Flag): Promise<Flag[]> {
  return (await flagsOf(tx, requestId)).filter(({ closedAt }) => closedAt === null);
}
