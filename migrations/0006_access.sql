-- Sessions, requests, red flags and bookings. What the product promises about bookings is kept here, whoever writes: no
-- clinician, patient or slot twice, one active booking a request, and the clinician's safe limit by London day.

create schema access;
grant usage on schema access to superpractice_app;
grant usage, create on schema access to superpractice_guard;

create function access.london_day(at timestamptz) returns date language sql immutable parallel safe as $$
  select (at at time zone 'Europe/London')::date
$$;

-- The legal words of hot tables stand in domains: a check on a table is read from its text again at every statement.
create domain access.channel as text check (value in ('telephone', 'desk', 'online'));
create domain access.free_text as text check (length(value) <= 10000);
create domain access.caller as text check (value in ('patient', 'parent', 'carer', 'other'));
create domain access.short_text as text check (length(value) <= 200);
create domain access.request_status as text check (value in ('draft', 'waiting', 'red_flag', 'booked', 'ended'));
create domain access.booking_kind as text check (value in ('ordinary', 'overflow'));
create domain access.booking_status as text check (value in ('booked', 'attended', 'did_not_attend', 'cancelled'));
create domain access.contacts as integer check (value >= 0);

-- Who works where, when, as what and how. Slots are not stored: they are computed from sessions and bookings.
create table access.session (
  id uuid primary key,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  site_id uuid references network.branch_site,
  clinician_id uuid not null references workforce.clinician,
  role text not null references workforce.clinician_role,
  mode text not null check (mode in ('face_to_face', 'telephone', 'video', 'home_visit')),
  kind text not null default 'ordinary' check (kind in ('ordinary', 'duty', 'hub')),
  day date not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  slot_minutes integer not null check (slot_minutes between 5 and 120),
  status text not null default 'open' check (status in ('open', 'cancelled')),
  check (day = access.london_day(starts_at) and day = access.london_day(ends_at - interval '1 microsecond')),
  exclude using gist (clinician_id with =, tstzrange(starts_at, ends_at) with &&) where (status = 'open')
);
comment on column access.session.kind is 'hub: every practice of the hub may book it; ordinary: the group may where its practice has joined hub booking.';
-- In the order in which places are looked for, which stops at the first few with room; the role is read off the index.
create index session_day on access.session (practice_id, day, starts_at, role);
create index session_clinician on access.session (clinician_id, day);
call platform.protect('access.session', 'session');
grant select, insert, update on access.session to superpractice_app;

create table access.protocol (
  id text not null,
  version integer not null,
  title text not null,
  content jsonb not null,
  source text not null,
  clinical_owner text not null,
  in_force_from timestamptz not null,
  primary key (id, version)
);
grant select on access.protocol to superpractice_app, superpractice_guard;
grant insert on access.protocol to superpractice_guard;

-- A draft is a request that is still being taken: it is saved as it is typed, and survives a lock, a refresh or a lost line.
create table access.request (
  id uuid primary key,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  patient_id uuid references patients.patient,
  channel access.channel not null,
  desk_practice_id text references network.practice,
  words access.free_text not null default '',
  notes access.free_text not null default '',
  caller_phone text,
  for_other boolean not null default false,
  caller_is access.caller,
  caller_name access.short_text not null default '',
  caller_relation access.short_text not null default '',
  safe_contact access.free_text not null default '',
  typed_by uuid references network.person,
  typed_at timestamptz,
  typed_in text,
  apart jsonb not null default '[]',
  status access.request_status not null default 'draft',
  reason text,
  answers jsonb not null default '{}',
  identity_confirmed boolean not null default false,
  matched text[] not null default '{}',
  protocol_id text,
  protocol_version integer,
  rule_id text,
  urgency text,
  outcome text,
  unmet_reason text,
  past_flags uuid[] not null default '{}',
  past_flag_reason access.free_text not null default '',
  past_flag_by uuid references network.person,
  past_flag_at timestamptz check ((past_flag_at is null) = (past_flags = '{}')),
  received_at timestamptz not null default now(),
  due_at timestamptz,
  taken_by uuid references network.person,
  taken_at timestamptz,
  ended_at timestamptz,
  ended_by uuid references network.person,
  foreign key (protocol_id, protocol_version) references access.protocol match full,
  check (not identity_confirmed or patient_id is not null)
);
comment on column access.request.desk_practice_id is 'At whose desk they stood, whichever practice they turn out to be registered with; null where they did not.';
comment on column access.request.safe_contact is 'How somebody can be reached so that nobody at home sees or hears, as they chose it.';
comment on column access.request.words is 'As the caller said them; notes are the navigator''s own. Both are screened for red flags at every save.';
comment on column access.request.matched is 'What the caller gave that agrees with the record: nhs_number, birth_date, phone, address.';
comment on column access.request.past_flags is 'Open red flags of the patient''s other requests that somebody was shown, and booked this request all the same, with the reason.';
comment on column access.request.ended_by is 'Who ended it without a visit, and may take that back for a while; null where nobody may.';
comment on column access.request.typed_in is 'The window the words and notes were last written in; a window may go on from its own words, never over another''s.';
comment on column access.request.apart is 'What was written over words somebody else had changed: kept whole beside them until a person puts the two together.';
create index request_waiting on access.request (practice_id, status, due_at) where status in ('draft', 'waiting', 'red_flag');
create index request_patient on access.request (patient_id, received_at);
create index request_received on access.request (practice_id, received_at);
call platform.protect('access.request', 'visit');
create trigger lasting before delete or truncate or update of id on access.request for each statement execute function platform.lasting();
grant select, insert, update on access.request to superpractice_app;

-- The clinician who answers for red flags: a practice's while it is open, else its hub's, else the group's.
create table access.duty (
  id uuid primary key,
  group_id uuid not null references network.group,
  level text not null check (level in ('practice', 'hub', 'group')),
  duty_practice_id text references network.practice,
  hub_id uuid references network.hub,
  clinician_id uuid not null references workforce.clinician,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  phone text check (phone <> ''),
  check ((level = 'practice') = (duty_practice_id is not null)),
  check ((level = 'hub') = (hub_id is not null))
);
comment on column access.duty.phone is 'Where they are reached while on duty; null where it is not known.';
create index duty_time on access.duty (group_id, starts_at, ends_at);
call platform.protect_group('access.duty', 'directory');
grant select, insert, update, delete on access.duty to superpractice_app;

