-- The patient's side: a patient is an actor the database knows, who sees their own rows and those of people they act for by
-- recorded consent; places are held while they choose; messages stand in an outbox; a link cancels once.

insert into network.role values ('patient', 'Patient');
-- Nobody is given it: a patient is known by their own sign-in, and the database looks them up itself.
alter table network.role_held drop constraint held_by_people;
alter table network.role_held add constraint held_by_people check (role not in ('client', 'patient'));
-- Free places of their own practice, and of those that share theirs with it; never by class "visit" or "patient".
insert into network.sight (role, class, reach, service) values ('patient', 'session', 'own', null), ('patient', 'session', 'shared', 'hub_booking');
alter table platform.session add column patient boolean not null default false;
comment on column platform.session.patient is 'True: person_id is a patient, who holds no role.';

-- Acting for somebody ------------------------------------------------------------------------------------------------

-- Until what age a parent or guardian acts without the young person's own consent: the group's rule, else the one for all.
create table patients.proxy_rule (
  group_id uuid references network.group,
  valid_from date not null,
  parent_until_age integer not null check (parent_until_age between 1 and 18),
  source text not null,
  unique nulls not distinct (group_id, valid_from)
);
insert into patients.proxy_rule values (null, '2020-01-01', 11,
  'RCGP, GP Online Services: proxy access for a child ends by itself at the 11th birthday and is then recorded anew with the child');
grant select on patients.proxy_rule to superpractice_app, superpractice_guard;

create table patients.proxy (
  id uuid primary key,
  practice_id text not null references network.practice,
  patient_id uuid not null references patients.patient,
  proxy_id uuid not null references patients.patient,
  relation text not null check (relation in ('parent', 'guardian', 'carer', 'attorney')),
  consent text not null check (consent in ('parental', 'own', 'attorney', 'best-interests')),
  note text not null default '' check (length(note) <= 500),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  recorded_by uuid references network.person,
  recorded_at timestamptz not null default now(),
  ended_by uuid references network.person,
  ended_at timestamptz,
  check (patient_id <> proxy_id),
  check (consent <> 'parental' or relation in ('parent', 'guardian'))
);
comment on table patients.proxy is 'Who acts for whom, on what consent, recorded by the practice.';
comment on column patients.proxy.consent is 'parental: parental responsibility for a child; own: the person said so; attorney: registered power of attorney; best-interests: decided and recorded.';
create index proxy_patient on patients.proxy (patient_id);
create index proxy_proxy on patients.proxy (proxy_id);
call platform.protect('patients.proxy', 'patient');
grant select, insert, update on patients.proxy to superpractice_app;

-- A parent's own authority ends on the birthday the rule says, whatever was written down.
create function patients.proxy_ends() returns trigger language plpgsql as $$
declare
  birthday date;
begin
  if new.consent = 'parental' then
    select (p.birth_date + make_interval(years => r.parent_until_age))::date into birthday
      from patients.patient p cross join lateral (select r.parent_until_age from patients.proxy_rule r
        where (r.group_id = platform.current_group() or r.group_id is null) and r.valid_from <= platform.today()
        order by r.group_id nulls last, r.valid_from desc limit 1) r
      where p.id = new.patient_id;
    if birthday <= new.valid_from then
      raise exception 'a parent acts for a child of that age only with the child''s own consent' using errcode = 'SP070';
    end if;
    new.valid_to := least(new.valid_to, birthday);
  end if;
  return new;
end $$;
create trigger proxy_ends before insert on patients.proxy for each row execute function patients.proxy_ends();

-- The patients whose rows the actor sees as a patient: themself, and those they act for today. Nobody for any other role.
create function platform.own_patients() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if current_setting('sp.role', true) is distinct from 'patient' then return '{}'; end if;
  return array(
    select platform.current_person()
    union
    select x.patient_id from patients.proxy x join patients.patient p on p.id = x.patient_id and p.left_on is null
      join network.group_practice g on g.practice_id = p.practice_id and g.group_id = platform.current_group()
    where x.proxy_id = platform.current_person() and network.in_force(x.valid_from, x.valid_to, platform.today())
      and network.in_force(g.valid_from, g.valid_to, platform.today()));
