import type { FastifyInstance } from 'fastify';
import type { Edge, EdgeParts } from '#platform/http/edge.ts';
import { route, type Permission } from '#platform/http/routes.ts';
import { fewerNote } from './fewer.ts';
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
  'practice-deprivation': 'Deprivation of practices',
};

function shown(edition: EditionRow) {
  const state = edition.replaced === 0 ? 'in force' : edition.replaced < edition.covers ? 'in part' : 'superseded';
  const leftOut = Object.values(edition.leftOut).reduce((sum, n) => sum + n, 0);
  const warning = edition.fewer && fewerNote(edition.fewer);
  return { ...edition, period: periodWords(edition), state, leftOutRows: leftOut, warning };
}

/** What is worth knowing of all editions together: history, and editions to look at. */
function noteOn(rows: readonly EditionRow[]): string {
  const said = (n: number, one: string, many: string) => (n === 0 ? [] : [n === 1 ? `1 ${one}.` : `${n} ${many}.`]);
  const old = rows.filter(({ replaced, covers }) => replaced === covers).length;
  const inPart = rows.filter(({ replaced, covers }) => replaced > 0 && replaced < covers).length;
  const thin = rows.filter(({ fewer, replaced, covers }) => fewer !== null && replaced < covers).length;
  const notes = [
    ...said(old, 'older edition kept as history', 'older editions kept as history'),
    ...said(inPart, 'is replaced in part', 'are replaced in part'),
    ...said(thin, 'covers far fewer practices than the one before', 'cover far fewer practices than those before'),
  ];
  return notes.length === 0 ? 'No edition has been superseded.' : notes.join(' ');
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
        restorable: rows.some(({ replaced }) => replaced > 0),
        note: noteOn(rows),
      });
    },
  });
}

/** Says where every published figure comes from. */
export const publishedEdge: Edge = {
  places: [{ href: '/published', label: 'Published data', permission: seePublished }],
  routes,
};
