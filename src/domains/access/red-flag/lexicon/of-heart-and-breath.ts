import type { ConceptWords } from './words.ts';

/** Turns of phrase about heart, chest and breathing. */
export const ofHeartAndBreath: ConceptWords = {
  'heavy-feeling': `
    heavy, like lead, like a dead weight, dead weight, feels heavy, funny, strange, weird, tingly, tingling, limp`,
  'heart-side': `
    left breast, left side of my chest, over my heart, where my heart is, around my heart, near my heart,
    in my heart, under my breastbone, behind my breastbone, by my heart`,
  'heart-pressure': `
    tight, tightness, squeezing, squeezed, crushing, crushed, stopping, stopped, being squeezed, gripping`,
  injury: `
    fell, fall, fallen, broke, broken, fracture, fractured, cast, plaster, injury, injured, sprain, sprained,
    twisted, gym, tennis, golf, lifting, accident, surgery, operation, op, replacement, physio, splint, sling,
    carpal tunnel, frozen shoulder, rotator cuff, arthritis, trapped nerve, tennis elbow, golfers elbow, punched,
    hit, elbowed, football, rugby`,
  sleep: `
    sleep, slept, sleeping, asleep, in bed, wake up with, waking up with, lay on it, lying on it, slept on it,
    at night, overnight, during the night, lie on it, carpal tunnel, keyboard, typing`,
  vaccine: `
    jab, jabs, vaccine, vaccination, vaccinated, injection, booster, flu jab, covid jab, vaccines, immunisation,
    immunisations, blood test, bloods taken, cannula`,
  sats: `
    o 2, sp o 2, spo 2, o2 sats, sats, sat, oxygen, oxygen level, oxygen levels, o2, saturation, saturations, spo2,
    pulse ox, oximeter, oxygen reading`,
  'sats-noun': `
    o 2, sp o 2, spo 2, o2 sats, sats, oxygen, oxygen level, oxygen levels, o2, saturation, saturations, spo2,
    pulse ox, oximeter, oxygen reading`,
  'same-as': `
    same (feeling|pain|thing|ache|tightness) (as|i had|i got|like|that), (just|exactly|a lot) like (before|when i had|the time i had),
    exactly the same (feeling|pain|as)`,
  'heart-op': `stent, stents, bypass, angina, heart attack, angioplasty`,
  ribs: `ribs, breastbone, breast bone, sternum`,
  'shoulder-blades': `shoulder blades, shoulder blade`,
  'sats-low': `low, dropped, dropping, dropped to, down to, really low, going down, falling, fallen`,
  wake: `wake, waking, woke, woken, wakes`,
  gasping: `
    gasping, gasping for air, gasping for breath, fighting for breath, choking, unable to breathe, suffocating`,
  'breathing-trouble': `
    breathing (trouble|troubles|problem|problems|difficulty|difficulties|issues), trouble breathing,
    problem breathing, problems breathing, difficulty breathing, suffocating, cant get air, cant get enough air,
    gasping for air, struggling for breath, struggling for air, fighting for breath, fighting for air,
    gasping for breath, cant catch my breath, respiratory distress, increased work of breathing, wob,
    cant get any air in`,
  'stopped-breathing': `
    not breathing, stopped breathing, isnt breathing, stops breathing, stopping breathing,
    pauses in (his|her) breathing, pauses in breathing, apnoea episode, forgets to breathe, barely breathing,
    hardly breathing`,
  'going-colour': `goes, going, gone, went, turned, turning, turns, looks, looking, looked, is`,
  asthma: `asthma, asthmatic, astma, asma, copd, emphysema`,
  drooling: `drooling, drool, dribbling, cant swallow saliva, cant swallow spit`,
  swallow: `swallow, swallowing`,
  'closing-up': `
    closing, closing up, closes up, closed up, close up, is closing, tightening, tightening up, getting tighter,
    swelling shut, swelling up, shutting, shutting up, blocking up, constricting, constricted, closing in,
    seizing up, narrowing`,
  at: `at, over, when, about, seeing, opening, looking at, because of`,
  'few-words': `
    words at a time, word at a time, stop for breath, stopping for breath, stops for breath, stop to breathe,
    only (say|manage|get) (a few|two|three|one or two|two or three) words,
    too breathless to (talk|speak|eat|move|walk), breathless (talking|to talk|to speak),
    breathless (when |)(talking|speaking|eating|resting|lying), like (im|hes|shes) drowning,
    drowning in (my|his|her), feel like im suffocating, suffocating, smothered, cant get (my |any |enough |)air,
    no air (is |)(going|getting) in, air hunger, lungs (arent|not|wont|feel like they) (working|work|fill|full),
    cant fill my lungs, lungs closing`,
  'lie-flat': `
    lie flat, lie down (without|because|as|cant breathe), lay flat, sleep lying down, lay down without,
    lie down without`,
  'noisy-breath': `
    stridor, noise when (he|she) breathes, noise breathing in, noise when breathing, horrible noise breathing,
    breathing (is |)(noisy|funny|weird|very noisy), rattling when (he|she) breathes, crowing noise,
    barking like a seal and, gasping, breathing (like|as if) (hes|shes|ive|he has|she has) (been running|run)`,
  'heart-stop': `
    stop, stopping, stopped, giving out, packing up, failing, going to stop, going to burst,
    feels like its going to explode, skipping beats and, in af and`,
  heaving: `heaving, pulling in, sucking, sucking in, caving in, going in and out, pumping, working hard`,
  shoulders: `shoulders, stomach, tummy, belly, ribs, rib cage, neck muscles`,
  'walk-short': `
    walk to (the |)(door|toilet|bathroom|loo|kitchen|bed|room), walk across, walk a few (steps|metres|yards),
    walk (10|ten|five|5) (steps|metres|yards|feet), cross the room, get to the (door|toilet|bathroom|loo|kitchen),
    stand up, few steps, get dressed, get out of bed`,
  croup: `croup, croupy, barking cough, bark like a seal, seal bark, bronchiolitis, whooping`,
  'feet-back-word': `
    feet, foot, back, knee, knees, hip, hips, neck, shoulder, shoulders, tooth, teeth, toothache, shoes, heels,
    legs, bunion, bunions, piles, wrist, wrists, thumb, ankle, ankles, heel, hands, hand, elbow, sciatica, verruca,
    toe, toes, corns, gums, arthritis`,
  'idiom-tail': `trying, with, over, because, at this, to get, here`,
  'hay-fever': `hay fever, hayfever, pollen, cat, cats, dust`,
};
