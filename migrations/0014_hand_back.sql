-- Nothing is lost between practices: a visit outside the patient's own practice ends with a hand-back, which that practice
-- acknowledges, and a result that is owed has an owner until it is closed.

-- How long a hand-back waits to be acknowledged, and when an owner counts as away: the group's own rule, else the one for all.
create table access.hand_back_rule (
  group_id uuid references network.group,
  valid_from date not null,
  -- Minutes within London's hours of working days: first for the home practice, then for its duty clinician.
  practice_minutes integer not null check (practice_minutes between 1 and 6000),
  duty_minutes integer not null check (duty_minutes between 1 and 6000),
  not_before time not null,
  not_after time not null check (not_after > not_before),
  -- Days ahead without any session after which the owner of a result counts as away.
  away_days integer not null check (away_days between 1 and 60),
  source text not null,
  unique nulls not distinct (group_id, valid_from)
);
insert into access.hand_back_rule values
  (null, '2020-01-01', 240, 120, '08:00', '18:30', 7, 'Local choice, awaiting a clinical owner; GMS core hours');
grant select on access.hand_back_rule to superpractice_app, superpractice_guard;

create table access.hand_back (
  id uuid primary key,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  host_practice_id text not null references network.practice,
  booking_id uuid not null unique references access.booking,
  patient_id uuid not null references patients.patient,
  clinician_id uuid not null references workforce.clinician,
  nothing_asked boolean not null,
  done access.free_text not null check (nothing_asked or done <> ''),
  written_at timestamptz not null default now(),
  written_by uuid references network.person,
  asked_level text not null default 'practice' check (asked_level in ('practice', 'duty', 'group')),
  duty_clinician_id uuid references workforce.clinician,
  asked_at timestamptz not null default now(),
  asked_before jsonb not null default '[]',
  acknowledged_at timestamptz,
  acknowledged_by uuid references network.person,
  settled_at timestamptz,
  history jsonb not null default '[]',
  check ((acknowledged_at is null) = (acknowledged_by is null))
);
comment on column access.hand_back.practice_id is 'The patient''s own practice, which acknowledges it.';
comment on column access.hand_back.asked_level is 'With whom it waits: the home practice, its duty clinician, then the group''s board.';
comment on column access.hand_back.settled_at is 'When it was acknowledged and every ask and result of it closed; kept by the database.';
comment on column access.hand_back.history is 'What was corrected, passed on or handed over, by whom, why and what stood before: [{at, by, name, what, note, before}]. It only grows.';
create index hand_back_open on access.hand_back (practice_id, asked_at) where settled_at is null;
create index hand_back_host on access.hand_back (host_practice_id, written_at);

create table access.hand_back_ask (
  id uuid primary key,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  host_practice_id text not null references network.practice,
  hand_back_id uuid not null references access.hand_back,
  booking_id uuid not null references access.booking,
  clinician_id uuid not null references workforce.clinician,
  duty_clinician_id uuid references workforce.clinician,
  what text not null check (what <> '' and length(what) <= 1000),
  of_kind text not null check (of_kind in ('role', 'clinician', 'host')),
  of_role text check ((of_kind = 'role') = (of_role is not null)),
  of_clinician_id uuid references workforce.clinician check ((of_kind = 'clinician') = (of_clinician_id is not null)),
  due_on date not null,
  written_at timestamptz not null default now(),
  closed_at timestamptz,
  closed_by uuid references network.person,
  closing_note text,
  history jsonb not null default '[]',
  check ((closed_at is null) = (closed_by is null)),
  check (closed_at is null or closing_note <> '')
);
comment on column access.hand_back_ask.of_kind is 'Of a role at the home practice, of one clinician, or of the practice that wrote it.';
create index hand_back_ask_of on access.hand_back_ask (hand_back_id);
create index hand_back_ask_visit on access.hand_back_ask (booking_id);
create index hand_back_ask_open on access.hand_back_ask (practice_id) where closed_at is null;
create index hand_back_ask_person on access.hand_back_ask (of_clinician_id) where closed_at is null;

create table access.owed_result (
  id uuid primary key,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  host_practice_id text not null references network.practice,
  hand_back_id uuid not null references access.hand_back,
  booking_id uuid not null references access.booking,
  clinician_id uuid not null references workforce.clinician,
  duty_clinician_id uuid references workforce.clinician,
  test text not null check (test <> '' and length(test) <= 500),
  owner_clinician_id uuid not null references workforce.clinician,
  expected_on date not null,
  written_at timestamptz not null default now(),
  closed_at timestamptz,
  closed_by uuid references network.person,
  closing_note text,
  history jsonb not null default '[]',
  check ((closed_at is null) = (closed_by is null)),
  check (closed_at is null or closing_note <> '')
);
comment on column access.owed_result.owner_clinician_id is 'Who looks at the result when it comes and does what it asks for.';
create index owed_result_of on access.owed_result (hand_back_id);
create index owed_result_visit on access.owed_result (booking_id);
create index owed_result_owner on access.owed_result (owner_clinician_id) where closed_at is null;
create index owed_result_open on access.owed_result (practice_id) where closed_at is null;

