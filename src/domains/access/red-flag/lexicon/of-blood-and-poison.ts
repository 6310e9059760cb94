import type { ConceptWords } from './words.ts';

/** Turns of phrase about allergy, bleeding and poisoning. */
export const ofBloodAndPoison: ConceptWords = {
  'swelling-now': `
    swelling, swelling up, swells up, swelled up, has swollen up, getting bigger, ballooning, blown up,
    swollen shut, swelling shut, puffing up`,
  'blood-in': `blood, blood clots, red, fresh blood, bloody, specks of blood, streaks of blood, coffee grounds`,
  'sick-or-phlegm': `vomit, sick, phlegm, sputum, spit, puke, mucus, vomitus`,
  'size-of': `size of, big, massive, huge, large, golf ball, tennis ball, fist, 50p, plum, lemon`,
  'soak-pads': `
    soak(ing|ed|s) (through |)(a |an |my |the |)(pad|pads|towel|towels|tampon|tampons|bed|sheets|mattress|clothes|bandage|bandages|dressing|dressings|trousers|maternity pad|night pad|super tampon),
    changing (pads|my pad|pad|tampon|tampons|my tampon|towels) every,
    (pad|tampon|pads|tampons|towel|towels) (every|an|per|each|in an) hour,
    through (a pad|pads|pad after pad|a whole pad) (every|in|an|a), pad an hour, pads an hour,
    flooding (through|the bed|everywhere|my|every), full pads, filling pads, bled through`,
  wound: `
    wound, cut, gash, stump, stitches, incision, scar, leg, arm, hand, finger, head, ear, varicose vein, fistula,
    socket, ulcer, artery, wrist, tooth, extraction, foot, face, lip, catheter`,
  spurting: `
    spurt(|s|ing), gushing, pumping(| out), pumpin, squirting, pouring with blood, pouring blood, spraying blood, pumping blood,
    gushing blood`,
  haemorrhage: `
    haemorrhage, haemorrhaging, hemorrhage, hemorrhaging, haemorraging, haemorage, bleeding out, bleeding to death,
    bleed to death, losing a lot of blood, lost a lot of blood, losing lots of blood, lost lots of blood,
    losing so much blood, lost so much blood, loss of blood, blood loss, blood everywhere, covered in blood,
    blood pouring, pouring blood, pouring with blood, dripping with blood, blood all over, pool of blood,
    pools of blood, puddle of blood, gushing blood, blood gushing, pissing blood, haematemesis, haemoptysis,
    pr bleed, pr bleeding, melaena, rectal bleeding, rectal bleed, bleeding profusely, bleeding like mad,
    lots of blood coming, passing clots, blood coming out of (my|his|her) (mouth|ears|ear|bottom|bum)`,
  'black-poo': `
    black (tarry |sticky |)(poo|poos|stool|stools|motions|diarrhoea),
    poo (is |is like |like |looks like |has gone |went |)(black|tar|tarry|jet black),
    stool(|s) (is |are |)(black|tarry|jet black), tarry (poo|stool|stools), melaena, melena, poos (black|tarry|tar)`,
  iron: `iron, ferrous, fumarate, iron tablets, liquorice, guinness, charcoal, bismuth, pepto, gaviscon`,
  'pure-blood': `
    just blood, pure blood, nothing but blood, only blood, all blood, lots of blood, loads of blood, a lot of blood,
    so much blood, bowl full of blood, toilet full of blood, toilet bowl full, bright red blood, fresh blood,
    fresh red blood, full of blood, large amount of blood, mostly blood, blood pouring, blood clots, clots of blood,
    dark blood`,
  'blood-clot-past': `blood clot in 20, previous blood clot, history of blood clots, blood clot years ago`,
  'too-many-after': `
    (three|3|four|4|five|5|six|6) times a day by mistake, times a day by mistake, every day by mistake, by mistake,
    in error, accidentally, on purpose, instead of mine, instead of his, instead of hers, instead of my own,
    instead of, too many, to many, too much, all of them, all at once, in one go, at once, the lot,
    more than i should, more than he should, more than she should, more than prescribed, over the limit,
    more than the dose, double dose, twice, by accident, wrong, doubled up, whole packet, whole box, whole bottle,
    in the last hour, than you should, than youre supposed to, in 24 hours, within an hour, to sleep forever,
    and wants to die, to end, and vodka, with vodka, with alcohol, with whisky, with a bottle of, washed down with,
    to kill`,
  'overdosed-now': `
    took an odd, deliberate od, taken od, overdosed, over dosed, taken an overdose, took an overdose,
    taken overdose, had an overdose, has od, has oded, took an od, taken an od, oded,
    odd on (pills|tablets|paracetamol|meds|drugs), overdosing, accidental overdose, deliberate overdose,
    possible overdose, mixed overdose, staggered overdose, intentional overdose, polypharmacy overdose`,
  'overdose-noun': `overdose, od, over dose, overdoes`,
  swallowed: `
    swallowed, has had some, had some, swallow, swallowing, swalowed, swollowed, ingested, drank, drunk, drinking,
    ate, eaten, eating, licked, gulped, sipped, tasted, chewed, bit into, bitten into, put in (his|her|their) mouth,
    put (it |some |one |)in (his|her|their) mouth, had a mouthful of, got a mouthful of, mouthful of,
    into (his|her) mouth, inhaled, sucked on, sucked, necked, downed`,
  'toddler-got': `
    got into, gotten into, got hold of, got at, helped (himself|herself) to,
    playing with (an empty|the empty|my|empty), found (with|eating|the|my), got his hands on, got her hands on,
    opened (the|my|a)`,
  drank: `drank, drunk, drinking, swallowed, gulped, sipped, ingested, downed, necked, swallowing, given`,
  'household-poison': `
    bleach, bleech, antifreeze, anti freeze, screenwash, screen wash, weedkiller, weed killer, white spirit, turps,
    petrol, paraffin, nail varnish remover, nail polish remover, oven cleaner, toilet cleaner, drain cleaner,
    descaler, caustic soda, disinfectant, dettol, zoflora, hand sanitiser, hand sanitizer, hand gel, detergent,
    washing up liquid, perfume, aftershave, vape liquid, vape juice, e liquid, methylated spirits, meths, lamp oil,
    lighter fluid, cleaning fluid, cleaning liquid, cleaning product, cleaning products, washing pod,
    washing capsule, washing powder, dishwasher tablet, dishwasher salt, fabric softener, rat poison, slug pellets,
    mouthwash, plant food, chlorine, paint thinner, essential oil, eucalyptus oil, olbas oil, battery acid`,
  'carbon-monoxide': `
    carbon monoxide (poisoning|alarm|alarm went off|levels|leak|detector went off),
    co alarm (has |is |keeps |)(gone off|going off|went off), gas leak, smell gas, smelling gas, co poisoning,
    carbon monoxide`,
  'breathed-in': `breathed in, inhaled, breathing in, overcome by, exposed to, smoke inhalation, mixed`,
  fumes: `fumes, smoke, gas, chlorine, ammonia, bleach, chemical, chemicals, carbon monoxide, solvent`,
  'with-drink': `vodka, whisky, wine, alcohol, booze, bottle of, beer, gin, drink, drunk, rum, brandy`,
  'drink-spiked': `
    drink (was |been |has been |got |)spiked, been spiked, was spiked, got spiked, think i was spiked,
    needle spiked, spiked drink, spiked, (put|slipped|dropped) something (in|into) (my|his|her|our) (drink|glass|pint)`,
  'double-dose': `
    double dose, two doses, extra dose, twice the dose, wrong dose, double the dose, (three|four|3|4) doses,
    wrong tablets, wrong medication, wrong medicine,
    too much (insulin|medication|medicine|morphine|methadone|paracetamol|calpol|warfarin),
    too many (tablets|pills|painkillers|capsules|sleeping tablets|insulin units|units), extra insulin,
    wrong insulin, two lots of (tablets|pills|meds|insulin|medication), triple dose, double insulin,
    double (my|his|her) (dose|tablets|meds|insulin|medication|pills)`,
  'poisoned-now': `
    been poisoned, was poisoned, got poisoned, poisoned (him|her|my|by|me)(|self),
    poisonous (berries|mushroom|mushrooms|plant|snake), bitten by (a|an) (adder|snake), snake bite, adder bite`,
  'wrong-meds': `
    mixed up (my|his|her|the) (tablets|meds|medication|pills) with, mixed up our (tablets|meds|medication|pills),
    tablets mixed up with, given the wrong (medication|meds|tablets|dose|insulin|medicine|injection),
    wrong (medication|meds|tablets|insulin|medicine) given, medication error, drug error,
    given (someone elses|another residents|another patients|too much) (insulin|medication|meds|tablets|medicine|morphine),
    got someone elses (tablets|medication), wrong (medication|tablets) by mistake, gave him the wrong,
    gave her the wrong`,
  'ate-it': `ate, eaten, eating, licked, chewed, bit into`,
  object: `
    button battery, button batteries, battery, batteries, magnet, magnets, coin, coins, 2p, 5p, 10p, 20p, penny,
    pence piece, pound coin, marble, bead, beads, lego, toy, nail, screw, pin, safety pin, needle, glass, stone,
    ring, earring, key, bone, fish bone, chicken bone, bottle top, pen lid, silica gel, polystyrene, water bead,
    water beads, tooth, denture, razor blade, blade, staple, pebble, hair clip, hair grip, hearing aid battery,
    small part, something, bolt`,
  tingle: `tingling, tingly, tingle, tingles, itchy, itching`,
  'weekly-medicine': `methotrexate, mtx`,
  'daily-word': `every day, everyday, daily, each day, (two|three|four|five|six|2|3|4|5|6) days running, days in a row`,
  'lost-count': `
    lost count, cant remember how many, dont know how many, not sure how many,
    and feel (sick|funny|sleepy|drowsy|weird), want to sleep, and alcohol, and wine, and vodka`,
  'in-mouth': `in (his|her|their) mouth, chewing, been chewing, sucking on, licking, got hold of, been at`,
  'stuck-up': `swallowed (a|the|some|my|one|something|his|her|it)`,
  'prescribed-child': `
    calpol, course of, prescribed, antibiotic, antibiotics, amoxicillin, allergic to, wont take, trouble swallowing,
    cant swallow, difficulty swallowing, sore throat, hurts to swallow, tonsils`,
  'going-funny': `
    going, going funny, feels funny, weird, strange, tight, tighter, thick, swollen, itchy, tingling, tingly, lump,
    closing, numb, burning, not right`,
  'all-over-body': `all over, whole face, like a balloon, up like, balloon, ballooned, everywhere`,
  'blood-from': `
    blood (coming |pouring |running |leaking |dripping |)(out|out of|from) (my|his|her|the) (mouth|ear|ears|bottom|bum|back passage|eyes|stomach|stoma|catheter|rectum),
    blood (coming |)(from|out of) (my|his|her|the) (mouth|ear|ears|bottom|bum|back passage|eyes|stomach|belly button|stoma|catheter|rectum),
    bleeding (from|out of) (my|his|her|the) (mouth|ear|ears|bottom|bum|back passage|eyes|stomach|belly button|stoma|rectum),
    blood in (his|her|my|the) (vomit|sick|stool|stools|poo|poop|motions|stoma|stoma bag|nappy|diarrhoea),
    bloody (vomit|stool|stools|poo|diarrhoea|sputum|phlegm), vomit (has|had|with) blood`,
  'more-than': `more, more than, too many, extra, double, most, loads`,
  'than-should': `
    than (i|he|she|they) should, than prescribed, than the dose, than youre supposed, than allowed, than i meant`,
  'taken-something': `
    taken something, took something, taken summat, swallowed something, eaten something (poisonous|he|she|from),
    had something (and is|and hes|and shes), taken drugs and, off his face, off her face`,
  'toilet-red': `
    (toilet|bowl|pan|loo|water|toilet bowl|toilet water|toilet pan) (was |is |went |turned |has gone |had gone |full of |)(red|bright red|pink|crimson|bloody),
    red (toilet|water in the toilet|poo|stools|stool|vomit|sick),
    (poo|vomit|sick|stool|stools|phlegm|spit) (was |is |went |has gone |all |)(red|bright red|bloody|dark red|maroon)`,
  had: `had, has had, have had, have, having, ive had, hes had, shes had`,
  'many-number': `
    (8|9|10|11|12|13|14|15|16|18|20|21|24|25|28|30|32|35|36|40|42|45|48|50|56|60|64|70|75|80|84|90|96|100|120|150|200|eight|ten|twelve|fourteen|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|hundred|dozen|dozens|several|loads|handful)`,
  'whole-packet': `
    whole (packet|pack|box|bottle|strip), entire (packet|pack|box|bottle|strip),
    full (packet|pack|box|bottle|strip), half a (packet|pack|box|bottle), packet of, pack of, box of, bottle of,
    bottles of, boxes of, packets of, two packs, two boxes, too many, to many, too much, handful of`,
  'drug-names': `
    paracetamol, paracetamols, ibuprofen, aspirin, codeine, co codamol, cocodamol, dihydrocodeine, tramadol,
    morphine, oramorph, sertraline, citalopram, fluoxetine, mirtazapine, amitriptyline, propranolol, diazepam,
    zopiclone, temazepam, sleeping tablets, sleeping pills, painkillers, pain killers, pills, tablets, tabs,
    insulin units, units of insulin, units, antihistamines, nytol, piriton, calpol, venlafaxine, pregabalin,
    gabapentin, quetiapine, naproxen, antidepressants, xanax, benzos`,
  'in-one-go': `
    in one go, at once, last night, today, this morning, an hour ago, tonight, just now, on purpose, and vodka,
    with vodka, with wine`,
  'took-gave': `
    took, taken, taking, swallowed, given, gave, eaten, ate, drank, drunk, had, has had, used, injected, got into`,
  whose: `
    someone elses, somebody elses, another (persons|patients|residents|childs), other (residents|patients|persons),
    grandma, grandad, granny, nan, nana, mum, dad, wife, husband, partner, sister, brother, neighbours, a friends,
    friends, dog, dogs, cats, wrong, wrong persons, daughter, son`,
  instead: `
    instead, instead of, by mistake, by accident, in error, in mistake, accidentally, mistakenly, mistook`,
};
