-- Capacity: what the time of a session is for, and when it may be booked; how many hub places each practice may take; who may see
-- what without a doctor, and who supervises them; and what offers are ranked by.

insert into patients.need (code, name, say, source) values
  ('care_cohort', 'In the complex care cohort', 'Offer the time that is kept for complex care first', 'Local choice of the group''s care model');

-- Kinds of appointment. What need is offered a kind stands here, so that a kind is added without a change of the program.
create table access.appointment_kind (
  code text primary key,
  name text not null,
  says text not null,
  place smallint not null unique,
  takes_patients boolean not null,
  urgent smallint,
  routine smallint,
  for_need text references patients.need,
  programs boolean not null default false,
  source text not null,
  check (takes_patients or urgent is null and routine is null and not programs)
);
comment on column access.appointment_kind.urgent is 'In which order urgent need is offered it, 1 first; null: never.';
comment on column access.appointment_kind.routine is 'The same for need that may choose its day.';
comment on column access.appointment_kind.for_need is 'Kept for patients of this need alone.';
comment on column access.appointment_kind.programs is 'Whether other programs, 111 among them, may book it.';
insert into access.appointment_kind (code, name, says, place, takes_patients, urgent, routine, for_need, programs, source)
select t.*, 'Local choice after NHS England, GP appointment data guidance' from (values
  ('pre_bookable', 'Pre-bookable', 'Booked ahead', 1, true, 3, 1, null, true),
  ('on_the_day', 'On the day', 'Kept for need that must be met today', 2, true, 1, null, null, false),
  ('duty', 'Duty', 'The duty clinician''s, for what is urgent', 3, true, 2, null, null, false),
  ('telephone_list', 'Telephone list', 'Calls, one after the other', 4, true, 3, 1, null, true),
  ('direct_111', '111 direct', 'Booked by NHS 111', 5, true, null, null, null, true),
  ('enhanced_access', 'Enhanced access', 'Evenings and weekends', 6, true, 3, 1, null, true),
  ('care_cohort', 'Complex care', 'Longer, for patients of the cohort', 7, true, null, 0, 'care_cohort', false),
  ('visit', 'Visits', 'At the patient''s home', 8, true, 1, 1, null, false),
  ('group_consultation', 'Group consultation', 'Several patients at once', 9, true, null, null, null, false),
  ('e_consult', 'E-consult block', 'Answering online requests in writing', 10, false, null, null, null, false),
  ('supervision', 'Supervision', 'With those who are supervised', 11, false, null, null, null, false),
  ('blocked', 'Blocked', 'No appointments', 12, false, null, null, null, false)
) t(code, name, says, place, takes_patients, urgent, routine, for_need, programs);
grant select on access.appointment_kind to superpractice_app, superpractice_guard;

-- The plan is part of the session's row: whoever reads a session, the booking among them, has it without another read, and a
-- session without one costs nothing. Always written whole.
alter table access.session add column plan jsonb;
comment on column access.session.plan is
  'Null: all of it is one kind. Else [{kind, from, to, minutes, places, mode?, opensAt?, releasesAt?, releasesAs?}], from and to in minutes after the session''s start; what no part covers is not booked.';
alter table access.booking add column seat smallint not null default 0 check (seat between 0 and 99);
comment on column access.booking.seat is 'Which place of a group consultation; 0 for every visit alone.';
drop index access.booking_slot;
create unique index booking_slot on access.booking (clinician_id, starts_at, seat) where status <> 'cancelled' and kind = 'ordinary';

-- When a clinician's day is taken, in minutes since 1970, on the row that every booking writes: what is free in a session is read from
-- one row, not from its bookings. Urgent overflow takes its time too.
alter table access.clinician_day add column taken int4multirange not null default '{}';
-- Whole minutes that hold all of it. Said to be stable, not immutable, so that the planner puts it into its statement.
create function access.minutes_of(since timestamptz, upto timestamptz) returns int4multirange language sql stable parallel safe as $$
  select int4multirange(int4range(floor(date_part('epoch', since) / 60)::integer, ceil(date_part('epoch', upto) / 60)::integer))
