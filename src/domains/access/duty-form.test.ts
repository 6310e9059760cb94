import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dutyAt, readDuty, uncovered, type DutyFields } from './duty-form.ts';

const now = Temporal.Instant.from('2026-03-02T09:00:00Z');
const clinician = '00000000-0000-7000-8000-000000000001';
const fields = (change: DutyFields = {}): DutyFields => ({
  ...{ place: 'group', clinician, day: '3/3/2026', from: '08:00', to: '18:30', phone: '01632 960117', weeks: '1' },
  ...change,
});
const wrong = (change: DutyFields) => {
  const read = readDuty(fields(change), now);
  return read.ok ? [] : read.error.map(({ field }) => field);
};

void test('a duty is read with its number, and one that ends before it begins goes through the night', () => {
  const day = readDuty(fields(), now);
  assert.ok(day.ok);
  assert.equal(day.value.phone, '+441632960117');
  const night = readDuty(fields({ from: '18:30', to: '08:00' }), now);
  assert.ok(night.ok);
  assert.equal(night.value.times[0]?.endsAt.toString(), '2026-03-04T08:00:00Z');
});

void test('a run keeps bank holidays and the local time when the clocks change', () => {
  const run = readDuty(fields({ day: '23/3/2026', weeks: '3' }), now);
  assert.ok(run.ok);
  assert.deepEqual(
    run.value.times.map(({ startsAt }) => startsAt.toString()),
    ['2026-03-23T08:00:00Z', '2026-03-30T07:00:00Z', '2026-04-06T07:00:00Z'],
  );
});

void test('each field that is wrong is named', () => {
  assert.deepEqual(wrong({ place: '', clinician: 'x', phone: '999', day: '31/2/2026', from: '25:00', to: '', weeks: '0' }), [
    ...['place', 'clinician', 'phone', 'weeks', 'day', 'from', 'to'],
  ]); // prettier-ignore
  assert.deepEqual(wrong({ day: '1/3/2026' }), ['day']);
  assert.deepEqual(wrong({ day: '2/3/2026', to: '08:30', from: '08:00' }), ['day'], 'over already');
  assert.deepEqual(wrong({ day: '1/3/2028' }), ['day']);
  assert.deepEqual(wrong({ day: '29/3/2026', from: '01:30' }), ['from'], 'an hour there is not');
  assert.deepEqual(wrong({ weeks: '1.5' }), ['weeks']);
});

void test('a place is the group, a hub or a practice', () => {
  assert.deepEqual(dutyAt('practice:XA001'), { level: 'practice', practiceId: 'XA001', hubId: null });
  assert.deepEqual(dutyAt(`hub:${clinician}`), { level: 'hub', practiceId: null, hubId: clinician });
  for (const none of ['', 'hub', 'hub:', 'hub:x', 'practice', 'practice:', 'team:1'])
    assert.equal(dutyAt(none), null, none);
});

void test('what nobody covers is found between, before and after those who do', () => {
  const at = (hour: number) => now.add({ hours: hour });
  const stretch = (from: number, to: number) => ({ startsAt: at(from), endsAt: at(to) });
  const gaps = (...covers: [number, number][]) =>
    uncovered(
      stretch(0, 10),
      covers.map(([from, to]) => stretch(from, to)),
    ).map(({ startsAt, endsAt }) => [now.until(startsAt).total('hours'), now.until(endsAt).total('hours')]);
  assert.deepEqual(gaps(), [[0, 10]]);
  assert.deepEqual(gaps([-2, 12]), []);
  assert.deepEqual(gaps([6, 8], [1, 3], [2, 4]), [[0, 1], [4, 6], [8, 10]]); // prettier-ignore
  assert.deepEqual(gaps([0, 5], [5, 10]), []);
  assert.deepEqual(gaps([0, 9], [1, 2]), [[9, 10]]);
  assert.deepEqual(gaps([11, 12], [-3, -1]), [[0, 10]]);
});
