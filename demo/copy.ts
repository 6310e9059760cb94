import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** A value as COPY takes it; instants are epoch milliseconds marked by `at`. */
type Value = string | number | boolean | null;

const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function cell(value: Value): string {
  if (value === null) return '\\N';
  if (typeof value !== 'string') return String(value);
  return special.test(value) ? value.replaceAll(/[\\\t\n\r]/g, (mark) => escapes[mark] ?? '') : value;
}

/** One line of COPY's text format. */
export function line(values: readonly Value[]): string {
  let text = cell(values[0] ?? null);
  for (let at = 1; at < values.length; at += 1) text += `\t${cell(values[at] ?? null)}`;
  return `${text}\n`;
}

/** An instant, given in epoch milliseconds, as PostgreSQL reads it. */
export function at(epochMilliseconds: number): string {
  return new Date(epochMilliseconds).toISOString();
}

/** A text array as PostgreSQL reads it; the elements are words without quotes. */
export function array(words: readonly string[]): string {
  return `{${words.join(',')}}`;
}

const CHUNK = 1 << 16;

function* chunked(lines: Iterable<string>): Generator<Buffer> {
  let chunk = '';
  for (const each of lines) {
    chunk += each;
    if (chunk.length >= CHUNK) {
      yield Buffer.from(chunk);
      chunk = '';
    }
  }
  if (chunk !== '') yield Buffer.from(chunk);
}

/** What goes where: the table with its schema, its columns, and lines made by `line` in that order. */
export interface Load {
  readonly table: string;
  readonly columns: readonly string[];
  readonly lines: Iterable<string>;
}

/** Streams the lines into the table while they are made; answers how many it took. */
export async function copy(client: pg.Client, { table, columns, lines }: Load): Promise<number> {
  const stream = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`));
  await pipeline(Readable.from(chunked(lines), { objectMode: true, highWaterMark: 4 }), stream);
  return stream.rowCount;
}
