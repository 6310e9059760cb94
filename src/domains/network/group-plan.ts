import { practiceName } from './practice-name.ts';

/** A practice as published data knows it; null where no layer says so. */
export interface PublishedPractice {
  readonly code: string;
  readonly name: string | null;
  readonly postcode: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly list: number | null;
  readonly pcnCode: string | null;
  readonly pcnName: string | null;
  /** Whether the newest list file still has it. */
  readonly listed: boolean;
  readonly source: string;
}

/** A practice as the group keeps it. */
export interface PracticeEntry {
  readonly id: string;
  readonly name: string;
  readonly postcode: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly status: 'open' | 'closed';
  readonly source: string;
}

/** A hub to be, with its practices' codes. */
export interface HubPlan {
  readonly code: string;
  readonly name: string;
  readonly practices: readonly string[];
}

/** What creating a group will do. */
export interface GroupPlan {
  readonly practices: readonly PracticeEntry[];
  readonly hubs: readonly HubPlan[];
  /** Practices that no hub could be found for, because no mapping names their network. */
  readonly withoutHub: readonly string[];
}

/** The practices of a new group and, where wanted, a hub for each primary care network the mapping names. */
export function planGroup(published: readonly PublishedPractice[], hubs: 'pcn' | 'none'): GroupPlan {
  const practices = published.map(entryOf);
  if (hubs === 'none') return { practices, hubs: [], withoutHub: practices.map(({ id }) => id) };
  const byNetwork = Map.groupBy(published, ({ pcnCode }) => pcnCode);
  const plans = [...byNetwork].flatMap(([code, members]) => {
    if (code === null) return [];
    const name = practiceName(members.find((member) => member.pcnName !== null)?.pcnName ?? code);
    return [{ code, name, practices: members.map((member) => member.code) }];
  });
  return {
    practices,
    hubs: plans.sort((a, b) => (a.name < b.name ? -1 : 1)),
    withoutHub: (byNetwork.get(null) ?? []).map(({ code }) => code),
  };
}

function entryOf(practice: PublishedPractice): PracticeEntry {
  const { code, name, postcode, latitude, longitude, listed, source } = practice;
  return {
    id: code,
    // A practice known from a list file alone has no name there: its code is all that is known.
    name: name === null ? code : practiceName(name),
    postcode,
    latitude,
    longitude,
    status: listed ? 'open' : 'closed',
    source,
  };
}
