import type { Calendar, Day } from './calendar.ts';
import { minuteOf } from './calendar.ts';
import { chanceOf, drawer, drawerOf, type Chance } from './chance.ts';
import { channels, formsByHour, callsByHour, weekdayWeight } from './parameters.ts';
import type { PatientList } from './patients.ts';
import type { Person } from './people.ts';
import type { Practice } from './practices.ts';
import type { Duty } from './sessions.ts';
import { historyBegins, type Booking, type Who } from './visits.ts';
import { redFlagWords, requestWords, type RedFlagWords, type RequestWords, type Urgency } from './words/requests.ts';

/** A patient's request. */
export interface Request {
  readonly id: string;
  readonly patient: Who;
  readonly channel: keyof typeof channels;
  readonly words: string;
  readonly reason: string;
  readonly urgency: Urgency;
  readonly status: 'waiting' | 'red_flag' | 'booked' | 'ended';
  readonly outcome: string | undefined;
  readonly unmetReason: string | undefined;
  readonly receivedAt: number;
  readonly dueAt: number;
  readonly endedAt: number | undefined;
  readonly takenBy: Person;
  readonly booking: Booking | undefined;
}

/** A red flag of a request, and who answered it. */
export interface RedFlag {
  readonly id: string;
  readonly request: Request;
  readonly what: RedFlagWords;
  readonly softened: boolean;
  readonly asked: Duty | undefined;
  readonly acknowledgedAt: number | undefined;
  readonly closedAt: number | undefined;
}

interface World {
  readonly calendar: Calendar;
  readonly lists: readonly PatientList[];
  readonly bookings: readonly Booking[];
  readonly duties: readonly Duty[];
  readonly navigators: (practice: Practice) => readonly Person[];
  readonly seed: number;
}

/** What patients asked for, and the red flags among it. */
export interface Asked {
  readonly requests: Request[];
  readonly flags: RedFlag[];
  readonly byBooking: ReadonlyMap<Booking, Request>;
}

/** Share of visits that somebody asked for; the others were recalls, reviews and follow-ups. */
const askedFor: Readonly<Record<string, number>> = { gp: 0.86, advanced_nurse: 0.9, paramedic: 0.92, physician_associate: 0.9, physio: 0.8, mental_health: 0.7, pharmacist: 0.6, nurse: 0.45, hca: 0.3, social_prescriber: 0.5 }; // prettier-ignore
/** Minutes within which a request is promised an answer or a visit. */
const promise: Readonly<Record<Urgency, number>> = {
  urgent: 120,
  same_day: 8 * 60,
  soon: 7 * 1440,
  routine: 14 * 1440,
  admin: 5 * 1440,
};
const drawChannel = drawerOf(channels);
const drawForm = drawer(formsByHour);
const drawCall = drawer(callsByHour);
const drawEnd = drawerOf({ admin_done: 0.5, pharmacy: 0.2, self_care: 0.12, advice: 0.13, unmet: 0.05 });
const unmetReasons = ['no_place_in_time', 'declined_offers', 'no_answer_to_call', 'no_interpreter'];

/** Makes the requests behind the visits, those that ended without one, and those waiting now. */
export function makeRequests(world: World): Asked {
  const chance = chanceOf(world.seed, 'requests');
  const byBooking = new Map<Booking, Request>();
  const requests: Request[] = [];
  const begins = historyBegins(world.calendar);
  for (const booking of world.bookings) {
    if (booking.bookedAt < begins + 3_600_000 || !chance.happens(askedFor[booking.session.clinician.role] ?? 0.5))
      continue;
    const request = behindBooking(booking, { world, chance });
    requests.push(request);
    if (request.status === 'booked') byBooking.set(booking, request);
  }
  const flags: RedFlag[] = [];
  for (const list of world.lists) {
    for (const day of world.calendar.days) {
      if (day.offset <= 0) withoutVisit({ list, day, requests, flags }, { world, chance });
    }
  }
  waitingNow({ requests, flags }, { world, chance });
  return { requests, flags, byBooking };
}

