import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { Weights } from '../offer/weights.ts';

/** How long the windows are that people are told for one way of being seen, as it is proposed. */
export interface WindowContent {
  readonly mode: string;
  /** Null: every kind of appointment. */
  readonly kind: string | null;
  /** Null: they are told the time itself. */
  readonly minutes: number | null;
}

/** What may be proposed: the weights of offers, whether the hub's places are opened without asking, or how long windows are. */
export type ProposedRule =
  | { readonly rule: 'offers'; readonly content: Weights }
  | { readonly rule: 'windows'; readonly content: WindowContent }
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

/** Whether a version of the same rule, of windows for the same way and kind, was approved to begin on a day. */
export async function beginsThen(db: Queryable, proposed: ProposedRule, day: Temporal.PlainDate): Promise<boolean> {
  const { mode = '', kind = null } = proposed.rule === 'windows' ? proposed.content : {};
  return (
    (await db.maybe(sql`select from access.rule_proposal r
      where r.group_id = platform.current_group() and r.rule = ${proposed.rule} and r.valid_from = ${day} and r.decision = 'approved'
        and coalesce(r.content ->> 'mode', '') = ${mode} and coalesce(r.content ->> 'kind', '') = ${kind ?? ''}`)) !==
    undefined
  );
}

/** How long windows are on a day, for each way and kind a rule names, with where it comes from. */
export interface WindowInForce extends WindowContent {
  readonly kindName: string | null;
  readonly from: Temporal.PlainDate;
  readonly source: string;
  readonly own: boolean;
}

/** The windows in force on a day: of each way and kind the group's own rule before the one for all, and the latest of those. */
export async function windowsInForce(db: Queryable, day: Temporal.PlainDate): Promise<WindowInForce[]> {
  return db.rows<WindowInForce>(sql`
    select distinct on (w.mode, w.kind) w.mode, w.kind, k.name as "kindName", w.minutes, w.valid_from as "from", w.source, w.group_id is not null as own
    from access.call_window w left join access.appointment_kind k on k.code = w.kind
    where (w.group_id = platform.current_group() or w.group_id is null) and w.valid_from <= ${day}
    order by w.mode, w.kind nulls first, w.group_id nulls last, w.valid_from desc`);
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
