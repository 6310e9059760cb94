import { sources } from '../red-flag-category.ts';
import type { RedFlagCategory } from '../red-flag-category.ts';

export const eye: RedFlagCategory = {
  id: 'eye',
  name: 'Sudden loss of sight or eye injury',
  level: '999',
  wordings: [
    { match: ['{vision-lost}', '{sight} ..3 {gone}', '{cant-only} ..1 see ..3 {eye}'], unless: ['chronic', 'past', 'admin', 'glasses'] },
    { match: ['{eye-chemical} &4 {eye}', '{sudden-strict} &4 {sight|sight-change}', '{sight|sight-change} ..4 {sudden-strict}', '{sudden-strict} ..5 {blind}', '{eye} &3 {eye-hurt-badly}'] },
    {
      match: ['{eye} &3 {eye-injury}', '{sharp-thing} ..4 {eye}', '{eye} ..4 {sharp-thing}', '{eye-injury} ..3 {eye} &8 {bleed|sight-change|cant-see|pain}', '{sight-change} &6 {curtain|floaters-new}', '{floaters-new}', '{eye} &4 {pain} &6 {sight-change|vomit|light-hurts|sight}', '{contact-lens} &6 {pain|light-hurts}'],
      unless: ['admin', 'chronic', 'conjunctivitis', 'past'],
      level: 'same-day-duty',
    },
  ],
  quiet: [
    'cant see (a|the|my|any|anyone|anybody|an|why|how|it|if|that|where|what|him|her|dr|doctor|gp|until|me|you|on|myself|them) ',
    'see eye to eye',
    'eye (test|tests|drops|drop|clinic|appointment|screening|hospital|cream|ointment|infection)',
    'blind (spot|date|panic)',
    'turn a blind eye',
    '(venetian|roller) blinds',
    'blackout blinds',
    'private eye',
    'keep an eye',
    'keeping an eye',
    'sight of',
    'in sight',
    'flashes of (anger|memory|inspiration)',
    'double (check|dose|booked|appointment|glazing)',
    'in my (eyes|opinion)',
    'caught my eye',
    'doctor in',
    'eyes (open|tested|peeled)',
    'hot flash(|es)',
    'eyelid cut',
    'in one eye since birth',
    'glass eye',
    'public eye',
    'black eye peas',
  ],
  source: sources.frontDesk,
  say: {
    self: 'A sudden change in sight or an eye injury needs emergency care now. Please go to an eye casualty or A&E straight away, or call 999.',
    other: 'A sudden change in sight or an eye injury needs emergency care now. Please take them to an eye casualty or A&E straight away, or call 999.',
  },
  advice: [
    'Chemical in the eye: rinse with clean water for at least 20 minutes now, contact lenses out, and tell A&E what it was.',
    'Do not rub the eye or try to take out anything stuck in it.',
    'Do not drive.',
  ],
  safeContactFirst: false,
};

