import { sumLists, within30to50k } from './hub.ts';

/** What an overview needs of a practice. */
interface Member {
  readonly code: string;
  readonly name: string;
  readonly list: number | null;
  readonly hubId: string | null;
}

/** A hub with its practices and their list together; null where one of the lists is not known. */
export interface HubOverview {
  readonly code: string;
  readonly name: string;
  readonly practices: readonly string[];
  readonly list: number | null;
  readonly within30to50k: boolean | null;
}

/** A layer of published figures and how far it covers the group; null where nothing was imported. */
export interface LayerOverview {
  readonly kind: string;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly derivedBy: string | null;
  readonly period: string | null;
  readonly practicesCovered: number;
  readonly practices: number;
  /** Newer periods that cover too few of the practices, in words; null where there are none. */
  readonly passedOver: string | null;
}

/** What a group is made of, as `group show --json` answers it. */
export interface GroupOverview<P extends Member> {
  readonly name: string;
  readonly legalShape: string;
  readonly practices: readonly (Omit<P, 'hubId'> & { hub: string | null })[];
  /** The lists that are known together; null where none is. */
  readonly list: number | null;
  /** How many practices that counts. */
  readonly practicesCounted: number;
  readonly hubs: readonly HubOverview[];
  readonly practicesWithoutHub: readonly string[];
  readonly layers: readonly LayerOverview[];
}

/** Puts a group together: a sum never hides that one of its parts is missing. */
export function overviewOf<P extends Member>(
  group: { name: string; legalShape: string },
  parts: {
    practices: readonly P[];
    hubs: readonly { id: string; code: string; name: string }[];
    layers: readonly Omit<LayerOverview, 'practices'>[];
  },
): GroupOverview<P> {
  const { practices, layers } = parts;
  const codeOfHub = new Map(parts.hubs.map(({ id, code }) => [id, code]));
  const known = practices.flatMap(({ list }) => (list === null ? [] : [list]));
  return {
    name: group.name,
    legalShape: group.legalShape,
    practices: practices.map(({ hubId, ...practice }) => ({
      ...practice,
      hub: hubId === null ? null : (codeOfHub.get(hubId) ?? null),
    })),
    list: known.length === 0 ? null : known.reduce((sum, list) => sum + list, 0),
    practicesCounted: known.length,
    hubs: parts.hubs.map((hub) => hubOf(hub, practices)),
    practicesWithoutHub: practices.filter(({ hubId }) => hubId === null).map(({ code }) => code),
    layers: layers.map(({ kind, publisher, title, derivedBy, period, practicesCovered, passedOver }) => ({
      kind,
      publisher,
      title,
      derivedBy,
      period,
      practicesCovered,
      practices: practices.length,
      passedOver,
    })),
  };
}

function hubOf({ id, code, name }: { id: string; code: string; name: string }, all: readonly Member[]): HubOverview {
  const members = all.filter(({ hubId }) => hubId === id);
  const list = sumLists(members.map((member) => member.list));
  return { code, name, practices: members.map((member) => member.code), list, within30to50k: within30to50k(list) };
}
