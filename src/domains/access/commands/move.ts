import { err, type Result } from '#kernel/result.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import { movable } from '../queries/move.ts';
import type { Refusal } from '../refusal.ts';
import { announce } from '../store/request.ts';
import { moveBooking, type Booked } from './book.ts';

/** The place chosen for a visit; `key` makes a form sent twice the same move. */
export interface MoveChosen {
  readonly key: string;
  readonly sessionId: string;
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
  readonly now: Temporal.Instant;
}

/**
 * Moves a visit to a place of its own kind, in one transaction of the database, which checks the place and the safe limit;
 * the length stays what it was, whatever the form says.
 */
export async function moveVisit(
  context: Context,
  bookingId: string,
  chosen: MoveChosen,
): Promise<Result<Booked, Refusal>> {
  const { key, sessionId, startsAt, now } = chosen;
  const found = await transaction(context, (tx) => movable(tx, bookingId, now));
  const place = found?.openings.find(
    (one) => one.session.id === sessionId && one.startsAt === startsAt.epochMilliseconds,
  );
  if (found && place === undefined) return err('slot-taken');
  // A visit that has gone already: the database answers a form sent twice with the move it made, and refuses any other.
  const minutes = place?.minutes ?? chosen.minutes;
  const moved = await moveBooking(context, { key, bookingId, sessionId, startsAt, minutes }, now);
  if (!moved.ok) return err(moved.error);
  if (found) await announce(context.db, 'requests', found.visit);
  return moved;
}
