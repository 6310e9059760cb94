import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { csvText } from '#kernel/csv.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import type { Edge, EdgeParts } from '#platform/http/edge.ts';
import { download } from '#platform/http/download.ts';
import { route, type Permission } from '#platform/http/routes.ts';
import { barChart } from '#platform/ui/chart-bars.ts';
import { figure } from '#platform/ui/chart.ts';
import { shortDate } from '#platform/ui/when.ts';
import {
  becauseWords,
  hoursByDay,
  levels,
  levelWords,
  measureWords,
  type DayAtLevels,
  type LevelChange,
} from '../level.ts';
import { levelChanges, practicesWithLevels, thresholdsOn } from '../queries/level.ts';
import { seeDay } from './permissions.ts';

/** Days of history that are shown, today among them. */
const days = 28;

const seeLevels: Permission = { name: 'see-levels', roles: [...seeDay.roles, 'governance', 'administrator'] };

/** How hard-pressed the group and its practices have been. */
export const levelsEdge: Edge = { places: [], routes };

const querystring = Type.Object({ practice: Type.Optional(Type.String({ maxLength: 10 })) });

function routes(app: FastifyInstance, { now }: EdgeParts): void {
  route(app, {
    method: 'GET',
    url: '/levels',
    permission: seeLevels,
    audit: 'see-levels',
    schema: { querystring },
    handler: async ({ context, query }, reply) => {
      const found = await find(context, query.practice, now());
      return reply.page('access/views/levels.njk', pageOf(found));
    },
  });
  route(app, {
    method: 'GET',
    url: '/levels.csv',
    permission: seeLevels,
    audit: 'take-levels',
    schema: { querystring },
    handler: async ({ context, query }, reply) => {
      const { changes, name } = await find(context, query.practice, now());
      const rows = changes.map((one) => [name, one.at.toString(), one.level, becauseWords(one)]);
      return download(reply, 'levels.csv', csvText(['of', 'from', 'level', 'because'], rows));
    },
  });
}

interface Found {
  readonly practice: string | undefined;
  readonly practices: readonly { value: string; text: string }[];
  readonly name: string;
  readonly changes: readonly LevelChange[];
  readonly byDay: readonly DayAtLevels[];
  readonly thresholds: Awaited<ReturnType<typeof thresholdsOn>>;
}

async function find(context: Context, asked: string | undefined, now: Temporal.Instant): Promise<Found> {
  const to = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  const from = to.subtract({ days: days - 1 });
  return transaction(context, async (tx) => {
    const practices = await practicesWithLevels(tx);
    const practice = practices.find(({ value }) => value === (asked || context.actor.practiceId));
    const changes = await levelChanges(tx, practice?.value, from);
    return {
      practice: practice?.value,
      practices,
      name: practice?.text ?? 'The group',
      changes,
      byDay: hoursByDay(changes, { from, to, now }),
      thresholds: await thresholdsOn(tx, to),
    };
  });
}

const hours = (value: number): string => (Math.round(value * 10) / 10).toFixed(1);

function pageOf({ practice, practices, name, changes, byDay, thresholds }: Found): object {
  const bad = byDay.filter((day) => day.hours.red + day.hours.black > 0);
  const last = changes.at(-1);
  const known = changes.length > 0;
  const answer = !known
    ? `${name}: no level has been recorded yet`
    : `${name} was red or black on ${bad.length} of ${byDay.length} days`;
  const picture = barChart({
    spoken: {
      title: answer,
      description: 'One bar a day, as long as the hours at red or black; the table beneath has every level.',
    },
    unit: 'Hours at red or black',
    decimals: 1,
    to: 4,
    rows: byDay.map((day) => ({
      label: shortDate(day.day),
      value: known ? day.hours.red + day.hours.black : null,
      ...(day.hours.black > 0 ? { state: 'now' as const } : day.hours.red > 0 ? { state: 'soon' as const } : {}),
    })),
  });
  return {
    practice,
    practices,
    name,
    answer,
    last: last && { ...last, ...levelWords[last.level], why: becauseWords(last) },
    figure: figure(picture, {
      heading: 'Hours a day at red or black',
      source: 'Levels taken every five minutes by this system',
      period: byDay.length > 0 ? `${shortDate(byDay[0]?.day ?? '')} to ${shortDate(byDay.at(-1)?.day ?? '')}` : '',
      csvHref: `/levels.csv${practice === undefined ? '' : `?practice=${practice}`}`,
      table: {
        caption: `Hours at each level by day, ${name}`,
        columns: [
          { text: 'Day' },
          ...levels.map((level) => ({ text: levelWords[level].name, number: true })),
          { text: 'Closed or not recorded', number: true },
        ],
        rows: byDay.map((day) => [
          shortDate(day.day),
          ...levels.map((level) => hours(day.hours[level])),
          hours(day.rest),
        ]),
      },
    }),
    changes: changes
      .toReversed()
      .slice(0, 20)
      .map((one) => ({ ...one, ...levelWords[one.level], why: becauseWords(one) })),
    more: Math.max(0, changes.length - 20),
    thresholds: thresholds
      .toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))
      .map((one) => ({
        ...one,
        says: measureWords[one.measure],
        name: levelWords[one.level].name,
        share: one.measure.endsWith('share'),
      })),
    sources: [...new Set(thresholds.map(({ source }) => source))],
  };
}
