import { transaction, type Context } from '#platform/db/transaction.ts';
import type { Hours } from '../practice-said.ts';
import { writeSaid, type PracticeSaid } from '../store/practice.ts';

/** Keeps on what number patients ring a practice and when it is open, each where it is given; undefined where there is no such practice. */
export async function sayOfPractice(
  context: Context,
  said: { code: string; phone: string | null; opening: Hours | null },
): Promise<PracticeSaid | undefined> {
  return transaction(context, (tx) => writeSaid(tx, said));
}
