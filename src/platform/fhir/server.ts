import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Resource } from '@medplum/fhirtypes';
import type { Result } from '#kernel/result.ts';
import { signingAlgorithms } from '#platform/auth/client-assertion.ts';
import { tokenPath } from '#platform/auth/token-web.ts';
import { transaction } from '#platform/db/transaction.ts';
import { route, type Checked } from '#platform/http/routes.ts';
import { capabilityOf } from './capability.ts';
import { notFound, type FhirFault } from './fault.ts';
import { idHeader, sendFault, sendResource, speakFhir } from './http.ts';
import type { Asked, FhirKind, FhirMessages, Written } from './kind.ts';
import { searchBundle } from './search.ts';

/** Where FHIR R4 is spoken. */
export const fhirPath = '/fhir/R4';

/** The operation that takes messages. */
const processMessage = '$process-message';

/** What the server is made of. */
export interface FhirParts {
  readonly kinds: readonly FhirKind[];
  readonly messages: FhirMessages;
  readonly publicUrl: string;
  readonly version: string;
  readonly now: () => Temporal.Instant;
}

type Handle = (asked: Asked, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

interface Speaking extends FhirParts {
  readonly base: string;
}

/** Speaks FHIR R4 for the kinds the domains answer for; mounted with the prefix `fhirPath`. */
export async function fhirServer(app: FastifyInstance, parts: FhirParts): Promise<void> {
  const base = `${parts.publicUrl}${fhirPath}`;
  const speaking = { ...parts, base };
  speakFhir(app, base, [...parts.kinds.map(({ type }) => type), 'MessageDefinition', processMessage]);
  tellAll(app, speaking);
  messageRoutes(app, speaking);
  for (const kind of parts.kinds) {
    readRoutes(app, kind, speaking);
    writeRoutes(app, kind, speaking);
  }
  return Promise.resolve();
}

/** What anybody may ask: what this server does, and where tokens are. */
function tellAll(app: FastifyInstance, { kinds, messages, base, publicUrl, version, now }: Speaking): void {
  const tokenUrl = `${publicUrl}${tokenPath}`;
  const open = { public: 'says what the server does and where tokens are; no data of anybody' };
  route(app, {
    ...{ method: 'GET', url: '/metadata', permission: open, audit: 'fhir-metadata', schema: {} },
    handler: async (_request, reply) =>
      sendResource(
        reply,
        capabilityOf(kinds, {
          base,
          tokenUrl,
          now: now(),
          version,
          messages: messages.definitions(base).map(({ url = '' }) => url),
        }),
      ),
  });
  route(app, {
    ...{ method: 'GET', url: '/.well-known/smart-configuration', permission: open, audit: 'fhir-smart', schema: {} },
    handler: async (_request, reply) =>
      reply.type('application/json').send({
        token_endpoint: tokenUrl,
        grant_types_supported: ['client_credentials'],
        token_endpoint_auth_methods_supported: ['private_key_jwt'],
        token_endpoint_auth_signing_alg_values_supported: signingAlgorithms,
        scopes_supported: [
          ...new Set(kinds.flatMap(({ readScopes, writeScopes = [] }) => [...readScopes, ...writeScopes])),
        ],
        capabilities: ['client-confidential-asymmetric', 'permission-v1'],
      }),
  });
}

/** Messages: what is taken, for anybody to read, and taking them. */
function messageRoutes(app: FastifyInstance, speaking: Speaking): void {
  const { messages, base } = speaking;
  const open = { public: 'says which messages are taken; no data of anybody' };
  route(app, {
    ...{ method: 'GET', url: '/MessageDefinition', permission: open, audit: 'fhir-messagedefinition', schema: {} },
    handler: async (_request, reply) => {
      const all = messages.definitions(base);
      const entry = all.map((resource) => ({
        fullUrl: resource.url ?? '',
        resource,
        search: { mode: 'match' as const },
      }));
      const link = [{ relation: 'self', url: `${base}/MessageDefinition` }];
      return sendResource(reply, { resourceType: 'Bundle', type: 'searchset', total: all.length, link, entry });
    },
  });
  route(app, {
    ...{
      method: 'POST',
      url: `/${processMessage}`,
      permission: { scopes: messages.scopes },
      audit: 'fhir-process-message',
      schema: {},
    },
    handler: async (checked, reply) =>
      answer(checked, reply, {
        speaking,
        handle: async (asked, request) => {
          const done = await messages.process(asked, bodyOf(request));
          return done.ok ? sendResource(reply, done.value) : sendFault(reply, done.error, base);
        },
      }),
  });
}

/** Does what was asked once it stands in the audit under the program's name. */
async function answer(
  { context, raw }: Checked<object>,
  reply: FastifyReply,
  { speaking, handle }: { speaking: Speaking; handle: Handle },
): Promise<unknown> {
  const { base, now } = speaking;
  const requestId = idHeader(raw, 'x-request-id');
  const correlation = idHeader(raw, 'x-correlation-id');
  await transaction(context, async (tx) => {
    tx.note({ subject: 'FHIR request', detail: { request: requestId ?? null, correlation: correlation ?? null } });
    return Promise.resolve();
  });
  const header = (name: string): string | undefined => {
    const sent = raw.headers[name];
    return typeof sent === 'string' ? sent : undefined;
  };
  return handle({ context, clientId: raw.client?.id ?? '', now: now(), base, requestId, header }, raw, reply);
}

function readRoutes(app: FastifyInstance, kind: FhirKind, speaking: Speaking): void {
  const { type, readScopes } = kind;
  const { kinds, base } = speaking;
  const permission = { scopes: readScopes };
  const search = (audit: string, url: string, method: 'GET' | 'POST') =>
    route(app, {
      ...{ method, url, permission, audit, schema: {} },
      handler: async (checked, reply) =>
        answer(checked, reply, {
          speaking,
          handle: async (asked, request) => {
            const params = new URLSearchParams(method === 'GET' ? (request.url.split('?')[1] ?? '') : formOf(request));
            const found = await kind.search(asked, params);
            if (!found.ok) return sendFault(reply, found.error, base);
            const granted = request.client?.scopes ?? [];
            const allowed = (other: FhirKind) => other.readScopes.some((scope) => granted.includes(scope));
            return sendResource(reply, await searchBundle(asked, found.value, { kind, kinds, params, allowed }));
          },
        }),
    });
  const name = type.toLowerCase();
  search(`fhir-search-${name}`, `/${type}`, 'GET');
  search(`fhir-search-${name}`, `/${type}/_search`, 'POST');
  route(app, {
    ...{ method: 'GET', url: `/${type}/:id`, permission, audit: `fhir-read-${name}`, schema: {} },
    handler: async (checked, reply) =>
      answer(checked, reply, {
        speaking,
        handle: async (asked, request) => {
          const [found] = await kind.read(asked, [idIn(request)]);
          return found ? sendResource(reply, found) : sendFault(reply, notFound(type), base);
        },
      }),
  });
}

function writeRoutes(app: FastifyInstance, kind: FhirKind, speaking: Speaking): void {
  const { type, create, update, writeScopes = [] } = kind;
  const { base } = speaking;
  const written = (reply: FastifyReply, result: Result<Written, FhirFault>): FastifyReply => {
    if (!result.ok) return sendFault(reply, result.error, base);
    const { resource, created } = result.value;
    if (created) reply.header('location', locationOf(resource, base));
    return sendResource(reply, resource, created ? 201 : 200);
  };
  const name = type.toLowerCase();
  if (create)
    route(app, {
      ...{
        method: 'POST',
        url: `/${type}`,
        permission: { scopes: writeScopes },
        audit: `fhir-create-${name}`,
        schema: {},
      },
      handler: async (checked, reply) =>
        answer(checked, reply, {
          speaking,
          handle: async (asked, request) => written(reply, await create(asked, bodyOf(request))),
        }),
    });
  if (update)
    route(app, {
      ...{
        method: 'PUT',
        url: `/${type}/:id`,
        permission: { scopes: writeScopes },
        audit: `fhir-update-${name}`,
        schema: {},
      },
      handler: async (checked, reply) =>
        answer(checked, reply, {
          speaking,
          handle: async (asked, request) => {
            const version = /^(?:W\/)?"([^"]{1,64})"$/.exec(asked.header('if-match') ?? '')?.[1];
            const text = 'Say with If-Match which version you have seen: the ETag of the last answer.';
            if (version === undefined) return sendFault(reply, { status: 412, code: 'BAD_REQUEST', text }, base);
            return written(reply, await update(asked, idIn(request), { sent: bodyOf(request), version }));
          },
        }),
    });
}

const idIn = ({ params }: FastifyRequest): string => (params as { id: string }).id;

const locationOf = ({ resourceType, id }: Resource, base: string): string => `${base}/${resourceType}/${id ?? ''}`;

/** A form is no resource, and a resource no form. */
function wrongMedia(): Error {
  return Object.assign(new Error('wrong media'), { statusCode: 415 });
}

function bodyOf({ body }: FastifyRequest): unknown {
  if (typeof body !== 'object') throw wrongMedia();
  return body;
}

function formOf({ body }: FastifyRequest): string {
  if (typeof body !== 'string' && body !== undefined && body !== null) throw wrongMedia();
  return body ?? '';
}
