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
grant insert on access.call_window to superpractice_guard;

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
  first_start timestamptz;
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
  if w.request is not null then
    update access.request r set status = 'booked', outcome = 'booked', patient_id = w.patient, ended_at = now()
      where r.id = w.request and r.practice_id = home and r.status in ('draft', 'waiting', 'red_flag', 'booked') and coalesce(r.patient_id, w.patient) = w.patient;
    if not found then
      raise exception 'the request is not open' using errcode = 'SP018';
    end if;
    delete from access.hold h where h.request_id = w.request;
  end if;
  -- One after the other, by clinician and day as places are held, each as a booking alone would be: its place, the patient, the
  -- clinician's day. Days held beforehand would be a deadlock with whoever has a place of them already and waits for the day.
  for p in select x.* from jsonb_to_recordset(in_places) x(place integer, day date, id uuid, session uuid, start timestamptz, minutes integer)
      left join access.session t on t.id = x.session order by t.clinician_id nulls last, t.day, x.start, x.place loop
    why := case when p.session is null then 'none' end;
    if why is null then
      begin
        perform access.book(actor, action, w.key || ' ' || p.place, p.id, null, w.patient, p.session, p.start, p.minutes);
        if first_start is null or p.start < first_start then
          made := p.id;
          first_start := p.start;
        end if;
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
  update access.booking b set request_id = w.request where b.id = made and w.request is not null;
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
  select coalesce(array_agg(b.id order by b.clinician_id, b.day, b.starts_at), '{}') into coming from access.series_visits(in_series) v join access.booking b on b.id = v.booking_id
    where b.status = 'booked' and b.starts_at > now();
  foreach one in array coming loop
    perform access.cancel(actor, action, one, in_reason);
  end loop;
  return query select unnest(coming);
end $$;

-- Two clinicians, or a clinician and a room ------------------------------------------------------------------------------

