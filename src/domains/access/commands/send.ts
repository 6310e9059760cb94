import { randomBytes } from 'node:crypto';
import { systemActor } from '#platform/auth/actor.ts';
import type { Database } from '#platform/db/database.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import type { Notifier } from '#platform/notify/notify.ts';
import { filledIn, stateOf, withoutLink } from '../message.ts';
import { writeLink } from './link.ts';
import { groups } from '#domains/network/index.ts';
import {
  linkKey,
  lostByChange,
  messageById,
  messagesOnTheirWay,
  mustNotContact,
  remindersDue,
} from '../queries/message.ts';
import { saveMessageState } from '../store/message.ts';
import { tell } from './tell.ts';

/** What sending needs: the provider where one is configured, and the address that links lead to. */
export interface Sending {
  readonly notifier: Notifier | undefined;
  readonly publicUrl: string;
}

const as = (db: Database, action: string, groupId: string): Context => ({
  db,
  actor: systemActor('messages', groupId),
  act: { action },
});

/** What is over is what they tell. */
const tellsOfAnEnd: ReadonlySet<string> = new Set(['cancelled', 'series-cancelled']);

/**
 * Sends one message of the outbox, once. Whether it may go is looked at again at this moment: a disclosure since it was
 * written withholds it, a visit that is over drops it. Throws where the provider asks to be tried again later.
 */
export async function sendMessage(
  db: Database,
  { messageId, groupId }: { messageId: string; groupId: string },
  { notifier, publicUrl }: Sending,
): Promise<void> {
  const later = await transaction(as(db, 'send-message', groupId), async (tx) => {
    const message = await messageById(tx, messageId);
    if (message === undefined || message.state !== 'waiting' || message.address === null || message.way === 'app')
      return undefined;
    if (await mustNotContact(tx, message)) {
      await saveMessageState(tx, messageId, { state: 'withheld', why: 'They are reached only as they chose' });
      return undefined;
    }
    if (!tellsOfAnEnd.has(message.kind) && !message.stands) {
      await saveMessageState(tx, messageId, { state: 'dropped', why: 'What it is about is over' });
      return undefined;
    }
    if (notifier === undefined) {
      await saveMessageState(tx, messageId, { state: 'shown', why: 'No provider is configured' });
      return undefined;
    }
    const { bookingId, patientId, startsAt, way, address: to, subject } = message;
    const link = { nonce: randomBytes(8).toString('hex'), patientId };
    const body =
      bookingId === null || startsAt === null
        ? withoutLink(message.body)
        : filledIn(message.body, {
            cancel: `${publicUrl}/cancel/${writeLink({ ...link, bookingId, expiresAt: startsAt }, await linkKey(tx))}`,
          });
    const handed = await notifier.send({ way, to, subject, body, reference: messageId });
    if (handed.kind === 'taken')
      await saveMessageState(tx, messageId, { state: 'sent', providerId: handed.id, tried: true });
    else if (handed.kind === 'refused')
      await saveMessageState(tx, messageId, { state: 'failed', why: handed.why, tried: true });
    else await saveMessageState(tx, messageId, { state: 'waiting', why: handed.why, tried: true });
    return handed.kind === 'later' ? handed.why : undefined;
  });
  if (later !== undefined) throw new Error(`the message was not taken: ${later}`);
}

/** Asks the provider what became of what it has taken. */
export async function askStates(db: Database, { notifier }: Sending): Promise<void> {
  if (notifier === undefined) return;
  for (const { id: groupId } of await groups(db)) {
    const waiting = await transaction(as(db, 'ask-delivery', groupId), messagesOnTheirWay);
    for (const { id, providerId } of waiting) {
      const status = providerId === null ? undefined : await notifier.status(providerId);
      const state = status === undefined ? 'sent' : stateOf(status);
      if (state !== 'sent')
        await transaction(as(db, 'ask-delivery', groupId), (tx) =>
          saveMessageState(tx, id, { state, why: status ?? '' }),
        );
    }
  }
}

/** The job that tells the patients of visits that lost their place by a change, and those whose visits are back by its undoing. */
export const tellLostJob = 'access.tell-lost';

/** Tells whoever lost their place that it is lost and that nothing is asked of them; whoever has it back, that it stands. */
export async function tellLost(
  db: Database,
  { changeId, groupId }: { changeId: string; groupId: string },
  now: Temporal.Instant,
): Promise<void> {
  await transaction(as(db, 'tell-lost', groupId), async (tx) => {
    const { lost, back } = await lostByChange(tx, changeId);
    for (const bookingId of lost) await tell(tx, { kind: 'place-lost', bookingId, now });
    for (const bookingId of back) await tell(tx, { kind: 'booked', bookingId, now });
  });
}

/** Writes the reminders that are due. */
export async function remind(db: Database, now: Temporal.Instant): Promise<void> {
  for (const { id: groupId } of await groups(db))
    await transaction(as(db, 'remind', groupId), async (tx) => {
      for (const { id } of await remindersDue(tx, now)) await tell(tx, { kind: 'reminder', bookingId: id, now });
    });
}
