import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/transaction.ts';
import type { VisitPatient } from '../offer/opening.ts';
import type { LostVisit, ReOfferWeights } from '../re-offer.ts';
import type { ChangeReason } from '../session-change.ts';
import { safeContactCategories } from './contact.ts';

/** A visit that lost its place and is still worked on. */
export interface Orphan {
  readonly id: string;
  readonly state: 'open' | 'placed';
  readonly practiceId: string;
  readonly practiceName: string;
  readonly requestId: string | null;
  readonly changeId: string;
  readonly why: ChangeReason;
  readonly orphanedAt: Temporal.Instant;
  readonly tries: number;
  readonly note: string;
  /** The place that was lost. */
  readonly bookingId: string;
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
  readonly mode: string;
  readonly role: string;
  readonly roleName: string;
  readonly clinicianId: string;
  readonly clinicianName: string;
  readonly urgent: boolean;
  readonly urgency: string | null;
  readonly dueAt: Temporal.Instant | null;
  readonly stopped: boolean;
  /** The new place, where there is one. */
  readonly newBookingId: string | null;
  readonly newStartsAt: Temporal.Instant | null;
  readonly newClinicianName: string | null;
  readonly newPlaceName: string | null;
  readonly newMode: string | null;
  /** Null where the actor does not see the practice's patients. */
  readonly person: OrphanPerson | null;
}

/** Whose visit it is, for those who see the practice's patients. */
export interface OrphanPerson {
  readonly patientId: string;
  readonly name: string;
  readonly birthDate: Temporal.PlainDate;
  readonly phone: string | null;
  /** Reached only as they chose, after a disclosure of abuse; how that is, where it is known. */
  readonly onlySafely: boolean;
  readonly safeContact: string;
  readonly visit: VisitPatient;
}

interface Row extends Omit<Orphan, 'person'> {
  readonly patientId: string | null;
  readonly name: string;
  readonly birthDate: Temporal.PlainDate;
  readonly phone: string | null;
  readonly usualGpId: string | null;
  readonly needs: readonly string[];
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly forOther: boolean | null;
  readonly onlySafely: boolean;
  readonly safeContact: string;
}

/** The most that one page works on, those lost soonest; the others come when these are done. */
export const mostOrphans = 200;

/** Visits without their place, and placed ones whose patient does not know yet, by when they were to be; patients are audited reads. */
export async function orphansWaiting(
  tx: Tx,
  only: { practice?: string | undefined; id?: string } = {},
): Promise<Orphan[]> {
  const rows = await tx.rows<Row>(sql`
    select o.id, o.state, o.practice_id as "practiceId", h.name as "practiceName", o.request_id as "requestId", o.change_id as "changeId", o.why, o.orphaned_at as "orphanedAt", o.tries, o.note,
      b.id as "bookingId", b.starts_at as "startsAt", (extract(epoch from b.ends_at - b.starts_at) / 60)::integer as minutes, b.mode, c.role, k.short_name as "roleName",
      b.clinician_id as "clinicianId", c.name as "clinicianName", b.kind = 'overflow' as urgent, r.urgency, r.due_at as "dueAt", coalesce(r.status = 'red_flag', false) as stopped,
      n.id as "newBookingId", n.starts_at as "newStartsAt", nc.name as "newClinicianName", coalesce(site.name, np.name) as "newPlaceName", n.mode as "newMode",
      p.id as "patientId", p.given_name || ' ' || p.family_name as name, p.birth_date as "birthDate", coalesce(r.caller_phone, p.phone) as phone, p.usual_gp_id as "usualGpId",
      p.needs, p.latitude, p.longitude, r.for_other as "forOther", coalesce(safe.asks, true) as "onlySafely", coalesce(safe.how, '') as "safeContact"
    from access.orphan o join access.booking b on b.id = o.booking_id join workforce.clinician c on c.id = b.clinician_id
    join workforce.clinician_role k on k.code = c.role join network.practice h on h.id = o.practice_id
    left join access.request r on r.id = o.request_id left join patients.patient p on p.id = o.patient_id
    left join access.booking n on n.id = o.new_booking_id left join workforce.clinician nc on nc.id = n.clinician_id
    left join network.practice np on np.id = n.host_practice_id left join access.session ns on ns.id = n.session_id left join network.branch_site site on site.id = ns.site_id
    left join lateral access.reach_safely(o.request_id, o.patient_id, ${safeContactCategories}::text[]) safe on true
    where (o.state = 'open' and (r.id is null or r.status in ('draft', 'waiting', 'red_flag')) or o.state = 'placed' and n.status = 'booked' and n.ends_at > now())
      and (${only.practice ?? ''} = '' or o.practice_id = ${only.practice ?? ''}) and (${only.id ?? ''} = '' or o.id::text = ${only.id ?? ''})
    order by o.state = 'placed', b.starts_at, o.id limit ${mostOrphans + 1}`);
  return rows.map((row) => orphanOf(tx, row));
}

