import type { ConceptWords } from './words.ts';

/** Turns of phrase about somebody who puts things in order before dying, and about somebody with a weapon to hand. */
export const ofParting: ConceptWords = {
  wrote: `wrote, written, writ, writing, writes, wrote out, written out, left, leaving, found, done, doing`,
  'farewell-note': `letters, letter, notes, note, goodbyes, goodbye`,
  'to-all': `
    each of us, all of us, every one of us, everyone i love, everybody i love, everyone (he|she) loves, (my|his|her|our) loved ones, loved ones, (the|my|his|her) (whole |)family, (for|to) (the|my|his|her|our) (kids|children|boys|girls|grandkids|family|wife|husband|mum|parents)`,
  'put-in-order': `
    sorted ((the|my|his|her) |)(dog|cat|dogs|cats|pets|funeral|will|bills|money|house|everything), tidied (up |)((the|my|his|her) |)(flat|house|room|everything), cleared (out |)((the|my|his|her) |)(flat|room|house|drawers), paid ((all|off|the|my|his|her) |)(bills|debts),
    (rehomed|rehoming|given away|gave away|found (a |another |)home for|dropped off) (the |my |his |her |)(dog|cat|dogs|cats|pets|rabbit|horse), everything (is |)(neat|tidy|in order|sorted|ready), cancelled everything, deleted (his|her|my) (accounts|facebook|photos),
    gave (me|us|them|his sister|her sister) (his|her|all his|all her) (passwords|password|pin|bank card|ring|rings|watch|jewellery|medals|keys), giving (away |)(his|her|my) (rings|jewellery|watch|medals|things), where the will is, (his|her|my) wedding ring, which (hymns|songs), (hymns|songs) (he|she) wants, nothing left to do, nothing else to do now, phone (is |)off`,
  'letter-for-use': `
    complaint, landlord, hospital, surgery, consultant, reception, council, school, insurance, dwp, pip, mp, employer, work, doctor, doctors, gp, chemist, pharmacy, solicitor, bank, nursery, vet, moving, moved, house move, holiday, hospice, palliative, new baby, allergies, allergic, sitter, vaccinations, app`,
  firearm: `gun, guns, shotgun, shot gun, rifle, pistol, firearm, firearms, crossbow, air rifle, handgun, revolver`,
  'firearm-out': `
    out, loaded, loading, loads, on the table, in (his|her|my) (hand|hands|lap|mouth), to (his|her|my) (head|chin), under (his|her|my) chin, took, taken, fetched, got (his|her|the|my), has (his|her|the|a), holding, pointing, pointed, sat with, sitting with, cabinet, cleaning his`,
  'weapon-mood': `
    drinking, drunk, low, crying, cried, upset, shouting, screaming, smashing, wont come out, wont open, wont speak, wont talk, had enough, depressed, suicidal, angry, threatening, threatens, locked (himself|herself|themselves|the door), in a state, quiet, saying goodbye, very down, really down, cant cope, kicked off, kicking off, raging`,
  blade: `blade, blades, razor, razors, razor blade, knife, knives, scissors, stanley knife, axe, machete, hammer`,
  'shut-in': `
    locked (himself|herself|myself|themselves|him self|her self) (in|away), (wont|will not|refusing to|refuses to|not) (open|opening|unlock|unlocking) (the |his |her |)(door|bathroom), barricaded`,
  'weapon-for-use': `
    licence, license, certificate, medical, form, club, clay, clays, nail gun, glue gun, massage, heat gun, nerf, toy, water pistol, spray, shooting season, cooking, kitchen, chopping, shaving, shaved, film, game, toilet roll`,
};
