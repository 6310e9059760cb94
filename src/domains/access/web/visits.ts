import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import type { EdgeParts } from '#platform/http/edge.ts';
import { route } from '#platform/http/routes.ts';
import { cancelVisit } from '../commands/heard.ts';
import { decidedWords } from '../overflow.ts';
import { safeContactOf } from '../queries/contact.ts';
import { saidAtVisit } from '../queries/danger-review.ts';
import { flagsOf } from '../queries/red-flag.ts';
import { seriesOf } from '../queries/series.ts';
import { orphanOfVisit } from '../queries/orphan.ts';
import { callInHand, visitById, visitCard } from '../queries/booking.ts';
import { refusalWords } from '../refusal.ts';
import { languageWords, modeWords } from '../request/words.ts';
import { answerFlags, seeVisits } from './permissions.ts';
import { whenTold } from './told.ts';
import { moveRoutes } from './visit-move.ts';

const params = Type.Object({ booking: Type.String({ format: 'uuid' }) });

/** Whether a request without a red flag can be said to have needed one, or has been; undefined where screening had found it. */
async function missedOf(tx: Tx, requestId: string): Promise<'may-say' | 'said' | undefined> {
  if ((await flagsOf(tx, requestId)).some(({ origin }) => origin === 'words')) return undefined;
  return (await saidAtVisit(tx, requestId)) ? 'said' : 'may-say';
}

const london = (at: Temporal.Instant): Temporal.PlainDate => at.toZonedDateTimeISO('Europe/London').toPlainDate();

/** A visit as its host needs it: what the visit needs of the patient and no more, and cancelling it. */
export function visitRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  const show = async (
    context: Context,
    reply: FastifyReply,
    { id, extra = {} }: { id: string; extra?: object },
  ): Promise<FastifyReply> => {
    const view = await transaction(context, async (tx) => {
      const visit = await visitById(tx, id);
      if (visit === undefined) return undefined;
      const card = await visitCard(tx, visit);
      const safe = await safeContactOf(tx, { requestId: visit.requestId, patientId: card?.patientId ?? null });
      // Whoever can answer a red flag can also say that there should have been one.
      const mayJudge = answerFlags.roles.includes(context.actor.role);
      const missed = mayJudge && visit.requestId !== null ? await missedOf(tx, visit.requestId) : undefined;
      const lost = visit.status === 'cancelled' ? await orphanOfVisit(tx, id) : undefined;
      const inHand = await callInHand(tx, { visitId: id, me: context.actor.personId });
      return { visit, card, safe, missed, lost, inHand, series: await seriesOf(tx, id) };
    });
    if (view === undefined)
      return reply.problem(404, 'That visit is not there', 'It may belong to a practice you do not see.');
    const past = Temporal.Instant.compare(view.visit.startsAt, now()) < 0;
    return reply.page('access/views/visit.njk', {
      ...view,
      past,
      when: whenTold(view.visit, now()),
      isToday: london(view.visit.startsAt).equals(london(now())),
      mode: modeWords(view.visit.mode),
      decided: decidedWords,
      languageOf: languageWords,
      ...extra,
    });
  };
  route(app, {
    method: 'GET',
    url: '/visits/:booking',
    permission: seeVisits,
    audit: 'see-visit',
    schema: { params },
    handler: async ({ context, params: { booking } }, reply) => show(context, reply, { id: booking }),
  });
  route(app, {
    method: 'GET',
    url: '/visits/cancelled',
    permission: seeVisits,
    audit: 'see-visit-cancelled',
    schema: {},
    handler: async (_asked, reply) => reply.page('access/views/visit-cancelled.njk', {}),
  });
  route(app, {
    method: 'POST',
    url: '/visits/:booking/cancel',
    permission: seeVisits,
    audit: 'cancel-visit',
    schema: { params, body: Type.Object({ reason: Type.String({ maxLength: 500 }) }) },
    handler: async ({ context, params: { booking }, body }, reply) => {
      if (body.reason.trim() === '') {
        const errors = [{ text: 'Say why it is cancelled', href: '#reason' }];
        return show(context, reply.code(422), { id: booking, extra: { errors } });
      }
      const { cancelled, flaggedIn, stillSeen } = await cancelVisit(context, booking, {
        reason: body.reason.trim(),
        now: now(),
      });
      if (flaggedIn !== undefined) return reply.redirect(`/calls/${flaggedIn}`, 303);
      if (cancelled.ok) return reply.redirect(stillSeen ? `/visits/${booking}` : '/visits/cancelled', 303);
      const errors = [{ text: refusalWords[cancelled.error] }];
      return show(context, reply.code(422), { id: booking, extra: { errors } });
    },
  });
  moveRoutes(app, now);
}
