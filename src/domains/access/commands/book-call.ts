import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { overflowWarnings, type OverflowWarning } from '../overflow.ts';
import { bookedById, overflowPlace, sessionOffered } from '../queries/booking.ts';
import { guidanceFor } from '../queries/guidance.ts';
import { alsoOpen, dangersElsewhere } from '../queries/patient-story.ts';
import { flagsOf } from '../queries/red-flag.ts';
import type { Request } from '../queries/request.ts';
import { sawThis, type Shown } from '../request/apart.ts';
import { notYetBookable } from '../request/request.ts';
import { dropMessages } from '../store/message.ts';
import { announce, savePastFlags } from '../store/request.ts';
import { book, bookJoint, bookOverflow, cancelBooking, type Booked } from './book.ts';
import { isOpen, withRequest, type CallReason } from './opened.ts';
import { presented } from './presented.ts';
import { settle } from './settle.ts';

/** A page whose act books, as it was shown. */
export interface ToBook extends Shown {
  readonly now: Temporal.Instant;
  /** Open dangers of the patient's other requests that were shown, and why it is booked all the same. */
  readonly despite?: Despite | undefined;
}

/** A place chosen on the screen. */
export interface Chosen extends ToBook {
  readonly key: string;
  readonly sessionId: string;
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
  /** The session of a second clinician who is to be there. */
  readonly secondSessionId?: string | undefined;
}

interface Despite {
  readonly flags: readonly string[];
  readonly reason: string;
}

/** Whose request is ready to be booked. */
export interface Ready {
  /** Whether a session it is to be booked into needs a room as well. */
  readonly needsRoom?: boolean;
  readonly patientId: string;
  readonly practiceId: string;
  readonly groupId: string;
}

/**
 * Books the place chosen for a request: only when nothing stands open (who it is, a question, a red flag, a danger in
 * another request that was not shown first) and the session is of a kind the request was navigated to. The place and the safe limit are checked by the database, in one call.
 */
export async function bookCall(context: Context, id: string, chosen: Chosen): Promise<Result<Booked, CallReason>> {
  const ready = await readyToBook(context, id, { ...chosen, sessionIds: [chosen.sessionId] });
  if (!ready.ok) return ready;
  const { key, sessionId, startsAt, minutes, secondSessionId = null } = chosen;
  const { patientId, needsRoom } = ready.value;
  const want = { key, requestId: id, patientId, sessionId, startsAt, minutes };
  const booked =
    needsRoom || secondSessionId !== null
      ? await bookJoint(context, { ...want, secondSessionId }, chosen.now)
      : await book(context, want, chosen.now);
  if (!booked.ok) return err({ kind: booked.error });
  // After the booking, not in it: announcing queues every commit of the server behind it.
  await announce(context.db, 'requests', ready.value);
  return booked;
}

/** Whether a request may be booked into these sessions, as its page showed it: nothing stands open, and each is of a role it was navigated to. */
export async function readyToBook(
  context: Context,
  id: string,
  chosen: ToBook & { readonly sessionIds: readonly string[] },
): Promise<Result<Ready, CallReason>> {
  return withRequest<Ready>(context, id, async (tx, request) => {
    const flags = await flagsOf(tx, id);
    const { patientId, practiceId } = request;
    const { question, need } = await guidanceFor(tx, request, { flags, now: chosen.now });
    // A form sent twice meets the booking it made: the database answers with it.
    const standing = request.status === 'booked' ? 'waiting' : request.status;
    const notYet = notYetBookable({ ...request, status: standing, flags, questionOpen: question !== undefined });
    if (notYet !== undefined || patientId === null) return err({ kind: notYet ?? 'nobody' });
    // Offered for what was known then: somebody has changed it since, and looks again before anything is booked.
    if (!sawThis(request, chosen)) return err({ kind: 'changed' });
    let needsRoom = false;
    for (const sessionId of chosen.sessionIds) {
      const session = await sessionOffered(tx, sessionId);
      if (session === undefined) return err({ kind: 'not-there' });
      if (!need?.roles.includes(session.role)) return err({ kind: 'not-offered' });
      needsRoom ||= session.needsRoom;
    }
    // Patients say nothing of their other requests: staff alone are asked.
    const past =
      context.actor.patientId === undefined ? await pastDangers(tx, request, { chosen, context }) : undefined;
    if (past !== undefined) return err({ kind: past });
    await presented(tx, request, { by: context.actor.personId, now: chosen.now });
    return ok({ patientId, practiceId, groupId: request.groupId, needsRoom });
  });
}

/**
 * Lets a booking past the open dangers of the patient's other requests that were shown, with a reason, which is screened,
 * audited and kept on the request; a danger raised since is shown first. Undefined where nothing stands in the way.
 */
