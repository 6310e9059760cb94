import type { Client } from '#platform/auth/client-store.ts';
import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';

/** A client that is not revoked, for recognising it before it acts. */
export async function clientKnown(db: Queryable, id: string): Promise<Client | undefined> {
  return db.maybe<Client>(
    sql`select c.id, c.name, c.group_id as "groupId", c.scopes, c.jwks from network.client_known(${id}) c`,
  );
}

/** A client as the group's list shows it. */
export interface ListedClient {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly keys: number;
  readonly createdAt: Temporal.Instant;
  readonly revokedAt: Temporal.Instant | null;
}

/** The clients of the acting group, revoked ones too, by name. */
export async function clientsOfGroup(tx: Queryable): Promise<ListedClient[]> {
  return tx.rows<ListedClient>(sql`
    select c.id, c.name, c.scopes, jsonb_array_length(c.jwks -> 'keys') as keys, c.created_at as "createdAt", c.revoked_at as "revokedAt"
    from network.client c where c.group_id = platform.current_group() order by c.name`);
}
