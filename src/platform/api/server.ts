import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { tokenPath } from '#platform/auth/token-web.ts';
import { route } from '#platform/http/routes.ts';

/** Where programs speak JSON of what FHIR has no word for. */
export const apiPath = '/api/v1';

/** What the interface is made of. */
export interface ApiParts {
  readonly publicUrl: string;
  readonly version: string;
  readonly now: () => Temporal.Instant;
  /** What a scope opens, in words. */
  readonly scopes: Readonly<Record<string, string>>;
  /** What the domains answer for; each adds its routes. */
  readonly routes: readonly ((app: FastifyInstance, now: () => Temporal.Instant) => void)[];
}

/** Speaks JSON under `apiPath` and describes itself in OpenAPI, from the very schemas that requests and answers are held to. */
export async function apiServer(app: FastifyInstance, parts: ApiParts): Promise<void> {
  const { publicUrl, version, now, scopes } = parts;
  // A form's text may be read as a number; what a program sends is of its shape or refused, and nothing is dropped unseen.
  app.setValidatorCompiler<TSchema>(({ schema }) => {
    const shape = Compile(schema);
    return (value: unknown) => (shape.Check(value) ? { value } : { error: shape.Errors(value) as unknown as Error });
  });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Superpractice',
        version,
        description:
          'Requests and the state of the day, for programs. Appointments are booked by FHIR (/fhir/R4). Refusals are application/problem+json (RFC 9457).',
      },
      servers: [{ url: publicUrl }],
      components: {
        securitySchemes: {
          client: {
            type: 'oauth2',
            description: 'Client credentials with a signed assertion (private_key_jwt), as for FHIR.',
            flows: { clientCredentials: { tokenUrl: `${publicUrl}${tokenPath}`, scopes: { ...scopes } } },
          },
        },
      },
    },
    transform: ({ schema, url, route: { config } }) => {
      const permission = config?.permission;
      const security = permission && 'scopes' in permission ? [{ client: [...permission.scopes] }] : [];
      return { schema: { ...schema, security }, url };
    },
  });
  for (const add of parts.routes) add(app, now);
  route(app, {
    ...{ method: 'GET', url: '/openapi.json', audit: 'api-describe' },
    permission: { public: 'describes the interface; no data of anybody' },
    schema: { summary: 'This description' },
    handler: async (_request, reply) => reply.type('application/json').send(app.swagger()),
  });
}
