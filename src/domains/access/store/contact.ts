import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/transaction.ts';

/** One try to reach somebody about a request. */
export interface NewAttempt {
  readonly id: string;
  readonly groupId: string;
  readonly practiceId: string;
  readonly requestId: string;
  readonly way: 'telephone' | 'text' | 'letter';
  readonly result: string;
  readonly by: string | null;
  readonly at: Temporal.Instant;
}

/** Records a try. */
export async function insertAttempt(tx: Tx, tried: NewAttempt): Promise<void> {
  await tx.rows(sql`insert into access.contact_attempt (id, group_id, practice_id, request_id, way, result, tried_at, tried_by)
    values (${tried.id}, ${tried.groupId}, ${tried.practiceId}, ${tried.requestId}, ${tried.way}, ${tried.result}, ${tried.at}, ${tried.by})`);
}

/** Lays a request down until somebody is to be tried again; null where they are not. */
export async function saveTryAgain(tx: Tx, id: string, at: Temporal.Instant | null): Promise<void> {
  await tx.rows(sql`update access.request set try_again_at = ${at}, status = case when status = 'draft' then 'waiting' else status end,
      taken_by = null, taken_at = null where id = ${id}`);
}

/** Ends a request as part of an earlier one, which goes on with the words of both. */
export async function saveJoined(tx: Tx, id: string, to: string): Promise<void> {
  await tx.rows(
    sql`update access.request set status = 'ended', outcome = 'joined', joined_to = ${to}, ended_at = now() where id = ${id}`,
  );
}

/** Keeps the graver urgency and the earlier times of two contacts. */
export async function savePromise(
  tx: Tx,
  id: string,
  to: { urgency: string | null; dueAt: Temporal.Instant | null; callerPhone: string | null },
): Promise<void> {
  await tx.rows(sql`update access.request set urgency = ${to.urgency}, due_at = ${to.dueAt}, caller_phone = ${to.callerPhone},
      status = case when status = 'draft' then 'waiting' else status end, try_again_at = null where id = ${id}`);
}

/** Marks the requests of the actor's group whose time has come near since the last look; answers the practices they are of. */
export async function markNear(tx: Tx, now: Temporal.Instant): Promise<string[]> {
  const found = await tx.rows<{ practiceId: string }>(sql`update access.request r set warned_at = ${now}
    where r.status = 'waiting' and r.warned_at is null and r.warn_at <= ${now} returning r.practice_id as "practiceId"`);
  return [...new Set(found.map(({ practiceId }) => practiceId))];
}
