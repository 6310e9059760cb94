import { parseDay, parseMonth } from '#kernel/date.ts';
import { isAreaCode, parsePracticeCode } from '#kernel/ods-code.ts';
import { monthPeriod, type Period } from './edition.ts';
import type { RowSink } from './file-kind.ts';
import type { Header } from './header.ts';

/**
 * Reads the cells of one row after another. A cell that cannot be right rejects its row at the sink and answers null
 * (`number` answers undefined, since null is what the publisher says where there is no figure).
 */
export interface CellReader {
  /** Starts the next row. */
  row(cells: readonly string[], sink: RowSink): void;
  text(column: number): string;
  /** Text, or null where the publisher says there is none. */
  optional(column: number): string | null;
  practice(column: number): string | null;
  area(column: number): string | null;
  count(column: number): number | null;
  number(column: number): number | null | undefined;
  day(column: number): Period | null;
  month(column: number): Period | null;
  /** The canonical word for a label of any year; a label nobody has described rejects the row. */
  label(column: number, known: ReadonlyMap<string, string>): string | null;
}

/** Publishers put appointments they could not place under such a code; they belong to nobody and are left out. */
const unmapped = /^(unmapped|unknown)$/i;
const absent = new Set(['', 'NA', 'NULL', 'N/A', 'ND', '-', '.']);

/** Text without the stray spaces of older editions ("8  to 14 Days", "Essex  STP"). */
function tidy(text: string): string {
  return text.includes('  ') ? text.replaceAll(/\s+/g, ' ').trim() : text.trim();
}

/** More different texts than any publication has of codes, days or labels: beyond it a file is not what it seems. */
const remembered = 100_000;

/** A few texts are read a million times: each is worked out once. */
export function memo<K, T>(read: (key: K) => T): (key: K) => T {
  const seen = new Map<K, T>();
  return (key) => {
    let value = seen.get(key);
    if (value === undefined) {
      value = read(key);
      if (seen.size < remembered) seen.set(key, value);
    }
    return value;
  };
}

const readCode = (text: string) => {
  const code = parsePracticeCode(text);
  return code.ok ? code.value : null;
};
const readDay = (text: string): Period | null => {
  const from = parseDay(text);
  return from === null ? null : { from, to: from.add({ days: 1 }) };
};
const readMonth = (text: string): Period | null => {
  const first = parseMonth(text);
  return first === null ? null : monthPeriod(first);
};

const digits = /^\d{1,9}$/;

/** Makes a reader for the rows under a header. */
export function cellReader(header: Header): CellReader {
  let cells: readonly string[] = [];
  let sink: RowSink | undefined;
  const text = (column: number) => tidy(cells[column] ?? '');
  const refuse = (column: number, reason: string) => {
    sink?.reject(header.named(column), cells[column] ?? '', reason);
    return null;
  };
  const unplaced = (column: number, reason: string) => {
    if (!unmapped.test(text(column))) return refuse(column, reason);
    sink?.leaveOut('not mapped to a practice or area by the publisher');
    return null;
  };
  const practice = memo(readCode);
  const day = memo(readDay);
  const month = memo(readMonth);
  const whole = (cell: string) => {
    const value = digits.test(cell) ? cell : tidy(cell);
    return digits.test(value) ? Number(value) : null;
  };
  const labels = memo((known: ReadonlyMap<string, string>) =>
    memo((cell: string) => known.get(tidy(cell).toLowerCase()) ?? null),
  );
  const area = memo((value: string) => (isAreaCode(value.trim().toUpperCase()) ? value.trim().toUpperCase() : null));
  return {
    row(next, into) {
      cells = next;
      sink = into;
    },
    text,
    optional: (column) => (absent.has(text(column).toUpperCase()) ? null : text(column)),
    practice: (column) =>
      practice(cells[column] ?? '') ?? unplaced(column, 'is not a practice code (one letter and five digits)'),
    area: (column) => area(cells[column] ?? '') ?? unplaced(column, 'is not an area code'),
    day: (column) => day(cells[column] ?? '') ?? refuse(column, 'is not a date'),
    month: (column) => month(cells[column] ?? '') ?? refuse(column, 'is not a month'),
    count: (column) => whole(cells[column] ?? '') ?? refuse(column, 'is not a whole number of 0 or more'),
    number(column) {
      const value = text(column);
      if (absent.has(value.toUpperCase())) return null;
      const read = Number(value);
      if (Number.isFinite(read)) return read;
      refuse(column, 'is not a number');
      return undefined;
    },
    label(column, known) {
      const cell = cells[column] ?? '';
      return labels(known)(cell) ?? refuse(column, 'is a label that is not known');
    },
  };
}
