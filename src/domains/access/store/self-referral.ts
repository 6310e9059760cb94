import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';

/** How a service is reached from a day on. */
export interface NewService {
  readonly reason: string;
  readonly from: Temporal.PlainDate;
  readonly name: string;
  readonly phone: string | null;
  readonly link: string | null;
  readonly source: string;
}

/** Keeps how a service is reached; false where that day has its row already. Refused for whoever sets no policy. */
export async function insertService(db: Queryable, one: NewService): Promise<boolean> {
  const { set } = await db.one<{ set: boolean }>(sql`
    select access.set_self_referral(${one.reason}, ${one.from}, ${one.name}, ${one.phone}, ${one.link}, ${one.source}) as set`);
  return set;
}
