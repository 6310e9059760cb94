import type { CoverageCell, Kind, Period, SaidPeriod } from './edition.ts';
import type { Fewer } from './fewer.ts';
import type { AreaName, Cell, KeptRow, Once, RowSink } from './file-kind.ts';

/** A row that was not stored because something in it cannot be right. */
export interface Rejection {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

/** An area's name as of a period. */
export interface AreaSeen extends AreaName {
  readonly from: string;
  readonly to: string;
}

/** What became of a file's rows. */
export interface Collected {
  readonly read: number;
  readonly kept: number;
  readonly rejected: number;
  /** Every problem of every row, also those not among the rejections. */
  readonly problems: number;
  /** The first 100,000 of the rejections, each problem of a row by itself. */
  readonly rejections: readonly Rejection[];
  readonly leftOut: Readonly<Record<string, number>>;
  readonly coverage: readonly CoverageCell[];
  readonly areas: readonly AreaSeen[];
  /** From the first to the last day any row is about; null without rows. */
  readonly period: Period | null;
  /** Practices with a row of the newest period; null in tables of areas. */
  readonly practices: number | null;
}

/** Gathers a file's rows as lines for COPY, and what is to be said about them. */
export interface Collector extends RowSink {
  /** Starts the row that ends on this line of the file. */
  row(line: number): void;
  /** The line of the row that was started last. */
  line(): number;
  /** The lines gathered since the last call. */
  take(): string;
  /** The lines still held back; call it once, after the last row. */
  rest(): string;
  summary(): Collected;
}

const special = /[\\\t\n\r]/g;
const needsEscape = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** One value as COPY's text format writes it. */
function copyText(cell: Cell): string {
  if (cell === null) return '\\N';
  if (typeof cell === 'number') return String(cell);
  return needsEscape.test(cell) ? cell.replaceAll(special, (found) => escapes[found] ?? found) : cell;
}

interface Span {
  readonly from: string;
  readonly to: string;
}

/** How many problems of a file are kept to be listed, so that memory is bounded; all are counted, and told as they are found. */
const listed = 100_000;

interface Coverage {
  span(period: Period): Span;
  cover(row: KeptRow): void;
  cells(): CoverageCell[];
}

/** Which areas and periods rows are about. Periods are few objects used often, so they are compared as objects. */
function coverageSoFar(): Coverage {
  const spans = new Map<Period, Span>();
  const covered = new Map<string, Map<Period, Set<string>>>();
  const span = (period: Period): Span => {
    const known = spans.get(period) ?? { from: period.from.toString(), to: period.to.toString() };
    spans.set(period, known);
    return known;
  };
  return {
    span,
    cover({ area, period, practice }) {
      let periods = covered.get(area);
      if (periods === undefined) covered.set(area, (periods = new Map<Period, Set<string>>()));
      let practices = periods.get(period);
      if (practices === undefined) periods.set(period, (practices = new Set()));
      if (practice !== undefined) practices.add(practice);
    },
    cells() {
      // Two objects may be the same period, read from different words.
      const cells = new Map<string, { area: string; period: Period; practices: Set<string> }>();
      for (const [area, periods] of covered)
        for (const [period, practices] of periods) {
          const key = `${area} ${span(period).from}`;
          const known = cells.get(key);
          cells.set(key, { area, period, practices: known ? known.practices.union(practices) : practices });
        }
      return [...cells.values()].map(({ area, period, practices }) => ({
        area,
        ...span(period),
        practices: practices.size === 0 ? null : practices.size,
      }));
    },
  };
}

interface Batch {
  add(text: string): void;
  hold(key: string, text: string): void;
  take(): string;
  rest(): string;
}

/** Lines on their way to the database, and those held back because a later row may replace them. */
function batch(): Batch {
  let out = '';
  const held = new Map<string, string>();
  return {
    add: (text) => void (out += text),
    hold: (key, text) => void held.set(key, text),
    take() {
      const text = out;
      out = '';
      return text;
    },
    rest: () => out + [...held.values()].join(''),
  };
}

interface Tally {
  read: number;
  kept: number;
  rejected: number;
  problems: number;
  line: number;
  /** Whether it is decided what becomes of the row: it counts once, whatever else is wrong with it. */
  settled: boolean;
  readonly tell: (found: Rejection) => void;
  readonly rejections: Rejection[];
  readonly leftOut: Map<string, number>;
}

function rejectRow(tally: Tally, found: Omit<Rejection, 'line'>): void {
  if (!tally.settled) tally.rejected += 1;
  tally.settled = true;
  tally.problems += 1;
  const rejection = { line: tally.line, ...found, value: found.value.slice(0, 200) };
  tally.tell(rejection);
  if (tally.rejections.length < listed) tally.rejections.push(rejection);
}

function leaveOutRow(tally: Tally, reason: string): void {
  tally.settled = true;
  tally.leftOut.set(reason, (tally.leftOut.get(reason) ?? 0) + 1);
}

const repeated = 'repeated: a later row of the same practice was kept';

/** Makes a collector for one edition's rows; each problem is told as it is found. */
export function collector(editionId: string, tell: (found: Rejection) => void = () => undefined): Collector {
  const coverage = coverageSoFar();
  const lines = batch();
  const areas = new Map<string, AreaSeen>();
  const keys = new Map<string, number>();
  const tally: Tally = {
    ...{ read: 0, kept: 0, rejected: 0, problems: 0, line: 0, settled: true },
    ...{ tell, rejections: [], leftOut: new Map<string, number>() },
  };
  const textOf = ({ area, period, cells }: KeptRow) => {
    let text = `${editionId}\t${copyText(area)}\t${coverage.span(period).from}`;
    for (const cell of cells) text += `\t${copyText(cell)}`;
    return `${text}\n`;
  };
  const keepOnce = (row: KeptRow, { column, lastWins }: Once) => {
    const value = row.practice ?? '';
    const key = `${value} ${coverage.span(row.period).from}`;
    const before = keys.get(key);
    keys.set(key, tally.line);
    if (lastWins) {
      lines.hold(key, textOf(row));
      coverage.cover(row);
    }
    if (before === undefined) return true;
    if (lastWins) leaveOutRow(tally, repeated);
    else rejectRow(tally, { column, value, reason: `is in the file twice: line ${before} has it too` });
    return false;
  };
  return {
    row(line) {
      tally.line = line;
      tally.read += 1;
      tally.settled = false;
    },
    keep(row) {
      if (row.once !== undefined && !keepOnce(row, row.once)) return;
      if (row.once?.lastWins !== true) {
        lines.add(textOf(row));
        coverage.cover(row);
      }
      tally.settled = true;
      tally.kept += 1;
    },
    line: () => tally.line,
    reject: (column, value, reason) => rejectRow(tally, { column, value, reason }),
    leaveOut(reason) {
      if (!tally.settled) leaveOutRow(tally, reason);
    },
    area(name, period) {
      const span = coverage.span(period);
      areas.set(`${name.code} ${name.name} ${span.from}`, { ...name, ...span });
    },
    take: () => lines.take(),
    rest: () => lines.rest(),
    summary: () => summaryOf(tally, coverage.cells(), [...areas.values()]),
  };
}

function summaryOf(tally: Tally, coverage: readonly CoverageCell[], areas: readonly AreaSeen[]): Collected {
  const { read, kept, rejected, problems, rejections } = tally;
  const leftOut = Object.fromEntries(tally.leftOut);
  return {
    read,
    kept,
    rejected,
    problems,
    rejections,
    leftOut,
    coverage,
    areas,
    period: wholePeriod(coverage),
    practices: practicesIn(coverage),
  };
}

/** How many practices have a row of the newest of the periods covered; null in tables of areas. */
function practicesIn(cells: readonly CoverageCell[]): number | null {
  const newest = cells.reduce((last, { from }) => (from > last ? from : last), '');
  const counts = cells.flatMap(({ from, practices }) => (from === newest && practices !== null ? [practices] : []));
  return counts.length === 0 ? null : counts.reduce((sum, n) => sum + n, 0);
}

function wholePeriod(cells: readonly CoverageCell[]): Period | null {
  const from = cells.map((cell) => cell.from).sort()[0];
  const to = cells
    .map((cell) => cell.to)
    .sort()
    .at(-1);
  return from === undefined || to === undefined
    ? null
    : { from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) };
}

/** What became of a file: imported; unchanged (the same content is there); superseded since; rejected whole; not known. */
export type Outcome = 'imported' | 'unchanged' | 'superseded' | 'rejected' | 'unknown';

/** What the import says about one file. */
export interface FileReport {
  readonly file: string;
  readonly kind: Kind | null;
  readonly outcome: Outcome;
  /** Why it was rejected or passed over, or what it superseded; null where there is nothing to add. */
  readonly reason: string | null;
  readonly edition: string | null;
  readonly period: SaidPeriod | null;
  readonly rows: number;
  readonly kept: number;
  readonly rejectedRows: number;
  /** The problems of its rows, each by itself: the first 100,000 of `problems`. */
  readonly rejected: readonly Rejection[];
  readonly problems: number;
  /** The CSV file with every one of them, where one was written. */
  readonly rejectedFile: string | null;
  readonly leftOut: Readonly<Record<string, number>>;
  /** Practices with a row of its newest period; null in tables of areas. */
  readonly practices: number | null;
  /** The edition before, where this one covers far fewer practices, and a sentence that warns of it; else null. */
  readonly warning: (Fewer & { readonly words: string }) | null;
  /** Editions whose rows this one replaced, in whole or in part. */
  readonly supersedes: readonly string[];
}