end $$;

-- Somebody who proved an NHS number elsewhere: whether that and their birth date and surname are those of a person on a list.
create function patients.recognised(in_number text, in_birth date, in_family_key text) returns table (id uuid, agrees boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select p.id, p.birth_date = in_birth and p.family_key = in_family_key
  from patients.patient p where p.nhs_number = in_number and p.left_on is null
    and exists (select from network.group_practice g where g.practice_id = p.practice_id and network.in_force(g.valid_from, g.valid_to, platform.today()))
$$;

-- A patient as their own session needs to know them; none once they have left the list.
create function patients.signed_in(in_patient uuid) returns table (id uuid, name text, practice_id text, practice_name text, group_id uuid, group_name text, fictional boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select p.id, p.given_name || ' ' || p.family_name, t.id, t.name, g.id, g.name, g.fictional
  from patients.patient p join network.practice t on t.id = p.practice_id
  join network.group_practice m on m.practice_id = p.practice_id and network.in_force(m.valid_from, m.valid_to, platform.today())
  join network.group g on g.id = m.group_id
  where p.id = in_patient and p.left_on is null order by m.valid_from, g.id limit 1
$$;

-- The demonstration's patients to sign in as: fictional alone, and only those with a part to play.
create function patients.demo_patients() returns table (id uuid, says text, nhs_number text, given_name text, family_name text, birth_date date, practice_name text)
language sql stable security definer set search_path = pg_catalog as $$
  select p.id, c.says, p.nhs_number, p.given_name, p.family_name, p.birth_date, t.name
  from platform.setting s cross join lateral jsonb_to_recordset(s.value) as c(id uuid, says text)
  join patients.patient p on p.id = c.id and p.left_on is null join network.practice t on t.id = p.practice_id
  join network.group_practice m on m.practice_id = p.practice_id join network.group g on g.id = m.group_id and g.fictional
  where s.key = 'patient cast'
$$;

create policy own on patients.patient for select to superpractice_app using (id = any ((select platform.own_patients())::uuid[]));
create policy own on patients.proxy for select to superpractice_app
  using (patient_id = any ((select platform.own_patients())::uuid[]) or proxy_id = any ((select platform.own_patients())::uuid[]));
-- What somebody asked for themself is theirs alone: whoever acts for them sees what was asked on their behalf, and every visit.
create policy own on access.request to superpractice_app
  using (patient_id = any ((select platform.own_patients())::uuid[]) and (patient_id = (select platform.current_person()) or caller_is is distinct from 'patient'))
  with check (patient_id = any ((select platform.own_patients())::uuid[]) and (patient_id = (select platform.current_person()) or caller_is is distinct from 'patient'));
create policy own on access.red_flag to superpractice_app
  using (patient_id = any ((select platform.own_patients())::uuid[]) and request_id in (select r.id from access.request r))
  with check (patient_id = any ((select platform.own_patients())::uuid[]) and request_id in (select r.id from access.request r));
create policy own on access.booking for select to superpractice_app using (patient_id = any ((select platform.own_patients())::uuid[]));
-- Jess's Rule asks a clinician on their behalf; what anybody else asks about them is not theirs to read here.
create policy own on access.duty_question to superpractice_app
  using (kind = 'review' and request_id in (select r.id from access.request r where r.patient_id = any ((select platform.own_patients())::uuid[])))
  with check (kind = 'review' and answer is null and request_id in (select r.id from access.request r where r.patient_id = any ((select platform.own_patients())::uuid[])));

-- Holding a place ----------------------------------------------------------------------------------------------------

-- For how long a place is kept while somebody chooses, how often they may ask for more time, and how many at once.
create table access.hold_rule (
  group_id uuid references network.group,
  valid_from date not null,
  minutes integer not null check (minutes between 1 and 60),
  extensions integer not null check (extensions >= 10),
  places integer not null check (places between 1 and 3),
  source text not null,
  unique nulls not distinct (group_id, valid_from)
);
comment on column access.hold_rule.extensions is 'At least ten: WCAG 2.2, success criterion 2.2.1, Timing Adjustable.';
insert into access.hold_rule values (null, '2020-01-01', 5, 12, 3, 'Local choice of minutes; WCAG 2.2, 2.2.1 for the extensions');
grant select on access.hold_rule to superpractice_app, superpractice_guard;

-- A place that is kept: nobody else is offered it or books it while `until` is ahead, and it counts to the limit. It ends by
-- itself, because whoever looks compares with the clock; the rows that are left over are cleared away when there is time.
create table access.hold (
  id uuid primary key,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  request_id uuid not null references access.request,
  patient_id uuid not null references patients.patient,
  session_id uuid not null,
  clinician_id uuid not null,
  day date not null,
  mode text not null,
  hub_id uuid references network.hub,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  until timestamptz not null,
  extended integer not null default 0,
  own_gp boolean not null default false,
  miles double precision
);
create unique index hold_once on access.hold (request_id, session_id, starts_at);
comment on column access.hold.hub_id is 'The hub whose place it keeps, where the session is the hub''s.';
create index hold_day on access.hold (clinician_id, day);
create index hold_hub on access.hold (hub_id, practice_id) where hub_id is not null;
call platform.protect('access.hold', 'visit');
create policy own on access.hold for select to superpractice_app using (patient_id = any ((select platform.own_patients())::uuid[]));
grant select on access.hold to superpractice_app;

-- Until when something may be kept on a clinician's day, on the row that offers and bookings read anyway: where it is past, nothing is
-- held and nobody looks for it. Never lowered when a place is given back: that costs a look, no place.
alter table access.clinician_day add column held_until timestamptz;

-- What is kept on a clinician's day now: counts and times, never for whom.
create type access.kept as (contacts integer, taken int4multirange);
create function access.held_on(in_clinician uuid, in_day date) returns access.kept
language sql stable security definer set search_path = pg_catalog as $$
  select row(count(*)::integer, coalesce(range_agg(access.minutes_of(h.starts_at, h.ends_at)), '{}'))::access.kept from access.hold h
  where h.clinician_id = in_clinician and h.day = in_day and h.group_id = platform.current_group() and h.until > clock_timestamp()
$$;

-- For how many of a practice's requests a hub place is kept now in the week of a day, but for one request: each takes one in the end.
create function access.hub_kept(in_hub uuid, in_practice text, on_day date, but uuid) returns integer
language sql stable security definer set search_path = pg_catalog as $$
  select count(distinct h.request_id)::integer from access.hold h
  where h.hub_id = in_hub and h.practice_id = in_practice and access.week_of(h.day) = access.week_of(on_day) and h.until > clock_timestamp()
    and h.group_id = platform.current_group() and h.request_id is distinct from but
$$;

-- Gives up what a request keeps in a hub whose places of that week are all had or kept by others. Asked once the days are held, under
-- the lock of the week that every booking of it takes after its day: nobody waits for one who waits for them.
create function access.give_up_hub_holds(r access.request) returns integer language plpgsql as $$
declare
  kept record;
  so_far integer;
  given_up integer := 0;
  these integer;
begin
  for kept in select distinct h.hub_id, access.week_of(h.day) as week from access.hold h where h.request_id = r.id and h.hub_id is not null order by 1, 2 loop
    insert into access.hub_week as w (hub_id, practice_id, week, group_id) values (kept.hub_id, r.practice_id, kept.week, r.group_id)
      on conflict (hub_id, practice_id, week) do update set taken = w.taken returning w.taken into so_far;
    if so_far + access.hub_kept(kept.hub_id, r.practice_id, kept.week, r.id) >= access.hub_quota_on(kept.hub_id, r.practice_id, kept.week + 6) then
      delete from access.hold h where h.request_id = r.id and h.hub_id = kept.hub_id and access.week_of(h.day) = kept.week;
      get diagnostics these = row_count;
      given_up := given_up + these;
    end if;
  end loop;
  return given_up;
end $$;

create function access.hold_terms() returns access.hold_rule language sql stable as $$
  select r from access.hold_rule r where (r.group_id = platform.current_group() or r.group_id is null) and r.valid_from <= platform.today()
  order by r.group_id nulls last, r.valid_from desc limit 1
$$;

-- Whether the actor may hold and book for a request: its patient, whoever acts for them, or staff who see it.
create function access.acts_for(in_request uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from access.request r where r.id = in_request
    and (r.practice_id = any (platform.sees('visit')) or r.patient_id = any (platform.own_patients())))
$$;

-- Holds places for a request instead of those it held: each that is free, under the same locks and the same promises as a booking.
create function access.hold_places(in_request uuid, in_places jsonb) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare
  r access.request;
  terms access.hold_rule := access.hold_terms();
  place record;
  place_mode text;
  kept_until timestamptz;
  held integer := 0;
begin
  if not access.acts_for(in_request) then
    raise exception 'the request is not there' using errcode = 'SP010';
  end if;
  select * into r from access.request q where q.id = in_request and q.patient_id is not null and q.status in ('draft', 'waiting', 'booked') for no key update;
  if not found then
    raise exception 'the request is not open' using errcode = 'SP018';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(r.patient_id::text, 1));
  delete from access.hold h where h.request_id = in_request or h.patient_id = r.patient_id;
  -- In one order, so that two who hold in the same sessions never wait for one another.
  for place in select t.id, t.group_id, t.practice_id, t.clinician_id, t.day, t.mode, t.plan is not null as planned,
        case when t.kind = 'hub' then access.hub_of(t.practice_id, t.day) end as hub_id, p.start, p.start + make_interval(mins => p.minutes) as finish, p.own_gp, p.miles
      from jsonb_to_recordset(in_places) as p(session uuid, start timestamptz, minutes integer, own_gp boolean, miles double precision)
      join access.session t on t.id = p.session and t.status = 'open' and t.group_id = r.group_id and t.practice_id = any (platform.sees('session'))
      where p.start >= greatest(t.starts_at, now()) and p.start + make_interval(mins => p.minutes) <= t.ends_at and p.minutes % t.slot_minutes = 0
        and extract(epoch from p.start - t.starts_at)::integer % (t.slot_minutes * 60) = 0
        and (t.plan is null or access.against_plan(t.plan, p.start - t.starts_at, make_interval(mins => p.minutes), 0) = '')
        -- A place that needs a room is booked with it or not at all.
        and not t.needs_room
      order by t.clinician_id, t.day loop
    exit when held >= terms.places;
    perform access.hold_day(place.clinician_id, place.day);
    if access.place_is_free(place.group_id, place.clinician_id, place.day, place.start, place.finish) and not exists (
        select from access.booking b where b.patient_id = r.patient_id and b.status = 'booked' and b.request_id is distinct from r.id
          and b.starts_at < place.finish and b.ends_at > place.start) then
      place_mode := place.mode;
      if place.planned then
        select a.mode into place_mode from access.seat_at(place.id, r.patient_id, place.start) a;
      end if;
      kept_until := clock_timestamp() + make_interval(mins => terms.minutes);
      insert into access.hold (id, group_id, practice_id, request_id, patient_id, session_id, clinician_id, day, mode, hub_id, starts_at, ends_at, until, own_gp, miles)
        values (gen_random_uuid(), r.group_id, r.practice_id, r.id, r.patient_id, place.id, place.clinician_id, place.day, place_mode, place.hub_id, place.start, place.finish,
          kept_until, coalesce(place.own_gp, false), place.miles);
      insert into access.clinician_day as d (clinician_id, day, group_id, held_until) values (place.clinician_id, place.day, r.group_id, kept_until)
        on conflict (clinician_id, day) do update set held_until = greatest(d.held_until, excluded.held_until);
      held := held + 1;
    end if;
  end loop;
  return held - access.give_up_hub_holds(r);
end $$;

-- Whether nobody is booked or keeps a place there and the day has room; asked under the lock of the clinician's day.
create function access.place_is_free(in_group uuid, in_clinician uuid, in_day date, in_start timestamptz, in_end timestamptz) returns boolean
language sql volatile as $$
  select coalesce((d.taken && m.wanted) is not true and not h.taken && m.wanted and d.stopped_at is null
    and coalesce(d.ordinary, 0) + h.contacts < workforce.limit_on(in_group, in_clinician, in_day), false)
  from (select access.minutes_of(in_start, in_end) as wanted) m cross join access.held_on(in_clinician, in_day) h
  left join access.clinician_day d on d.clinician_id = in_clinician and d.day = in_day
$$;

-- More time: what is still held is held for as long again. Answers until when; null where nothing is held any more, or often enough.
create function access.extend_holds(in_request uuid) returns timestamptz language plpgsql security definer set search_path = pg_catalog as $$
declare
  terms access.hold_rule := access.hold_terms();
  later timestamptz;
begin
  if not access.acts_for(in_request) then
    raise exception 'the request is not there' using errcode = 'SP010';
  end if;
  -- Under the days' locks: who books then finds it held, or it has run out.
  perform access.hold_day(k.clinician_id, k.day) from (select distinct h.clinician_id, h.day from access.hold h where h.request_id = in_request order by 1, 2) k;
  with more as (update access.hold h set until = clock_timestamp() + make_interval(mins => terms.minutes), extended = h.extended + 1
    where h.request_id = in_request and h.until > clock_timestamp() and h.extended < terms.extensions returning h.clinician_id, h.day, h.until
  ), days as (update access.clinician_day d set held_until = greatest(d.held_until, more.until) from more
    where d.clinician_id = more.clinician_id and d.day = more.day)
  select min(more.until) into later from more;
  return later;
end $$;

-- Gives back what a request holds, but for one place that was chosen.
create function access.release_holds(in_request uuid, keep uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  if access.acts_for(in_request) then
    delete from access.hold h where h.request_id = in_request and h.id is distinct from keep;
  end if;
end $$;

create function access.clear_holds() returns void language sql security definer set search_path = pg_catalog as $$
  delete from access.hold h where h.until < clock_timestamp() - interval '1 minute'
$$;

-- Messages -----------------------------------------------------------------------------------------------------------

-- What is written to people, by kind and way: versions stand, the latest that is in force is used.
create table access.message_template (
  kind text not null check (kind in ('booked', 'series-booked', 'moved', 'cancelled', 'series-cancelled', 'place-lost', 'reminder', 'will-ring', 'will-answer', 'self-referral')),
  way text not null check (way in ('text', 'email')),
  version integer not null,
  valid_from date not null,
  subject text not null default '',
  body text not null check (body <> '' and length(body) <= 2000),
  source text not null,
  primary key (kind, way, version)
);
comment on column access.message_template.body is '((who)) ((when)) ((where)) ((practice)) ((by)) ((phone)) ((cancel)) ((how)), of a series ((count)) ((visits)), are filled in. No words of the patient, no reason: whoever holds the telephone may read it.';
insert into access.message_template (kind, way, version, valid_from, subject, body, source)
select t.kind, w.way, 1, '2020-01-01', t.subject, t.body, 'Local wording, awaiting a clinical owner'
from (values
  ('booked', 'Your appointment', 'Appointment: ((when)), ((where)). You cannot come? Cancel: ((cancel)) ((practice))'),
  ('series-booked', 'Your appointments', 'Your ((count)) appointments: ((visits)). You cannot come to one? Tell us, or cancel it on your own pages. ((practice))'),
  ('moved', 'Your appointment has moved', 'Your appointment is now ((when)), ((where)). You cannot come? Cancel: ((cancel)) ((practice))'),
  ('cancelled', 'Your appointment is cancelled', 'Your appointment on ((when)) is cancelled. If you still need help, ask us again. ((practice))'),
  ('series-cancelled', 'Your appointments are cancelled', 'These ((count)) appointments are cancelled: ((visits)). If you still need help, ask us again. ((practice))'),
  ('place-lost', 'We have to change your appointment', 'Sorry, your appointment on ((when)) cannot go ahead. You do not need to do anything: we will find you another and tell you. ((practice))'),
  ('reminder', 'Reminder of your appointment', 'Reminder: ((when)), ((where)). You cannot come? Cancel: ((cancel)) ((practice))'),
  ('will-ring', 'We will ring you', 'We have your request. We will ring you by ((by)). ((practice))'),
  ('will-answer', 'We have your request', 'We have your request. We will tell you what happens next by ((by)). ((practice))'),
  ('self-referral', 'What we spoke about', 'What we spoke about: ((how)). ((practice))')) t(kind, subject, body)
cross join (values ('text'), ('email')) w(way);
grant select on access.message_template to superpractice_app, superpractice_guard;

-- How somebody refers themselves to a service, by what they ask for (the reason of the protocol): the group's own row before the one for
-- all. Where there is none it is not known, and the page says so.
create table access.self_referral (
  group_id uuid references network.group,
  reason text not null check (reason <> ''),
  valid_from date not null,
  name text not null check (name <> ''),
  phone text check (phone <> ''),
  link text check (link ~ '^https://'),
  source text not null,
  check (phone is not null or link is not null),
  unique nulls not distinct (group_id, reason, valid_from)
);
-- Addresses of a country-wide page alone, which change seldom; of every other service what is to be had is the group's to say.
insert into access.self_referral values
  (null, 'talking-therapy', '2020-01-01', 'NHS Talking Therapies', null, 'https://www.nhs.uk/talk', 'NHS website; awaiting a check by the group before use'),
  (null, 'healthy-living', '2020-01-01', 'Better Health', null, 'https://www.nhs.uk/better-health/', 'NHS website; awaiting a check by the group before use');
grant select on access.self_referral to superpractice_app, superpractice_guard;
grant insert on access.self_referral to superpractice_guard;

-- Says how the group's patients reach a service from a day on; false where that day has its row already.
create function access.set_self_referral(in_reason text, in_from date, in_name text, in_phone text, in_link text, in_source text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not access.may_set_policy() or platform.current_group() is null then
    raise exception 'not theirs to say' using errcode = 'insufficient_privilege';
  end if;
  insert into access.self_referral values (platform.current_group(), in_reason, in_from, in_name, in_phone, in_link, in_source) on conflict do nothing;
  return found;
end $$;

-- When people are reminded of a visit: hours before it, never between these London hours.
create table access.reminder_rule (
  group_id uuid references network.group,
  valid_from date not null,
  hours_before integer not null check (hours_before between 1 and 240),
  not_before time not null,
  not_after time not null check (not_after > not_before),
  source text not null,
  unique nulls not distinct (group_id, valid_from)
);
insert into access.reminder_rule values (null, '2020-01-01', 24, '08:00', '20:00', 'Local choice, awaiting an owner');
grant select on access.reminder_rule to superpractice_app, superpractice_guard;

create domain access.message_state as text check (value in ('waiting', 'shown', 'sent', 'delivered', 'failed', 'withheld', 'dropped'));
create table access.message (
  id uuid primary key,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  patient_id uuid not null references patients.patient,
  booking_id uuid references access.booking,
  request_id uuid references access.request,
  kind text not null,
  way text not null check (way in ('text', 'email', 'app')),
  address text,
  version integer not null,
  subject text not null,
  body text not null,
  state access.message_state not null default 'waiting',
  why text not null default '',
  tries integer not null default 0,
  provider_id text,
  made_at timestamptz not null default now(),
  state_at timestamptz not null default now()
);
comment on column access.message.state is 'waiting to go; shown in the app alone; sent to the provider; delivered or failed, as the provider says; withheld: they are reached only as they chose; dropped: what it is about is over.';
comment on column access.message.body is 'As it is shown; the link that cancels is put in as it is sent, and is kept nowhere.';
create unique index message_once on access.message (booking_id, kind) where kind in ('reminder', 'place-lost');
create index message_patient on access.message (patient_id, made_at);
create index message_on_its_way on access.message (group_id) where state in ('waiting', 'sent');
call platform.protect('access.message', 'visit');
create policy own on access.message to superpractice_app
  using (patient_id = any ((select platform.own_patients())::uuid[]) and (state <> 'withheld' or patient_id = (select platform.current_person())))
  with check (patient_id = any ((select platform.own_patients())::uuid[]));
grant select, insert, update on access.message to superpractice_app;

-- A link that cancels is good once. What signs them is the database's own, the same for every process.
create table access.link_used (
  nonce text primary key,
  used_at timestamptz not null default now(),
  expires_at timestamptz not null
);
grant select, insert on access.link_used to superpractice_app, superpractice_guard;
insert into platform.setting (key, value)
values ('link key', to_jsonb(encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'hex')));

-- Whether anything stands against writing or ringing: what they disclosed, in any request of theirs. For the program that sends.
create function access.must_not_contact(in_patient uuid, in_request uuid, categories text[]) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from access.red_flag f where f.category = any (categories) and (f.request_id = in_request
      or f.patient_id = in_patient and not f.softened and f.withdrawn_at is null and f.raised_at > now() - make_interval(days => (
        select r.days from access.safe_contact_rule r where (r.group_id = f.group_id or r.group_id is null) and r.valid_from <= platform.today()
        order by r.group_id nulls last, r.valid_from desc limit 1))))
$$;

-- Patients change nothing of the group's, and read of it only what their own requests need.
do $$
declare
  target text;
  only_staff text[] := array['network.contract', 'network.client', 'network.agreement', 'access.protocol_preview', 'access.fullness_policy',
    'access.session_change', 'access.book', 'access.book_clinician', 'access.book_entry', 'access.book_import'];
begin
  for target in select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname in ('network', 'workforce', 'access')
        and (obj_description(c.oid, 'pg_class') like 'group rows%' or obj_description(c.oid, 'pg_class') = 'practice rows, class session') loop
    if target = any (only_staff) then
      execute format('create policy kept_from_patients on %s as restrictive to superpractice_app using ((select platform.current_role_name()) <> ''patient'')', target);
    else
      execute format('create policy kept_from_patients_i on %s as restrictive for insert to superpractice_app with check ((select platform.current_role_name()) <> ''patient'')', target);
      execute format('create policy kept_from_patients_u on %s as restrictive for update to superpractice_app using ((select platform.current_role_name()) <> ''patient'')', target);
      execute format('create policy kept_from_patients_d on %s as restrictive for delete to superpractice_app using ((select platform.current_role_name()) <> ''patient'')', target);
    end if;
  end loop;
end $$;

do $$
declare f text;
begin
  foreach f in array array[
    'platform.own_patients()', 'patients.recognised(text, date, text)', 'patients.signed_in(uuid)', 'patients.demo_patients()',
    'access.acts_for(uuid)', 'access.hold_places(uuid, jsonb)', 'access.extend_holds(uuid)', 'access.release_holds(uuid, uuid)', 'access.clear_holds()',
    'access.held_on(uuid, date)', 'access.must_not_contact(uuid, uuid, text[])',
    'access.set_self_referral(text, date, text, text, text, text)'] loop
    execute format('alter function %s owner to superpractice_guard', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to superpractice_app, superpractice_guard', f);
  end loop;
end $$;
