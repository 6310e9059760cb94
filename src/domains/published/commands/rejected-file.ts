import { closeSync, openSync, writeSync } from 'node:fs';
import { csvText } from '#kernel/csv.ts';
import type { Rejection } from '../collect.ts';

/** A CSV file of rejected rows, written as they are found so that however many there are take no memory. */
export interface RejectedFile {
  readonly add: (file: string, found: Rejection) => void;
  /** Writes what is still held and closes it; answers its path, or null where too few were found for one to be made. */
  readonly close: () => string | null;
}

const heading = ['file', 'line', 'column', 'value', 'reason'];
const together = 65_536;

/** Begins the file once more than `after` problems are found; those before it are in it too. Throws where it cannot be written. */
export function rejectedFile(path: string, after: number): RejectedFile {
  let waiting = csvText(heading, []);
  let found = 0;
  let handle: number | null = null;
  const write = () => {
    handle ??= openSync(path, 'w');
    writeSync(handle, waiting);
    waiting = '';
  };
  return {
    add(file, { line, column, value, reason }) {
      found += 1;
      waiting += csvText([file, String(line), column, value, reason], []);
      if (found > after && waiting.length > together) write();
    },
    close() {
      if (found <= after && handle === null) return null;
      write();
      if (handle !== null) closeSync(handle);
      return path;
    },
  };
}
