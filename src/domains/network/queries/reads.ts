import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';

// A read by somebody who is not known to have held that role at the practice itself when they read: who cannot be placed
// counts as an outsider, because telling a practice too little would be the worse mistake. Patients who see to their own care
// are nobody of the group; the audit shows them.
const fromElsewhere = sql`e.kind = 'read' and e.role is distinct from 'patient' and not exists (
  select from network.role_held own where own.person_id = e.person_id and own.role = e.role and own.practice_id = e.practice_id
    and network.in_force(own.valid_from, own.valid_to, (e.at at time zone 'Europe/London')::date))`;

/** How often others read a practice's rows since a moment, by the role and class of what they read. */
export async function readsByRole(
  tx: Queryable,
  practiceId: string,
  since: Temporal.Instant,
): Promise<{ role: string; class: string; reads: number }[]> {
  return tx.rows(sql`
    select e.role, e.class, count(*)::int as reads from audit.event e
    where e.practice_id = ${practiceId} and e.at >= ${since} and ${fromElsewhere} group by e.role, e.class`);
}

/** One look at a practice's rows by somebody else. */
export interface Look {
  readonly at: Temporal.Instant;
  readonly personName: string;
  readonly roleName: string;
  readonly class: string;
  readonly action: string;
  readonly purpose: string;
}

/** The last looks others took at a practice's rows, newest first. */
export async function lastLooks(tx: Queryable, practiceId: string, count: number): Promise<Look[]> {
  return tx.rows<Look>(sql`
    select e.at, e.person_name as "personName", coalesce(k.name, e.role) as "roleName", e.class, e.action, e.purpose
    from audit.event e left join network.role k on k.code = e.role
    where e.practice_id = ${practiceId} and e.kind = 'read' and ${fromElsewhere}
    order by e.at desc limit ${count}`);
}
