import type { Windowed } from '../offer/call-window.ts';
import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/transaction.ts';
import type { MessageKind, MessageWay } from '../message.ts';
import { safeContactCategories } from './contact.ts';

/** What a message to be written is about: the visit or the request, and how its patient is reached. */
export interface About extends Windowed {
  readonly groupId: string;
  readonly practiceId: string;
  readonly practiceName: string;
  readonly patientId: string;
  readonly requestId: string | null;
  readonly contactBy: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly startsAt: Temporal.Instant | null;
  readonly clinicianName: string | null;
  readonly placeName: string | null;
  readonly mode: string | null;
  readonly answerBy: Temporal.Instant | null;
}

/** What a booking's message is about; undefined where the actor may not know its patient. */
export async function aboutBooking(tx: Tx, bookingId: string): Promise<About | undefined> {
  return tx.maybe<About>(sql`
    select b.group_id as "groupId", b.practice_id as "practiceId", t.name as "practiceName", p.id as "patientId", b.request_id as "requestId",
      p.contact_by as "contactBy", p.phone, p.email, b.starts_at as "startsAt", c.name || coalesce(' and ' || access.with_of(b.id), '') as "clinicianName", coalesce(site.name, h.name) as "placeName",
      b.mode, b.window_from as "windowFrom", b.window_until as "windowUntil", null::timestamptz as "answerBy"
    from access.booking b join patients.patient p on p.id = b.patient_id join network.practice t on t.id = b.practice_id
    join network.practice h on h.id = b.host_practice_id join workforce.clinician c on c.id = b.clinician_id
    left join access.session s on s.id = b.session_id
    left join lateral (select n.name from network.branch_site n
      where n.id = s.site_id or s.site_id is null and n.practice_id = b.host_practice_id and n.main limit 1) site on true
    where b.id = ${bookingId}`);
}

/** What a request's message is about. */
export async function aboutRequest(tx: Tx, requestId: string): Promise<About | undefined> {
  return tx.maybe<About>(sql`
    select r.group_id as "groupId", r.practice_id as "practiceId", t.name as "practiceName", p.id as "patientId", r.id as "requestId",
      p.contact_by as "contactBy", coalesce(r.caller_phone, p.phone) as phone, p.email, null::timestamptz as "startsAt", null as "clinicianName",
      null as "placeName", null as mode, null::timestamptz as "windowFrom", null::timestamptz as "windowUntil", r.answer_by as "answerBy"
    from access.request r join patients.patient p on p.id = r.patient_id join network.practice t on t.id = r.practice_id where r.id = ${requestId}`);
}

/** The template in force for a kind and way: the latest version that has begun. */
export async function templateFor(
  db: Queryable,
  { kind, way }: { kind: MessageKind; way: MessageWay },
): Promise<{ version: number; subject: string; body: string }> {
  return db.one(sql`select m.version, m.subject, m.body from access.message_template m
    where m.kind = ${kind} and m.way = ${way === 'app' ? 'text' : way} and m.valid_from <= platform.today()
    order by m.valid_from desc, m.version desc limit 1`);
}

/** Whether somebody is reached only as they chose, after what they disclosed in this request or an earlier one. */
export async function mustNotContact(
  db: Queryable,
  { patientId, requestId }: { patientId: string; requestId: string | null },
): Promise<boolean> {
  const { must } = await db.one<{ must: boolean }>(
    sql`select access.must_not_contact(${patientId}, ${requestId}, ${safeContactCategories}::text[]) as must`,
  );
  return must;
}

/** A message of the outbox. */
export interface Message {
  readonly id: string;
  readonly groupId: string;
  readonly patientId: string;
  readonly requestId: string | null;
  readonly bookingId: string | null;
  readonly kind: MessageKind;
  readonly way: MessageWay;
  readonly address: string | null;
  readonly subject: string;
  readonly body: string;
  readonly state: string;
  readonly tries: number;
  readonly providerId: string | null;
  readonly madeAt: Temporal.Instant;
  /** Whether what it says is so still: the visit stands and is to come, or waits for another place; true where it is about none. */
  readonly stands: boolean;
  readonly startsAt: Temporal.Instant | null;
}

