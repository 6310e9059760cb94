import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { meantBy, riseBetween, withEnd, withStep, type Steps } from './limit-rise.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const [today, april, may] = [day('2026-11-22'), day('2027-04-01'), day('2027-05-01')];
const step = (validFrom: Temporal.PlainDate, contacts: number | null, clinicianId: string | null = null) => ({
  ...{ id: `${clinicianId} ${validFrom.toString()}`, clinicianId, contacts, validFrom },
});
const set = (steps: Steps, contacts: number, ...[from, clinicianId = null]: [Temporal.PlainDate, (string | null)?]) =>
  said(riseBetween(steps, withStep(steps, { clinicianId, contacts, from }), clinicianId));
const end = (steps: Steps, from: Temporal.PlainDate) => said(riseBetween(steps, withEnd(steps, 'a', { from }), 'a'));
const takeBack = (steps: Steps, at: number, whose: string | null = null) =>
  said(
    riseBetween(
      steps,
      steps.filter((_, place) => place !== at),
      whose,
    ),
  );
const said = (rise: ReturnType<typeof riseBetween>) => rise && `${rise.from} to ${rise.to} from ${rise.day.toString()}`;

describe('A safe limit rises', () => {
  const group = [step(day('2026-01-01'), 25), step(april, 23)];

  test('over what holds on its day now, that day’s own step included', () => {
    const own = [...group, step(today, 12, 'a')];
    assert.equal(set(own, 24, today, 'a'), '12 to 24 from 2026-11-22');
    assert.equal(set(own, 11, today, 'a'), null);
    assert.equal(set(group, 24, april), '23 to 24 from 2027-04-01');
    assert.equal(set(group, 22, april), null);
    assert.equal(set([step(april, 23)], 30, today), null, 'where none is set the first is no rise');
  });

  test('also on a later day, when the group comes down and the clinician’s own stays', () => {
    assert.equal(set(group, 24, today, 'a'), '23 to 24 from 2027-04-01');
    assert.equal(set(group, 23, today, 'a'), null);
  });

  test('where a clinician’s own ends, at once or by the lower step to come that goes with it', () => {
    assert.equal(end([...group, step(today, 12, 'a')], may), '12 to 23 from 2027-05-01');
    assert.equal(end([...group, step(today, 25, 'a'), step(may, 10, 'a')], today), '10 to 23 from 2027-05-01');
    assert.equal(end([...group, step(today, 30, 'a')], today), null);
  });

  test('where a planned lower step is taken back, the group’s or one’s own', () => {
    assert.equal(takeBack(group, 1), '23 to 25 from 2027-04-01');
    assert.equal(takeBack([...group, step(may, 12, 'a')], 2, 'a'), '12 to 23 from 2027-05-01');
    assert.equal(takeBack([...group, step(may, 30, 'a')], 2, 'a'), null);
    assert.equal(takeBack([...group, step(today, 12, 'a'), step(may, null, 'a')], 3, 'a'), null);
  });

  test('and is said yes to as it was asked: another number, day or person is another question', () => {
    const rise = { day: april, from: 25, to: 26 };
    const meant = [
      meantBy(['set', 'group', '2027-04-01', 26], rise),
      meantBy(['set', 'group', '2027-04-01', 62], { ...rise, to: 62 }),
      meantBy(['set', 'group', '2027-05-01', 26], { ...rise, day: may }),
      meantBy(['set', 'a', '2027-04-01', 26], rise),
    ];
    assert.equal(new Set(meant).size, 4);
  });
});
