import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstProtocol } from '../../../../test/support/protocol.ts';
import { contradictions } from './contradiction.ts';

const protocol = firstProtocol();
const at = '2026-11-23T09:00:00Z';
const found = (words: string, said = 'no', more = {}): string[] =>
  contradictions(protocol, { words, notes: '', answers: { 'urine-unwell': { said, at, ...more } } }).map(
    (one) => one.words,
  );

test('A no is said back where the words said yes, with the words around it', () => {
  assert.deepEqual(found('Burning when I wee. I have had a temperature since Friday night.'), [
    'I have had a temperature since Friday night',
  ]);
});

test('What was denied in words does not stand against a no', () => {
  assert.deepEqual(found('no temperature, no back pain'), []);
  assert.deepEqual(found("I haven't got a temperature"), []);
  assert.deepEqual(found('no pain but a temperature'), ['no pain but a temperature']);
});

test('A yes, an answer said to be right, and words that only hold it as a part are left alone', () => {
  assert.deepEqual(found('a temperature', 'yes'), []);
  assert.deepEqual(found('a temperature', 'no', { sure: true }), []);
  assert.deepEqual(found('temperatures outside'), []);
});
