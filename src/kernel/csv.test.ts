import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvText } from './csv.ts';

test('a text that a spreadsheet would run is written after an apostrophe, a number never is', () => {
  const texts = ['=1+1', '+44 20+1', '-2', '@sum', '\t=1', '\r=1', '\n=1'];
  const written = csvText(['text'], [...texts.map((text) => [text]), [-2], [-0.5]]);
  assert.equal(written, `text\r\n'=1+1\r\n'+44 20+1\r\n'-2\r\n'@sum\r\n'\t=1\r\n"'\r=1"\r\n"'\n=1"\r\n-2\r\n-0.5\r\n`);
});

test('a telephone number as the world writes it is no formula, and nothing but digits and spaces passes for one', () => {
  assert.equal(csvText(['t'], [['+44 7700 900123'], ['+447700900123']]), 't\r\n+44 7700 900123\r\n+447700900123\r\n');
  for (const text of ['+', '+44\n', '+44,=1', '+A1', '+1+1', '+44\t20'])
    assert.match(csvText(['t'], [[text]]), /^t\r\n"?'\+/, JSON.stringify(text));
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
