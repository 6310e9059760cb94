import type { FastifyInstance } from 'fastify';
import { csvText } from '#kernel/csv.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import { download } from '#platform/http/download.ts';
import type { Edge } from '#platform/http/edge.ts';
import { route } from '#platform/http/routes.ts';
import { measuredWords, periodOf, type MeasuredPeriod } from '../measured-period.ts';
import { countedPractices, fewestOn } from '../queries/counts.ts';
import { actingGroup, today } from '../queries/figures.ts';
import { screeningCounts } from '../queries/screening.ts';
import { screening, type Screened, type Screening } from '../screening.ts';
import { measuresFor, seeCounts } from './places.ts';
import { rateWords, screeningAnswer, screeningCsv } from './screening-words.ts';

/** One length of time for everybody, as on the page of fair access. */
const months = 3;

interface Found {
  readonly found: Screening;
  readonly period: MeasuredPeriod;
  readonly least: number;
  readonly practices: number;
  readonly who: string;
}

async function find(context: Context): Promise<Found> {
  return transaction(context, async (tx) => {
    const day = await today(tx);
    const period = periodOf(day, months);
    const { counted: least } = await fewestOn(tx, day);
    const found = screening(await screeningCounts(tx, period), least);
    const { practices, only } = await countedPractices(tx);
    return { found, period, least, practices, who: only ?? (await actingGroup(tx))?.name ?? 'the group' };
  });
}

const rowOf = (row: Screened) => ({
  label: row.label,
  cells: [row.sensitivity, row.falseAlarms, row.alarms, row.missed].map(rateWords),
});

function routes(app: FastifyInstance): void {
  route(app, {
    method: 'GET',
    url: '/measures/red-flags',
    permission: seeCounts,
    audit: 'see-screening',
    schema: {},
    async handler({ context }, reply) {
      const { found, period, least, practices, who } = await find(context);
      return reply.page('evaluation/views/screening.njk', {
        ...{ least, practices, who, said: found.all.said },
        judged: { flags: found.all.judgedFlags, quiet: found.all.judgedQuiet },
        answer: practices === 0 ? 'Not known: no practice’s counts are open to you' : screeningAnswer(found),
        period: measuredWords(period),
        all: rowOf(found.all),
        sections: found.sections.map(({ name, rows }) => ({ name, rows: rows.map(rowOf) })),
        measures: measuresFor(context.actor.role, '/measures/red-flags'),
      });
    },
  });
  route(app, {
    method: 'GET',
    url: '/measures/red-flags.csv',
    permission: seeCounts,
    audit: 'take-screening',
    schema: {},
    async handler({ context }, reply) {
      const { heading, rows } = screeningCsv((await find(context)).found);
      return download(reply, 'red-flag-screening.csv', csvText(heading, rows));
    },
  });
}

/** How well words were screened for danger, by what clinicians judged later. */
export const screeningEdge: Edge = { places: [], routes };
