import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { showPhone } from '#kernel/phone.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import type { EdgeParts } from '#platform/http/edge.ts';
import { route } from '#platform/http/routes.ts';
import { confirmOverflow, progressVisit, stopRoutine } from '../commands/progress.ts';
import { myDay, whyYou, type MyDay, type Stands } from '../my-day.ts';
import { openDutyQuestions } from '../queries/duty.ts';
import { anythingElse } from '../protocol/protocol.ts';
import { protocolAt } from '../queries/guidance.ts';
import { handBackCounts, myHandBacks } from '../queries/hand-back.ts';
import {
  type ListedVisit,
  type OwnSession,
  myCounts,
  myList,
  myDecisions,
  mySessions,
  supervisedBy,
} from '../queries/my-day.ts';
import { appointmentKinds } from '../queries/offers.ts';
import { kindAt, type AppointmentKind } from '../plan.ts';
import { flagsForPerson } from '../queries/red-flag.ts';
import { refusalWords } from '../refusal.ts';
import { pronounsFor } from '../request/person.ts';
import { languageWords, modeWords } from '../request/words.ts';
import { answerFlags, seeVisits } from './permissions.ts';
import { clockTold } from './told.ts';
import { owedView } from './owed.ts';

const step = Type.Enum(['arrived', 'started', 'finished', 'did-not-attend', 'back']);

/** A clinician's own day over every practice: the list, the limit, who is next, and the steps of a visit. */
export function myDayRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  const show = async (context: Context, reply: FastifyReply, extra: object = {}): Promise<FastifyReply> => {
    const view = await transaction(context, (tx) => viewOfMyDay(tx, context, now()));
    return reply.page('access/views/my-day.njk', { ...view, ...extra });
  };
  route(app, {
    method: 'GET',
    url: '/my-day',
    permission: answerFlags,
    audit: 'see-my-day',
    schema: {},
    handler: async ({ context }, reply) => show(context, reply),
  });
  route(app, {
    method: 'POST',
    url: '/my-day/routine',
    permission: answerFlags,
    audit: 'stop-routine',
    schema: { body: Type.Object({ routine: Type.Enum(['stop', 'open']) }) },
    handler: async ({ context, body }, reply) => {
      const done = await stopRoutine(context, body.routine === 'stop');
      if (done.ok) return reply.redirect('/my-day', 303);
      return show(context, reply.code(422), { errors: [{ text: refusalWords[done.error] }] });
    },
  });
  route(app, {
    method: 'POST',
    url: '/visits/:booking/confirm-overflow',
    permission: answerFlags,
    audit: 'confirm-overflow',
    schema: { params: Type.Object({ booking: Type.String({ format: 'uuid' }) }) },
    handler: async ({ context, params: { booking } }, reply) => {
      const done = await confirmOverflow(context, booking);
      if (done.ok) return reply.redirect('/my-day', 303);
      if (done.error === 'not-there')
        return reply.problem(404, 'That visit is not there', 'It may belong to a practice you do not see.');
      return reply.problem(409, 'Not confirmed', 'Only the clinician who is said to have decided it confirms it.');
    },
  });
  route(app, {
    method: 'POST',
    url: '/visits/:booking/progress',
    permission: seeVisits,
    audit: 'progress-visit',
    schema: {
      params: Type.Object({ booking: Type.String({ format: 'uuid' }) }),
      body: Type.Object({ step, from: Type.Optional(Type.Literal('my-day')) }),
    },
    handler: async ({ context, params: { booking }, body }, reply) => {
      const done = await progressVisit(context, { id: booking, step: body.step });
      const to = body.from === 'my-day' ? '/my-day' : `/visits/${booking}`;
      if (done.ok) return reply.redirect(to, 303);
      if (done.error === 'hand-back-first') return reply.redirect(`/visits/${booking}/hand-back`, 303);
      if (done.error === 'not-there')
        return reply.problem(404, 'That visit is not there', 'It may belong to a practice you do not see.');
      const errors = [{ text: refusalWords[done.error] }];
      if (body.from === 'my-day') return show(context, reply.code(422), { errors });
      return reply.problem(409, 'Not done', refusalWords[done.error]);
    },
  });
}

