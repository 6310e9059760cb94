import type { Windowed } from './offer/call-window.ts';
import { bookableParts, type Planned } from './plan.ts';
import { freeStarts } from './slot.ts';

/** One visit of a clinician's day, as far as the day's course depends on it. */
export interface DayVisit extends Windowed {
  readonly id: string;
  readonly kind: 'ordinary' | 'overflow';
  readonly status: 'booked' | 'attended' | 'did_not_attend';
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly startedAt: Temporal.Instant | null;
  readonly finishedAt: Temporal.Instant | null;
}

/** Where a visit stands: over, with the clinician now, the next one, still to come, or they did not come. */
export type Stands = 'seen' | 'now' | 'next' | 'to-come' | 'did-not-attend';

/** How a clinician's day stands at one moment. */
export interface MyDay {
  /** Ordinary contacts booked, and the safe limit; null where none is set. */
  readonly contacts: number;
  readonly limit: number | null;
  readonly overflow: number;
  readonly stands: ReadonlyMap<string, Stands>;
  readonly seen: number;
  readonly toCome: number;
  readonly missed: number;
  /** Places that may still be booked: free in a session and below the limit. */
  readonly free: number;
  /** Minutes behind: of the visit that should be over, or the next one that should have begun; 0 where on time. */
  readonly behind: number;
  /** When the last visit will be over if the time lost is not made up; null where none is left. */
  readonly finishAbout: Temporal.Instant | null;
}

/** What the day is worked out from. */
export interface DayFacts {
  readonly visits: readonly DayVisit[];
  readonly sessions: readonly Planned[];
  /** Kinds of appointment that take patients. */
  readonly takesPatients: ReadonlySet<string>;
  readonly contacts: number;
  readonly limit: number | null;
  readonly stopped: boolean;
  readonly now: Temporal.Instant;
}

/** Works out a clinician's day: who has been seen, who is next, how far behind it is, when it ends and what is still free. */
export function myDay({ visits, sessions, takesPatients, contacts, limit, stopped, now }: DayFacts): MyDay {
  const stands = standing(visits);
  const count = (...wanted: Stands[]): number => [...stands.values()].filter((one) => wanted.includes(one)).length;
  const behind = minutesBehind(visits, stands, now);
  const left = visits.filter(({ status }) => status === 'booked');
  const last = left.toSorted((a, b) => Temporal.Instant.compare(a.endsAt, b.endsAt)).at(-1);
  return {
    contacts,
    limit,
    overflow: visits.filter(({ kind }) => kind === 'overflow').length,
    stands,
    seen: count('seen'),
    toCome: count('now', 'next', 'to-come'),
    missed: count('did-not-attend'),
    free: stopped ? 0 : freePlaces(partsOf(sessions, takesPatients, now), { contacts, limit, now }),
    behind,
    finishAbout: last ? later(last.endsAt, now).add({ minutes: behind }) : null,
  };
}

function standing(visits: readonly DayVisit[]): Map<string, Stands> {
  const stands = new Map<string, Stands>();
  let nextFound = visits.some(({ status, startedAt }) => status === 'booked' && startedAt !== null);
  for (const { id, status, startedAt } of visits) {
    if (status === 'attended') stands.set(id, 'seen');
    else if (status === 'did_not_attend') stands.set(id, 'did-not-attend');
    else if (startedAt !== null) stands.set(id, 'now');
    else {
      stands.set(id, nextFound ? 'to-come' : 'next');
      nextFound = true;
    }
  }
  return stands;
}

/**
 * A visit under way is behind by what it runs over; else the next one by what it should have begun before: a call back by the end of
 * its window.
 */
function minutesBehind(
  visits: readonly DayVisit[],
  stands: ReadonlyMap<string, Stands>,
  now: Temporal.Instant,
): number {
  const current = visits.find(({ id }) => stands.get(id) === 'now');
  const next = visits.find(({ id }) => stands.get(id) === 'next');
  const should = current ? current.endsAt : (next?.windowUntil ?? next?.startsAt);
  return should === undefined ? 0 : Math.max(0, Math.round(should.until(now).total('minutes')));
}

function partsOf(sessions: readonly Planned[], takesPatients: ReadonlySet<string>, now: Temporal.Instant): Planned[] {
  return sessions.flatMap((session) =>
    bookableParts(session, now.epochMilliseconds, (kind) => takesPatients.has(kind)),
  );
}

function freePlaces(
  sessions: readonly Planned[],
  { contacts, limit, now }: { contacts: number; limit: number | null; now: Temporal.Instant },
): number {
  const below = limit === null ? 0 : Math.max(0, limit - contacts);
  const free = sessions.reduce(
    (sum, session) =>
      sum + freeStarts(session, session.slotMinutes, { from: now.epochMilliseconds, most: below }).length,
    0,
  );
  return Math.min(free, below);
}

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) > 0 ? one : other;
}

/** Why this clinician sees somebody: their own patient, seen before, never seen, or in urgent overflow. */
export function whyYou({
  ownPatient,
  visits,
  visitsWithMe,
  kind,
  their,
}: {
  readonly ownPatient: boolean;
  readonly visits: number;
  readonly visitsWithMe: number;
  readonly kind: 'ordinary' | 'overflow';
  readonly their: string;
}): string {
  if (kind === 'overflow') return 'Urgent, beyond the limit';
  if (visits > 0 && visitsWithMe > 0)
    return visits === 1 ? `You saw ${their} last visit` : `${visitsWithMe} of ${their} last ${visits} visits`;
  if (ownPatient) return 'Your own patient';
  return visits === 0 ? 'No visit known here yet' : 'First time with you';
}

/** How many of somebody's last visits were with their usual GP, in words. */
export function lastVisitsWords({ visits, withUsual }: { visits: number; withUsual: number }, their: string): string {
  if (visits === 0) return 'No visits known here';
  if (visits === 1) return `${withUsual === 1 ? 'Seen' : 'Not seen'} at ${their} last visit`;
  return `${withUsual === 0 ? 'None' : withUsual} of ${their} last ${visits} visits`;
}
