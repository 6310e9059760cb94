import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monthsBetween, parseDay, parseMonth } from './date.ts';

test('every form of day that list-size files have used over the years reads as the same day', () => {
  for (const text of [
    '2018-05-01',
    '01/05/2018',
    '1/5/2018',
    '01MAY2018',
    '01-May-18',
    '1 May 2018',
    '2018-05-01T00:00:00',
  ])
    assert.equal(parseDay(text)?.toString(), '2018-05-01', text);
});

test('a day that does not exist, or a month alone, is not a day', () => {
  for (const text of ['', '31/02/2025', '2025-13-01', 'MAY2018', '45000', '05/2018', '99FOO2020'])
    assert.equal(parseDay(text), null, text);
});

test('a month reads the same from every form the appointment files use', () => {
  for (const text of ['APR2025', 'Apr-25', 'April 2025', '2025-04', '01APR2025', '2025-04-01', '01/04/2025'])
    assert.equal(parseMonth(text)?.toString(), '2025-04-01', text);
  for (const text of ['', 'Foo-25', 'total', '2025']) assert.equal(parseMonth(text), null, text);
});

test('months between two days are counted whole', () => {
  const day = (text: string) => Temporal.PlainDate.from(text);
  assert.equal(monthsBetween(day('2021-08-01'), day('2025-04-01')), 44);
  assert.equal(monthsBetween(day('2025-04-02'), day('2025-05-01')), 0);
});
