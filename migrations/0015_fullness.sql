-- When nothing bookable is left: the group's recorded policy, the waiting list in fair order with its offers, 111 as a
-- recorded exception, levels with their thresholds and history, and what stands beside every limit figure.

-- What is done with routine need when no place is left in time. Urgent need and red flags stand in no policy: they go to the
-- duty clinician and past the limit as overflow, whatever is written here.
create table access.fullness_policy (
  id uuid primary key,
  group_id uuid not null references network.group,
  version integer not null check (version > 0),
  valid_from date not null,
  steps text[] not null check (cardinality(steps) > 0
    and steps <@ array['next_practice', 'hub', 'group', 'waiting_list', 'signpost'] and 'waiting_list' = any (steps)),
  promise_days integer not null check (promise_days between 1 and 60),
  offer_minutes integer not null check (offer_minutes between 15 and 1440),
  source text not null check (source <> '' and length(source) <= 2000),
  proposed_by uuid not null references network.person,
  proposed_at timestamptz not null default now(),
  decision text check (decision in ('approved', 'declined')),
  decided_by uuid references network.person,
  decided_at timestamptz,
  decided_note text not null default '' check (length(decided_note) <= 2000),
  unique (group_id, version),
  check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
  constraint two_people check (decided_by is null or decided_by <> proposed_by)
);
comment on column access.fullness_policy.promise_days is 'Working days within which somebody on the waiting list is promised a time, where their urgency says nothing sooner.';
comment on column access.fullness_policy.offer_minutes is 'Minutes within which a place that was freed is offered before it goes to the next.';
call platform.protect_group('access.fullness_policy', 'directory');
grant select, insert on access.fullness_policy to superpractice_app;
grant update (decision, decided_by, decided_at, decided_note) on access.fullness_policy to superpractice_app;

create function access.may_set_policy() returns boolean language sql stable parallel safe as $$
  select platform.current_role_name() in ('system', 'operations', 'governance', 'administrator') and coalesce(current_setting('sp.practice', true), '') = ''
$$;
create policy arranged_i on access.fullness_policy as restrictive for insert to superpractice_app with check (access.may_set_policy());
create policy arranged_u on access.fullness_policy as restrictive for update to superpractice_app
  using (access.may_set_policy()) with check (access.may_set_policy());

-- A version is decided once, before its day is over: the past is never decided again.
create function access.policy_decided_once() returns trigger language plpgsql as $$
begin
  if old.decision is not null then
    raise exception 'the version has been decided already' using errcode = 'SP061';
  elsif new.decision = 'approved' and new.valid_from < platform.today() then
    raise exception 'the day of the version has passed' using errcode = 'SP062';
  end if;
  return new;
end $$;
create trigger policy_decided_once before update on access.fullness_policy for each row execute function access.policy_decided_once();

-- Whether a request is urgent by its protocol (hours, or the same day) or has a red flag that stops it.
create function access.never_waits(in_request uuid) returns boolean language sql stable as $$
  select exists (select from access.request r where r.id = in_request and (r.status = 'red_flag'
    or exists (select from access.red_flag f where f.request_id = r.id and f.closed_at is null and f.withdrawn_at is null and not f.softened)
    or exists (select from access.protocol p cross join lateral jsonb_array_elements(p.content -> 'bands') b
      where p.id = r.protocol_id and p.version = r.protocol_version and b ->> 'id' = r.urgency and (b ? 'hours' or b ->> 'days' = '0'))))
$$;
create function access.urgent_never_waits() returns trigger language plpgsql as $$
begin
  if access.never_waits(new.request_id) then
    raise exception 'urgent need is not put off: the duty clinician decides' using errcode = 'SP063';
  end if;
  return new;
end $$;

-- What was done with one request when nothing was left, beside what the policy said.
create table access.fullness_step (
  id uuid primary key,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  request_id uuid not null references access.request,
  policy_id uuid references access.fullness_policy,
  advised text,
  taken text not null check (taken in ('waiting_list', 'signpost', 'keep_waiting')),
  reason text not null default '' check (length(reason) <= 500),
  taken_at timestamptz not null default now(),
  taken_by uuid references network.person,
  check (advised is null or advised = taken or reason <> '')
);
comment on column access.fullness_step.advised is 'The policy''s next step then; null where no policy was in force.';
create index fullness_step_request on access.fullness_step (request_id);
call platform.protect('access.fullness_step', 'visit');
grant select, insert on access.fullness_step to superpractice_app;
create trigger urgent_never_waits before insert on access.fullness_step for each row
  when (new.taken <> 'keep_waiting') execute function access.urgent_never_waits();

