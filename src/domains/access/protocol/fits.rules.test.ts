import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstProtocol, firstProtocolData } from '../../../../test/support/protocol.ts';
import { rules } from '../../../../test/support/rules.ts';
import { navigate } from '../navigation.ts';
import { differenceOf } from './difference.ts';
import { parseProtocol } from './parse.ts';
import { isSaid } from './said.ts';

const protocol = firstProtocol();

/** Every question of a grown-up's call whose answers are all no. */
function asksOf(words: string, more: { ageYears?: number; reason?: string } = { ageYears: 40 }) {
  const asked: string[] = [];
  for (;;) {
    const answers = Object.fromEntries(asked.map((id) => [id, 'no']));
    const direction = navigate(protocol, { words, answers, sex: 'female', ...more });
    if (direction.kind !== 'ask') return { reason: direction.reason, asks: asked.join(', ') };
    asked.push(direction.question.id);
  }
}

rules(
  'A question is asked only where it fits what was said',
  {
    source: 'Wordings, and on what words each question is asked: general knowledge, awaiting clinical owner',
    note: 'A sore knee is asked about the joint, not about the bladder. Where words name no place and no time, a question is asked rather than left out.',
  },
  {
    cases: [
      { words: 'cough for a week', reason: 'cough', asks: 'cough-breathless' },
      { words: 'bad cough and phlegm', reason: 'cough', asks: 'cough-breathless' },
      { words: 'cough, no temperature', reason: 'cough', asks: 'cough-breathless' },
      { words: 'chesty, think its an infection', reason: 'cough', asks: 'cough-breathless' },
      { words: 'wheezy at night', reason: 'cough', asks: 'cough-breathless' },
      { words: 'leak wee when I cough', reason: 'cough', asks: 'cough-breathless' },
      { words: 'sore throat two days', reason: 'sore-throat', asks: 'throat-drink' },
      { words: 'tonsils swollen', reason: 'sore-throat', asks: 'throat-drink' },
      { words: 'hurts to swallow', reason: 'sore-throat', asks: 'throat-drink' },
      { words: 'throat tickly no cough', reason: 'sore-throat', asks: 'throat-drink' },
      { words: 'swallow tablets is hard, throat dry', reason: 'sore-throat', asks: 'throat-drink' },
      { words: 'earache', reason: 'ear', asks: '' },
      { words: 'ear blocked since swimming', reason: 'ear', asks: '' },
      { words: 'child has ear infection', reason: 'ear', asks: '' },
      { words: 'no earache now but ears popping', reason: 'ear', asks: '' },
      { words: 'ears itchy', reason: 'ear', asks: '' },
      { words: 'sinuses blocked', reason: 'sinus', asks: '' },
      { words: 'face pain and blocked nose', reason: 'sinus', asks: '' },
      { words: 'sinusitis again', reason: 'sinus', asks: '' },
      { words: 'sinus no fever', reason: 'sinus', asks: '' },
      { words: 'blocked nose for weeks', reason: 'sinus', asks: '' },
      { words: 'burning when I wee', reason: 'urine', asks: 'urine-unwell' },
      { words: 'up at night to wee', reason: 'urine', asks: '' },
      { words: 'UTI again, no fever', reason: 'urine', asks: 'urine-unwell' },
      { words: 'weeing all the time', reason: 'urine', asks: 'urine-unwell' },
      { words: 'cystitis again', reason: 'urine', asks: 'urine-unwell' },
      { words: 'bitten by a tick', reason: 'bite', asks: 'rash-breathing' },
      { words: 'wasp sting on arm', reason: 'bite', asks: 'rash-breathing' },
      { words: 'mosquito bite itchy', reason: 'bite', asks: 'rash-breathing' },
      { words: 'dog bite yesterday', reason: 'bite', asks: 'rash-breathing' },
      { words: 'insect bite swollen', reason: 'bite', asks: 'rash-breathing' },
      { words: 'impetigo on chin', reason: 'impetigo', asks: '' },
      { words: 'crusty sores round mouth', reason: 'impetigo', asks: '' },
      { words: 'golden crust on nose', reason: 'impetigo', asks: '' },
      { words: 'impetigo back', reason: 'impetigo', asks: '' },
      { words: 'sores around lips', reason: 'impetigo', asks: '' },
      { words: 'shingles on my back', reason: 'shingles', asks: 'shingles-eye' },
      { words: 'painful blisters round waist', reason: 'shingles', asks: 'shingles-eye' },
      { words: 'shingles near eye', reason: 'shingles', asks: 'shingles-eye' },
      { words: 'blistering rash', reason: 'shingles', asks: 'shingles-eye' },
      { words: 'shingles pain', reason: 'shingles', asks: 'shingles-eye' },
      { words: 'itchy rash', reason: 'skin', asks: 'rash-breathing' },
      { words: 'mole has changed', reason: 'skin', asks: 'lump-new' },
      { words: 'eczema flare', reason: 'skin', asks: '' },
      { words: 'boil on bum', reason: 'skin', asks: '' },
      { words: 'lump on arm, itchy skin', reason: 'skin', asks: 'rash-breathing, lump-new' },
      { words: 'worried about my mole', reason: 'skin', asks: 'lump-new' },
      { words: 'sore knee', reason: 'back-joints', asks: 'joint-hot' },
      { words: 'knee and back pain', reason: 'back-joints', asks: 'back-legs, joint-hot' },
      { words: 'lower back pain', reason: 'back-joints', asks: 'back-legs' },
      { words: 'frozen shoulder', reason: 'back-joints', asks: 'joint-hot' },
      { words: 'sprained ankle', reason: 'back-joints', asks: 'joint-hot' },
      { words: 'stiff neck after sleep', reason: 'back-joints', asks: 'back-legs' },
      { words: 'arthritis in hands', reason: 'back-joints', asks: 'joint-hot' },
      { words: 'hip pain at night', reason: 'back-joints', asks: 'back-legs, joint-hot' },
      { words: 'sciatica down leg', reason: 'back-joints', asks: 'back-legs' },
      { words: 'sore knee, no back pain', reason: 'back-joints', asks: 'joint-hot' },
      { words: 'twisted ankle', reason: 'back-joints', asks: 'joint-hot' },
      { words: 'test results back yet', reason: 'admin', asks: '' },
      { words: 'my back has gone again', reason: 'back-joints', asks: 'back-legs' },
      { words: 'low mood', reason: 'low-mood', asks: 'mood-safe' },
      { words: 'panic attacks', reason: 'low-mood', asks: 'mood-safe' },
      { words: 'not sleeping', reason: 'low-mood', asks: 'mood-safe' },
      { words: 'stress incontinence', reason: 'low-mood', asks: '' },
      { words: 'stressed at work', reason: 'low-mood', asks: 'mood-safe' },
      { words: 'cbt for anxiety', reason: 'low-mood', asks: 'mood-safe' },
      { words: 'fever since yesterday', reason: 'child-unwell', asks: '' },
      { words: 'high temp and clingy', reason: 'child-unwell', asks: '' },
      { words: 'unwell and hot', reason: 'child-unwell', asks: '' },
      { words: 'feeling unwell without a fever', reason: 'child-unwell', asks: '' },
      { words: 'child is hot and poorly', reason: 'child-unwell', asks: '' },
      { words: 'repeat prescription', reason: 'repeat', asks: 'medicine-run-out' },
      { words: 'run out of tablets', reason: 'repeat', asks: 'medicine-run-out' },
      { words: 'order my inhalers', reason: 'repeat', asks: 'medicine-run-out' },
      { words: 'no more tablets left', reason: 'repeat', asks: 'medicine-run-out' },
      { words: 'prescription not at chemist', reason: 'repeat', asks: 'medicine-run-out' },
      { words: 'sick note till friday', reason: 'fit-note', asks: '' },
      { words: 'fit note', reason: 'fit-note', asks: '' },
      { words: 'note for work', reason: 'fit-note', asks: '' },
      { words: 'med3 please', reason: 'fit-note', asks: '' },
      { words: 'signed off again', reason: 'fit-note', asks: '' },
      { words: 'need eye test form', reason: 'admin', asks: '' },
      { words: 'housing letter', reason: 'admin', asks: '' },
      { words: 'a letter please', reason: 'admin', asks: '' },
      { words: 'form to fill in', reason: 'admin', asks: '' },
      { words: 'copy of my records', reason: 'admin', asks: '' },
      { words: 'change of address', reason: 'details', asks: '' },
      { words: 'I want to change my address', reason: 'details', asks: '' },
      { words: 'My address has changed', reason: 'details', asks: '' },
      { words: 'complain about the receptionist', reason: 'details', asks: '' },
      { words: 'Are you open on Saturday', reason: 'details', asks: '' },
      { words: 'moved house, and my knee hurts', reason: 'back-joints', asks: 'joint-hot' },
      { words: 'is the surgery open tomorrow', reason: 'details', asks: '' },
      { words: 'complain about my treatment, still in pain', reason: 'anything-else', asks: 'else-today' },
      { words: 'have my blood results come back', reason: 'admin', asks: '' },
      { words: 'a complaint, and I am not sleeping', reason: 'low-mood', asks: 'mood-safe' },
      { words: 'hurts when I open my jaw wide', reason: 'anything-else', asks: 'else-today' },
      { words: 'cancel my appointment on Thursday', reason: 'own-visit', asks: 'visit-worse' },
      { words: 'move my appointment to next week', reason: 'own-visit', asks: 'visit-worse' },
      { words: 'rearrange my blood test', reason: 'own-visit', asks: 'visit-worse' },
      { words: 'what time is my appointment', reason: 'own-visit', asks: 'visit-worse' },
      { words: 'cannot move my neck', reason: 'back-joints', asks: 'back-legs' },
      { words: 'side effects of statin', reason: 'medicine', asks: '' },
      { words: 'question about my tablets', reason: 'medicine', asks: '' },
      { words: 'medicine interact with grapefruit', reason: 'medicine', asks: '' },
      { words: 'dose of my tablets', reason: 'medicine', asks: '' },
      { words: 'medication review due', reason: 'medicine', asks: '' },
      { words: 'asthma review', reason: 'long-term', asks: '' },
      { words: 'diabetes check up', reason: 'long-term', asks: '' },
      { words: 'blood pressure annual check', reason: 'long-term', asks: '' },
      { words: 'thyroid review', reason: 'long-term', asks: '' },
      { words: 'copd review', reason: 'long-term', asks: '' },
      { words: 'urine sample drop off', reason: 'nurse-task', asks: '' },
      { words: 'antenatal bloods', reason: 'nurse-task', asks: '' },
      { words: 'blood test', reason: 'nurse-task', asks: '' },
      { words: 'stitches out', reason: 'nurse-task', asks: '' },
      { words: 'b12 injection', reason: 'nurse-task', asks: '' },
      { words: 'smear due', reason: 'nurse-task', asks: '' },
      { words: 'dressing changed', reason: 'nurse-task', asks: '' },
      { words: 'red eye', reason: 'eye', asks: 'eye-sight' },
      { words: 'sticky eyes baby', reason: 'eye', asks: 'eye-sight' },
      { words: 'stye on eyelid', reason: 'eye', asks: 'eye-sight' },
      { words: 'itchy eyes', reason: 'eye', asks: 'eye-sight' },
      { words: 'eye infection', reason: 'eye', asks: 'eye-sight' },
      { words: 'toothache', reason: 'tooth', asks: 'tooth-swelling' },
      { words: 'mouth ulcer', reason: 'tooth', asks: '' },
      { words: 'gum bleeding', reason: 'tooth', asks: 'tooth-swelling' },
      { words: 'tooth abscess', reason: 'tooth', asks: 'tooth-swelling' },
      { words: 'gums swollen', reason: 'tooth', asks: 'tooth-swelling' },
      { words: 'tummy ache since this morning', reason: 'tummy', asks: 'tummy-bad' },
      { words: 'diarrhoea for four weeks', reason: 'tummy', asks: 'tummy-bad, tummy-long' },
      { words: 'heartburn', reason: 'tummy', asks: 'tummy-bad, tummy-long' },
      { words: 'being sick since last night', reason: 'tummy', asks: 'tummy-bad' },
      { words: 'constipated', reason: 'tummy', asks: 'tummy-bad, tummy-long' },
      { words: 'headache all day', reason: 'headache', asks: 'headache-worst' },
      { words: 'migraine usual', reason: 'headache', asks: 'headache-worst' },
      { words: 'headache no stiff neck', reason: 'headache', asks: 'headache-worst' },
      { words: 'sore head', reason: 'headache', asks: 'headache-worst' },
      { words: 'headaches for months', reason: 'headache', asks: 'headache-worst' },
      { words: 'hay fever', reason: 'cold', asks: '' },
      { words: 'runny nose', reason: 'cold', asks: '' },
      { words: 'a cold', reason: 'cold', asks: '' },
      { words: 'sneezing', reason: 'cold', asks: '' },
      { words: 'head cold no temp', reason: 'cold', asks: '' },
      { words: 'burnt my hand on the oven', reason: 'injury', asks: 'burn-bad' },
      { words: 'cut my finger', reason: 'injury', asks: 'injury-bad' },
      { words: 'fell and bruised my arm', reason: 'injury', asks: 'injury-bad' },
      { words: 'scald on leg', reason: 'injury', asks: 'burn-bad' },
      { words: 'bruised my shin', reason: 'injury', asks: 'injury-bad' },
      { words: 'breast lump', reason: 'breast', asks: '' },
      { words: 'sore breasts', reason: 'breast', asks: '' },
      { words: 'nipple discharge', reason: 'breast', asks: '' },
      { words: 'lump in breast', reason: 'breast', asks: '' },
      { words: 'breast pain', reason: 'breast', asks: '' },
      { words: 'heavy periods', reason: 'periods', asks: 'periods-bleeding' },
      { words: 'night sweats', reason: 'periods', asks: '' },
      { words: 'hot flushes want hrt', reason: 'periods', asks: 'periods-bleeding' },
      { words: 'period late', reason: 'periods', asks: 'periods-bleeding' },
      { words: 'periods irregular', reason: 'periods', asks: 'periods-bleeding' },
      { words: 'verruca', reason: 'feet', asks: 'feet-risk' },
      { words: 'ingrown toenail', reason: 'feet', asks: 'feet-risk' },
      { words: 'heel pain', reason: 'feet', asks: 'feet-risk' },
      { words: 'bunion', reason: 'feet', asks: 'feet-risk' },
      { words: 'foot corns', reason: 'feet', asks: 'feet-risk' },
      { words: 'chlamydia test', reason: 'sexual-health', asks: 'sexual-unwell' },
      { words: 'herpes flare', reason: 'sexual-health', asks: 'sexual-unwell' },
      { words: 'sti check', reason: 'sexual-health', asks: 'sexual-unwell' },
      { words: 'genital warts', reason: 'sexual-health', asks: 'sexual-unwell' },
      { words: 'unprotected sex', reason: 'sexual-health', asks: 'sexual-unwell' },
      { words: 'pill repeat the pill', reason: 'contraception', asks: '' },
      { words: 'coil check', reason: 'contraception', asks: '' },
      { words: 'morning after pill', reason: 'contraception', asks: 'contraception-emergency' },
      { words: 'implant removal', reason: 'contraception', asks: '' },
      { words: 'missed pill contraception', reason: 'contraception', asks: 'contraception-emergency' },
      { words: 'pregnant 6 weeks', reason: 'pregnancy', asks: 'pregnancy-danger' },
      { words: 'book midwife', reason: 'pregnancy', asks: 'pregnancy-danger' },
      { words: 'pregnancy test positive', reason: 'pregnancy', asks: 'pregnancy-danger' },
      { words: 'pregnancy advice', reason: 'pregnancy', asks: 'pregnancy-danger' },
      { words: 'antenatal booking for pregnancy', reason: 'pregnancy', asks: 'pregnancy-danger' },
      { words: 'physio for my knee', reason: 'physiotherapy', asks: 'joint-hot' },
      { words: 'physio for my back', reason: 'physiotherapy', asks: 'back-legs' },
      { words: 'refer me to physio', reason: 'physiotherapy', asks: 'back-legs' },
      { words: 'see a physio shoulder', reason: 'physiotherapy', asks: 'joint-hot' },
      { words: 'physio please', reason: 'physiotherapy', asks: 'back-legs' },
      { words: 'counselling please', reason: 'talking-therapy', asks: 'mood-safe' },
      { words: 'talking therapy', reason: 'talking-therapy', asks: 'mood-safe' },
      { words: 'someone to talk to', reason: 'talking-therapy', asks: 'mood-safe' },
      { words: 'counsellor after loss', reason: 'talking-therapy', asks: 'mood-safe' },
      { words: 'counselling', reason: 'talking-therapy', asks: 'mood-safe' },
      { words: 'stop smoking', reason: 'healthy-living', asks: '' },
      { words: 'drinking too much', reason: 'healthy-living', asks: 'alcohol-shakes' },
      { words: 'lose weight', reason: 'healthy-living', asks: '' },
      { words: 'vaping quit', reason: 'healthy-living', asks: '' },
      { words: 'alcohol help', reason: 'healthy-living', asks: 'alcohol-shakes' },
      { words: 'lonely', reason: 'social', asks: '' },
      { words: 'debt', reason: 'social', asks: '' },
      { words: 'bereaved', reason: 'social', asks: '' },
      { words: 'caring for my mum', reason: 'social', asks: '' },
      { words: 'food bank help', reason: 'social', asks: 'social-tonight' },
      { words: 'need a food parcel', reason: 'social', asks: 'social-tonight' },
      { words: 'cant afford to eat', reason: 'social', asks: 'social-tonight' },
      { words: 'behind with my gas bill', reason: 'social', asks: 'social-tonight' },
      { words: 'INR', reason: 'blood-thinner', asks: 'thinner-soon' },
      { words: 'INR due this week', reason: 'blood-thinner', asks: 'thinner-soon' },
      { words: 'warfarin blood test', reason: 'blood-thinner', asks: 'thinner-soon' },
      { words: 'dad needs his warfarin check', reason: 'blood-thinner', asks: 'thinner-soon' },
      { words: 'repeat prescription of warfarin', reason: 'repeat', asks: 'medicine-run-out' },
      { words: 'dinner made me bloated', reason: 'tummy', asks: 'tummy-bad, tummy-long' },
      { words: 'no temperature', reason: 'anything-else', asks: 'else-today' },
      { words: 'temperature has gone, feeling fine', reason: 'anything-else', asks: 'else-today' },
      { words: 'dentures rubbing', reason: 'anything-else', asks: 'else-today' },
      { words: 'not pregnant, tired all the time', reason: 'anything-else', asks: 'else-today' },
      { words: 'the rash has gone', reason: 'anything-else', asks: 'else-today' },
      { words: 'nobody tells me anything', reason: 'anything-else', asks: 'else-today' },
      { words: 'something else entirely', reason: 'anything-else', asks: 'else-today' },
      { words: 'need to see someone', reason: 'anything-else', asks: 'else-today' },
      { words: 'advice please', reason: 'anything-else', asks: 'else-today' },
    ],
    check: ({ words, reason, asks }) => assert.deepEqual(asksOf(words), { reason, asks }),
  },
);

