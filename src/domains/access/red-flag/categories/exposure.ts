import { sources } from '../category.ts';
import type { RedFlagCategory } from '../category.ts';

export const exposure: RedFlagCategory = {
  id: 'exposure',
  name: 'Heatstroke, dangerous cold, or illness after a dive',
  told: 'Heat, cold or diving illness',
  level: '999',
  wordings: [
    { match: ['{heatstroke}'], unless: ['past', 'long-ago', 'admin', 'question', 'idiom'] },
    { match: ['{heat-cause} &8 {confused|drowsy|collapse|vomit|not-responding|cant-be-woken|turning-ill|seizure}'] },
    {
      match: ['{after-dive} &10 {numb|joint|dizzy|confused|weak-side|chest|breathless|rash|collapse}'],
      unless: ['past', 'long-ago', 'admin'],
    },
  ],
  quiet: [
    '(prevent|avoid|avoiding|preventing|risk of) ..2 {heatstroke}',
    'round the bends',
    'the bends (in|on|of|and|make|in the) ..1 (road|roads|drive|pass)',
    'diving (board|lessons|medical|certificate)',
  ],
  source: sources.general,
  safeContactFirst: false,
};
