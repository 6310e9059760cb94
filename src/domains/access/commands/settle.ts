import type { Tx } from '#platform/db/transaction.ts';
import { dutyQuestionsOf } from '../queries/duty.ts';
import { birthDateFor } from '../queries/patient-story.ts';
import { flagsOf } from '../queries/red-flag.ts';
import { requestById, type Request } from '../queries/request.ts';
import { screenRequest, stops } from '../request.ts';
import { guide } from '../request-guidance.ts';
import { saveNavigation, saveStatus } from '../store/request.ts';
import { raise } from './raise.ts';

/** Who changed the request, and when. */
export interface Settling {
  readonly by: string | null;
  readonly now: Temporal.Instant;
}

/** How a request stands after it has been looked at again. */
export interface Settled {
  /** Whether a red flag stops everything else. */
  readonly stopped: boolean;
}

/**
 * Looks at everything written in a request again, after any change of it: red flags first and from all free text, then
 * where it leads. Called in the transaction that saved the change, so that no words are ever kept unscreened.
 */
export async function settle(tx: Tx, id: string, { by, now }: Settling): Promise<Settled> {
  const request = await requestById(tx, id, { again: true });
  if (request === undefined) return { stopped: false };
  const ageYears = await ageAt(tx, request, now);
  const asked = (await dutyQuestionsOf(tx, id)).map(({ question }) => question);
  const typed = { ...request, asked };
  await raise(tx, request, { screened: screenRequest(typed, ageYears === undefined ? {} : { ageYears }), by, now });
  const flags = await flagsOf(tx, id);
  const stopped = flags.some(stops);
  if (stopped && request.status !== 'red_flag') await saveStatus(tx, id, 'red_flag');
  if (!stopped && request.status === 'red_flag') await saveStatus(tx, id, 'draft');
  const { receivedAt, forOther } = request;
  const guidance = guide({ typed: request, flags, forOther, ageYears, receivedAt, now });
  await saveNavigation(tx, id, guidance);
  return { stopped };
}

/** Age in whole years where the patient is known. */
export async function ageAt(tx: Tx, { patientId }: Request, now: Temporal.Instant): Promise<number | undefined> {
  if (patientId === null) return undefined;
  const born = await birthDateFor(tx, patientId);
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  return born?.until(today, { largestUnit: 'years' }).years;
}
