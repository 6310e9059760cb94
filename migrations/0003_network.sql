-- Practices, groups, hubs, contracts and agreements; the people who use the product and the roles they hold; and what a
-- role sees under which agreement. Practices are global, everything else is a group's.

create schema network;
grant usage on schema network to superpractice_app;
grant usage, create on schema network to superpractice_guard;

create table network.practice (
  id text primary key check (id ~ '^[A-Z][A-Z0-9]{4,5}$'),
  name text not null,
  address text,
  postcode text,
  latitude double precision,
  longitude double precision,
  opening jsonb,
  status text not null default 'open' check (status in ('open', 'closing', 'closed')),
  source text not null
);
comment on column network.practice.opening is 'Times by weekday (1 Monday … 7 Sunday), e.g. {"1": ["08:00", "18:30"]}; null where not known.';

create table network.group (
  id uuid primary key,
  name text not null unique,
  legal_shape text not null check (legal_shape in ('merger', 'super-partnership', 'federation', 'network')),
  fictional boolean not null default false,
  created_at timestamptz not null default now()
);

create table network.group_practice (
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  primary key (group_id, practice_id, valid_from)
);

create table network.branch_site (
  id uuid primary key,
  practice_id text not null references network.practice,
  name text not null,
  address text,
  postcode text,
  latitude double precision,
  longitude double precision,
  step_free boolean,
  main boolean not null default false,
  valid_from date not null,
  valid_to date check (valid_to > valid_from)
);

create table network.hub (
  id uuid primary key,
  group_id uuid not null references network.group,
  code text not null,
  name text not null,
  unique (group_id, code)
);

-- Hubs are protected by group; their names alone are not, for people who have signed in but not yet chosen a role.
create view network.hub_name as select h.id, h.name from network.hub h;

create table network.hub_member (
  hub_id uuid not null references network.hub,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  primary key (hub_id, practice_id, valid_from)
);

-- The legal holder, who benefits, who is registered with CQC, where it is delivered and who is paid are five answers.
create table network.contract (
  id uuid primary key,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  kind text not null,
  holders text[] not null,
  beneficiary text not null,
  cqc_provider text not null,
  site_id uuid references network.branch_site,
  payee text not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from)
);

create table network.contract_kind (
  code text primary key,
  name text not null,
  source text not null
);
insert into network.contract_kind values
  ('GMS', 'General Medical Services', 'National Health Service Act 2006, section 84'),
  ('PMS', 'Personal Medical Services', 'National Health Service Act 2006, section 92'),
  ('APMS', 'Alternative Provider Medical Services', 'National Health Service Act 2006, section 83');
alter table network.contract add foreign key (kind) references network.contract_kind;

create table network.service (
  code text primary key,
  name text not null,
  opens text not null,
  notice_days integer not null
);
comment on column network.service.opens is 'What joining shows the group, in words for a practice manager.';
insert into network.service values
  ('hub_booking', 'Hub booking', 'What a visit needs: name, age, reason, needs', 28),
  ('shared_workforce', 'Shared workforce', 'Who can be lent, and when. Not pay, not sickness', 28),
  ('payments', 'Payments', 'What we are owed and paid, never for whom', 90),
  ('policies', 'Policies', 'Our policies’ titles, versions and dates', 28),
  ('evaluation', 'Comparisons', 'Counts by week: contacts and waits. No patients', 28);

create table network.agreement (
  id uuid primary key,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  service text not null references network.service,
  joined_from date not null,
  left_from date check (left_from > joined_from),
  notice_given_on date
);
create unique index agreement_open on network.agreement (group_id, practice_id, service) where left_from is null;
create index agreement_service on network.agreement (group_id, service);

create table network.person (
  id uuid primary key,
  group_id uuid references network.group,
  name text not null,
  email text unique,
  fictional boolean not null default false
);

create table network.identity (
  issuer text not null,
  subject text not null,
  person_id uuid not null references network.person,
  primary key (issuer, subject)
);

