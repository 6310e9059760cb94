import { goesOnAt } from '#domains/access/hand-back.ts';
import { firstAsked } from '#domains/access/duty.ts';
import { chanceOf, type Chance } from './chance.ts';
import type { Clinician } from './clinicians.ts';
import type { Person } from './people.ts';
import type { Practice } from './practices.ts';
import type { Asking } from './requests.ts';
import type { Duty } from './sessions.ts';
import type { Booking } from './visits.ts';
import { closings, handBackWords } from './words/hand-backs.ts';

interface Closed {
  readonly at: number;
  readonly by: Person;
  readonly note: string;
}

/** A hand-back with what it asks and owes; instants are epoch milliseconds, days count from today. */
export interface HandBack {
  readonly id: string;
  readonly booking: Booking;
  readonly nothingAsked: boolean;
  readonly done: string;
  readonly writtenAt: number;
  readonly level: 'practice' | 'duty' | 'group';
  readonly duty: Clinician | undefined;
  readonly askedAt: number;
  readonly acknowledged: { readonly at: number; readonly by: Person } | undefined;
  /** When nobody having acknowledged it takes it on; undefined where it stays or somebody has. */
  readonly goesOnAt: number | undefined;
  readonly settledAt: number | undefined;
  readonly asks: readonly { id: string; what: string; of: string; dueOn: number; closed: Closed | undefined }[];
  readonly owed: readonly {
    id: string;
    test: string;
    owner: Clinician;
    expectedOn: number;
    closed: Closed | undefined;
  }[];
}

/** Days back from today of which visits are handed back: before that the group wrote letters. */
const SINCE = -14;
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** As the rule for all in the database. */
const rule = {
  practiceMinutes: 240,
  dutyMinutes: 120,
  notBefore: Temporal.PlainTime.from('08:00'),
  notAfter: Temporal.PlainTime.from('18:30'),
  awayDays: 7,
  source: '',
};

interface Making extends Asking {
  readonly clinicians: readonly Clinician[];
  readonly chance: Chance;
  readonly doctor: Clinician | undefined;
  /** Results given to the doctor to sign in as. */
  given: number;
}

/**
 * Hands the visits of the last fortnight outside their own practice back. Most are acknowledged within the hour and closed
 * within days; today's last ones wait, and two from before were overlooked. The doctor to sign in as owes three results.
 */
export function makeHandBacks(asking: Asking & { clinicians: readonly Clinician[] }): HandBack[] {
  const { bookings, clinicians, seed } = asking;
  const doctor = clinicians.find(({ person }) => person?.key === 'gp');
  const making: Making = { ...asking, chance: chanceOf(seed, 'hand-backs'), doctor, given: 0 };
  const away = bookings
    .filter(
      ({ status, session, patient }) =>
        status === 'attended' && session.practice !== patient.list.practice && session.day.offset >= SINCE,
    )
    .sort((one, other) => other.endsAt - one.endsAt || (one.id < other.id ? -1 : 1));
  const atHome = away.filter(({ patient }) => patient.list.practice.part === 'home');
  // Looked at late enough that it has gone all the way to the board.
  const overlooked = away.filter(({ endsAt, patient }) => {
    const { level } = putTo({ home: patient.list.practice, writtenAt: endsAt + 10 * MINUTE }, making);
    return level === 'group';
  });
  const waiting = new Set([...away.slice(0, 3), ...atHome.slice(0, 2), ...overlooked.slice(0, 2)]);
  return away.map((booking) => makeOne(booking, { waits: waiting.has(booking) }, making));
}

function makeOne(booking: Booking, { waits }: { waits: boolean }, making: Making): HandBack {
  const { chance, calendar, navigators } = making;
  const words = handBackWords(booking.session.clinician.role);
  const home = booking.patient.list.practice;
  const writtenAt = booking.endsAt + chance.between(1, 8) * MINUTE;
  const acknowledgedAt = writtenAt + chance.between(5, 60) * MINUTE;
  const nothingAsked = !waits && chance.happens(0.3);
  const seen = !nothingAsked && !waits && acknowledgedAt < calendar.now;
  const asks = nothingAsked || !chance.happens(0.7) ? [] : [askOf(words.asks, { writtenAt, home }, making)];
  const owed = nothingAsked ? [] : owedOf(booking, { writtenAt, tests: words.tests }, making);
  const acknowledged = seen ? { at: acknowledgedAt, by: chance.pick(navigators(home)) } : undefined;
  const parts = [...asks, ...owed];
  const closedAts = parts.flatMap(({ closed }) => (closed === undefined ? [] : [closed.at]));
  const isSettled = (nothingAsked || seen) && closedAts.length === parts.length;
  const put = nothingAsked || seen ? standing(writtenAt) : putTo({ home, writtenAt }, making);
  return {
    id: chance.uuid(writtenAt),
    booking,
    nothingAsked,
    done: nothingAsked && chance.happens(0.5) ? '' : chance.pick(words.done),
    writtenAt,
    ...put,
    acknowledged,
    settledAt: isSettled ? Math.max(acknowledged?.at ?? writtenAt, ...closedAts) : undefined,
    asks,
    owed,
  };
}