call platform.protect('access.hand_back', 'visit');
call platform.protect('access.hand_back_ask', 'visit');
call platform.protect('access.owed_result', 'visit');
grant select, insert, update on access.hand_back, access.hand_back_ask, access.owed_result to superpractice_app;

-- The host sees it until it is settled, and after that while both practices have agreed; whoever must settle it, wrote it or
-- is asked sees it until then, whatever was agreed.
create policy by_host on access.hand_back to superpractice_app
  using (host_practice_id = any ((select platform.sees('visit'))::text[])
    and (settled_at is null or practice_id = any ((select platform.sees('session'))::text[])));
create policy to_settle on access.hand_back to superpractice_app
  using ((settled_at is null or acknowledged_by = (select platform.current_person()))
    and (practice_id = any ((select platform.sees('open_visit'))::text[])
      or (select platform.current_role_name()) = 'clinician' and array[clinician_id, duty_clinician_id] && (select access.own_clinicians())::uuid[]));
do $$
declare
  part record;
begin
  for part in select * from (values ('hand_back_ask', 'of_clinician_id'), ('owed_result', 'owner_clinician_id')) p(name, whose) loop
    execute format($policy$create policy by_host on access.%I to superpractice_app
      using (host_practice_id = any ((select platform.sees('visit'))::text[])
        and (closed_at is null or closed_by = (select platform.current_person()) or practice_id = any ((select platform.sees('session'))::text[])))$policy$, part.name);
    execute format($policy$create policy to_settle on access.%I to superpractice_app
      using ((closed_at is null or closed_by = (select platform.current_person()))
        and (practice_id = any ((select platform.sees('open_visit'))::text[])
          or (select platform.current_role_name()) = 'clinician'
            and array[clinician_id, duty_clinician_id, %I] && (select access.own_clinicians())::uuid[]))$policy$, part.name, part.whose);
  end loop;
end $$;

-- Nothing of it is deleted. What was written changes only with a line in its history, which only grows; what is acknowledged
-- or closed stays so, but that a correction asks for a new acknowledgement.
create function access.hand_back_never_deleted() returns trigger language plpgsql as $$
begin
  raise exception 'hand-backs, asks and owed results are closed, not deleted' using errcode = 'restrict_violation';
end $$;
create function access.hand_back_kept() returns trigger language plpgsql as $$
declare
  was jsonb := to_jsonb(old);
  is_now jsonb := to_jsonb(new);
  grown boolean := jsonb_array_length(new.history) > jsonb_array_length(old.history);
  standing text[] := array['asked_level', 'duty_clinician_id', 'asked_at', 'asked_before', 'settled_at', 'acknowledged_at', 'acknowledged_by',
    'closed_at', 'closed_by', 'closing_note', 'history'];
  fixed text[] := array['id', 'group_id', 'practice_id', 'host_practice_id', 'booking_id', 'patient_id', 'hand_back_id', 'clinician_id', 'written_at', 'written_by'];
  name text;
begin
  if jsonb_array_length(new.history) < jsonb_array_length(old.history) or exists (
      select from jsonb_array_elements(old.history) with ordinality o(line, n) where new.history -> (o.n - 1)::integer is distinct from o.line) then
    raise exception 'the history of a hand-back only grows' using errcode = 'restrict_violation';
  end if;
  foreach name in array fixed loop
    if was -> name is distinct from is_now -> name then
      raise exception 'a hand-back stays that of its visit (%)', name using errcode = 'restrict_violation';
    end if;
  end loop;
  if (was - standing) is distinct from (is_now - standing) and not grown then
    raise exception 'a hand-back is corrected with a line in its history' using errcode = 'restrict_violation';
  elsif was ->> 'closed_at' is not null and (is_now ->> 'closed_at', is_now ->> 'closed_by', is_now ->> 'closing_note')
      is distinct from (was ->> 'closed_at', was ->> 'closed_by', was ->> 'closing_note') then
    raise exception 'what is closed stays closed' using errcode = 'restrict_violation';
  elsif was ->> 'acknowledged_at' is not null and is_now ->> 'acknowledged_at' is distinct from was ->> 'acknowledged_at'
      and (is_now ->> 'acknowledged_at' is not null or not grown) then
    raise exception 'what is acknowledged stays so until it is corrected' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

