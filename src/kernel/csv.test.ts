import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvText } from './csv.ts';

test('a text that a spreadsheet would run is written after an apostrophe, a number never is', () => {
  const texts = ['=1+1', '+44 20', '-2', '@sum', '\t=1', '\r=1', '\n=1'];
  const written = csvText(['text'], [...texts.map((text) => [text]), [-2], [-0.5]]);
  assert.equal(written, `text\r\n'=1+1\r\n'+44 20\r\n'-2\r\n'@sum\r\n'\t=1\r\n"'\r=1"\r\n"'\n=1"\r\n-2\r\n-0.5\r\n`);
});

test('what is not known is an empty cell, and commas, lines and quotation marks are kept', () => {
  assert.equal(
    csvText(
      ['a', 'b'],
      [
        [null, ''],
        ['x, y', 'said "no"\nthen'],
      ],
    ),
    'a,b\r\n,\r\n"x, y","said ""no""\nthen"\r\n',
  );
});