-- Who may say who is on duty: a practice's manager for that practice, group operations and the workforce lead for all.
-- What has been is never changed: flags went to whoever was on duty then.
create function access.may_arrange_duty(for_practice text) returns boolean language sql stable parallel safe as $$
  select platform.current_role_name() in ('system', 'operations', 'workforce', 'practice_manager')
    and coalesce(current_setting('sp.practice', true), '') in ('', for_practice)
$$;
create policy arranged_i on access.duty as restrictive for insert to superpractice_app with check (access.may_arrange_duty(duty_practice_id));
create policy arranged_u on access.duty as restrictive for update to superpractice_app
  using (access.may_arrange_duty(duty_practice_id) and ends_at > now()) with check (access.may_arrange_duty(duty_practice_id));
create policy arranged_d on access.duty as restrictive for delete to superpractice_app
  using (access.may_arrange_duty(duty_practice_id) and starts_at > now());

-- Nobody is put on duty whose role does not answer for dangers.
create function access.duty_answers() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if not exists (select from workforce.clinician c join workforce.clinician_role r on r.code = c.role where c.id = new.clinician_id and r.answers_danger) then
    raise exception 'their role does not answer for dangers' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger duty_answers after insert or update of clinician_id on access.duty for each row execute function access.duty_answers();

-- Minutes a clinician has to acknowledge a red flag before it goes on: the group's own row, else the one for all.
create table access.escalation_wait (
  group_id uuid references network.group,
  level text not null check (level in ('practice', 'hub', 'group')),
  valid_from date not null,
  minutes integer not null check (minutes between 1 and 60),
  source text not null,
  unique nulls not distinct (group_id, level, valid_from)
);
insert into access.escalation_wait values
  (null, 'practice', '2020-01-01', 5, 'Local choice, awaiting a clinical owner'),
  (null, 'hub', '2020-01-01', 5, 'Local choice, awaiting a clinical owner'),
  (null, 'group', '2020-01-01', 5, 'Local choice, awaiting a clinical owner');
grant select on access.escalation_wait to superpractice_app, superpractice_guard;

-- A flag blocks its request until a clinician closes it. Two things let the request go on before that, and neither ends the
-- alert: a softened finding whose direct question was answered no, and an answer that was pressed by mistake.
create table access.red_flag (
  id uuid primary key,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  request_id uuid not null references access.request,
  patient_id uuid references patients.patient,
  category text not null,
  level text not null,
  matched text not null,
  origin text not null default 'words' check (origin in ('words', 'answer')),
  question_id text check ((question_id is not null) = (origin = 'answer')),
  softened boolean not null,
  basis text not null default 'wording' check (basis in ('wording', 'likeness')),
  raised_at timestamptz not null default now(),
  raised_by uuid references network.person,
  asked_level text not null check (asked_level in ('practice', 'hub', 'group')),
  asked_clinician_id uuid references workforce.clinician,
  asked_at timestamptz not null default now(),
  asked_before jsonb not null default '[]',
  answered_no_at timestamptz check (answered_no_at is null or softened),
  withdrawn_at timestamptz check (withdrawn_at is null or origin = 'answer'),
  acknowledged_at timestamptz,
  acknowledged_by uuid references network.person,
  closed_at timestamptz,
  closed_by uuid references network.person,
  closing_note text,
  danger text check (danger in ('yes', 'no', 'unclear')),
  check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (danger is null)),
  check (closed_at is null or (acknowledged_at is not null and closing_note <> ''))
);
comment on column access.red_flag.asked_clinician_id is 'Null: nobody is on duty at any level, which the board shows before anything else.';
comment on column access.red_flag.basis is 'Whether a wording of the category stands in the words, or they only resemble its phrases: which danger it is, is then a guess.';
comment on column access.red_flag.asked_before is 'Whom it was with before it went on: [{level, clinician_id, at}].';
comment on column access.red_flag.danger is 'Whether it was one, as the clinician who closed it judged: what screening is measured against.';
create unique index red_flag_once on access.red_flag (request_id, category, origin) where closed_at is null;
create index red_flag_open on access.red_flag (group_id, practice_id) where closed_at is null;
create index red_flag_request on access.red_flag (request_id);
create index red_flag_patient on access.red_flag (patient_id) where patient_id is not null;
call platform.protect('access.red_flag', 'visit');

-- The clinicians the actor is: one at a time, and those they were before.
create function access.own_clinicians() returns uuid[] language sql stable parallel safe as $$
  select coalesce(array_agg(c.id), '{}') from workforce.clinician c where c.person_id = platform.current_person()
$$;
-- A flag that has gone on to the hub or the group is seen by those who answer there, and by whoever is asked, whatever was
-- agreed, also when it has come back to the practice's own clinician; who closed it sees it still.
create policy escalated on access.red_flag to superpractice_app
  using ((asked_level <> 'practice' or asked_before <> '[]') and (closed_at is null or closed_by = (select platform.current_person()))
    and (practice_id = any ((select platform.sees('open_visit'))::text[]) or asked_clinician_id = any ((select access.own_clinicians())::uuid[])));
grant select, insert, update on access.red_flag to superpractice_app;

create function access.only_clinicians_close() returns trigger language plpgsql as $$
declare
  hardened boolean := old.softened and not new.softened;
begin
  -- What was denied and is now said is news: it is put to the clinician again.
  if platform.current_role_name() <> 'clinician' and (new.closed_at is distinct from old.closed_at
      or new.acknowledged_at is distinct from old.acknowledged_at and not (hardened and new.acknowledged_at is null)) then
    raise exception 'only a clinician acknowledges or closes a red flag' using errcode = 'SP020';
  elsif old.answered_no_at is null and new.answered_no_at is not null and not old.softened
     or platform.current_role_name() <> 'clinician' and new.softened and not old.softened then
    raise exception 'a red flag is not made milder' using errcode = 'SP020';
  end if;
  return new;
