import { randomUUIDv7 } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { patientById } from '#domains/patients/index.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import type { EdgeParts } from '#platform/http/edge.ts';
import { route } from '#platform/http/routes.ts';
import { cancelSeries, seriesForCall, type SeriesChosen } from '../commands/series.ts';
import { windowed } from '../offer/call-window.ts';
import type { SeriesPlace } from '../offer/series.ts';
import { calledBy } from '../offer/words.ts';
import { callById, questionOpen } from '../queries/call.ts';
import { placesOfSeries, seriesById, type SeriesVisit } from '../queries/series.ts';
import { refusalNamed, refusalWords } from '../refusal.ts';
import { stateOf as shownState } from '../request/apart.ts';
import { notYetBookable } from '../request/request.ts';
import { modeWords } from '../request/words.ts';
import { readChoice, writeChoice } from './call-view.ts';
import { seeVisits, takeCalls } from './permissions.ts';
import { carriedOf, despiteOf, isPast, pastFlagFields, showPastFlag } from './past-flag.ts';
import { placesQuery, placesShown, type PlacesAsked } from './places.ts';
import { whenTold } from './told.ts';
import { reasonError } from './words.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const seriesParams = Type.Object({ series: Type.String({ format: 'uuid' }) });
const mark = Type.Optional(Type.String({ maxLength: 80 }));
const place = Type.String({ maxLength: 120 });
const how = Type.Optional(Type.Enum(['all', 'some']));
const everyDays = [1, 2, 3, 7, 14, 21, 28, 42, 84] as const;
const terms = {
  times: Type.Optional(Type.Integer({ minimum: 2, maximum: 26 })),
  every: Type.Optional(Type.Integer({ minimum: 1, maximum: 91 })),
  leeway: Type.Optional(Type.Integer({ minimum: 0, maximum: 3 })),
  how,
};

/** What is asked of a series on its page; without an offer the first visit is still to be chosen. */
interface Asked extends PlacesAsked {
  readonly offer?: string | undefined;
  readonly times?: number | undefined;
  readonly every?: number | undefined;
  readonly leeway?: number | undefined;
  readonly how?: 'all' | 'some' | undefined;
}

/** Several visits one after another: looked for and booked on a call, seen together, and what is to come of them cancelled. */
export function seriesRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  route(app, {
    method: 'GET',
    url: '/calls/:id/series',
    permission: takeCalls,
    audit: 'see-places-of-series',
    schema: { params, querystring: Type.Object({ offer: mark, ...terms, ...placesQuery }) },
    handler: async ({ context, params: { id }, query }, reply) =>
      showNew(context, reply, { id, at: now(), asked: query }),
  });
  route(app, {
    method: 'POST',
    url: '/calls/:id/series',
    permission: takeCalls,
    audit: 'book-series',
    schema: {
      params,
      body: Type.Object({
        key: Type.String({ minLength: 8, maxLength: 60 }),
        ...{ offer: mark, state: mark, page: mark, ...terms },
        ...pastFlagFields,
        place: Type.Optional(Type.Union([place, Type.Array(place, { maxItems: 26 })])),
      }),
    },
    handler: async ({ context, params: { id }, body }, reply) => {
      const at = now();
      const { key, state, page, every = 7 } = body;
      const places = [body.place ?? []].flat().flatMap(readPlace);
      const chosen = { key, state, page, everyDays: every, whole: body.how !== 'some', places };
      const booked = await seriesForCall(context, id, { ...chosen, despite: despiteOf(body), now: at });
      const choice = readChoice(body.offer);
      if (!booked.ok && choice && isPast(booked.error)) {
        const given = { ...body, choice, to: 'series', carried: carriedOf(body) };
        return showPastFlag(context, reply, { id, now: at, given, reason: booked.error });
      }
      if (!booked.ok)
        return showNew(context, reply.code(422), {
          id,
          at,
          asked: { ...body, page: undefined },
          errors: [reasonError(booked.error)],
        });
      return reply.redirect(`/series/${booked.value.id}`, 303);
    },
  });
  standingRoutes(app, now);
}

function standingRoutes(app: FastifyInstance, now: () => Temporal.Instant): void {
  route(app, {
    method: 'GET',
    url: '/series/:series',
    permission: seeVisits,
    audit: 'see-series',
    schema: { params: seriesParams },
    handler: async ({ context, params: { series } }, reply) => showStanding(context, reply, { id: series, at: now() }),
  });
  route(app, {
    method: 'POST',
    url: '/series/:series/cancel',
    permission: seeVisits,
    audit: 'cancel-series',
    schema: { params: seriesParams, body: Type.Object({ reason: Type.String({ maxLength: 500 }) }) },
    handler: async ({ context, params: { series }, body }, reply) => {
      const at = now();
      const refuse = (error: object): Promise<FastifyReply> =>
        showStanding(context, reply.code(422), { id: series, at, errors: [error] });
      const reason = body.reason.trim();
      if (reason === '') return refuse({ text: 'Say why they are cancelled', href: '#reason' });
      const done = await cancelSeries(context, series, { reason, now: at });
      if (!done.ok) return refuse({ text: refusalWords[done.error] });
      const { flaggedIn } = done.value;
      return reply.redirect(flaggedIn === undefined ? `/series/${series}` : `/calls/${flaggedIn}`, 303);
    },
  });
}

