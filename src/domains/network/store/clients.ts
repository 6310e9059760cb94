import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';

/** A connected program as it is recorded, with its public keys. */
export interface NewClient {
  readonly id: string;
  readonly groupId: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly jwks: object;
}

/** Writes a client; false where the group has, or had, one of that name. */
export async function insertClient(tx: Queryable, client: NewClient): Promise<boolean> {
  const rows = await tx.rows(sql`insert into network.client (id, group_id, name, scopes, jwks)
    values (${client.id}, ${client.groupId}, ${client.name}, ${client.scopes}::text[], ${JSON.stringify(client.jwks)}::jsonb)
    on conflict (group_id, name) do nothing returning 1`);
  return rows.length === 1;
}

/** Revokes a client of the acting group for good; false where there is none that is not revoked. */
export async function revokeClientRow(tx: Queryable, id: string): Promise<boolean> {
  const rows = await tx.rows(
    sql`update network.client set revoked_at = now() where id::text = ${id} and revoked_at is null returning 1`,
  );
  return rows.length === 1;
}
