import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { csvRows } from './csv-rows.ts';

type Row = readonly [cells: readonly string[], line: number];

async function rowsOf(pieces: readonly string[]): Promise<Row[]> {
  const rows: Row[] = [];
  const reader = csvRows((cells, line) => rows.push([cells, line]));
  for (const piece of pieces) assert.equal(await reader.feed(piece), null);
  assert.equal(await reader.end(), null);
  return rows;
}

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', '7', ' ', 'é', ',', '"', '\n', '\r\n', '\t'), maxLength: 6 }),
  fc.constantFrom('', 'Same Day', '12', '"'),
);
/** A cell as one would write it: in quotation marks where it must be, or always. */
const cell = fc.record({ text, always: fc.boolean() }).map(({ text, always }) => ({
  text,
  csv: always || /^"|[,\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text,
}));
const table = fc.record({
  rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
  start: fc.constantFrom('', '\ufeff'),
  end: fc.constantFrom('\n', '\r\n'),
  ended: fc.boolean(),
  pieces: fc.integer({ min: 1, max: 9 }),
});

test('rows that are written are read back, each at its line, wherever the pieces of the file are cut', async () => {
  await fc.assert(
    fc.asyncProperty(table, async ({ rows, start, end, ended, pieces }) => {
      const lines = rows.map((row) => row.map((one) => one.csv).join(','));
      const expected: Row[] = [];
      let line = 1;
      for (const [at, written] of lines.entries()) {
        if (written !== '') expected.push([rows[at]?.map((one) => one.text) ?? [], line]);
        line += written.split('\n').length;
      }
      const csv = start + lines.join(end) + (ended ? end : '');
      const cut = Array.from({ length: Math.ceil(csv.length / pieces) }, (_, n) =>
        csv.slice(n * pieces, (n + 1) * pieces),
      );
      assert.deepEqual(await rowsOf(cut), expected);
    }),
    { numRuns: 2000 },
  );
});
