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

do $$
declare f text;
begin
  foreach f in array array['access.my_list(date, text[])'] loop
    execute format('alter function %s owner to superpractice_guard', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to superpractice_app, superpractice_guard', f);
  end loop;
end $$;
