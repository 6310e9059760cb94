import { sources } from '../red-flag-category.ts';
import type { RedFlagCategory } from '../red-flag-category.ts';

export const sepsis: RedFlagCategory = {
  id: 'sepsis',
  name: 'Signs of sepsis or meningitis',
  level: '999',
  wordings: [
    {
      match: [
        '{suspect} ..4 {sepsis}',
        '{mottled}',
        '{rigors}',
        '{clammy} &6 {grey|confused|unwell|fever|cold-body|breathless|collapse}',
        '{grey} ..1 {clammy}',
        '{confused} &8 {infection|sudden-strict|drowsy|clammy|breathless|gravely-ill|new-today}',
        '{infection} &8 {confused|mottled|gravely-ill|slurring}',
        '{infection} &10 {drowsy-adult|cant-stand}',
        '{fever} &8 {fast-breathing|cold-limbs|mottled|blotchy|cant-stand|drowsy-adult}',
        '{infection} &10 {cold-limbs|fast-breathing|blotchy}',
        '{op-wound} &10 {fever|rigors|gravely-ill|unwell|pus}',
        '{fever} &6 {loin-pain}',
        '{number-high-fever} &8 {shivers|loin-pain|confused|wound-word}',
        '{rigors} &8 {fever|wound-word|infection}',
        '{shivers} &4 {shivers-bad}',
        '{hallucinate}',
        '{infection} &10 {no-wee|spreading-fast}',
        '{old-age} ..10 {confused|muddled-old|off-legs}',
        '{off-legs} ..8 {confused|muddled-old|infection|smell-wee|fever}',
        '{confused} ..8 {smell-wee|no-wee|off-legs}',
        '{blotchy} ..2 {cold-limbs}',
        '{gravely-ill}',
        '{no-wee} &5 {all-day}',
        '{red-line} &8 {arm|leg|limb|infection}',
        '{stiff-neck} &8 {headache|fever|rash|light-hurts|vomit|drowsy}',
        '{headache} &8 {light-hurts} &8 {fever|vomit|rash}',
        '{fever} &3 {number-very-high-fever}',
        '{number-very-high-fever} ..1 {fever|degrees}',
        '{skin} ..3 {mottled|blue-grey-skin}',
        '{rash} &6 {non-blanching}',
        '{purple-rash} &8 {fever|unwell|vomit|headache|drowsy|stiff-neck}',
        '{fever} &6 {wont-wake}',
        '{weak-defences} &10 {fever|number-fever|rigors}',
      ],
    },
    {
      match: ['{other} ..3 {confused}', '{very-confused}', '{confused} ..3 {worse}'],
      unless: ['chronic', 'dementia', 'admin', 'past', 'anxious'],
    },
    {
      // A sore throat or a temperature with these medicines asks for a blood count the same day.
      match: ['{marrow-medicine} &8 {throat-or-mouth|fever|number-fever}'],
      unless: ['admin', 'vaccine'],
      level: 'same-day-duty',
    },
    { match: ['{sepsis}'], unless: ['past', 'admin', 'question', 'septic-thing', 'vaccine'] },
  ],
  quiet: [
    '{confused-about}',
    '{drowsy-adult} ..4 (hay fever|antihistamine|tablet|tablets)',
    'septic tank',
    '{sepsis} (awareness|survivor|training|vaccine|jab|booster|trust)',
    'grey area',
    'laundry clammy',
    'spot on',
    'spot the',
    'marks (and spencer|out of)',
    'vacant (post|slot|appointment|position)',
    'dying (for a|to (see|know|get|go|meet)|of (boredom|embarrassment|curiosity|thirst)|my hair)',
    'feel like im dying of (boredom|embarrassment)',
    'rest in peace',
    '{idiom} ..2 dying',
  ],
  source: sources.frontDesk,
  say: {
    self: 'What you describe needs emergency help now. Please call 999 straight away and say what you have told me.',
    other:
      'What you describe needs emergency help now. Please call 999 straight away, say what you have told me, and stay with them.',
  },
  advice: [
    'Tell 999 about any infection, recent operation, pregnancy, or illness that weakens the immune system.',
    'Keep them warm and comfortable, and watch their breathing.',
    'If a rash does not fade when a glass is pressed on it, say so to 999.',
  ],
  safeContactFirst: false,
};

