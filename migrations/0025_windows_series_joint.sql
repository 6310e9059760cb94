-- Visits that are more than one slot of one clinician: a window in which somebody is rung, a series at an interval, and two clinicians
-- or a clinician with a room. All of it stands beside the ordinary booking, which it calls and never changes.

-- Call-back windows ----------------------------------------------------------------------------------------------------

-- How long the window is in which somebody is rung, seen by video or visited: the group's own row before the one for all, a row of one
-- kind of appointment before one of every kind. No row, or one without minutes: they are told the time itself.
create table access.call_window (
  group_id uuid references network.group,
  mode text not null check (mode in ('telephone', 'video', 'home_visit')),
  kind text references access.appointment_kind,
  valid_from date not null,
  minutes integer check (minutes between 15 and 240),
  source text not null check (source <> ''),
  unique nulls not distinct (group_id, mode, kind, valid_from)
);
insert into access.call_window values
  (null, 'telephone', 'telephone_list', '2020-01-01', 90, 'Local choice, awaiting an owner: no national length is published');
grant select on access.call_window to superpractice_app, superpractice_guard;

alter table access.booking add column window_from timestamptz, add column window_until timestamptz,
  add constraint booking_window check ((window_from is null) = (window_until is null));
comment on column access.booking.window_until is 'Told as a window and not as its time: as it was told, whatever the rule says since.';

create function access.window_minutes(in_group uuid, in_mode text, in_kind text, on_day date) returns integer language sql stable as $$
  select w.minutes from access.call_window w
  where (w.group_id = in_group or w.group_id is null) and w.mode = in_mode and (w.kind = in_kind or w.kind is null) and w.valid_from <= on_day
  order by w.group_id nulls last, w.kind nulls last, w.valid_from desc limit 1
$$;

-- The window a place stands in; nulls where it is told as its time. The session, or the part of its plan, is cut into windows from its
-- start, the last one shorter.
create function access.window_at(in_session uuid, in_mode text, in_start timestamptz, out window_from timestamptz, out window_until timestamptz)
language plpgsql stable set search_path = pg_catalog as $$
declare
  place record;
  minutes integer;
begin
  select t.group_id, t.day, t.starts_at + coalesce(p."from", 0) * interval '1 minute' as since,
      case when p."to" is null then t.ends_at else t.starts_at + p."to" * interval '1 minute' end as upto,
      case when p.kind is not null then case when p."releasesAt" <= now() then p."releasesAs" else p.kind end
        when t.kind = 'duty' then 'duty' when t.kind = 'hub' then 'enhanced_access' else 'pre_bookable' end as kind
    into place from access.session t left join lateral (
      select k.* from access.plan_parts(t.plan) k where t.plan is not null
        and k."from" <= extract(epoch from in_start - t.starts_at) / 60 and k."to" > extract(epoch from in_start - t.starts_at) / 60 limit 1) p on true
    where t.id = in_session;
  if not found then return; end if;
  minutes := access.window_minutes(place.group_id, in_mode, place.kind, place.day);
  if minutes is not null then
    window_from := date_bin(make_interval(mins => minutes), in_start, place.since);
    window_until := least(window_from + make_interval(mins => minutes), place.upto);
  end if;
end $$;

create function access.set_window() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  select w.window_from, w.window_until into new.window_from, new.window_until from access.window_at(new.session_id, new.mode, new.starts_at) w;
  return new;
end $$;
alter function access.set_window() owner to superpractice_guard;
-- Nothing is called for the visits in person that most bookings are.
create trigger set_window before insert on access.booking for each row when (new.mode <> 'face_to_face' and new.kind = 'ordinary')
  execute function access.set_window();

-- A clinician's own list, with the window each was told.
drop function access.my_list(date, text[]);
create function access.my_list(in_day date, safe_categories text[])
returns table (id uuid, practice_id text, practice_name text, host_practice_name text, mode text, kind text, status text, starts_at timestamptz,
  ends_at timestamptz, window_from timestamptz, window_until timestamptz, arrived_at timestamptz, started_at timestamptz, finished_at timestamptz, overflow_reason text, request_id uuid,
  patient_id uuid, given_name text, family_name text, birth_date date, sex text, phone text, caller_phone text, language text, needs text[],
  words text, about text, only_safely boolean, safe_contact text, own_patient boolean, visits integer, visits_with_me integer)
