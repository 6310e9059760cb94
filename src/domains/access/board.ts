import type { RedFlagCategoryId } from './red-flag/category.ts';

/** Places of today in one role or at one practice. */
export interface Filled {
  readonly all: number;
  readonly taken: number;
  readonly free: number;
}

/** What of a practice stands on the board. */
export interface TileSource {
  readonly name: string;
  readonly hubName: string | null;
  /** Null where the practice has not agreed that the group sees its day. */
  readonly filled: Filled | null;
  readonly carried: number;
  /** How hard-pressed it is now; not taken of another day than today. */
  readonly pressed?: Pressed | undefined;
}

/** A level with its words and where its history is. */
export interface Pressed {
  readonly level: string;
  readonly name: string;
  /** What brought it about, where it is not the places. */
  readonly why: string;
  readonly href: string;
}

/** A practice on the board: how full it is, in a number, words and a state. */
export interface Tile {
  readonly name: string;
  readonly level: number | null;
  readonly levelWords?: string;
  readonly carried: number;
  readonly full: string;
  readonly room: string;
  readonly state: 'now' | 'soon' | undefined;
  readonly pressed?: Pressed | undefined;
  readonly href?: string | undefined;
}

/** Why places that are neither taken nor free cannot be had: "94 kept back by safe limits, 3 past"; empty where there are none. */
export function restWords({ all, taken, free }: Filled, keptBack: number): string {
  const past = all - taken - free - keptBack;
  return [
    keptBack > 0 ? `${keptBack} kept back by safe ${keptBack === 1 ? 'limit' : 'limits'}` : '',
    past > 0 ? `${past} past` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** Sums places. */
export function total(parts: readonly Filled[]): Filled {
  const sum = (of: (part: Filled) => number): number => parts.reduce((so, part) => so + of(part), 0);
  return { all: sum((part) => part.all), taken: sum((part) => part.taken), free: sum((part) => part.free) };
}

/** The share of places taken, 0 to 1; null where there are none. */
export function level({ all, taken }: Filled): number | null {
  return all === 0 ? null : Math.min(1, taken / all);
}

/** A practice is full now with no free place, and close to it with fewer than one in ten left; without sessions it is neither. */
export function tileOf(source: TileSource): Tile {
  const { pressed } = source;
  return { ...filledTile(source), ...(pressed ? { pressed, href: pressed.href } : {}) };
}

function filledTile({ name, filled, carried }: TileSource): Tile {
  const share = filled && level(filled);
  if (!filled) return { name, level: null, carried, full: '', room: '', state: undefined };
  if (share === null)
    return { name, level: 0, levelWords: 'no sessions', carried, full: '', room: '', state: undefined };
  if (filled.free === 0) return { name, level: share, carried, full: 'full', room: '', state: 'now' };
  const few = filled.free * 10 < filled.all;
  const left = `${filled.free} left`;
  return { name, level: share, carried, full: few ? left : '', room: few ? '' : left, state: few ? 'soon' : undefined };
}

/** The hubs of the board, in the order given, practices in theirs; practices in no hub come last. */
export function hubRows(sources: readonly TileSource[]): { name: string; says: string; tiles: Tile[] }[] {
  return [...Map.groupBy(sources, (source) => source.hubName ?? 'In no hub')].map(([name, members]) => {
    const known = members.flatMap(({ filled }) => (filled ? [filled] : []));
    const { free, all } = total(known);
    return {
      name,
      says: known.length === 0 ? 'not known' : all === 0 ? 'no sessions' : `${free} places left`,
      tiles: members.map(tileOf),
    };
  });
}

/** The group's day in one sentence, worst first. */
export function headline(counts: {
  people: number;
  late: number;
  handBacks: number;
  /** Visits that lost their place and have no other, or whose patient does not know it. */
  lostPlaces: number;
  near: number;
  free: number;
  all: number;
  /** Of how many practices anything is known. */
  seen: number;
  practices: number;
}): string {
  const { people, late, handBacks, lostPlaces, near, free, all, seen, practices } = counts;
  const some = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
  if (people > 0) return `${some(people, 'person needs', 'people need')} a clinician now`;
  if (late > 0) return `${some(late, 'request is', 'requests are')} past the time we promised`;
  if (handBacks > 0) return `${some(handBacks, 'hand-back has', 'hand-backs have')} waited too long`;
  if (lostPlaces > 0) return `${some(lostPlaces, 'visit has lost its', 'visits have lost their')} place`;
  if (near > 0) return `${some(near, 'request is near its', 'requests are near their')} time`;
  if (seen === 0 && practices > 0) {
    const joined = practices === 1 ? 'it has not joined' : 'none has joined';
    return `${some(practices, 'practice', 'practices')} cannot be seen: ${joined} hub booking`;
  }
  if (all === 0) return 'Nothing needs anyone now, and there are no sessions';
  if (free === 0) return 'Nothing needs anyone now, and every place is taken';
  return `Nothing needs anyone now, and ${some(free, 'place is', 'places are')} free`;
}

/** How today's requests stand where none is recorded as not met: no more than is known. */
export function metWords(
  { asked, open, known }: { asked: number; open: number; known: number },
  practices: number,
): { heading: string; text: string } {
  const unknown = practices - known;
  const at = unknown === 1 ? 'at 1 practice' : `at ${unknown} practices`;
  const text = 'A request that nothing could be offered for is counted here with its reason, and carries to tomorrow.';
  if (known === 0)
    return { heading: 'Not known', text: 'No practice here has agreed that you see what its patients ask for.' };
  const rest = unknown > 0 ? `What was asked for ${at} is not known. ${text}` : text;
  if (asked === 0) return { heading: 'Nothing has been asked for today yet', text: rest };
  if (open > 0)
    return { heading: `Nothing is recorded as not met so far; ${stillOpen({ asked, open, known })}`, text: rest };
  const all = asked === 1 ? 'The one request of today is' : `All ${asked} requests of today are`;
  return { heading: `${all} booked or ended`, text: rest };
}

/** How many of the day's requests are open, and of how many practices they are counted: "2 of today’s 20 requests at 3 practices are still open". */
export function stillOpen({ asked, open, known }: { asked: number; open: number; known: number }): string {
  const some = (n: number, one: string): string => `${n} ${n === 1 ? one : `${one}s`}`;
  return `${open} of today’s ${some(asked, 'request')} at ${some(known, 'practice')} ${open === 1 ? 'is' : 'are'} still open`;
}

/** Why a request is carried whose visit a change of sessions took away: the calls say it in the same words. */
export const lostTheirPlace = 'Lost their place: a session was changed';

/** A request with red flags that nobody has acknowledged: what was raised in it, and about whom it is being asked. */
export interface FlaggedRequest<F> {
  /** The gravest flag. */
  readonly first: F;
  /** What stands, and what was only mentioned to be denied. */
  readonly categories: readonly RedFlagCategoryId[];
  readonly denied: readonly RedFlagCategoryId[];
  /** Every danger in it was denied. */
  readonly softened: boolean;
  /** A number is not shown before somebody has asked how to reach them without others in the home knowing. */
  readonly safeContactFirst: boolean;
}

interface RaisedFlag {
  readonly requestId: string;
  readonly category: RedFlagCategoryId;
  readonly softened: boolean;
  readonly ofRequest: readonly RedFlagCategoryId[];
  readonly onlySafely: boolean;
}

/** Flags by the request they were raised in, in the order given: one person waits once, however many dangers were named. */
export function flaggedRequests<F extends RaisedFlag>(
  flags: readonly F[],
  asksSafeContact: (category: RedFlagCategoryId) => boolean,
): FlaggedRequest<F>[] {
  return [...Map.groupBy(flags, ({ requestId }) => requestId).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    return [
      {
        first,
        categories: [...new Set(same.filter(({ softened }) => !softened).map(({ category }) => category))],
        denied: [...new Set(same.filter(({ softened }) => softened).map(({ category }) => category))],
        softened: same.every(({ softened }) => softened),
        safeContactFirst: same.some(
          ({ category, ofRequest, onlySafely }) => onlySafely || [category, ...ofRequest].some(asksSafeContact),
        ),
      },
    ];
  });
}

/** What somebody waits with: "Chest pain; denied: stroke", and "Denied: chest pain" where nothing else was named. */
export function flagWords(
  { categories, denied }: Pick<FlaggedRequest<unknown>, 'categories' | 'denied'>,
  nameOf: (category: RedFlagCategoryId) => string,
): string {
  const lower = (category: RedFlagCategoryId): string => {
    const name = nameOf(category);
    return name.charAt(0).toLowerCase() + name.slice(1);
  };
  const not =
    denied.length > 0 ? [`${categories.length > 0 ? 'denied' : 'Denied'}: ${denied.map(lower).join(', ')}`] : [];
  return [...categories.map(nameOf), ...not].join('; ');
}

/** A clinician on duty and where they are reached. */
export interface Reached {
  readonly name: string;
  readonly phone: string | undefined;
}

/** Rows in which somebody waits for the same duty holder, or all for nobody. */
export interface AskedTogether<R> {
  /** The gravest of them. */
  readonly first: R;
  readonly rows: readonly R[];
  /** How many people they are about. */
  readonly people: number;
  readonly oldest: Temporal.Instant;
  /** Whether somebody else waits longer than the gravest. */
  readonly waitedLonger: boolean;
  /** To whom they go on next, by name; empty where nobody is left. */
  readonly nexts: readonly Reached[];
  /** Who was asked before and is on duty still: whoever reaches one of them need not wait. */
  readonly befores: readonly Reached[];
}

/** Rows by the duty holder they were put to, in the order of the gravest of each: one silent doctor is one thing to see to. */
export function askedTogether<
  R extends {
    readonly askedClinicianId: string | null;
    readonly raisedAt: Temporal.Instant;
    readonly person: number;
    readonly next: { readonly name?: string | undefined; readonly phone?: string | undefined } | undefined;
    readonly before: readonly Reached[];
  },
>(rows: readonly R[]): AskedTogether<R>[] {
  return [...Map.groupBy(rows, ({ askedClinicianId }) => askedClinicianId).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const nexts = same.flatMap(({ next }) =>
      next?.name === undefined ? [] : [{ name: next.name, phone: next.phone }],
    );
    const oldest =
      same.map(({ raisedAt }) => raisedAt).toSorted((a, b) => Temporal.Instant.compare(a, b))[0] ?? first.raisedAt;
    const people = new Set(same.map(({ person }) => person)).size;
    const waitedLonger = Temporal.Instant.compare(oldest, first.raisedAt) < 0;
    return [
      {
        first,
        rows: same,
        people,
        oldest,
        waitedLonger,
        nexts: eachOnce(nexts),
        befores: eachOnce(same.flatMap(({ before }) => before)),
      },
    ];
  });
}

function eachOnce(all: readonly Reached[]): Reached[] {
  return [...new Map(all.map((one) => [one.name, one])).values()];
}
