import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';

/** A place to be kept. */
export interface PlaceWanted {
  readonly sessionId: string;
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
  readonly ownGp: boolean;
  readonly miles: number | null;
}

/** Keeps places for a request instead of those it had, each that is still free; answers how many. The database checks each as it checks a booking. */
export async function holdPlaces(tx: Queryable, requestId: string, places: readonly PlaceWanted[]): Promise<number> {
  const wanted = places.map(({ sessionId, startsAt, minutes, ownGp, miles }) => ({
    ...{ session: sessionId, start: startsAt.toString(), minutes, own_gp: ownGp, miles },
  }));
  const { held } = await tx.one<{ held: number }>(
    sql`select access.hold_places(${requestId}, ${JSON.stringify(wanted)}::jsonb) as held`,
  );
  return held;
}

/** Gives more time to what is still kept; until when, or null where nothing is kept any more or time was given often enough. */
export async function extendHolds(tx: Queryable, requestId: string): Promise<Temporal.Instant | null> {
  const { until } = await tx.one<{ until: Temporal.Instant | null }>(
    sql`select access.extend_holds(${requestId}) as until`,
  );
  return until;
}

/** Gives back what is kept for a request, but for one place. */
export async function releaseHolds(tx: Queryable, requestId: string, keep: string | null = null): Promise<void> {
  await tx.rows(sql`select access.release_holds(${requestId}, ${keep})`);
}

/** Clears away what has run out. */
export async function clearHolds(db: Queryable): Promise<void> {
  await db.rows(sql`select access.clear_holds()`);
}