export const unwellChild: RedFlagCategory = {
  id: 'unwell-child',
  name: 'Seriously unwell child, or a rash that does not fade',
  level: '999',
  wordings: [
    {
      when: 'child',
      match: [
        '{floppy}',
        '{drowsy}',
        '{odd-cry}',
        '{feeding-less} &10 {no-wee|drowsy|fever|vomit|breathe|all-day|baby}',
        '{baby} ..6 {feeding-less}',
        '{no-wee}',
        '{soft-spot} &3 {bulging}',
        '{mottled}',
        '{rib-suck}',
        '{purple-rash}',
        '{fever} &6 {drowsy|floppy|stiff-neck|rash-now|breathe|mottled|not-himself}',
        '{going-colour} ..1 {blue|grey}',
        '{green-vomit}',
        '{not-himself} &8 {fever|vomit|worse|rash-now|unwell}',
        '{breathe} &3 {bad-breathing|quickly}',
        '{parent-worry}',
        '{fever} &10 {cold-limbs|sleepy-child|bruise-rash}',
        '{rash} &8 {bruise-rash} ',
        '{cant-wake}',
        '{sleepy-child} &10 {fever|vomit|feeding-less|unwell|rash-now}',
        '{fell} ..10 {drowsy}',
        '{gravely-ill}',
      ],
    },
    {
      match: [
        '{rash} &6 {non-blanching}',
        '{non-blanching}',
        '{purple-rash}',
        '{rash} ..3 {bruise-like}',
        '{rash} ..3 not going',
        '{rash} ..3 under (the|a) (glass|tumbler)',
      ],
    },
    {
      match: [
        '{floppy} ..2 {baby|child-person}',
        '{other} ..3 {floppy}',
        '{fever} &4 {floppy}',
        '{soft-spot} &3 {bulging}',
        '{child-person} ..6 {number-very-high-fever}',
      ],
    },
  ],
  quiet: [
    'floppy (disk|hat|ears|ear)',
    'limp (hair|home)',
    'limp(|ing) (on|since|after|when)',
    'with a limp',
    '(a|his|her|the|slight|bad) limp',
    'drowsy (antihistamine|tablets|medicine)',
    'non drowsy',
    'sleepy (dust|head|eyes)',
    'purple (inhaler|book|folder|cream)',
    'bruises easily',
    '(shins|knees) ..3 bruises',
    '{rash} on the glass',
    'glass of',
    'glasses',
    'grunting teenager',
    'unresponsive {admin}',
    'listless {admin}',
    'no dry nappies',
    'no response from (the|your|you|anyone|reception|surgery|hospital|doctor|gp|pharmacy|camhs)',
    'zoned out in class',
    '(antihistamine|piriton|hay fever|travel|sickness) (tablet|tablets|medicine) ..4 {drowsy}',
    '{drowsy} from (hay|the|his|her|antihistamine|piriton)',
  ],
  source: sources.children,
  say: {
    self: 'This needs emergency help now. Please call 999 straight away.',
    other: 'Your child needs emergency help now. Please call 999 straight away and stay with them.',
  },
  advice: [
    'Stay with the child and watch their breathing and colour.',
    'Press a clear glass on any rash: if it does not fade, tell 999.',
    'If they will not wake but are breathing, lay them on their side.',
  ],
  safeContactFirst: false,
};

export const infantFever: RedFlagCategory = {
  id: 'infant-fever',
  name: 'Fever in a baby under 3 months',
  level: '999',
  wordings: [{ when: 'infant', match: ['{fever}', '{number-fever}', '{hot-baby}'] }],
  quiet: [
    '{fever} ..4 (bath|room|bottle|milk|water|thermometer)',
    'room temperature',
    '(bath|water|milk|bottle|room) ..1 {fever}',
    'temperature (is |was |)(normal|fine|ok|36|37)',
    'hay fever',
    '{fever} ..2 (36|37)',
    'temp(|orary) (resident|registration|staff)',
    'hot (weather|water|room|bath)',
    '{fever} (of|is|was) ..1 (normal|fine|ok)',
    'no (fever|temperature|temp) after (jabs|vaccines)',
  ],
  source: sources.children,
  say: {
    self: 'A baby under 3 months with a temperature of 38 or more must be seen now. Please take them to A&E straight away, or call 999.',
    other:
      'A baby under 3 months with a temperature of 38 or more must be seen now. Please take them to A&E straight away, or call 999.',
  },
  advice: [
    'Do not wait to see whether the temperature comes down.',
    'Keep offering feeds on the way. Do not sponge the baby with cold water.',
    'If the baby is floppy, hard to wake, mottled or struggling to breathe, call 999.',
  ],
  safeContactFirst: false,
};

