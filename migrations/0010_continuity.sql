-- Measures of continuity and of fair access: counts from bookings and requests, never a patient. Roles that read no visit see
-- them (class `measure`), so the counting works past row-level security and hands over nothing but sums of what is opened.

-- A practice that has joined the comparisons is a dot without a name to the others that have, and they are to it.
insert into network.sight (role, class, reach, service) values
  ('practice_manager', 'measure_unnamed', 'shared', 'evaluation'), ('partner', 'measure_unnamed', 'shared', 'evaluation');
update network.service set opens = 'Counts by month: contacts, waits, continuity. No patients; no name to other practices' where code = 'evaluation';

insert into evaluation.parameter (name, valid_from, value, unit, source) values
  ('fewest-counted', '2000-01-01', 10, 'appointments, requests or patients below which a figure is not shown',
    'Choice of this product: stricter than the disclosure control of NHS England’s Hospital Episode Statistics, which hides 1 to 7'),
  ('fewest-practices', '2000-01-01', 3, 'other practices below which they are not shown together',
    'Choice of this product: of two others, one could work out the other'),
  ('counts-rounded-to', '2000-01-01', 5, 'to which counts by age, language and way of asking are rounded',
    'Disclosure control of NHS England’s Hospital Episode Statistics since September 2018');

grant create on schema evaluation to superpractice_guard;

-- Whether somebody is the usual GP of anyone: asked once for each GP, not of each patient.
create index patient_usual_gp on patients.patient (usual_gp_id);

-- GP appointments of the days from in_from to before in_to that took place: attended, or booked and not said otherwise. A row a
-- practice, as they were last counted: a year of a group's visits takes seconds to count, and many look at the same few periods.
--   list: the list's appointments with any GP (total), with the usual one (part), by month and, without one, of the whole time;
--     appointments of people without a usual GP stand in `apart`.
--   own: appointments of the GPs who have a list at the practice (total), with their own patients (part).
--   visits: patients by how many appointments they had, with the sums of those with the most-seen doctor and of the squares.
-- A doctor known at several practices is one doctor.
create table evaluation.continuity_counted (
  group_id uuid not null references network.group,
  from_day date not null,
  to_day date not null,
  practice_id text not null references network.practice,
  counted_at timestamptz not null,
  list jsonb not null,
  own jsonb not null,
  visits jsonb not null,
  primary key (group_id, from_day, to_day, practice_id)
);
alter table evaluation.continuity_counted enable row level security;
alter table evaluation.continuity_counted force row level security;
create policy guard on evaluation.continuity_counted to superpractice_guard using (true) with check (true);
grant all on evaluation.continuity_counted to superpractice_guard;
comment on table evaluation.continuity_counted is 'no rows for the app: sums of every practice, handed over by evaluation.continuity as far as they are opened';

