import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { csvText } from '#kernel/csv.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import type { Edge } from '#platform/http/edge.ts';
import { download } from '#platform/http/download.ts';
import { route } from '#platform/http/routes.ts';
import { barChart } from '#platform/ui/chart-bars.ts';
import { dotRows } from '#platform/ui/chart-dots.ts';
import { figure, type Figure } from '#platform/ui/chart.ts';
import { plural } from '#platform/ui/words.ts';
import { continuityCsv } from './continuity-csv.ts';
import { continuityView, measureKeys, type ContinuityView, type Fewest } from '../continuity-page.ts';
import { cellWords, continuityAnswer, countWords, measureWords } from './continuity-words.ts';
import { measuredMonthWords, measuredWords, monthChoices, periodOf, type MeasuredPeriod } from '../measured-period.ts';
import { continuityCounts, fewestOn } from '../queries/counts.ts';
import { actingGroup, today } from '../queries/figures.ts';
import { measuresFor, seeCounts } from './places.ts';

const asking = Type.Object({ months: Type.Optional(Type.String({ maxLength: 2 })) });

interface Found {
  readonly view: ContinuityView;
  readonly period: MeasuredPeriod;
  readonly least: Fewest & { readonly source: string };
  readonly group: string;
  /** When the appointments were counted; undefined where none are open to whoever looks. */
  readonly countedAt: Temporal.Instant | undefined;
}

/** For so long a count of the days before today is not made again: who attended is written down within the hour, seldom later. */
const minutesKept = 60;

async function find(context: Context, months: string | undefined): Promise<Found> {
  const asked = monthChoices.find((choice) => String(choice) === months) ?? 3;
  return transaction(context, async (tx) => {
    const day = await today(tx);
    const period = periodOf(day, asked);
    const least = await fewestOn(tx, day);
    const counts = await continuityCounts(tx, period, minutesKept);
    const view = continuityView(counts, { practiceId: context.actor.practiceId, least });
    const [countedAt] = counts.map((row) => row.countedAt);
    return { view, period, least, countedAt, group: (await actingGroup(tx))?.name ?? 'the group' };
  });
}

const source = 'Appointments booked with this group; usual GPs as recorded today';

function spreadOf({ view, period }: Found): Figure | null {
  const rows = measureKeys.map((key) => ({
    label: measureWords[key].name,
    note: plural(view.dots[key].length, 'practice'),
    whole: view.whole?.[key].state === 'shown' ? view.whole[key].value : null,
    dots: view.dots[key],
  }));
  if (rows.every(({ dots }) => dots.length === 0)) return null;
  const picture = dotRows({
    spoken: {
      title: continuityAnswer(view.mine?.cells.slicc ?? view.whole?.slicc),
      description: `Four rows, one for each measure, with a dot for each practice between 0% and 100%.`,
    },
    dot: 'practice',
    whole: 'the group',
    rows,
  });
  return figure(picture, {
    ...{ heading: '', source, period: measuredWords(period), csvHref: null },
    table: {
      summary: 'Every dot as a table',
      caption: 'Each practice’s share, highest first within each measure',
      columns: [{ text: 'Measure' }, { text: 'Practice' }, { text: 'Share', number: true }],
      rows: measureKeys.flatMap((key) =>
        view.dots[key]
          .toSorted((a, b) => b.value - a.value)
          .map(({ label, value }) => [measureWords[key].short, label, `${(value * 100).toFixed(1)}%`]),
      ),
    },
  });
}

function trendOf({ view, period }: Found): Figure | null {
  if (view.months.length === 0) return null;
  const picture = barChart({
    spoken: {
      title: `Appointments with the patient’s own GP, by month, ${measuredWords(period)}`,
      description: 'A bar for each month, from zero.',
    },
    unit: '% of GP appointments with the own GP (SLICC)',
    decimals: 1,
    to: 100,
    rows: view.months.map(({ month, slicc }) => ({
      label: measuredMonthWords(month, period),
      value: slicc.state === 'shown' ? slicc.value * 100 : null,
    })),
  });
  return figure(picture, {
    ...{ heading: '', source, period: measuredWords(period), csvHref: null },
    table: {
      summary: 'The months as a table, with OPR',
      caption: 'SLICC and OPR by month',
      columns: [
        { text: 'Month' },
        { text: 'SLICC', number: true },
        { text: 'appointments', number: true },
        { text: 'OPR', number: true },
        { text: 'appointments', number: true },
      ],
      rows: view.months.map(({ month, slicc, opr }) => [
        ...[measuredMonthWords(month, period), cellWords(slicc), countWords(slicc)],
        ...[cellWords(opr), countWords(opr)],
      ]),
    },
  });
}

/** The days, how many practices, and that the record begins later than the days asked for. */
function underOf({ view, period }: Found): string {
  const [first] = view.months;
  const begins = first && Temporal.PlainDate.compare(Temporal.PlainDate.from(first.month), period.from) > 0;
  return [
    measuredWords(period),
    ...(view.mine || view.counted === 0 ? [] : [plural(view.counted, 'practice')]),
    ...(begins
      ? [`the first appointments here are of ${measuredMonthWords(first.month, period).replace(' so far', '')}`]
      : []),
  ].join(', ');
}

function pageOf(found: Found): object {
  const { view, period, least, group, countedAt } = found;
  const about = view.mine?.cells ?? view.whole;
  const shown = (key: (typeof measureKeys)[number], cells: ContinuityView['whole']) =>
    cells && { share: cellWords(cells[key]), count: countWords(cells[key]), known: cells[key].state === 'shown' };
  return {
    group,
    view,
    least,
    countedAt,
    answer: view.counted === 0 ? 'Not known: no practice’s counts are open to you' : continuityAnswer(about?.slicc),
    period: underOf(found),
    months: period.months,
    choices: monthChoices.map((value) => ({
      value: String(value),
      text: value === 1 ? 'This month' : `${String(value)} months`,
    })),
    four: measureKeys.map((key) => ({
      ...measureWords[key],
      mine: shown(key, view.mine?.cells ?? null),
      whole: shown(key, view.whole),
    })),
    practices: view.practices.map(({ name, cells }) => ({
      name,
      cells: measureKeys.map((key) => shown(key, cells)),
    })),
    spread: spreadOf(found),
    trend: trendOf(found),
    csvHref: `/measures/continuity.csv?months=${String(period.months)}`,
  };
}

function routes(app: FastifyInstance): void {
  route(app, {
    method: 'GET',
    url: '/measures/continuity',
    permission: seeCounts,
    audit: 'see-continuity',
    schema: { querystring: asking },
    async handler({ context, query }, reply) {
      const measures = measuresFor(context.actor.role, '/measures/continuity');
      return reply.page('evaluation/views/continuity.njk', { ...pageOf(await find(context, query.months)), measures });
    },
  });
  route(app, {
    method: 'GET',
    url: '/measures/continuity.csv',
    permission: seeCounts,
    audit: 'take-continuity',
    schema: { querystring: asking },
    async handler({ context, query }, reply) {
      const { view, period } = await find(context, query.months);
      const { heading, rows } = continuityCsv(view, period);
      return download(reply, 'continuity.csv', csvText(heading, rows));
    },
  });
}

/** Whether patients see the GP who knows them. */
export const continuityEdge: Edge = {
  places: [],
  routes,
};
