import { percentWords } from '#platform/ui/words.ts';
import type { Judged, Rate, Screened, Screening } from '../screening.ts';

const percent = (share: number): string => percentWords(share, 1);

/** Why a figure is not there. */
const missing = (state: 'few' | 'none'): string => (state === 'few' ? 'too few judged' : 'none yet');

/** "94.2%" with "91.0% to 96.4%" beside it, or why there is none. */
export function rateWords(rate: Judged<Rate>): {
  readonly value: string;
  readonly range: string;
  readonly known: boolean;
} {
  if (rate.state !== 'shown') return { value: missing(rate.state), range: '', known: false };
  const { share, low, high } = rate.value;
  return { value: percent(share), range: `${percent(low)} to ${percent(high)}`, known: true };
}

/** The page's answer. */
export function screeningAnswer({ all }: Screening): string {
  const { sensitivity } = all;
  if (sensitivity.state === 'shown') {
    const { low, high } = sensitivity.value;
    return `Screening found between ${percent(low)} and ${percent(high)} of dangers`;
  }
  return all.judgedFlags + all.judgedQuiet === 0
    ? 'Not known: no clinician has judged a request yet'
    : 'Not known yet: too few requests have been judged';
}

type Line = (string | number | null)[];

/** What the page shows, as rows of a CSV; a figure that is not shown is empty, with why beside it. */
export function screeningCsv(found: Screening): { heading: string[]; rows: Line[] } {
  const cells = (rate: Judged<Rate>): Line =>
    rate.state === 'shown'
      ? [rate.value.share, rate.value.low, rate.value.high, '']
      : [null, null, null, missing(rate.state)];
  const line = (by: string, row: Screened): Line => [
    ...[by, row.label],
    ...[...cells(row.sensitivity), ...cells(row.falseAlarms), ...cells(row.alarms), ...cells(row.missed)],
  ];
  const figure = (name: string): string[] => [name, `${name}, low`, `${name}, high`, `${name}, note`];
  return {
    heading: [
      ...['by', 'group', ...figure('sensitivity'), ...figure('false alarm rate')],
      ...[...figure('share of flags that were no danger'), ...figure('share of the sample that was a danger')],
    ],
    rows: [
      line('everybody', found.all),
      ...found.sections.flatMap(({ name, rows }) => rows.map((row) => line(name, row))),
    ],
  };
}
