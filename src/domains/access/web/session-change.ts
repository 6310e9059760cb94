import { randomUUIDv7 } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { isUuid } from '#kernel/uuid.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import type { EdgeParts } from '#platform/http/edge.ts';
import { asFields, dateFields, readDate } from '#platform/http/form-date.ts';
import { route } from '#platform/http/routes.ts';
import {
  makeChange,
  previewChange,
  undoChange,
  type ChangePreview,
  type ChangeRefused,
} from '../commands/session-change.ts';
import { protocolAt } from '../queries/guidance.ts';
import { sessionById, sessionClinicians, sessionPractices } from '../queries/session.ts';
import { changeById, type LosingVisit } from '../queries/session-change.ts';
import { refusalWords } from '../refusal.ts';
import { modeWords } from '../request/words.ts';
import { changeReasons } from '../session-change.ts';
import { readChange, type ChangeFields } from '../session-change-form.ts';
import { arrangeSessions, seeSessions } from './permissions.ts';

const text = (most: number) => Type.Optional(Type.String({ maxLength: most }));
const typed = {
  ...{
    what: text(20),
    session: text(60),
    clinician: text(60),
    practice: text(20),
    fromTime: text(20),
    untilTime: text(20),
  },
  ...{ ...dateFields('from'), ...dateFields('until'), cancel: text(3) },
};
type Typed = Readonly<Record<string, unknown>>;
const params = Type.Object({ change: Type.String({ format: 'uuid' }) });
const londonDay = (at: Temporal.Instant): Temporal.PlainDate => at.toZonedDateTimeISO('Europe/London').toPlainDate();

/** Says why a change is not made. */
function sayRefused(reason: ChangeRefused): string {
  switch (reason.kind) {
    case 'nothing':
      return 'No session that is still to come is touched by that';
    case 'too-many':
      return `That touches more than ${reason.most} sessions: choose a shorter time`;
    case 'changed':
      return 'Somebody has just changed one of these sessions, or it is over: look at it again';
    case 'others-lose':
      return 'Somebody has just booked or cancelled in these sessions: this is how it stands now. Nothing was changed';
    case 'overlap':
      return 'The clinician has another session at that time: nothing was changed';
    case 'booking':
      return refusalWords[reason.refusal];
  }
}

/** Cutting, moving and cancelling sessions: what it would do first, then the change, and undoing it. */
export function sessionChangeRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  route(app, {
    method: 'GET',
    url: '/sessions/change',
    permission: arrangeSessions,
    audit: 'preview-session-change',
    schema: { querystring: Type.Object(typed) },
    handler: async ({ context, query }, reply) => show(context, reply, { typed: query, now: now() }),
  });
  route(app, {
    method: 'POST',
    url: '/sessions/change',
    permission: arrangeSessions,
    audit: 'change-sessions',
    schema: {
      body: Type.Object({
        ...typed,
        id: Type.String({ format: 'uuid' }),
        shown: Type.String({ maxLength: 400_000, pattern: '^[0-9a-f, -]*$' }),
      }),
    },
    handler: async ({ context, body }, reply) => {
      const at = now();
      const read = readChange(fieldsOf(body), londonDay(at));
      if (!read.ok) return show(context, reply.code(422), { typed: body, now: at });
      const shown = body.shown.split(',').filter((one) => one !== '');
      const made = await makeChange(context, read.value, { id: body.id, shown, now: at });
      if (made.ok) return reply.redirect(`/sessions/changes/${body.id}`, 303);
      return show(context, reply.code(409), { typed: body, now: at, errors: [{ text: sayRefused(made.error) }] });
    },
  });
  madeRoutes(app);
}

function fieldsOf(given: Typed): ChangeFields {
  const said = (name: string): string | undefined => {
    const value = given[name];
    return typeof value === 'string' ? value.trim() : undefined;
  };
  const session = said('session') ?? '';
  return {
    // An address that was cut short names no session.
    ...{
      what: said('what'),
      session: isUuid(session) ? session : undefined,
    },
    ...{ clinician: said('clinician'), practice: said('practice') },
    ...{
      from: readDate('from', given).day,
      until: readDate('until', given).empty ? undefined : (readDate('until', given).day ?? undefined),
    },
    ...{ fromTime: said('fromTime'), untilTime: said('untilTime'), cancel: said('cancel') === 'yes' },
  };
}

