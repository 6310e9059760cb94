import type { RedFlagCategoryId } from '../category.ts';
import type { Aid } from './aid.ts';
import {
  anaphylaxis,
  bleeding,
  caudaEquina,
  eye,
  hotJoint,
  majorInjury,
  poisoning,
  severeAbdomen,
  testicularPain,
} from './blood-and-injury.ts';
import { breathlessness, chestPain, collapse, heartRhythm, seizure, sepsis, stroke } from './heart-and-brain.ts';
import { knownIllness } from './known-illness.ts';
import { abuse, chemoFever, childDka, infantFever, pregnancy, selfHarm, unwellChild } from './mind-and-family.ts';
import { dangerousReading, exposure, foreignBody, hearing, infectionRisk, skinReaction } from './rarer-dangers.ts';

const aids: Readonly<Record<RedFlagCategoryId, Aid>> = {
  'chest-pain': chestPain,
  'heart-rhythm': heartRhythm,
  stroke,
  breathlessness,
  anaphylaxis,
  bleeding,
  collapse,
  seizure,
  sepsis,
  poisoning,
  'self-harm': selfHarm,
  'major-injury': majorInjury,
  eye,
  'severe-abdomen': severeAbdomen,
  'unwell-child': unwellChild,
  'infant-fever': infantFever,
  pregnancy,
  'cauda-equina': caudaEquina,
  'testicular-pain': testicularPain,
  'hot-joint': hotJoint,
  'child-dka': childDka,
  'chemo-fever': chemoFever,
  'known-illness': knownIllness,
  'dangerous-reading': dangerousReading,
  'foreign-body': foreignBody,
  'infection-risk': infectionRisk,
  hearing,
  'skin-reaction': skinReaction,
  exposure,
  abuse,
};

/** What is said and done of a danger until help comes; wordings await a clinical owner. */
export function aidOf(category: RedFlagCategoryId): Aid {
  return aids[category];
}
