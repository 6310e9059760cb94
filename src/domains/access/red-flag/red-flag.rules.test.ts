import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { AidLine } from './aid/aid.ts';
import type { RedFlagLevel } from './category.ts';
import { aidOf } from './aid/all.ts';
import { redFlagCategories } from './categories/all.ts';
import { categoryPhrases, everydayPhrases } from './phrases/all.ts';
import { lines } from './phrases/phrases.ts';
import { unknownConcepts } from './scene.ts';
import { redFlagCategory, screen } from './red-flag.ts';

// Source: each category's own. Every phrase is original, written as patients, relatives and receptionists write.

const show = (text: string): string =>
  screen(text)
    .map((finding) => `${finding.category} [${finding.words}]`)
    .join(', ');

describe('The published phrase list of red flags', () => {
  for (const { category, flags, quiet } of categoryPhrases) {
    const { name, source } = redFlagCategory(category);

    test(`${name}: each phrase that must flag does (source: ${source})`, () => {
      const silent = lines(flags).filter((phrase) => screen(phrase).length === 0);
      assert.deepEqual(silent, []);
    });

    test(`${name}: its phrases are nearly always given this very category`, () => {
      const all = lines(flags);
      const placed = all.filter((phrase) => screen(phrase).some((finding) => finding.category === category));
      assert.ok(placed.length / all.length >= 0.9, `${placed.length} of ${all.length}`);
    });

    test(`${name}: look-alikes raise no red flag of any kind`, () => {
      const loud = lines(quiet).filter((phrase) => screen(phrase).length > 0);
      assert.deepEqual(
        loud.map((phrase) => `${phrase} → ${show(phrase)}`),
        [],
      );
    });
  }

  test('Ordinary requests raise no red flag', () => {
    const loud = everydayPhrases.filter((phrase) => screen(phrase).length > 0);
    assert.deepEqual(
      loud.map((phrase) => `${phrase} → ${show(phrase)}`),
      [],
    );
  });

  test('Paperwork or the past told in the same sentence quiets at most 2 in 100 of the phrases that must flag', () => {
    const all = categoryPhrases.flatMap(({ flags }) => lines(flags)).map((phrase) => phrase.replace(/[.?!]+$/, ''));
    for (const beside of [
      (words: string) => `I need a sick note and ${words}`,
      (words: string) => `${words}, can I have my appointment letter`,
      (words: string) => `I'm on a first aid course and ${words}`,
      (words: string) => `I had a stroke in 2019, ${words}`,
    ]) {
      const silent = all.map(beside).filter((text) => screen(text).length === 0);
      assert.ok(silent.length <= all.length * 0.02, `${silent.length} of ${all.length}: ${silent.join(' | ')}`);
    }
  });

  test('The list holds at least 200 phrases that must flag and 150 that must not, in every category', () => {
    const flags = categoryPhrases.map((list) => lines(list.flags).length);
    const quiet = categoryPhrases.map((list) => lines(list.quiet).length);
    const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
    assert.ok(sum(flags) >= 200 && Math.min(...flags) >= 15, String(flags));
    assert.ok(sum(quiet) + everydayPhrases.length >= 150 && Math.min(...quiet) >= 5, String(quiet));
    assert.deepEqual(
      new Set(categoryPhrases.map((list) => list.category)),
      new Set(redFlagCategories.map((category) => category.id)),
    );
  });

  test('No phrase stands both among those that must flag and those that must not', () => {
    const must = new Set(categoryPhrases.flatMap((list) => lines(list.flags)));
    const both = [...categoryPhrases.flatMap((list) => lines(list.quiet)), ...everydayPhrases].filter((p) =>
      must.has(p),
    );
    assert.deepEqual(both, []);
  });
});

describe('The categories', () => {
  test('Every concept a pattern uses is explained by a list of words', () => {
    assert.deepEqual(unknownConcepts(), []);
  });

  test('Each category has a source, words for the caller and about someone else, and advice until help comes', () => {
    for (const { id, source, wordings } of redFlagCategories) {
      const { say, until } = aidOf(id);
      assert.ok(source.length > 0 && say.self.length > 20 && say.other.length > 20, id);
      for (const lines of Object.values<readonly AidLine[]>({ ...until })) assert.ok(lines.length >= 1, id);
      assert.ok(wordings.length > 0, id);
    }
  });

  // Written out beside the categories: a level lowered in one place alone is found here.
  test('What takes an ambulance, and what the duty clinician of the day, where its words say no more', () => {
    const at = (level: RedFlagLevel) => redFlagCategories.filter((one) => one.level === level).map((one) => one.id);
    assert.deepEqual(at('same-day-duty').toSorted(), [
      ...[
        'abuse',
        'child-dka',
        'foreign-body',
        'hearing',
        'hot-joint',
        'infection-risk',
        'self-harm',
        'testicular-pain',
      ],
    ]);
    assert.equal(at('999').length, redFlagCategories.length - 8);
  });

  test('Only abuse asks first how to reach the person safely, before any call back, text or letter', () => {
    const first = redFlagCategories.filter((category) => category.safeContactFirst);
    assert.deepEqual(
      first.map((category) => category.id),
      ['abuse'],
    );
    assert.match(aidOf('abuse').say.self, /safe way to reach you/);
    for (const lines of Object.values<readonly AidLine[]>({ ...aidOf('abuse').until }))
      assert.match(lines[0]?.text ?? '', /No call-back, text or letter/);
  });
});
