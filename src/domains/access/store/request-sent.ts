import type { Tx } from '#platform/db/transaction.ts';
import { sql } from '#platform/db/sql.ts';

/** A request as a program sent it; `digest` is of everything it said. */
export interface RequestSent {
  readonly id: string;
  readonly groupId: string;
  readonly practiceId: string;
  readonly clientId: string;
  readonly key: string;
  readonly requestId: string;
  readonly digest: Buffer;
}

/** Keeps under which key a program sent a request. */
export async function insertSent(tx: Tx, sent: RequestSent): Promise<void> {
  await tx.rows(sql`insert into access.request_sent (id, group_id, practice_id, client_id, key, request_id, digest)
    values (${sent.id}, ${sent.groupId}, ${sent.practiceId}, ${sent.clientId}, ${sent.key}, ${sent.requestId}, ${sent.digest})`);
}
