import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvRows, longestRow, type CsvFault } from './csv-rows.ts';

async function read(...pieces: string[]) {
  const rows: [string[], number][] = [];
  const reader = csvRows((cells, line) => rows.push([cells, line]));
  for (const piece of pieces) {
    const fault = await reader.feed(piece);
    if (fault !== null) return { rows, fault };
  }
  return { rows, fault: await reader.end() };
}

test('every row is told with the line it begins on, empty lines and lines inside a cell counted', async () => {
  assert.deepEqual((await read('a,b\r\n\r\n1,"two\r\nlines"\r\n3,4')).rows, [
    [['a', 'b'], 1],
    [['1', 'two\r\nlines'], 3],
    [['3', '4'], 5],
  ]);
});

test('a quotation mark inside a cell belongs to the text, as spreadsheets have it', async () => {
  assert.deepEqual((await read('1,THE "OLD" SURGERY\n')).rows, [[['1', 'THE "OLD" SURGERY'], 1]]);
});

test('a cell in quotation marks may begin with one that belongs to the text', async () => {
  assert.deepEqual((await read('1,"""OLD"" SURGERY","""",""\n')).rows, [[['1', '"OLD" SURGERY', '"', ''], 1]]);
});

test('a byte order mark is no part of the first cell, and rows of any number of cells are told', async () => {
  assert.deepEqual((await read('\ufeffa,b\n1\n,\n1,2,3')).rows, [
    [['a', 'b'], 1],
    [['1'], 2],
    [['', ''], 3],
    [['1', '2', '3'], 4],
  ]);
});

test('a quotation mark that is never closed is told at its own line, not at the end of the file', async () => {
  const { fault } = await read('a,b\r\n1,"2\r\n2"\r\n\r\n3,"four\n', '5,6\n'.repeat(1000));
  assert.equal(fault?.line, 5);
  assert.match(fault.reason, /quotation mark opens a cell of this row and is not closed: /);
});

test('a quotation mark that the next line’s happens to close is told at its own line too', async () => {
  const { rows, fault } = await read('a,b\n1,"two\n3,"four"\n');
  assert.equal(fault?.line, 2);
  assert.equal(rows.length, 1);
  assert.match(fault.reason, /double those that belong to the text/);
});

test('text after the quotation mark that closes a cell is told, not taken for part of it', async () => {
  for (const row of ['1,"OLD" SURGERY', '1,"" SURGERY', '"1" ,2', '1,"THE ""OLD"" ONE" OF TWO'])
    assert.equal((await read(`a,b\n${row}\n3,4\n`)).fault?.line, 2, row);
});

for (const [of, text] of [
  ['letters', 'x'],
  ['commas', ','],
  ['letters after a quotation mark', '"x'],
] as const)
  test(`a line of ${of} without end is given up after a million characters, not gathered`, async () => {
    let pieces = 0;
    const reader = csvRows(() => undefined);
    let fault: CsvFault | null = await reader.feed(`a,b\n${text}`);
    for (; fault === null && pieces < 1000; pieces += 1) fault = await reader.feed((text.at(-1) ?? '').repeat(100_000));
    assert.equal(fault?.line, 2);
    assert.ok(pieces * 100_000 <= longestRow + 2 * 100_000);
    assert.match(fault.reason, /longer than 1,000,000 characters/);
  });

test('any number of rows and empty lines is read, since only one row may be too long', async () => {
  for (const line of [`1,${'2'.repeat(997)}\n`, '\r\n'])
    assert.equal((await read(...Array.from({ length: 12 }, () => line.repeat(100_000 / line.length)))).fault, null);
});

test('what goes wrong with a row’s use is not taken for a fault of the file', async () => {
  const reader = csvRows(() => {
    throw new Error('no room');
  });
  await assert.rejects(reader.feed('1,2\n3,4\n'), /no room/);
});
