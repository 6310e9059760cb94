import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grownWords } from './kept-words.ts';

void test('what else is said is one line of the words that grows as it is typed, and nothing that stood is lost', () => {
  const first = grownWords('chest pain', 'it goes');
  assert.equal(first, 'chest pain\nit goes');
  assert.equal(grownWords(first, 'it goes down\nmy arm'), 'chest pain\nit goes down my arm');
  assert.equal(grownWords(first, 'no, the other'), 'chest pain\nit goes\nno, the other');
  assert.equal(grownWords('', 'it goes'), 'it goes');
  assert.equal(grownWords('chest pain', '  '), 'chest pain');
});
