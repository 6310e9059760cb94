-- A clinician's own day: who has come, who is being seen, who has been, and stopping further routine bookings.

alter table access.booking
  add column arrived_at timestamptz,
  add column started_at timestamptz,
  add column finished_at timestamptz;
comment on column access.booking.finished_at is 'When the visit was over: later than ends_at is an overrun.';

-- One step of a visit, by the clinician whose visit it is or by staff of either practice: arrived, started, finished (attended),
-- did not attend; or the last step taken back. A step that stands already changes nothing.
create function access.progress(actor jsonb, action text, in_id uuid, in_step text) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
  b access.booking;
  own boolean;
begin
  perform platform.enter(actor, action, '');
  select * into b from access.booking k where k.id = in_id and k.group_id = platform.current_group()
    and (k.practice_id = any (platform.sees('visit')) or k.host_practice_id = any (platform.sees('visit'))
      or k.clinician_id = any (access.own_clinicians())) for update;
  if not found then
    raise exception 'the booking is not there' using errcode = 'SP010';
  elsif b.status = 'cancelled' then
    raise exception 'the booking was cancelled or moved before' using errcode = 'SP022';
  elsif b.day > platform.today() then
    raise exception 'the visit is still to come' using errcode = 'SP024';
  end if;
  own := platform.current_role_name() = 'clinician' and b.clinician_id = any (access.own_clinicians());
  if in_step in ('started', 'finished') and not own then
    raise exception 'only the clinician whose visit it is starts and finishes it' using errcode = 'SP025';
  end if;
  case in_step
    when 'arrived' then
      update access.booking k set arrived_at = now() where k.id = in_id and k.arrived_at is null and k.status = 'booked';
    when 'started' then
      update access.booking k set arrived_at = coalesce(k.arrived_at, now()), started_at = now()
        where k.id = in_id and k.started_at is null and k.status = 'booked';
    when 'finished' then
      update access.booking k set arrived_at = coalesce(k.arrived_at, now()), started_at = coalesce(k.started_at, now()), finished_at = now(),
        status = 'attended' where k.id = in_id and k.status = 'booked';
    when 'did-not-attend' then
      if b.starts_at > now() then
        raise exception 'the visit is still to come' using errcode = 'SP024';
      end if;
      update access.booking k set status = 'did_not_attend' where k.id = in_id and k.status = 'booked' and k.started_at is null;
    when 'back' then
      update access.booking k set
        status = 'booked', finished_at = null,
        started_at = case when b.status = 'booked' then null else k.started_at end,
        arrived_at = case when b.status = 'booked' and b.started_at is null then null else k.arrived_at end
        where k.id = in_id and b.day = platform.today();
    else raise exception 'there is no step %', in_step using errcode = 'check_violation';
  end case;
  perform platform.announce('requests', jsonb_build_object('group', b.group_id, 'practice', b.host_practice_id));
  return 'done';
end $$;

-- The visits of the clinician who asks on one day, at every practice, with what seeing them needs and what went before
-- between the two. It is the clinician's own list, so it does not depend on where else the role reaches.
create function access.my_list(in_day date, safe_categories text[])
returns table (id uuid, practice_id text, practice_name text, host_practice_name text, mode text, kind text, status text, starts_at timestamptz,
  ends_at timestamptz, arrived_at timestamptz, started_at timestamptz, finished_at timestamptz, overflow_reason text, request_id uuid,
  patient_id uuid, given_name text, family_name text, birth_date date, sex text, phone text, caller_phone text, language text, needs text[],
  words text, about text, only_safely boolean, safe_contact text, own_patient boolean, visits integer, visits_with_me integer)
language sql stable security definer set search_path = pg_catalog as $$
  select b.id, b.practice_id, p.name, coalesce(site.name, h.name), b.mode, b.kind::text, b.status::text, b.starts_at, b.ends_at, b.arrived_at, b.started_at,
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

-- Urgent overflow somebody says the clinician who asks decided, and that they have not confirmed yet: whose it is, as they
-- were told when they decided it. It is their own word, so it does not depend on where else the role reaches.
create function access.my_decisions()
returns table (id uuid, practice_id text, practice_name text, starts_at timestamptz, clinician_name text, overflow_reason text, said_by text,
  booked_at timestamptz, patient_id uuid, given_name text, family_name text, birth_date date)
language sql stable security definer set search_path = pg_catalog as $$
  select b.id, b.practice_id, p.name, b.starts_at, c.name, b.overflow_reason, w.name, b.booked_at, t.id, t.given_name, t.family_name, t.birth_date
  from access.booking b join patients.patient t on t.id = b.patient_id join network.practice p on p.id = b.practice_id
  join workforce.clinician c on c.id = b.clinician_id left join network.person w on w.id = b.booked_by
  where platform.current_role_name() = 'clinician' and b.overflow_decider = any ((select access.own_clinicians())::uuid[]) and b.group_id = platform.current_group()
    and b.overflow_confirmed_at is null and b.status <> 'cancelled'
  order by b.booked_at, b.id
$$;

-- The clinician who is said to have decided an overflow confirms it. Twice changes nothing.
create function access.confirm_overflow(actor jsonb, action text, in_id uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  b access.booking;
begin
  perform platform.enter(actor, action, '');
  select * into b from access.booking k where k.id = in_id and k.group_id = platform.current_group() and k.kind = 'overflow' for update;
  if not found then
    raise exception 'the booking is not there' using errcode = 'SP010';
  elsif platform.current_role_name() <> 'clinician' or b.overflow_decider = any (access.own_clinicians()) is not true then
    raise exception 'only who is said to have decided it confirms it' using errcode = 'SP025';
  end if;
  update access.booking k set overflow_confirmed_at = now() where k.id = in_id and k.overflow_confirmed_at is null;
  perform platform.announce('requests', jsonb_build_object('group', b.group_id, 'practice', b.practice_id));
end $$;

-- The clinician stops further routine bookings of their own day, or lets them in again.
create function access.stop_routine(actor jsonb, action text, in_stop boolean) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  mine uuid;
begin
  perform platform.enter(actor, action, '');
  if platform.current_role_name() <> 'clinician' then
    raise exception 'only a clinician stops their own day' using errcode = 'SP025';
  end if;
  foreach mine in array access.own_clinicians() loop
    perform access.hold_day(mine, platform.today());
    insert into access.clinician_day as d (clinician_id, day, group_id, stopped_at)
      values (mine, platform.today(), platform.current_group(), case when in_stop then now() end)
      on conflict (clinician_id, day) do update set stopped_at = case when in_stop then coalesce(d.stopped_at, now()) end;
    perform audit.write(jsonb_build_array(jsonb_build_object('kind', 'act', 'subject', case when in_stop then 'routine bookings stopped'
      else 'routine bookings let in again' end, 'subject_id', mine, 'practice_id', (select c.practice_id from workforce.clinician c where c.id = mine))));
  end loop;
end $$;

do $$
declare f text;
begin
  foreach f in array array['access.progress(jsonb, text, uuid, text)', 'access.my_list(date, text[])', 'access.my_decisions()',
    'access.confirm_overflow(jsonb, text, uuid)', 'access.stop_routine(jsonb, text, boolean)'] loop
    execute format('alter function %s owner to superpractice_guard', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to superpractice_app, superpractice_guard', f);
  end loop;
end $$;
