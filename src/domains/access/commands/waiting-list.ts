import { randomUUIDv7 } from 'node:crypto';
import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import { callById } from '../queries/call.ts';
import { openOffer } from '../queries/waiting-list.ts';
import { stops } from '../request/request.ts';
import { announce, saveUnmet } from '../store/request.ts';
import { closeOffer, insertOnList } from '../store/waiting-list.ts';
import { promisedBy } from '../waiting-list.ts';
import { advisedFor, recordStep } from './fullness.ts';
import { isOpen, withRequest, type CallReason } from './opened.ts';
import { presented } from './presented.ts';
import { settle } from './settle.ts';

/** News that a place is free; the database adds the same job where a booking is cancelled or routine is let in again. */
export const placeFreedJob = 'access.place-freed';

/** What was not met for somebody who waits for a place. */
const noPlace = 'No place in time';

/**
 * Puts a request on the waiting list with the date its person has been promised; it keeps its clock, and its place by urgency
 * and time. Urgent need is refused: the duty clinician decides. Where the policy says another step, with a reason.
 */
export async function putOnList(
  context: Context,
  id: string,
  { because, now }: { because: string; now: Temporal.Instant },
): Promise<Result<Temporal.Instant, CallReason>> {
  return withRequest(context, id, async (tx, request) => {
    const by = context.actor.personId;
    const reason = because.trim();
    const call = await callById(tx, id, now);
    if (call === undefined) return err({ kind: 'not-there' });
    if (!isOpen(request)) return err({ kind: 'not-open' });
    if (call.flags.some(stops)) return err({ kind: 'red-flag' });
    if (request.patientId === null) return err({ kind: 'nobody' });
    if (!request.identityConfirmed) return err({ kind: 'not-confirmed' });
    const { need, dueAt } = call.guidance;
    if (need === undefined) return err({ kind: 'no-visit' });
    if (need.mustBeInTime) return err({ kind: 'urgent' });
    const advised = await advisedFor(tx, call, now);
    const { policy, step } = advised;
    if (policy === undefined) return err({ kind: 'no-policy' });
    if (step !== undefined && step !== 'waiting_list' && reason === '') return err({ kind: 'because' });
    if (reason !== '' && (await settle(tx, id, { by, now, also: [reason] })).stopped) return err({ kind: 'red-flag' });
    await presented(tx, request, { by, now });
    const until = promisedBy({ now, dueAt, promiseDays: policy.promiseDays });
    const { groupId, practiceId } = request;
    // What was settled above may have found it urgent: the database looks at it once more.
    await insertOnList(tx, {
      id: randomUUIDv7(),
      ...{ groupId, practiceId, requestId: id, policyId: policy.id, promisedBy: until, by },
    });
    await recordStep(tx, call, { advised, taken: 'waiting_list', reason, by });
    await saveUnmet(tx, id, request.unmetReason ?? noPlace);
    await announce(tx, 'requests', request);
    return ok(until);
  });
}

/** Passes an offer on, with why; its person keeps their place, and the next whose need it fits is offered it. */
export async function passOffer(
  context: Context,
  offerId: string,
  { reason, now }: { reason: string; now: Temporal.Instant },
): Promise<Result<{ flaggedIn: string | undefined }, CallReason>> {
  const found = await transaction(context, (tx) => openOffer(tx, offerId));
  if (found === undefined) return err({ kind: 'not-there' });
  return withRequest(context, found.requestId, async (tx, request) => {
    const by = context.actor.personId;
    if (reason.trim() === '') return err({ kind: 'reason' });
    const { stopped } = await settle(tx, request.id, { by, now, also: [reason] });
    if (!(await closeOffer(tx, { id: offerId, reason: reason.trim(), by }))) return err({ kind: 'not-there' });
    const { groupId } = request;
    await tx.addJob(placeFreedJob, { groupId, sessionId: found.sessionId, why: 'passed-on' });
    await announce(tx, 'requests', request);
    return ok({ flaggedIn: stopped ? request.id : undefined });
  });
}