rules(
  'What is denied is not what somebody comes for',
  {
    source: 'General knowledge, awaiting clinical owner',
    note: 'For what a request is about. Red flags are softened by a denial, never silenced.',
  },
  {
    cases: [
      { words: 'no temperature', word: 'temperature', said: 'no' },
      { words: 'no high temperature', word: 'temperature', said: 'no' },
      { words: 'without a fever', word: 'fever', said: 'no' },
      { words: "he hasn't got a temperature", word: 'temperature', said: 'no' },
      { words: 'she isn’t running a temperature', word: 'temperature', said: 'no' },
      { words: 'denies fever', word: 'fever', said: 'no' },
      { words: 'no cough, sore throat or fever', word: 'sore throat', said: 'no' },
      { words: 'no cough, sore throat or fever', word: 'fever', said: 'no' },
      { words: 'the rash has gone', word: 'rash', said: 'no' },
      { words: 'temp is back to normal', word: 'temp', said: 'no' },
      { words: 'no pain but a temperature', word: 'temperature', said: 'yes' },
      { words: 'no temperature yesterday, a temperature today', word: 'temperature', said: 'yes' },
      { words: 'no appetite, fever', word: 'fever', said: 'yes' },
      { words: 'no idea why I cough', word: 'cough', said: 'yes' },
      { words: 'cough no better', word: 'cough', said: 'yes' },
      { words: 'not sure if it is a fever', word: 'fever', said: 'yes' },
      { words: 'fever not coming down', word: 'fever', said: 'yes' },
      { words: 'my back has gone again', word: 'back', said: 'yes' },
      { words: 'the rash has not gone', word: 'rash', said: 'yes' },
      { words: 'the rash has gone up my arm', word: 'rash', said: 'yes' },
      { words: 'temperatures outside', word: 'temperature', said: 'no' },
    ],
    check: ({ words, word, said }) => assert.equal(isSaid(words, [word]), said === 'yes'),
  },
);

