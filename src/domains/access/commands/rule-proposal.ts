import { randomUUIDv7 } from 'node:crypto';
import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import { beginsThen, ruleProposal, type ProposedRule } from '../queries/rule-proposal.ts';
import { insertRuleProposal, saveRuleDecision } from '../store/rule-proposal.ts';

/** Why a proposal cannot be kept or decided. */
export type ProposalRefused = 'not-there' | 'decided' | 'own' | 'passed' | 'note' | 'same-day';

/** Proposes a version of a rule of the group; it holds from its day on, once somebody else has approved it. */
export async function proposeRule(
  context: Context,
  proposed: ProposedRule & { readonly from: Temporal.PlainDate; readonly why: string },
): Promise<Result<undefined, ProposalRefused>> {
  const by = context.actor.personId;
  if (by === null) return err('own');
  return transaction(context, async (tx) => {
    if (await beginsThen(tx, proposed, proposed.from)) return err('same-day');
    await insertRuleProposal(tx, { ...proposed, id: randomUUIDv7(), by });
    return ok(undefined);
  });
}

/** Approves or declines a proposal: once, by somebody other than whoever proposed it, before its day is over. */
export async function decideRule(
  context: Context,
  id: string,
  { decision, note, today }: { decision: 'approved' | 'declined'; note: string; today: Temporal.PlainDate },
): Promise<Result<undefined, ProposalRefused>> {
  const by = context.actor.personId;
  return transaction(context, async (tx) => {
    const found = await ruleProposal(tx, id);
    if (!found) return err('not-there');
    if (found.decision !== null) return err('decided');
    if (by === null || found.proposedBy === by) return err('own');
    if (note.trim() === '') return err('note');
    if (decision === 'approved' && Temporal.PlainDate.compare(found.from, today) < 0) return err('passed');
    if (decision === 'approved' && (await beginsThen(tx, found, found.from))) return err('same-day');
    await saveRuleDecision(tx, { id, decision, by, note: note.trim() });
    return ok(undefined);
  });
}
