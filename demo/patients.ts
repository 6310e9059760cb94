import { chanceOf, drawer, type Chance } from './chance.ts';
import type { Clinician } from './clinicians.ts';
import { array, dateText, line } from './copy.ts';
import { dramaNumber, DRAMA_NUMBERS } from './drama-numbers.ts';
import { households, type Member } from './households.ts';
import { needShares, useByAge } from './parameters.ts';
import { nearby, postcodeIn, type Practice } from './practices.ts';
import { names, type Names } from './words/names.ts';
import { nameKey } from '#domains/patients/name-key.ts';

/** What the rest of the demonstration needs to know of a practice's patients; all lists run in parallel. */
export interface PatientList {
  readonly practice: Practice;
  readonly ids: string[];
  /** Whole years. */
  readonly ages: Uint8Array;
  readonly female: Uint8Array;
  /** Place of the usual GP among `gps`. */
  readonly usualGp: Uint8Array;
  readonly gps: readonly Clinician[];
  /** E.164, or empty. */
  readonly phones: string[];
  /** Draws a patient's place by how often people of that age are seen. */
  draw(chance: Chance): number;
}

/** The columns of the lines of `makePatients`, in order. */
export const patientColumns = [
  'id', 'practice_id', 'nhs_number', 'given_name', 'family_name', 'family_key', 'birth_date', 'sex', 'phone', 'email', 'address', 'postcode',
  'latitude', 'longitude', 'usual_gp_id', 'needs', 'language', 'contact_by', 'registered_from',
] as const; // prettier-ignore

const drawFamily = drawer(names.map((kind) => kind.share));
const keys = new Map(names.flatMap((kind) => kind.family.map((family) => [family, nameKey(family)])));
const streetNames = ['Alder', 'Beacon', 'Cooper', 'Drift', 'Elmfield', 'Ferry', 'Granary', 'Hollow', 'Inkerman', 'Jubilee', 'Kiln', 'Larch', 'Meadow', 'Nursery', 'Orchard', 'Priory', 'Quarry', 'Rectory', 'Saltpan', 'Tannery', 'Upland', 'Vicarage', 'Waterside', 'Yew Tree']; // prettier-ignore
const streetKinds = ['Road', 'Street', 'Lane', 'Close', 'Avenue', 'Row'];
const DAY = 86_400_000;
const YEAR = 365.2425;

/** Hands out the numbers of the range 999, which the NHS keeps for tests; check digits of ten are passed over. */
function testNumbers(seed: number): () => string {
  const offset = chanceOf(seed, 'nhs-numbers').below(1_000_000);
  let nth = 0;
  return () => {
    for (;;) {
      const nine = `999${String((nth * 611_953 + offset) % 1_000_000).padStart(6, '0')}`;
      nth += 1;
      let sum = 0;
      for (let at = 0; at < 9; at += 1) sum += (10 - at) * (nine.charCodeAt(at) - 48);
      const check = 11 - (sum % 11);
      if (check !== 10) return `${nine}${check === 11 ? 0 : check}`;
    }
  };
}

/** Makes the patients of every practice: their lines for the database while their lists fill. */
export function makePatients(
  practices: readonly Practice[],
  clinicians: readonly Clinician[],
  { seed, now }: { seed: number; now: number },
): { lists: PatientList[]; lines: Iterable<string> } {
  const lists = practices.map((practice) => emptyList(practice, clinicians));
  function* lines(): Generator<string> {
    const number = testNumbers(seed);
    for (const list of lists)
      yield* linesOf(list, { chance: chanceOf(seed, `patients/${list.practice.code}`), number, now });
  }
  return { lists, lines: lines() };
}

function emptyList(practice: Practice, clinicians: readonly Clinician[]): PatientList {
  const ages = new Uint8Array(practice.list);
  let draw: ((chance: Chance) => number) | undefined;
  return {
    practice,
    ids: [],
    ages,
    female: new Uint8Array(practice.list),
    usualGp: new Uint8Array(practice.list),
    gps: clinicians.filter((one) => one.practice === practice && one.role === 'gp' && one.kind === 'permanent'),
    phones: [],
    draw(chance) {
      draw ??= drawer(Array.from(ages, (age) => useByAge[Math.min(useByAge.length - 1, Math.floor(age / 5))] ?? 1));
      return draw(chance);
    },
  };
}

interface Making {
  readonly chance: Chance;
  readonly number: () => string;
  readonly now: number;
}

/** Where a family lives, what it is called and how it is reached. */
interface Home {
  readonly kind: Names;
  readonly family: string;
  readonly phone: string;
  readonly street: Street;
  readonly house: string;
  readonly gp: number;
  /** Days before now that the family has been registered, but for those born since. */
  readonly days: number;
}

interface Street {
  readonly name: string;
  readonly postcode: string;
  readonly latitude: number;
  readonly longitude: number;
}

