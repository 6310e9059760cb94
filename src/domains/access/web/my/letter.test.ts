import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LetterFacts } from '../../queries/own-letter.ts';
import { letterOf } from './letter.ts';

const now = Temporal.Instant.from('2026-07-08T09:00:00Z');
const facts = (phone: string | null, status = 'booked'): LetterFacts =>
  ({
    visit: {
      ...{ status, clinicianName: 'Dr Ann Other', role: 'gp', roleName: 'GP', mode: 'face_to_face', startsAt: now },
      ...{ placeName: 'Linnet Street Surgery', address: '1 Linnet Street', postcode: 'XA1 1AA' },
    },
    patient: { givenName: 'Joan', familyName: 'Blake', address: '2 Mill Lane', postcode: 'XA1 2BB', needs: [] },
    practice: { name: 'Linnet Street Surgery', address: '1 Linnet Street', postcode: 'XA1 1AA', phone },
    fictional: false,
  }) as unknown as LetterFacts;
const number = '01632\u00a0960001';

test('A letter gives the number of the practice at its head, where to move or cancel, and for other formats', () => {
  const letter = letterOf(facts('+441632960001'), now);
  assert.equal(letter.from.at(-1), `Telephone ${number}`);
  const move = letter.sections.find(({ heading }) => heading === 'To move or cancel it');
  assert.equal(move?.text, `Sign in at our website, or ring Linnet Street Surgery on ${number}.`);
  assert.match(letter.foot, new RegExp(`ring us on ${number}\\.$`));
  const off = letterOf(facts('+441632960001', 'cancelled'), now);
  assert.equal(off.sections[0]?.text, `Ask us again online, or ring Linnet Street Surgery on ${number}.`);
});

test('Where the number is not known a letter gives none', () => {
  const letter = letterOf(facts(null), now);
  assert.deepEqual(letter.from, ['Linnet Street Surgery', '1 Linnet Street', 'XA1 1AA']);
  assert.doesNotMatch(JSON.stringify(letter), /Telephone| on null|ring us on/);
});
