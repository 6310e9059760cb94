import type { Gap, GapSum, HubGap, PracticeGap } from './gap.ts';

/** Who looks: somebody whose role is held at one practice, or (null) for the group or a hub. */
export interface Viewer {
  readonly practiceId: string | null;
}

/** A hub with those of its practices that are named to the viewer. */
export interface HubBlock {
  readonly name: string;
  /** Null where so few practices make the sum that it would tell one of them. */
  readonly sum: HubGap | null;
  readonly practices: readonly PracticeGap[];
}

/** What the viewer sees of a measure: the picture has a dot for every practice, names only where they may be read. */
export interface GapView {
  readonly hubs: readonly HubBlock[];
  readonly dots: readonly {
    readonly label: string;
    readonly mine: boolean;
    readonly low: number | null;
    readonly high: number | null;
  }[];
  /** The viewer's practice and its place from the highest, every GP counted; null for a group's role. */
  readonly mine: { readonly practice: PracticeGap; readonly place: number | null; readonly of: number } | null;
  /** Practices that are dots without a name. */
  readonly unnamed: number;
}

/** Whom the page answers for: the group, or whoever looks for one practice where only of that enough is known. */
export function answersFor(measured: Gap, { mine }: Pick<GapView, 'mine'>): PracticeGap | GapSum {
  const { practices, practicesCounted } = measured.total;
  const groupKnown = measured.total.verdict !== null && practicesCounted * 2 >= practices;
  return !groupKnown && mine && mine.practice.verdict !== null ? mine.practice : measured.total;
}

/** By what practices stand in order, within their hubs. */
export const orders = { practice: 'Practice', beyond: 'Beyond safe', verdict: 'Verdict' } as const;
export type Order = keyof typeof orders;

const rank = { beyond: 0, 'depends on the assumption': 1, within: 2 } as const;

/** Practices by name, by how far beyond safe they are or by their verdict, the furthest first; what is not known is last. */
export function inOrder(practices: readonly PracticeGap[], order: Order): PracticeGap[] {
  const beyond = ({ beyondSafePerWeek: { low } }: PracticeGap): number => low ?? -Infinity;
  const verdict = (practice: PracticeGap): number => (practice.verdict === null ? 3 : rank[practice.verdict]);
  return practices.toSorted((a, b) => {
    if (order === 'practice') return a.name.localeCompare(b.name);
    const byVerdict = order === 'verdict' ? verdict(a) - verdict(b) : 0;
    return byVerdict || Math.sign(beyond(b) - beyond(a)) || a.name.localeCompare(b.name);
  });
}

/** A sum of fewer practices says too much of each. */
const fewest = 3;

/**
 * Named comparisons among peers destroy trust: a role held at a practice sees its own by name and the others as a
 * distribution; a role held for the group sees every name, hub by hub, and never a league.
 */
export function viewOf(measured: Gap, { practiceId }: Viewer): GapView {
  const named = (practice: PracticeGap) => practiceId === null || practice.code === practiceId;
  const hubs = measured.byHub.map((sum): HubBlock => {
    const members = measured.byPractice.filter((practice) => (practice.hub?.code ?? null) === (sum.hub?.code ?? null));
    const shown = practiceId === null || sum.practicesCounted >= fewest;
    return { name: sum.hub?.name ?? 'In no hub', sum: shown ? sum : null, practices: members.filter(named) };
  });
  const ranked = measured.byPractice
    .filter((practice) => practice.missing.length === 0 && practice.contactsPerGpDay.low !== null)
    .toSorted((a, b) => (b.contactsPerGpDay.low ?? 0) - (a.contactsPerGpDay.low ?? 0));
  const own = practiceId === null ? undefined : measured.byPractice.find(({ code }) => code === practiceId);
  const place = own ? ranked.indexOf(own) + 1 : 0;
  return {
    hubs,
    dots: ranked.map((practice) => ({
      label: named(practice) ? practice.name : 'another practice',
      mine: practice.code === practiceId,
      ...practice.contactsPerGpDay,
    })),
    mine: own ? { practice: own, place: place === 0 ? null : place, of: ranked.length } : null,
    unnamed: measured.byPractice.filter((practice) => !named(practice)).length,
  };
}
