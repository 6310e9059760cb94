import { looked } from './opening.ts';
import type { CandidateSession, OfferContext, Opening } from './opening.ts';

/** Two clinicians at one place and time, as one offer: who leads, and who joins them. */
export interface JointOpening {
  readonly first: Opening;
  readonly second: Opening;
}

/**
 * Every place at which a clinician of a second role is free beside the first, at the same site, time and length; in the order of the
 * first, with the best of those who could join. Both are within their limits.
 */
export function jointOpenings(
  openings: readonly Opening[],
  { sessions, role, context }: { sessions: readonly CandidateSession[]; role: string; context: OfferContext },
): JointOpening[] {
  const lengths = [...new Set(openings.map(({ minutes }) => minutes))];
  const byPlace = new Map<string, Opening[]>();
  for (const minutes of lengths) {
    const need = { ...context.need, roles: [role], minutes, dueBy: Number.MAX_SAFE_INTEGER, mustBeInTime: false };
    // The first visit's own length holds already what a longer appointment needs; who joins comes to where it is.
    const patient = { ...context.patient, needs: context.patient.needs.filter((code) => code !== 'longer') };
    for (const opening of looked(sessions, { ...context, need: { ...need, differentiated: true }, patient }).openings)
      byPlace.set(placeOf(opening), [...(byPlace.get(placeOf(opening)) ?? []), opening]);
  }
  return openings.flatMap((first) => {
    const second = byPlace
      .get(placeOf(first))
      ?.find(({ session }) => session.clinicianId !== first.session.clinicianId);
    return second ? [{ first, second }] : [];
  });
}

function placeOf({ session, startsAt, minutes }: Opening): string {
  return [session.practiceId, session.placeName, session.mode, startsAt, minutes].join();
}
