import type { FastifyInstance } from 'fastify';
import type { Edge } from '#platform/http/edge.ts';
import { route, type Permission } from '#platform/http/routes.ts';

/** The measure is of published statistics: whoever runs, leads or checks a practice or the group may see it. */
export const seeMeasures: Permission = {
  name: 'see-measures',
  roles: [
    'operations',
    'practice_manager',
    'partner',
    'workforce',
    'finance',
    'governance',
    'auditor',
    'administrator',
  ],
};

/** Counts from the group's own record: those who run, lead or check it, and a practice's own manager and partners. */
export const seeCounts: Permission = {
  name: 'see-counts',
  roles: ['operations', 'practice_manager', 'partner', 'governance', 'auditor'],
};

/** What only makes sense of the whole group: a practice's own role sees no other's day. */
export const seeGroupCounts: Permission = { name: 'see-group-counts', roles: ['operations', 'governance', 'auditor'] };

const pages = [
  { href: '/measures/gap', label: 'Safe working', permission: seeMeasures },
  { href: '/measures/continuity', label: 'Continuity', permission: seeCounts },
  { href: '/measures/fair-access', label: 'Fair access', permission: seeCounts },
  { href: '/measures/red-flags', label: 'Red flags', permission: seeCounts },
  { href: '/measures/monday', label: 'A simulated Monday', permission: seeGroupCounts },
] as const;

/** The measures a role may open, for the line of links above each. */
export function measuresFor(role: string, here: (typeof pages)[number]['href']): object[] {
  const open = pages.filter(({ permission }) => permission.roles.includes(role));
  return open.length < 2 ? [] : open.map(({ href, label }) => ({ href, label, current: href === here }));
}

function routes(app: FastifyInstance): void {
  route(app, {
    method: 'GET',
    url: '/measures',
    permission: seeMeasures,
    audit: 'open-measures',
    schema: {},
    handler: async (_, reply) => reply.redirect('/measures/gap', 303),
  });
}

/** The one place of all measures in the navigation. */
export const measuresEdge: Edge = {
  places: [{ href: '/measures', label: 'Measures', permission: seeMeasures }],
  routes,
};
