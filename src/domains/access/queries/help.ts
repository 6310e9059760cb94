import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/transaction.ts';
import { helpTold, type HelpStep } from '../request/help.ts';

/** One thing that was done about a red flag, when and by whom. */
export interface HelpDone {
  readonly step: HelpStep;
  readonly says: string;
  readonly at: Temporal.Instant;
  readonly byName: string | null;
}

/** What was done, by request, for whoever sees the flags given; in the order it was done. */
export async function helpOf(tx: Tx, flags: readonly string[]): Promise<Map<string, HelpDone[]>> {
  const rows = await tx.rows<Omit<HelpDone, 'says'> & { requestId: string }>(sql`
    select h.request_id as "requestId", h.step, h.done_at as at, h.by_name as "byName" from access.help_steps(${flags}::uuid[]) h order by h.done_at`);
  return Map.groupBy(
    rows.map((row) => ({ ...row, says: helpTold[row.step] })),
    ({ requestId }) => requestId,
  );
}
