import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { changesByAbsence, type StandingSession } from './session-change.ts';

const at = (time: string): Temporal.Instant => Temporal.Instant.from(`2026-12-01T${time}:00Z`);
const session = (from: string, to: string): StandingSession => ({
  ...{ id: `${from} ${to}`, startsAt: at(from), endsAt: at(to), slotMinutes: 10 },
});
const left = (one: StandingSession, [from, to]: readonly [string, string], now = '06:00'): string => {
  const [change] = changesByAbsence([one], { startsAt: at(from), endsAt: at(to) }, at(now));
  if (change === undefined) return 'untouched';
  const time = (instant: Temporal.Instant) => instant.toString().slice(11, 16);
  return change.left === null ? 'cancelled' : `${time(change.left.startsAt)} ${time(change.left.endsAt)}`;
};

describe('What an absence leaves of a session', () => {
  const morning = session('08:30', '12:30');

  test('is nothing where it is covered, and all where the two do not meet', () => {
    assert.equal(left(morning, ['08:00', '13:00']), 'cancelled');
    assert.equal(left(morning, ['12:30', '18:00']), 'untouched');
    assert.equal(left(morning, ['07:00', '08:30']), 'untouched');
  });

  test('is the time before it or after it, on the session’s own grid', () => {
    assert.equal(left(morning, ['11:00', '18:00']), '08:30 11:00');
    assert.equal(left(morning, ['08:00', '09:05']), '09:10 12:30');
  });

  test('in its middle is the longer part still to come', () => {
    assert.equal(left(morning, ['09:00', '10:00']), '10:00 12:30');
    assert.equal(left(morning, ['11:30', '12:00']), '08:30 11:30');
    assert.equal(left(morning, ['11:30', '12:00'], '11:20'), '12:00 12:30');
  });

  test('is nothing where no appointment fits any more', () => {
    assert.equal(left(morning, ['08:35', '12:25']), 'cancelled');
  });
});