async function show(
  context: Context,
  reply: FastifyReply,
  { typed: given, now, errors = [] }: { typed: Typed; now: Temporal.Instant; errors?: object[] },
): Promise<FastifyReply> {
  const today = londonDay(now);
  const asked = (typeof given['what'] === 'string' && given['from-day'] !== undefined) || given['cancel'] === 'yes';
  const fields = fieldsOf(given);
  const until = readDate('until', given);
  const read = asked ? readChange(fields, today) : undefined;
  const badUntil =
    !until.empty && until.day === undefined ? [{ text: 'Enter the last day, like 19/12/2026', href: '#until' }] : [];
  const faults = read && !read.ok ? read.error.map(({ field, text: says }) => ({ text: says, href: `#${field}` })) : [];
  const preview = read?.ok && badUntil.length === 0 ? await previewChange(context, read.value, now) : undefined;
  const shown = await transaction(context, async (tx) => ({
    practices: (await sessionPractices(tx)).map(({ id, name }) => ({ value: id, text: name })),
    clinicians: (await sessionClinicians(tx)).map(({ id, name, roleName, practiceName }) => ({
      value: id,
      text: `${name}, ${roleName}, ${practiceName}`,
    })),
    session: fields.session ? await sessionById(tx, fields.session) : undefined,
    bands: new Map((await protocolAt(tx, now)).bands.map(({ id, name }) => [id, name])),
  }));
  const all = [
    ...errors,
    ...badUntil,
    ...faults,
    ...(preview && !preview.ok ? [{ text: sayRefused(preview.error) }] : []),
  ];
  if (all.length > 0 && reply.statusCode === 200) reply.code(422);
  return reply.page('access/views/session-change.njk', {
    ...shown,
    given: { ...given, from: readDate('from', given).typed, until: until.typed },
    what: fields.what,
    ...{ errors: all.length > 0 ? all : undefined, id: randomUUIDv7(), today: asFields(today) },
    breadcrumbs: [{ text: 'Sessions', href: '/sessions' }, { text: 'Change sessions' }],
    who: shown.clinicians.find(({ value }) => value === fields.clinician)?.text.split(',')[0],
    where: shown.practices.find(({ value }) => value === fields.practice)?.text,
    preview: preview?.ok ? previewShown(preview.value, { now, bands: shown.bands }) : undefined,
  });
}

function previewShown(
  { why, changes, losing, placeable }: ChangePreview,
  { now, bands }: { now: Temporal.Instant; bands: ReadonlyMap<string, string> },
): object {
  const cancelled = changes.filter(({ left }) => left === null).length;
  return {
    ...{ why, placeable, cancelled, cut: changes.length - cancelled, named: losing.some(({ name }) => name !== null) },
    changes: changes.map(({ session, left }) => ({ ...session, left, modeSaid: modeWords(session.mode) })),
    shown: losing.map(({ bookingId }) => bookingId).join(','),
    losing: losing.length,
    here: losing.filter((one) => one.here).length,
    soon: losing.filter(({ startsAt }) => londonDay(startsAt).equals(londonDay(now))).length,
    byDay: [...Map.groupBy(losing, ({ startsAt }) => londonDay(startsAt).toString())].map(([, visits]) => ({
      day: visits[0]?.startsAt,
      visits: visits.map((visit: LosingVisit) => ({
        ...visit,
        modeSaid: modeWords(visit.mode),
        minutes: visit.startsAt.until(visit.endsAt).total('minutes'),
        urgencyName: (visit.urgency === null ? undefined : bands.get(visit.urgency)) ?? null,
      })),
    })),
  };
}

function madeRoutes(app: FastifyInstance): void {
  const made = async (
    context: Context,
    reply: FastifyReply,
    { id, ...extra }: { id: string; errors?: object[]; undone?: object },
  ) => {
    const change = await transaction(context, (tx) => changeById(tx, id));
    if (!change) return reply.problem(404, 'That change is not there', 'It may belong to a practice you do not see.');
    return reply.page('access/views/session-changed.njk', {
      ...{ change, why: changeReasons[change.why], ...extra },
      mayArrange: arrangeSessions.roles.includes(context.actor.role),
      breadcrumbs: [{ text: 'Sessions', href: '/sessions' }, { text: 'Change' }],
    });
  };
  route(app, {
    method: 'GET',
    url: '/sessions/changes/:change',
    permission: seeSessions,
    audit: 'see-session-change',
    schema: { params },
    handler: async ({ context, params: { change } }, reply) => made(context, reply, { id: change }),
  });
  route(app, {
    method: 'POST',
    url: '/sessions/changes/:change/undo',
    permission: arrangeSessions,
    audit: 'undo-session-change',
    schema: { params },
    handler: async ({ context, params: { change } }, reply) => {
      const undone = await undoChange(context, change);
      if (undone.ok) return made(context, reply, { id: change, undone: undone.value });
      return made(context, reply.code(409), { id: change, errors: [{ text: sayRefused(undone.error) }] });
    },
  });
}
