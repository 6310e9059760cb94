import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { joinContacts, type Contact } from './join.ts';

const at = Temporal.Instant.from('2026-11-23T08:31:00Z');
const contact: Contact = {
  words: '',
  notes: '',
  answers: {},
  channel: 'online',
  receivedAt: at,
  matched: [],
  identityConfirmed: false,
};

describe('Two contacts about the same', () => {
  test('keep every word of both, the later under its time and channel', () => {
    const joined = joinContacts(
      { ...contact, words: 'Cough for a week', notes: 'Smoker' },
      { ...contact, channel: 'telephone', words: 'Cough is worse' },
    );
    assert.equal(joined.words, 'Cough for a week\n\n[23 November, 08:31, by telephone] Cough is worse');
    assert.equal(joined.notes, 'Smoker');
  });

  test('say what the later alone says where the first said nothing', () => {
    assert.equal(joinContacts(contact, { ...contact, words: 'Sore throat' }).words, 'Sore throat');
  });

  test('let a later answer stand, but never make a yes a no', () => {
    const said = (one: string): { said: string; at: string } => ({ said: one, at: String(at) });
    const joined = joinContacts(
      { ...contact, answers: { breathless: said('yes'), fever: said('no') } },
      { ...contact, answers: { breathless: said('no'), fever: said('yes'), blood: said('no') } },
    );
    assert.deepEqual(
      Object.entries(joined.answers).map(([question, one]) => `${question} ${one.said}`),
      ['breathless yes', 'fever yes', 'blood no'],
    );
  });

  test('know who it is once either has shown it', () => {
    const joined = joinContacts(
      { ...contact, matched: ['phone'] },
      { ...contact, matched: ['phone', 'birth_date'], identityConfirmed: true },
    );
    assert.deepEqual(joined.matched, ['phone', 'birth_date']);
    assert.ok(joined.identityConfirmed);
  });
});
