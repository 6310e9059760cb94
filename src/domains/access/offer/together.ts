import { cheapestMatching, type Pair } from '#engines/matching.ts';
import type { CandidateSession, Opening } from './opening.ts';

/** Somebody who seeks a place, beside others who seek theirs. */
export interface Seeker {
  readonly id: string;
  /** How long their visit lasts. */
  readonly minutes: number;
  /** Points of leaving them without a place. */
  readonly without: number;
  /** When they are elsewhere, as [start, end) in epoch milliseconds: no place then is any good to them. */
  readonly engaged?: readonly (readonly [number, number])[];
  readonly sessions: readonly CandidateSession[];
  /** Every place of these sessions that would do; for all of one length on the same grid. */
  readonly openingsIn: (sessions: readonly CandidateSession[]) => readonly Opening[];
  /** What putting them there costs: whole points. */
  readonly pointsOf: (opening: Opening) => number;
}

/** The best places as a whole, by who gets them; those who get none are left out. `points` is what all of it costs. */
export interface Placed {
  readonly places: ReadonlyMap<string, Opening>;
  readonly points: number;
}

/**
 * The places that serve all together best, not each in turn. Longer visits are placed before shorter ones, because a long one
 * needs neighbouring places; among visits of one length nothing is better. No place twice, no clinician past their limit.
 */
export function placeTogether(seekers: readonly Seeker[]): Placed {
  const places = new Map<string, Opening>();
  let points = 0;
  const lengths = [...Map.groupBy(seekers, ({ minutes }) => minutes)].sort(([a], [b]) => b - a);
  for (const [, sameLength] of lengths) {
    const stand = [...places.values()];
    const found = ofOneLength(
      sameLength.map((seeker) => ({ ...seeker, sessions: withoutGiven(seeker.sessions, stand) })),
    );
    for (const [id, opening] of found.places) places.set(id, opening);
    points += found.points;
  }
  return { places, points };
}

/** Sessions with the places that were given away already taken in them, and their clinicians' days so much fuller. */
export function withoutGiven(sessions: readonly CandidateSession[], given: readonly Opening[]): CandidateSession[] {
  return sessions.map((session) => {
    const ofDay = given.filter(
      (one) => one.session.clinicianId === session.clinicianId && one.session.day === session.day,
    );
    if (ofDay.length === 0) return session;
    const booked = ofDay
      .filter((one) => one.session.id === session.id)
      .map(({ startsAt, minutes }) => [startsAt, startsAt + minutes * 60_000] as const);
    return {
      ...session,
      contacts: session.contacts + ofDay.length,
      booked: [...session.booked, ...booked].sort((a, b) => a[0] - b[0]),
    };
  });
}

function ofOneLength(seekers: readonly Seeker[]): Placed {
  const numbers = { places: new Map<string, number>(), groups: new Map<string, number>() };
  const groupOf: number[] = [];
  const room: number[] = [];
  const pairs: Pair[] = [];
  const found = new Map<string, Opening>();
  const numberOf = (of: Map<string, number>, key: string): number => {
    const number = of.get(key) ?? of.size;
    of.set(key, number);
    return number;
  };
  seekers.forEach((seeker, person) => {
    for (const opening of apart(seeker.openingsIn(seeker.sessions))) {
      if (meets(seeker.engaged, opening)) continue;
      const { session, startsAt } = opening;
      const group = numberOf(numbers.groups, `${session.clinicianId} ${session.day}`);
      const place = numberOf(numbers.places, `${session.id} ${startsAt}`);
      groupOf[place] = group;
      room[group] = Math.max(0, (session.limit ?? 0) - session.contacts);
      pairs.push({ person, place, cost: seeker.pointsOf(opening) });
      found.set(`${person} ${place}`, opening);
    }
  });
  const { placeOf, cost } = cheapestMatching({
    unmatched: seekers.map(({ without }) => without),
    ...{ groupOf, room, pairs },
  });
  const places = new Map<string, Opening>();
  placeOf.forEach((place, person) => {
    const [opening, seeker] = [place === undefined ? undefined : found.get(`${person} ${place}`), seekers[person]];
    if (opening && seeker) places.set(seeker.id, opening);
  });
  return { places, points: cost };
}

/** Of openings in one session those that do not overlap, the earliest first: each is a place of its own. */
function apart(found: readonly Opening[]): Opening[] {
  const until = new Map<string, number>();
  return found
    .toSorted((a, b) => a.startsAt - b.startsAt)
    .filter(({ session, startsAt, minutes }) => {
      if (startsAt < (until.get(session.id) ?? 0)) return false;
      until.set(session.id, startsAt + minutes * 60_000);
      return true;
    });
}

// Who is elsewhere then is left out after the places are told apart, so that everybody's places begin at the same times.
function meets(engaged: Seeker['engaged'] = [], { startsAt, minutes }: Opening): boolean {
  return engaged.some(([from, to]) => startsAt < to && from < startsAt + minutes * 60_000);
}
