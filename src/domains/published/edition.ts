/** The kinds of published file the product can read; also the `kind` of an edition. */
export const kinds = [
  'patients-registered',
  'practice-mapping',
  'practice-places',
  'appointments-practice',
  'appointments-area',
  'appointments-area-day',
  'appointments-crosstab',
  'workforce-year',
  'practice-deprivation',
] as const;

/** One of the kinds of published file. */
export type Kind = (typeof kinds)[number];

/** From a day up to, but not including, another. */
export interface Period {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/** An area and period an edition has rows for. */
export interface CoverageCell {
  readonly area: string;
  readonly from: string;
  readonly to: string;
  /** How many practices have a row in it; null in tables of areas. */
  readonly practices: number | null;
}

/** Who published what, under which licence; `derivedBy` names whoever computed a table from official figures. */
export interface Provenance {
  readonly publisher: string;
  readonly title: string;
  readonly licence: string;
  readonly derivedBy: string | null;
}

/** The licence of all official statistics the product reads. */
export const openGovernmentLicence = 'Open Government Licence v3.0';

/** The calendar month that starts on `first`. */
export function monthPeriod(first: Temporal.PlainDate): Period {
  return { from: first, to: first.add({ months: 1 }) };
}

/** The financial year (April to March) that ends in `year`. */
export function financialYear(year: number): Period {
  const from = Temporal.PlainDate.from({ year: year - 1, month: 4, day: 1 });
  return { from, to: from.add({ years: 1 }) };
}

/** The calendar year. */
export function calendarYear(year: number): Period {
  const from = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  return { from, to: from.add({ years: 1 }) };
}

function monthWords(day: Temporal.PlainDate, style: 'short' | 'long'): string {
  const name = day.toLocaleString('en-GB', { month: 'long' });
  return `${style === 'short' ? name.slice(0, 3) : name} ${day.year}`;
}

/** A period as people say it: 1 May 2025, April 2025, 2024/25, 2025, Sep 2020 to Aug 2021. */
export function periodWords({ from, to }: Period): string {
  const last = to.subtract({ days: 1 });
  if (from.equals(last)) return from.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  if (from.day === 1 && from.add({ months: 1 }).equals(to)) return monthWords(from, 'long');
  if (from.day === 1 && from.add({ years: 1 }).equals(to) && from.month === 4)
    return `${from.year}/${String(to.year).slice(2)}`;
  if (from.day === 1 && from.month === 1 && from.add({ years: 1 }).equals(to)) return String(from.year);
  if (from.day === 1 && to.day === 1) return `${monthWords(from, 'short')} to ${monthWords(last, 'short')}`;
  return `${periodWords({ from, to: from.add({ days: 1 }) })} to ${periodWords({ from: last, to })}`;
}

/** A period as it is handed on: its first and last day, and its words. */
export interface SaidPeriod {
  readonly from: string;
  readonly to: string;
  readonly words: string;
}

/** Says a period by its first and last day, both inclusive, and as people say it. */
export function sayPeriod({ from, to }: Period): SaidPeriod {
  return { from: from.toString(), to: to.subtract({ days: 1 }).toString(), words: periodWords({ from, to }) };
}
