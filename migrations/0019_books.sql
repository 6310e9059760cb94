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
  was_plan jsonb,
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

-- A session's plan in other times: cut at both ends where the new times overlap the old, else as it stands from the new start. A
-- part too short for one visit falls away; where none is left, nothing is booked.
create function access.plan_within(s access.session, since timestamptz, upto timestamptz) returns jsonb language sql immutable as $$
  select case when s.plan is null or since is null then s.plan else (
    select coalesce(jsonb_agg(g || jsonb_build_object('from', k.since, 'to', k.upto) order by k.since), '[]')
    from (select case when since < s.ends_at and upto > s.starts_at then extract(epoch from since - s.starts_at)::integer / 60 else 0 end as later,
        extract(epoch from upto - since)::integer / 60 as length) d
    cross join jsonb_array_elements(s.plan) g
    cross join lateral (select ceil(greatest(0, (g ->> 'from')::integer - d.later)::numeric / s.slot_minutes)::integer * s.slot_minutes as since,
      least(d.length, (g ->> 'to')::integer - d.later) as upto) k
    where k.upto - k.since >= (g ->> 'minutes')::integer) end
$$;

-- A visit that lost its place. Its booking stays on record, its request is open again with the time its need had, and it is
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
  measure text not null check (measure in ('without', 'without_urgent', 'day_late', 'day_moved', 'day_earlier', 'hour_moved', 'other_clinician', 'not_own_gp', 'other_practice', 'mile', 'unmet_need')),
  valid_from date not null,
  points integer not null check (points between 0 and 1000000),
  source text not null,
  unique nulls not distinct (group_id, measure, valid_from)
);
insert into access.re_offer_weight (group_id, measure, valid_from, points, source)
select null, w.measure, '2020-01-01', w.points, 'Local choice, awaiting an owner: nobody publishes what another day or another doctor is worth'
from (values ('without', 100000), ('without_urgent', 300000), ('day_late', 600), ('day_moved', 200), ('day_earlier', 700), ('hour_moved', 12), ('other_clinician', 60), ('not_own_gp', 80),
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
create function access.change_sessions(actor jsonb, action text, in_change uuid, in_why text, in_changes jsonb, in_shown uuid[], in_answer_by timestamptz) returns integer
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
    raise exception 'a session is not as it was shown' using errcode = 'SP091';
  end if;
  select coalesce(array_agg(l.booking_id order by l.booking_id), '{}') into lost from access.losing(in_changes) l;
  if lost <> coalesce((select array_agg(e order by e) from unnest(in_shown) e), '{}') then
    raise exception 'other visits would lose their place than were shown' using errcode = 'SP092';
  end if;
  insert into access.session_change (id, change_id, group_id, practice_id, session_id, why, was_starts_at, was_ends_at, was_plan, starts_at, ends_at, made_by)
    select gen_random_uuid(), in_change, s.group_id, s.practice_id, s.id, in_why, s.starts_at, s.ends_at, s.plan, c.starts_at, c.ends_at, platform.current_person()
    from jsonb_to_recordset(in_changes) c(session_id uuid, starts_at timestamptz, ends_at timestamptz) join access.session s on s.id = c.session_id;
  update access.session s set status = case when c.starts_at is null then 'cancelled' else 'open' end, day = coalesce(access.london_day(c.starts_at), s.day),
      starts_at = coalesce(c.starts_at, s.starts_at), ends_at = coalesce(c.ends_at, s.ends_at), plan = access.plan_within(s, c.starts_at, c.ends_at)
    from jsonb_to_recordset(in_changes) c(session_id uuid, starts_at timestamptz, ends_at timestamptz) where s.id = c.session_id;
  insert into access.orphan (id, group_id, practice_id, host_practice_id, booking_id, change_id, patient_id, request_id, why, orphaned_by)
    select gen_random_uuid(), b.group_id, b.practice_id, b.host_practice_id, b.id, in_change, b.patient_id, b.request_id, in_why, platform.current_person()
    from access.booking b where b.id = any (lost);
  -- The need keeps its time: nobody waits from the beginning because a session fell out. They were answered by the booking; now
  -- they are to be told again, near as long before as it was.
  update access.request r set status = 'waiting', outcome = null, ended_at = null,
      answer_from = now(), warned_at = null, answer_by = again.at, warn_at = greatest(now(), again.at - (r.answer_by - r.warn_at))
    from access.request k cross join lateral (select least(in_answer_by, case when k.due_at > now() then k.due_at end) as at) again
    where k.id = r.id and r.id in (select b.request_id from access.booking b where b.id = any (lost)) and r.status = 'booked';
  update access.booking b set status = 'cancelled', cancelled_at = now(), cancel_reason = said where b.id = any (lost);
  if lost <> '{}' then
    perform platform.add_job('access.tell-lost', json_build_object('changeId', in_change, 'groupId', platform.current_group()), null, 'tell-lost:' || in_change);
  end if;
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
    raise exception 'a session is over or has been changed again' using errcode = 'SP091';
  end if;
  -- Moved away from where it is now: no visit that was booked since may lose its place by the undoing.
  if exists (select from access.session_change c join access.booking b on b.session_id = c.session_id and b.status = 'booked'
      where c.change_id = in_change and (b.starts_at < c.was_starts_at or b.ends_at > c.was_ends_at)) then
    raise exception 'visits were booked since' using errcode = 'SP092';
  end if;
  update access.session s set status = 'open', day = access.london_day(c.was_starts_at), starts_at = c.was_starts_at, ends_at = c.was_ends_at, plan = c.was_plan
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
          starts_at, ends_at, reason, overflow_reason, overflow_by, overflow_decider, overflow_confirmed_at, idempotency_key, booked_by)
        values (fresh, (o.old).group_id, (o.old).practice_id, (o.old).host_practice_id, (o.old).session_id, (o.old).clinician_id, (o.old).patient_id,
          o.request_id, (o.old).kind, (o.old).mode, (o.old).day, (o.old).starts_at, (o.old).ends_at, (o.old).reason, (o.old).overflow_reason,
          (o.old).overflow_by, (o.old).overflow_decider, (o.old).overflow_confirmed_at, 'put-back-' || o.id, platform.current_person());
      update access.booking b set moved_to = fresh where b.id = (o.old).id;
      update access.orphan k set state = 'put-back', new_booking_id = fresh, changed_at = now(), changed_by = platform.current_person() where k.id = o.id;
      put_back := put_back + 1;
    exception when sqlstate 'SP011' or sqlstate 'SP012' or sqlstate 'SP013' or sqlstate 'SP014' or sqlstate 'SP017' or sqlstate 'SP021'
        or sqlstate 'SP023' or sqlstate 'SP026' or unique_violation then
      left_over := left_over + 1;
    end;
  end loop;
  perform platform.add_job('access.tell-lost', json_build_object('changeId', in_change, 'groupId', platform.current_group()), null, 'tell-lost:' || in_change);
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
    'access.losing(jsonb)', 'access.change_sessions(jsonb, text, uuid, text, jsonb, uuid[], timestamptz)', 'access.undo_change(jsonb, text, uuid)',
    'access.place_orphan(jsonb, text, text, uuid, uuid, uuid, timestamptz, integer)', 'access.settle_orphan(jsonb, text, uuid, text, text)',
    'access.orphans_by_practice()', 'access.orphans_of(uuid)'] loop
    execute format('alter function %s owner to superpractice_guard', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to superpractice_app, superpractice_guard', f);
  end loop;
end $$;

-- Books of other systems -----------------------------------------------------------------------------------------------

-- A book kept elsewhere, of one practice. What is in it counts to the safe limit and cannot be booked here, unless its source
-- takes bookings from outside.
create table access.book (
  id uuid primary key,
  number integer generated always as identity unique,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  name text not null check (name <> '' and length(name) <= 100),
  system text not null default '' check (length(system) <= 100),
  kind text not null check (kind in ('csv', 'gp_connect')),
  bookable boolean not null default false,
  mapping jsonb,
  source jsonb,
  fresh_as_of timestamptz,
  created_at timestamptz not null default now(),
  created_by uuid references network.person,
  closed_at timestamptz,
  check (not bookable or kind = 'gp_connect')
);
comment on column access.book.mapping is 'Which column is what, saved from an example; null until it has been made.';
comment on column access.book.source is 'GP Connect: its address and the ASIDs of both ends, from the Spine directory.';
comment on column access.book.fresh_as_of is 'When its source was read or exported; null: never, so nothing of it is known.';
comment on column access.book.bookable is 'Whether its source takes bookings from outside; an export never does.';
create index book_practice on access.book (practice_id);
call platform.protect('access.book', 'session');
grant select, insert, update on access.book to superpractice_app;

-- Past how many minutes a book is too old for its clinicians' limits to be relied on.
create table access.book_age (
  group_id uuid references network.group,
  kind text not null check (kind in ('csv', 'gp_connect')),
  valid_from date not null,
  minutes integer not null check (minutes between 1 and 10080),
  source text not null,
  unique nulls not distinct (group_id, kind, valid_from)
);
insert into access.book_age values
  (null, 'csv', '2020-01-01', 240, 'Local choice, awaiting an owner: an export each half day'),
  (null, 'gp_connect', '2020-01-01', 60, 'Local choice, awaiting an owner');
grant select on access.book_age to superpractice_app, superpractice_guard;

-- Who is who: a name in the book and a clinician here, matched by a person and never guessed. Left out: it is no clinician (a room, a list).
create table access.book_clinician (
  id uuid primary key,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  book_id uuid not null references access.book,
  source_name text not null check (source_name <> '' and length(source_name) <= 200),
  clinician_id uuid references workforce.clinician,
  left_out boolean not null default false,
  matched_by uuid references network.person,
  matched_at timestamptz,
  unique (book_id, source_name),
  check (clinician_id is null or not left_out)
);
create index book_clinician_clinician on access.book_clinician (clinician_id) where clinician_id is not null;
call platform.protect('access.book_clinician', 'session');
grant select on access.book_clinician to superpractice_app;

-- One place of a book: when, with whom, and whether it is taken. No patient: the limit asks how many, not who.
create table access.book_entry (
  id bigint generated always as identity primary key,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  book_id uuid not null references access.book,
  source_key text not null check (length(source_key) <= 300),
  source_name text not null,
  clinician_id uuid,
  day date not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at and ends_at - starts_at <= interval '12 hours'),
  state text not null check (state in ('booked', 'done', 'did_not_attend', 'free', 'blocked', 'cancelled')),
  mode text not null default '',
  session text not null default '',
  contact boolean not null default true,
  gone_at timestamptz,
  first_import uuid not null,
  last_import uuid not null,
  unique (book_id, source_key)
);
comment on column access.book_entry.contact is 'False where its kind of slot is no contact (blocked time, administration), as the mapping says.';
comment on column access.book_entry.gone_at is 'Since when the source no longer has it.';
create index book_entry_clinician on access.book_entry (clinician_id, day) where gone_at is null;
create index book_entry_day on access.book_entry (practice_id, day) where gone_at is null;
alter table access.book_entry enable row level security;
alter table access.book_entry force row level security;
create policy by_practice on access.book_entry for select to superpractice_app using (practice_id = any ((select platform.sees('session'))::text[]));
create policy guard on access.book_entry to superpractice_guard using (true) with check (true);
grant select on access.book_entry to superpractice_app;
grant all on access.book_entry to superpractice_guard;
comment on table access.book_entry is 'practice rows, class session';

