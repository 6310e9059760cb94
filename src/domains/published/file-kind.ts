import type { Kind, Period, Provenance } from './edition.ts';
import type { Header } from './header.ts';

/** A value of a stored row, in the order of the kind's columns. */
export type Cell = string | number | null;

/** What a published name was called at a time, and whose part it was. */
export interface AreaName {
  readonly code: string;
  readonly kind: 'ccg' | 'sub-icb' | 'stp' | 'icb' | 'region';
  readonly name: string;
  readonly parent: string | null;
}

/** A row to store. */
export interface KeptRow {
  readonly area: string;
  readonly period: Period;
  /** In the order of the kind's columns. */
  readonly cells: readonly Cell[];
  /** The practice the row is about; absent in tables of areas. */
  readonly practice?: string;
  /** In tables with one row a practice and period: what becomes of a second one. */
  readonly once?: Once;
}

/** A second row of a practice and period is rejected under the column of its code, or takes the first one's place. */
export interface Once {
  readonly column: string;
  readonly lastWins: boolean;
}

/** Where a reader puts what it finds in one row. */
export interface RowSink {
  keep(row: KeptRow): void;
  /** A row that is not wanted, counted by reason. */
  leaveOut(reason: string): void;
  /** A row that cannot be right: the column, what it held and why. */
  reject(column: string, value: string, reason: string): void;
  /** An area's name as of a period. */
  area(name: AreaName, period: Period): void;
}

/** Reads one row of cells, as many as the header has. */
export type RowReader = (cells: readonly string[], sink: RowSink) => void;

/** What a file's contents do not say but its name, folder or the person importing it does. */
export interface FileContext {
  readonly period: Period | null;
}

/** A kind of published file: how it is recognised by its header and how its rows are read. */
export interface FileKind extends Provenance {
  readonly kind: Kind;
  /** The stored columns after edition, area and period. */
  readonly columns: readonly string[];
  /** Whether the period has to come from the name, the folder or the person importing. */
  readonly periodFromName: boolean;
  recognises(header: Header): boolean;
  reader(header: Header, context: FileContext): RowReader;
}
