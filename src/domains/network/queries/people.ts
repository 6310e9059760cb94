import { uuidsAmong } from '#kernel/uuid.ts';
import type { Role } from '#platform/auth/identity.ts';
import type { Queryable } from '#platform/db/database.ts';
import { sql, type Sql } from '#platform/db/sql.ts';

const roleHeld = (held: Sql): Sql => sql`
  select r.id, p.id as "personId", p.name as "personName", r.role, k.name as "roleName", g.id as "groupId", g.name as "groupName",
    g.fictional, r.practice_id as "practiceId", coalesce(t.name, h.name, g.name) as "placeName"
  from ${held} r
  cross join lateral network.person_named(r.person_id) p
  join network.role k on k.code = r.role
  join network.group g on g.id = r.group_id
  left join network.practice t on t.id = r.practice_id
  left join network.hub_name h on h.id = r.hub_id
  where network.in_force(r.valid_from, r.valid_to, platform.today())`;

/** The roles a person holds today, the group's widest first. */
export async function rolesOf(db: Queryable, personId: string): Promise<Role[]> {
  return db.rows<Role>(
    sql`${roleHeld(sql`network.roles_of(${personId})`)} order by g.name, r.practice_id nulls first, k.name, r.id`,
  );
}

/** Where a person held one of these roles last, if that was today or ended since yesterday. */
export async function lastlyHeld(
  db: Queryable,
  personId: string,
  roles: readonly string[],
): Promise<{ groupId: string; practiceId: string | null } | undefined> {
  return db.maybe(sql`select r.group_id as "groupId", r.practice_id as "practiceId" from network.roles_of(${personId}) r
    where r.role = any (${roles}::text[]) and r.valid_from <= platform.today()
      and coalesce(r.valid_to, platform.today()) >= platform.today() - 1
    order by r.valid_to desc nulls first, r.id limit 1`);
}

/** Who may sign in as one of the demonstration's people, with what they do: those with a part to play, where it says who. */
export async function fictionalPeople(db: Queryable): Promise<Role[]> {
  return db.rows<Role>(sql`${roleHeld(sql`network.fictional_roles()`)} and not exists (select from platform.setting s where s.key = 'cast' and not s.value ? p.id::text)
    order by g.name, k.name, p.name, r.id`);
}

/** A fictional person by id; real people are never found here. */
export async function fictionalPerson(
  db: Queryable,
  id: string,
): Promise<{ id: string; name: string; email: string } | undefined> {
  return db.maybe(
    sql`select p.id, p.name, coalesce(p.email, p.id || '@demo.invalid') as email from network.person_named(${uuidsAmong([id])[0] ?? null}::uuid) p where p.fictional`,
  );
}

/** The person behind a sign-in: known by the provider's subject, or by an address the provider has checked. */
export async function personSignedIn(
  db: Queryable,
  signedIn: { issuer: string; subject: string; email: string | undefined },
): Promise<{ id: string; known: boolean } | undefined> {
  return db.maybe(sql`
    select s.id, s.known from network.person_signed_in(${signedIn.issuer}, ${signedIn.subject}, ${signedIn.email ?? ''}) s`);
}

/** Whether the database was made as a demonstration, which alone allows its identity provider. */
export async function isDemonstration(db: Queryable): Promise<boolean> {
  const row = await db.maybe<{ value: boolean }>(sql`select value from platform.setting where key = 'demonstration'`);
  return row?.value === true;
}

/** The fictional people who arrange a group, with the group-wide roles by which a demonstration shows its pages. */
export async function fictionalArrangers(db: Queryable): Promise<{ personId: string; role: string }[]> {
  return db.rows(sql`
    select distinct r.person_id as "personId", r.role from network.fictional_roles() r
    where r.practice_id is null and r.hub_id is null and r.role in ('administrator', 'operations', 'governance')
      and network.in_force(r.valid_from, r.valid_to, platform.today())
    order by r.role, r.person_id`);
}

/** The roles people hold. */
export async function roleCodes(db: Queryable): Promise<{ code: string; name: string }[]> {
  return db.rows(
    sql`select k.code, k.name from network.role k where k.code not in ('client', 'patient') order by k.name`,
  );
}

/** The person with an address, in whatever group. */
export async function personByEmail(db: Queryable, email: string): Promise<{ id: string; name: string } | undefined> {
  return db.maybe(sql`select p.id, p.name from network.person_at(${email}) p`);
}

/** A role held, by its id, whenever it is or was held. */
export async function roleHeldById(
  db: Queryable,
  id: string,
): Promise<{ personId: string; groupId: string; role: string; validTo: Temporal.PlainDate | null } | undefined> {
  return db.maybe(sql`select r.person_id as "personId", r.group_id as "groupId", r.role, r.valid_to as "validTo"
    from network.role_held r where r.id = ${id}`);
}

/** How many hold the acting group's administrator role on a day without end, leaving one role held out of the count. */
export async function administratorsOn(db: Queryable, on: Temporal.PlainDate, but: string): Promise<number> {
  const row = await db.one<{ count: number }>(sql`select count(*)::int as count from network.role_held r
    where r.group_id = platform.current_group() and r.role = 'administrator' and r.id <> ${but} and r.valid_from <= ${on}::date and r.valid_to is null`);
  return row.count;
}

/** Whether there is such a person. */
export async function personExists(db: Queryable, id: string): Promise<boolean> {
  return (await db.maybe(sql`select from network.person_named(${uuidsAmong([id])[0] ?? null}::uuid)`)) !== undefined;
}
