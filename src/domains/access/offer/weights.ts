import { parseDay } from '#kernel/date.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { costOf, type OfferPolicy, type Weighed } from './policy.ts';

/** The weights of a version, without its number. */
export type Weights = Omit<OfferPolicy, 'version'>;

/** One weight as it is asked for: what it says, and the least and most the database takes. */
export interface WeightField {
  readonly name: keyof Weights;
  readonly label: string;
  readonly most: number;
  readonly least?: number;
  readonly whole?: boolean;
}

/** Every weight, in the order in which it is asked for; days are days of waiting. */
export const weightFields: readonly WeightField[] = [
  { name: 'continuity', label: 'The usual GP, where it matters for the need: days', most: 60 },
  { name: 'continuityOtherwise', label: 'The usual GP, for any other need: days', most: 60 },
  { name: 'teamShare', label: 'The GP’s micro-team counts this share of that, 0 to 1', most: 1 },
  { name: 'seenShare', label: 'Somebody seen before counts this share of that, 0 to 1', most: 1 },
  { name: 'rolePlace', label: 'Each place further down the roles of the rule: days', most: 60 },
  { name: 'scarcity', label: 'A role as scarce as can be: days', most: 60 },
  { name: 'mile', label: 'Each mile from home: days', most: 30 },
  { name: 'elsewhere', label: 'Another practice than their own: days', most: 60 },
  { name: 'unmet', label: 'Each place further down their ways of being seen: days', most: 60 },
  { name: 'load', label: 'A clinician whose day is full: days', most: 60 },
  { name: 'keptFor', label: 'Each place further down the kinds of appointment: days', most: 60 },
  { name: 'mostMiles', label: 'Nobody is offered a visit further from home than: miles', least: 1, most: 200 },
  { name: 'mostPractices', label: 'Practices that are looked through', least: 1, most: 100, whole: true },
  { name: 'daysAhead', label: 'Days ahead that are looked through', least: 1, most: 84, whole: true },
];

/** Why something typed cannot be taken, with the box it stands in. */
export interface WeightFault {
  readonly field: string;
  readonly text: string;
}

/** Reads weights as they were typed: each a number within its bounds. */
export function readWeights(typed: Readonly<Record<string, string | undefined>>): Result<Weights, WeightFault[]> {
  const faults: WeightFault[] = [];
  const read = weightFields.map(({ name, label, least = 0, most, whole = false }) => {
    const text = (typed[name] ?? '').trim();
    const value = /^\d{1,3}(?:\.\d{1,3})?$/.test(text) ? Number(text) : NaN;
    if (!(value >= least && value <= most) || (whole && !Number.isInteger(value)))
      faults.push({ field: name, text: `${label}: give a ${whole ? 'whole ' : ''}number from ${least} to ${most}` });
    return [name, value] as const;
  });
  return faults.length > 0 ? err(faults) : ok(Object.fromEntries(read) as unknown as Weights);
}

/** Reads from when it shall hold, and why. */
export function readWhen(
  { from, why }: { readonly from: string; readonly why: string },
  today: Temporal.PlainDate,
): Result<{ readonly from: Temporal.PlainDate; readonly why: string }, WeightFault[]> {
  const faults: WeightFault[] = [];
  const day = parseDay(from);
  if (day === null) faults.push({ field: 'from', text: 'Give the day it begins, like 30 11 2026' });
  else if (Temporal.PlainDate.compare(day, today) < 0)
    faults.push({ field: 'from', text: 'It begins today or later: the past stays as it was' });
  if (why.trim() === '') faults.push({ field: 'why', text: 'Say why, and who decided it' });
  return faults.length > 0 || day === null ? err(faults) : ok({ from: day, why: why.trim() });
}

const place: Weighed = {
  ...{ continuity: false, ownGp: false, known: null, rolePlace: 0, scarcity: 0, travels: true },
  ...{ ownPractice: true, miles: 1, needsUnmet: 0, load: 0.5, keptOrder: 0 },
};

interface WorkedPlace {
  readonly says: string;
  readonly days: number;
  readonly place: Weighed;
}

const away = { ...place, ownPractice: false };
const matters = { ...place, continuity: true };

/** Needs worked by example, to see what weights do. They are nobody's. */
const workedNeeds: readonly { readonly need: string; readonly places: readonly WorkedPlace[] }[] = [
  {
    need: 'An old trouble, for which the usual GP matters',
    places: [
      { says: 'the usual GP in 8 days', days: 8, place: { ...matters, ownGp: true } },
      { says: 'the micro-team in 4 days', days: 4, place: { ...matters, known: 'team' } },
      { says: 'any GP here tomorrow', days: 1, place: matters },
    ],
  },
  {
    need: 'A new cough, seen by any of three roles',
    places: [
      { says: 'a paramedic here tomorrow, second role', days: 1, place: { ...place, rolePlace: 1, scarcity: 20 } },
      { says: 'a GP here in 3 days, third role', days: 3, place: { ...place, rolePlace: 2, scarcity: 90 } },
      { says: 'an advanced nurse 6 miles away today', days: 0, place: { ...away, miles: 6, scarcity: 50 } },
    ],
  },
  {
    need: 'A blood test, near or soon',
    places: [
      { says: 'here in 5 days', days: 5, place },
      { says: '4 miles away in 2 days', days: 2, place: { ...away, miles: 4 } },
      { says: '11 miles away tomorrow', days: 1, place: { ...away, miles: 11 } },
    ],
  },
  {
    need: 'Somebody who would rather come in than be rung',
    places: [
      { says: 'in person in 4 days', days: 4, place },
      { says: 'by telephone tomorrow', days: 1, place: { ...place, travels: false, miles: null, needsUnmet: 1 } },
    ],
  },
];

/** One worked need: its places in the order of the weights in force and of those proposed. */
export interface WorkedRanking {
  readonly need: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly changes: boolean;
}

/** How a few worked needs would be ranked by two sets of weights. */
export function rankWorked(now: Weights, then: Weights): WorkedRanking[] {
  return workedNeeds.map(({ need, places }) => {
    const ranked = (weights: Weights): string[] =>
      places
        .filter((one) => one.place.ownPractice || (one.place.miles ?? 0) <= weights.mostMiles)
        .map((one) => ({ ...one, cost: one.days + costOf({ ...weights, version: 0 }, one.place) }))
        .toSorted((a, b) => a.cost - b.cost)
        .map(({ says }) => says);
    const [before, after] = [ranked(now), ranked(then)];
    return { need, before, after, changes: before.join() !== after.join() };
  });
}
