import { CsvError, parse } from 'csv-parse';

/** What makes a file unreadable from a line on, in words for whoever made the file. */
export interface CsvFault {
  readonly line: number;
  readonly reason: string;
}

/** Text in, rows out. Nothing may be fed after a fault. */
export interface CsvRows {
  /** Takes the next piece of text; answers what makes the rest unreadable, or null. */
  feed(text: string): Promise<CsvFault | null>;
  /** Takes what was left over: the last line needs no line end. */
  end(): Promise<CsvFault | null>;
}

/** No publication has a row of nearly so many characters: beyond it a quotation mark was forgotten, or it is no table. */
export const longestRow = 1_000_000;

const tooLong =
  `the line is longer than ${longestRow.toLocaleString('en-GB')} characters: ` +
  'a quotation mark is left open in it, or this is not a table of such rows';
const neverClosed =
  'a quotation mark opens a cell of this row and is not closed: close it where the cell ends, or take it away';
const closedWrongly =
  'a quotation mark opens a cell of this row and is not closed where the cell ends: close it, or double those that belong to the text';

/** Whether a cell opens with a quotation mark that the parser, lenient with those inside text, left open at its end. */
function isClosedWrongly(cells: readonly string[], raw: string): boolean {
  return cells.some((cell) => cell.startsWith('"') && !raw.includes(`"${cell.replaceAll('"', '""')}"`));
}

/**
 * Splits comma-separated text (RFC 4180) into rows, each with the line it begins on; empty lines are passed over. A
 * quotation mark inside a cell that does not begin with one belongs to the text, as spreadsheets have it. A fault is told
 * at the line its row begins on.
 */
export function csvRows(onRow: (cells: string[], line: number) => void): CsvRows {
  let [linesInCells, held] = [0, 0];
  // The parser's own count takes a line end of two characters inside a cell for two lines.
  const lines = () => parser.info.records + parser.info.empty_lines + linesInCells;
  const parser = parse({
    bom: true,
    raw: true,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    // Answers null, so that nothing waits in the stream to be read.
    on_record: (read: unknown) => {
      const { record, raw } = read as { record: string[]; raw: string };
      if (isClosedWrongly(record, raw)) throw new CsvError('CSV_INVALID_CLOSING_QUOTE', closedWrongly);
      onRow(record, lines());
      for (const cell of record) if (cell.includes('\n')) linesInCells += cell.split('\n').length - 1;
      return null;
    },
  });
  // What goes wrong is answered where it is written.
  parser.on('error', () => undefined);
  const faultOf = (error: Error | null | undefined): CsvFault | null => {
    if (!error) return null;
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'CSV_INVALID_CLOSING_QUOTE') return { line: lines(), reason: closedWrongly };
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') return { line: lines() + 1, reason: neverClosed };
    throw error;
  };
  return {
    feed: async (text) => {
      const before = lines();
      const fault = faultOf(await new Promise<Error | null | undefined>((done) => parser.write(text, done)));
      // `max_record_size` would let a line of commas alone fill the memory.
      held = lines() > before ? 0 : held + text.length;
      return fault ?? (held > longestRow ? { line: lines() + 1, reason: tooLong } : null);
    },
    end: async () => faultOf(await new Promise<Error | null | undefined>((done) => parser.end(done))),
  };
}
