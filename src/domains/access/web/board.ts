import type { FastifyInstance } from 'fastify';
import { transaction, type Tx } from '#platform/db/transaction.ts';
import type { Edge, EdgeParts } from '#platform/http/edge.ts';
import { route } from '#platform/http/routes.ts';
import { headline, hubRows, level, total } from '../board.ts';
import {
  boardDay,
  boardPractices,
  nearLimit,
  placesOn,
  requestsByPractice,
  unansweredFlags,
  unmetToday,
  type Places,
} from '../queries/board.ts';
import { redFlagCategories } from '../red-flag-categories/all.ts';
import { seeDay } from './permissions.ts';

/** How close to the safe limit a clinician is worth a word: a short run of routine contacts. */
const limitMargin = 2;

/** The board of the day; the group's one stream keeps it live. */
export const boardEdge: Edge = { places: [{ href: '/today', label: 'Today', permission: seeDay }], routes };

function routes(app: FastifyInstance, { now }: EdgeParts): void {
  route(app, {
    method: 'GET',
    url: '/today',
    permission: seeDay,
    audit: 'see-day',
    schema: {},
    handler: async ({ context }, reply) => {
      const view = await transaction(context, (tx) => boardOf(tx, now()));
      return reply.page('access/views/board.njk', { ...view, canAnswer: context.actor.role === 'clinician' });
    },
  });
}

async function boardOf(tx: Tx, now: Temporal.Instant): Promise<object> {
  const practices = await boardPractices(tx);
  const day = await boardDay(tx, now);
  const places = await placesOn(tx, day, now);
  const requests = await requestsByPractice(tx, now);
  const flags = await unansweredFlags(tx);
  const filled = total(places);
  const sum = (of: (row: (typeof requests)[number]) => number): number => requests.reduce((so, row) => so + of(row), 0);
  const counts = {
    flags: flags.length,
    late: sum((row) => row.late),
    near: sum((row) => row.near),
    carried: sum((row) => row.carried),
  };
  const names = new Map(practices.map((practice) => [practice.id, practice.name]));
  const byPractice = Map.groupBy(places, (row) => row.practiceId);
  const carried = new Map(requests.map((row) => [row.practiceId, row.carried]));
  return {
    now,
    day,
    isToday: day.equals(now.toZonedDateTimeISO('Europe/London').toPlainDate()),
    headline: headline({ ...counts, ...filled }),
    counts,
    flags: flags.map((flag) => ({
      ...flag,
      what: redFlagCategories.find((category) => category.id === flag.category)?.name ?? flag.category,
    })),
    pressing: requests
      .filter((row) => row.late + row.near > 0)
      .map((row) => ({ ...row, name: names.get(row.practiceId) ?? row.practiceId }))
      .sort((a, b) => b.late - a.late || b.near - a.near)
      .slice(0, 5),
    filled: { ...filled, level: level(filled) },
    roles: rolesOf(places),
    hubs: hubRows(
      practices.map((practice) => ({
        name: practice.name,
        hubName: practice.hubName,
        filled: practice.seen ? total(byPractice.get(practice.id) ?? []) : null,
        carried: carried.get(practice.id) ?? 0,
      })),
    ),
    unseen: practices.filter((practice) => !practice.seen).length,
    practices: practices.length,
    limits: await nearLimit(tx, day, limitMargin),
    unmet: await unmetToday(tx, now),
  };
}

function rolesOf(places: readonly Places[]): object[] {
  return [...Map.groupBy(places, (row) => row.roleName)]
    .map(([name, rows]) => ({ name, ...total(rows), level: level(total(rows)) }))
    .sort((a, b) => b.all - a.all);
}
