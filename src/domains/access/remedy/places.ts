import {
  openings,
  type CandidateSession,
  type OfferContext,
  type Opening,
  type VisitNeed,
  type VisitPatient,
} from '../offer/opening.ts';
import { placeTogether, withoutGiven, type Seeker } from '../offer/together.ts';
import type { PlanPart } from '../plan.ts';
import { freeStarts } from '../slot.ts';

/** A request that waits near its time or past it, with the need navigation decided. */
export interface Pressing {
  readonly requestId: string;
  readonly practiceId: string;
  readonly patientId: string;
  /** By when it is to be answered, in epoch milliseconds. */
  readonly answerBy: number;
  readonly need: VisitNeed;
  readonly patient: VisitPatient;
}

/** A part of a session's plan that may not be booked yet. */
export interface KeptPart {
  readonly sessionId: string;
  /** Minutes after the session's start, as in its plan. */
  readonly from: number;
  readonly opensAt: string;
}

/** Places of one host that would be opened, and whom they serve. */
export interface Opened {
  /** The practice that hosts them. */
  readonly hostId: string;
  /** Whether they are its hub's. */
  readonly ofHub: boolean;
  readonly parts: readonly KeptPart[];
  /** How many could be booked once they are open, within the safe limits. */
  readonly places: number;
  readonly sessions: number;
  readonly met: readonly { readonly requestId: string; readonly practiceId: string }[];
}

/** What of a session its free places are counted from. */
export type OpenableSession = Pick<
  CandidateSession,
  'id' | 'clinicianId' | 'day' | 'startsAt' | 'plan' | 'contacts' | 'limit' | 'booked'
>;

interface Ground extends Pick<OfferContext, 'policy' | 'kinds'> {
  readonly sessionsOf: (one: Pressing) => readonly CandidateSession[];
  /** Parts that were opened today already: whom they serve needs no other. */
  readonly openedBefore?: readonly KeptPart[];
  readonly now: number;
}

const hourMs = 3_600_000;
/** Points of a request without a place, and the most that time and convenience come to: the most requests are met before anything else. */
const [withoutPoints, mostPoints] = [1_000_000, 1000];

/** A session with nothing in its plan but what is under embargo, as if that were over; undefined where nothing is. */
function asIfOpen(session: CandidateSession, now: number): CandidateSession | undefined {
  const kept = keptIn(session.plan ?? [], now);
  return kept.length === 0 ? undefined : { ...session, plan: kept.map(opened) };
}

function keptIn(plan: readonly PlanPart[], now: number): PlanPart[] {
  return plan.filter(({ opensAt }) => opensAt !== undefined && Date.parse(opensAt) > now);
}

function opened({ opensAt: _over, ...part }: PlanPart): PlanPart {
  return part;
}

/**
 * Which places under embargo would meet requests that wait near their time or past it, by host: the most requests, each once,
 * each in a place of its own that an offer could be made of, the longest past its time first. Only the parts of plans in which
 * somebody is met are opened; a practice gets no more of its hub's places than its share.
 */
export function openedFor(pressing: readonly Pressing[], ground: Ground): Opened[] {
  const all = onePerPatient(pressing);
  const { openedBefore = [], now } = ground;
  const before = placeTogether(all.map((one) => seekerOf(one, ground, (session) => withOnly(session, openedBefore))));
  const one = all.filter(({ requestId }) => !before.places.has(requestId));
  const given = [...before.places.values()];
  const sessions = new Map<string, CandidateSession>();
  const seekers = one.map((each) =>
    seekerOf(each, ground, (session) => {
      const open = asIfOpen(session, now);
      if (open === undefined) return undefined;
      sessions.set(session.id, session);
      return withoutGiven([open], given)[0];
    }),
  );
  const shares = new Map<string, number>();
  // Of a practice's share of its hub those have theirs first whom what was opened before would serve.
  withinShares(all, before.places, shares);
  const met = withinShares(one, placeTogether(seekers).places, shares);
  const byHost = Map.groupBy(met, ({ opening: { session } }) => `${session.kind === 'hub'} ${session.practiceId}`);
  return [...byHost.values()].map((of) => hostOf(of, sessions, now));
}

/** A session with nothing in its plan but those parts; undefined where it has none of them. */
function withOnly(session: CandidateSession, parts: readonly KeptPart[]): CandidateSession | undefined {
  const plan = (session.plan ?? []).filter(({ from, opensAt }) =>
    parts.some((part) => part.sessionId === session.id && part.from === from && opensAt === undefined),
  );
  return plan.length === 0 ? undefined : { ...session, plan };
}

function seekerOf(
  one: Pressing,
  ground: Ground,
  asSeen: (session: CandidateSession) => CandidateSession | undefined,
): Seeker {
  const { need, patient, requestId, answerBy } = one;
  return {
    id: requestId,
    minutes: patient.needs.includes('longer') ? need.minutes * 2 : need.minutes,
    without: withoutPoints + capped((ground.now - answerBy) / hourMs),
    engaged: patient.engaged ?? [],
    sessions: ground.sessionsOf(one).flatMap((session) => asSeen(session) ?? []),
    openingsIn: (of) => openings(of, contextOf(one, ground)),
    pointsOf: ({ startsAt, cost }) => capped((startsAt - ground.now) / hourMs + cost),
  };
}

