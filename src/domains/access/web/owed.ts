import type { Tx } from '#platform/db/transaction.ts';
import { firstAsked } from '../duty.ts';
import { dueBy } from '../hand-back.ts';
import { onDutyForAll } from '../queries/duty.ts';
import {
  asksOfMe,
  handBackCards,
  handBackRule,
  ownerlessResults,
  resultsOwedByMe,
  type StandingResult,
} from '../queries/hand-back.ts';
import { mineAmong } from '../queries/my-day.ts';

/**
 * What a clinician owes: their open results with the overdue first, those of the practices they are on duty for whose owner
 * has left or is away, and what hand-backs ask of them by name.
 */
export async function owedView(
  tx: Tx,
  { groupId, now }: { groupId: string | null; now: Temporal.Instant },
): Promise<object> {
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  const rule = await handBackRule(tx, groupId);
  const mine = await resultsOwedByMe(tx, rule);
  const ownerless = await ownerlessOnDuty(tx, await ownerlessResults(tx, rule), now);
  const asks = await asksOfMe(tx);
  const cards = await handBackCards(
    tx,
    [...mine, ...ownerless, ...asks].map(({ handBackId }) => handBackId),
  );
  const shown = (result: StandingResult) => {
    const card = cards.get(result.handBackId);
    return card ? [{ ...result, card, due: dueBy(result.expectedOn, today) }] : [];
  };
  const owed = mine.flatMap(shown);
  return {
    owed,
    overdue: owed.filter(({ due }) => due.state === 'now').length,
    ownerless: ownerless.flatMap(shown),
    asksOfMe: asks.flatMap((ask) => {
      const card = cards.get(ask.handBackId);
      return card ? [{ ...ask, card, due: dueBy(ask.dueOn, today) }] : [];
    }),
  };
}

/** Those results that come to the actor because they are the one on duty for the home practice now, and not the owner. */
async function ownerlessOnDuty(tx: Tx, results: readonly StandingResult[], now: Temporal.Instant) {
  if (results.length === 0) return [];
  const onDuty = await onDutyForAll(tx, results, now);
  const mine = await mineAmong(tx);
  return results.filter((result) => {
    const { clinicianId } = firstAsked(onDuty(result));
    return clinicianId !== null && mine.has(clinicianId) && !mine.has(result.ownerId);
  });
}
