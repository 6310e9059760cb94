import { randomUUIDv7 } from 'node:crypto';
import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { fieldsOf, readPatient, type PatientChoices, type PatientFields } from '../patient-details.ts';
import type { PatientRefused } from '../patient-refused.ts';
import { allNeeds, namesakeAt, patientRecord, recordsByNumber, today } from '../queries.ts';
import { insertPatients, updatePatients } from '../store.ts';

/** The GPs of a practice. Clinicians stand below this domain, so whoever starts it says how they are found. */
export type GpsOf = (tx: Tx, practiceId: string) => Promise<{ id: string; name: string }[]>;

/** What there is to choose from at a practice. */
export async function choicesAt(tx: Tx, practiceId: string, gpsOf: GpsOf): Promise<PatientChoices> {
  return { today: await today(tx), needs: await allNeeds(tx), gps: await gpsOf(tx, practiceId) };
}

/** Registers somebody at the actor's own practice from today; answers their id. */
export async function registerPatient(
  context: Context,
  fields: PatientFields,
  gpsOf: GpsOf,
): Promise<Result<string, PatientRefused>> {
  const { practiceId } = context.actor;
  if (practiceId === null) return err({ kind: 'not-at-a-practice' });
  return transaction(context, async (tx) => {
    const read = readPatient(fields, await choicesAt(tx, practiceId, gpsOf));
    if (!read.ok) return err({ kind: 'faults', faults: read.error });
    const details = read.value;
    if (details.nhsNumber === null) {
      const same = await namesakeAt(tx, practiceId, details);
      if (same !== undefined) return err({ kind: 'registered-here', patientId: same, by: 'family_name' });
    }
    const id = randomUUIDv7();
    const [written] = await insertPatients(tx, [{ ...details, id, practiceId }]);
    if (written !== undefined) return ok(id);
    const [known] = await recordsByNumber(tx, practiceId, [details.nhsNumber ?? '']);
    if (!known) return err({ kind: 'registered-elsewhere' });
    if (!known.left) return err({ kind: 'registered-here', patientId: known.id, by: 'nhs_number' });
    await updatePatients(tx, [{ ...details, id: known.id }]);
    return ok(known.id);
  });
}

/** The fields that are mended after registering; who somebody is stays as it was registered. */
const mendable = ['phone', 'email', 'address', 'postcode', 'usual_gp', 'needs', 'language', 'contact_by'] as const;

/** Changes how to reach a patient of the actor's own practice, what they need and who usually sees them. */
export async function changePatient(
  context: Context,
  id: string,
  { fields, gpsOf }: { fields: PatientFields; gpsOf: GpsOf },
): Promise<Result<null, PatientRefused>> {
  return transaction(context, async (tx) => {
    const known = await patientRecord(tx, id, { hold: true });
    if (!known || known.left) return err({ kind: 'no-such-patient' });
    const { practiceId } = context.actor;
    if (known.practiceId !== practiceId) return err({ kind: 'not-at-a-practice' });
    const choices = await choicesAt(tx, practiceId, gpsOf);
    const given = mendable.flatMap((field) => (fields[field] === undefined ? [] : [[field, fields[field]] as const]));
    const merged = { ...fieldsOf(known), ...Object.fromEntries(given) };
    // A usual GP who has left stays until another is chosen.
    const gps =
      known.usualGpId === null ? choices.gps : [...choices.gps, { id: known.usualGpId, name: known.usualGpId }];
    const read = readPatient(merged, {
      ...choices,
      gps: gps.filter(({ id: gp }, at) => gps.findIndex((one) => one.id === gp) === at),
    });
    if (!read.ok) return err({ kind: 'faults', faults: read.error });
    await updatePatients(tx, [{ ...read.value, id }]);
    return ok(null);
  });
}
