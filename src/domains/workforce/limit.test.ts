import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readClinician } from './clinician.ts';
import { readLimit, stepStates } from './limit.ts';

const today = Temporal.PlainDate.from('2026-11-21');
const step = (day: string, contacts: number) => ({
  ...{ id: day, contacts, source: 'test' },
  validFrom: Temporal.PlainDate.from(day),
});

describe('A path of safe limits', () => {
  const path = [step('2027-04-01', 23), step('2026-01-01', 30), step('2026-11-21', 27)];

  test('has one step in force, those before it past and those after it to come', () => {
    assert.deepEqual(
      stepStates(path, today).map(({ contacts, state }) => [contacts, state]),
      [
        [30, 'past'],
        [27, 'today'],
        [23, 'to come'],
      ],
    );
    assert.deepEqual(
      stepStates(path, today.subtract({ years: 1 })).map(({ state }) => state),
      ['to come', 'to come', 'to come'],
    );
    assert.deepEqual(stepStates([], today), []);
  });

  test('is never changed in the past', () => {
    const read = (from: string) => readLimit({ contacts: '23', from, source: 'Board' }, today).ok;
    assert.deepEqual([read('2026-11-20'), read('2026-11-21'), read('1/4/2027')], [false, true, true]);
  });

  for (const [what, fields, wrong] of [
    ['nothing', {}, ['contacts', 'from', 'source']],
    ['a limit that is no number', { contacts: 'few', from: '2027-04-01', source: 'Board' }, ['contacts']],
    ['a limit of part of a contact', { contacts: '23.5', from: '2027-04-01', source: 'Board' }, ['contacts']],
    ['a limit past a hundred', { contacts: '100', from: '2027-04-01', source: 'Board' }, ['contacts']],
    ['no source', { contacts: '23', from: '2027-04-01', source: '  ' }, ['source']],
    ['a source as long as a book', { contacts: '23', from: '2027-04-01', source: 'x'.repeat(301) }, ['source']],
    [
      'somebody who is nobody',
      { contacts: '23', from: '2027-04-01', source: 'Board', clinician: 'Dr A' },
      ['clinician'],
    ],
  ] as const)
    test(`refuses ${what}`, () => {
      const read = readLimit(fields, today);
      assert.deepEqual(read.ok ? [] : read.error.map(({ field }) => field), wrong);
    });
});

describe('A clinician to be added', () => {
  const given = { name: 'Dr  Rahman ', role: 'gp', practice: 'xa001', fte: '0,8', registration: 'gmc 123 4567' };
  const roles = [
    { value: 'gp', text: 'GP', register: 'GMC' },
    { value: 'nurse', text: 'Nurse', register: 'NMC' },
    { value: 'physio', text: 'Physiotherapist', register: 'HCPC' },
    { value: 'hca', text: 'Healthcare assistant', register: null },
  ];
  const read = (change: object) => readClinician({ ...given, ...change }, { today, roles });

  test('begins today unless another day is given', () => {
    assert.deepEqual(read({}), {
      ok: true,
      value: {
        ...{ name: 'Dr Rahman', role: 'gp', practiceId: 'XA001', fte: 0.8, from: today },
        registration: 'GMC 1234567',
      },
    });
  });

  test('has the number of the register of their role, or none where it has no register', () => {
    const numberOf = (change: object) => {
      const one = read(change);
      return one.ok ? one.value.registration : one.error;
    };
    assert.equal(numberOf({ role: 'nurse', registration: '12a3456e' }), 'NMC 12A3456E');
    assert.equal(numberOf({ role: 'physio', registration: 'hcpc PH-12345' }), 'HCPC PH12345');
    assert.equal(numberOf({ role: 'hca', registration: '' }), null);
    assert.equal(numberOf({ role: 'hca', registration: 'nmc 12A3456E' }), 'NMC 12A3456E');
  });

  for (const [what, change, field] of [
    ['no name', { name: ' ' }, 'name'],
    ['a name over several lines', { name: 'a\u0000b' }, 'name'],
    ['a name without end', { name: 'x'.repeat(201) }, 'name'],
    ['a role there is not', { role: 'king' }, 'role'],
    ['no number of a role with a register', { registration: '' }, 'registration'],
    ['a number of another register', { registration: 'NMC 12A3456E' }, 'registration'],
    ['a number that is none', { registration: '12345' }, 'registration'],
    ['a number without its register where the role has none', { role: 'hca', registration: '1234567' }, 'registration'],
    ['no practice', { practice: '' }, 'practice'],
    ['no time at all', { fte: '0' }, 'fte'],
    ['more time than anybody has', { fte: '1.6' }, 'fte'],
    ['more decimals than are kept', { fte: '0.1234' }, 'fte'],
    ['time that is no number', { fte: 'half' }, 'fte'],
    ['a day that is none', { from: '31/2/2027' }, 'from'],
    ['a day far ahead', { from: '2036-01-01' }, 'from'],
  ] as const)
    test(`is refused with ${what}`, () => {
      const answer = read(change);
      assert.deepEqual(answer.ok ? [] : answer.error.map((fault) => fault.field), [field]);
    });
});
