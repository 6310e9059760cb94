import type { Queryable } from '#platform/db/database.ts';
import { sql, type Sql } from '#platform/db/sql.ts';
import type { CandidateSession } from '../offer/opening.ts';
import { dayWithHolds, intervalsOf } from './taken.ts';

/** Which sessions are looked at: roles, from now to a day, for a patient's practice. */
export interface CandidateSearch {
  readonly practiceId: string;
  /** Who is to be seen, and their usual GP: whom they know is looked through everywhere. */
  readonly patientId: string | null;
  readonly usualGpId: string | null;
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

interface Row extends Omit<CandidateSession, 'startsAt' | 'endsAt' | 'booked' | 'point' | 'known' | 'scope'> {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly taken: string | null;
  /** 1 of the micro-team, 2 seen before; 0 the usual GP. */
  readonly how: number | null;
  readonly undifferentiated: boolean | null;
  readonly supervised: boolean | null;
}

/** Days in which every session of the own practice is compared; from then on, and elsewhere, those with room that come first. */
const nearDays = 10;
/** How many come first: of each clinician of the own practice, and of each other practice. */
const [soonestOfOne, soonestElsewhere] = [4, 4];

/**
 * Sessions of some practice or clinician, of the CTE `reached`, with their clinician's day by the limits of the CTEs `path` and
 * `group_path`, and whether anything is left. What is asked of each session here is asked hundreds of times for one offer.
 */
function sessionsWithRoom({ now, until, duty, roles, modes, sessions }: CandidateSearch, which: Sql): Sql {
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  const times = duty ? sql`s.urgent_times` : sql`s.routine_times`;
  return sql`
    select s.id, s.clinician_id, s.role, s.practice_id, s.site_id, s.mode, s.day, s.starts_at, s.ends_at, s.slot_minutes, s.kind, s.plan, s.needs_room,
      d.safe, d.contacts, d.taken, d.contacts < d.safe and (d.taken @> ${times}) is not true as free
    from access.session s cross join lateral (
      select case when d.kept is null then d.taken else d.taken + (d.kept).taken end as taken, coalesce(d.ordinary, 0) + coalesce((d.kept).contacts, 0) as contacts, case when d.stopped_at is null then coalesce(
        case when s.clinician_id = any ((select o.clinicians from own_path o)::uuid[])
          then (select l.contacts from path l where l.clinician_id = s.clinician_id and s.day >= l.valid_from and s.day < l.upto) end,
        (select l.contacts from group_path l where s.day >= l.valid_from and s.day < l.upto)) else 0 end as safe
      from (values (true)) one left join ${dayWithHolds} d on d.clinician_id = s.clinician_id and d.day = s.day) d
    where ${which} and s.status = 'open' ${sessions ? sql`and s.id = any (${sessions}::uuid[])` : sql``}
      and s.day between ${today} and ${until} and s.ends_at > ${now} and s.role = any (${roles}::text[])
      and (s.mode = any (${modes}::text[]) or s.plan is not null)
      and (s.kind = 'ordinary' or s.kind = 'hub' and s.practice_id = any (array(select r.id from reached r where r.in_hub or r.own)) or s.kind = 'duty' and ${duty})`;
}

/**
 * The CTEs that end in `found`, the sessions compared: all of the own practice in the next days, and the soonest with room of each
 * of its clinicians after them, of each other practice and of each clinician the patient knows. `each` stands by itself: joined at
 * once, the planner asks for all of it again for every practice.
 */
function compared(search: CandidateSearch, today: Temporal.PlainDate): Sql {
  const { practiceId } = search;
  const withRoom = (which: Sql): Sql => sessionsWithRoom(search, which);
  const soonest = (which: Sql, most: Sql): Sql => sql`
    select w.* from (${withRoom(which)} order by s.day, s.starts_at) w where w.free limit ${most}`;
  const lastNear = today.add({ days: nearDays });
  return sql`), near as materialized (
      ${withRoom(sql`s.practice_id = ${practiceId} and s.day <= ${lastNear}`)}
    ), later as materialized (
      select k.clinician_id, (select count(*) from near n where n.clinician_id = k.clinician_id and n.free) as nearer
      from (select distinct s.clinician_id from access.session s where s.practice_id = ${practiceId} and s.status = 'open'
        and s.day > ${lastNear} and s.day <= ${search.until} and s.role = any (${search.roles}::text[])) k
    ), each as materialized (
      select * from near
      union all
      select s.* from later k cross join lateral (${soonest(sql`s.clinician_id = k.clinician_id and s.practice_id = ${practiceId} and s.day > ${lastNear}`, sql`greatest(0, ${soonestOfOne} - k.nearer)`)}) s
      union all
      select s.* from reached r cross join lateral (${soonest(sql`s.practice_id = r.id`, sql`${soonestElsewhere}`)}) s where not r.own
      union all
      select s.* from known k cross join lateral (${soonest(sql`s.clinician_id = k.clinician_id and s.practice_id <> ${practiceId}`, sql`${soonestOfOne}`)}) s
    ), found as materialized (
      select distinct on (u.id) u.*, r.name as practice_name, r.latitude, r.longitude, r.in_hub
      from each u join reached r on r.id = u.practice_id order by u.id`;
}

/**
 * Sessions that may be booked into for a patient of the practice, with what is taken and how near their clinicians are to
 * the day's limit. Row-level security leaves out the practices no agreement opens; a hub's own sessions are for its practices.
 * At the own practice and with clinicians the patient knows all are compared; elsewhere a later one is only ever worse than a
 * sooner one of the same practice and role, so the soonest with room will do.
 */
export async function candidates(db: Queryable, search: CandidateSearch): Promise<CandidateSession[]> {
  const { practiceId, now, usualGpId } = search;
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  const statement = sql`
    with home as (
      select p.id, p.latitude, p.longitude, access.hub_of(p.id, platform.today()) as hub_id from network.practice p where p.id = ${practiceId}
    ), reached as materialized (
      select p.id, p.name, p.latitude, p.longitude, p.id = home.id as own, m.hub_id = home.hub_id as in_hub
      from network.practice p cross join home
      left join network.hub_member m on m.practice_id = p.id and network.in_force(m.valid_from, m.valid_to, platform.today())
      where p.id = any ((select platform.sees('session'))::text[]) ${search.within ? sql`and p.id = any (${search.within}::text[])` : sql``}
      order by p.id <> home.id, (m.hub_id = home.hub_id) is not true,
        power(p.latitude - home.latitude, 2) + power((p.longitude - home.longitude) * 0.6, 2) nulls last, p.id
      limit ${search.practices}
    ), known as materialized (
      select k.clinician_id, min(k.how) as how from (
        select ${usualGpId}::uuid as clinician_id, 0 as how
        union all select t.clinician_id, 1 from workforce.micro_team_member g join workforce.micro_team_member t on t.group_id = g.group_id and t.team = g.team
          where g.clinician_id = ${usualGpId}::uuid and network.in_force(g.valid_from, g.valid_to, ${today}) and network.in_force(t.valid_from, t.valid_to, ${today})
        union all select b.clinician_id, 2 from access.booking b
          where b.patient_id = ${search.patientId}::uuid and b.status = 'attended' and b.starts_at > ${now.subtract({ hours: 24 * 730 })}) k
      where k.clinician_id is not null group by k.clinician_id
    ), path as materialized (
      select l.clinician_id, l.valid_from, lead(l.valid_from, 1, 'infinity') over (partition by l.clinician_id order by l.valid_from) as upto, l.contacts
      from workforce.daily_limit l where l.group_id = platform.current_group() and l.valid_from <= ${search.until}
    ), own_path as materialized (
      select array_agg(distinct l.clinician_id) as clinicians from path l where l.clinician_id is not null
    ), group_path as materialized (
      select l.* from path l where l.clinician_id is null
    ), scope as materialized (
      select distinct on (r.role) r.role, r.undifferentiated, r.supervised from workforce.role_scope r where r.valid_from <= ${today} order by r.role, r.valid_from desc
    ), hub_left as materialized (
      select k.week, access.hub_quota_on(home.hub_id, home.id, k.week::date + 6) - coalesce(w.taken, 0)
        - access.hub_kept(home.hub_id, home.id, k.week::date, null) as places
      from home cross join generate_series(access.week_of(${today})::timestamp, ${search.until}::timestamp, interval '7 days') k(week)
      left join access.hub_week w on w.hub_id = home.hub_id and w.practice_id = home.id and w.week = k.week::date
    ${compared(search, today)}
    )
    select f.id, f.clinician_id as "clinicianId", c.name as "clinicianName", f.role, k.short_name as "roleName", k.scarcity, f.practice_id as "practiceId",
      coalesce(site.name, f.practice_name) as "placeName", coalesce(site.latitude, f.latitude) as latitude, coalesce(site.longitude, f.longitude) as longitude,
      site.step_free as "stepFree", f.mode, f.day::text as day, extract(epoch from f.starts_at)::bigint * 1000 as "startsAt",
      extract(epoch from f.ends_at)::bigint * 1000 as "endsAt", f.slot_minutes as "slotMinutes", f.contacts, f.safe as limit, f.kind, f.plan, f.in_hub as "inHub",
      known.how, scope.undifferentiated, scope.supervised, boss.name as "supervisorName", case when f.kind = 'hub' and hub_left.places is not null then greatest(0, hub_left.places) end as "hubLeft",
      (case when f.needs_room then coalesce(f.taken, '{}') + access.rooms_full(f.id) else f.taken end)::text as taken
    from found f
    join workforce.clinician c on c.id = f.clinician_id
    join workforce.clinician_role k on k.code = f.role
    left join known on known.clinician_id = f.clinician_id
    left join scope on scope.role = f.role
    left join workforce.supervision v on scope.supervised and v.clinician_id = f.clinician_id and network.in_force(v.valid_from, v.valid_to, f.day)
    left join workforce.clinician boss on boss.id = v.supervisor_id
    left join hub_left on f.kind = 'hub' and hub_left.week = access.week_of(f.day)
    left join lateral (select b.name, b.latitude, b.longitude, b.step_free from network.branch_site b
      where b.id = f.site_id or f.site_id is null and b.practice_id = f.practice_id and b.main limit 1) site on true`;
  const rows = await db.rows<Row>(statement);
  return rows.map(candidateOf);
}

const howKnown = [null, 'team', 'seen'] as const;

function candidateOf({ latitude, longitude, taken, how, undifferentiated, supervised, ...row }: Row): CandidateSession {
  return {
    ...row,
    booked: intervalsOf(taken ?? '{}'),
    point: latitude === null || longitude === null ? null : { latitude, longitude },
    known: howKnown[how ?? 0] ?? null,
    scope: undifferentiated === null || supervised === null ? null : { undifferentiated, supervised },
  };
}
