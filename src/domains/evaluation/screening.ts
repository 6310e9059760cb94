import { deviates, shareOf, type Share } from '#engines/share.ts';
import { tooFew } from './suppression.ts';
import { dimensions } from './who-asked.ts';

/** Requests of one group of people as they were screened, and as clinicians judged them later. */
export interface ScreeningCount {
  readonly dimension: string;
  readonly value: string;
  /** Raised a red flag by their words; of those closed, how many were a danger and how many were none. */
  readonly flagged: number;
  readonly flaggedYes: number;
  readonly flaggedNo: number;
  /** Raised none; of those drawn by chance and judged, how many were a danger and how many were none. */
  readonly quiet: number;
  readonly sampleYes: number;
  readonly sampleNo: number;
  /** Raised none, and a clinician said so when they saw the patient. */
  readonly said: number;
}

/** A rate with its interval, 0 to 1. */
export type Rate = Pick<Share, 'share' | 'low' | 'high'>;

/** A figure: `few` where too few were judged to say it, `none` where nobody was. */
export type Judged<T> = { readonly state: 'shown'; readonly value: T } | { readonly state: 'few' | 'none' };

/** How the screening did for one group of people. */
export interface Screened {
  readonly label: string;
  readonly said: number;
  readonly judgedFlags: number;
  readonly judgedQuiet: number;
  /** Of requests with a flag, those that were no danger. */
  readonly alarms: Judged<Share>;
  /** Of requests drawn from those without a flag, those that were a danger. */
  readonly missed: Judged<Share>;
  /** Of all dangers, those that were flagged; and of all that were none, those that were flagged. */
  readonly sensitivity: Judged<Rate>;
  readonly falseAlarms: Judged<Rate>;
}

/** Everybody, and by age, language and way of asking. */
export interface Screening {
  readonly all: Screened;
  readonly sections: readonly { readonly name: string; readonly rows: readonly Screened[] }[];
}

/**
 * How the screening did by what clinicians judged later. Sensitivity and false alarms are worked out from two shares, of those with a
 * flag and of a sample of those without, each weighted by how many there are; their intervals are as wide as both together
 * allow, so they hold in at least 95 of 100 such samples.
 */
export function screening(counts: readonly ScreeningCount[], least: number): Screening {
  const of = (dimension: string, value: string): ScreeningCount =>
    counts.find((count) => count.dimension === dimension && count.value === value) ?? {
      ...{ dimension, value, flagged: 0, flaggedYes: 0, flaggedNo: 0 },
      ...{ quiet: 0, sampleYes: 0, sampleNo: 0, said: 0 },
    };
  const rowsOf = (rows: readonly { label: string; count: ScreeningCount }[]): Screened[] => {
    const hidden = tooFew(
      rows.map(({ count }) => judgedOf(count).flags),
      least,
    );
    const hiddenQuiet = tooFew(
      rows.map(({ count }) => judgedOf(count).quiet),
      least,
    );
    return rows.map(({ label, count }, at) =>
      screened(label, count, { flags: hidden[at] ?? false, quiet: hiddenQuiet[at] ?? false }),
    );
  };
  const [all] = rowsOf([{ label: 'Everybody', count: of('all', 'all') }]);
  return {
    all: all ?? screened('Everybody', of('all', 'all'), { flags: true, quiet: true }),
    sections: dimensions.map(({ key, name, values }) => ({
      name,
      rows: rowsOf(values.map(([value, label]) => ({ label, count: of(key, value) }))),
    })),
  };
}

/** Requests a clinician has judged one way or the other. */
const judgedOf = (count: ScreeningCount): { flags: number; quiet: number } => ({
  flags: count.flaggedYes + count.flaggedNo,
  quiet: count.sampleYes + count.sampleNo,
});

function screened(label: string, count: ScreeningCount, hidden: { flags: boolean; quiet: boolean }): Screened {
  const { flags, quiet } = judgedOf(count);
  const judged = <T>(value: T | null, isHidden: boolean): Judged<T> => {
    if (value === null) return { state: 'none' };
    return isHidden ? { state: 'few' } : { state: 'shown', value };
  };
  const both = flags > 0 && quiet > 0 ? ratesOf(count) : null;
  const either = hidden.flags || hidden.quiet;
  return {
    ...{ label, said: count.said, judgedFlags: flags, judgedQuiet: quiet },
    alarms: judged(shareOf(count.flaggedNo, flags), hidden.flags),
    missed: judged(shareOf(count.sampleYes, quiet), hidden.quiet),
    sensitivity: judged(both?.sensitivity ?? null, either),
    falseAlarms: judged(both?.falseAlarms ?? null, either),
  };
}

function ratesOf(count: ScreeningCount): { sensitivity: Rate | null; falseAlarms: Rate | null } {
  const { flags, quiet } = judgedOf(count);
  const danger = shareOf(count.flaggedYes, flags, deviates.pair);
  const missed = shareOf(count.sampleYes, quiet, deviates.pair);
  if (danger === null || missed === null) return { sensitivity: null, falseAlarms: null };
  const part = (inFlagged: number, inQuiet: number): number => {
    const all = count.flagged * inFlagged + count.quiet * inQuiet;
    return all === 0 ? NaN : (count.flagged * inFlagged) / all;
  };
  const rate = (share: number, low: number, high: number): Rate | null =>
    Number.isNaN(share) ? null : { share, low, high };
  return {
    sensitivity: rate(part(danger.share, missed.share), part(danger.low, missed.high), part(danger.high, missed.low)),
    falseAlarms: rate(
      part(1 - danger.share, 1 - missed.share),
      part(1 - danger.high, 1 - missed.low),
      part(1 - danger.low, 1 - missed.high),
    ),
  };
}
