-- Protocols are drafted, proved by their worked cases, approved by a second person who is a clinician, in force from an
-- instant, and rolled back. What was approved never changes; which version was in force when is a list of decisions.

alter table access.protocol
  add column group_id uuid references network.group,
  add column status text not null default 'shipped' check (status in ('shipped', 'draft', 'approved', 'withdrawn')),
  add column based_on text not null default '',
  add column drafted_by uuid references network.person,
  add column drafted_at timestamptz not null default now(),
  add column changed_by uuid[] not null default '{}',
  add column changed_at timestamptz not null default now(),
  add column approved_by uuid references network.person,
  add column approved_at timestamptz,
  alter column in_force_from drop not null,
  add check ((group_id is null) = (status = 'shipped')),
  add check ((status = 'shipped') = (in_force_from is not null)),
  add check ((status = 'approved') = (approved_by is not null) and (approved_by is null) = (approved_at is null)),
  add check (approved_by is null or approved_by is distinct from drafted_by and not approved_by = any (changed_by));
alter table access.protocol alter column status set default 'draft';
comment on column access.protocol.group_id is 'Null: shipped with the product, in force (from in_force_from) for every group that has decided on no other.';
comment on column access.protocol.changed_by is 'Everybody who changed the draft; none of them approves it.';
comment on column access.protocol.in_force_from is 'Of shipped versions alone; a group''s are in access.protocol_in_force.';
create index protocol_group on access.protocol (group_id, version);

create function access.may_draft() returns boolean language sql stable parallel safe as $$
  select platform.current_role_name() in ('governance', 'clinician')
$$;
-- What decides for every practice of a group is decided for the group, never by a role held at one practice or hub.
create function access.acts_for_group() returns boolean language sql stable parallel safe as $$
  select coalesce(current_setting('sp.practice', true), '') = '' and coalesce(current_setting('sp.hub', true), '') = ''
$$;
alter table access.protocol enable row level security;
alter table access.protocol force row level security;
create policy readable on access.protocol for select to superpractice_app
  using (group_id is null or group_id = (select platform.current_group()));
create policy drafted on access.protocol for insert to superpractice_app
  with check (group_id = (select platform.current_group()) and status = 'draft' and approved_by is null
    and drafted_by = (select platform.current_person()) and (select access.may_draft()));
create policy changed on access.protocol for update to superpractice_app
  using (group_id = (select platform.current_group()) and status = 'draft' and (select access.may_draft()))
  with check (group_id = (select platform.current_group()) and status in ('draft', 'withdrawn') and (select access.may_draft()));
create policy guard on access.protocol to superpractice_guard using (true) with check (true);
create trigger audited after insert or update or delete on access.protocol for each row execute function audit.record('directory');
grant select, insert, update (title, source, content, status) on access.protocol to superpractice_app;
grant all on access.protocol to superpractice_guard;
comment on table access.protocol is 'group rows, class directory';

-- Who changed a draft is written here, whatever the program says; what was decided stays as it was.
create function access.keep_protocol() returns trigger language plpgsql as $$
begin
  if old.status <> 'draft' then
    raise exception 'a protocol that was decided is never changed' using errcode = 'SP040';
  elsif new.content is distinct from old.content or new.title <> old.title or new.source <> old.source then
    new.changed_at := now();
    if platform.current_person() is not null and not platform.current_person() = any (old.changed_by) then
      new.changed_by := old.changed_by || platform.current_person();
    end if;
  end if;
  return new;
end $$;
create trigger keep_protocol before update on access.protocol for each row execute function access.keep_protocol();

-- What a protocol says, as one short text: whoever decides, decides on exactly that.
create function access.digest(content jsonb) returns text language sql immutable parallel safe as $$
  select encode(sha256(convert_to(content::text, 'UTF8')), 'hex')
$$;

-- Which version is in force from when: the latest start that is not called off holds. Nothing of it is ever taken away.
create table access.protocol_in_force (
  id uuid primary key,
  group_id uuid not null references network.group,
  protocol_id text not null,
  version integer not null,
  starts_at timestamptz not null,
  kind text not null check (kind in ('begun', 'rolled_back')),
  reason text not null default '' check (length(reason) <= 1000 and (kind = 'begun' or reason <> '')),
  decided_by uuid references network.person,
  decided_at timestamptz not null default clock_timestamp(),
  called_off_at timestamptz,
  called_off_by uuid references network.person,
  foreign key (protocol_id, version) references access.protocol
);
create index protocol_in_force_now on access.protocol_in_force (group_id, starts_at desc) where called_off_at is null;
call platform.protect_group('access.protocol_in_force', 'directory');
grant select on access.protocol_in_force to superpractice_app;