$$;

-- When urgent and other need may be put into a session, in the same minutes.
alter table access.session add column urgent_times int4multirange not null default '{}', add column routine_times int4multirange not null default '{}';
comment on column access.session.routine_times is
  'Kept by the database from the session and its plan: whether anything is left for a need is one comparison with what the clinician''s day has taken.';

create type access.plan_part as ("kind" text, "from" integer, "to" integer, minutes integer, places integer, mode text,
  "opensAt" timestamptz, "releasesAt" timestamptz, "releasesAs" text);

create function access.plan_parts(plan jsonb) returns setof access.plan_part language sql immutable as $$
  select p.* from jsonb_populate_recordset(null::access.plan_part, plan) p
$$;

-- A plan is in order, within its session, on its grid, and of kinds there are; when urgent and other need may be put into the
-- session follows from it. One statement: sessions are written by the thousand.
create function access.plan_is_legal() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  legal boolean;
begin
  if new.plan is null then
    new.urgent_times := access.minutes_of(new.starts_at,
      new.ends_at - extract(epoch from new.ends_at - new.starts_at)::integer % (new.slot_minutes * 60) * interval '1 second');
    new.routine_times := new.urgent_times;
    return new;
  end if;
  select coalesce(bool_and(p.legal), true), coalesce(range_agg(p.times) filter (where p.urgent), '{}'), coalesce(range_agg(p.times) filter (where p.routine), '{}')
    into legal, new.urgent_times, new.routine_times
  from (
    select case when p."to" > p."from" and p.minutes > 0 then access.minutes_of(new.starts_at + p."from" * interval '1 minute', new.starts_at + (p."to" - (p."to" - p."from") % p.minutes) * interval '1 minute') end as times,
      coalesce(k.urgent, later.urgent) is not null as urgent, coalesce(k.routine, later.routine) is not null as routine,
      coalesce(p."from" >= lag(p."to", 1, 0) over (order by p.place) and p."to" > p."from" and p."to" <= extract(epoch from new.ends_at - new.starts_at) / 60
        and p.minutes between 5 and 240 and p.minutes <= p."to" - p."from" and p.places between 1 and 30
        and p."from" % new.slot_minutes = 0 and p.minutes % new.slot_minutes = 0
        and (p.places = 1 or p.kind = 'group_consultation')
        and (p.mode is null or p.mode in ('face_to_face', 'telephone', 'video', 'home_visit'))
        and (p."releasesAt" is null) = (p."releasesAs" is null)
        and k.code is not null and (p."releasesAs" is null or later.takes_patients), false) as legal
    from rows from (access.plan_parts(new.plan)) with ordinality p("kind", "from", "to", minutes, places, mode, "opensAt", "releasesAt", "releasesAs", place)
      left join access.appointment_kind k on k.code = p.kind
      left join access.appointment_kind later on later.code = p."releasesAs") p;
  if not legal then
    raise exception 'the plan of the session is not legal' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger plan_is_legal before insert or update of plan, starts_at, ends_at, slot_minutes on access.session
  for each row execute function access.plan_is_legal();

-- Why a booking does not stand in its plan, as the code it is refused with; null where it does.
create function access.against_plan(plan jsonb, since interval, lasts interval, seat integer) returns text language sql stable as $$
  select coalesce(
    (select case
        when not k.takes_patients then 'SP071'
        when p."opensAt" > now() then 'SP072'
        when seat >= p.places then 'SP012'
        else '' end
      from access.plan_parts(plan) p join access.appointment_kind k on k.code = case when p."releasesAt" <= now() then p."releasesAs" else p.kind end
      where p."from" <= extract(epoch from since) / 60 and p."to" >= extract(epoch from since + lasts) / 60
        and (extract(epoch from since) / 60 - p."from") % p.minutes = 0 and extract(epoch from lasts) / 60 % p.minutes = 0),
    case when exists (select from access.plan_parts(plan) p join access.appointment_kind k on k.code = p.kind where not k.takes_patients
        and p."from" < extract(epoch from since + lasts) / 60 and p."to" > extract(epoch from since) / 60) then 'SP071' else 'SP016' end)
