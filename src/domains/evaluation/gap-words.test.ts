import assert from 'node:assert/strict';
import { test } from 'node:test';
import { england } from '#kernel/working-day.ts';
import { gap } from './gap.ts';
import { answerWords, apartWords, beyondWords, missingWords, rangeWords, turnsWords, type Layer } from './gap-words.ts';

const total = (share: number, locumAndTrainee = 1) =>
  gap(
    [
      {
        code: 'A10001',
        name: 'A practice',
        hub: null,
        list: 9000,
        appointments: { month: Temporal.PlainDate.from('2025-04-01'), total: 5000 },
        gpShare: { value: share, source: 'test' },
        fte: { permanent: 4, locumAndTrainee },
      },
    ],
    { limit: 23, calendar: england, pattern: { daysPerWeek: 4.5, weeksPerYear: 44 } },
  ).total;

test('the answer says yes, no, or that it depends who is counted, with both ends', () => {
  assert.equal(answerWords(total(0.4)), 'Yes, whoever you count: 25.5 to 31.9 a day');
  assert.equal(answerWords(total(0.25)), 'No, whoever you count: 15.9 to 19.9 a day');
  assert.equal(answerWords(total(0.32)), 'It depends who you count: 20.4 to 25.5 a day');
});

test('where it turns, and how far beyond or below, is said for both ways of counting', () => {
  assert.equal(
    turnsWords(total(0.4)),
    'The answer turns at a GP share of 0.36, counting every GP, or 0.29, permanent GPs only.',
  );
  assert.match(turnsWords(total(0.4, 12)), /none that is possible, counting every GP/);
  assert.equal(
    beyondWords(total(0.32)),
    'GP appointments a week compared with safe: 50 below, counting every GP, to 38 beyond, permanent GPs only.',
  );
});

test('a range whose ends are the same is one figure, and one without an end is not known', () => {
  assert.equal(rangeWords({ low: 22.44, high: 22.41 }), '22.4');
  assert.equal(rangeWords({ low: 22, high: null }), 'not known');
});

test('what is missing is told in words', () => {
  assert.equal(
    missingWords(['appointments', 'workforce']),
    'no appointments published for the month, no valid workforce return',
  );
});

const layer = (name: Layer['layer'], from: string, to: string): Layer => ({
  layer: name,
  publisher: 'NHS England',
  title: 'A title',
  licence: null,
  derivedBy: null,
  assumed: null,
  period: { from, to, words: '' },
  practices: 1,
  of: 1,
  passedOver: [],
  newer: null,
});

test('a layer a year or more from the appointments’ month says how many years older or newer it is', () => {
  const appointments = layer('appointments', '2025-04-01', '2025-04-30');
  const apart: [string, string, string | null][] = [
    ['2020-09-01', '2021-08-31', '4 years older'],
    ['2023-04-01', '2024-03-31', 'a year older'],
    ['2024-04-01', '2025-03-31', null],
    ['2026-01-01', '2026-01-01', null],
    ['2027-06-01', '2027-06-01', '2 years newer'],
  ];
  for (const [from, to, words] of apart)
    assert.equal(apartWords(layer('gpShare', from, to), appointments), words, from);
  assert.equal(apartWords(layer('gpShare', '2020-09-01', '2021-08-31'), undefined), null);
});