-- Counts a group's practices anew. Only a count of the same days replaces another; those of days no longer asked for go.
create function evaluation.count_continuity(in_group uuid, members text[], in_from date, in_to date) returns void
language plpgsql security definer set search_path = pg_catalog set work_mem = '64MB' set jit = off as $$
begin
  delete from evaluation.continuity_counted k where k.group_id = in_group
    and (k.from_day = in_from and k.to_day = in_to or k.counted_at < now() - interval '2 days');
  insert into evaluation.continuity_counted (group_id, from_day, to_day, practice_id, counted_at, list, own, visits)
  with gp as (
    select c.id, c.practice_id as home, dense_rank() over (order by coalesce(c.person_id, c.id)) as doctor
    from workforce.clinician c where c.group_id = in_group and c.role = 'gp'
  ), holder as (
    select g.doctor, array_agg(distinct g.home order by g.home) as homes from gp g
    where exists (select from patients.patient p where p.usual_gp_id = g.id) group by g.doctor
  ), booked as (
    select b.practice_id, b.patient_id, b.clinician_id, date_trunc('month', b.day)::date as month, count(*) as n from access.booking b
    where b.practice_id = any (members) and b.group_id = in_group and b.day >= in_from and b.day < in_to
      and b.status in ('attended', 'booked')
    group by b.practice_id, b.patient_id, b.clinician_id, date_trunc('month', b.day)::date
  ), seen as materialized (
    select b.practice_id, b.patient_id, b.month, b.n, g.doctor, g.home, u.doctor as usual, u.home as usual_home
    from booked b join gp g on g.id = b.clinician_id join patients.patient p on p.id = b.patient_id left join gp u on u.id = p.usual_gp_id
  ), of_month as materialized (
    select s.practice_id, s.patient_id, s.month, sum(s.n) filter (where s.usual is not null) as total, sum(s.n) filter (where s.usual = s.doctor) as part,
      sum(s.n) filter (where s.usual is null) as apart
    from seen s group by s.practice_id, s.patient_id, s.month
  ), by_list as materialized (
    select m.practice_id, m.month, coalesce(sum(m.total), 0) as total, coalesce(sum(m.part), 0) as part, coalesce(sum(m.apart), 0) as apart, count(m.total) as patients
    from of_month m group by m.practice_id, m.month
    union all
    select w.practice_id, null, coalesce(sum(w.total), 0), coalesce(sum(w.part), 0), coalesce(sum(w.apart), 0), count(w.total)
    from (select m.practice_id, m.patient_id, sum(m.total) as total, sum(m.part) as part, sum(m.apart) as apart from of_month m group by m.practice_id, m.patient_id) w
    group by w.practice_id
  ), of_doctor as materialized (
    select x.place, x.month, x.patient_id, sum(x.n) as total, sum(x.n) filter (where x.mine) as part
    from (
      select s.month, s.patient_id, s.n, coalesce(s.usual = s.doctor, false) as mine,
        case when s.usual = s.doctor then s.usual_home when s.home = any (h.homes) then s.home else h.homes[1] end as place
      from seen s join holder h on h.doctor = s.doctor
    ) x group by x.place, x.month, x.patient_id
  ), by_own as materialized (
    select d.place, d.month, sum(d.total) as total, coalesce(sum(d.part), 0) as part, count(*) as patients from of_doctor d group by d.place, d.month
    union all
    select w.place, null, sum(w.total), coalesce(sum(w.part), 0), count(*)
    from (select d.place, d.patient_id, sum(d.total) as total, sum(d.part) as part from of_doctor d group by d.place, d.patient_id) w group by w.place
  ), of_patient as (
    select d.practice_id, sum(d.n) as visits, max(d.n) as most, sum(d.n * d.n) as squares
    from (select s.practice_id, s.patient_id, s.doctor, sum(s.n) as n from seen s group by s.practice_id, s.patient_id, s.doctor) d
    group by d.practice_id, d.patient_id
  ), by_visits as materialized (
    select o.practice_id, o.visits, count(*) as patients, sum(o.most) as most, sum(o.squares) as squares from of_patient o group by o.practice_id, o.visits
  )
  select in_group, in_from, in_to, o.p, now(),
    coalesce((select jsonb_agg(jsonb_build_object('month', l.month, 'total', l.total, 'part', l.part, 'apart', l.apart, 'patients', l.patients) order by l.month)
      from by_list l where l.practice_id = o.p), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('month', w.month, 'total', w.total, 'part', w.part, 'apart', 0, 'patients', w.patients) order by w.month)
      from by_own w where w.place = o.p), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('visits', v.visits, 'people', v.patients, 'most', v.most, 'squares', v.squares) order by v.visits)
      from by_visits v where v.practice_id = o.p), '[]')
  from unnest(members) o(p);
end $$;

-- The counts of what the actor may see, no older than in_age; else they are counted first. One row a practice, without its
-- code where the actor may not know whose it is, and then without its months.
create function evaluation.continuity(in_from date, in_to date, in_age interval)
returns table (practice_id text, list jsonb, own jsonb, visits jsonb, counted_at timestamptz)
language plpgsql security definer set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  in_group uuid := platform.current_group();
  named text[] := platform.sees('measure');
  members text[] := array(select g.practice_id from network.group_practice g where g.group_id = in_group);
  opened text[] := array(select distinct p from unnest(named || platform.sees('measure_unnamed')) p where p = any (members));
  -- The day itself is not over: it is not counted.
  last_day date := least(in_to, platform.today());
  known integer;
begin
  for attempt in 1..2 loop
    select count(*) into known from evaluation.continuity_counted k
      where k.group_id = in_group and k.from_day = in_from and k.to_day = last_day and k.practice_id = any (opened) and k.counted_at > now() - in_age;
    exit when known = cardinality(opened);
    if attempt = 1 then
      -- Who asks at the same moment waits for the count that has begun.
      perform pg_advisory_xact_lock(hashtextextended('evaluation.continuity ' || in_group, 0));
    else
      perform evaluation.count_continuity(in_group, members, in_from, last_day);
    end if;
  end loop;
  return query
  select case when o.by_name then k.practice_id end,
    (select coalesce(jsonb_agg(m order by m ->> 'month'), '[]') from jsonb_array_elements(k.list) m where o.by_name or m ->> 'month' is null),
    (select coalesce(jsonb_agg(m order by m ->> 'month'), '[]') from jsonb_array_elements(k.own) m where o.by_name or m ->> 'month' is null),
    k.visits, k.counted_at
  from evaluation.continuity_counted k cross join lateral (select k.practice_id = any (named) as by_name) o
  where k.group_id = in_group and k.from_day = in_from and k.to_day = last_day and k.practice_id = any (opened)
  -- No order may tell which practice a row without a code is.
  order by o.by_name desc, random();
