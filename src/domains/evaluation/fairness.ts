import { rounded, tooFew } from './suppression.ts';
import { deprivation, dimensions } from './who-asked.ts';

/** Requests of one group of people, as counted. */
export interface AccessCount {
  readonly dimension: string;
  readonly value: string;
  /** Requests answered, or past their time without an answer. */
  readonly answered: number;
  readonly inTime: number;
  readonly patients: number;
  /** Requests with an appointment, the patients who have them, and how many wait how many days. */
  readonly waited: number;
  readonly waitingPatients: number;
  readonly waits: readonly { readonly days: number; readonly visits: number }[];
}

/** The published scores that practices are put into national fifths by. */
export interface DeprivationLayer {
  readonly publisher: string;
  readonly title: string;
  readonly licence: string;
  /** Year of the Indices of Deprivation, and of newer ones that cover too few practices to be used. */
  readonly indices: number;
  readonly passedOver: number | null;
  /** Practices of the country with a score, and of those whose requests are counted. */
  readonly among: number;
  readonly covered: number;
}

/** A figure for a group of people: `few` where too few stand behind it or another would give them away, `none` where nobody does. */
export type Shown<T> = ({ readonly state: 'shown' } & T) | { readonly state: 'few' | 'none' };

/** How one group of people fares. Counts are rounded, shares to a whole per cent of the true counts: neither tells them exactly. */
export interface Fared {
  readonly label: string;
  readonly promise: Shown<{ readonly requests: number; readonly share: number }>;
  readonly wait: Shown<{ readonly appointments: number; readonly medianDays: number }>;
}

/** Everybody, and by age, language, way of asking and, where scores are imported, deprivation. */
export interface Fairness {
  readonly all: Fared;
  readonly sections: readonly { readonly name: string; readonly rows: readonly Fared[] }[];
}

/** The middle of all waits; of an even number half-way between the two in the middle; null of none. */
export function medianDays(waits: AccessCount['waits']): number | null {
  const sorted = waits.toSorted((a, b) => a.days - b.days);
  const all = sorted.reduce((sum, { visits }) => sum + visits, 0);
  if (all === 0) return null;
  const at = (place: number): number => {
    let passed = 0;
    return sorted.find(({ visits }) => (passed += visits) > place)?.days ?? 0;
  };
  return (at(Math.floor((all - 1) / 2)) + at(Math.floor(all / 2))) / 2;
}

/** How counts are shown: from how many, rounded to what; and whether deprivation scores are imported. */
interface Showing {
  readonly least: number;
  readonly roundedTo: number;
  readonly scored: boolean;
}

/** How everybody fares and each group beside them; what is too small, or could be worked out, is hidden. */
export function fairness(counts: readonly AccessCount[], { least, roundedTo, scored }: Showing): Fairness {
  const of = (dimension: string, value: string): AccessCount =>
    counts.find((count) => count.dimension === dimension && count.value === value) ?? {
      ...{ dimension, value, answered: 0, inTime: 0, patients: 0, waited: 0, waitingPatients: 0, waits: [] },
    };
  const rowsOf = (rows: readonly { label: string; count: AccessCount }[]): Fared[] => {
    const promise = tooFew(
      rows.map(({ count }) => Math.min(count.answered, count.patients)),
      least,
    );
    const wait = tooFew(
      rows.map(({ count }) => Math.min(count.waited, count.waitingPatients)),
      least,
    );
    return rows.map(({ label, count }, at) => ({
      label,
      promise: promiseOf(count, promise[at] ?? false, roundedTo),
      wait: waitOf(count, wait[at] ?? false, roundedTo),
    }));
  };
  const [all] = rowsOf([{ label: 'Everybody', count: of('all', 'all') }]);
  return {
    all: all ?? { label: 'Everybody', promise: { state: 'none' }, wait: { state: 'none' } },
    sections: [...dimensions, ...(scored ? [deprivation] : [])].map(({ key, name, values }) => ({
      name,
      rows: rowsOf(values.map(([value, label]) => ({ label, count: of(key, value) }))),
    })),
  };
}

function promiseOf({ answered, inTime }: AccessCount, hidden: boolean, to: number): Fared['promise'] {
  if (answered === 0) return { state: 'none' };
  if (hidden) return { state: 'few' };
  return { state: 'shown', requests: rounded(answered, to), share: wholeShare(inTime, answered) };
}

function waitOf({ waited, waits }: AccessCount, hidden: boolean, to: number): Fared['wait'] {
  const median = medianDays(waits);
  if (median === null) return { state: 'none' };
  return hidden ? { state: 'few' } : { state: 'shown', appointments: rounded(waited, to), medianDays: median };
}

/** A share to a whole per cent; all and none are said of all and none alone. */
function wholeShare(part: number, of: number): number {
  if (part === of || part === 0) return part / of;
  return Math.min(99, Math.max(1, Math.round((part / of) * 100))) / 100;
}
