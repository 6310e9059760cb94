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

// Lengths of area codes: Ofcom, The National Telephone Numbering Plan; grouping as in Ofcom's numbers for drama.
void test('a number is grouped at its area code, as people read it aloud', () => {
  const shown = {
    '+442079460018': '020 7946 0018',
    '+442896496018': '028 9649 6018',
    '+441214960371': '0121 496 0371',
    '+441914980018': '0191 498 0018',
    '+441134960018': '0113 496 0018',
    '+441632960117': '01632 960117',
    '+441539412345': '015394 12345',
    '+441697312345': '016973 12345',
    '+44169772345': '016977 2345',
    '+44120412345': '01204 12345',
    '+447700900123': '07700 900123',
    '+443069990018': '0306 999 0018',
    '+448081570018': '0808 157 0018',
    '+448001111': '0800 1111',
    '+44800111111': '0800 111111',
    '+445612345678': '056 1234 5678',
  };
  for (const [number, words] of Object.entries(shown)) assert.equal(showPhone(number), words, number);
});

void test('however a number is grouped it is read back as itself', () => {
  for (const number of ['+442079460018', '+441214960371', '+441539412345', '+44169772345', '+447700900123'])
    assert.equal(parsePhone(showPhone(number)), number);
});