create table network.role (
  code text primary key,
  name text not null
);
insert into network.role values
  ('operations', 'Group operations'), ('navigator', 'Care navigator'), ('clinician', 'Clinician'), ('workforce', 'Workforce'),
  ('finance', 'Finance'), ('governance', 'Governance'), ('practice_manager', 'Practice manager'), ('partner', 'Partner'),
  ('auditor', 'Auditor'), ('administrator', 'Administrator');

create table network.role_held (
  id uuid primary key,
  person_id uuid not null references network.person,
  group_id uuid not null references network.group,
  practice_id text references network.practice,
  hub_id uuid references network.hub,
  role text not null references network.role,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  check (practice_id is null or hub_id is null)
);
create index role_held_person on network.role_held (person_id);

-- What a role sees of a class of rows. `own`: the practice where it is held. `joined`: held for a group or hub, the
-- practices that have joined the service. `shared`: held at a practice that has joined, the others that have too.
-- `member`: held for a group or hub, every practice that is or was in it (only what must be settled or audited).
create table network.sight (
  role text not null references network.role,
  class text not null,
  reach text not null check (reach in ('own', 'joined', 'shared', 'member')),
  service text references network.service,
  primary key (role, class, reach),
  check ((reach in ('joined', 'shared')) = (service is not null))
);
insert into network.sight (role, class, reach, service) values
  ('navigator', 'patient', 'own', null), ('navigator', 'patient', 'joined', 'hub_booking'),
  ('navigator', 'visit', 'own', null), ('navigator', 'visit', 'joined', 'hub_booking'),
  ('navigator', 'open_visit', 'member', null),
  ('navigator', 'session', 'own', null), ('navigator', 'session', 'shared', 'hub_booking'), ('navigator', 'session', 'joined', 'hub_booking'),
  ('clinician', 'patient', 'own', null), ('clinician', 'patient', 'joined', 'hub_booking'),
  ('clinician', 'visit', 'own', null), ('clinician', 'visit', 'joined', 'hub_booking'),
  ('clinician', 'open_visit', 'member', null),
  ('clinician', 'session', 'own', null), ('clinician', 'session', 'shared', 'hub_booking'), ('clinician', 'session', 'joined', 'hub_booking'),
  ('operations', 'visit', 'joined', 'hub_booking'), ('operations', 'open_visit', 'member', null),
  ('operations', 'session', 'joined', 'hub_booking'),
  ('workforce', 'session', 'own', null), ('workforce', 'session', 'joined', 'shared_workforce'),
  ('practice_manager', 'patient', 'own', null), ('practice_manager', 'visit', 'own', null),
  ('practice_manager', 'session', 'own', null), ('practice_manager', 'audit', 'own', null), ('practice_manager', 'money', 'own', null),
  ('practice_manager', 'policy', 'own', null), ('practice_manager', 'measure', 'own', null),
  ('partner', 'session', 'own', null), ('partner', 'audit', 'own', null), ('partner', 'money', 'own', null),
  ('partner', 'policy', 'own', null), ('partner', 'measure', 'own', null),
  ('finance', 'money', 'own', null), ('finance', 'money', 'joined', 'payments'),
  ('governance', 'policy', 'own', null), ('governance', 'policy', 'joined', 'policies'),
  ('operations', 'measure', 'joined', 'evaluation'), ('governance', 'measure', 'joined', 'evaluation'),
  ('auditor', 'audit', 'own', null), ('auditor', 'audit', 'member', null), ('auditor', 'measure', 'joined', 'evaluation');

create function network.in_force(valid_from date, valid_to date, on_date date) returns boolean language sql immutable parallel safe as $$
  select valid_from <= on_date and (valid_to is null or on_date < valid_to)
$$;

