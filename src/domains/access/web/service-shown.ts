import { showPhone } from '#kernel/phone.ts';
import type { Tx } from '#platform/db/transaction.ts';
import { wayFor } from '../message.ts';
import type { Call } from '../queries/call.ts';
import { aboutRequest } from '../queries/message.ts';
import { selfReferral, serviceSent, type ServiceSent } from '../queries/self-referral.ts';

const states: Readonly<Record<string, string>> = {
  waiting: 'It goes in a moment.',
  shown: 'It stands in their own pages; no text or e-mail goes.',
  sent: 'It has gone.',
  delivered: 'It has arrived.',
  withheld: 'Nothing was sent: they are reached only as they chose.',
  dropped: 'It was not sent.',
};

/** What became of a message, in words. */
function sentWords({ state, why }: ServiceSent): string {
  return states[state] ?? `It could not be sent${why ? `: ${why}` : ''}.`;
}

/** How the patient of a call refers themselves, as far as it is known, and whether it was sent; undefined where they do not. */
export async function selfReferralShown(tx: Tx, { request, guidance, safe }: Call): Promise<object | undefined> {
  const ended = request.status === 'ended' && request.outcome !== 'self-referral';
  if (guidance.outcome?.destination !== 'self-referral' || !guidance.reason || ended) return undefined;
  const { groupId, patientId, identityConfirmed } = request;
  const known = await selfReferral(tx, { groupId, reason: guidance.reason.id });
  const sent = await serviceSent(tx, request.id);
  const about = patientId === null ? undefined : await aboutRequest(tx, request.id);
  const { way, address } = about ? wayFor(about) : { way: undefined, address: null };
  return {
    known,
    sent: sent && { at: sent.madeAt, says: sentWords(sent), failed: sent.state === 'failed' },
    maySend: known !== undefined && identityConfirmed && !safe.asks && (sent === undefined || sent.state === 'failed'),
    sends:
      way === 'text'
        ? `Text it to ${showPhone(address ?? '')}`
        : way === 'email'
          ? `E-mail it to ${address ?? ''}`
          : 'Put it in their own pages',
    inApp: way === 'app',
  };
}
