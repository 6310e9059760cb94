import type { Taken } from './browser.ts';
import type { Clinical } from './clinician.ts';
import { opens } from './day.ts';
import type { Broken, Outcome } from './rows.ts';
import type { Work } from './work.ts';

/** A share as what was counted of what. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

/** The middle and the slow tail of some figures. */
export interface Spread {
  readonly count: number;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
}

/** What a replayed day came to. */
export interface Figures {
  readonly received: {
    readonly total: number;
    readonly telephone: number;
    readonly online: number;
    readonly afterwards: number;
  };
  readonly between8and10: Share;
  readonly metInBand: Share;
  readonly unmet: Readonly<Record<string, number>>;
  readonly handled: Readonly<Record<string, number>>;
  /** Minutes of the simulated clock from ringing or sending to a navigator. */
  readonly toNavigator: Spread;
  /** Simulated minutes that the app's own pages took of a request, from taking it to its end: much of the navigator's time means too fast a rate. */
  readonly inTheApp: Spread;
  /** Hours by the real clock from asking to the visit. */
  readonly hoursToVisit: Spread;
  readonly visits: { readonly booked: number; readonly overflow: number; readonly elsewhere: number };
  readonly ownGp: Share;
  readonly redFlags: { readonly raised: number; readonly closed: number; readonly minutesToClose: Spread };
  readonly clinicians: Clinical;
  readonly broken: { readonly before: Broken; readonly after: Broken };
  readonly routes: readonly Route[];
  readonly faults: Readonly<Record<string, number>>;
}

/** The times of one route in milliseconds, as its callers saw them. */
export interface Route extends Spread {
  readonly route: string;
  /** Answers of 500 and more. */
  readonly failed: number;
  /** Answers that said it is asked too often, and were asked again; not among the times. */
  readonly throttled: number;
}

/** What the figures are counted from. */
export interface Counted {
  readonly works: readonly Work[];
  readonly afterwards: number;
  readonly outcomes: readonly Outcome[];
  readonly taken: readonly Taken[];
  readonly clinicians: Clinical;
  readonly broken: { readonly before: Broken; readonly after: Broken };
}

/** Nearest-rank percentiles; null where nothing was counted. */
export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number | null => {
    const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
    return value === undefined ? null : Math.round(value * 10) / 10;
  };
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

function tally(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names.toSorted()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** Why a request is not met in its band, in words. */
function whyUnmet({ status, unmetReason, hours, inBand }: Outcome, ending: string | undefined): string {
  if (inBand === null) return hours === null ? 'ended with no time set for it' : 'booked with no time set for it';
  if (hours !== null) return 'booked later than its band';
  if (status === 'ended') return 'answered later than its band';
  if (status === 'red_flag') return 'red flag still open';
  if (ending === 'listed') return 'on the waiting list';
  if (unmetReason !== null) return `kept waiting: ${unmetReason}`;
  if (ending === 'fault') return 'the replay failed with it';
  return 'still in the queue';
}

/** Counts the day. Met in band is decided by the database's times, waits to a navigator by the simulated clock. */
export function figuresOf({ works, afterwards, outcomes, taken, clinicians, broken }: Counted): Figures {
  const byId = new Map(outcomes.map((one) => [one.id, one]));
  const calls = works.filter(({ arrival }) => arrival.channel === 'telephone');
  const met = works.filter(({ id }) => id !== undefined && byId.get(id)?.inBand === true);
  const missed = works.filter((work) => !met.includes(work));
  const gp = outcomes.filter(({ withGp }) => withGp === true);
  return {
    received: { total: works.length, telephone: calls.length, online: works.length - calls.length, afterwards },
    between8and10: {
      count: calls.filter(({ arrival }) => arrival.minute < opens + 120).length,
      of: calls.length,
    },
    metInBand: { count: met.length, of: works.length },
    unmet: tally(
      missed.map(({ id, ending }) => {
        const outcome = byId.get(id ?? '');
        return outcome ? whyUnmet(outcome, ending) : 'the replay failed with it';
      }),
    ),
    handled: tally(works.map(({ ending }) => ending ?? 'not reached')),
    toNavigator: spread(
      works.flatMap(({ takenAt, arrival }) =>
        takenAt === undefined ? [] : [takenAt - Math.max(opens, arrival.minute)],
      ),
    ),
    inTheApp: spread(works.flatMap(({ servedMinutes }) => servedMinutes ?? [])),
    hoursToVisit: spread(outcomes.flatMap(({ hours }) => hours ?? [])),
    visits: {
      booked: outcomes.filter(({ kind }) => kind !== null).length,
      overflow: outcomes.filter(({ kind }) => kind === 'overflow').length,
      elsewhere: outcomes.filter(({ elsewhere }) => elsewhere === true).length,
    },
    ownGp: { count: gp.filter(({ ownGp }) => ownGp === true).length, of: gp.length },
    redFlags: {
      raised: works.filter(({ flaggedAt }) => flaggedAt !== undefined).length,
      closed: works.filter(({ flagClosedAt }) => flagClosedAt !== undefined).length,
      minutesToClose: spread(
        works.flatMap(({ flaggedAt, flagClosedAt }) =>
          flaggedAt === undefined || flagClosedAt === undefined ? [] : [flagClosedAt - flaggedAt],
        ),
      ),
    },
    clinicians,
    broken,
    routes: routesOf(taken),
    faults: tally(works.flatMap(({ fault }) => fault ?? [])),
  };
}

function routesOf(taken: readonly Taken[]): Route[] {
  return [...Map.groupBy(taken, ({ route }) => route)]
    .map(([route, all]) => ({
      route,
      ...spread(all.filter(({ status }) => status !== 429).map(({ ms }) => ms)),
      failed: all.filter(({ status }) => status >= 500).length,
      throttled: all.filter(({ status }) => status === 429).length,
    }))
    .sort((a, b) => b.count - a.count);
}
