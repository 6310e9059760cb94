import { chanceOf, type Chance } from './chance.ts';
import { ftePer10000, SESSIONS_PER_FTE } from './parameters.ts';
import { makeColleague, type Person } from './people.ts';
import type { Practice } from './practices.ts';
import { names } from './words/names.ts';

/** Somebody who sees patients, and the half days of the week on which they do: 0 Monday morning … 9 Friday afternoon. */
export interface Clinician {
  readonly id: string;
  readonly practice: Practice;
  readonly person: Person | undefined;
  readonly name: string;
  readonly role: string;
  readonly fte: number;
  readonly kind: 'permanent' | 'locum' | 'trainee';
  readonly halfDays: readonly number[];
  /** Contacts a day that are safe for them alone, where it is not the group's number. */
  readonly ownLimit: number | undefined;
}

interface Post {
  readonly role: string;
  readonly rate: number;
  readonly kind: Clinician['kind'];
  /** Parts of a full-time week people in such posts work, one drawn at a time. */
  readonly parts: readonly number[];
}

const posts: readonly Post[] = [
  { role: 'gp', rate: ftePer10000.gp, kind: 'permanent', parts: [0.45, 0.56, 0.67, 0.67, 0.67, 0.78, 0.78, 0.89, 1] },
  { role: 'gp', rate: ftePer10000.gpLocumOrTrainee, kind: 'trainee', parts: [0.56, 0.67, 0.78, 0.89, 1] },
  { role: 'nurse', rate: ftePer10000.nurse, kind: 'permanent', parts: [0.45, 0.45, 0.56, 0.67, 0.67, 0.78, 0.89] },
  { role: 'advanced_nurse', rate: ftePer10000.advanced_nurse, kind: 'permanent', parts: [0.56, 0.67, 0.78, 0.89] },
  { role: 'hca', rate: ftePer10000.hca, kind: 'permanent', parts: [0.45, 0.56, 0.67, 0.78] },
  { role: 'pharmacist', rate: ftePer10000.pharmacist, kind: 'permanent', parts: [0.56, 0.67, 0.78, 0.89] },
  { role: 'social_prescriber', rate: ftePer10000.social_prescriber, kind: 'permanent', parts: [0.56, 0.78, 0.89] },
  { role: 'paramedic', rate: ftePer10000.paramedic, kind: 'permanent', parts: [0.67, 0.78, 0.89] },
  { role: 'physio', rate: ftePer10000.physio, kind: 'permanent', parts: [0.45, 0.56, 0.67] },
  { role: 'mental_health', rate: ftePer10000.mental_health, kind: 'permanent', parts: [0.56, 0.67, 0.78] },
  { role: 'physician_associate', rate: ftePer10000.physician_associate, kind: 'permanent', parts: [0.78, 0.89] },
];

/** Fewest of a role in a practice, however small. */
const fewest: Readonly<Record<string, number>> = { 'gp/permanent': 2, nurse: 1, hca: 1 };
/** People of the cast who see patients, by key, with their role. */
const castRoles: Readonly<Record<string, string>> = {
  gp: 'gp',
  'gp-hub': 'gp',
  'gp-group': 'gp',
  nurse: 'advanced_nurse',
  partner: 'gp',
};

/** Everyone who sees patients in the group, in the published proportions to the lists. */
export function makeClinicians(
  practices: readonly Practice[],
  people: readonly Person[],
  seed: number,
): { clinicians: Clinician[]; colleagues: Person[] } {
  const chance = chanceOf(seed, 'clinicians');
  const clinicians: Clinician[] = [];
  const colleagues: Person[] = [];
  const waiting = new Map(posts.map((post) => [post, 0]));
  const cast = castByPlace(practices, people);
  const oneName = namesOnce(people, chanceOf(seed, 'clinicians of one name'));
  for (const practice of practices) {
    for (const post of posts) {
      let due = (waiting.get(post) ?? 0) + (practice.list / 10_000) * post.rate;
      const least = post.kind === 'permanent' ? (fewest[post.role] ?? fewest[`${post.role}/permanent`] ?? 0) : 0;
      const mine = takeCast(cast.get(practice.code), post);
      for (let count = 0; due > 0.3 || count < least || mine.length > 0; count += 1) {
        const person = mine.shift();
        const drawn = makeOne({ practice, post, person }, chance);
        const made = person === undefined ? { ...drawn, name: oneName(drawn) } : drawn;
        if (made.role === 'gp' && person === undefined) {
          const key = `clinician/${made.id}`;
          const colleague = makeColleague({ name: made.name, key, role: 'clinician', practice }, chance);
          colleagues.push(colleague);
          clinicians.push({ ...made, person: colleague });
        } else clinicians.push(made);
        due -= made.fte;
      }
      waiting.set(post, due);
    }
  }
  return { clinicians, colleagues };
}

