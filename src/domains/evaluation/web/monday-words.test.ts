import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PolicyResult, Range } from '../monday.ts';
import { mondayAnswer, shareSaid } from './monday-words.ts';

const about = (mean: number, by = 0): Range => ({ mean, low: mean - by, high: mean + by });

function result(policy: PolicyResult['policy'], what: Partial<PolicyResult> = {}): PolicyResult {
  const none = { notSeen: null, medianWait: null, longWait: null, elsewhereShare: null, pastLimit: 0, givenTwice: 0 };
  const beyondAlone = { seenShare: about(0), ownShare: about(0) };
  return { policy, seenShare: about(0.6), ownShare: about(0.3), beyondAlone, ...none, ...what };
}

test('the answer says what pooling costs as plainly as what it brings', () => {
  const pooled = {
    ...{ seenShare: about(0.7), ownShare: about(0.2) },
    beyondAlone: { seenShare: about(0.1, 0.05), ownShare: about(-0.1, 0.05) },
  };
  assert.equal(
    mondayAnswer([result('alone'), result('pooled', pooled), result('pooled-own-gp', { ownShare: about(0.28) })]),
    'In this simulation pooling has 70% seen the same day instead of 60%, and 20% with their own GP instead of 30%; weighing the own GP makes that 28%',
  );
});

test('no difference is said to be none, and one that goes both ways to be chance', () => {
  const pooled = { ownShare: about(0.33), beyondAlone: { seenShare: about(0), ownShare: about(0.03, 0.1) } };
  assert.equal(
    mondayAnswer([result('alone'), result('pooled', pooled)]),
    'In this simulation pooling has as many seen the same day (60%), and 33% with their own GP instead of 30% (within what chance does)',
  );
});

test('a day on which nobody asked has no answer', () => {
  assert.match(mondayAnswer([result('alone', { seenShare: null })]), /^Not known/);
  assert.equal(shareSaid(null), null);
  assert.deepEqual(shareSaid(about(0.5, 0.1)), { mean: '50%', range: '40 to 60%' });
});
