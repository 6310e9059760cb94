import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deviates, shareOf } from './share.ts';

test('A share has Wilson’s 95 % interval, which is not a point at none or all', () => {
  // Newcombe 1998, Statistics in Medicine 17:857, table I, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
  for (const [found, of, low, high] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const) {
    const share = shareOf(found, of);
    assert.ok(share);
    assert.deepEqual([share.low.toFixed(4), share.high.toFixed(4)], [low.toFixed(4), high.toFixed(4)]);
  }
  assert.equal(shareOf(0, 0), null);
});

test('Two intervals that are to hold together are each wider than one alone', () => {
  const alone = shareOf(15, 148);
  const pair = shareOf(15, 148, deviates.pair);
  assert.ok(alone && pair);
  assert.ok(pair.low < alone.low && pair.high > alone.high);
});
