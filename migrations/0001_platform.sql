-- What every domain stands on: the roles of the database, who is acting, the audit, sessions and jobs.

-- Roles belong to the whole server, so they may stand already. The app connects as superpractice_app, which owns nothing
-- and cannot bypass row-level security. superpractice_guard owns the few functions that must see past it.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['superpractice_app', 'superpractice_guard'] loop
    begin
      if not exists (select from pg_roles where rolname = wanted) then
        execute format('create role %I nologin nosuperuser nobypassrls', wanted);
      end if;
    exception when duplicate_object or unique_violation then null;
    end;
    if not pg_has_role(current_user, wanted, 'usage') then
      execute format('grant %I to current_user', wanted);
    end if;
  end loop;
  -- Granting to the current user through its name keeps PostgreSQL 15 and 16+ (SET option) alike.
  execute format('grant superpractice_guard to %I', current_user);
exception when insufficient_privilege then
  raise exception 'The database owner needs CREATEROLE, or an administrator must create the roles superpractice_app and superpractice_guard and grant both to %', current_user
    using errcode = 'insufficient_privilege';
end $$;

create schema audit;
-- A row as text fields: the quickest way to say what changed between two of them.
create extension if not exists hstore schema platform;
grant usage on schema platform, audit to superpractice_app;
grant usage, create on schema platform, audit to superpractice_guard;

create table platform.setting (
  key text primary key,
  value jsonb not null
);
grant select on platform.setting to superpractice_app, superpractice_guard;

-- Who acts -----------------------------------------------------------------------------------------------------------

create function platform.today() returns date language sql stable as $$
  select (now() at time zone 'Europe/London')::date
$$;

-- The practices whose rows of a class the actor sees. Nobody sees any until the network says who has agreed to what.
create function platform.sees(class text) returns text[] language sql stable as $$ select '{}'::text[] $$;

create function platform.current_group() returns uuid language sql stable parallel safe as $$
  select nullif(current_setting('sp.group', true), '')::uuid
$$;

create function platform.current_person() returns uuid language sql stable parallel safe as $$
  select nullif(current_setting('sp.person', true), '')::uuid
$$;

create function platform.current_role_name() returns text language sql stable parallel safe as $$
  select coalesce(current_setting('sp.role', true), '')
$$;

-- The audit ----------------------------------------------------------------------------------------------------------

-- Legal words stand in domains: a check on a table is read from its text again at every statement that writes it.
create domain audit.kind as text check (value in ('change', 'read', 'act'));

create table audit.event (
  id bigint generated always as identity primary key,
  tx bigint not null default pg_current_xact_id()::text::bigint,
  at timestamptz not null default clock_timestamp(),
  kind audit.kind not null,
  action text not null,
  purpose text not null default '',
  person_id uuid,
  person_name text not null default '',
  role text not null default '',
  group_id uuid,
  practice_id text,
  class text,
  subject text not null,
  subject_id text,
  detail jsonb
);
create index event_practice on audit.event (practice_id, at);
create index event_tx on audit.event using brin (tx) with (pages_per_range = 16);
comment on table audit.event is 'Append-only: who did or read what, in which role, for which practice, and why.';

create table audit.seal (
  batch bigint primary key,
  from_tx bigint not null,
  to_tx bigint not null,
  events bigint not null,
  previous bytea not null,
  hash bytea not null,
  sealed_at timestamptz not null default now()
);

-- Each time the chain was verified, and each time it was resumed on another server after a restore.
create table audit.verification (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  by_name text not null,
  batches bigint not null,
  sealed_events bigint not null,
  unsealed_events bigint not null,
  first_unsound bigint,
  resumed_from bigint,
  resumed_at bigint
);
comment on column audit.verification.resumed_from is 'Where the server''s transaction counter stood before it was moved past the last seal; null for a plain verification.';

alter table audit.event enable row level security;
alter table audit.event force row level security;
create policy app_writes on audit.event for insert to superpractice_app with check (true);
create policy app_reads on audit.event for select to superpractice_app
  using (practice_id = any ((select platform.sees('audit'))::text[])
      or (practice_id is null and group_id = (select platform.current_group()) and 'group' = any ((select platform.sees('group_audit'))::text[])));
create policy guard on audit.event to superpractice_guard using (true) with check (true);
grant insert, select on audit.event to superpractice_app, superpractice_guard;
grant select on audit.seal to superpractice_app;
grant select, insert on audit.seal to superpractice_guard;
grant select, insert on audit.verification to superpractice_app, superpractice_guard;