create table access.room (
  id uuid primary key,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  site_id uuid references network.branch_site,
  name text not null check (name <> '' and length(name) <= 60),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  -- Two rooms of one name at one site at one time would be one on every page.
  constraint room_named exclude using gist (practice_id with =, (coalesce(site_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =,
    (lower(name)) with =, daterange(valid_from, valid_to) with &&)
);
comment on column access.room.site_id is 'Null: the practice''s main site.';
call platform.protect('access.room', 'session');
grant select, insert, update on access.room to superpractice_app;
create policy arranged_i on access.room as restrictive for insert to superpractice_app with check (workforce.may_arrange(practice_id));
create policy arranged_u on access.room as restrictive for update to superpractice_app using (workforce.may_arrange(practice_id)) with check (workforce.may_arrange(practice_id));

-- A session that needs a room has a plan, so that whoever books it alone is told (access.seat_at).
alter table access.session add column needs_room boolean not null default false check (not needs_room or plan is not null);
comment on column access.session.needs_room is 'Every visit of it takes a room of its site, too.';

-- What a visit takes besides its own clinician's time: a second clinician of another session, or a room.
create table access.also_booked (
  id uuid primary key,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  host_practice_id text not null,
  booking_id uuid not null,
  clinician_id uuid references workforce.clinician,
  session_id uuid,
  room_id uuid references access.room,
  room_for uuid,
  day date not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  released_at timestamptz,
  check ((clinician_id is null) <> (room_id is null) and (clinician_id is null) = (session_id is null) and (room_id is null) = (room_for is null)),
  exclude using gist (clinician_id with =, tstzrange(starts_at, ends_at) with &&) where (released_at is null and clinician_id is not null),
  exclude using gist (room_id with =, room_for with <>, tstzrange(starts_at, ends_at) with &&) where (released_at is null and room_id is not null)
);
comment on column access.also_booked.practice_id is 'The patient''s, as of the booking.';
comment on column access.also_booked.room_for is 'The session whose visit is in the room: a group shares one, and nobody else comes in meanwhile.';
create index also_booking on access.also_booked (booking_id);
create index also_day on access.also_booked (clinician_id, day) where released_at is null;
create index also_session on access.also_booked (session_id) where released_at is null;
call platform.protect('access.also_booked', 'visit');
grant select on access.also_booked to superpractice_app;

-- A second clinician's time is taken on their day like their own visits', and seen by every ordinary booking: their day says that
-- something may be held (`held_until`), and what is held includes it. It counts to their limit in the day's own count, not here.
create or replace function access.held_on(in_clinician uuid, in_day date) returns access.kept
language sql stable security definer set search_path = pg_catalog as $$
  select row((count(*) filter (where k.counts))::integer, coalesce(range_agg(access.minutes_of(k.starts_at, k.ends_at)), '{}'))::access.kept from (
    select h.starts_at, h.ends_at, true as counts from access.hold h
    where h.clinician_id = in_clinician and h.day = in_day and h.group_id = platform.current_group() and h.until > clock_timestamp()
    union all
    select a.starts_at, a.ends_at, false from access.also_booked a where a.clinician_id = in_clinician and a.day = in_day and a.released_at is null) k
$$;
create or replace function access.taken_on(in_clinician uuid, in_day date) returns int4multirange language sql stable as $$
  -- One part by each index: together they would be read whole.
  select coalesce(range_agg(access.minutes_of(k.starts_at, k.ends_at)), '{}')
  from (select in_day::timestamp at time zone 'Europe/London' as since, (in_day + 1)::timestamp at time zone 'Europe/London' as upto) d cross join lateral (
    select b.starts_at, b.ends_at from access.booking b where b.clinician_id = in_clinician and b.status <> 'cancelled' and b.kind = 'ordinary'
      and b.starts_at >= d.since and b.starts_at < d.upto
    union all
    select b.starts_at, b.ends_at from access.booking b where b.clinician_id = in_clinician and b.status <> 'cancelled' and b.kind = 'overflow'
      and b.starts_at >= d.since and b.starts_at < d.upto
    union all
    select a.starts_at, a.ends_at from access.also_booked a where a.clinician_id = in_clinician and a.day = in_day and a.released_at is null
    union all
    select e.starts_at, e.ends_at from access.book_entry e where e.clinician_id = in_clinician and e.day = in_day and e.gone_at is null and e.contact and e.state = 'booked') k
$$;

-- As in 0018, and whoever books a session that needs a room does so with one.
alter function access.seat_at(uuid, uuid, timestamptz) rename to seat_alone;
create function access.seat_at(in_session uuid, in_patient uuid, in_start timestamptz, out seat integer, out mode text)
language plpgsql as $$
begin
  if coalesce(current_setting('sp.with_room', true), '') <> in_session::text and exists (select from access.session t where t.id = in_session and t.needs_room) then
    raise exception 'the session is booked with a room' using errcode = 'SP122';
  end if;
  select a.seat, a.mode into seat, mode from access.seat_alone(in_session, in_patient, in_start) a;
end $$;

-- Takes the second clinician's time for a booking, or refuses as an ordinary booking would. Their day is held.
create function access.take_second(b access.booking, in_session uuid) returns void language plpgsql as $$
declare
  t access.session;
  was access.clinician_day;
  held access.kept;
  safe integer;
  against text;
begin
  select * into t from access.session s where s.id = in_session and s.status = 'open' and s.group_id = b.group_id;
  if not found or t.clinician_id = b.clinician_id or t.practice_id <> b.host_practice_id then
    raise exception 'the second clinician is not there' using errcode = 'SP010';
  elsif not (b.starts_at >= t.starts_at and b.ends_at <= t.ends_at and extract(epoch from b.ends_at - b.starts_at)::integer % (t.slot_minutes * 60) = 0
      and extract(epoch from b.starts_at - t.starts_at)::integer % (t.slot_minutes * 60) = 0) then
    raise exception 'that is not a slot of the second session' using errcode = 'SP016';
  end if;
  against := case when t.plan is null then '' else access.against_plan(t.plan, b.starts_at - t.starts_at, b.ends_at - b.starts_at, 0) end;
  if against <> '' then
    raise exception 'the plan of the session keeps that time' using errcode = against;
  end if;
  select * into was from access.clinician_day d where d.clinician_id = t.clinician_id and d.day = t.day;
  held := access.held_on(t.clinician_id, t.day);
  safe := workforce.limit_on(b.group_id, t.clinician_id, t.day);
  if safe is null then
    raise exception 'no safe limit is set for that day' using errcode = 'SP014';
  elsif coalesce(was.ordinary, 0) + held.contacts >= safe then
    raise exception 'the second clinician is at the safe limit of % that day', safe using errcode = 'SP011';
  elsif was.stopped_at is not null then
    raise exception 'the clinician has stopped routine bookings for that day' using errcode = 'SP023';
  elsif (coalesce(was.taken, '{}') + held.taken) && access.minutes_of(b.starts_at, b.ends_at) then
    raise exception 'the second clinician is taken' using errcode = 'SP012';
  end if;
  insert into access.clinician_day as d (clinician_id, day, group_id, ordinary, taken, held_until)
    values (t.clinician_id, t.day, b.group_id, 1, access.minutes_of(b.starts_at, b.ends_at), 'infinity')
    on conflict (clinician_id, day) do update set ordinary = d.ordinary + 1, taken = d.taken + excluded.taken, held_until = 'infinity';
  insert into access.also_booked (id, group_id, practice_id, host_practice_id, booking_id, clinician_id, session_id, day, starts_at, ends_at)
    values (gen_random_uuid(), b.group_id, b.practice_id, b.host_practice_id, b.id, t.clinician_id, t.id, b.day, b.starts_at, b.ends_at);
end $$;

-- Holds the rooms of a practice on a day until the commit: the last lock anybody takes.
create function access.hold_rooms(in_practice text, in_day date) returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended('rooms of ' || in_practice, (in_day - '2000-01-01'::date)::bigint))
$$;

-- The rooms a session may use: those of its site; of the main site where either says none.
create function access.rooms_for(in_session uuid) returns setof access.room language sql stable as $$
  select r.* from access.session t join access.room r on r.practice_id = t.practice_id and network.in_force(r.valid_from, r.valid_to, t.day)
    left join network.branch_site m on m.practice_id = t.practice_id and m.main
    where t.id = in_session and coalesce(r.site_id, m.id) is not distinct from coalesce(t.site_id, m.id)
$$;

-- Takes the first free room of the session's site for a booking, or refuses.
create function access.take_room(b access.booking) returns void language plpgsql as $$
declare
  free uuid;
begin
  perform access.hold_rooms(b.host_practice_id, b.day);
  select r.id into free from access.rooms_for(b.session_id) r
    where not exists (select from access.also_booked a where a.room_id = r.id and a.room_for <> b.session_id
      and a.released_at is null and a.starts_at < b.ends_at and a.ends_at > b.starts_at)
    -- Where some of a group are, the others go.
    order by exists (select from access.also_booked a where a.room_id = r.id and a.room_for = b.session_id
      and a.released_at is null and a.starts_at < b.ends_at and a.ends_at > b.starts_at) desc, r.name, r.id limit 1;
  -- Whoever ends the room waits for this visit, or has ended it first: it is read again as it stands.
  perform from access.room r where r.id = free and network.in_force(r.valid_from, r.valid_to, b.day) for share;
  if not found then
    raise exception 'no room is free then' using errcode = 'SP123';
  end if;
  insert into access.also_booked (id, group_id, practice_id, host_practice_id, booking_id, room_id, room_for, day, starts_at, ends_at)
    values (gen_random_uuid(), b.group_id, b.practice_id, b.host_practice_id, b.id, free, b.session_id, b.day, b.starts_at, b.ends_at);
end $$;

-- Books one visit with all it takes or nothing: its clinician by `access.book`, a second one, and a room where its session needs one.
-- Clinicians' days are held in the order of their clinicians, whoever leads; rooms come last.
create function access.book_joint(actor jsonb, action text, in_key text, in_id uuid, in_request uuid, in_patient uuid, in_session uuid,
  in_start timestamptz, in_minutes integer, in_second uuid) returns table (outcome text, booking_id uuid)
language plpgsql security definer set search_path = pg_catalog as $$
declare
  t access.session;
  u access.session;
  b access.booking;
  made record;
begin
  perform platform.enter(actor, action, '');
  perform pg_advisory_xact_lock(hashtextextended(in_key, 2));
  select * into t from access.session s where s.id = in_session;
  select * into u from access.session s where s.id = in_second and s.practice_id = any (platform.sees('session'));
  if in_second is not null and (u.id is null or u.day <> t.day) then
    raise exception 'the second clinician is not there' using errcode = 'SP010';
  end if;
  if u.clinician_id < t.clinician_id then
    perform from access.request r where r.id = in_request for no key update;
    perform pg_advisory_xact_lock(hashtextextended(in_patient::text, 1));
    perform access.hold_day(u.clinician_id, u.day);
  end if;
  perform set_config('sp.with_room', in_session::text, true);
  select * into made from access.book(actor, action, in_key, in_id, in_request, in_patient, in_session, in_start, in_minutes);
  perform set_config('sp.with_room', '', true);
  if made.outcome = 'booked' then
    select * into b from access.booking k where k.id = made.booking_id;
    if u.id is not null then
      perform access.hold_day(u.clinician_id, u.day);
      perform access.take_second(b, u.id);
    end if;
    if t.needs_room then
      perform access.take_room(b);
    end if;
  elsif (select count(*) from access.also_booked a where a.booking_id = made.booking_id and a.session_id is not null and a.released_at is null)
      <> (u.id is not null)::integer then
    raise exception 'the key was used for another booking' using errcode = 'SP015';
  end if;
  return query select made.outcome, made.booking_id;
end $$;

-- A visit that is cancelled gives back all it took. It is not moved: the move would be of its own clinician alone.
create function access.release_joint() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  a record;
begin
  if not exists (select from access.also_booked k where k.booking_id = new.id and k.released_at is null) then
    return new;
  elsif new.moved_to is not null then
    raise exception 'a visit with a second clinician or a room is booked anew' using errcode = 'SP124';
  end if;
  for a in select k.clinician_id, k.day from access.also_booked k where k.booking_id = new.id and k.released_at is null and k.clinician_id is not null
      union select new.clinician_id, new.day order by 1, 2 loop
    perform access.hold_day(a.clinician_id, a.day);
  end loop;
  perform access.hold_rooms(new.host_practice_id, new.day);
  for a in update access.also_booked k set released_at = now() where k.booking_id = new.id and k.released_at is null returning k.clinician_id, k.day loop
    update access.clinician_day d set ordinary = d.ordinary - 1, taken = access.taken_on(d.clinician_id, d.day) where d.clinician_id = a.clinician_id and d.day = a.day;
  end loop;
  return new;
end $$;
alter function access.release_joint() owner to superpractice_guard;
create trigger a_release_joint before update of status on access.booking for each row
  when (old.status <> 'cancelled' and new.status = 'cancelled') execute function access.release_joint();

-- A session is not cut or cancelled from under a visit its clinician joins.
create function access.joined_first() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select from access.also_booked a where a.session_id = new.id and a.released_at is null and a.ends_at > now()
      and (new.status <> 'open' or new.clinician_id <> a.clinician_id or a.starts_at < new.starts_at or a.ends_at > new.ends_at)) then
    raise exception 'its clinician joins a visit of another in that time' using errcode = 'SP125';
  end if;
  return new;
