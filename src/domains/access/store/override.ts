import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/transaction.ts';
import type { Override } from '../navigation-override.ts';

/** One decision against a rule, with what the rule gave and why. */
export interface NewOverride {
  readonly id: string;
  readonly groupId: string;
  readonly practiceId: string;
  readonly requestId: string;
  readonly override: Override;
  readonly from: { readonly urgency: string; readonly by: string };
  readonly toBy: string;
  readonly reason: string;
}

/** Records a decision against a rule and lets the request follow it; the database refuses a lowering by anybody but a clinician. */
export async function insertOverride(tx: Tx, one: NewOverride): Promise<void> {
  const { protocolId, version, ruleId, urgency, destination } = one.override;
  await tx.rows(sql`
    insert into access.override (id, group_id, practice_id, request_id, protocol_id, version, rule_id, from_urgency, to_urgency, from_by, to_by,
      to_destination, reason)
    values (${one.id}, ${one.groupId}, ${one.practiceId}, ${one.requestId}, ${protocolId}, ${version}, ${ruleId}, ${one.from.urgency}, ${urgency},
      ${one.from.by}, ${one.toBy}, ${destination}, ${one.reason})`);
  await tx.rows(
    sql`update access.request set override = ${JSON.stringify(one.override)}::jsonb where id = ${one.requestId}`,
  );
}
