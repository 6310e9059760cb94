import { ofHeightsAndFire } from './of-heights-and-fire.ts';
import { ofParting } from './of-parting.ts';
import { ofPlainWords } from './of-plain-words.ts';
import { ofRarerDangers } from './of-rarer-dangers.ts';
import { ofShorthand } from './of-shorthand.ts';
import type { ConceptWords } from './words.ts';

/** Turns of phrase about dangers of the moment: hanging, a body found, hands round a throat, illnesses that turn within hours. */
export const ofAcuteDanger: ConceptWords = {
  ...ofHeightsAndFire,
  ...ofParting,
  ...ofPlainWords,
  ...ofRarerDangers,
  ...ofShorthand,
  hanged: `
    (hung|hanged) (himself|herself|themself|themselves), found (him|her|them|my son|my daughter|my husband|my wife|my dad|my mum) (hanging|hanged|hung),
    strung (himself|herself) up, hanging by (the|his|her) neck, hanging (from|by|on) a rope,
    (rope|cord|belt|noose|ligature|scarf|wire) (round|around) (his|her|their) neck`,
  'hang-person': `
    he, hes, she, shes, him, her, man, bloke, woman, lad, lady, son, daughter, husband, wife, partner, boyfriend, girlfriend, dad, mum, brother, sister,
    boy, girl, someone, somebody, resident, patient, lodger, neighbour, flatmate, teenager, body, fella, guy`,
  'hang-place': `
    banister(|s), bannister(|s), loft, loft hatch, garage, shed, rafters, rafter, beam, door, door handle, tree, ceiling, light fitting, stairs, staircase,
    attic, barn, rope, belt, noose, cord, wardrobe, curtain rail, bridge, cell, bathroom, bedroom, woods`,
  'not-moving': `not moving, isnt moving, doesnt move, wont move, not breathing, isnt breathing, lifeless, blue, purple, limp`,
  'dead-sign': `
    stiff, not moving, isnt moving, lifeless, not breathing, isnt breathing, grey, gray, blue, unresponsive, no pulse, wont wake, white as a sheet`,
  'thought-dead': `
    think (hes|shes|he is|she is|he has|she has|theyre) (dead|died|gone|passed|passed away), (hes|shes|he is|she is|is) dead, (looks|seems) dead,
    (died|passed away|passed|dead|gone) in the night, (died|passed away) in (his|her) (sleep|bed|chair), found (him|her|them) dead`,
  'neck-hold': `
    hand(|s) (around|round|on) (my|her) (throat|neck), (grabbed|held|grabs|holds|pinned|squeezed|took|lifted|got|had) (me|her) (by|round|around) (the|my|her) (throat|neck),
    (strangled|strangles|throttled|throttles) (me|her|my), choked (me|her) (until|till|out|unconscious|last|with|and), tried to (strangle|throttle|choke) (me|her),
    (squeezed|squeezing|grabbed|gripped) (my|her) (throat|neck|windpipe), (me|her) in a (headlock|chokehold|choke hold), arm across my throat, strangling (me|her|my), throttling (me|her), being strangled`,
  'threat-kill': `
    threaten(ing|ed|s) to (kill|stab|shoot|murder|burn) (me|us|her|him|the kids), (says|said|saying|shouting|texting) (he|she|hes|shes|they) (will|is going to|gonna|going to|would) (kill|stab|murder) (me|us|her),
    (hes|shes|he is|she is) (going to|gonna) (kill|stab|murder) (me|us|her), (he|she) (will|would) (kill|stab|murder) (me|us), wants to (kill|stab) (me|us)`,
  'kill-jest': `
    if i (miss|forget|forgot|dont (get|go|book|bring|come|turn up|remember|make|ring|collect|pick)|am late|lose|lost|break|broke|get it wrong|cancel) , if im (late|not there), for (forgetting|missing|being late|losing|breaking), when (she|he) (sees|hears) (the|what i|how much|that i|my),
    when (she|he) finds out (i|ive|how much) (forgot|missed|lost|broke|broken|cancelled|spent|bought|ate|been putting)`,
  somebody: `he, hes, she, shes, they, theyre, husband, wife, partner, boyfriend, girlfriend, dad, father, mum, brother, sister, son, daughter, ex, uncle, stepdad, man, someone, somebody, neighbour, flatmate, carer`,
  'blade-at-body': `(knife|blade|gun|machete|axe|screwdriver|bottle) (to|at|against|on) (my|her|our) (throat|neck|chest|head|stomach|back|face|side)`,
  'at-hand': `
    outside, at the door, at my door, here now, in the house, downstairs, upstairs, banging on, hammering on, kicking the door, kicking in, trying to get in, on (his|her) way,
    coming over, coming round, in the garden, in the car park, with a knife, a knife, a gun, a machete, an axe, locked myself in, hiding in, next room`,
  armed: `(hes|shes|theyve|hes got|shes got|has|got|holding|waving|had|with|carrying) a (knife|gun|machete|hammer|bat|blade)`,
  'pink-froth': `
    pink froth, pink frothy, frothy pink, pink foam, pink foamy, foamy pink, pink spit, frothy spit, frothy sputum, frothy phlegm, pink sputum, pink phlegm, pink bubbles, bubbly pink,
    froth that is pink`,
  'puff-short': `short of puff, shortness of puff, short of wind, no puff, out of puff, puffed out, puffing, gets puffed, getting puffed, cant get (my|his|her) breath`,
  'bleed-it': `it, blood, bleeding, they, theyre, its`,
  'gaping-cut': `deep, deeply, to the bone, gaping, pouring, gushing, spurting, pumping, artery, vein`,
  hypo: `hypo, hypos, hypoing, hypoglycaemi(a|c), hypoglycemi(a|c), low blood sugar, low sugar, sugar is low, sugars low, sugar low`,
  'sugar-word': `sugar, sugars, blood sugar(|s), bm, bms, glucose, bg, dexcom, libre`,
  'hypo-stays': `
    wont come up, not coming up, isnt coming up, wont go up, not going up, isnt going up, hasnt come up, hasnt gone up, doesnt come up, still low, staying low, stays low,
    not rising, wont rise, isnt rising, keeps dropping, keeps going down, still dropping, still going down, not budging, wont shift, cant get it up, cant bring it up, cant get it to come up`,
  'still-at': `still, stuck at, stuck on, only, down to, back to, back down to`,
  addisons: `
    addisons, addison, addisons disease, adrenal (insufficiency|failure), adrenals (dont work|removed|out), steroid dependent, steroid dependant, hypoadrenal, hypopituitary,
    congenital adrenal hyperplasia, no adrenal glands, on (long term|lifelong) (steroids|hydrocortisone)`,
  'steroid-missed': `
    (missed|forgot|forgotten|ran out of|run out of|out of|without|stopped|not taken|not had|hasnt had|hasnt taken|havent taken|havent had|cant keep|not keeping|skipped|didnt take) (|all |two |some |any |down )(steroids|steroid|hydrocortisone|hydrocort|cortisone|prednisolone|fludrocortisone|tablets|doses|dose)`,
  dialysis: `dialysis, dialisis, dyalisis, haemodialysis, hemodialysis, dialysed, kidney machine`,
  'missed-turns': `
    missed, misses, skipped, didnt go, not been, hasnt been, havent been, couldnt go, couldnt get to, didnt have, not had, hasnt had, havent had, not gone, hasnt gone, refusing, refused`,
  'many-turns': `two, 2, three, 3, twice, both, several, all week, a week, this week, last two, last three`,
  'turning-ill': `
    vomit(|s|ing|ed), being sick, sick, throwing up, threw up, unwell, poorly, ill, collapse(|d), drowsy, confused, faint, fainted, dizzy, weak, floppy, shaky, fever,
    temperature, breathless, short of breath, palpitations, swollen, puffy, diarrhoea, runs, d and v, grey, clammy, cant stand, tummy bug`,
  'young-age': `
    (ten|eleven|twelve|thirteen|fourteen|fifteen|10|11|12|13|14|15) (year old|years old|yr old|yrs old|yo|y o|years|yrs|yr|yearold), (shes|im|hes|aged|age|only|just|she is|he is|i am|turned) (ten|eleven|twelve|thirteen|fourteen|fifteen|10|11|12|13|14|15), (thirteen|fourteen|fifteen|twelve|eleven) and, under age, underage`,
  'very-young': `(nine|ten|eleven|twelve|9|10|11|12) (year old|years old|yr old|yrs old|yo|y o|years|yrs|yr)`,
  'sex-with': `
    had sex, having sex, has sex, have sex, had unprotected sex, sleeping with, slept with, sleeps with, sexual relationship, sexually active, sexual contact, in a relationship with, going out with, seeing`,
  'grown-one': `
    teacher, coach, tutor, uncle, stepdad, step dad, stepfather, lodger, landlord, man, bloke, grown man, older man, adult, neighbour, youth worker, vicar, boss,
    (18|19|20|21|22|23|24|25|26|27|28|29|30|32|35|38|40|45|50) (year old|years old|yr old|yo|yrs|years)`,
};
