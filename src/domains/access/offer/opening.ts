import type { Point } from '#kernel/distance.ts';
import { milesBetween } from '#kernel/distance.ts';
import type { Called } from '../request/person.ts';
import { bookableParts, type AppointmentKind, type Planned } from '../plan.ts';
import { freeStarts, minutesTaken } from '../slot.ts';
import { windowAt, type CallWindow, type WindowRule } from './call-window.ts';
import { costOf, type OfferPolicy } from './policy.ts';

/** What a request needs of a visit, as navigation decided it. Times in epoch milliseconds. */
export interface VisitNeed {
  /** Roles that may see it, the one to offer first in front. */
  readonly roles: readonly string[];
  /** Modes that will do, the best in front. */
  readonly modes: readonly string[];
  readonly minutes: number;
  /** When it should be seen at the latest. */
  readonly dueBy: number;
  /** Whether that is no longer the time it was due by, which has passed, but the end of today. */
  readonly overdue?: boolean;
  /** Whether a later time is no answer: urgent need is dealt with in time or otherwise, never put off. */
  readonly mustBeInTime: boolean;
  /** Whether knowing the patient matters more than being early. */
  readonly continuity: boolean;
  /** Whether somebody has said what the problem is: only then may those see it who see no undifferentiated patients. */
  readonly differentiated?: boolean;
}

/** The patient as far as an offer depends on them; `needs` are codes of patients.need. */
export interface VisitPatient {
  readonly practiceId: string;
  readonly usualGpId: string | null;
  readonly point: Point | null;
  readonly needs: readonly string[];
  /** Whether somebody else asks on their behalf: sentences then name them, and it is the caller who is rung. */
  readonly forOther: boolean;
  readonly called?: Called | undefined;
  /** When they have another visit, as [start, end) in epoch milliseconds: no place then is any good to them. */
  readonly engaged?: readonly (readonly [number, number])[];
}

/** A session that may be booked into, with what is taken and how near its clinician is to the day's safe limit. */
export interface CandidateSession extends Planned {
  readonly id: string;
  readonly clinicianId: string;
  readonly clinicianName: string;
  readonly role: string;
  readonly roleName: string;
  readonly practiceId: string;
  readonly placeName: string;
  readonly point: Point | null;
  /** Null: not known, which is not offered to whoever needs it. */
  readonly stepFree: boolean | null;
  readonly mode: string;
  /** The London civil day, as YYYY-MM-DD. */
  readonly day: string;
  /** Ordinary contacts the clinician has that day, at all sites and in all modes. */
  readonly contacts: number;
  /** Contacts a day that are safe for the clinician; null where none is set, and nothing can be booked. */
  readonly limit: number | null;
  /** For what it is kept, and whether its practice is of the patient's hub. */
  readonly kind?: 'ordinary' | 'hub' | 'duty';
  readonly inHub?: boolean | null;
  /** What is left of the patient's practice's share of the hub's places that week; null or left out: no bound. */
  readonly hubLeft?: number | null;
  /** How the clinician knows the patient besides being their usual GP. */
  readonly known?: 'team' | 'seen' | null;
  /** How scarce the role is, to 100. */
  readonly scarcity?: number;
  /** What the role may see: left out for a role that sees whoever the protocol sends. */
  readonly scope?: { readonly undifferentiated: boolean; readonly supervised: boolean } | null;
  readonly supervisorName?: string | null;
  /** What the part of the plan it stands for is kept for. */
  readonly partKind?: string;
}

/** A place that can be booked, and how it compares. */
export interface Opening {
  readonly session: CandidateSession;
  readonly startsAt: number;
  /** Minutes it takes: whole slots. */
  readonly minutes: number;
  /** What they are told instead of the time; undefined where it is the time. */
  readonly window?: CallWindow | undefined;
  readonly inTime: boolean;
  readonly ownGp: boolean;
  /** With the own GP, for a need where knowing the patient comes before an earlier time. */
  readonly continuous: boolean;
  readonly ownPractice: boolean;
  /** Miles in a straight line; null where the visit needs no travel or a point is not known. */
  readonly miles: number | null;
  /** How far the opening is from what the patient would rather have: 0 is all met. */
  readonly needsUnmet: number;
  /** The role's place in the order of the need. */
  readonly rolePlace: number;
  /** What stands against it, in days of waiting, by the weights of the policy: the least is offered first. */
  readonly cost: number;
}

