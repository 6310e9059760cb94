import type { Tx } from '#platform/db/transaction.ts';
import { sql } from '#platform/db/sql.ts';

/** Holds a program's key against its own other calls until the transaction ends. */
export async function holdKey(tx: Tx, clientId: string, key: string): Promise<void> {
  await tx.rows(sql`select pg_advisory_xact_lock(hashtextextended(${`${clientId} ${key}`}, 5))`);
}

/** What a program sent under a key before. */
export async function sentUnder(
  tx: Tx,
  clientId: string,
  key: string,
): Promise<{ readonly requestId: string; readonly digest: Buffer } | undefined> {
  return tx.maybe(
    sql`select s.request_id as "requestId", s.digest from access.request_sent s where s.client_id = ${clientId} and s.key = ${key}`,
  );
}

/** A request as the program that sent it may know it: how it stands, and nothing anybody wrote. */
export interface SentState {
  readonly id: string;
  readonly practiceId: string;
  readonly status: 'draft' | 'waiting' | 'red_flag' | 'booked' | 'ended';
  readonly receivedAt: Temporal.Instant;
  readonly answerBy: Temporal.Instant | null;
  readonly identified: boolean;
  /** When their appointment begins, where one stands. */
  readonly appointmentAt: Temporal.Instant | null;
  /** An ambulance where an open red flag says so, else the duty clinician; null without one. */
  readonly gravest: '999' | 'duty' | null;
}

/** How a request stands that this program sent, an audited read; undefined where it sent none of that id. */
export async function sentState(tx: Tx, clientId: string, requestId: string): Promise<SentState | undefined> {
  const found = await tx.maybe<SentState>(sql`
    select r.id, r.practice_id as "practiceId", r.status, r.received_at as "receivedAt", r.answer_by as "answerBy",
      r.identity_confirmed as identified,
      (select min(b.starts_at) from access.booking b where b.request_id = r.id and b.status <> 'cancelled') as "appointmentAt",
      (select case when bool_or(f.level = '999') then '999' else 'duty' end from access.red_flag f
        where f.request_id = r.id and f.closed_at is null and f.withdrawn_at is null and not f.softened having count(*) > 0) as gravest
    from access.request r
    where r.id = ${requestId} and exists (select from access.request_sent s where s.request_id = r.id and s.client_id = ${clientId})`);
  if (found) tx.read({ class: 'visit', practiceId: found.practiceId, subjectId: requestId });
  return found;
}
