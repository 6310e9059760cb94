-- The published deprivation score of practices, and fair access by the national fifth it puts a practice in.

create table published.practice_deprivation (
  edition_id uuid not null references published.edition,
  area text not null,
  period_from date not null,
  practice_code text not null,
  score double precision not null check (score between 0 and 100),
  primary key (practice_code, period_from, edition_id)
);
comment on table published.practice_deprivation is
  'Mean score of the areas a practice''s patients live in, by edition of the Indices of Deprivation; a higher score is more deprived.';

create view published.current_practice_deprivation as
  select r.* from published.practice_deprivation r join published.coverage c using (edition_id, area, period_from) where c.superseded_by is null;

-- Every practice of the newest Indices in its national fifth; 1 is the most deprived. Indices that cover far fewer practices than
-- those before (parameter period-cover) are passed over: fifths of a few practices would not be the country's.
create view published.deprivation_fifth as
  with indices as (
    select c.period_from, c.practices, lag(c.practices) over (order by c.period_from) as before
    from published.coverage c where c.kind = 'practice-deprivation' and c.superseded_by is null
  )
  select d.practice_code, d.edition_id, d.period_from, d.score, ntile(5) over (order by d.score desc, d.practice_code) as fifth
  from published.current_practice_deprivation d
  where d.period_from = (
    select max(i.period_from) from indices i
    where coalesce(i.practices >= i.before * published.parameter_on('period-cover', platform.today()), true));

grant select on published.practice_deprivation, published.current_practice_deprivation, published.deprivation_fifth
  to superpractice_app, superpractice_guard;
grant insert on published.practice_deprivation to superpractice_app;