const message = sql`select m.id, m.group_id as "groupId", m.patient_id as "patientId", m.request_id as "requestId", m.booking_id as "bookingId", m.kind, m.way,
    m.address, m.subject, m.body, m.state, m.tries, m.provider_id as "providerId", m.made_at as "madeAt", b.starts_at as "startsAt",
    case when m.kind = 'place-lost' then exists (select from access.orphan o where o.booking_id = m.booking_id and o.state = 'open')
      when m.kind = 'series-booked' then exists (select from access.series_place k cross join lateral access.series_visits(k.series_id) v join access.booking x on x.id = v.booking_id
        where k.booking_id = m.booking_id and x.status = 'booked' and x.starts_at > now())
      else m.booking_id is null or (b.status = 'booked' and b.starts_at > now()) is true end as stands
  from access.message m left join access.booking b on b.id = m.booking_id`;

/** One message, held against others until the end of the transaction. */
export async function messageById(tx: Tx, id: string): Promise<Message | undefined> {
  return tx.maybe<Message>(sql`${message} where m.id = ${id} for update of m`);
}

/** Messages the provider has and has said nothing final about, of the last three days. */
export async function messagesOnTheirWay(tx: Tx): Promise<Message[]> {
  return tx.rows<Message>(
    sql`${message} where m.state = 'sent' and m.provider_id is not null and m.made_at > now() - interval '3 days' order by m.made_at limit 200`,
  );
}

/** What was written to the actor and those they act for, the latest first. */
export async function messagesTo(
  tx: Tx,
): Promise<(Pick<Message, 'id' | 'subject' | 'body' | 'state' | 'way' | 'madeAt'> & { name: string })[]> {
  return tx.rows(sql`select m.id, m.subject, m.body, m.state, m.way, m.made_at as "madeAt", p.given_name as name
    from access.message m join patients.patient p on p.id = m.patient_id
    where m.patient_id = any ((select platform.own_patients())::uuid[]) and m.state <> 'dropped' order by m.made_at desc, m.id limit 20`);
}

/** Visits whose reminder is due by the rule at `now` and has not been written. */
export async function remindersDue(tx: Tx, now: Temporal.Instant): Promise<{ id: string }[]> {
  return tx.rows(sql`
    with rule as (select r.hours_before, r.not_before, r.not_after from access.reminder_rule r
      where (r.group_id = platform.current_group() or r.group_id is null) and r.valid_from <= platform.today() order by r.group_id nulls last, r.valid_from desc limit 1)
    select b.id from access.booking b cross join rule
    where b.status = 'booked' and b.day between platform.today() and platform.today() + 11 and b.starts_at > ${now}::timestamptz
      and b.starts_at <= ${now}::timestamptz + make_interval(hours => rule.hours_before)
      and b.booked_at <= b.starts_at - make_interval(hours => rule.hours_before)
      and (${now}::timestamptz at time zone 'Europe/London')::time between rule.not_before and rule.not_after
      and not exists (select from access.message m where m.booking_id = b.id and m.kind = 'reminder')
    order by b.starts_at limit 500`);
}

/** Visits of a change that lost their place and wait for another, and those back in theirs whose patients were told that it was lost. */
export async function lostByChange(tx: Tx, changeId: string): Promise<{ lost: string[]; back: string[] }> {
  const rows = await tx.rows<{ bookingId: string; newBookingId: string | null }>(sql`
    select o.booking_id as "bookingId", o.new_booking_id as "newBookingId" from access.orphan o
    where o.change_id = ${changeId} and (o.state = 'open'
      or o.state = 'put-back' and exists (select from access.message m where m.booking_id = o.booking_id and m.kind = 'place-lost' and m.state in ('shown', 'sent', 'delivered'))
        and not exists (select from access.message m where m.booking_id = o.new_booking_id and m.kind = 'booked')) order by o.id`);
  return {
    lost: rows.flatMap(({ bookingId, newBookingId }) => (newBookingId === null ? [bookingId] : [])),
    back: rows.flatMap(({ newBookingId }) => newBookingId ?? []),
  };
}

/** The key that signs links that cancel. */
export async function linkKey(db: Queryable): Promise<string> {
  return (
    await db.one<{ key: string }>(sql`select s.value #>> '{}' as key from platform.setting s where s.key = 'link key'`)
  ).key;
}

/** Whether a link was used before. */
export async function linkUsed(db: Queryable, nonce: string): Promise<boolean> {
  return (await db.maybe(sql`select from access.link_used u where u.nonce = ${nonce}`)) !== undefined;
}
