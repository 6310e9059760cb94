-- The queue of requests: from where they come, by when somebody is answered, a second contact joining the first, what is done
-- when somebody cannot be reached, and a third visit with the same problem.

alter domain access.channel drop constraint channel_check;
alter domain access.channel add constraint channel_check check (value in ('telephone', 'desk', 'online', '111', 'referral'));

-- The columns a booking never touches carry their checks in domains, which are not read again at every statement.
create domain access.case_number as text check (length(value) <= 100);

alter table access.request
  -- The practice that refers, and the sender's own number for it.
  add column referred_by text references network.practice,
  add column reference access.case_number not null default '',
  -- What it is about by the protocol; `reason` is what somebody chose against the words.
  add column about text,
  add column answer_by timestamptz,
  add column answer_from timestamptz,
  add column warn_at timestamptz,
  add column warned_at timestamptz,
  add column joined_to uuid references access.request,
  add column try_again_at timestamptz;
comment on column access.request.answer_by is 'By when the person is told what happens: the urgency''s own time, and never later than the protocol''s answer time.';
comment on column access.request.answer_from is 'Since when an answer is owed anew: its visit lost its place then. Null: since it was received.';
comment on column access.request.warn_at is 'From when it counts as near its time; warned_at is when people were told so.';
comment on column access.request.joined_to is 'The earlier request this contact was about: it goes on there.';
comment on column access.request.try_again_at is 'Not before then is the person rung again; null where nobody has tried in vain.';

-- How often and how far apart somebody is tried before something else is done: the group's own rule, else the one for all.
create table access.contact_rule (
  group_id uuid references network.group,
  urgency text not null,
  valid_from date not null,
  tries integer not null check (tries between 1 and 9),
  minutes_between integer not null check (minutes_between between 1 and 10080),
  -- What follows the last try: a clinician decides, or somebody writes and the request ends.
  afterwards text not null check (afterwards in ('duty', 'write')),
  -- London hours of working days in which somebody is rung, where it can wait for them.
  not_before time not null,
  not_after time not null check (not_after > not_before),
  source text not null,
  unique nulls not distinct (group_id, urgency, valid_from)
);
comment on column access.contact_rule.urgency is 'A band of the protocol, or any for those without a rule of their own.';
insert into access.contact_rule values
  (null, 'urgent', '2020-01-01', 3, 10, 'duty', '08:00', '18:30', 'Local choice, awaiting a clinical owner; GMS core hours'),
  (null, 'same-day', '2020-01-01', 3, 60, 'duty', '08:00', '18:30', 'Local choice, awaiting a clinical owner; GMS core hours'),
  (null, 'admin', '2020-01-01', 2, 1440, 'write', '08:00', '18:30', 'Local choice, awaiting a clinical owner; GMS core hours'),
  (null, 'any', '2020-01-01', 3, 240, 'write', '08:00', '18:30', 'Local choice, awaiting a clinical owner; GMS core hours');
grant select on access.contact_rule to superpractice_app, superpractice_guard;

create domain access.contact_way as text check (value in ('telephone', 'text', 'letter'));
create domain access.contact_result as text check (value in ('no-answer', 'left-message', 'wrong-number', 'sent'));
create table access.contact_attempt (
  id uuid primary key,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  request_id uuid not null references access.request,
  way access.contact_way not null,
  result access.contact_result not null,
  tried_at timestamptz not null default now(),
  tried_by uuid references network.person,
  check ((way = 'telephone') = (result <> 'sent'))
);
create index contact_attempt_request on access.contact_attempt (request_id);
call platform.protect('access.contact_attempt', 'visit');
grant select, insert on access.contact_attempt to superpractice_app;

-- What was done about a red flag by whoever had the call: 999 rung, or put through to the doctor. Taken back, it stays as undone.
create table access.help_step (
  id uuid primary key,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  request_id uuid not null references access.request,
  step text not null check (step in ('999-by-caller', '999-by-us', 'put-through')),
  done_at timestamptz not null default now(),
  done_by uuid references network.person default platform.current_person(),
  undone_at timestamptz,
  undone_by uuid references network.person
);
create unique index help_step_once on access.help_step (request_id, step) where undone_at is null;
call platform.protect('access.help_step', 'visit');
grant select, insert, update (undone_at, undone_by) on access.help_step to superpractice_app;
grant select on access.help_step to superpractice_guard;