export const childDka: RedFlagCategory = {
  id: 'child-dka',
  name: 'Thirst, weight loss or tiredness in a child (possible new diabetes)',
  level: 'same-day-duty',
  wordings: [
    {
      when: 'child',
      match: [
        '{thirst} &14 {wees-a-lot|losing-weight|tired|sweet-breath}',
        '{wees-a-lot} &14 {losing-weight|tired|sweet-breath}',
        '{losing-weight} &10 {tired|thirst}',
        '{sweet-breath}',
      ],
    },
    {
      match: [
        '{thirst} &14 {wees-a-lot} &14 {losing-weight|sweet-breath}',
        '{sweet-breath} &10 {thirst|vomit|tired|confused|wees-a-lot}',
      ],
    },
    {
      match: [
        '{ketones} &5 {high-reading|number|vomit|sugar-odd}',
        '{diabetes} &10 {vomit|confused|drowsy} &8 {sugar-odd|ketones|sugar}',
        '{sugar} ..3 {sugar-odd}',
        '{ketones} &8 {drowsy|confused|unwell}',
      ],
      level: '999',
    },
  ],
  quiet: [
    'keto(|genic) diet',
    'ketone (strips|sticks|meter|testing strips|test)',
    'pear drops sweets',
    'fruity (drink|vape|sweets|tea|flavour|squash)',
    '{diabetes} (review|clinic|nurse|check|eye screening|prevention)',
    'ketones (strips|negative|normal|are fine)',
    'weight loss (programme|program|injection|injections|clinic|group|drug|drugs|jab|surgery|service|diet)',
  ],
  source: sources.quickGuide,
  say: {
    self: 'This needs a doctor today. I am passing it to the duty doctor now. If there is vomiting, fast breathing or drowsiness, call 999.',
    other:
      'This child needs to be seen by a doctor today. I am passing it to the duty doctor now. If there is vomiting, fast breathing or drowsiness, call 999.',
  },
  advice: [
    'Vomiting, tummy pain, fast breathing, sweet-smelling breath or drowsiness: call 999 or go to A&E.',
    'Let them drink water. Do not wait for a morning urine or blood sample.',
  ],
  safeContactFirst: false,
};

export const chemoFever: RedFlagCategory = {
  id: 'chemo-fever',
  name: 'Fever or illness during chemotherapy',
  level: '999',
  wordings: [{ when: 'chemo', match: ['{fever}', '{number-fever}', '{chemo} &16 {chemo-ill}', '{rigors}'] }],
  quiet: [
    'hay fever',
    'room temperature',
    '{chemo} ..3 {admin}',
    '(temp|temperature|temps) (is |was |)(normal|fine|ok|36|37)',
    'not hot',
    'hot (flush|flushes|weather)',
    'hospital {admin}',
    'sick (note|notes|pay|leave)',
    'flu (jab|vaccine|vaccination|clinic)',
    'infection control',
    '{chemo} (nurse|ward|unit|card)',
    'off sick',
  ],
  source: sources.general,
  say: {
    self: 'With cancer treatment, a temperature or feeling unwell is an emergency. Ring your chemotherapy 24-hour line now; if you cannot get through at once, call 999.',
    other:
      'With cancer treatment, a temperature or feeling unwell is an emergency. Ring their chemotherapy 24-hour line now; if you cannot get through at once, call 999.',
  },
  advice: [
    'The number is on the chemotherapy alert card. Say when the last treatment was.',
    'Do not take paracetamol to bring the temperature down before being assessed.',
    'Shivering, confusion or fainting: call 999.',
  ],
  safeContactFirst: false,
};

export const hotJoint: RedFlagCategory = {
  id: 'hot-joint',
  name: 'Hot, swollen joint or calf',
  level: 'same-day-duty',
  wordings: [
    {
      match: [
        '{joint} &6 {hot} &6 {swell|red}',
        '{joint} &8 {swell} &6 {fever}',
        '{calf} &6 {swell} &6 {hot|red}',
        '{leg} &5 {swell} &5 {hot}',
        '{suspect} ..3 {dvt}',
        '{septic-joint}',
      ],
    },
  ],
  quiet: [
    '{hot-flush}',
    '(my|the|a) joint (account|appointment|application|letter)',
    'finger on the pulse',
    'thumbs up',
    'hip hop',
  ],
  source: sources.quickGuide,
  say: {
    self: 'A joint or calf that is hot and swollen needs to be seen today. I am passing this to the duty doctor now.',
    other: 'A joint or calf that is hot and swollen needs to be seen today. I am passing this to the duty doctor now.',
  },
  advice: [
    'Fever, shivering or feeling very unwell as well: call 999.',
    'Sudden breathlessness or chest pain with a swollen calf: call 999.',
    'Rest it. Do not massage a swollen calf.',
  ],
  safeContactFirst: false,
};
