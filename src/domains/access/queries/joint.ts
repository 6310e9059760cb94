import type { Tx } from '#platform/db/transaction.ts';
import { jointOpenings, type JointOpening } from '../offer/joint.ts';
import type { OfferContext, Opening } from '../offer/opening.ts';
import { candidates } from './candidates.ts';

/** The last places looked at that a second clinician may join. */
const most = 400;

/** Every place of a call at which a clinician of another role is free beside the first. */
export async function jointPlaces(
  tx: Tx,
  role: string,
  { openings, context, patientId }: { openings: readonly Opening[]; context: OfferContext; patientId: string },
): Promise<JointOpening[]> {
  const firsts = openings.filter(({ session }) => session.places === undefined || session.places === 1).slice(0, most);
  const days = firsts.map(({ session }) => session.day).sort();
  const last = days.at(-1);
  if (last === undefined) return [];
  const practices = [...new Set(firsts.map(({ session }) => session.practiceId))];
  const sessions = await candidates(tx, {
    ...{ practiceId: context.patient.practiceId, patientId, usualGpId: context.patient.usualGpId, roles: [role] },
    ...{ modes: [...new Set(firsts.map(({ session }) => session.mode))], duty: false },
    ...{ now: Temporal.Instant.fromEpochMilliseconds(context.now), until: Temporal.PlainDate.from(last) },
    ...{ practices: context.policy.mostPractices, within: practices },
  });
  return jointOpenings(firsts, { sessions, role, context });
}