-- What came of each reading of a book; its entries are audited by this row, not one by one.
create table access.book_import (
  id uuid primary key,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  book_id uuid not null references access.book,
  as_of timestamptz not null,
  file_name text not null default '' check (length(file_name) <= 200),
  file_hash text not null,
  from_day date,
  to_day date,
  rows integer not null,
  added integer not null,
  changed integer not null,
  gone integer not null,
  same integer not null,
  rejected integer not null,
  rejects jsonb not null default '[]',
  imported_at timestamptz not null default now(),
  imported_by uuid references network.person
);
comment on column access.book_import.rejects is 'The first rows that could not be read: line, column, why. Never what stood in them: it may be a patient.';
create index book_import_book on access.book_import (book_id, imported_at desc);
call platform.protect('access.book_import', 'session');
grant select on access.book_import to superpractice_app;

-- Rows on their way in, within one transaction: nothing is ever left here. The app puts them down and cannot read them.
create table access.book_staged (
  import_id uuid not null,
  source_key text not null,
  source_name text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  state text not null,
  mode text not null,
  session text not null,
  contact boolean not null,
  primary key (import_id, source_key)
);
grant insert on access.book_staged to superpractice_app;
grant select, insert, delete on access.book_staged to superpractice_guard;

-- What of a clinician's day is booked elsewhere: part of `ordinary`, so that an ordinary booking pays nothing for it.
alter table access.clinician_day add column elsewhere access.contacts not null default 0;
comment on column access.clinician_day.ordinary is 'Contacts that count to the limit: ordinary bookings here, and those in books of other systems (`elsewhere`).';

