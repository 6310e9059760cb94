import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { CsvError, parse, type Info } from 'csv-parse';
import type { Collector } from '../collect.ts';
import type { RowReader } from '../file-kind.ts';
import { contentOf, type Survey } from './source.ts';

/** A file whose rows are to go into a table. */
export interface Load {
  readonly file: string;
  readonly survey: Survey;
  readonly columns: number;
  readonly reader: RowReader;
  readonly collector: Collector;
  readonly into: Writable;
  readonly onBytes: (done: number) => void;
}

/** Why a file could not be read to its end. */
export interface Unreadable {
  readonly line: number;
  readonly reason: string;
}

function rowParser({ columns, reader, collector }: Load) {
  return parse({
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
    from: 2,
    // Answering null keeps rows out of the parser's own queue: they go on as text, in batches.
    on_record(cells: string[], info: Info) {
      collector.row(info.lines);
      if (cells.length !== columns)
        collector.reject('', String(cells.length), `is the number of cells: the heading has ${columns}`);
      else reader(cells, collector);
      return null;
    },
  });
}

/** Reads all rows of a file into the stream, no faster than the database takes them. Answers what stopped it, or null. */
export async function loadRows(load: Load): Promise<Unreadable | null> {
  const parser = rowParser(load);
  const decoder = load.survey.encoding === 'utf-8' ? null : new TextDecoder(load.survey.encoding);
  const stored = finished(load.into);
  stored.catch(() => undefined);
  const feed = (chunk: Buffer | string) =>
    new Promise<void>((resolve, reject) => parser.write(chunk, (error) => (error ? reject(error) : resolve())));
  const pass = async (text: string) => {
    if (load.into.errored) throw load.into.errored;
    if (text !== '' && !load.into.write(text)) await once(load.into, 'drain');
  };
  let done = 0;
  try {
    parser.on('error', () => undefined);
    parser.resume();
    for await (const chunk of (await contentOf(load.file)) as AsyncIterable<Buffer>) {
      await feed(decoder ? decoder.decode(chunk, { stream: true }) : chunk);
      await pass(load.collector.take());
      done += chunk.length;
      load.onBytes(done);
    }
    parser.end();
    await finished(parser);
    await pass(load.collector.rest());
    load.into.end();
    await stored;
    return null;
  } catch (error) {
    load.into.destroy(error instanceof Error ? error : new Error('the file could not be read'));
    await stored.catch(() => undefined);
    const reason = unreadable(error);
    if (reason === null) throw error;
    return { line: parser.info.lines, reason };
  }
}

/** What can be wrong with a file, as against the program or the database. */
function unreadable(error: unknown): string | null {
  if (error instanceof CsvError) return error.message;
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
    return 'the compressed file is damaged';
  return null;
}
