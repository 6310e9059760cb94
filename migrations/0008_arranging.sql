-- Who may change the group's clinicians and its safe limits. The past of a limit stays as it was, whatever the program says:
-- bookings were made under it.

create function workforce.may_arrange(for_practice text) returns boolean language sql stable parallel safe as $$
  select platform.current_role_name() in ('system', 'administrator', 'workforce', 'practice_manager')
    and coalesce(current_setting('sp.practice', true), '') in ('', for_practice)
$$;
create policy arranged_i on workforce.clinician as restrictive for insert to superpractice_app with check (workforce.may_arrange(practice_id));
create policy arranged_u on workforce.clinician as restrictive for update to superpractice_app
  using (workforce.may_arrange(practice_id)) with check (workforce.may_arrange(practice_id));
-- Whoever arranges a practice says who works there too: the entry stays its home practice's.
create policy arranged_i on workforce.works_at as restrictive for insert to superpractice_app
  with check (workforce.may_arrange(practice_id) and exists (select from workforce.clinician c where c.id = clinician_id and c.same_person_as is null));
create policy arranged_u on workforce.works_at as restrictive for update to superpractice_app
  using (workforce.may_arrange(practice_id)) with check (workforce.may_arrange(practice_id));

create function workforce.may_set_limit(from_day date) returns boolean language sql stable parallel safe as $$
  select platform.current_role_name() in ('system', 'administrator', 'workforce', 'operations')
    and coalesce(current_setting('sp.practice', true), '') = '' and from_day >= platform.today()
$$;
grant delete on workforce.daily_limit to superpractice_app;
create policy arranged_i on workforce.daily_limit as restrictive for insert to superpractice_app with check (workforce.may_set_limit(valid_from));
create policy arranged_u on workforce.daily_limit as restrictive for update to superpractice_app
  using (workforce.may_set_limit(valid_from)) with check (workforce.may_set_limit(valid_from));
-- A step that holds already is followed by another, never taken away.
create policy arranged_d on workforce.daily_limit as restrictive for delete to superpractice_app
  using (workforce.may_set_limit(valid_from) and valid_from > platform.today());