function* linesOf(list: PatientList, making: Making): Generator<string> {
  const { practice } = list;
  const { chance } = making;
  const drawGp = drawer(list.gps.map((gp) => gp.fte));
  const streets = Array.from({ length: Math.max(6, Math.round(practice.list / 220)) }, () => ({
    name: `${chance.pick(streetNames)} ${chance.pick(streetKinds)}`,
    postcode: postcodeIn(practice.hub, chance),
    ...nearby(practice.sites[0], chance.around(0, 1.1), chance.around(0, 1.1)),
  }));
  let number = chance.below(DRAMA_NUMBERS);
  for (const members of households(practice.list, chance)) {
    const kind = names[drawFamily(chance)] ?? names[0];
    if (kind === undefined) throw new Error('there are no names');
    number = (number + 1) % DRAMA_NUMBERS;
    const home: Home = {
      kind,
      family: chance.pick(kind.family),
      phone: chance.happens(0.96) ? dramaNumber(number) : '',
      street: chance.pick(streets),
      house: `${chance.between(1, 160)}`,
      gp: drawGp(chance),
      days: Math.floor(30 + chance.next() ** 2 * 12_000),
    };
    for (const [at, member] of members.entries()) yield patientLine({ member, first: at === 0, home, list }, making);
  }
}

interface Living {
  readonly member: Member;
  readonly first: boolean;
  readonly home: Home;
  readonly list: PatientList;
}

function patientLine({ member, first, home, list }: Living, { chance, number, now }: Making): string {
  const { age, female } = member;
  const { kind, street } = home;
  const at = list.ids.length;
  // One after another in time, so that the index grows at its end.
  const id = chance.uuid(now - 3 * 365 * DAY + at);
  list.ids.push(id);
  list.ages[at] = age;
  list.female[at] = female ? 1 : 0;
  // Partners often keep their own name, and their own doctor.
  const family = first || age < 18 || chance.happens(0.75) ? home.family : chance.pick(kind.family);
  const gp = first || age < 18 || chance.happens(0.6) ? home.gp : chance.below(list.gps.length);
  list.usualGp[at] = gp;
  const phone = age >= 16 || chance.happens(0.6) ? home.phone : '';
  list.phones.push(phone);
  const given = chance.pick((female ? kind.female : kind.male)[age > 62 ? 0 : 1]);
  const key = keys.get(family) ?? nameKey(family);
  const bornBefore = Math.floor(age * YEAR + 1 + chance.below(364));
  const language =
    kind.languages.length > 0 && chance.happens(needShares.otherLanguage) ? chance.pick(kind.languages) : 'en';
  const needs = needsOf({ age, language }, chance);
  const email =
    age >= 16 && chance.happens(age > 75 ? 0.3 : 0.75) ? `${given}.${key}${at}@example.invalid`.toLowerCase() : null;
  return line([
    id, list.practice.code, number(), given, family, key, dateText(now - bornBefore * DAY), female ? 'female' : 'male', phone === '' ? null : phone, email,
    `${home.house} ${street.name}, ${list.practice.hub.area.town}`, street.postcode, street.latitude, street.longitude, list.gps[gp]?.id ?? null, array(needs),
    language, contactBy({ age, email: email !== null, phone: phone !== '', needs }, chance), dateText(now - Math.min(bornBefore, home.days) * DAY),
  ]); // prettier-ignore
}

function needsOf({ age, language }: { age: number; language: string }, chance: Chance): string[] {
  const needs: string[] = [];
  const by = (share: { under55: number; to74: number; over74: number }): boolean =>
    chance.happens(age > 74 ? share.over74 : age > 54 ? share.to74 : share.under55);
  if (language !== 'en' && chance.happens(needShares.interpreterOfOtherLanguage)) needs.push('interpreter');
  if (by(needShares.hearing)) needs.push('hearing');
  if (chance.happens(needShares.bsl)) needs.push('bsl');
  if (by(needShares.sight)) needs.push('sight', 'large_print');
  if (by(needShares.stepFree)) needs.push('step_free');
  if (chance.happens(needShares.learningDisability)) needs.push('learning_disability', 'easy_read', 'longer');
  else if (by(needShares.longer)) needs.push('longer');
  if (by(needShares.carer)) needs.push('carer');
  return needs;
}

interface Reachable {
  readonly age: number;
  readonly email: boolean;
  readonly phone: boolean;
  readonly needs: readonly string[];
}

function contactBy({ age, email, phone, needs }: Reachable, chance: Chance): string {
  if (!phone) return email ? 'email' : 'letter';
  if (needs.includes('hearing') || needs.includes('bsl')) return 'text';
  if (age < 65 && chance.happens(0.5)) return 'text';
  if (email && chance.happens(0.1)) return 'email';
  return age > 79 && chance.happens(0.05) ? 'letter' : 'phone';
}
