-- The published deprivation score of practices, and fair access by the national fifth it puts a practice in.

alter table published.edition drop constraint edition_kind_check;
alter table published.edition add constraint edition_kind_check check (kind in ('patients-registered', 'practice-mapping',
  'practice-places', 'appointments-practice', 'appointments-area', 'appointments-area-day', 'appointments-crosstab', 'workforce-year',
  'practice-deprivation'));

create table published.practice_deprivation (
  edition_id uuid not null references published.edition,
  area text not null,
  period_from date not null,
  practice_code text not null,
  score double precision not null check (score between 0 and 100),
  primary key (practice_code, period_from, edition_id)
);
comment on table published.practice_deprivation is
  'Mean score of the areas a practice''s patients live in, by edition of the Indices of Deprivation; a higher score is more deprived.';

create view published.current_practice_deprivation as
  select r.* from published.practice_deprivation r join published.coverage c using (edition_id, area, period_from) where c.superseded_by is null;

-- Every practice of the newest Indices in its national fifth; 1 is the most deprived. Indices that cover far fewer practices than
-- those before (parameter period-cover) are passed over: fifths of a few practices would not be the country's.
create view published.deprivation_fifth as
  with indices as (
    select c.period_from, c.practices, lag(c.practices) over (order by c.period_from) as before
    from published.coverage c where c.kind = 'practice-deprivation' and c.superseded_by is null
  )
  select d.practice_code, d.edition_id, d.period_from, d.score, ntile(5) over (order by d.score desc, d.practice_code) as fifth
  from published.current_practice_deprivation d
  where d.period_from = (
    select max(i.period_from) from indices i
    where coalesce(i.practices >= i.before * published.parameter_on('period-cover', platform.today()), true));

grant select on published.practice_deprivation, published.current_practice_deprivation, published.deprivation_fifth
  to superpractice_app, superpractice_guard;
grant insert on published.practice_deprivation to superpractice_app;

-- As before, and of deprivation too.
create or replace function published.renew_statistics(of_kind text) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  analyze published.coverage;
  case of_kind
    when 'patients-registered' then analyze published.list_size;
    when 'practice-mapping' then analyze published.practice_mapping;
    when 'practice-places' then analyze published.practice_place;
    when 'appointments-practice' then analyze published.appointments_practice;
    when 'appointments-area' then analyze published.appointments_area;
    when 'appointments-area-day' then analyze published.appointments_area_day;
    when 'appointments-crosstab' then analyze published.appointments_crosstab;
    when 'workforce-year' then analyze published.workforce_year;
    when 'practice-deprivation' then analyze published.practice_deprivation;
  end case;
end $$;

-- As before, and by the national fifth of the practice's deprivation score, which is not the patient's own.
create or replace function evaluation.access_counts(in_from date, in_to date)
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
