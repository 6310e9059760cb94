import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readClaims } from './nhs-login.ts';

const claims = {
  nhs_number: '9000000009',
  birthdate: '1948-03-02',
  family_name: 'O’Neill',
  identity_proofing_level: 'P9',
};

test('NHS login’s claims at P9 give the NHS number, birth date and surname as they are searched', () => {
  const read = readClaims(claims);
  assert.ok(read.ok);
  assert.deepEqual(
    { ...read.value, birthDate: read.value.birthDate.toString() },
    { nhsNumber: '9000000009', birthDate: '1948-03-02', familyKey: 'oneill' },
  );
});

test('an identity that is not proved to P9 is nobody’s, whatever else is said', () => {
  for (const level of ['P0', 'P5', '', undefined])
    assert.deepEqual(readClaims({ ...claims, identity_proofing_level: level }), { ok: false, error: 'level' });
});

test('claims that lack or garble something name nobody', () => {
  for (const wrong of [
    { nhs_number: '9000000000' },
    { nhs_number: undefined },
    { birthdate: '02/03/1948' },
    { birthdate: '1948-02-30' },
    { family_name: ' ' },
  ])
    assert.deepEqual(readClaims({ ...claims, ...wrong }), { ok: false, error: 'incomplete' });
});
