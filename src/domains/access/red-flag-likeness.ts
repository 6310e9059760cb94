import type { RedFlagCategoryId } from './red-flag-category.ts';

/**
 * The second reading: how much a stretch of words resembles the published phrases that must flag, against those that
 * must not. It learns from those two lists alone, in a fixed order, so that the same lists always give the same answer.
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
}

const rounds = 40;
const pace = 0.3;
// Pulls weights towards nothing, so that one odd phrase does not teach a rule.
const restraint = 0.0015;

/** Learns by logistic regression with adaptive steps; features seen but once carry little weight. */
export function learn(lessons: readonly Lesson[]): Likeness {
  const weights = new Map<string, number>();
  const steps = new Map<string, number>();
  let base = 0;
  let baseSteps = 1;
  const sum = (features: Iterable<string>): number => {
    let total = base;
    for (const feature of features) total += weights.get(feature) ?? 0;
    return total;
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const { features, category } of lessons) {
      const slope = logistic(sum(features)) - (category === undefined ? 0 : 1);
      baseSteps += slope * slope;
      base -= (pace * slope) / Math.sqrt(baseSteps);
      for (const feature of features) {
        const weight = weights.get(feature) ?? 0;
        const gradient = slope + restraint * weight;
        const travelled = (steps.get(feature) ?? 1) + gradient * gradient;
        steps.set(feature, travelled);
        weights.set(feature, weight - (pace * gradient) / Math.sqrt(travelled));
      }
    }
  }
  return {
    probability: (features) => logistic(sum(features)),
    nearest: nearestCategory(lessons),
  };
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
