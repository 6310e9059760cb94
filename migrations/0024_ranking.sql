-- How offers are ranked, and whether the hub's places are opened without asking, are the group's to decide: proposed by one
-- person, approved by another, in force from a day on. What stood stays: approval adds a version, and changes none.

create table access.rule_proposal (
  id uuid primary key,
  group_id uuid not null references network.group,
  rule text not null check (rule in ('offers', 'remedies', 'windows')),
  valid_from date not null,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  why text not null check (why <> '' and length(why) <= 2000),
  proposed_by uuid not null references network.person,
  proposed_at timestamptz not null default now(),
  decision text check (decision in ('approved', 'declined')),
  decided_by uuid references network.person,
  decided_at timestamptz,
  decided_note text not null default '' check (length(decided_note) <= 2000),
  check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
  constraint two_people check (decided_by is null or decided_by <> proposed_by)
);
-- Windows are told for one way of being seen and one kind of appointment at a time; of the other rules there is one a day.
create unique index rule_proposal_day on access.rule_proposal (group_id, rule, valid_from, coalesce(content ->> 'mode', ''), coalesce(content ->> 'kind', ''))
  where decision = 'approved';
call platform.protect_group('access.rule_proposal', 'directory');
grant select, insert on access.rule_proposal to superpractice_app;
grant update (decision, decided_by, decided_at, decided_note) on access.rule_proposal to superpractice_app;
create policy kept_from_patients on access.rule_proposal as restrictive to superpractice_app using ((select platform.current_role_name()) <> 'patient');
create policy arranged_i on access.rule_proposal as restrictive for insert to superpractice_app with check (access.may_set_policy());
create policy arranged_u on access.rule_proposal as restrictive for update to superpractice_app
  using (access.may_set_policy()) with check (access.may_set_policy());
grant insert on access.offer_policy, access.remedy_rule to superpractice_guard;

-- A proposal is decided once, by somebody else, before its day is over, and in its own name; approved, it is a version of the rule.
create function access.rule_decided() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare c jsonb := new.content;
begin
  if tg_op = 'INSERT' then
    if new.decision is not null then
      raise exception 'it is proposed before it is decided' using errcode = 'SP096';
    end if;
    return new;
  end if;
  if old.decision is not null then
    raise exception 'it has been decided already' using errcode = 'SP096';
  elsif new.decision = 'approved' and new.valid_from < platform.today() then
    raise exception 'its day has passed' using errcode = 'SP096';
  elsif new.decision = 'approved' and new.rule = 'remedies' then
    insert into access.remedy_rule (group_id, valid_from, hub_opens_itself, source)
    values (new.group_id, new.valid_from, (c ->> 'hubOpensItself')::boolean, new.why);
  elsif new.decision = 'approved' and new.rule = 'windows' then
    insert into access.call_window (group_id, mode, kind, valid_from, minutes, source)
    values (new.group_id, c ->> 'mode', c ->> 'kind', new.valid_from, (c ->> 'minutes')::integer, new.why);
  elsif new.decision = 'approved' then
    perform pg_advisory_xact_lock(hashtextextended(new.group_id::text, 96));
    insert into access.offer_policy (group_id, version, valid_from, continuity, continuity_otherwise, team_share, seen_share, role_place, scarcity, mile,
      elsewhere, unmet, load, kept_for, most_miles, most_practices, days_ahead, source)
    select new.group_id, coalesce((select max(p.version) from access.offer_policy p where p.group_id = new.group_id), 0) + 1, new.valid_from,
      (c ->> 'continuity')::numeric, (c ->> 'continuityOtherwise')::numeric, (c ->> 'teamShare')::numeric, (c ->> 'seenShare')::numeric,
      (c ->> 'rolePlace')::numeric, (c ->> 'scarcity')::numeric, (c ->> 'mile')::numeric, (c ->> 'elsewhere')::numeric, (c ->> 'unmet')::numeric,
      (c ->> 'load')::numeric, (c ->> 'keptFor')::numeric, (c ->> 'mostMiles')::numeric, (c ->> 'mostPractices')::integer, (c ->> 'daysAhead')::integer, new.why;
  end if;
  return new;
end $$;
alter function access.rule_decided() owner to superpractice_guard;
create trigger rule_decided before insert or update on access.rule_proposal for each row execute function access.rule_decided();
