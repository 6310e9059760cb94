import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import { besideAll, besideWords, type BesideLimit } from '../beside-limit.ts';

/** What stands beside the limits of the practices whose sessions the actor sees, of the requests since the Monday of a day. */
export async function besideThisWeek(db: Queryable, today: Temporal.PlainDate): Promise<BesideLimit[]> {
  const from = today.subtract({ days: today.dayOfWeek - 1 });
  return db.rows<BesideLimit>(sql`
    select b.practice_id as "practiceId", b.practice_name as "practiceName", b.requests, b.unmet, b.counted, b.still_waiting as "stillWaiting",
      b.median_days as "medianDays", b.ninth_days as "ninthDays"
    from access.beside_limit(${from}, ${today.add({ days: 1 })}) b`);
}

/** The same in words for the page of safe limits, by practice, with the sum of all. */
export async function besideLimits(db: Queryable, today: Temporal.PlainDate) {
  const found = await besideThisWeek(db, today);
  return { all: besideAll(found), practices: found.map((one) => ({ ...one, ...besideWords(one) })) };
}
