import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { transaction, type Context } from '#platform/db/transaction.ts';
import type { EdgeParts } from '#platform/http/edge.ts';
import { route } from '#platform/http/routes.ts';
import { overflowCall } from '../commands/book-call.ts';
import { askDuty } from '../commands/duty-question.ts';
import { endCall, keepSafeContact, layDown, recordUnmet, undoEnd } from '../commands/finish.ts';
import type { CallReason } from '../commands/opened.ts';
import { sendTo111 } from '../commands/to-111.ts';
import { putOnList } from '../commands/waiting-list.ts';
import { deciderNamed } from '../queries/booking.ts';
import { callById } from '../queries/call.ts';
import { onwards } from './call.ts';
import { viewOfNone } from './none-view.ts';
import { takeCalls } from './permissions.ts';
import { placesQuery, type PlacesAsked } from './places.ts';
import { reasonError } from './words.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const mark = Type.Optional(Type.String({ maxLength: 80 }));
const because = Type.Optional(Type.String({ maxLength: 500 }));

type Done = { ok: true } | { ok: false; error: CallReason };

/** Which of the ways on the page an act belongs to. */
type Way = 'duty' | 'overflow' | 'unmet' | 'end' | 'waiting-list' | 'to-111';

/** Goes on after an act, or shows the page again with what was wrong. */
type After = (
  context: Context,
  reply: FastifyReply,
  done: { id: string; result: Done; to: string; way: Way; given?: object },
) => Promise<FastifyReply>;

/** When none of the offers will do: more times, the duty clinician, urgent overflow, what was not met, and other ends. */
export function finishRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  const show = async (
    context: Context,
    reply: FastifyReply,
    { id, extra = {}, asked = {} }: { id: string; extra?: object; asked?: PlacesAsked },
  ): Promise<FastifyReply> => {
    const at = now();
    const view = await transaction(context, async (tx) => {
      const call = await callById(tx, id, at);
      return call && viewOfNone(tx, call, { role: context.actor.role, name: context.actor.name, now: at, asked });
    });
    if (view === undefined)
      return reply.problem(404, 'That request is not there', 'It may belong to a practice you do not see.');
    if (!view.open) return reply.redirect(`/calls/${id}`, 303);
    return reply.page('access/views/call-none.njk', { ...view, ...extra });
  };
  const after: After = async (context, reply, done) => {
    if (done.result.ok) return reply.redirect(done.to, 303);
    const { error } = done.result;
    if (
      error.kind === 'not-there' ||
      error.kind === 'not-open' ||
      error.kind === 'request-already-booked' ||
      error.kind === 'red-flag' ||
      error.kind === 'apart' ||
      error.kind === 'changed'
    )
      return onwards(context, reply, { id: done.id, now: now(), done: { ok: false, error } });
    return show(context, reply.code(422), {
      id: done.id,
      extra: {
        errors: [reasonError(error)],
        given: done.given,
        openWay: done.way,
        beside: error.beside,
        warned: error.warned,
      },
    });
  };
  route(app, {
    method: 'GET',
    url: '/calls/:id/none',
    permission: takeCalls,
    audit: 'see-other-ways',
    schema: { params, querystring: Type.Object({ ...placesQuery, away: Type.Optional(Type.Literal('yes')) }) },
    handler: async ({ context, params: { id }, query: { away, ...asked } }, reply) =>
      show(context, reply, { id, asked, extra: away ? { away: true, openWay: 'overflow' } : {} }),
  });
  route(app, {
    method: 'POST',
    url: '/calls/:id/ask-duty',
    permission: takeCalls,
    audit: 'ask-duty-clinician',
    schema: { params, body: Type.Object({ question: Type.String({ maxLength: 2000 }) }) },
    handler: async ({ context, params: { id }, body }, reply) => {
      const result = await askDuty(context, id, { question: body.question, now: now() });
      return after(context, reply, { id, result, to: `/calls/${id}`, way: 'duty', given: body });
    },
  });
  endRoutes(app, now, after);
  safeContactRoute(app, now);
  overflowRoute(app, now, after);
  fullRoutes(app, now, after);
}

