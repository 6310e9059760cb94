import type { ConceptWords } from './words.ts';

/** Turns of phrase about dangers that come seldom: a shock from a heart device, a reading that kills, an inhaled nut, malaria, a used needle. */
export const ofRarerDangers: ConceptWords = {
  'heart-device': `
    icd, icds, s icd, defib, defibrillator, difibrillator, defibulator, pacemaker defibrillator, implanted defibrillator, internal defibrillator, cardioverter, cardioverter defibrillator, crt d, crtd`,
  'device-shock': `
    shock, shocks, shocked, shocking, fired, firing, fires, gone off, went off, goes off, going off, go off, kicked, kicked in, kicking in, zapped, zaps, zapping, zap, thumped, jolted, jolt, jolts,
    delivered, alarming, beeping, alarm went`,
  'device-other': `training, trained, village, school, gym, pads, cabinet, station, charity, fundraising, donate, fundraiser, code, battery replaced, battery replacement, shocked to hear, shocked at, shocked by how`,
  'more-than-once': `twice, two times, 2 times, three times, 3 times, 2 shocks, two shocks, three shocks, 3 shocks, several, more than once, again, again and again, over and over, multiple, keeps, lots of, loads of, repeatedly, x2, x3`,
  burner: `boiler(|s), gas smell, smell of gas, smells of gas, smell gas, gas leak, gas fire, gas heater, heater, heating, stove, wood burner, log burner, gas cooker, gas hob, generator, barbecue, bbq, paraffin heater, flue, chimney`,
  'all-of-us': `we all, all of us, were all, weve all, everyone, everybody, whole family, whole house, both of us, all the family`,
  gassed: `headache, headaches, sore heads, dizzy, feel sick, feels sick, been sick, drowsy, sleepy, nauseous, nausea, faint, fainted, passed out, light headed, lightheaded, woozy`,
  'gas-alarm': `gas alarm, co alarm, carbon monoxide alarm, co detector, gas detector, carbon monoxide detector`,
  'alarm-goes': `beeping, bleeping, going off, went off, gone off, keeps going, sounding`,
  'takes-nothing': `(stopped|refusing|refuses|given up) eating (and|or) drinking, (stopped|refusing|refuses) (food|to eat) (and|or) (drink|to drink), (refusing|refuses|refused) all food and (drink|drinks|fluids)`,
  'no-fluids': `(wont|not|hasnt|isnt|refuses to|refusing to) (take|taking|taken|drink|drinking|drunk) (any |)(fluids|fluid|anything), no fluids, refusing (all |)(fluids|drinks), (hasnt|not) (had|touched) (a drink|any fluids|a drop)`,
  potassium: `potassium, pottasium, potasium, potassiam, k level, serum k`,
  sodium: `sodium, sodum, na level, serum sodium`,
  haemoglobin: `haemoglobin, hemoglobin, heamoglobin, hb, hgb`,
  'clotting-score': `inr`,
  'result-high': `dangerously (high|low|raised), critically (high|low|raised), sky high, critical, life threatening, (very|really|far too|extremely|too) (high|low) and (to |they said |told )`,
  'breath-rate': `resp rate, resp rates, resps, respiratory rate, respirations, respiration rate, breathing rate, breath rate, rate of breathing, rr`,
  'breaths-each': `breaths a minute, breaths per minute, breaths every minute, breaths in a minute, breaths per min, breaths a min, breaths min, breaths pm, resps`,
  'times-a-minute': `times a minute, times per minute, times every minute, times in a minute, times a min, times per min, a minute, per minute, pm, every minute`,
  'number-fast-breath-words': `thirty, thirty five, thirty six, thirty eight, forty, forty five, fifty, fifty five`,
  'number-very-fast-breath-words': `sixty, sixty five, seventy, seventy five, eighty, ninety, a hundred`,
  'child-word': `child, toddler, baby, newborn, infant, son, daughter, boy, girl, kid, month old, months old, week old, weeks old, year old, years old, yo, little one, grandson, granddaughter, twin`,

  'put-up': `put, puts, putting, stuck, sticking, shoved, pushed, pushing, poked, stuffed, rammed, jammed, got, has, had, there is, theres, lodged`,
  'small-thing': `
    bead, beads, pea, peas, peanut, nut, seed, bean, stone, pebble, gravel, lego, crayon, popcorn, sweet, sweetie, skittle, smartie, tic tac, sweetcorn, foam, sponge, plasticine, playdough, play doh, raisin, button,
    marble, googly eye, magnet, magnets, coin, penny, eraser, rubber, pearl, sequin, earring, stud, bit of toy, piece of toy, toy, paper, tissue paper, hama bead, water bead, orbeez, blueberry, grape, screw, ball bearing`,
  'button-battery': `battery, batteries, button battery, watch battery, disc battery, flat battery, hearing aid battery`,
  nostril: `nose, nostril, nostrils`,
  'ear-hole': `ear, ears, lug, lughole, ear canal, earhole`,
  'hearing-aid-care': `hearing aid battery (flat|dead|change|changed|replacement|low|compartment), new hearing aid, batteries for, batteries please, more batteries, replacement batteries, collect`,
  piercing: `piercing, pierced, nose ring, nose stud, ring, hoop, jewellery`,
  inhaled: `inhaled, inhaling, inhale, breathed in, sucked in, aspirated, breathed down, gone down the wrong (way|hole|pipe|tube), went down the wrong (way|hole|pipe|tube), went the wrong way down, gone into (his|her|my|the) (lung|lungs|windpipe|airway), (stuck|lodged) in (his|her|my|the) (windpipe|lung|lungs|airway)`,
  'solid-thing': `
    peanut, nut, cashew, almond, pistachio, pea, grape, sweet, boiled sweet, mint, bead, lego, tooth, filling, crown, fish bone, chicken bone, bone, pill, tablet, capsule, seed, sunflower seed, popcorn, toy, coin, stone,
    sausage, hot dog, meat, steak, carrot, apple, bread, toast, food, pen lid, pen top, lid, cap, tack, pin, screw, bit of, piece of, marshmallow, blueberry, crisp, pip, whistle, balloon`,

  'back-from': `
    back from, came back from, come back from, coming back from, got back from, just back from, returned from, returning from, return from, home from, flew back, flew in from, arrived from, been to, been in, was in, were in, went to,
    holiday in, trip to, visited, visiting, visit to, travelled to, travelling in, backpacking, working in, volunteering in, stayed in, after, since, safari, family in, came from`,
  'malaria-place': `
    africa, nigeria, lagos, abuja, ghana, accra, kenya, nairobi, mombasa, uganda, kampala, tanzania, zanzibar, sierra leone, freetown, gambia, the gambia, cameroon, congo, drc, malawi, zambia, zimbabwe, harare, mozambique,
    angola, sudan, south sudan, ethiopia, eritrea, somalia, somaliland, senegal, mali, burkina faso, ivory coast, benin, togo, niger, chad, guinea, equatorial guinea, liberia, rwanda, burundi, madagascar, gabon, india, goa,
    delhi, mumbai, punjab, kerala, pakistan, lahore, karachi, islamabad, bangladesh, sylhet, dhaka, afghanistan, nepal, myanmar, burma, cambodia, laos, vietnam, thailand, indonesia, bali, borneo, philippines, papua new guinea,
    haiti, dominican republic, amazon, guyana, honduras, the tropics, tropics, tropical country, malaria (area|zone|country|region), safari`,
  malaria: `malaria, maleria, malarial, dengue, ebola, lassa fever, typhoid, yellow fever`,
  'malaria-other': `tablets for, tablets before, prophylaxis, vaccine, vaccination, vaccinated, vaccinations, jab, jabs, malarone, doxycycline for, going to, travelling next, flying out, before i (go|travel|fly), net, nets, prevention`,
  'hot-ill': `
    fever, fevers, feverish, fevery, temperature, temp, high temp, hot and cold, shivering, shivers, shivery, chills, rigors, sweats, night sweats, hot, burning up, shaking, unwell, ill, poorly, flu like, flu symptoms,
    headache, vomiting, being sick, jaundice, yellow, collapsed, confused`,
  bat: `bat, bats`,
  'bat-bite': `
    bit, bite, bites, biting, bitten, nipped, nip, nipping, scratched, scratch, scratching, bit by, bitten by, landed on, flew into`,
  'bitten-one': `me, him, her, us, them, my, his, my son, my daughter, a colleague, in, on, hand, finger, face, arm, leg, foot, neck`,
  'ball-game': `cricket, baseball, rounders, hit with, ball, batting`,
  'abroad-animal': `dog, dogs, stray, monkey, monkeys, macaque, cat, fox, bat, raccoon`,
  'rabies-word': `rabies, rabid`,
  needlestick: `
    needlestick, needle stick, needle stick injury, needlestick injury, sharps injury, contaminated needle, contaminated sharp, stood on a needle, stepped on a needle, trod on a needle, sat on a needle,
    (pricked|stabbed|jabbed|stuck|scratched|spiked|caught) (myself|himself|herself|me|my finger|my hand|his finger|her finger|my thumb) (with|on) (a |an |the |someones |somebodys |another persons )(used |dirty |old |contaminated |patients |)(needle|syringe|lancet|sharp|cannula),
    (used|dirty|discarded|contaminated) (needle|syringe) (went|in|into|stuck), bitten by (a person|someone) with (hiv|hepatitis), blood (splashed|splash|went|in) (in |into |)(my|his|her) (eye|eyes|mouth), injecting equipment shared, shared a needle, shared needles`,
  'virus-exposed': `
    post exposure prophylaxis, need pep, want pep, get pep, pep for hiv, pepse, exposed to hiv, hiv exposure, (sex with|slept with) (someone|somebody|a man|a guy|a woman|a girl|a person) (who is |whos |who has |with |thats )(hiv|positive|hiv positive), condom (broke|split|came off) and (he|she|they) (is|has|are) (hiv|positive)`,
  'not-injury': `training, policy, bin, bins, audit, phobia, phobic, scared of, fear of, anxious about, afraid of, acupuncture`,
  lockjaw: `
    lockjaw, lock jaw, locked jaw, trismus, jaw (has |is |keeps |just |)(locked|locking|locked up|locked shut|clamped|clamped shut|seized|seized up|stuck shut|wont open), cant open my (mouth|jaw), cant open (his|her) (mouth|jaw), tetanus symptoms, think (ive|i have|its|hes|shes) (got |)tetanus`,
  'lockjaw-with': `
    spasm, spasms, spasming, cramps all over, back arching, arching, stiff, stiff neck, rigid, cut, wound, graze, nail, rusty, thorn, soil, dirty, garden, bite, splinter, puncture, cant swallow, swallow, swallowing, drooling, fever, temperature, throat, abscess, swollen, swelling, quinsy`,

  'hearing-gone': `
    gone deaf, went deaf, going deaf, woke up deaf, woken up deaf, woke deaf, lost hearing, lost my hearing, lost his hearing, lost her hearing, lost the hearing, lost all hearing, loss of hearing, hearing loss,
    hearing (has |is |just |)(gone|went|vanished|disappeared|dropped|stopped), cant hear (out of|in|from|through|on) (my|his|her|one|the) (left |right |one |)(ear|side), cant hear a thing, cant hear anything, deaf in (one|my|his|her|the) (left |right |)(ear|side), no hearing in`,
  'over-a-night': `overnight, over night, suddenly, sudden, all of a sudden, out of nowhere, this morning, last night, since yesterday, yesterday, since this morning, today, woke up, woke, when i woke, in an instant, in seconds, within minutes, within hours, straight after, tonight`,
  'hearing-other': `
    hearing aid, hearing aids, battery, batteries, audiology, hearing test, wax, waxy, syringed, syringing, microsuction, perforated, for years, years ago, since birth, since childhood, gradual, gradually, phone line, on the phone, the line, music, concert tickets, headphones, this phone`,

  'skin-peels': `
    skin (is |has |was |keeps |started |)(peeling|peeled|coming off|come off|falling off|sloughing|sloughed|lifting off|blistering|blistered|stripping), peeling skin, blisters all over, blistering all over, blistered all over, blisters everywhere, blistering rash, blistering skin, blisters on (my|his|her) (body|chest|back|trunk|face), skin peeling, sheets of skin, raw skin, rash (that is |is |has |)(blistering|blistered|peeling)`,
  'raw-inside': `
    mouth sores, sores in (my|his|her) mouth, mouth ulcers, ulcers in (my|his|her) mouth, mouth (is |has |)(raw|blistered|blistering|bleeding|peeling|all sores), raw mouth, blisters in (my|his|her) mouth, lips (are |)(blistered|raw|peeling|crusted|bleeding), blistered lips, sores on (my|his|her) (lips|genitals|privates), sore mouth, eyes (are |)(raw|red and sore|sore|gritty), sore eyes, genitals (are |)(raw|sore|blistered), mouth and (eyes|genitals)`,
  'medicine-new': `
    new (antibiotic|antibiotics|tablet|tablets|medicine|medication|meds|drug|pills), since starting, since i started, since she started, since he started, after starting, started taking, just started, started on, weeks after starting, started (lamotrigine|allopurinol|carbamazepine|phenytoin|antibiotics|epilepsy tablets),
    lamotrigine, lamictal, allopurinol, carbamazepine, tegretol, phenytoin, sulfasalazine, sulphasalazine, co trimoxazole, cotrimoxazole, septrin, nevirapine, antibiotic, antibiotics, amoxicillin, trimethoprim, after a course`,
  lamotrigine: `lamotrigine, lamictal, carbamazepine, tegretol, phenytoin, allopurinol, nevirapine`,
  'skin-grave': `stevens johnson, steven johnson, stevens johnsons, stevens johnson syndrome, toxic epidermal, toxic epidermal necrolysis, sjs`,
  'peel-other': `sunburn, sun burn, sunburnt, sunburned, eczema, psoriasis, athletes foot, feet, heels, fingertips, retinol, tretinoin, retinoid, isotretinoin, roaccutane, acne, dandruff, scalp, new shoes, chemical peel, dry skin, nails, chicken pox, chickenpox`,

  erection: `erection, erections, erect, hard on, hardon, boner, stiffy, priapism`,
  'stays-up': `wont go (down|away|soft), will not go (down|away), not going (down|away), hasnt gone (down|away), not gone (down|away), wont come down, not come down, wont stop, stuck, stays up, staying up, going on all (night|day), since (last night|this morning|yesterday), all (night|day)`,
  'erection-trouble': `cant get, cannot get, keep, keeping, lose, losing, maintain, no erections, erectile, dysfunction, viagra doesnt, sildenafil doesnt, weak`,
  'foreskin-stuck': `
    paraphimosis, trapped foreskin, foreskin (is |has |got |)(trapped|stuck back|stuck behind|trapped behind|strangling|stuck and swollen|swollen and stuck), foreskin stuck (back|behind|and swollen), foreskin (wont|will not) (go back over|go back down|come forward|come back over|come back down|roll back down|go forward),
    cant (pull|get|roll) (my|his|the) foreskin (forward|back over|back down|down over), cant get (my|his|the) foreskin back (over|down)`,
  'zip-caught': `(caught|trapped|stuck|snagged) (my|his) (willy|penis|foreskin|bits|privates|todger|winky|scrotum) in (my|his|the|a) (zip|zipper|fly), (willy|penis|foreskin|scrotum|todger|winky) (is |got |has got |was |)(caught|trapped|stuck|snagged) in (my|his|the|a) (zip|zipper|fly)`,
  'penis-broke': `penis (snapped|cracked|popped and|fracture|fractured|went black|gone black), fractured penis, penile fracture`,

  aneurysm: `aaa, triple a, aortic aneurysm, aortic aneurism, abdominal aneurysm, abdominal aneurism, abdominal aortic aneurysm, known aneurysm, aneurysm in (my|his|her) (tummy|stomach|belly|abdomen|aorta)`,
  'aneurysm-hurts': `back pain, back ache, backache, back (is |)(hurts|hurting|killing|aching|sore|agony), pain in (my|his|her) (back|side|tummy|stomach|belly|groin|flank), tummy pain, stomach pain, belly pain, abdominal pain, loin pain, flank pain, groin pain, side pain, pulsing, pulsating, throbbing, collapsed, fainted, gone grey, clammy, sudden pain, severe pain, bad pain, back and tummy`,

  'in-pregnancy': `in pregnancy, in labour, while pregnant, whilst pregnant, when pregnant, during pregnancy, (shes|im|is|am|who is) pregnant, pregnant and, pregnant woman, weeks pregnant`,
  'lethal-dose': `
    lethal dose, fatal dose, deadly dose, lethal amount, fatal amount, lethal overdose, deadliest, quickest way to die, painless way to die, painless way to go, easiest way to die, best way to die, ways to kill myself, ways to die, how to die, how to kill myself, how to end my life`,
  'how-many-kill': `to die, to kill me, to kill myself, to kill you, to kill someone, to kill yourself, to kill a person, to overdose, to od, to end it, to end my life, would kill me, will kill me, would kill you, will kill you, is fatal, be fatal, is lethal, be lethal, is deadly, is too many to survive, and not wake up, to not wake up, never wake up`,
  'for-animals': `dog, cat, rats, rat, mice, slugs, hamster, rabbit, puppy`,
  affairs: `affairs in order, affairs are in order, affairs sorted, affairs are sorted, my affairs are all sorted, affairs together`,
  'so-can-go': `can go, ready to go, time to go, im done, goodbye, goodbyes, end it, no reason, dont need me, wont need me, be a burden, burden, leave them, leave you all, over with, peace, better off, no longer here, when im gone, not be here`,
  'affairs-for-use': `solicitor, will, funeral, funeral plan, lpa, power of attorney, hospice, palliative, cancer, terminal, prognosis, executor, probate, estate, dads affairs, mums affairs, bank, care home`,
  'cut-self': `(cut|cuts|cutting) (herself|himself|themself|themselves), (cut|cuts|cutting|scratched|scratches|scratching) (her|his) (arms|arm|wrists|wrist|thighs|thigh|legs|tummy|stomach)`,
  'teen-age': `
    (9|10|11|12|13|14|15|16|17|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen) (year old|years old|yr old|yrs old|yo|y o|year olds), teenager, teenage, teen, year (6|7|8|9|10|11|12)`,
  'no-sleep': `
    (not|hasnt|havent|no|never|barely|hardly|without) (slept|sleep|sleeping) (for |in |at all for |at all in |since |)((over |about |nearly |)(three|four|five|six|seven|eight|nine|ten|3|4|5|6|7|8|9|10) (days|nights)|a week|days|nights|days and days|monday|tuesday|wednesday|thursday|friday|the weekend), (three|four|five|six|3|4|5|6) (days|nights) (without|with no) sleep, doesnt need (sleep|to sleep), dont need (sleep|to sleep) any(more| more|)`,
  'grand-idea': `
    messiah, jesus, jesus christ, christ, the chosen one, chosen one, prophet, a god, god, king of england, the king, the queen, invincible, immortal, special powers, superpowers, super powers, on a mission, mission from god, mi5, mi6, cia,
    being watched, being followed, following me, spying on (me|us|him|her), chip in (my|his|her) (head|brain|arm), chips in (my|his|her) (head|brain|arm), the government, government put, microchipped, messages in the tv, read minds, reading my mind, read my mind, spending thousands, spent thousands, given away all (my|his|her) money, talking nonstop, talking non stop, cant stop talking, racing thoughts, thoughts racing, paranoid, hearing voices, seeing things`,
  'am-grand': `
    (im|hes|shes|i really am|he really is|she really is) (the messiah|the new messiah|jesus|jesus christ|christ|god|a god|the chosen one|a prophet|the prophet|the devil|satan|immortal|invincible),
    (thinks|believes|says|convinced|insists|saying|reckons|thinking|claims) (he|she|hes|shes|he is|she is|im|i am|theyre|they are) (the messiah|messiah|jesus|jesus christ|christ|god|a god|the chosen one|a prophet|the prophet|the king|the queen|the devil|satan|immortal|invincible|being followed|being watched|on a mission from god)`,
  'going-to-harm': `
    talking about, keeps talking about, talks about, threatening to, saying he will, saying she will,
    im gonna, im going to, gonna, going to, iwill, want to, wanna, wants to, thinking of, thinking about, thoughts of, thoughts about, urge to, urges to, plan to, planning to, planning on, about to, scared iwill, worried iwill, afraid iwill, might, says he will, says she will, says hes gonna, says shes gonna, tempted to, ready to`,
  'harm-somebody': `
    (stab|stabbing|kill|killing|murder|murdering|shoot|shooting|strangle|strangling|poison|poisoning|smash up|set fire to|burn down) (my|the|his|her|our|that|this) (neighbour|neighbours|neighbor|wife|husband|partner|boss|ex|ex wife|ex husband|mum|dad|mother|father|brother|sister|son|daughter|landlord|lodger|flatmate|housemate|girlfriend|boyfriend|teacher|kids|children|family|colleague|doctor|gp|receptionist|manager|man next door|woman next door|next door|postman|carer|social worker),
    (stab|stabbing|murder|murdering|shoot|shooting|strangle|strangling) (him|her|them|someone|somebody|people|everyone|you|you all|him dead|the lot of)`,
  'harm-jest': `for (forgetting|missing|not|leaving|eating|snoring|losing|telling|making|booking), if (he|she|they) (snores|forgets|leaves|doesnt|dont|eats|keeps)`,
  'digits-lips': `finger(|s), fingertip(|s), finger tips, toe(|s), hands, feet, foot, hand, nails, nail beds`,
  'purple-blue': `purple, blue, bluish, dusky, black, grey, gray, navy`,
  'and-cold': `cold, freezing, icy, ice cold, like ice, cold to touch, cold to the touch, numb and cold, stone cold`,
  'cold-known': `raynauds, raynaud, reynauds, chilblain, chilblains, in the cold, cold weather, in winter, when its cold, after swimming, swimming pool, cold water, snow, outside, ink, pen, paint, dye, nail varnish, bruise, bruised, trapped, door, every winter, for years, always been, circulation review, when i hold`,
  'leg-sore': `calf pain, leg pain, pain in (my|her) (calf|leg|thigh|groin), (calf|leg|thigh) (is |feels |really |so |very |)(sore|painful|hurts|hurting|aching|swollen|tender|red|hot|throbbing), (sore|painful|swollen|tender|hot) (calf|leg|thigh), calf (swollen|swelling|hurting|cramp)`,

  'limb-part': `leg, foot, arm, hand, calf, toes, lower leg, forearm, limb`,
  'limb-white': `white, pale, grey, gray, marble, marbled, blue, purple, waxy, like marble, colourless, no colour`,
  'limb-dead': `numb, no feeling, cant feel, cannot feel, dead, wont move, cant move, painful, pain, agony, hurts, no pulse, sudden, suddenly, all of a sudden`,
  'toe-black': `(toe|toes|foot|heel|fingertip|finger) (has |have |is |are |has gone |have gone |gone |going |went |turned |turning |looks |tip is |tips are )(black|black and smelly), black (toe|toes|foot|heel), gangrene, gangrenous`,
  'toe-known': `nail, nails, toenail, toenails, stubbed, dropped, bruise, bruised, bruising, polish, trapped, football, running, hiking, shoes, ink, paint, verruca, cream`,
  'snake-bite': `(snake|adder) (bit|has bitten|bites|bite|bitten)( me| him| her| my|), (bitten|bit) by (a |an |)(snake|adder), snakebite, snake bite, adder bite`,
  lightning: `(hit|struck) by lightning, lightning (struck|hit) (me|him|her|us), lightning strike`,
  'forced-wed': `forced marriage, force (me|her|him) to marry, forcing (me|her|him) to marry, forced to marry, made to marry, making (me|her) marry, dont marry, wont marry, refuse to marry, refused to marry, (taken|taking|take|sent|sending|send) (me|her|him) abroad (to marry|to be married|and marry|for a wedding|for marriage), honour (based |)(violence|abuse|killing|crime), dishonour, brought shame`,
  'wed-threat': `kill, killed, hurt, beat, force, lock, locked, passport, passports, abroad, family, parents, scared, afraid, uncle, father, dad, brothers, against my will, not allowed`,
  'leave-baby': `(leave|abandon|dump|give away|get rid of|throw) (the |my |our |her |)(baby|babies|newborn)`,
  'leave-where': `road, outside, street, park, hospital, station, somewhere, door, window, alone, river, bridge, and go, and walk away, and run, for good`,
  'feeding-tube': `peg tube, peg feeding tube, feeding tube, peg feed, gastrostomy, gastrostomy tube, jejunostomy, jej tube, rig tube, ng tube, ngt, ngt tube, nasogastric tube, feeding button, mic key button`,
  'tube-out': `come out, came out, fell out, fallen out, dropped out, pulled out, been pulled out, slipped out, dislodged, displaced, is out, blocked`,
  'airway-tube': `tracheostomy, trachy, trache, tracky, trach, laryngectomy, tracheostomy tube, trachy tube`,
  'tube-trouble': `blocked, block, blocking, come out, came out, fell out, fallen out, out, bleeding, not breathing, cant suction, wont suction, dislodged`,
  'grey-face': `grey, gray, ashen, white as a sheet`,
  'not-a-face': `hair, sky, weather, shirt, team, chelsea, uniform, light, water, wee, urine, strip, test, paint, ink, pen, door, kitchen, beard, cat, dog, tooth, teeth, nail, nails, car, screen`,
  'trouble-waking': `trouble waking, difficulty waking, struggling to wake, struggle to wake, difficult to wake, hard to wake, hard to rouse, trouble rousing, difficult to rouse, struggling to rouse`,
};
