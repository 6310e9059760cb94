import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mondayCount, mondayOf, opens } from './day.ts';

test('a Monday brings 25 % of a week’s calls: 651 answered calls a month in 1,000 patients are 38 on a Monday', () => {
  // 651 × 12 ÷ 52.18 = 149.7 a week; Monday is 1.86 of 7.35 million.
  assert.equal(mondayCount('telephone', 1000), 38);
  assert.equal(mondayCount('online', 1000), 4);
});

test('29 % of the calls come between 08 and 10, as published', () => {
  const calls = mondayOf({ patients: 500_000, seed: 3 }).arrivals.filter(({ channel }) => channel === 'telephone');
  const early = calls.filter(({ minute }) => minute < opens + 120).length;
  assert.ok(Math.abs(early / calls.length - 0.29) < 0.01, String(early / calls.length));
});

test('half of the forms come between 06 and 10, and those after closing are counted and left out', () => {
  const { arrivals, afterwards } = mondayOf({ patients: 500_000, seed: 3 });
  const forms = arrivals.filter(({ channel }) => channel === 'online');
  assert.equal(forms.length + afterwards, mondayCount('online', 500_000));
  const early = forms.filter(({ minute }) => minute >= 360 && minute < 600).length;
  assert.ok(Math.abs(early / (forms.length + afterwards) - 0.54) < 0.03);
  assert.ok(arrivals.every(({ minute }) => minute < 18 * 60 + 30));
});

test('the same seed is the same day, in the order in which it comes; a smaller day keeps its proportions', () => {
  const asked = { patients: 20_000, seed: 7, total: 100 };
  const day = mondayOf(asked);
  assert.deepEqual(mondayOf(asked), day);
  assert.notDeepEqual(mondayOf({ ...asked, seed: 8 }), day);
  assert.deepEqual(
    day.arrivals.toSorted((a, b) => a.minute - b.minute),
    day.arrivals,
  );
  assert.equal(day.arrivals.length + day.afterwards, 100);
  assert.equal(day.arrivals.filter(({ channel }) => channel === 'telephone').length, 90);
  assert.equal(day.arrivals.filter(({ red }) => red).length, 1);
});
