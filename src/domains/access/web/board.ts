import type { FastifyInstance, FastifyReply } from 'fastify';
import { showPhone } from '#kernel/phone.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import type { Edge, EdgeParts } from '#platform/http/edge.ts';
import { forAWhile } from '#platform/http/for-a-while.ts';
import { route } from '#platform/http/routes.ts';
import {
  askedTogether,
  flaggedRequests,
  flagWords,
  headline,
  hubRows,
  level,
  metWords,
  restWords,
  stillOpen,
  total,
  type FlaggedRequest,
  type Pressed,
  type Reached,
} from '../board.ts';
import { besideAll, besideWords } from '../beside-limit.ts';
import { becauseShort, becauseWords, levelWords, type LevelNow } from '../level.ts';
import type { Risks } from '../commands/remedy-risks.ts';
import { besideThisWeek } from '../queries/beside-limit.ts';
import { sentTo111On } from '../queries/fullness.ts';
import { levelsAt } from '../queries/level.ts';
import { listState } from '../queries/waiting-list.ts';
import { nextAsked, type Asked } from '../duty.ts';
import {
  boardDay,
  boardPractices,
  carriedByReason,
  nearLimit,
  overflowOn,
  placesOn,
  requestsByPractice,
  requestsToday,
  unansweredFlags,
  unmetToday,
  type Places,
  type UnansweredFlag,
} from '../queries/board.ts';
import { booksSeen, unverifiedLimits, type Unverified } from '../queries/book.ts';
import { lostByPractice } from '../queries/orphan.ts';
import { handBacksOnBoard } from '../queries/hand-back.ts';
import { helpOf, type HelpDone } from '../queries/help.ts';
import { minutesByLevel, onDutyForAll, type DutyClinician } from '../queries/duty.ts';
import { flagContacts, type FlagContact } from '../queries/red-flag.ts';
import { redFlagCategory } from '../red-flag/red-flag.ts';
import { keepBooks, seeDay, seeLost } from './permissions.ts';
import { remedyParts, remedyRoutes, type LookingAtRisks, type RemediesShown } from './remedies.ts';

/** Rows of a table that stand open; the rest is behind a press. */
const mostOpen = 8;
/** How close to the safe limit a clinician is worth a word: a short run of routine contacts. */
const limitMargin = 2;
/** Seconds for which what could go wrong is not worked out again for everybody who opens the board: matching is work. */
const risksKept = 20;

/** The board of the day; the group's one stream keeps it live. */
export const boardEdge: Edge = { places: [{ href: '/today', label: 'Today', permission: seeDay }], routes };

function routes(app: FastifyInstance, { now }: EdgeParts): void {
  const risks = forAWhile<Risks>(risksKept, now);
  route(app, {
    method: 'GET',
    url: '/today',
    permission: seeDay,
    audit: 'see-day',
    schema: {},
    handler: ({ context }, reply) => showBoard(context, reply, { now: now(), risks }),
  });
  remedyRoutes(app, {
    ...{ now, risks },
    show: (context, reply, errors) => showBoard(context, reply, { now: now(), risks, errors }),
  });
}

async function showBoard(
  context: Context,
  reply: FastifyReply,
  { now, risks, errors = [] }: LookingAtRisks & { errors?: readonly object[] },
): Promise<FastifyReply> {
  const canAnswer = context.actor.role === 'clinician';
  const canTake = context.actor.role === 'navigator';
  const board = await transaction(context, (tx) => boardOf(tx, { now, rings: canAnswer || canTake }));
  const { remedies, asked: askedOfUs } = await remedyParts(context, { now, risks });
  return reply.page('access/views/board.njk', {
    ...withRemedies(board, remedies),
    ...{ askedOfUs, errors: errors.length > 0 ? errors : undefined, canAnswer, canTake },
    canKeepBooks: keepBooks.roles.includes(context.actor.role),
    canSeeLost: seeLost.roles.includes(context.actor.role),
  });
}

/** What could go wrong is the board's heading where nobody needs a clinician; visits without a place stand there and not twice. */
function withRemedies(board: Board, remedies: RemediesShown | undefined): object {
  if (remedies === undefined) return board;
  const { orphans, counts } = board;
  return {
    ...board,
    remedies,
    ...(remedies.heading !== '' && counts.people === 0 && remedies.people > 0 ? { headline: remedies.heading } : {}),
    orphans: orphans.map((row) => ({ ...row, without: 0 })).filter(({ untold }) => untold > 0),
  };
}

/** When the board is looked at, and whether by somebody who rings patients: nobody else reads their numbers. */
interface Looking {
  readonly now: Temporal.Instant;
  readonly rings: boolean;
}

type Board = Awaited<ReturnType<typeof boardOf>>;