end $$;
create trigger only_clinicians_close before update on access.red_flag for each row execute function access.only_clinicians_close();

create function access.no_downgrade() returns trigger language plpgsql as $$
begin
  if new.status is distinct from old.status and (old.status = 'red_flag' or new.status in ('booked', 'ended'))
     and platform.current_role_name() <> 'clinician'
     and exists (select from access.red_flag f where f.request_id = new.id and f.closed_at is null and f.withdrawn_at is null
       and f.answered_no_at is null and (not f.softened or new.status in ('booked', 'ended'))) then
    raise exception 'a request with an open red flag is not ended or booked by anyone but a clinician' using errcode = 'SP021';
  end if;
  return new;
end $$;
create trigger no_downgrade before update on access.request for each row execute function access.no_downgrade();

-- What answering a flag needs and no more, for whoever sees the flag; nobody else.
create function access.flag_card(in_flag uuid)
returns table (patient_id uuid, given_name text, family_name text, birth_date date, phone text, address text, postcode text, needs text[],
  words text, notes text, caller_phone text, for_other boolean, practice_id text, safe_contact text,
  channel text, desk_name text, received_at timestamptz, ended_at timestamptz, taken_by_name text)
language sql stable security definer set search_path = pg_catalog as $$
  select p.id, p.given_name, p.family_name, p.birth_date, p.phone, p.address, p.postcode, p.needs, r.words, r.notes, r.caller_phone, r.for_other, f.practice_id, r.safe_contact,
    r.channel, (select d.name from network.practice d where r.channel = 'desk' and d.id = coalesce(r.desk_practice_id, r.practice_id)), r.received_at, r.ended_at,
    (select w.name from network.person w where w.id = coalesce(r.taken_by, r.typed_by))
  from access.red_flag f join access.request r on r.id = f.request_id left join patients.patient p on p.id = r.patient_id
  where f.id = in_flag
    and (f.practice_id = any (platform.sees('visit'))
      or (f.asked_level <> 'practice' or f.asked_before <> '[]') and (f.closed_at is null or f.closed_by = platform.current_person())
        and (f.practice_id = any (platform.sees('open_visit')) or f.asked_clinician_id = any (access.own_clinicians())))
$$;

-- A clinician closes a flag with a note, says whether it was a danger, and what becomes of the request when it was the last:
-- dealt with, or back to the navigators to be booked with the urgency and the clock they gave it. One act, because the request may belong to a practice the clinician sees nothing else of.
create function access.close_flag(in_flag uuid, in_note text, in_next text, in_danger text, in_clock jsonb default null) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
  f access.red_flag;
begin
  if platform.current_role_name() <> 'clinician' then
    raise exception 'only a clinician acknowledges or closes a red flag' using errcode = 'SP020';
  end if;
  select g.* into f from access.flag_card(in_flag) c join access.red_flag g on g.id = in_flag;
  if f.id is null then
    raise exception 'the flag is not there' using errcode = 'SP010';
  elsif f.closed_at is not null then
    return 'repeated';
  end if;
  update access.red_flag g set acknowledged_at = coalesce(g.acknowledged_at, now()), acknowledged_by = coalesce(g.acknowledged_by, platform.current_person()),
      closed_at = now(), closed_by = platform.current_person(), closing_note = in_note,
      danger = in_danger
    where g.id = in_flag;
  if not exists (select from access.red_flag g where g.request_id = f.request_id and g.closed_at is null) then
    update access.request r set status = case when in_next = 'ended' then 'ended'
          when exists (select from access.booking b where b.request_id = r.id and b.status <> 'cancelled') then 'booked' else 'waiting' end,
        outcome = case in_next when 'ended' then 'dealt_with' else r.outcome end,
        ended_at = case in_next when 'ended' then now() end
      where r.id = f.request_id and (r.status = 'red_flag' or in_next = 'ended' and r.status in ('draft', 'waiting'));
    update access.request r set urgency = in_clock ->> 'urgency', due_at = (in_clock ->> 'dueAt')::timestamptz,
        answer_by = (in_clock ->> 'answerBy')::timestamptz, warn_at = (in_clock ->> 'warnAt')::timestamptz, warned_at = null
      where r.id = f.request_id and r.status = 'waiting' and in_next = 'waiting' and in_clock is not null;
  end if;
  return 'closed';
end $$;

-- A question that cannot wait for an appointment and is no red flag: asked of the duty clinician, answered in words.
create table access.duty_question (
  id uuid primary key,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  request_id uuid not null references access.request,
  asked_clinician_id uuid references workforce.clinician,
  question text not null check (question <> '' and length(question) <= 2000),
  asked_at timestamptz not null default now(),
  asked_by uuid references network.person,
  answer text check (answer <> '' and length(answer) <= 2000),
  answered_at timestamptz,
  answered_by uuid references network.person,
  check ((answer is null) = (answered_at is null))
);
create index duty_question_request on access.duty_question (request_id);
create index duty_question_open on access.duty_question (practice_id) where answered_at is null;
call platform.protect('access.duty_question', 'visit');
grant select, insert, update on access.duty_question to superpractice_app;

-- Contacts of one clinician on one London day. Every booking locks this one row, under which the slot and the limit are
-- checked together: a gist exclusion constraint on bookings alone costs ten times the whole transaction.
create table access.clinician_day (
  clinician_id uuid not null references workforce.clinician,
  day date not null,
  group_id uuid not null references network.group,
  ordinary access.contacts not null default 0,
  overflow access.contacts not null default 0,
  stopped_at timestamptz,
  primary key (clinician_id, day)
) with (fillfactor = 70);
create index clinician_day_day on access.clinician_day (day);
alter table access.clinician_day enable row level security;
alter table access.clinician_day force row level security;
create policy by_group on access.clinician_day for select to superpractice_app using (group_id = (select platform.current_group()));
create policy guard on access.clinician_day to superpractice_guard using (true) with check (true);
grant select on access.clinician_day to superpractice_app;
grant all on access.clinician_day to superpractice_guard;
comment on table access.clinician_day is 'group rows, class directory';
comment on column access.clinician_day.stopped_at is 'When the clinician stopped further routine bookings for that day; urgent overflow is not stopped.';