interface Making {
  readonly world: World;
  readonly chance: Chance;
}

function wordsFor(who: Who, fits: (one: RequestWords) => boolean, chance: Chance): RequestWords {
  const able = requestWords.filter(fits);
  for (let tries = 0; tries < 12; tries += 1) {
    const one = chance.pick(able.length > 0 ? able : requestWords);
    if (suits(one, who)) return one;
  }
  return chance.pick(able.length > 0 ? able : requestWords);
}

function suits(one: { ages?: readonly [number, number]; sex?: 'female' | 'male' }, { list, at }: Who): boolean {
  const age = list.ages[at] ?? 40;
  const [from, to] = one.ages ?? [0, 120];
  return age >= from && age <= to && (one.sex === undefined || (one.sex === 'female') === (list.female[at] === 1));
}

function behindBooking(booking: Booking, { world, chance }: Making): Request {
  const { role } = booking.session.clinician;
  const quick = booking.interval <= 1;
  const what = wordsFor(
    booking.patient,
    (one) => one.roles.includes(role) && quick === (one.urgency === 'urgent' || one.urgency === 'same_day'),
    chance,
  );
  const channel = drawChannel(chance);
  const before = channel === 'online' ? chance.between(20, 180) : chance.between(2, 9);
  const receivedAt = booking.bookedAt - before * 60_000;
  const cancelled = booking.status === 'cancelled';
  return {
    id: chance.uuid(receivedAt),
    patient: booking.patient,
    channel,
    words: what.words,
    reason: what.reason,
    urgency: what.urgency,
    status: cancelled ? 'ended' : 'booked',
    outcome: cancelled ? 'no_longer_needed' : 'booked',
    unmetReason: undefined,
    receivedAt,
    dueAt: receivedAt + promise[what.urgency] * 60_000,
    endedAt: cancelled ? booking.cancelledAt : booking.bookedAt,
    takenBy: chance.pick(world.navigators(booking.patient.list.practice)),
    booking,
  };
}

interface Gathering {
  readonly requests: Request[];
  readonly flags: RedFlag[];
}

/** Requests of a day that ended without a visit: about four in a thousand patients on a Wednesday. */
function withoutVisit(
  { list, day, requests, flags }: Gathering & { list: PatientList; day: Day },
  { world, chance }: Making,
): void {
  const weight = (weekdayWeight[day.weekday - 1] ?? 1) / 1.45;
  const expected = list.practice.list * 0.0036 * (day.working || day.weekday > 5 ? weight : 0.06);
  const count = Math.floor(expected + chance.next());
  for (let made = 0; made < count; made += 1) {
    const channel = day.working ? drawChannel(chance) : 'online';
    const minute =
      channel === 'online' ? drawForm(chance) * 60 + chance.below(60) : 480 + drawCall(chance) * 60 + chance.below(60);
    const receivedAt = day.at(minute) + chance.below(60) * 1000;
    const patient = { list, at: list.draw(chance) };
    const takenBy = chance.pick(world.navigators(list.practice));
    if (receivedAt > world.calendar.now - 3_600_000) continue;
    if (chance.happens(0.018))
      flagged({ requests, flags }, { patient, receivedAt, channel, takenBy }, { world, chance });
    else {
      const what = wordsFor(patient, (one) => one.urgency === 'admin', chance);
      const outcome = drawEnd(chance);
      const took = channel === 'online' ? chance.between(15, 420) : chance.between(2, 12);
      requests.push({
        id: chance.uuid(receivedAt),
        patient, channel, words: what.words, reason: what.reason, urgency: what.urgency, status: 'ended', outcome,
        unmetReason: outcome === 'unmet' ? chance.pick(unmetReasons) : undefined,
        receivedAt,
        dueAt: receivedAt + promise[what.urgency] * 60_000,
        endedAt: Math.min(world.calendar.now - 60_000, receivedAt + took * 60_000),
        takenBy,
        booking: undefined,
      }); // prettier-ignore
    }
  }
}

