import pg from 'pg';
import type { Shown } from '#platform/audit/shown.ts';
import type { Actor } from '#platform/auth/actor.ts';
import { queryable, type Database, type Queryable } from './database.ts';
import { sql } from './sql.ts';

/** What is being done, as the audit names it, and why. */
export interface Act {
  readonly action: string;
  readonly purpose?: string;
}

/** A read of something that identifies a person. */
export interface AuditRead {
  readonly class: string;
  readonly practiceId: string | null;
  readonly subjectId: string;
}

/** An act that changes no row but must be known: a sign-in, an export, an import. */
export interface AuditNote {
  readonly practiceId?: string | null;
  readonly subject: string;
  readonly subjectId?: string;
  readonly detail?: object;
}

/** When and how a job runs; a job with a `key` replaces the waiting one of the same key. */
export interface JobOptions {
  readonly runAt?: Temporal.Instant;
  readonly key?: string;
}

/** A transaction of one actor. Row changes are audited by the database itself; reads are declared with `read`. */
export interface Tx extends Queryable {
  readonly client: pg.PoolClient;
  read(entry: AuditRead): void;
  note(entry: AuditNote): void;
  addJob(name: string, payload: object, options?: JobOptions): Promise<void>;
}

/** Who does what, on which database: the first argument of every command and query. */
export interface Context {
  readonly db: Database;
  readonly actor: Actor;
  readonly act: Act;
  /** Whether every statement of the transaction sees the database as it was at the first, for what must agree with itself. */
  readonly snapshot?: boolean;
  /** What the page this is for has shown already; without it every declared read is recorded. */
  readonly shown?: Shown;
}

/** The actor as `platform.enter` reads it. */
export function actorJson(actor: Actor): string {
  return JSON.stringify({
    person: actor.personId,
    name: actor.name,
    role_held: actor.roleHeldId,
    role: actor.role,
    group: actor.groupId,
    client: actor.clientId,
    patient: actor.patientId,
  });
}

interface AuditRow {
  kind: 'read' | 'act';
  class: string | null;
  practice_id: string | null;
  subject: string;
  subject_id: string | null;
  detail: object | null;
}

function openTx(client: pg.PoolClient, entries: AuditRow[]): Tx {
  const statements = queryable(client);
  return {
    ...statements,
    client,
    read(entry) {
      entries.push({
        kind: 'read',
        class: entry.class,
        practice_id: entry.practiceId,
        subject: entry.class,
        subject_id: entry.subjectId,
        detail: null,
      });
    },
    note(entry) {
      entries.push({
        kind: 'act',
        class: null,
        practice_id: entry.practiceId ?? null,
        subject: entry.subject,
        subject_id: entry.subjectId ?? null,
        detail: entry.detail ?? null,
      });
    },
    async addJob(name, payload, options = {}) {
      await statements.rows(
        sql`select platform.add_job(${name}, ${JSON.stringify(payload)}::json, ${options.runAt ?? null}::timestamptz, ${options.key ?? null})`,
      );
    },
  };
}

/**
 * Runs `work` as the actor in one transaction: identity, role and the practices they may see are set once by the
 * database, and every declared read is written to the audit before commit (of a page that refreshes itself, those of what it
 * has not shown in the last minutes). Rolls back on any exception.
 */
export async function transaction<T>(
  { db, actor, act, snapshot = false, shown }: Context,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const client = await db.pool.connect();
  let broken: Error | undefined;
  try {
    const quoted = [actorJson(actor), act.action, act.purpose ?? ''].map((text) => pg.escapeLiteral(text));
    // One simple-protocol round trip: each separate begin and set_config costs about as much as the work itself.
    await client.query(
      `begin${snapshot ? ' isolation level repeatable read' : ''}; select platform.enter(${quoted.join(', ')})`,
    );
    const entries: AuditRow[] = [];
    const tx = openTx(client, entries);
    const value = await work(tx);
    const lines = shown ? shown.toRecord(entries) : entries;
    if (lines.length > 0) await tx.rows(sql`select audit.write(${JSON.stringify(lines)}::jsonb)`);
    await client.query('commit');
    shown?.recorded(lines);
    return value;
  } catch (error) {
    await client.query('rollback').catch((failure: unknown) => {
      broken = failure instanceof Error ? failure : new Error('rollback failed');
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
