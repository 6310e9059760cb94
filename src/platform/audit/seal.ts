import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';

/** What checking the chain found: how much is sealed, how much is not yet, and the first batch that was tampered with. */
export interface AuditState {
  readonly batches: number;
  readonly sealedEvents: number;
  readonly unsealedEvents: number;
  readonly firstUnsound: number | null;
}

/** Seals every audited event whose transaction has ended, batch by batch; returns how many. */
export async function sealFinished(db: Queryable): Promise<number> {
  for (let total = 0; ;) {
    const { events } = await db.one<{ events: number }>(sql`select audit.seal_finished() as events`);
    if (events === 0) return total;
    total += events;
  }
}

/** Recomputes the hash chain from its first event. */
export async function verifyAudit(db: Queryable): Promise<AuditState> {
  const rows = await db.rows<{ batch: number | null; events: number; sound: boolean }>(
    sql`select * from audit.verify()`,
  );
  const sealed = rows.filter((row) => row.batch !== null);
  return {
    batches: sealed.length,
    sealedEvents: sealed.reduce((sum, row) => sum + row.events, 0),
    unsealedEvents: rows.find((row) => row.batch === null)?.events ?? 0,
    firstUnsound: sealed.find((row) => !row.sound)?.batch ?? null,
  };
}