create function audit.refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the audit is append-only' using errcode = 'restrict_violation';
end $$;
create trigger append_only before update or delete or truncate on audit.event for each statement execute function audit.refuse();
create trigger append_only before update or delete or truncate on audit.seal for each statement execute function audit.refuse();
create trigger append_only before update or delete or truncate on audit.verification for each statement execute function audit.refuse();

-- Every change of a protected row is recorded with who, role, practice, action and purpose, whoever writes it.
create function audit.record() returns trigger language plpgsql as $$
declare
  before platform.hstore;
  after platform.hstore;
  changed jsonb;
begin
  if tg_op = 'INSERT' then
    after := platform.hstore(new);
  elsif tg_op = 'DELETE' then
    after := platform.hstore(old);
    changed := platform.hstore_to_jsonb(after);
  else
    before := platform.hstore(old);
    after := platform.hstore(new);
    if before operator(platform.=) after then return null; end if;
    changed := jsonb_build_object('from', platform.hstore_to_jsonb(before operator(platform.-) after),
      'to', platform.hstore_to_jsonb(after operator(platform.-) before));
  end if;
  insert into audit.event (kind, action, purpose, person_id, person_name, role, group_id, practice_id, class, subject, subject_id, detail)
  values ('change', coalesce(nullif(current_setting('sp.action', true), ''), 'unnamed'), coalesce(current_setting('sp.purpose', true), ''),
    nullif(current_setting('sp.person', true), '')::uuid, coalesce(current_setting('sp.name', true), ''), coalesce(current_setting('sp.role', true), ''),
    coalesce(nullif(current_setting('sp.group', true), ''), after operator(platform.->) 'group_id')::uuid, after operator(platform.->) 'practice_id',
    tg_argv[0], tg_table_schema || '.' || tg_table_name || ' ' || lower(tg_op),
    coalesce(after operator(platform.->) 'id', after operator(platform.->) 'practice_id'), changed);
  return null;
end $$;

create function audit.write(entries jsonb) returns void language sql as $$
  insert into audit.event (kind, action, purpose, person_id, person_name, role, group_id, practice_id, class, subject, subject_id, detail)
  select e.kind, coalesce(nullif(current_setting('sp.action', true), ''), 'unnamed'), coalesce(current_setting('sp.purpose', true), ''),
    platform.current_person(), coalesce(current_setting('sp.name', true), ''), platform.current_role_name(),
    platform.current_group(), e.practice_id, e.class, e.subject, e.subject_id, e.detail
  from jsonb_to_recordset(entries) e(kind text, class text, practice_id text, subject text, subject_id text, detail jsonb)
$$;

-- One text form for hashing, the same in every time zone and on every server.
create function audit.line(e audit.event) returns text language sql stable as $$
  select jsonb_build_array(e.id, e.tx, (extract(epoch from e.at) * 1000000)::bigint, e.kind, e.action, e.purpose, e.person_id,
    e.person_name, e.role, e.group_id, e.practice_id, e.class, e.subject, e.subject_id, e.detail)::text
$$;

create function audit.hash(previous bytea, from_tx bigint, to_tx bigint) returns table (events bigint, hash bytea) language sql stable as $$
  select count(*), sha256(previous || convert_to(coalesce(string_agg(audit.line(e), e'\n' order by e.id), ''), 'UTF8'))
  from audit.event e where e.tx >= from_tx and e.tx < to_tx
$$;

-- Seals what has finished since the last seal. Transactions below the snapshot's xmin have all ended, so the batch can
-- never grow afterwards: a row slipped in later breaks its hash. A batch ends near 100,000 events, since it is hashed as one
-- text. Returns the events sealed: more than none means that there may be more.
create function audit.seal_finished() returns bigint language plpgsql security definer set search_path = pg_catalog, audit as $$
declare
  last audit.seal;
  horizon bigint := pg_snapshot_xmin(pg_current_snapshot())::text::bigint;
  batch record;
