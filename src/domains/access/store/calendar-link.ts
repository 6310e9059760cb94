import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';

/** Keeps a link by the hash of its secret, until the days of the rule are over; false where the person has as many as the rule allows. */
export async function insertCalendarLink(
  tx: Queryable,
  link: { id: string; personId: string; name: string; hash: Buffer },
): Promise<boolean> {
  // Two at once are counted one after the other.
  await tx.rows(sql`select pg_advisory_xact_lock(hashtextextended(${link.personId}, 25))`);
  const made = await tx.rows(sql`
    insert into access.calendar_link (id, person_id, name, secret_hash, expires_at)
    select ${link.id}, ${link.personId}, ${link.name}, ${link.hash}, now() + make_interval(days => r.link_days)
    from (select * from access.calendar_rule c where c.valid_from <= platform.today() order by c.valid_from desc limit 1) r
    where (select count(*) from access.calendar_link l where l.person_id = ${link.personId} and l.revoked_at is null and l.expires_at > now()) < r.links_each
    returning 1`);
  return made.length === 1;
}

/** Revokes a link of the actor's own; false where there is none that stands. */
export async function revokeLink(tx: Queryable, id: string): Promise<boolean> {
  return (
    (
      await tx.rows(
        sql`update access.calendar_link set revoked_at = now() where id = ${id} and revoked_at is null returning 1`,
      )
    ).length === 1
  );
}
