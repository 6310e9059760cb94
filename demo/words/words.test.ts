import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { screenRequest } from '#domains/access/request/request.ts';
import { allWords } from '../bank.ts';
import { redFlagWords } from './red-flags.ts';

const found = (words: string, ageYears: number) => screenRequest({ words, notes: '', answers: {} }, { ageYears });

describe('The words of the demonstration', () => {
  test('are many, and all different', () => {
    const words = [...allWords, ...redFlagWords].map((one) => one.words);
    assert.ok(words.length >= 120);
    assert.equal(new Set(words).size, words.length);
  });

  test('are stopped where something must not wait', () => {
    const missed = redFlagWords.filter(({ words, ages = [18, 60] }) => {
      return !ages.every((age) => found(words, Math.min(age, 99)).some((one) => !one.softened));
    });
    assert.ok(missed.length <= 3, missed.map((one) => one.words).join('\n'));
  });
});
