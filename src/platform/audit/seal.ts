import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';

/** What checking the chain found: how much is sealed, how much is not yet, and the first batch that does not match its seal. */
export interface AuditState {
  readonly batches: number;
  readonly sealedEvents: number;
  readonly unsealedEvents: number;
  readonly firstUnsound: number | null;
}

/** Where a server's transaction counter stood before a restored audit was resumed on it, and where it stands since. */
export interface Resumption {
  readonly from: number;
  readonly at: number;
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
export async function checkChain(db: Queryable): Promise<AuditState> {
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

/** A chain that is shorter than an earlier verification found it has lost its end: the first batch missing is unsound. */
async function cutOff(db: Queryable, state: AuditState): Promise<AuditState> {
  const { most } = await db.one<{ most: number }>(
    sql`select coalesce(max(v.batches), 0) as most from audit.verification v`,
  );
  return most > state.batches && state.firstUnsound === null ? { ...state, firstUnsound: state.batches + 1 } : state;
}

/** Recomputes the hash chain, and keeps when that was, by whom, and what was found. */
export async function verifyAudit(db: Queryable, by: string): Promise<AuditState> {
  const state = await cutOff(db, await checkChain(db));
  await keepVerification(db, { by, state });
  return state;
}

/** Keeps what a verification found; with `resumed` where the audit was resumed after a restore. */
export async function keepVerification(
  db: Queryable,
  { by, state, resumed }: { by: string; state: AuditState; resumed?: Resumption },
): Promise<void> {
  await db.rows(sql`
    insert into audit.verification (by_name, batches, sealed_events, unsealed_events, first_unsound, resumed_from, resumed_at)
    values (${by}, ${state.batches}, ${state.sealedEvents}, ${state.unsealedEvents}, ${state.firstUnsound},
      ${resumed?.from ?? null}, ${resumed?.at ?? null})`);
}

/** One verification as it was kept. */
export interface Verification extends AuditState {
  readonly at: Temporal.Instant;
  readonly by: string;
  readonly resumed: boolean;
}

/** The last verifications, newest first. */
export async function verifications(db: Queryable, count: number): Promise<Verification[]> {
  return db.rows<Verification>(sql`
    select v.at, v.by_name as by, v.batches, v.sealed_events as "sealedEvents", v.unsealed_events as "unsealedEvents",
      v.first_unsound as "firstUnsound", v.resumed_from is not null as resumed
    from audit.verification v order by v.id desc limit ${count}`);
}

/** A seal as it is kept elsewhere: its batch, where its transactions end, and its hash in hexadecimal. */
export interface Seal {
  readonly batch: number;
  readonly toTx: number;
  readonly hash: string;
}

/** The seal of a batch, or the newest where none is named; undefined where there is none. */
export async function sealOf(db: Queryable, batch?: number): Promise<Seal | undefined> {
  return db.maybe<Seal>(sql`
    select s.batch, s.to_tx as "toTx", encode(s.hash, 'hex') as hash from audit.seal s
    where ${batch ?? null}::bigint is null or s.batch = ${batch ?? null}::bigint order by s.batch desc limit 1`);
}
