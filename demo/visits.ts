import type { Calendar, Day } from './calendar.ts';
import { HISTORY_DAYS, minuteOf } from './calendar.ts';
import { chanceOf, drawer, type Chance } from './chance.ts';
import type { Clinician } from './clinicians.ts';
import {
  bookedAhead,
  bookingInterval,
  callsByHour,
  CANCELLED,
  FULL_TODAY,
  limitPath,
  usedPlaces,
  weekdayWeight,
} from './parameters.ts';
import type { PatientList } from './patients.ts';
import type { Practice } from './practices.ts';
import { startsOf } from './plans.ts';
import type { Session } from './sessions.ts';
import { cancelReasons, overflowReasons } from './words/reasons.ts';

/** A patient, by the place in their practice's list. */
export interface Who {
  readonly list: PatientList;
  readonly at: number;
}

/** A booking; instants are epoch milliseconds. */
export interface Booking {
  readonly id: string;
  /** The session it is in; overflow stands beside the session on which it was put. */
  readonly session: Session;
  readonly patient: Who;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly bookedAt: number;
  /** Days between booking and visit. */
  readonly interval: number;
  readonly status: 'booked' | 'attended' | 'did_not_attend' | 'cancelled';
  readonly cancelled: { readonly at: number; readonly reason: string } | undefined;
  readonly overflow: string | undefined;
}

interface World {
  readonly calendar: Calendar;
  readonly lists: readonly PatientList[];
  readonly sessions: readonly Session[];
  /** Whether a practice shares its places with the group on a day. */
  readonly shares: (practice: Practice, day: Day) => boolean;
  readonly seed: number;
}

interface Filling {
  readonly world: World;
  readonly chance: Chance;
  readonly byPractice: ReadonlyMap<Practice, PatientList>;
  /** The last day on which each patient of a list has a visit. */
  readonly seen: ReadonlyMap<PatientList, Int16Array>;
  readonly bookings: Booking[];
}

/** The safe limit of a clinician on a day. */
function limitOn(clinician: Clinician, day: Day): number {
  return clinician.ownLimit ?? limitPath.findLast((step) => step.from <= day.offset)?.contacts ?? 0;
}

/** Fills the sessions with visits as busily as the parameters say, never past a limit, nobody twice in a day. */
export function makeBookings(world: World): Booking[] {
  const filling: Filling = {
    world,
    chance: chanceOf(world.seed, 'bookings'),
    byPractice: new Map(world.lists.map((list) => [list.practice, list])),
    seen: new Map(world.lists.map((list) => [list, new Int16Array(list.practice.list).fill(-999)])),
    bookings: [],
  };
  for (const [day, sessions] of Map.groupBy(world.sessions, (session) => session.day)) {
    for (const [clinician, theirs] of Map.groupBy(sessions, (session) => session.clinician)) {
      fillDay({ day, clinician, theirs }, filling);
    }
  }
  return filling.bookings;
}

interface Working {
  readonly day: Day;
  readonly clinician: Clinician;
  readonly theirs: readonly Session[];
}

function fillDay({ day, clinician, theirs }: Working, filling: Filling): void {
  const { world, chance, seen, bookings } = filling;
  const places = placesOf(theirs, filling.world.calendar.now);
  const most = Math.min(limitOn(clinician, day), places.length);
  const wanted = Math.min(
    most,
    Math.round(wantedOn({ day, clinician, theirs }, { places: places.length, most, chance })),
  );
  const full = day.offset === 0 && clinician.role === 'gp' && chance.happens(FULL_TODAY);
  let taken = 0;
  for (const place of chance.shuffled(places)) {
    if (taken >= (full ? most : wanted)) break;
    const patient = choosePatient(place.session, filling);
    if (patient === undefined) continue;
    const booking = bookPlace(place, patient, { calendar: world.calendar, chance });
    // A place that somebody will ask for later today stays free until then, but for the few who are full already.
    if (booking !== undefined) {
      bookings.push(booking);
      seen.get(patient.list)?.fill(day.offset, patient.at, patient.at + 1);
    }
    if (booking === undefined ? !full : booking.cancelled === undefined) taken += 1;
  }
  const duty = theirs.find((session) => session.kind === 'duty');
  if (day.offset <= 0 && clinician.role === 'gp' && taken >= most && chance.happens(duty ? 0.5 : 0.06)) {
    addOverflow(duty ?? theirs[0], filling);
  }
}

