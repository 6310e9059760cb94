-- Changing sessions that people are booked into, the visits that lose their place by it, and the books of other systems:
-- what clinicians do that is booked elsewhere, how fresh that is known, and how it counts to the safe limit.

-- Changing sessions ----------------------------------------------------------------------------------------------------

-- One row a session that a change cut, moved or cancelled; the change is undone as a whole.
create table access.session_change (
  id uuid primary key,
  change_id uuid not null,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  session_id uuid not null references access.session,
  why text not null check (why in ('absence', 'closure', 'times', 'not-needed')),
  was_starts_at timestamptz not null,
  was_ends_at timestamptz not null,
  starts_at timestamptz,
  ends_at timestamptz,
  made_at timestamptz not null default now(),
  made_by uuid references network.person,
  undone_at timestamptz,
  undone_by uuid references network.person,
  check ((starts_at is null) = (ends_at is null))
);
comment on column access.session_change.starts_at is 'When the session begins after the change; null where it was cancelled.';
comment on column access.session_change.why is 'Never why somebody is away: that is not for everyone who sees sessions.';
create index session_change_change on access.session_change (change_id);
create index session_change_session on access.session_change (session_id);
call platform.protect('access.session_change', 'session');
grant select on access.session_change to superpractice_app;

-- A visit that lost its place. Its booking stays on record, its request is open again with the clock it had, and it is
-- worked on until its patient has another place and knows it.
create table access.orphan (
  id uuid primary key,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  host_practice_id text not null references network.practice,
  booking_id uuid not null unique references access.booking,
  change_id uuid not null,
  patient_id uuid not null references patients.patient,
  request_id uuid references access.request,
  why text not null,
  orphaned_at timestamptz not null default now(),
  orphaned_by uuid references network.person,
  state text not null default 'open' check (state in ('open', 'placed', 'told', 'put-back', 'settled')),
  new_booking_id uuid references access.booking,
  tries integer not null default 0 check (tries >= 0),
  changed_at timestamptz,
  changed_by uuid references network.person,
  note text not null default '' check (length(note) <= 500),
  check ((state in ('placed', 'told', 'put-back')) = (new_booking_id is not null)),
  check (state <> 'settled' or note <> '')
);
comment on table access.orphan is 'open: no place; placed: another place, the patient does not know yet; told; put-back: the change was undone; settled: otherwise, with a note.';
create index orphan_open on access.orphan (practice_id) where state in ('open', 'placed');
create index orphan_change on access.orphan (change_id);
create index orphan_request on access.orphan (request_id);
call platform.protect('access.orphan', 'visit');
comment on table access.orphan is 'practice rows, class visit';
grant select on access.orphan to superpractice_app;

-- What is weighed when visits that lost their place are put elsewhere as a whole: points, fewer are better.
create table access.re_offer_weight (
  group_id uuid references network.group,
  measure text not null check (measure in ('without', 'without_urgent', 'day_late', 'day_moved', 'hour_moved', 'other_clinician', 'not_own_gp', 'other_practice', 'mile', 'unmet_need')),
  valid_from date not null,
  points integer not null check (points between 0 and 1000000),
  source text not null,
  unique nulls not distinct (group_id, measure, valid_from)
);
insert into access.re_offer_weight (group_id, measure, valid_from, points, source)
select null, w.measure, '2020-01-01', w.points, 'Local choice, awaiting an owner: nobody publishes what another day or another doctor is worth'
from (values ('without', 100000), ('without_urgent', 300000), ('day_late', 600), ('day_moved', 200), ('hour_moved', 12), ('other_clinician', 60), ('not_own_gp', 80),
  ('other_practice', 90), ('mile', 25), ('unmet_need', 150)) w(measure, points);
grant select on access.re_offer_weight to superpractice_app, superpractice_guard;

