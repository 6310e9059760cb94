-- Programs of others that act here: who they are, what they may do, and the tokens they do it with. A client is an actor like
-- a person: the database itself knows its role and decides what it sees.

insert into network.role values ('client', 'Connected system');
-- A program never signs in as somebody, and nobody acts as a program.
alter table network.role_held add constraint held_by_people check (role <> 'client');

create table network.client (
  id uuid primary key,
  group_id uuid not null references network.group,
  name text not null check (name <> '' and length(name) <= 100),
  scopes text[] not null check (cardinality(scopes) > 0),
  jwks jsonb not null,
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  -- One name for ever: the audit knows a client by it.
  unique (group_id, name)
);
comment on column network.client.jwks is 'Public keys alone (RFC 7517): the private one is kept by whoever runs the client.';
call platform.protect_group('network.client', 'directory');
create policy arranged_i on network.client as restrictive for insert to superpractice_app
  with check (platform.current_role_name() in ('system', 'administrator'));
create policy arranged_u on network.client as restrictive for update to superpractice_app
  using (platform.current_role_name() in ('system', 'administrator'));
grant select, insert, update on network.client to superpractice_app;

-- A client reaches what hub booking opens, and nothing of a practice that has not joined it.
insert into network.sight (role, class, reach, service) values
  ('client', 'patient', 'joined', 'hub_booking'), ('client', 'visit', 'joined', 'hub_booking'), ('client', 'session', 'joined', 'hub_booking');

-- The keys and scopes of a client that is not revoked, for recognising it before it acts.
create function network.client_known(in_client uuid) returns table (id uuid, name text, group_id uuid, scopes text[], jwks jsonb)
language sql stable security definer set search_path = pg_catalog as $$
  select c.id, c.name, c.group_id, c.scopes, c.jwks from network.client c where c.id = in_client and c.revoked_at is null
$$;

-- Opaque tokens, of which only the hash is kept; what a client has signed is taken once.
create table platform.client_token (
  token_hash bytea primary key,
  client_id uuid not null,
  scopes text[] not null,
  issued_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index client_token_expiry on platform.client_token (expires_at);
create table platform.client_assertion (
  client_id uuid not null,
  jti_hash bytea not null,
  expires_at timestamptz not null,
  primary key (client_id, jti_hash)
);
create index client_assertion_expiry on platform.client_assertion (expires_at);
grant select, insert, delete on platform.client_token, platform.client_assertion to superpractice_app, superpractice_guard;

-- Sets, once per transaction, who acts. The database looks a role up itself, and a client: one that is not held today, or is
-- revoked, is refused whatever the program says.
create or replace function platform.enter(actor jsonb, action text, purpose text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  held network.role_held;
  program network.client;
  patient record;
  own_practice text;
  done text;
begin
  if actor ->> 'role_held' is not null then
    select * into held from network.role_held r
    where r.id = (actor ->> 'role_held')::uuid and r.person_id = (actor ->> 'person')::uuid
      and network.in_force(r.valid_from, r.valid_to, platform.today());
    if not found then
      raise exception 'the role is not held today' using errcode = 'insufficient_privilege';
    end if;
  elsif actor ->> 'client' is not null then
    select * into program from network.client c where c.id = (actor ->> 'client')::uuid and c.revoked_at is null;
    if not found then
      raise exception 'the client is revoked' using errcode = 'insufficient_privilege';
    end if;
    actor := jsonb_build_object('name', program.name, 'role', 'client', 'group', program.group_id);
  elsif actor ->> 'patient' is not null then
    -- Found by a function of a later migration; their own id stands for the person they are.
    select * into patient from patients.signed_in((actor ->> 'patient')::uuid);
    if not found then
      raise exception 'the patient is on no list' using errcode = 'insufficient_privilege';
    end if;
    actor := jsonb_build_object('person', patient.id, 'name', patient.name, 'role', 'patient', 'group', patient.group_id);
    own_practice := patient.practice_id;
  elsif actor ->> 'role' not in ('system', 'public') then
    raise exception 'nobody acts as % without holding that role', actor ->> 'role' using errcode = 'insufficient_privilege';
  end if;
  -- One assignment, worked out on the spot: each `perform` would start a query of its own.
  done := set_config('sp.person', coalesce(actor ->> 'person', ''), true)
    || set_config('sp.name', coalesce(actor ->> 'name', ''), true)
    || set_config('sp.role', coalesce(held.role, actor ->> 'role', ''), true)
    || set_config('sp.group', coalesce(held.group_id::text, actor ->> 'group', ''), true)
    || set_config('sp.role_held', coalesce(held.id::text, 'client ' || program.id::text, 'patient ' || own_practice || (actor ->> 'person'), 'system ' || coalesce(actor ->> 'group', '')), true)
    || set_config('sp.practice', coalesce(held.practice_id, own_practice, ''), true)
    || set_config('sp.hub', coalesce(held.hub_id::text, ''), true)
    || set_config('sp.action', action, true)
    || set_config('sp.purpose', purpose, true);
end $$;

alter function network.client_known(uuid) owner to superpractice_guard;
revoke all on function network.client_known(uuid) from public;
grant execute on function network.client_known(uuid) to superpractice_app, superpractice_guard;

-- What a program said of an appointment it booked, exactly and whole. It stands beside the booking by its key, because it is
-- kept and screened before the place is taken; whoever sees the booking sees it, also after the visit has been moved.
create table access.appointment_note (
  id uuid primary key,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  host_practice_id text not null references network.practice,
  booking_key text not null,
  client_id uuid references network.client,
  -- Where red flags in the words were raised.
  request_id uuid references access.request,
  description text not null default '' check (length(description) <= 100),
  comment text not null default '' check (length(comment) <= 500),
  identifier jsonb,
  booked_for jsonb,
  noted_at timestamptz not null default now(),
  unique (group_id, booking_key)
);
comment on column access.appointment_note.booked_for is 'The organisation that booked, as the program named it: ODS code, name, telephone.';
call platform.protect('access.appointment_note', 'visit');
create policy by_host on access.appointment_note for select to superpractice_app
  using (host_practice_id = any ((select platform.sees('visit'))::text[]));
grant select, insert, update on access.appointment_note to superpractice_app;

-- The key under which a booking was first made: a visit that was moved keeps what was said of it.
create function access.first_key(in_booking uuid) returns text language sql stable as $$
  with recursive chain as (
    select b.id, b.idempotency_key, 0 as step from access.booking b where b.id = in_booking
    union all
    select o.id, o.idempotency_key, c.step + 1 from chain c join access.booking o on o.moved_to = c.id
  )
  select c.idempotency_key from chain c order by c.step desc limit 1
$$;
