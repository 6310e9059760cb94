import { randomUUIDv7 } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { showPhone } from '#kernel/phone.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import type { EdgeParts } from '#platform/http/edge.ts';
import { route } from '#platform/http/routes.ts';
import { acceptPlaces, stepOrphan, worklist, type PlaceAccepted, type Worklist } from '../commands/orphan.ts';
import type { Opening } from '../offer/opening.ts';
import { protocolAt } from '../queries/guidance.ts';
import { lostByPractice, type Orphan } from '../queries/orphan.ts';
import { refusalWords, type Refusal } from '../refusal.ts';
import { modeWords } from '../request/words.ts';
import { changeReasons } from '../session-change.ts';
import { readChoice, writeChoice } from './call-view.ts';
import { seeLost, takeCalls } from './permissions.ts';

const params = Type.Object({ orphan: Type.String({ format: 'uuid' }) });
const key = Type.String({ minLength: 8, maxLength: 80 });
const place = Type.String({ maxLength: 130 });

/** Visits that lost their place: the best other place for each as a whole, taken together or one by one, and who is to be told. */
export function orphanRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  route(app, {
    method: 'GET',
    url: '/lost-places',
    permission: seeLost,
    audit: 'see-lost-places',
    schema: { querystring: Type.Object({ practice: Type.Optional(Type.String({ maxLength: 10 })) }) },
    handler: async ({ context, query }, reply) => show(context, reply, { now: now(), practice: query.practice }),
  });
  route(app, {
    method: 'POST',
    url: '/lost-places/accept',
    permission: takeCalls,
    audit: 'accept-places',
    schema: {
      body: Type.Object({ key, place: Type.Optional(Type.Union([place, Type.Array(place, { maxItems: 200 })])) }),
    },
    handler: async ({ context, body }, reply) => {
      const wanted = [body.place ?? []].flat().flatMap((one) => readPlace(one, body.key) ?? []);
      const { booked, refused } = await acceptPlaces(context, wanted);
      return show(context, reply.code(refused.length > 0 ? 409 : 200), { now: now(), taken: { booked, refused } });
    },
  });
  route(app, {
    method: 'POST',
    url: '/lost-places/:orphan/step',
    permission: takeCalls,
    audit: 'step-lost-place',
    schema: {
      params,
      body: Type.Object({
        step: Type.Enum(['told', 'again', 'settled', 'not-reached']),
        note: Type.Optional(Type.String({ maxLength: 500 })),
      }),
    },
    handler: async ({ context, params: { orphan }, body }, reply) => {
      const done = await stepOrphan(context, orphan, { step: body.step, note: body.note ?? '', now: now() });
      if (done.ok) return reply.redirect(done.value.flaggedIn ? `/calls/${done.value.flaggedIn}` : '/lost-places', 303);
      const error =
        done.error === 'note'
          ? { text: 'Say how it was settled', href: `#note-${orphan}` }
          : { text: refusalWords[done.error] };
      return show(context, reply.code(422), { now: now(), errors: [error] });
    },
  });
}

/** Reads a visit and its place from a form: the visit's id, a colon, and the place as a choice is written. */
function readPlace(text: string, form: string): PlaceAccepted | undefined {
  const [, orphanId, choice] = /^([0-9a-f-]{36}):(.+)$/.exec(text) ?? [];
  const read = readChoice(choice);
  // One form, one booking a visit: a form sent twice meets the bookings it made.
  return orphanId === undefined || read === undefined
    ? undefined
    : { orphanId, ...read, key: `lost-${form}-${orphanId}` };
}

interface Shown {
  readonly now: Temporal.Instant;
  readonly practice?: string | undefined;
  readonly errors?: readonly object[];
  readonly taken?: { readonly booked: number; readonly refused: readonly { orphanId: string; why: Refusal }[] };
}

async function show(
  context: Context,
  reply: FastifyReply,
  { now, practice, errors = [], taken }: Shown,
): Promise<FastifyReply> {
  const view = await transaction(context, async (tx) => ({
    list: await worklist(tx, { now, practice }),
    bands: new Map((await protocolAt(tx, now)).bands.map(({ id, name }) => [id, name])),
    here: await lostByPractice(tx),
  }));
  const refused = new Map(taken?.refused.map(({ orphanId, why }) => [orphanId, refusalWords[why]]));
  const open = view.list.open.map(({ orphan, place: opening }) => ({
    ...rowOf(orphan, { now, bands: view.bands }),
    refused: refused.get(orphan.id),
    place: opening && placeOf(opening, orphan),
  }));
  const practices = new Set(
    [...view.list.open.map(({ orphan }) => orphan), ...view.list.placed].map((one) => one.practiceId),
  );
  return reply.page('access/views/orphans.njk', {
    ...{ open, now, taken, more: view.list.more, here: view.here, many: practices.size > 1, key: randomUUIDv7() },
    placed: view.list.placed.map((one) => rowOf(one, { now, bands: view.bands })),
    ...headOf(view.list, now),
    mayTake: takeCalls.roles.includes(context.actor.role),
    only:
      practice === undefined
        ? undefined
        : (view.here.find(({ practiceId }) => practiceId === practice)?.practiceName ?? practice),
    errors: errors.length > 0 ? errors : undefined,
  });
}

function headOf({ open, placed }: Worklist, now: Temporal.Instant): object {
  return {
    placeable: open.filter(({ place: found }) => found !== undefined).length,
    unknown: open.filter(({ orphan }) => orphan.person === null).length,
    past: open.filter(({ orphan }) => Temporal.Instant.compare(orphan.startsAt, now) < 0).length,
    untold: placed.length,
  };
}

function rowOf(orphan: Orphan, { now, bands }: { now: Temporal.Instant; bands: ReadonlyMap<string, string> }) {
  const { person, urgency } = orphan;
  return {
    ...orphan,
    because: changeReasons[orphan.why],
    modeSaid: modeWords(orphan.mode),
    newModeSaid: orphan.newMode === null ? null : modeWords(orphan.newMode),
    urgencyName: (urgency === null ? undefined : bands.get(urgency)) ?? null,
    late: orphan.dueAt !== null && Temporal.Instant.compare(orphan.dueAt, now) < 0,
    past: Temporal.Instant.compare(orphan.startsAt, now) < 0,
    phone: person?.phone && !person.onlySafely ? showPhone(person.phone) : null,
  };
}

function placeOf(opening: Opening, orphan: Orphan) {
  const { session, startsAt, inTime, ownGp, ownPractice, miles } = opening;
  const choice = writeChoice(opening);
  return {
    ...{ choice, value: `${orphan.id}:${choice}`, at: Temporal.Instant.fromEpochMilliseconds(startsAt), inTime },
    who: session.clinicianName,
    where: session.placeName,
    why: [
      session.clinicianId === orphan.clinicianId ? 'the same clinician' : ownGp ? 'their own GP' : null,
      ownPractice ? null : 'another practice',
      miles === null || ownPractice ? null : `${miles.toFixed(1)} miles`,
      inTime ? null : 'later than needed',
    ].filter((part) => part !== null),
  };
}
