import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { firstProtocol } from '../../../../test/support/protocol.ts';
import { casesPass, runCases } from './cases.ts';
import { differenceOf, isNothing } from './difference.ts';
import { withCase, withCaseMeant, withoutCase, withoutRule, withQuestion, withRule, type RuleFields } from './edit.ts';
import { addImpact, noImpact, type PastRequest } from './impact.ts';
import { parseProtocol } from './parse.ts';
import { whenWords } from './words.ts';
import type { Protocol } from './protocol.ts';

const first = firstProtocol();
const fields: RuleFields = {
  ...{
    id: 'ear-old',
    reason: 'ear',
    minAge: '80',
    maxAge: '',
    sex: '',
    question: '',
    answer: 'yes',
    destination: 'visit',
  },
  ...{
    service: '',
    roles: ['gp', '', ''],
    urgency: 'same-day',
    minutes: '15',
    modes: ['face_to_face'],
    continuity: false,
  },
  ...{
    say: 'Somebody should look.',
    sayOther: '',
    safetyNet: 'Ring 111.',
    safetyNetOther: '',
    source: 'Local',
    after: '',
  },
};
const worked = { words: 'earache', age: '84', sex: 'female', yes: [], rule: '' };
const ruleIds = (protocol: Protocol, reason: string) =>
  protocol.rules.filter((rule) => rule.reason === reason).map(({ id }) => id);

describe('Changing a protocol', () => {
  test('puts a rule where its form says: first of its reason, or after another', () => {
    const added = withRule(first, fields, worked);
    assert.deepEqual(ruleIds(added, 'ear'), ['ear-old', 'ear-pharmacy', 'ear-other']);
    const later = withRule(added, { ...fields, after: 'ear-pharmacy' });
    assert.deepEqual(ruleIds(later, 'ear'), ['ear-pharmacy', 'ear-old', 'ear-other']);
    assert.ok(parseProtocol(later).ok && casesPass(later));
    const last = parseProtocol(withRule(added, { ...fields, after: 'ear-other' }));
    assert.deepEqual(last.ok ? [] : last.error, ['rule ear-old can never be reached']);
  });

  test('takes a rule out with its cases, and nothing else', () => {
    const back = withoutRule(withRule(first, fields, worked), 'ear-old');
    assert.ok(isNothing(differenceOf(first, back)));
    assert.equal(back.cases.length, first.cases.length);
  });

  test('makes a case fail that a rule decides otherwise, until it is said to be meant', () => {
    const own = first.rules.find(({ id }) => id === 'ear-other');
    assert.ok(own);
    const changed = {
      ...first,
      rules: first.rules.with(first.rules.indexOf(own), { ...own, outcome: { ...own.outcome, urgency: 'urgent' } }),
    };
    const failing = runCases(changed).filter(({ passes }) => !passes);
    assert.deepEqual(
      failing.map(({ worked: { rule } }) => rule),
      ['ear-other', 'ear-other'],
    );
    const meant = failing.reduce<Protocol>((protocol, { at }) => {
      const one = withCaseMeant(protocol, at);
      return one.ok ? one.value : protocol;
    }, changed);
    assert.ok(casesPass(meant));
  });

  test('says that a case ends in a red flag, which no saying makes meant', () => {
    const danger = withCase(first, { ...worked, words: 'cough', yes: ['cough-breathless'], rule: 'cough-adult' });
    const at = danger.cases.length - 1;
    assert.equal(runCases(danger)[at]?.danger, 'cough-breathless');
    assert.ok(!withCaseMeant(danger, at).ok);
    assert.equal(withoutCase(danger, at).cases.length, first.cases.length);
  });

  test('names first the dangers that would no longer stop everything', () => {
    const words = { self: 'Out of breath?', other: 'Are they out of breath?', infant: '', words: '' };
    assert.deepEqual(differenceOf(first, withQuestion(first, 'cough-breathless', words)).dangersGone, []);
    const without = { ...first, questions: first.questions.filter(({ id }) => id !== 'cough-breathless') };
    assert.deepEqual(differenceOf(first, without).dangersGone, ['cough-breathless']);
    const fewer = {
      ...first,
      questions: first.questions.map((one) => (one.id === 'mood-safe' ? { ...one, reasons: ['low-mood'] } : one)),
    };
    assert.deepEqual(differenceOf(first, fewer).dangersGone, ['mood-safe']);
  });

  test('is the same whatever the order of its fields', () => {
    const reordered = JSON.parse(JSON.stringify(first), (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    ) as Protocol;
    assert.ok(isNothing(differenceOf(first, reordered)));
  });
});

describe('What a draft would change', () => {
  const request = (words: string, more: Partial<PastRequest> = {}): PastRequest => ({
    ...{ id: crypto.randomUUID(), practiceId: 'XA001', words, answers: {}, ageYears: 84, sex: 'female', ...more },
  });
  const draft = withRule(first, fields, worked);

  test('is counted by who sees them, how soon and practice, before and after', () => {
    const sum = addImpact(noImpact, { inForce: first, draft }, [
      request('earache'),
      request('earache', { ageYears: 30 }),
      request('a letter', { practiceId: 'XA002' }),
    ]);
    assert.deepEqual([sum.requests, sum.changed, sum.sooner, sum.later], [3, 1, 1, 0]);
    assert.deepEqual(sum.roles['gp'], { before: 0, after: 1 });
    assert.deepEqual(sum.urgencies['within-7-days'], { before: 2, after: 1 });
    assert.deepEqual(sum.practices, { XA001: { requests: 2, changed: 1 }, XA002: { requests: 1, changed: 0 } });
    assert.deepEqual(sum.examples[0]?.after, { rule: 'ear-old', by: 'gp', urgency: 'same-day' });
  });

  test('counts what the draft would newly ask as answered no, and says of how many', () => {
    const question = { id: 'ear-new', reasons: ['ear'], say: { self: 'New?', other: 'New?' }, source: 'Local' };
    const asking = { ...draft, questions: [...draft.questions, question] };
    assert.equal(addImpact(noImpact, { inForce: first, draft: asking }, [request('earache')]).unasked, 1);
    assert.equal(addImpact(noImpact, { inForce: first, draft }, [request('earache')]).unasked, 0);
  });

  test('lists at most fifty, and adds the same in parts as at once', () => {
    const many = Array.from({ length: 60 }, () => request('earache'));
    const whole = addImpact(noImpact, { inForce: first, draft }, many);
    const half = addImpact(noImpact, { inForce: first, draft }, many.slice(0, 25));
    assert.equal(whole.examples.length, 50);
    assert.deepEqual(addImpact(half, { inForce: first, draft }, many.slice(25)), whole);
    assert.equal(noImpact.requests, 0);
  });
});

void test('a rule says whom it is for as a person does', () => {
  const says = (id: string) => first.rules.filter((rule) => rule.id === id).map((rule) => whenWords(first, rule))[0];
  assert.equal(says('urine-pharmacy'), 'women and girls, 16 to 64 years');
  assert.equal(says('bite-infant'), 'everybody else');
  assert.equal(says('cold-baby'), 'under 1 year');
  assert.equal(says('admin'), 'everybody');
  assert.equal(says('shingles-eye'), 'yes to “Is it on your face or near your eye?”');
});
