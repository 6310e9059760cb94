import { randomUUIDv7 } from 'node:crypto';
import type { Result } from '#kernel/result.ts';
import { patientById } from '#domains/patients/index.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { visitById, visitCard, type Visit } from '../queries/booking.ts';
import { ageOfVisitor } from '../queries/patient-story.ts';
import { practicesTakenFor, requestById, type Request } from '../queries/request.ts';
import { cancelling } from '../request/away.ts';
import { screen, type RedFlagFinding } from '../red-flag/red-flag.ts';
import type { Refusal } from '../refusal.ts';
import { announce, insertRequest, savePatient, saveWritten } from '../store/request.ts';
import { cancelBooking, type Booked } from './book.ts';
import { settle } from './settle.ts';

/** What came of cancelling, and the request in which a red flag was raised by why, if it was one. */
export interface VisitCancelled {
  readonly cancelled: Result<Booked, Refusal>;
  /** Whether whoever cancelled it may still see it: a practice that has left shares a visit only while it is to come. */
  readonly stillSeen: boolean;
  readonly flaggedIn: string | undefined;
}

/**
 * Cancels a visit with its reason. Why somebody does not come may itself be a red flag: it is raised in the request of the
 * visit, or in a new one where there is none to be seen, whether or not the visit could be cancelled.
 */
export async function cancelVisit(
  context: Context,
  bookingId: string,
  { reason, now }: { reason: string; now: Temporal.Instant },
): Promise<VisitCancelled> {
  const flaggedIn = await hearInCancelling(context, bookingId, { reason, now });
  const seen = (): Promise<Visit | undefined> => transaction(context, (tx) => visitById(tx, bookingId));
  const before = await seen();
  const cancelled = await cancelBooking(context, bookingId, reason, now);
  if (cancelled.ok && before !== undefined) await announceVisit(context, before);
  return { cancelled, flaggedIn, stillSeen: (await seen()) !== undefined };
}

/** Hears why a visit is cancelled: where it is a red flag it is raised in its request, whose id is answered. */
export async function hearInCancelling(
  context: Context,
  bookingId: string,
  { reason, now }: { reason: string; now: Temporal.Instant },
): Promise<string | undefined> {
  if ((await dangersOf(context, bookingId, { words: reason, now })).length === 0) return undefined;
  return raiseFrom(context, bookingId, { said: `${cancelling} ${reason}`, words: reason, now });
}

/** After the cancelling, not in it: announcing queues every commit of the server behind it. */
async function announceVisit({ db, actor: { groupId } }: Context, { practiceId }: Visit): Promise<void> {
  if (groupId !== null) await announce(db, 'requests', { groupId, practiceId });
}

/** Hears what is written of a visit that lost its place: where it is a red flag it is raised in its request, whose id is answered. */
export async function hearInOrphan(
  context: Context,
  { words, bookingId, now }: { words: string; bookingId: string | undefined; now: Temporal.Instant },
): Promise<string | undefined> {
  if (bookingId === undefined || (await dangersOf(context, bookingId, { words, now })).length === 0) return undefined;
  return raiseFrom(context, bookingId, { said: `Said of a visit: ${words}`, words, now });
}

/** The dangers in words about a visit, read with the age of its patient: a fever is one in a baby. */
export async function dangersOf(
  context: Context,
  bookingId: string,
  { words, now }: { words: string; now: Temporal.Instant },
): Promise<RedFlagFinding[]> {
  const ageYears = await transaction(context, (tx) => ageOfVisitor(tx, bookingId, now));
  return screen(words, ageYears === undefined ? {} : { ageYears });
}

async function raiseFrom(
  context: Context,
  bookingId: string,
  { said, words, now }: { said: string; words: string; now: Temporal.Instant },
): Promise<string | undefined> {
  return transaction(context, async (tx) => {
    const request = await requestOfVisit(tx, context, bookingId);
    if (request === undefined) return undefined;
    // What was said now is what a clinician must read: where there is no room for all, the older goes.
    const notes = [request.notes, said].filter(Boolean).join('\n').slice(-10_000);
    await saveWritten(tx, request.id, { notes, by: context.actor.personId, at: now, page: '' });
    await settle(tx, request.id, { by: context.actor.personId, now, also: [words] });
    await announce(tx, 'requests', request);
    return request.id;
  });
}

/** The request of a visit, or a new one where there is none to be seen; held against others. */
export async function requestOfVisit(tx: Tx, context: Context, bookingId: string): Promise<Request | undefined> {
  const visit = await visitById(tx, bookingId);
  if (visit === undefined) return undefined;
  const id = visit.requestId ?? (await newRequest(tx, context, visit));
  return id === undefined ? undefined : requestById(tx, id, { lock: true });
}

/**
 * Hears words typed in a box that is no part of a request: where they are a red flag, a request is begun with them, its
 * flag raised, and its id answered.
 */
export async function hearElsewhere(
  context: Context,
  words: string,
  now: Temporal.Instant,
): Promise<string | undefined> {
  if (screen(words).every(({ softened }) => softened)) return undefined;
  return transaction(context, async (tx) => {
    const id = await newRequest(tx, context);
    const request = id === undefined ? undefined : await requestById(tx, id, { lock: true });
    if (request === undefined) return undefined;
    await saveWritten(tx, request.id, { words, by: context.actor.personId, at: now, page: '' });
    await settle(tx, request.id, { by: context.actor.personId, now });
    await announce(tx, 'requests', request);
    return request.id;
  });
}

/** A request of the patient's own practice; where the actor takes none there, one of their own about somebody not yet known. */
export async function newRequest(tx: Tx, { actor }: Context, visit?: Visit): Promise<string | undefined> {
  const practices = await practicesTakenFor(tx);
  const wanted = visit?.practiceId ?? actor.practiceId;
  const practice = practices.find((one) => one.id === wanted) ?? practices[0];
  if (practice === undefined || actor.groupId === null) return undefined;
  const id = randomUUIDv7();
  await insertRequest(tx, {
    ...{ id, groupId: actor.groupId, practiceId: practice.id, channel: 'telephone', callerPhone: null },
    takenBy: actor.personId,
  });
  const card = visit && practice.id === visit.practiceId ? await visitCard(tx, visit) : undefined;
  const patient = card && (await patientById(tx, card.patientId));
  if (patient) await savePatient(tx, id, { patientId: patient.id, practiceId: patient.practiceId, matched: [] });
  return id;
}
