import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAuditedSearch } from './audited.ts';

test('whose record an audit is about is said by a whole NHS number, or by a birth date with a surname', () => {
  const today = Temporal.PlainDate.from('2026-03-01');
  const read = (text: string) => {
    const search = parseAuditedSearch(text, today);
    return search.ok ? search.value.kind : search.error;
  };
  assert.deepEqual(
    ['943 476 5919', '943 476 5918', '14/3/1948 ellis', 'O’Neill 14 03 48', '14/3/1948', '31/2/1948 ellis', 'ellis', '', '07700 900123'].map(read),
    ['nhs-number', 'check-digit', 'birth-date', 'birth-date', 'no-name', 'no-such-date', 'unreadable', 'empty', 'unreadable'],
  ); // prettier-ignore
});
