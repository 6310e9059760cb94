import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';

/** A role somebody holds today, where, and under which group's name. */
export interface RoleHeld {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly role: string;
  readonly roleName: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly fictional: boolean;
  readonly practiceId: string | null;
  /** The practice, hub or group the role is held for, as people say it. */
  readonly placeName: string;
}

const roleHeld = sql`
  select r.id, p.id as "personId", p.name as "personName", r.role, k.name as "roleName", g.id as "groupId", g.name as "groupName",
    g.fictional, r.practice_id as "practiceId", coalesce(t.name, h.name, g.name) as "placeName"
  from network.role_held r
  join network.person p on p.id = r.person_id
  join network.role k on k.code = r.role
  join network.group g on g.id = r.group_id
  left join network.practice t on t.id = r.practice_id
  left join network.hub_name h on h.id = r.hub_id
  where network.in_force(r.valid_from, r.valid_to, platform.today())`;

/** The roles a person holds today, the group's widest first. */
export async function rolesOf(db: Queryable, personId: string): Promise<RoleHeld[]> {
  return db.rows<RoleHeld>(
    sql`${roleHeld} and r.person_id = ${personId} order by g.name, r.practice_id nulls first, k.name, r.id`,
  );
}

/** Who may sign in as one of the demonstration's people, with what they do. */
export async function fictionalPeople(db: Queryable): Promise<RoleHeld[]> {
  return db.rows<RoleHeld>(sql`${roleHeld} and p.fictional order by g.name, k.name, p.name, r.id`);
}

/** A fictional person by id; real people are never found here. */
export async function fictionalPerson(
  db: Queryable,
  id: string,
): Promise<{ id: string; name: string; email: string } | undefined> {
  return db.maybe(
    sql`select p.id, p.name, coalesce(p.email, p.id || '@demo.invalid') as email from network.person p where p.id::text = ${id} and p.fictional`,
  );
}

/** The person behind a sign-in: known by the provider's subject, or by an address the provider has checked. */
export async function personSignedIn(
  db: Queryable,
  signedIn: { issuer: string; subject: string; email: string | undefined },
): Promise<{ id: string; known: boolean } | undefined> {
  return db.maybe(sql`
    select i.person_id as id, true as known from network.identity i where i.issuer = ${signedIn.issuer} and i.subject = ${signedIn.subject}
    union all
    select p.id, false from network.person p where lower(p.email) = lower(${signedIn.email ?? ''})
      and not exists (select from network.identity i where i.issuer = ${signedIn.issuer} and i.subject = ${signedIn.subject})
      and not exists (select from network.identity i where i.issuer = ${signedIn.issuer} and i.person_id = p.id)
    limit 1`);
}

/** Whether the database was made as a demonstration, which alone allows its identity provider. */
export async function isDemonstration(db: Queryable): Promise<boolean> {
  const row = await db.maybe<{ value: boolean }>(sql`select value from platform.setting where key = 'demonstration'`);
  return row?.value === true;
}
