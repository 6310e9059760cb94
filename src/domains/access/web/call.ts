import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { transaction, type Context } from '#platform/db/transaction.ts';
import type { EdgeParts } from '#platform/http/edge.ts';
import { wantsPage } from '#platform/http/problems.ts';
import { route } from '#platform/http/routes.ts';
import { answerQuestion, keepAnswer, takeBackAnswer } from '../commands/answer.ts';
import { bookCall, undoBooking } from '../commands/book-call.ts';
import { overrideRule } from '../commands/override.ts';
import type { CallReason } from '../commands/opened.ts';
import { saveCall, settleApart, type Typed } from '../commands/typed.ts';
import { callById } from '../queries/call.ts';
import { readChoice, viewOfCall } from './call-view.ts';
import { despiteOf, isPast, pastFlagFields, showPastFlag } from './past-flag.ts';
import { takeCalls } from './permissions.ts';
import { reasonError } from './words.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const mark = Type.Optional(Type.String({ maxLength: 80 }));

/** What else a call's page is drawn with: what went wrong, and a time chosen elsewhere. */
export interface Drawing {
  readonly reason?: CallReason;
  readonly choice?: string | undefined;
  readonly extra?: object;
  /** Whether somebody else is being looked for: then that is where the page begins. */
  readonly finding?: boolean;
}

const lookingAt = Type.Object({
  offer: Type.Optional(Type.String({ maxLength: 80 })),
  who: Type.Optional(Type.Literal('find')),
});

/** Draws one call as it stands, or says that it is not there. */
export async function showCall(
  context: Context,
  reply: FastifyReply,
  { id, now, choice, reason, extra, finding }: Drawing & { id: string; now: Temporal.Instant },
): Promise<FastifyReply> {
  const view = await transaction(context, async (tx) => {
    const call = await callById(tx, id, now);
    return call && viewOfCall(tx, call, { me: context.actor.personId, role: context.actor.role, now, choice, finding });
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
    schema: { params, querystring: lookingAt },
    handler: async ({ context, params: { id }, query }, reply) =>
      showCall(context, reply, { id, now: now(), choice: query.offer, finding: query.who !== undefined }),
  });
  wordsRoute(app, now);
  answerRoutes(app, now);
  bookingRoutes(app, now);
  overrideRoute(app, now);
}

/** Deciding otherwise than the rule, with the reason. */
function overrideRoute(app: FastifyInstance, now: () => Temporal.Instant): void {
  const field = Type.Optional(Type.String({ maxLength: 60 }));
  route(app, {
    method: 'POST',
    url: '/calls/:id/override',
    permission: takeCalls,
    audit: 'override-rule',
    schema: {
      params,
      body: Type.Object({
        urgency: field,
        destination: field,
        role: field,
        why: Type.Optional(Type.String({ maxLength: 1000 })),
      }),
    },
    handler: async ({ context, params: { id }, body }, reply) => {
      const at = now();
      const { urgency = '', destination = '', role = '', why = '' } = body;
      const done = await overrideRule(context, id, { wanted: { urgency, destination, role }, reason: why, now: at });
      return onwards(context, reply, { id, now: at, done });
    },
  });
}

/** What is said to a question: recorded, changed, taken back, or said to be right. */
function answerRoutes(app: FastifyInstance, now: () => Temporal.Instant): void {
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
  route(app, {
    method: 'POST',
    url: '/calls/:id/answer/keep',
    permission: takeCalls,
    audit: 'keep-answer',
    schema: { params, body: Type.Object({ question: Type.String({ maxLength: 100 }) }) },
    handler: async ({ context, params: { id }, body }, reply) => {
      const at = now();
      const kept = await keepAnswer(context, id, { questionId: body.question, now: at });
      return onwards(context, reply, { id, now: at, done: kept });
    },
  });
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
        seen: mark,
        page: mark,
        words: Type.Optional(Type.String({ maxLength: 10_000 })),
        notes: Type.Optional(Type.String({ maxLength: 10_000 })),
        more: Type.Optional(Type.String({ maxLength: 2000 })),
        callerPhone: Type.Optional(Type.String({ maxLength: 30 })),
        callerIs: Type.Optional(Type.Enum(['', 'patient', 'parent', 'carer', 'other'])),
        callerName: Type.Optional(Type.String({ maxLength: 200 })),
        callerRelation: Type.Optional(Type.String({ maxLength: 200 })),
        reason: Type.Optional(Type.String({ maxLength: 100 })),
        referredBy: Type.Optional(Type.String({ maxLength: 10, pattern: '^[A-Z0-9]*$' })),
        reference: Type.Optional(Type.String({ maxLength: 100 })),
      }),
    },
    handler: async ({ context, params: { id }, body, raw }, reply) => {
      const at = now();
      const saved = await saveCall(context, id, { form: body, now: at });
      if (!wantsPage(raw))
        return saved.ok ? keptWords(id, saved.value, body.more !== undefined) : refusedWords(reply, saved.error);
      // The words are kept and screened even where the number beside them cannot be read.
      const reason: CallReason | undefined = saved.ok
        ? saved.value.unread
          ? { kind: 'phone' }
          : undefined
        : saved.error;
      return reason ? showCall(context, reply, { id, now: at, reason }) : reply.redirect(`/calls/${id}`, 303);
    },
  });
  route(app, {
    method: 'POST',
    url: '/calls/:id/apart',
    permission: takeCalls,
    audit: 'put-words-together',
    schema: {
      params,
      body: Type.Object({
        page: Type.String({ maxLength: 80 }),
        seen: Type.String({ maxLength: 80 }),
        keep: Type.Enum(['standing', 'apart', 'both']),
      }),
    },
    handler: async ({ context, params: { id }, body }, reply) => {
      const at = now();
      return onwards(context, reply, { id, now: at, done: await settleApart(context, id, { ...body, now: at }) });
    },
  });
}

/** What the page of a form that keeps itself is told: how it was kept, and what that window has seen from now on. */
function keptWords(id: string, { stopped, apart, ownWindow, seen, late }: Typed, onStopPage: boolean): object {
  // Whoever writes on the page of a red flag is there already; another flag comes to it by itself.
  if (stopped && onStopPage) return { kept: true };
  if (stopped) return { goTo: `/calls/${id}` };
  if (late) return { kept: true, say: 'It was booked or ended meanwhile: kept in its notes' };
  const beside = ownWindow ? 'Kept from your other window: see below' : 'Kept beside somebody else’s words: see below';
  return { kept: true, fields: { seen }, ...(apart ? { say: beside } : {}) };
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
        offer: mark,
        state: mark,
        page: mark,
        ...pastFlagFields,
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
      const booked = await bookCall(context, id, { ...choice, ...body, despite: despiteOf(body), now: at });
      if (!booked.ok && isPast(booked.error))
        return showPastFlag(context, reply, { id, now: at, given: { ...body, choice }, reason: booked.error });
      return onwards(context, reply, { id, now: at, done: booked });
    },
  });
  route(app, {
    method: 'POST',
    url: '/calls/:id/undo',
    permission: takeCalls,
    audit: 'undo-booking',
    schema: { params, body: Type.Object({ booking: mark }) },
    handler: async ({ context, params: { id }, body }, reply) =>
      onwards(context, reply, { id, now: now(), done: await undoBooking(context, id, body.booking) }),
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
  return reply.problem(reason.kind === 'not-there' ? 404 : 409, 'Not kept', reasonError(reason).text);
}
