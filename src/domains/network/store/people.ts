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
