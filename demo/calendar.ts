import { england, isWorkingDay } from '#kernel/working-day.ts';

/** One day of the demonstration; instants are epoch milliseconds. */
export interface Day {
  /** Days from today; negative is history. */
  readonly offset: number;
  readonly date: string;
  /** 1 is Monday, 7 Sunday. */
  readonly weekday: number;
  /** A weekday that is no bank holiday. */
  readonly working: boolean;
  /** The instant of a London clock time, in minutes after midnight as the clock shows it. */
  at(minute: number): number;
}

/** The days of history, today and the days ahead, and the moment everything is seen from. */
export interface Calendar {
  readonly now: number;
  readonly days: readonly Day[];
  readonly today: Day;
  /** The day so many days from today; one outside the demonstration is worked out. */
  day(offset: number): Day;
}

/** Four weeks back. */
export const HISTORY_DAYS = 28;
/** Six weeks ahead. */
const AHEAD_DAYS = 42;

const LONDON = 'Europe/London';

function dayOf(today: Temporal.PlainDate, offset: number): Day {
  const date = today.add({ days: offset });
  const known = new Map<number, number>();
  return {
    offset,
    date: date.toString(),
    weekday: date.dayOfWeek,
    working: isWorkingDay(england, date),
    at(minute) {
      let instant = known.get(minute);
      if (instant === undefined) {
        const time = new Temporal.PlainTime(Math.floor(minute / 60), Math.floor(minute % 60));
        instant = date.toZonedDateTime({ timeZone: LONDON, plainTime: time }).epochMilliseconds;
        known.set(minute, instant);
      }
      return instant;
    },
  };
}

/** The demonstration's days around a moment, as London's calendar has them. */
export function calendarAround(now: Temporal.Instant): Calendar {
  const today = now.toZonedDateTimeISO(LONDON).toPlainDate();
  const days: Day[] = [];
  for (let offset = -HISTORY_DAYS; offset <= AHEAD_DAYS; offset += 1) days.push(dayOf(today, offset));
  const others = new Map<number, Day>();
  const day = (offset: number): Day => {
    const known = days[offset + HISTORY_DAYS] ?? others.get(offset);
    if (known) return known;
    const made = dayOf(today, offset);
    others.set(offset, made);
    return made;
  };
  return { now: now.epochMilliseconds, days, today: day(0), day };
}

/** A clock time written 08:30, as minutes after midnight. */
export function minuteOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

const ends = new Map<string, number>();

/** When the working day after an instant's London day ends (midnight), in epoch milliseconds: by then people are answered. */
export function endOfNextWorkingDay(instant: number): number {
  const from = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(LONDON).toPlainDate();
  const known = ends.get(from.toString());
  if (known !== undefined) return known;
  let day = from.add({ days: 1 });
  while (!isWorkingDay(england, day)) day = day.add({ days: 1 });
  const end = day.add({ days: 1 }).toZonedDateTime(LONDON).epochMilliseconds;
  ends.set(from.toString(), end);
  return end;
}
