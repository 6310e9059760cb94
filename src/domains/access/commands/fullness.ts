import { randomUUIDv7 } from 'node:crypto';
import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { advisedStep, readPolicy, type PolicyFault, type PolicyFields } from '../fullness.ts';
import type { Call } from '../queries/call.ts';
import { policyById, policyInForce, type KeptPolicy } from '../queries/fullness.ts';
import { insertPolicy, insertStep, saveDecision } from '../store/fullness.ts';

/** Why a policy cannot be proposed or decided. */
export type PolicyRefused =
  | { readonly kind: 'faults'; readonly faults: readonly PolicyFault[] }
  | { readonly kind: 'not-there' | 'decided' | 'own' | 'passed' | 'note' };

const london = (now: Temporal.Instant): Temporal.PlainDate => now.toZonedDateTimeISO('Europe/London').toPlainDate();

/** Proposes the next version of the group's policy; it holds once somebody else has approved it. Answers its number. */
export async function proposePolicy(
  context: Context,
  fields: PolicyFields,
  now: Temporal.Instant,
): Promise<Result<number, PolicyRefused>> {
  const by = context.actor.personId;
  const read = readPolicy(fields, london(now));
  if (!read.ok) return err({ kind: 'faults', faults: read.error });
  if (by === null) return err({ kind: 'own' });
  return transaction(context, async (tx) => ok(await insertPolicy(tx, { ...read.value, id: randomUUIDv7(), by })));
}

/** Approves or declines a version: once, by somebody other than whoever proposed it, before its day is over. */
export async function decidePolicy(
  context: Context,
  id: string,
  { decision, note, now }: { decision: 'approved' | 'declined'; note: string; now: Temporal.Instant },
): Promise<Result<undefined, PolicyRefused>> {
  return transaction(context, async (tx) => {
    const found = await policyById(tx, id);
    const by = context.actor.personId;
    if (!found) return err({ kind: 'not-there' });
    if (found.decision !== null) return err({ kind: 'decided' });
    if (by === null || found.proposedBy === by) return err({ kind: 'own' });
    if (decision === 'approved' && Temporal.PlainDate.compare(found.from, london(now)) < 0)
      return err({ kind: 'passed' });
    if (note.trim() === '') return err({ kind: 'note' });
    await saveDecision(tx, { id, decision, by, note: note.trim() });
    return ok(undefined);
  });
}

/** What the policy in force says of a call: undefined where there is none, or where it has nothing to say. */
export interface Advised {
  readonly policy: KeptPolicy | undefined;
  readonly step: ReturnType<typeof advisedStep>;
}

/** The policy's next step for a call, as of its day. */
export async function advisedFor(tx: Tx, { guidance, places }: Call, now: Temporal.Instant): Promise<Advised> {
  const policy = await policyInForce(tx, london(now));
  const urgent = guidance.need?.mustBeInTime ?? false;
  return { policy, step: advisedStep(policy, { urgent, places: places?.openings ?? [] }) };
}

/** Records what was done with a request beside what the policy advised; another step than that one needs a reason. */
export async function recordStep(
  tx: Tx,
  { request }: Pick<Call, 'request'>,
  { advised, taken, reason, by }: { advised: Advised; taken: string; reason: string; by: string | null },
): Promise<void> {
  const { id: requestId, groupId, practiceId } = request;
  await insertStep(tx, {
    id: randomUUIDv7(),
    ...{ groupId, practiceId, requestId, taken, reason, by },
    policyId: advised.policy?.id ?? null,
    advised: advised.step ?? null,
  });
}
