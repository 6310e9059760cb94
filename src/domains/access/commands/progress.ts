import { err, ok, type Result } from '#kernel/result.ts';
import type { Context } from '#platform/db/transaction.ts';
import { refusalOf, type Refusal } from '../refusal.ts';
import { callConfirmOverflow, callProgress, callStopRoutine, type Step } from '../store/booking.ts';

/** Records that somebody has come, is being seen, has been seen or did not come; `back` takes the last of these back. */
export async function progressVisit(
  context: Context,
  visit: { id: string; step: Step },
): Promise<Result<undefined, Refusal>> {
  return tried(() => callProgress(context.db, context, visit));
}

/** A clinician stops further routine bookings of today, or lets them in again; nobody booked is moved, urgent overflow goes on. */
export async function stopRoutine(context: Context, stop: boolean): Promise<Result<undefined, Refusal>> {
  return tried(() => callStopRoutine(context.db, context, stop));
}

/** The clinician who is said to have decided an urgent overflow confirms it: from then on it is told as theirs. */
export async function confirmOverflow(context: Context, booking: string): Promise<Result<undefined, Refusal>> {
  return tried(() => callConfirmOverflow(context.db, context, booking));
}

async function tried(call: () => Promise<void>): Promise<Result<undefined, Refusal>> {
  try {
    await call();
    return ok(undefined);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined) throw error;
    return err(refusal);
  }
}