/** Why a session of the right role gives no offer. */
export type LeftOut = 'at-limit' | 'full' | 'access' | 'too-late' | 'scope' | 'kept' | 'quota' | 'too-far';

/** Everything an offer is decided from, besides the sessions; `now` in epoch milliseconds. */
export interface OfferContext {
  readonly need: VisitNeed;
  readonly patient: VisitPatient;
  readonly now: number;
  /** The weights in force, and the kinds of appointment there are. */
  readonly policy: OfferPolicy;
  readonly kinds: ReadonlyMap<string, AppointmentKind>;
  /** How long windows are, in the order they are looked for; left out: everybody is told the time. */
  readonly windows?: readonly WindowRule[];
  /** Clinicians whose limit is unverified: more may be booked for them elsewhere than is known. */
  readonly unverified?: ReadonlyMap<string, unknown>;
}

/** Minutes between saying yes and being there: nobody is offered a visit in person they cannot reach. */
const leadMinutes = 15;
const travels = new Set(['face_to_face']);

/** Minutes the patient's visit takes: who needs longer gets twice the usual length. */
function minutesFor({ need, patient }: Pick<OfferContext, 'need' | 'patient'>): number {
  return patient.needs.includes('longer') ? need.minutes * 2 : need.minutes;
}

/** Every place that can be booked for the need, best first; the order of the sessions given makes no difference. */
export function openings(sessions: readonly CandidateSession[], context: OfferContext): Opening[] {
  return looked(sessions, context).openings;
}

/** Sessions of the right role and mode that gave nothing, by the first reason that held. */
export function countLeftOut(sessions: readonly CandidateSession[], context: OfferContext): Record<LeftOut, number> {
  return looked(sessions, context).leftOut;
}

/** Every place that can be booked, best first, and why the other sessions gave none. */
export function looked(
  sessions: readonly CandidateSession[],
  context: OfferContext,
): { openings: Opening[]; leftOut: Record<LeftOut, number> } {
  const leftOut = {
    ...{ 'at-limit': 0, full: 0, access: 0, 'too-late': 0 },
    ...{ scope: 0, kept: 0, quota: 0, 'too-far': 0 },
  };
  const found: Opening[] = [];
  for (const session of sessions) {
    const against = reasonAgainst(session, context) ?? lookThrough(session, context, found);
    if (against !== undefined && against !== 'wrong-kind') leftOut[against] += 1;
  }
  return { openings: found.sort(compareOpenings), leftOut };
}

/** Adds the places of a session's parts to those found; why there are none, where there are none. */
function lookThrough(
  session: CandidateSession,
  context: OfferContext,
  found: Opening[],
): LeftOut | 'wrong-kind' | undefined {
  const parts = partsFor(session, context);
  if (parts.length === 0) return 'kept';
  const before = found.length;
  let against: LeftOut | 'wrong-kind' | undefined;
  let fits = false;
  for (const part of parts) {
    const why = reasonAgainstPart(part, context);
    if (why === undefined) {
      fits = true;
      found.push(...openingsOf(part, context));
    } else if (against === undefined || against === 'wrong-kind') against = why;
  }
  if (found.length > before) return undefined;
  return fits ? 'full' : against;
}

/**
 * Which of two openings is offered first: negative for the left one. Total, so the order is always the same. Where both are in
 * time nobody is sent to somebody they do not know, further away or sooner, before their own GP in the same role.
 */
