import { randomUUIDv7 } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { isUuid } from '#kernel/uuid.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import type { EdgeParts } from '#platform/http/edge.ts';
import { route } from '#platform/http/routes.ts';
import { bookCall } from '../../commands/book-call.ts';
import { recordUnmet } from '../../commands/finish.ts';
import { chooseHeld, keepTimes, moreTime, ringMe } from '../../commands/online.ts';
import type { CallReason } from '../../commands/opened.ts';
import { onlineById, ownVisits } from '../../queries/online.ts';
import { unmetReasons } from '../../request/request.ts';
import { ownCare } from './permissions.ts';
import { stepOf, viewOfOnline } from './view.ts';
import { toldAt } from './words.ts';

const params = Type.Object({ request: Type.String({ format: 'uuid' }) });
const hold = Type.String({ format: 'uuid' });

interface Shown {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly hold?: string | undefined;
  readonly extra?: object;
}

/** Choosing: "my GP Thursday, anyone today, or ring me", kept for five minutes; read back; confirmed. */
export function chooseRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  route(app, {
    method: 'GET',
    url: '/my/ask/:request/choose',
    permission: ownCare,
    audit: 'see-choices',
    schema: { params, querystring: Type.Object({ gone: Type.Optional(Type.Literal('yes')) }) },
    handler: async ({ context, params: { request }, query }, reply) =>
      show(context, reply, 'choose', { id: request, at: now(), extra: { gone: query.gone === 'yes' } }),
  });
  route(app, {
    method: 'POST',
    url: '/my/ask/:request/choose',
    permission: ownCare,
    audit: 'choose-time',
    schema: { params, body: Type.Object({ choice: Type.Optional(Type.String({ maxLength: 40 })) }) },
    handler: async ({ context, params: { request }, body: { choice } }, reply) => {
      if (choice === undefined || !(choice === 'ring' || choice === 'none' || isUuid(choice))) {
        const errors = [{ text: 'Choose one of these', href: '#choice-1' }];
        return show(context, reply.code(422), 'choose', { id: request, at: now(), extra: { errors } });
      }
      if (choice === 'ring') return reply.redirect(`/my/ask/${request}/ring`, 303);
      if (choice === 'none') return reply.redirect(`/my/ask/${request}/none`, 303);
      await chooseHeld(context, request, choice);
      return reply.redirect(`/my/ask/${request}/check?hold=${encodeURIComponent(choice)}`, 303);
    },
  });
  route(app, {
    method: 'POST',
    url: '/my/ask/:request/more-time',
    permission: ownCare,
    audit: 'take-more-time',
    schema: { params, body: Type.Object({ hold: Type.Optional(hold) }) },
    handler: async ({ context, params: { request }, body }, reply) => {
      const page = body.hold === undefined ? 'choose' : `check?hold=${body.hold}`;
      if ((await moreTime(context, request)) !== null) return reply.redirect(`/my/ask/${request}/${page}`, 303);
      await keepTimes(context, request, now());
      return reply.redirect(`/my/ask/${request}/choose?gone=yes`, 303);
    },
  });
  confirmRoutes(app, now);
  otherRoutes(app, now);
}

/** Read back, and confirmed under the same guard that every booking passes. */
function confirmRoutes(app: FastifyInstance, now: () => Temporal.Instant): void {
  route(app, {
    method: 'GET',
    url: '/my/ask/:request/check',
    permission: ownCare,
    audit: 'read-back',
    schema: { params, querystring: Type.Object({ hold }) },
    handler: async ({ context, params: { request }, query }, reply) =>
      show(context, reply, 'check', { id: request, at: now(), hold: query.hold }),
  });
  route(app, {
    method: 'POST',
    url: '/my/ask/:request/confirm',
    permission: ownCare,
    audit: 'confirm-online',
    schema: { params, body: Type.Object({ hold, key: Type.String({ minLength: 8, maxLength: 80 }) }) },
    handler: async ({ context, params: { request }, body }, reply) => {
      const online = await transaction(context, (tx) => onlineById(tx, request, now()));
      const place = online?.held.find(({ id }) => id === body.hold);
      // A form sent twice meets the visit it made.
      if (online?.booking) return reply.redirect(`/my/visits/${online.booking.id}?new=yes`, 303);
      if (place === undefined) return again(context, reply, { id: request, at: now() });
      const { sessionId, startsAt, minutes } = place;
      const booked = await bookCall(context, request, { key: body.key, sessionId, startsAt, minutes, now: now() });
      if (!booked.ok) return refused(context, reply, { id: request, at: now(), why: booked.error });
      return reply.redirect(`/my/visits/${booked.value.bookingId}?new=yes`, 303);
    },
  });
}

