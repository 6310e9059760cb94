import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { Static, TObject, TSchema } from 'typebox';
import type { Context } from '#platform/db/transaction.ts';

/** What a person must hold to use a route: a named permission and the roles that carry it. */
export interface Permission {
  readonly name: string;
  readonly roles: readonly string[];
}

/** A route open to everyone says why. */
export interface Public {
  readonly public: string;
}

/** A route for connected programs: one of these scopes, granted by whoever arranges the group, opens it. */
export interface Scoped {
  readonly scopes: readonly string[];
}

/** Who may use a route: people by role, connected programs by scope, or everyone for a reason. */
export type Access = Permission | Scoped | Public;

/** The shapes a route accepts; input of any other shape never reaches the handler. */
export interface RouteSchema {
  readonly params?: TObject;
  readonly querystring?: TObject;
  readonly body?: TSchema;
  readonly headers?: TObject;
  /** What is answered, by status; what it does not name is never sent. */
  readonly response?: Readonly<Record<number, TSchema>>;
  /** What the route is for, in the description of an interface for programs. */
  readonly summary?: string;
}

type Shape<S, K extends keyof RouteSchema> = S extends { readonly [key in K]: infer T extends TSchema }
  ? Static<T>
  : Record<string, never>;

/** A request whose parts have been checked against the route's schema. */
export interface Checked<S extends RouteSchema> {
  readonly params: Shape<S, 'params'>;
  readonly query: Shape<S, 'querystring'>;
  readonly body: Shape<S, 'body'>;
  readonly context: Context;
  readonly raw: FastifyRequest;
}

/** One way in: who may use it, what the audit calls it, what it accepts, and what it does. */
export interface Route<S extends RouteSchema> {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly permission: Access;
  readonly audit: string;
  readonly schema: S;
  /** Bytes its body may have, where that is more than the app's usual. */
  readonly bodyLimit?: number;
  readonly handler: (request: Checked<S>, reply: FastifyReply) => Promise<unknown>;
}

interface Declared {
  permission?: Access;
  audit?: string;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    permission?: Access;
    audit?: string;
  }
}

/** Registers a route. Everything it declares is checked again when the app starts. */
export function route<const S extends RouteSchema>(app: FastifyInstance, spec: Route<S>): void {
  app.route({
    method: spec.method,
    url: spec.url,
    schema: spec.schema as Record<string, unknown>,
    ...(spec.bodyLimit === undefined ? {} : { bodyLimit: spec.bodyLimit }),
    config: { permission: spec.permission, audit: spec.audit },
    handler: async (request, reply) => {
      const checked = {
        params: request.params,
        query: request.query,
        body: request.body,
        context: request.context(),
        raw: request,
      } as Checked<S>;
      return spec.handler(checked, reply);
    },
  });
}

function faultOf(options: RouteOptions): string | undefined {
  const declared: Declared = options.config ?? {};
  if (!declared.permission) return 'no permission (or `public` with a reason)';
  if ('public' in declared.permission && declared.permission.public.trim() === '') return 'public without a reason';
  if ('scopes' in declared.permission && declared.permission.scopes.length === 0) return 'no scope that opens it';
  if ('roles' in declared.permission && declared.permission.roles.length === 0) return 'a permission no role carries';
  if (!declared.audit) return 'no audit name';
  if (!options.schema) return 'no schema';
  return undefined;
}

/** The routes an app has, with what each declares; the access matrix is generated from it. */
export interface DeclaredRoute {
  readonly method: string;
  readonly url: string;
  readonly permission: Access;
  readonly audit: string;
  readonly schema: RouteSchema;
}

/** Refuses to start an app with a route that lacks permission, audit name or schema. Returns the growing list of routes. */
export function guardRoutes(app: FastifyInstance): DeclaredRoute[] {
  const routes: DeclaredRoute[] = [];
  app.addHook('onRoute', (options) => {
    const methods = [options.method].flat();
    if (methods.every((method) => method === 'HEAD' || method === 'OPTIONS')) return;
    const fault = faultOf(options);
    if (fault) throw new Error(`route ${methods.join('|')} ${options.url} has ${fault}`);
    const { permission, audit } = options.config as Required<Declared>;
    const schema = options.schema as RouteSchema;
    for (const method of methods) routes.push({ method, url: options.url, permission, audit, schema });
  });
  return routes;
}