function safeContactRoute(app: FastifyInstance, now: () => Temporal.Instant): void {
  route(app, {
    method: 'POST',
    url: '/calls/:id/safe-contact',
    permission: takeCalls,
    audit: 'keep-safe-contact',
    schema: { params, body: Type.Object({ how: Type.String({ maxLength: 1000 }) }) },
    handler: async ({ context, params: { id }, body }, reply) =>
      onwards(context, reply, {
        id,
        now: now(),
        done: await keepSafeContact(context, id, { how: body.how, now: now() }),
      }),
  });
}

function endRoutes(app: FastifyInstance, now: () => Temporal.Instant, after: After): void {
  route(app, {
    method: 'POST',
    url: '/calls/:id/unmet',
    permission: takeCalls,
    audit: 'record-unmet-need',
    schema: { params, body: Type.Object({ unmet: Type.Optional(Type.String({ maxLength: 100 })) }) },
    handler: async ({ context, params: { id }, body }, reply) => {
      const result = await recordUnmet(context, id, { reason: body.unmet ?? '', now: now() });
      return after(context, reply, { id, result, to: '/calls', way: 'unmet' });
    },
  });
  route(app, {
    method: 'POST',
    url: '/calls/:id/end',
    permission: takeCalls,
    audit: 'end-request',
    schema: { params, body: Type.Object({ outcome: mark, state: mark, page: mark, because }) },
    handler: async ({ context, params: { id }, body }, reply) => {
      const { outcome = '', because: reason = '' } = body;
      const result = await endCall(context, id, { outcome, now: now(), shown: body, because: reason });
      return after(context, reply, { id, result, to: `/calls/${id}`, way: 'end', given: body });
    },
  });
  route(app, {
    method: 'POST',
    url: '/calls/:id/undo-end',
    permission: takeCalls,
    audit: 'undo-end',
    schema: { params, body: Type.Object({}) },
    handler: async ({ context, params: { id } }, reply) =>
      onwards(context, reply, { id, now: now(), done: await undoEnd(context, id, now()) }),
  });
  route(app, {
    method: 'POST',
    url: '/calls/:id/later',
    permission: takeCalls,
    audit: 'lay-request-down',
    schema: { params, body: Type.Object({}) },
    handler: async ({ context, params: { id } }, reply) => {
      await layDown(context, id, now());
      return reply.redirect('/calls', 303);
    },
  });
}

/** The waiting list, and 111 as a recorded exception. */
function fullRoutes(app: FastifyInstance, now: () => Temporal.Instant, after: After): void {
  route(app, {
    method: 'POST',
    url: '/calls/:id/waiting-list',
    permission: takeCalls,
    audit: 'put-on-waiting-list',
    schema: { params, body: Type.Object({ because }) },
    handler: async ({ context, params: { id }, body }, reply) => {
      const result = await putOnList(context, id, { because: body.because ?? '', now: now() });
      return after(context, reply, { id, result, to: '/waiting', way: 'waiting-list', given: body });
    },
  });
  route(app, {
    method: 'POST',
    url: '/calls/:id/to-111',
    permission: takeCalls,
    audit: 'send-to-111',
    schema: {
      params,
      body: Type.Object({
        reason: Type.String({ maxLength: 500 }),
        decider: mark,
        decidedBy: Type.Optional(Type.String({ maxLength: 200 })),
        icbTold: Type.String({ maxLength: 200 }),
        icbAt: Type.String({ maxLength: 10 }),
        othersTold: Type.Optional(Type.String({ maxLength: 500 })),
      }),
    },
    handler: async ({ context, params: { id }, body }, reply) => {
      const { reason, icbTold, othersTold = '' } = body;
      const icbToldAt = clockToday(body.icbAt, now());
      const decided = ofTheGroup(await deciderOf(context, body), context);
      const sent = { reason, ...decided, icbTold, icbToldAt, othersTold, now: now() };
      const result = await sendTo111(context, id, sent);
      return after(context, reply, { id, result, to: `/calls/${id}`, way: 'to-111', given: body });
    },
  });
}

