import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { csvText } from '#kernel/csv.ts';
import { england, isWorkingDay } from '#kernel/working-day.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import { download } from '#platform/http/download.ts';
import type { Edge } from '#platform/http/edge.ts';
import { route } from '#platform/http/routes.ts';
import { barChart } from '#platform/ui/chart-bars.ts';
import { figure, type Figure } from '#platform/ui/chart.ts';
import { dateWords } from '#platform/ui/when.ts';
import { comparePolicies, type PolicyResult, type Range } from '../monday.ts';
import { actingGroup, today } from '../queries/figures.ts';
import { mondayGround, type FoundGround } from '../queries/monday.ts';
import { countSaid, mondayAnswer, mondayCsv, policyWords, shareSaid, type RangeSaid } from './monday-words.ts';
import { measuresFor, seeGroupCounts } from './places.ts';

const querystring = Type.Object({ seed: Type.Optional(Type.Integer({ minimum: 0, maximum: 999_999 })) });

interface Found extends FoundGround {
  readonly day: Temporal.PlainDate;
  readonly seed: number;
  readonly who: string;
  readonly results: readonly PolicyResult[];
}

/** The newest Monday behind a day on which practices were open. */
export function lastMonday(day: Temporal.PlainDate): Temporal.PlainDate {
  let monday = day.subtract({ days: ((day.dayOfWeek + 6) % 7) + (day.dayOfWeek === 1 ? 7 : 0) });
  while (!isWorkingDay(england, monday)) monday = monday.subtract({ days: 7 });
  return monday;
}

async function find(context: Context, seed: number): Promise<Found> {
  const found = await transaction(context, async (tx) => {
    const day = lastMonday(await today(tx));
    return { ...(await mondayGround(tx, day)), day, who: (await actingGroup(tx))?.name ?? 'the group' };
  });
  return { ...found, seed, results: comparePolicies(found.ground, { seed, runs: found.runs }) };
}

const inline = (said: RangeSaid): string | null => said && `${said.mean} (${said.range})`;

function chartOf(
  results: readonly PolicyResult[],
  shown: { what: string; pick: (result: PolicyResult) => Range },
): Figure {
  const picture = barChart({
    spoken: {
      title: `${shown.what} under three policies, simulated`,
      description: results
        .map((one) => `${policyWords[one.policy].name}: ${inline(shareSaid(shown.pick(one))) ?? 'not known'}`)
        .join('. '),
    },
    unit: '%',
    to: 100,
    rows: results.map((one) => {
      const range = shown.pick(one);
      return { label: policyWords[one.policy].name, value: range && range.mean * 100 };
    }),
  });
  return figure(picture, {
    ...{ heading: `${shown.what}, %`, source: '', period: '', csvHref: null },
    table: {
      caption: `${shown.what} under three policies, simulated`,
      columns: [{ text: 'Policy' }, { text: 'Mean, and least to most', number: true }],
      rows: results.map((one) => [policyWords[one.policy].name, inline(shareSaid(shown.pick(one)))]),
    },
  });
}

function pageOf({ ground, runs, assumed, day, seed, who, results }: Found): object {
  const asked = ground.practices.reduce((sum, practice) => sum + practice.asked, 0);
  const free = ground.gps.reduce((sum, { starts, room }) => sum + Math.min(starts.length, room), 0);
  return {
    ...{ who, runs, seed, asked, free },
    answer: mondayAnswer(results),
    day: `Monday ${dateWords(day)}`,
    practices: ground.practices.length,
    alone: ground.practices.filter(({ pool }) => pool === null).length,
    assumed: assumed.filter(({ name }) => name.startsWith('simulated-')),
    hours: assumed.find(({ name }) => name.startsWith('calls-at-'))?.source,
    charts: [
      chartOf(results, { what: 'Seen the same day', pick: ({ seenShare }) => seenShare }),
      chartOf(results, { what: 'With their own GP', pick: ({ ownShare }) => ownShare }),
    ],
    rows: results.map((one) => ({
      ...policyWords[one.policy],
      broken: one.pastLimit + one.givenTwice,
      cells: [
        { label: 'Seen the same day', said: shareSaid(one.seenShare) },
        { label: 'Not seen that day', said: countSaid(one.notSeen) },
        { label: 'Middle wait, minutes', said: countSaid(one.medianWait) },
        { label: 'Nine of ten within, minutes', said: countSaid(one.longWait) },
        { label: 'With their own GP', said: shareSaid(one.ownShare) },
        { label: 'At another practice', said: shareSaid(one.elsewhereShare) },
      ],
    })),
  };
}

function routes(app: FastifyInstance): void {
  route(app, {
    method: 'GET',
    url: '/measures/monday',
    permission: seeGroupCounts,
    audit: 'see-simulated-monday',
    schema: { querystring },
    async handler({ context, query }, reply) {
      const measures = measuresFor(context.actor.role, '/measures/monday');
      return reply.page('evaluation/views/monday.njk', { ...pageOf(await find(context, query.seed ?? 1)), measures });
    },
  });
  route(app, {
    method: 'GET',
    url: '/measures/monday.csv',
    permission: seeGroupCounts,
    audit: 'take-simulated-monday',
    schema: { querystring },
    async handler({ context, query }, reply) {
      const { heading, rows } = mondayCsv((await find(context, query.seed ?? 1)).results);
      return download(reply, 'simulated-monday.csv', csvText(heading, rows));
    },
  });
}

/** The same Monday under three policies: a simulation from the group's own record. */
export const mondayEdge: Edge = { places: [], routes };
