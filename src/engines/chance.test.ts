import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chanceFrom } from './chance.ts';

test('the same seed gives the same chance, another another', () => {
  const draw = (seed: number) => {
    const chance = chanceFrom(seed);
    return Array.from({ length: 5 }, () => chance.next());
  };
  assert.deepEqual(draw(1), draw(1));
  assert.notDeepEqual(draw(1), draw(2));
});

test('counts have the mean and the variance of a Poisson count, and none comes of none', () => {
  const chance = chanceFrom(11);
  for (const mean of [0.5, 7, 60]) {
    const counts = Array.from({ length: 4000 }, () => chance.count(mean));
    const found = counts.reduce((sum, one) => sum + one, 0) / counts.length;
    const variance = counts.reduce((sum, one) => sum + (one - found) ** 2, 0) / counts.length;
    // Four standard errors of the mean; the variance within a tenth of itself.
    assert.ok(Math.abs(found - mean) < 4 * Math.sqrt(mean / counts.length), `${mean}: ${found}`);
    assert.ok(Math.abs(variance - mean) < mean * 0.12, `${mean}: ${variance}`);
  }
  assert.equal(chance.count(0), 0);
});

test('what weighs nothing is never drawn, and what weighs twice as much twice as often', () => {
  const chance = chanceFrom(4);
  const drawn = [0, 0, 0];
  for (let n = 0; n < 9000; n += 1) drawn[chance.weighted([1, 0, 2])]! += 1;
  assert.equal(drawn[1], 0);
  assert.ok(Math.abs((drawn[2] ?? 0) / 9000 - 2 / 3) < 0.02);
});
