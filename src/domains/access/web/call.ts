import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { transaction, type Context } from '#platform/db/transaction.ts';
import type { EdgeParts } from '#platform/http/edge.ts';
import { wantsPage } from '#platform/http/problems.ts';
import { route } from '#platform/http/routes.ts';
import { answerQuestion, takeBackAnswer } from '../commands/answer.ts';
import { bookCall, undoBooking } from '../commands/book-call.ts';
import type { CallReason } from '../commands/opened.ts';
import { saveCall } from '../commands/typed.ts';
import { callById } from '../queries/call.ts';
import { readChoice, viewOfCall } from './call-view.ts';
import { takeCalls } from './permissions.ts';
import { reasonError } from './words.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });

/** What else a call's page is drawn with: what went wrong, and a time chosen elsewhere. */
export interface Drawing {
  readonly reason?: CallReason;
  readonly choice?: string | undefined;
  readonly extra?: object;
}

/** Draws one call as it stands, or says that it is not there. */
export async function showCall(
  context: Context,
  reply: FastifyReply,
  { id, now, choice, reason, extra }: Drawing & { id: string; now: Temporal.Instant },
): Promise<FastifyReply> {
  const view = await transaction(context, async (tx) => {
    const call = await callById(tx, id, now);
    return call && viewOfCall(tx, call, { me: context.actor.personId, role: context.actor.role, now, choice });
  });
  if (view === undefined)
    return reply.problem(404, 'That request is not there', 'It may belong to a practice you do not see.');
  if (reason) void reply.code(422);
  return reply.page('access/views/call.njk', {
    ...view,
    ...extra,
    ...(reason ? { errors: [reasonError(reason)] } : {}),
  });
}

/** One call: seeing it, keeping what is typed, answering, booking and taking back. */
export function callRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  route(app, {
    method: 'GET',
    url: '/calls/:id',
    permission: takeCalls,
    audit: 'see-request',
    schema: { params, querystring: Type.Object({ offer: Type.Optional(Type.String({ maxLength: 80 })) }) },
    handler: async ({ context, params: { id }, query }, reply) =>
      showCall(context, reply, { id, now: now(), choice: query.offer }),
  });
  wordsRoute(app, now);
  route(app, {
    method: 'POST',
    url: '/calls/:id/answer',
    permission: takeCalls,
    audit: 'answer-question',
    schema: {
      params,
      body: Type.Object({
        question: Type.String({ maxLength: 100 }),
        said: Type.Enum(['yes', 'no']),
        change: Type.Optional(Type.Literal('yes')),
      }),
    },
    handler: async ({ context, params: { id }, body }, reply) => {
      const at = now();
      if (body.change) await takeBackAnswer(context, id, { questionId: body.question, now: at });
      const answered = await answerQuestion(context, id, { questionId: body.question, said: body.said, now: at });
      return onwards(context, reply, { id, now: at, done: answered });
    },
  });
  route(app, {
    method: 'POST',
    url: '/calls/:id/answer/take-back',
    permission: takeCalls,
    audit: 'take-back-answer',
    schema: { params, body: Type.Object({ question: Type.String({ maxLength: 100 }) }) },
    handler: async ({ context, params: { id }, body }, reply) => {
      const at = now();
      const taken = await takeBackAnswer(context, id, { questionId: body.question, now: at });
      return onwards(context, reply, { id, now: at, done: taken });
    },
  });
  bookingRoutes(app, now);
}

/** Keeps what is typed, as it is typed. */
function wordsRoute(app: FastifyInstance, now: () => Temporal.Instant): void {
  route(app, {
    method: 'POST',
    url: '/calls/:id/words',
    permission: takeCalls,
    audit: 'keep-words',
    schema: {
      params,
      body: Type.Object({
        words: Type.Optional(Type.String({ maxLength: 10_000 })),
        notes: Type.Optional(Type.String({ maxLength: 10_000 })),
        callerPhone: Type.Optional(Type.String({ maxLength: 30 })),
        forOther: Type.Optional(
          Type.Union([Type.Literal('yes'), Type.Array(Type.String({ maxLength: 3 }), { maxItems: 2 })]),
        ),
        whom: Type.Optional(Type.Literal('asked')),
        reason: Type.Optional(Type.String({ maxLength: 100 })),
      }),
    },
    handler: async ({ context, params: { id }, body, raw }, reply) => {
      const { words, notes, callerPhone, reason } = body;
      const forOther = body.whom === undefined ? undefined : body.forOther === 'yes';
      const at = now();
      const saved = await saveCall(context, id, { form: { words, notes, callerPhone, forOther, reason }, now: at });
      const page = wantsPage(raw);
      if (!saved.ok)
        return page ? showCall(context, reply, { id, now: at, reason: saved.error }) : refusedWords(reply, saved.error);
      if (page) return reply.redirect(`/calls/${id}`, 303);
      return saved.value.stopped ? { goTo: `/calls/${id}` } : { kept: true };
    },
  });
}

function bookingRoutes(app: FastifyInstance, now: () => Temporal.Instant): void {
  route(app, {
    method: 'POST',
    url: '/calls/:id/book',
    permission: takeCalls,
    audit: 'book-visit',
    schema: {
      params,
      body: Type.Object({
        key: Type.String({ minLength: 8, maxLength: 80 }),
        offer: Type.Optional(Type.String({ maxLength: 80 })),
      }),
    },
    handler: async ({ context, params: { id }, body }, reply) => {
      const at = now();
      const choice = readChoice(body.offer);
      if (choice === undefined)
        return showCall(context, reply.code(422), {
          id,
          now: at,
          extra: { errors: [{ text: 'Choose one of the times first', href: '#offer-1' }] },
        });
      const booked = await bookCall(context, id, { ...choice, key: body.key, now: at });
      return onwards(context, reply, { id, now: at, done: booked });
    },
  });
  route(app, {
    method: 'POST',
    url: '/calls/:id/undo',
    permission: takeCalls,
    audit: 'undo-booking',
    schema: { params, body: Type.Object({}) },
    handler: async ({ context, params: { id } }, reply) =>
      onwards(context, reply, { id, now: now(), done: await undoBooking(context, id) }),
  });
}

/** After an act: back to the call as it now stands, or the call with what was wrong. */
export async function onwards(
  context: Context,
  reply: FastifyReply,
  {
    id,
    now,
    done,
    to,
  }: { id: string; now: Temporal.Instant; done: { ok: true } | { ok: false; error: CallReason }; to?: string },
): Promise<FastifyReply> {
  if (!done.ok) return showCall(context, reply, { id, now, reason: done.error });
  return reply.redirect(to ?? `/calls/${id}`, 303);
}

async function refusedWords(reply: FastifyReply, reason: CallReason): Promise<FastifyReply> {
  // A number that cannot be read is no reason to say that the words were not kept: they were.
  if (reason.kind === 'phone') return reply.send({ kept: true });
  return reply.problem(reason.kind === 'not-there' ? 404 : 409, 'Not kept', reasonError(reason).text);
}
