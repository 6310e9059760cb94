import { ok, type Result } from '#kernel/result.ts';
import { uuidsAmong } from '#kernel/uuid.ts';
import type { Role } from '#platform/auth/identity.ts';
import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/transaction.ts';
import { parseAuditedSearch, type AuditedSearch, type NotAudited } from './audited.ts';
import { afterPrefix, nameKey } from './name-key.ts';
import type { PatientDetails } from './patient-details.ts';
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

/** A patient as somebody at the practice enters and mends them. */
export interface PatientRecord extends PatientDetails {
  readonly id: string;
  readonly practiceId: string;
  readonly practiceName: string;
  readonly left: boolean;
}

const record = sql`
  select p.id, p.practice_id as "practiceId", t.name as "practiceName", p.nhs_number as "nhsNumber", p.given_name as "givenName",
    p.family_name as "familyName", p.birth_date as "birthDate", p.sex, p.phone, p.email, p.address, p.postcode, p.usual_gp_id as "usualGpId",
    p.needs, p.language, p.contact_by as "contactBy", p.left_on is not null as left
  from patients.patient p join network.practice t on t.id = p.practice_id`;

/** Somebody an audit is about, on a practice's list or gone from it. */
export interface AuditedPatient {
  readonly id: string;
  readonly practiceId: string;
  readonly practiceName: string;
  readonly name: string;
  readonly birthDate: Temporal.PlainDate;
  readonly nhsNumber: string | null;
  readonly gone: boolean;
}

/** Whom the audit the actor sees is about, one more than `searchLimit` at most; each is an audited read. */
export async function auditedPatients(tx: Tx, by: { id: string } | AuditedSearch): Promise<AuditedPatient[]> {
  const id = 'id' in by ? (uuidsAmong([by.id])[0] ?? null) : null;
  const number = 'number' in by ? by.number : null;
  const [birth, key] = 'date' in by ? [by.date, by.familyKey] : [null, null];
  const found = await tx.rows<AuditedPatient>(sql`
    select a.id, a.practice_id as "practiceId", a.practice_name as "practiceName", a.given_name || ' ' || a.family_name as name,
      a.birth_date as "birthDate", a.nhs_number as "nhsNumber", a.gone
    from patients.audited(${id}::uuid, ${number}, ${birth}::date, ${key}) a`);
  for (const { id: subjectId, practiceId } of found) tx.read({ class: 'patient', practiceId, subjectId });
  return found;
}

/** Whom somebody who sees an audit looks for, by what they typed. */
export async function findAudited(
  tx: Tx,
  typed: string,
): Promise<Result<{ by: AuditedSearch['kind']; patients: AuditedPatient[] }, NotAudited>> {
  const search = parseAuditedSearch(typed, await today(tx));
  if (!search.ok) return search;
  return ok({ by: search.value.kind, patients: await auditedPatients(tx, search.value) });
}

/** All that is entered of one patient the actor may see; an audited read. With `hold`, nobody else changes it until the end. */
export async function patientRecord(tx: Tx, id: string, { hold = false } = {}): Promise<PatientRecord | undefined> {
  const found = await tx.maybe<PatientRecord>(sql`${record} where p.id = ${id} ${hold ? sql`for update of p` : sql``}`);
  if (found) tx.read({ class: 'patient', practiceId: found.practiceId, subjectId: id });
  return found;
}

/** The patients of a practice, left or not, with any of the NHS numbers; held until the end of the transaction. */
export async function recordsByNumber(
  tx: Queryable,
  practiceId: string,
  numbers: readonly string[],
): Promise<PatientRecord[]> {
  return tx.rows<PatientRecord>(
    sql`${record} where p.practice_id = ${practiceId} and p.nhs_number = any (${numbers}::text[]) for update of p`,
  );
}

/** Somebody of the practice's list with that name and birth date. */
export async function namesakeAt(
  tx: Queryable,
  practiceId: string,
  one: { givenName: string; familyName: string; birthDate: Temporal.PlainDate },
): Promise<string | undefined> {
  const [found] = await tx.rows<{ id: string }>(sql`select p.id from patients.patient p
    where p.practice_id = ${practiceId} and p.birth_date = ${one.birthDate} and p.family_key = ${nameKey(one.familyName)}
      and lower(p.given_name) = lower(${one.givenName}) and p.left_on is null`);
  return found?.id;
}

