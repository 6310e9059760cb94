import type { SaidPeriod } from '#domains/published/index.ts';
import type { Gap, GapFigures, GapSum, PracticeGap, Range, Verdict } from './gap.ts';

/** Which layers the measure needs, in the order they are told. */
export type LayerName = 'list' | 'appointments' | 'gpShare' | 'workforce';

/** One source of figures: who published it, for when, and for how many of the practices it was used. */
export interface Layer {
  readonly layer: LayerName;
  readonly publisher: string;
  readonly title: string;
  readonly licence: string | null;
  readonly derivedBy: string | null;
  /** The value, where this is a dated parameter instead of figures that were imported. */
  readonly assumed: number | null;
  /** From the first to the last day, and as people say it; null where the source is no statistic of a period. */
  readonly period: SaidPeriod | null;
  readonly practices: number;
  readonly of: number;
  /** Newer periods that cover too few of the practices to be used, newest first. */
  readonly passedOver: readonly { readonly period: SaidPeriod; readonly practices: number }[];
  /** The same in words; null where there are none. */
  readonly newer: string | null;
}

/** The measure with where each figure comes from and what was assumed. */
export interface MeasuredGap extends Gap {
  readonly layers: readonly Layer[];
  /** The GP share as published, over the practices counted; what was given instead of it changes nothing here. */
  readonly publishedShare: number | null;
  readonly assumptions: readonly Assumption[];
  /** Contacts per GP and day, every GP counted, from which a practice's figures carry a caution. */
  readonly doubtful: number;
}

/** A dated parameter the measure rests on. */
export interface Assumption {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly source: string;
}

const fixed = (value: number, decimals: number) =>
  value.toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** A range as it is said: "22.4 to 31.5"; one figure where both ends are the same. */
export function rangeWords({ low, high }: Range): string {
  if (low === null || high === null) return 'not known';
  const [from, to] = [fixed(low, 1), fixed(high, 1)];
  return from === to ? from : `${from} to ${to}`;
}

const openings: Readonly<Record<Verdict, string>> = {
  beyond: 'Yes, whoever you count',
  within: 'No, whoever you count',
  'depends on the assumption': 'It depends who you count',
};

const verdicts: Readonly<Record<Verdict, string>> = {
  beyond: 'beyond',
  within: 'within',
  'depends on the assumption': 'depends who you count',
};

/** A verdict as a cell has room for it; empty where it is not known. */
export function verdictWords(verdict: Verdict | null): string {
  return verdict === null ? '' : verdicts[verdict];
}

/** What to bear in mind of a figure that hardly anybody could work; empty where there is nothing. */
export function cautionWords({ contactsPerGpDay: { low } }: GapFigures, doubtful: number): string {
  if (low === null || low < doubtful) return '';
  return 'Take care: so many a day suggests that GPs are missing from the published figures.';
}

/** The answer to whether GPs work beyond the limit, as a heading. */
export function answerWords(sum: GapFigures & Partial<Pick<GapSum, 'practices' | 'practicesCounted'>>): string {
  const { verdict, contactsPerGpDay, practices = 1, practicesCounted = 1 } = sum;
  if (verdict === null) return 'Not known: no practice has every figure';
  // A yes or no about a group rests on most of it.
  if (practicesCounted * 2 < practices)
    return `Not known: only ${practicesCounted} of ${practices} practices have every figure`;
  return `${openings[verdict]}: ${rangeWords(contactsPerGpDay)} a day`;
}

/** A share as said to two decimals, and that there is none where it would be above the whole. */
function shareWords(share: number | null): string {
  if (share === null) return 'not known';
  return share > 1 ? 'none that is possible' : fixed(share, 2);
}

/** At which shares of appointments the answer turns. */
export function turnsWords({ turnsAtShare }: GapFigures): string {
  if (turnsAtShare.low === null || turnsAtShare.high === null) return '';
  return `The answer turns at a GP share of ${shareWords(turnsAtShare.low)}, counting every GP, or ${shareWords(turnsAtShare.high)}, permanent GPs only.`;
}

/** How many appointments a week are beyond safe, or how much room there is. */
export function beyondWords({ beyondSafePerWeek: { low, high } }: GapSum): string {
  if (low === null || high === null) return '';
  const side = (value: number) => `${fixed(Math.abs(value), 0)} ${value > 0 ? 'beyond' : 'below'}`;
  return `GP appointments a week compared with safe: ${side(low)}, counting every GP, to ${side(high)}, permanent GPs only.`;
}

/** "4 years older" than the appointments where a layer's period is at least a year away from theirs; else null. */
export function apartWords(layer: Layer, appointments: Layer | undefined): string | null {
  if (layer.period === null || !appointments?.period || layer.layer === 'appointments') return null;
  const day = (text: string) => Temporal.PlainDate.from(text);
  const months = (from: string, to: string) => day(from).until(day(to), { largestUnit: 'month' }).months;
  const [older, newer] = [
    months(layer.period.to, appointments.period.from),
    months(appointments.period.to, layer.period.from),
  ];
  const years = Math.round(Math.max(older, newer) / 12);
  if (Math.max(older, newer) < 12) return null;
  return `${years === 1 ? 'a year' : `${years} years`} ${older > newer ? 'older' : 'newer'}`;
}

const names: Readonly<Record<string, string>> = {
  list: 'no published list',
  appointments: 'no appointments published for the month',
  gpShare: 'no GP share',
  workforce: 'no valid workforce return',
};

/** What is missing of a practice, in words. */
export function missingWords(missing: readonly string[]): string {
  return missing.map((name) => names[name] ?? name).join(', ');
}

/** The publications the measure is worked out from, as somebody would ask for them. */
const publications = {
  list: 'Patients registered: NHS England, Patients Registered at a GP Practice, one month',
  appointments: 'Appointments: NHS England, Appointments in General Practice, one month',
  workforce: 'GPs in post: NHS England, General Practice Workforce, one year',
} as const;

/** What somebody would have to bring in, and for how many practices it lacks. */
export interface Needed {
  readonly publication: string;
  readonly lacking: number;
  readonly of: number;
}

/** The publications that lack for some practices. */
export function neededOf(byPractice: readonly Pick<PracticeGap, 'missing'>[]): Needed[] {
  return Object.entries(publications).flatMap(([layer, publication]) => {
    const lacking = byPractice.filter(({ missing }) => missing.includes(layer)).length;
    return lacking === 0 ? [] : [{ publication, lacking, of: byPractice.length }];
  });
}
