import type { ConceptWords } from './words.ts';

/** Turns of phrase about infection, fever and unwell children. */
export const ofInfectionAndChildren: ConceptWords = {
  unwell: `unwell, ill, poorly, sick, not well, really ill, rough, awful, terrible, vomiting, weak, shaky, dizzy`,
  'blue-grey-skin': `
    blue, purple, grey, gray, blotchy, mottled, marbled, cold and pale, ashen, blueish, greyish, cold and clammy,
    patchy`,
  'new-today': `
    today, suddenly, all of a sudden, since yesterday, since last night, this morning, overnight, new,
    since this morning, tonight, last few hours, more than usual, than usual, than normal, not like (him|her),
    isnt like (him|her), out of character, fell, falling, weak, cant stand, not eating, not eaten, shaking,
    wont eat, off (her|his) legs, not drinking, worse, very, really, acutely, the last day, past day, two days,
    couple of days, sleepy, agitated, last 24 hours, never been like this, usually sharp, normally sharp,
    usually fine, normally fine, normally with it, usually with it, usually independent`,
  degrees: `degrees, deg, celsius, c, centigrade, temp, temperature`,
  'weak-defences': `
    no spleen, without a spleen, without spleen, spleen (out|removed|taken out), had (my|his|her) spleen out, splenectomy, asplenic, asplenia,
    spleen doesnt work, sickle cell, sickle cell (disease|anaemia), sickler, bone marrow transplant,
    (kidney|liver|heart|lung|organ) transplant, transplanted (kidney|liver|heart|lung|lungs|organ), no immune system, immune deficiency, immunodeficiency, hiv and off`,
  'marrow-medicine': `
    carbimazole, propylthiouracil, clozapine, azathioprine, methotrexate, leflunomide, sulfasalazine, mycophenolate,
    ciclosporin, tacrolimus, adalimumab, humira, infliximab, etanercept, tocilizumab, rituximab, biologic injections,
    biologics`,
  'throat-or-mouth': `
    sore throat, bad throat, throat (is |)(sore|killing|raw|agony), mouth ulcers, ulcers in (my|his|her) mouth, sore mouth,
    tonsillitis, unexplained bruising`,
  'wont-wake': `wont wake, hard to wake, not waking, unrousable, cant wake, cant rouse, wont rouse, will not rouse, not rousing, isnt rousing, unresponsive`,
  'very-confused': `
    very confused, really confused, so confused, extremely confused, suddenly confused, totally confused,
    more confused, increasingly confused, acutely confused, completely confused,
    confused and (agitated|weak|hot|shaky|shivery|drowsy|sleepy|cold|unwell|disorientated|hallucinating),
    new confusion, sudden confusion, acute confusion, increased confusion, confusion today, hallucinating,
    seeing things that arent there, delirious, delirium`,
  'septic-thing': `septic arthritis review, sceptic, tank, septic system`,
  'rash-now': `rash, spots, purple, blotches`,
  'not-himself': `
    isnt right, just isnt right, staring, lying there, wont play, wont drink, wont respond, no energy,
    cant be bothered to cry, unusually quiet, lifeless, not himself, not herself, not themselves, not themself,
    not right, just not right, not his usual self, not her usual self, isnt himself, isnt herself, not their usual,
    very quiet, so quiet, really quiet, not playing, not interested in anything, no interest, not smiling,
    not with it, just lying, just lies, just wants to sleep, miserable and, wont be put down, really poorly,
    very poorly, very unwell, seriously unwell, really unwell, deteriorating`,
  'green-vomit': `
    green (vomit|sick|bile),
    vomit(|ing|ed) (is |was |up |)(bright |dark |)(green|bile|bile green|green bile|faeces|poo),
    bringing up (bile|green bile), sick (is |was |)(bright |)(green|bile), throwing up (green|bile|green bile),
    bilious, projectile green, (bright|dark) green (vomit|sick)`,
  'parent-worry': `
    know my (child|baby|son|daughter|kid) and (this|something|he|she),
    never seen (him|her) (like this|this ill|so ill|this poorly|so poorly|this bad),
    something is (really|very|seriously) wrong, something isnt right with (him|her|my), something really wrong,
    something seriously wrong, somethings (really|very|seriously) wrong`,
  'hot-baby': `
    burning hot, hot, warm, boiling hot, hot to touch, burning up, boiling, really hot, very hot, so hot, red hot,
    feels hot, roasting, hot forehead, hot head, feverish, hot and sweaty, warm to touch, hot and`,
  dvt: `
    dvt, deep vein thrombosis, blood clot, clot in (my|his|her) leg, clot, pe, pulmonary embolism, thrombosis`,
  'septic-joint': `
    septic arthritis, septic joint, infected joint, infected knee, infected hip, infected replacement,
    infected prosthesis, joint infection`,
  'drowsy-adult': `
    drowsy, very sleepy, really sleepy, hard to wake, sleeping all (day|the time), wont wake up,
    not (himself|herself|himself at all|with it), lethargic, unresponsive, not responding, rambling, floppy,
    barely awake, cant stay awake, slurring, muddled, out of it, hallucinating, delirious`,
  'cant-stand': `
    cant stand(| up), too weak to (stand|walk|get up|move), cant get (up|out of bed), cant walk, cant even stand,
    so weak, very weak, collapsed, off (his|her) legs, off legs`,
  'fast-breathing': `
    breathing (fast|very fast|really fast|quickly|rapidly|quick|heavy|hard), fast breathing, rapid breathing,
    breathless, heart racing, heart (is |)(racing|pounding), racing heart, panting, tachycardic`,
  'cold-limbs': `
    (cold|freezing|icy|ice cold) (hands|feet|arms|legs|hands and feet|limbs|skin),
    (hands|feet|arms|legs|hands and feet|skin) (are |is |feel |)(cold|freezing|like ice|icy|ice cold|blue|grey|pale)`,
  blotchy: `blotchy, mottled, marbled, patchy, blotchy skin, pale, grey`,
  'op-wound': `
    (my|his|her|the) (op|operation|surgery|c section|section|wound|caesarean|hip replacement|knee replacement) (wound|scar|site|is|looks|last week|on),
    operation wound, surgical wound, post op, after my operation, after my op, since my op, since my operation,
    since the surgery, wound is (oozing|weeping|leaking|smelly|hot|infected), wound (oozing|smells|infected)`,
  pus: `smells, smelly, pus, black, hot and red`,
  'loin-pain': `
    kidney pain, pain in my (kidneys|kidney|side|flank|loin|back), kidneys (hurt|are killing|ache), loin pain,
    flank pain, kidney infection, back pain and vomiting`,
  shivers: `
    shiver(|s|ing|y), shaking, shakes, chills, shivery, trembling, teeth chattering, freezing cold,
    cold and shivery`,
  'shivers-bad': `
    uncontrollably, violently, cant stop, badly, non stop, nonstop, like a leaf, so much, shakes, shaking, sweating,
    teeth chattering, all night, wont stop`,
  'wound-word': `
    wound, burning wee, back pain, side pain, catheter, picc line, line, urine, kidney, kidneys, cellulitis, ulcer,
    abscess, stoma, dialysis, breast, mastitis, c section`,
  hallucinate: `
    hallucinating, hallucinations, hallucinating bugs,
    seeing (things|people|bugs|insects|spiders|animals) (that |who |)(arent|isnt|are not|werent) (there|real),
    seeing bugs, seeing spiders on, talking to people who arent there, delirious, delirium`,
  'spreading-fast': `
    spreading (fast|quickly|rapidly|up|by the hour), spread (fast|quickly|rapidly|up|since),
    getting bigger by the hour, gone black, turned black, turning black, agony, purple`,
  'old-age': `
    old, yr old, year old, yo, elderly, resident, gran, nan, grandad, grandma, nana, mum, dad, mother, father, pt,
    patient, client, catheter, care home`,
  'muddled-old': `
    muddled, vague, vacant, not making sense, not with it, not herself, not himself, rambling, agitated, drowsy,
    sleepy, acting (strange|strangely|odd|oddly|weird|differently|out of character), strange behaviour,
    out of character, disorientated, wandering, aggressive suddenly, away with the fairies, not all there,
    seeing things`,
  'off-legs': `
    off (his|her|their) legs, off legs, gone off (his|her|their) legs, cant stand, cant get up, cant walk,
    unable to stand, unable to walk, not walking, legs wont hold, legs gone, not eating or drinking,
    wont eat or drink, not eaten or drunk, stopped eating and drinking`,
  'smell-wee': `
    smells of (urine|wee|pee), smelly (urine|wee|pee), urine (smells|is dark|dark|stinks|cloudy), dark (urine|wee),
    strong urine, cloudy (urine|wee)`,
  'sleepy-child': `
    sleepy, drowsy, very sleepy, sleeping lots, sleeping more, sleeping a lot, sleeping constantly, wont wake,
    floppy, limp, lethargic, lifeless, listless, not himself, not herself, hard to wake, unresponsive, glazed,
    out of it, spaced out, weak, pale, grey, quiet`,
  'bruise-rash': `
    bruise, bruises, bruising, bruise like, tiny bruises, like bruises, purple, blood spots, under the skin,
    doesnt fade, dont fade`,
  'bruise-like': `
    like (tiny |little |small |)bruises, bruise like, like bruising, look like bruises, looks like bruises,
    looks like bruising, like blood under, blood under`,
  'cant-wake': `
    cant wake (my|him|her|the|our|little|baby),
    cant get (him|her|my|the) (|little one |baby |son |daughter )(to wake|awake|up properly|to open),
    wont open (his|her) eyes, wont wake, not waking, hard to wake, cant keep (him|her) awake,
    barely opening (his|her) eyes, cant rouse, struggling to wake (him|her|my|the)`,
};
