import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/transaction.ts';

/** Something of the patient's that is open besides this request. */
export interface AlsoOpen {
  readonly kind: 'visit' | 'request';
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly what: string;
}

/** Other open requests of the patient, and visits still to come. */
export async function alsoOpen(tx: Tx, patientId: string, requestId: string): Promise<AlsoOpen[]> {
  return tx.rows<AlsoOpen>(sql`
    select 'visit' as kind, b.id, b.starts_at as at, c.name as what
    from access.booking b join workforce.clinician c on c.id = b.clinician_id
    where b.patient_id = ${patientId} and b.status = 'booked' and b.starts_at > now() and b.request_id is distinct from ${requestId}
    union all
    select 'request', r.id, r.received_at, regexp_replace(left(r.words, 50), '\\s+\\S*$', '') || case when length(r.words) > 50 then '…' else '' end
    from access.request r where r.patient_id = ${patientId} and r.id <> ${requestId} and r.status in ('draft', 'waiting', 'red_flag')
    order by 3 limit 6`);
}

/** When the patient has visits still to come, as [start, end) in epoch milliseconds, besides the one given. */
export async function engagedTimes(
  tx: Tx,
  { patientId, now, besides }: { patientId: string; now: Temporal.Instant; besides?: string },
): Promise<(readonly [number, number])[]> {
  const visits = await tx.rows<{ startsAt: Temporal.Instant; endsAt: Temporal.Instant }>(sql`
    select b.starts_at as "startsAt", b.ends_at as "endsAt" from access.booking b
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
