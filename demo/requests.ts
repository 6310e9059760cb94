import { unmetReasons } from '#domains/access/request/request.ts';
import { wordsForAnswer, wordsForVisit, wordsForWaiting } from './bank.ts';
import { inTime, type InTime } from './in-time.ts';
import { minuteOf, type Calendar, type Day } from './calendar.ts';
import { chanceOf, drawer, drawerOf, type Chance } from './chance.ts';
import {
  answeredWithout,
  askedFor,
  callsByHour,
  channels,
  formsByHour,
  promises,
  UNMET,
  weekdayWeight,
  WITHOUT_VISIT,
} from './parameters.ts';
import type { PatientList } from './patients.ts';
import type { Person } from './people.ts';
import type { Practice } from './practices.ts';
import type { Duty } from './sessions.ts';
import { historyBegins, type Booking, type Who } from './visits.ts';
import type { RequestWords } from './words/request-words.ts';

/** A patient's request; instants are epoch milliseconds. */
export interface Request {
  readonly id: string;
  readonly patient: Who;
  readonly channel: keyof typeof channels;
  readonly words: string;
  readonly reason: string;
  readonly urgency: string;
  readonly status: 'waiting' | 'red_flag' | 'booked' | 'ended';
  readonly outcome: string | undefined;
  readonly unmetReason: string | undefined;
  readonly receivedAt: number;
  readonly dueAt: number;
  readonly endedAt: number | undefined;
  /** Who has it in hand or had it; a waiting one is in nobody's. */
  readonly takenBy: Person | undefined;
}

/** What requests are made from. */
export interface Asking {
  readonly calendar: Calendar;
  readonly lists: readonly PatientList[];
  readonly bookings: readonly Booking[];
  readonly duties: readonly Duty[];
  /** Who answers the telephone of a practice. */
  readonly navigators: (practice: Practice) => readonly Person[];
  readonly seed: number;
}

/** What patients asked for. */
export interface Asked {
  readonly requests: Request[];
  /** The request behind a visit. */
  readonly byBooking: Map<Booking, Request>;
}

interface Making extends Asking {
  readonly chance: Chance;
  readonly asked: Asked;
  readonly kept: InTime;
}

const drawChannel = drawerOf(channels);
const drawForm = drawer(formsByHour);
const drawCall = drawer(callsByHour);
const drawAnswer = drawerOf(answeredWithout);
const whyUnmet = Object.values(unmetReasons);

/** Makes the requests behind the visits, those answered without one, and those waiting now. */
export function makeRequests(asking: Asking): Asked {
  const asked: Asked = { requests: [], byBooking: new Map() };
  const making: Making = { ...asking, chance: chanceOf(asking.seed, 'requests'), asked, kept: inTime() };
  for (const booking of asking.bookings) addBehind(booking, making);
  for (const list of asking.lists) {
    for (const day of asking.calendar.days) if (day.offset <= 0) addWithoutVisit({ list, day }, making);
    addWaiting(list, making);
  }
  return asked;
}

/** A request as it comes in, before anybody has dealt with it. */
export function arrival(
  { patient, channel, receivedAt }: Pick<Request, 'patient' | 'channel' | 'receivedAt'>,
  what: Pick<RequestWords, 'words' | 'reason' | 'urgency'>,
  chance: Chance,
): Request {
  return {
    id: chance.uuid(receivedAt),
    patient,
    channel,
    words: what.words,
    reason: what.reason,
    urgency: what.urgency,
    status: 'waiting',
    outcome: undefined,
    unmetReason: undefined,
    receivedAt,
    dueAt: receivedAt + (promises[what.urgency] ?? 0) * 60_000,
    endedAt: undefined,
    takenBy: undefined,
  };
}

