import { timeWords, whenWords } from '#platform/ui/when.ts';
import { windowOf, type Windowed } from '../offer/call-window.ts';
import { windowWords } from '../offer/words.ts';

/** A visit or a place with when it begins, and the window that is told instead, where one is. */
type Told = Windowed & { readonly startsAt: Temporal.Instant };

/** "10:20"; "10:00 to 11:30" where a window is told. */
export function clockTold({ startsAt, windowFrom, windowUntil }: Told): string {
  if (windowFrom === null || windowUntil === null) return timeWords(startsAt);
  return `${timeWords(windowFrom)} to ${timeWords(windowUntil)}`;
}

/** "today 10:20"; "today 10:00 to 11:30" where a window is told. */
export function whenTold(told: Told, now: Temporal.Instant): string {
  const { windowFrom, windowUntil } = told;
  if (windowFrom === null || windowUntil === null) return whenWords(told.startsAt, now);
  return `${whenWords(windowFrom, now)} to ${timeWords(windowUntil)}`;
}

/** "between 10am and 11:30am", as it is said to a patient; undefined where they are told the time. */
export function windowTold(told: Windowed, now: Temporal.Instant): string | undefined {
  const window = windowOf(told);
  return window && windowWords(window, now.epochMilliseconds);
}