begin
  perform pg_advisory_xact_lock(7360512);
  select * into last from audit.seal order by audit.seal.batch desc limit 1;
  if last.to_tx > horizon then
    raise exception 'the last seal is ahead of this server: was the database restored from another one? Run superpractice audit resume (docs/operations/backup-and-restore.md)';
  end if;
  select coalesce(min(e.tx) + 1, horizon) into horizon from (
    select f.tx from audit.event f where f.tx >= coalesce(last.to_tx, 0) and f.tx < horizon order by f.tx offset 100000 limit 1) e;
  select h.events, h.hash into batch from audit.hash(coalesce(last.hash, ''::bytea), coalesce(last.to_tx, 0), horizon) h;
  if batch.events = 0 then return 0; end if;
  insert into audit.seal (batch, from_tx, to_tx, events, previous, hash)
  values (coalesce(last.batch, 0) + 1, coalesce(last.to_tx, 0), horizon, batch.events, coalesce(last.hash, ''::bytea), batch.hash);
  return batch.events;
end $$;

-- Recomputes the whole chain; one row per seal, and a last row (batch null) for what is not sealed yet.
create function audit.verify() returns table (batch bigint, events bigint, sound boolean)
language plpgsql security definer set search_path = pg_catalog, audit as $$
declare
  s audit.seal;
  expected_previous bytea := ''::bytea;
  expected_from bigint := 0;
  expected_batch bigint := 1;
  found record;
begin
  for s in select * from audit.seal order by audit.seal.batch loop
    select h.events, h.hash into found from audit.hash(expected_previous, s.from_tx, s.to_tx) h;
    batch := s.batch; events := found.events;
    sound := s.batch = expected_batch and s.previous = expected_previous and s.from_tx = expected_from and s.hash = found.hash and s.events = found.events;
    return next;
    expected_previous := s.hash; expected_from := s.to_tx; expected_batch := s.batch + 1;
  end loop;
  batch := null; sound := true;
  select count(*) into events from audit.event e where e.tx >= expected_from;
  return next;
end $$;

-- The transaction number that a server must have passed before it may write to this audit: past every seal, and past every
-- event that is not sealed yet. Higher than the server's own counter only after a restore into another server.
create function audit.resume_at() returns bigint language sql stable security definer set search_path = pg_catalog, audit as $$
  select greatest(s.to_tx, coalesce((select max(e.tx) + 1 from audit.event e where e.tx >= s.to_tx), 0))
  from (select coalesce(max(to_tx), 0) as to_tx from audit.seal) s
$$;
alter function audit.seal_finished() owner to superpractice_guard;
alter function audit.verify() owner to superpractice_guard;
alter function audit.resume_at() owner to superpractice_guard;

-- Forces row-level security on a table whose rows belong to a practice and are of one class, and audits its changes.
create procedure platform.protect(target regclass, class text) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy by_practice on %s to superpractice_app using (practice_id = any ((select platform.sees(%L))::text[])) with check (practice_id = any ((select platform.sees(%L))::text[]))', target, class, class);
  execute format('create policy guard on %s to superpractice_guard using (true) with check (true)', target);
  execute format('create trigger audited after insert or update or delete on %s for each row execute function audit.record(%L)', target, class);
  execute format('grant all on %s to superpractice_guard', target);
  execute format('comment on table %s is %L', target, 'practice rows, class ' || class);
end $$;

-- The same for rows that belong to the whole group.
create procedure platform.protect_group(target regclass, class text) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy by_group on %s to superpractice_app using (group_id = (select platform.current_group())) with check (group_id = (select platform.current_group()))', target);
  execute format('create policy guard on %s to superpractice_guard using (true) with check (true)', target);
  execute format('create trigger audited after insert or update or delete on %s for each row execute function audit.record(%L)', target, class);
  execute format('grant all on %s to superpractice_guard', target);
  execute format('comment on table %s is %L', target, 'group rows, class ' || class);
end $$;

-- Rows that others name without a foreign key, which would lock them at every naming: they are never deleted and keep their id.
create function platform.lasting() returns trigger language plpgsql as $$
begin
  raise exception 'rows of %.% are never deleted and keep their id', tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end $$;

-- Sessions of people signed in ---------------------------------------------------------------------------------------

create table platform.session (
  token_hash bytea primary key,
  person_id uuid not null,
  role_held_id uuid,
  csrf text not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  locked_at timestamptz,
  revoked_at timestamptz
);
create index session_person on platform.session (person_id);

create table platform.sign_in_attempt (
  state text primary key,
  verifier text not null,
  nonce text not null,
  return_to text not null,
  -- Hash of the mark of the browser that began: an answer brought by any other signs nobody in.
  browser bytea not null,
  created_at timestamptz not null default now()
);

