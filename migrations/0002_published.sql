-- National statistics as published. Every row belongs to an edition (one imported file); editions are never changed, a
-- newer one supersedes the areas and periods it covers and the older rows stay as history. No row is about a person, so
-- these tables are global: every role may read them, and only the import path may add to them.

create schema published;
grant usage on schema published to superpractice_app, superpractice_guard;

create table published.edition (
  id uuid primary key,
  kind text not null check (kind in ('patients-registered', 'practice-mapping', 'practice-places', 'appointments-practice',
    'appointments-area', 'appointments-area-day', 'appointments-crosstab', 'workforce-year', 'practice-deprivation')),
  publisher text not null,
  title text not null,
  licence text not null,
  derived boolean not null,
  derived_by text,
  file_name text not null,
  sha256 text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
  period_from date not null default '-infinity',
  period_to date not null default 'infinity',
  rows_read integer not null default 0,
  rows_kept integer not null default 0,
  rows_rejected integer not null default 0,
  left_out jsonb not null default '{}',
  practices integer,
  fewer jsonb,
  imported_at timestamptz not null default now(),
  imported_by text not null,
  check (period_to > period_from),
  check (derived = (derived_by is not null))
);
comment on column published.edition.sha256 is 'Of the uncompressed content: the same file twice changes nothing.';
comment on column published.edition.left_out is 'Rows left out on purpose, counted by reason.';
comment on column published.edition.practices is 'With a row of the newest period; null in tables of areas.';
comment on column published.edition.fewer is 'The edition before, where this one covered far fewer practices when it was imported; else null.';
comment on column published.edition.period_to is 'The first day after the period.';

-- Which edition is in force for an area and period: editions of one kind may cover different areas or overlap in part.
create table published.coverage (
  edition_id uuid not null references published.edition,
  kind text not null,
  area text not null,
  period_from date not null,
  period_to date not null check (period_to > period_from),
  practices integer,
  superseded_by uuid references published.edition,
  primary key (edition_id, area, period_from)
);
create unique index coverage_in_force on published.coverage (kind, area, period_from) where superseded_by is null;

comment on column published.coverage.practices is 'How many have a row in the area and period; null in tables of areas.';

-- An earlier edition put back in force for all that it covers, and the editions that had to make room.
create table published.restoration (
  id uuid primary key,
  edition_id uuid not null references published.edition,
  restored_at timestamptz not null default now(),
  restored_by text not null,
  reason text,
  replaced uuid[] not null
);

-- Rules of judgement are data with a date and a source, never constants of the program.
create table published.parameter (
  name text not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  value double precision not null,
  unit text not null,
  source text not null,
  primary key (name, valid_from)
);
insert into published.parameter (name, valid_from, value, unit, source) values
  ('edition-before', '2000-01-01', 0.9, 'of the practices of the edition before: an edition with fewer is warned of',
    'Judgement of this product: between two months of 2025 and 2026 practices’ codes fell by 0.6 % at most'),
  ('period-cover', '2000-01-01', 0.8, 'of the practices that the best-covered period of the year covers: the newest period with as many is used',
    'Judgement of this product, so that a newest month of few practices does not move the figures; not a published figure');

-- The value of a parameter on a day.
create function published.parameter_on(named text, day date) returns double precision language sql stable parallel safe as $$
  select value from published.parameter where name = named and valid_from <= day and (valid_to is null or day < valid_to)
$$;

create table published.list_size (
  edition_id uuid not null references published.edition,
  area text not null,
  period_from date not null,
  practice_code text not null,
  postcode text,
  patients integer not null check (patients >= 0),
  primary key (practice_code, period_from, edition_id)
);

create index list_size_area on published.list_size (area, period_from);

create table published.practice_mapping (
  edition_id uuid not null references published.edition,
  area text not null,
  period_from date not null,
  practice_code text not null,
  name text not null,
  supplier text,
  pcn_code text,
  pcn_name text,
  primary key (practice_code, period_from, edition_id)
);

create table published.practice_place (
  edition_id uuid not null references published.edition,
  area text not null,
  period_from date not null,
  practice_code text not null,
  name text not null,
  postcode text,
  latitude double precision check (latitude between 49 and 61),
  longitude double precision check (longitude between -9 and 3),
  primary key (practice_code, period_from, edition_id)
);

create table published.appointments_practice (
  edition_id uuid not null references published.edition,
  area text not null,
  period_from date not null,
  practice_code text not null,
  same_day integer not null,
  days_1 integer not null,
  days_2_to_7 integer not null,
  days_8_to_14 integer not null,
  days_15_to_21 integer not null,
  days_22_to_28 integer not null,
  days_over_28 integer not null,
  interval_unknown integer not null,
  total integer not null generated always as (same_day + days_1 + days_2_to_7 + days_8_to_14 + days_15_to_21 + days_22_to_28
    + days_over_28 + interval_unknown) stored,
  primary key (practice_code, period_from, edition_id)
);

