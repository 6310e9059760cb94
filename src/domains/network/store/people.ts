import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';

/** Remembers the provider's subject of a person who signed in by a checked address. */
export async function insertIdentity(
  db: Queryable,
  identity: { issuer: string; subject: string; personId: string },
): Promise<void> {
  await db.rows(
    sql`insert into network.identity (issuer, subject, person_id) values (${identity.issuer}, ${identity.subject}, ${identity.personId}) on conflict do nothing`,
  );
}

/** Writes a person who may sign in by this address. */
export async function insertPerson(
  tx: Queryable,
  person: { id: string; groupId: string; name: string; email: string },
): Promise<void> {
  await tx.rows(
    sql`insert into network.person (id, group_id, name, email) values (${person.id}, ${person.groupId}, ${person.name}, ${person.email})`,
  );
}

/** A role to be held, from a day until the day before another, or without end. */
export interface NewRoleHeld {
  readonly id: string;
  readonly personId: string;
  readonly groupId: string;
  readonly role: string;
  readonly practiceId: string | null;
  readonly hubId: string | null;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate | null;
}

/** Writes a role somebody holds. */
export async function insertRole(tx: Queryable, held: NewRoleHeld): Promise<void> {
  await tx.rows(sql`insert into network.role_held (id, person_id, group_id, practice_id, hub_id, role, valid_from, valid_to)
    values (${held.id}, ${held.personId}, ${held.groupId}, ${held.practiceId}, ${held.hubId}, ${held.role}, ${held.from}, ${held.to})`);
}

/** Ends a role from a day; one that would then never have been held is removed, which the audit keeps. */
export async function endRoleHeld(tx: Queryable, { id, end }: { id: string; end: Temporal.PlainDate }): Promise<void> {
  await tx.rows(sql`delete from network.role_held where id = ${id} and valid_from >= ${end}::date`);
  await tx.rows(sql`update network.role_held set valid_to = ${end} where id = ${id}`);
}

/** Ends every session of a person of the acting group, wherever they are signed in; answers how many. */
export async function endSessions(tx: Queryable, personId: string): Promise<number> {
  return (await tx.one<{ count: number }>(sql`select network.end_sessions(${personId}) as count`)).count;
}
