import type { FastifyInstance } from 'fastify';
import type { Edge, EdgeParts } from '#platform/http/edge.ts';
import { route, type Permission } from '#platform/http/routes.ts';
import { kinds, periodWords, type Kind } from './edition.ts';
import { editions, type EditionRow } from './queries.ts';

/** Published statistics are public: whoever works in a group may see what its figures rest on. */
const seePublished: Permission = {
  name: 'see-published',
  roles: [
    'operations',
    'practice_manager',
    'partner',
    'workforce',
    'finance',
    'governance',
    'auditor',
    'administrator',
    'clinician',
    'navigator',
  ],
};

const names: Readonly<Record<Kind, string>> = {
  'patients-registered': 'Patients registered',
  'practice-mapping': 'Practices, networks and areas',
  'practice-places': 'Where practices are',
  'appointments-practice': 'Appointments of practices',
  'appointments-area': 'Appointments of areas, by month',
  'appointments-area-day': 'Appointments of areas, by day',
  'appointments-crosstab': 'Appointments of practices, by professional',
  'workforce-year': 'Staff of practices',
};

function shown(edition: EditionRow) {
  const state = edition.replaced === 0 ? 'in force' : edition.replaced < edition.covers ? 'in part' : 'superseded';
  const leftOut = Object.values(edition.leftOut).reduce((sum, n) => sum + n, 0);
  return { ...edition, period: periodWords(edition), state, leftOutRows: leftOut };
}

function routes(app: FastifyInstance, { db }: EdgeParts): void {
  route(app, {
    method: 'GET',
    url: '/published',
    permission: seePublished,
    audit: 'show-published-data',
    schema: {},
    async handler(_request, reply) {
      const rows = await editions(db);
      const layers = kinds
        .map((kind) => ({ name: names[kind], editions: rows.filter((row) => row.kind === kind).map(shown) }))
        .filter((layer) => layer.editions.length > 0);
      return reply.page('published/views/published.njk', {
        layers,
        inForce: rows.filter((row) => row.replaced < row.covers).length,
        superseded: rows.filter((row) => row.replaced === row.covers).length,
      });
    },
  });
}

/** Says where every published figure comes from. */
export const publishedEdge: Edge = {
  places: [{ href: '/published', label: 'Published data', permission: seePublished }],
  routes,
};
