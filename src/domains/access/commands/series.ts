import { randomUUIDv7 } from 'node:crypto';
import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import type { MessageKind } from '../message.ts';
import { seriesById } from '../queries/series.ts';
import type { Refusal } from '../refusal.ts';
import { announce } from '../store/request.ts';
import { callCancelSeries, callSeries, type SeriesPlaceWanted, type SeriesWanted } from '../store/series.ts';
import { readyToBook, type ToBook } from './book-call.ts';
import { refusalFrom } from './book.ts';
import { hearInCancelling } from './heard.ts';
import type { CallReason } from './opened.ts';
import { tell } from './tell.ts';

/** A series as a page showed it: each place with the day it is for. */
export interface SeriesChosen extends ToBook, Pick<SeriesWanted, 'key' | 'everyDays' | 'whole'> {
  readonly places: readonly (Omit<SeriesPlaceWanted, 'slot'> & {
    readonly slot?: Omit<NonNullable<SeriesPlaceWanted['slot']>, 'id'> | undefined;
  })[];
}

/** A series that stands: which visits were booked, and how many could not be had. */
export interface SeriesBooked {
  readonly id: string;
  readonly bookings: readonly string[];
  readonly unmet: number;
  readonly repeated: boolean;
}

/** Books visits together in one transaction: all of them or none, or as many as can be had. The patient is told of them in one message. */
export async function bookSeries(
  context: Context,
  want: Omit<SeriesWanted, 'id' | 'places'> & { readonly places: SeriesChosen['places'] },
  tellAt?: Temporal.Instant,
): Promise<Result<SeriesBooked, Refusal>> {
  const id = randomUUIDv7();
  const places = want.places.map(({ slot, ...one }) => ({ ...one, slot: slot && { ...slot, id: randomUUIDv7() } }));
  return refusalFrom(() =>
    transaction(context, async (tx) => {
      const made = await callSeries(tx, context, { ...want, id, places });
      const bookings = made.flatMap(({ booking_id: booking }) => (booking === null ? [] : [booking]));
      const repeated = made.some((one) => one.repeated);
      if (tellAt && !repeated)
        await tellOfSeries(tx, { one: 'booked', several: 'series-booked', bookings, now: tellAt });
      return { id: made[0]?.series_id ?? id, bookings, unmet: made.length - bookings.length, repeated };
    }),
  );
}

/** One message of several visits, in the order they come; of one, the message of a visit alone. */
async function tellOfSeries(tx: Tx, { one, several, bookings, now }: Told): Promise<void> {
  const [bookingId, ...more] = bookings;
  if (bookingId === undefined) return;
  await tell(tx, more.length === 0 ? { kind: one, bookingId, now } : { kind: several, bookingIds: bookings, now });
}

/** What of a series is told: the kinds of message for one visit and for several, and which visits, the next in front. */
interface Told {
  readonly one: MessageKind;
  readonly several: MessageKind;
  readonly bookings: readonly string[];
  readonly now: Temporal.Instant;
}

/** Books a series for a request, under every condition of booking one visit for it; the request stands on the first. */
export async function seriesForCall(
  context: Context,
  requestId: string,
  chosen: SeriesChosen,
): Promise<Result<SeriesBooked, CallReason>> {
  const sessionIds = [...new Set(chosen.places.flatMap(({ slot }) => (slot ? [slot.sessionId] : [])))];
  if (sessionIds.length === 0) return err({ kind: 'none-free' });
  const ready = await readyToBook(context, requestId, { ...chosen, sessionIds });
  if (!ready.ok) return ready;
  const { patientId } = ready.value;
  const booked = await bookSeries(context, { ...chosen, requestId, patientId }, chosen.now);
  if (!booked.ok) return err({ kind: booked.error });
  await announce(context.db, 'requests', ready.value);
  return booked;
}

/**
 * Cancels what of a series is still to come, with the reason; one message tells of it. Why may itself be a red flag: it is raised in the
 * request of the next of them, whose id is answered.
 */
export async function cancelSeries(
  context: Context,
  id: string,
  { reason, now }: { reason: string; now: Temporal.Instant },
): Promise<Result<{ readonly cancelled: number; readonly flaggedIn: string | undefined }, Refusal>> {
  const series = await transaction(context, (tx) => seriesById(tx, id));
  const next = series?.visits.find(({ status }) => status === 'booked')?.bookingId;
  const flaggedIn = next ? await hearInCancelling(context, next, { reason, now }) : undefined;
  const cancelled = await refusalFrom(() =>
    transaction(context, async (tx) => {
      const gone = await callCancelSeries(tx, context, { id, reason });
      const byTime =
        series?.visits.flatMap(({ bookingId }) => (bookingId && gone.includes(bookingId) ? [bookingId] : [])) ?? gone;
      await tellOfSeries(tx, { one: 'cancelled', several: 'series-cancelled', bookings: byTime, now });
      return gone.length;
    }),
  );
  if (!cancelled.ok) return cancelled;
  const { groupId } = context.actor;
  if (series && groupId !== null) await announce(context.db, 'requests', { groupId, practiceId: series.practiceId });
  return ok({ cancelled: cancelled.value, flaggedIn });
}
