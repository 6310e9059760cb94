import { randomUUIDv7 } from 'node:crypto';
import { err, ok, type Result } from '#kernel/result.ts';
import type { Queryable } from '#platform/db/database.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import { besideOf, refusalOf, type Refusal } from '../refusal.ts';
import {
  callBook,
  callCancel,
  callJoint,
  callMove,
  callOverflow,
  type Answer,
  type JointWanted,
  type MoveWanted,
  type OverflowWanted,
  type SlotWanted,
} from '../store/booking.ts';
import type { MessageKind } from '../message.ts';
import { tell } from './tell.ts';

/** A booking that stands; `repeated` when this same call had made it before. */
export interface Booked {
  readonly bookingId: string;
  readonly repeated: boolean;
}

async function answerOf(call: () => Promise<Answer>): Promise<Result<Booked, Refusal>> {
  return refusalFrom(async () => {
    const answer = await call();
    return { bookingId: answer.booking_id, repeated: answer.outcome === 'repeated' };
  });
}

/** What a call of the database answers, or why it refuses; called again where two callers stopped one another. */
export async function refusalFrom<T>(call: () => Promise<T>): Promise<Result<T, Refusal>> {
  for (let tries = 1; ; tries += 1) {
    try {
      return ok(await call());
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal !== undefined) return err(refusal);
      if (!crossed(error) || tries === 3) throw error;
    }
  }
}

/** Whether two callers who wanted each other's places stopped one another: the one that was stopped has done nothing. */
function crossed(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === '40P01';
}

/** Calls the database; where it is said when, the patient is told in the same transaction. */
async function andTell(
  context: Context,
  call: (db: Queryable) => Promise<Answer>,
  telling: { kind: MessageKind; tellAt: Temporal.Instant | undefined },
): Promise<Answer> {
  const { kind, tellAt: now } = telling;
  if (now === undefined) return call(context.db);
  return transaction(context, async (tx) => {
    const answer = await call(tx);
    if (answer.outcome !== 'repeated') await tell(tx, { kind, bookingId: answer.booking_id, now });
    return answer;
  });
}

/** Books one slot: never past the clinician's safe limit, never a clinician, patient or slot twice. With `tellAt` the patient is told. */
export async function book(
  context: Context,
  want: Omit<SlotWanted, 'id'>,
  tellAt?: Temporal.Instant,
): Promise<Result<Booked, Refusal>> {
  const id = randomUUIDv7();
  return answerOf(() => andTell(context, (db) => callBook(db, context, { ...want, id }), { kind: 'booked', tellAt }));
}

/** Books one slot with all it takes, or nothing: a second clinician, whose limit it counts to as well, and a room where its session needs one. */
export async function bookJoint(
  context: Context,
  want: Omit<JointWanted, 'id'>,
  tellAt?: Temporal.Instant,
): Promise<Result<Booked, Refusal>> {
  const id = randomUUIDv7();
  return answerOf(() => andTell(context, (db) => callJoint(db, context, { ...want, id }), { kind: 'booked', tellAt }));
}

/** Why urgent overflow is refused; `beside` is when the clinician's visits begin that it would be booked beside. */
export interface OverflowRefused {
  readonly kind: Refusal;
  readonly beside?: readonly Temporal.Instant[] | undefined;
}

/**
 * Books urgent overflow: a separate act with reason and name, counted apart, never refused for the limit. Refused where the
 * patient has another visit then, and where the clinician has any that `beside` does not name.
 */
export async function bookOverflow(
  context: Context,
  want: Omit<OverflowWanted, 'id'>,
): Promise<Result<Booked, OverflowRefused>> {
  const id = randomUUIDv7();
  let beside: readonly Temporal.Instant[] | undefined;
  const booked = await answerOf(async () => {
    try {
      return await callOverflow(context.db, context, { ...want, id });
    } catch (error) {
      beside = besideOf(error);
      throw error;
    }
  });
  return booked.ok ? booked : err({ kind: booked.error, beside });
}

/** Cancels a booking with its reason; its slot and its place under the limit are free again. With `tellAt` the patient is told. */
export async function cancelBooking(
  context: Context,
  id: string,
  ...[reason, tellAt]: [reason: string, tellAt?: Temporal.Instant]
): Promise<Result<Booked, Refusal>> {
  return answerOf(() =>
    andTell(context, (db) => callCancel(db, context, { id, reason }), { kind: 'cancelled', tellAt }),
  );
}

/** Moves a booking to another slot: both or neither. What refuses the new place leaves the old booking as it stood. */
export async function moveBooking(
  context: Context,
  want: Omit<MoveWanted, 'id'>,
  tellAt?: Temporal.Instant,
): Promise<Result<Booked, Refusal>> {
  const id = randomUUIDv7();
  return answerOf(() => andTell(context, (db) => callMove(db, context, { ...want, id }), { kind: 'moved', tellAt }));
}
