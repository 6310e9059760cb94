import type { ConceptWords } from './words.ts';

/** Turns of phrase about stroke, collapse, fits and injury. */
export const ofBrain: ConceptWords = {
  slurring: `
    slurring, slurred, sluring, slurred speech, slurry speech, slurs, slur, slurred words, slurring words`,
  'worst-ever': `
    horrendous, horrific, terrible sudden, like nothing, ever had, ever known, ever experienced, out of nowhere,
    came from nowhere, worst, worst ever, worst of my life, worst headache, worst ever had, worst i have ever had,
    worst ive ever had, worst pain, of my life, never had one like it,
    never had (one|a headache|anything) like (it|this), like nothing ive, thunderclap, like being hit,
    been hit on the back of, hit on the back of (my|the), hit me like, exploded, split in two, explode, severe,
    excruciating, unbearable, worst in my life, unlike any, blinding, agony`,
  'weak-side': `
    weakness, numbness, weak arm, weak leg, arm weak, leg weak, numb arm, arm numb, face numb, numb face, droop,
    cant walk straight, cant walk`,
  'fast-positive': `
    stroke symptoms, signs of stroke, one eye drooping, ptosis, pupils different, one pupil, uneven pupils,
    tongue to one side, tongue deviat, leaning to the (left|right), listing to one side, weak one side,
    cant feel (one|my left|my right|his left|his right|her left|her right) side, half (his|her|my|the) face,
    fast positive, fast test, fast pos, face arm speech, facial droop, facial weakness, hemiparesis, hemiplegia,
    left sided weakness, right sided weakness, one sided weakness, left side weakness, right side weakness,
    unilateral weakness, facial palsy, bells palsy, left sided numbness, right sided numbness, left weakness,
    right weakness, l sided weakness, r sided weakness`,
  limp: `limp, floppy, dead, useless, lifeless`,
  overhead: `
    above my head, over my head, above shoulder, shoulder height, behind my back, properly since,
    above (his|her) head`,
  phone: `
    phone, voice, hoarse, laryngitis, throat, english, language, interpreter, translator, deaf, hearing, mute,
    selective, work, call, right now on, on the phone, behalf, until, to anyone, to you, to a, to the, to my,
    to someone, loudly, ill of`,
  language: `
    english, language, interpreter, translator, speech therapy, speech therapist, speech delay, toddler,
    two year old, months, not talking yet, milestones, health visitor`,
  'stroke-noun': `
    stroke, strokes, mini stroke, mini strokes, ministroke, tia, tias, cva, brain bleed, brain haemorrhage,
    aneurysm`,
  found: `
    found, find, discovered, come home to, came home to, came in to, is, been, lying, laying, laid, collapsed,
    still, hes, shes`,
  'cold-body': `cold, freezing, hypothermic, blue, cold to touch, stiff`,
  unresponsive: `
    unresponsive, not responsive, non responsive, unrousable, unconscious, not waking, not conscious`,
  'thing-collapse': `
    chair, roof, ceiling, ladder gave, tent, marriage, business, vein, veins, arches, furniture, wheelchair,
    scaffold, deal, internet, cremation, blind, curtains, curtain, leaflets, pregnancy test, line on, exam, parade,
    meeting`,
  'cant-be-woken': `
    wont wake, wont wake up, cant be woken, cannot be woken, not waking, not waking up, wont come round,
    wont open (his|her) eyes, hard to wake, difficult to wake, hard to wake up, very hard to wake, isnt waking,
    isnt waking up, cant be roused, difficult to rouse, hard to rouse, wont rouse, will not rouse, not rousing,
    isnt rousing, doesnt rouse`,
  'having-a': `
    having, had, has had, has, havin, hav, have, going into, goes into, went into, having another, had another,
    in the middle of, just had, taken, suffering, experiencing, is in, start, started, starting, keeps having`,
  'fitting-now': `
    fitting, convulsing, seizing, been fitting, started fitting, started to fit, is fitting, was fitting,
    keeps fitting, still fitting, having fits, had fits, fitted`,
  'for-minutes': `
    minutes, mins, min, minute, seconds, secs, over five, over 5, lasting, lasted, still going, hasnt stopped,
    wont stop, on the floor, shaking, jerking, eyes, stiff, blue, twitching, foaming`,
  jerk: `
    twitchy, twitches, shakey, shakes, juddering, trembling violently, convulse, jerk(|s|ing|ed|y),
    twitch(|es|ing|ed), shak(ing|es), shook, thrashing, convulsing, eyes rolling`,
  digit: `finger(|s), thumb(|s), toe(|s), fingertip(|s), finger tip(|s), hand, foot`,
  'cut-off': `
    cut off, cut (right |clean |nearly |almost )off, hanging off, chopped off, sliced off, come off, came off,
    ripped off, torn off, taken off by, severed, crushed, trapped in (a |the )(door|machine|press)`,
  'now-again': `
    now, again, today, tonight, just, this morning, last night, yesterday, still, two, three, another, more,
    more often, several, cluster, back to back, keeps, keep, increasing, happening, heavy, bad, first, going,
    currently, new`,
  'first-time': `first, first ever, first time, never had a, never had one, no history of, new onset, new`,
  thinners: `
    blood thinner(|s), blood thinning, warfarin, apixaban, rivaroxaban, edoxaban, dabigatran, anticoagulant(|s),
    anti coagulant(|s), clopidogrel, thinning tablets, on thinners, eliquis, xarelto, haemophilia, haemophiliac,
    doac`,
  'burn-badly': `
    nasty, awful, horrible, raw, weeping, skin off, iron, kettle, hob, radiator, straighteners, bbq, barbecue,
    firework, bonfire, exhaust, hair tongs, big, badly, bad, bad one, severe, severely, hand, hands, face, arm,
    arms, chest, leg, legs, foot, feet, body, third degree, second degree, deep, blister, blisters, blistered,
    blistering, boiling, oil, fat, oven, cooker, steam, acid, bleach, chemical, chemicals, fire, petrol, stomach,
    neck, child, toddler, baby, skin peeling, peeling off, white and, charred, large, huge, water`,
  boiling: `
    boiling (tea|coffee|soup|pan|fat|oil|pasta|kettle|milk|jam), boiling water, boiling, hot water, hot oil,
    hot tea, hot coffee, kettle, chip pan, hot fat, hot soup, cup of tea, cup of coffee, mug of tea, hot drink,
    pan of, gravy, deep fat fryer, acid`,
  'spilled-on': `
    all down, down (his|her|my|their), over, down himself, down herself, all over, spilled, spilt, spilling, poured,
    pulled, tipped, knocked, splashed, threw, went over, burned, burnt, scalded,
    over (himself|herself|myself|him|her|me)`,
  fell: `
    tumble, had a tumble, took a tumble, rolled, rolled off, tripped over, went flying, knocked over, topple,
    fell over, falls, slid, stumbled, gone over, went over, falling over, come down, came down, come off,
    down the stairs, fell, fall, fallen, falling, tumbled, tripped, slipped, toppled, came off, had a fall, dropped`,
  hip: `hip, hips, groin, thigh, pelvis`,
  'get-up': `
    get up, stand, stand up, get (him|her|them|myself|himself|herself) up, move, get off the floor, be moved,
    be lifted, get her up off, lift (him|her)`,
  'bear-weight': `
    weight bear, weightbear, weight bearing, put weight, put any weight, bear weight, bear any weight, walk, stand,
    take weight, take any weight, wt bear, move (his|her|my) leg`,
  flu: `flu, covid`,
  walk: `walk, walk straight, stand, walk properly, stand up straight, keep (my|his|her) balance`,
  'wet-self': `
    wet (himself|herself|themself|myself), weed (himself|herself|myself), peed (himself|herself),
    bitten (his|her|my) tongue, bit (his|her|my) tongue, eyes (rolling|rolled|fixed|glazed), blue, not responding,
    unresponsive, staring, dribbling`,
  drool: `drooling, frothing, foaming, dribbling, froth`,
  'all-over': `
    all over, uncontrollably, on the floor, violently, body, arms and legs, everywhere, and wont stop, wont stop`,
  'seizure-slang': `
    taking a fit, took a fit, throwing a seizure, took a turn and (shook|was shaking), had a turn and was shaking,
    having fits, has had a fit, had a fit, had another fit, took another fit, clonic, status epilepticus,
    having one of (his|her) (fits|seizures), went into a fit, going into fits`,
  'cut-verb': `sliced, cut, chopped, took, ripped, tore, sawed, lopped, severed, chop`,
  attacked: `attacked, assaulted, slashed, stabbed, threatened, came at me, went for me, pulled, jumped, beaten`,
  weapon: `knife, knives, blade, machete, hammer, bat, bottle, axe, bar, brick, sword, screwdriver, glass`,
  'lump-on': `lump, egg, bump, swelling, dent, gash, cut, big bruise`,
  'crushed-in': `crushed, trapped, jammed, caught in, squashed, slammed in, degloved`,
  slide: `
    slide, slid, sliding, sagged, gone, collapsed, not working, wont work, wont move, looks odd, looks different`,
  'foot-word': `foot, feet, toe, leg, legs, side, arm`,
  drag: `drag(|s|ging|ged), trailing, scuffing, shuffling`,
  'arm-wont': `
    (arm|arms|hand|leg|legs|foot|side|fingers) (wont|doesnt|isnt|arent|not|stopped|has stopped|have stopped|just) (work|working|move|moving|do what|doing what|lift|lifting|respond|responding|grip|gripping|obey),
    lost (|the )(use|control|power) (of|in) (his|her|my|their|the|one) (|left |right )(arm|hand|leg|side|fingers|foot),
    no (use|power|strength|grip|feeling) in (his|her|my|their|the|one) (|left |right )(arm|hand|leg|side|fingers|foot|face),
    (dropping|drops|keeps dropping|kept dropping) (things|stuff|everything|(his|her|my|the) (cup|cups|mug|tea|phone|fork|knife|spoon|cutlery|pen|plate|plates|glass|keys|remote))`,
  'wrong-words': `
    wrong words, muddling (his|her|my) words, mixing up (his|her|my) words, mixing words,
    jumbling (his|her|my) words, cant get (it|anything) out,
    nothing (he|she|i) (says|say|said|is saying) makes sense, nothing makes sense when,
    (trying|tries|tried) to (talk|speak) but,
    (talk|speak|speech|talking|speaking) (but |is |was |)(nothing makes sense|gibberish|nonsense|garbled|rubbish|all jumbled|slurred|slurry|not making sense|not right|strange|weird|wrong|gone funny|muddled|mumbled),
    (couldnt|cant|could not) (speak|talk) (for|properly|right|at all|suddenly|since|anymore|now), couldnt speak,
    not able to (talk|speak), mumbling nonsense,
    talking (funny|double dutch|backwards|gobbledegook|nonsense|weird|strange|slurred|slurry),
    (sentences|words) (dont|arent|not) mak(e|ing) sense, mouth wont work, tongue feels (thick|heavy),
    lost (his|her|my|the) (speech|voice suddenly|words), forgot how to (speak|talk), dysphasia`,
  'nonsense-talk': `
    talking (nonsense|gibberish|rubbish|gobbledygook|weird|strange|strangely|funny),
    speaking (nonsense|gibberish|rubbish|strange|strangely|funny), not making (any |much |)sense, making no sense,
    babbling`,
  'faint-now': `
    feel faint and, feeling faint and, keep feeling faint, keeps feeling faint, very faint, came over (all |)faint,
    going faint, gone faint, went faint, faint and (sweaty|clammy|breathless|sick|weak),
    lightheaded and (sweaty|clammy|breathless|weak|blacked), vision (went|goes|going) (black|dark) and`,
  zoning: `
    zoning out, zones out, zoned out, staring, stares, staring into space, blank, blank spells, absent, vacant,
    absences, blanking out, eyes rolled, dribbling, collapsed, on the floor, unresponsive, not responding`,
  'could-not-stop': `
    couldnt stop, cant stop, not responding, couldnt get through, wouldnt respond, and not with it,
    for (a|two|three|five|ten|1|2|3|4|5|10) (minute|minutes|mins)`,
  minutes: `minutes, minute, mins, min, times, seizures, fits, in a row, seconds, secs`,
  'eyes-rolled': `
    eyes (have |has |had |just |)(rolled|rolling|roll|gone|went) (back|up|to the back|into|round|white),
    eyes (are |)rolling, rolled (his|her|their) eyes back`,
  'leg-short': `
    (leg|arm|wrist|ankle|finger|knee|foot|elbow|shoulder) (is |looks |was |went |)(bent|twisted|pointing|facing|sticking out|hanging|out of place|out of shape|at a funny angle|deformed|the wrong way|wonky),
    bent (the |)wrong way, wrong way round, wrong angle,
    leg (looks|is|seems|appears) (shorter|twisted|turned out|turned|bent|wrong|at a|at an|deformed), leg shorter,
    shortened and rotated, foot (is |)(turned out|pointing|facing),
    arm (is |looks )(bent|deformed|at a|at an|wrong), wrist (is |looks )(bent|deformed|at a|at an)`,
  'hard-floor': `
    hard floor, floor, concrete, tiles, tiled floor, pavement, onto (his|her) head, head first, wooden floor, stone,
    on his head, on her head, face first`,
  'dead-quiet': `
    dead quiet, very quiet, quiet, not crying, isnt crying, wont stop crying, sleepy, drowsy, floppy, sick,
    vomiting, out cold, not moving, not responding, knocked out, unresponsive, cant move, agony, screaming`,
  'feel-move': `feel, move, stand, walk`,
  'neck-word': `neck, spine, leg, legs, arm, arms`,
  waking: `wake, wake up, to wake, awake, come round, come to, respond, stir, open (his|her|their) eyes`,
  'tendon-seen': `
    see (the |)(tendon|tendons|muscle|fat|bone|skull|tissue),
    cut (through |)(a |the |my |his )(tendon|artery|vein|nerve), through to the bone, down to the bone,
    needs stitches and (wont|still)`,
  'height-thing': `
    window, roof, ladder, scaffold, scaffolding, balcony, tree, loft, attic, wall, height, stairs, bunk, bunk bed,
    horse, ceiling, bridge, cliff, crane, lorry, van, first floor, second floor, upstairs, hayloft, trampoline,
    climbing frame, monkey bars, zip wire, changing table, high chair, highchair, bed, cot, sofa, worktop, pram,
    pushchair, shopping trolley, swing, slide, quad, motorbike, bike, pony, moving car`,
  'bone-word': `bone, bones, tibia, shin bone, elbow bone`,
  vehicle: `
    car, cars, van, bus, lorry, truck, taxi, tram, train, motorbike, scooter, cyclist, bike, tractor, forklift,
    ambulance, vehicle, bin lorry`,
  'other-person': `him, her, me, us, them, my (mum|dad|son|daughter|child|husband|wife)`,
  healed: `
    healed, healing, scab, scabbed, scabs, dry, last week, scar, scarring, better now, slight, slightly, small,
    tiny, mild, tongue, soup, pizza, sun, sunbed`,
};
