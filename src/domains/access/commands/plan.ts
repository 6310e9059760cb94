import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import { readPlan, stepOf, type PlanRow } from '../plan-form.ts';
import { appointmentKinds } from '../queries/offers.ts';
import { holdSession, sessionRun, unfitIn } from '../queries/session.ts';
import type { PlanRefused } from '../session-refused.ts';
import { writePlan } from '../store/session.ts';
import { placeFreedJob } from './waiting-list.ts';

/** Minutes a session without a plan is booked in, where it had one before. */
const plainStep = 15;

/** What was planned: the days of the sessions that have the plan now. */
export interface PlannedDays {
  readonly days: readonly Temporal.PlainDate[];
}

/**
 * Gives a session, and those of the same clinician and time in the weeks after it, a plan, or takes it away. All of it or
 * nothing: a visit that is booked and would not stand in the plan refuses the whole. Nobody is moved or cancelled.
 */
export async function planSession(
  context: Context,
  { id, rows, weeks }: { id: string; rows: readonly PlanRow[]; weeks: number },
  now: Temporal.Instant,
): Promise<Result<PlannedDays, PlanRefused>> {
  return transaction(context, async (tx) => {
    const run = await sessionRun(tx, id, weeks);
    const first = run.find((session) => session.id === id);
    if (!first) return err({ kind: 'no-such-session' });
    if (Temporal.Instant.compare(first.endsAt, now) <= 0) return err({ kind: 'over' });
    const kinds = await appointmentKinds(tx);
    const planned = [];
    for (const session of run) {
      const read = readPlan(rows, session, kinds);
      if (!read.ok) return err({ kind: 'faults', faults: read.error });
      await holdSession(tx, session.id);
      const bookings = read.value === null ? 0 : await unfitIn(tx, session.id, read.value);
      if (bookings > 0) return err({ kind: 'unfit', bookings, day: session.day });
      planned.push({ id: session.id, plan: read.value, step: read.value === null ? plainStep : stepOf(read.value) });
    }
    for (const one of planned) await writePlan(tx, one);
    const sessionIds = planned.map((one) => one.id);
    await tx.addJob(placeFreedJob, { groupId: context.actor.groupId, sessionIds, why: 'plan' });
    return ok({ days: run.map(({ day }) => day) });
  });
}
