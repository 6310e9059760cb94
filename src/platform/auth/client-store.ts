import { createHash, randomBytes } from 'node:crypto';
import type { JSONWebKeySet } from 'jose';
import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';

/** A connected program as the app's clients know it: not revoked, with its public keys. */
export interface Client {
  readonly id: string;
  readonly name: string;
  readonly groupId: string;
  readonly scopes: readonly string[];
  readonly jwks: JSONWebKeySet;
}

/** What the platform must be told about clients, since it knows no domain. */
export interface Clients {
  /** The client of an id that is not revoked. */
  known(id: string): Promise<Client | undefined>;
}

/** What a token stands for while it is good. */
export interface Token {
  readonly clientId: string;
  readonly scopes: readonly string[];
}

/** How long a token is good, in seconds. */
export const tokenSeconds = 600;

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Issues a token; only its hash is stored. What has run out is cleared away on the way. */
export async function issueToken(db: Queryable, { clientId, scopes }: Token): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db.rows(sql`delete from platform.client_token where expires_at < now() - interval '1 hour'`);
  await db.rows(sql`insert into platform.client_token (token_hash, client_id, scopes, expires_at)
    values (${hashOf(token)}, ${clientId}, ${scopes}::text[], now() + ${tokenSeconds} * interval '1 second')`);
  return token;
}

/** What a token stands for; undefined once it has run out. */
export async function findToken(db: Queryable, token: string): Promise<Token | undefined> {
  return db.maybe<Token>(sql`select t.client_id as "clientId", t.scopes from platform.client_token t
    where t.token_hash = ${hashOf(token)} and t.expires_at > now()`);
}

/** Takes what a client has signed; false where the same was taken before, by whichever process. */
export async function takeAssertion(
  db: Queryable,
  { clientId, jti, expiresAt }: { clientId: string; jti: string; expiresAt: Temporal.Instant },
): Promise<boolean> {
  await db.rows(sql`delete from platform.client_assertion where expires_at < now() - interval '1 hour'`);
  const taken = await db.rows(sql`insert into platform.client_assertion (client_id, jti_hash, expires_at)
    values (${clientId}, ${hashOf(jti)}, ${expiresAt}) on conflict do nothing returning 1`);
  return taken.length === 1;
}
