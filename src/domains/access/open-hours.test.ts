import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextToday } from './open-hours.ts';
import { ringWords } from './web/my/ring.ts';

const week = Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, ['08:00', '18:30'] as const]));
const at = (day: string, time: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime('Europe/London').toInstant();

test('ringing and coming in is offered while the practice is open, and until when', () => {
  assert.equal(
    ringWords(week, at('2026-11-23', '08:00')),
    'Ring us or come in: we are open until 6:30pm today. We ask the same, and offer the same times.',
  );
  assert.match(ringWords(week, at('2026-11-23', '18:29')), /open until 6:30pm/);
});

test('while it is closed it says when it opens: later today, after a weekend, after a bank holiday, over a change of clocks', () => {
  assert.match(ringWords(week, at('2026-11-23', '07:59')), /^We are closed now and open again today, 8am\./);
  assert.match(
    ringWords(week, at('2026-11-23', '18:30')),
    /open again [^,]*Tuesday[^,]*, 8am|open again tomorrow, 8am/,
  );
  assert.match(ringWords(week, at('2026-11-22', '12:00')), /open again [^.]*8am\. [^]*ring 111/);
  assert.match(ringWords(week, at('2026-12-25', '10:00')), /open again [^.]*29 December, 8am/);
  assert.match(ringWords(week, at('2027-03-27', '20:00')), /open again [^.]*30 March, 8am/);
});

test('of hours nobody has said nothing is claimed, and a practice that never opens sends to 111', () => {
  assert.match(ringWords(null, at('2026-11-22', '12:00')), /^Ring us or come in when we are open\. We ask/);
  assert.match(ringWords({}, at('2026-11-22', '12:00')), /^We are closed now\. [^]*ring 111/);
});

test('the next time somebody may be put today is one at which it is open, and none once it has closed', () => {
  const next = (day: string, time: string, hours: typeof week | null = week) =>
    nextToday(hours, at(day, time))?.toString().slice(0, 5);
  assert.equal(next('2026-11-23', '10:02'), '10:20');
  assert.equal(next('2026-11-23', '05:10'), '08:00', 'before it opens');
  assert.equal(next('2026-11-23', '18:20'), undefined, 'it closes before anybody could be there');
  assert.equal(next('2026-11-22', '12:00'), undefined, 'a Sunday');
  assert.equal(next('2026-12-25', '12:00'), undefined, 'a bank holiday');
  assert.equal(next('2026-11-22', '12:00', null), '12:20', 'of hours nobody has said nothing is claimed');
  assert.equal(next('2026-11-22', '23:50', null), undefined, 'tomorrow is not today');
});