-- The practices of each class that a role held at `at_practice`, for `at_hub` or for the whole group sees on a date.
create function network.visible(in_role text, in_group uuid, at_practice text, at_hub uuid, on_date date)
returns table (class text, practices text[]) language sql stable as $$
  with hub_practice as (
    select m.practice_id from network.hub_member m where m.hub_id = at_hub and network.in_force(m.valid_from, m.valid_to, on_date)
  ), joined as (
    select a.service, a.practice_id from network.agreement a
    where a.group_id = in_group and network.in_force(a.joined_from, a.left_from, on_date)
  )
  select s.class, array_agg(distinct seen.practice_id) from network.sight s cross join lateral (
    select at_practice as practice_id where s.reach = 'own' and at_practice is not null
    union all
    select j.practice_id from joined j where s.reach = 'joined' and at_practice is null and j.service = s.service
      and (at_hub is null or j.practice_id in (select h.practice_id from hub_practice h))
    union all
    select j.practice_id from joined j where s.reach = 'shared' and j.service = s.service
      and exists (select from joined mine where mine.practice_id = at_practice and mine.service = s.service)
    union all
    select g.practice_id from network.group_practice g where s.reach = 'member' and at_practice is null and g.group_id = in_group
      and (at_hub is null or g.practice_id in (select h.practice_id from hub_practice h))
  ) seen
  where s.role = in_role group by s.class
$$;

-- Every class there is; the system acting for a group (jobs, demonstration) sees its practices in all of them.
create function network.classes() returns setof text language sql stable as $$
  select distinct s.class from network.sight s
$$;

-- Sets, once per transaction, who acts and which practices they see. The database looks the role up itself: a role not
-- held today is refused whatever the program says.
create function platform.enter(actor jsonb, action text, purpose text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  held network.role_held;
  in_group uuid := (actor ->> 'group')::uuid;
  seen record;
begin
  if actor ->> 'role_held' is not null then
    select * into held from network.role_held r
    where r.id = (actor ->> 'role_held')::uuid and r.person_id = (actor ->> 'person')::uuid
      and network.in_force(r.valid_from, r.valid_to, platform.today());
    if not found then
      raise exception 'the role is not held today' using errcode = 'insufficient_privilege';
    end if;
    in_group := held.group_id;
    for seen in select v.class, v.practices from network.visible(held.role, held.group_id, held.practice_id, held.hub_id, platform.today()) v loop
      perform set_config('sp.sees_' || seen.class, seen.practices::text, true);
    end loop;
    if held.role = 'auditor' and held.practice_id is null then
      perform set_config('sp.sees_group_audit', '{group}', true);
    end if;
  elsif actor ->> 'role' = 'system' and in_group is not null then
    perform set_config('sp.sees_' || c, (select array_agg(g.practice_id)::text from network.group_practice g where g.group_id = in_group), true)
      from network.classes() c;
  end if;
  perform set_config('sp.person', coalesce(actor ->> 'person', ''), true),
    set_config('sp.name', coalesce(actor ->> 'name', ''), true),
    set_config('sp.role', coalesce(held.role, actor ->> 'role', ''), true),
    set_config('sp.group', coalesce(in_group::text, ''), true),
    set_config('sp.practice', coalesce(held.practice_id, ''), true),
    set_config('sp.action', action, true),
    set_config('sp.purpose', purpose, true);
end $$;
alter function platform.enter(jsonb, text, text) owner to superpractice_guard;

alter view network.hub_name owner to superpractice_guard;
grant select on network.hub_name to superpractice_app;
grant select on network.practice, network.group, network.branch_site, network.contract_kind, network.service, network.role, network.sight
  to superpractice_app, superpractice_guard;
grant insert, update on network.practice, network.group, network.branch_site, network.contract_kind to superpractice_app, superpractice_guard;
grant select, insert, update, delete on network.person, network.identity, network.role_held to superpractice_app, superpractice_guard;
create trigger audited after insert or update or delete on network.practice for each row execute function audit.record('directory');
create trigger audited after insert or update or delete on network.group for each row execute function audit.record('directory');
create trigger audited after insert or update or delete on network.branch_site for each row execute function audit.record('directory');
create trigger audited after insert or update or delete on network.person for each row execute function audit.record('directory');
create trigger audited after insert or update or delete on network.role_held for each row execute function audit.record('directory');

call platform.protect_group('network.group_practice', 'directory');
call platform.protect_group('network.hub', 'directory');
call platform.protect_group('network.hub_member', 'directory');
call platform.protect_group('network.contract', 'directory');
call platform.protect_group('network.agreement', 'directory');
grant select, insert, update, delete on network.group_practice, network.hub, network.hub_member, network.contract, network.agreement
  to superpractice_app;
