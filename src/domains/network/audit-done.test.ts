import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doings } from './audit-done.ts';

test('every event is one of the things to look for, and of one alone', () => {
  const events = [
    ['read', 'patients.patient', 'looked'], ['change', 'access.request update', 'requests'], ['change', 'patients.patient insert', 'patients'],
    ['change', 'network.role_held insert', 'people'], ['change', 'workforce.daily_limit insert', 'rest'], ['act', 'own data taken: everything', 'taken'],
    ['act', 'audit taken', 'taken'], ['act', 'patients imported', 'taken'], ['act', 'FHIR request', 'taken'], ['act', 'sign in', 'signed'],
    ['act', 'unlock or sign in again', 'signed'], ['act', 'signed out everywhere', 'signed'], ['act', 'token issued', 'signed'],
    ['act', 'overflow decided', 'other'], ['act', 'audit verified: every seal matches', 'other'], ['act', 'routine bookings stopped', 'other'],
  ]; // prettier-ignore
  for (const [kind, subject = '', expected] of events)
    assert.deepEqual(
      doings.filter((one) => one.kind === kind && new RegExp(one.subject).test(subject)).map(({ value }) => value),
      [expected],
      subject,
    );
});
