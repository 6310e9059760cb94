import { randomUUIDv7 } from 'node:crypto';
import { patientById } from '#domains/patients/index.ts';
import { parsePhone, showPhone } from '#kernel/phone.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { Database } from '#platform/db/database.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { grownNotes } from '../kept-words.ts';
import { choicesFrom } from '../offer/choice.ts';
import { openings } from '../offer/opening.ts';
import { calledOf, soughtBy } from '../queries/call.ts';
import { guidanceFor } from '../queries/guidance.ts';
import { proxyFor } from '../queries/online.ts';
import { flagsOf } from '../queries/red-flag.ts';
import { wantsAnAnswer } from '../request/away.ts';
import { asks, stops } from '../request/request.ts';
import { clearHolds as clearOldHolds, extendHolds, holdPlaces, releaseHolds } from '../store/hold.ts';
import { announce, insertRequest, saveStatus, saveTyped, saveWritten } from '../store/request.ts';
import type { Refusal } from '../refusal.ts';
import { endCall } from './finish.ts';
import { cancelVisit, dangersOf } from './heard.ts';
import { isOpen, withRequest, type CallReason } from './opened.ts';
import { presented } from './presented.ts';
import { settle, type Settled } from './settle.ts';
import { tell } from './tell.ts';
import { saveCall, type Typed } from './typed.ts';

/** Why a patient's request cannot be begun: they do not act for that person, or wrote nothing. */
export type NotAsked = 'not-there' | 'words';

/** What a patient asked, where it stands, and whether a red flag stops it. */
export interface AskedOnline extends Pick<Settled, 'stopped'> {
  readonly id: string;
}

/**
 * Begins a patient's request with their words: the same request, in the same queue, as if they had rung. It waits with its
 * clock from the first word, so that one who stops half-way is answered all the same.
 */
export async function askOnline(
  context: Context,
  { patientId, words, now }: { patientId: string; words: string; now: Temporal.Instant },
): Promise<Result<AskedOnline, NotAsked>> {
  if (words.trim() === '') return err('words');
  const id = await transaction(context, (tx) => beginOnline(tx, context, patientId));
  if (id === undefined) return err('not-there');
  const saved = await saveCall(context, id, { form: { words }, now });
  if (!saved.ok) return err('not-there');
  await wait(context, id);
  return ok({ id, stopped: saved.value.stopped });
}

/** Begins a patient's request without a word yet; undefined where they do not act for that person. */
export async function beginOnline(tx: Tx, { actor }: Context, patientId: string): Promise<string | undefined> {
  const { groupId } = actor;
  const patient = await patientById(tx, patientId);
  if (patient === undefined || groupId === null) return undefined;
  const proxy = patientId === actor.patientId ? undefined : await proxyFor(tx, patientId);
  const callerIs = { parent: 'parent', guardian: 'parent', carer: 'carer', attorney: 'other' };
  const id = randomUUIDv7();
  await insertRequest(tx, {
    ...{ id, groupId, practiceId: patient.practiceId, channel: 'online', takenBy: null },
    callerPhone: patient.phone,
    proved: { patientId, callerIs: proxy ? callerIs[proxy] : 'patient', callerName: proxy ? actor.name : '' },
  });
  return id;
}

/** Lays it in the queue with its clock. */
async function wait(context: Context, id: string): Promise<void> {
  await withRequest(context, id, async (tx, request) => {
    if (request.status === 'draft') await saveStatus(tx, id, 'waiting');
    await announce(tx, 'requests', request);
    return ok(undefined);
  });
}

/** Changes what was said: screened again like everything that is written; places that were kept are given back. */
export async function sayAnew(
  context: Context,
  id: string,
  { words, now }: { words: string; now: Temporal.Instant },
): Promise<Result<Typed, CallReason>> {
  if (words.trim() === '') return err({ kind: 'question' });
  const saved = await saveCall(context, id, { form: { words }, now });
  if (saved.ok) await transaction(context, (tx) => releaseHolds(tx, id));
  return saved;
}

/** Looks for places and keeps the few that are offered, for the minutes the rule says; answers how many are kept. */
export async function keepTimes(
  context: Context,
  id: string,
  now: Temporal.Instant,
): Promise<Result<number, CallReason>> {
  return withRequest(context, id, async (tx, request) => {
    const flags = await flagsOf(tx, id);
    if (flags.some(stops)) return err({ kind: 'red-flag' });
    const patient = request.patientId === null ? undefined : await patientById(tx, request.patientId);
    if (!isOpen(request) || patient === undefined) return err({ kind: 'not-open' });
    const called = calledOf(patient, now);
    const guidance = await guidanceFor(tx, request, { flags, now, called });
    if (guidance.question || flags.some(asks)) return err({ kind: 'question' });
    // What it kept until now is free for it again.
    await releaseHolds(tx, id);
    const sought = await soughtBy(tx, { request, patient, called, guidance, now });
    if (sought === undefined) return ok(0);
    const places = choicesFrom(openings(sought.sessions, sought.context)).map(
      ({ session, startsAt, minutes, ownGp, miles, ownPractice }) => ({
        ...{ sessionId: session.id, minutes, ownGp, miles: ownPractice ? null : miles },
        startsAt: Temporal.Instant.fromEpochMilliseconds(startsAt),
      }),
    );
    return ok(places.length === 0 ? 0 : await holdPlaces(tx, id, places));
  });
}

