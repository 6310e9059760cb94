import type { Windowed } from '../offer/call-window.ts';
import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/transaction.ts';
import type { OverflowPlace } from '../overflow.ts';

/** The booking of a request, as it is told to the patient. */
export interface BookingTold extends Windowed {
  /** Where the visit has a room of its own, and whether it takes that or a second clinician: then it is not moved. */
  readonly room: string | null;
  readonly joint: boolean;
  readonly id: string;
  readonly kind: 'ordinary' | 'overflow';
  readonly clinicianName: string;
  readonly role: string;
  readonly roleName: string;
  readonly placeName: string;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly mode: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly bookedAt: Temporal.Instant;
  readonly overflowReason: string | null;
  readonly overflowBy: string | null;
  /** Whether whoever is said to have decided it has said so, and who said it of them. */
  readonly overflowConfirmed: boolean;
  readonly overflowSaidBy: string | null;
}

/** The standing booking of a request the actor may see. */
export async function bookedById(db: Queryable, requestId: string): Promise<BookingTold | undefined> {
  return db.maybe<BookingTold>(sql`
    select b.id, b.kind, c.name || coalesce(' and ' || access.with_of(b.id), '') as "clinicianName", access.room_of(b.id) as room,
      coalesce(access.with_of(b.id), access.room_of(b.id)) is not null as joint, c.role, k.short_name as "roleName", coalesce(site.name, p.name) as "placeName",
      coalesce(site.address, p.address) as address, coalesce(site.postcode, p.postcode) as postcode, b.mode, b.starts_at as "startsAt",
      b.ends_at as "endsAt", b.window_from as "windowFrom", b.window_until as "windowUntil", b.booked_at as "bookedAt", b.overflow_reason as "overflowReason", b.overflow_by as "overflowBy",
      b.overflow_confirmed_at is not null as "overflowConfirmed", (select w.name from network.person w where w.id = b.booked_by) as "overflowSaidBy"
    from access.booking b join workforce.clinician c on c.id = b.clinician_id
    join workforce.clinician_role k on k.code = c.role
    join network.practice p on p.id = b.host_practice_id
    left join access.session s on s.id = b.session_id
    left join lateral (select t.name, t.address, t.postcode from network.branch_site t
      where t.id = s.site_id or s.site_id is null and t.practice_id = b.host_practice_id and t.main limit 1) site on true
    where b.request_id = ${requestId} and b.status <> 'cancelled'`);
}

/** A booking that was taken back. */
export interface TakenBack {
  readonly clinicianName: string;
  readonly startsAt: Temporal.Instant;
  readonly at: Temporal.Instant;
}

/** The booking of a request that was taken back last. */
export async function lastTakenBack(db: Queryable, requestId: string): Promise<TakenBack | undefined> {
  return db.maybe<TakenBack>(sql`
    select c.name as "clinicianName", b.starts_at as "startsAt", b.cancelled_at as at
    from access.booking b join workforce.clinician c on c.id = b.clinician_id
    where b.request_id = ${requestId} and b.status = 'cancelled' and b.moved_to is null order by b.cancelled_at desc limit 1`);
}

/** The role of a session the actor may book into. */
export async function sessionOffered(
  db: Queryable,
  id: string,
): Promise<{ role: string; needsRoom: boolean } | undefined> {
  return db.maybe(
    sql`select s.role, s.needs_room as "needsRoom" from access.session s where s.id = ${id} and s.status = 'open'`,
  );
}

/** Somebody who may be asked to see a patient beyond the limit. */
export interface MaySee {
  readonly clinicianId: string;
  readonly name: string;
  readonly roleName: string;
  /** Whether they work there on that day, or are on duty. */
  readonly works: boolean;
  /** When their sessions there begin and end that day; null where they have none. */
  readonly from: Temporal.Instant | null;
  readonly to: Temporal.Instant | null;
  readonly onDuty: boolean;
  readonly contacts: number;
  readonly overflow: number;
  readonly limit: number | null;
}

