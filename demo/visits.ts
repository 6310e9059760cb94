import type { Calendar, Day } from './calendar.ts';
import { HISTORY_DAYS } from './calendar.ts';
import { chanceOf, drawer, type Chance } from './chance.ts';
import type { Clinician } from './clinicians.ts';
import { bookedAhead, bookingInterval, callsByHour, limitPath, usedPlaces } from './parameters.ts';
import type { PatientList } from './patients.ts';
import type { Practice } from './practices.ts';
import type { Session } from './sessions.ts';

/** A patient, by the place in their practice's list. */
export interface Who {
  readonly list: PatientList;
  readonly at: number;
}

/** A booking of a slot; instants are epoch milliseconds. */
export interface Booking {
  readonly id: string;
  readonly session: Session;
  readonly patient: Who;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly bookedAt: number;
  /** Days between booking and visit. */
  readonly interval: number;
  readonly status: 'booked' | 'attended' | 'did_not_attend' | 'cancelled';
  readonly cancelledAt: number | undefined;
}

interface World {
  readonly calendar: Calendar;
  readonly lists: readonly PatientList[];
  readonly sessions: readonly Session[];
  /** Whether a practice shares its places with the group on a day. */
  readonly shares: (practice: Practice, day: Day) => boolean;
  readonly seed: number;
}

/** The group's safe limit that many days from today. */
export function limitOn(clinician: Clinician, day: Day): number {
  const path = limitPath.findLast((step) => step.from <= day.offset);
  return clinician.ownLimit ?? path?.contacts ?? 0;
}

/** Fills the sessions with visits as busily as the parameters say, never past a limit, nobody twice in a day. */
export function makeBookings(world: World): Booking[] {
  const chance = chanceOf(world.seed, 'bookings');
  const bookings: Booking[] = [];
  const seen = new Map<PatientList, Int16Array>(
    world.lists.map((list) => [list, new Int16Array(list.practice.list).fill(-999)]),
  );
  const byPractice = new Map(world.lists.map((list) => [list.practice, list]));
  const byDay = Map.groupBy(world.sessions, (session) => session.day);
  for (const [day, sessions] of byDay) {
    for (const [clinician, theirs] of Map.groupBy(sessions, (session) => session.clinician)) {
      const places = placesOf(theirs);
      const most = Math.min(limitOn(clinician, day), places.length);
      const wanted = Math.min(most, Math.round(shareUsed(clinician, day, { chance, places: places.length, most })));
      let taken = 0;
      for (const place of chance.shuffled(places)) {
        if (taken >= wanted) break;
        const patient = choosePatient(place.session, { world, byPractice, seen, chance });
        if (patient === undefined) continue;
        const booking = bookPlace(place, patient, { calendar: world.calendar, chance });
        if (booking === undefined) continue;
        bookings.push(booking);
        seen.get(patient.list)?.fill(day.offset, patient.at, patient.at + 1);
        if (booking.status !== 'cancelled') taken += 1;
      }
    }
  }
  return bookings;
}

interface Place {
  readonly session: Session;
  readonly minute: number;
}

function placesOf(sessions: readonly Session[]): Place[] {
  return sessions.flatMap((session) => {
    const count = Math.floor((session.to - session.from) / session.slot);
    return Array.from({ length: count }, (_, at) => ({ session, minute: session.from + at * session.slot }));
  });
}

function shareUsed(
  clinician: Clinician,
  day: Day,
  { chance, places, most }: { chance: Chance; places: number; most: number },
): number {
  if (day.offset > 0)
    return most * Math.min(1, chance.around(bookedAhead[Math.min(5, Math.floor((day.offset - 1) / 7))] ?? 0.3, 0.08));
  const mean = clinician.role === 'gp' ? usedPlaces.gp : usedPlaces.other;
  return places * Math.min(1, chance.around(mean + (day.offset === 0 ? 0.03 : 0), 0.07));
}

interface Choosing {
  readonly world: World;
  readonly byPractice: ReadonlyMap<Practice, PatientList>;
  readonly seen: ReadonlyMap<PatientList, Int16Array>;
  readonly chance: Chance;
}

