import {
  openings,
  type CandidateSession,
  type OfferContext,
  type Opening,
  type VisitPatient,
} from './offer/opening.ts';
import { placeTogether, type Placed } from './offer/together.ts';

/** A visit that lost its place; times in epoch milliseconds. */
export interface LostVisit {
  readonly id: string;
  readonly patient: VisitPatient;
  readonly clinicianId: string;
  readonly role: string;
  readonly mode: string;
  readonly startsAt: number;
  readonly minutes: number;
  /** By when its request is to be seen; null where none was said, which is when it was booked for. */
  readonly dueBy: number | null;
  /** Whether it was past the limit because it could not wait. */
  readonly urgent: boolean;
}

/** What is weighed, in points; fewer are better. Effective-dated data (access.re_offer_weight). */
export type ReOfferWeights = Readonly<
  Record<
    | 'without'
    | 'without_urgent'
    | 'day_late'
    | 'day_moved'
    | 'day_earlier'
    | 'hour_moved'
    | 'other_clinician'
    | 'not_own_gp'
    | 'other_practice'
    | 'mile'
    | 'unmet_need',
    number
  >
>;

interface Ground {
  readonly sessionsOf: (visit: LostVisit) => readonly CandidateSession[];
  readonly weights: ReOfferWeights;
  /** The weights of offers in force, and the kinds of appointment. */
  readonly terms: Pick<OfferContext, 'policy' | 'kinds'>;
  readonly now: number;
}

const dayMs = 86_400_000;
const dayOf = (at: number): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/London').toPlainDate();
const hourOf = (at: number): number => {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/London');
  return hour + minute / 60;
};

/**
 * The places that serve all visits together best, not each in turn: the most are placed, urgent ones before others, then the
 * fewest points.
 */
export function reOffer(visits: readonly LostVisit[], ground: Ground): Placed {
  const { weights } = ground;
  return placeTogether(
    visits.map((visit) => ({
      ...{ id: visit.id, minutes: visit.minutes, without: visit.urgent ? weights.without_urgent : weights.without },
      sessions: ground.sessionsOf(visit),
      openingsIn: (sessions) => openings(sessions, contextOf(visit, ground)),
      pointsOf: (opening) => pointsOf(visit, opening, ground),
    })),
  );
}

/** Ways that serve: its own, and for a call or a video to be seen in person; never the other way round. */
export function modesFor(mode: string): string[] {
  return mode === 'telephone' || mode === 'video' ? [mode, 'face_to_face'] : [mode];
}

/** By when a lost visit is in time: by what its request was promised while that can still be met, else when it was booked for. */
function dueOf({ dueBy, startsAt }: LostVisit, now: number): number {
  if (dueBy === null) return startsAt;
  return dueBy > now ? dueBy : Math.max(dueBy, startsAt);
}

/** What a lost visit needs, as an offer is decided from it: the same role and length, the same way or in person; urgent need in time or not at all. */
function contextOf(visit: LostVisit, { now, terms }: Ground): OfferContext {
  const { role, mode, minutes, patient, urgent } = visit;
  const due = dueOf(visit, now);
  return {
    need: {
      roles: [role],
      modes: modesFor(mode),
      minutes,
      dueBy: due,
      mustBeInTime: urgent && due > now,
      continuity: true,
    },
    // The visit's own length holds already what a longer appointment needs.
    patient: { ...patient, needs: patient.needs.filter((code) => code !== 'longer') },
    now,
    ...terms,
  };
}

/** What putting a visit there costs. */
function pointsOf(visit: LostVisit, opening: Opening, { weights, now }: Ground): number {
  const { startsAt, session, ownGp, ownPractice, miles, needsUnmet } = opening;
  const due = dueOf(visit, now);
  const days = Math.abs(dayOf(visit.startsAt).until(dayOf(startsAt), { largestUnit: 'days' }).days);
  const hours = Math.abs(hourOf(visit.startsAt) - hourOf(startsAt));
  const points =
    Math.ceil(Math.max(0, startsAt - due) / dayMs) * weights.day_late +
    // Who planned for a day is not easily there on one before it.
    days * (startsAt < visit.startsAt ? weights.day_earlier : weights.day_moved) +
    hours * weights.hour_moved +
    (session.clinicianId === visit.clinicianId ? 0 : weights.other_clinician) +
    (ownGp || visit.patient.usualGpId === null ? 0 : weights.not_own_gp) +
    (ownPractice ? 0 : weights.other_practice) +
    (miles ?? 0) * weights.mile +
    needsUnmet * weights.unmet_need;
  return Math.round(points);
}
