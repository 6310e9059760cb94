import { sql, type Sql } from '#platform/db/sql.ts';

/** Days from today; null has no end. An agreement, a membership and a role are in force from the first until before the second. */
export type Span = readonly [from: number, to: number | null];

/** Where a practice may stand with a service, by the days its agreement runs. */
const situations: Readonly<Record<string, Span | null>> = {
  'never joined': null,
  joined: [-30, null],
  'joins today': [0, null],
  'joins tomorrow': [1, null],
  'left yesterday': [-30, -1],
  'leaves today': [-30, 0],
  'leaves tomorrow': [-30, 1],
};

/** A group of the world with its own id. */
export type GroupName = 'ours' | 'other';

/** A practice: in which groups and hubs when, and which services it has agreed to when. */
export interface Practice {
  readonly id: string;
  readonly says: string;
  readonly groups: Readonly<Partial<Record<GroupName, Span>>>;
  readonly hubs: Readonly<Record<string, Span>>;
  readonly agreements: readonly { readonly group: GroupName; readonly service: string; readonly span: Span }[];
}

/** Somebody acting: a role, held for a group, a hub or a practice. */
export interface Actor {
  readonly role: string;
  readonly says: string;
  readonly group: GroupName;
  readonly hub: string | null;
  readonly practice: string | null;
  readonly personId: string;
  readonly roleHeldId: string;
  /** The connected program that acts, where it is one: it holds its role for a group, and is nobody. */
  readonly clientId?: string;
  /** The patient who acts, where it is one: of a practice, holding no role. */
  readonly patientId?: string;
}

/** Two groups with every situation of an agreement there is, and everybody who might look. */
export interface World {
  readonly services: readonly string[];
  readonly roles: readonly string[];
  readonly practices: readonly Practice[];
  readonly actors: readonly Actor[];
}

const long: Span = [-400, null];

