import type { BookMapping, BookRow, RowFault } from './mapping.ts';
import { readBookRow } from './mapping.ts';

/** A row that was not read, with the line of the file it begins on. */
export interface RejectedRow extends RowFault {
  readonly line: number;
}

/** A row as the database stages it: with the key by which the same place is known again. */
export interface StagedRow extends Omit<BookRow, 'key'> {
  readonly key: string;
}

/** Reads the rows of one file after another: keys that are given twice are refused, those that are missing are made. */
export interface BookReader {
  readonly row: (cells: readonly string[], line: number) => StagedRow | undefined;
  readonly rejected: () => { readonly count: number; readonly first: readonly RejectedRow[] };
}

/** The most rejected rows that are told one by one. */
const mostTold = 200;

/** A reader for a file with this heading. Without a number of its own a place is known by who, when and its turn among the same. */
export function bookReader(mapping: BookMapping, heading: readonly string[]): BookReader {
  const places = new Map(heading.map((name, at) => [name, at]));
  const seen = new Map<string, number>();
  const first: RejectedRow[] = [];
  let count = 0;
  const reject = (line: number, fault: RowFault): undefined => {
    count += 1;
    if (first.length < mostTold) first.push({ line, ...fault });
    return undefined;
  };
  return {
    row(cells, line) {
      if (cells.length !== heading.length) {
        reject(line, {
          column: '',
          reason: `has ${cells.length} cells, not the ${heading.length} of the heading`,
        });
        return;
      }
      const read = readBookRow(mapping, (column) => cells[places.get(column) ?? -1]);
      if (!read.ok) {
        reject(line, read.error);
        return;
      }
      const { key: own, ...row } = read.value;
      const base = own === undefined ? `${row.clinician}|${row.startsAt.toString()}` : `#${own}`;
      const times = (seen.get(base) ?? 0) + 1;
      seen.set(base, times);
      if (own !== undefined && times > 1) {
        reject(line, { column: mapping.columns.key ?? '', reason: 'stands in the file twice' });
        return;
      }
      return { ...row, key: own === undefined ? `${base}|${times}` : base };
    },
    rejected: () => ({ count, first }),
  };
}