interface Place {
  readonly session: Session;
  readonly minute: number;
}

function placesOf(sessions: readonly Session[], now: number): Place[] {
  return sessions.flatMap((session) => {
    return startsOf(session, now).map((minute) => ({ session, minute }));
  });
}

interface Room {
  readonly places: number;
  readonly most: number;
  readonly chance: Chance;
}

function wantedOn({ day, clinician, theirs }: Working, { places, most, chance }: Room): number {
  if (day.offset > 0) {
    const ahead = bookedAhead[Math.min(bookedAhead.length - 1, Math.floor((day.offset - 1) / 7))] ?? 0;
    return most * Math.min(1, chance.around(ahead, 0.08));
  }
  const mean = clinician.role === 'gp' ? usedPlaces.gp : usedPlaces.other;
  const busier = theirs.some((session) => session.kind === 'duty') ? 0.06 : 0;
  return places * Math.min(1, chance.around(mean + busier, 0.07));
}

/** Who comes: people of the host, at a hub of any practice that shares, and half the time the GP's own patients. */
function choosePatient(session: Session, filling: Filling): Who | undefined {
  const { world, byPractice, seen, chance } = filling;
  const { practice, clinician, day } = session;
  const shared = (session.kind === 'hub' || chance.happens(0.03)) && world.shares(practice, day);
  const list = shared ? sharingList(session, filling) : byPractice.get(practice);
  if (list === undefined) return undefined;
  const own = list.gps.indexOf(clinician);
  const continuity = own >= 0 && chance.happens(0.45);
  for (let tries = 0; tries < 20; tries += 1) {
    const at = list.draw(chance);
    if (seen.get(list)?.[at] === day.offset || !comesTo(clinician.role, list.ages[at] ?? 40)) continue;
    if (!canBeSeen(session, { list, at })) continue;
    if (continuity && tries < 12 && list.usualGp[at] !== own) continue;
    return { list, at };
  }
  return undefined;
}

/** Nobody is given a visit by telephone who has none. */
function canBeSeen({ mode }: Session, { list, at }: Who): boolean {
  return mode !== 'telephone' || (list.phones[at] ?? '') !== '';
}

/** Small children do not come to everyone. */
function comesTo(role: string, age: number): boolean {
  if (role === 'pharmacist' || role === 'social_prescriber' || role === 'hca') return age >= 16;
  if (role === 'physio') return age >= 5;
  return role === 'mental_health' ? age >= 12 : true;
}

function sharingList(session: Session, { world, byPractice, chance }: Filling): PatientList | undefined {
  const sharing = world.lists.filter(
    ({ practice }) => practice.hub === session.practice.hub && world.shares(practice, session.day),
  );
  if (sharing.length === 0) return byPractice.get(session.practice);
  return sharing[drawer(sharing.map(({ practice }) => practice.list))(chance)];
}

interface Booker {
  readonly calendar: Calendar;
  readonly chance: Chance;
}

/** Minutes after a visit in which its outcome may still be open. */
const GRACE = 10 * 60_000;

