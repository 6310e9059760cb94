import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import type { EdgeParts } from '#platform/http/edge.ts';
import { route } from '#platform/http/routes.ts';
import {
  acknowledgeHandBack,
  closePartOf,
  correctHandBack,
  finishWithHandBack,
  handOverResult,
  passAskOn,
  type HandBackRefused,
} from '../commands/hand-back.ts';
import { readAskedOf, readHandBack, rowsOnForm, type Fault } from '../hand-back.ts';
import { handBackOfVisit, visitToHandBack } from '../queries/hand-back.ts';
import { refusalWords } from '../refusal.ts';
import { formView, pageView } from './hand-back-view.ts';
import { answerFlags, seeVisits } from './permissions.ts';

const booking = Type.String({ format: 'uuid' });
const params = Type.Object({ booking });
const partParams = Type.Object({ booking, part: Type.String({ format: 'uuid' }) });
const text = (maxLength: number) => Type.Optional(Type.String({ maxLength }));
const written = Type.Object({
  outcome: Type.Enum(['hand-back', 'nothing']),
  done: text(10_000),
  reason: text(1000),
  ...Object.fromEntries(
    Array.from({ length: rowsOnForm }, (_, n) => n + 1).flatMap((n) => [
      [`ask-${n}-what`, text(1000)],
      [`ask-${n}-of`, text(60)],
      [`ask-${n}-by`, text(20)],
      [`result-${n}-test`, text(500)],
      [`result-${n}-owner`, text(60)],
      [`result-${n}-by`, text(20)],
    ]),
  ),
});

const gone = [
  'That hand-back is not there',
  'It may be settled, or belong to a visit of a practice you do not see.',
] as const;

const todayOf = (now: Temporal.Instant): Temporal.PlainDate => now.toZonedDateTimeISO('Europe/London').toPlainDate();

/** What a page shows again after something was refused. */
interface Again {
  readonly id: string;
  readonly given?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly { text: string; href?: string }[];
  /** The part whose form was refused. */
  readonly opened?: string;
}

/** The hand-back of a visit: writing it as the visit is finished, and everything that is done with it afterwards. */
export function handBackRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  const show = async (context: Context, reply: FastifyReply, again: Again): Promise<FastifyReply> => {
    const page = await transaction(context, (tx) => pageOf(tx, { context, again, now: now() }));
    return page ? reply.page(page.view, page.data) : reply.problem(404, ...gone);
  };
  const answer = async (
    context: Context,
    reply: FastifyReply,
    { id, refused, href, opened }: { id: string; refused: HandBackRefused; href?: string; opened?: string },
  ): Promise<FastifyReply> => {
    if (refused === 'not-there') return reply.problem(404, ...gone);
    const errors = [{ text: wordsOf(refused), ...(href ? { href } : {}) }];
    return show(context, reply.code(422), { id, errors, ...(opened ? { opened } : {}) });
  };
  writingRoutes(app, { now, show, answer });
  route(app, {
    method: 'POST',
    url: '/visits/:booking/hand-back/acknowledge',
    permission: seeVisits,
    audit: 'acknowledge-hand-back',
    schema: { params, body: Type.Object({}) },
    handler: async ({ context, params: { booking: id } }, reply) => {
      const done = await acknowledgeHandBack(context, id);
      return done.ok ? reply.redirect('/hand-backs', 303) : answer(context, reply, { id, refused: done.error });
    },
  });
  partRoutes(app, { now, answer });
}

interface Acting {
  readonly now: () => Temporal.Instant;
  readonly show: (context: Context, reply: FastifyReply, again: Again) => Promise<FastifyReply>;
  readonly answer: (
    context: Context,
    reply: FastifyReply,
    refused: { id: string; refused: HandBackRefused; href?: string; opened?: string },
  ) => Promise<FastifyReply>;
}

