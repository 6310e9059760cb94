import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Database } from '#platform/db/database.ts';
import type { Actor } from './actor.ts';
import { findToken, type Client, type Clients } from './client-store.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The connected program that asks, on a route for programs. */
    client: Client | undefined;
  }
}

/** A connected program as an actor; the database looks it up again and decides what it sees. */
export function clientActor(client: Client): Actor {
  const nobody = { personId: null, roleHeldId: null, practiceId: null };
  return { ...nobody, name: client.name, role: 'client', groupId: client.groupId, clientId: client.id };
}

/** Why a program is not let in: 401 without a good token, 403 without the scope. */
interface NotLetIn extends Error {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
}

function notLetIn(statusCode: 401 | 403, message: string, challenge: string): NotLetIn {
  return Object.assign(new Error(message), { statusCode, headers: { 'www-authenticate': `Bearer ${challenge}` } });
}

/** Asks every request to a route for programs for its token, before its body is read. */
export function registerClients(app: FastifyInstance, { db, clients }: { db: Database; clients: Clients }): void {
  app.decorateRequest('client', undefined);
  app.addHook('onRequest', async (request) => {
    const { permission } = request.routeOptions.config;
    if (!permission || !('scopes' in permission)) return;
    request.client = await letIn(request, { db, clients }, permission.scopes);
  });
}

async function letIn(
  request: FastifyRequest,
  { db, clients }: { db: Database; clients: Clients },
  scopes: readonly string[],
): Promise<Client> {
  const sent = /^Bearer ([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (sent === undefined) throw notLetIn(401, 'Send an access token as a bearer token.', 'realm="superpractice"');
  const token = await findToken(db, sent);
  const client = token && (await clients.known(token.clientId));
  if (!token || !client)
    throw notLetIn(401, 'That token is unknown, has run out or was revoked.', 'error="invalid_token"');
  // Both must hold: what the token was given, and what the client may do today.
  const granted = scopes.find((scope) => token.scopes.includes(scope) && client.scopes.includes(scope));
  if (granted === undefined)
    throw notLetIn(
      403,
      `This needs the scope ${scopes[0] ?? ''}.`,
      `error="insufficient_scope", scope="${scopes[0] ?? ''}"`,
    );
  return { ...client, scopes: client.scopes.filter((scope) => token.scopes.includes(scope)) };
}
