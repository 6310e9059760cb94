import { randomUUIDv7 } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { transaction, type Context } from '#platform/db/transaction.ts';
import type { EdgeParts } from '#platform/http/edge.ts';
import { display, download } from '#platform/http/download.ts';
import { route } from '#platform/http/routes.ts';
import { moveVisit } from '../../commands/move.ts';
import { cancelOwn } from '../../commands/online.ts';
import { windowed } from '../../offer/call-window.ts';
import { calledBy } from '../../offer/words.ts';
import { movable } from '../../queries/move.ts';
import { ownVisit, type OwnVisit } from '../../queries/online.ts';
import { refusalWords } from '../../refusal.ts';
import { broughtBack } from './brought-back.ts';
import { calendarOf } from './calendar.ts';
import { letterOf } from './letter.ts';
import { messageOf, letterFacts } from '../../queries/own-letter.ts';
import { letterPdf } from '#platform/print/letter.ts';
import { readChoice, writeChoice } from '../call-view.ts';
import { ownCare } from './permissions.ts';
import { toldAt, whereOf } from './words.ts';

const params = Type.Object({ visit: Type.String({ format: 'uuid' }) });
const kept = Type.Optional(Type.String({ maxLength: 40 }));
const gone = ['That visit is not there', 'Go back to your appointments and look again.'] as const;

/** A visit of one's own: where and when, moved, cancelled, in the calendar, as a large-print letter. */
export function ownVisitRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  route(app, {
    method: 'GET',
    url: '/my/visits/:visit',
    permission: ownCare,
    audit: 'see-own-visit',
    schema: { params, querystring: Type.Object({ new: Type.Optional(Type.Enum(['yes', 'moved'])) }) },
    handler: async ({ context, params: { visit }, query }, reply) =>
      show(context, reply, 'visit', { id: visit, at: now(), extra: { isNew: query.new } }),
  });
  route(app, {
    method: 'GET',
    url: '/my/visits/:visit/calendar',
    permission: ownCare,
    audit: 'take-calendar-file',
    schema: { params },
    handler: async ({ context, params: { visit } }, reply) => {
      const found = await transaction(context, (tx) => ownVisit(tx, visit));
      if (found === undefined) return reply.problem(404, ...gone);
      return download(reply, 'appointment.ics', calendarOf(found, now()));
    },
  });
  route(app, {
    method: 'GET',
    url: '/my/visits/:visit/letter',
    permission: ownCare,
    audit: 'take-large-print-letter',
    schema: { params },
    handler: async ({ context, params: { visit } }, reply) => {
      const facts = await transaction(context, (tx) => letterFacts(tx, visit));
      if (facts === undefined) return reply.problem(404, ...gone);
      return display(reply, 'your-appointment.pdf', await letterPdf(letterOf(facts, now())));
    },
  });
  moveRoutes(app, now);
  cancelRoutes(app, now);
}

function moveRoutes(app: FastifyInstance, now: () => Temporal.Instant): void {
  const offer = Type.Optional(Type.String({ maxLength: 80 }));
  const showTimes = async (
    context: Context,
    reply: FastifyReply,
    shown: { id: string; chosen?: string | undefined; errors?: object[] },
  ) => {
    const at = now();
    const found = await transaction(context, async (tx) => {
      const visit = await ownVisit(tx, shown.id);
      return visit && { visit, places: await movable(tx, shown.id, at) };
    });
    if (found === undefined) return reply.problem(404, ...gone);
    const { visit, places } = found;
    if (places === undefined)
      return reply.problem(409, 'That visit cannot be moved', 'It is over, or was cancelled or moved before.');
    const near = places.openings.toSorted((a, b) => a.startsAt - b.startsAt);
    const chosen = near.find((one) => writeChoice(one) === shown.chosen);
    const rowOf = (one: (typeof near)[number]) => ({
      value: writeChoice(one),
      day: toldAt({ ...windowed(one.window), startsAt: Temporal.Instant.fromEpochMilliseconds(one.startsAt) }, at),
      who: `With ${calledBy(one.session)} ${whereOf(one.session)}`,
    });
    return reply.page('access/views/my/move.njk', {
      ...viewOf(visit, at),
      // With whom it was before first: who knows them matters more than an hour.
      same: near
        .filter((one) => one.session.clinicianId === places.visit.clinicianId)
        .slice(0, 8)
        .map(rowOf),
      others: near
        .filter((one) => one.session.clinicianId !== places.visit.clinicianId)
        .slice(0, 8)
        .map(rowOf),
      chosen: chosen && rowOf(chosen),
      errors:
        shown.errors ??
        (shown.chosen !== undefined && !chosen
          ? [{ text: 'Somebody has just taken that time. Choose another.', href: '#offer' }]
          : undefined),
      key: randomUUIDv7(),
    });
  };
  route(app, {
    method: 'GET',
    url: '/my/visits/:visit/move',
    permission: ownCare,
    audit: 'see-other-times',
    schema: { params, querystring: Type.Object({ offer }) },
    handler: async ({ context, params: { visit }, query }, reply) =>
      showTimes(context, reply, { id: visit, chosen: query.offer }),
  });
  route(app, {
    method: 'POST',
    url: '/my/visits/:visit/move',
    permission: ownCare,
    audit: 'move-own-visit',
    schema: { params, body: Type.Object({ key: Type.String({ minLength: 8, maxLength: 80 }), offer }) },
    handler: async ({ context, params: { visit }, body }, reply) => {
      const choice = readChoice(body.offer);
      const nothing = [{ text: 'Choose one of the times first', href: '#offer' }];
      if (choice === undefined) return showTimes(context, reply.code(422), { id: visit, errors: nothing });
      const moved = await moveVisit(context, visit, { ...choice, key: body.key, now: now() });
      if (moved.ok) return reply.redirect(`/my/visits/${moved.value.bookingId}?new=moved`, 303);
      return showTimes(context, reply.code(422), {
        id: visit,
        errors: [{ text: refusalWords[moved.error], href: '#offer' }],
      });
    },
  });
}

