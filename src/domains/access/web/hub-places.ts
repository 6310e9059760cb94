import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { parseDay } from '#kernel/date.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import type { Edge, EdgeParts } from '#platform/http/edge.ts';
import { dateFields, dateText, readDate } from '#platform/http/form-date.ts';
import { route, type Permission } from '#platform/http/routes.ts';
import { setQuota } from '../commands/hub-places.ts';
import { hubExchange, quotaChanges, type HubExchange } from '../queries/hub-places.ts';

const seeHubPlaces: Permission = {
  name: 'see-hub-places',
  roles: ['operations', 'workforce', 'practice_manager', 'partner'],
};
const setHubPlaces: Permission = { name: 'set-hub-places', roles: ['operations'] };

/** What each practice gives to its hub and takes of it, and the share it may take. */
export const hubPlacesEdge: Edge = {
  places: [{ href: '/hub-places', label: 'Hub places', permission: seeHubPlaces }],
  routes: hubPlacesRoutes,
};

const text = (most: number) => Type.Optional(Type.String({ maxLength: most }));

function hubPlacesRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  const today = (): Temporal.PlainDate => now().toZonedDateTimeISO('Europe/London').toPlainDate();
  route(app, {
    method: 'GET',
    url: '/hub-places',
    permission: seeHubPlaces,
    audit: 'see-hub-places',
    schema: { querystring: Type.Object({ week: text(20) }) },
    handler: async ({ context, query }, reply) =>
      show(context, reply, { today: today(), day: parseDay(query.week ?? '') ?? today() }),
  });
  route(app, {
    method: 'POST',
    url: '/hub-places',
    permission: setHubPlaces,
    audit: 'set-hub-places',
    schema: { body: Type.Object({ practice: text(10), places: text(10), source: text(500), ...dateFields('from') }) },
    handler: async ({ context, body }, reply) => {
      const { practice = '', places = '', source = '' } = body;
      const set = await setQuota(context, { practice, places, source, from: dateText('from', body) }, now());
      if (set.ok) return reply.redirect('/hub-places', 303);
      const errors = set.error.map(({ field, text: says }) => ({ text: says, href: `#${field}` }));
      const given = { practice, places, source, from: readDate('from', body).typed };
      return show(context, reply.code(422), { today: today(), day: today(), errors, given });
    },
  });
}

interface Shown {
  readonly today: Temporal.PlainDate;
  readonly day: Temporal.PlainDate;
  readonly errors?: object[];
  readonly given?: object;
}

async function show(
  context: Context,
  reply: FastifyReply,
  { today, day, errors = [], given }: Shown,
): Promise<FastifyReply> {
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  const thisWeek = today.subtract({ days: today.dayOfWeek - 1 });
  const [rows, changes] = await transaction(context, async (tx) => [
    await hubExchange(tx, monday),
    await quotaChanges(tx),
  ]);
  const hubs = [...Map.groupBy(rows, ({ hubId }) => hubId).values()].map((practices) => ({
    name: practices[0]?.hubName ?? '',
    practices: practices.map(
      barsOf(Math.max(1, ...practices.map(({ quota, received, given: gave }) => Math.max(quota ?? 0, received, gave)))),
    ),
    given: practices.reduce((sum, one) => sum + one.given, 0),
    received: practices.reduce((sum, one) => sum + one.received, 0),
  }));
  return reply.page('access/views/hub-places.njk', {
    ...{ hubs, changes, errors, given, monday, isThisWeek: monday.equals(thisWeek) },
    full: rows.filter(({ quota, received }) => quota !== null && received >= quota).length,
    before: `/hub-places?week=${monday.subtract({ days: 7 }).toString()}`,
    after: `/hub-places?week=${monday.add({ days: 7 }).toString()}`,
    seesOwn: ['practice_manager', 'partner'].includes(context.actor.role),
    maySet: setHubPlaces.roles.includes(context.actor.role),
    choices: rows.map(({ practiceId, practiceName }) => ({ value: practiceId, text: practiceName })),
  });
}

/** Bars to the scale of the hub's greatest figure, in hundredths. */
const barsOf = (most: number) => (one: HubExchange) => {
  const share = (value: number): number => Math.round((value / most) * 100);
  return {
    ...one,
    left: one.quota === null ? null : Math.max(0, one.quota - one.received),
    bars: {
      received: share(one.received),
      given: share(one.given),
      quota: one.quota === null ? null : share(one.quota),
    },
  };
};
