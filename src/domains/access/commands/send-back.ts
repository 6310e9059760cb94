import { randomUUIDv7 } from 'node:crypto';
import type { Tx } from '#platform/db/transaction.ts';
import { clockOf, type Clock } from '../navigation.ts';
import { anythingElse, seenBy, type Protocol } from '../protocol/protocol.ts';
import { guidanceFor, protocolAt } from '../queries/guidance.ts';
import { clinicianRoles } from '../queries/override.ts';
import { flagsOf } from '../queries/red-flag.ts';
import { requestById, type Request } from '../queries/request.ts';
import { stops } from '../request/request.ts';
import { insertOverride } from '../store/override.ts';
import { saveNavigation } from '../store/request.ts';

/** What a clinician says of a request that goes back to be booked: an urgency of the protocol, and a role; empty for any. */
export interface Back {
  readonly urgency: string;
  readonly role: string;
}

/** The same against the protocol in force. */
interface Decided extends Back {
  readonly roleName: string | null;
  readonly protocol: Protocol;
  readonly now: Temporal.Instant;
}

/**
 * What the protocol itself would say of a request once its red flags are closed: said beside the choice, never chosen by itself.
 * Undefined where it does not know what the request is about: its word on anything else says nothing of this danger.
 */
export async function urgencyByProtocol(tx: Tx, request: Request, now: Temporal.Instant): Promise<string | undefined> {
  const protocol = await protocolAt(tx, now);
  const flags = (await flagsOf(tx, request.id)).map((flag) => ({ ...flag, closedAt: flag.closedAt ?? now }));
  const { ruleAhead } = await guidanceFor(tx, request, { flags, now });
  const rule = protocol.rules.find(({ id }) => id === ruleAhead);
  if (rule === undefined || rule.reason === anythingElse) return undefined;
  return protocol.bands.find(({ id }) => id === rule.outcome.urgency)?.name;
}

/** Reads what a clinician said; undefined where they said no urgency that the protocol knows, or a role nobody has. */
export async function readBack(tx: Tx, back: Back | undefined, now: Temporal.Instant): Promise<Decided | undefined> {
  const protocol = await protocolAt(tx, now);
  const urgency = back?.urgency ?? '';
  const role = back?.role ?? '';
  const named = (await clinicianRoles(tx)).find(({ code }) => code === role);
  if (!protocol.bands.some(({ id }) => id === urgency)) return undefined;
  if (role !== '' && named === undefined) return undefined;
  return { urgency, role, roleName: named?.name ?? null, protocol, now };
}

/** The clock of what was decided, counted from the decision. */
export function clockBack({ protocol, urgency, now }: Decided): Clock & { urgency: string } {
  const clock = clockOf(protocol, urgency, { receivedAt: now, promised: undefined, now });
  if (!clock.ok) throw new Error('a parsed protocol knows its own urgencies');
  return { ...clock.value, urgency };
}

/**
 * Lets what a clinician decided stand against the rule, as any override by a clinician does. Nothing is kept of a request that
 * the clinician does not see, or that no rule speaks of yet: there its clock alone stands.
 */
export async function keepDecision(
  tx: Tx,
  requestId: string,
  { urgency, role, protocol, now, note }: Decided & { note: string },
): Promise<void> {
  const request = await requestById(tx, requestId, { lock: true });
  const flags = await flagsOf(tx, requestId);
  if (request?.status !== 'waiting' || flags.some(stops)) return;
  const { ruleAhead } = await guidanceFor(tx, request, { flags, now });
  const rule = protocol.rules.find(({ id }) => id === ruleAhead);
  if (rule === undefined) return;
  const seenBefore = rule.outcome.roles[0];
  const chosen = role || (seenBefore === undefined ? 'gp' : null);
  const { groupId, practiceId } = request;
  const override = {
    ...{ protocolId: protocol.id, version: protocol.version, ruleId: rule.id, urgency, destination: 'visit' as const },
    ...{ role: chosen, byClinician: true, since: now.toString() },
  };
  await insertOverride(tx, {
    ...{ id: randomUUIDv7(), groupId, practiceId, requestId, override, reason: note.slice(0, 1000) },
    from: { urgency: rule.outcome.urgency, by: seenBy(rule.outcome) },
    toBy: chosen ?? seenBefore ?? 'visit',
  });
  await saveNavigation(tx, requestId, await guidanceFor(tx, { ...request, override }, { flags, now }));
}