-- Who waits for a place, with the date they were promised. The order is read from the request: urgency, then when it came.
create table access.waiting_place (
  id uuid primary key,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  request_id uuid not null references access.request,
  policy_id uuid references access.fullness_policy,
  promised_by timestamptz not null,
  put_on_at timestamptz not null default now(),
  put_on_by uuid references network.person,
  left_at timestamptz,
  left_why text check (left_why in ('booked', 'ended', 'taken-off')),
  check ((left_at is null) = (left_why is null))
);
create unique index waiting_place_once on access.waiting_place (request_id) where left_at is null;
create index waiting_place_open on access.waiting_place (group_id) where left_at is null;
call platform.protect('access.waiting_place', 'visit');
grant select, insert, update on access.waiting_place to superpractice_app;
create trigger urgent_never_waits before insert on access.waiting_place for each row
  when (new.left_at is null) execute function access.urgent_never_waits();

-- A freed place put to the first whose need it fits. It blocks nothing: the place is for whoever books it first.
create table access.waiting_offer (
  id uuid primary key,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  request_id uuid not null references access.request,
  waiting_id uuid not null references access.waiting_place,
  session_id uuid not null,
  clinician_id uuid not null,
  starts_at timestamptz not null,
  minutes integer not null,
  freed_by text not null,
  passed_over jsonb not null default '[]',
  made_at timestamptz not null default now(),
  until timestamptz not null,
  state text not null default 'open' check (state in ('open', 'booked', 'passed', 'lapsed', 'gone')),
  closed_at timestamptz,
  closed_by uuid references network.person,
  closing_reason text not null default '' check (length(closing_reason) <= 500),
  check ((state = 'open') = (closed_at is null)),
  check (state <> 'passed' or closing_reason <> '')
);
comment on column access.waiting_offer.passed_over is 'Who stood before and why the place did not fit them: [{requestId, why}].';
create unique index waiting_offer_one on access.waiting_offer (waiting_id) where state = 'open';
create unique index waiting_offer_place on access.waiting_offer (session_id, starts_at) where state = 'open';
create index waiting_offer_request on access.waiting_offer (request_id);
call platform.protect('access.waiting_offer', 'visit');
grant select, insert, update on access.waiting_offer to superpractice_app;

-- News that a place is free, added by whatever frees it, in the same transaction.
create function access.place_freed() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'booking' then
    if exists (select from access.waiting_place w where w.group_id = new.group_id and w.left_at is null) then
      perform platform.add_job('access.place-freed', json_build_object('groupId', new.group_id, 'sessionId', new.session_id,
        'why', case when new.moved_to is null then 'cancelled' else 'moved' end));
    end if;
  elsif exists (select from access.waiting_place w where w.group_id = new.group_id and w.left_at is null) then
    perform platform.add_job('access.place-freed', json_build_object('groupId', new.group_id, 'clinicianId', new.clinician_id, 'why', 'routine'));
  end if;
  return null;
end $$;
create trigger place_freed after update of status on access.booking for each row
  when (old.status <> 'cancelled' and new.status = 'cancelled' and new.kind = 'ordinary') execute function access.place_freed();
create trigger place_freed after update of stopped_at on access.clinician_day for each row
  when (old.stopped_at is not null and new.stopped_at is null) execute function access.place_freed();

-- 111 is no overflow of the day: each is recorded with why, which clinician decided, and who was told, the ICB among them.
create table access.sent_to_111 (
  id uuid primary key,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  request_id uuid not null references access.request,
  reason text not null check (reason <> '' and length(reason) <= 500),
  decided_by text not null check (decided_by <> ''),
  decider_id uuid references workforce.clinician,
  icb_told text not null check (icb_told <> '' and length(icb_told) <= 200),
  icb_told_at timestamptz not null,
  others_told text not null default '' check (length(others_told) <= 500),
  sent_at timestamptz not null default now(),
  sent_by uuid references network.person
);
create index sent_to_111_day on access.sent_to_111 (practice_id, sent_at);
call platform.protect('access.sent_to_111', 'visit');
grant select, insert on access.sent_to_111 to superpractice_app;

