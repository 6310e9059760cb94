import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstProtocol, firstProtocolData } from '../../../test/support/protocol.ts';
import { rules } from '../../../test/support/rules.ts';
import { dueBy, navigate } from './navigation.ts';
import { casesPass, runCases } from './protocol/cases.ts';
import { parseProtocol } from './protocol/parse.ts';
import { anythingElse, clinicianOnly, seenBy } from './protocol/protocol.ts';

const protocol = firstProtocol();

/** One table of worked cases for each reason, as the protocol itself holds them. */
for (const { id, name } of protocol.reasons) {
  const own = protocol.rules.filter(({ reason }) => reason === id);
  const sources = new Set(own.map(({ source }) => source));
  rules(
    name,
    { source: [...sources].join('; ') },
    {
      cases: runCases(protocol).flatMap(({ worked, gives }) =>
        own.some((rule) => rule.id === worked.rule)
          ? [{ ...worked, yes: worked.yes.join(', '), by: worked.by, gives: gives?.rule ?? 'danger' }]
          : [],
      ),
      check: ({ rule, by, urgency, gives }) => {
        assert.equal(gives, rule);
        const { outcome } = own.find((one) => one.id === rule) ?? {};
        assert.deepEqual(outcome && [seenBy(outcome), outcome.urgency], [by, urgency]);
      },
    },
  );
}

rules(
  'A yes that means danger comes before everything',
  { source: 'mecourse.com: Front-Desk Red Flags in General Practice; general knowledge, awaiting clinical owner' },
  {
    cases: protocol.questions.flatMap(({ id, reasons: [reason = ''], redFlag }) =>
      redFlag ? [{ question: id, reason, danger: redFlag.category, level: redFlag.level }] : [],
    ),
    check: ({ question, reason, danger }) => {
      const direction = navigate(protocol, { words: '', reason, answers: { [question]: 'yes' } });
      assert.equal(direction.kind, 'red-flag');
      assert.equal(direction.question.redFlag?.category, danger);
    },
  },
);

rules(
  'By when an answer is due',
  { source: 'NHS England: answers by the end of the next working day; clinically urgent need the same day' },
  {
    cases: [
      { band: 'urgent', came: '2026-11-20T16:45:00Z', due: '2026-11-20T18:45:00Z' },
      { band: 'same-day', came: '2026-11-20T23:30:00Z', due: '2026-11-21T00:00:00Z' },
      { band: 'same-day', came: '2026-10-24T22:30:00Z', due: '2026-10-24T23:00:00Z' },
      { band: 'same-day', came: '2026-10-25T10:00:00Z', due: '2026-10-26T00:00:00Z' },
      { band: 'within-7-days', came: '2026-03-25T10:00:00Z', due: '2026-04-01T23:00:00Z' },
      { band: 'admin', came: '2026-11-20T10:00:00Z', due: '2026-11-24T00:00:00Z' },
      { band: 'admin', came: '2026-12-24T10:00:00Z', due: '2026-12-30T00:00:00Z' },
    ],
    check: ({ band, came, due }) => {
      const result = dueBy(protocol, band, Temporal.Instant.from(came));
      assert.ok(result.ok);
      assert.equal(result.value.toString(), due);
    },
  },
);

void test('no reason an adult may have is named after children', () => {
  for (const { id, name } of protocol.reasons)
    if (protocol.rules.some(({ reason, when }) => reason === id && (when.maxAge ?? 99) >= 18))
      assert.doesNotMatch(name, /child|baby|infant/i, id);
});

void test('every rule of the first protocol has a worked case', () => {
  const proved = new Set(protocol.cases.map(({ rule }) => rule));
  assert.deepEqual(
    protocol.rules.map(({ id }) => id).filter((id) => !proved.has(id)),
    [],
  );
  assert.ok(casesPass(protocol));
});

