import type { FlagWording } from '../category.ts';

/** Somebody who is killing themself at this minute, or has the means in place: an ambulance, whatever else is said. */
export const killingNow: readonly FlagWording[] = [
  {
    match: [
      '(hanging|hanged|hung|strangling|gassing|suffocating|drowning|stabbing|poisoning) (myself|himself|herself|themself|themselves)',
      '(trying|tries) to ..1 (kill|hang|drown|gas|suffocate|strangle|stab|shoot|burn|poison) (myself|himself|herself|themself|themselves)',
      '(cut|slit|slashed|slashing|slitting|cutting) ..1 (my|his|her|their|own) ..0 (throat|neck)',
      '(cut|slit|slashed|slashing|slitting|cutting) (my|his|her|their) own (throat|neck)',
      '(slashed|slashing|slit|carved) ..1 (my|his|her|their) ..0 (arm|arms|wrist|wrists|leg|legs|thighs|stomach) ..2 (deep|deeply|open|to the bone)',
      '(razor|knife|blade|scissors|glass) (to|at|against|on) (my|his|her) (wrist|wrists|arm|arms|vein|veins)',
      '{blade} ..10 (use|using|used) (it|them|this) on (myself|himself|herself|me)',
      '(put|tied|tying|wrapped|got|looped) ..1 (something|belt|cord|rope|cable|flex|wire|ligature|noose|shoelace|dressing gown cord) ..1 (round|around) ..0 (my|his|her|their) ..0 neck',
      '(dont want to be here|dont want to live|want to die|want to end it|end it all|cant go on|kill myself|end my life|had enough) &14 (tablets|pills|meds|knife|blade|razor|rope|scissors) ..2 (in front of me|in my hand|in my hands|next to me|beside me)',
      '(plastic|carrier|polythene) bag ..3 over ..1 (my|his|her|their) head',
      '(petrol|diesel|lighter fluid|paraffin) ..1 (on|over) (myself|himself|herself|themself|themselves)',
      '(set|setting|lit) (myself|himself|herself|themself|themselves) (on fire|alight|ablaze)',
      '(hose|pipe|tube) ..3 (exhaust|tailpipe)',
      '(car|engine|motor) ..3 (running|on) ..4 garage ..6 (shut|closed|locked)',
    ],
    unless: ['past', 'long-ago', 'idiom', 'accident-how', 'admin'],
    level: '999',
  },
  {
    match: ['(ive|i have|ive just|hes|he has|shes|she has) ..1 (turned|put|switched) ..1 the gas on'],
    unless: ['gas-for-use', 'admin', 'idiom'],
    level: '999',
  },
  {
    match: ['(at|on) ..0 beachy head', '(at|on) ..1 (top|edge) of ..1 (cliff|cliffs)'],
    unless: ['outing', 'past', 'admin'],
    level: '999',
  },
];

/** Somebody who breaks in, or rages at home: the police. */
export const homeAttacked: readonly FlagWording[] = [
  {
    match: [
      '(someone|somebody|he|hes|shes|she|man|men|ex|exs|they|theyre|partner|husband|boyfriend) ..8 (smashing|smashed|breaking|kicking) ..1 (my|our|the) (window|windows|door|front door)',
      '(smashing|smashed|smash) ..1 (up |)(my|our|the) (house|place|flat|home)',
      '(putting|put) (my|our) (window|windows|door|front door) (in|through)',
      '(someone|somebody|man|men|ex|exs|stranger|intruder|they|theyre|hes) ..3 (get|getting|break|breaking|broken|broke|force|forcing|forced) ..1 (in|into) ..1 (my|our|the|his|her) (house|home|flat|door|window)',
      '(there are|theres|there is|ive got) ..2 (men|a man|strangers|a stranger|people) ..1 (in|inside) (my|our|the) (house|home|flat|garden)',
      '(holding|held|taken|keeping|kept) (us|me|them|her|him) ..1 hostage',
      '{attacker} ..1 (is |has |)(breaking|broken|broke) in',
      '(burglar|burglars|intruder|intruders|prowler) ..3 (in|inside|at|outside|downstairs|upstairs)',
      '(burn|torch|set fire to|blow up) ..3 (house|home|flat|place) ..3 with ..1 (us|me|the kids|kids|everyone|the children) ..0 (in|inside|)',
      '(scared|frightened|afraid|terrified|fearing|fear) for my life',
      '(held|holding|kept|keeping|locked|trapped) ..2 against (my|his|her|their) will',
      '(wont|not) (let|letting) (me|us|her) ..1 (leave|go|out) ..8 (hurt|hit|beat|beaten|hurting|kicked|strangled|knife) ..2 (kids|children|me|us|her)',
      '(my|her) ..1 (husband|partner|boyfriend|ex|exs|wife|girlfriend|stepdad) ..1 (is |)(going to|gonna) (kill|murder) (me|us|her)',
      '(wandering|walking|walks|going|pacing|running|storming) ..3 with ..1 (hammer|knife|axe|machete|sword|bat) ..12 (demon|demons|devil|devils|possessed|evil|voices|kill|spirits)',
      '(hes|shes|he is|she is|theyre) outside ..6 (wont go|wont leave|refuses to|injunction)',
      '{attacker} ..3 outside ..6 (wont go|wont leave|refuses to|injunction|banging|shouting|threatening)',
    ],
    unless: ['idiom', 'past', 'long-ago', 'admin'],
    level: '999',
  },
  {
    match: [
      '(hes|shes|he has|she has|theyve|man has|partner has|ex has|husband has) ..0 got ..0 (a|an) ..1 (knife|machete|blade|hammer|axe|sword|crowbar|screwdriver|baseball bat|cricket bat|broken bottle|metal bar|iron bar|brick)',
    ],
    unless: ['idiom', 'past', 'admin', 'weapon-for-use'],
    level: '999',
  },
];
