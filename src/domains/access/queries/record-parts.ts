import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';

/** The requests and visits of a patient, of practices whose audit the actor sees. */
export async function recordParts(tx: Queryable, patientId: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`select p.id from access.record_parts(${patientId}) p`);
  return rows.map(({ id }) => id);
}
