import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseNhsNumber, showNhsNumber } from './nhs-number.ts';

void test('numbers of the national test range pass the check', () => {
  for (const number of ['9000000009', '9000000025', '9000000033', '9912003888', '9111231130', '900 000 0009'])
    assert.equal(parseNhsNumber(number).ok, true, number);
});

void test('a wrong check digit and a wrong length are told apart', () => {
  assert.deepEqual(parseNhsNumber('9000000000'), { ok: false, error: { kind: 'check-digit' } });
  for (const text of ['', '900000000', '90000000091', 'abcdefghij', '９０００００００９９'])
    assert.deepEqual(parseNhsNumber(text), { ok: false, error: { kind: 'length' } });
});

void test('changing any one digit of a valid number makes it invalid', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (place, by) => {
      const digits = Array.from('9434765919');
      digits[place] = String((Number(digits[place]) + by) % 10);
      assert.equal(parseNhsNumber(digits.join('')).ok, false);
    }),
  );
});

void test('it is shown in three parts', () => {
  assert.equal(showNhsNumber('9434765919'), '943 476 5919');
});