-- The home practice acknowledges, or who answers for it: never whoever wrote it, never the host alone.
create function access.hand_back_acknowledged() returns trigger language plpgsql as $$
begin
  if old.acknowledged_at is null and new.acknowledged_at is not null and (new.acknowledged_by = new.written_by
      or not (new.practice_id = any (platform.sees('visit')) or new.practice_id = any (platform.sees('open_visit'))
        or new.duty_clinician_id = any (access.own_clinicians()))) then
    raise exception 'the home practice acknowledges a hand-back, not who wrote it' using errcode = 'SP032';
  end if;
  return new;
end $$;
-- A result is clinical: a clinician closes it or takes it over.
create function access.only_clinicians_own() returns trigger language plpgsql as $$
begin
  if platform.current_role_name() not in ('clinician', 'system')
      and (new.closed_at is distinct from old.closed_at or new.owner_clinician_id <> old.owner_clinician_id) then
    raise exception 'only a clinician closes or hands over a result' using errcode = 'SP033';
  end if;
  return new;
end $$;

-- Settled when it is acknowledged, or asks for nothing, and nothing of it is open: kept by the database, because whoever
-- closes the last part may not see the whole.
create function access.settle_hand_back() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  which uuid := case tg_table_name when 'hand_back' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'hand_back_id')::uuid end;
  is_settled boolean;
begin
  -- Two who close the last two parts at once wait for each other here.
  perform from access.hand_back h where h.id = which for no key update;
  select (h.acknowledged_at is not null or h.nothing_asked)
      and not exists (select from access.hand_back_ask a where a.hand_back_id = h.id and a.closed_at is null)
      and not exists (select from access.owed_result r where r.hand_back_id = h.id and r.closed_at is null)
    into is_settled from access.hand_back h where h.id = which;
  update access.hand_back h set settled_at = case when is_settled then now() end where h.id = which and (h.settled_at is not null) <> is_settled;
  return null;
end $$;

create trigger kept before update on access.hand_back for each row execute function access.hand_back_kept();
create trigger kept before update on access.hand_back_ask for each row execute function access.hand_back_kept();
create trigger kept before update on access.owed_result for each row execute function access.hand_back_kept();
create trigger acknowledged before update of acknowledged_at on access.hand_back for each row execute function access.hand_back_acknowledged();
create trigger only_clinicians_own before update on access.owed_result for each row execute function access.only_clinicians_own();
create trigger settle after insert or update of acknowledged_at, nothing_asked on access.hand_back for each row execute function access.settle_hand_back();
create trigger settle after insert or update of closed_at on access.hand_back_ask for each row execute function access.settle_hand_back();
create trigger settle after insert or update of closed_at on access.owed_result for each row execute function access.settle_hand_back();
create trigger never_deleted before delete on access.hand_back for each statement execute function access.hand_back_never_deleted();
create trigger never_deleted before delete on access.hand_back_ask for each statement execute function access.hand_back_never_deleted();
create trigger never_deleted before delete on access.owed_result for each statement execute function access.hand_back_never_deleted();

-- A visit outside the home practice ends with its hand-back, whoever says that it has ended.
create function access.hand_back_first() returns trigger language plpgsql as $$
begin
  if not exists (select from access.hand_back h where h.booking_id = new.id) then
    raise exception 'a visit outside the home practice ends with a hand-back' using errcode = 'SP031';
  end if;
  return null;
end $$;
create trigger hand_back_first after update of status on access.booking for each row
  when (new.status = 'attended' and old.status <> 'attended' and new.practice_id <> new.host_practice_id)
  execute function access.hand_back_first();

