import { createHash, createHmac, randomBytes, randomUUIDv7, timingSafeEqual } from 'node:crypto';
import { err, ok, type Result } from '#kernel/result.ts';
import { systemActor } from '#platform/auth/actor.ts';
import type { Database } from '#platform/db/database.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import { feedOf, type Feed } from '../queries/calendar-link.ts';
import { linkKey } from '../queries/message.ts';
import { insertCalendarLink, revokeLink } from '../store/calendar-link.ts';

/** Makes a link to the actor's own calendar; answers the part of its address that is shown once. */
export async function makeCalendarLink(context: Context, name: string): Promise<Result<string, 'name' | 'too-many'>> {
  const { personId } = context.actor;
  if (name.trim() === '' || personId === null) return err('name');
  return transaction(context, async (tx) => {
    const secret = randomBytes(32);
    const link = { id: randomUUIDv7(), personId, name: name.trim(), hash: hashOfSecret(secret) };
    return (await insertCalendarLink(tx, link)) ? ok(writeCalendarToken(secret, await linkKey(tx))) : err('too-many');
  });
}

/** Revokes a link of the actor's own, at once and for good; false where there is none that stands. */
export async function revokeCalendarLink(context: Context, id: string): Promise<boolean> {
  return transaction(context, (tx) => revokeLink(tx, id));
}

/** What a link opens; undefined where it is good for nothing, whatever the reason. */
export async function readCalendar(db: Database, token: string): Promise<Feed | undefined> {
  const hash = hashOfToken(token, await linkKey(db));
  if (hash === undefined) return undefined;
  const context = { db, actor: systemActor('Calendar link'), act: { action: 'read-calendar' } };
  return transaction(context, (tx) => feedOf(tx, hash));
}

const secretBytes = 32;

/** The last part of a link's address: the secret and our signature over it, so that a guess is turned away unread. */
function writeCalendarToken(secret: Buffer, key: string): string {
  return Buffer.concat([secret, signatureOf(secret, key)]).toString('base64url');
}

/** The hash a link is kept under; undefined where its address was not signed by us. Compared in constant time. */
function hashOfToken(token: string, key: string): Buffer | undefined {
  const all = Buffer.from(token, 'base64url');
  if (all.length !== secretBytes + 16 || all.toString('base64url') !== token) return undefined;
  const secret = all.subarray(0, secretBytes);
  return timingSafeEqual(all.subarray(secretBytes), signatureOf(secret, key)) ? hashOfSecret(secret) : undefined;
}

/** What of a secret is kept. */
function hashOfSecret(secret: Buffer): Buffer {
  return createHash('sha256').update(secret).digest();
}

function signatureOf(secret: Buffer, key: string): Buffer {
  return createHmac('sha256', Buffer.from(key, 'hex')).update('calendar').update(secret).digest().subarray(0, 16);
}