$$;

update access.session set plan = plan;

-- How many visits of a session would not stand in another plan: never whose they are.
create function access.unfit(in_session uuid, in_plan jsonb) returns integer
language sql stable security definer set search_path = pg_catalog as $$
  select count(*)::integer from access.session s join access.booking b on b.session_id = s.id and b.status <> 'cancelled'
  where s.id = in_session and s.practice_id = any ((select platform.sees('session'))::text[])
    and access.against_plan(in_plan, b.starts_at - s.starts_at, b.ends_at - b.starts_at, b.seat) in ('SP071', 'SP016', 'SP012')
$$;

-- Places of a plan that end after a minute of its session: what the day's capacity is counted from. As a table because the
-- planner puts that into the statement it stands in, which it cannot do with the single value.
create function access.places_in(plan jsonb, since integer) returns table (places integer) language sql stable as $$
  select coalesce(sum(greatest(0, (p."to" - greatest(p."from", since)) / p.minutes) * p.places), 0)::integer
  from access.plan_parts(plan) p join access.appointment_kind k on k.code = p.kind and k.takes_patients
$$;
create function access.plan_places(plan jsonb, since integer) returns integer language sql stable as $$
  select n.places from access.places_in(plan, since) n
$$;

-- The next free place of a group consultation, and how it is done. The same locks in the same order as the promises take them:
-- two who want the last two places are told apart, not refused.
create function access.seat_at(in_session uuid, in_patient uuid, in_start timestamptz, out seat integer, out mode text)
language plpgsql as $$
declare
  s access.session;
  part access.plan_part;
begin
  select t.* into s from access.session t where t.id = in_session;
  select p.* into part from access.plan_parts(s.plan) p
    where p."from" <= extract(epoch from in_start - s.starts_at) / 60 and p."to" > extract(epoch from in_start - s.starts_at) / 60;
  mode := coalesce(part.mode, s.mode);
  seat := 0;
  if part.places > 1 then
    perform pg_advisory_xact_lock(hashtextextended(in_patient::text, 1));
    perform access.hold_day(s.clinician_id, s.day);
    seat := (select coalesce(min(n), part.places) from generate_series(0, part.places - 1) n
      where not exists (select from access.booking b where b.clinician_id = s.clinician_id and b.starts_at = in_start and b.seat = n
        and b.status <> 'cancelled' and b.kind = 'ordinary'));
  end if;
end $$;

-- Hub places -----------------------------------------------------------------------------------------------------------

-- How many places of its hub a practice's patients may take in a week, Monday to Sunday: the row with the latest start on or before
-- a day holds. No row, or one without places: no bound.
create table access.hub_quota (
  id uuid primary key,
  group_id uuid not null references network.group,
  hub_id uuid not null references network.hub,
  practice_id text not null references network.practice,
  valid_from date not null,
  places integer check (places between 0 and 5000),
  source text not null check (source <> '' and length(source) <= 500),
  set_at timestamptz not null default now(),
  set_by uuid references network.person,
  unique (hub_id, practice_id, valid_from)
);
call platform.protect('access.hub_quota', 'session');
grant select, insert on access.hub_quota to superpractice_app;
create policy arranged_i on access.hub_quota as restrictive for insert to superpractice_app with check (access.may_set_policy());

