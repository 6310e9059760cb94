import { randomUUIDv7 } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { transaction, type Context } from '#platform/db/transaction.ts';
import { route } from '#platform/http/routes.ts';
import { moveVisit } from '../commands/move.ts';
import { windowed } from '../offer/call-window.ts';
import { sentenceFor } from '../offer/words.ts';
import { visitById } from '../queries/booking.ts';
import { movable } from '../queries/move.ts';
import { refusalWords } from '../refusal.ts';
import { modeWords } from '../request/words.ts';
import { readChoice, writeChoice } from './call-view.ts';
import { seeVisits } from './permissions.ts';
import { whenTold } from './told.ts';
import { placesQuery, placesShown, type PlacesAsked } from './places.ts';

const params = Type.Object({ booking: Type.String({ format: 'uuid' }) });
const offer = Type.Optional(Type.String({ maxLength: 80 }));

interface Shown {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly chosen: string | undefined;
  readonly errors?: readonly object[];
  readonly asked?: PlacesAsked;
}

/** Another time for a visit: the times there are, the one chosen read back, and the move. */
export function moveRoutes(app: FastifyInstance, now: () => Temporal.Instant): void {
  route(app, {
    method: 'GET',
    url: '/visits/:booking/move',
    permission: seeVisits,
    audit: 'see-other-times',
    schema: { params, querystring: Type.Object({ offer, ...placesQuery }) },
    handler: async ({ context, params: { booking }, query }, reply) =>
      show(context, reply, { id: booking, at: now(), chosen: query.offer, asked: query }),
  });
  route(app, {
    method: 'POST',
    url: '/visits/:booking/move',
    permission: seeVisits,
    audit: 'move-visit',
    schema: { params, body: Type.Object({ key: Type.String({ minLength: 8, maxLength: 80 }), offer }) },
    handler: async ({ context, params: { booking }, body }, reply) => {
      const choice = readChoice(body.offer);
      if (choice === undefined)
        return show(context, reply.code(422), {
          id: booking,
          at: now(),
          chosen: undefined,
          errors: [{ text: 'Choose one of the times first', href: '#times' }],
        });
      const moved = await moveVisit(context, booking, { ...choice, key: body.key, now: now() });
      if (moved.ok) return reply.redirect(`/visits/${moved.value.bookingId}`, 303);
      return show(context, reply.code(422), {
        id: booking,
        at: now(),
        chosen: body.offer,
        errors: [{ text: refusalWords[moved.error] }],
      });
    },
  });
}

async function show(
  context: Context,
  reply: FastifyReply,
  { id, at, chosen, errors, asked = {} }: Shown,
): Promise<FastifyReply> {
  const view = await transaction(context, async (tx) => {
    const visit = await visitById(tx, id);
    const found = visit && (await movable(tx, id, at));
    return visit && { visit, found };
  });
  if (view === undefined)
    return reply.problem(404, 'That visit is not there', 'It may belong to a practice you do not see.');
  const { visit, found } = view;
  if (found === undefined)
    return reply.problem(
      409,
      'That visit cannot be moved',
      visit.status === 'booked' && Temporal.Instant.compare(visit.startsAt, at) > 0
        ? 'Its patient belongs to a practice you do not book for: that practice moves it.'
        : 'It is over, or was cancelled or moved before.',
    );
  const opening = found.openings.find((one) => writeChoice(one) === chosen);
  return reply.page('access/views/visit-move.njk', {
    ...{
      visit,
      patient: found.patient,
      list: placesShown(found.openings, asked),
      places: found.openings.length,
      errors,
      key: randomUUIDv7(),
    },
    when: whenTold(visit, at),
    mode: modeWords(visit.mode),
    gone: chosen !== undefined && opening === undefined,
    chosen: opening && {
      value: writeChoice(opening),
      when: whenTold(
        { ...windowed(opening.window), startsAt: Temporal.Instant.fromEpochMilliseconds(opening.startsAt) },
        at,
      ),
      who: opening.session.clinicianName,
      where: opening.session.placeName,
      say: sentenceFor({ opening, isSoonest: false, context: found.context }),
    },
  });
}
