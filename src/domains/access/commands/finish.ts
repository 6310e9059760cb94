import { err, ok, type Result } from '#kernel/result.ts';
import type { Context, Tx } from '#platform/db/transaction.ts';
import { callById } from '../queries/call.ts';
import { isElsewhere, isEnding, isUnmetReason, mayUndoEnd } from '../request/request.ts';
import { flagsOf } from '../queries/red-flag.ts';
import { sawThis, type Shown } from '../request/apart.ts';
import { stops } from '../request/request.ts';
import {
  announce,
  saveEnd,
  saveReopened,
  saveSafeContact,
  saveStatus,
  saveTaker,
  saveUnmet,
} from '../store/request.ts';
import { advisedFor, recordStep } from './fullness.ts';
import { isOpen, withRequest, type CallReason } from './opened.ts';
import { presented } from './presented.ts';
import { settle } from './settle.ts';

/** Ends a request without a visit: dealt with as administration, by self-care, at a pharmacy, or no longer needed. */
export async function endCall(
  context: Context,
  id: string,
  {
    outcome,
    now,
    shown = {},
    because = '',
  }: { outcome: string; now: Temporal.Instant; shown?: Shown; because?: string },
): Promise<Result<undefined, CallReason>> {
  const by = context.actor.personId;
  return withRequest(context, id, async (tx, request) => {
    if (!isOpen(request)) return err({ kind: 'not-open' });
    if (!isEnding(outcome)) return err({ kind: 'outcome' });
    if ((await flagsOf(tx, id)).some(stops)) return err({ kind: 'red-flag' });
    if (request.apart.length > 0) return err({ kind: 'apart' });
    if (!sawThis(request, shown)) return err({ kind: 'changed' });
    const reason = because.trim();
    if (reason !== '' && (await settle(tx, id, { by, now, also: [reason] })).stopped) return err({ kind: 'red-flag' });
    const sent = isElsewhere(outcome) ? await signposted(tx, { id, reason, by, now }) : undefined;
    if (sent === 'because' || (sent === 'urgent' && context.actor.role !== 'clinician')) return err({ kind: sent });
    await presented(tx, request, { by, now });
    // A patient ends their own on pages of their own: nothing there takes it back.
    await saveEnd(tx, id, { outcome, now, by: context.actor.patientId === undefined ? by : null });
    await announce(tx, 'requests', request);
    return ok(undefined);
  });
}

/** Takes back the end of a request, by whoever ended it and while it is part of the call: it waits again, with the clock it had. */
export async function undoEnd(
  context: Context,
  id: string,
  now: Temporal.Instant,
): Promise<Result<undefined, CallReason>> {
  const by = context.actor.personId;
  return withRequest(context, id, async (tx, request) => {
    // Pressed twice, or open again already: nothing is left to take back.
    if (isOpen(request)) return ok(undefined);
    if (!mayUndoEnd(request, { me: by, now })) return err({ kind: 'undo-end' });
    await saveReopened(tx, id);
    tx.note({
      practiceId: request.practiceId,
      subject: 'end taken back',
      subjectId: id,
      detail: { outcome: request.outcome },
    });
    await settle(tx, id, { by, now });
    await announce(tx, 'requests', request);
    return ok(undefined);
  });
}

/**
 * Where a visit is needed and no place is left, sending somebody elsewhere is a step of the policy: recorded, with a reason
 * where the policy says another. Urgent need is not sent away by anybody but a clinician.
 */
async function signposted(
  tx: Tx,
  { id, reason, by, now }: { id: string; reason: string; by: string | null; now: Temporal.Instant },
): Promise<'urgent' | 'because' | undefined> {
  const call = await callById(tx, id, now);
  if (call?.guidance.need === undefined) return undefined;
  const advised = await advisedFor(tx, call, now);
  if (advised.step === 'duty') return 'urgent';
  if (advised.step === undefined) return undefined;
  if (advised.step !== 'signpost' && reason === '') return 'because';
  await recordStep(tx, call, { advised, taken: 'signpost', reason, by });
  return undefined;
}

/** Records that nothing that could be offered would do, and why; the request goes on waiting with its clock. */
export async function recordUnmet(
  context: Context,
  id: string,
  { reason, now }: { reason: string; now: Temporal.Instant },
): Promise<Result<undefined, CallReason>> {
  return withRequest(context, id, async (tx, request) => {
    if (!isOpen(request) || request.status === 'red_flag') return err({ kind: 'not-open' });
    if (!isUnmetReason(reason)) return err({ kind: 'unmet' });
    await presented(tx, request, { by: context.actor.personId, now });
    // The step of the policy is taken by staff: who asked online has only said that nothing suits, and the queue decides next.
    const call = context.actor.patientId === undefined ? await callById(tx, id, now) : undefined;
    if (call?.guidance.need && !call.guidance.need.mustBeInTime) {
      const advised = await advisedFor(tx, call, now);
      await recordStep(tx, call, { advised, taken: 'keep_waiting', reason, by: context.actor.personId });
    }
    await saveUnmet(tx, id, reason);
    await announce(tx, 'requests', request);
    return ok(undefined);
  });
}

/** Keeps how somebody can be reached so that nobody at home sees or hears; screened like all that is written. */
export async function keepSafeContact(
  context: Context,
  id: string,
  { how, now }: { how: string; now: Temporal.Instant },
): Promise<Result<undefined, CallReason>> {
  return withRequest(context, id, async (tx, request) => {
    if (!isOpen(request)) return err({ kind: 'not-open' });
    await saveSafeContact(tx, id, how.trim());
    await settle(tx, id, { by: context.actor.personId, now });
    await announce(tx, 'red-flags', request);
    return ok(undefined);
  });
}

/** Lays a request down for later: it waits in the queue with its clock, in nobody's hands. */
export async function layDown(
  context: Context,
  id: string,
  now: Temporal.Instant,
): Promise<Result<undefined, CallReason>> {
  return withRequest(context, id, async (tx, request) => {
    if (!isOpen(request)) return ok(undefined);
    if (request.status === 'draft') await saveStatus(tx, id, 'waiting');
    await presented(tx, request, { by: context.actor.personId, now });
    // Somebody who took it over meanwhile keeps it.
    if (request.takenBy === context.actor.personId) await saveTaker(tx, id, null);
    await announce(tx, 'requests', request);
    return ok(undefined);
  });
}
