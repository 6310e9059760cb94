import { patientTime, weekdayDate } from '#platform/ui/when.ts';
import { windowOf, type Windowed } from '../../offer/call-window.ts';
import { calledBy, windowWords } from '../../offer/words.ts';
import type { Held } from '../../queries/hold.ts';

/** "Thursday 23 July, 10:20am"; today and tomorrow as people say them. */
export function dayAndTime(at: Temporal.Instant, now: Temporal.Instant): string {
  return `${dayAlone(at, now)}, ${patientTime(at)}`;
}

/** When a visit is, as it was told: "Thursday 23 July, 10:20am", "Today, between 10am and 11:30am". */
export function toldAt(visit: Windowed & { readonly startsAt: Temporal.Instant }, now: Temporal.Instant): string {
  const window = windowOf(visit);
  if (window === undefined) return dayAndTime(visit.startsAt, now);
  return `${dayAlone(visit.startsAt, now)}, ${windowWords(window, now.epochMilliseconds)}`;
}

function dayAlone(at: Temporal.Instant, now: Temporal.Instant): string {
  const away = daysAway(at, now);
  return away === 0 ? 'Today' : away === 1 ? 'Tomorrow' : weekdayDate(at, now);
}

/** London days from now to a time. */
function daysAway(at: Temporal.Instant, now: Temporal.Instant): number {
  const day = (one: Temporal.Instant): Temporal.PlainDate => one.toZonedDateTimeISO('Europe/London').toPlainDate();
  return day(now).until(day(at), { largestUnit: 'days' }).days;
}

/** By when, in a sentence: "6:30pm today", "6:30pm on Thursday 23 July"; a midnight is the end of the day before it. */
export function byWhen(at: Temporal.Instant, now: Temporal.Instant): string {
  const { hour, minute } = at.toZonedDateTimeISO('Europe/London');
  const isEnd = hour === 0 && minute === 0;
  const moment = isEnd ? at.subtract({ minutes: 1 }) : at;
  const away = daysAway(moment, now);
  const day = away <= 0 ? 'today' : away === 1 ? 'tomorrow' : weekdayDate(moment, now);
  if (isEnd) return `the end of ${day}`;
  return `${patientTime(at)} ${away > 1 ? 'on ' : ''}${day}`;
}

/** One place to choose, with what speaks for it and what against. */
export interface ChoiceShown {
  readonly id: string;
  readonly title: string;
  readonly who: string;
  readonly good: string;
  readonly but: string;
}

const modes: Readonly<Record<string, string>> = {
  telephone: 'by telephone',
  video: 'by video',
  home_visit: 'at your home',
};

/** How somebody is seen: where, or by what. */
export function whereOf(one: { mode: string; placeName: string }): string {
  return modes[one.mode] ?? `at ${one.placeName}`;
}

/** The words of a kept place, with its reasons. */
export function choiceShown(
  held: Held,
  { now, withUsual, visits }: { now: Temporal.Instant; withUsual: number; visits: number },
): ChoiceShown {
  const away = daysAway(held.startsAt, now);
  const name = calledBy(held);
  const miles = held.miles === null ? '' : ` It is ${Math.round(held.miles * 10) / 10} miles away.`;
  const wait = away === 0 ? '' : away === 1 ? 'You wait until tomorrow.' : `You wait ${away} days.`;
  return {
    id: held.id,
    title: toldAt(held, now),
    who: `${held.ownGp ? `With your own GP, ${name},` : `With ${name}`} ${whereOf(held)}`,
    good: held.ownGp ? 'They know you.' : away === 0 ? 'You are seen today.' : 'The soonest with anyone.',
    but: held.ownGp
      ? [wait, visits > 0 ? `You saw them at ${withUsual} of your last ${visits} visits.` : '']
          .filter(Boolean)
          .join(' ')
      : `${wait}${wait && ' '}You may not have met before.${miles}`,
  };
}
