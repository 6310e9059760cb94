import type { Tx } from '#platform/db/transaction.ts';
import { sql } from '#platform/db/sql.ts';
import type { Danger } from '../red-flag/judged.ts';

/** What a clinician says of the words of a request that raised no flag. */
export interface Review {
  readonly id: string;
  readonly groupId: string;
  readonly practiceId: string;
  readonly requestId: string;
  readonly origin: 'sample' | 'visit';
  readonly danger: Danger;
}

/** Keeps what was said first; false where somebody had said it before. */
export async function insertReview(tx: Tx, review: Review): Promise<boolean> {
  const rows = await tx.rows(sql`
    insert into access.danger_review (id, group_id, practice_id, request_id, origin, danger)
    values (${review.id}, ${review.groupId}, ${review.practiceId}, ${review.requestId}, ${review.origin}, ${review.danger})
    on conflict (request_id, origin) do nothing returning id`);
  return rows.length > 0;
}
