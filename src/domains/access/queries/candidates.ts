import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { CandidateSession } from '../offer/opening.ts';

/** Which sessions are looked at: roles, from now to a day, for a patient's practice. */
export interface CandidateSearch {
  readonly practiceId: string;
  readonly roles: readonly string[];
  readonly modes: readonly string[];
  readonly now: Temporal.Instant;
  /** The last London day that may do. */
  readonly until: Temporal.PlainDate;
  /** Whether sessions kept for duty may be used. */
  readonly duty: boolean;
  /** The most practices whose sessions are compared: the patient's own, those of its hub, then the nearest of the group. */
  readonly practices: number;
  /** Narrows to these sessions, and to these practices: the program itself sees more than an agreement opens. */
  readonly sessions?: readonly string[] | undefined;
  readonly within?: readonly string[] | undefined;
}

interface Row extends Omit<CandidateSession, 'startsAt' | 'endsAt' | 'booked' | 'point'> {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly fromMinutes: number[] | null;
  readonly toMinutes: number[] | null;
}

/**
 * Sessions that may be booked into for a patient of the practice, with what is taken and how near their clinicians are to
 * the day's limit. Row-level security leaves out the practices no agreement opens; a hub's own sessions are for its practices.
 */
export async function candidates(db: Queryable, search: CandidateSearch): Promise<CandidateSession[]> {
  const { practiceId, now } = search;
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  const rows = await db.rows<Row>(sql`
    with home as (
      select p.id, p.latitude, p.longitude, (select m.hub_id from network.hub_member m where m.practice_id = p.id
        and network.in_force(m.valid_from, m.valid_to, platform.today()) limit 1) as hub_id
      from network.practice p where p.id = ${practiceId}
    ), reached as (
      select p.id, m.hub_id = home.hub_id as in_hub
      from network.practice p cross join home
      left join network.hub_member m on m.practice_id = p.id and network.in_force(m.valid_from, m.valid_to, platform.today())
      where p.id = any ((select platform.sees('session'))::text[]) ${search.within ? sql`and p.id = any (${search.within}::text[])` : sql``}
      order by p.id <> home.id, (m.hub_id = home.hub_id) is not true,
        power(p.latitude - home.latitude, 2) + power((p.longitude - home.longitude) * 0.6, 2) nulls last, p.id
      limit ${search.practices}
    ), found as materialized (
      select s.id, s.group_id, s.clinician_id, s.role, s.practice_id, s.site_id, s.mode, s.day, s.starts_at, s.ends_at, s.slot_minutes, s.kind, r.in_hub
      from reached r join access.session s on s.practice_id = r.id
      where s.status = 'open' ${search.sessions ? sql`and s.id = any (${search.sessions}::uuid[])` : sql``} and s.day between ${today} and ${search.until} and s.ends_at > ${now}
        and s.role = any (${search.roles}::text[]) and s.mode = any (${search.modes}::text[])
        and (s.kind = 'ordinary' or s.kind = 'hub' and (r.in_hub or s.practice_id = ${practiceId}) or s.kind = 'duty' and ${search.duty})
    ), safe as materialized (
      select k.clinician_id, k.day, case when d.stopped_at is null then workforce.limit_on(k.group_id, k.clinician_id, k.day) else 0 end as most, coalesce(d.ordinary, 0) as contacts
      from (select distinct f.group_id, f.clinician_id, f.day from found f) k
      left join access.clinician_day d on d.clinician_id = k.clinician_id and d.day = k.day
    )
    select f.id, f.clinician_id as "clinicianId", c.name as "clinicianName", f.role, k.short_name as "roleName", f.practice_id as "practiceId",
      coalesce(site.name, p.name) as "placeName", coalesce(site.latitude, p.latitude) as latitude, coalesce(site.longitude, p.longitude) as longitude,
      site.step_free as "stepFree", f.mode, f.day::text as day, extract(epoch from f.starts_at)::bigint * 1000 as "startsAt",
      extract(epoch from f.ends_at)::bigint * 1000 as "endsAt", f.slot_minutes as "slotMinutes", safe.contacts, safe.most as limit, f.kind, f.in_hub as "inHub", t.from_minutes as "fromMinutes",
      t.to_minutes as "toMinutes"
    from found f join safe on safe.clinician_id = f.clinician_id and safe.day = f.day
    join workforce.clinician c on c.id = f.clinician_id
    join workforce.clinician_role k on k.code = f.role
    join network.practice p on p.id = f.practice_id
    left join lateral (select b.name, b.latitude, b.longitude, b.step_free from network.branch_site b
      where b.id = f.site_id or f.site_id is null and b.practice_id = f.practice_id and b.main limit 1) site on true
    left join access.taken_in((select array_agg(f.id) from found f join safe on safe.clinician_id = f.clinician_id and safe.day = f.day
      where safe.contacts < safe.most)) t on t.session_id = f.id`);
  return rows.map(({ latitude, longitude, fromMinutes, toMinutes, ...row }) => ({
    ...row,
    booked: bookedOf(row.startsAt, fromMinutes ?? [], toMinutes ?? []),
    point: latitude === null || longitude === null ? null : { latitude, longitude },
  }));
}

/** Booked intervals of a session, in order, from minutes after its start. */
export function bookedOf(
  startsAt: number,
  from: readonly number[],
  to: readonly number[],
): (readonly [number, number])[] {
  return from
    .map((minutes, at) => [startsAt + minutes * 60_000, startsAt + (to[at] ?? minutes) * 60_000] as const)
    .sort((a, b) => a[0] - b[0]);
}