export const severeAbdomen: RedFlagCategory = {
  id: 'severe-abdomen',
  name: 'Severe pain in the tummy',
  level: '999',
  wordings: [
    { match: ['{belly} &3 {pain} &4 {severe}', '{belly} ..4 {stiff}', '{belly} &3 {agony}', '{rock-hard} ..1 {belly}', '{belly} &6 {pain} &8 {fever|vomit-blood|collapse|clammy|green-vomit}', '{tearing} &4 {belly|back-and-belly}', '{belly} &2 {severe}'], unless: ['chronic', 'stiff-ok'] },
    { match: ['{suspect} ..4 {appendix}', '{appendix} &4 {pain|burst|worse|severe}', '{belly-right} &4 {pain} &8 {worse|vomit|fever|cant-only|severe}'] },
    { match: ['{green-vomit}', '{vomit-poo}', '{pregnant} &10 {belly} &4 {severe}', '{stuck-hernia}'] },
    { match: ['{appendix}'], unless: ['past', 'admin', 'question', 'op-done'] },
  ],
  quiet: ['pelvic (floor|girdle|physio|scan|ultrasound|exam)', 'period (pain|pains|cramps|cramp)', 'gut (feeling|health|instinct|reaction)', 'stomach (ulcer medication|churns|bug going round)', 'hard to stomach', 'beer belly', 'worst (thing|part|case|time|day|place)', 'severe (weather|asthma|eczema|allergy|allergies|anxiety|depression)', 'terrible (phone|service|queue)', 'appendix (of|to the|a|b|scar|op|operation|out|removed)', '{stool} ..1 hard', 'hard (work|time|stools|stool|poo|lump|skin|to)', 'so bad at', 'crying out for', 'butterflies in my stomach', 'awful (smell|taste|wait|service)', 'extremely (grateful|helpful|busy|long)'],
  source: sources.quickGuide,
  say: {
    self: 'Pain that severe needs emergency care now. Please call 999, or go to A&E if someone can drive you.',
    other: 'Pain that severe needs emergency care now. Please call 999, or take them to A&E if that is quicker.',
  },
  advice: ['Nothing to eat or drink until they have been assessed.', 'Lie in whatever position is easiest.', 'Pregnant, or a missed period: tell 999.'],
  safeContactFirst: false,
};

export const pregnancy: RedFlagCategory = {
  id: 'pregnancy',
  name: 'Pregnancy: bleeding, pain or baby moving less',
  level: '999',
  wordings: [
    { when: 'pregnant', match: ['{bleed}', '{spotting}', '{less-movement} ', '{contraction}', '{belly} &5 {severe|pain}', '{pain} ..3 {severe}', '{headache} &10 {sight-change|swell|severe|worst-ever|sight}', '{sight-change} &8 {swell|headache}', '{swell} &6 {face|hands-feet} &8 {headache|sudden|sudden-strict}', '{miscarry}', '{bp-high}', '{pain} ..4 {one-sided-low}', '{stab} ..4 {one-sided-low}', '{fluid-leak}', '{vision-off}', '{pain} &8 {shoulder}', '{seizure}', '{clots}', '{cramps-low}', '{itchy-palms}', '{fell} ..4 {belly|bump-word}', '{crash}', '{shoulder-tip}'] },
    { match: ['{unborn-baby} ..2 {less-movement}', '{less-movement} ..4 {unborn-baby}', '{fewer-movements}', '{fluid-leak} &6 {weeks-count}', '{weeks-count} ..10 {bleed|less-movement|contraction|fewer-movements}', '{bleed|less-movement|contraction} ..8 {weeks-count}', '{unborn-baby} ..3 {not-kicking}', '{cant-only} ..1 feel ..1 {unborn-baby}'], unless: ['born-baby'] },
    { match: ['{suspect} ..4 {miscarry}', '{miscarry} &4 {bleed|pain|now-again}', '{contraction}', '{shoulder-tip} &8 {bleed|belly|period}'], unless: ['past'] },
    { match: ['{gave-birth} &14 {bleed|chest|breathless|fever|headache|seeing-things}'] },
  ],
  quiet: ['{blood-thing}', 'quiet (time|room|slot)', '{admin} ..2 {contraction}', 'bleeding (gums|gum)', 'implantation', 'muscle contraction(|s)', 'before i got pregnant', 'tender breasts', 'pelvic girdle (pain|)', 'spd', 'pregnancy (test|tests|vitamins|yoga|pillow|test was)', 'spotting a', 'slowed down at work'],
  source: sources.children,
  say: {
    self: 'This needs the maternity team now. Please ring your maternity triage line straight away: it is open day and night. Heavy bleeding, severe pain or a fit: call 999.',
    other: 'This needs the maternity team now. Please ring their maternity triage line straight away: it is open day and night. Heavy bleeding, severe pain or a fit: call 999.',
  },
  advice: [
    'Do not wait until tomorrow if the baby is moving less or differently.',
    'Have the maternity notes or app to hand, and say how many weeks.',
    'Before 20 weeks, ring the early pregnancy unit; if you cannot get through, go to A&E.',
  ],
  safeContactFirst: false,
};

