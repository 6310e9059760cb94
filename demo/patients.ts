import { chanceOf, drawer, type Chance } from './chance.ts';
import type { Clinician } from './clinicians.ts';
import { array, line } from './copy.ts';
import { ageShares, useByAge } from './parameters.ts';
import { nearby, postcodeIn, type Practice } from './practices.ts';
import { names, type Names } from './words/names.ts';

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

/** The columns of `patientLines`, in order. */
export const patientColumns = [
  'id', 'practice_id', 'nhs_number', 'given_name', 'family_name', 'family_key', 'birth_date', 'sex', 'phone', 'email', 'address', 'postcode',
  'latitude', 'longitude', 'usual_gp_id', 'needs', 'language', 'contact_by', 'registered_from',
] as const; // prettier-ignore

const drawFamily = drawer(names.map((kind) => kind.share));
const drawAge = drawer([...ageShares.female, ...ageShares.male]);
const drawSize = drawer([30, 34, 16, 13, 5, 2]);
const streetNames = ['Alder', 'Beacon', 'Cooper', 'Drift', 'Elmfield', 'Ferry', 'Granary', 'Hollow', 'Inkerman', 'Jubilee', 'Kiln', 'Larch', 'Meadow', 'Nursery', 'Orchard', 'Priory', 'Quarry', 'Rectory', 'Saltpan', 'Tannery', 'Upland', 'Vicarage', 'Waterside', 'Yew Tree']; // prettier-ignore
const streetKinds = ['Road', 'Street', 'Lane', 'Close', 'Avenue', 'Row'];
const DAY = 86_400_000;

/** Numbers Ofcom keeps for drama: dialled, they reach nobody. */
const dramaPrefixes = ['441632960', '441134960', '441144960', '441154960', '441164960', '441174960', '441184960', '441214960', '441314960', '441414960', '441514960', '441614960', '442079460', '441914980', '442896496', '442920180']; // prettier-ignore
const MOBILE = '447700900';

function dramaNumber(index: number): string {
  const prefix = index < 1000 ? MOBILE : (dramaPrefixes[Math.floor(index / 1000) - 1] ?? MOBILE);
  return `+${prefix}${String(index % 1000).padStart(3, '0')}`;
}
const DRAMA_NUMBERS = (dramaPrefixes.length + 1) * 1000;

/** The nth number of the range 999, which the NHS keeps for tests; null where its check digit would be ten. */
function testNumber(nth: number, offset: number): string | null {
  const nine = `999${String((nth * 611_953 + offset) % 1_000_000).padStart(6, '0')}`;
  let sum = 0;
  for (let at = 0; at < 9; at += 1) sum += (10 - at) * (nine.charCodeAt(at) - 48);
  const check = 11 - (sum % 11);
  return check === 10 ? null : `${nine}${check === 11 ? 0 : check}`;
}

interface Household {
  readonly kind: Names;
  readonly family: string;
  readonly key: string;
  readonly phone: string;
  readonly address: string;
  readonly postcode: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly oldest: number;
}

/** Surname as it is searched: no accents, case, spaces or marks. */
function familyKey(family: string): string {
  return family
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase();
}

/** Makes the patients of every practice: their lines for the database while their lists fill. */
export function makePatients(
  practices: readonly Practice[],
  clinicians: readonly Clinician[],
  { seed, now }: { seed: number; now: number },
): { lists: PatientList[]; lines: Iterable<string> } {
  const lists = practices.map((practice): PatientList => emptyList(practice, clinicians));
  function* lines(): Generator<string> {
    const numbers = { nth: 0, offset: chanceOf(seed, 'nhs-numbers').below(1_000_000) };
    for (const list of lists)
      yield* linesOf(list, { chance: chanceOf(seed, `patients/${list.practice.code}`), numbers, now });
  }
  return { lists, lines: lines() };
}

function emptyList(practice: Practice, clinicians: readonly Clinician[]): PatientList {
  const size = practice.list;
  const weights = new Float64Array(size);
  const ages = new Uint8Array(size);
  let draw: ((chance: Chance) => number) | undefined;
  return {
    practice,
    ids: [],
    ages,
    female: new Uint8Array(size),
    usualGp: new Uint8Array(size),
    gps: clinicians.filter((one) => one.practice === practice && one.role === 'gp' && one.kind === 'permanent'),
    phones: [],
    draw(chance) {
      draw ??= drawer([...weights.map((_, at) => useByAge[Math.floor(Math.min(94, ages[at] ?? 0) / 5)] ?? 1)]);
      return draw(chance);
    },
  };
}

interface Making {
  readonly chance: Chance;
  readonly numbers: { nth: number; readonly offset: number };
  readonly now: number;
}

