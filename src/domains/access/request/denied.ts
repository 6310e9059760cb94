import type { RedFlagCategoryId } from '../red-flag/category.ts';

/** A direct question to whoever it is about, and of them to somebody else. */
type Asked = readonly [self: string, other: string];

/**
 * What is asked where just one thing of a kind of danger was denied: that thing by its name, and the rest of its kind with
 * it, so that one "no" still answers for all of it. Wordings await a clinical owner.
 */
const ofThat: Partial<Readonly<Record<RedFlagCategoryId, readonly (readonly [said: RegExp, ...Asked])[]>>> = {
  bleeding: [
    [
      /cough|spit|phlegm|sputum/,
      'Have you coughed up any blood, or bled heavily anywhere, now or at any time today?',
      'Have they coughed up any blood, or bled heavily anywhere, now or at any time today?',
    ],
    [
      /vomit|sick|threw|throw|coffee/,
      'Have you been sick with blood or something like coffee grounds, or bled heavily anywhere, now or at any time today?',
      'Have they been sick with blood or something like coffee grounds, or bled heavily anywhere, now or at any time today?',
    ],
    [
      /\bpoo|stool|motion|bowel|bottom|back passage|toilet|tarry/,
      'Have you passed blood or anything black and sticky in your poo, or bled heavily anywhere, now or at any time today?',
      'Have they passed blood or anything black and sticky in their poo, or bled heavily anywhere, now or at any time today?',
    ],
    [
      /\bwee|\bpee|urine|water/,
      'Have you passed blood in your urine, or bled heavily anywhere, now or at any time today?',
      'Have they passed blood in their urine, or bled heavily anywhere, now or at any time today?',
    ],
  ],
  stroke: [
    [
      /head/,
      'Have you had a sudden, very bad headache, or is your face, arm or speech different, now or at any time today?',
      'Have they had a sudden, very bad headache, or is their face, arm or speech different, now or at any time today?',
    ],
  ],
  sepsis: [
    [
      /rash|neck|light/,
      'Is there a rash that stays when you press it, a stiff neck, or light that hurts, or do you feel very unwell or confused, now or at any time today?',
      'Is there a rash that stays when you press it, a stiff neck, or light that hurts, or are they very unwell or confused, now or at any time today?',
    ],
  ],
  'self-harm': [
    [
      /voice|hallucinat|seeing things|paranoi|manic|mania/,
      'Do you hear or see things that others do not, or are you thinking of harming yourself, now or at any time today?',
      'Do they hear or see things that others do not, or are they thinking of harming themselves, now or at any time today?',
    ],
  ],
  'hot-joint': [
    [
      /calf|calves|\bleg|clot/,
      'Is one calf or leg swollen, hot or painful, or a joint hot, red and swollen, now or at any time today?',
      'Is one calf or leg swollen, hot or painful, or a joint hot, red and swollen, now or at any time today?',
    ],
  ],
};

/** The question of just that which was denied, in the words it was denied in; undefined where the general one is asked. */
export function askedOfDenied(category: RedFlagCategoryId, matched: string): Asked | undefined {
  const said = matched.toLowerCase();
  const meant = ofThat[category]?.filter(([words]) => words.test(said)) ?? [];
  const [only] = meant;
  return only && meant.length === 1 ? [only[1], only[2]] : undefined;
}