/** Reads "16:40" as that time of today in London; undefined where it is none. */
function clockToday(text: string, now: Temporal.Instant): Temporal.Instant | undefined {
  const [, hour, minute] = /^\s*(\d{1,2})[:.]?(\d{2})\s*$/.exec(text) ?? [];
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  const today = now.toZonedDateTimeISO('Europe/London');
  return today.withPlainTime({ hour: Number(hour), minute: Number(minute) }).toInstant();
}

/** The same, where it is still to come; undefined where it has passed. */
function timeToday(text: string, now: Temporal.Instant): Temporal.Instant | undefined {
  const at = clockToday(text, now);
  if (at === undefined) return undefined;
  return now.until(at).total('minutes') < -1 ? undefined : at;
}

/** Reads instants as a page wrote them; undefined where they are none. */
function readInstants(text: string | undefined): Temporal.Instant[] | undefined {
  try {
    return text?.split(',').map((one) => Temporal.Instant.from(one));
  } catch {
    return undefined;
  }
}

/** The same, where it must be a clinician of the group: a name of nobody there is none. */
function ofTheGroup(decided: Decided, { actor }: Context): Decided {
  return actor.role === 'clinician' || decided.deciderId !== undefined ? decided : { decidedBy: '' };
}

interface Decided {
  readonly decidedBy: string;
  readonly deciderId?: string;
}

/** Who decided: a clinician in their own name; else a clinician of the group; else somebody not listed, said to be so. */
async function deciderOf(
  context: Context,
  { decider, decidedBy = '' }: { decider?: string | undefined; decidedBy?: string | undefined },
): Promise<Decided> {
  if (context.actor.role === 'clinician') return { decidedBy: context.actor.name };
  const typed = decidedBy.trim();
  const known = await transaction(context, (tx) => deciderNamed(tx, { id: decider, name: typed }));
  if (known !== undefined) return { decidedBy: known.name, deciderId: known.id };
  return { decidedBy: typed === '' ? '' : `${typed} (not listed)` };
}

function overflowRoute(app: FastifyInstance, now: () => Temporal.Instant, after: After): void {
  route(app, {
    method: 'POST',
    url: '/calls/:id/overflow',
    permission: takeCalls,
    audit: 'book-overflow',
    schema: {
      params,
      body: Type.Object({
        key: Type.String({ minLength: 8, maxLength: 80 }),
        clinicianId: Type.Optional(Type.String({ maxLength: 40 })),
        at: Type.String({ maxLength: 10 }),
        mode: Type.Enum(['face_to_face', 'telephone', 'video', 'home_visit']),
        reason: Type.String({ maxLength: 500 }),
        /** A clinician of the group, or empty with a name beside it for somebody not listed. */
        decider: mark,
        decidedBy: Type.Optional(Type.String({ maxLength: 200 })),
        /** The clinician's visits it is booked beside, by their starts, as they were shown. */
        beside: Type.Optional(Type.String({ maxLength: 1000 })),
        /** What was warned of and ticked. */
        sure: Type.Optional(Type.Union([Type.String({ maxLength: 100 }), Type.Array(Type.String({ maxLength: 100 }))])),
      }),
    },
    handler: async ({ context, params: { id }, body }, reply) => {
      const { key, mode, reason } = body;
      const at = now();
      const startsAt = timeToday(body.at, at);
      const done = (result: Done): Promise<FastifyReply> =>
        after(context, reply, { id, result, to: `/calls/${id}`, way: 'overflow', given: body });
      if (!body.clinicianId) return done({ ok: false, error: { kind: 'clinician' } });
      if (startsAt === undefined) return done({ ok: false, error: { kind: 'time' } });
      const decided = await deciderOf(context, body);
      const beside = readInstants(body.beside);
      const wanted = {
        key,
        clinicianId: body.clinicianId,
        startsAt,
        minutes: 15,
        mode,
        reason,
        ...decided,
        beside,
        sure: [body.sure ?? []].flat(),
        now: at,
      };
      return done(await overflowCall(context, id, wanted));
    },
  });
}
