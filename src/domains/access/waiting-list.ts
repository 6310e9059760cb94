import { england, isWorkingDay } from '#kernel/working-day.ts';
import { countLeftOut, openings } from './offer/opening.ts';
import type { CandidateSession, LeftOut, OfferContext, Opening } from './offer/opening.ts';

/** London hours of working days in which somebody is there to ring people: GMS core hours. */
const [opens, closes] = [Temporal.PlainTime.from('08:00'), Temporal.PlainTime.from('18:30')];

/** Core hours of a working day, as instants. */
export function coreHoursOn(day: Temporal.PlainDate): { startsAt: Temporal.Instant; endsAt: Temporal.Instant } {
  const at = (plainTime: Temporal.PlainTime) =>
    day.toZonedDateTime({ timeZone: 'Europe/London', plainTime }).toInstant();
  return { startsAt: at(opens), endsAt: at(closes) };
}

/**
 * By when somebody on the waiting list is promised a time: the end of the policy's working days from now, or a time
 * they can be told before their need is due where that is sooner and still to come.
 */
export function promisedBy({
  now,
  dueAt,
  promiseDays,
}: {
  now: Temporal.Instant;
  dueAt: Temporal.Instant | null;
  promiseDays: number;
}): Temporal.Instant {
  let day = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  for (let left = promiseDays; left > 0;) {
    day = day.add({ days: 1 });
    if (isWorkingDay(england, day)) left -= 1;
  }
  const within = day.add({ days: 1 }).toZonedDateTime('Europe/London').toInstant();
  if (dueAt === null || Temporal.Instant.compare(dueAt, now) <= 0) return within;
  return Temporal.Instant.compare(dueAt, within) < 0 ? sensibly(dueAt, now) : within;
}

/** A time that can be told, never later than the one given: the end of a working day before it, else its quarter of an hour. */
function sensibly(at: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  const due = at.toZonedDateTimeISO('Europe/London');
  let day = due.toPlainDate();
  while (!isWorkingDay(england, day.subtract({ days: 1 }))) day = day.subtract({ days: 1 });
  const end = day.toZonedDateTime('Europe/London').toInstant();
  if (Temporal.Instant.compare(end, now) > 0) return end;
  const quarter = due.round({ smallestUnit: 'minute', roundingIncrement: 15, roundingMode: 'floor' }).toInstant();
  return Temporal.Instant.compare(quarter, now) > 0 ? quarter : at;
}

/** Until when a freed place is offered: so many minutes of working hours on, and half an hour before it begins at the latest. */
export function offeredUntil({
  now,
  minutes,
  startsAt,
}: {
  now: Temporal.Instant;
  minutes: number;
  startsAt: Temporal.Instant;
}): Temporal.Instant {
  const until = whenOpen(now).add({ minutes });
  const last = startsAt.subtract({ minutes: 30 });
  return Temporal.Instant.compare(until, last) < 0 ? until : last;
}

/** The instant itself in working hours, else when the next begin. */
function whenOpen(at: Temporal.Instant): Temporal.Instant {
  let when = at.toZonedDateTimeISO('Europe/London');
  if (Temporal.PlainTime.compare(when.toPlainTime(), closes) >= 0) when = when.add({ days: 1 }).withPlainTime(opens);
  while (!isWorkingDay(england, when.toPlainDate())) when = when.add({ days: 1 }).withPlainTime(opens);
  if (Temporal.PlainTime.compare(when.toPlainTime(), opens) < 0) when = when.withPlainTime(opens);
  return when.toInstant();
}

/** What decides somebody's place on the list. */
export interface InLine {
  readonly urgency: string | null;
  readonly receivedAt: Temporal.Instant;
  readonly requestId: string;
}

/** Fair order: the more urgent first, then whoever asked first; nothing else counts. `bands` are ids, the gravest in front. */
export function fairOrder<T extends InLine>(list: readonly T[], bands: readonly string[]): T[] {
  const place = ({ urgency }: InLine): number => {
    const at = urgency === null ? -1 : bands.indexOf(urgency);
    return at === -1 ? bands.length : at;
  };
  return list.toSorted(
    (left, right) =>
      place(left) - place(right) ||
      Temporal.Instant.compare(left.receivedAt, right.receivedAt) ||
      (left.requestId < right.requestId ? -1 : 1),
  );
}

/** A place that stands offered to somebody: for the list it is taken. */
export interface Offered {
  readonly sessionId: string;
  readonly clinicianId: string;
  readonly day: string;
  readonly startsAt: number;
  readonly minutes: number;
}

/** Why a freed place was not offered to somebody who stood before. */
export const notFitting = {
  'wrong-kind': 'needs somebody else, or another way of being seen',
  access: 'needs access that place has not',
  full: 'needs longer than is free',
  'at-limit': 'the clinician is at the safe limit then',
  'too-late': 'cannot wait that long',
  scope: 'needs a doctor to look first',
  kept: 'the time is kept for something else',
  quota: 'their practice has had its hub places that week',
  'too-far': 'lives too far away',
  'too-soon': 'it begins too soon to ring them',
  declined: 'was offered it and did not take it',
} as const;
export type NotFitting = keyof typeof notFitting;

/** Whom a place went past, as a sentence with the reasons; undefined where nobody stood before. */
export function passedWords(passedOver: readonly { readonly why: NotFitting }[]): string | undefined {
  if (passedOver.length === 0) return undefined;
  const people = passedOver.length === 1 ? '1 person' : `${passedOver.length} people`;
  const whys = [...Map.groupBy(passedOver, ({ why }) => why)].map(([why, { length }]) =>
    length === 1 || length === passedOver.length ? notFitting[why] : `${notFitting[why]} (${length})`,
  );
  return `It went past ${people} higher on the list: ${whys.join('; ')}.`;
}

/** How near the start of a place may be to offer it: somebody must be rung and come. */
const leastMinutes = 45;

/** The best of freed places for one on the list, or why none fits. Places that stand offered to others are taken. */
export function placeFor(
  sessions: readonly CandidateSession[],
  context: OfferContext,
  { offered, declined }: { offered: readonly Offered[]; declined: ReadonlySet<string> },
): { readonly opening: Opening } | { readonly why: NotFitting } {
  const left = sessions.map((session) => without(session, offered));
  const free = openings(left, context);
  const inReach = free.filter(({ startsAt }) => startsAt >= context.now + leastMinutes * 60_000);
  const opening = inReach.find(({ session, startsAt }) => !declined.has(placeKey(session.id, startsAt)));
  if (opening !== undefined) return { opening };
  if (inReach.length > 0) return { why: 'declined' };
  if (free.length > 0) return { why: 'too-soon' };
  const counts = Object.entries(countLeftOut(left, context)) as [LeftOut, number][];
  return { why: counts.find(([, count]) => count > 0)?.[0] ?? 'wrong-kind' };
}

/** A place by its session and start. */
export function placeKey(sessionId: string, startsAt: number): string {
  return `${sessionId} ${startsAt}`;
}

function without(session: CandidateSession, offered: readonly Offered[]): CandidateSession {
  const ofDay = offered.filter(({ clinicianId, day }) => clinicianId === session.clinicianId && day === session.day);
  const here = ofDay
    .filter(({ sessionId }) => sessionId === session.id)
    .map(({ startsAt, minutes }) => [startsAt, startsAt + minutes * 60_000] as const);
  if (ofDay.length === 0) return session;
  const booked = [...session.booked, ...here].sort((a, b) => a[0] - b[0]);
  return { ...session, booked, contacts: session.contacts + ofDay.length };
}
