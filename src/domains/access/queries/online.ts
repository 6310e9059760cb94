import type { Windowed } from '../offer/call-window.ts';
import type { OpenHours } from '../open-hours.ts';
import { patientById, type Patient } from '#domains/patients/index.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/transaction.ts';
import type { Guidance } from '../request/guidance.ts';
import type { Called } from '../request/person.ts';
import { ringsForOther } from '../request/person.ts';
import { bookedById, type BookingTold } from './booking.ts';
import { calledOf } from './call.ts';
import { safeContactOf, type SafeContact } from './contact.ts';
import { onDutyFor, type DutyClinician } from './duty.ts';
import { guidanceFor } from './guidance.ts';
import { heldFor, type Held } from './hold.ts';
import { continuityOf, type Continuity } from './patient-story.ts';
import { flagsOf, type Flag } from './red-flag.ts';
import { requestById, type Request } from './request.ts';

/** A visit as its patient sees it. */
export interface OwnVisit extends Windowed {
  readonly id: string;
  readonly requestId: string | null;
  readonly patientId: string;
  readonly patientName: string;
  readonly clinicianName: string;
  readonly role: string;
  readonly roleName: string;
  readonly ownGp: boolean;
  readonly placeName: string;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly stepFree: boolean | null;
  readonly mode: string;
  readonly kind: 'ordinary' | 'overflow';
  readonly status: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly cancelReason: string | null;
  readonly movedTo: string | null;
  /** Whether it takes a second clinician or a room: it is then cancelled and booked anew, not moved. */
  readonly joint: boolean;
}

const visit = sql`
  select b.id, b.request_id as "requestId", p.id as "patientId", p.given_name || ' ' || p.family_name as "patientName", c.name || coalesce(' and ' || access.with_of(b.id), '') as "clinicianName", c.role,
    k.short_name as "roleName", b.clinician_id = p.usual_gp_id is true as "ownGp", coalesce(site.name, h.name) as "placeName",
    coalesce(site.address, h.address) as address, coalesce(site.postcode, h.postcode) as postcode, site.step_free as "stepFree", b.mode, b.kind, b.status,
    b.starts_at as "startsAt", b.ends_at as "endsAt", b.window_from as "windowFrom", b.window_until as "windowUntil", b.cancel_reason as "cancelReason", b.moved_to as "movedTo",
    coalesce(access.with_of(b.id), access.room_of(b.id)) is not null as joint
  from access.booking b join patients.patient p on p.id = b.patient_id join workforce.clinician c on c.id = b.clinician_id
  join workforce.clinician_role k on k.code = c.role join network.practice h on h.id = b.host_practice_id
  left join access.session s on s.id = b.session_id
  left join lateral (select t.name, t.address, t.postcode, t.step_free from network.branch_site t
    where t.id = s.site_id or s.site_id is null and t.practice_id = b.host_practice_id and t.main limit 1) site on true`;

/** Visits of the actor and those they act for: those to come, the next in front; the others, the latest in front. */
export async function ownVisits(tx: Tx, now: Temporal.Instant): Promise<{ coming: OwnVisit[]; past: OwnVisit[] }> {
  const own = sql`b.patient_id = any ((select platform.own_patients())::uuid[])`;
  const coming = await tx.rows<OwnVisit>(
    sql`${visit} where ${own} and b.status = 'booked' and b.ends_at > ${now} order by b.starts_at, b.id limit 30`,
  );
  const past = await tx.rows<OwnVisit>(
    sql`${visit} where ${own} and b.moved_to is null and (b.status <> 'booked' or b.ends_at <= ${now}) order by b.starts_at desc, b.id limit 10`,
  );
  return { coming, past };
}

/** One visit of the actor or of somebody they act for. */
export async function ownVisit(tx: Tx, id: string): Promise<OwnVisit | undefined> {
  return tx.maybe<OwnVisit>(
    sql`${visit} where b.id = ${id} and b.patient_id = any ((select platform.own_patients())::uuid[])`,
  );
}

/** A request of theirs that is open. Not its words: whoever looks over a shoulder sees this page. */
export interface OwnRequest {
  readonly id: string;
  readonly patientName: string;
  readonly status: 'draft' | 'waiting' | 'red_flag';
  readonly receivedAt: Temporal.Instant;
  readonly answerBy: Temporal.Instant | null;
  readonly promisedBy: Temporal.Instant | null;
}

