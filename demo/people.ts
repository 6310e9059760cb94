import type { Chance } from './chance.ts';
import type { Practice } from './practices.ts';

/** Where a role is held. */
export interface Held {
  readonly id: string;
  readonly role: string;
  readonly practice?: Practice | undefined;
  readonly hubId?: string | undefined;
}

/** Somebody who can sign in to the demonstration, or whose name stands in its history. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Held[];
  /** Whether one can sign in as them; the others are names of the history. */
  readonly isCast: boolean;
  /** The key by which the other parts find somebody with a part to play. */
  readonly key: string;
}

interface Cast {
  readonly key: string;
  readonly name: string;
  readonly roles: readonly (readonly [role: string, place: 'group' | 'hub' | (Practice['part'] & string)])[];
}

const cast: readonly Cast[] = [
  { key: 'navigator', name: 'Niamh Carrow', roles: [['navigator', 'home']] },
  { key: 'navigator-neighbour', name: 'Tobias Finch-Adu', roles: [['navigator', 'neighbour']] },
  { key: 'navigator-hub', name: 'Priya Velloor', roles: [['navigator', 'hub']] },
  { key: 'gp', name: 'Dr Hana Rahmani', roles: [['clinician', 'home']] },
  { key: 'gp-hub', name: 'Dr Samuel Oyelaran', roles: [['clinician', 'hub']] },
  { key: 'gp-group', name: 'Dr Morag Lindqvist', roles: [['clinician', 'group']] },
  { key: 'nurse', name: 'Joy Okonjo', roles: [['clinician', 'home']] },
  { key: 'operations', name: 'Wes Calderbank', roles: [['operations', 'group']] },
  { key: 'workforce', name: 'Imelda Quist', roles: [['workforce', 'group']] },
  { key: 'finance', name: 'Farid Pellam', roles: [['finance', 'group']] },
  { key: 'governance', name: 'Gwen Ashby-Moor', roles: [['governance', 'group']] },
  { key: 'manager', name: 'Ruth Penhallow', roles: [['practice_manager', 'home']] },
  { key: 'manager-leaving', name: 'Desmond Yarrow', roles: [['practice_manager', 'leaving']] },
  { key: 'partner', name: 'Dr Oonagh Tremlett', roles: [['partner', 'home']] },
  { key: 'auditor', name: 'Arvid Stonehouse', roles: [['auditor', 'group']] },
  { key: 'administrator', name: 'Zofia Lindova', roles: [['administrator', 'group']] },
  {
    key: 'three-hats',
    name: 'Mabel Trevanion',
    roles: [
      ['practice_manager', 'neighbour'],
      ['navigator', 'neighbour'],
      ['finance', 'group'],
    ],
  },
];

const SINCE = Date.UTC(2024, 0, 8);

/** The people one can sign in as, with the roles they hold. */
export function makePeople(practices: readonly Practice[], chance: Chance): Person[] {
  const home = practices.find((practice) => practice.part === 'home');
  return cast.map(({ key, name, roles }) => ({
    id: chance.uuid(SINCE),
    name,
    email: emailOf(name),
    key,
    isCast: true,
    roles: roles.map(([role, place]) => ({
      id: chance.uuid(SINCE),
      role,
      practice: practices.find((practice) => practice.part === place),
      hubId: place === 'hub' ? home?.hub.id : undefined,
    })),
  }));
}

/** Somebody of a practice whose name stands in the history; the demonstration's sign-in does not list them. */
export function makeColleague(
  { name, key, ...held }: { name: string; key: string; role: string; practice: Practice },
  chance: Chance,
): Person {
  const email = emailOf(`${name}.${chance.between(100, 999)}`);
  return { id: chance.uuid(SINCE), name, email, key, isCast: false, roles: [{ id: chance.uuid(SINCE), ...held }] };
}

function emailOf(name: string): string {
  return `${name
    .toLowerCase()
    .replace(/^dr /, '')
    .replaceAll(/[^a-z0-9]+/g, '.')}@harebell.example.invalid`;
}
