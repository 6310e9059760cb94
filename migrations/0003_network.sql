-- Practices, groups, hubs, contracts and agreements; the people who use the product and the roles they hold; and what a
-- role sees under which agreement. Practices are global, everything else is a group's.

-- Nothing may hold twice at one time (a membership, an agreement, a role): that takes exclusion over text and uuid.
create extension if not exists btree_gist;
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
  phone text check (phone ~ '^\+[1-9]\d{6,14}$'),
  status text not null default 'open' check (status in ('open', 'closing', 'closed')),
  source text not null
);
comment on column network.practice.phone is 'The number patients ring, as E.164; null where not known.';
comment on column network.practice.opening is 'Times by weekday (1 Monday … 7 Sunday), e.g. {"1": ["08:00", "18:30"]}; null where not known.';

-- A list as counted elsewhere than in national statistics, which have none for a fictional or brand-new practice.
create table network.list_count (
  practice_id text not null references network.practice,
  counted_on date not null,
  patients integer not null check (patients >= 0),
  source text not null,
  primary key (practice_id, counted_on)
);

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
  primary key (group_id, practice_id, valid_from),
  exclude using gist (group_id with =, practice_id with =, daterange(valid_from, valid_to) with &&)
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
  primary key (hub_id, practice_id, valid_from),
  -- One hub at a time: a practice's list counts once in the group's hubs.
  exclude using gist (group_id with =, practice_id with =, daterange(valid_from, valid_to) with &&)
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
  notice_given_on date,
  joint_agreement text check (joint_agreement <> ''),
  exclude using gist (group_id with =, practice_id with =, service with =, daterange(joined_from, left_from) with &&)
);
comment on column network.agreement.joint_agreement is 'Who agreed to an end without full notice, and when; null where notice was given.';
create unique index agreement_open on network.agreement (group_id, practice_id, service) where left_from is null;
create index agreement_practice on network.agreement (group_id, service, practice_id);

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
  check (practice_id is null or hub_id is null),
  exclude using gist (person_id with =, group_id with =, role with =, (coalesce(practice_id, '')) with =, (coalesce(hub_id::text, '')) with =,
    daterange(valid_from, valid_to) with &&)
);
create index role_held_person on network.role_held (person_id);
create unique index person_email on network.person (lower(email));

-- What a role sees of a class of rows. `own`: the practice where it is held. `joined`: held for a group or hub, the
-- practices that have joined the service. `shared`: held at a practice that has joined, the others that have too.
-- `member`: held for a group or hub, every practice that is or was in it, never one still to come (only what must be
-- settled or audited).
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

create function network.in_hub(in_hub uuid, in_practice text, on_date date) returns boolean language sql stable as $$
  select exists (select from network.hub_member m
    where m.hub_id = in_hub and m.practice_id = in_practice and network.in_force(m.valid_from, m.valid_to, on_date))
$$;

-- The practices of a class that a role held at `at_practice`, for `at_hub` or for the whole group sees on a date.
create function network.visible(in_role text, in_class text, in_group uuid, at_practice text, at_hub uuid, on_date date)
returns text[] language plpgsql stable set plan_cache_mode = force_generic_plan as $$
declare
  rule network.sight;
  seen text[] := '{}';
begin
  for rule in select s.* from network.sight s where s.role = in_role and s.class = in_class loop
    if rule.reach = 'own' and at_practice is not null then
      seen := seen || at_practice;
    elsif rule.reach = 'joined' and at_practice is null or rule.reach = 'shared' and exists (
        select from network.agreement a where a.group_id = in_group and a.practice_id = at_practice and a.service = rule.service
          and network.in_force(a.joined_from, a.left_from, on_date)) then
      seen := seen || array(
        select a.practice_id from network.agreement a
        where a.group_id = in_group and a.service = rule.service and network.in_force(a.joined_from, a.left_from, on_date)
          and (at_hub is null or network.in_hub(at_hub, a.practice_id, on_date)));
    elsif rule.reach = 'member' and at_practice is null then
      seen := seen || array(
        select g.practice_id from network.group_practice g
        where g.group_id = in_group and g.valid_from <= on_date and (at_hub is null or network.in_hub(at_hub, g.practice_id, on_date)));
    end if;
  end loop;
  return seen;
end $$;

-- The practices whose rows of a class the actor sees: found when first asked for in a transaction, then the same to its end.
create or replace function platform.sees(class text) returns text[]
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  stamp text := current_setting('sp.role_held', true) || ' ';
  known text := current_setting('sp.sees_' || class, true);
  seen text[];
  in_group uuid := nullif(current_setting('sp.group', true), '')::uuid;
  as_role text := current_setting('sp.role', true);
