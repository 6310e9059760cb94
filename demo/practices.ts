import type { Chance } from './chance.ts';

/** The name of the demonstration group. */
export const GROUP = 'Harebell Health Partnership';

/** One of the two areas, around a point in the North Sea where nobody can be registered with anyone. */
export interface Area {
  readonly town: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly postcodeArea: string;
}

/** A hub: the neighbouring practices that share evenings, Saturdays and overspill. */
export interface Hub {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly area: Area;
}

/** A place where a practice sees patients. */
export interface Site {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly postcode: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly stepFree: boolean;
  readonly main: boolean;
}

/** A fictional practice. */
export interface Practice {
  readonly code: string;
  readonly name: string;
  readonly hub: Hub;
  readonly list: number;
  readonly contract: 'GMS' | 'PMS' | 'APMS';
  readonly sites: readonly [Site, ...Site[]];
  /** What is told of it in the demonstration; most are simply there. */
  readonly part: Part | undefined;
}

/** The parts some practices play in agreements. */
export type Part = 'home' | 'neighbour' | 'leaving' | 'joining' | 'uncompared' | 'unlent' | 'apart' | 'newest';

const wrenmouth: Area = { town: 'Wrenmouth', latitude: 54.9, longitude: 2.1, postcodeArea: 'XA' };
const kestrelford: Area = { town: 'Kestrelford', latitude: 54.7, longitude: 2.66, postcodeArea: 'XE' };

const hubs: readonly (readonly [string, Area])[] = [
  ['Wrenmouth Harbour', wrenmouth],
  ['Wrenmouth North', wrenmouth],
  ['Plover Coast', wrenmouth],
  ['Sallow Levels', wrenmouth],
  ['Kestrelford Town', kestrelford],
  ['Kestrelford East', kestrelford],
  ['Pipit Wold', kestrelford],
];

interface Plan {
  readonly name: string;
  readonly hub: number;
  readonly list: number;
  /** Miles east and north of the town. */
  readonly east: number;
  readonly north: number;
  readonly contract?: 'PMS' | 'APMS';
  readonly branch?: string;
  readonly part?: Part;
}

/** In the order in which smaller demonstrations take them: the parts come first, then hub by hub. */
const plans: readonly Plan[] = [
  {
    name: 'Linnet Street Surgery',
    hub: 0,
    list: 14213,
    east: 0.2,
    north: 0.3,
    branch: 'Ropery Lane Branch',
    part: 'home',
  },
  { name: 'Harbour Light Practice', hub: 0, list: 9846, east: 0.9, north: -0.4, part: 'neighbour' },
  {
    name: 'Dunnockby Surgery',
    hub: 4,
    list: 9118,
    east: -1.6,
    north: 0.9,
    branch: 'Little Dunnock Branch',
    part: 'leaving',
  },
  { name: 'Yaffle Cross Practice', hub: 4, list: 10914, east: 0.5, north: -0.6, part: 'joining' },
  { name: 'Siskin Park Health Centre', hub: 1, list: 26042, east: -0.8, north: 1.9, branch: 'Siskin Park West' },
  { name: 'Sanderling Medical Practice', hub: 2, list: 11684, east: 5.6, north: 3.1, branch: 'Sanderling Point' },
  {
    name: 'Osier and Sallow Practice',
    hub: 3,
    list: 10391,
    east: -4.4,
    north: -2.9,
    part: 'uncompared',
    branch: 'Osier Bed Branch',
  },
  { name: 'Wheatear Way Practice', hub: 5, list: 12807, east: 3.4, north: 0.7, contract: 'PMS' },
  { name: 'Pipit Wold Practice', hub: 6, list: 13368, east: -4.9, north: 6.2, branch: 'Wold Top Branch' },
  { name: 'Kestrel Gate Health Centre', hub: 4, list: 18573, east: -0.2, north: 0.2, contract: 'PMS' },
  { name: 'Whinchat Road Surgery', hub: 1, list: 8317, east: -1.7, north: 1.2 },
  { name: 'Turnstone Surgery', hub: 2, list: 8129, east: 7.2, north: 1.4 },
  { name: 'Bittern Fen Surgery', hub: 3, list: 7918, east: -6.8, north: -1.1, branch: 'Fen End Branch' },
  { name: 'Goldcrest Hill Surgery', hub: 5, list: 8766, east: 5.1, north: -1.8 },
  { name: 'Ouzel Beck Surgery', hub: 6, list: 9427, east: -7.6, north: 3.3, branch: 'Beckside' },
  { name: 'Sandmartin Health Centre', hub: 0, list: 5438, east: -0.6, north: -0.5, contract: 'APMS' },
  { name: 'Ropewalk Yard Surgery', hub: 0, list: 7592, east: 0.4, north: -0.9 },
  { name: 'Teasel Lane Practice', hub: 1, list: 4923, east: 0.3, north: 2.8, contract: 'PMS' },
  { name: 'Fulmar Bay Surgery', hub: 2, list: 6294, east: 8.9, north: 4.6 },
  { name: 'Godwit Bridge Practice', hub: 3, list: 6874, east: -3.2, north: -6.3 },
  { name: 'Fieldfare Common Practice', hub: 5, list: 7324, east: 4.2, north: 3.9, branch: 'Common Edge Branch' },
  { name: 'Garganey Mere Practice', hub: 6, list: 6612, east: -2.1, north: 8.4 },
  { name: 'Merlin Court Surgery', hub: 4, list: 6083, east: 0.9, north: 0.7 },
  { name: 'Old Chandlery Surgery', hub: 0, list: 3117, east: 1.3, north: 0.1 },
  { name: 'Great Plover Practice', hub: 2, list: 4718, east: 6.4, north: -2.2 },
  { name: 'Wigeon Drove Surgery', hub: 3, list: 5207, east: -8.3, north: -4.7 },
  { name: 'Redwing Cross Surgery', hub: 5, list: 5041, east: 7.7, north: 0.6, contract: 'PMS' },
  { name: 'Dotterel Down Surgery', hub: 6, list: 4289, east: -9.4, north: 6.1 },
  { name: 'Brambling Mead Practice', hub: 4, list: 3342, east: -0.7, north: -1.1, contract: 'APMS' },
  { name: 'Smew Hill Surgery', hub: 2, list: 3476, east: 9.8, north: 0.3, part: 'unlent' },
  { name: 'Lapwick Surgery', hub: 3, list: 2936, east: -5.1, north: -8.2 },
  { name: 'Pochard Quay Surgery', hub: 1, list: 2611, east: 1.1, north: 1.6 },
  { name: 'Shrikeham Surgery', hub: 5, list: 2208, east: 9.1, north: -3.7, contract: 'PMS' },
  { name: 'Corncrake End Surgery', hub: 6, list: 2374, east: -6.2, north: 9.6, part: 'apart' },
  { name: 'Nether Dunlin Surgery', hub: 2, list: 1512, east: 10.6, north: 5.2, part: 'newest' },
];