interface Stands {
  readonly level: HandBack['level'];
  readonly duty: Clinician | undefined;
  readonly askedAt: number;
  readonly goesOnAt: number | undefined;
}

const standing = (writtenAt: number): Stands => ({
  level: 'practice',
  duty: undefined,
  askedAt: writtenAt,
  goesOnAt: undefined,
});

/** With whom a hand-back nobody acknowledged is by now, by the product's own rule. */
function putTo({ home, writtenAt }: { home: Practice; writtenAt: number }, { calendar, duties }: Making): Stands {
  const next = (level: HandBack['level'], from: number): number =>
    goesOnAt(rule, level, Temporal.Instant.fromEpochMilliseconds(Math.round(from)))?.epochMilliseconds ?? Infinity;
  const toDuty = next('practice', writtenAt);
  if (toDuty >= calendar.now) return { ...standing(writtenAt), goesOnAt: toDuty };
  const duty = onDuty(duties, { home, at: toDuty });
  const toGroup = duty === undefined ? toDuty : next('duty', toDuty);
  if (duty !== undefined && toGroup >= calendar.now) return { level: 'duty', duty, askedAt: toDuty, goesOnAt: toGroup };
  return { level: 'group', duty: undefined, askedAt: toGroup, goesOnAt: undefined };
}

function onDuty(duties: readonly Duty[], { home, at }: { home: Practice; at: number }): Clinician | undefined {
  const there = duties.filter(
    (duty) =>
      duty.from <= at && at < duty.to && (duty.level === 'group' || duty.practice === home || duty.hub === home.hub),
  );
  const asked = firstAsked(there.map(({ level, clinician }) => ({ level, clinicianId: clinician.id })));
  return there.find(({ clinician }) => clinician.id === asked.clinicianId)?.clinician;
}

function askOf(
  asks: ReturnType<typeof handBackWords>['asks'],
  { writtenAt, home }: { writtenAt: number; home: Practice },
  { chance, calendar, navigators }: Making,
): HandBack['asks'][number] {
  const { what, of } = chance.pick(asks);
  const writtenOn = Math.floor((writtenAt - calendar.today.at(0)) / DAY);
  const closedAt = writtenAt + chance.between(300, 4000) * MINUTE;
  const closed =
    closedAt < calendar.now
      ? { at: closedAt, by: chance.pick(navigators(home)), note: chance.pick(closings) }
      : undefined;
  return { id: chance.uuid(writtenAt), what, of, dueOn: writtenOn + chance.between(4, 14), closed };
}

/** The results a visit leaves owed: to whoever saw them, or, of the first three at the home practice, to the doctor there. */
function owedOf(
  { session, patient }: Booking,
  { writtenAt, tests }: { writtenAt: number; tests: readonly string[] },
  making: Making,
): HandBack['owed'] {
  const { chance, calendar, doctor } = making;
  const id = chance.uuid(writtenAt);
  const test = chance.pick(tests);
  if (doctor !== undefined && patient.list.practice === doctor.practice && making.given < 3) {
    making.given += 1;
    return [{ id, test, owner: doctor, expectedOn: [-1, 0, 3][making.given - 1] ?? 3, closed: undefined }];
  }
  const closedAt = writtenAt + chance.between(1500, 5000) * MINUTE;
  if (!chance.happens(0.4)) return [];
  // Whoever is not one of the people here leaves it to a GP of the home practice.
  const owner =
    session.clinician.person === undefined
      ? making.clinicians.find(
          ({ practice, role, person }) => practice === patient.list.practice && role === 'gp' && person !== undefined,
        )
      : session.clinician;
  const by = owner?.person;
  if (owner === undefined || by === undefined) return [];
  const closed = closedAt < calendar.now ? { at: closedAt, by, note: chance.pick(closings) } : undefined;
  const writtenOn = Math.floor((writtenAt - calendar.today.at(0)) / DAY);
  return [{ id, test, owner, expectedOn: writtenOn + chance.between(4, 7), closed }];
}
