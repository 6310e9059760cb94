import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { EdgeParts } from '#platform/http/edge.ts';
import { route } from '#platform/http/routes.ts';
import { sendService } from '../commands/send-service.ts';
import { onwards } from './call.ts';
import { takeCalls } from './permissions.ts';

/** Sending how somebody refers themselves, as they chose to be written to. */
export function selfReferralRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  route(app, {
    method: 'POST',
    url: '/calls/:id/send-service',
    permission: takeCalls,
    audit: 'send-self-referral',
    schema: { params: Type.Object({ id: Type.String({ format: 'uuid' }) }), body: Type.Object({}) },
    handler: async ({ context, params: { id } }, reply) =>
      onwards(context, reply, { id, now: now(), done: await sendService(context, id, now()) }),
  });
}