/** Who may see somebody of a practice beyond the limit: those there that day or on duty first, doctors before others. */
export async function maySeeToday(
  tx: Tx,
  { practiceId, day, onDuty }: { practiceId: string; day: Temporal.PlainDate; onDuty: readonly string[] },
): Promise<MaySee[]> {
  return tx.rows<MaySee>(sql`
    select c.id as "clinicianId", c.name, k.name as "roleName", w.works, w.from, w.to, w.duty as "onDuty", coalesce(d.ordinary, 0) as contacts, coalesce(d.overflow, 0) as overflow,
      workforce.limit_on(c.group_id, c.id, ${day}) as limit
    from workforce.clinician c join workforce.clinician_role k on k.code = c.role
    cross join lateral (select c.id = any (${onDuty}::uuid[]) as duty, c.id = any (${onDuty}::uuid[]) or count(*) > 0 as works, min(s.starts_at) as from, max(s.ends_at) as to
      from access.session s where s.clinician_id = c.id and s.practice_id = ${practiceId} and s.day = ${day} and s.status = 'open') w
    left join access.clinician_day d on d.clinician_id = c.id and d.day = ${day}
    where (w.works or c.practice_id = ${practiceId}) and network.in_force(c.valid_from, c.valid_to, ${day})
    order by not w.works, k.scarcity desc, coalesce(d.ordinary, 0) + coalesce(d.overflow, 0), c.name`);
}

/** What is known of where and by whom somebody is to be seen beyond the limit at an instant; undefined where that clinician is not there. */
export async function overflowPlace(
  tx: Tx,
  { clinicianId, practiceId, at }: { clinicianId: string; practiceId: string; at: Temporal.Instant },
): Promise<OverflowPlace | undefined> {
  const found = await tx.maybe<OverflowPlace & { sessions: { from: string; to: string; place: string }[] }>(sql`
    select c.id as "clinicianId", c.name as "clinicianName", p.name as "practiceName", p.opening,
      exists (select from access.duty d where d.clinician_id = c.id and d.starts_at <= ${at}::timestamptz and d.ends_at > ${at}::timestamptz) as "onDuty",
      coalesce((select json_agg(json_build_object('from', s.starts_at, 'to', s.ends_at, 'place', h.name) order by s.starts_at)
        from access.session s join network.practice h on h.id = s.practice_id
        where s.clinician_id = c.id and s.day = access.london_day(${at}::timestamptz) and s.status = 'open'), '[]') as sessions
    from workforce.clinician c, network.practice p where c.id = ${clinicianId} and p.id = ${practiceId}`);
  return (
    found && {
      ...found,
      sessions: found.sessions.map(({ from, to, place }) => ({
        from: Temporal.Instant.from(from),
        to: Temporal.Instant.from(to),
        place,
      })),
    }
  );
}

/** A clinician who may have decided that somebody is seen beyond the limit. */
export interface MayDecide {
  readonly id: string;
  readonly name: string;
  readonly roleName: string;
  readonly practiceName: string;
  /** On duty now at any level, seeing patients at the practice today, of that practice, or elsewhere in the group. */
  readonly where: 'duty' | 'today' | 'practice' | 'group';
}

/** Clinicians of the group who may have decided, those on duty first, then those there today, doctors before others. */
export async function mayDecide(
  tx: Tx,
  { practiceId, day, onDuty }: { practiceId: string; day: Temporal.PlainDate; onDuty: readonly string[] },
): Promise<MayDecide[]> {
  return tx.rows<MayDecide>(sql`
    select c.id, c.name, k.short_name as "roleName", p.name as "practiceName", w.place as where
    from workforce.clinician c join workforce.clinician_role k on k.code = c.role join network.practice p on p.id = c.practice_id
    cross join lateral (select case when c.id = any (${onDuty}::uuid[]) then 'duty' when exists (select from access.session s
      where s.clinician_id = c.id and s.practice_id = ${practiceId} and s.day = ${day} and s.status = 'open') then 'today'
      when c.practice_id = ${practiceId} then 'practice' else 'group' end as place) w
    where network.in_force(c.valid_from, c.valid_to, ${day}) and (w.place <> 'group' or c.practice_id = any ((select platform.sees('session'))::text[]))
    order by array_position(array['duty', 'today', 'practice', 'group'], w.place), k.scarcity desc, c.name limit 1000`);
}

/** The clinician of the group with this id, or the only one of this name. */
export async function deciderNamed(
  db: Queryable,
  { id, name }: { id: string | undefined; name: string },
): Promise<{ id: string; name: string } | undefined> {
  const found = await db.rows<{ id: string; name: string }>(sql`
    select c.id, c.name from workforce.clinician c
    where network.in_force(c.valid_from, c.valid_to, platform.today())
      and (c.id::text = ${id ?? ''} or ${id ?? ''} = '' and lower(c.name) = lower(${name})) limit 2`);
  return found.length === 1 ? found[0] : undefined;
}

