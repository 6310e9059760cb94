import type pg from 'pg';
import { late } from './parameters.ts';

/** Counts each clinician's day from the bookings, as the trigger would have done one by one; answers the rows made. */
export async function countDays(client: pg.Client): Promise<number> {
  const { rowCount } = await client.query(`
    insert into access.clinician_day (clinician_id, day, group_id, ordinary, overflow, taken)
    select b.clinician_id, b.day, b.group_id, count(*) filter (where b.kind = 'ordinary'), count(*) filter (where b.kind = 'overflow'),
      range_agg(access.minutes_of(b.starts_at, b.ends_at))
    from access.booking b where b.status <> 'cancelled' group by 1, 2, 3 order by 1, 2`);
  return rowCount ?? 0;
}

/** Counts what each practice's patients took of its hub in each week; answers the rows made. */
export async function countHubWeeks(client: pg.Client): Promise<number> {
  const { rowCount } = await client.query(`
    insert into access.hub_week (hub_id, practice_id, week, group_id, taken)
    select access.hub_of(s.practice_id, s.day), b.practice_id, access.week_of(s.day), b.group_id, count(*)
    from access.booking b join access.session s on s.id = b.session_id and s.kind = 'hub'
    where b.status <> 'cancelled' and access.hub_of(s.practice_id, s.day) is not null group by 1, 2, 3, 4`);
  return rowCount ?? 0;
}

/** Each promise with a statement that counts where it is broken. */
const promises: Readonly<Record<string, string>> = {
  'a clinician in two places at once': `
    select count(*) from (select b.starts_at < lag(b.ends_at) over (partition by b.clinician_id order by b.starts_at) as broken
      from access.booking b where b.status <> 'cancelled' and b.kind = 'ordinary') t where broken`,
  'a patient in two places at once': `
    select count(*) from (select b.starts_at < lag(b.ends_at) over (partition by b.patient_id order by b.starts_at) as broken
      from access.booking b where b.status <> 'cancelled' and b.kind = 'ordinary') t where broken`,
  'a day past the safe limit': `
    select count(*) from access.clinician_day d
    where d.ordinary > coalesce(workforce.limit_on(d.group_id, d.clinician_id, d.day), 0)`,
  'a day whose count is not that of its bookings': `
    select count(*) from access.clinician_day d full join (
      select b.clinician_id, b.day, count(*) filter (where b.kind = 'ordinary') as ordinary, count(*) filter (where b.kind = 'overflow') as overflow
      from access.booking b where b.status <> 'cancelled' group by 1, 2) b on b.clinician_id = d.clinician_id and b.day = d.day
    where (d.ordinary - d.elsewhere, d.overflow) is distinct from (b.ordinary::integer, b.overflow::integer)`,
  'a booking that is no place of its session': `
    select count(*) from access.booking b join access.session s on s.id = b.session_id
    where b.clinician_id <> s.clinician_id or b.host_practice_id <> s.practice_id or b.day <> s.day or b.mode <> s.mode
      or b.starts_at < s.starts_at or b.ends_at > s.ends_at
      or extract(epoch from b.starts_at - s.starts_at)::integer % (s.slot_minutes * 60) <> 0`,
  'a booking that its session’s plan keeps out': `
    select count(*) from access.booking b join access.session s on s.id = b.session_id and s.plan is not null
    where b.status <> 'cancelled' and access.against_plan(s.plan, b.starts_at - s.starts_at, b.ends_at - b.starts_at, b.seat) <> ''`,
  'a practice past its share of the hub': `
    select count(*) from access.hub_week w where w.taken > access.hub_quota_on(w.hub_id, w.practice_id, w.week + 6)`,
  'a session of somebody who must be supervised and is not': `
    select count(*) from access.session s where s.status = 'open' and workforce.is_supervised(s.role, s.day)
      and workforce.supervisor_on(s.clinician_id, s.day) is null`,
  'a booking of somebody on another practice’s list': `
    select count(*) from access.booking b join patients.patient p on p.id = b.patient_id where p.practice_id <> b.practice_id`,
  'a request that does not agree with its booking': `
    select count(*) from access.request r left join access.booking b on b.request_id = r.id and b.status <> 'cancelled'
    where (r.status = 'booked') <> (b.id is not null) or (b.id is not null and (r.practice_id, r.patient_id) is distinct from (b.practice_id, b.patient_id))`,
  'an urgency of which more visits than stated were late': `
    select count(*) from (select r.urgency from access.request r join access.booking b on b.request_id = r.id and b.status <> 'cancelled'
      group by 1 having count(*) filter (where b.starts_at > r.due_at) > ${late.atMost} * count(*)) t`,
  'a visit later than even a late one is': `
    select count(*) from access.request r join access.booking b on b.request_id = r.id and b.status <> 'cancelled'
    where b.starts_at > r.due_at + interval '1 minute' * coalesce(('${JSON.stringify(late.by)}'::jsonb ->> r.urgency)::integer, 0)`,
  'a visit by telephone of somebody without a number': `
    select count(*) from access.booking b join patients.patient p on p.id = b.patient_id where b.mode = 'telephone' and p.phone is null`,
  'an open red flag whose request has gone on': `
    select count(*) from access.red_flag f join access.request r on r.id = f.request_id
    where (f.closed_at is null) <> (r.status = 'red_flag')`,
  'a hand-back of a visit that did not happen elsewhere': `
    select count(*) from access.hand_back h join access.booking b on b.id = h.booking_id
    where b.status <> 'attended' or b.practice_id = b.host_practice_id or h.practice_id <> b.practice_id or h.host_practice_id <> b.host_practice_id
      or h.patient_id <> b.patient_id or h.clinician_id <> b.clinician_id`,
  'a hand-back that is settled with something open, or open with nothing': `
    select count(*) from access.hand_back h
    where (h.settled_at is not null) <> ((h.acknowledged_at is not null or h.nothing_asked)
      and not exists (select from access.hand_back_ask a where a.hand_back_id = h.id and a.closed_at is null)
      and not exists (select from access.owed_result r where r.hand_back_id = h.id and r.closed_at is null))`,
  'something of the future in the past': `
    select count(*) from (
      select from access.booking b where b.booked_at > b.starts_at or (b.status in ('attended', 'did_not_attend') and b.ends_at > b.booked_at + interval '100 days')
      union all select from access.request r where r.ended_at < r.received_at or r.due_at < r.received_at and r.status <> 'waiting') t`,
};

/** The promises that do not hold among what was made, in words with counts; none is what is wanted. */
export async function brokenPromises(client: pg.Client): Promise<string[]> {
  const broken: string[] = [];
  for (const [what, countBroken] of Object.entries(promises)) {
    const { rows } = await client.query<{ count: string }>(countBroken);
    const count = Number(rows[0]?.count ?? 0);
    if (count > 0) broken.push(`${what} (${count})`);
  }
  return broken;
}