/** Ring me instead, and none of these. */
function otherRoutes(app: FastifyInstance, now: () => Temporal.Instant): void {
  for (const [page, audit] of [
    ['ring', 'see-ring-me'],
    ['none', 'see-none-suits'],
  ] as const)
    route(app, {
      method: 'GET',
      url: `/my/ask/:request/${page}`,
      permission: ownCare,
      audit,
      schema: { params },
      handler: async ({ context, params: { request } }, reply) =>
        show(context, reply, page, { id: request, at: now() }),
    });
  route(app, {
    method: 'POST',
    url: '/my/ask/:request/ring',
    permission: ownCare,
    audit: 'ask-to-be-rung',
    schema: {
      params,
      body: Type.Object({
        phone: Type.String({ maxLength: 40 }),
        note: Type.Optional(Type.String({ maxLength: 500 })),
      }),
    },
    handler: async ({ context, params: { request }, body }, reply) => {
      const { phone, note = '' } = body;
      const left = await ringMe(context, request, { phone, note, kind: 'will-ring', now: now() });
      if (left.ok) return reply.redirect(`/my/ask/${request}?left=yes`, 303);
      if (left.error.kind !== 'phone') return reply.redirect(`/my/ask/${request}`, 303);
      const errors = [{ text: 'Enter a telephone number, like 07700 900 118', href: '#phone' }];
      return show(context, reply.code(422), 'ring', { id: request, at: now(), extra: { errors, typed: body } });
    },
  });
  route(app, {
    method: 'POST',
    url: '/my/ask/:request/none',
    permission: ownCare,
    audit: 'say-none-suits',
    schema: {
      params,
      body: Type.Object({
        reason: Type.Optional(Type.String({ maxLength: 60 })),
        note: Type.Optional(Type.String({ maxLength: 500 })),
      }),
    },
    handler: async ({ context, params: { request }, body }, reply) => {
      const { reason = '', note = '' } = body;
      const kept = await recordUnmet(context, request, { reason, now: now() });
      if (!kept.ok && kept.error.kind === 'unmet') {
        const errors = [{ text: 'Say why none of them suits', href: '#reason' }];
        return show(context, reply.code(422), 'none', { id: request, at: now(), extra: { errors, typed: body } });
      }
      await ringMe(context, request, { phone: '', note, kind: 'will-answer', now: now() });
      return reply.redirect(`/my/ask/${request}`, 303);
    },
  });
}

/** What was kept has run out: kept again where it is still free, and said plainly. */
async function again(
  context: Context,
  reply: FastifyReply,
  { id, at }: { id: string; at: Temporal.Instant },
): Promise<FastifyReply> {
  await keepTimes(context, id, at);
  return reply.redirect(`/my/ask/${id}/choose?gone=yes`, 303);
}

async function refused(
  context: Context,
  reply: FastifyReply,
  { id, at, why }: { id: string; at: Temporal.Instant; why: CallReason },
): Promise<FastifyReply> {
  if (why.kind === 'patient-busy') {
    const errors = [{ text: 'You have another visit at that time. Choose another time, or move that visit first.' }];
    return show(context, reply.code(422), 'choose', { id, at, extra: { errors } });
  }
  if (why.kind === 'red-flag' || why.kind === 'question') return reply.redirect(`/my/ask/${id}`, 303);
  return again(context, reply, { id, at });
}

/** The reasons as whoever asks would say them. */
const ownReasons: Readonly<Record<keyof typeof unmetReasons, string>> = {
  'no-place-in-time': 'It is too late: I need it sooner',
  'wrong-time': 'I cannot come at these times',
  'too-far': 'It is too far',
  'wrong-person': 'I want to see somebody else',
  access: 'I cannot get in or manage there',
};

type Page = 'choose' | 'check' | 'ring' | 'none';

async function show(context: Context, reply: FastifyReply, ...[page, shown]: [Page, Shown]): Promise<FastifyReply> {
  const { id, at, hold: holdId, extra = {} } = shown;
  const [online, visits] = await transaction(context, async (tx) => [
    await onlineById(tx, id, at),
    page === 'choose' || page === 'check' ? (await ownVisits(tx, at)).coming : [],
  ]);
  if (online === undefined)
    return reply.problem(404, 'That request is not there', 'Go back to your appointments and look again.');
  // A danger, a question or a visit that stands comes before any choice.
  if (stepOf(online) !== 'next') return reply.redirect(`/my/ask/${id}`, 303);
  const place = online.held.find((one) => one.id === holdId);
  if (page === 'check' && place === undefined) return reply.redirect(`/my/ask/${id}/choose?gone=yes`, 303);
  return reply.page(`access/views/my/${page}.njk`, {
    ...viewOfOnline(online, at),
    place,
    // Whoever has a visit already may mean to move it, not to have two.
    already: visits
      .filter(({ patientId }) => patientId === online.request.patientId)
      .map((one) => ({ ...one, at: toldAt(one, at) })),
    key: randomUUIDv7(),
    reasons: Object.entries(unmetReasons).map(([id, value]) => ({
      value,
      text: ownReasons[id as keyof typeof unmetReasons],
    })),
    ...extra,
  });
}