create table published.appointments_area (
  edition_id uuid not null,
  area text not null,
  period_from date not null,
  status text not null,
  hcp text not null check (hcp in ('gp', 'other', 'unknown')),
  mode text not null,
  booked_ahead text not null,
  appointments integer not null check (appointments >= 0)
);
create index appointments_area_month on published.appointments_area (area, period_from);

create table published.appointments_area_day (
  edition_id uuid not null,
  area text not null,
  period_from date not null,
  day date not null,
  status text not null,
  hcp text not null check (hcp in ('gp', 'other', 'unknown')),
  mode text not null,
  booked_ahead text not null,
  appointments integer not null check (appointments >= 0)
);
create index appointments_area_day_day on published.appointments_area_day (area, day);

create table published.appointments_crosstab (
  edition_id uuid not null,
  area text not null,
  period_from date not null,
  practice_code text not null,
  hcp text not null check (hcp in ('gp', 'other', 'unknown')),
  mode text not null,
  category text not null,
  booked_ahead text not null,
  status text not null,
  appointments integer check (appointments >= 0)
);
create index appointments_crosstab_practice on published.appointments_crosstab (practice_code, period_from);
comment on column published.appointments_crosstab.appointments is 'Null where the publisher suppressed a small count.';

create table published.workforce_year (
  edition_id uuid not null references published.edition,
  area text not null,
  period_from date not null,
  practice_code text not null,
  patients double precision,
  gp_permanent_fte double precision,
  gp_locum_trainee_fte double precision,
  nurse_fte double precision,
  direct_care_fte double precision,
  admin_fte double precision,
  gp_permanent_headcount double precision,
  gp_locum_trainee_headcount double precision,
  primary key (practice_code, period_from, edition_id)
);
comment on table published.workforce_year is 'Full-time equivalents, means of a financial year; null where the practice made no valid return.';

-- The three tables of hundreds of thousands of rows a file keep to the editions there are by one check a file: a foreign key asks
-- once a row, which took two fifths of an import's time.
create function published.of_known_edition() returns trigger language plpgsql as $$
begin
  if exists (select from (select distinct edition_id from fresh) f
             where not exists (select from published.edition e where e.id = f.edition_id)) then
    raise exception 'rows of an edition that is not there' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
create trigger of_known_edition after insert on published.appointments_area referencing new table as fresh
  for each statement execute function published.of_known_edition();
create trigger of_known_edition after insert on published.appointments_area_day referencing new table as fresh
  for each statement execute function published.of_known_edition();
create trigger of_known_edition after insert on published.appointments_crosstab referencing new table as fresh
  for each statement execute function published.of_known_edition();

-- Areas as an edition names them. What an area is called, and whose part it is, changes: see published.geography.
create table published.area_seen (
  edition_id uuid not null references published.edition,
  code text not null,
  kind text not null check (kind in ('ccg', 'sub-icb', 'stp', 'icb', 'region')),
  name text not null,
  parent_code text,
  period_from date not null,
  period_to date not null,
  primary key (edition_id, code, name, period_from)
);

create view published.geography as
  with numbered as (
    select code, kind, name, parent_code, period_from, period_to,
      row_number() over (partition by code order by period_from, name)
        - row_number() over (partition by code, kind, name order by period_from) as island
    from (select code, kind, name, max(parent_code) as parent_code, period_from, max(period_to) as period_to
          from published.area_seen group by code, kind, name, period_from) s
  ), spans as (
    select code, kind, name, max(parent_code) as parent_code, min(period_from) as valid_from, max(period_to) as seen_to
    from numbered group by code, kind, name, island
  )
  select code, kind, name, parent_code, valid_from, lead(valid_from) over (partition by code order by valid_from) as valid_to, seen_to
  from spans;
comment on view published.geography is 'Areas by date: valid from when first seen so, until seen otherwise; seen_to is how far the editions reach.';

create view published.current_list_size as
  select r.* from published.list_size r join published.coverage c using (edition_id, area, period_from) where c.superseded_by is null;
create view published.current_practice_mapping as
  select r.* from published.practice_mapping r join published.coverage c using (edition_id, area, period_from) where c.superseded_by is null;
create view published.current_practice_place as
  select r.* from published.practice_place r join published.coverage c using (edition_id, area, period_from) where c.superseded_by is null;
create view published.current_appointments_practice as
  select r.* from published.appointments_practice r join published.coverage c using (edition_id, area, period_from) where c.superseded_by is null;
create view published.current_appointments_area as
  select r.* from published.appointments_area r join published.coverage c using (edition_id, area, period_from) where c.superseded_by is null;
create view published.current_appointments_area_day as
  select r.* from published.appointments_area_day r join published.coverage c using (edition_id, area, period_from) where c.superseded_by is null;