function* linesOf(list: PatientList, making: Making): Generator<string> {
  const { practice } = list;
  const { chance, numbers, now } = making;
  const phones = { next: chance.below(DRAMA_NUMBERS) };
  const drawGp = drawer(list.gps.map((gp) => gp.fte));
  const streets = Array.from({ length: 30 }, () => ({
    name: `${chance.pick(streetNames)} ${chance.pick(streetKinds)}`,
    postcode: postcodeIn(practice.hub, chance),
    ...nearby(practice.sites[0], chance.around(0, 1.1), chance.around(0, 1.1)),
  }));
  let left = 0;
  let home: Household | undefined;
  for (let at = 0; at < practice.list; at += 1) {
    const first = left === 0 || home === undefined;
    if (first) left = 1 + drawSize(chance);
    left -= 1;
    const drawn = drawAge(chance);
    const female = drawn < 19;
    const age = Math.min(99, (drawn % 19) * 5 + chance.below(drawn % 19 === 18 ? 9 : 5));
    home =
      first || home === undefined
        ? householdAt(chance.pick(streets), { phones, chance, town: practice.hub.area.town })
        : home;
    list.ages[at] = age;
    list.female[at] = female ? 1 : 0;
    const gp = drawGp(chance);
    list.usualGp[at] = gp;
    const id = chance.uuid(now - 3 * 365 * DAY);
    list.ids.push(id);
    const birth = now - (age * 365.2425 + chance.below(365)) * DAY;
    const phone = age >= 16 || chance.happens(0.6) ? home.phone : '';
    list.phones.push(phone);
    const given = chance.pick((female ? home.kind.female : home.kind.male)[age > 62 ? 0 : 1]);
    const language = home.kind.languages.length > 0 && chance.happens(0.16) ? chance.pick(home.kind.languages) : 'en';
    const needs = needsOf({ age, language }, chance);
    const email =
      age >= 16 && chance.happens(age > 75 ? 0.3 : 0.75)
        ? `${given}.${home.key}${at}@example.invalid`.toLowerCase()
        : null;
    let number = testNumber(numbers.nth++, numbers.offset);
    while (number === null) number = testNumber(numbers.nth++, numbers.offset);
    const since = birth + (now - birth) * Math.max(0, 1 - chance.next() * 1.3);
    yield line([
      id, practice.code, number, given, home.family, home.key, day(birth), female ? 'female' : 'male', phone === '' ? null : phone, email,
      home.address, home.postcode, home.latitude, home.longitude, list.gps[gp]?.id ?? null, array(needs), language,
      contactBy({ age, email: email !== null, phone: phone !== '', needs }, chance), day(Math.min(since, now - 3 * DAY)),
    ]); // prettier-ignore
  }
}

function day(epochMilliseconds: number): string {
  return new Date(epochMilliseconds).toISOString().slice(0, 10);
}

interface Street {
  readonly name: string;
  readonly postcode: string;
  readonly latitude: number;
  readonly longitude: number;
}

function householdAt(
  street: Street,
  { phones, chance, town }: { phones: { next: number }; chance: Chance; town: string },
): Household {
  const kind = names[drawFamily(chance)] ?? names[0];
  if (kind === undefined) throw new Error('there are no names');
  const family = chance.pick(kind.family);
  phones.next = (phones.next + 1) % DRAMA_NUMBERS;
  return {
    kind,
    family,
    key: familyKey(family),
    phone: chance.happens(0.96) ? dramaNumber(phones.next) : '',
    address: `${chance.between(1, 160)} ${street.name}, ${town}`,
    postcode: street.postcode,
    latitude: street.latitude,
    longitude: street.longitude,
    oldest: 0,
  };
}

function needsOf({ age, language }: { age: number; language: string }, chance: Chance): string[] {
  const needs: string[] = [];
  if (language !== 'en' && chance.happens(0.55)) needs.push('interpreter');
  if (chance.happens(age > 74 ? 0.14 : age > 54 ? 0.03 : 0.004)) needs.push('hearing');
  if (chance.happens(0.0004)) needs.push('bsl');
  if (chance.happens(age > 79 ? 0.06 : 0.004)) needs.push('sight', 'large_print');
  if (chance.happens(age > 79 ? 0.3 : age > 64 ? 0.07 : 0.008)) needs.push('step_free');
  if (chance.happens(0.005)) needs.push('learning_disability', 'easy_read', 'longer');
  else if (chance.happens(age > 79 ? 0.08 : 0.012)) needs.push('longer');
  if (chance.happens(age > 79 ? 0.12 : 0.006)) needs.push('carer');
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
