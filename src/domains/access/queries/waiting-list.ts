import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/transaction.ts';
import type { VisitPatient } from '../offer/opening.ts';
import type { InLine, NotFitting, Offered } from '../waiting-list.ts';

/** An offer that stands: somebody is to be rung. */
export interface StandingOffer {
  readonly id: string;
  readonly sessionId: string;
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
  readonly until: Temporal.Instant;
  readonly clinicianName: string;
  readonly placeName: string;
  readonly mode: string;
  readonly freedBy: string;
  readonly passedOver: readonly { requestId: string; why: NotFitting }[];
}

/** One on the waiting list. */
export interface OnList extends InLine {
  readonly waitingId: string;
  readonly practiceId: string;
  readonly practiceName: string;
  readonly name: string;
  readonly birthDate: Temporal.PlainDate;
  readonly status: string;
  readonly unmetReason: string | null;
  readonly promisedBy: Temporal.Instant;
  readonly putOnAt: Temporal.Instant;
  readonly offer: StandingOffer | null;
  /** Why freed places went past them, each with how often. */
  readonly passedBy: readonly { why: NotFitting; times: number }[];
  /** Offers of theirs that came to nothing, with the words for why. */
  readonly before: readonly { state: string; reason: string; at: string }[];
}

interface Row extends Omit<OnList, 'offer'> {
  readonly offer:
    | (Omit<StandingOffer, 'startsAt' | 'until'> & {
        readonly startsAt: string;
        readonly until: string;
      })
    | null;
}

/** Everybody on the list the actor sees, in no order yet; each is an audited read. */
export async function onList(tx: Tx): Promise<OnList[]> {
  const rows = await tx.rows<Row>(sql`
    select w.id as "waitingId", w.request_id as "requestId", w.practice_id as "practiceId", t.name as "practiceName",
      p.given_name || ' ' || p.family_name as name, p.birth_date as "birthDate", r.status, r.urgency, r.received_at as "receivedAt",
      r.unmet_reason as "unmetReason", w.promised_by as "promisedBy", w.put_on_at as "putOnAt", o.offer,
      coalesce((select jsonb_agg(jsonb_build_object('why', g.why, 'times', g.times) order by g.times desc, g.why) from (
        select step ->> 'why' as why, count(*) as times from access.waiting_offer f cross join lateral jsonb_array_elements(f.passed_over) step
        where f.group_id = w.group_id and f.made_at >= w.put_on_at and f.passed_over @> jsonb_build_array(jsonb_build_object('requestId', w.request_id))
          and step ->> 'requestId' = w.request_id::text group by 1) g), '[]') as "passedBy",
      coalesce((select jsonb_agg(jsonb_build_object('state', f.state, 'reason', f.closing_reason, 'at', f.closed_at) order by f.closed_at)
        from access.waiting_offer f where f.waiting_id = w.id and f.state in ('passed', 'lapsed', 'gone')), '[]') as before
    from access.waiting_place w join access.request r on r.id = w.request_id join network.practice t on t.id = w.practice_id
    join patients.patient p on p.id = r.patient_id
    left join lateral (select jsonb_build_object('id', f.id, 'sessionId', f.session_id, 'startsAt', f.starts_at, 'minutes', f.minutes,
        'until', f.until, 'clinicianName', c.name, 'placeName', coalesce(site.name, h.name), 'mode', s.mode, 'freedBy', f.freed_by,
        'passedOver', f.passed_over) as offer
      from access.waiting_offer f join workforce.clinician c on c.id = f.clinician_id join access.session s on s.id = f.session_id
      join network.practice h on h.id = s.practice_id left join network.branch_site site on site.id = s.site_id
      where f.waiting_id = w.id and f.state = 'open') o on true
    where w.left_at is null and r.status in ('draft', 'waiting', 'red_flag')`);
  for (const { practiceId, requestId } of rows) tx.read({ class: 'visit', practiceId, subjectId: requestId });
  return rows.map(({ offer, ...row }) => ({
    ...row,
    offer: offer && {
      ...offer,
      startsAt: Temporal.Instant.from(offer.startsAt),
      until: Temporal.Instant.from(offer.until),
    },
  }));
}

