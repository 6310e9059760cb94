import type { KeptPart } from './places.ts';

/** What a remedy does. */
export type RemedyKind = 'places' | 'duty' | 'lost';

/** Places under embargo at one practice, or of one hub, that requests which wait could be booked into now. */
export interface PlacesWhat {
  readonly kind: 'places';
  readonly hostId: string;
  readonly hostName: string;
  /** The hub's name where the sessions are the hub's. */
  readonly hubName: string | null;
  readonly parts: readonly KeptPart[];
  readonly places: number;
  readonly sessions: number;
  /** Whose patients they are, by name, the most first. */
  readonly of: readonly { readonly name: string; readonly requests: number }[];
}

/** Hours of a practice in which nobody of any level is on duty, and who could be. Times as ISO instants. */
export interface DutyWhat {
  readonly kind: 'duty';
  readonly practiceId: string;
  readonly practiceName: string;
  readonly from: string;
  readonly to: string;
  /** Null where nobody works near by then. */
  readonly taker: {
    readonly clinicianId: string;
    readonly name: string;
    readonly practiceName: string;
    readonly near: 'own' | 'hub' | 'group';
    readonly from: string;
    readonly to: string;
  } | null;
}

/** Visits that lost their place. */
export interface LostWhat {
  readonly kind: 'lost';
  readonly of: readonly { readonly name: string; readonly visits: number }[];
  /** Those that would have a place, in time or later. */
  readonly placed: number;
}

/** What could go wrong, how many people it is about, and what would help. */
export interface Risk {
  readonly what: PlacesWhat | DutyWhat | LostWhat;
  /** What it is about: two of one kind and subject are one. */
  readonly subject: string;
  /** Null: not known. */
  readonly affected: number | null;
  /** In how many requests or visits the remedy is felt; null where that is not known. */
  readonly promised: number | null;
  /** Whose manager must agree; null where nobody must. */
  readonly consent: { readonly practiceId: string; readonly name: string } | null;
}

/** How an ask stands: `gone`: there was nothing left to do when it was agreed. */
export type AskState = 'asked' | 'agreed' | 'declined' | 'withdrawn' | 'done' | 'gone';

/** What was asked or done about a risk. */
export interface Ask extends Risk {
  readonly id: string;
  readonly state: AskState;
  readonly achieved: number | null;
  readonly askedAt: Temporal.Instant;
  readonly askedBy: string | null;
  readonly answeredAt: Temporal.Instant | null;
  readonly answeredBy: string | null;
  readonly note: string;
  readonly doneAt: Temporal.Instant | null;
}

/** A row of the board: a risk as it is now, or what was asked or done about one. */
export type RemedyRow = { readonly risk: Risk; readonly ask?: undefined } | { readonly risk: Risk; readonly ask: Ask };

/** How many are shown; the rest stand behind "more". */
const mostShown = 3;

/** The key of what a risk is about. */
function subjectOf({ what, subject }: Pick<Risk, 'what' | 'subject'>): string {
  return `${what.kind} ${subject}`;
}

/**
 * The rows by patients affected, those that need somebody before those that are settled: three, every other that was asked
 * for, and the rest. What was asked and not yet answered, or was declined, stands for its risk: it is not offered twice.
 */
export function ranked(
  risks: readonly Risk[],
  asks: readonly Ask[],
): { readonly shown: readonly RemedyRow[]; readonly more: readonly RemedyRow[] } {
  const holding = new Set(
    asks.filter(({ state }) => state === 'asked' || state === 'agreed' || state === 'declined').map(subjectOf),
  );
  const rows: RemedyRow[] = [
    ...risks.filter((risk) => !holding.has(subjectOf(risk))).map((risk) => ({ risk })),
    ...asks.map((ask) => ({ risk: ask, ask })),
  ];
  const settled = ({ ask }: RemedyRow): boolean => ask !== undefined && ask.state !== 'asked' && ask.state !== 'agreed';
  // Nobody knows how many: after those who are known, before nothing at all.
  const weight = ({ risk }: RemedyRow): number => risk.affected ?? 0.5;
  const sorted = rows.toSorted(
    (a, b) =>
      Number(settled(a)) - Number(settled(b)) ||
      weight(b) - weight(a) ||
      subjectOf(a.risk).localeCompare(subjectOf(b.risk)),
  );
  return {
    shown: sorted.filter(({ ask }, at) => at < mostShown || ask !== undefined),
    more: sorted.filter(({ ask }, at) => at >= mostShown && ask === undefined),
  };
}

/** How many people stand to be affected by what is not settled; nobody is counted whose number is not known. */
export function peopleAt(rows: readonly RemedyRow[]): number {
  return rows
    .filter(({ ask }) => ask === undefined || ask.state === 'asked' || ask.state === 'agreed')
    .reduce((sum, { risk }) => sum + (risk.affected ?? 0), 0);
}
