import type { Queryable } from '#platform/db/database.ts';
import { sql, type Sql } from '#platform/db/sql.ts';
import type { NewClinician } from './clinician.ts';
import type { LimitEnd, NewLimit } from './limit.ts';

/** Writes a clinician of the acting group; `apart` says why somebody of that name is another person. */
export async function insertClinician(
  tx: Queryable,
  { id, apart, ...one }: NewClinician & { id: string; apart: string | null },
): Promise<void> {
  await tx.rows(sql`insert into workforce.clinician (id, group_id, practice_id, name, role, fte, valid_from, registration, told_apart)
    values (${id}, platform.current_group(), ${one.practiceId}, ${one.name}, ${one.role}, ${one.fte}, ${one.from}, ${one.registration}, ${apart})`);
}

/** Says that a clinician works at a further practice from a day on. */
export async function insertPlace(
  tx: Queryable,
  place: { id: string; clinicianId: string; practiceId: string; from: Temporal.PlainDate },
): Promise<void> {
  await tx.rows(sql`insert into workforce.works_at (id, group_id, clinician_id, practice_id, valid_from)
    values (${place.id}, platform.current_group(), ${place.clinicianId}, ${place.practiceId}, ${place.from})`);
}

/** Ends a clinician's work at a further practice today, or what was to begin there; answers whether there was any. */
export async function endPlaceToday(tx: Queryable, clinicianId: string, practiceId: string): Promise<boolean> {
  const ended = await tx.rows(sql`update workforce.works_at set valid_to = greatest(platform.today(), valid_from)
    where clinician_id = ${clinicianId} and practice_id = ${practiceId} and (valid_to is null or valid_to > platform.today()) returning id`);
  return ended.length > 0;
}

/** Writes the registration number of a clinician. */
export async function putRegistration(tx: Queryable, id: string, registration: string | null): Promise<void> {
  await tx.rows(sql`update workforce.clinician set registration = ${registration} where id = ${id}`);
}

/** Ends an entry today, because another stands for the same person. */
export async function putSamePerson(tx: Queryable, id: string, kept: string): Promise<void> {
  await tx.rows(sql`update workforce.clinician set same_person_as = ${kept}, valid_to = least(valid_to, greatest(platform.today(), valid_from))
    where id = ${id}`);
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

/** Ends what ties a clinician until a day; ties that were to begin on it or later go. */
async function endTies(tx: Queryable, table: Sql, { clinicianId, from }: TieFrom): Promise<void> {
  await tx.rows(sql`delete from ${table} t where t.clinician_id = ${clinicianId} and t.valid_from >= ${from}::date`);
  await tx.rows(sql`update ${table} t set valid_to = ${from}
    where t.clinician_id = ${clinicianId} and (t.valid_to is null or t.valid_to > ${from}::date)`);
}

/** Whose tie changes, from which day. */
interface TieFrom {
  readonly clinicianId: string;
  readonly from: Temporal.PlainDate;
}

/** Puts a clinician under a supervisor from a day on, in place of whoever it was. */
export async function putSupervisor(tx: Queryable, tie: TieFrom & { id: string; supervisorId: string }): Promise<void> {
  await endTies(tx, sql`workforce.supervision`, tie);
  await tx.rows(sql`insert into workforce.supervision (id, group_id, clinician_id, supervisor_id, valid_from)
    values (${tie.id}, platform.current_group(), ${tie.clinicianId}, ${tie.supervisorId}, ${tie.from})`);
}

/** Puts a clinician into a team from a day on, in place of the one they were in; null leaves them in none. */
export async function putTeam(tx: Queryable, tie: TieFrom & { id: string; team: string | null }): Promise<void> {
  await endTies(tx, sql`workforce.micro_team_member`, tie);
  if (tie.team === null) return;
  await tx.rows(sql`insert into workforce.micro_team_member (id, group_id, team, clinician_id, valid_from)
    values (${tie.id}, platform.current_group(), ${tie.team}, ${tie.clinicianId}, ${tie.from})`);
}
