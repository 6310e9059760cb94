import type { ConceptWords } from './words.ts';

/** Turns of phrase about eyes, belly, pregnancy, back and testicles. */
export const ofBody: ConceptWords = {
  'fewer-movements': `
    (not|havent|hasnt|cant|couldnt|barely|hardly) (felt|feel|feeling) (him|her|it|baby|them|the baby|my baby|any|anything) (move|moving|kick|kicking|wriggle|kicks|movement|movements),
    (baby|he|she|bump) (hasnt|isnt|not|stopped|has stopped) (kicked|kicking|been kicking),
    movements (are |have |)(reduced|less|slowed|stopped|dropped|changed|decreased),
    (reduced|fewer|less|no|decreased|not many|hardly any|barely any) (baby |foetal |fetal |kicks and )(movements|kicks|kicking|movement),
    (reduced|fewer|decreased|no) (movements|kicks), rfm`,
  'vomit-poo': `
    vomiting (poo|faeces|poop|brown), vomit smells of (poo|faeces), vomit smells like (poo|faeces),
    not passed wind and, cant pass wind, no poo or wind, bowel obstruction, blocked bowel, bowel blockage`,
  'stuck-hernia': `
    hernia (wont go back|has gone hard|is hard|stuck|is stuck|wont go back in|has strangulated|strangulated|turned purple|gone purple|is purple|really painful and hard),
    strangulated hernia, hernia gone hard,
    (lump|bulge) in (my|his|her) groin (that |)(wont go back|used to go back)`,
  glasses: `
    new glasses, reading glasses, glasses prescription, optician appointment, opticians, cataract, cataracts,
    glaucoma, macular, registered blind, partially sighted, sight impaired, guide dog, large print,
    contact lens prescription, needs glasses, squint, lazy eye`,
  blind: `blind, blindness, cant see, cannot see, couldnt see, no vision, no sight`,
  'eye-hurt-badly': `
    bulging, popped out, penetrated, pierced, stabbed, burst, ruptured, bleeding, excruciating, agony, severe pain,
    severely painful, unbearable, really bad pain, excruciatingly painful`,
  curtain: `curtain, shadow, shade, veil, dark, black, cobweb, cobwebs`,
  'floaters-new': `
    sudden floaters, new floaters, shower of floaters, flashes and floaters, floaters and flashes,
    flashing lights and floaters, flashes of light and, lots of floaters, floaters and flashing, loads of floaters,
    floaters suddenly, flashing lights in (my|one|the|his|her)(| left| right) eye,
    flashes in (my|one|the|his|her)(| left| right) eye, flashes of light in my, cobwebs in my vision,
    flashers and floaters`,
  'contact-lens': `contact lens, contact lenses, contacts, lens stuck, contact lens wearer, lenses`,
  conjunctivitis: `
    conjunctivitis, sticky, gunky, gunk, discharge, hay fever, hayfever, stye, chalazion, itchy, itching, dry eye,
    dry eyes, blepharitis, crusty, watery, eyelash`,
  agony: `
    agony, excruciating, excrutiating, unbearable, unbareable, killing, screaming, doubled over, doubled up,
    bent double, writhing, intolerable, rock hard, rigid, in bits, like knives, like being stabbed, hard as a board,
    twisting agony`,
  'rock-hard': `
    rock hard, rigid, board like, hard as a rock, solid hard, hard as a board, distended, hugely swollen,
    very swollen, hard swollen, hard and swollen`,
  tearing: `
    tearing, ripping, ripped, pulsating, pulsing, throbbing lump, like something has torn, like something tore,
    tearing through`,
  'back-and-belly': `
    stomach and back, back and stomach, tummy and back, back and tummy, stomach to my back, through to my back,
    into my back, through to his back, to her back`,
  'stiff-ok': `stool, stools, poo, constipated, bloated after, ibs, lump`,
  'vomit-blood': `
    vomiting blood, blood, vomiting, vomitting, being sick, cant keep anything down, cant stop vomiting,
    cant stop being sick, throwing up, sick`,
  'belly-right': `
    lower right side, right lower side, right side of (my|his|her) (tummy|stomach|belly|abdomen), bottom right,
    lower right, right hand side, right iliac, rif, belly button, low down on the right, right side, rlq,
    lower right hand side`,
  'op-done': `
    out, removed, op, operation, surgery, scar, taken out, stitches, keyhole, vasectomy, snip, wound, discharged,
    years ago, had my`,
  spotting: `
    spotting, spots of blood, pink discharge, brown discharge, brown blood, when i wipe, blood when, bit of blood,
    streaks of blood`,
  'hands-feet': `hands, feet, fingers, ankles, face, hands and feet`,
  'bp-high': `
    blood pressure (is |was |)(high|really high|very high|sky high|through the roof|raised|160|170|180|150|155),
    high blood pressure reading, pre eclampsia, preeclampsia, pre eclamsia, preclampsia, protein in my (wee|urine)`,
  'cramps-low': `
    period like (pain|pains|cramps|cramp), cramps low down, cramping, cramps, low cramps, tummy tightening,
    tightenings, bump is hard, bump has gone hard, abdominal pain, back pain coming and going`,
  'itchy-palms': `
    itchy palms, itchy hands and feet, itching hands and feet, itchy feet and hands, palms and soles,
    itching all over, itchy all over, itchy soles, intense itching, severe itching`,
  'bump-word': `bump, stomach, tummy, belly, front, stairs, over, downstairs`,
  'shoulder-tip': `
    shoulder tip pain, shoulder tip, tip of my shoulder, pain in the tip of my shoulder, end of my shoulder`,
  'gave-birth': `
    gave birth, given birth, had a baby, had my baby, had the baby, had our baby, just had a baby, post partum,
    postpartum, postnatal, post natal, c section, csection, caesarean, since the birth, after birth,
    after the birth, after giving birth, since giving birth, after delivery, delivered, days after having,
    weeks after having, week after having, after having my baby, since having the baby, since having my baby,
    new mum`,
  'seeing-things': `
    seeing things, hearing voices, paranoid, not slept for days, not sleeping at all, hallucinating,
    thinks the baby, think the baby, harm the baby, hurt the baby, bizarre, strange ideas, racing thoughts,
    not bonding and`,
  'numb-saddle': `
    numb down below, numb between (my|his|her) legs, numb bum, numb bottom, numb groin, numb genitals,
    numb privates, numb buttocks, saddle, numb around my back passage, cant feel my (bum|bits|privates|undercarriage), cant feel when i wipe,
    cant feel myself wipe, no feeling down there, no feeling down below, lost feeling down below`,
  'both-legs-weak': `
    legs (dont|do not|wont|arent) (work|working|hold me|move), both legs, legs are weak, legs weak, weak legs,
    legs gone, legs have gone, legs giving way, legs keep giving way, legs gone weak, legs numb, numb legs,
    legs are numb, cant feel my legs, cant move my legs, legs wont work, legs not working, legs dont work,
    legs feel weak, legs are going, legs feel like jelly, legs went`,
  'leg-weak': `
    leg weak, weak leg, leg is weak, leg gone weak, foot drop, dropped foot, leg giving way, leg keeps giving way,
    leg numb, numb leg, leg gone numb, leg has gone weak, weakness in (my|his|her) (leg|legs)`,
  'cauda-equina': `
    cauda equina, caudal equina, corda equina, cauda equine, saddle anaesthesia, saddle numbness,
    saddle paraesthesia, metastatic cord compression, spinal cord compression, mscc`,
  wiping: `
    wipe, wiping, toilet paper, paper, myself wipe, going to the toilet, down below, between my legs, my bum,
    my bottom, private parts, genitals, down there, myself wee, myself weeing, my bladder`,
  'cant-wee': `
    cant (wee|pee|pass urine|urinate|pass water|pass any urine|pass any water|go for a wee|do a wee|wee at all|pee at all|empty my bladder),
    cannot (wee|pee|pass urine|urinate|pass water|pass any urine),
    unable to (wee|pee|pass urine|urinate|pass water|pass any urine),
    not able to (wee|pee|pass urine|urinate|pass water), couldnt (wee|pee|pass urine|urinate),
    not been able to (wee|pee|pass urine|urinate|pass water|go for a wee|have a wee),
    havent been able to (wee|pee|pass urine|urinate), hasnt been able to (wee|pee|pass urine|urinate),
    wee wont come out, pee wont come out, no wee will come, urinary retention, acute retention,
    catheter (is |has |)(blocked|not draining|stopped draining|bypassing and|wont drain), blocked catheter,
    nothing coming out when i (wee|pee|try), nothing comes out when i (try to |)(wee|pee)`,
  'wee-hold': `
    sample, sneeze, cough, laugh, in public, during the night, shy, without it, without stinging, without pain,
    without burning`,
  torsion: `torsion, tortion, testicular torsion, twisted testicle, twisted testical, twisted ball, twisted nut`,
  twisted: `
    twisted, twist, higher, up higher, riding high, gone hard, red, hard, swollen, hot, kicked, hit, purple, black,
    excruciating, sickening, throbbing, massive`,
  'testicle-swell': `
    swollen, swelling, swelled, bigger, huge, doubled in size, double the size, red, inflamed, blown up, enlarged,
    up like a balloon, size of`,
  painless: `
    painless, no pain, not painful, doesnt hurt, vasectomy, for years, for months, hydrocele, varicocele, itch,
    itchy, itching, rash, thrush, shave, shaving`,
  burst: `burst, bursting, ruptured, perforated`,
  'sharp-thing': `
    nail, metal, shard, glass, splinter, wire, twig, thorn, stick, screw, hook, dart, pellet, arrow, knife,
    scissors, pencil, fork, grit at speed, ball`,
  'one-sided-low': `one side, low down, left side, right side, low, shoulder, lower tummy, lower stomach`,
  stab: `stabbing, sharp, severe, shooting`,
  'fluid-leak': `water (is |)(running|coming|leaking|gone), leaking, fluid, gush, trickle, waters, wet myself, leak, losing water, soaked`,
  'vision-off': `
    blurred vision, blurry vision, blurred, blurry, spots before my eyes, seeing stars, seeing spots,
    flashing lights, swelling in my face, face swollen, swollen face, puffy face, pain under my ribs,
    pain below my ribs, epigastric, rib pain, upper tummy pain`,
  'not-kicking': `
    kicking (much|less|as much|today|like), kicked (much|today|all day|since), kick much,
    moving (much|less|as much|like normal|like usual), moved (much|today|all day|since|for),
    movements (have |are |)(slowed|reduced|less|changed|stopped|dropped),
    movement (has |is |)(slowed|reduced|less|changed|stopped|dropped), slowed (down|right down), gone quiet,
    very quiet, being quiet, been quiet, quiet today`,
  'weeks-count': `weeks pregnant, wks pregnant, week pregnant, weeks gone, wks gone, trimester`,
  'cant-see': `cant see, blurred, blurry, swollen shut, wont open, cant open`,
  itching: `itching, itchiness, itchy, itch`,
  'bp-word': `blood pressure, bp`,
};
