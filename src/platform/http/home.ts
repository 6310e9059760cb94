import type { FastifyInstance } from 'fastify';
import type { Edge } from './edge.ts';
import { route } from './routes.ts';

/** Adds the front door: everyone goes on to the first page of their role, or to sign in. */
export function homeRoute(app: FastifyInstance, edges: readonly Edge[]): void {
  route(app, {
    method: 'GET',
    url: '/',
    permission: { public: 'shows nothing: it sends everyone on to where they may go' },
    audit: 'show-home',
    schema: {},
    handler: async ({ raw }, reply) => {
      const { identity } = raw;
      if (!identity) return reply.redirect('/sign-in', 303);
      if (identity.session.locked) return reply.redirect('/locked', 303);
      const role = identity.current?.role ?? '';
      const places = edges.flatMap((edge) => edge.places).filter((place) => place.permission.roles.includes(role));
      const first = places.find(({ beginsFor = [] }) => beginsFor.includes(role)) ?? places[0];
      if (first) return reply.redirect(first.href, 303);
      return reply.problem(403, 'There is no page for you yet', 'Switch role, or ask your group’s administrator.');
    },
  });
}
