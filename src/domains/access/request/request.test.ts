import assert from 'node:assert/strict';
import { test } from 'node:test';
import { heldByOther, notYetBookable, screenRequest, type Typed } from './request.ts';

const now = Temporal.Instant.from('2026-11-23T09:00:00Z');
const typed: Typed = { words: '', notes: '', answers: {} };
const plain = { softened: false, closedAt: null, withdrawnAt: null, answeredNoAt: null };

test('every kind of free text of a request is screened', () => {
  const danger = 'crushing chest pain';
  for (const text of [
    { words: danger },
    { notes: danger },
    { asked: [danger] },
    { answers: { 'how-long': { said: danger, at: now.toString() } } },
  ])
    assert.deepEqual(
      screenRequest({ ...typed, ...text }, {}).map(({ category }) => category),
      ['chest-pain'],
      Object.keys(text).join(),
    );
});

test('a danger is softened only where every mention of it is denied, and keeps every mention', () => {
  const [denied] = screenRequest({ ...typed, words: 'no chest pain', notes: 'denies chest pain' }, {});
  assert.equal(denied?.softened, true);
  const [plainly] = screenRequest({ ...typed, words: 'no chest pain', notes: 'crushing chest pain now' }, {});
  assert.equal(plainly?.softened, false);
  assert.match(plainly.matched, /chest pain … .*chest pain/);
});

test('a booking waits for the gravest thing first: a red flag, then who it is, then the question', () => {
  const all = { status: 'draft', patientId: null, identityConfirmed: false, flags: [plain], questionOpen: true };
  assert.equal(notYetBookable(all), 'red-flag');
  assert.equal(notYetBookable({ ...all, flags: [] }), 'nobody');
  assert.equal(notYetBookable({ ...all, flags: [], patientId: 'p' }), 'not-confirmed');
  assert.equal(notYetBookable({ ...all, flags: [], patientId: 'p', identityConfirmed: true }), 'question');
  const ready = { ...all, flags: [], patientId: 'p', identityConfirmed: true, questionOpen: false };
  assert.equal(notYetBookable(ready), undefined);
  assert.equal(notYetBookable({ ...ready, status: 'ended' }), 'not-open');
  assert.equal(notYetBookable({ ...ready, flags: [{ ...plain, softened: true }] }), 'question');
  assert.equal(notYetBookable({ ...ready, flags: [{ ...plain, withdrawnAt: now }] }), undefined);
});

test('a request is in somebody’s hands for twenty minutes after they took it, and never held against themselves', () => {
  const taken = { takenBy: 'a', takenAt: now.subtract({ minutes: 19 }) };
  assert.ok(heldByOther(taken, { me: 'b', now }));
  assert.ok(!heldByOther(taken, { me: 'a', now }));
  assert.ok(!heldByOther({ ...taken, takenAt: now.subtract({ minutes: 21 }) }, { me: 'b', now }));
  assert.ok(!heldByOther({ takenBy: 'a', takenAt: null }, { me: 'b', now }));
});