end $$;
alter function access.joined_first() owner to superpractice_guard;
create trigger joined_first before update of status, clinician_id, starts_at, ends_at on access.session for each row
  when (old.status = 'open') execute function access.joined_first();

-- When a session that needs a room has none: the times at which others have every room of its practice's site. All of it where there is none.
create function access.rooms_full(in_session uuid) returns int4multirange language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(range_intersect_agg(k.taken), '{[0,2000000000)}') from (
    select coalesce(range_agg(access.minutes_of(a.starts_at, a.ends_at)) filter (where a.id is not null), '{}') as taken
    from access.rooms_for(in_session) r left join access.session t on t.id = in_session
    left join access.also_booked a on a.room_id = r.id and a.room_for <> in_session and a.day = t.day and a.released_at is null
    group by r.id) k
$$;

-- The visits still to come in a room from a day on: how many and when, never whose.
create function access.room_visits(in_room uuid, in_from date, out visits integer, out first_at timestamptz, out last_day date)
language sql stable security definer set search_path = pg_catalog as $$
  select count(*)::integer, min(a.starts_at), max(a.day) from access.room r
    join access.also_booked a on a.room_id = r.id and a.released_at is null and a.day >= in_from and a.ends_at > now()
  where r.id = in_room and r.practice_id = any ((select platform.sees('session'))::text[])
