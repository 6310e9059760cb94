import { chanceOf, drawer } from '../chance.ts';
import { callsByHour, contactsAMonth, formsByHour, RED_FLAGS_A_DAY, weekdayWeight } from '../parameters.ts';

/** One contact of the day: when it comes, in minutes after midnight, how, and whether its words are a red flag's. */
export interface Arrival {
  readonly minute: number;
  readonly channel: 'telephone' | 'online';
  readonly red: boolean;
}

/** A working day's contacts, in the order they come. */
export interface Day {
  readonly arrivals: readonly Arrival[];
  /** Online forms that come after the doors close: the next day's work, left out here. */
  readonly afterwards: number;
}

/** When the lines open, and when the doors close, in minutes after midnight (core hours, GMS contract). */
export const opens = 8 * 60;
export const closes = 18 * 60 + 30;
const weeksAMonth = 365.25 / 7 / 12;

const drawCall = drawer(callsByHour);
const drawForm = drawer(formsByHour);

/** How many contacts of a channel a Monday brings to so many registered patients, by what is published. */
export function mondayCount(channel: keyof typeof contactsAMonth, patients: number): number {
  const week = weekdayWeight.reduce((sum, weight) => sum + weight, 0);
  return Math.round((((patients / 1000) * contactsAMonth[channel]) / weeksAMonth) * (weekdayWeight[0] / week));
}

/** A Monday for so many patients in published proportions, or of `total` contacts in the same; the same seed gives the same day. */
export function mondayOf({ patients, seed, total }: { patients: number; seed: number; total?: number }): Day {
  const chance = chanceOf(seed, 'replayed monday');
  const published = { telephone: mondayCount('telephone', patients), online: mondayCount('online', patients) };
  const scale = total === undefined ? 1 : total / Math.max(1, published.telephone + published.online);
  const calls = Math.round(published.telephone * scale);
  const forms = total === undefined ? published.online : total - calls;
  const all: Arrival[] = [];
  for (let made = 0; made < calls; made += 1)
    all.push({ minute: opens + drawCall(chance) * 60 + chance.next() * 60, channel: 'telephone', red: false });
  for (let made = 0; made < forms; made += 1)
    all.push({ minute: drawForm(chance) * 60 + chance.next() * 60, channel: 'online', red: false });
  const open = all.filter(({ minute }) => minute < closes).sort((a, b) => a.minute - b.minute);
  // One at the least: a day without any would leave the clinicians' part untried.
  const flags = Math.max(1, Math.round((patients / 100_000) * RED_FLAGS_A_DAY * scale));
  const flagged = new Set(chance.shuffled(open.map((_, at) => at)).slice(0, flags));
  return {
    arrivals: open.map((arrival, at) => ({ ...arrival, red: flagged.has(at) })),
    afterwards: all.length - open.length,
  };
}
