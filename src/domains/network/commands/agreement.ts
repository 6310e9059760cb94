import { randomUUIDv7 } from 'node:crypto';
import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { decideJoin, decideLeave, decideUndo, standing, type Standing } from '../agreement.ts';
import type { StepRefused } from '../refused.ts';
import { agreements, practicesOfGroup, services, today, type Service } from '../queries/group.ts';
import { continueAgreement, deleteAgreement, endAgreement, insertAgreement } from '../store/agreement.ts';

/** A practice and the service it joins or leaves. */
export interface Step {
  readonly practiceId: string;
  readonly service: string;
}

interface Place {
  readonly service: Service;
  readonly standing: Standing;
  readonly today: Temporal.PlainDate;
}

/** Joins a practice to a service from a day, today at the earliest; answers the day. */
export async function joinService(
  context: Context,
  step: Step & { from?: Temporal.PlainDate },
): Promise<Result<Temporal.PlainDate, StepRefused>> {
  return transaction(context, async (tx) => {
    const place = await placeOf(tx, step);
    if (!place.ok) return place;
    const decided = decideJoin({ ...place.value, from: step.from ?? place.value.today });
    if (!decided.ok) return decided;
    const { practiceId, service } = step;
    const groupId = context.actor.groupId ?? '';
    const id = randomUUIDv7();
    return writing(decided.value, () => insertAgreement(tx, { id, groupId, practiceId, service, from: decided.value }));
  });
}

/** Ends a practice's agreement to a service from a day, with its notice or by joint agreement; answers the day. */
export async function leaveService(
  context: Context,
  step: Step & { from: Temporal.PlainDate; jointAgreement: string | null },
): Promise<Result<Temporal.PlainDate, StepRefused>> {
  return transaction(context, async (tx) => {
    const place = await placeOf(tx, step);
    if (!place.ok) return place;
    const { noticeDays } = place.value.service;
    const decided = decideLeave({ ...place.value, noticeDays, from: step.from, jointAgreement: step.jointAgreement });
    if (!decided.ok) return decided;
    await endAgreement(tx, decided.value);
    return ok(decided.value.leftFrom);
  });
}

/** Takes back a joining or leaving that has not taken effect; answers which it was. */
export async function undoStep(context: Context, step: Step): Promise<Result<'joining' | 'leaving', StepRefused>> {
  return transaction(context, async (tx) => {
    const place = await placeOf(tx, step);
    if (!place.ok) return place;
    const decided = decideUndo(place.value.standing);
    if (!decided.ok) return decided;
    const { kind, agreementId } = decided.value;
    if (kind === 'withdraw') {
      await deleteAgreement(tx, agreementId);
      return ok('joining');
    }
    // It fails when the practice has meanwhile agreed to join again after leaving: two agreements would overlap.
    return writing('leaving' as const, () => continueAgreement(tx, agreementId));
  });
}

async function placeOf(tx: Tx, { practiceId, service: code }: Step): Promise<Result<Place, StepRefused>> {
  const service = (await services(tx)).find((each) => each.code === code);
  if (!service) return err({ kind: 'no-such-service', service: code });
  const day = await today(tx);
  const members = await practicesOfGroup(tx, day);
  if (!members.some((member) => member.code === practiceId)) return err({ kind: 'not-in-group', practiceId });
  const mine = (await agreements(tx, practiceId)).filter((agreement) => agreement.service === code);
  return ok({ service, standing: standing(mine, day), today: day });
}

/** The database keeps two agreements from overlapping: whoever comes second is told so, as if they had looked later. */
async function writing<T>(value: T, work: () => Promise<void>): Promise<Result<T, StepRefused>> {
  try {
    await work();
    return ok(value);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === '23P01' || code === '23505') return err({ kind: 'overlapping' });
    throw error;
  }
}
