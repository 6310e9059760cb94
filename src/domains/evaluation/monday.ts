import { chanceFrom, type Chance } from '#engines/chance.ts';

/** A GP's day as it began: the places their sessions had free, in minutes after midnight, and what their limit still allowed. */
export interface DayGp {
  readonly practiceId: string;
  /** Patients whose usual GP they are. */
  readonly patients: number;
  readonly room: number;
  readonly starts: readonly number[];
}

/** A practice's day: who it may share places with, and how many asked that day for what became a visit to a GP. */
export interface DayPractice {
  readonly id: string;
  readonly pool: string | null;
  readonly asked: number;
  readonly withoutGp: number;
}

/** All that a simulation begins from. */
export interface MondayGround {
  readonly gps: readonly DayGp[];
  readonly practices: readonly DayPractice[];
  /** Share of the calls by hour of the day. */
  readonly byHour: readonly { readonly hour: number; readonly share: number }[];
  /** Minutes between asking and the earliest visit. */
  readonly notice: number;
  /** Minutes somebody waits longer to see their own GP, under the policy that weighs it. */
  readonly ownGpWorth: number;
}

export type PolicyId = 'alone' | 'pooled' | 'pooled-own-gp';

/** What one simulated day came to under one policy. */
export interface SimulatedDay {
  readonly asked: number;
  readonly seen: number;
  /** Of those seen whose patient has a usual GP: all, and by that GP. */
  readonly withUsual: number;
  readonly byOwn: number;
  readonly elsewhere: number;
  /** Minutes from asking to the visit of those seen, in order. */
  readonly waits: readonly number[];
  /** GPs with more visits than their limit allowed, and places given twice: none, counted from what was given. */
  readonly pastLimit: number;
  readonly givenTwice: number;
}

interface Asking {
  readonly at: number;
  readonly practice: DayPractice;
  /** The place of the usual GP among the GPs; undefined where there is none. */
  readonly usual: number | undefined;
}

/** Who asks and when on one simulated day: counts about each practice's own, hours as published. The same for every policy. */
function askings({ gps, practices, byHour }: MondayGround, chance: Chance): Asking[] {
  const shares = byHour.map(({ share }) => share);
  const lists = new Map(
    practices.map(({ id }) => [id, gps.map(({ practiceId, patients }) => (practiceId === id ? patients : 0))]),
  );
  return practices
    .flatMap((practice) => {
      const list = lists.get(practice.id) ?? [];
      const anyUsual = list.some((patients) => patients > 0);
      return Array.from({ length: chance.count(practice.asked) }, () => {
        const at = (byHour[chance.weighted(shares)]?.hour ?? 0) * 60 + chance.next() * 60;
        const has = anyUsual && chance.next() * practice.asked >= practice.withoutGp;
        return { at, practice, usual: has ? chance.weighted(list) : undefined };
      });
    })
    .sort((a, b) => a.at - b.at);
}

interface Place {
  readonly gp: number;
  readonly at: number;
}

/** What one GP has given and may still give. */
interface Diary {
  readonly free: number[];
  readonly given: number[];
  room: number;
}

/**
 * Who asks is given a place at once, first come first served: the earliest, their own practice first where two are alike. With a
 * worth of the own GP, a place with them counts as that much earlier. Nobody is moved, and no GP passes their limit.
 */
function serve(ground: MondayGround, asks: readonly Asking[], policy: PolicyId): SimulatedDay {
  const diaries = ground.gps.map(({ starts, room }): Diary => ({ free: [...starts], given: [], room }));
  const worth = policy === 'pooled-own-gp' ? ground.ownGpWorth : 0;
  const poolOf = new Map(ground.practices.map(({ id, pool }) => [id, pool]));
  const reach = new Map(
    ground.practices.map(({ id, pool }) => [
      id,
      ground.gps.flatMap(({ practiceId }, at) => {
        const shared = policy !== 'alone' && pool !== null && poolOf.get(practiceId) === pool;
        return practiceId === id || shared ? [at] : [];
      }),
    ]),
  );
  const waits: number[] = [];
  let [withUsual, byOwn, elsewhere] = [0, 0, 0];
  for (const { at, practice, usual } of asks) {
    const place = best({ among: reach.get(practice.id) ?? [], from: at + ground.notice, diaries }, (one) => [
      one.at - (one.gp === usual ? worth : 0),
      ground.gps[one.gp]?.practiceId === practice.id ? 0 : 1,
      one.gp === usual ? 0 : 1,
    ]);
    if (place === undefined) continue;
    const diary = diaries[place.gp];
    if (diary === undefined) continue;
    diary.free.splice(diary.free.indexOf(place.at), 1);
    diary.given.push(place.at);
    diary.room -= 1;
    waits.push(place.at - at);
    if (usual !== undefined) withUsual += 1;
    if (place.gp === usual) byOwn += 1;
    if (ground.gps[place.gp]?.practiceId !== practice.id) elsewhere += 1;
  }
  return {
    ...{ asked: asks.length, seen: waits.length, withUsual, byOwn, elsewhere },
    waits: waits.sort((a, b) => a - b),
    pastLimit: diaries.filter(({ given }, at) => given.length > (ground.gps[at]?.room ?? 0)).length,
    givenTwice: diaries.reduce((sum, { given }) => sum + given.length - new Set(given).size, 0),
  };
}

