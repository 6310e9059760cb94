import { england, isWorkingDay } from '#kernel/working-day.ts';
import type { OpenHours } from './open-hours.ts';

/** What is known of where and by whom somebody is to be seen beyond the limit. */
export interface OverflowPlace {
  readonly clinicianId: string;
  readonly clinicianName: string;
  /** The clinician's sessions of that day, at any practice the actor sees. */
  readonly sessions: readonly {
    readonly from: Temporal.Instant;
    readonly to: Temporal.Instant;
    readonly place: string;
  }[];
  /** Whether they are on duty at that time. */
  readonly onDuty: boolean;
  readonly practiceName: string;
  /** Null where nobody has said when the practice is open. */
  readonly opening: OpenHours | null;
}

/** Something to be known before urgent overflow is booked: `says` it, `token` is what its tick sends. Never a refusal. */
export interface OverflowWarning {
  readonly kind: 'closed' | 'away';
  readonly token: string;
  readonly says: string;
}

const clock = (at: Temporal.Instant): string =>
  at.toZonedDateTimeISO('Europe/London').toPlainTime().toString().slice(0, 5);

/**
 * What must be known before urgent overflow is booked at a time: the clinician does not work then, or the practice is closed.
 * Ticked once it is known, for that clinician and time; opening hours nobody has said warn of nothing.
 */
export function overflowWarnings(place: OverflowPlace, at: Temporal.Instant): OverflowWarning[] {
  const found: OverflowWarning[] = [];
  const { clinicianId, clinicianName: name, sessions, onDuty } = place;
  const within = sessions.some(
    ({ from, to }) => Temporal.Instant.compare(from, at) <= 0 && Temporal.Instant.compare(at, to) < 0,
  );
  if (!within && !onDuty) {
    const here = sessions.map(({ from, to, place: where }) => `${clock(from)} to ${clock(to)} at ${where}`);
    const says =
      here.length === 0
        ? `${name} does not work today. They have been reached and will see the patient at ${clock(at)}.`
        : `${name} works ${here.join(' and ')} today, not at ${clock(at)}. They have been reached and will see the patient then.`;
    found.push({ kind: 'away', token: `away:${clinicianId}:${clock(at)}`, says });
  }
  const closed = closedWords(place, at);
  if (closed !== undefined)
    found.push({
      kind: 'closed',
      token: `closed:${clock(at)}`,
      says: `${closed} Somebody lets the patient in, or they are not seen there.`,
    });
  return found;
}

/** "Linnet Street Surgery is closed at 18:50: it is open 08:00 to 18:30."; undefined where it is open then, or where that is not known. */
function closedWords({ opening, practiceName }: OverflowPlace, at: Temporal.Instant): string | undefined {
  if (opening === null) return undefined;
  const local = at.toZonedDateTimeISO('Europe/London');
  if (local.dayOfWeek <= 5 && !isWorkingDay(england, local.toPlainDate()))
    return `${practiceName} is closed today: it is a bank holiday.`;
  const hours = opening[String(local.dayOfWeek)];
  if (hours === undefined) return `${practiceName} is closed today.`;
  const [from, to] = hours;
  const time = clock(at);
  if (from <= time && time < to) return undefined;
  return `${practiceName} is closed at ${time}: it is open ${from} to ${to}.`;
}

/** Who decided an overflow, as far as anybody knows: in their own name once they did or confirmed it; before, as somebody says. */
export function decidedWords({
  overflowBy,
  overflowConfirmed,
  overflowSaidBy,
}: {
  readonly overflowBy: string | null;
  readonly overflowConfirmed: boolean;
  readonly overflowSaidBy: string | null;
}): string {
  if (overflowBy === null) return '';
  return overflowConfirmed ? `decided by ${overflowBy}` : `${overflowSaidBy ?? 'somebody'} says ${overflowBy} decided`;
}