create table access.booking (
  id uuid primary key,
  group_id uuid not null,
  practice_id text not null,
  host_practice_id text not null,
  session_id uuid,
  clinician_id uuid not null,
  patient_id uuid not null,
  request_id uuid,
  kind access.booking_kind not null,
  mode text not null,
  day date not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  status access.booking_status not null default 'booked',
  reason text not null default '',
  overflow_reason text,
  overflow_by text,
  overflow_decider uuid,
  overflow_confirmed_at timestamptz,
  idempotency_key text not null,
  booked_at timestamptz not null default now(),
  booked_by uuid,
  cancelled_at timestamptz,
  cancel_reason text,
  moved_to uuid,
  beside timestamptz[]
);
comment on column access.booking.overflow_decider is 'The clinician who is said to have decided it; null for somebody not listed. It is their word from overflow_confirmed_at on.';
comment on column access.booking.moved_to is 'The booking that took its place: a move is a cancelling and a booking in one transaction.';
comment on column access.booking.beside is 'Urgent overflow: when the clinician''s visits at that time begin, urgent or not, as they were shown to whoever booked beside them.';
comment on column access.booking.session_id is
  'Checked as the booking is made, with its clinician and times: a foreign key would have every booking of a session lock its one row.';
comment on column access.booking.patient_id is
  'Checked as the booking is made, like the request, and neither is ever deleted: a foreign key would lock and write both rows at every booking.';
comment on column access.booking.day is 'The London day of the start.';
create unique index booking_key on access.booking (group_id, idempotency_key);
create unique index booking_request on access.booking (request_id) where status <> 'cancelled';
create unique index booking_slot on access.booking (clinician_id, starts_at) where status <> 'cancelled' and kind = 'ordinary';
create index booking_overflow on access.booking (clinician_id, starts_at) where status <> 'cancelled' and kind = 'overflow';
create unique index booking_patient on access.booking (patient_id, starts_at) where status <> 'cancelled';
create index booking_moved on access.booking (moved_to) where moved_to is not null;
create index booking_cancelled on access.booking (patient_id, starts_at) where status = 'cancelled';
create index booking_cancelled_request on access.booking (request_id) where status = 'cancelled';
create index booking_unconfirmed on access.booking (overflow_decider) where overflow_decider is not null and overflow_confirmed_at is null;
create index booking_session on access.booking (session_id) where status <> 'cancelled';
create index booking_host_day on access.booking (host_practice_id, day);
create index booking_practice_day on access.booking (practice_id, day);
alter table access.booking enable row level security;
alter table access.booking force row level security;
create policy by_practice on access.booking for select to superpractice_app
  using (practice_id = any ((select platform.sees('visit'))::text[]) or host_practice_id = any ((select platform.sees('visit'))::text[])
    -- What a leaver must still settle stays visible to those who settle it, until it is settled: visits at another practice than the patient's.
    or (status = 'booked' and day >= (select platform.today()) and host_practice_id <> practice_id
      and practice_id = any ((select platform.sees('open_visit'))::text[])));
create policy guard on access.booking to superpractice_guard using (true) with check (true);
create trigger audited after insert or update or delete on access.booking for each row execute function audit.record('visit');
grant select on access.booking to superpractice_app;
grant all on access.booking to superpractice_guard;
comment on table access.booking is 'practice rows, class visit';

-- Holds one clinician's London day until the commit: whoever books it, or cancels a session of it, waits for the others.
create function access.hold_day(in_clinician uuid, in_day date) returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended(in_clinician::text, (in_day - '2000-01-01'::date)::bigint))
$$;

-- Takes a booking that stands no more out of its clinician's day, which is held, and gives a hub's place back.
create function access.count_out(b access.booking) returns void language plpgsql as $$
begin
  update access.clinician_day d set ordinary = d.ordinary - (b.kind = 'ordinary')::integer, overflow = d.overflow - (b.kind = 'overflow')::integer,
      taken = access.taken_on(b.clinician_id, b.day)
    where d.clinician_id = b.clinician_id and d.day = b.day;
  if b.kind = 'ordinary' then
    perform access.give_hub_place_back(b.session_id, b.practice_id);
  end if;
end $$;

-- Holds both days of a move, by clinician and date like all who hold several, so that moves which cross never stop one
-- another; and counts out the place it leaves. A practice's places of two hub weeks change hands one move at a time.
create function access.leave_place(in_left uuid, b access.booking) returns void language plpgsql as $$
declare
  l access.booking;
begin
  select * into l from access.booking k where k.id = in_left;
  perform pg_advisory_xact_lock(hashtextextended(l.practice_id, 3)) from access.session t where t.id = l.session_id and t.kind = 'hub';
  perform access.hold_day(d.clinician_id, d.day) from (select l.clinician_id, l.day union select b.clinician_id, b.day order by 1, 2) d;
  perform access.count_out(l);
end $$;

-- The promises, checked under two locks that are always taken in the same order: the patient, then the clinician's day. They
-- are taken once the row stands, so that callers who want the same day queue for the check and the commit alone; the check
-- is a statement of its own, which sees what was committed while it waited. What costs is starting a statement or an
-- expression, not running it: a booking that nothing refuses is one statement and a handful of expressions.
create function access.keep_promises() returns trigger language plpgsql as $$
declare
  held_contacts integer := 0;
  held_there boolean := false;
  found record;
  beside timestamptz[];
  done text;
