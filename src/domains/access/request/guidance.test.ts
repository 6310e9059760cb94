import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { firstProtocol } from '../../../../test/support/protocol.ts';
import { guide, type Guided, type GuidedFlag } from './guidance.ts';

const protocol = firstProtocol();
const now = Temporal.Instant.from('2026-11-23T09:00:00Z');
const none = { softened: false, closedAt: null, withdrawnAt: null, answeredNoAt: null, questionId: null };
const chestPain: GuidedFlag = { ...none, category: 'chest-pain', level: '999', softened: true };

const asked = (words: string, more: Partial<Guided> = {}, answers: Record<string, string> = {}) =>
  guide({
    protocol,
    typed: {
      words,
      notes: '',
      answers: Object.fromEntries(Object.entries(answers).map(([id, said]) => [id, { said, at: now.toString() }])),
    },
    reason: null,
    flags: [],
    forOther: false,
    ageYears: 40,
    sex: 'female',
    receivedAt: now,
    promised: undefined,
    now,
    ...more,
  });
const day = (instant: Temporal.Instant | null): string =>
  instant?.subtract({ seconds: 1 }).toZonedDateTimeISO('Europe/London').toPlainDate().toString() ?? 'never';

describe('Guidance', () => {
  test('asks and offers nothing before anything has been said', () => {
    const guidance = asked('  ');
    assert.equal(guidance.question, undefined);
    assert.equal(guidance.need, undefined);
  });

  test('asks one question at a time, and shows meanwhile what a no would lead to', () => {
    const first = asked('cough for three weeks');
    assert.equal(first.question?.id, 'cough-breathless');
    assert.deepEqual(first.place, { at: 1, of: 1 });
    assert.equal(first.ruleId, null, 'nothing is decided while a question is open');
    assert.equal(first.outcome?.destination, 'visit');
    const then = asked('cough for three weeks', {}, { 'cough-breathless': 'no' });
    assert.equal(then.question, undefined);
    assert.equal(then.ruleId, 'cough-adult');
    assert.deepEqual(then.need?.roles, first.need?.roles);
    assert.equal(then.asked[0]?.say, 'Are you breathless while we are talking?');
  });

  test('asks about a denied danger before the protocol’s own questions', () => {
    const guidance = asked('cough, no chest pain', { flags: [chestPain] });
    assert.equal(guidance.question?.id, 'flag:chest-pain');
    assert.deepEqual(guidance.question.yesMeans, { category: 'chest-pain', level: '999' });
    const answered = asked('cough, no chest pain', { flags: [{ ...chestPain, answeredNoAt: now }] });
    assert.equal(answered.question?.id, 'cough-breathless');
  });

  test('offers nothing past a red flag', () => {
    const guidance = asked('cough', { flags: [{ ...chestPain, softened: false }] });
    assert.equal(guidance.need, undefined);
    assert.equal(guidance.question, undefined);
  });

  test('takes a danger a clinician has dealt with as answered, so that the request can go on', () => {
    const flag = { ...none, category: 'breathlessness', level: '999', questionId: 'cough-breathless' } as const;
    const yes = { 'cough-breathless': 'yes' };
    assert.equal(asked('cough', { flags: [flag] }, yes).need, undefined);
    assert.equal(asked('cough', { flags: [{ ...flag, closedAt: now }] }, yes).ruleId, 'cough-adult');
  });

  test('says a question about somebody else as it is said to who asks for them', () => {
    assert.match(asked('cough', { forOther: true }).question?.say ?? '', /^Are they/);
  });

  test('needs no visit where a pharmacist can help', () => {
    const guidance = asked('sore throat', {}, { 'throat-drink': 'no' });
    assert.equal(guidance.outcome?.destination, 'pharmacy-first');
    assert.equal(guidance.need, undefined);
  });

  test('follows the reason somebody chose where the words mislead', () => {
    assert.equal(asked('cough', { reason: 'fit-note' }).reason?.id, 'fit-note');
  });

  test('keeps the sooner time and the graver urgency of a request that has waited already', () => {
    const promised = { urgency: 'same-day', dueAt: now.add({ hours: 3 }), answerBy: null, warnAt: null };
    const guidance = asked('sick note', { promised });
    assert.equal(guidance.urgency, 'same-day');
    assert.equal(guidance.dueAt?.toString(), now.add({ hours: 3 }).toString());
    assert.ok(guidance.need?.mustBeInTime);
    const later = asked('sick note', {
      promised: { urgency: 'admin', dueAt: now.add({ hours: 24 * 60 }), answerBy: null, warnAt: null },
    });
    assert.equal(later.urgency, 'within-7-days');
    assert.equal(day(later.dueAt), '2026-11-30');
  });

  test('looks for a time today where the promised one has passed', () => {
    const guidance = asked('sick note', {
      promised: { urgency: 'same-day', dueAt: now.subtract({ hours: 1 }), answerBy: null, warnAt: null },
    });
    assert.equal(guidance.need?.dueBy, Temporal.Instant.from('2026-11-24T00:00:00Z').epochMilliseconds);
  });
});
