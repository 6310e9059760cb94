import type { RedFlagCategoryId, RedFlagLevel } from '../red-flag/category.ts';
import type { QuestionWords } from '../protocol/protocol.ts';
import { askedOfDenied } from './denied.ts';
import { aboutThem, type Called } from './person.ts';

/** A question to ask aloud now, with what each answer does. */
export interface Question {
  readonly id: string;
  readonly say: string;
  /** The danger a yes means, if it means one. */
  readonly yesMeans: { readonly category: RedFlagCategoryId; readonly level: RedFlagLevel } | undefined;
  readonly yesDoes: string;
  readonly noDoes: string;
}

/**
 * The direct question behind each danger; factual, answered yes or no. It asks of the whole day: what has passed since may
 * be a danger still. Wordings await a clinical owner.
 */
const direct: Readonly<Record<RedFlagCategoryId, readonly [self: string, other: string]>> = {
  'chest-pain': [
    'Do you have any pain or pressure in your chest now, or at any time today?',
    'Do they have any pain or pressure in their chest now, or at any time today?',
  ],
  'heart-rhythm': [
    'Is your heart racing, fluttering or very slow, or do you feel faint, now or at any time today?',
    'Is their heart racing, fluttering or very slow, or do they feel faint, now or at any time today?',
  ],
  stroke: [
    'Is your face, arm or speech different from usual now, or at any time today?',
    'Is their face, arm or speech different from usual now, or at any time today?',
  ],
  breathlessness: ['Are you breathless now, or at any time today?', 'Are they breathless now, or at any time today?'],
  anaphylaxis: [
    'Is there any swelling of your lips, tongue or throat now, or at any time today?',
    'Is there any swelling of their lips, tongue or throat now, or at any time today?',
  ],
  bleeding: [
    'Are you bleeding heavily now, or at any time today?',
    'Are they bleeding heavily now, or at any time today?',
  ],
  collapse: ['Have you passed out or collapsed?', 'Have they passed out or collapsed?'],
  seizure: ['Have you had a fit?', 'Have they had a fit?'],
  sepsis: [
    'Do you feel very unwell or confused, or is your skin blotchy or very cold, now or at any time today?',
    'Are they very unwell or confused, or is their skin blotchy or very cold, now or at any time today?',
  ],
  poisoning: [
    'Have you taken too much of anything, or anything you should not have?',
    'Have they taken too much of anything, or anything they should not have?',
  ],
  'self-harm': [
    'Are you thinking of harming yourself now, or at any time today?',
    'Are they thinking of harming themselves now, or at any time today?',
  ],
  'major-injury': [
    'Have you had a bad injury or a blow to the head?',
    'Have they had a bad injury or a blow to the head?',
  ],
  eye: [
    'Have you lost any sight suddenly, or got a chemical in your eye?',
    'Have they lost any sight suddenly, or got a chemical in their eye?',
  ],
  'severe-abdomen': [
    'Do you have very bad pain in your tummy now, or at any time today?',
    'Do they have very bad pain in their tummy now, or at any time today?',
  ],
  'unwell-child': [
    'Is the child floppy or very sleepy, or is there a rash that stays when you press it, now or at any time today?',
    'Is the child floppy or very sleepy, or is there a rash that stays when you press it, now or at any time today?',
  ],
  'infant-fever': [
    'Is the baby hot, 38 degrees or more, now or at any time today?',
    'Is the baby hot, 38 degrees or more, now or at any time today?',
  ],
  pregnancy: [
    'Are you bleeding, or is the baby moving less than usual, now or at any time today?',
    'Are they bleeding, or is the baby moving less than usual, now or at any time today?',
  ],
  'cauda-equina': [
    'Are your legs weak, or have you lost control of your bladder or bowels, now or at any time today?',
    'Are their legs weak, or have they lost control of their bladder or bowels, now or at any time today?',
  ],
  'testicular-pain': [
    'Do you have sudden pain in a testicle now, or at any time today?',
    'Do they have sudden pain in a testicle now, or at any time today?',
  ],
  'hot-joint': [
    'Is a joint hot, red and swollen now, or at any time today?',
    'Is a joint hot, red and swollen now, or at any time today?',
  ],
  'child-dka': [
    'Is the child very thirsty, losing weight, or unusually tired?',
    'Is the child very thirsty, losing weight, or unusually tired?',
  ],
  'chemo-fever': [
    'Do you have a temperature, or feel hot or shivery, now or at any time today?',
    'Do they have a temperature, or feel hot or shivery, now or at any time today?',
  ],
  'known-illness': [
    'Is your blood sugar low, have you missed steroids or dialysis, or has a feeding tube come out, now or at any time today?',
    'Is their blood sugar low, have they missed steroids or dialysis, or has a feeding tube come out, now or at any time today?',
  ],
  'dangerous-reading': [
    'Have you had a very high or very low reading, or a shock from a heart device, now or at any time today?',
    'Have they had a very high or very low reading, or a shock from a heart device, now or at any time today?',
  ],
  'foreign-body': ['Is anything stuck in your nose or ear?', 'Is anything stuck in their nose or ear?'],
  'infection-risk': [
    'Do you have a fever after being abroad, a bite, a needle injury, or a jaw that will not open?',
    'Do they have a fever after being abroad, a bite, a needle injury, or a jaw that will not open?',
  ],
  hearing: [
    'Has your hearing gone suddenly, within the last few days?',
    'Has their hearing gone suddenly, within the last few days?',
  ],
  'skin-reaction': [
    'Is your skin blistering or peeling, or your mouth raw, since you began a medicine?',
    'Is their skin blistering or peeling, or their mouth raw, since they began a medicine?',
  ],
  exposure: [
    'Are you ill from heat, cold or a dive, now or at any time today?',
    'Are they ill from heat, cold or a dive, now or at any time today?',
  ],
  abuse: ['Is anybody hurting or threatening you?', 'Is anybody hurting or threatening them?'],
};