void test('the first protocol knows at least twenty reasons besides anything else, and awaits its clinical owner', () => {
  assert.ok(protocol.reasons.filter(({ id }) => id !== anythingElse).length >= 20);
  assert.equal(protocol.clinicalOwner, 'awaiting clinical owner');
});

void test('the seven Pharmacy First pathways have the ages NHS England gives them', () => {
  const ages = protocol.rules.filter(({ outcome }) => outcome.destination === 'pharmacy-first');
  assert.deepEqual(
    ages.map(({ reason, when: { minAge = null, maxAge = null, sex = null } }) => [reason, minAge, maxAge, sex]),
    [
      ['sore-throat', 5, null, null],
      ['ear', 1, 17, null],
      ['sinus', 12, null, null],
      ['urine', 16, 64, 'female'],
      ['bite', 1, null, null],
      ['impetigo', 1, null, null],
      ['shingles', 18, null, null],
    ],
  );
});

void test('other places are reached as well: optician, dentist, pharmacy, self-referral and self-care, never A&E', () => {
  const reached = new Set(protocol.rules.map(({ outcome }) => outcome.destination));
  for (const place of ['optician', 'dentist', 'pharmacy', 'self-referral', 'self-care', 'admin'] as const)
    assert.ok(reached.has(place), place);
  assert.ok(!reached.has(clinicianOnly));
});

void test('one question is asked at a time, in order, and a chosen reason overrides the words', () => {
  const first = navigate(protocol, { words: 'itchy rash and a lump', answers: {} });
  assert.ok(first.kind === 'ask' && first.question.id === 'rash-breathing' && first.place === 1 && first.of === 2);
  const second = navigate(protocol, { words: 'itchy rash and a lump', answers: { 'rash-breathing': 'no' } });
  assert.ok(second.kind === 'ask' && second.question.id === 'lump-new' && second.place === 2);
  assert.equal(navigate(protocol, { words: 'itchy rash', reason: 'admin', answers: {} }).kind, 'decided');
});

void test('a protocol with a fault is refused with everything that is wrong', () => {
  const data = () => structuredClone(firstProtocolData()) as { rules: Record<string, unknown>[]; reasons: unknown[] };
  const faults = (change: (protocol: ReturnType<typeof data>) => void): readonly string[] => {
    const changed = data();
    change(changed);
    const parsed = parseProtocol(changed, [{ code: 'physician_associate', name: 'Physician assistant' }]);
    return parsed.ok ? [] : parsed.error;
  };
  const at = (changed: ReturnType<typeof data>, id: string) => changed.rules.find((rule) => rule['id'] === id) ?? {};
  assert.deepEqual(
    faults(() => undefined),
    [],
  );
  assert.deepEqual(
    faults((p) => delete at(p, 'admin')['source']),
    ['admin has no source'],
  );
  assert.deepEqual(
    faults((p) => (at(p, 'admin')['reason'] = 'nowhere')),
    ['rule admin is for an unknown reason', 'admin has no rule for everybody'],
  );
  assert.deepEqual(
    faults((p) => p.rules.push({ ...at(p, 'admin'), id: 'late' })),
    ['rule late can never be reached', 'rule late has no worked case'],
  );
  assert.deepEqual(
    faults((p) => p.rules.push(at(p, 'admin'))),
    ['rules has admin twice', 'rule admin can never be reached'],
  );
  const associate = faults(
    (p) => ((at(p, 'medicine')['outcome'] as { roles: string[] }).roles = ['physician_associate']),
  );
  assert.deepEqual(associate, [
    'rule medicine sends a patient whom nobody has assessed to a role that sees none: Physician assistant',
  ]);
  const emergency = faults(
    (p) => ((at(p, 'medicine')['outcome'] as { destination: string }).destination = 'urgent-care'),
  );
  assert.deepEqual(emergency, ['rule medicine sends to Urgent treatment centre or A&E: only a clinician does']);
  assert.ok(!parseProtocol(null).ok && !parseProtocol({}).ok && !parseProtocol([]).ok);
});