function orphanOf(tx: Tx, row: Row): Orphan {
  const {
    patientId,
    name,
    birthDate,
    phone,
    usualGpId,
    needs,
    latitude,
    longitude,
    forOther,
    onlySafely,
    safeContact,
    ...orphan
  } = row;
  if (patientId === null) return { ...orphan, person: null };
  const { practiceId } = row;
  tx.read({ class: 'patient', practiceId, subjectId: patientId });
  const point = latitude === null || longitude === null ? null : { latitude, longitude };
  const visit = { practiceId, usualGpId, point, needs, forOther: forOther ?? false };
  return { ...orphan, person: { patientId, name, birthDate, phone, onlySafely, safeContact, visit } };
}

/** What is weighed today when visits are put elsewhere as a whole: the group's own row before the one for all. */
export async function reOfferWeights(tx: Queryable): Promise<ReOfferWeights> {
  const rows = await tx.rows<{ measure: keyof ReOfferWeights; points: number }>(sql`
    select distinct on (w.measure) w.measure, w.points from access.re_offer_weight w
    where (w.group_id = platform.current_group() or w.group_id is null) and w.valid_from <= platform.today()
    order by w.measure, w.group_id nulls last, w.valid_from desc`);
  return Object.fromEntries(rows.map(({ measure, points }) => [measure, points])) as unknown as ReOfferWeights;
}

/** Visits that lost their place at one practice: those without another, and those whose patient does not know theirs. */
export interface LostHere {
  readonly practiceId: string;
  readonly practiceName: string;
  readonly without: number;
  readonly untold: number;
  readonly firstAt: Temporal.Instant;
  /** Whether the actor sees whose visits they are, and can find them another place; else counts alone. */
  readonly ours: boolean;
}

/** Visits that lost their place by practice, counts alone, the soonest first. */
export async function lostByPractice(tx: Queryable): Promise<LostHere[]> {
  return tx.rows<LostHere>(sql`
    select o.practice_id as "practiceId", o.practice_name as "practiceName", o.without, o.untold, o.first_at as "firstAt",
      o.practice_id = any ((select platform.sees('visit'))::text[]) as ours from access.orphans_by_practice() o`);
}

/** When a visit that was cancelled lost its place so, and its new one; undefined for any other. */
export async function orphanOfVisit(
  tx: Queryable,
  bookingId: string,
): Promise<{ state: string; orphanedAt: Temporal.Instant; newBookingId: string | null } | undefined> {
  return tx.maybe(
    sql`select o.state, o.orphaned_at as "orphanedAt", o.new_booking_id as "newBookingId" from access.orphan o where o.booking_id = ${bookingId}`,
  );
}

/** Bookings as visits that would lose their place. The program reads it to count what could be done: nobody is shown it. */
export async function visitsAsLost(tx: Queryable, bookings: readonly string[]): Promise<LostVisit[]> {
  const rows = await tx.rows<
    Omit<LostVisit, 'patient'> & {
      practiceId: string;
      usualGpId: string | null;
      needs: string[];
      latitude: number | null;
      longitude: number | null;
    }
  >(sql`
    select b.id, b.clinician_id as "clinicianId", c.role, b.mode, extract(epoch from b.starts_at)::bigint * 1000 as "startsAt",
      (extract(epoch from b.ends_at - b.starts_at) / 60)::integer as minutes, extract(epoch from r.due_at)::bigint * 1000 as "dueBy", b.kind = 'overflow' as urgent,
      b.practice_id as "practiceId", p.usual_gp_id as "usualGpId", p.needs, p.latitude, p.longitude
    from access.booking b join workforce.clinician c on c.id = b.clinician_id join patients.patient p on p.id = b.patient_id
    left join access.request r on r.id = b.request_id where b.id = any (${bookings}::uuid[]) order by b.starts_at, b.id`);
  return rows.map(({ practiceId, usualGpId, needs, latitude, longitude, ...row }) => ({
    ...row,
    patient: {
      ...{ practiceId, usualGpId, needs, forOther: false },
      point: latitude === null || longitude === null ? null : { latitude, longitude },
    },
  }));
}

/** The practices that book for one another today. */
export async function joinedPractices(tx: Queryable): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    select a.practice_id as id from network.agreement a where a.group_id = platform.current_group() and a.service = 'hub_booking'
      and network.in_force(a.joined_from, a.left_from, platform.today()) order by 1`);
  return rows.map(({ id }) => id);
}
