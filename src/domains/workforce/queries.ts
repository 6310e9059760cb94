import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';

/** Someone who sees patients. */
export interface Clinician {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly roleName: string;
  readonly practiceId: string;
  readonly personId: string | null;
}

const clinician = sql`
  select c.id, c.name, c.role, r.name as "roleName", c.practice_id as "practiceId", c.person_id as "personId"
  from workforce.clinician c join workforce.clinician_role r on r.code = c.role`;

/** A clinician of the actor's group. */
export async function clinicianById(db: Queryable, id: string): Promise<Clinician | undefined> {
  return db.maybe<Clinician>(sql`${clinician} where c.id = ${id}`);
}

/** The clinician somebody signed in is, if they are one. */
export async function clinicianOfPerson(db: Queryable, personId: string): Promise<Clinician | undefined> {
  return db.maybe<Clinician>(
    sql`${clinician} where c.person_id = ${personId} and c.valid_to is null order by c.id limit 1`,
  );
}

/** One step of the group's path of safe limits. */
export interface LimitStep {
  readonly validFrom: Temporal.PlainDate;
  readonly contacts: number;
  readonly source: string;
}

/** The group's own path of safe limits, earliest first. */
export async function limitPath(db: Queryable): Promise<LimitStep[]> {
  return db.rows<LimitStep>(
    sql`select l.valid_from as "validFrom", l.contacts, l.source from workforce.daily_limit l where l.clinician_id is null order by l.valid_from`,
  );
}