/** Years below which a patient is a baby, who neither talks nor says what hurts. */
export const infantYears = 2;
const ofInfant: Partial<Readonly<Record<RedFlagCategoryId, string>>> = {
  'chest-pain': 'Are they in pain, grey or sweating now, or at any time today?',
  stroke: 'Is one side of their face or body limp or different from usual now, or at any time today?',
  breathlessness: 'Are they working hard to breathe, or too breathless to feed, now or at any time today?',
  sepsis: 'Are they floppy or very hard to wake, or is their skin blotchy or very cold, now or at any time today?',
  collapse: 'Have they gone limp, blue or stopped responding?',
  poisoning: 'Have they swallowed anything they should not have?',
  'severe-abdomen': 'Do they cry as if in great pain, or draw up their legs again and again, now or at any time today?',
};
/** The same for a child, whose answer comes through whoever is with them; below these years. */
const childYears = 12;
const ofChild: Partial<Readonly<Record<RedFlagCategoryId, string>>> = {
  'chest-pain': 'Do they say that their chest hurts, or hold it, now or at any time today?',
  sepsis:
    'Are they very unwell, confused or hard to wake, or is their skin blotchy or very cold, now or at any time today?',
  poisoning: 'Have they swallowed or taken anything they should not have?',
};

/** A question of a protocol in the words for whoever it is about and whoever answers; ages in whole years. */
export function askedAs(say: QuestionWords, { forOther, ageYears, sex, called }: Speaking): string {
  const infant = ageYears !== undefined && ageYears < infantYears ? say.infant : undefined;
  if (infant !== undefined) return aboutThem(infant, called);
  const may = sex !== 'male' && (ageYears === undefined || (ageYears >= 10 && ageYears <= 60));
  const { self, other } = may ? say : (say.notPregnant ?? say);
  return forOther ? aboutThem(other, called) : self;
}

/** Whom words are said to, and about whom. */
export interface Speaking {
  readonly forOther: boolean;
  readonly ageYears?: number | undefined;
  readonly sex?: string | undefined;
  /** The patient by name; undefined where nobody is shown the words, or nobody is known. */
  readonly called?: Called | undefined;
}

function directSay({ category, matched = '' }: Softened, { forOther, ageYears, called }: Speaking): string {
  const [self, other] = askedOfDenied(category, matched) ?? direct[category];
  if (!forOther) return self;
  const young =
    ageYears === undefined
      ? undefined
      : (ageYears < infantYears && ofInfant[category]) || (ageYears < childYears && ofChild[category]);
  return aboutThem(young || other, called);
}

/** The id of the direct question behind a softened finding. */
export function directQuestionId(category: RedFlagCategoryId): string {
  return `flag:${category}`;
}

/** A softened finding, as its direct question depends on it. */
export interface Softened {
  readonly category: RedFlagCategoryId;
  readonly level: RedFlagLevel;
  /** The words in which it was denied. */
  readonly matched?: string;
}

/** What to ask before a request with a softened finding may go on. */
export function directQuestion(softened: Softened, speaking: Speaking): Question {
  const { category, level } = softened;
  return {
    id: directQuestionId(category),
    say: directSay(softened, speaking),
    yesMeans: { category, level },
    yesDoes: level === '999' ? 'stop, get 999' : 'stop, tell the duty doctor',
    noDoes: 'go on',
  };
}