begin
  -- Here and not as a check of the table, which is read from its text again at every statement.
  if (new.day = (new.starts_at at time zone 'Europe/London')::date
      and new.ends_at > new.starts_at and new.ends_at - new.starts_at <= interval '4 hours'
      and (new.kind = 'ordinary') = (new.session_id is not null and new.overflow_reason is null)
      and (new.kind = 'ordinary' or new.overflow_reason <> '' and new.overflow_by <> '')
      and (new.status = 'cancelled') = (new.cancelled_at is not null and new.cancel_reason is not null)
      and (new.moved_to is null or new.status = 'cancelled') and (new.beside is null or new.kind = 'overflow')) is not true then
    raise exception 'the booking is not legal' using errcode = 'check_violation';
  elsif tg_op = 'UPDATE' or new.status = 'cancelled' then
    if tg_op = 'INSERT' then
      return null;
    elsif (new.patient_id, new.clinician_id, new.starts_at, new.ends_at, new.kind, new.session_id, new.group_id, new.day) is distinct from
       (old.patient_id, old.clinician_id, old.starts_at, old.ends_at, old.kind, old.session_id, old.group_id, old.day) then
      raise exception 'a booking is moved by cancelling it and booking again' using errcode = 'SP019';
    elsif new.request_id is distinct from old.request_id and not exists (select from access.request r where r.id = new.request_id) then
      raise exception 'the request is not there' using errcode = 'foreign_key_violation';
    elsif old.status = 'cancelled' and new.status <> 'cancelled' then
      raise exception 'a cancelled booking stays cancelled' using errcode = 'SP019';
    elsif old.status <> 'cancelled' and new.status = 'cancelled' and coalesce(current_setting('sp.moving', true), '') <> new.id::text then
      done := access.hold_day(new.clinician_id, new.day);
      perform access.count_out(new);
    end if;
    return null;
  end if;
  -- Assignments take a lock on the spot: each `perform` would start a query of its own.
  done := pg_advisory_xact_lock(hashtextextended(new.patient_id::text, 1));
  if coalesce(current_setting('sp.moving', true), '') = '' then
    done := access.hold_day(new.clinician_id, new.day);
  else
    perform access.leave_place(current_setting('sp.moving')::uuid, new);
  end if;
  -- Both locks are held: what this finds cannot change before the commit, and `was` is the day before this booking was counted.
  -- No booking is longer than four hours, and one that began before midnight stands on the day before.
  with counted as (
    insert into access.clinician_day as d (clinician_id, day, group_id, ordinary, overflow, taken)
    values (new.clinician_id, new.day, new.group_id, (new.kind = 'ordinary')::integer, (new.kind = 'overflow')::integer,
      access.minutes_of(new.starts_at, new.ends_at))
    on conflict (clinician_id, day) do update set ordinary = d.ordinary + excluded.ordinary, overflow = d.overflow + excluded.overflow,
      taken = d.taken + excluded.taken
    returning d.ordinary, d.stopped_at, d.held_until
  )
  select c.ordinary as contacts, c.stopped_at is not null as stopped, l.contacts as safe,
      p.id is not null and (new.request_id is null or exists (select from access.request r where r.id = new.request_id)) as known,
      exists (select from access.booking b where b.patient_id = new.patient_id
        and (b.status = 'booked' or b.status <> 'cancelled' and b.kind = 'ordinary' and new.kind = 'ordinary')
        and b.starts_at < new.ends_at and b.starts_at > new.starts_at - interval '4 hours' and b.ends_at > new.starts_at and b.id <> new.id) as patient_busy,
      (was.taken && access.minutes_of(new.starts_at, new.ends_at)) is true
        or new.starts_at < (new.day::timestamp at time zone 'Europe/London') + interval '4 hours' as maybe_taken,
      coalesce(c.held_until > clock_timestamp(), false) as maybe_held,
      t.id is not null as in_session, t.kind as session_kind,
      -- A session that needs a room has a plan, and may have begun to need one while this waited.
      case when t.plan is null then '' when t.needs_room and coalesce(current_setting('sp.with_room', true), '') <> t.id::text then 'SP122'
        else access.against_plan(t.plan, new.starts_at - t.starts_at, new.ends_at - new.starts_at, new.seat) end as against
    into found
    from counted c left join workforce.limits_on(new.group_id, new.clinician_id, new.day) l on true
      left join patients.patient p on p.id = new.patient_id
      left join access.clinician_day was on was.clinician_id = new.clinician_id and was.day = new.day
      left join access.session t on t.id = new.session_id and t.status = 'open' and t.clinician_id = new.clinician_id
        and t.starts_at <= new.starts_at and t.ends_at >= new.ends_at;
  if found.known and found.in_session and not found.patient_busy and found.contacts <= found.safe and not found.stopped
      and not found.maybe_taken and not found.maybe_held and found.against = '' and found.session_kind <> 'hub' then
    return null;
  elsif not found.known then
    raise exception 'the patient or the request is not there' using errcode = 'foreign_key_violation';
  elsif new.kind = 'overflow' then
    if new.status <> 'booked' then return null; end if;
    -- No limit refuses it, but a patient is in one place at a time; and beside visits of others, urgent or not, only where each was shown.
    -- One part by each index: together they would be read whole.
    select array_agg(k.starts_at order by k.starts_at) into beside from (
      select b.starts_at from access.booking b where b.clinician_id = new.clinician_id and b.status = 'booked' and b.kind = 'ordinary'
        and b.starts_at < new.ends_at and b.starts_at > new.starts_at - interval '4 hours' and b.ends_at > new.starts_at
      union all
      select b.starts_at from access.booking b where b.clinician_id = new.clinician_id and b.status = 'booked' and b.kind = 'overflow'
        and b.starts_at < new.ends_at and b.starts_at > new.starts_at - interval '4 hours' and b.ends_at > new.starts_at and b.id <> new.id) k;
    if found.patient_busy then
      raise exception 'the patient is somewhere else then' using errcode = 'SP013';
    elsif beside is not null and new.beside is distinct from beside then
      raise exception 'the clinician sees somebody then' using errcode = 'SP026', detail = array_to_json(beside)::text;
    end if;
    return null;
  end if;
  -- Places kept for others while they choose, by the clock as it stands under the lock; looked at only on days that may have some.
  if found.maybe_held then
    -- A place that was kept becomes the visit in this transaction: it never counts as both.
    delete from access.hold h where h.request_id = new.request_id;
    select h.contacts, h.taken && access.minutes_of(new.starts_at, new.ends_at) into held_contacts, held_there
      from access.held_on(new.clinician_id, new.day) h;
  end if;
  if not found.in_session then
    raise exception 'the session has just been cancelled' using errcode = 'SP010';
  elsif found.patient_busy then
    raise exception 'the patient is somewhere else then' using errcode = 'SP013';
  elsif found.safe is null then
    raise exception 'no safe limit is set for that day' using errcode = 'SP014';
  elsif found.contacts + coalesce(held_contacts, 0) > found.safe then
    raise exception 'the clinician is at the safe limit of % that day', found.safe using errcode = 'SP011';
  elsif found.stopped then
    raise exception 'the clinician has stopped routine bookings for that day' using errcode = 'SP023';
  elsif held_there or found.maybe_taken and (exists (select from access.booking b where b.clinician_id = new.clinician_id and b.status <> 'cancelled' and b.kind = 'ordinary'
        and b.starts_at < new.ends_at and b.starts_at > new.starts_at - interval '4 hours' and b.ends_at > new.starts_at and b.id <> new.id
        -- A group consultation has several at once, each in a place of its own.
        and not (b.seat <> new.seat and b.starts_at = new.starts_at and b.session_id = new.session_id))
      -- Where somebody urgent stands at that time, whether or not they were put beside another, nobody else is put.
      or exists (select from access.booking b where b.clinician_id = new.clinician_id and b.status = 'booked' and b.kind = 'overflow'
        and b.starts_at < new.ends_at and b.starts_at > new.starts_at - interval '4 hours' and b.ends_at > new.starts_at)) then
    raise exception 'the slot is taken' using errcode = 'SP012';
  elsif found.against <> '' then
    raise exception 'the plan of the session keeps that time' using errcode = found.against;
  elsif found.maybe_taken and exists (select from access.book_entry e where e.clinician_id = new.clinician_id and e.day = new.day and e.gone_at is null and e.contact
      and e.state = 'booked' and e.starts_at < new.ends_at and e.ends_at > new.starts_at) then
    raise exception 'the slot is taken in another book' using errcode = 'SP012';
  elsif found.session_kind = 'hub' then
    perform access.take_hub_place(new);
  end if;
  return null;
