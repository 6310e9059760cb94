import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { ProposedRule } from '../queries/rule-proposal.ts';

/** Keeps a proposal; it holds once somebody else has approved it. */
export async function insertRuleProposal(
  tx: Queryable,
  one: ProposedRule & { id: string; from: Temporal.PlainDate; why: string; by: string },
): Promise<void> {
  await tx.rows(sql`insert into access.rule_proposal (id, group_id, rule, valid_from, content, why, proposed_by)
    values (${one.id}, platform.current_group(), ${one.rule}, ${one.from}, ${JSON.stringify(one.content)}, ${one.why}, ${one.by})`);
}

/** Records what was decided of a proposal; the database makes an approved one a version of its rule. */
export async function saveRuleDecision(
  tx: Queryable,
  { id, decision, by, note }: { id: string; decision: 'approved' | 'declined'; by: string; note: string },
): Promise<void> {
  await tx.rows(sql`update access.rule_proposal set decision = ${decision}, decided_by = ${by}, decided_at = now(), decided_note = ${note}
    where id = ${id}`);
}
