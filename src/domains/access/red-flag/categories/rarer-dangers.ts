import { sources } from '../category.ts';
import type { RedFlagCategory } from '../category.ts';

export const dangerousReading: RedFlagCategory = {
  id: 'dangerous-reading',
  name: 'Dangerous reading or blood result, or a shock from a heart device',
  told: 'A dangerous reading',
  level: '999',
  wordings: [
    {
      match: [
        '{heart-device} &5 {device-shock} &6 {more-than-once|collapse|near-collapse|chest|breathless|dizzy|palpitation}',
      ],
      unless: ['device-other'],
    },
    {
      match: [
        '(pacemaker|pace maker|implanted device|device in (my|his|her) chest|box in (my|his|her) chest) ..3 (keeps|keep|kept|constantly|repeatedly) ..1 (shock|shocks|shocking|zapping|jolting|firing)',
      ],
      unless: ['device-other'],
    },
    {
      match: ['{heart-device} &5 {device-shock}'],
      unless: ['device-other'],
      level: 'same-day-duty',
    },
    {
      match: [
        '(pacemaker|implantable thing|implanted thing|implantable device|implanted device|device in (my|his|her) chest|box in (my|his|her) chest) ..5 (shock|shocks|shocked|shocking|zap|zaps|zapped|zapping|jolt|jolts|jolted)',
      ],
      unless: ['device-other'],
      level: 'same-day-duty',
    },
    { match: ['{potassium} ..4 {number-grave-potassium}'] },
    {
      match: [
        '{sodium} ..4 {number-grave-sodium}',
        '{haemoglobin} ..4 {number-grave-haemoglobin}',
        '{clotting-score} ..4 {number-grave-clotting}',
        '{potassium|sodium|haemoglobin|clotting-score} ..3 {result-high}',
      ],
      level: 'same-day-duty',
    },
    {
      match: [
        '{bp-word} ..6 {number-very-high-systolic} &8 {headache|sight-change|sight|chest|breathless|confused|seizure|vomit|drowsy|collapse|dizzy}',
        '{headache|sight-change|chest|breathless|confused|vomit|dizzy} ..8 {bp-word} ..6 {number-very-high-systolic}',
      ],
    },
    {
      match: [
        '{bp-word} ..6 {number-extreme-systolic}',
        '{bp-word} ..6 {number-very-high-systolic} ..2 {number-very-high-diastolic}',
        '{number-very-high-systolic} over {number-very-high-diastolic}',
        '{bp-word} ..8 {number-very-high-diastolic} ..1 (bottom|diastolic|lower)',
      ],
      level: 'same-day-duty',
    },
    {
      match: [
        '{breath-rate} ..3 {number-very-fast-breaths|number-very-fast-breath-words}',
        '{number-very-fast-breaths|number-very-fast-breath-words} ..0 {breaths-each}',
        '{breathe} ..3 {number-very-fast-breaths|number-very-fast-breath-words} ..1 {times-a-minute}',
      ],
    },
    {
      match: [
        '{breath-rate} ..3 {number-fast-breaths|number-fast-breath-words}',
        '{number-fast-breaths|number-fast-breath-words} ..0 {breaths-each}',
        '{breathe} ..3 {number-fast-breaths|number-fast-breath-words} ..1 {times-a-minute}',
      ],
      unless: ['long-ago', 'child-word'],
    },
    {
      match: [
        '{breath-rate} ..3 {number-fast-breaths|number-fast-breath-words}',
        '{number-fast-breaths|number-fast-breath-words} ..0 {breaths-each}',
        '{breathe} ..3 {number-fast-breaths|number-fast-breath-words} ..1 {times-a-minute}',
      ],
      level: 'same-day-duty',
    },
  ],
  quiet: [
    '{breath-rate|breathe} ..1 {number-calm-breaths} ..1 (a minute|per minute|at rest)',
    'hb a 1 c',
    'hba 1 c',
    'hba1c',
    'low (sodium|potassium) (salt|diet)',
    '(sodium|potassium) (valproate|bicarbonate|citrate|alginate|supplement|supplements|tablets|chloride)',
    '{device-other} ..3 {heart-device}',
    '(public|village|community|aed) {heart-device}',
    '{number} (mg|mcg|ml|micrograms|milligrams)',
  ],
  source: sources.general,
  safeContactFirst: false,
};

