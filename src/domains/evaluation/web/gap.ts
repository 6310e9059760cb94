import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { transaction, type Context } from '#platform/db/transaction.ts';
import type { Edge } from '#platform/http/edge.ts';
import { download } from '#platform/http/download.ts';
import { route } from '#platform/http/routes.ts';
import { rangeAndDots } from '#platform/ui/chart-range.ts';
import { figure, type Figure } from '#platform/ui/chart.ts';
import { numberWords } from '#platform/ui/words.ts';
import { askable } from '../gap.ts';
import { gapCsv } from '../gap-csv.ts';
import { answersFor, inOrder, orders, viewOf, type GapView, type Order } from '../gap-page.ts';
import {
  answerWords,
  apartWords,
  beyondWords,
  cautionWords,
  missingWords,
  neededOf,
  turnsWords,
  verdictWords,
  type MeasuredGap,
} from '../gap-words.ts';
import { actingGroup, administratorNames, today } from '../queries/figures.ts';
import { measureGap, type Asked } from '../queries/gap.ts';
import { measuresFor, seeMeasures } from './places.ts';

const asking = Type.Object({
  limit: Type.Optional(Type.String({ maxLength: 8 })),
  share: Type.Optional(Type.String({ maxLength: 8 })),
  sort: Type.Optional(Type.Enum(Object.keys(orders) as Order[])),
});

interface FieldError {
  readonly text: string;
  readonly href: string;
}

interface Given {
  readonly asked: Asked;
  /** As typed, so that a wrong value can be mended. */
  readonly typed: { limit?: string; share?: string };
  readonly errors: readonly FieldError[];
}

/** Reads what stands in the address; a wrong value is told, and the published figure used instead. */
function readAsked(query: { limit?: string; share?: string }): Given {
  const errors: FieldError[] = [];
  const read = (text: string | undefined, [from, to]: readonly [number, number], error: FieldError) => {
    if (text === undefined || text.trim() === '') return null;
    const value = Number(text.trim().replace(',', '.'));
    if (value >= from && value <= to) return value;
    errors.push(error);
    return null;
  };
  const limit = read(query.limit, askable.limit, { text: 'Safe limit must be a number from 1 to 100', href: '#limit' });
  const share = read(query.share, askable.share, {
    text: 'GP share must be a number from 0.01 to 1, such as 0.41',
    href: '#share',
  });
  return { asked: { limit, share }, typed: query, errors };
}

interface Measured {
  readonly measured: MeasuredGap;
  readonly view: GapView;
  readonly group: string;
  /** Who can bring figures in. */
  readonly administrators: readonly string[];
}

async function measure(context: Context, asked: Asked): Promise<Measured> {
  return transaction(context, async (tx) => {
    const day = await today(tx);
    const measured = await measureGap(tx, day, asked);
    const group = (await actingGroup(tx))?.name ?? 'the group';
    const administrators = await administratorNames(tx, day);
    return { measured, view: viewOf(measured, { practiceId: context.actor.practiceId }), group, administrators };
  });
}

const layerNames = {
  list: 'Patients registered',
  appointments: 'Appointments',
  gpShare: 'GP share of appointments',
  workforce: 'GPs in post',
} as const;

