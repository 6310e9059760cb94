import type { RedFlagCategory } from '../category.ts';
import { anaphylaxis, bleeding, poisoning } from './blood-and-poison.ts';
import { caudaEquina, eye, pregnancy, severeAbdomen, testicularPain } from './body.ts';
import { collapse, majorInjury, seizure, stroke } from './brain.ts';
import { breathlessness, chestPain, heartRhythm } from './heart-and-breath.ts';
import { chemoFever, childDka, hotJoint, infantFever, sepsis, unwellChild } from './infection-and-children.ts';
import { exposure } from './exposure.ts';
import { knownIllness } from './known-illness.ts';
import { abuse, selfHarm } from './mind-and-safety.ts';
import { dangerousReading, foreignBody, hearing, infectionRisk, skinReaction } from './rarer-dangers.ts';

/** Every red flag that is screened for. */
export const redFlagCategories: readonly RedFlagCategory[] = [
  chestPain,
  heartRhythm,
  stroke,
  breathlessness,
  anaphylaxis,
  bleeding,
  collapse,
  seizure,
  sepsis,
  poisoning,
  selfHarm,
  majorInjury,
  eye,
  severeAbdomen,
  unwellChild,
  infantFever,
  pregnancy,
  caudaEquina,
  testicularPain,
  hotJoint,
  childDka,
  chemoFever,
  knownIllness,
  dangerousReading,
  foreignBody,
  infectionRisk,
  hearing,
  skinReaction,
  exposure,
  abuse,
];
