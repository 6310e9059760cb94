import { late, promises } from './parameters.ts';

const MINUTE = 60_000;

/** How many visits of an urgency there are, and how many of them were late. */
interface Kept {
  readonly all: number;
  readonly late: number;
}

/** Keeps visits and the urgency of the requests behind them in agreement: late ones only up to the stated share. */
export interface InTime {
  /** The urgencies a request may have that is met after so many milliseconds; none where nobody would have been made to wait so long. */
  urgencies(waited: number): ReadonlySet<string>;
  /** Counts a visit that stands. */
  count(urgency: string, waited: number): void;
}

/** The urgencies of requests for a visit, the soonest first. */
const ofVisits = Object.keys(promises).filter((urgency) => urgency === 'same-day' || urgency.startsWith('within-'));

const promised = (urgency: string): number => (promises[urgency] ?? 0) * MINUTE;
const latest = (urgency: string): number => promised(urgency) + (late.by[urgency] ?? 0) * MINUTE;

/** Begins with no visit; the same visits in the same order get the same answers. */
export function inTime(): InTime {
  const kept = new Map<string, Kept>();
  const of = (urgency: string): Kept => kept.get(urgency) ?? { all: 0, late: 0 };
  const mayBeLate = (urgency: string): boolean => of(urgency).late + 1 <= late.share * (of(urgency).all + 1);
  return {
    urgencies(waited) {
      const tooLate = ofVisits.find(
        (urgency) => waited > promised(urgency) && waited <= latest(urgency) && mayBeLate(urgency),
      );
      return new Set(tooLate === undefined ? ofVisits.filter((urgency) => waited <= promised(urgency)) : [tooLate]);
    },
    count(urgency, waited) {
      const { all, late: before } = of(urgency);
      kept.set(urgency, { all: all + 1, late: before + (waited > promised(urgency) ? 1 : 0) });
    },
  };
}