$$;

-- Nobody loses a room that their visit is booked in.
create function access.room_keeps_visits() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select from access.also_booked a where a.room_id = new.id and a.released_at is null and a.day >= new.valid_to and a.ends_at > now()) then
    raise exception 'visits are booked in the room from that day on' using errcode = 'SP126';
  end if;
  return new;
end $$;
alter function access.room_keeps_visits() owner to superpractice_guard;
create trigger room_keeps_visits before update of valid_to on access.room for each row when (new.valid_to is not null)
  execute function access.room_keeps_visits();

-- How many visits booked into a session have no room: what stands in the way of its taking one for each.
create function access.without_room(in_session uuid) returns integer language sql stable security definer set search_path = pg_catalog as $$
  select count(*)::integer from access.session s join access.booking b on b.session_id = s.id and b.status = 'booked'
  where s.id = in_session and s.practice_id = any ((select platform.sees('session'))::text[])
    and not exists (select from access.also_booked a where a.booking_id = b.id and a.room_id is not null and a.released_at is null)
$$;

-- Who else is there, by name, and in which room: for whoever has been let see the visit.
create function access.with_of(in_booking uuid) returns text language sql stable security definer set search_path = pg_catalog as $$
  select string_agg(c.name, ' and ' order by c.name) from access.also_booked a join workforce.clinician c on c.id = a.clinician_id
  where a.booking_id = in_booking and a.released_at is null
