import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import { actorJson, type Context } from '#platform/db/transaction.ts';

/** Visits to be booked together; `key` makes a repeated call the same series. */
export interface SeriesWanted {
  readonly key: string;
  readonly id: string;
  readonly requestId: string | null;
  readonly patientId: string;
  readonly everyDays: number;
  /** All of them or none; else as many as can be had. */
  readonly whole: boolean;
  readonly places: readonly SeriesPlaceWanted[];
}

/** One of them: the day it was to be, and the place to book; none where nothing was free. */
export interface SeriesPlaceWanted {
  readonly place: number;
  readonly day: Temporal.PlainDate;
  readonly slot?:
    | { readonly id: string; readonly sessionId: string; readonly startsAt: Temporal.Instant; readonly minutes: number }
    | undefined;
}

/** What became of one visit of a series. */
export interface SeriesAnswer {
  readonly series_id: string;
  readonly place: number;
  readonly booking_id: string | null;
  readonly unmet: string | null;
  readonly repeated: boolean;
}

type Acting = Pick<Context, 'actor' | 'act'>;

/** Books a series in one statement. */
export async function callSeries(
  db: Queryable,
  { actor, act }: Acting,
  { key, id, requestId, patientId, everyDays, whole, places }: SeriesWanted,
): Promise<SeriesAnswer[]> {
  const series = { key, id, request: requestId, patient: patientId, every: everyDays, whole };
  const wanted = places.map(({ place, day, slot }) => ({
    ...{ place, day: day.toString(), id: slot?.id, session: slot?.sessionId },
    ...{ start: slot?.startsAt.toString(), minutes: slot?.minutes },
  }));
  return db.rows<SeriesAnswer>(sql`select series_id, place, booking_id, unmet, repeated from access.book_series(${actorJson(actor)}::jsonb, ${act.action},
    ${JSON.stringify(series)}::jsonb, ${JSON.stringify(wanted)}::jsonb)`);
}

/** Cancels what of a series is still to come, in one statement; answers which visits. */
export async function callCancelSeries(
  db: Queryable,
  { actor, act }: Acting,
  { id, reason }: { id: string; reason: string },
): Promise<string[]> {
  const rows = await db.rows<{ id: string }>(
    sql`select booking_id as id from access.cancel_series(${actorJson(actor)}::jsonb, ${act.action}, ${id}, ${reason})`,
  );
  return rows.map((row) => row.id);
}
