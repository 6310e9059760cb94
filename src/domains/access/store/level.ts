import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { LevelNow } from '../level.ts';

/** A level that has changed. */
export interface Changed extends LevelNow {
  readonly id: string;
  readonly groupId: string;
  readonly at: Temporal.Instant;
}

/** Adds a change to the history of a practice's level. */
export async function insertLevelChange(tx: Queryable, change: Changed & { practiceId: string }): Promise<void> {
  await tx.rows(sql`insert into access.level_change (id, group_id, practice_id, at, level, because)
    values (${change.id}, ${change.groupId}, ${change.practiceId}, ${change.at}, ${change.level}, ${JSON.stringify(change.because)}::jsonb)`);
}

/** Adds a change to the history of the group's level. */
export async function insertGroupLevelChange(tx: Queryable, change: Changed): Promise<void> {
  await tx.rows(sql`insert into access.group_level_change (id, group_id, at, level, because)
    values (${change.id}, ${change.groupId}, ${change.at}, ${change.level}, ${JSON.stringify(change.because)}::jsonb)`);
}
