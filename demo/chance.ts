/** Chance that is the same every time: one stream per label, so that a change in one part leaves the others alone. */
export interface Chance {
  /** At least 0, less than 1. */
  next(): number;
  /** A whole number from 0 up to but not including `below`. */
  below(below: number): number;
  /** Whether something of this probability happens. */
  happens(probability: number): boolean;
  /** One of the values, all alike; the list may not be empty. */
  pick<T>(values: readonly T[]): T;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  /** About normal, never more than four standard deviations away. */
  around(mean: number, deviation: number): number;
  /** The values in another order. */
  shuffled<T>(values: readonly T[]): T[];
  /** An identifier of version 7 whose time is that of the thing it names. */
  uuid(epochMilliseconds: number): string;
}

const digits = Buffer.from('0123456789abcdef');
const uuidText = Buffer.from('00000000-0000-0000-0000-000000000000');

/** Writes the lowest bytes of a number into the text of an identifier, which is put together in one place for speed. */
function writeHex(at: number, value: number, bytes: number): void {
  let left = value >>> 0;
  for (let place = at + bytes * 2 - 1; place >= at; place -= 1) {
    uuidText[place] = digits[left & 15] ?? 48;
    left >>>= 4;
  }
}

function hashes(label: string): [number, number, number] {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  let c = 0xc2b2ae35;
  for (let at = 0; at < label.length; at += 1) {
    const code = label.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ (code + at), 0x5bd1e995) ^ (a >>> 13);
    c = Math.imul(c + code, 0x27d4eb2f) ^ (b >>> 11);
  }
  return [a, b, c];
}

/** The stream of chance of one label and seed (the generator is sfc32). */
export function chanceOf(seed: number, label: string): Chance {
  let [a, b, c] = hashes(`${seed}/${label}`);
  let counter = 1;
  const bits = (): number => {
    const result = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + result;
    return result >>> 0;
  };
  for (let warm = 0; warm < 12; warm += 1) bits();
  const next = (): number => bits() / 4294967296;
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    happens: (probability) => next() < probability,
    pick: (values) => values[below(values.length)] as (typeof values)[number],
    between: (from, to) => from + below(to - from + 1),
    around: (mean, deviation) => mean + (next() + next() + next() + next() - 2) * deviation * 1.732,
    shuffled(values) {
      const copy = [...values];
      for (let at = copy.length - 1; at > 0; at -= 1) {
        const other = below(at + 1);
        [copy[at], copy[other]] = [copy[other] as (typeof copy)[number], copy[at] as (typeof copy)[number]];
      }
      return copy;
    },
    uuid(ms) {
      const time = Math.max(0, Math.floor(ms));
      writeHex(0, time / 65_536, 4);
      writeHex(9, time, 2);
      writeHex(14, 0x7000 | (bits() & 0xfff), 2);
      writeHex(19, 0x8000 | (bits() & 0x3fff), 2);
      writeHex(24, bits(), 4);
      writeHex(32, bits(), 2);
      return uuidText.toString('latin1');
    },
  };
}

/** Draws an index by weight in constant time (Vose's alias method). */
export function drawer(weights: readonly number[]): (chance: Chance) => number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const share = Float64Array.from(weights, (weight) => (weight * weights.length) / total);
  const keep = new Float64Array(weights.length).fill(1);
  const other = Int32Array.from(weights, (_, index) => index);
  const small: number[] = [];
  const large: number[] = [];
  share.forEach((value, index) => (value < 1 ? small : large).push(index));
  while (small.length > 0 && large.length > 0) {
    const low = small.pop() ?? 0;
    const high = large.pop() ?? 0;
    keep[low] = share[low] ?? 1;
    other[low] = high;
    share[high] = (share[high] ?? 0) - (1 - (keep[low] ?? 1));
    ((share[high] ?? 0) < 1 ? small : large).push(high);
  }
  return (chance) => {
    const at = chance.below(weights.length);
    return chance.next() < (keep[at] ?? 1) ? at : (other[at] ?? at);
  };
}

/** Draws one of the named things by weight. */
export function drawerOf<T extends string>(weights: Readonly<Record<T, number>>): (chance: Chance) => T {
  const names = Object.keys(weights) as T[];
  const draw = drawer(names.map((name) => weights[name]));
  return (chance) => names[draw(chance)] as T;
}
