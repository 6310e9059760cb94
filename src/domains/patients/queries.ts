import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/transaction.ts';
import { afterPrefix } from './name-key.ts';
import type { PatientSearch } from './search.ts';

/** A need with the words for whoever speaks to or sees the patient. */
export interface Need {
  readonly code: string;
  readonly name: string;
  readonly say: string;
}

/** A person on a practice's list. Reading one is always audited. */
export interface Patient {
  readonly id: string;
  readonly practiceId: string;
  readonly practiceName: string;
  readonly nhsNumber: string | null;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: Temporal.PlainDate;
  readonly sex: string;
  readonly phone: string | null;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly usualGpId: string | null;
  readonly needs: readonly Need[];
  readonly language: string;
  readonly contactBy: string;
}

const patient = sql`
  select p.id, p.practice_id as "practiceId", t.name as "practiceName", p.nhs_number as "nhsNumber", p.given_name as "givenName",
    p.family_name as "familyName", p.birth_date as "birthDate", p.sex, p.phone, p.address, p.postcode, p.latitude, p.longitude,
    p.usual_gp_id as "usualGpId", p.language, p.contact_by as "contactBy",
    coalesce((select jsonb_agg(jsonb_build_object('code', n.code, 'name', n.name, 'say', n.say) order by n.name)
      from patients.need n where n.code = any (p.needs)), '[]') as needs
  from patients.patient p join network.practice t on t.id = p.practice_id`;

/** The most a search shows: more means that it must be narrowed. */
export const searchLimit = 20;

/** Patients a search finds among those the actor may see, one more than `searchLimit` at most; each is an audited read. */
export async function findPatients(tx: Tx, search: PatientSearch): Promise<Patient[]> {
  const condition = {
    'nhs-number': () => sql`p.nhs_number = ${(search as { number: string }).number}`,
    phone: () => sql`p.phone = ${(search as { number: string }).number}`,
    'birth-date': () => {
      const { date, familyKey } = search as { date: Temporal.PlainDate; familyKey: string };
      return sql`p.birth_date = ${date} and p.family_key >= ${familyKey} and p.family_key < ${afterPrefix(familyKey)}`;
    },
  }[search.kind]();
  const found = await tx.rows<Patient>(
    sql`${patient} where ${condition} and p.left_on is null order by p.family_key, p.given_name, p.id limit ${searchLimit + 1}`,
  );
  for (const { id, practiceId } of found) tx.read({ class: 'patient', practiceId, subjectId: id });
  return found;
}

/** One patient the actor may see; an audited read. */
export async function patientById(tx: Tx, id: string): Promise<Patient | undefined> {
  const found = await tx.maybe<Patient>(sql`${patient} where p.id = ${id}`);
  if (found) tx.read({ class: 'patient', practiceId: found.practiceId, subjectId: id });
  return found;
}
