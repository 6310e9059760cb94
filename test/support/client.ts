import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { importJWK, SignJWT, type JWK } from 'jose';
import { createClient } from '#domains/network/commands/clients.ts';
import { systemActor } from '#platform/auth/actor.ts';
import type { Database } from '#platform/db/database.ts';

/** A connected program of the small group, with its private key. */
export interface TestClient {
  readonly id: string;
  readonly privateKey: JWK;
}

/** Creates a client of a group as the command line does. */
export async function newClient(
  db: Database,
  { groupId, name, scopes }: { groupId: string; name: string; scopes: readonly string[] },
): Promise<TestClient> {
  const actor = systemActor('test', groupId);
  const made = await createClient({ db, actor, act: { action: 'create-client' } }, { name, scopes });
  if (!made.ok || !made.value.privateKey) throw new Error(`no client: ${JSON.stringify(made)}`);
  return { id: made.value.id, privateKey: made.value.privateKey };
}

/** What a client signs to prove itself; `claims` overrides what is usual. */
export async function assertion(
  { id, privateKey }: TestClient,
  audience: string,
  claims: { iss?: string; sub?: string; exp?: number; jti?: string | undefined } = {},
): Promise<string> {
  const now = Math.floor(Temporal.Now.instant().epochMilliseconds / 1000);
  const payload: Record<string, string | number | undefined> = {
    iss: id,
    sub: id,
    jti: crypto.randomUUID(),
    exp: now + 240,
    ...claims,
  };
  if (claims.jti === undefined && 'jti' in claims) delete payload['jti'];
  const key = await importJWK(privateKey, 'ES384');
  return new SignJWT(payload)
    .setProtectedHeader({ alg: 'ES384', kid: privateKey.kid ?? '' })
    .setAudience(audience)
    .sign(key);
}

/** Sends a token request. */
export function askToken(app: FastifyInstance, fields: Record<string, string>): Promise<LightMyRequestResponse> {
  return app.inject({
    method: 'POST',
    url: '/oauth2/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });
}

/** The usual fields of a token request. */
export const tokenFields = (signed: string, scope?: string): Record<string, string> => ({
  grant_type: 'client_credentials',
  client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  client_assertion: signed,
  ...(scope === undefined ? {} : { scope }),
});

/** A token for a client of a test app, with all its scopes or the ones asked for. */
export async function tokenFor(
  { app, url }: { app: FastifyInstance; url: string },
  client: TestClient,
  scope?: string,
): Promise<string> {
  const reply = await askToken(app, tokenFields(await assertion(client, `${url}/oauth2/token`), scope));
  const { access_token: token } = reply.json<{ access_token?: string }>();
  if (token === undefined) throw new Error(`no token: ${reply.body}`);
  return token;
}