/** The whole group's list at full scale. */
const wholeList = plans.reduce((sum, plan) => sum + plan.list, 0);

const MILE_NORTH = 1 / 69.05;
const MILE_EAST = 1 / 39.9;

const roads = ['Quay', 'Chapel', 'Mill', 'Station', 'Church', 'Market', 'Orchard', 'Weaver', 'Lantern', 'Thistle'];

function siteOf(plan: Plan, hub: Hub, { chance, branch }: { chance: Chance; branch?: string }): Site {
  const shift = branch === undefined ? 0 : 1.4;
  const number = plan.name.length + 3;
  const street =
    /Street|Road|Lane/.test(plan.name) && branch === undefined
      ? plan.name.replace(/ (Surgery|Practice)$/, '')
      : `${chance.pick(roads)} Street`;
  return {
    id: chance.uuid(Date.UTC(2023, 3, 1)),
    name: branch ?? plan.name,
    address: `${number} ${street}, ${hub.area.town}`,
    postcode: postcodeIn(hub, chance),
    latitude: round(hub.area.latitude + (plan.north - shift) * MILE_NORTH),
    longitude: round(hub.area.longitude + (plan.east + shift) * MILE_EAST),
    stepFree: plan.part === 'home' || chance.happens(branch === undefined ? 0.92 : 0.6),
    main: branch === undefined,
  };
}

/** A postcode that Royal Mail cannot give out: none begins with X. */
export function postcodeIn(hub: Hub, chance: Chance): string {
  const letters = 'ABDEFGHJLNPQRSTUWXYZ';
  return `${hub.area.postcodeArea}${Number(hub.code.slice(2))} ${chance.below(10)}${letters[chance.below(20)] ?? 'A'}${letters[chance.below(20)] ?? 'A'}`;
}

/** A point some miles off another. */
export function nearby(site: Site, east: number, north: number): { latitude: number; longitude: number } {
  return { latitude: round(site.latitude + north * MILE_NORTH), longitude: round(site.longitude + east * MILE_EAST) };
}

function round(degrees: number): number {
  return Math.round(degrees * 100_000) / 100_000;
}

/**
 * The practices of a demonstration of this scale: all 35 at full scale, never fewer than four in two hubs; the lists
 * add up to that share of the whole.
 */
export function makePractices(scale: number, chance: Chance): { hubs: Hub[]; practices: Practice[] } {
  const taken = plans.slice(0, Math.min(plans.length, Math.max(4, Math.round(plans.length * scale))));
  const factor = (wholeList * scale) / taken.reduce((sum, plan) => sum + plan.list, 0);
  const all = hubs.map(([name, area], index): Hub => ({
    id: chance.uuid(Date.UTC(2023, 3, 1)),
    code: `XH${index + 1}`,
    name,
    area,
  }));
  const practices = taken.map((plan, index): Practice => {
    const hub = all[plan.hub];
    if (hub === undefined) throw new Error(`${plan.name} has no hub`);
    const main = siteOf(plan, hub, { chance });
    const branches = plan.branch === undefined ? [] : [siteOf(plan, hub, { chance, branch: plan.branch })];
    return {
      code: `X9${String(index + 1).padStart(4, '0')}`,
      name: plan.name,
      hub,
      list: scale === 1 ? plan.list : Math.max(120, Math.round(plan.list * factor)),
      contract: plan.contract ?? 'GMS',
      sites: [main, ...branches],
      part: plan.part,
    };
  });
  return { hubs: all.filter((hub) => practices.some((practice) => practice.hub === hub)), practices };
}
