import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { MeasuredPeriod } from '../measured-period.ts';
import type { ScreeningCount } from '../screening.ts';

/** How requests were screened and judged, of the practices whose counts the actor sees by name, by all, age, language and channel. */
export async function screeningCounts(
  tx: Queryable,
  { from, to }: Pick<MeasuredPeriod, 'from' | 'to'>,
): Promise<ScreeningCount[]> {
  return tx.rows<ScreeningCount>(sql`
    select c.dimension, c.value, c.flagged, c.flagged_yes as "flaggedYes", c.flagged_no as "flaggedNo", c.quiet, c.sample_yes as "sampleYes",
      c.sample_no as "sampleNo", c.said
    from evaluation.screening_counts(${from}::date, ${to}::date) c`);
}
