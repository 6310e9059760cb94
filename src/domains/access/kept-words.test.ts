import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitted, grownWords, isHeard, saidIn } from './kept-words.ts';

void test('what else is said is one line of the words that grows as it is typed, and nothing that stood is lost', () => {
  const first = grownWords('chest pain', 'it goes');
  assert.equal(first, 'chest pain\nit goes');
  assert.equal(grownWords(first, 'it goes down\nmy arm'), 'chest pain\nit goes down my arm');
  assert.equal(grownWords(first, 'no, the other'), 'chest pain\nit goes\nno, the other');
  assert.equal(grownWords('', 'it goes'), 'it goes');
  assert.equal(grownWords('chest pain', '  '), 'chest pain');
});

void test('identifiers a form carries are no words, whatever they spell, and what is written beside them is kept', () => {
  const flag = '01a204f8-0f14-70cd-a9ce-a69930131324';
  const call = '/calls/01a204f8-17bb-747b-9a6c-3d3c9615d8bc/book';
  const words = (fields: Record<string, string>): readonly string[] => saidIn(call, fields).words;
  assert.deepEqual(words({ flags: `${flag},${flag}`, despite: ' ' }), []);
  assert.deepEqual(words({ place: `${flag}_1795424400000_10`, despite: 'She rang again' }), ['She rang again']);
  assert.deepEqual(words({ despite: `see ${flag}: crushing chest pain` }), ['see : crushing chest pain']);
  assert.deepEqual(words({ despite: `${flag}hypo` }), [`${flag}hypo`], 'what is glued to one is nobody’s identifier');
});

void test('a text longer than any box is heard to its end, in pieces no sentence is cut by', () => {
  const text = Array.from({ length: 9_000 }, (_, n) => `word${n}`).join(' ');
  const { words } = saidIn('/my/ask', { words: text });
  assert.ok(words.length > 10);
  for (let at = 0; at + 400 <= text.length; at += 97)
    assert.ok(
      words.some((piece) => piece.includes(text.slice(at, at + 400))),
      `letters ${at} on`,
    );
  assert.deepEqual(saidIn('/my/ask', { words: text.slice(0, 10_000) }).words, [text.slice(0, 10_000)]);
});

void test('where there is no room for all of a text, what stands around its dangers is what is kept', () => {
  const find = (text: string) => [...text.matchAll(/danger/g)].map(({ index }) => ({ start: index, end: index + 6 }));
  const filler = 'and so on '.repeat(500);
  const line = fitted([`first danger ${filler}\nsecond danger ${filler}`, `third danger`], 2_500, find);
  assert.ok(line.length <= 2_500);
  for (const one of ['first danger', 'second danger', 'third danger']) assert.ok(line.includes(one), one);
  assert.equal(fitted(['a', 'b\nc'], 100, find), 'a / b c');
});

void test('forms about patients are heard when they are refused; those of rules and settings are not', () => {
  const about = [
    '/my/ask',
    '/calls',
    '/visits/1/cancel',
    '/series/1/cancel',
    '/lost-places/1/step',
    '/waiting/offers/1/pass',
  ];
  for (const url of about) assert.ok(isHeard(url, 'refused'), url);
  for (const url of ['/my-day/routine', '/protocols/upload', '/services', '/books', '/red-flags/1/close', '/mystery'])
    assert.ok(!isHeard(url, 'refused'), url);
});
