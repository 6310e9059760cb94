import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { afterWorkingMinutes, dueBy, goesOnAt, nextHolder, readAskedOf, readHandBack } from './hand-back.ts';

const rule = {
  practiceMinutes: 240,
  dutyMinutes: 120,
  notBefore: Temporal.PlainTime.from('08:00'),
  notAfter: Temporal.PlainTime.from('18:30'),
  awayDays: 7,
  source: 'test',
};
const london = (text: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/London').toInstant();
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const clinician = '00000000-0000-7000-8005-000000000001';

describe('The day of an ask or a result', () => {
  // Tuesday 24 November 2026.
  for (const [on, words, state] of [
    ['2026-11-21', '3 days late', 'now'],
    ['2026-11-23', '1 day late', 'now'],
    ['2026-11-24', 'today', 'soon'],
    ['2026-11-25', 'by tomorrow', 'plain'],
    ['2026-11-27', 'by Friday', 'plain'],
    ['2026-12-01', 'by 1 December', 'plain'],
    ['2027-01-05', 'by 5 January 2027', 'plain'],
  ] as const)
    test(`${on} is said as “${words}”`, () => {
      assert.deepEqual(dueBy(day(on), day('2026-11-24')), { words, state });
    });
});

describe('The wait for an acknowledgement', () => {
  test('counts the working hours alone: over the evening, the weekend and a bank holiday', () => {
    const after = (from: string, minutes: number): string =>
      afterWorkingMinutes(rule, london(from), minutes).toZonedDateTimeISO('Europe/London').toPlainDateTime().toString();
    assert.equal(after('2026-11-24T09:00', 240), '2026-11-24T13:00:00');
    assert.equal(after('2026-11-24T17:30', 240), '2026-11-25T11:00:00');
    assert.equal(after('2026-11-24T20:00', 240), '2026-11-25T12:00:00');
    assert.equal(after('2026-11-21T10:15', 240), '2026-11-23T12:00:00', 'Saturday waits for Monday');
    assert.equal(after('2026-12-24T18:00', 60), '2026-12-29T08:30:00', 'Christmas, Boxing Day and its substitute');
    assert.equal(after('2026-11-24T08:00', 630), '2026-11-24T18:30:00', 'a whole day ends with it');
  });

  test('keeps London’s hours when the clock changes', () => {
    assert.equal(afterWorkingMinutes(rule, london('2026-10-23T18:00'), 60).toString(), '2026-10-26T08:30:00Z');
  });

  test('goes from the home practice to its duty clinician, then to the group’s board, and stays there', () => {
    const duty = { level: 'practice' as const, clinicianId: clinician };
    assert.deepEqual(nextHolder('practice', [duty]), { level: 'duty', clinicianId: clinician });
    assert.deepEqual(nextHolder('duty', [duty]), { level: 'group', clinicianId: null });
    assert.equal(nextHolder('group', [duty]), undefined);
    assert.deepEqual(nextHolder('practice', []), { level: 'group', clinicianId: null }, 'nobody is on duty');
    const at = london('2026-11-24T09:00');
    assert.equal(String(goesOnAt(rule, 'practice', at)), String(london('2026-11-24T13:00')));
    assert.equal(String(goesOnAt(rule, 'duty', at)), String(london('2026-11-24T11:00')));
    assert.equal(goesOnAt(rule, 'group', at), undefined);
  });
});

describe('A hand-back’s form', () => {
  const today = day('2026-11-24');
  const whole = {
    outcome: 'hand-back',
    done: 'Blood pressure treated',
    'ask-1-what': 'Check kidney function',
    'ask-1-of': 'role:nurse',
    'ask-1-by': '2026-12-01',
    'result-1-test': 'Urine sample',
    'result-1-owner': clinician,
    'result-1-by': '27/11/2026',
  };
  const faults = (fields: object): string[] => {
    const read = readHandBack({ ...whole, ...fields }, today);
    return read.ok ? [] : read.error.map(({ field }) => field);
  };

  test('is read as what was done, what is asked of whom by when, and what is owed by whom', () => {
    assert.deepEqual(readHandBack(whole, today), {
      ok: true,
      value: {
        nothingAsked: false,
        done: 'Blood pressure treated',
        asks: [{ what: 'Check kidney function', of: { kind: 'role', role: 'nurse' }, dueOn: day('2026-12-01') }],
        owed: [{ test: 'Urine sample', ownerId: clinician, expectedOn: day('2026-11-27') }],
      },
    });
  });

  test('says what is missing of every row that was begun, and takes no day that is over', () => {
    assert.deepEqual(faults({ done: '' }), ['done']);
    assert.deepEqual(faults({ 'ask-1-of': 'role:cook' }), ['ask-1-of']);
    assert.deepEqual(faults({ 'ask-2-of': 'host' }), ['ask-2-what', 'ask-2-by']);
    assert.deepEqual(faults({ 'ask-1-by': '2026-11-23', 'result-1-by': '' }), ['ask-1-by', 'result-1-by']);
    assert.deepEqual(faults({ 'result-2-owner': clinician }), [], 'an owner alone is no row');
  });

  test('with nothing asked holds no ask and no result', () => {
    assert.deepEqual(faults({ outcome: 'nothing' }), ['ask-1-what']);
    assert.deepEqual(readHandBack({ outcome: 'nothing', done: '' }, today), {
      ok: true,
      value: { nothingAsked: true, done: '', asks: [], owed: [] },
    });
  });

  test('asks a role of the home practice, a clinician or the host, and nobody else', () => {
    assert.deepEqual(readAskedOf(`clinician:${clinician}`), { kind: 'clinician', clinicianId: clinician });
    assert.deepEqual(readAskedOf('host'), { kind: 'host' });
    for (const text of ['', 'role:', 'role:toString', 'clinician:x', 'anybody'])
      assert.equal(readAskedOf(text), undefined, text);
  });
});
