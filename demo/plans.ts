import type { PlanPart } from '#domains/access/plan.ts';
import type { Clinician } from './clinicians.ts';
import type { Day } from './calendar.ts';

/** A session as far as its plan depends on it; times in minutes after midnight. */
interface Planned {
  readonly clinician: Clinician;
  readonly mode: string;
  readonly kind: string;
  readonly day: Day;
  readonly from: number;
  readonly to: number;
  readonly slot: number;
  readonly plan?: readonly PlanPart[] | undefined;
}

/** Days before a session's own on which the places under embargo open, and the time of that day in minutes. */
const embargo = { days: 2, at: 7 * 60 };
/** The time of a session's own day, in minutes, at which what is kept for that day opens. */
const opensOnTheDay = 8 * 60;
const part = (kind: string, [from, to]: readonly [number, number], minutes: number): PlanPart => ({
  kind,
  from,
  to,
  minutes,
  places: 1,
});

/** Who supervises whom: each physician assistant a permanent GP of their own practice, whose mornings keep time for it. */
export function supervisorsOf(clinicians: readonly Clinician[]): Map<Clinician, Clinician> {
  const found = new Map<Clinician, Clinician>();
  for (const associate of clinicians.filter(({ role }) => role === 'physician_associate')) {
    const able = clinicians.filter(
      (one) => one.practice === associate.practice && one.role === 'gp' && one.kind === 'permanent',
    );
    const cast = able.find(({ person }) => person?.key === 'gp');
    const supervisor = cast ?? able[0];
    if (supervisor !== undefined) found.set(associate, supervisor);
  }
  return found;
}

/** The plan of a session, as GPs, nurse practitioners and physician assistants have them; the rest of the sessions are of one kind. */
export function planOf(session: Planned, supervises: ReadonlySet<Clinician>): readonly PlanPart[] | undefined {
  const { clinician, kind, slot, mode, day, from } = session;
  if (mode === 'home_visit') return undefined;
  if (clinician.role === 'physician_associate' && kind === 'ordinary')
    return [part('pre_bookable', [0, 220], slot), part('supervision', [220, 240], slot)];
  if (slot !== 15 || !['gp', 'advanced_nurse'].includes(clinician.role)) return undefined;
  const thatMorning = new Date(day.at(opensOnTheDay)).toISOString();
  if (kind === 'hub')
    return day.working
      ? [part('enhanced_access', [0, 45], 15), { ...part('enhanced_access', [45, 90], 15), opensAt: thatMorning }]
      : undefined;
  if (kind === 'duty') {
    const noon = new Date(day.at(12 * 60)).toISOString();
    return [
      part('duty', [0, 180], 15),
      { ...part('direct_111', [180, 225], 15), releasesAt: noon, releasesAs: 'on_the_day' },
      part('blocked', [225, 250], 15),
    ];
  }
  // A list of calls tells no time but a window.
  const bookable = mode === 'telephone' ? 'telephone_list' : 'pre_bookable';
  const opensAt = new Date(day.at(embargo.at) - embargo.days * 86_400_000).toISOString();
  if (from < 12 * 60)
    return [
      part('on_the_day', [0, 60], 15),
      part(bookable, [60, 150], 15),
      { ...part(bookable, [150, 210], 15), opensAt },
      part(supervises.has(clinician) ? 'supervision' : 'blocked', [210, 240], 15),
    ];
  return [
    part('on_the_day', [0, 45], 15),
    part('e_consult', [45, 75], 15),
    part(bookable, [75, 135], 15),
    { ...part(bookable, [135, 180], 15), opensAt: thatMorning },
    part('care_cohort', [180, 240], 30),
  ];
}

const keptForTheDay = new Set(['on_the_day', 'duty', 'direct_111']);
const closed = new Set(['supervision', 'blocked', 'e_consult', 'care_cohort']);

/** The minutes after midnight at which a session's places begin that can have been booked by `now` (epoch milliseconds). */
export function startsOf(session: Planned, now: number): number[] {
  const { plan, from, to, slot, day } = session;
  const whole = [{ kind: 'pre_bookable', from: 0, to: to - from, minutes: slot, opensAt: undefined }];
  return (plan ?? whole)
    .filter(({ kind }) => !closed.has(kind) && !(keptForTheDay.has(kind) && day.offset > 0))
    .filter(({ opensAt }) => opensAt === undefined || Date.parse(opensAt) <= now)
    .flatMap((one) =>
      Array.from(
        { length: Math.floor((one.to - one.from) / one.minutes) },
        (_, at) => from + one.from + at * one.minutes,
      ),
    );
}
