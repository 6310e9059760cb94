import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvRows, longestRow } from './csv-rows.ts';

function read(...pieces: string[]) {
  const rows: [string[], number][] = [];
  const reader = csvRows((cells, line) => rows.push([cells, line]));
  for (const piece of pieces) {
    const fault = reader.feed(piece);
    if (fault !== null) return { rows, fault };
  }
  return { rows, fault: reader.end() };
}

test('every row is told with the line it begins on, empty lines and lines inside a cell counted', () => {
  assert.deepEqual(read('a,b\r\n\r\n1,"two\r\nlines"\r\n3,4').rows, [
    [['a', 'b'], 1],
    [['1', 'two\r\nlines'], 3],
    [['3', '4'], 5],
  ]);
});

test('a quotation mark inside a cell belongs to the text, as spreadsheets have it', () => {
  assert.deepEqual(read('1,THE "OLD" SURGERY\n').rows, [[['1', 'THE "OLD" SURGERY'], 1]]);
});

test('a quotation mark that is never closed is told at its own line, not at the end of the file', () => {
  const { fault } = read('a,b\n1,2\n3,"four\n', '5,6\n'.repeat(1000));
  assert.equal(fault?.line, 3);
  assert.match(fault.reason, /quotation mark opens a cell here and is not closed/);
});

test('a quotation mark that the next line’s happens to close is told at its own line too', () => {
  const { rows, fault } = read('a,b\n1,"two\n3,"four"\n');
  assert.equal(fault?.line, 2);
  assert.equal(rows.length, 1);
  assert.match(fault.reason, /double those that belong to the text/);
});

test('a line without end is given up after a million characters, not gathered', () => {
  let pieces = 0;
  const reader = csvRows(() => undefined);
  let fault = reader.feed('a,b\n');
  for (; fault === null && pieces < 1000; pieces += 1) fault = reader.feed('x'.repeat(100_000));
  assert.equal(fault?.line, 2);
  assert.ok(pieces * 100_000 <= longestRow + 100_000);
  assert.match(fault.reason, /longer than 1,000,000 characters/);
});
