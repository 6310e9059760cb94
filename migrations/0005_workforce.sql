-- People who see patients, and the number of contacts a day that is safe for them. The rota and job plans come later.

create extension if not exists btree_gist;
create schema workforce;
grant usage on schema workforce to superpractice_app;
grant usage, create on schema workforce to superpractice_guard;

create table workforce.clinician_role (
  code text primary key,
  name text not null,
  short_name text not null,
  scarcity integer not null,
  answers_danger boolean not null default false
);
comment on column workforce.clinician_role.scarcity is 'Higher is scarcer: of two who are safe and within scope, the less scarce is offered first.';
comment on column workforce.clinician_role.answers_danger is 'Whether they may be the duty doctor, to whom dangers are put: a local choice, awaiting a clinical owner.';
insert into workforce.clinician_role values
  ('gp', 'GP', 'GP', 100), ('advanced_nurse', 'Advanced nurse practitioner', 'Nurse practitioner', 70),
  ('paramedic', 'Paramedic', 'Paramedic', 65), ('physician_associate', 'Physician assistant', 'Physician assistant', 55),
  ('mental_health', 'Mental health practitioner', 'Mental health', 60), ('pharmacist', 'Clinical pharmacist', 'Pharmacist', 50),
  ('physio', 'First contact physiotherapist', 'Physiotherapist', 50), ('nurse', 'Practice nurse', 'Nurse', 45),
  ('hca', 'Healthcare assistant', 'Healthcare assistant', 20), ('social_prescriber', 'Social prescribing link worker', 'Social prescriber', 20);

update workforce.clinician_role set answers_danger = true where code = 'gp';

create table workforce.clinician (
  id uuid primary key,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  person_id uuid references network.person,
  name text not null,
  role text not null references workforce.clinician_role,
  fte numeric(4, 3) not null check (fte > 0 and fte <= 1.5),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  -- A person is one clinician of a group at a time, wherever they work: the safe limit is the person's.
  exclude using gist (group_id with =, person_id with =, daterange(valid_from, valid_to) with &&)
);
create index clinician_group on workforce.clinician (group_id, role);
create index clinician_person on workforce.clinician (person_id);

-- The group's path, and one clinician's own where it differs: the row with the latest start on or before a day holds. A
-- clinician's row without contacts ends their own: from that day the group's holds for them again.
create table workforce.daily_limit (
  id uuid primary key,
  group_id uuid not null references network.group,
  clinician_id uuid references workforce.clinician,
  valid_from date not null,
  contacts integer check (contacts between 0 and 99),
  source text not null,
  unique nulls not distinct (group_id, clinician_id, valid_from),
  check (contacts is not null or clinician_id is not null)
);

-- Contacts a day that are safe for a clinician; null where the group has set no limit. As a table because the planner puts that
-- into the statement it stands in, which it cannot do with the single value.
create function workforce.limits_on(in_group uuid, in_clinician uuid, on_day date) returns table (contacts integer) language sql stable as $$
  select coalesce(
    (select l.contacts from workforce.daily_limit l
      where l.group_id = in_group and l.clinician_id = in_clinician and l.valid_from <= on_day order by l.valid_from desc limit 1),
    (select l.contacts from workforce.daily_limit l
      where l.group_id = in_group and l.clinician_id is null and l.valid_from <= on_day order by l.valid_from desc limit 1))
$$;
create function workforce.limit_on(in_group uuid, in_clinician uuid, on_day date) returns integer language sql stable as $$
  select l.contacts from workforce.limits_on(in_group, in_clinician, on_day) l
$$;

-- The group's people are known by name and role across the group; what they earn or why they are away is not here.
call platform.protect_group('workforce.clinician', 'directory');
call platform.protect_group('workforce.daily_limit', 'directory');
grant select, insert, update on workforce.clinician, workforce.daily_limit to superpractice_app;
grant select on workforce.clinician_role to superpractice_app, superpractice_guard;