interface Arriving {
  readonly patient: Who;
  readonly receivedAt: number;
  readonly channel: keyof typeof channels;
  readonly takenBy: Person;
  readonly open?: boolean;
}

function flagged(
  { requests, flags }: Gathering,
  { patient, receivedAt, channel, takenBy, open }: Arriving,
  { world, chance }: Making,
): void {
  const able = redFlagWords.filter((one) => suits(one, patient));
  const what = able.length > 0 ? chance.pick(able) : redFlagWords[0];
  if (what === undefined) return;
  const acknowledgedAt = open === true ? undefined : receivedAt + chance.between(20, 400) * 1000;
  const closedAt = acknowledgedAt === undefined ? undefined : acknowledgedAt + chance.between(4, 35) * 60_000;
  const request: Request = {
    id: chance.uuid(receivedAt),
    patient,
    channel,
    words: what.words,
    reason: '',
    urgency: 'urgent',
    status: closedAt === undefined ? 'red_flag' : 'ended',
    outcome: closedAt === undefined ? undefined : 'red_flag_closed',
    unmetReason: undefined,
    receivedAt,
    dueAt: receivedAt + 10 * 60_000,
    endedAt: closedAt,
    takenBy,
    booking: undefined,
  };
  requests.push(request);
  flags.push({
    id: chance.uuid(receivedAt),
    request,
    what,
    softened: false,
    asked: askedAt(patient.list.practice, receivedAt, world.duties),
    acknowledgedAt,
    closedAt,
  });
}

/** The practice's duty doctor, else its hub's, else the group's. */
function askedAt(practice: Practice, instant: number, duties: readonly Duty[]): Duty | undefined {
  const on = duties.filter((duty) => duty.from <= instant && instant < duty.to);
  return (
    on.find((duty) => duty.practice === practice) ??
    on.find((duty) => duty.hub === practice.hub) ??
    on.find((duty) => duty.level === 'group')
  );
}

/** What waits as the visitor comes in: some near their time, a few past it, and three unanswered red flags. */
function waitingNow({ requests, flags }: Gathering, { world, chance }: Making): void {
  const { now, today } = world.calendar;
  const hour = minuteOf(new Date(now).toISOString().slice(11, 16)) / 60;
  const busy = today.working && hour > 7.5 && hour < 18.5;
  for (const list of world.lists) {
    const count = Math.max(3, Math.round((list.practice.list / 10_000) * (busy ? 12 : 5)));
    for (let made = 0; made < count; made += 1) {
      const patient = { list, at: list.draw(chance) };
      const what = wordsFor(patient, (one) => made > 1 || one.urgency === 'same_day', chance);
      const receivedAt = now - chance.between(1, busy ? 150 : 600) * 60_000;
      const near = made < 2 ? chance.between(-12, 50) : undefined;
      requests.push({
        id: chance.uuid(receivedAt),
        patient,
        channel: busy ? drawChannel(chance) : 'online',
        words: what.words, reason: what.reason, urgency: what.urgency, status: 'waiting', outcome: undefined, unmetReason: undefined,
        receivedAt,
        dueAt: near === undefined ? receivedAt + promise[what.urgency] * 60_000 : now + near * 60_000,
        endedAt: undefined,
        takenBy: chance.pick(world.navigators(list.practice)),
        booking: undefined,
      }); // prettier-ignore
    }
  }
  [2, 9, 16].forEach((minutes, at) => {
    const list = world.lists[at % world.lists.length];
    if (list === undefined) return;
    const arriving = {
      patient: { list, at: list.draw(chance) },
      receivedAt: now - minutes * 60_000,
      channel: 'online' as const,
      open: true,
    };
    flagged(
      { requests, flags },
      { ...arriving, takenBy: chance.pick(world.navigators(list.practice)) },
      { world, chance },
    );
  });
}
