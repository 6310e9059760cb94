import { tableHolds, tableWords } from './table-words.ts';

/** A table of a practice's own data as the archive's README tells of it: days are null where rows carry none. */
export interface TakenTable {
  readonly schema: string;
  readonly name: string;
  readonly rows: number;
  readonly from: Temporal.PlainDate | null;
  readonly to: Temporal.PlainDate | null;
}

/** The name of a table's file in the archive. */
export function fileOf({ schema, name }: { schema: string; name: string }): string {
  return `csv/${schema}-${name}.csv`;
}

const dated = (day: Temporal.PlainDate): string =>
  day.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const counted = (rows: number): string => `${rows.toLocaleString('en-GB')} ${rows === 1 ? 'row' : 'rows'}`;

function periodOf({ rows, from, to }: TakenTable): string {
  if (rows === 0) return 'nothing yet';
  if (from === null || to === null) return 'as it stood when it was taken';
  return from.equals(to) ? dated(from) : `${dated(from)} to ${dated(to)}`;
}

/** The README of a practice's own data: what it is, what each file holds, for which days and how many rows. */
export function readmeOf(
  tables: readonly TakenTable[],
  taken: { practice: string; code: string; by: string; at: Temporal.Instant },
): string {
  const { practice, code, by, at } = taken;
  const when = at.toZonedDateTimeISO('Europe/London');
  const clock = when.toPlainTime().toString({ smallestUnit: 'minute' });
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const lines = [
    `Everything about ${practice} (${code})`,
    '',
    `Taken by ${by} on ${dated(when.toPlainDate())} at ${clock} (UK time): ${counted(rows)} in ${tables.length} tables.`,
    'All of it is as it stood at that moment. That it was taken is written into the practice’s audit.',
    '',
    'These files hold patients’ details. Keep them where only those who may see the records can open them,',
    'and delete them when they are no longer needed.',
    '',
    'What is here',
    '',
    '  README.txt  this text',
    '  csv/        one file for each table, for a spreadsheet: text in UTF-8, commas, a heading in the first line',
    '  all.json    the same rows in one file, for a program',
    '',
    'Times are in UTC. Days are written year, month, day. An empty cell means not known or not given.',
    'A file with no rows has its heading alone.',
    'In the spreadsheets a text that begins with = + - @, a tab or a new line stands after an apostrophe, so that no',
    'spreadsheet runs it as a formula; numbers, and telephone numbers that begin with +, are as they are. all.json has',
    'every text exactly as it was written.',
    '',
  ];
  for (const table of tables) {
    lines.push(
      fileOf(table),
      `  ${tableWords(table)}. ${tableHolds(table)}`,
      `  Rows: ${table.rows.toLocaleString('en-GB')}. Period: ${periodOf(table)}.`,
      '',
    );
  }
  // Notepad on an old machine shows one long line without the carriage return.
  return lines.map((line) => `${line}\r\n`).join('');
}