function writingRoutes(app: FastifyInstance, { now, show, answer }: Acting): void {
  route(app, {
    method: 'GET',
    url: '/visits/:booking/hand-back',
    permission: seeVisits,
    audit: 'see-hand-back',
    schema: { params },
    handler: async ({ context, params: { booking: id } }, reply) => show(context, reply, { id }),
  });
  route(app, {
    method: 'POST',
    url: '/visits/:booking/hand-back',
    permission: answerFlags,
    audit: 'hand-back',
    schema: { params, body: written },
    handler: async ({ context, params: { booking: id }, body }, reply) => {
      const read = readHandBack(body, todayOf(now()));
      if (!read.ok) return show(context, reply.code(422), { id, given: body, errors: read.error.map(errorOf) });
      const done = await finishWithHandBack(context, id, { draft: read.value, now: now() });
      return done.ok ? reply.redirect('/my-day', 303) : answer(context, reply, { id, refused: done.error });
    },
  });
  route(app, {
    method: 'POST',
    url: '/visits/:booking/hand-back/correct',
    permission: answerFlags,
    audit: 'correct-hand-back',
    schema: { params, body: written },
    handler: async ({ context, params: { booking: id }, body }, reply) => {
      const read = readHandBack(body, todayOf(now()));
      const opened = 'correct';
      if (!read.ok) return show(context, reply.code(422), { id, given: body, errors: read.error.map(errorOf), opened });
      const reason = body.reason ?? '';
      const done = await correctHandBack(context, id, { draft: read.value, reason, now: now() });
      if (done.ok) return reply.redirect(`/visits/${id}/hand-back`, 303);
      return answer(context, reply, { id, refused: done.error, href: '#reason', opened });
    },
  });
}

/** Closing an ask or a result, passing an ask on and handing a result over. */
function partRoutes(app: FastifyInstance, { now, answer }: Omit<Acting, 'show'>): void {
  for (const [kind, permission] of [
    ['ask', seeVisits],
    ['result', answerFlags],
  ] as const)
    route(app, {
      method: 'POST',
      url: `/visits/:booking/hand-back/${kind}s/:part/close`,
      permission,
      audit: `close-${kind}`,
      schema: { params: partParams, body: Type.Object({ note: Type.String({ maxLength: 2000 }) }) },
      handler: async ({ context, params: { booking: id, part }, body }, reply) => {
        const done = await closePartOf(context, id, { kind, part, note: body.note, now: now() });
        if (done.ok) return reply.redirect(`/visits/${id}/hand-back`, 303);
        return answer(context, reply, { id, refused: done.error, href: `#note-${part}`, opened: part });
      },
    });
  const change = Type.Object({ to: Type.String({ maxLength: 60 }), reason: Type.String({ maxLength: 1000 }) });
  route(app, {
    method: 'POST',
    url: '/visits/:booking/hand-back/asks/:part/pass',
    permission: seeVisits,
    audit: 'pass-ask-on',
    schema: { params: partParams, body: change },
    handler: async ({ context, params: { booking: id, part }, body }, reply) => {
      const to = readAskedOf(body.to);
      const done = await passAskOn(context, id, { part, to, reason: body.reason, now: now() });
      if (done.ok) return reply.redirect(`/visits/${id}/hand-back`, 303);
      return answer(context, reply, { id, refused: done.error, href: `#reason-${part}`, opened: part });
    },
  });
  route(app, {
    method: 'POST',
    url: '/visits/:booking/hand-back/results/:part/hand-over',
    permission: answerFlags,
    audit: 'hand-over-result',
    schema: { params: partParams, body: change },
    handler: async ({ context, params: { booking: id, part }, body }, reply) => {
      const to = readAskedOf(body.to);
      const ownerId = to?.kind === 'clinician' ? to.clinicianId : '';
      const done =
        ownerId === ''
          ? ({ ok: false, error: 'choice' } as const)
          : await handOverResult(context, id, { part, ownerId, reason: body.reason, now: now() });
      if (done.ok) return reply.redirect(`/my-day`, 303);
      return answer(context, reply, { id, refused: done.error, href: `#reason-${part}`, opened: part });
    },
  });
}

const errorOf = ({ field, text: says }: Fault): { text: string; href: string } => ({ text: says, href: `#${field}` });

function wordsOf(refused: HandBackRefused): string {
  if (refused === 'note') return 'Say what was done, or why';
  if (refused === 'choice') return 'Choose somebody else';
  return refused === 'closed-already' ? 'Somebody has closed it already' : refusalWords[refused];
}

/** The form where one's own visit is not handed back yet, else the hand-back as it stands. */
async function pageOf(
  tx: Tx,
  { context, again, now }: { context: Context; again: Again; now: Temporal.Instant },
): Promise<{ view: string; data: object } | undefined> {
  const { id, ...extra } = again;
  const card = await handBackOfVisit(tx, id);
  if (card) {
    const data = await pageView(tx, { card, context, now });
    return { view: 'access/views/hand-back.njk', data: { ...data, ...extra } };
  }
  const visit = await visitToHandBack(tx, id);
  if (visit === undefined) return undefined;
  return { view: 'access/views/hand-back-form.njk', data: { ...(await formView(tx, visit, now)), ...extra } };
}