language sql stable security definer set search_path = pg_catalog as $$
  select b.id, b.practice_id, p.name, coalesce(site.name, h.name), b.mode, b.kind::text, b.status::text, b.starts_at, b.ends_at, b.window_from, b.window_until, b.arrived_at, b.started_at,
    b.finished_at, b.overflow_reason, r.id, t.id, t.given_name, t.family_name, t.birth_date, t.sex, t.phone, r.caller_phone, t.language, t.needs,
    coalesce(r.words, ''), r.about, safe.asks, safe.how, t.usual_gp_id = b.clinician_id, last.visits, last.with_me
  from access.booking b
  join patients.patient t on t.id = b.patient_id
  join network.practice p on p.id = b.practice_id
  join network.practice h on h.id = b.host_practice_id
  left join access.session s on s.id = b.session_id
  left join network.branch_site site on site.id = s.site_id
  left join access.request r on r.id = b.request_id
  cross join lateral access.reach_safely(b.request_id, b.patient_id, safe_categories) safe
  cross join lateral (select count(*)::integer as visits, (count(*) filter (where k.clinician_id = b.clinician_id))::integer as with_me
    from (select o.clinician_id from access.booking o where o.patient_id = b.patient_id and o.status = 'attended' and o.starts_at < b.starts_at
      order by o.starts_at desc limit 8) k) last
  where platform.current_role_name() = 'clinician' and b.clinician_id = any (access.own_clinicians()) and b.group_id = platform.current_group()
    and b.day = in_day and b.status <> 'cancelled'
  order by b.starts_at, b.id
$$;

-- A series -------------------------------------------------------------------------------------------------------------

-- Visits at an interval that were booked together: what was asked for, and of each what became of it.
create table access.series (
  id uuid primary key,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  patient_id uuid not null references patients.patient,
  request_id uuid references access.request,
  idempotency_key text not null,
  every_days integer not null check (every_days between 1 and 91),
  all_or_none boolean not null,
  made_at timestamptz not null default now(),
  made_by uuid references network.person,
  unique (group_id, idempotency_key)
);
create index series_request on access.series (request_id);
call platform.protect('access.series', 'visit');
grant select on access.series to superpractice_app;

create table access.series_place (
  id uuid primary key,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  series_id uuid not null references access.series,
  place integer not null,
  day date not null,
  booking_id uuid,
  unmet text,
  unique (series_id, place),
  check ((booking_id is null) <> (unmet is null))
);
comment on column access.series_place.day is 'The London day it was to be.';
comment on column access.series_place.booking_id is 'As it was booked first: where it is moved, its booking says to what.';
comment on column access.series_place.unmet is 'Why it could not be had: the code it was refused with; none: no place was free.';
create index series_place_booking on access.series_place (booking_id);
call platform.protect('access.series_place', 'visit');
grant select on access.series_place to superpractice_app;

-- Books visits together, each by `access.book` and so by every promise it keeps: all of them or none, or as many as can be had. The
-- request stands on the first. A key used before answers with what it made.
create function access.book_series(actor jsonb, action text, in_series jsonb, in_places jsonb) returns table (series_id uuid, place integer, booking_id uuid, unmet text, repeated boolean)
language plpgsql security definer set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  w record;
  p record;
  home text;
  known access.series;
  made uuid;
  why text;
  bound text;
  places jsonb := '[]';
