import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
import { csvText } from '#kernel/csv.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { download } from '#platform/http/download.ts';
import { route } from '#platform/http/routes.ts';
import { overviewOf } from '../group-overview.ts';
import { agreementMatrix, listPractices, type PracticeFilter } from '../group-page.ts';
import { legalShape } from '../legal-shape.ts';
import {
  agreements,
  contracts,
  groupById,
  hubMovesAfter,
  hubsOfGroup,
  practicesOfGroup,
  services,
  sites,
  today,
  type GroupPractice,
} from '../queries/group.ts';
import { layersOver } from '../queries/published.ts';
import { arrangeRoutes } from './arrange.ts';
import { arrangeGroup, seeGroup } from './permissions.ts';

const querystring = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 100 })),
  hub: Type.Optional(Type.String({ maxLength: 40 })),
  sort: Type.Optional(Type.Enum(['name', 'list', 'hub', 'postcode'])),
  dir: Type.Optional(Type.Enum(['asc', 'desc'])),
});

const layerNames: Readonly<Record<string, string>> = {
  'patients-registered': 'Lists',
  'practice-mapping': 'Names and networks',
  'practice-places': 'Where practices are',
  'appointments-practice': 'Appointments',
  'workforce-year': 'Staff',
  'appointments-crosstab': 'Appointments by professional',
  'practice-deprivation': 'Deprivation',
};

function filterOf(query: Static<typeof querystring>): PracticeFilter {
  return { q: query.q ?? '', hub: query.hub ?? '', sort: query.sort ?? 'name', dir: query.dir ?? 'asc' };
}

function addressOf(path: string, filter: PracticeFilter, change: Partial<PracticeFilter> = {}): string {
  const { q, hub, sort, dir } = { ...filter, ...change };
  const given = { q, hub, sort: sort === 'name' ? '' : sort, dir: dir === 'asc' ? '' : dir };
  const search = new URLSearchParams(Object.entries(given).filter(([, value]) => value !== '')).toString();
  return search === '' ? path : `${path}?${search}`;
}

/** The columns of the list, each with the address that sorts by it, the other way round when it is sorted so already. */
function columnsOf(filter: PracticeFilter): object[] {
  return (
    [
      ['name', 'Practice', false],
      ['hub', 'Hub', false],
      ['postcode', 'Postcode', false],
      ['list', 'Patients', true],
    ] as const
  ).map(([sort, text, number]) => {
    const current = filter.sort === sort;
    const dir = current ? (filter.dir === 'asc' ? 'desc' : 'asc') : number ? 'desc' : 'asc';
    const sorted = current ? (filter.dir === 'asc' ? 'ascending' : 'descending') : null;
    return { text, number, sorted, href: addressOf('/group', filter, { sort, dir }) };
  });
}

/** Adds the pages of how the group is made: practices and hubs, agreements, contracts. */
export function groupRoutes(app: FastifyInstance): void {
  route(app, {
    method: 'GET',
    url: '/group',
    permission: seeGroup,
    audit: 'show-group',
    schema: { querystring },
    handler: async ({ context, query }, reply) => {
      const filter = filterOf(query);
      const view = await transaction(context, (tx) => groupView(tx, context.actor.groupId ?? ''));
      const shown = listPractices(view.practices, filter);
      const most = Math.max(1, ...view.overview.hubs.map(({ list }) => list ?? 0));
      return reply.page('network/views/group.njk', {
        ...view,
        filter,
        shown,
        most,
        columns: columnsOf(filter),
        csvHref: addressOf('/group/practices.csv', filter),
        mayArrange: mayArrange(context),
      });
    },
  });
  route(app, {
    method: 'GET',
    url: '/group/practices.csv',
    permission: seeGroup,
    audit: 'take-practice-list',
    schema: { querystring },
    handler: async ({ context, query }, reply) => {
      const practices = await transaction(context, async (tx) => practicesOfGroup(tx, await today(tx)));
      return download(reply, 'practices.csv', practicesCsv(listPractices(practices, filterOf(query))));
    },
  });
  agreementRoute(app);
  contractRoute(app);
  siteRoute(app);
  arrangeRoutes(app);
}

