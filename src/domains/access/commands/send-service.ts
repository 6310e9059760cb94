import { err, ok, type Result } from '#kernel/result.ts';
import { showPhone } from '#kernel/phone.ts';
import type { Context } from '#platform/db/transaction.ts';
import { safeContactOf } from '../queries/contact.ts';
import { guidanceFor } from '../queries/guidance.ts';
import { flagsOf } from '../queries/red-flag.ts';
import { selfReferral, serviceSent, type SelfReferral } from '../queries/self-referral.ts';
import { stops } from '../request/request.ts';
import { withRequest, type CallReason } from './opened.ts';
import { tell } from './tell.ts';

/** How it is told: "NHS Talking Therapies: 0300 123 4567, https://…". */
function howWords({ name, phone, link }: SelfReferral): string {
  return `${name}: ${[phone && showPhone(phone), link].filter(Boolean).join(', ')}`;
}

/**
 * Writes to the patient how they refer themselves, as they chose to be written to; once, unless it failed. Nothing is written
 * to whoever is reached only as they chose, nor beside a red flag, nor of a service whose number and link are not known.
 */
export async function sendService(
  context: Context,
  id: string,
  now: Temporal.Instant,
): Promise<Result<undefined, CallReason>> {
  return withRequest(context, id, async (tx, request) => {
    if (request.patientId === null) return err({ kind: 'nobody' });
    if (!request.identityConfirmed) return err({ kind: 'not-confirmed' });
    const safe = await safeContactOf(tx, { requestId: id, patientId: request.patientId });
    if (safe.asks) return err({ kind: 'safe-contact' });
    const flags = await flagsOf(tx, id);
    if (flags.some(stops)) return err({ kind: 'red-flag' });
    const { outcome, reason } = await guidanceFor(tx, request, { flags, now });
    const known =
      outcome?.destination === 'self-referral' && reason
        ? await selfReferral(tx, { groupId: request.groupId, reason: reason.id })
        : undefined;
    if (known === undefined) return err({ kind: 'service-unknown' });
    const before = await serviceSent(tx, id);
    if (before === undefined || before.state === 'failed')
      await tell(tx, { kind: 'self-referral', requestId: id, how: howWords(known), now });
    return ok(undefined);
  });
}
