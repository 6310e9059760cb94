import { chestPain, breathlessness, heartRhythm } from './heart-and-breath.ts';
import { stroke, collapse, seizure } from './brain.ts';
import { majorInjury, eye } from './injury-and-eye.ts';
import { anaphylaxis, bleeding, poisoning } from './blood-and-poison.ts';
import { sepsis, chemoFever, hotJoint } from './infection.ts';
import { unwellChild, infantFever, childDka } from './children.ts';
import { selfHarm, abuse } from './mind-and-safety.ts';
import { knownIllness } from './known-illness.ts';
import { dangerousReading, exposure, foreignBody, hearing, infectionRisk, skinReaction } from './rarer-dangers.ts';
import { severeAbdomen, pregnancy, caudaEquina, testicularPain } from './body.ts';
import { everydayIllness } from './everyday-illness.ts';
import { everydayLetters } from './everyday-letters.ts';
import { everydayLookalikes } from './everyday-lookalikes.ts';
import { everydayRequests } from './everyday-requests.ts';
import { everydaySentences } from './everyday-sentences.ts';
import { everydayWords } from './everyday-words.ts';
import { learntFirst } from './learnt-1.ts';
import { learntSecond } from './learnt-2.ts';
import { learntThird } from './learnt-3.ts';
import { learntFourthQuiet } from './learnt-4-quiet.ts';
import { learntFourthRed } from './learnt-4-red.ts';
import { learntSixth } from './learnt-6.ts';
import { lines } from './phrases.ts';
import type { CategoryPhrases, LearntTexts } from './phrases.ts';

/** The published phrase list, by category. */
export const categoryPhrases: readonly CategoryPhrases[] = [
  chestPain,
  heartRhythm,
  breathlessness,
  stroke,
  collapse,
  seizure,
  majorInjury,
  eye,
  anaphylaxis,
  bleeding,
  poisoning,
  sepsis,
  chemoFever,
  hotJoint,
  unwellChild,
  infantFever,
  childDka,
  selfHarm,
  abuse,
  severeAbdomen,
  pregnancy,
  caudaEquina,
  testicularPain,
  knownIllness,
  dangerousReading,
  foreignBody,
  infectionRisk,
  hearing,
  skinReaction,
  exposure,
];

/** Ordinary requests that belong to no category, and must raise no red flag. */
export const everydayPhrases: readonly string[] = [
  everydayWords,
  everydaySentences,
  everydayLetters,
  everydayIllness,
  everydayRequests,
  everydayLookalikes,
].flatMap(lines);

/** The labelled texts the second reading learns from besides the phrases; those of the files kept apart are not among them. */
export const learntTexts: readonly LearntTexts[] = [
  learntFirst,
  learntSecond,
  learntThird,
  learntFourthRed,
  learntFourthQuiet,
  learntSixth,
];
