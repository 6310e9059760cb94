import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readSessionPlan, type SessionFields, type SessionPlan } from './session-plan.ts';

const today = Temporal.PlainDate.from('2026-10-12');
const asked: SessionFields = {
  ...{ practice: 'XA001', clinician: '00000000-0000-7000-8005-000000000001', mode: 'face_to_face', kind: 'ordinary' },
  ...{ day: '2026-10-19', from: '08:30', to: '12:40', slot: '15', weeks: '1' },
};

function planOf(change: SessionFields = {}): SessionPlan {
  const read = readSessionPlan({ ...asked, ...change }, today);
  assert.ok(read.ok, JSON.stringify(read));
  return read.value;
}

const faultsOf = (change: SessionFields): string[] => {
  const read = readSessionPlan({ ...asked, ...change }, today);
  return read.ok ? [] : read.error.map(({ field }) => field);
};

const placesIn = ({ startsAt, endsAt }: SessionPlan['times'][number]): number =>
  Math.floor(startsAt.until(endsAt).total('minutes') / 15);

describe('Planning sessions', () => {
  test('a session of 4 hours 10 minutes holds 16 appointments of a quarter of an hour', () => {
    const { times, slotMinutes } = planOf();
    assert.equal(times.length, 1);
    const [time] = times;
    assert.ok(time);
    assert.equal(slotMinutes, 15);
    assert.equal(placesIn(time), 16);
  });

  test('a weekly run keeps its clock times when the clocks go back on 25 October 2026', () => {
    const { times } = planOf({ weeks: '2' });
    assert.deepEqual(
      times.map(({ startsAt }) => startsAt.toString()),
      ['2026-10-19T07:30:00Z', '2026-10-26T08:30:00Z'],
    );
  });

  test('a night that is an hour longer has an hour’s places more', () => {
    const [time] = planOf({ day: '2026-10-25', from: '00:30', to: '03:30' }).times;
    assert.ok(time);
    assert.equal(placesIn(time), 16);
  });

  test('a time that comes twice or never when the clocks change is refused', () => {
    assert.deepEqual(faultsOf({ day: '2026-10-25', from: '01:30', to: '05:00' }), ['from']);
    assert.deepEqual(faultsOf({ day: '2027-03-28', from: '01:30', to: '05:00' }), ['from']);
  });

  test('a run leaves bank holidays out and says which', () => {
    const { times, skipped } = planOf({ day: '2026-12-18', weeks: '4' });
    assert.deepEqual(
      times.map(({ day }) => day.toString()),
      ['2026-12-18', '2027-01-08'],
    );
    assert.deepEqual(
      skipped.map(({ day, holiday }) => [day.toString(), holiday]),
      [
        ['2026-12-25', 'Christmas Day'],
        ['2027-01-01', 'New Year’s Day'],
      ],
    );
    assert.deepEqual(faultsOf({ day: '2026-12-25', weeks: '2' }), ['day']);
  });

  test('a single session on a bank holiday is opened as it was asked for', () => {
    assert.equal(planOf({ day: '2026-12-25', weeks: '' }).times.length, 1);
  });

  test('times may be typed with a point or with nothing between', () => {
    assert.deepEqual(planOf({ from: '8.30', to: '1240' }).times, planOf().times);
  });

  for (const [what, change, fields] of [
    ['a day that has passed', { day: '2026-10-11' }, ['day']],
    ['a day that is none', { day: '31/2/2027' }, ['day']],
    ['a day beyond what is planned', { day: '2028-10-19' }, ['day']],
    ['a run that goes beyond it', { day: '2027-10-19', weeks: '52' }, ['weeks']],
    ['no weeks', { weeks: '0' }, ['weeks']],
    ['weeks that are no number', { weeks: 'many' }, ['weeks']],
    ['an end before the beginning', { from: '12:40', to: '08:30' }, ['to']],
    ['times that are none', { from: '25:00', to: 'noon' }, ['from', 'to']],
    ['an appointment of no length', { slot: '0' }, ['slot']],
    ['an appointment longer than the session', { to: '08:40' }, ['slot']],
    ['another mode', { mode: 'letter' }, ['mode']],
    ['another kind', { kind: 'secret' }, ['kind']],
    ['nobody', { clinician: '' }, ['clinician']],
    ['an id that is none', { clinician: "x' or 1=1", site: 'y' }, ['clinician', 'site']],
  ] as const)
    test(`refuses ${what}, naming the field`, () => assert.deepEqual(faultsOf(change), fields));

  test('names every field of an empty form', () => {
    const read = readSessionPlan({}, today);
    assert.ok(!read.ok);
    assert.deepEqual(
      read.error.map(({ field }) => field),
      ['practice', 'clinician', 'mode', 'day', 'from', 'to', 'slot'],
    );
  });
});