-- A form that was sent to a locked screen (posted) waits to be sent again; one that was half-written goes back into its page.
create table platform.kept_form (
  id uuid primary key,
  person_id uuid not null,
  -- The page it stands on, and where the form itself goes: a page may have several.
  url text not null,
  action text not null,
  fields jsonb not null,
  posted boolean not null,
  -- The window it was written in: what is kept from there again takes its place, and nothing else does.
  mark text,
  -- The session it was kept for: its screen alone is told what to do about a danger in it.
  session bytea not null,
  -- What a danger in its words asks for (ambulance or clinician), and the page where that is seen to, once it is raised.
  advice text,
  advice_page text,
  kept_at timestamptz not null default now()
);
create index kept_form_person on platform.kept_form (person_id);
grant select, insert, update, delete on platform.session, platform.sign_in_attempt, platform.kept_form to superpractice_guard;

-- Half-written words may be a patient's story: whoever wrote them reads them, and nobody else.
alter table platform.kept_form enable row level security;
alter table platform.kept_form force row level security;
create policy own on platform.kept_form to superpractice_app using (person_id = (select platform.current_person()))
  with check (person_id = (select platform.current_person()));
create policy guard on platform.kept_form to superpractice_guard using (true) with check (true);
grant select, insert, update, delete on platform.kept_form to superpractice_app;

-- With it a person's browser seals what has not arrived yet; nobody else is given it.
create table platform.spare_key (person_id uuid primary key, key text not null);
alter table platform.spare_key enable row level security;
alter table platform.spare_key force row level security;
create policy own on platform.spare_key to superpractice_app using (person_id = (select platform.current_person()))
  with check (person_id = (select platform.current_person()));
create policy guard on platform.spare_key to superpractice_guard using (true) with check (true);
grant select, insert, update on platform.spare_key to superpractice_app;
grant select, insert, update, delete on platform.spare_key to superpractice_guard;

-- A session is found before anybody is known to act, by the hash of its token alone, and a sign-in by the state of its browser. The app
-- adds them and cannot read the tables, so that nothing it does lists who is signed in.
grant insert on platform.session, platform.sign_in_attempt to superpractice_app;
create function platform.session_of(in_token bytea) returns setof platform.session
language sql stable security definer set search_path = pg_catalog as $$
  select s.* from platform.session s where s.token_hash = in_token
$$;
create function platform.change_session(in_token bytea, seen boolean default false, locked boolean default false, ended boolean default false,
  acts_as uuid default null) returns void language sql security definer set search_path = pg_catalog as $$
  update platform.session s set last_seen_at = case when seen then now() else s.last_seen_at end,
    locked_at = case when locked then coalesce(s.locked_at, now()) else s.locked_at end,
    revoked_at = case when ended then now() else s.revoked_at end, role_held_id = coalesce(acts_as, s.role_held_id)
  where s.token_hash = in_token
$$;
create function platform.finish_sign_in(in_state text, in_browser bytea) returns table (verifier text, nonce text, return_to text)
language sql security definer set search_path = pg_catalog as $$
  delete from platform.sign_in_attempt a where a.state = in_state and a.browser = in_browser and a.created_at > now() - interval '1 hour'
  returning a.verifier, a.nonce, a.return_to
$$;
create function platform.forget_sign_ins() returns void language sql security definer set search_path = pg_catalog as $$
  delete from platform.sign_in_attempt a where a.created_at < now() - interval '1 hour'
$$;
do $$
declare
  door text;
begin
  foreach door in array array['session_of(bytea)', 'change_session(bytea, boolean, boolean, boolean, uuid)', 'finish_sign_in(text, bytea)', 'forget_sign_ins()'] loop
    execute format('alter function platform.%s owner to superpractice_guard', door);
    execute format('revoke all on function platform.%s from public', door);
    execute format('grant execute on function platform.%s to superpractice_app, superpractice_guard', door);
  end loop;
end $$;

-- Jobs are added in the transaction that causes them. The queue belongs to the owner, so the app adds through this door.
create function platform.add_job(name text, payload json, run_at timestamptz default null, job_key text default null) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform graphile_worker.add_job(name, payload := payload, run_at := run_at, job_key := job_key, max_attempts := 10);
end $$;
revoke all on function platform.add_job(text, json, timestamptz, text) from public;
grant execute on function platform.add_job(text, json, timestamptz, text) to superpractice_app, superpractice_guard;

-- Anything that changes on a live screen is announced on one channel; each process listens once.
create function platform.announce(topic text, payload jsonb) returns void language sql as $$
  select pg_notify('superpractice', jsonb_build_object('topic', topic, 'payload', payload)::text)
$$;