-- Approves a draft of the group: a clinician who acts for the group and never changed it, of exactly the content whose cases
-- were run (in_digest), every rule of which has a case. The only way to the state approved.
create function access.approve_protocol(in_id text, in_version integer, in_digest text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  p access.protocol;
  me uuid := platform.current_person();
begin
  if platform.current_role_name() <> 'clinician' or me is null or not access.acts_for_group() then
    raise exception 'a protocol is approved by a clinician who acts for the group' using errcode = 'SP041';
  end if;
  select * into p from access.protocol k where k.id = in_id and k.version = in_version and k.group_id = platform.current_group() for update;
  if not found then
    raise exception 'the protocol is not there' using errcode = 'SP010';
  elsif p.status <> 'draft' then
    raise exception 'the protocol was decided already' using errcode = 'SP040';
  elsif me = p.drafted_by or me = any (p.changed_by) then
    raise exception 'whoever wrote a draft does not approve it' using errcode = 'SP042';
  elsif access.digest(p.content) <> in_digest then
    raise exception 'the draft was changed after its cases were run' using errcode = 'SP043';
  elsif exists (select from jsonb_array_elements(p.content -> 'rules') r where not exists (
      select from jsonb_array_elements(p.content -> 'cases') c where c ->> 'rule' = r ->> 'id')) then
    raise exception 'a rule has no worked case' using errcode = 'SP044';
  end if;
  update access.protocol k set status = 'approved', approved_by = me, approved_at = now(), clinical_owner = current_setting('sp.name')
    where k.id = in_id and k.version = in_version;
end $$;

-- Puts an approved (or shipped) version in force from an instant that is not past; a roll back is at once, says why, goes to
-- a version that was in force before, and calls off what was planned.
create function access.begin_protocol(in_decision uuid, in_id text, in_version integer, in_from timestamptz, in_kind text, in_reason text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  p access.protocol;
  ours uuid := platform.current_group();
begin
  if not access.may_draft() or not access.acts_for_group() then
    raise exception 'what is in force is decided for the group' using errcode = 'SP041';
  end if;
  -- One decision of a group at a time, each seeing the one before.
  perform pg_advisory_xact_lock(hashtextextended(ours::text, 10));
  select * into p from access.protocol k where k.id = in_id and k.version = in_version and (k.group_id is null or k.group_id = ours);
  if not found then
    raise exception 'the protocol is not there' using errcode = 'SP010';
  elsif p.status not in ('approved', 'shipped') then
    raise exception 'only what was approved comes in force' using errcode = 'SP045';
  elsif in_kind = 'begun' and in_from < now() - interval '5 minutes' then
    raise exception 'that time has passed' using errcode = 'SP017';
  elsif in_kind = 'rolled_back' and p.status <> 'shipped' and not exists (select from access.protocol_in_force f
      where f.group_id = ours and f.protocol_id = in_id and f.version = in_version and f.starts_at <= now() and f.called_off_at is null) then
    raise exception 'that version was never in force' using errcode = 'SP046';
  end if;
  if in_kind = 'rolled_back' then
    update access.protocol_in_force f set called_off_at = now(), called_off_by = platform.current_person()
      where f.group_id = ours and f.starts_at > now() and f.called_off_at is null;
  end if;
  insert into access.protocol_in_force (id, group_id, protocol_id, version, starts_at, kind, reason, decided_by)
    values (in_decision, ours, in_id, in_version, case in_kind when 'rolled_back' then now() else greatest(in_from, now()) end, in_kind, in_reason, platform.current_person());
end $$;

-- Calls off a start that is still to come.
create function access.call_off_protocol(in_decision uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not access.may_draft() or not access.acts_for_group() then
    raise exception 'what is in force is decided for the group' using errcode = 'SP041';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(platform.current_group()::text, 10));
  update access.protocol_in_force f set called_off_at = now(), called_off_by = platform.current_person()
    where f.id = in_decision and f.group_id = platform.current_group() and f.starts_at > now() and f.called_off_at is null;
  if not found then
    raise exception 'that start is not there, or has come' using errcode = 'SP010';
  end if;
end $$;

-- What a draft would change: it is run over the requests of the last weeks beside the version in force, by a job, over the
-- practices whoever asked sees. Counts and the ids of requests; never words or names.
create table access.protocol_preview (
  id uuid primary key,
  group_id uuid not null references network.group,
  protocol_id text not null,
  version integer not null,
  digest text not null,
  against_id text not null,
  against_version integer not null,
  weeks integer not null check (weeks between 1 and 26),
  practices text[] not null,
  asked_by uuid references network.person,
  asked_at timestamptz not null default now(),
  of_requests integer,
  done_requests integer not null default 0,
  result jsonb,
  finished_at timestamptz,
  foreign key (protocol_id, version) references access.protocol,
  foreign key (against_id, against_version) references access.protocol
);
create index protocol_preview_of on access.protocol_preview (protocol_id, version, asked_at);
call platform.protect_group('access.protocol_preview', 'directory');
grant select, insert, update on access.protocol_preview to superpractice_app;

do $$
declare f text;
begin
  foreach f in array array['access.approve_protocol(text, integer, text)', 'access.call_off_protocol(uuid)',
    'access.begin_protocol(uuid, text, integer, timestamptz, text, text)'] loop
    execute format('alter function %s owner to superpractice_guard', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to superpractice_app, superpractice_guard', f);
  end loop;
end $$;

-- What is asked for rather than suffered is no symptom that a clinician should look at afresh.
update access.review_rule set leaves_out = leaves_out || array['contraception', 'pregnancy', 'physiotherapy', 'talking-therapy', 'healthy-living', 'social']
  where group_id is null;

-- Somebody decided otherwise than the rule, and why. What a rule gave is kept with its version, so that its overrides are counted.
alter table access.request add column override jsonb;
comment on column access.request.override is 'What somebody decided against the rule it names; it holds while that rule decides. access.override keeps who and why.';

create table access.override (
  id uuid primary key,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  request_id uuid not null references access.request,
  protocol_id text not null,
  version integer not null,
  rule_id text not null,
  from_urgency text not null,
  to_urgency text not null,
  from_by text not null,
  to_by text not null,
  to_destination text not null,
  reason text not null check (reason <> '' and length(reason) <= 1000),
  role text not null default platform.current_role_name(),
  decided_by uuid references network.person default platform.current_person(),
  decided_at timestamptz not null default now(),
  foreign key (protocol_id, version) references access.protocol
);
create index override_request on access.override (request_id);
create index override_rule on access.override (protocol_id, version, rule_id);
call platform.protect('access.override', 'visit');
grant select, insert on access.override to superpractice_app;

-- Only a clinician makes something less urgent than its rule or than it stands, takes a visit away, or sends to A&E.
create function access.no_lowering() returns trigger language plpgsql as $$
declare
  lowest integer;
  wanted integer;
begin
  if platform.current_role_name() = 'clinician' then return new; end if;
  select min(b.place) into lowest from access.protocol p cross join lateral jsonb_array_elements(p.content -> 'bands') with ordinality b(band, place)
    where p.id = new.protocol_id and p.version = new.version and (b.band ->> 'id' in (
      (select r ->> 'urgency' from jsonb_path_query(p.content, '$.rules[*] ? (@.id == $rule).outcome', jsonb_build_object('rule', new.rule_id)) r),
      (select q.urgency from access.request q where q.id = new.request_id)));
  select b.place into wanted from access.protocol p cross join lateral jsonb_array_elements(p.content -> 'bands') with ordinality b(band, place)
    where p.id = new.protocol_id and p.version = new.version and b.band ->> 'id' = new.to_urgency;
  if lowest is null or wanted is null or wanted > lowest or new.to_destination <> 'visit' then
    raise exception 'only a clinician makes a request less urgent or takes a visit away' using errcode = 'SP047';
  end if;
  return new;
end $$;
create trigger no_lowering after insert on access.override for each row execute function access.no_lowering();

-- How often each rule decided and how often somebody decided otherwise, of requests received between two instants, at practices
-- whose visits or counts the actor sees: sums alone.
create function access.overrides_by_rule(in_from timestamptz, in_to timestamptz)
returns table (protocol_id text, version integer, rule_id text, decisions bigint, overrides bigint, sooner bigint, later bigint)
language sql stable security definer set search_path = pg_catalog as $$
  with seen as (
    select r.id, r.protocol_id, r.protocol_version, r.rule_id from access.request r
    where r.group_id = platform.current_group() and r.received_at >= in_from and r.received_at < in_to
      and (r.practice_id = any ((select platform.sees('visit'))::text[]) or r.practice_id = any ((select platform.sees('measure'))::text[]))
  ), last as (
    select distinct on (o.request_id, o.protocol_id, o.version, o.rule_id) o.request_id, o.protocol_id, o.version, o.rule_id, f.place as from_place, t.place as to_place
    from access.override o join seen s on s.id = o.request_id join access.protocol p on p.id = o.protocol_id and p.version = o.version
    left join lateral (select b.place from jsonb_array_elements(p.content -> 'bands') with ordinality b(band, place) where b.band ->> 'id' = o.from_urgency) f on true
    left join lateral (select b.place from jsonb_array_elements(p.content -> 'bands') with ordinality b(band, place) where b.band ->> 'id' = o.to_urgency) t on true
    order by o.request_id, o.protocol_id, o.version, o.rule_id, o.decided_at desc
  ), decided as (
    select s.id, s.protocol_id, s.protocol_version as version, s.rule_id from seen s where s.rule_id is not null
    union select l.request_id, l.protocol_id, l.version, l.rule_id from last l
  )
  select d.protocol_id, d.version, d.rule_id, count(*), count(l.request_id), count(*) filter (where l.to_place < l.from_place),
    count(*) filter (where l.to_place > l.from_place)
  from decided d left join last l on l.request_id = d.id and l.protocol_id = d.protocol_id and l.version = d.version and l.rule_id = d.rule_id
  group by d.protocol_id, d.version, d.rule_id
$$;
alter function access.overrides_by_rule(timestamptz, timestamptz) owner to superpractice_guard;
revoke all on function access.overrides_by_rule(timestamptz, timestamptz) from public;
grant execute on function access.overrides_by_rule(timestamptz, timestamptz) to superpractice_app, superpractice_guard;