export function compareOpenings(left: Opening, right: Opening): number {
  return (
    Number(right.inTime) - Number(left.inTime) ||
    left.cost - right.cost ||
    left.startsAt - right.startsAt ||
    Number(right.ownPractice) - Number(left.ownPractice) ||
    (left.miles ?? 0) - (right.miles ?? 0) ||
    compareText(left.session.id, right.session.id)
  );
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Places left under the clinician's safe limit that day; none where no limit is set. */
function room({ contacts, limit }: CandidateSession): number {
  return limit === null ? 0 : Math.max(0, limit - contacts);
}

/** Why no part of a session will do. */
function reasonAgainst(session: CandidateSession, { need }: OfferContext): LeftOut | 'wrong-kind' | undefined {
  if (!need.roles.includes(session.role)) return 'wrong-kind';
  if (!withinScope(session, need)) return 'scope';
  if (session.hubLeft === 0) return 'quota';
  return room(session) === 0 ? 'at-limit' : undefined;
}

/** Who sees no undifferentiated patients is offered none; who works under supervision is offered nobody without a supervisor. */
function withinScope({ scope, supervisorName }: CandidateSession, need: VisitNeed): boolean {
  if (scope === null || scope === undefined) return true;
  return (
    (scope.undifferentiated || need.differentiated === true) && !(scope.supervised && (supervisorName ?? null) === null)
  );
}

/** The order in which the need is offered what a part is kept for; null: it is not. */
function keptOrder(kind: string, { need, patient, kinds }: OfferContext): number | null {
  const known = kinds.get(kind);
  if (known === undefined || (known.forNeed !== null && !patient.needs.includes(known.forNeed))) return null;
  return need.mustBeInTime ? known.urgent : known.routine;
}

function partsFor(session: CandidateSession, context: OfferContext): CandidateSession[] {
  return bookableParts(session, context.now, (kind) => keptOrder(kind, context) !== null);
}

function reasonAgainstPart(part: CandidateSession, context: OfferContext): LeftOut | 'wrong-kind' | undefined {
  const { need, patient, policy } = context;
  if (!need.modes.includes(part.mode)) return 'wrong-kind';
  if (need.mustBeInTime && part.startsAt > need.dueBy) return 'too-late';
  if (patient.needs.includes('step_free') && travels.has(part.mode) && part.stepFree !== true) return 'access';
  if (patient.needs.includes('bsl') && part.mode === 'telephone') return 'access';
  if (part.practiceId !== patient.practiceId && (milesTo(part, patient) ?? 0) > policy.mostMiles) return 'too-far';
  return undefined;
}

function openingsOf(session: CandidateSession, context: OfferContext): Opening[] {
  const { need, patient, now } = context;
  const minutes = minutesFor(context);
  const from = now + (travels.has(session.mode) ? leadMinutes * 60_000 : 0);
  const ownGp = session.clinicianId === patient.usualGpId;
  const kind = session.partKind ?? plainKind(session);
  const common = {
    session,
    minutes: minutesTaken(session, minutes),
    ownGp,
    continuous: need.continuity && ownGp,
    ownPractice: session.practiceId === patient.practiceId,
    miles: milesTo(session, patient),
    needsUnmet: unmet(session, context),
    rolePlace: need.roles.indexOf(session.role),
  };
  const cost = costOf(context.policy, {
    ...common,
    travels: travels.has(session.mode),
    continuity: need.continuity,
    known: session.known ?? null,
    scarcity: session.scarcity ?? 0,
    load: session.limit === null || session.limit === 0 ? 1 : session.contacts / session.limit,
    keptOrder: keptOrder(kind, context) ?? 1,
  });
  const list: Opening[] = [];
  for (const startsAt of freeStarts(session, minutes, { from, most: room(session) })) {
    const window = windowAt(startsAt, { place: session, kind, rules: context.windows ?? [] });
    // Who is rung in a window may be rung at its end.
    const inTime = (window?.until ?? startsAt) <= need.dueBy;
    const opening = { ...common, startsAt, window, inTime, cost: cost + (startsAt - now) / dayMs };
    if ((inTime || !need.mustBeInTime) && isFree(patient, opening)) list.push(opening);
  }
  return list;
}

const dayMs = 86_400_000;

/** What a session without a plan is kept for. */
function plainKind({ kind }: CandidateSession): string {
  return kind === 'duty' ? 'duty' : kind === 'hub' ? 'enhanced_access' : 'pre_bookable';
}

/** Nobody is seen twice at one time, nor rung while they are seen. */
function isFree({ engaged = [] }: VisitPatient, { startsAt, minutes, window }: Opening): boolean {
  const [since, until] = [window?.from ?? startsAt, Math.max(window?.until ?? 0, startsAt + minutes * 60_000)];
  return !engaged.some(([from, to]) => since < to && from < until);
}

function milesTo(session: CandidateSession, patient: VisitPatient): number | null {
  if (!travels.has(session.mode) || session.point === null || patient.point === null) return null;
  return milesBetween(patient.point, session.point);
}

/** A mode further down the list counts by its place; a call to somebody hard of hearing counts as much again. */
function unmet(session: CandidateSession, { need, patient }: OfferContext): number {
  const hard = session.mode === 'telephone' && patient.needs.includes('hearing');
  return need.modes.indexOf(session.mode) + (hard ? need.modes.length : 0);
}
