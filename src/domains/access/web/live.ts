import type { FastifyInstance } from 'fastify';
import { stillAllowed } from '#platform/auth/still-allowed.ts';
import { transaction } from '#platform/db/transaction.ts';
import type { EdgeParts } from '#platform/http/edge.ts';
import { streamEvents } from '#platform/http/events.ts';
import { route } from '#platform/http/routes.ts';
import { seeDay } from './permissions.ts';

/** The stream that tells open screens of the group when requests or red flags have changed; it carries no details. */
export function liveRoutes(app: FastifyInstance, { events, db }: EdgeParts): void {
  route(app, {
    method: 'GET',
    url: '/live',
    permission: seeDay,
    audit: 'follow-live',
    schema: {},
    handler: async ({ context, raw }, reply) => {
      const group = context.actor.groupId;
      streamEvents(raw, reply, {
        events,
        concerns: ({ topic, payload }) => (topic === 'requests' || topic === 'red-flags') && payload['group'] === group,
        // The session as it stands, and then the role: entering a transaction looks it up again.
        stillAllowed: async () =>
          (await stillAllowed(db, raw)) && transaction(context, () => Promise.resolve(true)).catch(() => false),
      });
      return reply;
    },
  });
}