end $$;
create trigger keep_promises after insert or update on access.booking for each row execute function access.keep_promises();
-- Bookings and the sessions they name are never deleted: they are cancelled.
create function access.never_deleted() returns trigger language plpgsql as $$
begin
  raise exception 'sessions and bookings are cancelled, not deleted' using errcode = 'restrict_violation';
end $$;
create trigger never_deleted before delete on access.booking for each statement execute function access.never_deleted();
create trigger never_deleted before delete on access.session for each statement execute function access.never_deleted();

-- Books one slot in one round trip: who acts, the promises, the request's end, and the audit. A key used before answers
-- with the booking it made. Refusals are errors with the codes SP010 to SP018, so that nothing is half done.
create function access.book(actor jsonb, action text, in_key text, in_id uuid, in_request uuid, in_patient uuid, in_session uuid,
  in_start timestamptz, in_minutes integer, out outcome text, out booking_id uuid)
-- Every statement in it finds one row by a key: planning each afresh for its values costs more than running it.
language plpgsql security definer set search_path = pg_catalog set plan_cache_mode = force_generic_plan
-- A plan kept from the day the tables were empty would read them whole ever after.
set enable_seqscan = off set enable_bitmapscan = off as $$
declare
  s record;
  done text;
begin
  done := platform.enter(actor, action, '');
  done := pg_advisory_xact_lock(hashtextextended(in_key, 2));
  select b.id as booked_id, (b.patient_id, b.session_id, b.starts_at, b.ends_at, b.request_id)
        is distinct from (in_patient, in_session, in_start, in_start + make_interval(mins => in_minutes), coalesce(in_request, b.request_id)) as other,
      b.status = 'cancelled' and b.moved_to is null as undone, platform.current_person() as person,
      t.id, t.group_id, t.practice_id, t.clinician_id, t.mode, t.day, t.plan is not null as planned, 0 as seat, p.practice_id as home,
      in_start >= t.starts_at and in_start + make_interval(mins => in_minutes) <= t.ends_at and in_minutes between t.slot_minutes and 240
        and in_minutes % t.slot_minutes = 0 and mod(date_part('epoch', in_start - t.starts_at)::integer, t.slot_minutes * 60) = 0 as on_grid,
      -- What most roles see they see by an agreement: only where that does not open both is every other way tried. An array, because
      -- the index that keeps agreements apart in time, which is slow to search, does not serve one.
      exists (
          select from network.sight v join network.agreement a on a.group_id = g.group_id and a.service = v.service and a.practice_id = any (array[t.practice_id])
          where v.role = g.role and v.class = 'session' and v.reach = 'joined' and network.in_force(a.joined_from, a.left_from, platform.today()))
        and exists (
          select from network.sight v join network.agreement a on a.group_id = g.group_id and a.service = v.service and a.practice_id = any (array[p.practice_id])
          where v.role = g.role and v.class = 'patient' and v.reach = 'joined' and network.in_force(a.joined_from, a.left_from, platform.today())) as opened
    into s from (select platform.current_group() as group_id,
        case when current_setting('sp.practice') = '' and current_setting('sp.hub') = '' then platform.current_role_name() end as role) g
    left join access.booking b on b.group_id = g.group_id and b.idempotency_key = in_key
    left join access.session t on t.id = in_session and t.status = 'open' and t.group_id = g.group_id
    left join patients.patient p on p.id = in_patient and p.left_on is null;
  if s.booked_id is not null then
    if s.other then
      raise exception 'the key was used for another booking' using errcode = 'SP015';
    elsif s.undone then
      raise exception 'the booking was cancelled or moved before' using errcode = 'SP022';
    end if;
    outcome := 'repeated';
    booking_id := s.booked_id;
    return;
  elsif not (s.opened and s.on_grid and in_start >= now()) is true then
    if not s.opened and (s.practice_id = any (platform.sees('session')) and (s.home = any (platform.sees('patient'))
        or in_patient = any (platform.own_patients()) and access.acts_for(in_request))) is not true then
      raise exception 'the session or the patient is not there' using errcode = 'SP010';
    elsif not s.on_grid then
      raise exception 'that is not a slot of the session' using errcode = 'SP016';
    elsif in_start < now() then
      raise exception 'that time has passed' using errcode = 'SP017';
    end if;
  end if;
  if in_request is not null then
    update access.request r set status = 'booked', outcome = 'booked', patient_id = in_patient, ended_at = now()
      where r.id = in_request and r.practice_id = s.home and r.status in ('draft', 'waiting', 'red_flag', 'booked')
        -- Whose it is may have been corrected since the caller looked.
        and coalesce(r.patient_id, in_patient) = in_patient;
    if not found then
      raise exception 'the request is not open' using errcode = 'SP018';
    end if;
  end if;
  if s.planned then
    select a.seat, a.mode into s.seat, s.mode from access.seat_at(s.id, in_patient, in_start) a;
  end if;
  insert into access.booking (id, group_id, practice_id, host_practice_id, session_id, clinician_id, patient_id, request_id, kind, mode, day,
      starts_at, ends_at, idempotency_key, booked_by, seat)
    values (in_id, s.group_id, s.home, s.practice_id, s.id, s.clinician_id, in_patient, in_request, 'ordinary', s.mode, s.day,
      in_start, in_start + make_interval(mins => in_minutes), in_key, s.person, s.seat);
  outcome := 'booked';
  booking_id := in_id;
