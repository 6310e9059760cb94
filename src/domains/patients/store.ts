import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import { nameKey } from './name-key.ts';
import type { PatientDetails } from './patient-details.ts';

/** A patient to be written. */
export interface NewPatient extends PatientDetails {
  readonly id: string;
  readonly practiceId: string;
}

const rowOf = (one: PatientDetails & { id: string; practiceId?: string }) => ({
  ...{ id: one.id, practice_id: one.practiceId, nhs_number: one.nhsNumber, given_name: one.givenName },
  ...{ family_name: one.familyName, family_key: nameKey(one.familyName), birth_date: one.birthDate.toString() },
  ...{ sex: one.sex, phone: one.phone, email: one.email, address: one.address, postcode: one.postcode },
  ...{ usual_gp_id: one.usualGpId, needs: one.needs, language: one.language, contact_by: one.contactBy },
});

/** Writes patients registered from today; answers the ids of those written: a number known anywhere is passed over. */
export async function insertPatients(tx: Queryable, patients: readonly NewPatient[]): Promise<string[]> {
  const rows = JSON.stringify(patients.map(rowOf));
  const written = await tx.rows<{ id: string }>(sql`
    insert into patients.patient (id, practice_id, nhs_number, given_name, family_name, family_key, birth_date, sex, phone, email, address, postcode,
      usual_gp_id, needs, language, contact_by, registered_from)
    select r.id, r.practice_id, r.nhs_number, r.given_name, r.family_name, r.family_key, r.birth_date, r.sex, r.phone, r.email, r.address, r.postcode,
      r.usual_gp_id, r.needs, r.language, r.contact_by, platform.today()
    from jsonb_populate_recordset(null::patients.patient, ${rows}::jsonb) r
    on conflict do nothing returning id`);
  return written.map(({ id }) => id);
}

/** Writes what is known now of patients there are; one who had left is registered again. A moved address loses its old point. */
export async function updatePatients(
  tx: Queryable,
  patients: readonly (PatientDetails & { id: string })[],
): Promise<void> {
  const rows = JSON.stringify(patients.map(rowOf));
  await tx.rows(sql`
    update patients.patient p set nhs_number = r.nhs_number, given_name = r.given_name, family_name = r.family_name, family_key = r.family_key,
      birth_date = r.birth_date, sex = r.sex, phone = r.phone, email = r.email, address = r.address, postcode = r.postcode, usual_gp_id = r.usual_gp_id,
      needs = r.needs, language = r.language, contact_by = r.contact_by, left_on = null,
      latitude = case when (p.address, p.postcode) is not distinct from (r.address, r.postcode) then p.latitude end,
      longitude = case when (p.address, p.postcode) is not distinct from (r.address, r.postcode) then p.longitude end
    from jsonb_populate_recordset(null::patients.patient, ${rows}::jsonb) r where p.id = r.id`);
}

/** Writes that somebody acts for a patient, from today. */
export async function insertProxy(
  tx: Queryable,
  one: {
    readonly id: string;
    readonly practiceId: string;
    readonly patientId: string;
    readonly proxyId: string;
    readonly relation: string;
    readonly consent: string;
    readonly note: string;
    readonly by: string | null;
  },
): Promise<void> {
  await tx.rows(sql`insert into patients.proxy (id, practice_id, patient_id, proxy_id, relation, consent, note, valid_from, recorded_by)
    values (${one.id}, ${one.practiceId}, ${one.patientId}, ${one.proxyId}, ${one.relation}, ${one.consent}, ${one.note}, platform.today(), ${one.by})`);
}

/** Ends it today; one that began today never was in force. */
export async function endProxy(
  tx: Queryable,
  one: { id: string; patientId: string; by: string | null },
): Promise<void> {
  await tx.rows(sql`update patients.proxy set valid_from = least(valid_from, platform.today() - 1), valid_to = platform.today(),
      ended_by = ${one.by}, ended_at = now()
    where id = ${one.id} and patient_id = ${one.patientId} and (valid_to is null or valid_to > platform.today())`);
}