/** A name nobody else who works there has: one drawn a second time is drawn anew, by a chance of its own that moves nothing else. */
function namesOnce(people: readonly Person[], again: Chance): (drawn: Clinician) => string {
  const keyOf = (name: string): string => name.replace(/^Dr /, '').toLowerCase().split(' ').sort().join(' ');
  const taken = new Set(people.map(({ name }) => keyOf(name)));
  return ({ name: first, role }) => {
    let name = first;
    while (taken.has(keyOf(name))) name = nameOf(role, again);
    taken.add(keyOf(name));
    return name;
  };
}

function castByPlace(practices: readonly Practice[], people: readonly Person[]): Map<string, Person[]> {
  const home = practices.find((practice) => practice.part === 'home');
  const byPlace = new Map<string, Person[]>();
  for (const person of people) {
    if (castRoles[person.key] === undefined) continue;
    const place = person.roles[0]?.practice ?? (person.key === 'gp-group' ? practices[1] : home) ?? practices[0];
    if (place) byPlace.set(place.code, [...(byPlace.get(place.code) ?? []), person]);
  }
  return byPlace;
}

function takeCast(there: Person[] | undefined, post: Post): Person[] {
  return post.kind === 'permanent' ? (there ?? []).filter((person) => castRoles[person.key] === post.role) : [];
}

interface Opening {
  readonly practice: Practice;
  readonly post: Post;
  readonly person: Person | undefined;
}

function makeOne({ practice, post, person }: Opening, chance: Chance): Clinician {
  // The cast work all week, so that whoever signs in as one of them has a day to look at.
  const fte = person === undefined ? chance.pick(post.parts) : 1;
  const kind = post.kind === 'trainee' && chance.happens(0.4) ? 'locum' : post.kind;
  const count = person === undefined ? Math.max(4, Math.min(9, Math.round(fte * SESSIONS_PER_FTE))) : 10;
  return {
    id: chance.uuid(Date.UTC(2024, 0, 8)),
    practice,
    person,
    name: person?.name ?? nameOf(post.role, chance),
    role: post.role,
    fte,
    kind,
    halfDays: halfDaysOf(count, chance),
    ownLimit: kind === 'trainee' ? 16 : chance.happens(0.02) ? 18 : undefined,
  };
}

/** Whole days first, as most people work, then single half days. */
function halfDaysOf(count: number, chance: Chance): number[] {
  const days = chance.shuffled([0, 1, 2, 3, 4]);
  const halves: number[] = [];
  for (const day of days) {
    const left = count - halves.length;
    if (left >= 2) halves.push(day * 2, day * 2 + 1);
    else if (left === 1) halves.push(day * 2 + chance.below(2));
  }
  return halves.sort((one, other) => one - other);
}

/** A name of somebody who works in the group, made from those of its patients' families. */
export function staffName(chance: Chance): string {
  const kind = chance.happens(0.55) ? names[0] : chance.pick(names);
  if (kind === undefined) throw new Error('there are no names');
  return `${chance.pick((chance.happens(0.66) ? kind.female : kind.male)[1])} ${chance.pick(kind.family)}`;
}

function nameOf(role: string, chance: Chance): string {
  return role === 'gp' ? `Dr ${staffName(chance)}` : staffName(chance);
}
