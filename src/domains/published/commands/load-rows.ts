import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { Collector } from '../collect.ts';
import { csvRows, type CsvFault } from './csv-rows.ts';
import type { RowReader } from '../file-kind.ts';
import type { Header } from '../header.ts';
import { contentOf, isDamage, type Survey } from './source.ts';

/** A file whose rows are to go into a table. */
export interface Load {
  readonly file: string;
  readonly survey: Survey;
  readonly header: Header;
  readonly reader: RowReader;
  readonly collector: Collector;
  readonly into: Writable;
  readonly onBytes: (done: number) => void;
}

/** Says which column a row of too few or too many cells goes wrong at, and what was expected. */
function rejectWidth(cells: readonly string[], header: Header, collector: Collector): void {
  const wanted = header.cells.length;
  const has = `the row has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'} where the heading has ${wanted}`;
  if (cells.length < wanted)
    collector.reject(
      header.named(cells.length),
      cells.join(','),
      `ends before this column: ${has}; is a line broken or cut off?`,
    );
  else
    collector.reject(
      header.named(wanted - 1),
      cells.slice(wanted).join(','),
      `stands after this last column: ${has}; a text with a comma needs quotation marks round it`,
    );
}

function rowsInto({ header, reader, collector }: Load) {
  const wanted = header.cells.length;
  let heading = true;
  return csvRows((cells, line) => {
    if (heading) {
      heading = false;
      return;
    }
    collector.row(line);
    if (cells.length === wanted) reader(cells, collector);
    else rejectWidth(cells, header, collector);
  });
}

/** Reads all rows of a file into the stream, no faster than the database takes them. Answers what stopped it, or null. */
export async function loadRows(load: Load): Promise<CsvFault | null> {
  const rows = rowsInto(load);
  const decoder = new TextDecoder(load.survey.encoding);
  const stored = finished(load.into);
  stored.catch(() => undefined);
  const pass = async (text: string) => {
    if (load.into.errored) throw load.into.errored;
    if (text !== '' && !load.into.write(text)) await once(load.into, 'drain');
  };
  const stop = async (why: Error) => {
    load.into.destroy(why);
    await stored.catch(() => undefined);
  };
  let done = 0;
  try {
    let fault: CsvFault | null = null;
    for await (const chunk of (await contentOf(load.file)) as AsyncIterable<Buffer>) {
      fault = await rows.feed(decoder.decode(chunk, { stream: true }));
      if (fault !== null) break;
      await pass(load.collector.take());
      done += chunk.length;
      load.onBytes(done);
    }
    fault ??= await rows.end();
    if (fault !== null) {
      await stop(new Error(fault.reason));
      return fault;
    }
    await pass(load.collector.rest());
    load.into.end();
    await stored;
    return null;
  } catch (error) {
    await stop(error instanceof Error ? error : new Error('the file could not be read'));
    // It was read to its end before: it must have been changed or cut off since.
    if (isDamage(error)) return { line: load.collector.line(), reason: 'the compressed file is damaged or cut off' };
    throw error;
  }
}
