import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvRows } from './csv-rows.ts';

function rowsOf(pieces: readonly string[]): string[][] {
  const rows: string[][] = [];
  const reader = csvRows((cells) => rows.push(cells));
  for (const piece of pieces) assert.equal(reader.feed(piece), null);
  assert.equal(reader.end(), null);
  return rows;
}

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', '7', ' ', 'é', ',', '"', '\n', '\r\n', '\t'), maxLength: 6 }),
  fc.constantFrom('', 'Same Day', '12', '"'),
);
const written = fc.record({ text: cell, always: fc.boolean() }).map(({ text, always }) => ({
  text,
  csv: always || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text,
}));
const table = fc.record({
  rows: fc.array(fc.array(written, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
  end: fc.constantFrom('\n', '\r\n'),
  ended: fc.boolean(),
  pieces: fc.integer({ min: 1, max: 9 }),
});

test('rows are read as a parser of the trade reads them, wherever the pieces of the file are cut', () => {
  fc.assert(
    fc.property(table, ({ rows, end, ended, pieces }) => {
      const csv = rows.map((row) => row.map((one) => one.csv).join(',')).join(end) + (ended ? end : '');
      const cut = Array.from({ length: Math.ceil(csv.length / pieces) }, (_, n) =>
        csv.slice(n * pieces, (n + 1) * pieces),
      );
      const reference: string[][] = parse(csv, {
        relax_column_count: true,
        skip_empty_lines: true,
        record_delimiter: ['\r\n', '\n'],
      });
      assert.deepEqual(rowsOf(cut), reference);
    }),
    { numRuns: 2000 },
  );
});
