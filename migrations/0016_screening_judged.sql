-- What screening misses cannot be seen from its flags: clinicians look at some of the requests that raised none, drawn by
-- chance, and say so of any visit whose words were a danger.

-- How many requests without a flag a clinician looks at, for each practice and week.
create table access.screening_check_rule (
  group_id uuid references network.group,
  valid_from date not null,
  a_week integer not null check (a_week between 1 and 100),
  source text not null,
  unique nulls not distinct (group_id, valid_from)
);
insert into access.screening_check_rule values (null, '2026-01-01', 3,
  'Choice of this product: a few minutes of a clinician a week; 35 practices look at some 450 requests in a month');
grant select on access.screening_check_rule to superpractice_app, superpractice_guard;

create table access.danger_review (
  id uuid primary key,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  request_id uuid not null references access.request,
  origin text not null check (origin in ('sample', 'visit')),
  danger text not null check (danger in ('yes', 'no', 'unclear')),
  judged_by uuid references network.person default platform.current_person(),
  judged_at timestamptz not null default now(),
  unique (request_id, origin),
  -- Whoever sees a visit says that its words were a danger; that they were none is said of the sample alone.
  check (origin = 'sample' or danger = 'yes')
);
call platform.protect('access.danger_review', 'visit');
grant select, insert on access.danger_review to superpractice_app;

create function access.only_clinicians_judge() returns trigger language plpgsql as $$
begin
  if platform.current_role_name() <> 'clinician' then
    raise exception 'only a clinician says whether words were a danger' using errcode = 'SP020';
  end if;
  return null;
end $$;
create trigger only_clinicians_judge after insert on access.danger_review for each row execute function access.only_clinicians_judge();

-- The requests of whole weeks, Monday to Sunday, that raised no flag by their words and were drawn to be looked at. Drawn by a
-- hash, so that everybody draws the same and nobody chooses; each practice's apart, so that what one sees changes no draw.
create function access.screening_sample(in_group uuid, in_from date, in_to date)
returns table (request_id uuid, practice_id text, week date)
language sql stable as $$
  select d.id, d.practice_id, d.week
  from (
    select r.id, r.practice_id, date_trunc('week', access.london_day(r.received_at)::timestamp)::date as week,
      row_number() over (partition by r.practice_id, date_trunc('week', access.london_day(r.received_at)::timestamp) order by md5(r.id::text)) as place
    from access.request r
    where r.group_id = in_group and r.status <> 'draft' and r.joined_to is null and r.words <> ''
      and r.received_at >= in_from::timestamp at time zone 'Europe/London' and r.received_at < in_to::timestamp at time zone 'Europe/London'
      and not exists (select from access.red_flag f where f.request_id = r.id and f.origin = 'words')
  ) d
  where d.place <= (select c.a_week from access.screening_check_rule c
    where (c.group_id = in_group or c.group_id is null) and c.valid_from <= d.week order by c.group_id nulls last, c.valid_from desc limit 1)
$$;
grant execute on function access.screening_sample(uuid, date, date) to superpractice_app, superpractice_guard;

-- How requests with words were screened and judged, of the practices whose counts the actor sees by name, together: by all, age,
-- language and channel. A request with several flags counts once: as a danger where one of them was.
--   flagged: raised a flag by their words; flagged_yes and flagged_no as the clinician who closed them judged.
--   quiet: raised none; sample_yes and sample_no of those drawn and judged; said: of those a clinician called a danger at a visit.
create function evaluation.screening_counts(in_from date, in_to date)
returns table (dimension text, value text, flagged bigint, flagged_yes bigint, flagged_no bigint, quiet bigint, sample_yes bigint, sample_no bigint, said bigint)
language plpgsql security definer set search_path = pg_catalog set work_mem = '64MB' set jit = off as $$
declare
  in_group uuid := platform.current_group();
  named text[] := platform.sees('measure');
begin
  return query
  with judged as (
    select f.request_id, bool_or(f.danger = 'yes') as yes, bool_and(f.danger is not distinct from 'no') as no
    from access.red_flag f where f.group_id = in_group and f.practice_id = any (named) and f.origin = 'words' group by f.request_id
  ), drawn as (
    select s.request_id, v.danger from access.screening_sample(in_group, in_from, in_to) s
    join access.danger_review v on v.request_id = s.request_id and v.origin = 'sample'
  ), screened as (
    select j.request_id is not null as flagged, coalesce(j.yes, false) as yes, coalesce(j.no, false) as no, d.danger as sample,
      exists (select from access.danger_review v where v.request_id = r.id and v.origin = 'visit') as said,
      array['all', case
          when p.id is null then 'not-known'
          else (array['0-4', '5-17', '18-39', '40-64', '65-79', '80'])[width_bucket(
            extract(year from age(access.london_day(r.received_at), p.birth_date)), array[0, 5, 18, 40, 65, 80]::numeric[])]
        end,
        case when p.language is null then 'not-known' when p.language = 'en' then 'english' else 'other' end,
        case when r.channel = 'online' then 'online' when r.channel in ('telephone', 'desk') then 'offline' else 'passed-on' end] as keys
    from access.request r left join patients.patient p on p.id = r.patient_id left join judged j on j.request_id = r.id
      left join drawn d on d.request_id = r.id
    where r.practice_id = any (named) and r.group_id = in_group and r.status <> 'draft' and r.joined_to is null and r.words <> ''
      and r.received_at >= in_from::timestamp at time zone 'Europe/London' and r.received_at < in_to::timestamp at time zone 'Europe/London'
  )
  select k.dimension, k.key, count(*) filter (where s.flagged), count(*) filter (where s.flagged and s.yes), count(*) filter (where s.flagged and s.no),
    count(*) filter (where not s.flagged), count(*) filter (where not s.flagged and s.sample = 'yes'), count(*) filter (where not s.flagged and s.sample = 'no'),
    count(*) filter (where not s.flagged and s.said)
  from screened s cross join lateral unnest(array['all', 'age', 'language', 'channel'], s.keys) k(dimension, key)
  group by k.dimension, k.key;
end $$;
alter function evaluation.screening_counts(date, date) owner to superpractice_guard;
revoke execute on function evaluation.screening_counts(date, date) from public;
grant execute on function evaluation.screening_counts(date, date) to superpractice_app;
