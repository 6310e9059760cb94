import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { distance } from './spelling.ts';
import { categoryPhrases, everydayPhrases } from './phrases/all.ts';
import { lines } from './phrases/phrases.ts';
import { screen } from './red-flag.ts';
import type { RedFlagFinding } from './red-flag.ts';

const mustFlag = categoryPhrases.flatMap((list) => lines(list.flags));
// Without the full stop that a test may add itself.
const bare = (phrase: string): string => phrase.replace(/[.?!]+$/, '');
const redPhrase = fc.constantFrom(...mustFlag.map(bare));
const anyPhrase = fc.constantFrom(...[...mustFlag, ...everydayPhrases].map(bare));
const runs = { numRuns: 400 };

const wordingsOf = (text: string): RedFlagFinding[] => screen(text).filter((finding) => finding.basis === 'wording');
const categoriesOf = (findings: readonly RedFlagFinding[]): Set<string> => new Set(findings.map((f) => f.category));

function keeps(before: string, after: string): void {
  const still = categoriesOf(screen(after));
  assert.ok(still.size > 0, `"${after}" is silent, "${before}" is not`);
  for (const category of categoriesOf(wordingsOf(before))) {
    assert.ok(still.has(category), `"${after}" lost ${category}: ${[...still].join(', ')}`);
  }
}

test('Denying words before or behind never silence a red flag', () => {
  const denial = fc.constantFrom('no', 'not', 'denies', 'without', 'no sign of', 'nil', 'never');
  fc.assert(
    fc.property(redPhrase, denial, fc.boolean(), (phrase, no, behind) => {
      keeps(phrase, behind ? `${phrase}, ${no}` : `${no} ${phrase}`);
    }),
    runs,
  );
});

test('Sentences put before and behind never silence a red flag', () => {
  const neutral = fc.constantFrom(
    'Hello, hope you are well.',
    'I would like an appointment please.',
    'My date of birth is on the form.',
    'Thank you very much.',
    'The parking was full again.',
    'Please can you also send my prescription to the usual chemist.',
  );
  fc.assert(
    fc.property(
      redPhrase,
      fc.array(neutral, { maxLength: 4 }),
      fc.array(neutral, { maxLength: 4 }),
      (phrase, head, tail) => {
        keeps(phrase, [...head, `${phrase}.`, ...tail].join(' '));
      },
    ),
    runs,
  );
});

test('Capitals, straight or curly apostrophes and extra spaces change nothing', () => {
  fc.assert(
    fc.property(redPhrase, fc.constantFrom("'", '’', '‘', '`', 'ʼ'), fc.boolean(), (phrase, mark, loud) => {
      const changed = phrase.replace(/['’]/g, mark).replace(/ /g, '  \t ');
      const after = loud ? changed.toUpperCase() : changed.toLowerCase();
      assert.deepEqual(
        screen(after).map(({ category, level, softened }) => ({ category, level, softened })),
        screen(phrase).map(({ category, level, softened }) => ({ category, level, softened })),
      );
    }),
    runs,
  );
});

test('Two texts together hold the findings of each, when each stands in sentences of its own', () => {
  fc.assert(
    fc.property(anyPhrase, anyPhrase, (first, second) => {
      const whole = categoriesOf(screen(`${first}. ${second}.`));
      for (const category of [...categoriesOf(wordingsOf(`${first}.`)), ...categoriesOf(wordingsOf(`${second}.`))]) {
        assert.ok(whole.has(category), `${category} of "${first}" + "${second}"`);
      }
      assert.ok(whole.size > 0 || (screen(`${first}.`).length === 0 && screen(`${second}.`).length === 0));
    }),
    runs,
  );
});

test('Every finding gives an exact stretch of the text, and the order of the text is kept', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(anyPhrase, fc.string({ unit: 'grapheme' })), { maxLength: 6 }), (parts) => {
      const text = parts.join(' ');
      const findings = screen(text);
      for (const { words, start, end } of findings) {
        assert.equal(text.slice(start, end), words);
        assert.ok(end > start && words.trim() === words);
      }
      assert.deepEqual(
        findings.map((finding) => finding.start),
        findings.map((finding) => finding.start).sort((a, b) => a - b),
      );
    }),
    runs,
  );
});

test('The bounded distance between two words is the plain one, or past its bound', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 3 }), (left, right, bound) => {
      const plain = distance(left, right, 99);
      const bounded = distance(left, right, bound);
      assert.ok(plain <= bound ? bounded === plain : bounded > bound);
      assert.equal(distance(right, left, 99), plain);
    }),
  );
});
