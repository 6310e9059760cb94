import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { glob, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { groups } from '#domains/network/index.ts';
import { systemActor } from '#platform/auth/actor.ts';
import { command, commandFailed, offlineCommand, wrongUsage, type Command } from '#platform/cli/command.ts';
import { columns } from '#platform/cli/output.ts';
import type { Database } from '#platform/db/database.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import { sayBookRefused, type BookRefused } from './book/refused.ts';
import { importBook, type BookRead } from './commands/book-import.ts';
import { readGpConnect, type Answered, type NotRead } from './commands/gp-connect.ts';
import type { GpConnectRequest } from './gp-connect/request.ts';
import { booksSeen, type Book } from './queries/book.ts';
import { checkOf, type Check, type CheckLabel, type LabelledText } from './red-flag/check.ts';
import { screen } from './red-flag/red-flag.ts';

// Larger files are no list of requests; it is read whole.
const mostBytes = 32 * 1024 * 1024;
// Twice what the longest form field takes.
const longestText = 20_000;

const checkCommand = offlineCommand({
  name: 'redflags check',
  summary: 'Screen the texts of a file for red flags, and measure the screening where they are labelled',
  usage: 'FILE.csv',
  arity: [1, 1],
  json: true,
  options: {},
  async run({ args, out, progress }) {
    const [file = ''] = args;
    const texts = readTexts(await contentOf(file), file);
    progress.step(`Screening ${texts.length} texts`);
    const check = checkOf(texts, (text) => screen(text));
    out.answer({ screeningVersion: await screeningVersion(), ...check }, drawCheck);
  },
});

async function contentOf(file: string): Promise<string> {
  const { size } = await stat(file).catch(() => {
    throw commandFailed(`${file} cannot be read`);
  });
  if (size > mostBytes)
    throw commandFailed(`${file} has ${Math.ceil(size / 1024 ** 2)} MB: at most ${mostBytes / 1024 ** 2} can be read`);
  const bytes = await readFile(file).catch(() => {
    throw commandFailed(`${file} cannot be read`);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw commandFailed(`${file} is not UTF-8 text: save it as "CSV UTF-8"`);
  }
}

/** Reads the texts with what is known of them; fails naming the line. */
function readTexts(content: string, file: string): LabelledText[] {
  const [heading, ...rows] = readRows(content, file);
  if (heading === undefined) throw commandFailed(`${file} is empty: it needs a heading line with a column called text`);
  const names = heading.cells.map((cell) => cell.trim().toLowerCase());
  const place = (name: string): number => {
    const first = names.indexOf(name);
    if (first !== names.lastIndexOf(name))
      throw commandFailed(`${file}, line ${heading.line}: two columns are called ${name}`);
    return first;
  };
  const [text, label, kind] = [place('text'), place('label'), place('kind')];
  if (text < 0)
    throw commandFailed(
      `${file}, line ${heading.line}: no column is called text; there are: ${heading.cells.join(', ')}`,
    );
  if (rows.length === 0) throw commandFailed(`${file} has a heading and no texts`);
  return rows.map(({ line, cells }) => {
    const words = cells[text] ?? '';
    if (words.length > longestText)
      throw commandFailed(
        `${file}, line ${line}: the text has ${words.length} characters; at most ${longestText} can be screened`,
      );
    const known = labelOf(cells[label], `${file}, line ${line}`);
    const about = cells[kind]?.trim() ?? '';
    return { line, text: words, ...(known && { label: known }), ...(about !== '' && { kind: about }) };
  });
}

function labelOf(cell: string | undefined, where: string): CheckLabel | undefined {
  const label = cell?.trim().toLowerCase() ?? '';
  if (label === '') return undefined;
  if (label === 'red' || label === 'no') return label;
  throw commandFailed(`${where}: "${cell?.trim() ?? ''}" is no label; it is red, no, or left empty`);
}

interface Row {
  /** The line of the file its record begins on. */
  readonly line: number;
  readonly cells: readonly string[];
}

function readRows(content: string, file: string): Row[] {
  try {
    // Both ends of line are made one: the reader counts a CRLF inside quotes twice.
    const read = parse(content.replaceAll('\r\n', '\n'), {
      bom: true,
      info: true,
      skip_empty_lines: true,
    }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    return read.map(({ record, info }) => {
      const within = record.reduce((so, cell) => so + (cell.match(/\n/g)?.length ?? 0), 0);
      return { line: info.lines - within, cells: record };
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? `, line ${error['lines']}` : '';
    throw commandFailed(`${file}${line}: this is no CSV (${error.message})`);
  }
}

/** Which screening this is: a fingerprint of every file that takes part in it, words and code alike. */
async function screeningVersion(): Promise<string> {
  const found = await Array.fromAsync(glob('red-flag/**/*.ts', { cwd: import.meta.dirname }));
  const files = found.filter((file) => !file.endsWith('.test.ts') && file !== join('red-flag', 'check.ts')).sort();
  const print = createHash('sha256');
  for (const file of files) print.update(`${file}\0${await readFile(join(import.meta.dirname, file), 'utf8')}\0`);
  return print.digest('hex').slice(0, 12);
}

function drawCheck(check: Check & { screeningVersion: string }): string {
  const { counts, byKind, falseAlarmsBy, screeningVersion: version } = check;
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  const measure = (name: string, { share, interval, of }: Measured): string =>
    share === null || interval === null
      ? `${name}: not known, no text is labelled ${of.label}`
      : `${name}: ${percent(share)} (95 % interval ${percent(interval[0])} to ${percent(interval[1])}), ${of.found} of ${of.all}`;
  return [
    `${counts.lines} texts, ${counts.flagged} flagged, ${counts.denied} of them because of something denied. Screening ${version}.`,
    measure('Sensitivity', {
      share: check.sensitivity,
      interval: check.sensitivityInterval,
      of: { label: 'red', found: counts.found, all: counts.red },
    }),
    measure('False alarms', {
      share: check.falseAlarmRate,
      interval: check.falseAlarmRateInterval,
      of: { label: 'no', found: counts.falseAlarms, all: counts.no },
    }),
    ...table(['Label', 'Kind', 'Texts', 'Flagged', 'In that category'], byKind, (one) => [
      one.label,
      one.kind,
      String(one.lines),
      String(one.flagged),
      one.placed === undefined ? '–' : String(one.placed),
    ]),
    ...table(['False alarms', 'By', 'Texts'], falseAlarmsBy, (one) => [one.category, one.basis, String(one.lines)]),
    ...table(['Line', 'Flag', 'Category', 'Denied'], check.lines, (one) => [
      String(one.line),
      one.flag ? 'red' : 'no',
      one.category ?? '–',
      one.softened ? 'yes' : '',
    ]),
  ].join('\n');
}

interface Measured {
  readonly share: number | null;
  readonly interval: readonly [number, number] | null;
  readonly of: { readonly label: CheckLabel; readonly found: number; readonly all: number };
}

function table<T>(header: readonly string[], rows: readonly T[], cells: (row: T) => string[]): string[] {
  return rows.length === 0 ? [] : ['', columns(header, rows.map(cells))];
}

const bookImportCommand = command({
  name: 'book import',
  summary: 'Read an export of another system’s appointments: what is new, changed and gone, all or nothing',
  usage: 'FILE.csv --book N [--group NAME] [--as-of TIME] [--preview] [--without-rejected]',
  arity: [1, 1],
  json: true,
  options: {
    book: { value: 'N', description: 'The number of the book, as the Books page shows it' },
    group: { value: 'NAME', description: 'The group it belongs to; not needed where there is only one' },
    'as-of': {
      value: 'TIME',
      description: 'When it was exported, like 2026-11-23T08:00Z; else when the file was written',
    },
    preview: { description: 'Only say what it would do' },
    'without-rejected': { description: 'Go on without rows that cannot be read; then nothing is taken for gone' },
  },
  async run({ db, args, options, out }) {
    const [path = ''] = args;
    const { context, book } = await bookNamed(db, options, 'import-book');
    const { mtime } = await stat(path).catch(() => {
      throw commandFailed(`${path} cannot be read`);
    });
    const asOf = instantIn(options['as-of']) ?? Temporal.Instant.fromEpochMilliseconds(Math.floor(mtime.getTime()));
    const file = { name: basename(path), asOf, bytes: createReadStream(path) };
    const { preview, 'without-rejected': withoutRejected } = options;
    const read = await importBook(context, book.id, { file, preview, withoutRejected });
    if (!read.ok && read.error.kind !== 'rows') throw commandFailed(sayBookRefused(read.error));
    const answer = read.ok ? { taken: !preview, ...read.value } : { taken: false, ...refusedRows(read.error) };
    out.answer({ book: book.number, name: book.name, asOf: asOf.toString(), ...answer }, drawRead);
    if (!read.ok) throw commandFailed(`${sayBookRefused(read.error)}. Mend them, or go on with --without-rejected`);
  },
});

const bookReadCommand = command({
  name: 'book read',
  summary: 'Read a GP Connect provider’s free slots of the next two weeks',
  usage: '--book N [--group NAME]',
  json: true,
  options: {
    book: { value: 'N', description: 'The number of the book, as the Books page shows it' },
    group: { value: 'NAME', description: 'The group it belongs to; not needed where there is only one' },
  },
  async run({ db, options, out }) {
    const { context, book } = await bookNamed(db, options, 'read-book');
    const read = await readGpConnect(context, book.id, { get: askProvider, now: Temporal.Now.instant() });
    if (!read.ok) throw commandFailed(`${book.name} was not read: ${sayNotRead(read.error)}`);
    out.answer(
      { book: book.number, name: book.name, ...read.value },
      ({ slots, added, changed, gone }) =>
        `${book.name}: ${slots} free slots, ${added} new, ${changed} changed, ${gone} gone.`,
    );
  },
});

/** A provider that has not answered in a minute is taken for unreachable. */
const longestWait = 60_000;

async function askProvider({ url, headers }: GpConnectRequest): Promise<Answered> {
  const answer = await fetch(url, { headers, signal: AbortSignal.timeout(longestWait) });
  return { status: answer.status, body: await answer.text() };
}

function sayNotRead(reason: NotRead): string {
  switch (reason.kind) {
    case 'no-book':
      return 'it is not there';
    case 'no-source':
      return 'it is no GP Connect book, or nobody has said where its provider is';
    case 'unreachable':
      return 'the provider could not be reached';
    case 'not-fhir':
      return 'the answer is no FHIR bundle';
    case 'not-sound':
      return `${reason.what} in the answer cannot be read`;
    case 'refused':
      return `the provider refused it (${reason.status}${reason.says === '' ? '' : `: ${reason.says}`})`;
  }
}

async function bookNamed(
  db: Database,
  options: { book: string | undefined; group: string | undefined },
  action: string,
): Promise<{ context: Context; book: Book }> {
  const number = Number(options.book);
  if (!Number.isInteger(number) || number < 1) throw wrongUsage('--book N is a number of the Books page');
  const all = await groups(db);
  const group =
    options.group === undefined && all.length === 1 ? all[0] : all.find(({ name }) => name === options.group);
  if (!group) throw commandFailed(`--group is one of: ${all.map(({ name }) => name).join(', ')}`);
  const context = { db, actor: systemActor('the command line', group.id), act: { action } };
  const [book] = await transaction(context, (tx) => booksSeen(tx, { number }));
  if (!book) throw commandFailed(`There is no book ${number} in ${group.name}`);
  return { context, book };
}

function instantIn(text: string | undefined): Temporal.Instant | undefined {
  if (text === undefined) return undefined;
  try {
    return Temporal.Instant.from(text);
  } catch {
    throw wrongUsage('--as-of is an instant like 2026-11-23T08:00Z');
  }
}

const refusedRows = (refused: BookRefused) => ({
  ...{ added: 0, changed: 0, gone: 0, same: 0, keptMissing: true },
  ...(refused.kind === 'rows' ? refused : { rows: 0, rejected: 0, rejects: [] }),
});

function drawRead(read: BookRead & { name: string; taken: boolean }): string {
  const { rows, added, changed, gone, same, rejected, rejects, taken, name } = read;
  return [
    `${name}: ${rows} rows, ${added} new, ${changed} changed, ${gone} gone, ${same} as they were, ${rejected} not read.${taken ? '' : ' Nothing was saved.'}`,
    ...table(['Line', 'Column', 'Why'], rejects, (row) => [String(row.line), row.column, row.reason]),
  ].join('\n');
}

/** The commands about access: checking the red-flag screening against a file of texts, and reading books of other systems. */
export const commands: readonly Command[] = [checkCommand, bookImportCommand, bookReadCommand];
