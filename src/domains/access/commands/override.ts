import { randomUUIDv7 } from 'node:crypto';
import { err, ok, type Result } from '#kernel/result.ts';
import type { Context } from '#platform/db/transaction.ts';
import { overrideOf, type Wanted } from '../navigation-override.ts';
import { seenBy } from '../protocol/protocol.ts';
import { guidanceFor, protocolAt } from '../queries/guidance.ts';
import { clinicianRoles } from '../queries/override.ts';
import { flagsOf } from '../queries/red-flag.ts';
import { stops } from '../request/request.ts';
import { insertOverride } from '../store/override.ts';
import { announce } from '../store/request.ts';
import { isOpen, withRequest, type CallReason } from './opened.ts';
import { settle } from './settle.ts';

/** Decides otherwise than the rule that decided, with the reason: more urgent or as urgent for anybody, anything for a clinician. */
export async function overrideRule(
  context: Context,
  id: string,
  { wanted, reason, now }: { wanted: Wanted; reason: string; now: Temporal.Instant },
): Promise<Result<undefined, CallReason>> {
  return withRequest(context, id, async (tx, request) => {
    if (!isOpen(request)) return err({ kind: 'not-open' });
    const flags = await flagsOf(tx, id);
    if (flags.some(stops)) return err({ kind: 'red-flag' });
    if (reason.trim() === '') return err({ kind: 'override-reason' });
    const guidance = await guidanceFor(tx, request, { flags, now });
    const protocol = await protocolAt(tx, now);
    const rule = protocol.rules.find((one) => one.id === guidance.ruleId);
    if (rule === undefined) return err({ kind: guidance.question ? 'question' : 'override' });
    const stands = guidance.urgency ?? rule.outcome.urgency;
    const isClinician = context.actor.role === 'clinician';
    const roles = (await clinicianRoles(tx)).map(({ code }) => code);
    const decided = overrideOf(protocol, { rule, stands, wanted, roles, isClinician });
    if (!decided.ok) return err({ kind: decided.error === 'lower' ? 'lower' : 'override' });
    const { groupId, practiceId } = request;
    const { role, destination } = decided.value;
    await insertOverride(tx, {
      ...{ id: randomUUIDv7(), groupId, practiceId, requestId: id, override: decided.value, reason: reason.trim() },
      from: { urgency: stands, by: seenBy(guidance.outcome ?? rule.outcome) },
      toBy: role ?? (destination === 'visit' ? (rule.outcome.roles[0] ?? destination) : destination),
    });
    // Why is free text like any other: what sounds dangerous in it is put to a clinician.
    await settle(tx, id, { by: context.actor.personId, now, also: [reason] });
    await announce(tx, 'requests', request);
    return ok(undefined);
  });
}
