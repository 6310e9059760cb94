import { randomUUIDv7 } from 'node:crypto';
import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { sessionClinicians, sessionPractices } from '../queries/session.ts';
import { readSessionPlan, type SessionFields, type SessionPlan } from '../session-plan.ts';
import type { SessionRefused } from '../session-refused.ts';
import { placeFreedJob } from './waiting-list.ts';
import { insertSessions } from '../store/session.ts';

/** What was opened, and which days of a run were left out. */
export interface Opened extends Pick<SessionPlan, 'practiceId' | 'skipped'> {
  readonly days: readonly Temporal.PlainDate[];
}

/** Carries a refusal out of a transaction, so that nothing of it stays. */
const undone = 'sessions overlap';

interface Undone extends Error {
  readonly refused: SessionRefused;
}

/** The database opens no session for somebody who must be supervised and is not. */
const isUnsupervised = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'SP074';

/** The database opens no session on a day its clinician is not there. */
const isNotThere = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'SP133';

const isUndone = (error: unknown): error is Undone => error instanceof Error && error.message === undone;

/**
 * Opens a session, or a run of one a week, in the role its clinician has. All of it or nothing: a clinician who has another
 * session at one of those times, wherever it is, refuses the whole.
 */
export async function openSessions(
  context: Context,
  fields: SessionFields,
  now: Temporal.Instant,
): Promise<Result<Opened, SessionRefused>> {
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  const read = readSessionPlan(fields, today);
  if (!read.ok) return err({ kind: 'faults', faults: read.error });
  const plan = read.value;
  try {
    return await transaction(context, (tx) => openPlan(tx, plan, context.actor.groupId));
  } catch (error) {
    if (isUndone(error)) return err(error.refused);
    // They left, or were found to be entered twice, in this very moment.
    if (isNotThere(error)) return err({ kind: 'no-such-clinician' });
    if (isUnsupervised(error)) return err({ kind: 'not-supervised' });
    throw error;
  }
}

async function openPlan(tx: Tx, plan: SessionPlan, groupId: string | null): Promise<Result<Opened, SessionRefused>> {
  const practice = (await sessionPractices(tx)).find(({ id }) => id === plan.practiceId);
  if (!practice) return err({ kind: 'no-such-practice' });
  if (plan.siteId !== null && !practice.sites.some(({ value }) => value === plan.siteId))
    return err({ kind: 'no-such-site' });
  const clinician = (await sessionClinicians(tx)).find(({ id }) => id === plan.clinicianId);
  if (!clinician) return err({ kind: 'no-such-clinician' });
  const { validFrom, validTo, name, role } = clinician;
  const away = plan.times.find(
    ({ day }) =>
      Temporal.PlainDate.compare(day, validFrom) < 0 ||
      (validTo !== null && Temporal.PlainDate.compare(day, validTo) >= 0),
  );
  if (away) return err({ kind: 'not-here-then', name, day: away.day });
  const { times, skipped, ...same } = plan;
  const wanted = times.map((time) => ({ ...same, ...time, id: randomUUIDv7(), role }));
  const opened = new Set(await insertSessions(tx, wanted));
  const days = wanted.filter(({ id }) => !opened.has(id)).map(({ day }) => day);
  if (days.length > 0) throw Object.assign(new Error(undone), { refused: { kind: 'overlap', name, days } });
  await tx.addJob(placeFreedJob, { groupId, sessionIds: [...opened], why: 'session' });
  return ok({ practiceId: plan.practiceId, skipped, days: times.map(({ day }) => day) });
}
