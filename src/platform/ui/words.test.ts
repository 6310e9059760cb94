import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elapsedWords, relativeWords } from './js/words.js';
import {
  dayWords,
  dueBriefly,
  dueWords,
  exactWords,
  patientTime,
  relative,
  sinceWords,
  whenWords,
  ageYears,
} from './when.ts';
import { listWords, nhsNumberWords, numberWords, ordinal, percentWords, plural, poundsWords } from './words.ts';

const now = Temporal.Instant.from('2026-07-20T08:02:00Z');
const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);

test('a moment is said in London time, by today, a weekday within six days, or a date', () => {
  assert.equal(whenWords(at('2026-07-20T13:40:00Z'), now), 'today 14:40');
  assert.equal(whenWords(at('2026-07-21T09:00:00Z'), now), 'tomorrow 10:00');
  assert.equal(whenWords(at('2026-07-23T09:20:00Z'), now), 'Thursday 10:20');
  assert.equal(whenWords(at('2026-07-30T09:20:00Z'), now), 'Thursday 30 July 10:20');
  assert.equal(dayWords('2027-01-04', now), 'Monday 4 January 2027');
  assert.equal(sinceWords(at('2026-07-20T07:12:00Z'), now), 'since 08:12');
  assert.equal(sinceWords('2026-07-17', now), 'since Friday');
  assert.equal(exactWords(at('2026-07-23T09:20:00Z')), 'Thursday 23 July 2026, 10:20');
});

test('the two days on which the clocks change are said with the clock people see', () => {
  const spring = at('2026-03-29T00:30:00Z');
  assert.equal(whenWords(at('2026-03-29T01:30:00Z'), spring), 'today 02:30');
  const autumn = at('2026-10-25T00:30:00Z');
  assert.equal(whenWords(at('2026-10-25T01:30:00Z'), autumn), 'today 01:30');
  assert.equal(dayWords(at('2026-10-25T23:59:00Z'), autumn), 'today');
});

test('how far away a moment is comes in minutes, half hours, then days', () => {
  assert.equal(relativeWords(20, now.epochMilliseconds), 'now');
  assert.equal(relativeWords(25 * 60, now.epochMilliseconds), 'in 25 min');
  assert.equal(relativeWords(-22 * 60, now.epochMilliseconds), '22 min ago');
  assert.equal(relativeWords(3600, now.epochMilliseconds), 'in 1 hour');
  assert.equal(relativeWords(5.6 * 3600, now.epochMilliseconds), 'in 5½ hours');
  assert.equal(relativeWords(3 * 86_400, now.epochMilliseconds), 'in 3 days');
  assert.equal(relative('2026-07-21', now), 'tomorrow');
  assert.equal(relative(at('2026-07-21T20:30:00Z'), now), 'in 1 day', 'tomorrow evening is not two days away');
  assert.equal(relative(at('2026-07-20T22:00:00Z'), now), 'in 14 hours');
  assert.equal(elapsedWords(74), '1 min 14');
  assert.equal(elapsedWords(3900), '1 hour 5 min');
});

test('a time that stops at midnight is the end of the day before it, and any other is itself', () => {
  const midnight = at('2026-07-20T23:00:00Z');
  assert.equal(dueWords(midnight, now), 'the end of today');
  assert.equal(dueBriefly(midnight, now), 'by the end of today');
  assert.equal(dueWords(at('2026-07-21T23:00:00Z'), now), 'the end of tomorrow');
  assert.equal(dueWords(at('2026-07-19T23:00:00Z'), now), 'the end of yesterday');
  assert.equal(dueBriefly(at('2026-07-23T23:00:00Z'), now), 'by the end of Thursday');
  assert.equal(dueWords(at('2026-07-20T13:40:00Z'), now), 'today 14:40');
  assert.equal(dueBriefly(at('2026-07-20T13:32:00Z'), now), 'in 5½ hours');
  const winter = at('2026-11-23T08:00:00Z');
  assert.equal(dueWords(at('2026-11-24T00:00:00Z'), winter), 'the end of today');
  assert.equal(dueWords(at('2026-11-23T23:00:00Z'), winter), 'today 23:00', 'midnight is London’s');
});

test('patients read times as NHS pages write them', () => {
  assert.equal(patientTime(at('2026-07-23T09:20:00Z')), '10:20am');
  assert.equal(patientTime(at('2026-07-23T17:00:00Z')), '6pm');
  assert.equal(patientTime(at('2026-07-23T11:00:00Z')), 'midday');
});

test('an age is in whole years and turns on the birthday', () => {
  assert.equal(ageYears('1948-07-20', now), 78);
  assert.equal(ageYears('1948-07-21', now), 77);
});

test('numbers carry separators, a true minus, and never a minus zero', () => {
  assert.equal(numberWords(11_204), '11,204');
  assert.equal(numberWords(-3.25, 1), '−3.3');
  assert.equal(numberWords(-0.01, 1), '0.0');
  assert.equal(percentWords(0.784), '78%');
});

test('money is whole pounds, or pounds and pence when there are pence', () => {
  assert.equal(poundsWords(41_230_000), '£412,300');
  assert.equal(poundsWords(987_050n), '£9,870.50');
  assert.equal(poundsWords(-5), '−£0.05');
});

test('counts, places in an order, lists and NHS numbers read aloud', () => {
  assert.equal(plural(1, 'practice'), '1 practice');
  assert.equal(plural(1212, 'person', 'people'), '1,212 people');
  assert.deepEqual([1, 2, 3, 4, 11, 12, 21, 112].map(ordinal), [
    '1st',
    '2nd',
    '3rd',
    '4th',
    '11th',
    '12th',
    '21st',
    '112th',
  ]);
  assert.equal(listWords(['Quay', 'Tern', 'Gull']), 'Quay, Tern and Gull');
  assert.equal(nhsNumberWords('9990004321'), '999 000 4321');
});