/** A name of a layer inside a sentence: "GPs in post" keeps its capitals, "Appointments" does not. */
function inSentence(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

function pictureOf({ measured, view }: Measured): Figure | null {
  const { low, high } = measured.total.contactsPerGpDay;
  if (low === null || high === null) return null;
  const limit = numberWords(measured.limit, Number.isInteger(measured.limit) ? 0 : 1);
  const picture = rangeAndDots({
    spoken: {
      title: `${answerWords(measured.total)}, with a safe limit of ${limit}`,
      description: `One dot for each of ${view.dots.length} practices, first with every GP counted, then with permanent GPs only.`,
    },
    low,
    high,
    limit: measured.limit,
    limitWords: `${limit} is the safe limit`,
    unit: 'contacts per GP per day',
    names: {
      whole: 'The group',
      wholeNote: 'between two assumptions',
      low: 'Counting every GP',
      high: 'Permanent GPs only',
      dot: 'practice',
    },
    rows: view.dots,
  });
  const said = (value: number | null) => (value === null ? null : numberWords(value, 1));
  return figure(picture, {
    heading: '',
    source: [...new Set(measured.layers.map((layer) => layer.publisher))].join(', '),
    period: measured.layers
      .filter(({ layer }) => layer !== 'list')
      .map(({ layer, period, assumed }) =>
        assumed === null
          ? `${inSentence(layerNames[layer])} ${period?.words ?? 'of no period'}`
          : `GP share assumed to be ${numberWords(assumed, 2)}`,
      )
      .join(', '),
    csvHref: null,
    table: {
      summary: 'Every dot as a table',
      caption: 'Contacts per GP per day, highest first',
      columns: [
        { text: 'Practice' },
        { text: 'Counting every GP', number: true },
        { text: 'Permanent GPs only', number: true },
      ],
      rows: view.dots.map((dot) => [dot.label, said(dot.low), said(dot.high)]),
    },
  });
}

/** Where every figure comes from, and how far its period is from the appointments'. */
function sourcesOf({ layers, total }: MeasuredGap, { share }: Asked) {
  const appointments = layers.find(({ layer }) => layer === 'appointments');
  const missing = total.practices - total.practicesCounted;
  const imported = layers.filter((layer) => layer.assumed === null);
  const assumed = layers.flatMap((layer) => (layer.assumed === null ? [] : [{ ...layer, value: layer.assumed }]));
  return [
    {
      name: 'Practices with every figure',
      says: `${total.practicesCounted} of ${total.practices}`,
      note: missing === 0 ? null : `${missing} not known`,
    },
    ...imported.map((layer) => ({
      name: layerNames[layer.layer],
      says: `${layer.period?.words ?? 'no period'}, ${layer.publisher}${layer.derivedBy === null ? '' : ', derived by others'}${layer.practices < layer.of ? `, for ${layer.practices} of ${layer.of}` : ''}`,
      note: [apartWords(layer, appointments), layer.newer].filter((note) => note !== null).join(', ') || null,
    })),
    ...assumed.map(({ title, value, practices, of }) => ({
      name: 'GP share, assumed',
      says: `${numberWords(value, 2)}, from ${title}${practices < of ? `, for ${practices} of ${of}` : ''}`,
      note: 'not imported',
    })),
    ...(share === null
      ? []
      : [{ name: layerNames.gpShare, says: `${numberWords(share, 2)}, as asked above`, note: null }]),
  ];
}

function hrefOf(path: string, { limit, share }: Asked, sort?: Order): string {
  const query = new URLSearchParams();
  if (limit !== null) query.set('limit', String(limit));
  if (share !== null) query.set('share', String(share));
  if (sort !== undefined) query.set('sort', sort);
  return `${path}${query.size > 0 ? `?${query.toString()}` : ''}`;
}

function pageOf(found: Measured, { asked, typed, errors }: Given, order: Order): object {
  const { measured, view, group } = found;
  const csvHref = hrefOf('/measures/gap.csv', asked);
  const explained = (missing: readonly string[]) => missingWords(missing);
  const answered = answersFor(measured, view);
  return {
    group: 'name' in answered ? answered.name : group,
    errors,
    typed: { share: typed.share ?? '', limit: typed.limit ?? String(found.measured.limit) },
    measured,
    view: {
      ...view,
      hubs: view.hubs.map((hub) => ({
        ...hub,
        practices: inOrder(hub.practices, order).map((practice) => ({
          ...practice,
          caution: cautionWords(practice, measured.doubtful),
          why: explained(practice.missing),
          mine: practice.code === view.mine?.practice.code,
        })),
      })),
    },
    answer: answerWords(answered),
    turns: turnsWords(answered),
    beyond: beyondWords(measured.total),
    sources: sourcesOf(measured, asked),
    imported: measured.layers.filter((layer) => layer.assumed === null),
    chart: pictureOf(found),
    needed: neededOf(measured.byPractice),
    administrators: found.administrators,
    csvHref,
    verdictWords,
    order,
    sortHref: (by: Order) => `${hrefOf('/measures/gap', asked, by)}#practices`,
  };
}

function routes(app: FastifyInstance): void {
  route(app, {
    method: 'GET',
    url: '/measures/gap',
    permission: seeMeasures,
    audit: 'see-gap',
    schema: { querystring: asking },
    async handler({ context, query }, reply) {
      const given = readAsked(query);
      const found = await measure(context, given.asked);
      const measures = measuresFor(context.actor.role, '/measures/gap');
      const page = pageOf(found, given, query.sort ?? 'practice');
      const runsImports = context.actor.role === 'administrator';
      return reply.page('evaluation/views/gap.njk', { ...page, measures, runsImports });
    },
  });
  route(app, {
    method: 'GET',
    url: '/measures/gap.csv',
    permission: seeMeasures,
    audit: 'take-gap',
    schema: { querystring: asking },
    async handler({ context, query }, reply) {
      const { asked, errors } = readAsked(query);
      // A file has no place for an error: figures of another limit than was asked for would pass as the ones asked for.
      if (errors.length > 0) return reply.problem(422, 'No file was made', errors.map(({ text }) => text).join('. '));
      const { measured, view } = await measure(context, asked);
      return download(reply, 'safe-working.csv', gapCsv(measured, view));
    },
  });
}

/** How the group's work compares with safe working. */
export const gapEdge: Edge = {
  places: [],
  routes,
};
