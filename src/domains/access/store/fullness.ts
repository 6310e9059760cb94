import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { PolicyPlan } from '../fullness.ts';

/** Keeps a proposal as the group's next version; answers its number. */
export async function insertPolicy(tx: Queryable, plan: PolicyPlan & { id: string; by: string }): Promise<number> {
  // Two proposals at once take two numbers.
  await tx.rows(sql`select pg_advisory_xact_lock(hashtextextended(platform.current_group()::text, 31))`);
  const { version } = await tx.one<{ version: number }>(sql`
    insert into access.fullness_policy (id, group_id, version, valid_from, steps, promise_days, offer_minutes, source, proposed_by)
    select ${plan.id}, platform.current_group(), coalesce(max(f.version), 0) + 1, ${plan.from}, ${plan.steps}::text[], ${plan.promiseDays},
      ${plan.offerMinutes}, ${plan.source}, ${plan.by}
    from access.fullness_policy f where f.group_id = platform.current_group() returning version`);
  return version;
}

/** Records what was decided of a version. */
export async function saveDecision(
  tx: Queryable,
  { id, ...decided }: { id: string; decision: 'approved' | 'declined'; by: string; note: string },
): Promise<void> {
  await tx.rows(sql`update access.fullness_policy set decision = ${decided.decision}, decided_by = ${decided.by}, decided_at = now(),
    decided_note = ${decided.note} where id = ${id}`);
}

/** What was done with a request when nothing was left, beside what the policy advised. */
export interface StepTaken {
  readonly id: string;
  readonly groupId: string;
  readonly practiceId: string;
  readonly requestId: string;
  readonly policyId: string | null;
  readonly advised: string | null;
  readonly taken: string;
  readonly reason: string;
  readonly by: string | null;
}

/** Records a step; the database refuses to put off urgent need. */
export async function insertStep(tx: Queryable, step: StepTaken): Promise<void> {
  await tx.rows(sql`insert into access.fullness_step (id, group_id, practice_id, request_id, policy_id, advised, taken, reason, taken_by)
    values (${step.id}, ${step.groupId}, ${step.practiceId}, ${step.requestId}, ${step.policyId}, ${step.advised}, ${step.taken},
      ${step.reason}, ${step.by})`);
}

/** Somebody sent to 111, as an exception. */
export interface To111 {
  readonly id: string;
  readonly groupId: string;
  readonly practiceId: string;
  readonly requestId: string;
  readonly reason: string;
  readonly decidedBy: string;
  readonly deciderId: string | null;
  readonly icbTold: string;
  readonly icbToldAt: Temporal.Instant;
  readonly othersTold: string;
  readonly by: string | null;
}

/** Records that somebody was sent to 111. */
export async function insertTo111(tx: Queryable, sent: To111): Promise<void> {
  await tx.rows(sql`insert into access.sent_to_111 (id, group_id, practice_id, request_id, reason, decided_by, decider_id, icb_told, icb_told_at,
      others_told, sent_by)
    values (${sent.id}, ${sent.groupId}, ${sent.practiceId}, ${sent.requestId}, ${sent.reason}, ${sent.decidedBy}, ${sent.deciderId},
      ${sent.icbTold}, ${sent.icbToldAt}, ${sent.othersTold}, ${sent.by})`);
}
