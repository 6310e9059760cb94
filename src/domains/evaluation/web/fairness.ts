import type { FastifyInstance } from 'fastify';
import { csvText } from '#kernel/csv.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import type { Edge } from '#platform/http/edge.ts';
import { download } from '#platform/http/download.ts';
import { route } from '#platform/http/routes.ts';
import { fairness, type DeprivationLayer, type Fairness, type Fared } from '../fairness.ts';
import { fairnessAnswer, fairnessCsv, layerWords, noteOn, promiseWords, waitWords } from './fairness-words.ts';
import { measuredWords, periodOf, type MeasuredPeriod } from '../measured-period.ts';
import { accessCounts, countedPractices, deprivationLayer, fewestOn } from '../queries/counts.ts';
import { actingGroup, today } from '../queries/figures.ts';
import { deprivation } from '../who-asked.ts';
import { measuresFor, seeCounts } from './places.ts';

/** One length of time for everybody: two lengths could be taken from each other until few are left. */
const months = 3;

interface Found {
  readonly found: Fairness;
  readonly period: MeasuredPeriod;
  readonly least: { readonly counted: number; readonly roundedTo: number; readonly source: string };
  readonly practices: number;
  readonly layer: DeprivationLayer | undefined;
  readonly who: string;
}

async function find(context: Context): Promise<Found> {
  return transaction(context, async (tx) => {
    const day = await today(tx);
    const period = periodOf(day, months);
    const least = await fewestOn(tx, day);
    const counts = await accessCounts(tx, period);
    const { practices, only } = await countedPractices(tx);
    const layer = await deprivationLayer(tx);
    const showing = { least: least.counted, roundedTo: least.roundedTo, scored: layer !== undefined };
    const found = fairness(counts, showing);
    return { found, period, least, practices, layer, who: only ?? (await actingGroup(tx))?.name ?? 'the group' };
  });
}

const rowOf = (row: Fared) => ({ ...row, promised: promiseWords(row), waits: waitWords(row) });

function pageOf({ found, period, least, practices, layer, who }: Found): object {
  return {
    ...{ least, practices, who },
    answer: practices === 0 ? 'Not known: no practice’s counts are open to you' : fairnessAnswer(found),
    period: measuredWords(period),
    scores: layer && layerWords(layer),
    all: rowOf(found.all),
    sections: found.sections.map(({ name, rows }) => ({
      name,
      note: layer && name === deprivation.name ? noteOn(layer, practices) : undefined,
      rows: rows.map(rowOf),
    })),
  };
}

function routes(app: FastifyInstance): void {
  route(app, {
    method: 'GET',
    url: '/measures/fair-access',
    permission: seeCounts,
    audit: 'see-fair-access',
    schema: {},
    async handler({ context }, reply) {
      const measures = measuresFor(context.actor.role, '/measures/fair-access');
      return reply.page('evaluation/views/fairness.njk', { ...pageOf(await find(context)), measures });
    },
  });
  route(app, {
    method: 'GET',
    url: '/measures/fair-access.csv',
    permission: seeCounts,
    audit: 'take-fair-access',
    schema: {},
    async handler({ context }, reply) {
      const { heading, rows } = fairnessCsv((await find(context)).found);
      return download(reply, 'fair-access.csv', csvText(heading, rows));
    },
  });
}

/** Whether everybody is answered in time, whatever their age, language, way of asking and practice's deprivation. */
export const fairnessEdge: Edge = {
  places: [],
  routes,
};
