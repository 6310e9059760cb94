import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { DutyAt, Stretch } from '../duty-form.ts';

/** A duty to be written. */
export interface NewDuty extends DutyAt, Stretch {
  readonly id: string;
  readonly clinicianId: string;
  readonly phone: string;
}

/** Puts somebody on duty in the acting group. */
export async function insertDuty(tx: Queryable, duty: NewDuty): Promise<void> {
  await tx.rows(sql`
    insert into access.duty (id, group_id, level, duty_practice_id, hub_id, clinician_id, phone, starts_at, ends_at)
    values (${duty.id}, platform.current_group(), ${duty.level}, ${duty.practiceId}, ${duty.hubId}, ${duty.clinicianId}, ${duty.phone}, ${duty.startsAt}, ${duty.endsAt})`);
}

/** Ends a duty that has begun, at an instant before it would have ended. */
export async function endDuty(tx: Queryable, id: string, at: Temporal.Instant): Promise<boolean> {
  const ended = await tx.rows(
    sql`update access.duty set ends_at = ${at} where id = ${id} and starts_at < ${at} and ends_at > ${at} returning id`,
  );
  return ended.length > 0;
}

/** Takes away a duty that has not begun; false where it has, or where the actor may not. */
export async function deleteDuty(tx: Queryable, id: string): Promise<boolean> {
  const gone = await tx.rows(sql`delete from access.duty where id = ${id} and starts_at > now() returning id`);
  return gone.length > 0;
}
