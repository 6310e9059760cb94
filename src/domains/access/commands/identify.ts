import { err, ok, type Result } from '#kernel/result.ts';
import type { Context } from '#platform/db/transaction.ts';
import { patientById } from '#domains/patients/index.ts';
import { moveFlagsWithRequest, saveIdentity, savePatient } from '../store/request.ts';
import { thatCount } from '../request/person.ts';
import { isOpen, withRequest, type CallReason } from './opened.ts';
import { settle } from './settle.ts';

/** What a caller may give that agrees with the record; a name alone shows nobody who they are. */
export type Agreement = 'name' | 'nhs_number' | 'birth_date' | 'phone' | 'address';

/** Puts a patient to a request with what agreed so far, to be confirmed; the request moves to the patient's practice. */
export async function choosePatient(
  context: Context,
  id: string,
  chosen: { patientId: string; matched: readonly Agreement[]; now: Temporal.Instant },
): Promise<Result<undefined, CallReason>> {
  return withRequest(context, id, async (tx, request) => {
    if (!isOpen(request)) return err({ kind: 'not-open' });
    const patient = await patientById(tx, chosen.patientId);
    if (patient === undefined) return err({ kind: 'nobody' });
    const rang = request.callerPhone !== null && request.callerPhone === patient.phone;
    const matched = new Set<Agreement>([...chosen.matched, ...(rang ? (['phone'] as const) : [])]);
    const { id: patientId, practiceId } = patient;
    await savePatient(tx, id, { patientId, practiceId, matched: [...matched] });
    await moveFlagsWithRequest(tx, id, { patientId, practiceId });
    await settle(tx, id, { by: context.actor.personId, now: chosen.now });
    return ok(undefined);
  });
}

/** Takes the patient off a request: it was somebody else. Flags already raised stay. */
export async function clearPatient(
  context: Context,
  id: string,
  now: Temporal.Instant,
): Promise<Result<undefined, CallReason>> {
  return withRequest(context, id, async (tx, request) => {
    if (!isOpen(request)) return err({ kind: 'not-open' });
    await savePatient(tx, id, null);
    await settle(tx, id, { by: context.actor.personId, now });
    return ok(undefined);
  });
}

/** Two things that agree show who it is, as does one and the birth date said again; the person on the call decides. */
export async function confirmIdentity(
  context: Context,
  id: string,
  ...[matched, shown]: [matched: readonly Agreement[], shown?: string]
): Promise<Result<undefined, CallReason>> {
  return withRequest(context, id, async (tx, request) => {
    if (!isOpen(request)) return err({ kind: 'not-open' });
    if (request.patientId === null) return err({ kind: 'nobody' });
    // A page left open may show somebody else than the request is about by now.
    if (shown !== undefined && shown !== request.patientId) return err({ kind: 'changed' });
    const all = [...new Set([...request.matched, ...matched])];
    if (thatCount(all).length < 2) return err({ kind: 'not-confirmed' });
    const { patientId, practiceId } = request;
    await savePatient(tx, id, { patientId, practiceId, matched: all });
    await saveIdentity(tx, id, true);
    return ok(undefined);
  });
}