end $$;

-- Urgent overflow: past the limit and outside the slots, with the reason and the name of who decided. Counted apart; never refused for
-- the limit. Refused where its patient has another visit then; beside another visit of its clinician where `in_beside` names the starts of all of those.
-- Who may be booked beyond their limit for a patient of `in_host`: its own clinicians and those who see patients there that
-- day, whoever is on duty for it, those of the practices whose sessions the actor sees by agreement, and the actor.
create function access.may_see_over(in_clinician uuid, in_host text, in_start timestamptz) returns boolean language sql stable as $$
  select exists (select from workforce.clinician c where c.id = in_clinician and c.group_id = platform.current_group()
    and (c.practice_id = in_host or c.practice_id = any (platform.sees('session')) or c.id = any (access.own_clinicians())
      or exists (select from access.session s where s.clinician_id = c.id and s.practice_id = in_host and s.day = access.london_day(in_start) and s.status = 'open')
      or exists (select from access.duty d where d.clinician_id = c.id and d.starts_at <= in_start and d.ends_at > least(in_start, now())
        and (d.level = 'group' or d.duty_practice_id = in_host or network.in_hub(d.hub_id, in_host, access.london_day(in_start))))))
$$;

create function access.book_overflow(actor jsonb, action text, in_key text, in_id uuid, in_request uuid, in_patient uuid, in_clinician uuid,
  in_host text, in_start timestamptz, in_minutes integer, in_mode text, in_reason text, in_by text, in_beside timestamptz[], in_decider uuid) returns table (outcome text, booking_id uuid)
language plpgsql security definer set search_path = pg_catalog as $$
declare
  before access.booking;
  home text;
  -- A clinician who books it has decided it; of another it is somebody's word until they confirm it.
  own boolean;
begin
  perform platform.enter(actor, action, in_reason);
  perform pg_advisory_xact_lock(hashtextextended(in_key, 2));
  select * into before from access.booking b where b.group_id = platform.current_group()
    and (b.idempotency_key = in_key or (b.request_id = in_request and b.status <> 'cancelled'))
    order by b.idempotency_key <> in_key limit 1;
  if found and before.idempotency_key <> in_key then
    raise exception 'the request has a booking' using errcode = 'unique_violation', constraint = 'booking_request';
  elsif found and before.status = 'cancelled' and before.moved_to is null then
    raise exception 'the booking was cancelled or moved before' using errcode = 'SP022';
  elsif found and (before.kind, before.patient_id, before.clinician_id, before.request_id)
      is distinct from ('overflow', in_patient, in_clinician, coalesce(in_request, before.request_id)) then
    raise exception 'the key was used for another booking' using errcode = 'SP015';
  elsif found then
    return query select 'repeated'::text, before.id;
    return;
  end if;
  select p.practice_id into home from patients.patient p where p.id = in_patient and p.practice_id = any (platform.sees('patient'));
  own := platform.current_role_name() = 'clinician';
  if home is null or not exists (select from workforce.clinician c where c.id = in_clinician and c.group_id = platform.current_group() and c.same_person_as is null) then
    raise exception 'the clinician or the patient is not there' using errcode = 'SP010';
  elsif in_host is distinct from home and in_host = any (platform.sees('session')) is not true or not access.may_see_over(in_clinician, in_host, in_start) then
    raise exception 'no agreement shares that clinician with the practice' using errcode = 'SP027';
  end if;
  if in_request is not null then
    update access.request r set status = case when r.status = 'red_flag' then r.status else 'booked' end, outcome = 'booked', patient_id = in_patient,
        ended_at = case when r.status = 'red_flag' then r.ended_at else now() end
      where r.id = in_request and r.practice_id = home and r.practice_id = any (platform.sees('visit')) and coalesce(r.patient_id, in_patient) = in_patient;
    if not found then
      raise exception 'the request is not open' using errcode = 'SP018';
    end if;
  end if;
  insert into access.booking (id, group_id, practice_id, host_practice_id, clinician_id, patient_id, request_id, kind, mode, day,
      starts_at, ends_at, idempotency_key, booked_by, overflow_reason, overflow_by, beside,
      overflow_decider, overflow_confirmed_at)
    values (in_id, platform.current_group(), home, in_host, in_clinician, in_patient, in_request, 'overflow', in_mode, access.london_day(in_start),
      in_start, in_start + make_interval(mins => in_minutes), in_key, platform.current_person(), in_reason, in_by, in_beside,
      case when own then (access.own_clinicians())[1] else in_decider end, case when own then now() end);
  return query select 'booked'::text, in_id;
end $$;

-- Holds a booking that is still to come, if the actor sees it, until the commit; null where it was cancelled before.
create function access.hold_booking(in_id uuid) returns access.booking
language plpgsql security definer set search_path = pg_catalog as $$
declare
  b access.booking;
