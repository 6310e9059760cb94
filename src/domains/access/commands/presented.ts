import type { Tx } from '#platform/db/transaction.ts';
import { presentedBefore } from '../queries/contact.ts';
import { requestById, type Request } from '../queries/request.ts';
import { ordinal } from '../request/words.ts';
import { askDutyNow } from './duty-question.ts';

/**
 * Jess's Rule: when somebody has come with the same problem as often as the rule says, a clinician is asked to look at it
 * afresh. Called when a request leaves the hands that took it, so that a half-typed word prompts nobody; asked once.
 */
export async function presented(
  tx: Tx,
  { id }: Pick<Request, 'id'>,
  { by, now }: { by: string | null; now: Temporal.Instant },
): Promise<void> {
  const request = await requestById(tx, id, { again: true });
  if (request === undefined) return;
  const found = await presentedBefore(tx, { ...request, about: request.about ?? undefined });
  if (found === undefined || !found.due) return;
  const question = `The same problem for the ${ordinal(found.time)} time in ${found.withinDays} days. Please look at it afresh.`;
  await askDutyNow(tx, request, { question, kind: 'review', by, now });
}
