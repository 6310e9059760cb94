import type { FastifyInstance } from 'fastify';
import { keptForms } from '#platform/auth/kept-form.ts';
import { transaction } from '#platform/db/transaction.ts';
import type { EdgeParts } from '#platform/http/edge.ts';
import { route } from '#platform/http/routes.ts';
import { withoutLink } from '../../message.ts';
import { messagesTo } from '../../queries/message.ts';
import { levelToday, mayAskFor, ownRequests, ownVisits, type OwnVisit } from '../../queries/online.ts';
import { ownCare } from './permissions.ts';
import { byWhen, dayAndTime, toldAt, whereOf } from './words.ts';

/** What is coming, what is being dealt with, what has been and what was written: the patient's first page. */
export function homeRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  route(app, {
    method: 'GET',
    url: '/my',
    permission: ownCare,
    audit: 'see-own-care',
    schema: {},
    handler: async ({ context }, reply) => {
      const at = now();
      const view = await transaction(context, async (tx) => {
        for (const { id } of [{ id: context.actor.patientId ?? '' }])
          tx.read({ class: 'patient', practiceId: context.actor.practiceId, subjectId: id });
        return {
          people: await mayAskFor(tx),
          visits: await ownVisits(tx, at),
          requests: await ownRequests(tx),
          messages: await messagesTo(tx),
          level: await levelToday(tx, context.actor.practiceId),
        };
      });
      const { people, visits, messages, level } = view;
      const unsent = await keptForms(context.db, context.actor.patientId ?? '');
      return reply.page('access/views/my/home.njk', {
        ...{ title: 'Your appointments', people, requests: view.requests, coming: visits.coming, past: visits.past },
        messages: messages.map((one) => ({ ...one, body: withoutLink(one.body) })),
        black: level.practice === 'black' || level.group === 'black',
        many: people.length > 1,
        unsent: unsent.length > 0,
        dayAndTime: (moment: Temporal.Instant) => dayAndTime(moment, at),
        toldAt: (visit: OwnVisit) => toldAt(visit, at),
        byWhen: (moment: Temporal.Instant) => byWhen(moment, at),
        whereOf,
      });
    },
  });
}
