import { periodWords } from '#domains/published/index.ts';
import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { PublishedPractice } from '../group-plan.ts';

/** The practices with a list in the newest file that covers an area. */
export async function codesInArea(db: Queryable, area: string): Promise<string[]> {
  const rows = await db.rows<{ code: string }>(sql`
    select l.practice_code as code from published.current_list_size l
    where l.area = ${area} and l.period_from = (select max(n.period_from) from published.current_list_size n where n.area = ${area})
    order by l.practice_code`);
  return rows.map(({ code }) => code);
}

/** What an area was called and until when the editions know it; undefined where no edition names it. */
export async function areaSeen(
  db: Queryable,
  area: string,
): Promise<{ name: string; kind: string; seenTo: Temporal.PlainDate } | undefined> {
  return db.maybe(sql`
    select g.name, g.kind, g.seen_to as "seenTo" from published.geography g where g.code = ${area} order by g.valid_from desc limit 1`);
}

/** What the layers in force say of practices: newest of each; codes that no layer knows are absent. */
export async function publishedPractices(db: Queryable, codes: readonly string[]): Promise<PublishedPractice[]> {
  return db.rows<PublishedPractice>(sql`
    with newest_file as (
      select f.area, max(f.period_from) as period_from from published.current_list_size f group by f.area
    ), newest_list as (
      select distinct on (l.practice_code) l.practice_code, l.patients, l.postcode, l.period_from, l.edition_id,
        l.period_from = f.period_from as listed
      from published.current_list_size l join newest_file f on f.area = l.area where l.practice_code = any (${codes}) order by l.practice_code, l.period_from desc
    ), newest_mapping as (
      select distinct on (m.practice_code) m.* from published.current_practice_mapping m
      where m.practice_code = any (${codes}) order by m.practice_code, m.period_from desc
    ), newest_place as (
      select distinct on (p.practice_code) p.* from published.current_practice_place p
      where p.practice_code = any (${codes}) order by p.practice_code, p.period_from desc
    )
    select c.code, nullif(coalesce(m.name, p.name), 'NULL') as name, coalesce(l.postcode, p.postcode) as postcode, p.latitude, p.longitude,
      case when l.listed then l.patients end as list, m.pcn_code as "pcnCode", m.pcn_name as "pcnName",
      coalesce(l.listed, false) as listed,
      (select string_agg(distinct e.publisher || ', ' || e.title, '; ') from published.edition e
        where e.id in (l.edition_id, m.edition_id, p.edition_id)) as source
    from unnest(${codes}::text[]) as c(code)
    left join newest_list l on l.practice_code = c.code
    left join newest_mapping m on m.practice_code = c.code
    left join newest_place p on p.practice_code = c.code
    where l.practice_code is not null or m.practice_code is not null or p.practice_code is not null
    order by c.code`);
}

/** One layer of published figures over some practices: the newest period that covers any of them; null where none does. */
export interface Layer {
  readonly kind: string;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly licence: string | null;
  readonly period: string | null;
  readonly practicesCovered: number;
}

type LayerRow = Omit<Layer, 'period'> & { from: Temporal.PlainDate | null; to: Temporal.PlainDate | null };

/** The practice layers there can be, each with its newest period and how many of the practices it covers. */
export async function layersOver(db: Queryable, codes: readonly string[]): Promise<Layer[]> {
  const found = await db.rows<LayerRow>(sql`
    with rows as (
      select 'patients-registered' as kind, practice_code, period_from, edition_id, area from published.current_list_size where practice_code = any (${codes})
      union all select 'practice-mapping', practice_code, period_from, edition_id, area from published.current_practice_mapping where practice_code = any (${codes})
      union all select 'practice-places', practice_code, period_from, edition_id, area from published.current_practice_place where practice_code = any (${codes})
      union all select 'appointments-practice', practice_code, period_from, edition_id, area from published.current_appointments_practice where practice_code = any (${codes})
      union all select distinct 'appointments-crosstab', practice_code, period_from, edition_id, area from published.current_appointments_crosstab where practice_code = any (${codes})
      union all select 'workforce-year', practice_code, period_from, edition_id, area from published.current_workforce_year
        where practice_code = any (${codes}) and gp_permanent_fte is not null
    ), newest as (
      select kind, max(period_from) as period_from from rows group by kind
    )
    select k.kind, min(e.publisher) as publisher, min(e.title) as title, min(e.licence) as licence, n.period_from as "from", max(c.period_to) as "to",
      count(distinct r.practice_code)::int as "practicesCovered"
    from (values (1, 'patients-registered'), (2, 'practice-mapping'), (3, 'practice-places'), (4, 'appointments-practice'),
      (5, 'workforce-year'), (6, 'appointments-crosstab')) as k(place, kind)
    left join newest n on n.kind = k.kind
    left join rows r on r.kind = n.kind and r.period_from = n.period_from
    left join published.edition e on e.id = r.edition_id
    left join published.coverage c on c.edition_id = r.edition_id and c.area = r.area and c.period_from = r.period_from
    group by k.place, k.kind, n.period_from order by k.place`);
  return found.map(({ from, to, ...layer }) => ({ ...layer, period: from && to ? periodWords({ from, to }) : null }));
}
