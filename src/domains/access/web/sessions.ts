import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { bankHolidaysInEngland } from '#kernel/bank-holidays.ts';
import { csvText } from '#kernel/csv.ts';

import { parseDay } from '#kernel/date.ts';
import type { Actor } from '#platform/auth/actor.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import type { Edge, EdgeParts } from '#platform/http/edge.ts';
import { asFields, dateFields, dateText, readDate } from '#platform/http/form-date.ts';
import { download } from '#platform/http/download.ts';
import { route } from '#platform/http/routes.ts';
import { openSessions } from '../commands/session.ts';
import { bookSessionsOn } from '../queries/book.ts';
import { appointmentKinds } from '../queries/offers.ts';
import {
  sessionById,
  sessionClinicians,
  sessionPractices,
  sessionsOn,
  supervisorOf,
  takenOf,
  type ListedSession,
} from '../queries/session.ts';
import { roomsOf } from '../queries/rooms.ts';
import { modeWords } from '../request/words.ts';
import { sessionKinds, sessionModes, type SessionFields } from '../session-plan.ts';
import { saySessionRefused } from '../session-refused.ts';
import { dutyRoutes } from './duty.ts';
import { arrangeSessions, seeSessions } from './permissions.ts';
import { planRoutes, planShown } from './plan.ts';
import { roomRoutes } from './rooms.ts';
import { sessionChangeRoutes } from './session-change.ts';

/** The sessions of a day, opening them and cancelling them. */
export const sessionsEdge: Edge = {
  places: [{ href: '/sessions', label: 'Sessions', permission: seeSessions }],
  routes(app, parts) {
    listRoutes(app, parts);
    openRoutes(app, parts);
    dutyRoutes(app, parts);
    sessionChangeRoutes(app, parts);
    sessionRoutes(app, parts);
    planRoutes(app, parts, arrangeSessions);
    roomRoutes(app, parts);
  },
};

const text = (most: number) => Type.Optional(Type.String({ maxLength: most }));
const asked = { day: text(20), practice: text(6) };
const params = Type.Object({ session: Type.String({ format: 'uuid' }) });
const londonDay = (now: Temporal.Instant) => now.toZonedDateTimeISO('Europe/London').toPlainDate();
const clock = (at: Temporal.Instant) => at.toZonedDateTimeISO('Europe/London').toPlainTime().toString().slice(0, 5);
const shown = (session: ListedSession) => ({
  ...session,
  modeSaid: modeWords(session.mode),
});

function totals(sessions: readonly ReturnType<typeof shown>[]) {
  const open = sessions.filter(({ status }) => status === 'open');
  const sum = (of: (one: (typeof open)[number]) => number) => open.reduce((so, one) => so + of(one), 0);
  return { sessions: open.length, places: sum(({ places }) => places), taken: sum(({ taken }) => taken) };
}

function listRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  route(app, {
    method: 'GET',
    url: '/sessions',
    permission: seeSessions,
    audit: 'list-sessions',
    schema: {
      querystring: Type.Object({
        ...asked,
        opened: Type.Optional(Type.Integer({ minimum: 1, maximum: 52 })),
        skipped: Type.Optional(Type.String({ maxLength: 600, pattern: '^[0-9,-]*$' })),
      }),
    },
    handler: async ({ context, query }, reply) => {
      const today = londonDay(now());
      const day = parseDay(query.day ?? '') ?? today;
      const practice = context.actor.practiceId ?? query.practice ?? '';
      const view = await transaction(context, async (tx) => ({
        practices: await sessionPractices(tx),
        found: (await sessionsOn(tx, { day, practice })).map(shown),
        elsewhere: await bookSessionsOn(tx, { day, practice }),
      }));
      const bad = query.day !== undefined && query.day.trim() !== '' && parseDay(query.day) === null;
      const at = (to: Temporal.PlainDate) => `/sessions?${address(to, query.practice)}`;
      return reply.page('access/views/sessions.njk', {
        practices: view.practices.map(({ id, name }) => ({ value: id, text: name })),
        elsewhere: view.elsewhere.map((one) => ({
          ...one,
          practiceName: view.practices.find(({ id }) => id === one.practiceId)?.name,
        })),
        byPractice: [...Map.groupBy(view.found, ({ practiceId }) => practiceId).values()].map((sessions) => ({
          ...{ id: sessions[0]?.practiceId, name: sessions[0]?.practiceName, sessions },
          ...{ total: totals(sessions) },
        })),
        of: countedAt(context.actor, view.practices.length),
        ...{ day, iso: day.toString(), total: totals(view.found), practice, ownPractice: context.actor.practiceId },
        ...{ before: at(day.subtract({ days: 1 })), after: at(day.add({ days: 1 })), isToday: day.equals(today) },
        todayHref: at(today),
        holiday: bankHolidaysInEngland.days.find(({ date }) => date === day.toString())?.name,
        ...{
          mayArrange: arrangeSessions.roles.includes(context.actor.role),
          csv: `/sessions.csv?${address(day, query.practice)}`,
        },
        done: query.opened === undefined ? undefined : { opened: query.opened, skipped: skippedDays(query.skipped) },
        errors: bad ? [{ text: 'Enter a real day, like 19/12/2026: today is shown', href: '#day' }] : undefined,
      });
    },
  });
  route(app, {
    method: 'GET',
    url: '/sessions.csv',
    permission: seeSessions,
    audit: 'take-sessions',
    schema: { querystring: Type.Object(asked) },
    handler: async ({ context, query }, reply) => {
      const day = parseDay(query.day ?? '') ?? londonDay(now());
      const practice = context.actor.practiceId ?? query.practice ?? '';
      const found = await transaction(context, (tx) => sessionsOn(tx, { day, practice }));
      return download(reply, `sessions-${day.toString()}.csv`, csvText(heading, found.map(shown).map(cells)));
    },
  });
}

/** Of which practices the numbers are: two roles see different ones, by different agreements. */
function countedAt({ role, practiceId }: Actor, practices: number): string {
  if (practiceId !== null || practices === 0) return '';
  const by = role === 'workforce' ? 'have joined shared workforce' : 'have joined hub booking';
  return practices === 1
    ? `Counted at the one practice that ${by.replace('have', 'has')}`
    : `Counted at the ${practices} practices that ${by}`;
}

const heading = ['Day', 'Practice code', 'Practice', 'Site', 'Clinician', 'Role', 'From', 'To', 'How', 'For', 'Minutes', 'Places', 'Taken', 'State', 'Room for each visit']; // prettier-ignore
const cells = (one: ReturnType<typeof shown>) => [
  ...[one.day.toString(), one.practiceId, one.practiceName, one.siteName, one.clinicianName, one.roleName],
  ...[clock(one.startsAt), clock(one.endsAt), one.modeSaid, one.kind, one.slotMinutes, one.places, one.taken],
  ...[one.status, one.needsRoom ? 'yes' : 'no'],
];

function address(day: Temporal.PlainDate, practice = ''): string {
  return new URLSearchParams({ day: day.toString(), ...(practice === '' ? {} : { practice }) }).toString();
}

function skippedDays(typed = ''): { day: Temporal.PlainDate; holiday: string | undefined }[] {
  return typed.split(',').flatMap((part) => {
    const day = parseDay(part);
    if (day === null) return [];
    return [{ day, holiday: bankHolidaysInEngland.days.find(({ date }) => date === day.toString())?.name }];
  });
}

function openRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  route(app, {
    method: 'GET',
    url: '/sessions/new',
    permission: arrangeSessions,
    audit: 'show-new-session',
    schema: { querystring: Type.Object(asked) },
    handler: async ({ context, query }, reply) => {
      const errors = query.practice === '' ? [{ text: 'Choose a practice', href: '#practice' }] : undefined;
      return showNew(context, reply, { fields: query, day: dayTyped(query.day), errors });
    },
  });
  route(app, {
    method: 'POST',
    url: '/sessions',
    permission: arrangeSessions,
    audit: 'open-session',
    schema: {
      body: Type.Object({
        ...{ practice: text(20), clinician: text(60), site: text(60), mode: text(40), kind: text(40) },
        ...{ ...dateFields('day'), from: text(20), to: text(20), slot: text(20), weeks: text(20) },
      }),
    },
    handler: async ({ context, body }, reply) => {
      const fields = { ...body, day: dateText('day', body) };
      const opened = await openSessions(context, fields, now());
      if (!opened.ok) {
        const errors = saySessionRefused(opened.error).map(({ field, text: says }) => ({
          text: says,
          href: `#${field}`,
        }));
        return showNew(context, reply.code(422), { fields, day: readDate('day', body).typed, errors });
      }
      const { days, skipped, practiceId } = opened.value;
      const said = new URLSearchParams({ opened: String(days.length) });
      if (skipped.length > 0) said.set('skipped', skipped.map(({ day }) => day.toString()).join(','));
      return reply.redirect(`/sessions?${address(days[0] ?? londonDay(now()), practiceId)}&${said.toString()}`, 303);
    },
  });
}

async function showNew(
  context: Context,
  reply: FastifyReply,
  {
    fields,
    day,
    errors,
  }: {
    fields: SessionFields;
    day?: object | undefined;
    errors?: readonly { text: string; href: string }[] | undefined;
  },
): Promise<FastifyReply> {
  const view = await transaction(context, async (tx) => ({
    practices: await sessionPractices(tx),
    clinicians: await sessionClinicians(tx),
  }));
  const chosen =
    view.practices.length === 1
      ? view.practices[0]
      : view.practices.find(({ id }) => id === (fields.practice ?? context.actor.practiceId));
  const homeFirst = [...view.clinicians].sort(
    (a, b) => Number(b.practiceId === chosen?.id) - Number(a.practiceId === chosen?.id),
  );
  return reply.page('access/views/session-new.njk', {
    practices: view.practices.map(({ id, name }) => ({ value: id, text: name })),
    ...{ chosen, fields, day, errors, modes: sessionModes, kinds: sessionKinds },
    clinicians: homeFirst.map(({ id, name, roleName, practiceId, practiceName }) => ({
      value: id,
      text: practiceId === chosen?.id ? `${name}, ${roleName}` : `${name}, ${roleName}, ${practiceName}`,
    })),
    breadcrumbs: [{ text: 'Sessions', href: '/sessions' }, { text: 'Open a session' }],
  });
}

function dayTyped(text = ''): object | undefined {
  const day = parseDay(text);
  return day === null ? undefined : asFields(day);
}

function sessionRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  route(app, {
    method: 'GET',
    url: '/sessions/:session',
    permission: seeSessions,
    audit: 'show-session',
    schema: { params, querystring: Type.Object({ planned: Type.Optional(Type.Integer({ minimum: 1, maximum: 26 })) }) },
    handler: async ({ context, params: { session: id }, query: { planned } }, reply) => {
      const { session, kinds, taken, supervises, rooms } = await transaction(context, async (tx) => ({
        session: await sessionById(tx, id),
        kinds: await appointmentKinds(tx),
        taken: await takenOf(tx, id),
        supervises: await supervisorOf(tx, id),
        rooms: await roomsOf(tx, id),
      }));
      if (!session)
        return reply.problem(404, 'That session is not there', 'It may belong to a practice you do not see.');
      return reply.page('access/views/session.njk', {
        ...{ session: shown(session), over: Temporal.Instant.compare(session.endsAt, now()) <= 0 },
        ...{ parts: planShown(session, { kinds, taken, now: now() }), taken, supervises, planned, rooms },
        ...{ day: asFields(session.day), from: clock(session.startsAt), to: clock(session.endsAt) },
        length: session.startsAt.until(session.endsAt).total('minutes'),
        mayArrange: arrangeSessions.roles.includes(context.actor.role),
        dayHref: `/sessions?${address(session.day, session.practiceId)}`,
        breadcrumbs: [{ text: 'Sessions', href: `/sessions?${address(session.day)}` }, { text: session.clinicianName }],
      });
    },
  });
}
