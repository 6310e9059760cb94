import { uuidsAmong } from '#kernel/uuid.ts';
import type { Queryable } from '#platform/db/database.ts';
import { sql, type Sql } from '#platform/db/sql.ts';
import { dayWithHolds, intervalsTaken, timesTaken, type TimesTaken } from './taken.ts';
import type { Planned } from '../plan.ts';

/** A session that other programs may book into, with what is taken in it. */
export interface BookableSession extends Planned {
  readonly id: string;
  readonly practiceId: string;
  readonly siteId: string | null;
  readonly clinicianId: string;
  readonly clinicianName: string;
  readonly roleName: string;
  readonly mode: string;
  readonly kind: 'ordinary' | 'hub';
  readonly open: boolean;
  /** Whether the clinician has reached the safe limit of that day, or none is set. */
  readonly full: boolean;
}

/** Which sessions are looked at; what is left out does not narrow. */
export interface SessionsWanted {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
  readonly sessions?: readonly string[];
  readonly practices?: readonly string[];
  readonly places?: readonly string[];
  readonly clinicians?: readonly string[];
}

interface Row extends Omit<BookableSession, 'booked'>, TimesTaken {}

const bookable = (which: Sql): Sql => sql`
  with chosen as materialized (
    select s.* from access.session s
    where s.group_id = platform.current_group() and s.practice_id = any ((select platform.sees('session'))::text[]) and s.kind in ('ordinary', 'hub')
      and ${which}
  ), day as materialized (
    select k.clinician_id, k.day, case when d.kept is null then d.taken else d.taken + (d.kept).taken end as taken,
      coalesce(d.ordinary, 0) + coalesce((d.kept).contacts, 0) >= coalesce(l.contacts, 0) as full
    from (select distinct c.group_id, c.clinician_id, c.day from chosen c) k
    left join ${dayWithHolds} d on d.clinician_id = k.clinician_id and d.day = k.day
    left join lateral workforce.limits_on(k.group_id, k.clinician_id, k.day) l on true
  )
  select s.id, s.practice_id as "practiceId", s.site_id as "siteId", s.clinician_id as "clinicianId", c.name as "clinicianName", r.name as "roleName",
    s.mode, s.kind, s.plan, s.status = 'open' as open, d.full, extract(epoch from s.starts_at)::bigint * 1000 as "startsAt",
    extract(epoch from s.ends_at)::bigint * 1000 as "endsAt", s.slot_minutes as "slotMinutes", ${timesTaken}
  from chosen s join day d on d.clinician_id = s.clinician_id and d.day = s.day
  join workforce.clinician c on c.id = s.clinician_id join workforce.clinician_role r on r.code = s.role
  left join access.visits_in((select array_agg(k.id) from chosen k where k.plan is not null)) v on v.session_id = s.id
  order by s.starts_at, s.id`;

const sessionOf = ({ fromMinutes, toMinutes, besides, ...row }: Row): BookableSession => ({
  ...row,
  booked: intervalsTaken({ startsAt: row.startsAt, fromMinutes, toMinutes, besides }),
});

/** Sessions of a time that programs may book into: ordinary ones and hubs', never those kept for duty. */
export async function bookableSessions(tx: Queryable, wanted: SessionsWanted): Promise<BookableSession[]> {
  const { from, until, sessions, practices, places, clinicians } = wanted;
  const rows = await tx.rows<Row>(
    bookable(sql`s.status = 'open' and s.ends_at > ${from} and s.starts_at < ${until}
      and s.day between access.london_day(${from}) and access.london_day(${until})
      and (${sessions === undefined} or s.id = any (${uuidsAmong(sessions ?? [])}::uuid[]))
      and (${practices === undefined} or s.practice_id = any (${practices ?? []}::text[]))
      and (${places === undefined} or coalesce(s.site_id::text, s.practice_id) = any (${places ?? []}::text[]))
      and (${clinicians === undefined} or s.clinician_id = any (${uuidsAmong(clinicians ?? [])}::uuid[]))`),
  );
  return rows.map(sessionOf);
}

/** Those of the sessions that programs may see, cancelled ones too. */
export async function sessionsNamed(tx: Queryable, ids: readonly string[]): Promise<BookableSession[]> {
  return (await tx.rows<Row>(bookable(sql`s.id = any (${uuidsAmong(ids)}::uuid[])`))).map(sessionOf);
}