export const caudaEquina: RedFlagCategory = {
  id: 'cauda-equina',
  name: 'Back trouble with numbness, weak legs or loss of bladder or bowel control',
  level: '999',
  wordings: [
    {
      match: [
        '{saddle} &3 {numb}',
        '{back} &12 {incontinent|numb-saddle}',
        '{incontinent} &12 {back|both-legs-weak|leg-weak|numb}',
        '{both-legs} &3 {weak}',
        '{both-legs} &3 {numb} &10 {back|incontinent}',
        '{both-legs} ..2 {gone}',
        '{cauda-equina}',
        '{back} &10 {both-legs} &4 {numb|weak}',
        '{cant-only} ..1 feel ..3 {wiping}',
      ],
    },
    { match: ['{cant-wee} ..8 {all-day|pain|belly|severe}', '{all-day} ..4 {cant-wee}', '{cant-wee}'], unless: ['wee-hold', 'admin'], level: 'same-day-duty' },
  ],
  quiet: ['come back', 'get back', 'call(|ed) back', '(ring|call|called|phone|phoned|go|went|going|came|coming|come|got|get|hear|heard|write|email|emailed|text|back and forth|sent|send|give|gave|bring|take|report|fall|feed|push|pushed|look|pay|move|moved) back', '(ring|call|phone) (me|him|her|us) back', 'legs (eleven)', 'going back', 'back (to|in (january|february|march|april|may|june|july|august|september|october|november|december)|at work|pain clinic|later|on|from|up|for)', 'numb bum from sitting', '{numb} ..1 {saddle} ..2 (sitting|chair|bike)', 'bottom of', 'bits and', 'dead (end|line|legs from running)', 'side effects'],
  source: sources.quickGuide,
  say: {
    self: 'Those signs with your back need A&E now. Please go straight to A&E, or call 999 if you cannot get there.',
    other: 'Those signs with their back need A&E now. Please take them straight to A&E, or call 999 if you cannot get there.',
  },
  advice: ['Tell A&E: numbness between the legs, weak legs, or a change in bladder or bowel control.', 'Do not wait for a routine scan or physiotherapy appointment.'],
  safeContactFirst: false,
};

export const testicularPain: RedFlagCategory = {
  id: 'testicular-pain',
  name: 'Pain or swelling in a testicle',
  level: 'same-day-duty',
  wordings: [
    { match: ['{testicle} &4 {pain|agony|sore|twisted|testicle-swell}', '{torsion}', '{testicle} &4 {swell}'], unless: ['op-done', 'painless'] },
    { match: ['{testicle} &6 {sudden-strict|severe|vomit}'], level: '999' },
  ],
  quiet: ['(tennis|foot|golf|exercise|stress|cotton|birth|snooker|swiss|gym|cricket) ball(|s)', 'ball of (my|his|her|the|one|both) (foot|feet|thumb)', 'balls of (my|his|her|the) feet', 'hit by a ball', 'playing ball', 'ball games', 'ball and', 'nuts (and|or) ', 'allergic to ..3 nuts', 'ate ..3 nuts', 'drive me nuts', 'driving me nuts', 'going nuts', 'went nuts', '(bits|privates|private parts|down there) ..2 (itch|itchy|thrush|discharge)', 'plums'],
  source: sources.quickGuide,
  say: {
    self: 'Sudden pain in a testicle must be seen within hours. Please go to A&E now; I am telling the duty doctor.',
    other: 'Sudden pain in a testicle must be seen within hours. Please take him to A&E now; I am telling the duty doctor.',
  },
  advice: ['Nothing to eat or drink on the way, in case an operation is needed.', 'Do not wait to see whether it settles.'],
  safeContactFirst: false,
};