/** One place as it travels through the form: its number, the day it is for, and the place chosen or none. */
function writePlace({ place: n, day, opening }: SeriesPlace): string {
  return `${n}.${day.toString()}.${opening ? writeChoice(opening) : 'none'}`;
}

function readPlace(text: string): SeriesChosen['places'] {
  const [, n, day = '', choice] = /^(\d{1,2})\.(\d{4}-\d\d-\d\d)\.(.+)$/.exec(text) ?? [];
  if (n === undefined) return [];
  return [{ place: Number(n), day: Temporal.PlainDate.from(day), slot: readChoice(choice) }];
}

async function showNew(
  context: Context,
  reply: FastifyReply,
  { id, at, asked, errors }: { id: string; at: Temporal.Instant; asked: Asked; errors?: readonly object[] },
): Promise<FastifyReply> {
  const view = await transaction(context, (tx) => viewOfNew(tx, { id, at, asked }));
  if (view === undefined)
    return reply.problem(404, 'That request is not there', 'It may belong to a practice you do not see.');
  if (!('list' in view)) return reply.redirect(`/calls/${id}`, 303);
  return reply.page('access/views/series-new.njk', { ...view, errors });
}

async function viewOfNew(
  tx: Tx,
  { id, at, asked }: { id: string; at: Temporal.Instant; asked: Asked },
): Promise<object | undefined> {
  const call = await callById(tx, id, at);
  if (call === undefined) return undefined;
  const { places, patient, request, flags } = call;
  const notYet = notYetBookable({ ...request, flags, questionOpen: questionOpen(call) });
  if (places === undefined || patient === undefined || notYet !== undefined) return {};
  const { times = 6, every = 7, leeway = 0, how: which = 'all' } = asked;
  const first = places.openings.find((one) => writeChoice(one) === asked.offer);
  const found =
    first &&
    (await placesOfSeries(
      tx,
      { first, times, everyDays: every, leeway },
      { context: places.context, patientId: patient.id },
    ));
  return {
    ...{ request, patient, times, every, leeway, which, key: randomUUIDv7(), page: randomUUIDv7() },
    ...{ everyDays: everyDays.map((days) => ({ value: days, text: everyWords(days) })) },
    shown: shownState(request),
    list: placesShown(places.openings, asked),
    gone: asked.offer !== undefined && first === undefined,
    chosen: first && { value: asked.offer, when: whenOf(first, at), who: calledBy(first.session) },
    places: found?.map((one) => rowOf(one, at)),
    missing: found?.filter(({ opening }) => opening === undefined).length ?? 0,
  };
}

function whenOf(opening: NonNullable<SeriesPlace['opening']>, at: Temporal.Instant): string {
  const startsAt = Temporal.Instant.fromEpochMilliseconds(opening.startsAt);
  return whenTold({ ...windowed(opening.window), startsAt }, at);
}

/** "every week", "every 2 days". */
function everyWords(days: number): string {
  if (days === 1) return 'every working day';
  if (days % 7 !== 0) return `every ${days} days`;
  return days === 7 ? 'every week' : `every ${days / 7} weeks`;
}

function rowOf(one: SeriesPlace, at: Temporal.Instant): object {
  const { opening, day, movedFrom } = one;
  return {
    value: writePlace(one),
    number: one.place + 1,
    day,
    movedFrom,
    found: opening && {
      when: whenOf(opening, at),
      who: calledBy(opening.session),
      where: `${opening.session.placeName}, ${modeWords(opening.session.mode)}, ${opening.minutes} min`,
      otherDay: opening.session.day !== day.toString(),
    },
  };
}

async function showStanding(
  context: Context,
  reply: FastifyReply,
  { id, at, errors }: { id: string; at: Temporal.Instant; errors?: readonly object[] },
): Promise<FastifyReply> {
  const view = await transaction(context, async (tx) => {
    const series = await seriesById(tx, id);
    return series && { series, patient: await patientById(tx, series.patientId) };
  });
  if (view === undefined)
    return reply.problem(404, 'Those visits are not there', 'They may belong to a practice you do not see.');
  const { series, patient } = view;
  const visits = series.visits.map((visit) => visitOf(visit, at));
  return reply.page('access/views/series.njk', {
    ...{ series, patient, visits, errors, every: everyWords(series.everyDays) },
    coming: visits.filter(({ coming }) => coming).length,
    unmet: series.visits.filter(({ unmet }) => unmet !== null).length,
  });
}

function visitOf(
  visit: SeriesVisit,
  at: Temporal.Instant,
): { readonly coming: boolean; readonly [shown: string]: unknown } {
  const { startsAt, status, unmet, mode } = visit;
  const refusal = unmet === null ? undefined : refusalNamed(unmet);
  return {
    ...visit,
    number: visit.place + 1,
    when: startsAt && whenTold({ ...visit, startsAt }, at),
    how: mode && modeWords(mode),
    coming: status === 'booked' && startsAt !== null && Temporal.Instant.compare(startsAt, at) > 0,
    why: unmet === null ? null : refusal ? refusalWords[refusal] : 'No place was free.',
  };
}