begin
  -- The request first, then the booking, then the clinician's day, as in booking: two orders would be a deadlock.
  perform from access.request r where r.id = (select k.request_id from access.booking k where k.id = in_id) for no key update;
  select * into b from access.booking k where k.id = in_id and k.group_id = platform.current_group()
    and (k.practice_id = any (platform.sees('visit')) or k.host_practice_id = any (platform.sees('visit'))
      or (k.host_practice_id <> k.practice_id and k.practice_id = any (platform.sees('open_visit'))) or k.patient_id = any (platform.own_patients())) for update;
  if not found then
    raise exception 'the booking is not there' using errcode = 'SP010';
  elsif b.status = 'cancelled' then
    return null;
  elsif b.status <> 'booked' then
    raise exception 'the visit has already happened' using errcode = 'SP017';
  end if;
  return b;
end $$;

-- Cancels a booking and frees its slot and its place under the limit. Cancelling twice changes nothing.
create function access.cancel(actor jsonb, action text, in_id uuid, in_reason text) returns table (outcome text, booking_id uuid)
language plpgsql security definer set search_path = pg_catalog as $$
declare
  b access.booking;
begin
  perform platform.enter(actor, action, '');
  b := access.hold_booking(in_id);
  if b.id is null then
    return query select 'repeated'::text, in_id;
    return;
  end if;
  update access.request r set status = 'waiting', outcome = null, ended_at = null where r.id = b.request_id and r.status = 'booked';
  update access.booking k set status = 'cancelled', cancelled_at = now(), cancel_reason = in_reason where k.id = in_id;
  return query select 'cancelled'::text, b.id;
end $$;

-- Moves a booking to another slot: the old place is free and the new one taken, or neither. Whatever refuses the new place
-- leaves the old booking as it stood; the request stays booked throughout.
create function access.move(actor jsonb, action text, in_key text, in_id uuid, in_booking uuid, in_session uuid, in_start timestamptz,
  in_minutes integer) returns table (outcome text, booking_id uuid)
language plpgsql security definer set search_path = pg_catalog as $$
declare
  b access.booking;
  patient uuid;
begin
  perform platform.enter(actor, action, '');
  perform pg_advisory_xact_lock(hashtextextended(in_key, 2));
  b := access.hold_booking(in_booking);
  select k.patient_id into patient from access.booking k where k.id = in_booking;
  if not exists (select from access.booking k where k.group_id = platform.current_group() and k.idempotency_key = in_key) then
    if b.id is null then
      raise exception 'the booking was cancelled or moved before' using errcode = 'SP022';
    elsif b.starts_at < now() then
      raise exception 'the visit has already begun' using errcode = 'SP017';
    end if;
    -- The place it leaves is counted out with the place it takes: until then nothing is held that others may wait for.
    perform set_config('sp.moving', in_booking::text, true);
    update access.booking k set status = 'cancelled', cancelled_at = now(), cancel_reason = 'Moved', moved_to = in_id where k.id = in_booking;
  end if;
  select m.outcome, m.booking_id into outcome, booking_id
    from access.book(actor, action, in_key, in_id, b.request_id, patient, in_session, in_start, in_minutes) m;
  perform set_config('sp.moving', '', true);
  return next;
end $$;

-- What a visit needs and no more, for whoever sees the booking: the host's staff are shown this, not the patient's record.
create function access.visit_card(in_booking uuid)
returns table (patient_id uuid, given_name text, family_name text, birth_date date, needs text[], language text, words text)
language sql stable security definer set search_path = pg_catalog as $$
  select p.id, p.given_name, p.family_name, p.birth_date, p.needs, p.language, r.words
  from access.booking b join patients.patient p on p.id = b.patient_id left join access.request r on r.id = b.request_id
  where b.id = in_booking and b.status <> 'cancelled'
    and (b.practice_id = any (platform.sees('visit')) or b.host_practice_id = any (platform.sees('visit'))
      or (b.status = 'booked' and b.day >= platform.today() and b.host_practice_id <> b.practice_id and b.practice_id = any (platform.sees('open_visit'))))
$$;

-- The visits booked into sessions the actor may book into, in minutes after the session's start, side by side: how many, never whose.
-- When their clinician is taken, by these and by all else, stands in `clinician_day.taken` alone.
create function access.visits_in(in_sessions uuid[]) returns table (session_id uuid, from_minutes json, to_minutes json)
language sql stable security definer set search_path = pg_catalog as $$
  select s.id, json_agg((date_part('epoch', b.starts_at - s.starts_at) / 60)::integer), json_agg((date_part('epoch', b.ends_at - s.starts_at) / 60)::integer)
  from access.session s join access.booking b on b.session_id = s.id and b.status <> 'cancelled'
  where s.id = any (in_sessions) and s.practice_id = any ((select platform.sees('session'))::text[])
  group by s.id
$$;

do $$
declare f text;
begin
  foreach f in array array[
    'access.flag_card(uuid)', 'access.close_flag(uuid, text, text, text, jsonb)', 'access.visits_in(uuid[])',
    'access.book(jsonb, text, text, uuid, uuid, uuid, uuid, timestamptz, integer)',
    'access.book_overflow(jsonb, text, text, uuid, uuid, uuid, uuid, text, timestamptz, integer, text, text, text, timestamptz[], uuid)',
    'access.hold_booking(uuid)', 'access.cancel(jsonb, text, uuid, text)',
    'access.move(jsonb, text, text, uuid, uuid, uuid, timestamptz, integer)', 'access.visit_card(uuid)'] loop
    execute format('alter function %s owner to superpractice_guard', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to superpractice_app, superpractice_guard', f);
  end loop;
end $$;

-- What is part of a patient's record besides their own row, for those who see its practice's audit: a look at a request or a visit is named
-- by that, not by the patient.
create function access.record_parts(in_patient uuid) returns table (id uuid) language sql stable security definer set search_path = pg_catalog as $$
  select r.id from access.request r where r.patient_id = in_patient and r.practice_id = any ((select platform.sees('audit'))::text[])
  union all
  select b.id from access.booking b where b.patient_id = in_patient and b.practice_id = any ((select platform.sees('audit'))::text[])
$$;
alter function access.record_parts(uuid) owner to superpractice_guard;
revoke all on function access.record_parts(uuid) from public;
grant execute on function access.record_parts(uuid) to superpractice_app, superpractice_guard;