-- When a clinician's day is taken, from the bookings and what is booked elsewhere: a cancelled visit may have shared its time with
-- others of a group consultation.
create function access.taken_on(in_clinician uuid, in_day date) returns int4multirange language sql stable as $$
  -- One part by each index: together they would be read whole.
  select coalesce(range_agg(access.minutes_of(k.starts_at, k.ends_at)), '{}')
  from (select in_day::timestamp at time zone 'Europe/London' as since, (in_day + 1)::timestamp at time zone 'Europe/London' as upto) d cross join lateral (
    select b.starts_at, b.ends_at from access.booking b where b.clinician_id = in_clinician and b.status <> 'cancelled' and b.kind = 'ordinary'
      and b.starts_at >= d.since and b.starts_at < d.upto
    union all
    select b.starts_at, b.ends_at from access.booking b where b.clinician_id = in_clinician and b.status <> 'cancelled' and b.kind = 'overflow'
      and b.starts_at >= d.since and b.starts_at < d.upto
    union all
    select e.starts_at, e.ends_at from access.book_entry e where e.clinician_id = in_clinician and e.day = in_day and e.gone_at is null and e.contact and e.state = 'booked') k
$$;

-- Counts clinicians' days in other books again, each under the lock every booking of that day takes. A visit that is in both
-- books (booked here, then written there) is one contact: an entry at the time of a booking here is that booking.
create function access.count_elsewhere(in_days jsonb) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  d record;
  found integer;
