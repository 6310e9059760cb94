import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { Weights } from '../offer/weights.ts';

/** What may be proposed: the weights of offers, or whether the hub's places are opened without asking. */
export type ProposedRule =
  | { readonly rule: 'offers'; readonly content: Weights }
  | { readonly rule: 'remedies'; readonly content: { readonly hubOpensItself: boolean } };

/** A proposal, with who proposed and who decided it. */
export type RuleProposal = ProposedRule & {
  readonly id: string;
  readonly from: Temporal.PlainDate;
  readonly why: string;
  readonly proposedBy: string;
  readonly proposedByName: string;
  readonly proposedAt: Temporal.Instant;
  readonly decision: 'approved' | 'declined' | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Temporal.Instant | null;
  readonly decidedNote: string;
};

const proposal = sql`
  select r.id, r.rule, r.content, r.valid_from as "from", r.why, r.proposed_by as "proposedBy", p.name as "proposedByName", r.proposed_at as "proposedAt",
    r.decision, d.name as "decidedByName", r.decided_at as "decidedAt", r.decided_note as "decidedNote"
  from access.rule_proposal r join network.person p on p.id = r.proposed_by left join network.person d on d.id = r.decided_by`;

/** Every proposal of the group, the newest first. */
export async function ruleProposals(db: Queryable): Promise<RuleProposal[]> {
  return db.rows<RuleProposal>(
    sql`${proposal} where r.group_id = platform.current_group() order by r.proposed_at desc, r.id desc`,
  );
}

/** One proposal, held against others until the transaction ends. */
export async function ruleProposal(db: Queryable, id: string): Promise<RuleProposal | undefined> {
  return db.maybe<RuleProposal>(sql`${proposal} where r.id = ${id} for no key update of r`);
}

/** Whether a version of a rule was approved to begin on a day. */
export async function beginsThen(db: Queryable, rule: string, day: Temporal.PlainDate): Promise<boolean> {
  return (
    (await db.maybe(sql`select from access.rule_proposal r
      where r.group_id = platform.current_group() and r.rule = ${rule} and r.valid_from = ${day} and r.decision = 'approved'`)) !==
    undefined
  );
}

/** Where the weights in force come from, and since when. */
export async function weightsSource(
  db: Queryable,
  day: Temporal.PlainDate,
): Promise<{ source: string; from: Temporal.PlainDate; own: boolean }> {
  return db.one(sql`select p.source, p.valid_from as "from", p.group_id is not null as own from access.offer_policy p
    where (p.group_id = platform.current_group() or p.group_id is null) and p.valid_from <= ${day}
    order by p.group_id nulls last, p.valid_from desc, p.version desc limit 1`);
}
