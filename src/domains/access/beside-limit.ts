/** What stands beside a limit, of one practice or all: what was not met, and how long people wait, of the same days. */
export interface BesideLimit {
  readonly practiceId: string;
  readonly practiceName: string;
  readonly requests: number;
  readonly unmet: number;
  /** Visits and waits the middle and the ninth of ten are taken of. */
  readonly counted: number;
  /** Of those, people who still wait: they count with their wait so far. */
  readonly stillWaiting: number;
  /** Days; null where fewer than five are counted. */
  readonly medianDays: number | null;
  readonly ninthDays: number | null;
}

/** The same in words, for one row of a table. */
export interface BesideSaid {
  readonly unmet: string | null;
  readonly median: string | null;
  /** Follows "9 in 10 wait": "up to 3.3 days", "under a day so far". */
  readonly ninth: string | null;
}

/** What stands beside one practice's limit in words; null is not known. */
export function besideWords(one: BesideLimit | undefined): BesideSaid {
  if (one === undefined) return { unmet: null, median: null, ninth: null };
  const wait = (days: number | null, say: (days: number) => string): string =>
    days === null ? (one.counted === 0 ? 'nobody waited' : 'too few to say') : say(days);
  // Who still waits may wait longer yet.
  const soFar = one.stillWaiting > 0 ? ' so far' : '';
  const most = (days: number): string => `${days < 1 ? '' : 'up to '}${daysWords(days)}${soFar}`;
  return { unmet: String(one.unmet), median: wait(one.medianDays, daysWords), ninth: wait(one.ninthDays, most) };
}

/** Days as they are told: "under a day", "1.5 days". */
function daysWords(days: number): string {
  if (days < 1) return 'under a day';
  const rounded = Math.round(days * 10) / 10;
  return rounded === 1 ? '1 day' : `${rounded} days`;
}

/** What could not be met over all practices, and of how many requests; null where no practice is seen. */
export function besideAll(
  all: readonly BesideLimit[],
): { practices: number; unmet: number; requests: number; stillWaiting: number } | null {
  if (all.length === 0) return null;
  const sum = (of: (one: BesideLimit) => number): number => all.reduce((so, one) => so + of(one), 0);
  return {
    practices: all.length,
    unmet: sum((one) => one.unmet),
    requests: sum((one) => one.requests),
    stillWaiting: sum((one) => one.stillWaiting),
  };
}
