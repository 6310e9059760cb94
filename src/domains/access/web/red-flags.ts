import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { showPhone } from '#kernel/phone.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import type { EdgeParts } from '#platform/http/edge.ts';
import { route } from '#platform/http/routes.ts';
import type { AskedOfWords } from '../commands/clinician-words.ts';
import { answerDuty } from '../commands/duty-question.ts';
import { acknowledge, close, giveBack } from '../commands/flag.ts';
import { urgencyByProtocol } from '../commands/send-back.ts';
import { safeContactOf } from '../queries/contact.ts';
import { clinicianRoles } from '../queries/override.ts';
import { protocolAt } from '../queries/guidance.ts';
import { helpOf } from '../queries/help.ts';
import { openDutyQuestions } from '../queries/duty.ts';
import { requestById } from '../queries/request.ts';
import { flagCard, openFlags, type Flag } from '../queries/red-flag.ts';
import { redFlagCategories } from '../red-flag/categories/all.ts';
import { dangers } from '../red-flag/judged.ts';
import { awayOf } from '../request/away.ts';
import { channels } from '../request/request.ts';
import { sendsFor } from '../request/rescue.ts';
import { answerFlags } from './permissions.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
/** What a clinician says of words of their own that may mean danger, and which kinds of danger they were asked about. */
const askedOfWords = {
  heard: Type.Optional(Type.Enum(['raise', 'as-it-is'])),
  of: Type.Optional(Type.String({ maxLength: 1000 })),
};

function askedIn({ heard, of = '' }: { heard?: 'raise' | 'as-it-is'; of?: string }): AskedOfWords | undefined {
  return heard && { choice: heard, of: of.split(' ') };
}

const gone = [
  'That red flag is not there',
  'It may have been closed, or belong to a practice you do not answer for.',
] as const;

/** Open red flags for the clinicians who answer them, and questions put to the duty clinician. */
export function flagRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  const show = async (context: Context, reply: FastifyReply, extra: object = {}): Promise<FastifyReply> => {
    const view = await viewOfFlags(context, now());
    return reply.page('access/views/red-flags.njk', { ...view, ...extra });
  };
  route(app, {
    method: 'GET',
    url: '/red-flags',
    permission: answerFlags,
    audit: 'see-red-flags',
    schema: {},
    handler: async ({ context }, reply) => show(context, reply),
  });
  route(app, {
    method: 'POST',
    url: '/red-flags/:id/acknowledge',
    permission: answerFlags,
    audit: 'acknowledge-red-flag',
    schema: { params, body: Type.Object({}) },
    handler: async ({ context, params: { id } }, reply) => {
      const seen = await acknowledge(context, id);
      return seen.ok ? reply.redirect('/red-flags', 303) : reply.problem(404, ...gone);
    },
  });
  route(app, {
    method: 'POST',
    url: '/red-flags/:id/give-back',
    permission: answerFlags,
    audit: 'give-back-red-flag',
    schema: { params, body: Type.Object({}) },
    handler: async ({ context, params: { id } }, reply) => {
      const given = await giveBack(context, { id, now: now() });
      return given.ok ? reply.redirect('/red-flags', 303) : reply.problem(404, ...gone);
    },
  });
  closeRoute(app, now, show);
  route(app, {
    method: 'POST',
    url: '/duty-questions/:id/answer',
    permission: answerFlags,
    audit: 'answer-duty-question',
    schema: { params, body: Type.Object({ answer: Type.String({ maxLength: 2000 }), ...askedOfWords }) },
    handler: async ({ context, params: { id }, body }, reply) => {
      const answered = await answerDuty(context, id, { answer: body.answer, asked: askedIn(body), now: now() });
      if (answered.ok) return reply.redirect('/red-flags', 303);
      if (answered.error.kind === 'not-there')
        return reply.problem(404, 'That question is not there', 'Somebody may have answered it already.');
      if (answered.error.kind === 'may-mean-danger')
        return show(context, reply.code(422), { heard: answered.error.found, opened: id, fields: body });
      return show(context, reply.code(422), { errors: [{ text: 'Write an answer', href: `#answer-${id}` }] });
    },
  });
}

type Show = (context: Context, reply: FastifyReply, extra?: object) => Promise<FastifyReply>;