/** The request behind a visit, where there was one and the history reaches back to it. */
function addBehind(booking: Booking, { calendar, navigators, chance, asked, kept }: Making): void {
  const { patient, session, bookedAt, cancelled } = booking;
  const share = booking.overflow === undefined ? (askedFor[session.clinician.role] ?? 0.5) : 1;
  if (!chance.happens(share)) return;
  const channel = session.day.working ? drawChannel(chance) : 'telephone';
  const receivedAt =
    bookedAt - (channel === 'online' ? chance.between(20, 180) * 60_000 : chance.between(100, 520) * 1000);
  if (receivedAt < historyBegins(calendar)) return;
  const waited = booking.startsAt - receivedAt;
  const urgencies = kept.urgencies(waited);
  const what = wordsForVisit(session.clinician.role, { who: patient, urgencies }, chance);
  if (what === undefined) return;
  if (cancelled === undefined) kept.count(what.urgency, waited);
  const request: Request = {
    ...arrival({ patient, channel, receivedAt }, what, chance),
    status: cancelled ? 'ended' : 'booked',
    outcome: cancelled ? 'not-needed' : 'booked',
    endedAt: cancelled ? cancelled.at : bookedAt,
    takenBy: chance.pick(navigators(patient.list.practice)),
  };
  asked.requests.push(request);
  asked.byBooking.set(booking, request);
}

/** Requests of a day that ended without a visit. */
function addWithoutVisit(
  { list, day }: { list: PatientList; day: Day },
  { calendar, navigators, chance, asked }: Making,
): void {
  const count = Math.floor((list.practice.list / 1000) * WITHOUT_VISIT * loadOf(day) + chance.next());
  for (let made = 0; made < count; made += 1) {
    const channel = day.working ? drawChannel(chance) : 'online';
    const receivedAt = day.at(minuteFor(channel, chance)) + chance.below(60) * 1000;
    const patient = { list, at: list.draw(chance) };
    const what = wordsForAnswer(patient, chance);
    const took = channel === 'online' ? chance.between(15, 420) : chance.between(2, 12);
    const endedAt = receivedAt + took * 60_000;
    if (what === undefined || endedAt > calendar.now) continue;
    const unmet = chance.happens(UNMET);
    asked.requests.push({
      ...arrival({ patient, channel, receivedAt }, what, chance),
      status: 'ended',
      outcome: unmet ? 'other-service' : drawAnswer(chance),
      unmetReason: unmet ? chance.pick(whyUnmet) : undefined,
      endedAt,
      takenBy: chance.pick(navigators(list.practice)),
    });
  }
}

/** How busy a day is beside a usual working day. */
function loadOf(day: Day): number {
  const usual = 1.45;
  return day.working || day.weekday > 5 ? (weekdayWeight[day.weekday - 1] ?? usual) / usual : 0.05;
}

/** The minute of the London day at which a request of a channel comes. */
export function minuteFor(channel: Request['channel'], chance: Chance): number {
  return channel === 'online'
    ? drawForm(chance) * 60 + chance.below(60)
    : minuteOf('08:00') + drawCall(chance) * 60 + chance.below(60);
}

/** Whether the practices are open at the moment everything is seen from. */
export function isOpenNow({ now, today }: Calendar): boolean {
  return today.working && now >= today.at(minuteOf('08:00')) && now < today.at(minuteOf('18:30'));
}

/** What waits as the visitor comes in: most in good time, some near their time, a few past it, some not to be met. */
function addWaiting(list: PatientList, { calendar, chance, asked }: Making): void {
  const open = isOpenNow(calendar);
  const count = Math.max(3, Math.round((list.practice.list / 10_000) * (open ? 11 : 5)));
  for (let made = 0; made < count; made += 1) {
    const patient = { list, at: list.draw(chance) };
    const what = wordsForWaiting(patient, chance);
    const receivedAt = calendar.now - chance.between(1, open ? 140 : 600) * 60_000;
    if (what === undefined) continue;
    const request = arrival({ patient, channel: open ? drawChannel(chance) : 'online', receivedAt }, what, chance);
    const near = chance.happens(0.07)
      ? chance.between(4, 55)
      : chance.happens(0.025)
        ? -chance.between(2, 25)
        : undefined;
    asked.requests.push({
      ...request,
      dueAt:
        near === undefined
          ? Math.max(request.dueAt, calendar.now + 70 * 60_000)
          : Math.max(receivedAt + 60_000, calendar.now + near * 60_000),
      unmetReason: chance.happens(UNMET)
        ? chance.pick(whyUnmet)
        : made % 3 === 0 && what.urgency.startsWith('within-')
          ? unmetReasons['no-place-in-time']
          : undefined,
    });
  }
}
