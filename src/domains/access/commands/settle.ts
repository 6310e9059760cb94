import type { Tx } from '#platform/db/transaction.ts';
import { bookedById } from '../queries/booking.ts';
import { dutyQuestionsOf } from '../queries/duty.ts';
import { factsFor, guidanceFor } from '../queries/guidance.ts';
import { flagsOf } from '../queries/red-flag.ts';
import { requestById, type Request } from '../queries/request.ts';
import { ringsForOther } from '../request/person.ts';
import { asks, screenRequest, stops } from '../request/request.ts';
import { saveForOther, saveNavigation, saveStatus } from '../store/request.ts';
import { isOpen } from './opened.ts';
import { raise } from './raise.ts';

/** Who changed the request, and when. */
export interface Settling {
  readonly by: string | null;
  readonly now: Temporal.Instant;
  /** Free text of this act that the request itself does not keep: screened like the rest. */
  readonly also?: readonly string[];
  /** The same of what a clinician has decided already, in the words of staff. */
  readonly decided?: readonly string[];
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
export async function settle(tx: Tx, id: string, { by, now, also = [], decided = [] }: Settling): Promise<Settled> {
  const found = await requestById(tx, id, { again: true });
  if (found === undefined) return { stopped: false };
  const facts = await factsFor(tx, found.patientId, now);
  const request = await withCaller(tx, found, facts?.ageYears);
  // What a rule asks in its own words is nobody's free text.
  const questions = (await dutyQuestionsOf(tx, id)).filter(({ kind }) => kind === 'asked');
  const asked = questions.map(({ question }) => question);
  const { callerName, callerRelation, safeContact, reference, pastFlagReason } = request;
  const apart = request.apart.flatMap(({ words = '', notes = '' }) => [words, notes]);
  const typed = {
    ...request,
    asked: [...asked, ...apart, callerName, callerRelation, safeContact, reference, pastFlagReason, ...also],
    decided,
  };
  await raise(tx, request, { screened: screenRequest(typed, facts ? { ageYears: facts.ageYears } : {}), by, now });
  const flags = await flagsOf(tx, id);
  const stopped = flags.some(stops);
  if (stopped && request.status !== 'red_flag') await saveStatus(tx, id, 'red_flag');
  if (!stopped && request.status === 'red_flag') {
    const stands = !flags.some(asks) && (await bookedById(tx, id)) !== undefined;
    await saveStatus(tx, id, stands ? 'booked' : 'draft');
  }
  // What has been booked or has ended keeps what it was decided by.
  if (stopped || isOpen(request)) await saveNavigation(tx, id, await guidanceFor(tx, request, { flags, now }));
  return { stopped };
}

/** Whether somebody else rings follows from who was said to, and from the patient's age while nobody has said. */
async function withCaller(tx: Tx, request: Request, ageYears: number | undefined): Promise<Request> {
  const forOther = ringsForOther({ ...request, ageYears });
  if (forOther !== request.forOther) await saveForOther(tx, request.id, forOther);
  return { ...request, forOther };
}
