import { drawer, type Chance } from './chance.ts';
import { ageShares } from './parameters.ts';

/** Somebody by age in whole years and sex. */
export interface Member {
  readonly age: number;
  readonly female: boolean;
}

const drawAge = drawer([...ageShares.female, ...ageShares.male]);
const BANDS = ageShares.female.length;
const ADULT = 18;
const PARENT = [20, 52] as const;
/** How many children at a time, beside what is needed on average. */
const childrenAtATime = [0, 0, 0, 1, 1, 2, 2, 3];

/** How many there still are of each age and sex, to be taken one by one. */
interface Pool {
  readonly left: Int32Array;
  children: number;
  parents: number;
}

const codeOf = (age: number, female: boolean): number => age * 2 + (female ? 1 : 0);
const memberOf = (code: number): Member => ({ age: code >> 1, female: (code & 1) === 1 });

function take(pool: Pool, code: number): boolean {
  const left = pool.left[code] ?? 0;
  if (left === 0) return false;
  pool.left[code] = left - 1;
  const age = code >> 1;
  if (age < ADULT) pool.children -= 1;
  else if (age >= PARENT[0] && age <= PARENT[1]) pool.parents -= 1;
  return true;
}

/** People living together, as many in all as asked for: ages and sexes as in England, children with somebody of an age to be a parent. */
export function* households(size: number, chance: Chance): Generator<Member[]> {
  const codes = Array.from({ length: size }, () => drawMember(chance));
  const pool: Pool = { left: new Int32Array(256), children: 0, parents: 0 };
  for (const code of codes) {
    pool.left[code] = (pool.left[code] ?? 0) + 1;
    const age = code >> 1;
    if (age < ADULT) pool.children += 1;
    else if (age >= PARENT[0] && age <= PARENT[1]) pool.parents += 1;
  }
  for (const code of codes) {
    if (code >> 1 < ADULT || !take(pool, code)) continue;
    const head = memberOf(code);
    const home = [head];
    const partner = chance.happens(partnered(head.age)) ? findPartner(pool, head, chance) : undefined;
    if (partner) home.push(partner);
    const mother = partner?.female === true ? partner : head;
    const wanted = childrenWanted(pool, mother.age, chance);
    for (let child = 0; child < wanted; child += 1) {
      const found = findChild(pool, mother.age, chance);
      if (found) home.push(found);
    }
    yield home;
  }
  // The last children live with guardians of whom we know nothing more.
  for (let code = 0; code < ADULT * 2; code += 1) while (take(pool, code)) yield [memberOf(code)];
}

function drawMember(chance: Chance): number {
  const drawn = drawAge(chance);
  const band = drawn % BANDS;
  const age = band * 5 + chance.below(band === BANDS - 1 ? 9 : 5);
  return codeOf(age, drawn < BANDS);
}

function partnered(age: number): number {
  if (age < 22) return 0.1;
  return age < 30 ? 0.4 : age < 75 ? 0.62 : 0.42;
}

function findPartner(pool: Pool, head: Member, chance: Chance): Member | undefined {
  const female = chance.happens(0.03) ? head.female : !head.female;
  for (let tries = 0; tries < 6; tries += 1) {
    const age = head.age + chance.between(-5, 5) + (head.female ? 1 : -1);
    const code = codeOf(Math.max(ADULT, Math.min(98, age)), female);
    if (take(pool, code)) return memberOf(code);
  }
  return undefined;
}

/** Children are shared out as they last: the fewer parents are left, the more each has. */
function childrenWanted(pool: Pool, age: number, chance: Chance): number {
  if (pool.children === 0 || age < PARENT[0] || age > PARENT[1]) return 0;
  const perHome = pool.children / Math.max(1, pool.parents * 0.62);
  const asked = chance.pick(childrenAtATime) * (perHome / 1.125);
  return Math.min(6, Math.floor(asked + chance.next()));
}

function findChild(pool: Pool, parent: number, chance: Chance): Member | undefined {
  const youngest = Math.max(0, parent - 42);
  const oldest = Math.min(ADULT - 1, parent - 18);
  if (oldest < youngest) return undefined;
  const start = chance.between(youngest, oldest);
  const female = chance.happens(0.49);
  for (let step = 0; step <= oldest - youngest; step += 1) {
    const age = youngest + ((start - youngest + step) % (oldest - youngest + 1));
    for (const sex of [female, !female]) {
      const code = codeOf(age, sex);
      if (take(pool, code)) return memberOf(code);
    }
  }
  return undefined;
}
