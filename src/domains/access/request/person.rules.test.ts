import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstProtocol } from '../../../../test/support/protocol.ts';
import { rules } from '../../../../test/support/rules.ts';
import { redFlagCategories } from '../red-flag/categories/all.ts';
import { aboutThem, consentAdvice, ringsForOther, type Called } from './person.ts';
import { askedAs, directQuestion } from './question.ts';

const source =
  'NHS content style: people are named and spoken of as they are recorded; wordings await a clinical owner';
const amir: Called = { name: 'Amir', sex: 'male', ageYears: 5 };
const margaret: Called = { name: 'Margaret', sex: 'female', ageYears: 78 };
const sam: Called = { name: 'Sam', sex: undefined, ageYears: 30 };
const people: Readonly<Record<string, Called>> = { Amir: amir, Margaret: margaret, Sam: sam };

rules(
  'What is written of them is said of one person by name, then as she, he or they',
  { source },
  {
    cases: [
      {
        written: 'Are they breathless now, or at any time today?',
        of: 'Amir',
        said: 'Is Amir breathless now, or at any time today?',
      },
      {
        written: 'Do they have any pain or pressure in their chest now, or at any time today?',
        of: 'Margaret',
        said: 'Does Margaret have any pain or pressure in her chest now, or at any time today?',
      },
      {
        written: 'Are their legs weak, or have they lost control of their bladder or bowels, now or at any time today?',
        of: 'Amir',
        said: 'Are Amir’s legs weak, or has he lost control of his bladder or bowels, now or at any time today?',
      },
      { written: 'Are they thinking of harming themselves?', of: 'Sam', said: 'Is Sam thinking of harming themself?' },
      {
        written: 'Do they have a high temperature, back pain, or are they pregnant?',
        of: 'Sam',
        said: 'Does Sam have a high temperature, back pain, or are they pregnant?',
      },
      { written: 'Is the child floppy, very hard to wake?', of: 'Amir', said: 'Is Amir floppy, very hard to wake?' },
      {
        written: 'Is the child floppy, very hard to wake?',
        of: 'Margaret',
        said: 'Is the child floppy, very hard to wake?',
      },
      {
        written: 'Your child needs emergency help now. Please call 999 straight away and stay with them.',
        of: 'Amir',
        said: 'Amir needs emergency help now. Please call 999 straight away and stay with him.',
      },
      {
        written: 'Please call 999 now and tell them whether they are awake and breathing. Stay with them.',
        of: 'Margaret',
        said: 'Please call 999 now and tell them whether Margaret is awake and breathing. Stay with her.',
      },
      { written: 'Will they run out within two days?', of: 'Margaret', said: 'Will Margaret run out within two days?' },
    ],
    check: ({ written, of, said }) => assert.equal(aboutThem(written, people[of]), said),
  },
);

rules(
  'A baby, a child and a grown person are asked about in words that fit them',
  { source: 'General knowledge, awaiting clinical owner' },
  {
    cases: [
      {
        category: 'breathlessness',
        years: 1,
        asked: 'Is Amir working hard to breathe, or too breathless to feed, now or at any time today?',
      },
      { category: 'breathlessness', years: 5, asked: 'Is Amir breathless now, or at any time today?' },
      { category: 'poisoning', years: 5, asked: 'Has Amir swallowed or taken anything he should not have?' },
      {
        category: 'poisoning',
        years: 40,
        asked: 'Has Amir taken too much of anything, or anything he should not have?',
      },
      {
        category: 'chest-pain',
        years: 5,
        asked: 'Does Amir say that his chest hurts, or hold it, now or at any time today?',
      },
      { category: 'collapse', years: 0, asked: 'Has Amir gone limp, blue or stopped responding?' },
    ] as const,
    check: ({ category, years, asked }) => {
      const speaking = { forOther: true, ageYears: years, called: { ...amir, ageYears: years } };
      assert.equal(directQuestion({ category, level: '999' }, speaking).say, asked);
    },
  },
);

rules(
  'Who rings: as it was said, else somebody else for a child under 13',
  { source: 'Local choice, awaiting a clinical owner' },
  {
    cases: [
      { said: 'patient', age: 5, other: false },
      { said: 'parent', age: 40, other: true },
      { said: null, age: 12, other: true },
      { said: null, age: 13, other: false },
      { said: null, age: null, other: false },
    ],
    check: ({ said, age, other }) =>
      assert.equal(ringsForOther({ callerIs: said, forOther: false, ageYears: age ?? undefined }), other),
  },
);

void test('no question, advice or outcome leaves a grown man or woman as "they", or makes broken sentences', () => {
  const protocol = firstProtocol();
  const tom: Called = { name: 'Tom', sex: 'male', ageYears: 40 };
  const texts = [
    ...protocol.questions.map(({ say }) => askedAs(say, { forOther: true, ageYears: 40, sex: 'male', called: tom })),
    ...redFlagCategories.map(
      ({ id, level }) => directQuestion({ category: id, level }, { forOther: true, ageYears: 40, called: tom }).say,
    ),
    ...protocol.rules.flatMap(({ outcome: { say, sayOther = say, safetyNet, safetyNetOther = safetyNet } }) => [
      aboutThem(sayOther, tom),
      aboutThem(safetyNetOther, tom),
    ]),
  ];
  for (const text of texts) {
    assert.doesNotMatch(text, /\b(they|their|themselves|themself)\b/i, text);
    assert.doesNotMatch(text, /(?<!\bdoes )\b(he|Tom) (are|have|do)\b|\b(are|have|do) (he|Tom)\b(?!’)/i, text);
    assert.doesNotMatch(text, /pregnant/, 'no man is asked that');
    assert.match(text, /^[A-Z]/);
  }
});

void test('what is said of an outcome fits however and by whomever it may be offered', () => {
  for (const { id, outcome } of firstProtocol().rules) {
    if (outcome.destination !== 'visit') continue;
    const { say, roles, modes } = outcome;
    if (/\b(ring|telephone|speak to)\b/.test(say)) assert.deepEqual(modes, ['telephone'], id);
    if (/\bdoctor\b/.test(say)) assert.deepEqual(roles, ['gp'], id);
    if (/\bphysiotherapist\b/.test(say)) assert.deepEqual(roles, ['physio'], id);
    assert.doesNotMatch(say, /\bOur\b/, `${id}: the place may be another practice`);
    if (/^A pharmacist\b/.test(say)) assert.deepEqual(roles, ['pharmacist'], id);
  }
});

void test('consent is spoken of where somebody rings for a grown person, and never stands in the way of help', () => {
  assert.match(consentAdvice({ forOther: true, called: margaret }) ?? '', /book as usual[\s\S]*In danger, help first/);
  assert.equal(consentAdvice({ forOther: false, called: margaret }), undefined);
  assert.equal(consentAdvice({ forOther: true, called: amir }), undefined);
});
