-- One past day's work at GPs, as a simulation of the same day under other policies begins from it: counts and times of nobody.

insert into evaluation.parameter (name, valid_from, value, unit, source) values
  ('simulated-runs', '2000-01-01', 20, 'times the day is simulated under each policy', 'Choice of this product: enough for the range to settle, few enough to wait for'),
  ('simulated-notice', '2000-01-01', 15, 'minutes between asking and the earliest visit', 'Choice of this product: the notice that offers of visits in person keep'),
  ('simulated-own-gp-worth', '2000-01-01', 120, 'minutes somebody waits longer to see their own GP', 'Choice of this product: no published figure; the page shows what it does');
insert into evaluation.parameter (name, valid_from, value, unit, period_from, period_to, source)
select 'calls-at-' || lpad(hour::text, 2, '0'), '2000-01-01', share, 'share of the calls of an open day that come in the hour', '2025-04-01'::date, '2026-04-01'::date,
  'NHS England, Cloud Based Telephony 2025/26: 29 % between 08 and 10; the hours after as read from its chart'
from (values (8, 0.17), (9, 0.12), (10, 0.12), (11, 0.11), (12, 0.09), (13, 0.07), (14, 0.09), (15, 0.09), (16, 0.08), (17, 0.06)) v(hour, share);

-- GPs of the practices whose counts the actor may see, with what was left of a day as it began: the places their sessions had
-- free (minutes after midnight in London) and how many contacts their limit still allowed. `patients` are those whose GP they are.
create function evaluation.day_gps(in_day date)
returns table (practice_id text, patients bigint, room integer, starts integer[])
language plpgsql security definer set search_path = pg_catalog set jit = off as $$
declare
  in_group uuid := platform.current_group();
  named text[] := platform.sees('measure');
  began timestamptz := in_day::timestamp at time zone 'Europe/London';
begin
  return query
  with before as materialized (
    select b.clinician_id, b.kind, b.starts_at, b.ends_at from access.booking b
    where b.group_id = in_group and b.day = in_day and b.booked_at < began and (b.cancelled_at is null or b.cancelled_at >= began)
  ), gp as materialized (
    select c.id, c.practice_id from workforce.clinician c where c.group_id = in_group and c.role = 'gp' and c.practice_id = any (named)
  ), place as (
    select s.clinician_id, min(s.practice_id) as practice_id,
      array_agg((extract(epoch from (at.t at time zone 'Europe/London')::time) / 60)::integer order by at.t) as starts
    from access.session s
    cross join lateral generate_series(s.starts_at, s.ends_at - s.slot_minutes * interval '1 minute', s.slot_minutes * interval '1 minute') at(t)
    where s.group_id = in_group and s.day = in_day and s.status = 'open' and s.kind = 'ordinary' and s.role = 'gp'
      and not exists (select from before b where b.clinician_id = s.clinician_id
        and b.starts_at < at.t + s.slot_minutes * interval '1 minute' and b.ends_at > at.t)
    group by s.clinician_id
  )
  select coalesce(p.practice_id, g.practice_id),
    (select count(*) from patients.patient x where x.usual_gp_id = g.id and x.practice_id = g.practice_id and x.left_on is null),
    greatest(0, coalesce(workforce.limit_on(in_group, g.id, in_day), 0)
      - (select count(*)::integer from before b where b.clinician_id = g.id and b.kind = 'ordinary')),
    coalesce(p.starts, '{}')
  from gp g left join place p on p.clinician_id = g.id
  where coalesce(p.practice_id, g.practice_id) = any (named)
  order by g.practice_id, g.id;
end $$;
alter function evaluation.day_gps(date) owner to superpractice_guard;
revoke execute on function evaluation.day_gps(date) from public;
grant execute on function evaluation.day_gps(date) to superpractice_app;

-- The same practices: the hub each may share with that day (null while it has not joined hub booking), and the requests it had
-- that day whose time was up that same day and that led to a visit to a GP on whatever day, with how many of those patients have no
-- usual GP.
create function evaluation.day_asked(in_day date)
returns table (practice_id text, pool uuid, asked bigint, without_gp bigint)
language plpgsql security definer set search_path = pg_catalog set jit = off as $$
declare
  in_group uuid := platform.current_group();
  named text[] := platform.sees('measure');
  since timestamptz := in_day::timestamp at time zone 'Europe/London';
  until timestamptz := (in_day + 1)::timestamp at time zone 'Europe/London';
begin
  return query
  select p.id,
    case when exists (select from network.agreement a where a.group_id = in_group and a.practice_id = p.id and a.service = 'hub_booking'
        and network.in_force(a.joined_from, a.left_from, in_day))
      then (select m.hub_id from network.hub_member m where m.practice_id = p.id and network.in_force(m.valid_from, m.valid_to, in_day) limit 1) end,
    count(r.id), count(r.id) filter (where x.usual_gp_id is null)
  from network.practice p
  left join (access.request r join access.booking b on b.request_id = r.id and b.status <> 'cancelled' join workforce.clinician c on c.id = b.clinician_id and c.role = 'gp'
      join patients.patient x on x.id = r.patient_id)
    on r.practice_id = p.id and r.group_id = in_group and r.joined_to is null and r.received_at >= since and r.received_at < until
      and access.london_day(r.due_at) = in_day
  where p.id = any (named)
  group by p.id order by p.id;
end $$;
alter function evaluation.day_asked(date) owner to superpractice_guard;
revoke execute on function evaluation.day_asked(date) from public;
grant execute on function evaluation.day_asked(date) to superpractice_app;