/** Who comes: people of the host, at a hub of any practice that shares, and half the time the GP's own patients. */
function choosePatient(session: Session, { world, byPractice, seen, chance }: Choosing): Who | undefined {
  const { practice, clinician, day } = session;
  const shared = session.kind === 'hub' || chance.happens(0.03);
  const from =
    shared && world.shares(practice, day)
      ? otherPractice(session, { world, byPractice, chance })
      : byPractice.get(practice);
  if (from === undefined) return undefined;
  const own = from.gps.indexOf(clinician);
  const continuity = own >= 0 && chance.happens(0.45);
  for (let tries = 0; tries < 20; tries += 1) {
    const at = from.draw(chance);
    if (seen.get(from)?.[at] === day.offset) continue;
    if (continuity && tries < 12 && from.usualGp[at] !== own) continue;
    return { list: from, at };
  }
  return undefined;
}

function otherPractice(
  session: Session,
  { world, byPractice, chance }: Omit<Choosing, 'seen'>,
): PatientList | undefined {
  const members = world.lists.filter(
    (list) => list.practice.hub === session.practice.hub && world.shares(list.practice, session.day),
  );
  if (members.length === 0) return byPractice.get(session.practice);
  return members[drawer(members.map((list) => list.practice.list))(chance)];
}

interface Booker {
  readonly calendar: Calendar;
  readonly chance: Chance;
}

const GRACE = 10 * 60_000;

function bookPlace(place: Place, patient: Who, { calendar, chance }: Booker): Booking | undefined {
  const { session } = place;
  const startsAt = session.day.at(place.minute);
  const endsAt = startsAt + session.slot * 60_000;
  const booked = bookedWhen(session.day, place.minute, { calendar, chance });
  if (booked === undefined) return undefined;
  const missed = bookingInterval.find((band) => booked.interval <= band.to)?.missed ?? 0.08;
  const over = endsAt + GRACE < calendar.now;
  const cancelled = booked.interval > 0 && chance.happens(0.05);
  const until = Math.min(startsAt, calendar.now);
  return {
    id: chance.uuid(booked.at),
    session,
    patient,
    startsAt,
    endsAt,
    bookedAt: booked.at,
    interval: booked.interval,
    status: cancelled ? 'cancelled' : !over ? 'booked' : chance.happens(missed) ? 'did_not_attend' : 'attended',
    cancelledAt: cancelled ? booked.at + (until - booked.at) * (0.2 + 0.75 * chance.next()) : undefined,
  };
}

const chances: number[] = bookingInterval.flatMap(({ from, to, share }) =>
  Array.from({ length: to - from + 1 }, () => share / (to - from + 1)),
);
const upTo = chances.map((_, at) => chances.slice(0, at + 1).reduce((sum, each) => sum + each, 0));
const drawCallHour = drawer(callsByHour);

/** When a visit was booked: never in the future, and on a day on which somebody was there to book it. */
function bookedWhen(
  day: Day,
  minute: number,
  { calendar, chance }: Booker,
): { at: number; interval: number } | undefined {
  const least = Math.max(0, day.offset);
  for (let tries = 0; tries < 4; tries += 1) {
    const below = least === 0 ? 0 : (upTo[least - 1] ?? 0);
    const drawn = below + chance.next() * ((upTo.at(-1) ?? 100) - below);
    let interval = upTo.findIndex((sum) => drawn <= sum);
    while (interval > 0 && !calendar.day(day.offset - interval).working) interval += 1;
    const on = calendar.day(day.offset - interval);
    const latest = interval === 0 ? Math.min(minute - 4, 18 * 60 + 20) : 18 * 60 + 20;
    let asked = 480 + drawCallHour(chance) * 60 + chance.below(60);
    if (asked > latest) asked = 480 + chance.below(Math.max(1, latest - 480));
    const at = on.at(asked) + chance.below(60) * 1000;
    if (at < calendar.now) return { at, interval };
  }
  return undefined;
}

/** The first instant of the demonstration's history. */
export function historyBegins(calendar: Calendar): number {
  return calendar.day(-HISTORY_DAYS).at(0);
}