/** The request of each patient that is to be answered first: two visits of one patient are one visit too many to promise. */
function onePerPatient(pressing: readonly Pressing[]): Pressing[] {
  const sorted = pressing.toSorted((a, b) => b.answerBy - a.answerBy || (a.requestId < b.requestId ? 1 : -1));
  return [...new Map(sorted.map((one) => [one.patientId, one])).values()];
}

function capped(points: number): number {
  return Math.min(mostPoints, Math.max(0, Math.round(points)));
}

interface Met {
  readonly one: Pressing;
  readonly opening: Opening;
}

function withinShares(
  pressing: readonly Pressing[],
  places: ReadonlyMap<string, Opening>,
  taken: Map<string, number>,
): Met[] {
  return pressing.flatMap((one) => {
    const opening = places.get(one.requestId);
    if (opening === undefined) return [];
    const { hubLeft, day } = opening.session;
    if (hubLeft === null || hubLeft === undefined) return [{ one, opening }];
    const of = Temporal.PlainDate.from(day);
    const key = `${one.practiceId} ${of.subtract({ days: of.dayOfWeek - 1 }).toString()}`;
    const before = taken.get(key) ?? 0;
    taken.set(key, before + 1);
    return before < hubLeft ? [{ one, opening }] : [];
  });
}

function hostOf(met: readonly Met[], sessions: ReadonlyMap<string, CandidateSession>, now: number): Opened {
  const wanted = new Map<string, KeptPart>();
  for (const { opening } of met) {
    const session = sessions.get(opening.session.id);
    if (session === undefined) continue;
    const minute = (opening.startsAt - session.startsAt) / 60_000;
    const part = keptIn(session.plan ?? [], now).find(({ from, to }) => from <= minute && minute < to);
    if (part?.opensAt === undefined) continue;
    wanted.set(`${session.id} ${part.from}`, { sessionId: session.id, from: part.from, opensAt: part.opensAt });
  }
  const [first] = met;
  const parts = [...wanted.values()];
  return {
    hostId: first?.opening.session.practiceId ?? '',
    ofHub: first?.opening.session.kind === 'hub',
    parts,
    places: placesIn(stillKept(parts, [...sessions.values()], now), now),
    sessions: new Set(parts.map(({ sessionId }) => sessionId)).size,
    met: met.map(({ one }) => ({ requestId: one.requestId, practiceId: one.practiceId })),
  };
}

/** A part of a plan with its session. */
export interface PartOfSession<S extends OpenableSession> {
  readonly part: PlanPart;
  readonly session: S;
}

/** Of parts that were to be opened those that are still under the embargo they were under. */
export function stillKept<S extends OpenableSession>(
  parts: readonly KeptPart[],
  sessions: readonly S[],
  now: number,
): PartOfSession<S>[] {
  return parts.flatMap(({ sessionId, from, opensAt }) => {
    const session = sessions.find(({ id }) => id === sessionId);
    const part = keptIn(session?.plan ?? [], now).find((one) => one.from === from && one.opensAt === opensAt);
    return session !== undefined && part !== undefined ? [{ part, session }] : [];
  });
}

/** A session's plan with parts of it opened at once. */
export function planOpened(plan: readonly PlanPart[], from: ReadonlySet<number>): PlanPart[] {
  return plan.map((part) => (from.has(part.from) ? opened(part) : part));
}

/** How many places of parts of plans are still to be had: free, to come, and within each clinician's limit of the day. */
export function placesIn(parts: readonly PartOfSession<OpenableSession>[], now: number): number {
  const days = Map.groupBy(parts, ({ session }) => `${session.clinicianId} ${session.day}`);
  return [...days.values()].reduce((sum, of) => {
    const free = of.reduce((so, { part, session }) => so + freeIn(part, session, now), 0);
    const [{ session } = { session: undefined }] = of;
    return sum + Math.min(free, Math.max(0, (session?.limit ?? 0) - (session?.contacts ?? 0)));
  }, 0);
}

function freeIn(part: PlanPart, session: OpenableSession, now: number): number {
  const [startsAt, endsAt] = [session.startsAt + part.from * 60_000, session.startsAt + part.to * 60_000];
  return freeStarts({ startsAt, endsAt, slotMinutes: part.minutes, booked: session.booked }, part.minutes, {
    from: now,
    most: Number.POSITIVE_INFINITY,
  }).length;
}

function contextOf({ need, patient }: Pressing, { now, policy, kinds }: Ground): OfferContext {
  // When they are elsewhere is looked at once the places are told apart.
  const { engaged: _later, ...free } = patient;
  return { need, patient: free, now, policy, kinds };
}
