import { randomUUIDv7 } from 'node:crypto';
import { parsePhone } from '#kernel/phone.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import { heldByOther } from '../request/request.ts';
import { practicesTakenFor, requestById } from '../queries/request.ts';
import { announce, insertRequest, saveTaker } from '../store/request.ts';

/** Why a request cannot be begun. */
export interface NotStarted {
  readonly kind: 'no-practice' | 'phone';
}

/** Begins a request as a draft that is already kept; its practice is the one that was rung until the patient is known. */
export async function startCall(
  context: Context,
  from: { channel: string; practiceId: string | undefined; callerPhone: string | undefined },
): Promise<Result<string, NotStarted>> {
  const { actor } = context;
  const callerPhone = from.callerPhone?.trim() ? parsePhone(from.callerPhone) : null;
  if (callerPhone === null && from.callerPhone?.trim()) return err({ kind: 'phone' });
  return transaction(context, async (tx) => {
    const practices = await practicesTakenFor(tx);
    const practice = practices.find(({ id }) => id === (from.practiceId ?? actor.practiceId ?? practices[0]?.id));
    if (practice === undefined || actor.groupId === null) return err({ kind: 'no-practice' });
    const id = randomUUIDv7();
    await insertRequest(tx, {
      id,
      groupId: actor.groupId,
      practiceId: practice.id,
      channel: from.channel,
      deskPracticeId: from.channel === 'desk' ? practice.id : undefined,
      callerPhone,
      takenBy: actor.personId,
    });
    return ok(id);
  });
}

/** Why a request was not taken: it is not there, is over, or somebody else has it (`name`). */
export type NotTaken = { readonly kind: 'not-there' | 'over' } | { readonly kind: 'held'; readonly name: string };

/** Takes a waiting request in hand, so that two people see that one has it; `over` takes it from the other. */
export async function takeCall(
  context: Context,
  id: string,
  { over, now }: { over: boolean; now: Temporal.Instant },
): Promise<Result<undefined, NotTaken>> {
  return transaction(context, async (tx) => {
    const request = await requestById(tx, id, { lock: true });
    if (request === undefined) return err({ kind: 'not-there' });
    if (request.status === 'booked' || request.status === 'ended') return err({ kind: 'over' });
    const me = context.actor.personId;
    if (!over && heldByOther(request, { me, now }))
      return err({ kind: 'held', name: request.takenByName ?? 'Somebody' });
    await saveTaker(tx, id, me);
    await announce(tx, 'requests', request);
    return ok(undefined);
  });
}