/** More time to choose; null where what was kept has run out meanwhile, or there is nothing to keep it for. */
export async function moreTime(context: Context, id: string): Promise<Temporal.Instant | null> {
  const given = await withRequest(context, id, async (tx) => ok(await extendHolds(tx, id)));
  return given.ok ? given.value : null;
}

/** Clears away the rows of places that are no longer kept; nobody waits for it. */
export async function clearHolds(db: Database): Promise<void> {
  await clearOldHolds(db);
}

/** Keeps the one place that was chosen and gives the others back. */
export async function chooseHeld(context: Context, id: string, hold: string): Promise<void> {
  await transaction(context, (tx) => releaseHolds(tx, id, hold));
}

/** How somebody wants to be told instead of choosing a time. */
export interface RingMe {
  readonly phone: string;
  /** What to bear in mind when ringing, or why no time suited. */
  readonly note: string;
  readonly kind: 'will-ring' | 'will-answer';
  readonly now: Temporal.Instant;
}

/** Leaves it with the practice: somebody rings or answers by the time that was promised. What is written is screened. */
export async function ringMe(
  context: Context,
  id: string,
  { phone, note, kind, now }: RingMe,
): Promise<Result<Settled, CallReason>> {
  const number = phone.trim() === '' ? null : parsePhone(phone);
  if (number === null && kind === 'will-ring') return err({ kind: 'phone' });
  return withRequest(context, id, async (tx, request) => {
    if (!isOpen(request)) return err({ kind: 'not-open' });
    if (number !== null) await saveTyped(tx, id, { callerPhone: number });
    const head =
      kind === 'will-ring' ? `Wants to be rung${number === null ? '' : ` on ${showPhone(number)}`}.` : wantsAnAnswer;
    const notes = grownNotes(request.notes, head, note.trim());
    if (notes.length > 10_000) return err({ kind: 'too-long' });
    await saveWritten(tx, id, { notes, by: null, at: now, page: '' });
    const settled = await settle(tx, id, { by: null, now });
    await releaseHolds(tx, id);
    if (request.status === 'draft' && !settled.stopped) await saveStatus(tx, id, 'waiting');
    await presented(tx, request, { by: null, now });
    if (!settled.stopped) await tell(tx, { kind, requestId: id, now });
    await announce(tx, 'requests', request);
    return ok(settled);
  });
}

/** What a patient decides about a visit they cannot come to. */
export interface CancelOwn {
  readonly reason: string;
  /** Whether they still need help: their request then waits again, with its clock. */
  readonly stillNeeded: boolean;
  readonly now: Temporal.Instant;
}

/**
 * Cancels a visit for its patient; a danger in the reason is raised, in a request of its own where the visit has none. Answers
 * the request that is stopped by it, or why the visit could not be cancelled.
 */
export async function cancelOwn(
  context: Context,
  visit: { id: string; patientId: string; requestId: string | null; startsAt: Temporal.Instant },
  { reason, stillNeeded, now }: CancelOwn,
): Promise<Result<{ flaggedIn: string | undefined }, Refusal>> {
  if (Temporal.Instant.compare(visit.startsAt, now) <= 0) return err('too-late');
  // Before the visit is cancelled: a cancelled one tells no age any more.
  const dangers = visit.requestId === null ? await dangersOf(context, visit.id, { words: reason, now }) : [];
  const { cancelled, flaggedIn } = await cancelVisit(context, visit.id, {
    reason: reason.trim() || 'Cancelled by the patient',
    now,
  });
  const danger = dangers.some(({ softened }) => !softened);
  const asked = danger ? await askOnline(context, { patientId: visit.patientId, words: reason, now }) : undefined;
  if (!cancelled.ok) return cancelled;
  const stopped = flaggedIn ?? (asked?.ok ? asked.value.id : undefined);
  // Answered only where nothing was said that a clinician must hear first: the database holds to it as well.
  if (!stillNeeded && stopped === undefined && visit.requestId !== null)
    await endCall(context, visit.requestId, { outcome: 'not-needed', now });
  return ok({ flaggedIn: stopped });
}
