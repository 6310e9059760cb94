import { compareOpenings, looked } from './opening.ts';
import type { CandidateSession, LeftOut, OfferContext, Opening } from './opening.ts';
import { priceFor, reasonsFor, sentenceFor } from './words.ts';

/** An opening as it is offered: one sentence to say aloud, and the reasons behind its place. */
export interface Offer extends Opening {
  readonly say: string;
  readonly why: readonly string[];
}

/** At most three offers in the order to make them, and how many more places there are. */
export interface Offers {
  readonly offers: readonly Offer[];
  /** Every place there is, best first. */
  readonly all: readonly Opening[];
  readonly more: number;
  /** As `more`, within seven days. */
  readonly moreThisWeek: number;
  /** Sessions of the right kind that gave nothing, by the first reason that held. */
  readonly leftOut: Readonly<Record<LeftOut, number>>;
  /** What seeing the usual GP costs in waiting, said aloud; undefined where nobody has to choose. */
  readonly price: string | undefined;
  /** The version of the weights they are ranked by. */
  readonly policyVersion: number;
}

/** The offers to make: ranked by urgency met, continuity, needs and distance, no two of one clinician's day. */
export function offersFor(sessions: readonly CandidateSession[], context: OfferContext): Offers {
  const { openings: all, leftOut } = looked(sessions, context);
  const chosen = choose(all);
  const soonest = earliest(all)?.startsAt;
  // One alone is called the soonest: of two at the same time the better stands first.
  const soonestOffered = chosen.find(({ startsAt }) => startsAt === soonest);
  const offers = chosen.map((opening) => {
    const told = { opening, isSoonest: opening === soonestOffered && all.length > 1, context };
    return { ...opening, say: sentenceFor(told), why: reasonsFor(told) };
  });
  const week = context.now + 7 * 86_400_000;
  const soon = (list: readonly Opening[]): number => list.filter(({ startsAt }) => startsAt < week).length;
  return {
    offers,
    all,
    more: all.length - offers.length,
    moreThisWeek: soon(all) - soon(offers),
    leftOut,
    price: priceFor(chosen, sessions, context),
    policyVersion: context.policy.version,
  };
}

/**
 * Three that give a choice: the best, the soonest, and the best with the own GP, or with somebody else where the own GP is among
 * them already or has no time; never two of one clinician's day.
 * They stay in the order of rank, so that one that is better in everything is never said after the other.
 */
function choose(ranked: readonly Opening[]): Opening[] {
  const chosen: Opening[] = [];
  const sameDay = (opening: Opening) =>
    chosen.some((c) => c.session.clinicianId === opening.session.clinicianId && c.session.day === opening.session.day);
  const samePerson = (opening: Opening) => chosen.some((c) => c.session.clinicianId === opening.session.clinicianId);
  const take = (opening: Opening | undefined): void => {
    if (opening !== undefined && chosen.length < 3) chosen.push(opening);
  };
  take(ranked[0]);
  const first = ranked[0];
  take(earliest(ranked.filter((opening) => !sameDay(opening) && opening.startsAt < (first?.startsAt ?? 0))));
  // What continuity costs is said aloud: whoever chooses it finds it among the three.
  if (!chosen.some(({ ownGp }) => ownGp)) take(ranked.find(({ ownGp }) => ownGp));
  while (chosen.length < 3) {
    const next =
      ranked.find((opening) => !samePerson(opening)) ?? ranked.find((opening) => !sameDay(opening) && opening.inTime);
    if (next === undefined) break;
    take(next);
  }
  return chosen.sort(compareOpenings);
}

/** The earliest, and among those at one time the best ranked. */
function earliest(ranked: readonly Opening[]): Opening | undefined {
  return ranked.reduce<Opening | undefined>(
    (best, opening) => (best === undefined || opening.startsAt < best.startsAt ? opening : best),
    undefined,
  );
}