async function boardOf(tx: Tx, looking: Looking) {
  const { now } = looking;
  const practices = await boardPractices(tx);
  const day = await boardDay(tx, now);
  const places = await placesOn(tx, day, now);
  const requests = await requestsByPractice(tx, now);
  const flags = await unansweredFlags(tx);
  const flagged = flaggedRequests(flags, (id) => redFlagCategory(id).safeContactFirst);
  const lost = await handBacksOnBoard(tx);
  const [orphans, unverified] = [await lostByPractice(tx), await unverifiedLimits(tx)];
  const filled = total(places);
  const sum = (of: (row: (typeof requests)[number]) => number): number => requests.reduce((so, row) => so + of(row), 0);
  const counts = {
    people: new Set(flagged.map(({ first }) => first.person)).size,
    late: sum((row) => row.late),
    near: sum((row) => row.near),
    carried: sum((row) => row.carried),
    handBacks: lost.reduce((so, row) => so + row.handBacks, 0),
    lostPlaces: orphans.reduce((so, row) => so + row.without + row.untold, 0),
  };
  const names = new Map(practices.map((practice) => [practice.id, practice.name]));
  const byPractice = Map.groupBy(places, (row) => row.practiceId);
  const carried = new Map(requests.map((row) => [row.practiceId, row.carried]));
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  const isToday = day.equals(today);
  const seen = practices.filter((practice) => practice.seen).map(({ id }) => id);
  const pressed = await levelsAt(tx, now, { practices: seen, requests, flags, ...(isToday ? { places } : {}) });
  const beside = await besideThisWeek(tx, today);
  const [list, todays] = [await listState(tx, now), await requestsToday(tx, now)];
  return {
    now,
    day,
    isToday,
    headline: headline({ ...counts, ...filled, seen: seen.length, practices: practices.length }),
    known: seen.length > 0,
    counts,
    asked: askedTogether(await flagRows(tx, flagged, looking)),
    ...pressingOf(requests, names),
    ...{ lost: lost.slice(0, 5), moreLost: Math.max(0, lost.length - 5) },
    orphans: orphans.map((row) => ({ ...row, past: Temporal.Instant.compare(row.firstAt, now) < 0 })),
    filled: { ...filled, level: level(filled) },
    roles: rolesOf(places),
    hubs: hubRows(
      practices.map((practice) => ({
        name: practice.name,
        hubName: practice.hubName,
        filled: practice.seen ? total(byPractice.get(practice.id) ?? []) : null,
        carried: carried.get(practice.id) ?? 0,
        pressed: pressedOf(practice.id, pressed.practices.get(practice.id)),
      })),
    ),
    level: groupLevel(pressed.group, seen.length, counts.people),
    list,
    beside: besideAll(beside),
    sentTo111: await sentTo111On(tx, now),
    carriedReasons: await carriedByReason(tx, now),
    unseen: practices.filter((practice) => !practice.seen).length,
    practices: practices.length,
    books: await booksOn(tx),
    unverified: unverified.size,
    limits: shown(await limitRows(tx, { day, unverified, beside })),
    overflow: await overflowRows(tx, { today, day }),
    unmet: await unmetToday(tx, now),
    stillOpen: stillOpen(todays),
    met: metWords(todays, practices.length),
  };
}

/** Urgent overflow of today, also once its sessions are over and the board is about another day, and then of that day too. */
async function overflowRows(tx: Tx, { today, day }: { today: Temporal.PlainDate; day: Temporal.PlainDate }) {
  const days = today.equals(day) ? [today] : [today, day];
  const rows = [];
  for (const one of days) rows.push({ day: one, isToday: one.equals(today), clinicians: await overflowOn(tx, one) });
  return rows.filter(({ clinicians }) => clinicians.length > 0);
}

function shown<R>(rows: readonly R[]): { all: number; first: readonly R[]; more: readonly R[] } {
  return { all: rows.length, first: rows.slice(0, mostOpen), more: rows.slice(mostOpen) };
}

/** The group's level in words; undefined of one practice alone, where it would say nothing: its own stands by its name. */
function groupLevel(group: LevelNow, practices: number, people: number): object | undefined {
  if (practices < 2) return undefined;
  const flags = group.because.find(({ measure }) => measure === 'flags')?.figure ?? people;
  // Whoever waits at a practice that has not joined is put to the group, but is not the group's to measure.
  const beyond = people > flags ? `. Not counted in it: ${people - flags} at practices that have not joined` : '';
  return { ...levelWords[group.level], level: group.level, why: becauseWords(group) + beyond };
}

/** Who is near the safe limit, whether it can be relied on, and what stands beside it. */
async function limitRows(
  tx: Tx,
  {
    day,
    unverified,
    beside,
  }: {
    day: Temporal.PlainDate;
    unverified: ReadonlyMap<string, Unverified>;
    beside: Awaited<ReturnType<typeof besideThisWeek>>;
  },
): Promise<object[]> {
  return (await nearLimit(tx, day, limitMargin)).map((row) => ({
    ...row,
    unverified: unverified.get(row.clinicianId),
    beside: besideWords(beside.find(({ practiceId }) => practiceId === row.practiceId)),
  }));
}

