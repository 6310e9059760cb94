import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { EdgeParts } from '#platform/http/edge.ts';
import { route } from '#platform/http/routes.ts';
import { seeLink, useCancelLink } from '../../commands/cancel-link.ts';
import { toldAt, whereOf } from './words.ts';

const open = { public: 'whoever has the link of a message may cancel the one visit it was signed for, once' };
const params = Type.Object({ link: Type.String({ minLength: 80, maxLength: 90, pattern: '^[A-Za-z0-9_-]+$' }) });

/** The signed link of a message: it shows the visit and a button, and only the button cancels. It names nobody. */
export function linkRoutes(app: FastifyInstance, { db, now }: EdgeParts): void {
  route(app, {
    method: 'GET',
    url: '/cancel/:link',
    permission: open,
    audit: 'see-cancel-link',
    schema: { params },
    handler: async ({ params: { link } }, reply) => {
      const seen = await seeLink(db, link, now());
      const visit = seen.kind === 'open' ? seen.visit : undefined;
      return reply.code(visit ? 200 : 410).page('access/views/my/link.njk', {
        kind: seen.kind,
        action: `/cancel/${link}`,
        when: visit && toldAt(visit, now()),
        where: visit && whereOf(visit),
      });
    },
  });
  route(app, {
    method: 'POST',
    url: '/cancel/:link',
    permission: open,
    audit: 'cancel-by-link',
    schema: { params, body: Type.Object({ still: Type.Optional(Type.Enum(['yes', 'no'])) }) },
    handler: async ({ params: { link }, body }, reply) => {
      const kind = await useCancelLink(db, link, { stillNeeded: body.still !== 'no', now: now() });
      return reply.code(kind === 'cancelled' ? 200 : 410).page('access/views/my/link.njk', { kind });
    },
  });
}
