import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';

/** A practice's share of its hub from a day on. */
export interface NewQuota {
  readonly id: string;
  readonly hubId: string;
  readonly practiceId: string;
  readonly from: Temporal.PlainDate;
  readonly places: number | null;
  readonly source: string;
}

/** Writes a share; false where one from that day stands already. */
export async function insertQuota(tx: Queryable, quota: NewQuota): Promise<boolean> {
  const rows = await tx.rows(sql`
    insert into access.hub_quota (id, group_id, hub_id, practice_id, valid_from, places, source, set_by)
    values (${quota.id}, platform.current_group(), ${quota.hubId}, ${quota.practiceId}, ${quota.from}, ${quota.places}, ${quota.source}, platform.current_person())
    on conflict (hub_id, practice_id, valid_from) do nothing returning id`);
  return rows.length > 0;
}