function closeRoute(app: FastifyInstance, now: () => Temporal.Instant, show: Show): void {
  route(app, {
    method: 'POST',
    url: '/red-flags/:id/close',
    permission: answerFlags,
    audit: 'close-red-flag',
    schema: {
      params,
      body: Type.Object({
        note: Type.String({ maxLength: 2000 }),
        next: Type.Enum(['ended', 'waiting']),
        danger: Type.Optional(Type.Enum([...dangers])),
        urgency: Type.Optional(Type.String({ maxLength: 60 })),
        role: Type.Optional(Type.String({ maxLength: 60 })),
        ...askedOfWords,
      }),
    },
    handler: async ({ context, params: { id }, body }, reply) => {
      const { note, next, danger, urgency = '', role = '' } = body;
      const wanted = { note, next, danger, back: { urgency, role }, asked: askedIn(body), now: now() };
      const closed = await close(context, id, wanted);
      if (closed.ok) return reply.redirect('/red-flags', 303);
      if (closed.error.kind === 'not-there') return reply.problem(404, ...gone);
      if (closed.error.kind === 'may-mean-danger')
        return show(context, reply.code(422), { heard: closed.error.found, opened: id, fields: body });
      const errors = [
        {
          note: { text: 'Say what you did before you close it', href: `#note-${id}` },
          danger: { text: 'Say whether it was a danger', href: `#danger-${id}` },
          by: { text: 'Choose by when they are booked', href: `#urgency-${id}` },
        }[closed.error.kind],
      ];
      return show(context, reply.code(422), { errors, opened: id, fields: body });
    },
  });
}

async function viewOfFlags(context: Context, now: Temporal.Instant): Promise<object> {
  return transaction(context, async (tx) => {
    const byRequest = Map.groupBy(await openFlags(tx), ({ requestId }) => requestId);
    const rows = [];
    for (const flags of byRequest.values()) rows.push(...(await rowOf(tx, flags, { context, now })));
    const waiting = rows.filter(({ seen }) => !seen);
    return {
      now,
      phoneOf: showPhone,
      back: await backShown(tx, now),
      waiting,
      people: new Set(waiting.map(({ patientId, requestId }) => patientId ?? requestId)).size,
      seen: rows.filter(({ seen }) => seen),
      mine: waiting.filter(({ isMine }) => isMine).length,
      questions: await openDutyQuestions(tx),
    };
  });
}

/** What a request that goes back may be given: the urgencies of the protocol in force, and the roles. */
async function backShown(tx: Tx, now: Temporal.Instant): Promise<object> {
  const protocol = await protocolAt(tx, now);
  const roles = await clinicianRoles(tx);
  return {
    urgencies: [{ value: '', text: 'Choose' }, ...protocol.bands.map(({ id, name }) => ({ value: id, text: name }))],
    roles: [{ value: '', text: 'Whoever fits' }, ...roles.map(({ code, name }) => ({ value: code, text: name }))],
  };
}

interface Row {
  readonly seen: boolean;
  readonly isMine: boolean;
  readonly requestId: string;
  readonly patientId: string | null;
}

/** The flags of one request as one row: whoever answers it answers for all of them. */
async function rowOf(
  tx: Tx,
  flags: readonly Flag[],
  { context: { actor }, now }: { context: Context; now: Temporal.Instant },
): Promise<Row[]> {
  const [first] = flags;
  if (first === undefined) return [];
  const waiting = flags.find(({ acknowledgedAt }) => acknowledgedAt === null);
  const shown = waiting ?? first;
  const card = await flagCard(tx, first);
  const safe = await safeContactOf(tx, { requestId: first.requestId, patientId: card?.patientId ?? null });
  // The card is the audited read of it. Of a request that went on here from elsewhere nothing else is seen.
  const request = await requestById(tx, first.requestId, { again: true });
  const row = {
    ...shown,
    byProtocol: request && (await urgencyByProtocol(tx, request, now)),
    seen: waiting === undefined,
    isMine: shown.askedPersonId !== null && shown.askedPersonId === actor.personId,
    isHeldByMe: flags.some(({ acknowledgedById }) => acknowledgedById !== null && acknowledgedById === actor.personId),
    isSoft: flags.every(({ softened, withdrawnAt }) => softened || withdrawnAt !== null),
    flags: flags.map((flag) => ({
      ...flag,
      name: redFlagCategories.find(({ id }) => id === flag.category)?.name ?? flag.category,
    })),
    card,
    help: (await helpOf(tx, [first.id])).get(first.requestId) ?? [],
    away: card && awayOf(card, first.raisedAt),
    sends: sendsFor(flags.map(({ level, category }) => ({ level, category: { id: category } }))),
    came: card && channels[card.channel],
    safe,
  };
  return [row];
}