-- What each practice's patients took of its hub in a week, counted under one row's lock as bookings are made and cancelled.
create table access.hub_week (
  hub_id uuid not null references network.hub,
  practice_id text not null references network.practice,
  week date not null check (extract(isodow from week) = 1),
  group_id uuid not null references network.group,
  taken access.contacts not null default 0,
  primary key (hub_id, practice_id, week)
) with (fillfactor = 70);
alter table access.hub_week enable row level security;
alter table access.hub_week force row level security;
create policy by_practice on access.hub_week for select to superpractice_app using (practice_id = any ((select platform.sees('session'))::text[]));
create policy guard on access.hub_week to superpractice_guard using (true) with check (true);
grant select on access.hub_week to superpractice_app;
grant all on access.hub_week to superpractice_guard;
comment on table access.hub_week is 'practice rows, class session';

create function access.week_of(day date) returns date language sql immutable parallel safe as $$ select day - (extract(isodow from day)::integer - 1) $$;

-- Places a practice may take of a hub in the week of a day; null: no bound.
create function access.hub_quota_on(in_hub uuid, in_practice text, on_day date) returns integer language sql stable as $$
  select q.places from access.hub_quota q where q.hub_id = in_hub and q.practice_id = in_practice and q.valid_from <= on_day order by q.valid_from desc limit 1
$$;

create function access.hub_of(in_practice text, on_day date) returns uuid language sql stable as $$
  select m.hub_id from network.hub_member m where m.practice_id = in_practice and network.in_force(m.valid_from, m.valid_to, on_day) limit 1
$$;

-- Takes one of the week's hub places for the practice of a booking, or refuses; what others of the practice keep while they
-- choose counts too.
create function access.take_hub_place(b access.booking) returns void language plpgsql as $$
declare
  hub uuid := access.hub_of(b.host_practice_id, b.day);
  so_far integer;
  most integer;
begin
  if hub is null then return; end if;
  insert into access.hub_week as w (hub_id, practice_id, week, group_id, taken) values (hub, b.practice_id, access.week_of(b.day), b.group_id, 1)
    on conflict (hub_id, practice_id, week) do update set taken = w.taken + 1 returning w.taken into so_far;
  most := access.hub_quota_on(hub, b.practice_id, b.day);
  if so_far + access.hub_kept(hub, b.practice_id, b.day, b.request_id) > most then
    raise exception 'the practice has had its % hub places of that week', most using errcode = 'SP073';
  end if;
end $$;

-- Gives a cancelled hub place back.
create function access.give_hub_place_back(in_session uuid, in_practice text) returns void language sql as $$
  update access.hub_week w set taken = greatest(0, w.taken - 1) from access.session t
  where t.id = in_session and t.kind = 'hub' and w.hub_id = access.hub_of(t.practice_id, t.day) and w.practice_id = in_practice and w.week = access.week_of(t.day)
$$;

-- What each practice of a hub gave to it and took of it in the week of a day: places its clinicians put on, and visits of its patients.
-- Counts alone, for whoever sees the practice's sessions.
create function access.hub_exchange(on_day date)
returns table (hub_id uuid, hub_name text, practice_id text, practice_name text, quota integer, received integer, given integer)
language sql stable security definer set search_path = pg_catalog as $$
  with week as (select access.week_of(on_day) as monday),
  put_on as (
    select access.hub_of(t.practice_id, t.day) as hub_id, c.practice_id, sum(case when t.plan is null
      then floor(extract(epoch from t.ends_at - t.starts_at) / 60 / t.slot_minutes) else access.plan_places(t.plan, 0) end)::integer as places
    from week join access.session t on t.day between week.monday and week.monday + 6 join workforce.clinician c on c.id = t.clinician_id
    where t.kind = 'hub' and t.status = 'open' and t.group_id = platform.current_group() group by 1, 2
  )
  select h.id, h.name, p.id, p.name, access.hub_quota_on(h.id, p.id, week.monday + 6), coalesce(w.taken, 0)::integer, coalesce(g.places, 0)
  from week join network.hub h on h.group_id = platform.current_group()
  join network.hub_member m on m.hub_id = h.id and network.in_force(m.valid_from, m.valid_to, greatest(week.monday, least(platform.today(), week.monday + 6)))
  join network.practice p on p.id = m.practice_id
  left join access.hub_week w on w.hub_id = h.id and w.practice_id = p.id and w.week = week.monday
  left join put_on g on g.hub_id = h.id and g.practice_id = p.id
  where p.id = any ((select platform.sees('session'))::text[])
  order by h.name, p.name
