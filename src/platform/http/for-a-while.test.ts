import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forAWhile } from './for-a-while.ts';

const at = (seconds: number) => Temporal.Instant.from('2026-11-23T08:00:00Z').add({ seconds });

test('An answer is worked out once for all who ask within its time, by key, and anew after it', async () => {
  let now = at(0);
  let worked = 0;
  const answers = forAWhile<string>(20, () => now);
  const work = async () => {
    worked += 1;
    await Promise.resolve();
    return `answer ${worked}`;
  };
  assert.deepEqual(await Promise.all([answers.of('a', work), answers.of('a', work)]), ['answer 1', 'answer 1']);
  now = at(19);
  assert.equal(await answers.of('a', work), 'answer 1');
  assert.equal(await answers.of('b', work), 'answer 2');
  now = at(20);
  assert.equal(await answers.of('a', work), 'answer 3');
});

test('What was forgotten or failed is worked out anew', async () => {
  const answers = forAWhile<number>(20, () => at(0));
  await assert.rejects(
    answers.of('a', () => Promise.reject(new Error('no connection'))),
    /no connection/,
  );
  assert.equal(await answers.of('a', () => Promise.resolve(1)), 1);
  answers.forget('a');
  assert.equal(await answers.of('a', () => Promise.resolve(2)), 2);
});
