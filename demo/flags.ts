import { firstAsked, nextAsked, type Asked as AskedOf, type OnDuty } from '#domains/access/duty.ts';
import type { Screened } from '#domains/access/request/request.ts';
import { redFlagOf } from './bank.ts';
import { chanceOf, drawer, type Chance } from './chance.ts';
import { RED_FLAGS_A_DAY, weekdayWeight } from './parameters.ts';
import type { PatientList } from './patients.ts';
import type { Person } from './people.ts';
import type { Practice } from './practices.ts';
import { arrival, isOpenNow, minuteFor, type Asked, type Asking, type Request } from './requests.ts';
import type { Duty } from './sessions.ts';
import { historyBegins } from './visits.ts';

/** A red flag, whom it was put to, and who answered it when; instants are epoch milliseconds. */
export interface RedFlag {
  readonly id: string;
  readonly request: Request;
  readonly found: Screened;
  readonly asked: AskedOf;
  readonly askedAt: number;
  /** Whom it was with before it went on. */
  readonly before: readonly { readonly asked: AskedOf; readonly at: number }[];
  readonly acknowledged: { readonly at: number; readonly by: Person } | undefined;
  readonly closed: { readonly at: number; readonly note: string; readonly danger: string } | undefined;
}

/** Minutes after which an unacknowledged flag goes on to the next level. */
const PATIENCE = 5;
const MINUTE = 60_000;

interface Making extends Asking {
  readonly chance: Chance;
  readonly asked: Asked;
  readonly flags: RedFlag[];
}

/**
 * Makes the red flags of the past weeks, all closed, and those of this moment: one being dealt with and three nobody has
 * seen. Their requests join those asked.
 */
export function makeFlags(asking: Asking, asked: Asked): RedFlag[] {
  const making: Making = { ...asking, asked, flags: [], chance: chanceOf(asking.seed, 'red-flags') };
  addClosed(making);
  const channel = isOpenNow(asking.calendar) ? 'telephone' : 'online';
  [11, 8, 4, 2].forEach((minutes, at) => {
    const list = asking.lists[[1, 2, 3, 0][at] ?? 0] ?? asking.lists[0];
    const acknowledgedAfter = at === 0 ? 2 : undefined;
    const receivedAt = asking.calendar.now - minutes * MINUTE;
    if (list) addFlagged({ list, channel, receivedAt, acknowledgedAfter, open: true }, making);
  });
  return making.flags;
}

function addClosed(making: Making): void {
  const { calendar, lists, chance } = making;
  const drawList = drawer(lists.map((list) => list.practice.list));
  const all = lists.reduce((sum, list) => sum + list.practice.list, 0);
  for (const day of calendar.days) {
    if (day.offset > 0) continue;
    const expected = (all / 100_000) * RED_FLAGS_A_DAY * ((weekdayWeight[day.weekday - 1] ?? 1) / 1.45);
    const count = Math.floor(expected + chance.next());
    for (let made = 0; made < count; made += 1) {
      const list = lists[drawList(chance)];
      const channel = day.working ? chance.pick(['telephone', 'telephone', 'online', 'desk'] as const) : 'online';
      const receivedAt = day.at(minuteFor(channel, chance)) + chance.below(60) * 1000;
      const settled = receivedAt > historyBegins(calendar) && receivedAt < calendar.now - 60 * MINUTE;
      if (list && settled)
        addFlagged({ list, channel, receivedAt, acknowledgedAfter: chance.between(20, 640) / 60 }, making);
    }
  }
}

interface Coming {
  readonly list: PatientList;
  readonly channel: Request['channel'];
  readonly receivedAt: number;
  /** Minutes; undefined while nobody has. */
  readonly acknowledgedAfter: number | undefined;
  /** Still to be closed. */
  readonly open?: boolean;
}

function addFlagged({ list, channel, receivedAt, acknowledgedAfter, open }: Coming, making: Making): void {
  const { chance, asked, flags, navigators, calendar } = making;
  const patient = { list, at: list.draw(chance) };
  const flagged = redFlagOf(patient, chance);
  if (flagged === undefined) return;
  const { what, found } = flagged;
  const acknowledgedAt = acknowledgedAfter === undefined ? undefined : receivedAt + acknowledgedAfter * MINUTE;
  const closedAt =
    acknowledgedAt === undefined || open === true ? undefined : acknowledgedAt + chance.between(4, 35) * MINUTE;
  const waited = acknowledgedAt ?? calendar.now;
  const request: Request = {
    ...arrival({ patient, channel, receivedAt }, { words: what.words, reason: 'Red flag', urgency: 'urgent' }, chance),
    status: closedAt === undefined ? 'red_flag' : 'ended',
    outcome: closedAt === undefined ? undefined : 'dealt_with',
    endedAt: closedAt,
    takenBy: channel === 'online' ? undefined : chance.pick(navigators(list.practice)),
  };
  asked.requests.push(request);
  for (const one of found) {
    const put = putTo({ practice: list.practice, raisedAt: receivedAt, until: waited }, making.duties);
    flags.push({
      id: chance.uuid(receivedAt),
      request,
      found: one,
      ...put,
      acknowledged:
        acknowledgedAt === undefined || put.by === undefined ? undefined : { at: acknowledgedAt, by: put.by },
      closed:
        closedAt === undefined || put.by === undefined
          ? undefined
          : { at: closedAt, note: what.closing, danger: what.danger ?? 'yes' },
    });
  }
}

/** Whom a flag is put to, and with whom it ends up if nobody acknowledges it in time, by the product's own rules. */
function putTo(
  { practice, raisedAt, until }: { practice: Practice; raisedAt: number; until: number },
  duties: readonly Duty[],
) {
  const on = duties.filter((duty) => duty.from <= raisedAt && raisedAt < duty.to && answersFor(duty, practice));
  const onDuty: OnDuty[] = on.map((duty) => ({ level: duty.level, clinicianId: duty.clinician.id }));
  let asked = firstAsked(onDuty);
  let askedAt = raisedAt;
  const before: { asked: AskedOf; at: number }[] = [];
  while (until - askedAt > PATIENCE * MINUTE) {
    const next = nextAsked(
      asked,
      onDuty,
      before.flatMap((one) => one.asked.clinicianId ?? []),
    );
    if (next === undefined) break;
    before.push({ asked, at: askedAt });
    asked = next;
    askedAt += PATIENCE * MINUTE;
  }
  return { asked, askedAt, before, by: on.find((duty) => duty.clinician.id === asked.clinicianId)?.clinician.person };
}

function answersFor(duty: Duty, practice: Practice): boolean {
  return duty.level === 'group' || duty.practice === practice || duty.hub === practice.hub;
}

/** Whether a flag still waits for somebody to see it. */
export function isUnseen(flag: RedFlag): boolean {
  return flag.acknowledged === undefined && flag.closed === undefined;
}

/** When an unseen flag goes on to the next level. */
export function goesOnAt(flag: RedFlag): number {
  return flag.askedAt + PATIENCE * MINUTE;
}