begin
  if starts_with(known, stamp) then return substr(known, length(stamp) + 1)::text[]; end if;
  if in_group is null or coalesce(as_role, '') = '' then return '{}'; end if;
  if as_role = 'system' then
    -- The program itself, acting for a group: jobs and the demonstration.
    seen := array(select g.practice_id from network.group_practice g where g.group_id = in_group);
  elsif class = 'group_audit' then
    -- What belongs to no practice (people, roles, settings) is audited for the group's auditors and administrators.
    seen := case when as_role in ('auditor', 'administrator') and current_setting('sp.practice', true) = '' then '{group}' else '{}' end;
  elsif as_role = 'patient' then
    -- From their own practice, and from the practices of those they act for.
    seen := array(select distinct unnest(network.visible(as_role, class, in_group, p.practice_id, null, platform.today()))
      from patients.patient p where p.id = any (platform.own_patients()));
  else
    seen := network.visible(as_role, class, in_group, nullif(current_setting('sp.practice', true), ''),
      nullif(current_setting('sp.hub', true), '')::uuid, platform.today());
  end if;
  perform set_config('sp.sees_' || class, stamp || seen::text, true);
  return seen;
end $$;

-- Sets, once per transaction, who acts. The database looks the role up itself: a role not held today is refused whatever
-- the program says.
create function platform.enter(actor jsonb, action text, purpose text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  held network.role_held;
  done text;
begin
  if actor ->> 'role_held' is not null then
    select * into held from network.role_held r
    where r.id = (actor ->> 'role_held')::uuid and r.person_id = (actor ->> 'person')::uuid
      and network.in_force(r.valid_from, r.valid_to, platform.today());
    if not found then
      raise exception 'the role is not held today' using errcode = 'insufficient_privilege';
    end if;
  end if;
  -- One assignment, worked out on the spot: each `perform` would start a query of its own.
  done := set_config('sp.person', coalesce(actor ->> 'person', ''), true)
    || set_config('sp.name', coalesce(actor ->> 'name', ''), true)
    || set_config('sp.role', coalesce(held.role, actor ->> 'role', ''), true)
    || set_config('sp.group', coalesce(held.group_id::text, actor ->> 'group', ''), true)
    || set_config('sp.role_held', coalesce(held.id::text, 'system ' || coalesce(actor ->> 'group', '')), true)
    || set_config('sp.practice', coalesce(held.practice_id, ''), true)
    || set_config('sp.hub', coalesce(held.hub_id::text, ''), true)
    || set_config('sp.action', action, true)
    || set_config('sp.purpose', purpose, true);
end $$;
alter function platform.enter(jsonb, text, text) owner to superpractice_guard;
alter function platform.sees(text) owner to superpractice_guard;


alter view network.hub_name owner to superpractice_guard;
grant select on network.hub_name to superpractice_app;
grant select on network.practice, network.list_count, network.group, network.branch_site, network.contract_kind, network.service, network.role, network.sight
  to superpractice_app, superpractice_guard;
grant insert, update on network.practice, network.list_count, network.group, network.branch_site, network.contract_kind to superpractice_app, superpractice_guard;
grant select, insert, update, delete on network.person, network.identity, network.role_held to superpractice_guard;
grant select, insert, update, delete on network.person, network.role_held to superpractice_app;
grant insert on network.identity to superpractice_app;
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

-- Everyone in a group may know how it is made; only those who answer for it change it. Without these a fault anywhere in
-- the program could let a role open what an agreement keeps closed.
create function network.may_arrange() returns boolean language sql stable parallel safe as $$
  select platform.current_role_name() in ('system', 'administrator', 'operations')
$$;
create function network.may_decide(for_practice text) returns boolean language sql stable parallel safe as $$
  select platform.current_role_name() in ('system', 'administrator')
    or platform.current_role_name() in ('practice_manager', 'partner') and for_practice = current_setting('sp.practice', true)
$$;
do $$
declare target text;
begin
  foreach target in array array['group_practice', 'hub', 'hub_member', 'contract'] loop
    execute format('create policy arranged_i on network.%I as restrictive for insert to superpractice_app with check ((select network.may_arrange()))', target);
    execute format('create policy arranged_u on network.%I as restrictive for update to superpractice_app using ((select network.may_arrange()))', target);
    execute format('create policy arranged_d on network.%I as restrictive for delete to superpractice_app using ((select network.may_arrange()))', target);
  end loop;
end $$;
create policy decided_i on network.agreement as restrictive for insert to superpractice_app with check (network.may_decide(practice_id));
create policy decided_u on network.agreement as restrictive for update to superpractice_app using (network.may_decide(practice_id));
create policy decided_d on network.agreement as restrictive for delete to superpractice_app using (network.may_decide(practice_id));

-- Names and addresses of people are their group's, and those of a group they hold a role in. Before somebody acts under a role, one person at a
-- time is found by an exact address or id, and the cast of a demonstration by asking for it, so that nobody can read a list.
alter table network.person enable row level security;
create policy known on network.person for select to superpractice_app using (platform.current_role_name() = 'system'
  or group_id = (select platform.current_group())
  or exists (select from network.role_held r where r.person_id = person.id and r.group_id = (select platform.current_group())));
create policy given on network.person to superpractice_app
  using (platform.current_role_name() = 'system' or (platform.current_role_name() = 'administrator' and group_id = (select platform.current_group())))
  with check (platform.current_role_name() = 'system' or (platform.current_role_name() = 'administrator' and group_id = (select platform.current_group())));
create policy guard on network.person to superpractice_guard using (true) with check (true);
create function network.person_at(in_email text) returns table (id uuid, name text)
language sql stable security definer set search_path = pg_catalog as $$
  select p.id, p.name from network.person p where lower(p.email) = lower(in_email)
$$;
create function network.person_named(in_id uuid) returns table (id uuid, name text, fictional boolean, email text)
language sql stable security definer set search_path = pg_catalog as $$
  select p.id, p.name, p.fictional, case when p.fictional then p.email end from network.person p where p.id = in_id
$$;
-- By the provider's subject, or by an address the provider has checked while nobody has signed in with that provider as them.
create function network.person_signed_in(in_issuer text, in_subject text, in_email text) returns table (id uuid, known boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select i.person_id, true from network.identity i where i.issuer = in_issuer and i.subject = in_subject
  union all
  select p.id, false from network.person p where lower(p.email) = lower(in_email)
    and not exists (select from network.identity i where i.issuer = in_issuer and (i.subject = in_subject or i.person_id = p.id))
  limit 1
$$;

-- Roles decide what everybody sees: they are given and ended by an administrator of the same group, or by the system, and read
-- by their group. Before somebody acts under a role, those of one person are found by the person's id.
alter table network.role_held enable row level security;
create policy known on network.role_held for select to superpractice_app
  using (platform.current_role_name() = 'system' or group_id = (select platform.current_group()) or person_id = (select platform.current_person()));
create policy given on network.role_held to superpractice_app
  using (platform.current_role_name() = 'system' or (platform.current_role_name() = 'administrator' and group_id = (select platform.current_group())))
  with check (platform.current_role_name() = 'system' or (platform.current_role_name() = 'administrator' and group_id = (select platform.current_group())));
create function network.roles_of(in_person uuid) returns setof network.role_held
language sql stable security definer set search_path = pg_catalog as $$
  select r.* from network.role_held r where r.person_id = in_person
$$;
create function network.fictional_roles() returns setof network.role_held
language sql stable security definer set search_path = pg_catalog as $$
  select r.* from network.role_held r join network.person p on p.id = r.person_id where p.fictional
$$;

-- Whether somebody of the acting group is signed in anywhere, and the end of that: for those who arrange its people.
create function network.arranges(in_person uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select platform.current_role_name() in ('system', 'administrator') and exists (select from network.person p where p.id = in_person
    and (p.group_id = platform.current_group() or exists (select from network.role_held r where r.person_id = p.id and r.group_id = platform.current_group())))
$$;
create function network.signed_in(in_person uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select network.arranges(in_person)
    and exists (select from platform.session s where s.person_id = in_person and s.revoked_at is null and s.expires_at > now())
$$;
create function network.end_sessions(in_person uuid) returns integer language sql security definer set search_path = pg_catalog as $$
  with ended as (update platform.session s set revoked_at = now()
    where s.person_id = in_person and s.revoked_at is null and network.arranges(in_person) returning 1)
  select count(*)::integer from ended
$$;
do $$
declare
  door text;
begin
  foreach door in array array['person_at(text)', 'person_named(uuid)', 'person_signed_in(text, text, text)', 'roles_of(uuid)', 'fictional_roles()',
      'arranges(uuid)', 'signed_in(uuid)', 'end_sessions(uuid)'] loop
    execute format('alter function network.%s owner to superpractice_guard', door);
    execute format('revoke all on function network.%s from public', door);
    execute format('grant execute on function network.%s to superpractice_app, superpractice_guard', door);
  end loop;
end $$;
create policy guard on network.role_held to superpractice_guard using (true) with check (true);
