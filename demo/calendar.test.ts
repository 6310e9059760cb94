import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { calendarAround, minuteOf } from './calendar.ts';

describe('The days of the demonstration', () => {
  const calendar = calendarAround(Temporal.Instant.from('2026-10-20T09:00:00Z'));

  test('are four weeks back, today, and six weeks ahead', () => {
    assert.equal(calendar.days[0]?.date, '2026-09-22');
    assert.equal(calendar.today.date, '2026-10-20');
    assert.equal(calendar.days.at(-1)?.date, '2026-12-01');
  });

  test('begin at half past eight on the clock before and after it goes back', () => {
    const at = (offset: number): string => new Date(calendar.day(offset).at(minuteOf('08:30'))).toISOString();
    assert.equal(at(4), '2026-10-24T07:30:00.000Z');
    assert.equal(at(5), '2026-10-25T08:30:00.000Z');
    assert.equal(at(6), '2026-10-26T08:30:00.000Z');
  });

  test('know bank holidays and weekends', () => {
    const winter = calendarAround(Temporal.Instant.from('2026-12-24T09:00:00Z'));
    assert.deepEqual([0, 1, 2, 3, 4, 5].map((offset) => winter.day(offset).working), [true, false, false, false, false, true]); // prettier-ignore
  });

  test('are London’s even where the moment is another day’s elsewhere', () => {
    assert.equal(calendarAround(Temporal.Instant.from('2026-07-01T23:30:00Z')).today.date, '2026-07-02');
  });
});
