import type { ConceptWords } from './words.ts';

/** Turns of phrase for what is said plainly, in dialect or in short: a cord before the baby, a wound burst open, means to hand. */
export const ofPlainWords: ConceptWords = {
  cord: `cord, cords, umbilical cord, umbillical cord, umbilicle cord, chord, umbilicus cord`,
  'cord-out': `
    hanging, hangin, hingin, dangling, (come|came|coming|comes|sticking|poking|popped|popping|fallen|fell|slipped|falling) (out|oot|down|first), showing, visible, between my legs, between her legs, down below,
    prolapse, prolapsed, prolapsing, presenting, presentation`,
  'cord-seen': `see, feel, seen, feeling`,
  'cord-other': `
    blind, blinds, phone, wall, stump, clamp, clamped, navel, belly button, spinal, vocal, light, pull cord, curtain, curtains, charger, gown, hoodie, lamp, kettle, plug, toaster, scrubs, lanyard,
    spermatic, emergency cord, red cord, alarm, tens, hearing aid, oxygen, monitor, blood bank, banking, hospital gown, trousers, pyjamas, fell off, came off, come off`,
  'wound-op': `
    stitch(|es), stiches, stitching, staples, sutures, clips, wound(|s), scar, incision, c section, section scar, caesarean, cesarean, operation site, op site, surgical site, tummy scar, laparotomy`,
  'wound-opened': `
    opened, open, opening, split, splitting, burst, bursted, burst open, bust, come apart, came apart, come undone, came undone, come open, came open, popped, gaping, ripped, torn, gave way, given way, gone, went, dehisced, dehiscence`,
  'insides-word': `bowel(|s), gut(|s), insides, intestine(|s), innards, omentum`,
  'out-showing': `
    showing, visible, exposed, bulging, (coming|come|came|hanging|hangin|hingin|poking|sticking|pushing|falling|spilling|popping|bulging) (out|oot|through), on show, protruding, outside`,
  'see-word': `see, seeing`,
  'bulge-out': `bulging out, bulging through, something (is |)(bulging|poking|coming|hanging|sticking)`,
  'burst-abdomen': `burst abdomen, burst abdo, burst tummy, abdominal dehiscence, full dehiscence, evisceration, eviscerated, eviscerating`,
  'breathing-issue': `
    problem(|s), issue(|s), difficult(y|ies), trouble(|s), machine, exercise(|s), test, tests, symptom(|s), concerns, changes, apparatus, aid, aids, support, tube, technique(|s), apps, space, complaints`,
  'being-hit': `
    (being|bein|getting|gettin|gets|get|been) (hit|beaten|beat|slapped|slapped about|slapped around|punched|kicked|battered|leathered|thumped|belted|walloped|skelped|knocked about|knocked around),
    knocked about, slapped about`,
  'at-home': `at home, at hame, in the house, in the hoose, in (my|his|her|their|our) (own |)(home|house|flat), behind closed doors, where i live`,
  'hit-thing': `pollen, hay fever, bill(|s), power cut(|s), cost, costs, ball, door, virus, covid, flu, cold, football, heat, storm, tiredness, cupboard, spam, texts, calls, letters, team, match`,
  'means-rope': `rope, ropes, noose, ligature, hosepipe, hose pipe, plastic bag and`,
  'means-ready': `ready, made, tied, in the car, in my car, in the shed, set up, prepared, waiting, hung up, to hand`,
  'rope-for-use': `tow, towing, skipping, climbing, washing, swing, boat, dog, pe, school, sailing, horse, tent, gym, abseil, weekend, shaving, shave, bannister`,
  'meds-kept': `lined up, lying ready, saved up, laid out, counted out, stockpiled, put by, hoarded, piled up, stashed, squirrelled away`,
  'meds-for-use': `
    week, dosette, organiser, organizer, carer, carers, chemist, pharmacy, pharmacist, blister, holiday, collect, pick up, prescription, repeat, morning, mornings, nurse, pill box, tray, breakfast, fridge, ill remember, remember, forget, forgot, counter, each day, daily, side effects`,
  'meds-ready': `ready and so am i, ready and im ready, ready to take them all, ready to end it, ready to do it, ready to go and so am i, ready for when i`,
  'head-sore': `sore head, sair heid, heid sore, heid is sair, head is sore, sore heid, heidache, sore temple(|s), temple(|s), scalp`,
  'scalp-sore': `
    (scalp|temple|temples) (is |are |feels |so |very |really |)(tender|sore|hurts|hurting|painful|sair|burning), (tender|sore|painful|sair) (scalp|temple|temples), scalp tenderness, temple headache, scalp pain, sore to (brush|comb|lie),
    hurts to (brush|comb) (my|his|her) hair`,
  chewing: `chew(|s|ed|ing|in), eat(|s|ing|in), claudication, claudicates, meals`,
  'jaw-other': `tmj, tmjd, clicks, clicking, clicked, wisdom, braces, extraction, mouthguard, bite guard, grind, grinding, exercises, dentist`,
  'sight-short': `went, going, lost, gone, dim, blurred, blurry, double, patchy, blacked`,
  'late-age': `
    (aged|age|im|hes|shes|is) (55|56|57|58|59|60|61|62|63|64|65|66|67|68|69|70|71|72|73|74|75|76|77|78|79|80|81|82|83|84|85|86|87|88|89|90|91|92|93|94|95),
    (55|56|57|58|59|60|61|62|63|64|65|66|67|68|69|70|71|72|73|74|75|76|77|78|79|80|81|82|83|84|85|86|87|88|89|90|91|92|93|94|95) (year old|years old|yr old|yrs old|yo|yrs|years), in (my|his|her) (sixties|seventies|eighties)`,
  'gca-word': `gca, giant cell arteritis, giant cell, temporal arteritis, arteritis`,
  'yellow-skin': `yellow, yella, yelow, yeller, yellowy, jaundice(|d), jaundise, jaundised, jaundic`,
  'poo-word': `poo, poos, pooh, poop, stool(|s), nappies, motions, jobbies, keech, poohs`,
  'pale-colour': `pale, paler, white, whitish, chalky, chalk, putty, clay, cream, creamy, grey, gray, colourless, beige`,
  'pale-other': `bits, curds, spots, specks, flecks, lumps, blanket, noise, worm(|s), threadworm(|s), barium, cream for, nappy cream, cot, bottle, sudocrem, wipes`,
};
