import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { firstProtocol } from '../../../test/support/protocol.ts';
import { overridden, overrideOf, rolesFor, type Override, type Wanted } from './navigation-override.ts';
import { guide, type Guided } from './request/guidance.ts';

const protocol = firstProtocol();
const now = Temporal.Instant.from('2026-11-23T09:00:00Z');
const roles = ['gp', 'advanced_nurse', 'paramedic', 'pharmacist', 'hca', 'nurse'];
const ruleNamed = (id: string) => {
  const rule = protocol.rules.find((one) => one.id === id);
  assert.ok(rule);
  return rule;
};
const decide = (
  id: string,
  wanted: Partial<Wanted>,
  { isClinician = false, stands = ruleNamed(id).outcome.urgency } = {},
) =>
  overrideOf(protocol, {
    rule: ruleNamed(id),
    stands,
    isClinician,
    roles,
    wanted: { urgency: '', destination: '', role: '', ...wanted },
  });
const kind = (result: ReturnType<typeof decide>): string => (result.ok ? 'ok' : result.error);

describe('Deciding otherwise than a rule', () => {
  test('goes up for everybody, and down for a clinician alone', () => {
    assert.equal(kind(decide('cough-adult', { urgency: 'same-day' })), 'ok');
    assert.equal(kind(decide('cough-adult', { urgency: 'within-14-days' })), 'lower');
    assert.equal(kind(decide('cough-adult', { urgency: 'within-14-days' }, { isClinician: true })), 'ok');
    assert.equal(
      kind(decide('cough-adult', { urgency: 'within-7-days' }, { stands: 'same-day' })),
      'lower',
      'not below what it stands at',
    );
    assert.equal(kind(decide('cough-adult', {})), 'same');
    assert.equal(kind(decide('cough-adult', { urgency: 'whenever' })), 'unknown');
  });

  test('takes a visit away, or sends to A&E, for a clinician alone', () => {
    for (const destination of ['self-care', 'pharmacy', 'urgent-care']) {
      assert.equal(kind(decide('cough-adult', { destination })), 'lower', destination);
      assert.equal(kind(decide('cough-adult', { destination }, { isClinician: true })), 'ok', destination);
    }
    assert.equal(kind(decide('ear-pharmacy', { destination: 'visit', role: 'gp' })), 'ok');
    assert.equal(kind(decide('ear-pharmacy', { destination: 'visit' })), 'unknown', 'a visit is by somebody');
  });

  test('names a GP or a role of the rule, for a clinician any within scope', () => {
    assert.deepEqual(rolesFor(ruleNamed('back-physio').outcome, roles, false), ['gp']);
    assert.equal(kind(decide('cough-adult', { role: 'hca' })), 'unknown');
    assert.equal(kind(decide('cough-adult', { role: 'hca' }, { isClinician: true })), 'ok');
    assert.equal(kind(decide('cough-adult', { role: 'physician_associate' }, { isClinician: true })), 'unknown');
  });

  test('is followed while its rule decides; what was made more urgent stays so after it', () => {
    const guided = (words: string, override: Override): ReturnType<typeof guide> => {
      const answers = {
        'cough-breathless': { said: 'no', at: now.toString() },
        'medicine-run-out': { said: 'no', at: now.toString() },
      };
      const all: Guided = {
        ...{ protocol, typed: { words, notes: '', answers }, reason: null, flags: [], forOther: false, ageYears: 40 },
        ...{ sex: 'female', receivedAt: now, promised: undefined, now, override },
      };
      return guide(all);
    };
    const up = decide('cough-adult', { urgency: 'same-day', role: 'gp' });
    const down = decide('cough-adult', { urgency: 'within-14-days', destination: 'self-care' }, { isClinician: true });
    assert.ok(up.ok && down.ok);
    const urgent = guided('cough', up.value);
    assert.deepEqual([urgent.urgency, urgent.need?.roles, urgent.isOverridden], ['same-day', ['gp'], true]);
    const other = guided('repeat prescription', up.value);
    assert.deepEqual([other.urgency, other.isOverridden], ['same-day', false]);
    const away = guided('cough', down.value);
    assert.deepEqual([away.urgency, away.outcome?.destination, away.need], ['within-14-days', 'self-care', undefined]);
    assert.equal(guided('repeat prescription', down.value).urgency, 'admin');
    assert.equal(away.outcome?.say, 'A clinician has decided: Self-care.');
    assert.equal(away.outcome.sayOther, undefined, 'the words of the rule for somebody else are not said either');
    assert.equal(overridden(ruleNamed('ear-pharmacy').outcome, { ...up.value, ruleId: 'ear-pharmacy' }).minutes, 15);
  });
});
