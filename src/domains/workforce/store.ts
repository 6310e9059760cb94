import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { NewClinician } from './clinician.ts';
import type { LimitEnd, NewLimit } from './limit.ts';

/** Writes a clinician of the acting group. */
export async function insertClinician(tx: Queryable, { id, ...one }: NewClinician & { id: string }): Promise<void> {
  await tx.rows(sql`insert into workforce.clinician (id, group_id, practice_id, name, role, fte, valid_from)
    values (${id}, platform.current_group(), ${one.practiceId}, ${one.name}, ${one.role}, ${one.fte}, ${one.from})`);
}

/** Ends a clinician's time from a day. */
export async function endClinicianOn(tx: Queryable, id: string, day: Temporal.PlainDate): Promise<void> {
  await tx.rows(sql`update workforce.clinician set valid_to = ${day} where id = ${id}`);
}

/** Holds the group's limits until the commit: what a change was asked against is what it changes. */
export async function holdLimits(tx: Queryable): Promise<void> {
  await tx.rows(sql`select pg_advisory_xact_lock(hashtextextended(platform.current_group()::text, 5))`);
}

/** Sets a limit from a day; one that was to begin the same day gives way to it. */
export async function putLimit(tx: Queryable, { id, ...limit }: NewLimit & { id: string }): Promise<void> {
  await tx.rows(sql`insert into workforce.daily_limit (id, group_id, clinician_id, valid_from, contacts, source)
    values (${id}, platform.current_group(), ${limit.clinicianId}, ${limit.from}, ${limit.contacts}, ${limit.source})
    on conflict (group_id, clinician_id, valid_from) do update set contacts = excluded.contacts, source = excluded.source`);
}

/** Ends a clinician's own limit from a day; steps of it that were to come later go. */
export async function putLimitEnd(
  tx: Queryable,
  { id, clinicianId, from, source }: LimitEnd & { id: string; clinicianId: string },
): Promise<void> {
  await tx.rows(sql`delete from workforce.daily_limit
    where group_id = platform.current_group() and clinician_id = ${clinicianId} and valid_from > ${from}::date`);
  await tx.rows(sql`insert into workforce.daily_limit (id, group_id, clinician_id, valid_from, contacts, source)
    values (${id}, platform.current_group(), ${clinicianId}, ${from}, null, ${source})
    on conflict (group_id, clinician_id, valid_from) do update set contacts = null, source = excluded.source`);
}

/** Takes back a step that is not in force yet; answers whether it was there to be taken. */
export async function deleteLimit(tx: Queryable, id: string): Promise<boolean> {
  const gone = await tx.rows(
    sql`delete from workforce.daily_limit where id = ${id} and valid_from > platform.today() returning id`,
  );
  return gone.length > 0;
}
