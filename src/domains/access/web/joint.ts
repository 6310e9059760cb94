import { randomUUIDv7 } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import type { EdgeParts } from '#platform/http/edge.ts';
import { route } from '#platform/http/routes.ts';
import { bookCall } from '../commands/book-call.ts';
import { windowed } from '../offer/call-window.ts';
import type { JointOpening } from '../offer/joint.ts';
import { calledBy } from '../offer/words.ts';
import { callById, questionOpen } from '../queries/call.ts';
import { jointPlaces } from '../queries/joint.ts';
import { stateOf as shownState } from '../request/apart.ts';
import { notYetBookable } from '../request/request.ts';
import { modeWords } from '../request/words.ts';
import { onwards } from './call.ts';
import { readChoice, writeChoice } from './call-view.ts';
import { carriedOf, despiteOf, isPast, pastFlagFields, showPastFlag } from './past-flag.ts';
import { takeCalls } from './permissions.ts';
import { whenTold } from './told.ts';
import { reasonError } from './words.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const mark = Type.Optional(Type.String({ maxLength: 80 }));
const role = Type.Optional(Type.String({ maxLength: 40 }));

/** How many places are shown: the best, then by time. */
const most = 12;

/** Two clinicians at once, as one offer: who joins is asked for by role, and both are booked or neither. */
export function jointRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  route(app, {
    method: 'GET',
    url: '/calls/:id/joint',
    permission: takeCalls,
    audit: 'see-joint-places',
    schema: { params, querystring: Type.Object({ role }) },
    handler: async ({ context, params: { id }, query }, reply) => show(context, reply, { id, at: now(), ...query }),
  });
  route(app, {
    method: 'POST',
    url: '/calls/:id/joint',
    permission: takeCalls,
    audit: 'book-joint-visit',
    schema: {
      params,
      body: Type.Object({
        key: Type.String({ minLength: 8, maxLength: 80 }),
        ...{ role, state: mark, page: mark, pair: Type.Optional(Type.String({ maxLength: 130 })) },
        ...{ offer: mark, ...pastFlagFields },
      }),
    },
    handler: async ({ context, params: { id }, body }, reply) => {
      const at = now();
      const [, offer, secondSessionId] = /^(.+)~([0-9a-f-]{36})$/.exec(body.pair ?? '') ?? [];
      const choice = readChoice(offer);
      if (choice === undefined || secondSessionId === undefined) {
        const errors = [{ text: 'Choose one of the times first', href: '#pair' }];
        return show(context, reply.code(422), { id, at, role: body.role, errors });
      }
      const { key, state, page } = body;
      const chosen = { ...choice, key, state, page, secondSessionId, despite: despiteOf(body), now: at };
      const booked = await bookCall(context, id, chosen);
      if (booked.ok) return reply.redirect(`/calls/${id}`, 303);
      const reason = booked.error;
      if (isPast(reason)) {
        const given = { ...body, offer, choice, to: 'joint', carried: carriedOf(body) };
        return showPastFlag(context, reply, { id, now: at, given, reason });
      }
      if (reason.kind === 'not-there') return onwards(context, reply, { id, now: at, done: booked });
      return show(context, reply.code(422), { id, at, role: body.role, errors: [reasonError(reason)] });
    },
  });
}

interface Shown {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly role?: string | undefined;
  readonly errors?: readonly object[];
}

async function show(context: Context, reply: FastifyReply, { errors, ...shown }: Shown): Promise<FastifyReply> {
  const view = await transaction(context, (tx) => viewOf(tx, shown));
  if (view === undefined)
    return reply.problem(404, 'That request is not there', 'It may belong to a practice you do not see.');
  if (!('roles' in view)) return reply.redirect(`/calls/${shown.id}`, 303);
  return reply.page('access/views/joint.njk', { ...view, errors });
}

async function viewOf(tx: Tx, { id, at, role: wanted }: Omit<Shown, 'errors'>): Promise<object | undefined> {
  const call = await callById(tx, id, at);
  if (call === undefined) return undefined;
  const { places, patient, request, flags, clinicianRoles } = call;
  const notYet = notYetBookable({ ...request, flags, questionOpen: questionOpen(call) });
  if (places === undefined || patient === undefined || notYet !== undefined) return {};
  const joins = clinicianRoles.find(({ code }) => code === wanted);
  const found = joins && (await jointPlaces(tx, joins.code, { ...places, patientId: patient.id }));
  return {
    ...{ request, patient, key: randomUUIDv7(), page: randomUUIDv7(), shown: shownState(request) },
    ...{ roles: clinicianRoles.map(({ code, name }) => ({ value: code, text: name })), role: wanted ?? 'nurse', joins },
    pairs: found?.slice(0, most).map((one) => pairOf(one, at)),
    more: Math.max(0, (found?.length ?? 0) - most),
  };
}

function pairOf({ first, second }: JointOpening, at: Temporal.Instant): { value: string; text: string; hint: string } {
  const startsAt = Temporal.Instant.fromEpochMilliseconds(first.startsAt);
  const when = whenTold({ ...windowed(first.window), startsAt }, at);
  return {
    value: `${writeChoice(first)}~${second.session.id}`,
    text: `${when.charAt(0).toUpperCase()}${when.slice(1)}: ${calledBy(first.session)} with ${calledBy(second.session)}`,
    hint: `${first.session.placeName}, ${modeWords(first.session.mode)}, ${first.minutes} min${first.inTime ? '' : ', late'}`,
  };
}
