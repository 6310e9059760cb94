import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/transaction.ts';
import { safeContactCategories } from './contact.ts';
import { redFlagCategory, type RedFlagCategoryId } from '../red-flag/red-flag.ts';

/** Something of the patient's that is open besides this request. */
export interface AlsoOpen {
  readonly kind: 'visit' | 'request';
  readonly id: string;
  readonly at: Temporal.Instant;
  /** With whom and as what, or how its words begin; empty where the words are hidden until the request is opened. */
  readonly what: string;
  /** The gravest danger of it that no clinician has closed; null where it has none. */
  readonly flag: OpenFlag | null;
}

interface OpenFlag {
  /** Every open danger of that request, the gravest among them. */
  readonly ids: readonly string[];
  /** Null of a disclosure: who looks over a shoulder at another call is not told of it. */
  readonly name: string | null;
  readonly raisedAt: Temporal.Instant;
  /** Whether a clinician has it. */
  readonly answered: boolean;
}

type AlsoOpenRow = Omit<AlsoOpen, 'flag'> & {
  readonly category: RedFlagCategoryId | null;
  readonly raisedAt: Temporal.Instant;
  readonly answered: boolean;
  readonly ids: readonly string[];
  /** Whether any danger of the request is a disclosure: its words are then hidden. */
  readonly disclosed: boolean;
};

/** Other open requests of the patient, those with an open danger first, and visits still to come. */
export async function alsoOpen(tx: Tx, patientId: string, requestId: string): Promise<AlsoOpen[]> {
  const rows = await tx.rows<AlsoOpenRow>(sql`
    select * from (select 'visit' as kind, b.id, b.starts_at as at, 'Visit with ' || c.name || ', ' || k.short_name as what,
      null::text as category, null::timestamptz as "raisedAt", null::boolean as answered, '{}'::uuid[] as ids, false as disclosed
    from access.booking b join workforce.clinician c on c.id = b.clinician_id join workforce.clinician_role k on k.code = c.role
    where b.patient_id = ${patientId} and b.status = 'booked' and b.starts_at > now() and b.request_id is distinct from ${requestId}
    union all
    select 'request', r.id, r.received_at, regexp_replace(left(r.words, 50), '\\s+\\S*$', '') || case when length(r.words) > 50 then '…' else '' end,
      f.category, f.raised_at, f.acknowledged_at is not null,
      array(select o.id from access.red_flag o where o.request_id = r.id and o.closed_at is null and o.withdrawn_at is null and not o.softened),
      exists (select from access.red_flag d where d.request_id = r.id and d.category = any (${safeContactCategories}::text[]))
    from access.request r left join lateral (
      select g.category, g.raised_at, g.acknowledged_at from access.red_flag g
      where g.request_id = r.id and g.closed_at is null and g.withdrawn_at is null and not g.softened
      order by g.level = '999' desc, g.acknowledged_at is not null, g.raised_at limit 1) f on true
    where r.patient_id = ${patientId} and r.id <> ${requestId} and r.status in ('draft', 'waiting', 'red_flag')
    ) o order by o.category is null, o.at limit 6`);
  return rows.map(({ category, raisedAt, answered, ids, disclosed, ...row }) => {
    const one = disclosed ? { ...row, what: '' } : row;
    if (category === null) return { ...one, flag: null };
    const { name, safeContactFirst } = redFlagCategory(category);
    return { ...one, flag: { name: safeContactFirst ? null : name, raisedAt, answered, ids } };
  });
}

/** A danger in another request of the patient that is open, as a call about them tells of it. */
export type DangerElsewhere = AlsoOpen & { readonly flag: OpenFlag };

/** Those of what is also open that have an open danger. */
export function dangersElsewhere(open: readonly AlsoOpen[]): DangerElsewhere[] {
  return open.filter((one): one is DangerElsewhere => one.flag !== null);
}

/** When the patient has visits still to come, as [start, end) in epoch milliseconds, besides the one given. */
export async function engagedTimes(
  tx: Tx,
  { patientId, now, besides }: { patientId: string; now: Temporal.Instant; besides?: string },
): Promise<(readonly [number, number])[]> {
  const visits = await tx.rows<{ startsAt: Temporal.Instant; endsAt: Temporal.Instant }>(sql`
    select coalesce(b.window_from, b.starts_at) as "startsAt", greatest(b.window_until, b.ends_at) as "endsAt" from access.booking b
    where b.patient_id = ${patientId} and b.status = 'booked' and b.ends_at > ${now} and b.id is distinct from ${besides ?? null}`);
  return visits.map(({ startsAt, endsAt }) => [startsAt.epochMilliseconds, endsAt.epochMilliseconds]);
}

/** How many of the patient's last visits were with their usual GP. */
export interface Continuity {
  readonly visits: number;
  readonly withUsual: number;
}

/** Counts the last eight visits the actor may see. */
export async function continuityOf(tx: Tx, patientId: string, usualGpId: string | null): Promise<Continuity> {
  return tx.one<Continuity>(sql`
    select count(*) as visits, count(*) filter (where last.clinician_id = ${usualGpId}) as "withUsual"
    from (select b.clinician_id from access.booking b where b.patient_id = ${patientId} and b.status = 'attended'
      order by b.starts_at desc limit 8) last`);
}

/** What of a patient screening and navigation depend on: nobody is shown it, so it is no audited read. */
export async function personFor(
  tx: Tx,
  patientId: string,
): Promise<{ birthDate: Temporal.PlainDate; sex: string } | undefined> {
  return tx.maybe(sql`select p.birth_date as "birthDate", p.sex from patients.patient p where p.id = ${patientId}`);
}

/** How old the patient of a visit is, in whole years, by which words are screened; undefined where the actor may not see the visit. */
export async function ageOfVisitor(tx: Tx, bookingId: string, now: Temporal.Instant): Promise<number | undefined> {
  const { birthDate } = await tx.one<{ birthDate: Temporal.PlainDate | null }>(sql`
    select coalesce((select v.birth_date from access.visit_card(${bookingId}) v),
      (select p.birth_date from access.booking b join patients.patient p on p.id = b.patient_id where b.id = ${bookingId})) as "birthDate"`);
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  return birthDate === null ? undefined : birthDate.until(today, { largestUnit: 'years' }).years;
}
