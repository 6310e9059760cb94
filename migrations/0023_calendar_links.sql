-- A clinician's own sessions and bookings as a calendar (RFC 5545), by a link they make and revoke. Calendars are shared, so it
-- tells the kind of appointment, the time and the place, and nothing of any patient. Of the link only a hash is kept.

create table access.calendar_rule (
  valid_from date primary key,
  link_days integer not null check (link_days between 1 and 730),
  links_each integer not null check (links_each between 1 and 20),
  days_back integer not null check (days_back between 0 and 60),
  days_ahead integer not null check (days_ahead between 1 and 366),
  source text not null check (source <> '')
);
insert into access.calendar_rule values
  ('2020-01-01', 365, 5, 7, 84, 'Choice of this product, awaiting an owner: a link ends after a year, and shows as far ahead as offers look twice over');
grant select on access.calendar_rule to superpractice_app, superpractice_guard;

create table access.calendar_link (
  id uuid primary key,
  person_id uuid not null references network.person,
  name text not null check (name <> '' and length(name) <= 60),
  secret_hash bytea not null unique check (length(secret_hash) = 32),
  made_at timestamptz not null default now(),
  expires_at timestamptz not null check (expires_at > made_at),
  revoked_at timestamptz,
  last_read_at timestamptz
);
comment on column access.calendar_link.secret_hash is 'SHA-256 of the link''s secret, which is shown once and kept nowhere.';
comment on column access.calendar_link.last_read_at is 'To the hour: calendars ask often.';
create index calendar_link_person on access.calendar_link (person_id);
alter table access.calendar_link enable row level security;
alter table access.calendar_link force row level security;
create policy own on access.calendar_link to superpractice_app
  using (person_id = (select platform.current_person())) with check (person_id = (select platform.current_person()));
create policy guard on access.calendar_link to superpractice_guard using (true) with check (true);
create trigger audited after insert or update or delete on access.calendar_link for each row execute function audit.record('session');
comment on table access.calendar_link is 'person rows: each person''s own';
grant all on access.calendar_link to superpractice_guard;
grant select, insert on access.calendar_link to superpractice_app;
grant update (revoked_at) on access.calendar_link to superpractice_app;

-- A link that was revoked stays revoked, and nothing else of it changes but when it was read.
create function access.link_stays_revoked() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at then
    raise exception 'a revoked link stays revoked' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger stays_revoked before update on access.calendar_link for each row execute function access.link_stays_revoked();

-- What a link shows, null where it is good for nothing: unknown, revoked, run out, or of somebody who holds no clinician's role any more.
create function access.calendar_feed(in_hash bytea) returns jsonb language plpgsql security definer set search_path = pg_catalog as $$
declare
  link access.calendar_link;
  rule access.calendar_rule;
  mine uuid[];
begin
  select * into link from access.calendar_link l where l.secret_hash = in_hash and l.revoked_at is null and l.expires_at > now();
  if not found or not exists (select from network.role_held h where h.person_id = link.person_id and h.role = 'clinician'
      and h.valid_from <= platform.today() and (h.valid_to is null or h.valid_to > platform.today())) then
    return null;
  end if;
  select * into rule from access.calendar_rule r where r.valid_from <= platform.today() order by r.valid_from desc limit 1;
  select coalesce(array_agg(c.id), '{}') into mine from workforce.clinician c where c.person_id = link.person_id;
  update access.calendar_link set last_read_at = now()
    where id = link.id and (last_read_at is null or last_read_at < now() - interval '1 hour');
  return jsonb_build_object('link', link.id,
    'kinds', (select jsonb_object_agg(k.code, k.name) from access.appointment_kind k),
    'sessions', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'kind', s.kind, 'mode', s.mode, 'plan', s.plan,
        'startsAt', s.starts_at, 'endsAt', s.ends_at, 'place', coalesce(b.name, p.name), 'address', b.address, 'postcode', coalesce(b.postcode, '')) order by s.starts_at)
      from access.session s join network.practice p on p.id = s.practice_id left join network.branch_site b on b.id = s.site_id
      where s.clinician_id = any (mine) and s.status = 'open'
        and s.day between platform.today() - rule.days_back and platform.today() + rule.days_ahead), '[]'),
    'bookings', coalesce((select jsonb_agg(jsonb_build_object('id', b.id, 'sessionId', b.session_id, 'urgent', b.kind = 'overflow', 'mode', b.mode,
        'startsAt', b.starts_at, 'endsAt', b.ends_at, 'place', p.name) order by b.starts_at)
      from access.booking b join network.practice p on p.id = b.host_practice_id
      where b.clinician_id = any (mine) and b.status <> 'cancelled'
        and b.day between platform.today() - rule.days_back and platform.today() + rule.days_ahead), '[]'));
end $$;
alter function access.calendar_feed(bytea) owner to superpractice_guard;
revoke all on function access.calendar_feed(bytea) from public;
grant execute on function access.calendar_feed(bytea) to superpractice_app, superpractice_guard;