async function pastDangers(
  tx: Tx,
  request: Request,
  { chosen: { despite, now }, context }: { chosen: ToBook; context: Context },
): Promise<'other-flag' | 'despite' | 'red-flag' | undefined> {
  const { id, practiceId, patientId } = request;
  const open = patientId === null ? [] : dangersElsewhere(await alsoOpen(tx, patientId, id));
  const flags = open.flatMap(({ flag }) => flag.ids);
  if (flags.every((flag) => request.pastFlags.includes(flag))) return undefined;
  if (despite === undefined || !flags.every((flag) => despite.flags.includes(flag))) return 'other-flag';
  const reason = despite.reason.trim();
  if (reason === '') return 'despite';
  const by = context.actor.personId;
  await savePastFlags(tx, id, { flags, reason, by, at: now });
  tx.note({ practiceId, subject: 'booked past an open red flag', subjectId: id, detail: { flags } });
  return (await settle(tx, id, { by, now })).stopped ? 'red-flag' : undefined;
}

/** Urgent overflow as a form gives it. */
export interface Overflow {
  readonly key: string;
  readonly clinicianId: string;
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
  readonly mode: string;
  readonly reason: string;
  /** The clinician who decided it, by name. */
  readonly decidedBy: string;
  /** Which clinician of the group that is; undefined for somebody not listed. */
  readonly deciderId?: string | undefined;
  /** The starts of the clinician's visits it is to be booked beside, as they were shown. */
  readonly beside?: readonly Temporal.Instant[] | undefined;
  /** What was warned of and ticked. */
  readonly sure?: readonly string[] | undefined;
  readonly now: Temporal.Instant;
}

/** Books past the limit and outside the slots: a separate act with its reason and the name of who decided it. */
export async function overflowCall(
  context: Context,
  id: string,
  wanted: Overflow,
): Promise<Result<Booked, CallReason>> {
  const { reason, decidedBy, now } = wanted;
  if (reason.trim() === '') return err({ kind: 'reason' });
  if (decidedBy.trim() === '') return err({ kind: 'decider' });
  const ready = await withRequest<Ready>(context, id, async (tx, request) => {
    if (!isOpen(request) && request.status !== 'booked') return err({ kind: 'not-open' });
    if (request.patientId === null) return err({ kind: 'nobody' });
    if (!request.identityConfirmed) return err({ kind: 'not-confirmed' });
    // Why it cannot wait may itself be a red flag: it is raised, and the place is booked all the same.
    const { stopped } = await settle(tx, id, { by: context.actor.personId, now, decided: [reason, decidedBy] });
    // A form sent twice meets the booking it made.
    const warned = stopped || !isOpen(request) ? [] : await notSaid(tx, request.practiceId, wanted);
    if (warned.length > 0) return err({ kind: 'overflow-sure', warned });
    await presented(tx, request, { by: context.actor.personId, now });
    tx.note({
      practiceId: request.practiceId,
      subject: 'overflow decided',
      subjectId: id,
      detail: { decider: wanted.deciderId ?? null, beside: wanted.beside?.join() ?? null },
    });
    return ok({ patientId: request.patientId, practiceId: request.practiceId, groupId: request.groupId });
  });
  if (!ready.ok) return ready;
  const { patientId, practiceId } = ready.value;
  const booked = await bookOverflow(context, {
    ...wanted,
    reason: reason.trim(),
    decidedBy: decidedBy.trim(),
    requestId: id,
    patientId,
    hostPracticeId: practiceId,
  });
  if (!booked.ok) return booked;
  await announce(context.db, 'requests', ready.value);
  return booked;
}

/** What of the place and time was not known to whoever books: not asked in danger, and never a refusal. */
async function notSaid(
  tx: Tx,
  practiceId: string,
  { clinicianId, startsAt, sure = [] }: Overflow,
): Promise<OverflowWarning[]> {
  const place = await overflowPlace(tx, { clinicianId, practiceId, at: startsAt });
  return place ? overflowWarnings(place, startsAt).filter(({ token }) => !sure.includes(token)) : [];
}

/** Takes back the booking of a request while its call is still on the screen: the place is free, the request waits again. */
export async function undoBooking(
  context: Context,
  id: string,
  shown: string | undefined,
): Promise<Result<undefined, CallReason>> {
  const found = await withRequest<Ready & { booking: string | undefined }>(context, id, async (tx, request) => {
    const booking = await bookedById(tx, id);
    // What the page showed was taken back already and another booked since: that one is not this page's to take back.
    if (booking !== undefined && shown !== undefined && booking.id !== shown) return err({ kind: 'changed' });
    const { groupId, practiceId, patientId } = request;
    return ok({ booking: booking?.id, groupId, practiceId, patientId: patientId ?? '' });
  });
  if (!found.ok) return found;
  const { booking } = found.value;
  if (booking === undefined) return ok(undefined);
  const cancelled = await cancelBooking(context, booking, 'Taken back during the call');
  if (!cancelled.ok) return err({ kind: cancelled.error });
  // What is taken back while they listen is never written to them.
  await transaction(context, (tx) => dropMessages(tx, booking));
  // The place is free again on every open screen.
  await announce(context.db, 'requests', found.value);
  return ok(undefined);
}
