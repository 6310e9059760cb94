-- One person has one entry as a clinician at a time, so that one safe limit, one lock of a day and one set of free minutes are
-- theirs wherever they work. Held here, whatever the program says: by account and registration number (constraints of
-- `workforce.clinician`), and by name, sessions and contacts below.

-- Entries wait for one another, so that of two made at once the second sees the first.
create function workforce.one_entry_a_person() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  standing jsonb;
begin
  perform pg_advisory_xact_lock(hashtextextended(new.group_id::text, 9));
  -- An entry becomes another's while it has nothing to come, and stays ended.
  if new.same_person_as is not null and (tg_op = 'INSERT' or old.same_person_as is not null and new.valid_to > old.valid_to) then
    raise exception 'an entry that is another’s stays so' using errcode = 'SP134';
  end if;
  -- The same name at the same time is the same person, unless it is said why not or the numbers are two.
  if new.same_person_as is null and exists (
    select from workforce.clinician c where c.group_id = new.group_id and c.name_key = new.name_key and c.id <> new.id and c.same_person_as is null
      and daterange(c.valid_from, c.valid_to) && daterange(new.valid_from, new.valid_to)
      and (c.registration <> new.registration) is not true
      and new.told_apart is null and (tg_op = 'INSERT' or c.told_apart is null)) then
    raise exception 'somebody of that name sees patients in this group already' using errcode = 'SP131';
  end if;
  -- Nothing stands on an earlier entry of theirs on a day that this one holds: it would be a second limit.
  select access.stands_on(c.id, greatest(c.valid_to, new.valid_from), new.valid_to) into standing
    from workforce.clinician c where c.group_id = new.group_id and c.id <> new.id and c.valid_to is not null and new.same_person_as is null
      and (c.same_person_as = new.id or c.person_id = new.person_id or c.registration = new.registration
        or c.name_key = new.name_key and (c.registration <> new.registration) is not true and new.told_apart is null and c.told_apart is null)
      and access.stands_on(c.id, greatest(c.valid_to, new.valid_from), new.valid_to) <> '{}' limit 1;
  if standing is not null then
    raise exception 'something stands on an earlier entry of theirs' using errcode = 'SP132', detail = standing::text;
  end if;
  return null;
end $$;
create trigger one_entry_a_person after insert or update of name, group_id, person_id, registration, valid_from, valid_to, told_apart, same_person_as
  on workforce.clinician for each row execute function workforce.one_entry_a_person();

-- What stands on an entry from a day on, as counts by kind; what is nought is left out.
create function access.stands_on(in_clinician uuid, from_day date, until_day date) returns jsonb language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(jsonb_object_agg(k.what, k.many) filter (where k.many > 0), '{}') from (
    select 'sessions' as what, count(*) as many from access.session s
      where s.clinician_id = in_clinician and s.status = 'open' and s.day >= from_day and (until_day is null or s.day < until_day)
    union all
    select 'contacts', coalesce(sum(d.ordinary + d.overflow), 0) from access.clinician_day d
      where d.clinician_id = in_clinician and d.day >= from_day and (until_day is null or d.day < until_day)
  ) k
$$;

-- No session is open on a day its clinician is not there: one opened, opened again or put under another name waits for whoever
-- changes that entry. Sessions that stood when somebody left stay until they are cancelled.
create function access.within_their_time() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.status = 'open' then
    perform from workforce.clinician c where c.id = new.clinician_id and c.group_id = new.group_id
      and network.in_force(c.valid_from, c.valid_to, new.day) for share;
    if not found then
      raise exception 'the clinician is not there that day' using errcode = 'SP133';
    end if;
  end if;
  return new;
end $$;
create trigger within_their_time before insert or update of status, clinician_id, group_id, day on access.session
  for each row execute function access.within_their_time();

-- Somebody entered twice: the second entry ends, and the first stands for the person. Nothing may stand on it from that day: what
-- does is cancelled or put elsewhere first, where each visit is looked at. Whose usual GP it was has the one entry as theirs.
create function access.become_one() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  standing jsonb;
begin
  if old.same_person_as is not null or new.valid_to > greatest(platform.today(), new.valid_from) then
    raise exception 'an entry that is another’s has ended and stays so' using errcode = 'SP134';
  elsif not exists (select from workforce.clinician k where k.id = new.same_person_as and k.group_id = new.group_id and k.same_person_as is null
      and (k.registration <> new.registration) is not true and (k.person_id <> new.person_id) is not true)
      or exists (select from workforce.clinician c where c.same_person_as = new.id) then
    raise exception 'those two are not one person' using errcode = 'SP134';
  end if;
  select access.stands_on(new.id, platform.today(), null)
    || coalesce((select jsonb_build_object('duties', count(*)) from access.duty d where d.clinician_id = new.id and d.ends_at > now() having count(*) > 0), '{}')
    || coalesce((select jsonb_build_object('supervised', count(*)) from workforce.supervision v where v.supervisor_id = new.id
      and (v.valid_to is null or v.valid_to > platform.today()) having count(*) > 0), '{}') into standing;
  if standing <> '{}' then
    raise exception 'something stands on that entry' using errcode = 'SP132', detail = standing::text;
  end if;
  update workforce.clinician k set person_id = coalesce(k.person_id, new.person_id), registration = coalesce(k.registration, new.registration)
    where k.id = new.same_person_as and (k.person_id is null and new.person_id is not null or k.registration is null and new.registration is not null);
  update patients.patient p set usual_gp_id = new.same_person_as where p.usual_gp_id = new.id;
  update access.book_clinician m set clinician_id = new.same_person_as where m.clinician_id = new.id;
  update access.book_entry e set clinician_id = new.same_person_as where e.clinician_id = new.id and e.day >= platform.today();
  return null;
end $$;
create trigger become_one after update of same_person_as on workforce.clinician for each row
  when (new.same_person_as is distinct from old.same_person_as) execute function access.become_one();

do $$ declare f text; begin
  foreach f in array array['workforce.one_entry_a_person()', 'access.stands_on(uuid, date, date)', 'access.within_their_time()', 'access.become_one()'] loop
    execute format('alter function %s owner to superpractice_guard', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
