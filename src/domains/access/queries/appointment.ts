import { uuidsAmong } from '#kernel/uuid.ts';
import type { Queryable } from '#platform/db/database.ts';
import { sql, type Sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/transaction.ts';
import type { Windowed } from '../offer/call-window.ts';

/** The organisation a program booked for, as it named it. */
export interface BookedFor {
  readonly code: string;
  readonly name: string;
  readonly phone: string;
}

/** A booking with what the program that made it said of it. */
export interface Appointment extends Windowed {
  readonly id: string;
  /** The key its note is kept by: its own, or that of the visit it took the place of. */
  readonly noteKey: string;
  readonly groupId: string;
  readonly patientId: string;
  readonly practiceId: string;
  readonly hostPracticeId: string;
  readonly sessionId: string | null;
  readonly siteId: string | null;
  /** Null where the session is no longer the actor's to see. */
  readonly slotMinutes: number | null;
  readonly clinicianId: string;
  readonly clinicianName: string;
  /** Who is there too, and the room the visit has of its own. */
  readonly second: { readonly id: string; readonly name: string } | null;
  readonly room: string | null;
  readonly mode: string;
  readonly status: 'booked' | 'attended' | 'did_not_attend' | 'cancelled';
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly bookedAt: Temporal.Instant;
  readonly cancelReason: string | null;
  readonly requestId: string | null;
  readonly description: string;
  readonly comment: string;
  readonly identifier: { readonly system: string; readonly value: string } | null;
  readonly bookedFor: BookedFor | null;
}

const appointment = (which: Sql): Sql => sql`
  select b.id, k.first_key as "noteKey", b.group_id as "groupId", b.patient_id as "patientId", b.practice_id as "practiceId",
    b.host_practice_id as "hostPracticeId", b.session_id as "sessionId", s.site_id as "siteId", s.slot_minutes as "slotMinutes",
    b.clinician_id as "clinicianId", c.name as "clinicianName", access.room_of(b.id) as room, b.window_from as "windowFrom", b.window_until as "windowUntil",
    (select jsonb_build_object('id', w.id, 'name', w.name) from access.also_booked a join workforce.clinician w on w.id = a.clinician_id
      where a.booking_id = b.id and a.released_at is null limit 1) as second, b.mode, b.status, b.starts_at as "startsAt", b.ends_at as "endsAt",
    b.booked_at as "bookedAt", b.cancel_reason as "cancelReason",
    coalesce(n.request_id, (select r.id from access.request r where r.id = b.request_id)) as "requestId",
    coalesce(n.description, '') as description, coalesce(n.comment, '') as comment, n.identifier, n.booked_for as "bookedFor"
  from access.booking b join workforce.clinician c on c.id = b.clinician_id left join access.session s on s.id = b.session_id
  -- Worked out once for each booking: in the condition it would be worked out for each pair of a booking and a note.
  cross join lateral (select access.first_key(b.id) offset 0) k
  left join access.appointment_note n on n.group_id = b.group_id and n.booking_key = k.first_key
  where b.group_id = platform.current_group() and ${which} order by b.starts_at, b.id`;

async function read(tx: Tx, statement: Sql): Promise<Appointment[]> {
  const found = await tx.rows<Appointment>(statement);
  for (const { id, practiceId } of found) tx.read({ class: 'visit', practiceId, subjectId: id });
  return found;
}

/** Those of the appointments the actor may see; each is an audited read. */
export async function appointmentsById(tx: Tx, ids: readonly string[]): Promise<Appointment[]> {
  return read(tx, appointment(sql`b.id = any (${uuidsAmong(ids)}::uuid[])`));
}

/** The appointment a key was used for, an audited read. */
export async function appointmentByKey(tx: Tx, key: string): Promise<Appointment | undefined> {
  return (await read(tx, appointment(sql`b.idempotency_key = ${key}`)))[0];
}

/** A patient's appointments that begin in a time, each an audited read. */
export async function appointmentsOf(
  tx: Tx,
  patientId: string,
  { from, until }: { from?: Temporal.Instant; until?: Temporal.Instant },
): Promise<Appointment[]> {
  return read(
    tx,
    appointment(sql`b.patient_id = any (${uuidsAmong([patientId])}::uuid[]) and (${from === undefined} or b.starts_at >= ${from ?? null}::timestamptz)
      and (${until === undefined} or b.starts_at < ${until ?? null}::timestamptz)`),
  );
}

/** Holds off others who would change the same appointment, or book under the same key, until the transaction ends. */
export async function holdAppointment(tx: Queryable, name: string): Promise<void> {
  await tx.rows(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 3))`);
}

/** Where the words of a booking that was tried under a key have been raised as a red flag, if they have. */
export async function raisedUnder(tx: Queryable, key: string): Promise<string | undefined> {
  const found = await tx.maybe<{
    requestId: string | null;
  }>(sql`select n.request_id as "requestId" from access.appointment_note n
    where n.group_id = platform.current_group() and n.booking_key = ${key}`);
  return found?.requestId ?? undefined;
}

/** The practice of a session that programs may book for a patient of the practice: an ordinary one, or their own hub's, and in a plan what is open to them. */
export async function hostFor(
  tx: Queryable,
  { sessionId, startsAt }: { sessionId: string; startsAt: Temporal.Instant },
  home: string,
): Promise<string | undefined> {
  const statement = sql`
    select s.practice_id as "practiceId" from access.session s
    where s.id = ${sessionId} and s.group_id = platform.current_group() and s.practice_id = any ((select platform.sees('session'))::text[])
      and s.status = 'open' and (s.plan is null or exists (
        select from access.plan_parts(s.plan) p join access.appointment_kind k on k.code = case when p."releasesAt" <= now() then p."releasesAs" else p.kind end
        where k.programs and ${startsAt}::timestamptz >= s.starts_at + p."from" * interval '1 minute' and ${startsAt}::timestamptz < s.starts_at + p."to" * interval '1 minute'))
      and (s.kind = 'ordinary' or s.kind = 'hub' and (s.practice_id = ${home} or exists (
        select from network.hub_member h join network.hub_member p on p.hub_id = h.hub_id
        where h.practice_id = ${home} and p.practice_id = s.practice_id and network.in_force(h.valid_from, h.valid_to, platform.today())
          and network.in_force(p.valid_from, p.valid_to, platform.today()))))`;
  const found = await tx.maybe<{ practiceId: string }>(statement);
  return found?.practiceId;
}
