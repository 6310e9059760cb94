import { err, ok, type Result } from '#kernel/result.ts';
import type { Context } from '#platform/db/transaction.ts';
import { isEnding, isUnmetReason } from '../request.ts';
import { flagsOf } from '../queries/red-flag.ts';
import { sawThis, type Shown } from '../request-apart.ts';
import { stops } from '../request.ts';
import { announce, saveEnd, saveSafeContact, saveStatus, saveTaker, saveUnmet } from '../store/request.ts';
import { isOpen, withRequest, type CallReason } from './opened.ts';
import { presented } from './presented.ts';
import { settle } from './settle.ts';

/** Ends a request without a visit: dealt with as administration, by self-care, at a pharmacy, or no longer needed. */
export async function endCall(
  context: Context,
  id: string,
  { outcome, now, shown = {} }: { outcome: string; now: Temporal.Instant; shown?: Shown },
): Promise<Result<undefined, CallReason>> {
  return withRequest(context, id, async (tx, request) => {
    if (!isOpen(request)) return err({ kind: 'not-open' });
    if (!isEnding(outcome)) return err({ kind: 'outcome' });
    if ((await flagsOf(tx, id)).some(stops)) return err({ kind: 'red-flag' });
    if (request.apart.length > 0) return err({ kind: 'apart' });
    if (!sawThis(request, shown)) return err({ kind: 'changed' });
    await presented(tx, request, { by: context.actor.personId, now });
    await saveEnd(tx, id, outcome);
    await announce(tx, 'requests', request);
    return ok(undefined);
  });
}

/** Records that nothing that could be offered would do, and why; the request goes on waiting with its clock. */
export async function recordUnmet(
  context: Context,
  id: string,
  { reason, now }: { reason: string; now: Temporal.Instant },
): Promise<Result<undefined, CallReason>> {
  return withRequest(context, id, async (tx, request) => {
    if (!isOpen(request) || request.status === 'red_flag') return err({ kind: 'not-open' });
    if (!isUnmetReason(reason)) return err({ kind: 'reason' });
    await presented(tx, request, { by: context.actor.personId, now });
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
