import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstProtocol, firstProtocolData } from '../../../test/support/protocol.ts';
import { rules } from '../../../test/support/rules.ts';
import { dueBy, navigate } from './navigation.ts';
import { parseProtocol } from './protocol.ts';

const protocol = firstProtocol();
const covered = new Set<string>();

interface Worked {
  readonly words: string;
  readonly age: number | null;
  readonly sex: 'female' | 'male';
  readonly answers: string;
  readonly rule: string;
  readonly 'seen by': string;
  readonly urgency: string;
  readonly minutes: number;
  readonly [heading: string]: unknown;
}

/** Every question of the reason is answered no but those named. */
function follow({ words, age, sex, answers }: Worked) {
  const yes = new Set(answers.split(', ').filter((id) => id !== ''));
  const said = Object.fromEntries(protocol.questions.map(({ id }) => [id, yes.has(id) ? 'yes' : 'no']));
  return navigate(protocol, { words, answers: said, ageYears: age ?? undefined, sex });
}

function check(worked: Worked): void {
  const direction = follow(worked);
  assert.equal(direction.kind, 'decided');
  const { rule } = direction;
  covered.add(rule.id);
  assert.equal(rule.id, worked.rule);
  assert.equal(rule.outcome.roles[0] ?? rule.outcome.destination, worked['seen by']);
  assert.equal(rule.outcome.urgency, worked.urgency);
  assert.equal(rule.outcome.minutes, worked.minutes);
}

type Row = [
  words: string,
  age: number | null,
  sex: 'female' | 'male',
  answers: string,
  rule: string,
  by: string,
  urgency: string,
  minutes: number,
];
const table = (rows: readonly Row[]): Worked[] =>
  rows.map(([words, age, sex, answers, rule, by, urgency, minutes]) => ({
    words,
    age,
    sex,
    answers,
    rule,
    'seen by': by,
    urgency,
    minutes,
  }));

rules(
  'Breathing, throat, ears and sinuses',
  { source: 'NHS England, Pharmacy First clinical pathways (ages); general knowledge, awaiting clinical owner' },
  {
    check,
    cases: table([
      ['coughing all night', 2, 'male', '', 'cough-child', 'gp', 'same-day', 15],
      ['cough for three weeks, chesty', 56, 'female', '', 'cough-adult', 'advanced_nurse', 'within-7-days', 15],
      ['cough', null, 'female', '', 'cough-adult', 'advanced_nurse', 'within-7-days', 15],
      ['sore throat since monday', 5, 'female', '', 'throat-pharmacy', 'pharmacy-first', 'same-day', 0],
      ['sore throat and crying', 4, 'female', '', 'throat-child', 'gp', 'same-day', 15],
      ['ear infection again', 17, 'male', '', 'ear-pharmacy', 'pharmacy-first', 'same-day', 0],
      ['earache', 18, 'male', '', 'ear-other', 'advanced_nurse', 'within-7-days', 15],
      ['sinusitis', 12, 'female', '', 'sinus-pharmacy', 'pharmacy-first', 'same-day', 0],
      ['sinus pain', 11, 'female', '', 'sinus-child', 'advanced_nurse', 'within-7-days', 15],
    ]),
  },
);

rules(
  'Urine, bites, sores, shingles and skin',
  {
    source: 'NHS England, Pharmacy First clinical pathways (ages and sex); general knowledge, awaiting clinical owner',
  },
  {
    check,
    cases: table([
      ['burning when I wee', 30, 'female', 'urine-unwell', 'urine-unwell', 'gp', 'same-day', 15],
      ['burning when I wee', 64, 'female', '', 'urine-pharmacy', 'pharmacy-first', 'same-day', 0],
      ['burning when I wee', 65, 'female', '', 'urine-other', 'advanced_nurse', 'same-day', 15],
      ['burning when I wee', 40, 'male', '', 'urine-other', 'advanced_nurse', 'same-day', 15],
      ['an insect bite that is red', 40, 'male', '', 'bite-pharmacy', 'pharmacy-first', 'same-day', 0],
      ['a mosquito bite', 0, 'male', '', 'bite-infant', 'gp', 'same-day', 15],
      ['impetigo round the mouth', 6, 'male', '', 'impetigo-pharmacy', 'pharmacy-first', 'same-day', 0],
      ['crusty sores around the nose', 0, 'male', '', 'impetigo-infant', 'gp', 'same-day', 15],
      ['shingles', 70, 'female', 'shingles-eye', 'shingles-eye', 'gp', 'same-day', 15],
      ['shingles', 18, 'female', '', 'shingles-pharmacy', 'pharmacy-first', 'same-day', 0],
      ['shingles', 12, 'female', '', 'shingles-child', 'gp', 'same-day', 15],
      ['a mole on my arm', 50, 'male', 'lump-new', 'skin-lump', 'gp', 'within-7-days', 15],
      ['itchy eczema', 30, 'male', '', 'skin-other', 'advanced_nurse', 'within-14-days', 15],
    ]),
  },
);

