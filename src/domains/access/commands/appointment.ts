import { randomUUIDv7 } from 'node:crypto';
import { err, ok, type Result } from '#kernel/result.ts';
import { patientById } from '#domains/patients/index.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import {
  appointmentByKey,
  appointmentsById,
  holdAppointment,
  hostFor,
  raisedUnder,
  type Appointment,
  type BookedFor,
} from '../queries/appointment.ts';
import { factsFor } from '../queries/guidance.ts';
import { flagsOf } from '../queries/red-flag.ts';
import { requestById } from '../queries/request.ts';
import type { Refusal } from '../refusal.ts';
import { asks, screenRequest } from '../request/request.ts';
import { saveAppointmentNote } from '../store/appointment.ts';
import { announce, insertRequest, saveIdentity, savePatient, saveStatus, saveWritten } from '../store/request.ts';
import { book, type Booked } from './book.ts';
import { cancelVisit } from './heard.ts';
import { settle } from './settle.ts';

/** An appointment as another program wants it; `key` makes a repeated call the same booking. */
export interface AppointmentWanted {
  readonly key: string;
  readonly patientId: string;
  readonly sessionId: string;
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
  readonly description: string;
  readonly comment: string;
  readonly identifier: { readonly system: string; readonly value: string } | null;
  readonly bookedFor: BookedFor | null;
  readonly now: Temporal.Instant;
}

type Ready = { readonly booked: string } | { readonly requestId: string | null; readonly practiceId: string };

/**
 * Books an appointment for another program. Its words are kept and screened first: words of danger are raised with the duty
 * clinician whether or not anything is booked, and nothing is booked past a red flag. The database checks the place and the
 * safe limit, as for everybody.
 */
export async function bookAppointment(context: Context, want: AppointmentWanted): Promise<Result<Booked, Refusal>> {
  const ready = await transaction(context, (tx) => prepare(tx, context, want));
  if (!ready.ok) return ready;
  if ('booked' in ready.value) return ok({ bookingId: ready.value.booked, repeated: true });
  const { key, patientId, sessionId, startsAt, minutes } = want;
  const { requestId, practiceId } = ready.value;
  const place = { key, requestId, patientId, sessionId, startsAt, minutes };
  const booked = await book(context, place, want.now);
  const { groupId } = context.actor;
  // After the booking, not in it: announcing queues every commit of the server behind it.
  if (booked.ok && groupId !== null) await announce(context.db, 'requests', { groupId, practiceId });
  return booked;
}

async function prepare(tx: Tx, context: Context, want: AppointmentWanted): Promise<Result<Ready, Refusal>> {
  const { key, patientId, description, comment, now } = want;
  await holdAppointment(tx, key);
  const before = await appointmentByKey(tx, key);
  if (before) return isSame(before, want) ? ok({ booked: before.id }) : err('key-reused');
  const { groupId, clientId = null } = context.actor;
  const patient = await patientById(tx, patientId);
  const hostPracticeId = patient && (await hostFor(tx, want, patient.practiceId));
  if (!patient || hostPracticeId === undefined || groupId === null) return err('not-there');
  const { practiceId } = patient;
  const words = [description, comment].filter((text) => text !== '').join('\n');
  const known = await raisedUnder(tx, key);
  const requestId = known ?? ((await isDanger(tx, { words, patientId, now })) ? randomUUIDv7() : null);
  if (requestId !== null && known === undefined) {
    await insertRequest(tx, {
      ...{ id: requestId, groupId, practiceId, channel: 'online' },
      callerPhone: null,
      takenBy: null,
    });
    await savePatient(tx, requestId, { patientId, practiceId, matched: ['nhs_number'] });
    await saveIdentity(tx, requestId, true);
  }
  const { identifier, bookedFor } = want;
  const note = { id: randomUUIDv7(), groupId, practiceId, hostPracticeId, key, clientId, requestId };
  await saveAppointmentNote(tx, { ...note, description, comment, identifier, bookedFor });
  return requestId === null ? ok({ requestId, practiceId }) : hear(tx, requestId, { words, now });
}

function isSame(before: Appointment, want: AppointmentWanted): boolean {
  const minutes = before.startsAt.until(before.endsAt).total('minutes');
  return (
    before.status !== 'cancelled' &&
    before.patientId === want.patientId &&
    before.sessionId === want.sessionId &&
    before.startsAt.equals(want.startsAt) &&
    minutes === want.minutes
  );
}