export const foreignBody: RedFlagCategory = {
  id: 'foreign-body',
  name: 'Something stuck in the nose or ear',
  told: 'Something stuck',
  level: 'same-day-duty',
  wordings: [
    {
      match: [
        '{button-battery} ..4 (up|in|inside|into|stuck in|down) ..2 {nostril|ear-hole}',
        '{nostril|ear-hole} ..4 {button-battery}',
      ],
      unless: ['long-ago', 'hearing-aid-care'],
      level: '999',
    },
    {
      match: [
        '{small-thing} ..3 (up|stuck up|in|inside|into|stuck in|lodged in|jammed in) ..2 {nostril}',
        '{small-thing} up ..1 {nostril}',
        '{put-up} ..2 something ..2 (up|in|inside|into) ..2 {nostril}',
        'something ..2 (stuck|lodged|jammed) ..2 (up|in|inside) ..1 {nostril}',
      ],
      unless: ['long-ago', 'piercing'],
    },
    {
      match: ['(magnet|magnets) ..3 (up|in|inside|into) ..2 {ear-hole}'],
    },
  ],
  quiet: [
    '(ring|stud|piercing|bar|hoop) ..2 {nostril}',
    '{nostril} (ring|stud|piercing|bar|hoop|job|spray|drops)',
    '(swab|spray|drops) ..2 (up|in) ..1 {nostril}',
    'under ..1 {nostril}',
  ],
  source: sources.general,
  safeContactFirst: false,
};

export const infectionRisk: RedFlagCategory = {
  id: 'infection-risk',
  name: 'Fever after travel, a bat or used needle, or a locked jaw',
  told: 'Possible serious infection',
  level: 'same-day-duty',
  wordings: [
    {
      match: [
        '{back-from} ..4 {malaria-place} ..14 {hot-ill|number-fever}',
        '{hot-ill|number-fever} ..10 {back-from} ..4 {malaria-place}',
        '{malaria-place} ..2 (last week|last month|two weeks ago|three weeks ago|a month ago|a week ago|ten days ago) ..8 {hot-ill|number-fever}',
        '{malaria} &6 {hot-ill|number-fever}',
        '{suspect} ..3 {malaria}',
        '(might|could) (be|have) ..1 {malaria}',
      ],
      unless: ['malaria-other'],
    },
    {
      match: [
        '{bat} ..1 {bat-bite} ..1 {bitten-one}',
        '{bat-bite} ..1 by ..1 {bat}',
        '{bat} bite',
        '{abroad-animal} ..1 {bat-bite} ..12 {malaria-place}',
        '{bat-bite} ..1 by ..2 {abroad-animal} ..8 {malaria-place|rabies-word}',
        '{rabies-word} ..4 (bite|bitten|exposure|exposed|scratch|scratched|contact)',
      ],
      unless: ['malaria-other', 'ball-game'],
    },
    { match: ['{needlestick}', '{virus-exposed}'], unless: ['not-injury'] },
    { match: ['{lockjaw} &10 {lockjaw-with}'], unless: ['jaw-other'], level: '999' },
    { match: ['{lockjaw}'], unless: ['jaw-other', 'chronic', 'idiom'] },
  ],
  quiet: [
    '(cricket|baseball|rounders) {bat}',
    '{bat} (and|&) ball',
    'sharps (bin|box|bins|container)',
    '(typhoid|yellow fever|malaria|rabies) (jab|jabs|vaccine|vaccines|vaccination|certificate|tablets|booster|boosters|course)',
    '{malaria-place} (restaurant|takeaway|curry)',
    'indian (restaurant|takeaway|meal|food)',
  ],
  source: sources.general,
  safeContactFirst: false,
};

export const hearing: RedFlagCategory = {
  id: 'hearing',
  name: 'Sudden loss of hearing',
  level: 'same-day-duty',
  wordings: [
    {
      match: [
        '{over-a-night} ..5 {hearing-gone}',
        '{hearing-gone} ..6 {over-a-night}',
        'sudden(ly|) (deaf|deafness|hearing loss|sensorineural)',
        '(woke|woken) ..4 deaf',
        '{ear-hole} ..2 (went|gone) (completely |totally |)(dead|deaf|silent)',
      ],
      unless: ['hearing-other'],
    },
  ],
  quiet: [
    'deaf ears',
    '(lost|losing|lose|found|broke|broken|dropped) ..1 hearing (aid|aids)',
    '(partially|profoundly|registered|born) deaf',
    'deaf (club|awareness|person|interpreter|school|community)',
  ],
  source: sources.general,
  safeContactFirst: false,
};

export const skinReaction: RedFlagCategory = {
  id: 'skin-reaction',
  name: 'Blistering or peeling skin after a medicine',
  told: 'Severe skin reaction',
  level: '999',
  wordings: [
    {
      match: ['{skin-peels} &8 {raw-inside}', '{skin-peels} &10 {medicine-new}'],
      unless: ['peel-other'],
    },
    { match: ['{raw-inside} &8 {lamotrigine}', '{suspect} ..3 {skin-grave}'] },
    { match: ['{skin-grave}'], unless: ['past', 'admin', 'question'] },
    {
      match: ['{lamotrigine} &8 {rash}', '{rash} &8 {fever} &8 {lamotrigine}'],
      level: 'same-day-duty',
    },
  ],
  quiet: [
    '{peel-other} ..3 {skin-peels}',
    '{skin-peels} ..3 {peel-other}',
    'peel(|ed|ing) (potatoes|carrots|prawns|veg|wallpaper|paint|stickers)',
  ],
  source: sources.general,
  safeContactFirst: false,
};
