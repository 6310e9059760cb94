import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { offerTerms } from '../../../test/support/offer-terms.ts';
import { readPlan, rowsOf, stepOf, type PlanRow } from './plan-form.ts';

const kinds = [...offerTerms.kinds.values()];
const session = {
  startsAt: Temporal.Instant.from('2026-11-24T08:30:00Z'),
  endsAt: Temporal.Instant.from('2026-11-24T12:40:00Z'),
};
const row = (kind: string, [from, to]: readonly [string, string], more: PlanRow = {}): PlanRow => ({
  kind,
  from,
  to,
  minutes: '15',
  ...more,
});
const faults = (...rows: PlanRow[]): string[] => {
  const read = readPlan(rows, session, kinds);
  return read.ok ? [] : read.error.map(({ field }) => field);
};

describe('The plan of a session', () => {
  test('is read in order of time, with embargo and release as moments, and written back as it was typed', () => {
    const typed = [
      row('on_the_day', ['10:00', '11:00'], { releasesAs: 'pre_bookable', releasesDays: '0', releasesAt: '09:00' }),
      {},
      row('pre_bookable', ['8.30', '10:00'], { opensDays: '2', opensAt: '07:00', mode: 'telephone' }),
      row('blocked', ['12:00', '12:40'], { minutes: '' }),
    ];
    const read = readPlan(typed, session, kinds);
    assert.ok(read.ok && read.value);
    assert.deepEqual(
      read.value.map(({ kind, from, to, minutes }) => [kind, from, to, minutes]),
      [
        ['pre_bookable', 0, 90, 15],
        ['on_the_day', 90, 150, 15],
        ['blocked', 210, 250, 40],
      ],
    );
    assert.equal(read.value[0]?.opensAt, '2026-11-22T07:00:00Z');
    assert.equal(read.value[1]?.releasesAt, '2026-11-24T09:00:00Z');
    assert.equal(stepOf(read.value), 5);
    assert.deepEqual(readPlan(rowsOf(read.value, session), session, kinds), read);
  });

  test('keeps its clock times over a change of the clocks between an embargo and its session', () => {
    const summer = {
      startsAt: Temporal.Instant.from('2026-10-26T08:30:00Z'),
      endsAt: Temporal.Instant.from('2026-10-26T12:30:00Z'),
    };
    const read = readPlan(
      [row('pre_bookable', ['08:30', '10:00'], { opensDays: '2', opensAt: '07:00' })],
      summer,
      kinds,
    );
    assert.ok(read.ok);
    assert.equal(read.value?.[0]?.opensAt, '2026-10-24T06:00:00Z');
  });

  test('is taken away by an empty form', () => {
    assert.deepEqual(readPlan([{}, {}], session, kinds), { ok: true, value: null });
  });

  test('names what is wrong, row by row', () => {
    assert.deepEqual(faults(row('pre_bookable', ['08:30', '10:00']), row('on_the_day', ['09:45', '10:30'])), [
      'from-1',
    ]);
    assert.deepEqual(faults(row('pre_bookable', ['08:00', '10:00'])), ['from-0']);
    assert.deepEqual(faults(row('pre_bookable', ['08:30', '13:00'])), ['to-0']);
    assert.deepEqual(faults(row('pre_bookable', ['10:00', '09:00'])), ['to-0']);
    assert.deepEqual(faults(row('pre_bookable', ['soon', '09:00'])), ['from-0']);
    assert.deepEqual(faults(row('tea', ['08:30', '09:00'])), ['kind-0']);
    assert.deepEqual(faults(row('pre_bookable', ['08:30', '09:00'], { minutes: '45' })), ['minutes-0']);
    assert.deepEqual(faults(row('pre_bookable', ['08:30', '09:00'], { places: '6' })), ['places-0']);
    assert.deepEqual(faults(row('pre_bookable', ['08:30', '09:00'], { opensDays: '2' })), ['opensAt-0']);
    assert.deepEqual(faults(row('pre_bookable', ['08:30', '09:00'], { releasesAs: 'blocked' })), ['releasesAs-0']);
    assert.deepEqual(faults(row('blocked', ['08:30', '09:00'], { releasesAs: 'pre_bookable' })), ['releasesAt-0']);
  });
});
