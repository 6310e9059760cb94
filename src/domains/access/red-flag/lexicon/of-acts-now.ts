import type { ConceptWords } from './words.ts';

/** Words about somebody who breaks in, gas and cliffs put to everyday use, and the body in heat, cold or depth. */
export const ofActsNow: ConceptWords = {
  attacker: `
    ex, exs, my ex, ex husband, ex wife, ex boyfriend, ex girlfriend, ex partner, abuser, stalker, stranger, burglar, someone, somebody, some man, a man, two men, men, gang`,
  'gas-for-use': `
    cooker, oven, hob, heating, boiler, bbq, barbecue, camping, caravan, meter, engineer, supplier, back on, cook, dinner, tea, supper, stove`,
  outing: `
    walk, walking, walked, walkers, holiday, trip, hike, hiking, hiked, picnic, view, photo, photos, visited, visiting, day out, tour, lives, live, house, cottage, work`,
  heatstroke: `
    heatstroke, heat stroke, sunstroke, sun stroke, hypothermia, hypothermic, frostbite, frostbitten, froze to the bone, core temperature (low|dropping), overheated and (confused|collapsed|drowsy), the bends, decompression sickness`,
  'heat-cause': `left in (a |the )hot car, hot car, locked in (a |the )car, heatwave, sauna, in the sun all day, fell in (icy|cold|freezing) water, out in the snow, outside all night`,
  'after-dive': `(after|from|since|during) (a |the |my )(dive|dives), diving, dived, scuba, scuba dive, scuba diving, deep dive`,
  'big-beast': `bull, cow, cows, bullock, horse, ram, stag, boar, pig`,
  'gored-by': `gored, trampled, charged (at |)(him|her|me|us), tossed`,
  'heavy-thing': `tractor, quad, quad bike, digger, forklift, car, van, lorry, horse, tree, wall, wardrobe, dumper, trailer, piano, fridge`,
  'rolled-on': `(rolled|rolled over|fell|fallen|landed|toppled|come down|came down) (on|onto|over) (him|her|me|them|my|his)`,
  'after-op': `op, operation, surgery, hysterectomy, hernia repair, stitched, sewn, discharged`,
  'breathing-device': `ventilator, vent, bipap, nippv, niv machine, breathing machine, tracheostomy, trachy, trache`,
  'device-fails': `alarming, alarm is going off, alarm going off, alarm keeps going, stopped, stopped working, failed, failing, not working, broken, packed up, blocked, come out, fallen out, come off, beeping`,
  'device-service': `engineer, service, serviced, delivery, delivered, replacement, mask, filter, filters, tubing, order, spare, tumble dryer, air vent, car vent, kitchen, bathroom`,
  'little-one': `(my |the |our |her |his |)(baby|babys|babies|toddler|toddlers|child|childs|kid|kids|little one|little ones|son|sons|daughter|daughters|grandson|grandsons|granddaughter|granddaughters|newborn|newborns)`,
  machine: `machine, machinery, press, baler, grinder, mixer, mincer, conveyor, conveyor belt, auger, pto shaft, escalator, combine, lathe, shredder, wood chipper, chipper`,
  'head-out': `
    (babys|babies|baby|the) head (is |)(showing|coming|out|visible|crowning), see (the |a |)(babys |baby |)head, crowning, baby is coming now, babys coming now, baby coming now, need to push, urge to push, giving birth now, having the baby now`,
  'double-sight': `double vision, seeing double, see two of everything`,
  'sudden-today': `suddenly, sudden, today, this morning, this afternoon, tonight, just now, just started, started an hour ago, came on, out of nowhere, since breakfast, since lunch`,
};