/** A visit as its host needs to know it. */
export interface Visit extends Windowed {
  /** Who else is there, and the room it has of its own. */
  readonly withName: string | null;
  readonly room: string | null;
  readonly id: string;
  readonly practiceId: string;
  readonly practiceName: string;
  readonly hostPracticeName: string;
  readonly clinicianName: string;
  readonly mode: string;
  readonly kind: 'ordinary' | 'overflow';
  readonly status: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly bookedAt: Temporal.Instant;
  readonly arrivedAt: Temporal.Instant | null;
  readonly startedAt: Temporal.Instant | null;
  readonly finishedAt: Temporal.Instant | null;
  /** Its request, where the actor may see it: a host sees the visit, not what went before. */
  readonly requestId: string | null;
  readonly overflowReason: string | null;
  readonly overflowBy: string | null;
  readonly overflowConfirmed: boolean;
  readonly overflowSaidBy: string | null;
  readonly cancelReason: string | null;
  /** The visit that took its place, and when the one whose place it took was to be. */
  readonly movedTo: string | null;
  /** What the program that booked it said of it, and who it booked for. */
  readonly description: string | null;
  readonly comment: string | null;
  readonly bookedBy: string | null;
  readonly movedFrom: Temporal.Instant | null;
  /** Whether it was handed back to the patient's own practice, where the actor may see that. */
  readonly handBack: boolean;
}

/** One visit the actor may see. */
export async function visitById(tx: Tx, id: string): Promise<Visit | undefined> {
  return tx.maybe<Visit>(sql`
    select b.id, b.practice_id as "practiceId", p.name as "practiceName",
      coalesce(site.name, h.name) as "hostPracticeName", c.name as "clinicianName", access.with_of(b.id) as "withName", access.room_of(b.id) as room, b.mode, b.kind,
      b.status, b.starts_at as "startsAt", b.ends_at as "endsAt", b.window_from as "windowFrom", b.window_until as "windowUntil", b.booked_at as "bookedAt",
      b.arrived_at as "arrivedAt", b.started_at as "startedAt", b.finished_at as "finishedAt",
      (select r.id from access.request r where r.id = b.request_id) as "requestId",
      b.overflow_reason as "overflowReason", b.overflow_by as "overflowBy",
      b.overflow_confirmed_at is not null as "overflowConfirmed", (select w.name from network.person w where w.id = b.booked_by) as "overflowSaidBy", b.cancel_reason as "cancelReason",
      b.moved_to as "movedTo", (select o.starts_at from access.booking o where o.moved_to = b.id limit 1) as "movedFrom",
      note.description, note.comment, (select k.name from network.client k where k.id = note.client_id) as "bookedBy",
      exists (select from access.hand_back d where d.booking_id = b.id) as "handBack"
    from access.booking b join network.practice p on p.id = b.practice_id join network.practice h on h.id = b.host_practice_id
    join workforce.clinician c on c.id = b.clinician_id left join access.session s on s.id = b.session_id
    left join network.branch_site site on site.id = s.site_id
    cross join lateral (select access.first_key(b.id) offset 0) k
    left join access.appointment_note note on note.group_id = b.group_id and note.booking_key = k.first_key
    where b.id = ${id}`);
}

/** What a visit needs of the patient, and no more. */
export interface VisitCard {
  readonly patientId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: Temporal.PlainDate;
  readonly needs: readonly { name: string; say: string }[];
  readonly language: string;
  readonly words: string | null;
}

/** The card of a visit; an audited read of the patient. Cancelled visits have none. */
export async function visitCard(
  tx: Tx,
  { id, practiceId }: { id: string; practiceId: string },
): Promise<VisitCard | undefined> {
  const card = await tx.maybe<VisitCard>(sql`
    select v.patient_id as "patientId", v.given_name as "givenName", v.family_name as "familyName", v.birth_date as "birthDate", v.language, v.words,
      coalesce((select jsonb_agg(jsonb_build_object('name', n.name, 'say', n.say) order by n.name) from patients.need n where n.code = any (v.needs)), '[]') as needs
    from access.visit_card(${id}) v`);
  if (card) tx.read({ class: 'patient', practiceId, subjectId: card.patientId });
  return card;
}

/** The request of a visit's patient that somebody has in their hands, apart from the visit's own; they go back to it. */
export async function callInHand(
  tx: Tx,
  { visitId, me }: { visitId: string; me: string | null },
): Promise<string | undefined> {
  const call = await tx.maybe<{ id: string }>(sql`
    select r.id from access.request r join access.booking b on b.patient_id = r.patient_id and b.id = ${visitId}
    where r.taken_by = ${me} and r.status in ('draft', 'waiting') and r.id is distinct from b.request_id order by r.taken_at desc limit 1`);
  return call?.id;
}
