import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decidedWords, overflowWarnings, type OverflowPlace } from './overflow.ts';

const at = (clock: string, day = '2026-11-24'): Temporal.Instant =>
  Temporal.PlainDateTime.from(`${day}T${clock}`).toZonedDateTime('Europe/London').toInstant();
const place: OverflowPlace = {
  ...{ clinicianId: 'c', clinicianName: 'Dr Lowe', onDuty: false, practiceName: 'Linnet Street' },
  sessions: [{ from: at('08:30'), to: at('12:30'), place: 'Linnet Street' }],
  opening: { 1: ['08:00', '18:30'], 2: ['08:00', '18:30'], 5: ['08:00', '18:30'] },
};
const kinds = (changed: Partial<OverflowPlace>, when: Temporal.Instant): string[] =>
  overflowWarnings({ ...place, ...changed }, when).map(({ kind }) => kind);

describe('What must be known before urgent overflow is booked', () => {
  test('is nothing while the clinician works and the practice is open, or is not known to be closed', () => {
    assert.deepEqual(kinds({}, at('08:30')), []);
    assert.deepEqual(kinds({ sessions: [], onDuty: true }, at('17:00')), [], 'on duty is at work');
    assert.deepEqual(kinds({ opening: null, onDuty: true }, at('23:00')), []);
  });

  test('is that the clinician does not work then, from the minute the session ends', () => {
    assert.deepEqual(kinds({}, at('12:30')), ['away']);
    assert.match(
      overflowWarnings(place, at('16:00'))[0]?.says ?? '',
      /works 08:30 to 12:30 at Linnet Street today, not at/,
    );
    const none = overflowWarnings({ ...place, sessions: [] }, at('16:00'));
    assert.match(none[0]?.says ?? '', /^Dr Lowe does not work today\./);
  });

  test('is that the practice is closed: out of hours, on a day it does not open, on a bank holiday', () => {
    assert.deepEqual(kinds({ onDuty: true }, at('18:30')), ['closed']);
    assert.deepEqual(kinds({ onDuty: true }, at('10:00', '2026-11-22')), ['closed'], 'a Sunday');
    assert.deepEqual(kinds({ onDuty: true }, at('10:00', '2026-12-25')), ['closed'], 'a Friday that is a bank holiday');
    assert.deepEqual(kinds({}, at('19:00')), ['away', 'closed']);
  });

  test('is ticked for that clinician and time alone', () => {
    const tokens = (changed: Partial<OverflowPlace>, clock: string): string[] =>
      overflowWarnings({ ...place, ...changed }, at(clock)).map(({ token }) => token);
    assert.notDeepEqual(tokens({}, '19:00'), tokens({}, '19:05'));
    assert.notDeepEqual(tokens({}, '16:00'), tokens({ clinicianId: 'd' }, '16:00'));
  });
});

test('Who decided is said to be so until they confirm it', () => {
  const said = { overflowBy: 'Dr Lowe', overflowSaidBy: 'Niamh Carrow' };
  assert.equal(decidedWords({ ...said, overflowConfirmed: false }), 'Niamh Carrow says Dr Lowe decided');
  assert.equal(decidedWords({ ...said, overflowConfirmed: true }), 'decided by Dr Lowe');
});