async function booksOn(tx: Tx): Promise<object> {
  const books = await booksSeen(tx);
  return { all: books.length, stale: books.filter((book) => book.stale) };
}

function pressedOf(id: string, now: LevelNow | undefined): Pressed | undefined {
  if (!now) return undefined;
  const { level } = now;
  return { level, name: levelWords[level].name, why: becauseShort(now), href: `/levels?practice=${id}` };
}

/** Somebody who waits, as a row of the board. */
interface FlagRow extends UnansweredFlag {
  readonly what: string;
  readonly safeContactFirst: boolean;
  readonly safeContact: string;
  readonly phone: string | undefined;
  readonly whose: 'Caller' | 'Patient';
  readonly forOther: boolean;
  /** What was done already. */
  readonly help: readonly HelpDone[];
  readonly askedPhone: string | undefined;
  /** Who was asked before and is on duty still. */
  readonly before: readonly Reached[];
  readonly next:
    (Asked & { phone: string | undefined; name: string | undefined; at: Temporal.Instant | undefined }) | undefined;
}

/** Each person who waits, with whom to ring, who has been asked, and to whom it goes on. */
async function flagRows(
  tx: Tx,
  flagged: readonly FlaggedRequest<UnansweredFlag>[],
  { now, rings }: Looking,
): Promise<FlagRow[]> {
  const rows: FlagRow[] = [];
  // Where ringing may put somebody in danger, the number is not even read.
  const reach = flagged.map(({ first: { id }, safeContactFirst }) => ({ id, withNumber: !safeContactFirst }));
  const contacts = rings ? await flagContacts(tx, reach) : new Map<string, FlagContact>();
  const dutyOf = await onDutyForAll(
    tx,
    flagged.map(({ first }) => first),
    now,
  );
  const help = await helpOf(
    tx,
    flagged.map(({ first }) => first.id),
  );
  const minutesOf = await minutesByLevel(tx);
  for (const one of flagged) {
    const { first, softened, safeContactFirst } = one;
    const { groupId, askedLevel, askedClinicianId, askedAt } = first;
    const onDuty = dutyOf(first);
    const next = nextAsked({ level: askedLevel, clinicianId: askedClinicianId }, onDuty, first.askedBefore);
    const until = askedAt.add({ minutes: minutesOf(groupId, askedLevel) });
    const contact = contacts.get(first.id);
    const phone = contact?.callerPhone ?? contact?.phone;
    rows.push({
      ...first,
      what: flagWords(one, (category) => redFlagCategory(category).name),
      softened,
      safeContactFirst,
      // Only whoever rings patients is told how.
      safeContact: contact ? contact.safeContact || first.safeContact : '',
      phone: phone ? showPhone(phone) : undefined,
      whose: contact?.callerPhone ? 'Caller' : 'Patient',
      forOther: contact?.forOther ?? false,
      help: help.get(first.requestId) ?? [],
      askedPhone: reachedOn(onDuty, askedClinicianId),
      before: onDuty
        .filter(({ clinicianId }) => clinicianId !== askedClinicianId && first.askedBefore.includes(clinicianId))
        .map(({ name, clinicianId }) => ({ name, phone: reachedOn(onDuty, clinicianId) })),
      next: next && {
        ...next,
        phone: reachedOn(onDuty, next.clinicianId),
        name: onDuty.find(({ clinicianId }) => clinicianId === next.clinicianId)?.name,
        at: Temporal.Instant.compare(until, now) > 0 ? until : undefined,
      },
    });
  }
  return rows;
}

/** The practices with most that is late or near, and what there is at the others. */
function pressingOf<R extends { readonly practiceId: string; readonly late: number; readonly near: number }>(
  requests: readonly R[],
  names: ReadonlyMap<string, string>,
) {
  const all = requests.filter((row) => row.late + row.near > 0).sort((a, b) => b.late - a.late || b.near - a.near);
  const others = all.slice(5);
  return {
    pressing: all.slice(0, 5).map((row) => ({ ...row, name: names.get(row.practiceId) ?? row.practiceId })),
    morePressing: {
      practices: others.length,
      requests: others.reduce((so, row) => so + row.late + row.near, 0),
    },
  };
}

/** Where a clinician on duty is reached, as it is read out. */
function reachedOn(onDuty: readonly DutyClinician[], id: string | null): string | undefined {
  const phone = onDuty.find(({ clinicianId }) => clinicianId === id)?.phone;
  return phone ? showPhone(phone) : undefined;
}

function rolesOf(places: readonly Places[]): object[] {
  return [...Map.groupBy(places, (row) => row.roleName)]
    .map(([name, rows]) => {
      const filled = total(rows);
      const keptBack = rows.reduce((sum, row) => sum + row.keptBack, 0);
      return { name, ...filled, level: level(filled), rest: restWords(filled, keptBack) };
    })
    .sort((a, b) => b.all - a.all);
}