async function isDanger(
  tx: Tx,
  { words, patientId, now }: { words: string; patientId: string; now: Temporal.Instant },
): Promise<boolean> {
  const facts = await factsFor(tx, patientId, now);
  return screenRequest({ words, notes: '', answers: {} }, facts ? { ageYears: facts.ageYears } : {}).length > 0;
}

/** Raises what the words say. What a clinician has closed goes on; what was only denied goes on beside its open question. */
async function hear(
  tx: Tx,
  requestId: string,
  { words, now }: { words: string; now: Temporal.Instant },
): Promise<Result<Ready, Refusal>> {
  const request = await requestById(tx, requestId, { lock: true });
  if (!request) return err('not-there');
  await saveWritten(tx, requestId, { words, by: null, at: now, page: '' });
  const { stopped } = await settle(tx, requestId, { by: null, now });
  await announce(tx, 'requests', request);
  if (stopped) return err('open-red-flag');
  const asked = (await flagsOf(tx, requestId)).some(asks);
  // Nobody can ask the patient here: the question waits for a navigator, and the place is kept all the same.
  if (asked && request.status === 'draft') await saveStatus(tx, requestId, 'waiting');
  return ok({ requestId: asked ? null : requestId, practiceId: request.practiceId });
}

/** Looks at an appointment as it stands; what it answers refuses the change. */
export type Inspect<E> = (standing: Appointment) => E | undefined;

/**
 * Changes what is said of an appointment that is still to come, and screens it: what is dangerous in it is raised, and the
 * appointment stays as it is.
 */
export async function amendAppointment<E>(
  context: Context,
  id: string,
  {
    description,
    comment,
    inspect,
    now,
  }: { description: string; comment: string; inspect: Inspect<E>; now: Temporal.Instant },
): Promise<Result<undefined, E | 'not-there'>> {
  return transaction(context, async (tx) => {
    await holdAppointment(tx, id);
    const [standing] = await appointmentsById(tx, [id]);
    if (!standing) return err('not-there');
    const refused = inspect(standing);
    if (refused !== undefined) return err(refused);
    const { groupId, practiceId, hostPracticeId, patientId, noteKey: key } = standing;
    const words = [description, comment].filter((text) => text !== '').join('\n');
    const danger = await isDanger(tx, { words, patientId, now });
    const requestId = standing.requestId ?? (danger ? randomUUIDv7() : null);
    if (danger && standing.requestId === null && requestId !== null) {
      await insertRequest(tx, {
        ...{ id: requestId, groupId, practiceId, channel: 'online' },
        callerPhone: null,
        takenBy: null,
      });
      await savePatient(tx, requestId, { patientId, practiceId, matched: ['nhs_number'] });
      await saveIdentity(tx, requestId, true);
    }
    const note = {
      id: randomUUIDv7(),
      groupId,
      practiceId,
      hostPracticeId,
      key,
      clientId: context.actor.clientId ?? null,
    };
    await saveAppointmentNote(tx, {
      ...note,
      requestId: danger ? requestId : null,
      description,
      comment,
      identifier: null,
      bookedFor: null,
    });
    if (danger && requestId !== null) await raiseAmended(tx, requestId, { words, now });
    return ok(undefined);
  });
}

async function raiseAmended(
  tx: Tx,
  requestId: string,
  { words, now }: { words: string; now: Temporal.Instant },
): Promise<void> {
  const request = await requestById(tx, requestId, { lock: true });
  if (!request) return;
  const notes = [request.notes, `Said of the appointment: ${words}`].filter((text) => text !== '').join('\n');
  await saveWritten(tx, requestId, { notes: notes.slice(0, 10_000), by: null, at: now, page: '' });
  await settle(tx, requestId, { by: null, now, also: [words] });
  await announce(tx, 'requests', request);
}

/** Cancels an appointment that is as the program has seen it; its place is free again. Why is screened, as for everybody. */
export async function cancelAppointment<E>(
  context: Context,
  id: string,
  { reason, inspect, now }: { reason: string; inspect: Inspect<E>; now: Temporal.Instant },
): Promise<Result<undefined, E | Refusal>> {
  const refused = await transaction(context, async (tx) => {
    const [standing] = await appointmentsById(tx, [id]);
    return standing ? inspect(standing) : ('not-there' as const);
  });
  if (refused !== undefined) return err(refused);
  const { cancelled } = await cancelVisit(context, id, { reason, now });
  if (!cancelled.ok) return cancelled;
  // Somebody else was quicker by a moment.
  return cancelled.value.repeated ? err('gone-already') : ok(undefined);
}