rules(
  'Joints, mood, children and anything else',
  { source: 'NHS England, Modern general practice access; general knowledge, awaiting clinical owner' },
  {
    check,
    cases: table([
      ['my back is stiff', 16, 'male', '', 'back-physio', 'physio', 'within-14-days', 20],
      ['knee hurts after football', 15, 'male', '', 'back-child', 'gp', 'within-7-days', 15],
      ['feeling low, low mood', 18, 'female', '', 'mood-adult', 'mental_health', 'within-7-days', 30],
      ['panic and anxiety', 17, 'female', '', 'mood-young', 'gp', 'within-7-days', 20],
      ['high temperature, poorly', 11, 'female', '', 'child-today', 'gp', 'same-day', 15],
      ['high temperature, poorly', 40, 'female', '', 'fever-adult', 'advanced_nurse', 'same-day', 15],
      ['something is not right', 40, 'female', 'else-today', 'else-today', 'gp', 'same-day', 15],
      ['something is not right', 40, 'female', '', 'else-routine', 'gp', 'within-14-days', 15],
      ['', null, 'female', '', 'else-routine', 'gp', 'within-14-days', 15],
    ]),
  },
);

rules(
  'Medicines, notes, letters, reviews and tasks',
  { source: 'NHS England, Modern general practice access; Social Security (Medical Evidence) Regulations 1976' },
  {
    check,
    cases: table([
      ['repeat prescription please', 60, 'male', 'medicine-run-out', 'repeat-urgent', 'admin', 'same-day', 0],
      ['repeat prescription please', 60, 'male', '', 'repeat-routine', 'admin', 'admin', 0],
      ['I need a sick note', 33, 'male', '', 'fit-note', 'gp', 'within-7-days', 10],
      ['a letter for my landlord', 33, 'male', '', 'admin', 'admin', 'admin', 0],
      ['side effects of my tablets', 71, 'female', '', 'medicine', 'pharmacist', 'within-14-days', 15],
      ['asthma review', 24, 'female', '', 'long-term', 'nurse', 'within-14-days', 20],
      ['blood test', 24, 'female', '', 'nurse-task', 'hca', 'within-14-days', 15],
    ]),
  },
);

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
  assert.deepEqual(
    protocol.rules.map(({ id }) => id).filter((id) => !covered.has(id)),
    [],
  );
});

void test('one question is asked at a time, in order, and a chosen reason overrides the words', () => {
  const first = navigate(protocol, { words: 'itchy rash', answers: {} });
  assert.ok(first.kind === 'ask' && first.question.id === 'rash-breathing' && first.place === 1 && first.of === 2);
  const second = navigate(protocol, { words: 'itchy rash', answers: { 'rash-breathing': 'no' } });
  assert.ok(second.kind === 'ask' && second.question.id === 'lump-new' && second.place === 2);
  assert.equal(navigate(protocol, { words: 'itchy rash', reason: 'admin', answers: {} }).kind, 'decided');
});

void test('a protocol with a fault is refused with everything that is wrong', () => {
  const data = () => structuredClone(firstProtocolData()) as { rules: Record<string, unknown>[]; reasons: unknown[] };
  const faults = (change: (protocol: ReturnType<typeof data>) => void): readonly string[] => {
    const changed = data();
    change(changed);
    const parsed = parseProtocol(changed);
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
    ['rule late can never be reached'],
  );
  assert.deepEqual(
    faults((p) => p.rules.push(at(p, 'admin'))),
    ['rules has admin twice', 'rule admin can never be reached'],
  );
  const associate = faults(
    (p) => ((at(p, 'medicine')['outcome'] as { roles: string[] }).roles = ['physician_associate']),
  );
  assert.deepEqual(associate, ['rule medicine sends an undifferentiated patient to a physician associate']);
  assert.ok(!parseProtocol(null).ok && !parseProtocol({}).ok && !parseProtocol([]).ok);
});