void test('where words name no place, or somebody chose the reason, a question of danger is asked rather than left out', () => {
  assert.equal(asksOf('it hurts', { reason: 'back-joints' }).asks, 'back-legs');
  assert.equal(asksOf('', { reason: 'low-mood' }).asks, 'mood-safe');
  assert.equal(asksOf('knee pain and my legs are weak').asks, 'back-legs, joint-hot');
});

void test('nobody known to be too young is asked; an unknown age takes no question away', () => {
  assert.equal(asksOf('not sleeping', { ageYears: 2 }).asks, '');
  assert.equal(asksOf('not sleeping', { ageYears: 9 }).asks, 'mood-safe');
  assert.equal(asksOf('not sleeping', {}).asks, 'mood-safe');
});

void test('a protocol is refused whose question does not say on what words it fits', () => {
  const data = structuredClone(firstProtocolData()) as {
    questions: Record<string, unknown>[];
    reasons: Record<string, unknown>[];
  };
  const [question, second] = data.questions;
  const [reason] = data.reasons;
  assert.ok(question && second && reason);
  question['fits'] = { said: [] };
  second['minAge'] = 'five';
  reason['symptom'] = 'yes';
  const parsed = parseProtocol(data);
  assert.deepEqual(parsed.ok ? [] : parsed.error.map((fault) => fault.replace(/^\w+ \S+ /, '')), [
    'has symptom that is neither true nor false',
    'does not say on what words it fits',
    'has an age that is no whole number',
  ]);
});

void test('a question of danger that would be asked on other words is named before all else', () => {
  const questions = protocol.questions.map((one) =>
    one.id === 'cough-breathless' ? { ...one, fits: { said: ['blue'] } } : one,
  );
  assert.deepEqual(differenceOf(protocol, { ...protocol, questions }).dangersGone, ['cough-breathless']);
});