end $$;
alter function evaluation.count_continuity(uuid, text[], date, date) owner to superpractice_guard;
alter function evaluation.continuity(date, date, interval) owner to superpractice_guard;
revoke execute on function evaluation.count_continuity(uuid, text[], date, date), evaluation.continuity(date, date, interval) from public;
grant execute on function evaluation.continuity(date, date, interval) to superpractice_app;

-- Requests received on the days from in_from to before in_to, of the practices whose counts the actor sees by name, together. By
-- all, age, language, channel and the national fifth of the practice's deprivation score, which is not the patient's own: those that were answered in time or late (one still open within its time is neither, one that joined an earlier goes on there), the
-- patients who asked them, and the days from asking to the appointment that stands.
create function evaluation.access_counts(in_from date, in_to date)
returns table (dimension text, value text, answered bigint, in_time bigint, patients bigint, waited bigint, waiting_patients bigint, waits jsonb)
language plpgsql security definer set search_path = pg_catalog set work_mem = '64MB' set jit = off as $$
#variable_conflict use_column
declare
  in_group uuid := platform.current_group();
  named text[] := platform.sees('measure');
  since timestamptz := in_from::timestamp at time zone 'Europe/London';
  until timestamptz := in_to::timestamp at time zone 'Europe/London';
begin
  return query
  with fifth as materialized (
    select f.practice_code, f.fifth::text as value from published.deprivation_fifth f where f.practice_code = any (named)
  ), asked as (
    select coalesce(r.patient_id, r.id) as who,
      case when coalesce(r.answer_by, r.due_at) is null then null when r.ended_at is not null then r.ended_at <= coalesce(r.answer_by, r.due_at)
          when coalesce(r.answer_by, r.due_at) < now() then false end as kept,
      b.day - access.london_day(r.received_at) as days,
      array['all', case
          when p.id is null then 'not-known'
          else (array['0-4', '5-17', '18-39', '40-64', '65-79', '80'])[width_bucket(
            extract(year from age(access.london_day(r.received_at), p.birth_date)), array[0, 5, 18, 40, 65, 80]::numeric[])]
        end,
        case when p.language is null then 'not-known' when p.language = 'en' then 'english' else 'other' end,
        case when r.channel = 'online' then 'online' when r.channel in ('telephone', 'desk') then 'offline' else 'passed-on' end,
        coalesce(f.value, 'not-known')] as values
    from access.request r left join patients.patient p on p.id = r.patient_id
      left join fifth f on f.practice_code = r.practice_id
      left join access.booking b on b.request_id = r.id and b.status <> 'cancelled'
    where r.practice_id = any (named) and r.group_id = in_group and r.status <> 'draft'
      and r.joined_to is null and r.received_at >= since and r.received_at < until
  ), each_way as (
    select a.who, a.kept, a.days, d.dimension, d.value
    from asked a cross join lateral unnest(array['all', 'age', 'language', 'channel', 'deprivation'], a.values) d(dimension, value)
  ), by_days as (
    select e.dimension, e.value, e.days, count(*) as n from each_way e where e.days is not null group by e.dimension, e.value, e.days
  ), days as (
    select d.dimension, d.value, jsonb_agg(jsonb_build_object('days', d.days, 'visits', d.n) order by d.days) as waits from by_days d group by d.dimension, d.value
  ), of_each as (
    select e.dimension, e.value, e.who, count(e.kept) as answered, count(*) filter (where e.kept) as in_time, count(e.days) as waited
    from each_way e group by e.dimension, e.value, e.who
  ), counted as (
    select o.dimension, o.value, sum(o.answered)::bigint as answered, sum(o.in_time)::bigint as in_time, count(*) filter (where o.answered > 0) as patients,
      sum(o.waited)::bigint as waited, count(*) filter (where o.waited > 0) as waiting_patients
    from of_each o group by o.dimension, o.value
  )
  select c.dimension, c.value, c.answered, c.in_time, c.patients, c.waited, c.waiting_patients, coalesce(d.waits, '[]')
  from counted c left join days d on d.dimension = c.dimension and d.value = c.value;
end $$;
alter function evaluation.access_counts(date, date) owner to superpractice_guard;
revoke execute on function evaluation.access_counts(date, date) from public;
grant execute on function evaluation.access_counts(date, date) to superpractice_app;
