import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';

/** A room from a day on, at a site of its practice; null: the main one. */
export interface NewRoom {
  readonly id: string;
  readonly practiceId: string;
  readonly siteId: string | null;
  readonly name: string;
  readonly from: Temporal.PlainDate;
}

/** Adds a room; false where its site has one of that name at that time. */
export async function insertRoom(tx: Queryable, { id, practiceId, siteId, name, from }: NewRoom): Promise<boolean> {
  const rows = await tx.rows(sql`
    insert into access.room (id, group_id, practice_id, site_id, name, valid_from)
    values (${id}, platform.current_group(), ${practiceId}, ${siteId}, ${name}, ${from})
    on conflict do nothing returning id`);
  return rows.length > 0;
}

/** Ends a room: the day is the first without it. */
export async function endRoomOn(tx: Queryable, id: string, day: Temporal.PlainDate): Promise<void> {
  await tx.rows(sql`update access.room set valid_to = ${day} where id = ${id}`);
}