/** Every need there is, with its words. */
export async function allNeeds(db: Queryable): Promise<Need[]> {
  return db.rows<Need>(sql`select n.code, n.name, n.say from patients.need n order by n.name`);
}

/** Today in London, as the database has it. */
export async function today(db: Queryable): Promise<Temporal.PlainDate> {
  return (await db.one<{ today: Temporal.PlainDate }>(sql`select platform.today() as today`)).today;
}

/** The name of a practice that is in the acting group today. */
export async function practiceOfGroup(tx: Queryable, practiceId: string): Promise<string | undefined> {
  const found = await tx.maybe<{ name: string }>(sql`
    select p.name from network.group_practice m join network.practice p on p.id = m.practice_id
    where m.group_id = platform.current_group() and m.practice_id = ${practiceId} and network.in_force(m.valid_from, m.valid_to, platform.today())`);
  return found?.name;
}

/** Those of the patients who are on a list and whom the actor may see; each is an audited read. */
export async function patientsOnLists(tx: Tx, ids: readonly string[]): Promise<Patient[]> {
  const found = await tx.rows<Patient>(
    sql`${patient} where p.id = any (${uuidsAmong(ids)}::uuid[]) and p.left_on is null`,
  );
  for (const { id, practiceId } of found) tx.read({ class: 'patient', practiceId, subjectId: id });
  return found;
}

/** Somebody on a list with a proved NHS number, and whether birth date and surname are theirs; asked before anybody acts. */
export async function recognisedPatient(
  db: Queryable,
  { nhsNumber, birthDate, familyKey }: { nhsNumber: string; birthDate: Temporal.PlainDate; familyKey: string },
): Promise<{ id: string; agrees: boolean } | undefined> {
  return db.maybe(sql`select r.id, r.agrees from patients.recognised(${nhsNumber}, ${birthDate}, ${familyKey}) r`);
}

/** A patient as their own session knows them, as the one role they have; undefined once they are on no list. */
export async function patientRoleOf(db: Queryable, id: string): Promise<Role | undefined> {
  return db.maybe<Role>(sql`select s.id, s.id as "personId", s.name as "personName", 'patient' as role, 'Patient' as "roleName",
    s.group_id as "groupId", s.group_name as "groupName", s.fictional, s.practice_id as "practiceId", s.practice_name as "placeName"
    from patients.signed_in(${id}) s`);
}

/** One of the demonstration's patients to sign in as. */
export interface DemoPatient {
  readonly id: string;
  readonly says: string;
  readonly nhsNumber: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: Temporal.PlainDate;
  readonly practiceName: string;
}

/** The demonstration's patients to sign in as; none where the group is a real one. */
export async function demoPatients(db: Queryable): Promise<DemoPatient[]> {
  return db.rows<DemoPatient>(sql`select d.id, d.says, d.nhs_number as "nhsNumber", d.given_name as "givenName", d.family_name as "familyName",
    d.birth_date as "birthDate", d.practice_name as "practiceName" from patients.demo_patients() d order by d.says`);
}

/** Somebody who acts or acted for a patient. */
export interface Acting {
  readonly id: string;
  readonly name: string;
  readonly relation: string;
  readonly consent: string;
  readonly note: string;
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate | null;
  readonly over: boolean;
  readonly by: string | null;
}

/** Who acts and acted for a patient, those who do in front. */
export async function actingFor(tx: Tx, patientId: string): Promise<Acting[]> {
  return tx.rows<Acting>(sql`select x.id, coalesce(p.given_name || ' ' || p.family_name, 'Somebody on another list') as name, x.relation, x.consent, x.note,
      x.valid_from as from, x.valid_to as until, coalesce(x.valid_to <= platform.today(), false) as over, w.name as by
    from patients.proxy x left join patients.patient p on p.id = x.proxy_id left join network.person w on w.id = x.recorded_by
    where x.patient_id = ${patientId} order by over, x.valid_from desc, x.id`);
}
