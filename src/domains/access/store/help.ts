import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/transaction.ts';
import type { HelpStep } from '../request/help.ts';

/** One thing done about a red flag, by the acting person, now. */
export interface NewHelp {
  readonly id: string;
  readonly groupId: string;
  readonly practiceId: string;
  readonly requestId: string;
  readonly step: HelpStep;
}

/** Records a step; who pressed it first stays. */
export async function insertHelp(tx: Tx, { id, groupId, practiceId, requestId, step }: NewHelp): Promise<void> {
  await tx.rows(sql`insert into access.help_step (id, group_id, practice_id, request_id, step)
    values (${id}, ${groupId}, ${practiceId}, ${requestId}, ${step}) on conflict (request_id, step) where undone_at is null do nothing`);
}

/** Takes a step back: it was pressed by mistake. That it was pressed stays. */
export async function undoHelp(tx: Tx, requestId: string, step: HelpStep): Promise<void> {
  await tx.rows(sql`update access.help_step set undone_at = now(), undone_by = platform.current_person()
    where request_id = ${requestId} and step = ${step} and undone_at is null`);
}
