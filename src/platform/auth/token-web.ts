import type { FastifyInstance, FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { Database } from '#platform/db/database.ts';
import { transaction } from '#platform/db/transaction.ts';
import { route } from '#platform/http/routes.ts';
import { clientActor } from './clients.ts';
import { clientOfAssertion } from './client-assertion.ts';
import { issueToken, tokenSeconds, type Clients } from './client-store.ts';

/** Where clients ask for tokens. */
export const tokenPath = '/oauth2/token';
const jwtBearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const field = () => Type.Optional(Type.Union([Type.String({ maxLength: 20_000 }), Type.Array(Type.String())]));

interface TokenParts {
  readonly db: Database;
  readonly clients: Clients;
  readonly publicUrl: string;
  readonly now: () => Temporal.Instant;
}

/** Adds the token endpoint: OAuth 2.0 client credentials, where the client proves itself with its own key and no shared secret. */
export function tokenRoutes(app: FastifyInstance, { db, clients, publicUrl, now }: TokenParts): void {
  route(app, {
    method: 'POST',
    url: tokenPath,
    permission: { public: 'for connected programs, which prove who they are with what they sign' },
    audit: 'issue-token',
    schema: {
      body: Type.Object({
        ...{ grant_type: field(), client_assertion_type: field(), client_assertion: field() },
        ...{ client_id: field(), scope: field() },
      }),
    },
    handler: async ({ body }, reply) => {
      const one = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '');
      reply.header('pragma', 'no-cache');
      if (one(body.grant_type) !== 'client_credentials')
        return refuse(reply, 'unsupported_grant_type', 'grant_type is client_credentials.');
      if (one(body.client_assertion_type) !== jwtBearer)
        return refuse(reply, 'invalid_request', `client_assertion_type is ${jwtBearer}.`);
      const audience = [`${publicUrl}${tokenPath}`, publicUrl];
      const proven = await clientOfAssertion(one(body.client_assertion), { db, clients, audience, now: now() });
      if (!proven.ok) return refuse(reply, 'invalid_client', proven.error);
      const client = proven.value;
      if (body.client_id !== undefined && body.client_id !== client.id)
        return refuse(reply, 'invalid_client', 'client_id is not the client that signed.');
      const asked = [
        ...new Set(
          one(body.scope)
            .split(' ')
            .filter((scope) => scope !== ''),
        ),
      ];
      const scopes = asked.length === 0 ? client.scopes : asked;
      const beyond = scopes.find((scope) => !client.scopes.includes(scope));
      if (beyond !== undefined)
        return refuse(reply, 'invalid_scope', 'The client was not given every scope it asks for.');
      const acting = { db, actor: clientActor(client), act: { action: 'issue-token' } };
      const token = await transaction(acting, async (tx) => {
        tx.note({ subject: 'token issued', subjectId: client.id, detail: { scopes } });
        return issueToken(tx, { clientId: client.id, scopes });
      });
      return reply.send({
        access_token: token,
        token_type: 'Bearer',
        expires_in: tokenSeconds,
        scope: scopes.join(' '),
      });
    },
  });
}

/** A refusal as RFC 6749 words it. */
function refuse(reply: FastifyReply, error: string, description: string): FastifyReply {
  const status = error === 'invalid_client' ? 401 : 400;
  return reply.code(status).send({ error, error_description: description.replaceAll(/["\\]/g, "'") });
}
