import Type from 'typebox';
import { calledBy } from '../offer/words.ts';
import type { Opening } from '../offer/opening.ts';
import { modeWords } from '../request/words.ts';
import { windowed } from '../offer/call-window.ts';
import { writeChoice } from './call-view.ts';
import { clockTold } from './told.ts';

/** Days the longer list shows at once, clinicians of each, and times of each of those; the rest is a link away. */
const [mostDays, mostOfDay, mostTimes] = [7, 3, 6];

/** Which part of the longer list is asked for, as it stands in an address. */
export const placesQuery = {
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  day: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' })),
};

/** Which part of the longer list is asked for: a page of days, or everything on one day. */
export interface PlacesAsked {
  readonly page?: number | undefined;
  /** The London day, as YYYY-MM-DD. */
  readonly day?: string | undefined;
}

/** The times of one clinician on one day, as a row of a table. */
interface TimesOf {
  readonly at: Temporal.Instant;
  readonly day: string;
  readonly who: string;
  readonly where: string;
  readonly ownGp: boolean;
  readonly inTime: boolean;
  readonly times: readonly { value: string; says: string }[];
  readonly more: number;
  /** On the last row of a day: how many others have places that day. */
  readonly others: number;
}

/** A part of the longer list, and where the rest of it is. */
export interface PlacesShown {
  readonly rows: readonly TimesOf[];
  /** A time of the day that alone is shown; undefined where a page of days is. */
  readonly day: Temporal.Instant | undefined;
  readonly earlier: number | undefined;
  readonly later: { readonly page: number; readonly from: Temporal.Instant; readonly places: number } | undefined;
}

/** One page of days with the best few clinicians of each, or everybody and every time of one day; every place is on some page. */
export function placesShown(all: readonly Opening[], { page = 1, day }: PlacesAsked): PlacesShown {
  const byDay = [...Map.groupBy(all, ({ session }) => session.day)].sort(([left], [right]) => (left < right ? -1 : 1));
  const alone = byDay.find(([one]) => one === day);
  if (alone !== undefined) {
    const [, openings] = alone;
    return {
      rows: rowsOfDay(openings, Infinity, Infinity),
      day: firstOf(openings),
      earlier: undefined,
      later: undefined,
    };
  }
  const last = Math.max(1, Math.ceil(byDay.length / mostDays));
  const at = Math.min(page, last);
  const after = byDay.slice(at * mostDays).flatMap(([, openings]) => openings);
  return {
    rows: byDay
      .slice((at - 1) * mostDays, at * mostDays)
      .flatMap(([, openings]) => rowsOfDay(openings, mostOfDay, mostTimes)),
    day: undefined,
    earlier: at > 1 ? at - 1 : undefined,
    later: after.length === 0 ? undefined : { page: at + 1, from: firstOf(after), places: after.length },
  };
}

function firstOf(openings: readonly Opening[]): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Math.min(...openings.map(({ startsAt }) => startsAt)));
}

/** The clinicians of a day in the order they would be offered, each with the first times. */
function rowsOfDay(openings: readonly Opening[], clinicians: number, times: number): TimesOf[] {
  const same = ({ session: s }: Opening): string => `${s.clinicianId} ${s.placeName} ${s.mode}`;
  const sessions = [...Map.groupBy(openings, same).values()];
  const shown = sessions.slice(0, clinicians);
  const others = new Set(sessions.slice(clinicians).map(([one]) => one?.session.clinicianId)).size;
  return shown.flatMap((of, at) => rowOf(of, { times, others: at === shown.length - 1 ? others : 0 }));
}

function rowOf(openings: readonly Opening[], { times, others }: { times: number; others: number }): TimesOf[] {
  const [first] = openings;
  if (first === undefined) return [];
  const { session } = first;
  const inOrder = openings.toSorted((a, b) => a.startsAt - b.startsAt);
  // Two places of one window are the same to whoever is told the window.
  const told = inOrder.filter(
    ({ window }, at) => window === undefined || inOrder.findIndex((one) => one.window?.from === window.from) === at,
  );
  return [
    {
      at: Temporal.Instant.fromEpochMilliseconds(first.startsAt),
      day: session.day,
      who: calledBy(session),
      where: `${session.placeName}, ${modeWords(session.mode)}, ${first.minutes} min`,
      ownGp: first.ownGp,
      inTime: first.inTime,
      times: told.slice(0, times).map((opening) => ({
        value: writeChoice(opening),
        says: clockTold({
          ...windowed(opening.window),
          startsAt: Temporal.Instant.fromEpochMilliseconds(opening.startsAt),
        }),
      })),
      more: Math.max(0, told.length - times),
      others,
    },
  ];
}
