import { patientRoleOf } from '#domains/patients/index.ts';
import { actorOf } from '#platform/auth/identity.ts';
import type { Database } from '#platform/db/database.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import { readLink, type CancelLink } from './link.ts';
import { linkKey, linkUsed } from '../queries/message.ts';
import { ownVisit, type OwnVisit } from '../queries/online.ts';
import { useLink } from '../store/message.ts';
import { cancelOwn } from './online.ts';

/** What a link is good for at an instant: the visit it cancels, or why it is good for nothing. */
export type LinkSeen =
  | { readonly kind: 'open'; readonly link: CancelLink; readonly visit: OwnVisit; readonly context: Context }
  | { readonly kind: 'not-ours' | 'expired' | 'used' | 'done' | 'over' };

/** Looks at a link without using it: opening it, as programs that scan messages do, cancels nothing. */
export async function seeLink(db: Database, text: string, now: Temporal.Instant): Promise<LinkSeen> {
  const link = readLink(text, await linkKey(db));
  if (link === undefined) return { kind: 'not-ours' };
  if (Temporal.Instant.compare(link.expiresAt, now) <= 0) return { kind: 'expired' };
  const used = await linkUsed(db, link.nonce);
  const actor = actorOf(await patientRoleOf(db, link.patientId));
  if (actor.patientId === undefined) return { kind: 'over' };
  const context = { db, actor, act: { action: 'cancel-by-link' } };
  const visit = await transaction(context, (tx) => ownVisit(tx, link.bookingId));
  // A press whose answer was lost is pressed again: that the visit is cancelled is what they want to know.
  if (used) return { kind: visit?.status === 'cancelled' ? 'done' : 'used' };
  return visit?.status === 'booked' ? { kind: 'open', link, visit, context } : { kind: 'over' };
}

/** Uses a link: once, for the visit it was made for, in the patient's own name. */
export async function useCancelLink(
  db: Database,
  text: string,
  { stillNeeded, now }: { stillNeeded: boolean; now: Temporal.Instant },
): Promise<'cancelled' | Exclude<LinkSeen['kind'], 'open'>> {
  const seen = await seeLink(db, text, now);
  if (seen.kind !== 'open') return seen.kind;
  if (!(await useLink(db, seen.link))) return 'used';
  const reason = 'Cancelled by the link in a message';
  const cancelled = await cancelOwn(seen.context, seen.visit, { reason, stillNeeded, now });
  return cancelled.ok ? 'cancelled' : 'over';
}
