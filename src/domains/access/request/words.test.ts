import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { RedFlagCategoryId } from '../red-flag/category.ts';
import { redFlagCategory } from '../red-flag/red-flag.ts';
import { redFlagCategories } from '../red-flag/categories/all.ts';
import { pronounsFor } from './person.ts';
import { stopWords, type StopWords } from './words.ts';

const speaking = { forOther: false, who: pronounsFor(undefined), called: undefined };

function stop(ids: readonly RedFlagCategoryId[], { forOther = false } = {}): StopWords {
  const flags = ids.map((id) => ({ level: redFlagCategory(id).level, category: redFlagCategory(id) }));
  return stopWords(flags, { ...speaking, forOther }) ?? assert.fail('nothing is said');
}

describe('Two dangers in one call', () => {
  test('are both said and both advised on, the gravest first, and 999 is asked for once', () => {
    const { say, advice, needs999 } = stop(['chest-pain', 'stroke', 'self-harm'], { forOther: true });
    assert.ok(needs999);
    assert.deepEqual(
      advice.map(({ name }) => name),
      ['Chest pain', 'Signs of a stroke or bleed on the brain', 'Suicidal thoughts or self-harm'],
    );
    assert.equal(say[1], 'What you describe needs an ambulance now, even if it has passed.');
    assert.match(say[2] ?? '', /^Thank you for telling me\. Please stay with them\./);
    assert.equal(say.join(' ').match(/call 999/g)?.length, 1);
    assert.deepEqual(
      advice.map(({ lines }) => lines.length),
      [4, 3, 3],
    );
  });

  test('keep what to do where somebody in danger cannot speak', () => {
    assert.match(stop(['chest-pain', 'abuse']).say[1] ?? '', /press 55/);
  });

  test('keep what only their second sentence said, and send nobody to A&E who waits for an ambulance', () => {
    assert.match(stop(['chest-pain', 'anaphylaxis']).say[1] ?? '', /Use an adrenaline pen now if you have one/);
    assert.match(stop(['chest-pain', 'bleeding']).say[1] ?? '', /Press firmly on any wound/);
    assert.doesNotMatch(stop(['chest-pain', 'testicular-pain']).say[1] ?? '', /A&E/);
  });

  test('raised by words and by an answer are one danger, said as it stands', () => {
    const { say, advice } = stop(['chest-pain', 'chest-pain']);
    assert.deepEqual(say, [redFlagCategory('chest-pain').say.self]);
    assert.equal(advice.length, 1);
  });

  test('without an ambulance keep every word on when to call 999', () => {
    const { say, needs999 } = stop(['testicular-pain', 'self-harm']);
    assert.ok(!needs999);
    assert.match(say[1] ?? '', /call 999 or go to A&E now/);
  });

  test('always leave something to do of each, whichever two they are', () => {
    for (const first of redFlagCategories)
      for (const second of redFlagCategories) {
        if (first.id === second.id) continue;
        assert.deepEqual(
          stop([first.id, second.id]).advice.map(({ name }) => name),
          [first.name, second.name],
        );
      }
  });
});
