import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choosePeriod, passedOverWords } from './choice.ts';
import { monthPeriod, periodWords } from './edition.ts';

const month = (text: string, practices: number) => ({
  ...monthPeriod(Temporal.PlainDate.from(`${text}-01`)),
  practices,
});
const chosen = (...periods: ReturnType<typeof month>[]) =>
  choosePeriod(periods, 0.8)?.chosen.from.toString().slice(0, 7) ?? null;

test('the newest period is used while it covers four in five of what the best of its year covers', () => {
  assert.equal(chosen(month('2025-03', 35), month('2025-04', 34)), '2025-04');
  assert.equal(chosen(month('2025-04', 28), month('2025-03', 35)), '2025-04');
  assert.equal(chosen(month('2025-04', 27), month('2025-03', 35)), '2025-03');
});

test('a fuller period more than a year before the newest does not bring back old figures', () => {
  assert.equal(chosen(month('2024-04', 35), month('2025-04', 3)), '2024-04');
  assert.equal(chosen(month('2024-03', 35), month('2025-04', 3)), '2025-04');
});

test('where no period covers any practice there is none to choose', () => {
  assert.equal(chosen(), null);
  assert.equal(chosen(month('2025-04', 0)), null);
});

test('every newer period that was passed over is told with how few practices it covers', () => {
  const choice = choosePeriod([month('2025-06', 1), month('2025-05', 2), month('2025-04', 34)], 0.8);
  assert.equal(
    passedOverWords(
      (choice?.passedOver ?? []).map((one) => ({ ...one, words: periodWords(one) })),
      35,
    ),
    'newer but not used: June 2025 covers only 1 of 35, May 2025 covers only 2 of 35',
  );
  assert.equal(passedOverWords([], 35), null);
});