-- What becomes of sessions, as a page sends it: each with what is left of it (nothing: cancelled), or a time a clinician is
-- away, for visits that stand in no session. Answers the visits that lose their place: never whose they are.
create function access.losing(in_changes jsonb)
returns table (booking_id uuid, session_id uuid, practice_id text, host_practice_id text, clinician_id uuid, starts_at timestamptz, ends_at timestamptz,
  kind text, mode text, urgency text, due_at timestamptz, here boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select distinct on (b.id) b.id, b.session_id, b.practice_id, b.host_practice_id, b.clinician_id, b.starts_at, b.ends_at, b.kind::text, b.mode,
    r.urgency, r.due_at, b.arrived_at is not null
  from jsonb_to_recordset(in_changes) c(session_id uuid, clinician_id uuid, starts_at timestamptz, ends_at timestamptz)
  left join access.session s on s.id = c.session_id
  join access.booking b on case when c.session_id is not null then b.session_id = s.id and s.practice_id = any ((select platform.sees('session'))::text[])
      and not coalesce(b.starts_at >= c.starts_at and b.ends_at <= c.ends_at, false)
    else b.clinician_id = c.clinician_id and b.kind = 'overflow' and b.starts_at < c.ends_at and b.ends_at > c.starts_at
      and b.host_practice_id = any ((select platform.sees('session'))::text[]) end
  left join access.request r on r.id = b.request_id
  where b.group_id = platform.current_group() and b.status = 'booked' and b.started_at is null and b.ends_at > now()
  order by b.id
$$;

-- Changes sessions together, or none of them: refused where a session is not as it was shown, and where other visits would
-- lose their place than those shown. Rows first, in one order, then the clinicians' days: as in booking and cancelling.
create function access.change_sessions(actor jsonb, action text, in_change uuid, in_why text, in_changes jsonb, in_shown uuid[]) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare
  lost uuid[];
  said text := case in_why when 'absence' then 'The clinician is away' when 'closure' then 'The practice is closed then'
    when 'times' then 'The session’s times changed' else 'The session was cancelled' end;
begin
  perform platform.enter(actor, action, '');
  if exists (select from access.session_change c where c.change_id = in_change) then
    return (select count(*) from access.orphan o where o.change_id = in_change);
  end if;
  perform from access.request r where r.id in (select b.request_id from access.losing(in_changes) l join access.booking b on b.id = l.booking_id)
    order by r.id for no key update;
  perform from access.booking b where b.id in (select l.booking_id from access.losing(in_changes) l) order by b.id for update;
  perform access.hold_day(d.clinician_id, d.day) from (
    select s.clinician_id, s.day from jsonb_to_recordset(in_changes) c(session_id uuid) join access.session s on s.id = c.session_id
    union select s.clinician_id, access.london_day(c.starts_at) from jsonb_to_recordset(in_changes) c(session_id uuid, starts_at timestamptz)
      join access.session s on s.id = c.session_id where c.starts_at is not null
    union select l.clinician_id, access.london_day(l.starts_at) from access.losing(in_changes) l
    order by 1, 2) d;
  if exists (select from jsonb_to_recordset(in_changes) c(session_id uuid, was_starts_at timestamptz, was_ends_at timestamptz)
      left join access.session s on s.id = c.session_id and s.status = 'open' and s.group_id = platform.current_group()
        and s.practice_id = any ((select platform.sees('session'))::text[]) and (s.starts_at, s.ends_at) = (c.was_starts_at, c.was_ends_at)
      where c.session_id is not null and (s.id is null or s.ends_at <= now())) then
    raise exception 'a session is not as it was shown' using errcode = 'SP071';
  end if;
  select coalesce(array_agg(l.booking_id order by l.booking_id), '{}') into lost from access.losing(in_changes) l;
  if lost <> coalesce((select array_agg(e order by e) from unnest(in_shown) e), '{}') then
    raise exception 'other visits would lose their place than were shown' using errcode = 'SP072';
  end if;
  insert into access.session_change (id, change_id, group_id, practice_id, session_id, why, was_starts_at, was_ends_at, starts_at, ends_at, made_by)
    select gen_random_uuid(), in_change, s.group_id, s.practice_id, s.id, in_why, s.starts_at, s.ends_at, c.starts_at, c.ends_at, platform.current_person()
    from jsonb_to_recordset(in_changes) c(session_id uuid, starts_at timestamptz, ends_at timestamptz) join access.session s on s.id = c.session_id;
  update access.session s set status = case when c.starts_at is null then 'cancelled' else 'open' end, day = coalesce(access.london_day(c.starts_at), s.day),
      starts_at = coalesce(c.starts_at, s.starts_at), ends_at = coalesce(c.ends_at, s.ends_at)
    from jsonb_to_recordset(in_changes) c(session_id uuid, starts_at timestamptz, ends_at timestamptz) where s.id = c.session_id;
  insert into access.orphan (id, group_id, practice_id, host_practice_id, booking_id, change_id, patient_id, request_id, why, orphaned_by)
    select gen_random_uuid(), b.group_id, b.practice_id, b.host_practice_id, b.id, in_change, b.patient_id, b.request_id, in_why, platform.current_person()
    from access.booking b where b.id = any (lost);
  -- The request is open again with the clock it had: nobody waits from the beginning because a session fell out.
  update access.request r set status = 'waiting', outcome = null, ended_at = null
    where r.id in (select b.request_id from access.booking b where b.id = any (lost)) and r.status = 'booked';
  update access.booking b set status = 'cancelled', cancelled_at = now(), cancel_reason = said where b.id = any (lost);
  return cardinality(lost);
end $$;

-- Undoes a change as a whole: its sessions stand as before, and the visits that wait still for a place are put back into
-- theirs. Refused where a session has been changed again, or its clinician works elsewhere then.
create function access.undo_change(actor jsonb, action text, in_change uuid) returns table (put_back integer, left_over integer)
language plpgsql security definer set search_path = pg_catalog as $$
declare
  o record;
  fresh uuid;
begin
  perform platform.enter(actor, action, '');
  put_back := 0;
  left_over := 0;
  perform from access.orphan k where k.change_id = in_change order by k.id for update;
  perform from access.request r where r.id in (select k.request_id from access.orphan k where k.change_id = in_change and k.state = 'open') order by r.id for no key update;
  perform pg_advisory_xact_lock(hashtextextended(p.patient_id::text, 1)) from (
    select distinct k.patient_id from access.orphan k where k.change_id = in_change and k.state = 'open' order by 1) p;
  perform access.hold_day(d.clinician_id, d.day) from (
    select s.clinician_id, s.day from access.session_change c join access.session s on s.id = c.session_id where c.change_id = in_change
    union select s.clinician_id, access.london_day(c.was_starts_at) from access.session_change c join access.session s on s.id = c.session_id where c.change_id = in_change
    order by 1, 2) d;
  if not exists (select from access.session_change c where c.change_id = in_change and c.practice_id = any ((select platform.sees('session'))::text[])) then
    raise exception 'the change is not there' using errcode = 'SP010';
  elsif exists (select from access.session_change c where c.change_id = in_change and c.undone_at is not null) then
    return next;
    return;
  elsif exists (select from access.session_change c join access.session s on s.id = c.session_id
      where c.change_id = in_change and (not c.practice_id = any ((select platform.sees('session'))::text[]) or c.was_ends_at <= now()
        or case when c.starts_at is null then s.status <> 'cancelled' or (s.starts_at, s.ends_at) <> (c.was_starts_at, c.was_ends_at)
           else s.status <> 'open' or (s.starts_at, s.ends_at) <> (c.starts_at, c.ends_at) end)) then
    raise exception 'a session is over or has been changed again' using errcode = 'SP071';
  end if;
  -- Moved away from where it is now: no visit that was booked since may lose its place by the undoing.
  if exists (select from access.session_change c join access.booking b on b.session_id = c.session_id and b.status = 'booked'
      where c.change_id = in_change and (b.starts_at < c.was_starts_at or b.ends_at > c.was_ends_at)) then
    raise exception 'visits were booked since' using errcode = 'SP072';
  end if;
  update access.session s set status = 'open', day = access.london_day(c.was_starts_at), starts_at = c.was_starts_at, ends_at = c.was_ends_at
    from access.session_change c where c.change_id = in_change and s.id = c.session_id;
  update access.session_change c set undone_at = now(), undone_by = platform.current_person() where c.change_id = in_change;
  for o in select k.id, k.request_id, b as old from access.orphan k join access.booking b on b.id = k.booking_id
      left join access.request r on r.id = k.request_id
      where k.change_id = in_change and k.state = 'open' and (r.id is null or r.status = 'waiting') order by b.starts_at loop
    fresh := gen_random_uuid();
    begin
      if (o.old).starts_at <= now() then
        raise exception 'that time has passed' using errcode = 'SP017';
      end if;
      update access.request r set status = 'booked', outcome = 'booked', ended_at = now() where r.id = o.request_id;
      insert into access.booking (id, group_id, practice_id, host_practice_id, session_id, clinician_id, patient_id, request_id, kind, mode, day,
          starts_at, ends_at, reason, overflow_reason, overflow_by, idempotency_key, booked_by)
        values (fresh, (o.old).group_id, (o.old).practice_id, (o.old).host_practice_id, (o.old).session_id, (o.old).clinician_id, (o.old).patient_id,
          o.request_id, (o.old).kind, (o.old).mode, (o.old).day, (o.old).starts_at, (o.old).ends_at, (o.old).reason, (o.old).overflow_reason,
          (o.old).overflow_by, 'put-back-' || o.id, platform.current_person());
      update access.booking b set moved_to = fresh where b.id = (o.old).id;
      update access.orphan k set state = 'put-back', new_booking_id = fresh, changed_at = now(), changed_by = platform.current_person() where k.id = o.id;
      put_back := put_back + 1;
    exception when sqlstate 'SP011' or sqlstate 'SP012' or sqlstate 'SP013' or sqlstate 'SP014' or sqlstate 'SP017' or sqlstate 'SP021'
        or sqlstate 'SP023' or sqlstate 'SP026' or unique_violation then
      left_over := left_over + 1;
    end;
  end loop;
  return next;
end $$;

-- Books another place for a visit that lost its own, in one transaction with the end of its waiting; the promises are those
-- of every booking. Not yet told: that is a step of its own.
create function access.place_orphan(actor jsonb, action text, in_key text, in_id uuid, in_orphan uuid, in_session uuid, in_start timestamptz, in_minutes integer)
returns table (outcome text, booking_id uuid)
language plpgsql security definer set search_path = pg_catalog as $$
declare
  o access.orphan;
begin
  perform platform.enter(actor, action, '');
  select * into o from access.orphan k where k.id = in_orphan and k.group_id = platform.current_group() and k.practice_id = any (platform.sees('visit')) for update;
  if o.id is null then
    raise exception 'the visit is not there' using errcode = 'SP010';
  elsif o.state <> 'open' then
    if exists (select from access.booking b where b.id = o.new_booking_id and b.idempotency_key = in_key) then
      return query select 'repeated'::text, o.new_booking_id;
      return;
    end if;
    raise exception 'the visit has another place already' using errcode = 'SP022';
  end if;
  return query select b.outcome, b.booking_id from access.book(actor, action, in_key, in_id, o.request_id, o.patient_id, in_session, in_start, in_minutes) b;
  update access.booking b set moved_to = in_id where b.id = o.booking_id;
  update access.orphan k set state = 'placed', new_booking_id = in_id, changed_at = now(), changed_by = platform.current_person() where k.id = o.id;
end $$;

-- A step of a visit that lost its place: its patient knows the new one, or cannot come then (or it was a mistake) and it
-- waits again, or it was settled otherwise, or nobody was reached.
create function access.settle_orphan(actor jsonb, action text, in_orphan uuid, in_step text, in_note text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  o access.orphan;
  b access.booking;
begin
  perform platform.enter(actor, action, '');
  select * into o from access.orphan k where k.id = in_orphan and k.group_id = platform.current_group() and k.practice_id = any (platform.sees('visit')) for update;
  if o.id is null then
    raise exception 'the visit is not there' using errcode = 'SP010';
  end if;
  case in_step
    when 'told' then
      if o.state not in ('placed', 'told') then raise exception 'it has no new place' using errcode = 'SP022'; end if;
      update access.orphan k set state = 'told', changed_at = now(), changed_by = platform.current_person() where k.id = o.id and k.state = 'placed';
    when 'again' then
      if o.state not in ('placed', 'told') then raise exception 'it has no new place' using errcode = 'SP022'; end if;
      b := access.hold_booking(o.new_booking_id);
      if b.id is not null then
        update access.request r set status = 'waiting', outcome = null, ended_at = null where r.id = b.request_id and r.status = 'booked';
        update access.booking k set status = 'cancelled', cancelled_at = now(), cancel_reason = coalesce(nullif(in_note, ''), 'The new place was taken back') where k.id = b.id;
      end if;
      update access.booking k set moved_to = null where k.id = o.booking_id;
      update access.orphan k set state = 'open', new_booking_id = null, changed_at = now(), changed_by = platform.current_person(), note = in_note where k.id = o.id;
    when 'settled' then
      if o.state <> 'open' then raise exception 'it has a new place' using errcode = 'SP022'; end if;
      update access.orphan k set state = 'settled', note = in_note, changed_at = now(), changed_by = platform.current_person() where k.id = o.id;
    when 'not-reached' then
      update access.orphan k set tries = k.tries + 1, changed_at = now(), changed_by = platform.current_person() where k.id = o.id and k.state in ('open', 'placed');
    else raise exception 'there is no step %', in_step using errcode = 'check_violation';
  end case;
end $$;

-- Visits without a place, and placed ones whose patient does not know, by practice: counts alone, for whoever sees its sessions.
create function access.orphans_by_practice() returns table (practice_id text, practice_name text, without integer, untold integer, first_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select p.id, p.name, (count(*) filter (where o.state = 'open'))::integer, (count(*) filter (where o.state = 'placed'))::integer, min(b.starts_at)
  from access.orphan o join access.booking b on b.id = o.booking_id join network.practice p on p.id = o.practice_id
  left join access.request r on r.id = o.request_id left join access.booking n on n.id = o.new_booking_id
  where o.group_id = platform.current_group() and o.practice_id = any ((select platform.sees('session'))::text[])
    and (o.state = 'open' and (r.id is null or r.status in ('draft', 'waiting', 'red_flag')) or o.state = 'placed' and n.status = 'booked' and n.ends_at > now())
  group by p.id, p.name order by 5, 2
$$;

-- What became of the visits that lost their place by one change, in counts, for whoever sees its sessions.
create function access.orphans_of(in_change uuid) returns table (open integer, placed integer, told integer, put_back integer, settled integer)
language sql stable security definer set search_path = pg_catalog as $$
  select (count(*) filter (where o.state = 'open' and w.waits))::integer, (count(*) filter (where o.state = 'placed'))::integer,
    (count(*) filter (where o.state = 'told' or o.state = 'open' and not w.waits))::integer, (count(*) filter (where o.state = 'put-back'))::integer,
    (count(*) filter (where o.state = 'settled'))::integer
  from access.orphan o left join access.request r on r.id = o.request_id
  cross join lateral (select r.id is null or r.status in ('draft', 'waiting', 'red_flag') as waits) w
  where o.change_id = in_change and o.group_id = platform.current_group()
    and exists (select from access.session_change c where c.change_id = in_change and c.practice_id = any ((select platform.sees('session'))::text[]))
$$;

do $$
declare f text;
begin
  foreach f in array array[
    'access.losing(jsonb)', 'access.change_sessions(jsonb, text, uuid, text, jsonb, uuid[])', 'access.undo_change(jsonb, text, uuid)',
    'access.place_orphan(jsonb, text, text, uuid, uuid, uuid, timestamptz, integer)', 'access.settle_orphan(jsonb, text, uuid, text, text)',
    'access.orphans_by_practice()', 'access.orphans_of(uuid)'] loop
    execute format('alter function %s owner to superpractice_guard', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to superpractice_app, superpractice_guard', f);
  end loop;
end $$;
