import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readChange, type ChangeFields } from './session-change-form.ts';

const today = Temporal.PlainDate.from('2026-10-20');
const clinician = '00000000-0000-7000-8005-000000000001';
const absence = (change: ChangeFields) => readChange({ what: 'absence', clinician, ...change }, today);
const span = (change: ChangeFields): string => {
  const read = absence(change);
  if (!read.ok) return read.error.map(({ field }) => field).join(' ');
  return read.value.kind === 'absence' ? `${String(read.value.away.startsAt)} ${String(read.value.away.endsAt)}` : '';
};

describe('A change of sessions as it is typed', () => {
  test('is of whole London days where no times are given, also where the clocks change', () => {
    const sunday = Temporal.PlainDate.from('2026-10-25');
    assert.equal(span({ from: sunday }), '2026-10-24T23:00:00Z 2026-10-26T00:00:00Z');
  });

  test('names every field that is wrong', () => {
    const day = Temporal.PlainDate.from('2026-10-22');
    assert.equal(span({}), 'from');
    assert.equal(span({ from: day, until: day.subtract({ days: 1 }) }), 'until');
    assert.equal(span({ from: day, fromTime: 'ten' }), 'fromTime');
    assert.equal(span({ from: day, fromTime: '11:00', untilTime: '10:00' }), 'untilTime');
    assert.equal(
      span({ from: Temporal.PlainDate.from('2026-10-01'), until: Temporal.PlainDate.from('2026-10-02') }),
      'until',
    );
    assert.equal(span({ from: day, until: day.add({ years: 2 }) }), 'until');
    assert.equal(span({ clinician: 'nobody', from: day }), 'clinician');
    assert.equal(span({ from: Temporal.PlainDate.from('2026-10-25'), fromTime: '01:30' }), 'fromTime');
  });

  test('of one session is its new time or that it is cancelled', () => {
    const session = clinician;
    const moved = readChange({ what: 'session', session, from: today, fromTime: '09:00', untilTime: '11:00' }, today);
    assert.ok(moved.ok && moved.value.kind === 'session');
    assert.equal(String(moved.value.to?.startsAt), '2026-10-20T08:00:00Z');
    const cancelled = readChange({ what: 'session', session, cancel: true }, today);
    assert.ok(cancelled.ok && cancelled.value.kind === 'session' && cancelled.value.to === null);
    assert.ok(!readChange({ what: 'session', session, from: today, fromTime: '11:00', untilTime: '09:00' }, today).ok);
  });
});
