import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { Hours } from '../practice-said.ts';

/** What patients are told of a practice, as it stands. */
export interface PracticeSaid {
  readonly name: string;
  readonly phone: string | null;
  readonly opening: Hours | null;
}

/** Writes the number and the opening times of a practice, each where it is given; answers how they stand, undefined where there is no such practice. */
export async function writeSaid(
  tx: Queryable,
  { code, phone, opening }: { code: string; phone: string | null; opening: Hours | null },
): Promise<PracticeSaid | undefined> {
  return tx.maybe<PracticeSaid>(sql`
    update network.practice set phone = coalesce(${phone}, phone), opening = coalesce(${opening === null ? null : JSON.stringify(opening)}::jsonb, opening)
    where id = ${code} returning name, phone, opening`);
}