$$;
create function access.room_of(in_booking uuid) returns text language sql stable security definer set search_path = pg_catalog as $$
  select r.name from access.also_booked a join access.room r on r.id = a.room_id where a.booking_id = in_booking and a.released_at is null limit 1
$$;

-- A clinician's own list: their visits and those they join, each with its window, who else is there and the room.
drop function access.my_list(date, text[]);
create function access.my_list(in_day date, safe_categories text[])
returns table (id uuid, practice_id text, practice_name text, host_practice_name text, mode text, kind text, status text, starts_at timestamptz,
  ends_at timestamptz, window_from timestamptz, window_until timestamptz, joins boolean, with_name text, room text, arrived_at timestamptz,
  started_at timestamptz, finished_at timestamptz, overflow_reason text, request_id uuid,
  patient_id uuid, given_name text, family_name text, birth_date date, sex text, phone text, caller_phone text, language text, needs text[],
  words text, about text, only_safely boolean, safe_contact text, own_patient boolean, visits integer, visits_with_me integer)
-- Planning so many joins afresh for each day costs as much as reading it.
language sql stable security definer set search_path = pg_catalog set plan_cache_mode = force_generic_plan as $$
  with mine as (
    select k.id as booking_id, k.clinician_id, false as joins from access.booking k
      where k.clinician_id = any ((select access.own_clinicians())::uuid[]) and k.status <> 'cancelled'
        and k.starts_at >= in_day::timestamp at time zone 'Europe/London' and k.starts_at < (in_day + 1)::timestamp at time zone 'Europe/London'
        -- Each kind has its own index, by the start.
        and (k.kind = 'ordinary' or k.kind = 'overflow')
    union all
    select a.booking_id, a.clinician_id, true from access.also_booked a
      where a.clinician_id = any ((select access.own_clinicians())::uuid[]) and a.day = in_day and a.released_at is null)
  select b.id, b.practice_id, p.name, coalesce(site.name, h.name), b.mode, b.kind::text, b.status::text, b.starts_at, b.ends_at, b.window_from, b.window_until,
    m.joins, case when m.joins then lead.name else access.with_of(b.id) end, access.room_of(b.id), b.arrived_at, b.started_at,
    b.finished_at, b.overflow_reason, r.id, t.id, t.given_name, t.family_name, t.birth_date, t.sex, t.phone, r.caller_phone, t.language, t.needs,
    coalesce(r.words, ''), r.about, safe.asks, safe.how, t.usual_gp_id = m.clinician_id, last.visits, last.with_me
  from mine m join access.booking b on b.id = m.booking_id
  join workforce.clinician lead on lead.id = b.clinician_id
  join patients.patient t on t.id = b.patient_id
  join network.practice p on p.id = b.practice_id
  join network.practice h on h.id = b.host_practice_id
  left join access.session s on s.id = b.session_id
  left join network.branch_site site on site.id = s.site_id
  left join access.request r on r.id = b.request_id
  cross join lateral access.reach_safely(b.request_id, b.patient_id, safe_categories) safe
  cross join lateral (select count(*)::integer as visits, (count(*) filter (where k.clinician_id = m.clinician_id))::integer as with_me
    from (select o.clinician_id from access.booking o where o.patient_id = b.patient_id and o.status = 'attended' and o.starts_at < b.starts_at
      order by o.starts_at desc limit 8) k) last
  where platform.current_role_name() = 'clinician' and b.group_id = platform.current_group()
  order by b.starts_at, b.id
$$;

do $$
declare f text;
begin
  foreach f in array array['access.my_list(date, text[])', 'access.book_series(jsonb, text, jsonb, jsonb)', 'access.cancel_series(jsonb, text, uuid, text)',
    'access.book_joint(jsonb, text, text, uuid, uuid, uuid, uuid, timestamptz, integer, uuid)', 'access.with_of(uuid)', 'access.room_of(uuid)', 'access.rooms_full(uuid)',
    'access.room_visits(uuid, date)', 'access.without_room(uuid)',
    'access.held_on(uuid, date)', 'access.seat_at(uuid, uuid, timestamptz)', 'access.seat_alone(uuid, uuid, timestamptz)'] loop
    execute format('alter function %s owner to superpractice_guard', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to superpractice_app, superpractice_guard', f);
  end loop;
end $$;