$$;

-- Scope of practice ----------------------------------------------------------------------------------------------------

-- What a role may see: the row with the latest start on or before a day holds; a role without one sees whoever a protocol sends.
create table workforce.role_scope (
  role text not null references workforce.clinician_role,
  valid_from date not null,
  undifferentiated boolean not null,
  supervised boolean not null,
  supervision_minutes integer not null check (supervision_minutes between 0 and 250),
  source text not null,
  primary key (role, valid_from)
);
comment on column workforce.role_scope.undifferentiated is 'Whether they see patients whose problem nobody has yet named.';
comment on column workforce.role_scope.supervision_minutes is 'Minutes of the named supervisor that one session of theirs takes.';
insert into workforce.role_scope values
  ('physician_associate', '2020-01-01', false, true, 30,
   'Leng review of physician associates (2025) and RCGP and BMA scope guidance; the minutes are a local choice, awaiting a clinical owner');
grant select on workforce.role_scope to superpractice_app, superpractice_guard;

-- The named GP who supervises somebody.
create table workforce.supervision (
  id uuid primary key,
  group_id uuid not null references network.group,
  clinician_id uuid not null references workforce.clinician,
  supervisor_id uuid not null references workforce.clinician check (supervisor_id <> clinician_id),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  exclude using gist (clinician_id with =, daterange(valid_from, valid_to) with &&)
);
create index supervision_supervisor on workforce.supervision (supervisor_id);
call platform.protect_group('workforce.supervision', 'directory');
grant select, insert, update, delete on workforce.supervision to superpractice_app;
create function workforce.may_tie(of_clinician uuid) returns boolean language sql stable as $$
  select workforce.may_arrange(coalesce((select c.practice_id from workforce.clinician c where c.id = of_clinician), '-'))
$$;
create policy arranged_i on workforce.supervision as restrictive for insert to superpractice_app with check (workforce.may_tie(clinician_id));
create policy arranged_u on workforce.supervision as restrictive for update to superpractice_app
  using (workforce.may_tie(clinician_id)) with check (workforce.may_tie(clinician_id));
create policy arranged_d on workforce.supervision as restrictive for delete to superpractice_app
  using (workforce.may_tie(clinician_id) and valid_from >= platform.today());

create function workforce.supervisor_is_gp() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if not exists (select from workforce.clinician s join workforce.clinician c on c.id = new.clinician_id and c.group_id = s.group_id
      where s.id = new.supervisor_id and s.role = 'gp') then
    raise exception 'a supervisor is a GP of the same group' using errcode = 'SP075';
  end if;
  return null;
end $$;
create trigger supervisor_is_gp after insert or update on workforce.supervision for each row execute function workforce.supervisor_is_gp();

create function workforce.supervisor_on(in_clinician uuid, on_day date) returns uuid language sql stable as $$
  select v.supervisor_id from workforce.supervision v where v.clinician_id = in_clinician and network.in_force(v.valid_from, v.valid_to, on_day)
$$;

-- Whether a role works under a supervisor on a day.
create function workforce.is_supervised(in_role text, on_day date) returns boolean language sql stable as $$
  select coalesce((select r.supervised from workforce.role_scope r where r.role = in_role and r.valid_from <= on_day order by r.valid_from desc limit 1), false)
$$;

-- Nobody opens a session for somebody who must be supervised and is not.
create function access.supervised_first() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.status = 'open' and workforce.is_supervised(new.role, new.day) and workforce.supervisor_on(new.clinician_id, new.day) is null then
    raise exception 'nobody supervises them on that day' using errcode = 'SP074';
  end if;
  return new;
