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
  answers_danger boolean not null default false,
  register text check (register in ('GMC', 'NMC', 'HCPC', 'GPhC'))
);
comment on column workforce.clinician_role.register is 'The professional register whoever has the role is on; null where the role has none of its own.';
comment on column workforce.clinician_role.scarcity is 'Higher is scarcer: of two who are safe and within scope, the less scarce is offered first.';
comment on column workforce.clinician_role.answers_danger is 'Whether they may be the duty doctor, to whom dangers are put: a local choice, awaiting a clinical owner.';
insert into workforce.clinician_role values
  ('gp', 'GP', 'GP', 100), ('advanced_nurse', 'Advanced nurse practitioner', 'Nurse practitioner', 70),
  ('paramedic', 'Paramedic', 'Paramedic', 65), ('physician_associate', 'Physician assistant', 'Physician assistant', 55),
  ('mental_health', 'Mental health practitioner', 'Mental health', 60), ('pharmacist', 'Clinical pharmacist', 'Pharmacist', 50),
  ('physio', 'First contact physiotherapist', 'Physiotherapist', 50), ('nurse', 'Practice nurse', 'Nurse', 45),
  ('hca', 'Healthcare assistant', 'Healthcare assistant', 20), ('social_prescriber', 'Social prescribing link worker', 'Social prescriber', 20);

update workforce.clinician_role set answers_danger = true where code = 'gp';
update workforce.clinician_role set register = case when code in ('gp', 'physician_associate') then 'GMC' when code in ('nurse', 'advanced_nurse') then 'NMC'
  when code in ('paramedic', 'physio') then 'HCPC' when code = 'pharmacist' then 'GPhC' end;

-- A name as names are compared: without case, accents, titles, marks or order, so that “RAHMANI, Hana” is “Dr Hana Rahmani”.
create function workforce.name_key(name text) returns text language sql immutable parallel safe as $$
  select coalesce(
    string_agg(w, ' ' order by w collate "C") filter (where w not in
      ('dr', 'doctor', 'mr', 'mrs', 'ms', 'miss', 'mx', 'prof', 'professor', 'sir', 'dame', 'nurse', 'sister', 'matron', 'gp')),
    string_agg(w, ' ' order by w collate "C"), '')
  from regexp_split_to_table(regexp_replace(regexp_replace(
    lower(translate(normalize(name, NFKD), 'ŁłØøĐđıÞþðÐ', 'LlOoDdiTtdD')), '[\u0300-\u036f''’‘ʼ`]', '', 'g'), '[[:punct:][:space:]‐–—]+', ' ', 'g'), ' ') w
  where w <> ''
$$;

-- Somebody who sees patients: one entry a person, wherever in the group they work. The safe limit, the lock of a day and the
-- free minutes are the entry's, so they are the person's as long as nobody has two: see `workforce.one_entry_a_person`.
create table workforce.clinician (
  id uuid primary key,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  person_id uuid references network.person,
  name text not null,
  role text not null references workforce.clinician_role,
  fte numeric(4, 3) not null check (fte > 0 and fte <= 1.5),
  valid_from date not null,
  valid_to date,
  registration text check (registration ~ '^((GMC|GPhC) \d{7}|NMC \d\d[A-Z]\d{4}[A-Z]|HCPC [A-Z]{2,3}\d{4,6})$'),
  name_key text not null generated always as (workforce.name_key(name)) stored,
  told_apart text check (told_apart <> ''),
  same_person_as uuid references workforce.clinician check (same_person_as <> id),
  check (valid_to > valid_from or same_person_as is not null and valid_to >= valid_from),
  check (same_person_as is null or valid_to is not null),
  exclude using gist (group_id with =, person_id with =, daterange(valid_from, valid_to) with &&) where (same_person_as is null),
  exclude using gist (group_id with =, registration with =, daterange(valid_from, valid_to) with &&) where (same_person_as is null)
);
create index clinician_group on workforce.clinician (group_id, role);
create index clinician_person on workforce.clinician (person_id);
create index clinician_name on workforce.clinician (group_id, name_key);
comment on column workforce.clinician.registration is 'The professional register and the number on it, which is one person''s alone; null where it is not known or there is none.';
comment on column workforce.clinician.told_apart is 'Why somebody of the same name is another person, as whoever entered them said.';
comment on column workforce.clinician.same_person_as is 'The entry that stands for this person from valid_to on: they had been entered twice.';

-- Where else in the group a clinician works: their home practice is in their entry. Sessions there are opened for the one entry.
create table workforce.works_at (
  id uuid primary key,
  group_id uuid not null references network.group,
  clinician_id uuid not null references workforce.clinician,
  practice_id text not null references network.practice,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  exclude using gist (clinician_id with =, practice_id with =, daterange(valid_from, valid_to) with &&)
);
create index works_at_practice on workforce.works_at (practice_id);

-- Whether a clinician's home is one of some practices, or they work there too, today or later.
create function workforce.works_in(in_clinician uuid, practices text[]) returns boolean language sql stable as $$
  select exists (select from workforce.clinician c where c.id = in_clinician and c.practice_id = any (practices))
    or exists (select from workforce.works_at w where w.clinician_id = in_clinician and w.practice_id = any (practices)
      and (w.valid_to is null or w.valid_to > greatest(platform.today(), w.valid_from)))
$$;

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
call platform.protect_group('workforce.works_at', 'directory');
grant select, insert, update on workforce.clinician, workforce.daily_limit, workforce.works_at to superpractice_app;
grant select on workforce.clinician_role to superpractice_app, superpractice_guard;
