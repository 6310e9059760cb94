import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { FullnessPolicy } from '../fullness.ts';

/** A version of the group's policy, with who proposed and who decided it. */
export interface KeptPolicy extends FullnessPolicy {
  readonly id: string;
  readonly version: number;
  readonly from: Temporal.PlainDate;
  readonly source: string;
  readonly proposedBy: string;
  readonly proposedByName: string;
  readonly proposedAt: Temporal.Instant;
  readonly decision: 'approved' | 'declined' | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Temporal.Instant | null;
  readonly decidedNote: string;
}

const policy = sql`
  select f.id, f.version, f.valid_from as "from", f.steps, f.promise_days as "promiseDays", f.offer_minutes as "offerMinutes", f.source,
    f.proposed_by as "proposedBy", p.name as "proposedByName", f.proposed_at as "proposedAt", f.decision, d.name as "decidedByName",
    f.decided_at as "decidedAt", f.decided_note as "decidedNote"
  from access.fullness_policy f join network.person p on p.id = f.proposed_by left join network.person d on d.id = f.decided_by`;

/** The policy in force on a day: the approved version that began last; undefined where the group has recorded none. */
export async function policyInForce(db: Queryable, day: Temporal.PlainDate): Promise<KeptPolicy | undefined> {
  return db.maybe<KeptPolicy>(sql`${policy}
    where f.group_id = platform.current_group() and f.decision = 'approved' and f.valid_from <= ${day}
    order by f.valid_from desc, f.version desc limit 1`);
}

/** Every version of the group's policy, the newest first. */
export async function policies(db: Queryable): Promise<KeptPolicy[]> {
  return db.rows<KeptPolicy>(sql`${policy} where f.group_id = platform.current_group() order by f.version desc`);
}

/** One version, held against others until the transaction ends. */
export async function policyById(db: Queryable, id: string): Promise<KeptPolicy | undefined> {
  return db.maybe<KeptPolicy>(sql`${policy} where f.id = ${id} for no key update of f`);
}

/** Somebody sent to 111 today: a recorded exception. */
export interface SentTo111 {
  readonly practiceName: string;
  readonly reason: string;
  readonly decidedBy: string;
  readonly icbTold: string;
  readonly icbToldAt: Temporal.Instant;
  readonly othersTold: string;
  readonly sentAt: Temporal.Instant;
}

/** Everybody sent to 111 on the London day, the latest first; never who it was. */
export async function sentTo111On(db: Queryable, now: Temporal.Instant): Promise<SentTo111[]> {
  return db.rows<SentTo111>(sql`
    select t.name as "practiceName", s.reason, s.decided_by as "decidedBy", s.icb_told as "icbTold", s.icb_told_at as "icbToldAt",
      s.others_told as "othersTold", s.sent_at as "sentAt"
    from access.sent_to_111 s join network.practice t on t.id = s.practice_id
    where access.london_day(s.sent_at) = access.london_day(${now}::timestamptz) order by s.sent_at desc`);
}
