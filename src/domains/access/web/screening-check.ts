import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { transaction } from '#platform/db/transaction.ts';
import { route } from '#platform/http/routes.ts';
import { judgeDrawn, sayMissed } from '../commands/judge.ts';
import { drawnToRead } from '../queries/danger-review.ts';
import { dangers } from '../red-flag/judged.ts';
import { answerFlags } from './permissions.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
/** Requests on the page at a time: each is an audited read. */
const shown = 5;

/** Reading some of what raised no red flag, so that what screening misses is known. */
export function screeningCheckRoutes(app: FastifyInstance): void {
  route(app, {
    method: 'GET',
    url: '/red-flags/check',
    permission: answerFlags,
    audit: 'read-screening-sample',
    schema: {},
    handler: async ({ context }, reply) => {
      const drawn = await transaction(context, (tx) => drawnToRead(tx, shown));
      return reply.page('access/views/screening-check.njk', { ...drawn });
    },
  });
  route(app, {
    method: 'POST',
    url: '/red-flags/check/:id',
    permission: answerFlags,
    audit: 'judge-screening',
    schema: { params, body: Type.Object({ danger: Type.Enum([...dangers]) }) },
    handler: async ({ context, params: { id }, body }, reply) => {
      const judged = await judgeDrawn(context, id, body.danger);
      if (judged.ok) return reply.redirect('/red-flags/check', 303);
      return reply.problem(404, 'That request is not there to be read', 'Somebody may have read it already.');
    },
  });
  route(app, {
    method: 'POST',
    url: '/calls/:id/should-have-flagged',
    permission: answerFlags,
    audit: 'say-missed-red-flag',
    schema: { params, body: Type.Object({ visit: Type.String({ format: 'uuid' }) }) },
    handler: async ({ context, params: { id }, body }, reply) => {
      const said = await sayMissed(context, id);
      if (said.ok) return reply.redirect(`/visits/${body.visit}`, 303);
      if (said.error.kind === 'flagged')
        return reply.problem(409, 'It had a red flag', 'Screening did find it, so there is nothing to add.');
      return reply.problem(404, 'That request is not there', 'It may belong to a practice you do not see.');
    },
  });
}