/** Requests of the actor and those they act for that are open, the oldest first. */
export async function ownRequests(tx: Tx): Promise<OwnRequest[]> {
  return tx.rows<OwnRequest>(sql`
    select r.id, p.given_name || ' ' || p.family_name as "patientName", r.status, r.received_at as "receivedAt", r.answer_by as "answerBy",
      null::timestamptz as "promisedBy"
    from access.request r join patients.patient p on p.id = r.patient_id
    where r.patient_id = any ((select platform.own_patients())::uuid[]) and r.status in ('draft', 'waiting', 'red_flag') and r.words <> ''
    order by r.received_at, r.id limit 20`);
}

/** Somebody the actor may ask for: themself, or a person they act for, and how. */
export interface MayAskFor {
  readonly id: string;
  readonly name: string;
  readonly givenName: string;
  readonly practiceName: string;
  readonly largePrint: boolean;
  readonly relation: 'parent' | 'guardian' | 'carer' | 'attorney' | null;
  readonly until: Temporal.PlainDate | null;
}

/** Everyone the actor may ask for, themself first. */
export async function mayAskFor(tx: Tx): Promise<MayAskFor[]> {
  return tx.rows<MayAskFor>(sql`
    select p.id, p.given_name || ' ' || p.family_name as name, p.given_name as "givenName", t.name as "practiceName",
      p.needs && array['large_print', 'sight'] as "largePrint", x.relation, x.valid_to as until
    from patients.patient p join network.practice t on t.id = p.practice_id
    left join lateral (select y.relation, y.valid_to from patients.proxy y where y.patient_id = p.id and y.proxy_id = platform.current_person()
      and network.in_force(y.valid_from, y.valid_to, platform.today()) limit 1) x on true
    where p.id = any ((select platform.own_patients())::uuid[]) order by p.id <> platform.current_person(), p.birth_date, p.id`);
}

/** How the actor acts for somebody today; undefined where they do not. */
export async function proxyFor(
  tx: Tx,
  patientId: string,
): Promise<'parent' | 'guardian' | 'carer' | 'attorney' | undefined> {
  const found = (await mayAskFor(tx)).find(({ id }) => id === patientId);
  return found?.relation ?? undefined;
}

/** Everything the pages of one request of a patient show. */
export interface Online {
  readonly request: Request;
  readonly patient: Patient;
  readonly called: Called;
  readonly flags: readonly Flag[];
  readonly guidance: Guidance;
  readonly held: readonly Held[];
  readonly booking: BookingTold | undefined;
  readonly onDuty: readonly DutyClinician[];
  readonly safe: SafeContact;
  readonly continuity: Continuity;
  /** When their practice is open; null where nobody has said. */
  readonly hours: OpenHours | null;
}

/** One request as its patient sees it at `now`; an audited read. */
export async function onlineById(tx: Tx, id: string, now: Temporal.Instant): Promise<Online | undefined> {
  const found = await requestById(tx, id);
  const patient = found?.patientId ? await patientById(tx, found.patientId) : undefined;
  if (found === undefined || patient === undefined) return undefined;
  const { groupId, practiceId } = found;
  const called = calledOf(patient, now);
  const request = { ...found, forOther: ringsForOther({ ...found, ageYears: called.ageYears }) };
  const flags = await flagsOf(tx, id);
  return {
    request,
    patient,
    called,
    flags,
    guidance: await guidanceFor(tx, request, { flags, now, called }),
    held: await heldFor(tx, id),
    booking: await bookedById(tx, id),
    onDuty: await onDutyFor(tx, { groupId, practiceId, at: now }),
    safe: await safeContactOf(tx, { requestId: id, patientId: patient.id }),
    continuity: await continuityOf(tx, patient.id, patient.usualGpId),
    hours: await openHoursOf(tx, practiceId),
  };
}

/** When a practice is open; null where nobody has said. */
export async function openHoursOf(tx: Tx, practiceId: string | null): Promise<OpenHours | null> {
  const found = await tx.maybe<{ opening: OpenHours | null }>(
    sql`select t.opening from network.practice t where t.id = ${practiceId}`,
  );
  return found?.opening ?? null;
}

/** How hard-pressed their own practice is now: the last level taken of it today, and the group's. */
export async function levelToday(
  tx: Tx,
  practiceId: string | null,
): Promise<{ practice: string | null; group: string | null }> {
  return tx.one(sql`select
    (select l.level from access.level_change l where l.practice_id = ${practiceId} and access.london_day(l.at) = platform.today() order by l.at desc limit 1) as practice,
    (select g.level from access.group_level_change g where access.london_day(g.at) = platform.today() order by g.at desc limit 1) as "group"`);
}
