import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAreaCode, parsePracticeCode } from './ods-code.ts';

test('a practice code is one letter and five digits, however it was typed', () => {
  for (const typed of ['D83051', ' d83051 ', 'D83051'])
    assert.deepEqual(parsePracticeCode(typed), { ok: true, value: 'D83051' });
});

test('a network, an area or an empty cell is no practice code, and the reason keeps what was read', () => {
  for (const typed of ['U07032', 'Y06499']) assert.equal(parsePracticeCode(typed).ok, true);
  for (const typed of ['06L', '', 'Unmapped', 'D8305', 'D830511', '083051'])
    assert.deepEqual(parsePracticeCode(typed), {
      ok: false,
      error: { kind: 'not-a-practice-code', value: typed.toUpperCase() },
    });
});

test('area codes of every generation are recognised', () => {
  for (const code of ['06L', 'X2C4Y', 'QJG', 'Y61', 'E54000023']) assert.equal(isAreaCode(code), true);
  for (const code of ['', 'NA', 'NHS Suffolk', '06l']) assert.equal(isAreaCode(code), false);
});
