import type { Point } from '#kernel/distance.ts';
import { milesBetween } from '#kernel/distance.ts';
import type { Called } from '../request/person.ts';
import { freeStarts, minutesTaken } from '../slot.ts';
import type { SessionTimes } from '../slot.ts';

/** What a request needs of a visit, as navigation decided it. Times in epoch milliseconds. */
export interface VisitNeed {
  /** Roles that may see it, the one to offer first in front. */
  readonly roles: readonly string[];
  /** Modes that will do, the best in front. */
  readonly modes: readonly string[];
  readonly minutes: number;
  /** When it should be seen at the latest. */
  readonly dueBy: number;
  /** Whether a later time is no answer: urgent need is dealt with in time or otherwise, never put off. */
  readonly mustBeInTime: boolean;
  /** Whether knowing the patient matters more than being early. */
  readonly continuity: boolean;
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
export interface CandidateSession extends SessionTimes {
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
}

/** A place that can be booked, and how it compares. */
export interface Opening {
  readonly session: CandidateSession;
  readonly startsAt: number;
  /** Minutes it takes: whole slots. */
  readonly minutes: number;
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
}

/** Why a session of the right role gives no offer. */
export type LeftOut = 'at-limit' | 'full' | 'access' | 'too-late';

/** Everything an offer is decided from, besides the sessions; `now` in epoch milliseconds. */
export interface OfferContext {
  readonly need: VisitNeed;
  readonly patient: VisitPatient;
  readonly now: number;
}

/** Minutes between saying yes and being there: nobody is offered a visit in person they cannot reach. */
const leadMinutes = 15;
/** Miles that make no difference to a patient beyond their own practice: within a band, the earlier is offered first. */
const bandMiles = 2;
const travels = new Set(['face_to_face']);

/** Minutes the patient's visit takes: who needs longer gets twice the usual length. */
function minutesFor({ need, patient }: Pick<OfferContext, 'need' | 'patient'>): number {
  return patient.needs.includes('longer') ? need.minutes * 2 : need.minutes;
}

/** Every place that can be booked for the need, best first; the order of the sessions given makes no difference. */
export function openings(sessions: readonly CandidateSession[], context: OfferContext): Opening[] {
  return sessions
    .filter((session) => reasonAgainst(session, context) === undefined)
    .flatMap((session) => openingsOf(session, context))
    .sort(compareOpenings);
}

/**
 * Which of two openings is offered first: negative for the left one. Total, so the order is always the same. Where both are in
 * time nobody is sent to somebody they do not know, further away or sooner, before their own GP in the same role.
 */
export function compareOpenings(left: Opening, right: Opening): number {
  return (
    Number(right.inTime) - Number(left.inTime) ||
    Number(right.continuous) - Number(left.continuous) ||
    left.needsUnmet - right.needsUnmet ||
    left.rolePlace - right.rolePlace ||
    Number(right.ownGp) - Number(left.ownGp) ||
    band(left) - band(right) ||
    left.startsAt - right.startsAt ||
    Number(right.ownPractice) - Number(left.ownPractice) ||
    (left.miles ?? 0) - (right.miles ?? 0) ||
    compareText(left.session.id, right.session.id)
  );
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function band({ ownPractice, miles, session }: Opening): number {
  if (ownPractice || !travels.has(session.mode)) return 0;
  return miles === null ? Number.MAX_SAFE_INTEGER : 1 + Math.floor(miles / bandMiles);
}

/** Places left under the clinician's safe limit that day; none where no limit is set. */
function room({ contacts, limit }: CandidateSession): number {
  return limit === null ? 0 : Math.max(0, limit - contacts);
}

function reasonAgainst(session: CandidateSession, { need, patient }: OfferContext): LeftOut | 'wrong-kind' | undefined {
  if (!need.roles.includes(session.role) || !need.modes.includes(session.mode)) return 'wrong-kind';
  if (room(session) === 0) return 'at-limit';
  if (need.mustBeInTime && session.startsAt > need.dueBy) return 'too-late';
  if (patient.needs.includes('step_free') && travels.has(session.mode) && session.stepFree !== true) return 'access';
  if (patient.needs.includes('bsl') && session.mode === 'telephone') return 'access';
  return undefined;
}

function openingsOf(session: CandidateSession, context: OfferContext): Opening[] {
  const { need, patient, now } = context;
  const minutes = minutesFor(context);
  const from = now + (travels.has(session.mode) ? leadMinutes * 60_000 : 0);
  const ownGp = session.clinicianId === patient.usualGpId;
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
  return freeStarts(session, minutes, { from, most: room(session) })
    .map((startsAt) => ({ ...common, startsAt, inTime: startsAt <= need.dueBy }))
    .filter((opening) => opening.inTime || !need.mustBeInTime)
    .filter((opening) => isFree(patient, opening));
}

function isFree({ engaged = [] }: VisitPatient, { startsAt, minutes }: Opening): boolean {
  return !engaged.some(([from, to]) => startsAt < to && from < startsAt + minutes * 60_000);
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

/** Sessions of the right role and mode that gave nothing, by the first reason that held. */
export function countLeftOut(sessions: readonly CandidateSession[], context: OfferContext): Record<LeftOut, number> {
  const counts: Record<LeftOut, number> = { 'at-limit': 0, full: 0, access: 0, 'too-late': 0 };
  for (const session of sessions) {
    const against = reasonAgainst(session, context);
    if (against === 'wrong-kind') continue;
    if (against !== undefined) counts[against] += 1;
    else if (openingsOf(session, context).length === 0) counts.full += 1;
  }
  return counts;
}