function cancelRoutes(app: FastifyInstance, now: () => Temporal.Instant): void {
  route(app, {
    method: 'GET',
    url: '/my/visits/:visit/cancel',
    permission: ownCare,
    audit: 'see-own-visit',
    schema: { params, querystring: Type.Object({ kept }) },
    handler: async ({ context, params: { visit }, query }, reply) => {
      const typed = await broughtBack(context, query.kept);
      return show(context, reply, 'cancel', { id: visit, at: now(), extra: typed ? { typed, kept: query.kept } : {} });
    },
  });
  route(app, {
    method: 'POST',
    url: '/my/visits/:visit/cancel',
    permission: ownCare,
    audit: 'cancel-own-visit',
    schema: {
      params,
      body: Type.Object({
        reason: Type.Optional(Type.String({ maxLength: 500 })),
        still: Type.Optional(Type.Enum(['yes', 'no'])),
        kept,
      }),
    },
    handler: async ({ context, params: { visit }, body }, reply) => {
      const { reason = '', still } = body;
      if (still === undefined) {
        const errors = [{ text: 'Say whether you still need help', href: '#still' }];
        return show(context, reply.code(422), 'cancel', {
          id: visit,
          at: now(),
          extra: { errors, typed: body, kept: body.kept },
        });
      }
      const found = await transaction(context, (tx) => ownVisit(tx, visit));
      if (found === undefined) return reply.problem(404, ...gone);
      const cancelled = await cancelOwn(context, found, { reason, stillNeeded: still === 'yes', now: now() });
      if (!cancelled.ok) {
        const errors = [{ text: refusalWords[cancelled.error] }];
        return show(context, reply.code(422), 'cancel', {
          id: visit,
          at: now(),
          extra: { errors, typed: body, kept: body.kept },
        });
      }
      const { flaggedIn } = cancelled.value;
      if (flaggedIn !== undefined) return reply.redirect(`/my/ask/${flaggedIn}`, 303);
      return reply.redirect(
        still === 'yes' && found.requestId ? `/my/ask/${found.requestId}` : `/my/visits/${visit}`,
        303,
      );
    },
  });
}

function viewOf(visit: OwnVisit, at: Temporal.Instant): object {
  return {
    visit,
    when: toldAt(visit, at),
    where: whereOf(visit),
    who: calledBy(visit),
    minutes: Math.round(visit.startsAt.until(visit.endsAt).total('minutes')),
    isOver: Temporal.Instant.compare(visit.windowUntil ?? visit.startsAt, at) <= 0,
  };
}

async function show(
  context: Context,
  reply: FastifyReply,
  ...[page, { id, at, extra = {} }]: ['visit' | 'cancel', { id: string; at: Temporal.Instant; extra?: object }]
): Promise<FastifyReply> {
  const found = await transaction(context, async (tx) => {
    const visit = await ownVisit(tx, id);
    return visit && { visit, told: await messageOf(tx, id) };
  });
  if (found === undefined) return reply.problem(404, ...gone);
  return reply.page(`access/views/my/${page}.njk`, { ...viewOf(found.visit, at), told: found.told, ...extra });
}
