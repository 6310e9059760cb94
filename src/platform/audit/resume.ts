import type { PoolClient } from 'pg';
import { err, ok, type Result } from '#kernel/result.ts';
import { systemActor } from '#platform/auth/actor.ts';
import { queryable, type Database } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import {
  checkChain,
  keepVerification,
  sealFinished,
  sealOf,
  type AuditState,
  type Resumption,
  type Seal,
} from './seal.ts';

/** Only one session seals at a time; whoever resumes holds the same lock, so that nothing is sealed meanwhile. */
const SEALING = 7360512;
/** Transactions used up by one statement, which is a fraction of a second. */
const STEP = 20_000;
/** More than this would take hours and wear the server's counter out: its own tool for a stopped server is then right. */
const FARTHEST = 500_000_000;
const BY = 'audit resume';

/** Why a restored audit was not resumed; nothing was then written or moved. */
export type ResumeRefused =
  | { readonly kind: 'unsound'; readonly batch: number; readonly batches: number }
  | { readonly kind: 'kept-batch-missing'; readonly batch: number; readonly newest: number }
  | { readonly kind: 'kept-seal-differs'; readonly batch: number }
  | { readonly kind: 'too-far'; readonly transactions: number };

/** What resuming did. */
export interface Resumed extends AuditState {
  /** Where the server's transaction counter stood and stands; null where it was past the seals already. */
  readonly counter: Resumption | null;
  readonly sealed: number;
}

/** The newest seal as somebody kept it elsewhere (`batch|to_tx|hash`, the last line that is not empty). */
export function readKeptSeal(text: string): Seal | undefined {
  const line = text.trim().split(/\r?\n/).at(-1) ?? '';
  const [batch = '', toTx = '', hash = ''] = line.split('|').map((part) => part.trim());
  if (!/^\d{1,15}$/.test(batch) || !/^\d{1,15}$/.test(toTx) || !/^[0-9a-f]{64}$/i.test(hash)) return undefined;
  return { batch: Number(batch), toTx: Number(toTx), hash: hash.toLowerCase() };
}

/**
 * Lets the audit of a database that was restored from another server go on: verifies the chain and the kept seal, moves
 * the server's transaction counter past everything audited, says so in the audit, seals, and verifies again. It changes
 * no event and no seal: what was tampered with stays visible, and is refused before anything is written.
 */
export async function resumeAudit(
  db: Database,
  { kept, onProgress = () => undefined }: { kept?: Seal | undefined; onProgress?: (done: number, of: number) => void },
): Promise<Result<Resumed, ResumeRefused>> {
  const client = await db.pool.connect();
  const session = queryable(client);
  try {
    await session.rows(sql`select pg_advisory_lock(${SEALING}::bigint)`);
    const state = await checkChain(session);
    const refused = (await keptDiffers(session, kept)) ?? unsound(state);
    if (refused) return err(refused);
    const { at } = await session.one<{ at: number }>(sql`select audit.resume_at() as at`);
    const from = await counterOf(session);
    if (at - from > FARTHEST) return err({ kind: 'too-far', transactions: at - from });
    const counter = from < at ? { from, at } : null;
    if (counter) {
      // Kept first: should the machine stop in between, it still stands that the counter was being moved.
      await keepVerification(session, { by: BY, state, resumed: counter });
      await move(client, counter, onProgress);
    }
    await noteResumed(db, { counter, state, compared: kept !== undefined });
    const sealed = await sealFinished(session);
    const after = await checkChain(session);
    await keepVerification(session, { by: BY, state: after });
    const broken = unsound(after);
    return broken ? err(broken) : ok({ ...after, counter, sealed });
  } finally {
    await session.rows(sql`select pg_advisory_unlock(${SEALING}::bigint)`).catch(() => undefined);
    client.release();
  }
}

/** Uses transactions up until the server's counter is where it is to be. */
async function move(
  client: PoolClient,
  { from, at }: Resumption,
  onProgress: (done: number, of: number) => void,
): Promise<void> {
  const session = queryable(client);
  await session.rows(sql`set synchronous_commit = off`);
  for (let now = from; now < at; now = await counterOf(session)) {
    onProgress(now - from, at - from);
    await client.query(
      `do $$ begin for n in 1..${STEP} loop exit when pg_current_xact_id()::text::bigint >= ${at}; commit; end loop; end $$`,
    );
  }
  await session.rows(sql`reset synchronous_commit`);
}

type Session = ReturnType<typeof queryable>;

async function counterOf(session: Session): Promise<number> {
  const row = await session.one<{ next: number }>(
    sql`select pg_snapshot_xmax(pg_current_snapshot())::text::bigint as next`,
  );
  return row.next;
}

async function keptDiffers(session: Session, kept: Seal | undefined): Promise<ResumeRefused | undefined> {
  if (!kept) return undefined;
  const found = await sealOf(session, kept.batch);
  const newest = await sealOf(session);
  if (!found) return { kind: 'kept-batch-missing', batch: kept.batch, newest: newest?.batch ?? 0 };
  if (found.hash !== kept.hash || found.toTx !== kept.toTx) return { kind: 'kept-seal-differs', batch: kept.batch };
  return undefined;
}

function unsound({ firstUnsound, batches }: AuditState): ResumeRefused | undefined {
  return firstUnsound === null ? undefined : { kind: 'unsound', batch: firstUnsound, batches };
}

async function noteResumed(
  db: Database,
  { counter, state, compared }: { counter: Resumption | null; state: AuditState; compared: boolean },
): Promise<void> {
  const context = { db, actor: systemActor('the command line'), act: { action: 'resume-audit' } };
  await transaction(context, async (tx) =>
    tx.note({
      subject: counter
        ? 'audit resumed on another server after a restore'
        : 'audit resumed: the transaction counter was past it already',
      detail: { ...counter, batches: state.batches, comparedWithKeptSeal: compared },
    }),
  );
}

const count = (value: number): string => value.toLocaleString('en-GB');

/** Says why a restored audit was not resumed, and what to do. */
export function sayResumeRefused(reason: ResumeRefused): string {
  switch (reason.kind) {
    case 'unsound':
      return `Batch ${count(reason.batch)} of ${count(reason.batches)} does not match its seal: the dump was changed, or something was written on this server before the audit was resumed. Nothing was moved. Keep this database as it is, and restore the dump again elsewhere to compare.`;
    case 'kept-batch-missing':
      return `The seal you kept is of batch ${count(reason.batch)}, and the newest here is ${count(reason.newest)}: this dump is older than the seal, or its end was cut off. Nothing was moved.`;
    case 'kept-seal-differs':
      return `The seal you kept of batch ${count(reason.batch)} is not the one here: what it covers was changed and sealed again. Nothing was moved. Treat it as an incident.`;
    case 'too-far':
      return `This server is ${count(reason.transactions)} transactions behind the audit, too many to use up one by one: stop it and use pg_resetwal --next-transaction-id, then run this again.`;
  }
}