begin
  for d in select distinct k.clinician_id, k.day from jsonb_to_recordset(in_days) k(clinician_id uuid, day date)
      join workforce.clinician c on c.id = k.clinician_id and c.group_id = platform.current_group() order by 1, 2 loop
    perform access.hold_day(d.clinician_id, d.day);
    select count(*) into found from access.book_entry e
      where e.clinician_id = d.clinician_id and e.day = d.day and e.gone_at is null and e.contact and e.state in ('booked', 'done', 'did_not_attend')
        and not exists (select from access.booking b where b.clinician_id = e.clinician_id and b.starts_at = e.starts_at and b.status <> 'cancelled');
    insert into access.clinician_day as t (clinician_id, day, group_id, ordinary, elsewhere, taken)
      values (d.clinician_id, d.day, platform.current_group(), found, found, access.taken_on(d.clinician_id, d.day))
      on conflict (clinician_id, day) do update set ordinary = t.ordinary - t.elsewhere + excluded.elsewhere, elsewhere = excluded.elsewhere, taken = excluded.taken
      where t.elsewhere <> excluded.elsewhere or t.taken <> excluded.taken;
  end loop;
end $$;

-- Takes what was staged as the book from now on, for the days it covers: new, changed, gone, the same. Rows that could not be
-- read keep whatever is missing, because it may be one of them. An older reading never overwrites a newer one.
create function access.reconcile_book(in_import uuid, in_book uuid, in_read jsonb) returns table (added integer, changed integer, gone integer, same integer)
language plpgsql security definer set search_path = pg_catalog as $$
declare
  b access.book;
  read_at timestamptz := (in_read ->> 'asOf')::timestamptz;
  days jsonb;