-- Levels. A practice or group is at the worst level any of its measures reaches; green where none does.
create table access.level_threshold (
  group_id uuid references network.group,
  scope text not null check (scope in ('practice', 'group')),
  measure text not null check (measure in ('free_share', 'late', 'unmet', 'flags', 'full_share')),
  level text not null check (level in ('yellow', 'orange', 'red', 'black')),
  valid_from date not null,
  value numeric not null check (value >= 0),
  source text not null,
  unique nulls not distinct (group_id, scope, measure, level, valid_from)
);
comment on column access.level_threshold.value is 'free_share: reached at this share of the day''s places or less; every other measure: at this figure or more.';
insert into access.level_threshold (group_id, scope, measure, level, valid_from, value, source)
select null, t.scope, t.measure, t.level, '2020-01-01', t.value, 'Local choice, awaiting an owner: no national thresholds are published for general practice'
from (values
  ('practice', 'free_share', 'yellow', 0.20), ('practice', 'free_share', 'orange', 0.10), ('practice', 'free_share', 'red', 0.0),
  ('practice', 'late', 'yellow', 1), ('practice', 'late', 'orange', 3), ('practice', 'late', 'red', 6), ('practice', 'late', 'black', 12),
  ('practice', 'unmet', 'yellow', 2), ('practice', 'unmet', 'orange', 5), ('practice', 'unmet', 'red', 10), ('practice', 'unmet', 'black', 20),
  ('practice', 'flags', 'red', 1), ('practice', 'flags', 'black', 3),
  ('group', 'full_share', 'yellow', 0.2), ('group', 'full_share', 'orange', 0.4), ('group', 'full_share', 'red', 0.6), ('group', 'full_share', 'black', 0.8),
  ('group', 'free_share', 'yellow', 0.15), ('group', 'free_share', 'orange', 0.08), ('group', 'free_share', 'red', 0.03),
  ('group', 'flags', 'orange', 1), ('group', 'flags', 'red', 3), ('group', 'flags', 'black', 6)) t(scope, measure, level, value);
grant select on access.level_threshold to superpractice_app, superpractice_guard;

create domain access.level as text check (value in ('green', 'yellow', 'orange', 'red', 'black', 'closed'));
comment on domain access.level is 'closed: no sessions are left that day, so there is nothing to be full.';
-- One row each time a level changes: between two rows it stood.
create table access.level_change (
  id uuid primary key,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  at timestamptz not null,
  level access.level not null,
  because jsonb not null default '[]'
);
create index level_change_at on access.level_change (practice_id, at desc);
call platform.protect('access.level_change', 'session');
create table access.group_level_change (
  id uuid primary key,
  group_id uuid not null references network.group,
  at timestamptz not null,
  level access.level not null,
  because jsonb not null default '[]'
);
create index group_level_change_at on access.group_level_change (group_id, at desc);
call platform.protect_group('access.group_level_change', 'directory');
grant select, insert on access.level_change, access.group_level_change to superpractice_app;
-- Only the program itself writes history.
create policy decided_i on access.level_change as restrictive for insert to superpractice_app with check (platform.current_role_name() = 'system');
create policy decided_i on access.group_level_change as restrictive for insert to superpractice_app with check (platform.current_role_name() = 'system');

-- What stands beside a limit: of the requests that came from in_from to before in_to, what could not be met and how long people
-- wait for their visit (an untouched draft is no request); who still waits for a place counts with the wait so far. Counts alone, for whoever sees the practice's sessions.
create function access.beside_limit(in_from date, in_to date)
returns table (practice_id text, practice_name text, requests integer, unmet integer, counted integer, still_waiting integer, median_days float8, ninth_days float8)
language sql stable security definer set search_path = pg_catalog as $$
  with came as (
    select r.practice_id, r.unmet_reason is not null as unmet, b.starts_at is null and k.waits as still,
      extract(epoch from coalesce(b.starts_at, case when k.waits then now() end) - r.received_at) / 86400.0 as days
    from access.request r
    left join access.booking b on b.request_id = r.id and b.status <> 'cancelled'
    cross join lateral (select r.status in ('waiting', 'red_flag') and (r.unmet_reason is not null
      or exists (select from access.waiting_place w where w.request_id = r.id and w.left_at is null)) as waits) k
    where r.practice_id = any ((select platform.sees('session'))::text[]) and r.group_id = platform.current_group()
      and (r.status <> 'draft' or r.words <> '' or r.patient_id is not null)
      and r.received_at >= (in_from::timestamp at time zone 'Europe/London') and r.received_at < (in_to::timestamp at time zone 'Europe/London')
  )
  select p.id, p.name, count(c.practice_id)::integer, (count(*) filter (where c.unmet))::integer, (count(c.days))::integer, (count(*) filter (where c.still))::integer,
    case when count(c.days) >= 5 then percentile_cont(0.5) within group (order by greatest(c.days, 0)) end::float8,
    case when count(c.days) >= 5 then percentile_cont(0.9) within group (order by greatest(c.days, 0)) end::float8
  from network.practice p left join came c on c.practice_id = p.id
  where p.id = any ((select platform.sees('session'))::text[]) group by p.id, p.name order by p.name
$$;

do $$
declare f text;
begin
  foreach f in array array['access.beside_limit(date, date)'] loop
    execute format('alter function %s owner to superpractice_guard', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to superpractice_app, superpractice_guard', f);
  end loop;
end $$;
