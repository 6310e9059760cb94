-- What group operations ask for when something could go wrong, whose consent it needs, and what came of it. Nothing is done
-- about another practice's places or people before its manager has agreed: that stands here, and the database holds to it.

-- Whether group operations open places of the hubs' own sessions without asking: the group's own row, else the one for all.
create table access.remedy_rule (
  group_id uuid references network.group,
  valid_from date not null,
  hub_opens_itself boolean not null,
  source text not null check (source <> ''),
  unique nulls not distinct (group_id, valid_from)
);
insert into access.remedy_rule values
  (null, '2020-01-01', false, 'Choice of this product: nobody''s places are opened over the head of who hosts them, unless the group decides so');
grant select on access.remedy_rule to superpractice_app, superpractice_guard;

create function access.hub_opens_itself(in_group uuid) returns boolean language sql stable as $$
  select r.hub_opens_itself from access.remedy_rule r where (r.group_id = in_group or r.group_id is null) and r.valid_from <= platform.today()
  order by r.group_id nulls last, r.valid_from desc limit 1
$$;

create table access.remedy_ask (
  id uuid primary key,
  group_id uuid not null references network.group,
  kind text not null check (kind in ('places', 'duty', 'lost')),
  subject text not null check (subject <> '' and length(subject) <= 200),
  what jsonb not null,
  affected integer check (affected >= 0),
  promised integer check (promised >= 0),
  achieved integer check (achieved >= 0),
  consent_practice_id text references network.practice,
  state text not null check (state in ('asked', 'agreed', 'declined', 'withdrawn', 'done', 'gone')),
  asked_at timestamptz not null default now(),
  asked_by uuid references network.person,
  answered_at timestamptz,
  answered_by uuid references network.person,
  note text not null default '' check (length(note) <= 500),
  phone text check (phone <> ''),
  done_at timestamptz,
  check ((state = 'asked') = (answered_at is null) or state = 'gone'),
  check ((state in ('done', 'gone')) = (done_at is not null)),
  check ((state in ('done', 'gone')) = (achieved is not null)),
  check (state <> 'declined' or note <> '')
);
comment on column access.remedy_ask.what is 'What was promised, as the board showed it; never who the patients are.';
comment on column access.remedy_ask.promised is 'In how many requests or visits it is felt; null: not known. achieved: places opened, duties taken, visits placed.';
create unique index remedy_standing on access.remedy_ask (group_id, kind, subject) where state in ('asked', 'agreed');
create index remedy_asked on access.remedy_ask (group_id, asked_at);
call platform.protect_group('access.remedy_ask', 'session');
grant select, insert, update on access.remedy_ask to superpractice_app;
create policy kept_from_patients on access.remedy_ask as restrictive to superpractice_app using ((select platform.current_role_name()) <> 'patient');
create function access.may_ask_remedy() returns boolean language sql stable parallel safe as $$
  select platform.current_role_name() in ('system', 'operations') and coalesce(current_setting('sp.practice', true), '') = ''
$$;
create policy arranged_i on access.remedy_ask as restrictive for insert to superpractice_app with check (access.may_ask_remedy());
create policy arranged_u on access.remedy_ask as restrictive for update to superpractice_app
  using (access.may_ask_remedy() or platform.current_role_name() = 'practice_manager' and consent_practice_id = current_setting('sp.practice', true));

-- Only the manager of the practice whose consent it needs agrees or declines; only what was agreed is done; what was asked for
-- never changes once it is asked.
create function access.consent_first() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'INSERT' then
    if (new.state = 'asked') = (new.consent_practice_id is null) or new.state not in ('asked', 'agreed') then
      raise exception 'it is asked for before it is agreed' using errcode = 'SP095';
    elsif new.consent_practice_id is null and not (new.kind = 'lost'
        or new.kind = 'places' and new.what ->> 'hubName' is not null and access.hub_opens_itself(new.group_id)) then
      raise exception 'that needs a practice''s consent' using errcode = 'SP095';
    end if;
    return new;
  end if;
  if (new.group_id, new.kind, new.subject, new.what, new.affected, new.promised, new.asked_at)
      is distinct from (old.group_id, old.kind, old.subject, old.what, old.affected, old.promised, old.asked_at)
      or new.consent_practice_id is distinct from old.consent_practice_id or new.asked_by is distinct from old.asked_by then
    raise exception 'what was asked for does not change' using errcode = 'SP095';
  elsif not (case
      when old.state = 'asked' and new.state in ('agreed', 'declined')
        then platform.current_role_name() = 'practice_manager' and current_setting('sp.practice', true) = old.consent_practice_id
      when old.state = 'asked' and new.state = 'withdrawn' then platform.current_role_name() = 'operations'
      when old.state = 'agreed' and new.state in ('done', 'gone') then platform.current_role_name() = 'system'
      else false end) then
    raise exception 'that step is not theirs to take' using errcode = 'SP095';
  end if;
  return new;
end $$;
create trigger consent_first before insert or update on access.remedy_ask for each row execute function access.consent_first();