/** The place on the list of one request, if it has one. */
export async function listedRequest(
  db: Queryable,
  requestId: string,
): Promise<{ waitingId: string; promisedBy: Temporal.Instant } | undefined> {
  return db.maybe(sql`select w.id as "waitingId", w.promised_by as "promisedBy" from access.waiting_place w
    where w.request_id = ${requestId} and w.left_at is null`);
}

/** An open offer with the request it is for. */
export async function openOffer(
  db: Queryable,
  id: string,
): Promise<{ id: string; requestId: string; sessionId: string } | undefined> {
  return db.maybe(sql`select f.id, f.request_id as "requestId", f.session_id as "sessionId" from access.waiting_offer f
    where f.id = ${id} and f.state = 'open'`);
}

/** One who may be offered a place: nobody whose request has a red flag, and nobody who is being offered one. */
export interface MayBeOffered extends InLine {
  readonly waitingId: string;
  readonly practiceId: string;
  readonly patient: VisitPatient;
  /** The practices whose sessions may be offered: all that have joined where their own has, else their own alone. */
  readonly within: readonly string[];
  /** Places they were offered and did not take, as `placeKey` names them. */
  readonly declined: readonly string[];
}

interface MayRow extends Omit<MayBeOffered, 'patient'>, Omit<VisitPatient, 'point' | 'practiceId'> {
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** Everybody who may be offered a freed place, in no order yet. The program reads it for itself: nobody is shown it. */
export async function mayBeOffered(tx: Queryable): Promise<MayBeOffered[]> {
  const rows = await tx.rows<MayRow>(sql`
    with joined as (select array_agg(a.practice_id) as ids from network.agreement a where a.group_id = platform.current_group()
      and a.service = 'hub_booking' and network.in_force(a.joined_from, a.left_from, platform.today()))
    select w.id as "waitingId", w.request_id as "requestId", w.practice_id as "practiceId", r.urgency, r.received_at as "receivedAt",
      case when w.practice_id = any (j.ids) then j.ids else array[w.practice_id] end as within, r.for_other as "forOther",
      p.usual_gp_id as "usualGpId", p.needs, p.latitude, p.longitude,
      array(select f.session_id::text || ' ' || (extract(epoch from f.starts_at)::bigint * 1000)::text from access.waiting_offer f
        where f.waiting_id = w.id and f.state = 'passed') as declined
    from access.waiting_place w join access.request r on r.id = w.request_id join patients.patient p on p.id = r.patient_id cross join joined j
    where w.group_id = platform.current_group() and w.left_at is null and r.status in ('draft', 'waiting')
      and not exists (select from access.waiting_offer f where f.waiting_id = w.id and f.state = 'open')`);
  return rows.map(({ latitude, longitude, usualGpId, needs, forOther, ...row }) => ({
    ...row,
    patient: {
      practiceId: row.practiceId,
      usualGpId,
      needs,
      forOther,
      point: latitude === null || longitude === null ? null : { latitude, longitude },
    },
  }));
}

/** Every place that stands offered in the group. */
export async function offeredNow(tx: Queryable): Promise<Offered[]> {
  return tx.rows<Offered>(sql`
    select f.session_id as "sessionId", f.clinician_id as "clinicianId", access.london_day(f.starts_at)::text as day,
      extract(epoch from f.starts_at)::bigint * 1000 as "startsAt", f.minutes
    from access.waiting_offer f where f.group_id = platform.current_group() and f.state = 'open'`);
}

/** The open sessions of a clinician from a day on. */
export async function sessionsOfClinician(
  tx: Queryable,
  clinicianId: string,
  day: Temporal.PlainDate,
): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    sql`select s.id from access.session s where s.clinician_id = ${clinicianId} and s.day = ${day} and s.status = 'open'`,
  );
  return rows.map(({ id }) => id);
}

/** How many wait for a place in the group, and how many of them past the date they were promised. */
export async function listState(
  db: Queryable,
  now: Temporal.Instant,
): Promise<{ waiting: number; late: number; offered: number }> {
  return db.one(sql`
    select count(*) as waiting, count(*) filter (where w.promised_by < ${now}::timestamptz) as late,
      count(*) filter (where exists (select from access.waiting_offer f where f.waiting_id = w.id and f.state = 'open')) as offered
    from access.waiting_place w join access.request r on r.id = w.request_id
    where w.left_at is null and r.status in ('draft', 'waiting', 'red_flag')`);
}
