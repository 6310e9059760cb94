import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { transaction, type Context } from '#platform/db/transaction.ts';
import type { EdgeParts } from '#platform/http/edge.ts';
import { route } from '#platform/http/routes.ts';
import { makeCalendarLink, readCalendar, revokeCalendarLink } from '../commands/calendar-link.ts';
import { calendarLinks } from '../queries/calendar-link.ts';
import { calendarFile } from './calendar-file.ts';
import { answerFlags } from './permissions.ts';

const refused = {
  name: { text: 'Say what the link is for', href: '#name' },
  'too-many': { text: 'You have as many links as one person may have. Revoke one first.' },
};

/** A clinician's links to their own calendar, and the calendar each opens. */
export function calendarRoutes(app: FastifyInstance, { db, now }: EdgeParts): void {
  const show = async (context: Context, reply: FastifyReply, extra: object = {}): Promise<FastifyReply> => {
    const links = await transaction(context, (tx) => calendarLinks(tx));
    const stands = ({ revokedAt, expiresAt }: (typeof links)[number]): boolean =>
      revokedAt === null && Temporal.Instant.compare(expiresAt, now()) > 0;
    void reply.header('cache-control', 'no-store');
    return reply.page('access/views/calendar.njk', {
      standing: links.filter(stands),
      over: links.filter((link) => !stands(link)),
      ...extra,
    });
  };
  route(app, {
    method: 'GET',
    url: '/my-day/calendar',
    permission: answerFlags,
    audit: 'see-calendar-links',
    schema: {},
    handler: async ({ context }, reply) => show(context, reply),
  });
  route(app, {
    method: 'POST',
    url: '/my-day/calendar',
    permission: answerFlags,
    audit: 'make-calendar-link',
    schema: { body: Type.Object({ name: Type.Optional(Type.String({ maxLength: 60 })) }) },
    handler: async ({ context, body: { name = '' }, raw }, reply) => {
      const made = await makeCalendarLink(context, name);
      if (!made.ok) return show(context, reply.code(422), { errors: [refused[made.error]], given: name });
      return show(context, reply, { address: `${raw.protocol}://${raw.host}/calendar/${made.value}.ics` });
    },
  });
  route(app, {
    method: 'POST',
    url: '/my-day/calendar/:id/revoke',
    permission: answerFlags,
    audit: 'revoke-calendar-link',
    schema: { params: Type.Object({ id: Type.String({ format: 'uuid' }) }) },
    handler: async ({ context, params: { id } }, reply) =>
      (await revokeCalendarLink(context, id))
        ? reply.redirect('/my-day/calendar', 303)
        : reply.problem(404, 'That link is not there', 'It was revoked already, or is somebody else’s.'),
  });
  feedRoute(app, { db, now });
}

function feedRoute(app: FastifyInstance, { db, now }: Pick<EdgeParts, 'db' | 'now'>): void {
  route(app, {
    method: 'GET',
    url: '/calendar/:file',
    permission: {
      public:
        'calendars sign in nowhere: whoever has the link reads times and places of one clinician, and of no patient anything',
    },
    audit: 'read-calendar',
    schema: { params: Type.Object({ file: Type.String({ maxLength: 120 }) }) },
    handler: async ({ params: { file } }, reply) => {
      const feed = file.endsWith('.ics') ? await readCalendar(db, file.slice(0, -'.ics'.length)) : undefined;
      if (feed === undefined)
        return reply.problem(404, 'There is no such calendar', 'The link was revoked, has run out, or is not whole.');
      return reply
        .header('cache-control', 'private, no-store')
        .header('referrer-policy', 'no-referrer')
        .type('text/calendar; charset=utf-8')
        .send(calendarFile(feed, now()));
    },
  });
}
