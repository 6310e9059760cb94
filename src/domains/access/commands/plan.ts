import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { readPlan, stepOf, type PlanRow } from '../plan-form.ts';
import { appointmentKinds } from '../queries/offers.ts';
import { roomsOf, withoutRoom } from '../queries/rooms.ts';
import { holdSession, sessionRun, unfitIn, type ListedSession } from '../queries/session.ts';
import type { PlanRefused } from '../session-refused.ts';
import { writePlan } from '../store/session.ts';
import { placeFreedJob } from './waiting-list.ts';

/** Minutes a session without a plan is booked in, where it had one before. */
const plainStep = 15;

/** A session's plan as it was typed, and for how many weeks. */
export interface TypedPlan {
  readonly id: string;
  readonly rows: readonly PlanRow[];
  readonly weeks: number;
  /** Every visit takes a room of the session's site, too. */
  readonly needsRoom: boolean;
}

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
  { id, rows, weeks, needsRoom }: TypedPlan,
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
      const roomless = needsRoom ? await whyNoRoom(tx, session, read.value !== null) : null;
      if (roomless) return err(roomless);
      const step = read.value === null ? plainStep : stepOf(read.value);
      planned.push({ id: session.id, plan: read.value, step, needsRoom });
    }
    for (const one of planned) await writePlan(tx, one);
    const sessionIds = planned.map((one) => one.id);
    await tx.addJob(placeFreedJob, { groupId: context.actor.groupId, sessionIds, why: 'plan' });
    return ok({ days: run.map(({ day }) => day) });
  });
}

/** Why the visits of a session cannot take rooms; its day is held. Those that were booked with one before stand as they are. */
async function whyNoRoom(tx: Tx, session: ListedSession, hasPlan: boolean): Promise<PlanRefused | null> {
  const { id, day, siteName, practiceName } = session;
  if (!hasPlan) return { kind: 'room-without-plan' };
  if ((await roomsOf(tx, id)) === 0) return { kind: 'no-room-there', site: siteName ?? practiceName, day };
  const bookings = session.needsRoom ? 0 : await withoutRoom(tx, id);
  return bookings > 0 ? { kind: 'without-room', bookings, day } : null;
}
