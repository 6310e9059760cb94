import { sumLists, within30to50k } from './hub.ts';
import type { Holder } from './sight.ts';

/** One thing a change alters: what it is, how it is before, and how it will be. */
export interface Change {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** What moving a practice into another hub changes from its day on, and for whom. */
export interface HubMove {
  readonly practiceName: string;
  readonly fromHub: string | null;
  readonly toHub: string;
  readonly changes: readonly Change[];
  /** Who stops and who begins to see the practice's rows by a role held for a hub, by name. */
  readonly stop: readonly string[];
  readonly begin: readonly string[];
  /** Moves planned for later that this one takes the place of. */
  readonly dropped: readonly { readonly hubName: string; readonly from: Temporal.PlainDate }[];
}

interface Member {
  readonly code: string;
  readonly name: string;
  readonly list: number | null;
  readonly hubId: string | null;
}

/** What the move is worked out from: practices, hubs and roles as they are on its day without it. */
export interface HubMoveParts {
  readonly practice: Member;
  readonly practices: readonly Member[];
  readonly hubs: readonly { readonly id: string; readonly name: string }[];
  readonly toHubId: string;
  readonly holders: readonly Holder[];
  readonly planned: HubMove['dropped'];
}

function sizeWords(practices: readonly Member[]): string {
  const list = sumLists(practices.map((each) => each.list));
  const many = `${practices.length} ${practices.length === 1 ? 'practice' : 'practices'}`;
  if (practices.length === 0) return 'no practice';
  if (list === null) return `${many}, patients not known`;
  const size = within30to50k(list)
    ? 'within 30,000 to 50,000'
    : list < 30_000
      ? 'smaller than 30,000'
      : 'larger than 50,000';
  return `${many}, ${list.toLocaleString('en-GB')} patients (${size})`;
}

/** Works out what a move changes: the two hubs' sizes, and who stops and begins to see the practice. */
export function hubMoveOf({ practice, practices, hubs, toHubId, holders, planned }: HubMoveParts): HubMove {
  const nameOf = (id: string | null): string | null => hubs.find((hub) => hub.id === id)?.name ?? null;
  const without = (id: string) => practices.filter(({ hubId, code }) => hubId === id && code !== practice.code);
  const now = (id: string) => practices.filter(({ hubId }) => hubId === id);
  const changes: Change[] = [
    { what: practice.name, before: nameOf(practice.hubId) ?? 'in no hub', after: nameOf(toHubId) ?? '' },
  ];
  if (practice.hubId !== null && practice.hubId !== toHubId)
    changes.push({
      what: nameOf(practice.hubId) ?? '',
      before: sizeWords(now(practice.hubId)),
      after: sizeWords(without(practice.hubId)),
    });
  changes.push({
    what: nameOf(toHubId) ?? '',
    before: sizeWords(now(toHubId)),
    after: sizeWords([...without(toHubId), practice]),
  });
  const heldFor = (id: string | null) =>
    id === null ? [] : [...new Set(holders.filter(({ hubId }) => hubId === id).map(({ personName }) => personName))];
  const [before, after] = [heldFor(practice.hubId), heldFor(toHubId)];
  return {
    practiceName: practice.name,
    fromHub: nameOf(practice.hubId),
    toHub: nameOf(toHubId) ?? '',
    changes,
    stop: before.filter((name) => !after.includes(name)),
    begin: after.filter((name) => !before.includes(name)),
    dropped: planned,
  };
}