/** Ids that tell what they are of, so that a failure can be read. */
export const idOf = (kind: number, n: number): string =>
  `0190${kind.toString(16).padStart(4, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** The ids of the groups and hubs. */
export const ids: Readonly<Record<string, string>> = {
  ours: idOf(1, 1),
  other: idOf(1, 2),
  north: idOf(2, 1),
  south: idOf(2, 2),
};

/** The patient of a practice, by its number. */
export const patientOf = (n: number): string => idOf(8, n);

/** Makes the world for the services and roles the database has: a new one makes it larger. */
export function makeWorld(services: readonly string[], roles: readonly string[]): World {
  const practices = [...bySituation(services), ...odd(services)].map((practice, at) => ({
    ...practice,
    id: `Z${String(10_000 + at)}`,
  }));
  const own = practices.filter(({ says }) => says.startsWith('everything '));
  const places = [
    { says: 'for the group', group: 'ours' as const, hub: null, practice: null },
    { says: 'for hub north', group: 'ours' as const, hub: 'north', practice: null },
    { says: 'for hub south', group: 'ours' as const, hub: 'south', practice: null },
    { says: 'for the other group', group: 'other' as const, hub: null, practice: null },
    ...own.map(({ id, says }) => ({ says: `at a practice: ${says}`, group: 'ours' as const, hub: null, practice: id })),
  ];
  // Programs last: the people of rows are found by the number of their role.
  const inOrder = [...roles.filter((role) => role !== 'client' && role !== 'patient'), 'client'];
  const actors = inOrder.flatMap((role, r) =>
    places
      .filter(({ hub, practice }) => role !== 'client' || (hub === null && practice === null))
      .map((place, p) => ({
        ...place,
        role,
        says: `${role} ${place.says}`,
        personId: idOf(3, r * 100 + p),
        roleHeldId: idOf(4, r * 100 + p),
        ...(role === 'client' ? { clientId: idOf(6, r * 100 + p) } : {}),
      })),
  );
  const patients = [...own, ...practices.filter(({ says }) => says === 'of the other group')].map((practice) => {
    const id = patientOf(practices.indexOf(practice));
    const group: GroupName = practice.groups.ours ? 'ours' : 'other';
    const says = `patient of a practice: ${practice.says}`;
    return {
      role: 'patient',
      says,
      group,
      hub: null,
      practice: practice.id,
      personId: id,
      roleHeldId: id,
      patientId: id,
    };
  });
  return { services, roles, practices, actors: [...actors, ...patients] };
}

type Unnamed = Omit<Practice, 'id'>;

function bySituation(services: readonly string[]): Unnamed[] {
  return Object.entries(situations).flatMap(([situation, span]) => {
    const agreed = (service: string) => (span === null ? [] : [{ group: 'ours' as const, service, span }]);
    const one = services.flatMap((service) => [
      {
        says: `${service} ${situation}, in hub north`,
        groups: { ours: long },
        hubs: { north: long },
        agreements: agreed(service),
      },
      { says: `${service} ${situation}, in no hub`, groups: { ours: long }, hubs: {}, agreements: agreed(service) },
    ]);
    const all = { groups: { ours: long }, hubs: { south: long }, agreements: services.flatMap(agreed) };
    return [...one, { says: `everything ${situation}`, ...all }];
  });
}

function odd(services: readonly string[]): Unnamed[] {
  const all = (group: GroupName, span: Span = long, but = '') =>
    services.filter((service) => service !== but).map((service) => ({ group, service, span }));
  return [
    ...services.map((service) => ({
      says: `all but ${service} joined`,
      groups: { ours: long },
      hubs: { north: long },
      agreements: all('ours', long, service),
    })),
    { says: 'of the other group', groups: { other: long }, hubs: {}, agreements: all('other') },
    {
      says: 'in both groups, joined in the other',
      groups: { ours: long, other: long },
      hubs: {},
      agreements: all('other'),
    },
    {
      says: 'left the group yesterday',
      groups: { ours: [-90, -1] },
      hubs: { north: [-90, -1] },
      agreements: all('ours', [-90, -1]),
    },
    { says: 'comes to the group tomorrow', groups: { ours: [1, null] }, hubs: {}, agreements: [] },
    {
      says: 'left hub north yesterday',
      groups: { ours: long },
      hubs: { north: [-90, -1], south: [-1, null] },
      agreements: all('ours'),
    },
    {
      says: 'comes to hub north tomorrow',
      groups: { ours: long },
      hubs: { north: [1, null] },
      agreements: all('ours'),
    },
  ];
}

/** The statements that write the world. */
export function worldRows({ practices, actors }: World, today: Temporal.PlainDate): Sql[] {
  const day = (offset: number) => today.add({ days: offset }).toString();
  const until = ([, to]: Span) => (to === null ? null : day(to));
  const members = practices.flatMap(({ id, groups }) =>
    Object.entries(groups).map(([group, span]) => ({
      group_id: ids[group],
      practice_id: id,
      valid_from: day(span[0]),
      valid_to: until(span),
    })),
  );
  const hubs = practices.flatMap(({ id, hubs: of }) =>
    Object.entries(of).map(([hub, span]) => ({
      hub_id: ids[hub],
      group_id: ids['ours'],
      practice_id: id,
      valid_from: day(span[0]),
      valid_to: until(span),
    })),
  );
  const agreements = practices.flatMap(({ id, agreements: of }, p) =>
    of.map(({ group, service, span }, n) => ({
      id: idOf(5, p * 100 + n),
      group_id: ids[group],
      practice_id: id,
      service,
      joined_from: day(span[0]),
      left_from: until(span),
    })),
  );
  const held = actors
    .filter(({ clientId, patientId }) => clientId === undefined && patientId === undefined)
    .map(({ role, group, hub, practice, personId, roleHeldId }) => ({
      id: roleHeldId,
      person_id: personId,
      group_id: ids[group],
      practice_id: practice,
      hub_id: hub === null ? null : ids[hub],
      role,
      valid_from: day(-1),
    }));
  const clients = actors.flatMap(({ clientId, group, says }) =>
    clientId === undefined
      ? []
      : [{ id: clientId, group_id: ids[group], name: says, scopes: ['a'], jwks: { keys: [] } }],
  );
  const people = actors
    .filter(({ patientId }) => patientId === undefined)
    .map(({ personId, says }) => ({ id: personId, name: says, email: `${personId}@example.org` }));
  const groups = ['ours', 'other'].map((name) => ({ id: ids[name], name, legal_shape: 'network', fictional: true }));
  const json = (rows: readonly object[]) => JSON.stringify(rows);
  return [
    sql`insert into network.practice (id, name, source) select r.id, r.name, 'test' from jsonb_to_recordset(${json(
      practices.map(({ id, says }) => ({ id, name: says })),
    )}::jsonb) as r(id text, name text)`,
    sql`insert into network.group (id, name, legal_shape, fictional) select r.id, r.name, r.legal_shape, r.fictional
      from jsonb_populate_recordset(null::network.group, ${json(groups)}::jsonb) r`,
    sql`insert into network.group_practice select * from jsonb_populate_recordset(null::network.group_practice, ${json(members)}::jsonb)`,
    sql`insert into network.hub (id, group_id, code, name) values
      (${ids['north']}, ${ids['ours']}, 'N', 'North'), (${ids['south']}, ${ids['ours']}, 'S', 'South')`,
    sql`insert into network.hub_member select * from jsonb_populate_recordset(null::network.hub_member, ${json(hubs)}::jsonb)`,
    sql`insert into network.agreement select * from jsonb_populate_recordset(null::network.agreement, ${json(agreements)}::jsonb)`,
    sql`insert into network.person (id, name, email) select r.id, r.name, r.email
      from jsonb_populate_recordset(null::network.person, ${json(people)}::jsonb) r`,
    sql`insert into network.client (id, group_id, name, scopes, jwks) select r.id, r.group_id, r.name, r.scopes, r.jwks
      from jsonb_populate_recordset(null::network.client, ${json(clients)}::jsonb) r`,
    sql`insert into network.role_held select * from jsonb_populate_recordset(null::network.role_held, ${json(held)}::jsonb)`,
  ];
}