/** The place whose cost is least, compared figure by figure; the first GP's where all are alike. */
function best(
  { among, from, diaries }: { among: readonly number[]; from: number; diaries: readonly Diary[] },
  costOf: (place: Place) => readonly number[],
): Place | undefined {
  let chosen: Place | undefined;
  let least: readonly number[] = [];
  for (const gp of among) {
    const diary = diaries[gp];
    const at = diary && diary.room > 0 ? diary.free.find((start) => start >= from) : undefined;
    if (at === undefined) continue;
    const cost = costOf({ gp, at });
    const differs = cost.findIndex((value, place) => value !== least[place]);
    if (chosen === undefined || (differs >= 0 && (cost[differs] ?? 0) < (least[differs] ?? 0)))
      [chosen, least] = [{ gp, at }, cost];
  }
  return chosen;
}

/** One simulated day under each policy: the same people ask at the same minutes. */
export function simulateMonday(ground: MondayGround, seed: number): Record<PolicyId, SimulatedDay> {
  const asks = askings(ground, chanceFrom(seed));
  return {
    alone: serve(ground, asks, 'alone'),
    pooled: serve(ground, asks, 'pooled'),
    'pooled-own-gp': serve(ground, asks, 'pooled-own-gp'),
  };
}

/** A figure over all simulated days: its mean, its least and its most; null where no day has it. */
export type Range = { readonly mean: number; readonly low: number; readonly high: number } | null;

/** What a policy came to over the simulated days. */
export interface PolicyResult {
  readonly policy: PolicyId;
  readonly seenShare: Range;
  readonly notSeen: Range;
  readonly medianWait: Range;
  readonly longWait: Range;
  readonly ownShare: Range;
  readonly elsewhereShare: Range;
  /** How much it differs from each practice alone on the same simulated day: a range without zero is more than chance does. */
  readonly beyondAlone: { readonly seenShare: Range; readonly ownShare: Range };
  readonly pastLimit: number;
  readonly givenTwice: number;
}

/** The policies in the order they are shown. */
const policies: readonly PolicyId[] = ['alone', 'pooled', 'pooled-own-gp'];

/** Simulates the day `runs` times from a seed on, each time under every policy. */
export function comparePolicies(ground: MondayGround, { seed, runs }: { seed: number; runs: number }): PolicyResult[] {
  const days = Array.from({ length: runs }, (_, run) => simulateMonday(ground, seed * 1000 + run));
  return policies.map((policy) => {
    const found = days.map((day) => day[policy]);
    return {
      policy,
      seenShare: rangeOf(found, ({ seen, asked }) => share(seen, asked)),
      notSeen: rangeOf(found, ({ seen, asked }) => asked - seen),
      medianWait: rangeOf(found, ({ waits }) => ranked(waits, 0.5)),
      longWait: rangeOf(found, ({ waits }) => ranked(waits, 0.9)),
      ownShare: rangeOf(found, ({ byOwn, withUsual }) => share(byOwn, withUsual)),
      elsewhereShare: rangeOf(found, ({ elsewhere, seen }) => share(elsewhere, seen)),
      beyondAlone: {
        seenShare: differenceOf(days, policy, ({ seen, asked }) => share(seen, asked)),
        ownShare: differenceOf(days, policy, ({ byOwn, withUsual }) => share(byOwn, withUsual)),
      },
      pastLimit: found.reduce((sum, day) => sum + day.pastLimit, 0),
      givenTwice: found.reduce((sum, day) => sum + day.givenTwice, 0),
    };
  });
}

const share = (part: number, of: number): number | null => (of === 0 ? null : part / of);
const ranked = (sorted: readonly number[], at: number): number | null =>
  sorted[Math.max(0, Math.ceil(sorted.length * at) - 1)] ?? null;

type Pick = (day: SimulatedDay) => number | null;

function differenceOf(days: readonly Record<PolicyId, SimulatedDay>[], policy: PolicyId, pick: Pick): Range {
  return range(
    days.flatMap((day) => {
      const [value, alone] = [pick(day[policy]), pick(day.alone)];
      return value === null || alone === null ? [] : value - alone;
    }),
  );
}

function rangeOf(days: readonly SimulatedDay[], pick: Pick): Range {
  return range(days.flatMap((day) => pick(day) ?? []));
}

function range(values: readonly number[]): Range {
  if (values.length === 0) return null;
  return {
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    low: Math.min(...values),
    high: Math.max(...values),
  };
}