-- Which of the asking clinician's visits of a day are outside the home practice, with their hand-backs.
create function access.my_hand_backs(in_day date) returns table (booking_id uuid, hand_back_id uuid, settled_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select b.id, h.id, h.settled_at from access.booking b left join access.hand_back h on h.booking_id = b.id
  where platform.current_role_name() = 'clinician' and b.clinician_id = any ((select access.own_clinicians())::uuid[]) and b.group_id = platform.current_group()
    and b.day = in_day and b.practice_id <> b.host_practice_id and b.status <> 'cancelled'
$$;

-- What writing the hand-back of one's own visit needs.
create function access.visit_to_hand_back(in_booking uuid)
returns table (booking_id uuid, group_id uuid, practice_id text, practice_name text, host_practice_id text, host_name text, clinician_id uuid,
  patient_id uuid, given_name text, family_name text, birth_date date, words text, usual_gp_id uuid, starts_at timestamptz, status text)
language sql stable security definer set search_path = pg_catalog as $$
  select b.id, b.group_id, b.practice_id, p.name, b.host_practice_id, h.name, b.clinician_id, t.id, t.given_name, t.family_name, t.birth_date,
    coalesce(r.words, ''), t.usual_gp_id, b.starts_at, b.status::text
  from access.booking b join patients.patient t on t.id = b.patient_id join network.practice p on p.id = b.practice_id
  join network.practice h on h.id = b.host_practice_id left join access.request r on r.id = b.request_id
  where b.id = in_booking and platform.current_role_name() = 'clinician' and b.clinician_id = any (access.own_clinicians())
    and b.group_id = platform.current_group() and b.practice_id <> b.host_practice_id and b.status in ('booked', 'attended') and b.day <= platform.today()
$$;

-- Who a hand-back is about and what was done, for whoever sees it or an open part of it; nobody else.
create function access.hand_back_card(in_hand_backs uuid[])
returns table (id uuid, booking_id uuid, group_id uuid, practice_id text, practice_name text, host_practice_id text, host_name text, clinician_id uuid,
  clinician_name text, patient_id uuid, given_name text, family_name text, birth_date date, sex text, starts_at timestamptz, nothing_asked boolean,
  done text, written_at timestamptz, written_by uuid, asked_level text, duty_name text, asked_at timestamptz, asked_before jsonb,
  acknowledged_at timestamptz, acknowledged_name text, settled_at timestamptz, history jsonb)
-- Planning so many joins afresh for each few cards costs more than reading them.
language sql stable security definer set search_path = pg_catalog set plan_cache_mode = force_generic_plan as $$
  select h.id, h.booking_id, h.group_id, h.practice_id, p.name, h.host_practice_id, o.name, h.clinician_id, c.name, t.id, t.given_name, t.family_name,
    t.birth_date, t.sex, b.starts_at, h.nothing_asked, h.done, h.written_at, h.written_by, h.asked_level, d.name, h.asked_at, h.asked_before,
    h.acknowledged_at, a.name, h.settled_at, h.history
  from access.hand_back h join patients.patient t on t.id = h.patient_id join network.practice p on p.id = h.practice_id
  join network.practice o on o.id = h.host_practice_id join workforce.clinician c on c.id = h.clinician_id
  join access.booking b on b.id = h.booking_id left join network.person a on a.id = h.acknowledged_by
  left join workforce.clinician d on d.id = h.duty_clinician_id
  where h.id = any (in_hand_backs) and h.group_id = platform.current_group()
    and (h.practice_id = any (platform.sees('visit'))
      or h.host_practice_id = any (platform.sees('visit')) and (h.settled_at is null or h.practice_id = any (platform.sees('session')))
      or (h.settled_at is null or h.acknowledged_by = platform.current_person()) and h.practice_id = any (platform.sees('open_visit'))
      or platform.current_role_name() = 'clinician' and (
        (h.settled_at is null or h.acknowledged_by = platform.current_person()) and array[h.clinician_id, h.duty_clinician_id] && access.own_clinicians()
        or exists (select from access.owed_result r where r.hand_back_id = h.id and r.owner_clinician_id = any (access.own_clinicians())
          and (r.closed_at is null or r.closed_by = platform.current_person()))
        or exists (select from access.hand_back_ask k where k.hand_back_id = h.id and k.of_clinician_id = any (access.own_clinicians())
          and (k.closed_at is null or k.closed_by = platform.current_person()))))
$$;

-- Why a clinician of the group cannot look at a result themselves: left, or away for so many days; null where they can. What
-- is told is that alone, wherever they work.
create function access.clinician_away(in_clinician uuid, in_days integer) returns text
language sql stable security definer set search_path = pg_catalog as $$
  select case
    when c.valid_to <= platform.today() then 'left'
    when not exists (select from access.session s where s.clinician_id = c.id and s.status = 'open'
      and s.day >= platform.today() and s.day < platform.today() + in_days) then 'away' end
  from workforce.clinician c where c.id = in_clinician and c.group_id = platform.current_group()
$$;

alter function access.settle_hand_back() owner to superpractice_guard;
do $$
declare f text;
begin
  foreach f in array array['access.my_hand_backs(date)', 'access.visit_to_hand_back(uuid)', 'access.hand_back_card(uuid[])',
    'access.clinician_away(uuid, integer)'] loop
    execute format('alter function %s owner to superpractice_guard', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to superpractice_app, superpractice_guard', f);
  end loop;
end $$;
