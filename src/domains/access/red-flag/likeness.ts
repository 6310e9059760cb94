import type { RedFlagCategoryId } from './category.ts';
import { isManner } from './features.ts';

/**
 * The second reading: how much a stretch of words resembles the published phrases and labelled texts that flag, against
 * those that do not. It learns from those lists alone, in a fixed order, so that the same lists always give the same answer.
 */
export interface Likeness {
  /** Probability, 0 to 1, that a stretch with these features is a red flag. */
  probability(features: Iterable<string>): number;
  /** The category, of those allowed, whose phrases share most with these features. */
  nearest(features: Iterable<string>, allowed: (category: RedFlagCategoryId) => boolean): RedFlagCategoryId;
}

/** A phrase to learn from: its features, and its category, or none where it must not flag. */
export interface Lesson {
  readonly features: ReadonlySet<string>;
  readonly category: RedFlagCategoryId | undefined;
  /** How much it counts, where a phrase counts 1. */
  readonly weight?: number;
}

const rounds = 40;
const pace = 0.3;
// Pulls weights towards nothing, so that one odd phrase does not teach a rule.
const restraint = 0.03;

/** Learns by logistic regression with adaptive steps; features seen but once carry little weight. */
export function learn(lessons: readonly Lesson[]): Likeness {
  const places = new Map<string, number>();
  const rows = lessons.map(({ features }) => Int32Array.from(features, (feature) => placeOf(feature, places)));
  const weights = new Float64Array(places.size);
  const steps = new Float64Array(places.size).fill(1);
  let base = 0;
  let baseSteps = 1;
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, { category, weight = 1 }] of lessons.entries()) {
      const row = rows[at] ?? new Int32Array();
      let sum = base;
      for (const place of row) sum += weights[place] ?? 0;
      const slope = (logistic(sum) - (category === undefined ? 0 : 1)) * weight;
      baseSteps += slope * slope;
      base -= (pace * slope) / Math.sqrt(baseSteps);
      for (const place of row) {
        const held = weights[place] ?? 0;
        const gradient = slope + restraint * held;
        const travelled = (steps[place] ?? 1) + gradient * gradient;
        steps[place] = travelled;
        weights[place] = held - (pace * gradient) / Math.sqrt(travelled);
      }
    }
  }
  return {
    probability: (features) => {
      let sum = base;
      for (const feature of features) {
        const place = places.get(feature);
        if (place !== undefined) sum += weights[place] ?? 0;
      }
      return logistic(sum);
    },
    nearest: nearestCategory(lessons),
  };
}

function placeOf(feature: string, places: Map<string, number>): number {
  const known = places.get(feature);
  if (known !== undefined) return known;
  const place = places.size;
  places.set(feature, place);
  return place;
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

function nearestCategory(lessons: readonly Lesson[]): Likeness['nearest'] {
  const counts = new Map<RedFlagCategoryId, Map<string, number>>();
  const sizes = new Map<RedFlagCategoryId, number>();
  const all = new Map<string, number>();
  let size = 0;
  for (const { features, category } of lessons) {
    if (category === undefined) continue;
    const own = counts.get(category) ?? new Map<string, number>();
    counts.set(category, own);
    sizes.set(category, (sizes.get(category) ?? 0) + 1);
    size += 1;
    for (const feature of features) {
      if (isManner(feature)) continue;
      own.set(feature, (own.get(feature) ?? 0) + 1);
      all.set(feature, (all.get(feature) ?? 0) + 1);
    }
  }
  return (features, allowed) => {
    let best: RedFlagCategoryId = 'sepsis';
    let most = Number.NEGATIVE_INFINITY;
    for (const [category, own] of counts) {
      if (!allowed(category)) continue;
      let score = 0;
      for (const feature of features) {
        const everywhere = all.get(feature);
        if (everywhere === undefined) continue;
        const here = ((own.get(feature) ?? 0) + 0.2) / ((sizes.get(category) ?? 0) + 2);
        score += Math.log(here / ((everywhere + 0.2) / (size + 2)));
      }
      if (score > most) [best, most] = [category, score];
    }
    return best;
  };
}
