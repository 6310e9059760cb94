import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** A value as COPY takes it. */
export type Value = string | number | boolean | null;

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

const DAY = 86_400_000;
const dates = new Map<number, string>();
const two = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

/** The day of an instant in UTC. Made once for each day: a million of them are asked for. */
export function dateText(epochMilliseconds: number): string {
  const day = Math.floor(epochMilliseconds / DAY);
  let text = dates.get(day);
  if (text === undefined) {
    text = new Date(day * DAY).toISOString().slice(0, 10);
    dates.set(day, text);
  }
  return text;
}

/** An instant, given in epoch milliseconds and kept to the second, as PostgreSQL reads it. */
export function at(epochMilliseconds: number): string {
  const second = Math.floor(epochMilliseconds / 1000) % 86_400;
  return `${dateText(epochMilliseconds)} ${two[Math.floor(second / 3600)] ?? ''}:${two[Math.floor(second / 60) % 60] ?? ''}:${two[second % 60] ?? ''}+00`;
}

/** The same, or null where there is none. */
export function maybeAt(epochMilliseconds: number | undefined): string | null {
  return epochMilliseconds === undefined ? null : at(epochMilliseconds);
}

/** A text array as PostgreSQL reads it; the elements are words without quotes. */
export function array(words: readonly string[]): string {
  return `{${words.join(',')}}`;
}

/** Makes the lines of things one by one, as they are sent. */
export function* lines<T>(things: Iterable<T>, make: (thing: T) => readonly Value[]): Generator<string> {
  for (const thing of things) yield line(make(thing));
}

const CHUNK = 1 << 16;

function* chunked(texts: Iterable<string>): Generator<Buffer> {
  let chunk = '';
  for (const each of texts) {
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
export async function copy(client: pg.Client, { table, columns, lines: texts }: Load): Promise<number> {
  const stream = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`));
  await pipeline(Readable.from(chunked(texts), { objectMode: true, highWaterMark: 4 }), stream);
  return stream.rowCount;
}
