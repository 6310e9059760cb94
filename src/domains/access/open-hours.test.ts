import assert from 'node:assert/strict';
import { test } from 'node:test';
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
