import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { transaction, type Context } from '#platform/db/transaction.ts';
import type { EdgeParts } from '#platform/http/edge.ts';
import { route } from '#platform/http/routes.ts';
import { startCall, takeCall } from '../commands/start.ts';
import { handBackCounts } from '../queries/hand-back.ts';
import { flagsForPerson } from '../queries/red-flag.ts';
import { practicesTakenFor, queue, queueLimit, queueState, type Waiting } from '../queries/request.ts';
import { redFlagCategory } from '../red-flag/red-flag.ts';
import { channels, heldByOther } from '../request/request.ts';
import { unscreened } from '../unscreened.ts';
import { takeCalls } from './permissions.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });

/** The queue, starting a request and taking one in hand. */
export function queueRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  const show = async (context: Context, reply: FastifyReply, extra: object = {}): Promise<FastifyReply> =>
    reply.page('access/views/calls.njk', { ...(await viewOfQueue(context, now())), ...extra });
  route(app, {
    method: 'GET',
    url: '/calls',
    permission: takeCalls,
    audit: 'see-queue',
    schema: { querystring: Type.Object({ practice: Type.Optional(Type.String({ maxLength: 10 })) }) },
    handler: async ({ context, query }, reply) =>
      reply.page('access/views/calls.njk', await viewOfQueue(context, now(), query.practice)),
  });
  route(app, {
    method: 'POST',
    url: '/calls',
    permission: takeCalls,
    audit: 'start-request',
    schema: {
      body: Type.Object({
        channel: Type.Enum(['telephone', 'desk', 'online', '111', 'referral']),
        practice: Type.Optional(Type.String({ maxLength: 10 })),
        phone: Type.Optional(Type.String({ maxLength: 30 })),
      }),
    },
    handler: async ({ context, body }, reply) => {
      const started = await startCall(context, {
        channel: body.channel,
        practiceId: body.practice,
        callerPhone: body.phone,
      });
      if (started.ok) return reply.redirect(`/calls/${started.value}`, 303);
      const text = {
        phone: 'That telephone number cannot be read',
        'no-practice': 'Choose a practice whose requests you take',
      }[started.error.kind];
      const href = started.error.kind === 'phone' ? '#phone' : '#practice';
      return show(context, reply.code(422), { errors: [{ text, href }], given: body });
    },
  });
  route(app, {
    method: 'POST',
    url: '/calls/:id/take',
    permission: takeCalls,
    audit: 'take-request',
    schema: { params, body: Type.Object({ over: Type.Optional(Type.Literal('yes')) }) },
    handler: async ({ context, params: { id }, body }, reply) => {
      const taken = await takeCall(context, id, { over: body.over === 'yes', now: now() });
      if (!taken.ok && taken.error.kind === 'not-there')
        return reply.problem(404, 'That request is not there', 'It may belong to a practice you do not see.');
      return reply.redirect(`/calls/${id}`, 303);
    },
  });
  nextRoute(app, now);
}

/** Takes the request that needs somebody next: free, and not resting until somebody is tried again. */
function nextRoute(app: FastifyInstance, now: () => Temporal.Instant): void {
  route(app, {
    method: 'POST',
    url: '/calls/next',
    permission: takeCalls,
    audit: 'take-next-request',
    schema: { body: Type.Object({}) },
    handler: async ({ context }, reply) => {
      const at = now();
      const waiting = unreadFirst(await transaction(context, (tx) => queue(tx)));
      const me = context.actor.personId;
      const free = waiting.filter(
        (one) => one.status === 'waiting' && !heldByOther(one, { me, now: at }) && !restsUntilLater(one, at),
      );
      for (const { id } of free.slice(0, 5)) {
        if ((await takeCall(context, id, { over: false, now: at })).ok) return reply.redirect(`/calls/${id}`, 303);
      }
      return reply.redirect('/calls', 303);
    },
  });
}

async function viewOfQueue(context: Context, now: Temporal.Instant, practice?: string): Promise<object> {
  return transaction(context, async (tx) => {
    const rows = unreadFirst(await queue(tx, practice));
    const practices = await practicesTakenFor(tx);
    const me = context.actor.personId;
    return {
      now,
      me,
      practices,
      home: context.actor.practiceId,
      only: practice !== undefined && (practices.find(({ id }) => id === practice)?.name ?? practice),
      manyPractices: practices.length > 1,
      onlyId: practice,
      state: await queueState(tx, now, practice),
      handBacks: await handBackCounts(tx, practice),
      flagsForMe: context.actor.role === 'clinician' && me !== null ? await flagsForPerson(tx, me) : 0,
      full: rows.length === queueLimit,
      rows: rows.map((row) => ({
        ...row,
        ...handsOf(row, { me, now }),
        hidden: row.categories.some((category) => redFlagCategory(category).safeContactFirst),
        // What raised the flag is what is read first: it may stand in the notes, or past what a row has room for.
        heard: row.matched !== null && !row.words.toLowerCase().includes(row.matched.toLowerCase()) ? row.matched : '',
        channelSays: channels[row.channel],
        rests: restsUntilLater(row, now),
        carried: !londonDay(row.receivedAt).equals(londonDay(now)),
        late: row.answerBy !== null && Temporal.Instant.compare(row.answerBy, now) < 0,
        near: row.warnAt !== null && Temporal.Instant.compare(row.warnAt, now) <= 0,
      })),
    };
  });
}

/** Behind the red flags come those nobody has looked at and the screening may not have heard: there may be danger in them. */
function unreadFirst(rows: readonly Waiting[]): (Waiting & { unread: boolean })[] {
  const order = ({ status, takenBy, unread }: Waiting & { unread: boolean }): number =>
    status === 'red_flag' ? 0 : takenBy === null && status === 'waiting' && unread ? 1 : 2;
  return rows
    .map((row) => ({ ...row, unread: unscreened({ texts: [row.words], patient: undefined }) !== undefined }))
    .toSorted((a, b) => order(a) - order(b));
}

/** Whether somebody rests for now: on the waiting list with no place to offer, or not reached and to be tried again later. */
function restsUntilLater({ tryAgainAt, promisedBy, offeredUntil, warnAt }: Waiting, now: Temporal.Instant): boolean {
  const near = warnAt !== null && Temporal.Instant.compare(warnAt, now) <= 0;
  if (promisedBy !== null && offeredUntil === null && !near) return true;
  return tryAgainAt !== null && Temporal.Instant.compare(tryAgainAt, now) > 0;
}

const londonDay = (at: Temporal.Instant): Temporal.PlainDate => at.toZonedDateTimeISO('Europe/London').toPlainDate();

/** In whose hands a request is, and what pressing its row does. */
function handsOf(row: Waiting, looking: { me: string | null; now: Temporal.Instant }): object {
  const held = heldByOther(row, looking);
  const mine = row.takenBy === looking.me && row.takenAt !== null;
  return { held, mine, act: held || row.status === 'red_flag' ? 'Look' : mine ? 'Go on' : 'Take' };
}
