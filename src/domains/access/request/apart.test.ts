import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { markOf, meet, putTogether, sawThis, seenOf, stateOf } from './apart.ts';

const standing = { words: 'cough', notes: '', typedIn: 'a' };

describe('What a window writes', () => {
  test('is saved where it saw what stands, and where the words that stand are its own', () => {
    const sent = { words: 'cough since Monday', notes: '', seen: seenOf(standing), page: 'b' };
    assert.deepEqual(meet(standing, sent).save, { words: 'cough since Monday' });
    const older = { ...sent, seen: seenOf({ words: '', notes: '' }), page: 'a' };
    assert.deepEqual(meet(standing, older).save, { words: 'cough since Monday' });
    assert.equal(meet(standing, older).apart, undefined);
  });

  test('is kept apart, and overwrites nothing, where somebody else has changed the words since', () => {
    const met = meet(standing, { words: 'fever', notes: '', seen: seenOf({ words: '', notes: '' }), page: 'b' });
    assert.deepEqual(met.save, {});
    assert.deepEqual(met.apart, { words: 'fever' });
    assert.equal(met.seen, seenOf({ words: '', notes: '' }), 'it goes on carrying what it saw');
  });

  test('changes nothing where that window changed nothing, or both wrote the same', () => {
    const empty = seenOf({ words: '', notes: '' });
    assert.deepEqual(meet(standing, { words: '', notes: '', seen: empty, page: 'b' }).save, {});
    const same = meet({ ...standing, words: 'a\r\nb' }, { words: 'a\nb', notes: '', seen: empty, page: 'b' });
    assert.deepEqual([same.save, same.apart], [{}, undefined]);
  });

  test('keeps notes and words apart from each other: one may be saved while the other waits', () => {
    const seen = seenOf({ words: '', notes: '' });
    const met = meet(standing, { words: 'fever', notes: 'rings from work', seen, page: 'b' });
    assert.deepEqual([met.save, met.apart], [{ notes: 'rings from work' }, { words: 'fever' }]);
  });

  test('is put together with what stands as somebody says, and neither text is said twice', () => {
    assert.deepEqual(putTogether(standing, { words: 'fever' }, 'both'), { words: 'cough\nfever' });
    assert.deepEqual(putTogether(standing, { words: 'cough and fever' }, 'both'), { words: 'cough and fever' });
    const begun = { words: 'cough since Monday and a fever', notes: '' };
    assert.deepEqual(putTogether(begun, { words: 'cough since Monday and tired' }, 'both'), {
      words: 'cough since Monday and a fever\n… tired',
    });
    assert.deepEqual(putTogether(begun, { words: 'coughing at night' }, 'both'), {
      words: 'cough since Monday and a fever\ncoughing at night',
    });
    assert.deepEqual(putTogether(standing, { words: 'fever' }, 'apart'), { words: 'fever' });
    assert.deepEqual(putTogether(standing, { words: 'fever' }, 'standing'), {});
  });
});

test('Two texts put together say a danger’s first words twice rather than lose it', () => {
  const words = (one: string, two: string) => putTogether({ words: one, notes: '' }, { words: two }, 'both').words;
  assert.equal(words('she cannot come today', 'she cannot breathe'), 'she cannot come today\nshe cannot breathe');
});

describe('An act from a page', () => {
  const request = { ...standing, patientId: 'p', reason: null, callerIs: null, answers: { q: { said: 'no' } } };

  test('goes on from what the page saw, and from words written in that very window', () => {
    const state = stateOf(request);
    assert.ok(sawThis(request, { state, page: 'b' }));
    assert.ok(sawThis({ ...request, words: 'more' }, { state, page: 'a' }));
  });

  test('does not go on once somebody else has changed the words, the patient or an answer', () => {
    const state = stateOf(request);
    assert.ok(!sawThis({ ...request, words: 'more' }, { state, page: 'b' }));
    assert.ok(!sawThis({ ...request, patientId: 'other' }, { state, page: 'a' }));
    assert.ok(!sawThis({ ...request, answers: { q: { said: 'yes' } } }, { state, page: 'a' }));
  });

  test('a mark tells texts apart and is short', () => {
    const texts = ['', 'a', 'b', 'ab', 'ba', 'no chest pain', 'chest pain', 'x'.repeat(9999)];
    assert.equal(new Set(texts.map(markOf)).size, texts.length);
    assert.ok(texts.every((text) => markOf(text).length <= 11));
  });
});