-- What stands done, for whoever sees a flag of the request.
create function access.help_steps(in_flags uuid[]) returns table (request_id uuid, step text, done_at timestamptz, by_name text)
language sql stable security definer set search_path = pg_catalog as $$
  select h.request_id, h.step, h.done_at, w.name
  from (select distinct f.request_id from unnest(in_flags) one(id) join access.red_flag f on f.id = one.id cross join lateral access.flag_card(f.id)) seen
  join access.help_step h on h.request_id = seen.request_id and h.undone_at is null left join network.person w on w.id = h.done_by
$$;
alter function access.help_steps(uuid[]) owner to superpractice_guard;
revoke all on function access.help_steps(uuid[]) from public;
grant execute on function access.help_steps(uuid[]) to superpractice_app, superpractice_guard;

-- For how long somebody who disclosed abuse is reached only as they chose, in whatever they ask for next.
create table access.safe_contact_rule (
  group_id uuid references network.group,
  valid_from date not null,
  days integer not null check (days between 1 and 36500),
  source text not null,
  unique nulls not distinct (group_id, valid_from)
);
insert into access.safe_contact_rule values (null, '2020-01-01', 365, 'Local choice, awaiting a clinical owner');
grant select on access.safe_contact_rule to superpractice_app, superpractice_guard;

-- Whether a patient is to be reached only as they chose, and how that is: from this request, and from what they disclosed
-- before. For whoever sees the request, a red flag of it, a visit or the record of theirs; `categories` are the dangers that ask for it.
create function access.reach_safely(in_request uuid, in_patient uuid, categories text[]) returns table (asks boolean, how text)
language sql stable security definer set search_path = pg_catalog as $$
  with since as (
    select now() - make_interval(days => r.days) as at from access.safe_contact_rule r
    where (r.group_id = platform.current_group() or r.group_id is null) and r.valid_from <= platform.today()
    order by r.group_id nulls last, r.valid_from desc limit 1)
  select exists (select from access.red_flag f, since where f.category = any (categories) and (f.request_id = in_request
        or f.patient_id = in_patient and f.raised_at > since.at and not f.softened and f.withdrawn_at is null))
      -- A flag closed before it was known who it is has no patient of its own.
      or exists (select from access.request q join access.red_flag f on f.request_id = q.id, since where q.patient_id = in_patient
        and f.category = any (categories) and f.raised_at > since.at and not f.softened and f.withdrawn_at is null),
    coalesce((select r.safe_contact from access.request r, since where r.safe_contact <> ''
        and (r.id = in_request or r.patient_id = in_patient and r.received_at > since.at)
      order by r.id = in_request desc, r.received_at desc limit 1), '')
  where exists (select from access.request r where r.id = in_request and r.practice_id = any (platform.sees('visit')))
    or exists (select from patients.patient p where p.id = in_patient and p.practice_id = any (platform.sees('patient')))
    -- Visits that stand and those that were cancelled have an index each.
    or exists (select from access.booking b where b.patient_id = in_patient and (b.status <> 'cancelled' or b.status = 'cancelled')
      and (b.practice_id = any ((select platform.sees('visit'))::text[]) or b.host_practice_id = any ((select platform.sees('visit'))::text[])
        or b.clinician_id = any ((select access.own_clinicians())::uuid[])))
    or exists (select from access.red_flag f cross join lateral access.flag_card(f.id) where f.request_id = in_request)
$$;
alter function access.reach_safely(uuid, uuid, text[]) owner to superpractice_guard;
revoke all on function access.reach_safely(uuid, uuid, text[]) from public;
grant execute on function access.reach_safely(uuid, uuid, text[]) to superpractice_app, superpractice_guard;

-- Which presentation of one problem a clinician looks at afresh, within how many days, and which reasons are no symptom.
create table access.review_rule (
  group_id uuid references network.group,
  valid_from date not null,
  presentation integer not null check (presentation between 2 and 9),
  within_days integer not null check (within_days between 1 and 1000),
  leaves_out text[] not null,
  source text not null,
  unique nulls not distinct (group_id, valid_from)
);
insert into access.review_rule values (null, '2025-09-23', 3, 180,
  array['admin', 'repeat', 'fit-note', 'nurse-task', 'medicine', 'long-term', 'anything-else'],
  'Jess''s Rule, Department of Health and Social Care and NHS England, 23 September 2025; the 180 days and what is left out are a local choice, awaiting a clinical owner');
grant select on access.review_rule to superpractice_app, superpractice_guard;

alter table access.duty_question
  add column kind text not null default 'asked' check (kind in ('asked', 'review', 'not-reached'));
comment on column access.duty_question.kind is 'asked by a person; review: the same problem again; not-reached: the tries of the contact rule were in vain.';
create unique index duty_question_once on access.duty_question (request_id, kind) where kind <> 'asked';