begin
  perform platform.enter(actor, action, '');
  select * into w from jsonb_to_record(in_series) x(key text, id uuid, request uuid, patient uuid, every integer, whole boolean);
  perform pg_advisory_xact_lock(hashtextextended(w.key, 2));
  select * into known from access.series s where s.group_id = platform.current_group() and s.idempotency_key = w.key;
  if found then
    if (known.patient_id, known.request_id) is distinct from (w.patient, w.request) then
      raise exception 'the key was used for another booking' using errcode = 'SP015';
    end if;
    return query select known.id, k.place, k.booking_id, k.unmet, true from access.series_place k where k.series_id = known.id order by k.place;
    return;
  end if;
  select t.practice_id into home from patients.patient t where t.id = w.patient and t.left_on is null and t.practice_id = any (platform.sees('patient'));
  if home is null then
    raise exception 'the patient is not there' using errcode = 'SP010';
  end if;
  perform from access.request r where r.id = w.request for no key update;
  -- One after the other, by day and clinician, each as a booking alone would be: its place, the patient, the clinician's day. Days held
  -- beforehand would be a deadlock with whoever has a place of them already and waits for the day.
  for p in select x.* from jsonb_to_recordset(in_places) x(place integer, day date, id uuid, session uuid, start timestamptz, minutes integer)
      left join access.session t on t.id = x.session order by t.day nulls last, t.clinician_id, x.start, x.place loop
    why := case when p.session is null then 'none' end;
    if why is null then
      begin
        perform access.book(actor, action, w.key || ' ' || p.place, p.id, case when made is null then w.request end, w.patient, p.session, p.start, p.minutes);
        made := p.id;
      exception when others then
        get stacked diagnostics bound = constraint_name;
        -- What is no refusal is nobody's to pass over.
        if sqlstate !~ '^SP' and sqlstate <> '23505' then raise; end if;
        why := case when sqlstate = '23505' then bound else sqlstate end;
        if w.whole then
          raise exception '%', sqlerrm using errcode = sqlstate, constraint = bound, detail = p.day::text;
        end if;
      end;
    elsif w.whole then
      raise exception 'no place is free on that day' using errcode = 'SP121', detail = p.day::text;
    end if;
    places := places || jsonb_build_object('id', gen_random_uuid(), 'place', p.place, 'day', p.day, 'booking_id', case when why is null then p.id end, 'unmet', why);
  end loop;
  if made is null then
    raise exception 'none of those places could be had' using errcode = 'SP121';
  end if;
  insert into access.series (id, group_id, practice_id, patient_id, request_id, idempotency_key, every_days, all_or_none, made_by)
    values (w.id, platform.current_group(), home, w.patient, w.request, w.key, w.every, w.whole, platform.current_person());
  return query insert into access.series_place as k (id, group_id, practice_id, series_id, place, day, booking_id, unmet)
    select x.id, platform.current_group(), home, w.id, x.place, x.day, x.booking_id, x.unmet
    from jsonb_to_recordset(places) x(id uuid, place integer, day date, booking_id uuid, unmet text) order by x.place
    returning k.series_id, k.place, k.booking_id, k.unmet, false;
end $$;

-- Where each visit of a series stands now: a visit that was moved is the one that took its place.
create function access.series_visits(in_series uuid) returns table (place integer, day date, unmet text, booking_id uuid)
language sql stable as $$
  with recursive stands as (
    select k.place, k.day, k.unmet, k.booking_id from access.series_place k where k.series_id = in_series
    union all
    select s.place, s.day, s.unmet, b.moved_to from stands s join access.booking b on b.id = s.booking_id where b.moved_to is not null)
  select s.place, s.day, s.unmet, s.booking_id from stands s left join access.booking b on b.id = s.booking_id where b.moved_to is null order by s.place
$$;

-- Cancels what of a series is still to come: all of it in one transaction. Answers the visits that were cancelled.
create function access.cancel_series(actor jsonb, action text, in_series uuid, in_reason text) returns table (booking_id uuid)
language plpgsql security definer set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  s access.series;
  coming uuid[];
  one uuid;
begin
  perform platform.enter(actor, action, '');
  select * into s from access.series k where k.id = in_series and k.group_id = platform.current_group() and k.practice_id = any (platform.sees('visit'));
  if not found then
    raise exception 'the series is not there' using errcode = 'SP010';
  end if;
  -- Requests, then bookings, then days, as in cancelling one.
  perform from access.request r where r.id = s.request_id for no key update;
  perform from access.booking b join access.series_visits(in_series) v on v.booking_id = b.id order by b.id for update of b;
  select coalesce(array_agg(b.id order by b.day, b.clinician_id, b.starts_at), '{}') into coming from access.series_visits(in_series) v join access.booking b on b.id = v.booking_id
    where b.status = 'booked' and b.starts_at > now();
  foreach one in array coming loop
    perform access.cancel(actor, action, one, in_reason);
  end loop;
  return query select unnest(coming);
end $$;

do $$
declare f text;
begin
  foreach f in array array['access.my_list(date, text[])', 'access.book_series(jsonb, text, jsonb, jsonb)', 'access.cancel_series(jsonb, text, uuid, text)'] loop
    execute format('alter function %s owner to superpractice_guard', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to superpractice_app, superpractice_guard', f);
  end loop;
end $$;
