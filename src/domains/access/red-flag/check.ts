import { shareOf } from '#engines/share.ts';
import type { RedFlagCategoryId, RedFlagLevel } from './category.ts';
import type { RedFlagFinding } from './red-flag.ts';

/** What somebody who knows says of a text: a red flag stands in it, or not. */
export type CheckLabel = 'red' | 'no';

/** A text to check the screening with: its line in the file, and what is known of it. */
export interface LabelledText {
  readonly line: number;
  readonly text: string;
  readonly label?: CheckLabel;
  /** The category a red text belongs to, or why one that is not red was written: `admin`, `history`. */
  readonly kind?: string;
}

/** How one text was screened: the gravest finding first. */
export interface CheckedLine {
  readonly line: number;
  readonly flag: boolean;
  readonly category: RedFlagCategoryId | null;
  readonly level: RedFlagLevel | null;
  readonly basis: 'wording' | 'likeness' | null;
  /** True where every mention is denied: the flag stands, with a milder wording. */
  readonly softened: boolean;
  readonly categories: readonly RedFlagCategoryId[];
  readonly label?: CheckLabel;
}

/** What screening made of a file of texts. The measures are null where no line has the label they need. */
export interface Check {
  readonly counts: { readonly lines: number; readonly flagged: number; readonly denied: number } & Readonly<
    Record<'red' | 'no' | 'unlabelled' | 'found' | 'missed' | 'falseAlarms' | 'quiet', number>
  >;
  /** Red texts flagged ÷ red texts. */
  readonly sensitivity: number | null;
  readonly sensitivityInterval: readonly [low: number, high: number] | null;
  /** Texts that are not red, flagged ÷ texts that are not red. */
  readonly falseAlarmRate: number | null;
  readonly falseAlarmRateInterval: readonly [low: number, high: number] | null;
  readonly byKind: readonly KindCheck[];
  /** False alarms by the category and the reading that raised them. */
  readonly falseAlarmsBy: readonly { category: RedFlagCategoryId; basis: 'wording' | 'likeness'; lines: number }[];
  readonly lines: readonly CheckedLine[];
}

/** The texts of one label and kind; `placed` counts red ones that were given that very category. */
export interface KindCheck {
  readonly label: CheckLabel;
  readonly kind: string;
  readonly lines: number;
  readonly flagged: number;
  readonly placed?: number;
}

/** Screens each text and measures the screening against the labels there are. */
export function checkOf(
  texts: readonly LabelledText[],
  screenText: (text: string) => readonly RedFlagFinding[],
): Check {
  const read = texts.map((text) => ({ ...text, checked: checkedLine(text, screenText(text.text)) }));
  const count = (holds: (one: (typeof read)[number]) => boolean): number => read.filter(holds).length;
  const red = count(({ label }) => label === 'red');
  const no = count(({ label }) => label === 'no');
  const found = count(({ label, checked }) => label === 'red' && checked.flag);
  const falseAlarms = count(({ label, checked }) => label === 'no' && checked.flag);
  const sensitivity = shareOf(found, red);
  const alarms = shareOf(falseAlarms, no);
  return {
    counts: {
      lines: read.length,
      flagged: count(({ checked }) => checked.flag),
      denied: count(({ checked }) => checked.softened),
      red,
      no,
      unlabelled: read.length - red - no,
      found,
      missed: red - found,
      falseAlarms,
      quiet: no - falseAlarms,
    },
    sensitivity: sensitivity && rounded(sensitivity.share),
    sensitivityInterval: sensitivity && [rounded(sensitivity.low), rounded(sensitivity.high)],
    falseAlarmRate: alarms && rounded(alarms.share),
    falseAlarmRateInterval: alarms && [rounded(alarms.low), rounded(alarms.high)],
    byKind: kindsOf(read),
    falseAlarmsBy: alarmsBy(read.filter(({ label }) => label === 'no').map(({ checked }) => checked)),
    lines: read.map(({ checked }) => checked),
  };
}

function checkedLine({ line, label }: LabelledText, findings: readonly RedFlagFinding[]): CheckedLine {
  const gravity = ({ softened, level, basis }: RedFlagFinding): number =>
    (softened ? 4 : 0) + (level === '999' ? 0 : 2) + (basis === 'wording' ? 0 : 1);
  const [first] = [...findings].sort((a, b) => gravity(a) - gravity(b) || a.start - b.start);
  return {
    line,
    flag: first !== undefined,
    category: first?.category ?? null,
    level: first?.level ?? null,
    basis: first?.basis ?? null,
    softened: first?.softened ?? false,
    categories: [...new Set(findings.map(({ category }) => category))],
    ...(label && { label }),
  };
}

type Read = LabelledText & { readonly checked: CheckedLine };

function kindsOf(read: readonly Read[]): KindCheck[] {
  const kinds = Map.groupBy(
    read.flatMap((one) => (one.label && one.kind ? [{ ...one, label: one.label, kind: one.kind }] : [])),
    ({ label, kind }) => `${label}|${kind}`,
  );
  return [...kinds.values()]
    .flatMap((same) => {
      const [first] = same;
      if (first === undefined) return [];
      const { label, kind } = first;
      const lines = { lines: same.length, flagged: same.filter(({ checked }) => checked.flag).length };
      const placed = same.filter(({ checked }) => checked.categories.some((category) => category === kind)).length;
      return [{ label, kind, ...lines, ...(label === 'red' && { placed }) }];
    })
    .sort((a, b) => (a.label === b.label ? a.kind.localeCompare(b.kind) : a.label === 'red' ? -1 : 1));
}

function alarmsBy(lines: readonly CheckedLine[]): Check['falseAlarmsBy'] {
  const flagged = lines.flatMap(({ category, basis }) => (category && basis ? [{ category, basis }] : []));
  return [...Map.groupBy(flagged, ({ category, basis }) => `${category}|${basis}`).values()]
    .flatMap((same) => (same[0] ? [{ ...same[0], lines: same.length }] : []))
    .sort((a, b) => b.lines - a.lines || a.category.localeCompare(b.category));
}

// Four places: more would be more than any of these counts can tell.
const rounded = (share: number): number => Math.round(share * 10_000) / 10_000;