begin
  select * into b from access.book k where k.id = in_book and k.group_id = platform.current_group() and k.practice_id = any (platform.sees('session'))
    and k.closed_at is null for update;
  if b.id is null then
    raise exception 'the book is not there' using errcode = 'SP010';
  elsif b.fresh_as_of > read_at then
    raise exception 'the book has been read later than that' using errcode = 'SP081';
  elsif read_at > now() + interval '5 minutes' then
    raise exception 'that is still to come' using errcode = 'SP082';
  end if;
  insert into access.book_clinician (id, group_id, practice_id, book_id, source_name)
    select gen_random_uuid(), b.group_id, b.practice_id, b.id, s.source_name from access.book_staged s where s.import_id = in_import group by s.source_name
    on conflict do nothing;
  with staged as materialized (
    select s.*, access.london_day(s.starts_at) as day, m.clinician_id
    from access.book_staged s join access.book_clinician m on m.book_id = b.id and m.source_name = s.source_name where s.import_id = in_import
  ), before as materialized (
    select e.* from access.book_entry e where e.book_id = b.id and (e.source_key in (select s.source_key from staged s)
      or e.gone_at is null and e.day between (in_read ->> 'fromDay')::date and (in_read ->> 'toDay')::date)
  ), away as (
    update access.book_entry e set gone_at = now(), last_import = in_import from before k
    where (in_read ->> 'rejected')::integer = 0 and e.id = k.id and k.gone_at is null and not exists (select from staged s where s.source_key = k.source_key)
    returning e.clinician_id, e.day
  ), written as (
    insert into access.book_entry as e (group_id, practice_id, book_id, source_key, source_name, clinician_id, day, starts_at, ends_at, state, mode, session,
        contact, first_import, last_import)
      select b.group_id, b.practice_id, b.id, s.source_key, s.source_name, s.clinician_id, s.day, s.starts_at, s.ends_at, s.state, s.mode, s.session,
        s.contact, in_import, in_import from staged s
      on conflict (book_id, source_key) do update set source_name = excluded.source_name, clinician_id = excluded.clinician_id, day = excluded.day,
        starts_at = excluded.starts_at, ends_at = excluded.ends_at, state = excluded.state, mode = excluded.mode, session = excluded.session,
        contact = excluded.contact, gone_at = null, last_import = in_import
      where (e.source_name, e.clinician_id, e.starts_at, e.ends_at, e.state, e.mode, e.session, e.contact, e.gone_at) is distinct from
        (excluded.source_name, excluded.clinician_id, excluded.starts_at, excluded.ends_at, excluded.state, excluded.mode, excluded.session, excluded.contact, null)
      returning e.source_key, e.clinician_id, e.day
  ), counts as (
    select (select count(*) from staged s where not exists (select from before k where k.source_key = s.source_key)) as added,
      (select count(*) from written) as written, (select count(*) from away) as gone, (select count(*) from staged) as all_rows
  )
  select c.added::integer, (c.written - c.added)::integer, c.gone::integer, (c.all_rows - c.written)::integer,
    (select coalesce(jsonb_agg(jsonb_build_object('clinician_id', d.clinician_id, 'day', d.day)), '[]') from (
      select w.clinician_id, w.day from written w union select a.clinician_id, a.day from away a
      union select k.clinician_id, k.day from before k join written w on w.source_key = k.source_key) d where d.clinician_id is not null)
    into added, changed, gone, same, days from counts c;
  if jsonb_array_length(days) > 4000 then
    raise exception 'the file covers too many days at once' using errcode = 'SP083';
  end if;
  perform access.count_elsewhere(days);
  insert into access.book_import (id, group_id, practice_id, book_id, as_of, file_name, file_hash, from_day, to_day, rows, added, changed, gone, same, rejected, rejects, imported_by)
    values (in_import, b.group_id, b.practice_id, b.id, read_at, in_read ->> 'fileName', in_read ->> 'fileHash', (in_read ->> 'fromDay')::date, (in_read ->> 'toDay')::date,
      (in_read ->> 'rows')::integer, added, changed, gone, same, (in_read ->> 'rejected')::integer, coalesce(in_read -> 'rejects', '[]'), platform.current_person());
  update access.book k set fresh_as_of = read_at where k.id = b.id;
  delete from access.book_staged s where s.import_id = in_import;
  return next;