async function groupView(tx: Tx, groupId: string) {
  const day = await today(tx);
  const practices = await practicesOfGroup(tx, day);
  const group = await groupById(tx, groupId);
  const hubs = await hubsOfGroup(tx);
  const layers = await layersOver(
    tx,
    practices.map(({ code }) => code),
  );
  const overview = overviewOf(group, { practices, hubs, layers });
  return {
    practices,
    hubs,
    overview,
    moves: Object.groupBy(await hubMovesAfter(tx, day), ({ practiceId }) => practiceId),
    shape: legalShape(group.legalShape),
    within: overview.hubs.filter(({ within30to50k }) => within30to50k === true).length,
    layers: overview.layers
      .filter(({ period }) => period !== null)
      .map((layer) => ({
        name: layerNames[layer.kind] ?? layer.kind,
        says: `${layer.publisher ?? ''}, ${layer.period ?? ''}`,
        note: [
          `${layer.practicesCovered} of ${layer.practices} practices`,
          ...(layer.derivedBy === null ? [] : ['derived by others']),
          ...(layer.passedOver === null ? [] : [layer.passedOver]),
        ].join(', '),
      })),
  };
}

function practicesCsv(practices: readonly GroupPractice[]): string {
  return csvText(
    [
      'code',
      'name',
      'hub',
      'address',
      'postcode',
      'latitude',
      'longitude',
      'patients',
      'patients_on',
      'status',
      'source',
    ],
    practices.map((each) => [
      each.code,
      each.name,
      each.hubName,
      each.address,
      each.postcode,
      each.latitude,
      each.longitude,
      each.list,
      each.listOn?.toString() ?? null,
      each.status,
      each.source,
    ]),
  );
}

function agreementRoute(app: FastifyInstance): void {
  route(app, {
    method: 'GET',
    url: '/group/agreements',
    permission: seeGroup,
    audit: 'show-agreements',
    schema: {},
    handler: async ({ context }, reply) => {
      const { day, matrix, all } = await transaction(context, async (tx) => {
        const on = await today(tx);
        const known = await services(tx);
        const practices = await practicesOfGroup(tx, on);
        const rows = agreementMatrix(practices, known, { agreements: await agreements(tx), on });
        return { day: on, matrix: rows, all: known };
      });
      const joined = (at: number) =>
        matrix.filter(({ cells }) => ['joined', 'leaving'].includes(cells[at]?.kind ?? '')).length;
      return reply.page('network/views/group-agreements.njk', {
        day,
        matrix,
        services: all.map((service, at) => ({ ...service, joined: joined(at) })),
        every: matrix.filter(({ cells }) => cells.every(({ kind }) => kind === 'joined' || kind === 'leaving')).length,
        breadcrumbs: [{ text: 'Group', href: '/group' }, { text: 'Agreements' }],
      });
    },
  });
}

const mayArrange = ({ actor }: Context): boolean => arrangeGroup.roles.includes(actor.role);

function siteRoute(app: FastifyInstance): void {
  route(app, {
    method: 'GET',
    url: '/group/sites',
    permission: seeGroup,
    audit: 'show-sites',
    schema: {},
    handler: async ({ context }, reply) => {
      const all = await transaction(context, async (tx) => sites(tx, await today(tx)));
      return reply.page('network/views/group-sites.njk', {
        sites: all,
        branches: all.filter(({ main }) => !main).length,
        mayArrange: mayArrange(context),
        breadcrumbs: [{ text: 'Group', href: '/group' }, { text: 'Sites' }],
      });
    },
  });
}

function contractRoute(app: FastifyInstance): void {
  route(app, {
    method: 'GET',
    url: '/group/contracts',
    permission: seeGroup,
    audit: 'show-contracts',
    schema: {},
    handler: async ({ context }, reply) => {
      const rows = await transaction(context, async (tx) => contracts(tx, await today(tx)));
      const kinds = [...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, of]) => `${of.length} ${kind}`);
      return reply.page('network/views/group-contracts.njk', {
        contracts: rows,
        mayArrange: mayArrange(context),
        kinds,
        breadcrumbs: [{ text: 'Group', href: '/group' }, { text: 'Contracts' }],
      });
    },
  });
}
