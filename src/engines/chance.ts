/** Chance that is the same for the same seed. */
export interface Chance {
  /** At least 0, less than 1. */
  next(): number;
  /** An index drawn by weight; the weights are not all zero. */
  weighted(weights: readonly number[]): number;
  /** A count whose mean is given (Poisson), at any mean. */
  count(mean: number): number;
}

/** A stream of chance (mulberry32): small, quick, and good enough to simulate with; never for anything that must be secret. */
export function chanceFrom(seed: number): Chance {
  let state = Math.imul(seed + 1, 0x9e3779b9) | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    weighted(weights) {
      let left = next() * weights.reduce((sum, weight) => sum + weight, 0);
      const at = weights.findIndex((weight) => (left -= weight) < 0);
      return at < 0 ? weights.findLastIndex((weight) => weight > 0) : at;
    },
    count(mean) {
      // Gaps between events are exponential: as many as fit. Exact for any mean, in time with the mean.
      let events = -1;
      for (let gone = 0; gone <= mean; events += 1) gone -= Math.log(1 - next());
      return events;
    },
  };
}
