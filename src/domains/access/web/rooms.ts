import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { csvText } from '#kernel/csv.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import type { EdgeParts } from '#platform/http/edge.ts';
import { asFields, dateFields, dateText, readDate, type TypedDate } from '#platform/http/form-date.ts';
import { download } from '#platform/http/download.ts';
import { route } from '#platform/http/routes.ts';
import { addRoom, endRoom, type RoomFields } from '../commands/rooms.ts';
import { roomById, roomless, rooms } from '../queries/rooms.ts';
import { sessionPractices } from '../queries/session.ts';
import type { SessionFault } from '../session-plan.ts';
import { arrangeSessions, seeSessions } from './permissions.ts';

const text = (most: number) => Type.Optional(Type.String({ maxLength: most }));
const asked = { practice: text(6) };
const params = Type.Object({ room: Type.String({ format: 'uuid' }) });
const hrefOf = (faults: readonly SessionFault[]) =>
  faults.map(({ field, text: says }) => ({ text: says, href: `#${field}` }));
const practiceOf = ({ actor }: Context, practice = ''): string => actor.practiceId ?? practice;
const listAt = (practice: string): string => `/rooms${practice === '' ? '' : `?practice=${practice}`}`;

/** The rooms visits are booked with: the list, adding one, and ending one. */
export function roomRoutes(app: FastifyInstance, parts: EdgeParts): void {
  listRoutes(app);
  addingRoutes(app, parts);
  endingRoutes(app, parts);
}

function listRoutes(app: FastifyInstance): void {
  route(app, {
    method: 'GET',
    url: '/rooms',
    permission: seeSessions,
    audit: 'list-rooms',
    schema: { querystring: Type.Object(asked) },
    handler: async ({ context, query }, reply) => {
      const practice = practiceOf(context, query.practice);
      const view = await transaction(context, async (tx) => ({
        practices: await sessionPractices(tx),
        found: await rooms(tx, practice),
        without: await roomless(tx, practice),
      }));
      return reply.page('access/views/rooms.njk', {
        practices: view.practices.map(({ id, name }) => ({ value: id, text: name })),
        byPractice: [...Map.groupBy(view.found, ({ practiceId }) => practiceId).values()].map((found) => ({
          name: found[0]?.practiceName,
          rooms: found,
          inUse: found.filter(({ state }) => state === 'in use').length,
        })),
        inUse: view.found.filter(({ state }) => state === 'in use').length,
        ...{ without: view.without, practice, ownPractice: context.actor.practiceId },
        mayArrange: arrangeSessions.roles.includes(context.actor.role),
        newHref: `/rooms/new${practice === '' ? '' : `?practice=${encodeURIComponent(practice)}`}`,
        csv: `/rooms.csv${practice === '' ? '' : `?practice=${encodeURIComponent(practice)}`}`,
        breadcrumbs: [{ text: 'Sessions', href: '/sessions' }, { text: 'Rooms' }],
      });
    },
  });
  route(app, {
    method: 'GET',
    url: '/rooms.csv',
    permission: seeSessions,
    audit: 'take-rooms',
    schema: { querystring: Type.Object(asked) },
    handler: async ({ context, query }, reply) => {
      const found = await transaction(context, (tx) => rooms(tx, practiceOf(context, query.practice)));
      const heading = ['Practice code', 'Practice', 'Site', 'Room', 'From', 'First day without it', 'Visits booked'];
      const cells = found.map((one) => [
        ...[one.practiceId, one.practiceName, one.siteName, one.name, one.from.toString()],
        ...[one.until?.toString() ?? null, one.visits],
      ]);
      return download(reply, 'rooms.csv', csvText(heading, cells));
    },
  });
}

function addingRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  route(app, {
    method: 'GET',
    url: '/rooms/new',
    permission: arrangeSessions,
    audit: 'show-new-room',
    schema: { querystring: Type.Object(asked) },
    handler: async ({ context, query }, reply) => showNew(context, reply, { fields: query }),
  });
  route(app, {
    method: 'POST',
    url: '/rooms',
    permission: arrangeSessions,
    audit: 'add-room',
    schema: { body: Type.Object({ practice: text(20), site: text(60), name: text(1000), ...dateFields('from') }) },
    handler: async ({ context, body }, reply) => {
      const { practice = '', site = '', name = '' } = body;
      const fields = { practice, site, name, from: dateText('from', body) };
      const added = await addRoom(context, fields, now());
      if (added.ok) return reply.redirect(listAt(context.actor.practiceId === null ? added.value : ''), 303);
      const from = readDate('from', body).typed;
      return showNew(context, reply.code(422), { fields, from, faults: added.error });
    },
  });
}

async function showNew(
  context: Context,
  reply: FastifyReply,
  { fields, from, faults = [] }: { fields: Partial<RoomFields>; from?: TypedDate['typed']; faults?: readonly SessionFault[] }, // prettier-ignore
): Promise<FastifyReply> {
  const practices = await transaction(context, (tx) => sessionPractices(tx));
  const wanted = context.actor.practiceId ?? fields.practice;
  const chosen = practices.length === 1 ? practices[0] : practices.find(({ id }) => id === wanted);
  return reply.page('access/views/room-new.njk', {
    practices: practices.map(({ id, name }) => ({ value: id, text: name })),
    ...{ chosen, fields, from, errors: hrefOf(faults) },
    backHref: listAt(context.actor.practiceId === null ? (chosen?.id ?? '') : ''),
    breadcrumbs: [{ text: 'Sessions', href: '/sessions' }, { text: 'Rooms', href: '/rooms' }, { text: 'Add a room' }],
  });
}

function endingRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  route(app, {
    method: 'GET',
    url: '/rooms/:room',
    permission: arrangeSessions,
    audit: 'show-room',
    schema: { params },
    handler: async ({ context, params: { room } }, reply) => showOne(context, reply, { id: room }),
  });
  route(app, {
    method: 'POST',
    url: '/rooms/:room/end',
    permission: arrangeSessions,
    audit: 'end-room',
    schema: { params, body: Type.Object(dateFields('end')) },
    handler: async ({ context, params: { room: id }, body }, reply) => {
      const ended = await endRoom(context, { id, day: dateText('end', body) }, now());
      if (ended.ok) return reply.redirect(listAt(context.actor.practiceId === null ? ended.value.practiceId : ''), 303);
      if (ended.error.kind === 'no-such-room') return missing(reply);
      return showOne(context, reply.code(422), { id, end: readDate('end', body).typed, faults: ended.error.faults });
    },
  });
}

const missing = (reply: FastifyReply): FastifyReply =>
  reply.problem(404, 'That room is not there', 'It may belong to a practice whose sessions you do not see.');

async function showOne(
  context: Context,
  reply: FastifyReply,
  { id, end, faults = [] }: { id: string; end?: TypedDate['typed']; faults?: readonly SessionFault[] },
): Promise<FastifyReply> {
  const room = await transaction(context, (tx) => roomById(tx, id));
  if (!room) return missing(reply);
  const given = room.until ?? room.lastVisitDay?.add({ days: 1 });
  return reply.page('access/views/room.njk', {
    room,
    end: end ?? (given ? asFields(given) : undefined),
    free: room.lastVisitDay?.add({ days: 1 }),
    errors: hrefOf(faults),
    backHref: listAt(context.actor.practiceId === null ? room.practiceId : ''),
    breadcrumbs: [{ text: 'Sessions', href: '/sessions' }, { text: 'Rooms', href: '/rooms' }, { text: room.name }],
  });
}
