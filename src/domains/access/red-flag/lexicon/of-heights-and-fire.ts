import type { ConceptWords } from './words.ts';

/** Turns of phrase about a jump, a height nobody comes down from, somebody dead, a fire, and a heart that runs by numbers. */
export const ofHeightsAndFire: ConceptWords = {
  'to-jump': `
    (going to|about to|want to|wants to|ready to|trying to|tried to|threatening to|threatens to|threatened to|threatning to|threaten to|planning to|wanting to|thinking of|thinking about|will|iwill|hell|shell|theyll|might|may|could|gonna|wanna|gunna|is to|just) (jump|jumping|jumpin),
    let me jump, let (him|her) jump, says jump, telling (me|him|her) to jump, voices say jump, (he|she) jumps, (she|he|they) (is |are |)going jump, i jump now, i am jump, want jump, going jump, gonna jmp, i jump if`,
  'jump-at': `
    trampoline, sofa, settee, couch, bed, bunk, chair, step, stairs, box, boxes, fence, diving board, pool, swimming pool, puddle, puddles, playground, swing, swings, slide, netball, basketball,
    volleyball, rope, jumping jacks, star jumps, charity, parachute, bungee, skydive, horse, pony, hurdle, hurdles, physio, exercise, exercises, gym, class, workout, queue, conclusions, chance, gun,
    shower, bath, hoop, hoops, joy, skin, ship, call, zoom, teams, meeting, bus, taxi, cab, tram, bike, scales, plane, flight, puppy, dog, cat, kitten, athletics, sports day, school sports, knee, acl, bandwagon, dose, up a size, lead, leads, start, castle, bouncy, ski, skis, line`,
  'hung-thing': `
    coat(|s), jacket(|s), bag(|s), handbag, keys, bird feeder, feeder, lamp, light(|s), towel(|s), bat, bats, decorations, wreath, swing, hammock, plant, plants, ham, sign, mirror, prescription, uniform, dress, dresses, suit, helmet, bike,
    bikes, tools, ornament, stocking(|s), bauble(|s), shirt(|s), trousers, hat, hats, umbrella, laundry, paintings, painting, poster, posters, banner, wallpaper, calendar, clock, door, gate, blind, blinds, chandelier, meat, onions, tyre, canoe, ladder, mobile`,
  height: `
    top of (the |a |this |that |my |)(car park|carpark|multi storey|multistorey|multi story|multistory|building|block|flats|tower|tower block|bridge|cliff|cliffs|crane|scaffolding|scaffold|viaduct|roof|pylon|stairwell|hospital|shopping centre),
    roof, rooftop, roof top, car park roof, multi storey, multistorey, multi story, multistory, top floor, top level, (window |)ledge, windowsill, window sill, parapet, viaduct, flyover, overpass, footbridge, motorway bridge, railway bridge, suspension bridge, the bridge, scaffolding, gantry, pylon,
    cliff, cliffs, cliff top, clifftop, cliff edge, beachy head, balcony, edge of (the |a |)(platform|cliff|roof|bridge|car park|building|tracks|balcony|quarry|water|river|pier)`,
  'not-down': `
    (wont|not|isnt|dont want to|doesnt want to|refusing to|refuses to|refused to|dont wanna|not want to|never|cant make (him|her)|cant get (him|her) to|no want|not want) (come|coming|get|getting|go|going|climb|climbing|be talked) (down|back|back down|in|back in|home|off|away from the edge|away),
    wont move from the edge, cant be talked down, wont let (anyone|anybody|us|me) near, legs over, legs dangling, legs hanging over, dangling (my|his|her) legs, feet over, looking over the edge, looking (straight |)down and, looking at the (drop|ground|trains|cars|water),
    want to let go, going to let go, ready to let go, thinking about letting go, let go of the, want to fall, want to step off, step off, stepping off, stepped over, one step, in front of everyone, last time, wont be (back|home|coming back), leave (me|him|her) alone,
    crying, sobbing, shaking, saying goodbye, said goodbye, police, end`,
  'wrong-side': `
    (wrong|other|far|outside) (side |)of the (railing|railings|barrier|barriers|parapet|fence on the bridge|rail|rails|bridge rail),
    (climbed|climbing|climbs|got|gone|stepped|swung|leg|legs|one leg) over the (railing|railings|parapet|barrier on the bridge|barrier|rail|side of the bridge|edge), hanging over the edge, over the edge of the (bridge|roof|car park|balcony|cliff)`,
  'to-rails': `
    (step|stepping|walk|walking|run|running|get|getting|lie|lying|lay|laying|sit|sitting|sat|go|going|jump|jumping|fall|roll) (out |down |off |)(on|onto|on to|in front of|under|in the path of|into) (the |a |)(tracks|track|train|trains|line|lines|rails|railway|lorry|lorries|traffic|motorway|bus|tube)`,
  'rails-near': `trains, train, lorries, lorry, traffic, tracks, platform, motorway, railway`,
  'step-out': `(want|going|urge|thinking about|think about|about|ready|tempted|thought of|thinking of) (to |)(step|stepping|stepped|walk|walking) (out|off|in front|into)`,
  'height-work': `
    work, works, working, job, boss, scaffolder, scaffolders, roofer, roofers, window cleaner, view, views, holiday, photo, photos, picture, cat, kitten, dog, parrot, drone, ball, frisbee, football, pigeon, pigeons, seagull, leak, leaking, tiles,
    parked, park and, lift, ticket, permit, parking, terrace, extension, landlord, council, insurance, gutter, aerial, fear of heights, scared of heights, vertigo, agoraphobia, fell, fallen, flat on the, live on, lives on, live in, appointment`,
  'kin-dead': `
    husband(|s), hubby, wife(|s), partner(|s), mum(|s), mam, mother(|s), dad(|s), father(|s), nan(|s), nana(|s), gran(|s), granny, grandma(|s), grandad(|s), grandfather, grandmother, brother(|s), sister(|s), son(|s), daughter(|s), baby(|s), child(|s),
    boyfriend(|s), girlfriend(|s), friend(|s), mate(|s), neighbour(|s), flatmate(|s), housemate(|s), resident(|s), patient(|s), pt, pts, tenant, lodger, uncle(|s), auntie(|s), aunt(|s), cousin(|s), fella, missus, he, she, him, her, hes, shes, theyre, someone, somebody, man, woman, lady, bloke, boy, girl, toddler, infant, twin`,
  'dead-word': `dead, ded, deceased, lifeless, stone dead, died just now, just died, has just died, just passed away, just passed, died (in front of|beside|next to|in my) (me|us|arms|him|her)`,
  'died-today': `
    (died|passed away|passed|gone|slipped away) (this morning|this am|tonight|last night|today|overnight|in the night|in (his|her|the) (sleep|bed|chair)|a few minutes ago|few minutes ago|minutes ago|ten minutes ago|an hour ago|half an hour ago|at home just now|just now),
    (has|have|think|thinks|thinking) (he |she |hes |shes |he has |she has |)(died|passed away|just died)`,
  'found-dead': `(found|find|finding) (him|her|them|my (mum|dad|nan|gran|grandad|son|daughter|husband|wife|partner|brother|sister|baby|neighbour|friend|mother|father)|mum|dad|nan|gran|grandad|son|daughter|husband|wife|partner|brother|sister|baby|neighbour|friend) (dead|lifeless|deceased), dead (on|in) (the|his|her|my|our) (floor|bed|chair|armchair|bath|sofa|settee|kitchen|garden|cot|arms|shower|car|hallway|bathroom|toilet), dead in bed, dead on floor, dead in cot`,
  'long-dead': `
    years, year, yrs, months, month, weeks, week, since, certificate, funeral, probate, estate, records, notes, anniversary, executor, solicitor, will, grave, cemetery, buried, ashes, cremated, bereavement, bereaved, coroner, dog, cat, rabbit, hamster,
    phone, line, battery, car, boiler, set, against, hospice, hospital, ward, undertaker, undertakers, funeral director, tired, keen, good, nice, long dead, cancel, register, inheritance, when i was, dream, dreamt, dreams, nightmare, film, tv, character, play, everyone says, wish, wishes, better off, wants, want, thought i was, asleep, drunk, both, parents, leg, arm, foot, skin`,
  'past-place': `hospital, hospice, ward, icu, itu, ambulance took, undertaker, undertakers, funeral directors, certified, verified`,
  'house-fire': `
    (house|flat|kitchen|chip pan|chippan|fat|car|bedroom|caravan|electrical|sofa|bed|room|building|tower block|shed|garage|oven|cooker|pan|grill|candle|barn|warehouse|factory) fire, (in|from|escaped|after) (a |the )fire, (caught|catched) fire, (house|flat|kitchen|pan|oven|cooker|bed|bedroom|sofa|car|room|building|shed|clothes|coat|hair|duvet|curtains) (was |is |went |set |were )(on |)fire, burning (house|building|flat|car|room), room went up, (kitchen|house|flat|bedroom|lounge|sofa) (went up|in flames|burning|burned down|burnt down), blaze`,
  'smoke-in': `
    smoke inhalation, (breathed|breathing|breath|breathe|breathe(d|) in|breathing in|inhaled|inhaling|inhale|swallowed|sucked in|took in|taken in|got|had|lungful of|lungs full of|mouthful of|full of) (in |a lot of |loads of |lots of |so much |too much |all the |the |some |much |black |)(smoke|fumes|soot),
    smoke (in|into|down|got in|got into|went in|on) (to |)(my|his|her|the|their|our) (lung|lungs|chest|throat|airway), choking on smoke, choked on smoke, overcome by smoke, smoke came in, smoke everywhere, filled with smoke, thick smoke, black smoke, breathed it`,
  'smoke-sign': `
    hoarse, hoarse voice, croaky, soot, sooty, black phlegm, black snot, black spit, singed, cough, coughing, cough up black, coughing black, coughing up black, breathless, short of breath, sob, chest, throat, lungs, wheezing, wheezy, dizzy, headache, sick, drowsy, confused, burns, burnt, burned, burn, face, rescued, pulled out, carried out, smoke, unconscious, collapsed, voice, breathe, breathing`,
  'smoke-habit': `
    stop smoking, quit, quitting, cigarette, cigarettes, fags, roll ups, vape, vaping, passive, second hand, secondhand, smoker, smokers, pack, packs, a day, weed, cannabis, spliff, joint, smoke free, smoking clinic, alarm test, drill, fitted, insurance, barbecue, bbq, incense, drama, film, game, stop smoking`,
  'fire-habit': `drill, fireworks, fire station, fire service, firefighter, fire fighter, fireman, alarm test, insurance, last year, years ago, months ago, weeks ago, claim, rehoused, housing, letter, memory, trauma, ptsd, flashbacks, nightmares, when i was, as a child, film, fitted`,
  'beat-word': `
    heart, hart, heart rate, heartrate, heartbeat, heart beat, hr, pulse, puls, pulse rate, palps, palpitations, svt, af, fast af, ticker, bpm, beats, resting rate, (watch|fitbit|garmin|monitor|oximeter|kardia|apple watch|phone|machine|app) (says|reads|shows|reading|saying|showing|says its|is saying|said|telling me)`,
  'slow-beat': `heart rate, heartrate, heartbeat, pulse, pulse rate, resting rate, resting heart rate, bradycardic, brady`,
  'beat-exempt': `
    exercise, exercising, exercised, gym, treadmill, run, running, ran, jog, jogging, spin, spinning, workout, training, cycling, cycle, rowing, marathon, race, parkrun, peloton, hiit, football, squash, peak, max, maximum, sex, stairs, foetal, fetal, foetus, fetus, midwife, scan, doppler, unborn, bp, blood pressure, systolic, newborn,
    dog, cat, rabbit, steps, pounds, price, road, street, avenue, calories, weight, weigh, weighs, kg, lb, lbs, mg, mcg, used to, ablation, years, tablets, parking, metres, miles, mile, drive, drove, wait, waiting, queue`,
};
