import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterPrefix, nameKey } from './name-key.ts';
import { parsePatientSearch } from './search.ts';

const today = Temporal.PlainDate.from('2026-11-21');
const born = Temporal.PlainDate.from('1948-03-14');

void test('a patient is found by birth date and the start of a surname in any order and writing', () => {
  for (const typed of ['14/3/1948 Ellis', 'ellis 14.03.1948', '14 03 48 ELLIS', ' 14-03-1948   ellis ']) {
    const search = parsePatientSearch(typed, today);
    assert.ok(search.ok && search.value.kind === 'birth-date', typed);
    assert.ok(search.value.date.equals(born), typed);
    assert.equal(search.value.familyKey, 'ellis');
  }
});

void test('an NHS number and a telephone number are recognised by themselves', () => {
  assert.deepEqual(parsePatientSearch('943 476 5919', today), {
    ok: true,
    value: { kind: 'nhs-number', number: '9434765919' },
  });
  assert.deepEqual(parsePatientSearch('01632 960117', today), {
    ok: true,
    value: { kind: 'phone', number: '+441632960117' },
  });
});

void test('what cannot be searched says why', () => {
  const reason = (typed: string): string | undefined => {
    const search = parsePatientSearch(typed, today);
    return search.ok ? undefined : search.error.kind;
  };
  assert.equal(reason('  '), 'empty');
  assert.equal(reason('943 476 5918'), 'check-digit');
  assert.equal(reason('31/2/1948 ellis'), 'no-such-date');
  assert.equal(reason('ellis'), 'unreadable');
});

void test('a surname is searched without accents, case and marks', () => {
  assert.equal(nameKey('O’Neill-Müller'), 'oneillmuller');
  const after = afterPrefix('ell');
  assert.deepEqual(
    ['ell', 'ellis', 'ellzz', 'elm'].map((key) => key < after),
    [true, true, true, false],
  );
});
