import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/transaction.ts';
import type { MessageKind, MessageWay } from '../message.ts';

/** A message to be kept in the outbox. */
export interface NewMessage {
  readonly id: string;
  readonly groupId: string;
  readonly practiceId: string;
  readonly patientId: string;
  readonly bookingId: string | null;
  readonly requestId: string | null;
  readonly kind: MessageKind;
  readonly way: MessageWay;
  readonly address: string | null;
  readonly version: number;
  readonly subject: string;
  readonly body: string;
  readonly state: 'waiting' | 'shown' | 'withheld';
  readonly why: string;
}

/** Writes a message into the outbox; false where a reminder of the visit, or that it lost its place, stands there already. */
export async function insertMessage(tx: Tx, one: NewMessage): Promise<boolean> {
  const written = await tx.rows(sql`insert into access.message
      (id, group_id, practice_id, patient_id, booking_id, request_id, kind, way, address, version, subject, body, state, why)
    values (${one.id}, ${one.groupId}, ${one.practiceId}, ${one.patientId}, ${one.bookingId}, ${one.requestId}, ${one.kind}, ${one.way},
      ${one.address}, ${one.version}, ${one.subject}, ${one.body}, ${one.state}, ${one.why})
    on conflict (booking_id, kind) where kind in ('reminder', 'place-lost') do nothing returning 1`);
  return written.length === 1;
}

/** What became of a message. */
export interface Became {
  readonly state: 'waiting' | 'shown' | 'sent' | 'delivered' | 'failed' | 'withheld' | 'dropped';
  readonly why?: string;
  readonly providerId?: string;
  /** Whether it was tried once more. */
  readonly tried?: boolean;
}

/** Records what became of a message. */
export async function saveMessageState(
  tx: Tx,
  id: string,
  { state, why = '', providerId, tried = false }: Became,
): Promise<void> {
  await tx.rows(sql`update access.message set state = ${state}, why = ${why}, state_at = now(), provider_id = coalesce(${providerId ?? null}, provider_id),
      tries = tries + ${tried ? 1 : 0} where id = ${id}`);
}

/** Takes a link for good; false where it was used before. */
export async function useLink(
  tx: Queryable,
  { nonce, expiresAt }: { nonce: string; expiresAt: Temporal.Instant },
): Promise<boolean> {
  const used = await tx.rows(
    sql`insert into access.link_used (nonce, expires_at) values (${nonce}, ${expiresAt}) on conflict do nothing returning 1`,
  );
  return used.length === 1;
}

/** Drops what was written of a visit and has not gone: it was taken back at once. */
export async function dropMessages(tx: Tx, bookingId: string): Promise<void> {
  await tx.rows(sql`update access.message set state = 'dropped', why = 'Taken back at once', state_at = now()
    where booking_id = ${bookingId} and state in ('waiting', 'shown')`);
}