end $$;
create trigger supervised_first before insert on access.session for each row execute function access.supervised_first();

-- The small team within a practice that knows a patient when their own GP is away.
create table workforce.micro_team_member (
  id uuid primary key,
  group_id uuid not null references network.group,
  team text not null check (team <> ''),
  clinician_id uuid not null references workforce.clinician,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  exclude using gist (clinician_id with =, daterange(valid_from, valid_to) with &&)
);
comment on column workforce.micro_team_member.team is 'The team''s name with its practice''s code: one name, one team.';
create index micro_team on workforce.micro_team_member (group_id, team);
call platform.protect_group('workforce.micro_team_member', 'directory');
grant select, insert, update, delete on workforce.micro_team_member to superpractice_app;
create policy arranged_i on workforce.micro_team_member as restrictive for insert to superpractice_app with check (workforce.may_tie(clinician_id));
create policy arranged_u on workforce.micro_team_member as restrictive for update to superpractice_app
  using (workforce.may_tie(clinician_id)) with check (workforce.may_tie(clinician_id));
create policy arranged_d on workforce.micro_team_member as restrictive for delete to superpractice_app
  using (workforce.may_tie(clinician_id) and valid_from >= platform.today());

-- Offers ---------------------------------------------------------------------------------------------------------------

-- What offers are ranked by, in days of waiting that each is worth: the group's own version before the one for all.
create table access.offer_policy (
  group_id uuid references network.group,
  version integer not null check (version > 0),
  valid_from date not null,
  continuity numeric not null check (continuity >= 0),
  continuity_otherwise numeric not null check (continuity_otherwise >= 0),
  team_share numeric not null check (team_share between 0 and 1),
  seen_share numeric not null check (seen_share between 0 and 1),
  role_place numeric not null check (role_place >= 0),
  scarcity numeric not null check (scarcity >= 0),
  mile numeric not null check (mile >= 0),
  elsewhere numeric not null check (elsewhere >= 0),
  unmet numeric not null check (unmet >= 0),
  load numeric not null check (load >= 0),
  kept_for numeric not null check (kept_for >= 0),
  most_miles numeric not null check (most_miles > 0),
  most_practices integer not null check (most_practices between 1 and 100),
  days_ahead integer not null check (days_ahead between 1 and 84),
  source text not null check (source <> ''),
  unique nulls not distinct (group_id, version)
);
comment on column access.offer_policy.continuity is 'Days that seeing the usual GP is worth for a need in which it matters; otherwise: for every other need.';
comment on column access.offer_policy.team_share is 'What the GP''s micro-team counts of that; seen: somebody seen before.';
comment on column access.offer_policy.role_place is 'Days for each place further down the protocol''s roles; scarcity: for a role of scarcity 100.';
comment on column access.offer_policy.load is 'Days for a clinician whose day is full: of two alike, the one with more room. kept_for: for each place further down the kinds of appointment for that need.';
comment on column access.offer_policy.most_miles is 'Nobody is offered a visit in person further from home than this, but for their own practice.';
insert into access.offer_policy values
  (null, 1, '2020-01-01', 10, 2, 0.6, 0.5, 1.5, 4, 0.3, 0.5, 5, 0.5, 0.05, 12, 35, 42, 'Local choice, awaiting an owner: no national weights are published');
grant select on access.offer_policy to superpractice_app, superpractice_guard;

do $$
begin
  alter function access.seat_at(uuid, uuid, timestamptz) owner to superpractice_guard;
  revoke all on function access.seat_at(uuid, uuid, timestamptz) from public;
  alter function access.unfit(uuid, jsonb) owner to superpractice_guard;
  revoke all on function access.unfit(uuid, jsonb) from public;
  grant execute on function access.unfit(uuid, jsonb) to superpractice_app;
  alter function access.hub_exchange(date) owner to superpractice_guard;
  revoke all on function access.hub_exchange(date) from public;
  grant execute on function access.hub_exchange(date) to superpractice_app;
end $$;
