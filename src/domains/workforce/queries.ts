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