end $$;

-- Says who a name in a book is, or that it is nobody who sees patients; what is booked with them counts from then on.
create function access.match_clinician(in_match uuid, in_clinician uuid, in_left_out boolean) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  m access.book_clinician;
  was uuid;
begin
  select * into m from access.book_clinician k where k.id = in_match and k.group_id = platform.current_group() and k.practice_id = any (platform.sees('session'));
  if m.id is null or in_clinician is not null and not exists (select from workforce.clinician c where c.id = in_clinician and c.group_id = m.group_id) then
    raise exception 'that name or clinician is not there' using errcode = 'SP010';
  end if;
  -- The book first, as in reading it: whoever reads it now waits, and finds the new match.
  perform from access.book k where k.id = m.book_id for update;
  was := m.clinician_id;
  update access.book_clinician k set clinician_id = in_clinician, left_out = in_left_out, matched_by = platform.current_person(), matched_at = now() where k.id = m.id;
  update access.book_entry e set clinician_id = in_clinician where e.book_id = m.book_id and e.source_name = m.source_name and e.clinician_id is distinct from in_clinician;
  perform access.count_elsewhere((select coalesce(jsonb_agg(jsonb_build_object('clinician_id', d.who, 'day', d.day)), '[]') from (
    select w.who, e.day from access.book_entry e cross join unnest(array[was, in_clinician]) w(who)
    where e.book_id = m.book_id and e.source_name = m.source_name and w.who is not null group by 1, 2) d));
end $$;

-- Books too old to rely on, or never read, and their clinicians: whoever is matched in one, and until it has been read once
-- whoever is at home at its practice. Their limits are unverified. Names of books and times, for the whole group.
create function access.unverified_limits() returns table (clinician_id uuid, book_name text, fresh_as_of timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  with old as (
    select b.* from access.book b
    cross join lateral (select a.minutes from access.book_age a where (a.group_id = b.group_id or a.group_id is null) and a.kind = b.kind and a.valid_from <= platform.today()
      order by a.group_id nulls last, a.valid_from desc limit 1) age
    where b.group_id = platform.current_group() and b.closed_at is null
      -- GP Connect tells what is free, not what is taken: by itself it verifies no limit.
      and (b.fresh_as_of is null or b.kind = 'gp_connect' or b.fresh_as_of < now() - make_interval(mins => age.minutes))
  )
  select distinct on (k.clinician_id) k.clinician_id, k.name, k.fresh_as_of from (
    select m.clinician_id, o.name, o.fresh_as_of from old o join access.book_clinician m on m.book_id = o.id where m.clinician_id is not null
    union all
    select c.id, o.name, o.fresh_as_of from old o join workforce.clinician c on c.group_id = o.group_id
      and (c.practice_id = o.practice_id or exists (select from workforce.works_at w where w.clinician_id = c.id and w.practice_id = o.practice_id
        and network.in_force(w.valid_from, w.valid_to, platform.today())))
      and network.in_force(c.valid_from, c.valid_to, platform.today()) where o.fresh_as_of is null
  ) k order by k.clinician_id, k.fresh_as_of nulls first
$$;

do $$
declare f text;
begin
  foreach f in array array['access.count_elsewhere(jsonb)', 'access.reconcile_book(uuid, uuid, jsonb)', 'access.match_clinician(uuid, uuid, boolean)', 'access.unverified_limits()'] loop
    execute format('alter function %s owner to superpractice_guard', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to superpractice_guard', f);
  end loop;
  foreach f in array array['access.reconcile_book(uuid, uuid, jsonb)', 'access.match_clinician(uuid, uuid, boolean)', 'access.unverified_limits()'] loop
    execute format('grant execute on function %s to superpractice_app', f);
  end loop;
end $$;