async function viewOfMyDay(
  tx: Tx,
  { actor: { personId: me, groupId } }: Context,
  now: Temporal.Instant,
): Promise<object> {
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  const counts = await myCounts(tx, today);
  const visits = await myList(tx, today);
  const { contacts = 0, limit = null, stoppedAt = null } = counts ?? {};
  const sessions = await mySessions(tx, today);
  const kinds = await appointmentKinds(tx);
  const takesPatients = new Set(kinds.filter((kind) => kind.takesPatients).map(({ code }) => code));
  const day = myDay({ visits, sessions, takesPatients, contacts, limit, stopped: stoppedAt !== null, now });
  const handBacks = new Map((await myHandBacks(tx, today)).map((one) => [one.bookingId, one.handBackId]));
  const { reasons } = await protocolAt(tx, now);
  const rows = visits.map((visit) => ({
    ...rowOf(visit, day.stands.get(visit.id) ?? 'to-come', now),
    aboutSays: reasons.find(({ id }) => id === visit.about && id !== anythingElse)?.name,
    handsBack: handBacks.has(visit.id),
    handBackId: handBacks.get(visit.id) ?? null,
  }));
  return {
    now,
    phoneOf: showPhone,
    known: counts !== undefined,
    day,
    stoppedAt,
    cells: cellsOf(day),
    elsewhere: counts?.elsewhere ?? 0,
    oldBook: counts?.oldBook ?? null,
    oldBookAsOf: counts?.oldBookAsOf ?? null,
    over: rows.filter(({ stands }) => stands === 'seen' || stands === 'did-not-attend'),
    rows: rows.filter(({ stands }) => stands !== 'seen' && stands !== 'did-not-attend'),
    firstStart: visits[0]?.startsAt ?? null,
    ...supervisionOf(keptOf(sessions, kinds, now), await supervisedBy(tx, today)),
    flags: me === null ? 0 : await flagsForPerson(tx, me),
    ...(await owedView(tx, { groupId, now })),
    handBacks: await handBackCounts(tx),
    decisions: await myDecisions(tx),
    asked: (await openDutyQuestions(tx)).filter(({ askedPersonId }) => askedPersonId === me),
  };
}

/** Kept time and supervision, and the minutes of supervision that no plan of the day sets aside. */
function supervisionOf(kept: ReturnType<typeof keptOf>, supervised: Awaited<ReturnType<typeof supervisedBy>>): object {
  const needed = supervised.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
  const aside = kept.reduce((sum, { code, minutes }) => sum + (code === 'supervision' ? minutes : 0), 0);
  return { kept, supervised, supervisionShort: Math.max(0, needed - aside) };
}

/** What of the day's plans is kept from patients, in order of time: supervision, e-consultations, blocked time. */
function keptOf(
  sessions: readonly OwnSession[],
  kinds: readonly AppointmentKind[],
  now: Temporal.Instant,
): { readonly code: string; readonly minutes: number; readonly [shown: string]: unknown }[] {
  return sessions.flatMap(({ plan, startsAt }) =>
    (plan ?? []).flatMap((part) => {
      const kind = kinds.find(({ code }) => code === kindAt(part, now.epochMilliseconds));
      if (kind === undefined || kind.takesPatients) return [];
      const start = Temporal.Instant.fromEpochMilliseconds(startsAt);
      return [
        {
          ...{ name: kind.name, code: kind.code, minutes: part.to - part.from },
          ...{ from: start.add({ minutes: part.from }), to: start.add({ minutes: part.to }) },
        },
      ];
    }),
  );
}

function rowOf(
  visit: ListedVisit,
  stands: Stands,
  now: Temporal.Instant,
): { readonly stands: Stands; readonly [shown: string]: unknown } {
  const { their } = pronounsFor(visit.sex);
  const late = visit.finishedAt ? Math.round(visit.endsAt.until(visit.finishedAt).total('minutes')) : 0;
  return {
    ...visit,
    stands,
    begun: Temporal.Instant.compare(visit.startsAt, now) <= 0,
    why: whyYou({ ...visit, their }),
    how: visit.mode === 'face_to_face' ? null : modeWords(visit.mode),
    told: visit.windowFrom === null ? null : clockTold(visit),
    overdue:
      visit.windowUntil !== null &&
      (stands === 'next' || stands === 'to-come') &&
      Temporal.Instant.compare(visit.windowUntil, now) <= 0,
    number: visit.callerPhone ?? visit.phone,
    speaks: visit.language === 'en' ? null : languageWords(visit.language),
    overran: late >= 5 ? late : null,
  };
}

/** The day as cells: one for each contact in its order, then what may still be booked, up to the safe limit. */
function cellsOf({ stands, free, limit, contacts, overflow }: MyDay): string[] {
  const booked = [...stands.values()].map((one) => (one === 'now' ? 'next' : one));
  const closed = Math.max(0, (limit ?? contacts) - contacts - free);
  return [...booked, ...Array<string>(free).fill('free'), ...Array<string>(closed).fill('closed')].slice(
    0,
    Math.max(limit ?? 0, contacts) + overflow,
  );
}
