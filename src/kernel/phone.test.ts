import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePhone, showPhone } from './phone.ts';

void test('the ways people write a British number are one number', () => {
  for (const text of ['01632 960117', '(01632) 960-117', '+44 1632 960117', '0044 1632 960117', '+44(0)1632960117'])
    assert.equal(parsePhone(text), '+441632960117', text);
});

void test('what is no number is none', () => {
  for (const text of ['', '999', 'call me', '1632960117', '+0123456789', '01632 960117 ext 4'])
    assert.equal(parsePhone(text), null, text);
});

void test('a number is shown as it is dialled here', () => {
  assert.equal(showPhone('+441632960117'), '01632 960117');
  assert.equal(showPhone('+33123456789'), '+33123456789');
});
