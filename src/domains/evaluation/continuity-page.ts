import {
  biceBoxerman,
  opr,
  shareOf,
  slicc,
  upc,
  type Continuity,
  type PartCount,
  type VisitCount,
} from './continuity.ts';
import { valueOf } from './ratio.ts';
import { tooFew } from './suppression.ts';

/** Appointments of a month, or of the whole period (`month` null). */
export interface MonthCount extends PartCount {
  readonly month: string | null;
  /** Appointments of people without a usual GP, which are not in `total`. */
  readonly apart: number;
}

/** What was counted of one practice; without code and name where the viewer may not know which it is. */
export interface PracticeCounts {
  readonly code: string | null;
  readonly name: string | null;
  readonly list: readonly MonthCount[];
  readonly own: readonly MonthCount[];
  readonly visits: readonly VisitCount[];
}

/** The measures, in the order in which they are shown. */
export const measureKeys = ['slicc', 'opr', 'upc', 'coc'] as const;
export type MeasureKey = (typeof measureKeys)[number];

/** A figure as it may be shown: `few` where too few stand behind it, `none` where nobody does. */
export type Cell =
  | {
      readonly state: 'shown';
      readonly value: number;
      readonly top: number;
      readonly of: number;
      readonly patients: number;
    }
  | { readonly state: 'few' | 'none' };
export type Cells = Readonly<Record<MeasureKey, Cell>>;

/** The limits below which nothing is shown. */
export interface Fewest {
  readonly counted: number;
  readonly practices: number;
}

/** A practice by name. */
export interface NamedPractice {
  readonly code: string;
  readonly name: string;
  readonly cells: Cells;
}

/** A month of list and doctor measures: of the viewer's practice, else of all practices together. */
export interface MonthCells {
  readonly month: string;
  readonly slicc: Cell;
  readonly opr: Cell;
}

/** What the viewer sees. */
export interface ContinuityView {
  /** All practices together; null where so few are in it that it would tell of one. */
  readonly whole: Cells | null;
  /** The practice at which the viewer's role is held. */
  readonly mine: NamedPractice | null;
  /** Practices by name, for a role of the group. */
  readonly practices: readonly NamedPractice[];
  /** A dot for each practice whose figure may be shown. */
  readonly dots: Readonly<
    Record<MeasureKey, readonly { readonly label: string; readonly value: number; readonly mine: boolean }[]>
  >;
  readonly months: readonly MonthCells[];
  readonly counted: number;
  /** Other practices that are dots without a name, and whether they are too few to be shown. */
  readonly unnamed: number;
  readonly tooFewOthers: boolean;
  /** Appointments of people without a named GP, in the whole or the viewer's practice; null where too few to show. */
  readonly apart: number | null;
}

type Measured = Readonly<Record<MeasureKey, Continuity>>;

function measure(counts: readonly PracticeCounts[], month: string | null = null): Measured {
  const of = (rows: (count: PracticeCounts) => readonly MonthCount[]) =>
    counts.flatMap((count) => rows(count).filter((row) => row.month === month));
  const visits = month === null ? counts.flatMap((count) => count.visits) : [];
  return {
    slicc: slicc(of(({ list }) => list)),
    opr: opr(of(({ own }) => own)),
    upc: upc(visits),
    coc: biceBoxerman(visits),
  };
}

const sizeOf = ({ of, patients }: Continuity): number => Math.min(of, patients);

function cellOf(measured: Continuity, hidden: boolean): Cell {
  const value = shareOf(measured);
  if (value === null || measured.share === null) return { state: 'none' };
  if (hidden) return { state: 'few' };
  const { top, bottom } = measured.share;
  // A mean's top is the sum of everybody's shares, which is no whole number.
  const sum = valueOf({ top: top * BigInt(measured.of), bottom });
  return { state: 'shown', value, top: sum, of: measured.of, patients: measured.patients };
}

/** The cells of rows that stand under one another, hidden measure by measure. */
function cellsOf(rows: readonly Measured[], least: number, total: boolean): Cells[] {
  const hidden = Object.fromEntries(
    measureKeys.map((key) => [
      key,
      tooFew(
        rows.map((row) => sizeOf(row[key])),
        least,
        { total },
      ),
    ]),
  ) as Record<MeasureKey, boolean[]>;
  return rows.map((row, at) => {
    const cell = (key: MeasureKey): Cell => cellOf(row[key], hidden[key][at] ?? false);
    return { slicc: cell('slicc'), opr: cell('opr'), upc: cell('upc'), coc: cell('coc') };
  });
}

function monthsOf(counts: readonly PracticeCounts[], least: number): MonthCells[] {
  const months = new Set(counts.flatMap(({ list, own }) => [...list, ...own].flatMap(({ month }) => month ?? [])));
  const sorted = [...months].toSorted();
  const cells = cellsOf(
    sorted.map((month) => measure(counts, month)),
    least,
    true,
  );
  return sorted.flatMap((month, at) => {
    const found = cells[at];
    return found ? [{ month, slicc: found.slicc, opr: found.opr }] : [];
  });
}

/**
 * Named comparisons among peers destroy trust: a role held at a practice sees its own by name and the others as dots, and those
 * only where they are enough not to be told apart; a role of the group sees by name what the practices agreed to.
 */
export function continuityView(
  all: readonly PracticeCounts[],
  { practiceId, least }: { readonly practiceId: string | null; readonly least: Fewest },
): ContinuityView {
  // What is hidden must not hang on the order of rows, or asking again could show what was hidden before.
  const counts = all.toSorted((a, b) => (a.code ?? '~').localeCompare(b.code ?? '~', 'en-GB'));
  const own = counts.filter(({ code }) => code !== null && code === practiceId);
  const others = counts.length - own.length;
  const tooFewOthers = practiceId !== null && others < least.practices;
  const shown = tooFewOthers ? own : counts;
  const cells = cellsOf(
    shown.map((each) => measure([each])),
    least.counted,
    practiceId === null,
  );
  const rows = shown.flatMap((count, at) => {
    const found = cells[at];
    return found ? [{ code: count.code, name: count.name, cells: found }] : [];
  });
  const named = rows.flatMap(({ code, name, cells: of }) =>
    code === null ? [] : [{ code, name: name ?? code, cells: of }],
  );
  const dotsOf = (key: MeasureKey) =>
    rows.flatMap(({ code, name, cells: of }) => {
      const cell = of[key];
      const label = name ?? code ?? 'another practice';
      return cell.state === 'shown' ? [{ label, value: cell.value, mine: code !== null && code === practiceId }] : [];
    });
  const about = practiceId === null ? counts : own;
  const apart = about
    .flatMap(({ list }) => list.filter(({ month }) => month === null))
    .reduce((sum, row) => sum + row.apart, 0);
  return {
    whole: tooFewOthers ? null : (cellsOf([measure(counts)], least.counted, false)[0] ?? null),
    mine: named.find(({ code }) => code === practiceId) ?? null,
    practices: practiceId === null ? named.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')) : [],
    dots: { slicc: dotsOf('slicc'), opr: dotsOf('opr'), upc: dotsOf('upc'), coc: dotsOf('coc') },
    months: monthsOf(about, least.counted),
    counted: counts.length,
    unnamed: counts.filter(({ code }) => code === null).length,
    tooFewOthers,
    apart: apart > 0 && apart < least.counted ? null : apart,
  };
}
