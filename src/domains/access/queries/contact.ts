import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/transaction.ts';
import { redFlagCategories } from '../red-flag/categories/all.ts';
import type { ContactRule } from '../request/contact.ts';

/** The rule for trying to reach somebody with that urgency, today: the group's own before the one for all, its band's before any. */
export async function contactRule(
  db: Queryable,
  { groupId, urgency }: { groupId: string; urgency: string | null },
): Promise<ContactRule> {
  const rule = await db.one<Omit<ContactRule, 'notBefore' | 'notAfter'> & { notBefore: string; notAfter: string }>(sql`
    select r.tries, r.minutes_between as "minutesBetween", r.not_before as "notBefore", r.not_after as "notAfter", r.afterwards, r.source
    from access.contact_rule r
    where r.urgency in (${urgency}, 'any') and (r.group_id = ${groupId} or r.group_id is null) and r.valid_from <= platform.today()
    order by r.urgency = 'any', r.group_id nulls last, r.valid_from desc limit 1`);
  return {
    ...rule,
    notBefore: Temporal.PlainTime.from(rule.notBefore),
    notAfter: Temporal.PlainTime.from(rule.notAfter),
  };
}

/** One try to reach somebody. */
export interface ContactAttempt {
  readonly way: 'telephone' | 'text' | 'letter';
  readonly result: 'no-answer' | 'left-message' | 'wrong-number' | 'sent';
  readonly triedAt: Temporal.Instant;
  readonly triedByName: string | null;
}

/** How a request's person was tried, the first try in front. */
export async function attemptsOf(tx: Tx, requestId: string): Promise<ContactAttempt[]> {
  return tx.rows<ContactAttempt>(sql`
    select a.way, a.result, a.tried_at as "triedAt", p.name as "triedByName"
    from access.contact_attempt a left join network.person p on p.id = a.tried_by
    where a.request_id = ${requestId} order by a.tried_at, a.id`);
}

/** The dangers whose disclosure asks for a safe way to be reached before anything else. */
export const safeContactCategories: readonly string[] = redFlagCategories
  .filter((one) => one.safeContactFirst)
  .map(({ id }) => id);

/** Whether somebody is reached only as they chose, and how that is; empty where nobody has asked them yet. */
export interface SafeContact {
  readonly asks: boolean;
  readonly how: string;
}

/** How the person of a request, or of a visit, may be reached: not by telephone, text or letter after a disclosure of abuse, in this request or an earlier one. */
export async function safeContactOf(
  db: Queryable,
  { requestId, patientId }: { requestId: string | null; patientId: string | null },
): Promise<SafeContact> {
  const found = await db.maybe<SafeContact>(
    sql`select s.asks, s.how from access.reach_safely(${requestId}, ${patientId}, ${safeContactCategories}::text[]) s`,
  );
  return found ?? { asks: false, how: '' };
}

/** How often somebody has come with one problem, and when a clinician looks at it afresh. */
export interface Presented {
  /** Which time it is, this one included. */
  readonly time: number;
  readonly withinDays: number;
  readonly due: boolean;
  /** When they came before, the latest first. */
  readonly before: readonly Temporal.Instant[];
  readonly source: string;
}

/** Counts what somebody has asked about before with the same problem; undefined where the problem is no symptom or nobody is known. */
export async function presentedBefore(
  tx: Tx,
  {
    id,
    groupId,
    patientId,
    about,
  }: { id: string; groupId: string; patientId: string | null; about: string | undefined },
): Promise<Presented | undefined> {
  if (patientId === null || about === undefined) return undefined;
  const rule = await tx.maybe<{ presentation: number; withinDays: number; source: string }>(sql`
    select r.presentation, r.within_days as "withinDays", r.source from access.review_rule r
    where (r.group_id = ${groupId} or r.group_id is null) and r.valid_from <= platform.today() and not ${about} = any (r.leaves_out)
    order by r.group_id nulls last, r.valid_from desc limit 1`);
  if (rule === undefined) return undefined;
  const before = await tx.rows<{ at: Temporal.Instant }>(sql`
    select r.received_at as at from access.request r
    where r.patient_id = ${patientId} and r.about = ${about} and r.id <> ${id} and r.status <> 'draft'
      and r.received_at >= now() - make_interval(days => ${rule.withinDays}::integer)
    order by r.received_at desc limit 20`);
  const time = before.length + 1;
  const { presentation, withinDays, source } = rule;
  return { time, withinDays, due: time >= presentation, before: before.map(({ at }) => at), source };
}
