import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fieldsOf, languages, readPatient, type PatientFields } from './patient-details.ts';

const today = Temporal.PlainDate.from('2026-11-21');
const choices = {
  today,
  needs: [
    { code: 'hearing', name: 'Hard of hearing' },
    { code: 'step_free', name: 'Step-free access' },
  ],
  gps: [
    { id: 'a', name: 'Dr Rahman' },
    { id: 'b', name: 'Dr Lee' },
    { id: 'c', name: 'dr lee' },
  ],
};
const given: PatientFields = {
  ...{ nhs_number: '943 476 5919', given_name: ' Margaret ', family_name: 'O’Neill', birth_date: '14/3/1948' },
  ...{ sex: 'Female', phone: '01632 960117', postcode: 'ip12ab', usual_gp: 'dr rahman' },
  ...{ needs: 'step_free; Hard of hearing', language: 'Polish' },
};
const wrong = (change: PatientFields): string[] => {
  const read = readPatient({ ...given, ...change }, choices);
  return read.ok ? [] : read.error.map(({ field }) => field);
};

describe('What somebody enters of a patient', () => {
  test('is read into what is kept', () => {
    const read = readPatient(given, choices);
    assert.ok(read.ok, JSON.stringify(read));
    assert.deepEqual(fieldsOf(read.value), {
      ...{ nhs_number: '9434765919', given_name: 'Margaret', family_name: 'O’Neill', birth_date: '1948-03-14' },
      ...{ sex: 'female', phone: '+441632960117', email: '', address: '', postcode: 'IP1 2AB', usual_gp: 'a' },
      ...{ needs: 'hearing;step_free', language: 'pl', contact_by: 'phone' },
    });
  });

  test('reads the same from what is kept', () => {
    const read = readPatient(given, choices);
    assert.ok(read.ok);
    assert.deepEqual(readPatient(fieldsOf(read.value), choices), read);
  });

  test('takes a birth date as a form, a file or a person writes it', () => {
    for (const birth_date of ['14/3/1948', '14.03.1948', '14 3 1948', '1948-03-14', '14-Mar-1948'])
      assert.deepEqual(wrong({ birth_date }), [], birth_date);
  });

  for (const [what, change, field] of [
    ['an NHS number with a wrong digit', { nhs_number: '943 476 5918' }, 'nhs_number'],
    ['an NHS number that is too short', { nhs_number: '943 476' }, 'nhs_number'],
    ['no first name', { given_name: ' ' }, 'given_name'],
    ['a last name as long as a book', { family_name: 'x'.repeat(101) }, 'family_name'],
    ['a birth date that is none', { birth_date: '31/2/1980' }, 'birth_date'],
    ['a birth date whose century is not said', { birth_date: '14/3/48' }, 'birth_date'],
    ['a birth date to come', { birth_date: '2026-11-22' }, 'birth_date'],
    ['somebody 140 years old', { birth_date: '1886-01-01' }, 'birth_date'],
    ['a sex nobody records', { sex: 'x' }, 'sex'],
    ['a telephone number that is none', { phone: '12' }, 'phone'],
    ['an email address that is none', { email: 'a at b' }, 'email'],
    ['an address without end', { address: 'x'.repeat(301) }, 'address'],
    ['half a postcode', { postcode: 'IP1' }, 'postcode'],
    ['a GP who is not there', { usual_gp: 'Dr Who' }, 'usual_gp'],
    ['a name two GPs have', { usual_gp: 'Dr Lee' }, 'usual_gp'],
    ['a need nobody knows', { needs: 'hearing;patience' }, 'needs'],
    ['a language nobody speaks', { language: 'Klingonish' }, 'language'],
    ['text without a telephone', { phone: '', contact_by: 'text' }, 'contact_by'],
    ['email without an address', { contact_by: 'email' }, 'contact_by'],
    ['another way to reach them', { contact_by: 'pigeon' }, 'contact_by'],
  ] as const)
    test(`is refused with ${what}`, () => assert.deepEqual(wrong(change).slice(0, 1), [field]));

  test('never says the value back', () => {
    const read = readPatient({ ...given, phone: 'SECRET', postcode: 'SECRET', needs: 'SECRET' }, choices);
    assert.ok(!read.ok);
    assert.doesNotMatch(JSON.stringify(read.error), /SECRET/);
  });

  test('has a letter to write where there is no telephone', () => {
    const read = readPatient({ ...given, phone: '' }, choices);
    assert.equal(read.ok && read.value.contactBy, 'letter');
  });

  test('offers languages by their English names, English first', () => {
    assert.equal(languages[0]?.text, 'English');
    assert.ok(languages.every(({ value, text }) => value !== text));
  });
});
