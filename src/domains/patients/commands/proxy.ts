import { randomUUIDv7 } from 'node:crypto';
import { parseNhsNumber } from '#kernel/nhs-number.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import { findPatients, patientRecord } from '../queries.ts';
import { consentFits, isConsent, isRelation } from '../proxy.ts';
import { endProxy, insertProxy } from '../store.ts';

/** Why consent cannot be recorded; each names the field it is about. */
export type ProxyRefused =
  | 'not-at-a-practice'
  | 'no-such-patient'
  | 'number'
  | 'nobody'
  | 'themself'
  | 'relation'
  | 'consent'
  | 'note'
  | 'too-old';

/** What the practice records of somebody who acts for a patient. */
export interface ConsentGiven {
  readonly nhsNumber: string;
  readonly relation: string;
  readonly consent: string;
  /** What was seen or heard that shows it. */
  readonly note: string;
}

/** Records that somebody on the lists acts for a patient, on what consent and how that was shown; by the patient's own practice. */
export async function recordConsent(
  context: Context,
  patientId: string,
  { nhsNumber, relation, consent, note }: ConsentGiven,
): Promise<Result<undefined, ProxyRefused>> {
  const number = parseNhsNumber(nhsNumber);
  if (!number.ok) return err('number');
  if (!isRelation(relation)) return err('relation');
  if (!isConsent(consent) || !consentFits(relation, consent)) return err('consent');
  if (note.trim() === '') return err('note');
  try {
    return await transaction(context, async (tx) => {
      const patient = await patientRecord(tx, patientId, { hold: true });
      if (patient === undefined || patient.left) return err('no-such-patient');
      if (patient.practiceId !== context.actor.practiceId) return err('not-at-a-practice');
      const [proxy] = await findPatients(tx, { kind: 'nhs-number', number: number.value });
      if (proxy === undefined) return err('nobody');
      if (proxy.id === patientId) return err('themself');
      const { practiceId } = patient;
      const by = context.actor.personId;
      await insertProxy(tx, {
        id: randomUUIDv7(),
        practiceId,
        patientId,
        proxyId: proxy.id,
        relation,
        consent,
        note: note.trim(),
        by,
      });
      return ok(undefined);
    });
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'SP070') return err('too-old');
    throw error;
  }
}

/** Ends that somebody acts for a patient, from today: they see nothing more of it. */
export async function endConsent(
  context: Context,
  patientId: string,
  id: string,
): Promise<Result<undefined, ProxyRefused>> {
  return transaction(context, async (tx) => {
    const patient = await patientRecord(tx, patientId);
    if (patient === undefined) return err('no-such-patient');
    if (patient.practiceId !== context.actor.practiceId) return err('not-at-a-practice');
    await endProxy(tx, { id, patientId, by: context.actor.personId });
    return ok(undefined);
  });
}
