import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { transaction, type Context } from '#platform/db/transaction.ts';
import type { EdgeParts } from '#platform/http/edge.ts';
import { route } from '#platform/http/routes.ts';
import { keptForms } from '#platform/auth/kept-form.ts';
import { broughtBack } from './brought-back.ts';
import { ringWords } from './ring.ts';
import { answerQuestion, takeBackAnswer } from '../../commands/answer.ts';
import { askOnline, keepTimes, ringMe, sayAnew } from '../../commands/online.ts';
import { endCall, keepSafeContact } from '../../commands/finish.ts';
import { levelToday, mayAskFor, onlineById, openHoursOf, type Online } from '../../queries/online.ts';
import { stops } from '../../request/request.ts';
import { ownCare } from './permissions.ts';
import { stepOf, viewOfOnline } from './view.ts';

const params = Type.Object({ request: Type.String({ format: 'uuid' }) });
const words = Type.Optional(Type.String({ maxLength: 10_000 }));
const kept = Type.Optional(Type.String({ maxLength: 40 }));
const notThere = [
  'That request is not there',
  'It may have been made by somebody else. Go back to your appointments.',
] as const;

/** Asking for help: what is wrong in their words, red flags first, a question at a time, then what happens next and by when. */
export function askRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  const showForm = async (
    context: Context,
    reply: FastifyReply,
    filled: { for?: string | undefined; words?: string; errors?: object[]; kept?: string | undefined },
  ) => {
    const view = await transaction(context, async (tx) => ({
      people: await mayAskFor(tx),
      level: await levelToday(tx, context.actor.practiceId),
      ring: ringWords(await openHoursOf(tx, context.actor.practiceId), now()),
    }));
    return reply.page('access/views/my/ask.njk', {
      ...view,
      ...filled,
      who: view.people.map(({ id, name, relation }) => ({ value: id, text: relation === null ? `Me, ${name}` : name })),
      black: view.level.practice === 'black' || view.level.group === 'black',
      chosen: filled.for ?? (view.people.length === 1 ? view.people[0]?.id : undefined),
    });
  };
  route(app, {
    method: 'GET',
    url: '/my/ask',
    permission: ownCare,
    audit: 'see-ask',
    schema: { querystring: Type.Object({ for: Type.Optional(Type.String({ format: 'uuid' })), kept }) },
    handler: async ({ context, query }, reply) => {
      const back = await broughtBack(context, query.kept);
      return showForm(context, reply, {
        for: back?.['for'] ?? query.for,
        words: back?.['words'] ?? '',
        kept: back && query.kept,
      });
    },
  });
  route(app, {
    method: 'POST',
    url: '/my/ask',
    permission: ownCare,
    audit: 'ask-online',
    schema: { body: Type.Object({ for: Type.Optional(Type.String({ maxLength: 40 })), words, kept }) },
    handler: async ({ context, body }, reply) => {
      const { for: patientId = '', words: said = '' } = body;
      const errors = [
        ...(said.trim() === '' ? [{ text: 'Say what is wrong, in your own words', href: '#words' }] : []),
        ...(/^[0-9a-f-]{36}$/.test(patientId) ? [] : [{ text: 'Choose who needs help', href: '#for' }]),
      ];
      if (errors.length > 0)
        return showForm(context, reply.code(422), { for: patientId, words: said, errors, kept: body.kept });
      const asked = await askOnline(context, { patientId, words: said, now: now() });
      if (!asked.ok)
        return reply.problem(404, 'You cannot ask for that person here', 'Ring the practice: staff help you at once.');
      return reply.redirect(`/my/ask/${asked.value.id}`, 303);
    },
  });
  oneRoutes(app, now);
  answerRoutes(app, now);
}