create view published.current_appointments_crosstab as
  select r.* from published.appointments_crosstab r join published.coverage c using (edition_id, area, period_from) where c.superseded_by is null;
create view published.current_workforce_year as
  select r.* from published.workforce_year r join published.coverage c using (edition_id, area, period_from) where c.superseded_by is null;

-- The newest period that covers an area reasonably (parameter period-cover) in the editions in force; asked of the few rows of
-- the coverage, not of the figures. A list file of three practices does not close all others of the area.
create function published.newest(of_kind text, in_area text) returns date language sql stable parallel safe as $$
  with period as (
    select period_from, practices, max(period_from) over () as last from published.coverage
    where kind = of_kind and area = in_area and superseded_by is null
  ), year as (
    select period_from, practices, max(practices) over () as most from period where period_from >= last - interval '1 year'
  )
  select max(period_from) from year where coalesce(practices >= most * published.parameter_on('period-cover', platform.today()), true)
$$;

-- In which area a practice was, by date: from when an edition first shows it there, until one shows it elsewhere.
create view published.practice_area as
  with seen as (
    select practice_code, period_from, max(area) as area from (
      select practice_code, area, period_from from published.current_list_size
      union all select practice_code, area, period_from from published.current_practice_mapping
      union all select practice_code, area, period_from from published.current_appointments_practice) s
    group by practice_code, period_from
  ), changes as (
    select practice_code, area, period_from, lag(area) over (partition by practice_code order by period_from) as before from seen
  )
  select practice_code, area, period_from as valid_from,
    lead(period_from) over (partition by practice_code order by period_from) as valid_to
  from changes where before is distinct from area;

grant select on all tables in schema published to superpractice_app, superpractice_guard;
grant insert on published.edition, published.coverage, published.list_size, published.practice_mapping, published.practice_place,
  published.appointments_practice, published.appointments_area, published.appointments_area_day, published.appointments_crosstab,
  published.workforce_year, published.area_seen, published.restoration to superpractice_app;
grant update (period_from, period_to, rows_read, rows_kept, rows_rejected, left_out, practices, fewer) on published.edition to superpractice_app;
grant update (superseded_by) on published.coverage to superpractice_app;

-- A large import makes the planner's statistics useless until the server gets round to it, and only the owner may renew them.
create function published.renew_statistics(of_kind text) returns void language plpgsql security definer set search_path = pg_catalog as $$
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
revoke all on function published.renew_statistics(text) from public;
grant execute on function published.renew_statistics(text) to superpractice_app;

-- Nobody signed in can add an edition or reopen one: that takes the import, which acts as the system.
create function published.only_by_import() returns trigger language plpgsql as $$
begin
  if platform.current_role_name() <> 'system' then
    raise exception 'published statistics are only written by the import' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger only_by_import before insert or update on published.edition for each row execute function published.only_by_import();
create trigger only_by_import before insert or update on published.coverage for each row execute function published.only_by_import();
create trigger only_by_import before insert or update on published.restoration for each row execute function published.only_by_import();
create trigger audited after insert on published.restoration for each row execute function audit.record('published');
create trigger audited after insert on published.edition for each row execute function audit.record('published');

-- The measures' assumptions are data with a date and a source, never constants of the program.
create schema evaluation;
grant usage on schema evaluation to superpractice_app, superpractice_guard;

create table evaluation.parameter (
  name text not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  value double precision not null,
  unit text not null,
  period_from date,
  period_to date check (period_to > period_from),
  source text not null,
  primary key (name, valid_from)
);
comment on column evaluation.parameter.period_to is 'The first day after the period the value was observed in; null where it was not observed.';
grant select on evaluation.parameter to superpractice_app, superpractice_guard;
insert into evaluation.parameter (name, valid_from, value, unit, period_from, period_to, source) values
  ('safe-contacts-per-day', '2000-01-01', 23, 'contacts per GP per working day', null, null,
    'The mid and south Essex primary care plan works to approximately 23 a day; BMA safe working guidance says no more than 25'),
  ('gp-days-per-week', '2000-01-01', 4.5, 'days a week of a full-time GP', null, null,
    'Nine sessions of 4 hours 10 minutes make the full week of the salaried GP model contract (37.5 hours)'),
  ('doubtful-contacts-per-day', '2000-01-01', 46, 'contacts per full-time GP and day, every GP counted, from which the published staff figures are doubtful', null, null,
    'local choice awaiting an owner: twice the safe limit; locums by the session and GPs employed by a network are often missing from a practice''s workforce return'),
  ('gp-weeks-per-year', '2000-01-01', 44, 'weeks worked of 52', null, null,
    'Planning assumption of this product: 52 weeks less annual, statutory and study leave; not a published figure'),
  ('gp-share', '2000-01-01', 0.37, 'GP appointments ÷ all appointments', '2022-11-01', '2023-11-01',
    'NHS England, Appointments in General Practice, Wakefield (03R), November 2022 to October 2023');
