import { randomUUIDv7 } from 'node:crypto';
import { err, ok, type Result } from '#kernel/result.ts';
import type { Context } from '#platform/db/transaction.ts';
import { refusalOf, type Refusal } from '../refusal.ts';
import {
  callBook,
  callCancel,
  callOverflow,
  type Answer,
  type OverflowWanted,
  type SlotWanted,
} from '../store/booking.ts';

/** A booking that stands; `repeated` when this same call had made it before. */
export interface Booked {
  readonly bookingId: string;
  readonly repeated: boolean;
}

async function answerOf(call: Promise<Answer>): Promise<Result<Booked, Refusal>> {
  try {
    const answer = await call;
    return ok({ bookingId: answer.booking_id, repeated: answer.outcome === 'repeated' });
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined) throw error;
    return err(refusal);
  }
}

/** Books one slot: never past the clinician's safe limit, never a clinician, patient or slot twice. */
export async function book(context: Context, want: Omit<SlotWanted, 'id'>): Promise<Result<Booked, Refusal>> {
  return answerOf(callBook(context.db, context, { ...want, id: randomUUIDv7() }));
}

/** Books urgent overflow: a separate act with reason and name, counted apart, never refused for the limit. */
export async function bookOverflow(
  context: Context,
  want: Omit<OverflowWanted, 'id'>,
): Promise<Result<Booked, Refusal>> {
  return answerOf(callOverflow(context.db, context, { ...want, id: randomUUIDv7() }));
}

/** Cancels a booking with its reason; its slot and its place under the limit are free again. */
export async function cancelBooking(context: Context, id: string, reason: string): Promise<Result<Booked, Refusal>> {
  return answerOf(callCancel(context.db, context, { id, reason }));
}