function bookPlace({ session, minute }: Place, patient: Who, { calendar, chance }: Booker): Booking | undefined {
  const booked = bookedWhen(session.day, minute, { calendar, chance });
  if (booked === undefined) return undefined;
  const startsAt = session.day.at(minute);
  const endsAt = startsAt + session.slot * 60_000;
  const missed = bookingInterval.find((band) => booked.interval <= band.to)?.missed ?? 0;
  const over = endsAt + GRACE < calendar.now;
  const cancels = booked.interval > 0 && chance.happens(CANCELLED);
  const until = Math.min(startsAt, calendar.now);
  return {
    id: chance.uuid(booked.at),
    session,
    patient,
    startsAt,
    endsAt,
    bookedAt: booked.at,
    interval: booked.interval,
    status: cancels ? 'cancelled' : !over ? 'booked' : chance.happens(missed) ? 'did_not_attend' : 'attended',
    cancelled: cancels
      ? { at: booked.at + (until - booked.at) * (0.2 + 0.75 * chance.next()), reason: chance.pick(cancelReasons) }
      : undefined,
    overflow: undefined,
  };
}

/** Share of each interval in days, and of all up to it. */
const byInterval = bookingInterval.flatMap(({ from, to, share }) =>
  Array.from({ length: to - from + 1 }, () => share / (to - from + 1)),
);
const upTo = byInterval.map((_, at) => byInterval.slice(0, at + 1).reduce((sum, each) => sum + each, 0));
const WHOLE = upTo.at(-1) ?? 100;
const BUSIEST = Math.max(...weekdayWeight);
const drawCallHour = drawer(callsByHour);
const OPENS = minuteOf('08:00');
const LAST_CALL = minuteOf('18:20');

/**
 * When a visit was booked: on a day on which somebody was there to book it, more on Mondays than on Fridays, and never in
 * the future. Undefined where it would be asked for later today.
 */
function bookedWhen(
  day: Day,
  minute: number,
  { calendar, chance }: Booker,
): { at: number; interval: number } | undefined {
  const least = Math.max(0, day.offset);
  const below = least === 0 ? 0 : (upTo[least - 1] ?? 0);
  for (let tries = 0; tries < 40; tries += 1) {
    const drawn = below + chance.next() * (WHOLE - below);
    const interval = Math.max(
      least,
      upTo.findIndex((sum) => drawn <= sum),
    );
    const on = calendar.day(day.offset - interval);
    if (interval > 0 && !(on.working && chance.happens((weekdayWeight[on.weekday - 1] ?? 1) / BUSIEST))) continue;
    const latest = interval === 0 ? Math.min(minute - 4, LAST_CALL) : LAST_CALL;
    let asked = OPENS + drawCallHour(chance) * 60 + chance.below(60);
    if (asked > latest) asked = OPENS + chance.below(Math.max(1, latest - OPENS));
    const at = on.at(asked) + chance.below(60) * 1000;
    if (at < calendar.now) return { at, interval };
    if (interval === 0) return undefined;
  }
  return undefined;
}

/** Urgent visits past the limit, outside the places, on the day itself: counted apart and never refused. */
function addOverflow(beside: Session | undefined, { world, chance, byPractice, seen, bookings }: Filling): void {
  const list = beside === undefined ? undefined : byPractice.get(beside.practice);
  if (beside === undefined || list === undefined) return;
  const { calendar } = world;
  const count = 1 + chance.below(3);
  for (let made = 0; made < count; made += 1) {
    const startsAt = beside.day.at(beside.to - chance.below(12) * 5 + 15);
    const bookedAt = startsAt - chance.between(25, 170) * 60_000;
    const at = list.draw(chance);
    if (bookedAt > calendar.now || seen.get(list)?.[at] === beside.day.offset || !canBeSeen(beside, { list, at }))
      continue;
    seen.get(list)?.fill(beside.day.offset, at, at + 1);
    const endsAt = startsAt + 10 * 60_000;
    bookings.push({
      id: chance.uuid(bookedAt),
      session: beside,
      patient: { list, at },
      startsAt,
      endsAt,
      bookedAt,
      interval: 0,
      status: endsAt + GRACE < calendar.now ? 'attended' : 'booked',
      cancelled: undefined,
      overflow: chance.pick(overflowReasons),
    });
  }
}

/** The first instant of the demonstration's history. */
export function historyBegins(calendar: Calendar): number {
  return calendar.day(-HISTORY_DAYS).at(0);
}