/** The page of one request: whichever step it has come to. */
function oneRoutes(app: FastifyInstance, now: () => Temporal.Instant): void {
  route(app, {
    method: 'GET',
    url: '/my/ask/:request',
    permission: ownCare,
    audit: 'see-own-request',
    schema: { params, querystring: Type.Object({ gone: Type.Optional(Type.Literal('yes')) }) },
    handler: async ({ context, params: { request }, query }, reply) =>
      showOne(context, reply, { id: request, at: now(), extra: { gone: query.gone === 'yes' } }),
  });
  route(app, {
    method: 'POST',
    url: '/my/ask/:request/words',
    permission: ownCare,
    audit: 'say-anew',
    schema: { params, body: Type.Object({ words }) },
    handler: async ({ context, params: { request }, body }, reply) => {
      const said = await sayAnew(context, request, { words: body.words ?? '', now: now() });
      if (said.ok) return reply.redirect(`/my/ask/${request}`, 303);
      const errors = [{ text: 'Say what is wrong, in your own words', href: '#words' }];
      return showOne(context, reply.code(422), { id: request, at: now(), extra: { errors, changing: true } });
    },
  });
  route(app, {
    method: 'GET',
    url: '/my/ask/:request/words',
    permission: ownCare,
    audit: 'see-own-request',
    schema: { params },
    handler: async ({ context, params: { request } }, reply) =>
      showOne(context, reply, { id: request, at: now(), extra: { changing: true } }),
  });
  route(app, {
    method: 'POST',
    url: '/my/ask/:request/safe',
    permission: ownCare,
    audit: 'say-how-to-reach',
    schema: { params, body: Type.Object({ how: Type.String({ maxLength: 2000 }) }) },
    handler: async ({ context, params: { request }, body }, reply) => {
      await keepSafeContact(context, request, { how: body.how, now: now() });
      return reply.redirect(`/my/ask/${request}`, 303);
    },
  });
}

function answerRoutes(app: FastifyInstance, now: () => Temporal.Instant): void {
  const question = Type.String({ maxLength: 80 });
  route(app, {
    method: 'POST',
    url: '/my/ask/:request/answer',
    permission: ownCare,
    audit: 'answer-online',
    schema: { params, body: Type.Object({ question, said: Type.Optional(Type.Enum(['yes', 'no'])) }) },
    handler: async ({ context, params: { request }, body }, reply) => {
      if (body.said === undefined) {
        const errors = [{ text: 'Choose yes or no', href: '#said' }];
        return showOne(context, reply.code(422), { id: request, at: now(), extra: { errors } });
      }
      const { question: questionId, said } = body;
      await answerQuestion(context, request, { questionId, said, now: now() });
      return reply.redirect(`/my/ask/${request}`, 303);
    },
  });
  route(app, {
    method: 'POST',
    url: '/my/ask/:request/take-back',
    permission: ownCare,
    audit: 'take-back-online',
    schema: { params, body: Type.Object({ question }) },
    handler: async ({ context, params: { request }, body }, reply) => {
      await takeBackAnswer(context, request, { questionId: body.question, now: now() });
      return reply.redirect(`/my/ask/${request}`, 303);
    },
  });
  route(app, {
    method: 'POST',
    url: '/my/ask/:request/times',
    permission: ownCare,
    audit: 'keep-times',
    schema: { params },
    handler: async ({ context, params: { request } }, reply) => {
      await keepTimes(context, request, now());
      return reply.redirect(`/my/ask/${request}/choose`, 303);
    },
  });
  route(app, {
    method: 'POST',
    url: '/my/ask/:request/enough',
    permission: ownCare,
    audit: 'end-own-request',
    schema: { params, body: Type.Object({ outcome: Type.String({ maxLength: 40 }) }) },
    handler: async ({ context, params: { request }, body }, reply) => {
      await endCall(context, request, { outcome: body.outcome, now: now() });
      return reply.redirect('/my', 303);
    },
  });
  route(app, {
    method: 'POST',
    url: '/my/ask/:request/leave',
    permission: ownCare,
    audit: 'leave-with-practice',
    schema: { params },
    handler: async ({ context, params: { request } }, reply) => {
      await ringMe(context, request, { phone: '', note: '', kind: 'will-answer', now: now() });
      return reply.redirect(`/my/ask/${request}`, 303);
    },
  });
}

/** Draws the step a request has come to; `extra` is what the act before it left. */
async function showOne(
  context: Context,
  reply: FastifyReply,
  { id, at, extra = {} }: { id: string; at: Temporal.Instant; extra?: Readonly<Record<string, unknown>> },
): Promise<FastifyReply> {
  const online = await transaction(context, (tx) => onlineById(tx, id, at));
  if (online === undefined) return reply.problem(404, ...notThere);
  const unsent = (await keptForms(context.db, context.actor.patientId ?? '')).length > 0;
  const step = extra['changing'] === true && isMine(online) ? 'words' : stepOf(online);
  if (step === 'booked' && online.booking) return reply.redirect(`/my/visits/${online.booking.id}`, 303);
  return reply.page(`access/views/my/${step}.njk`, { ...viewOfOnline(online, at), unsent, ...extra });
}

/** Whether what was said may still be changed online. */
function isMine({ request, flags }: Online): boolean {
  return request.status !== 'booked' && request.status !== 'ended' && !flags.some(stops);
}
