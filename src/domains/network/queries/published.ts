import { choosePeriod, passedOverWords, periodWords, type CoveredPeriod } from '#domains/published/index.ts';
import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { PublishedPractice } from '../group-plan.ts';

/** The practices with a list in the newest file that covers an area reasonably. */
export async function codesInArea(db: Queryable, area: string): Promise<string[]> {
  const rows = await db.rows<{ code: string }>(sql`
    select l.practice_code as code from published.current_list_size l
    where l.area = ${area} and l.period_from = published.newest('patients-registered', ${area})
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
    with area as (
      select distinct l.area from published.current_list_size l where l.practice_code = any (${codes})
    ), newest_file as (
      select a.area, published.newest('patients-registered', a.area) as period_from from area a
    ), newest_list as (
      select distinct on (l.practice_code) l.practice_code, l.patients, l.postcode, l.period_from, l.edition_id,
        l.period_from = f.period_from as listed
      from published.current_list_size l join newest_file f on f.area = l.area and l.period_from <= f.period_from
      where l.practice_code = any (${codes}) order by l.practice_code, l.period_from desc
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

/** One layer of published figures over some practices; null where no edition covers any of them. */
export interface Layer {
  readonly kind: string;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly licence: string | null;
  /** Who computed the table from official figures; null where it is an official publication. */
  readonly derivedBy: string | null;
  /** The newest period that covers the practices reasonably. */
  readonly period: string | null;
  readonly practicesCovered: number;
  /** Newer periods that cover too few of the practices, in words; null where there are none. */
  readonly passedOver: string | null;
}

/** The practice layers there can be, in the order they are told. */
const layerKinds = [
  'patients-registered',
  'practice-mapping',
  'practice-places',
  'appointments-practice',
  'workforce-year',
  'appointments-crosstab',
  'practice-deprivation',
] as const;

type LayerRow = Omit<Layer, 'period' | 'practicesCovered' | 'passedOver'> &
  CoveredPeriod & { readonly usable: boolean };

/** Which periods of each layer cover how many of the practices. A list is usable up to the newest file that covers its area. */
async function layerPeriods(db: Queryable, codes: readonly string[]): Promise<LayerRow[]> {
  return db.rows<LayerRow>(sql`
    with rows as (
      select 'patients-registered' as kind, practice_code, period_from, edition_id, area from published.current_list_size where practice_code = any (${codes})
      union all select 'practice-mapping', practice_code, period_from, edition_id, area from published.current_practice_mapping where practice_code = any (${codes})
      union all select 'practice-places', practice_code, period_from, edition_id, area from published.current_practice_place where practice_code = any (${codes})
      union all select 'appointments-practice', practice_code, period_from, edition_id, area from published.current_appointments_practice where practice_code = any (${codes})
      union all select distinct 'appointments-crosstab', practice_code, period_from, edition_id, area from published.current_appointments_crosstab where practice_code = any (${codes})
      union all select 'workforce-year', practice_code, period_from, edition_id, area from published.current_workforce_year
        where practice_code = any (${codes}) and gp_permanent_fte is not null
      union all select 'practice-deprivation', practice_code, period_from, edition_id, area from published.current_practice_deprivation where practice_code = any (${codes})
    ), newest_list as (
      select a.area, published.newest('patients-registered', a.area) as period_from
      from (select distinct r.area from rows r where r.kind = 'patients-registered') a
    ), counted as (
      select r.*, l.area is null or r.period_from <= l.period_from as usable
      from rows r left join newest_list l on r.kind = 'patients-registered' and l.area = r.area
    )
    select r.kind, min(e.publisher) as publisher, min(e.title) as title, min(e.licence) as licence, min(e.derived_by) as "derivedBy",
      r.period_from as "from", max(c.period_to) as "to", r.usable, count(distinct r.practice_code)::int as practices
    from counted r join published.edition e on e.id = r.edition_id
    join published.coverage c on c.edition_id = r.edition_id and c.area = r.area and c.period_from = r.period_from
    group by r.kind, r.period_from, r.usable order by r.period_from desc`);
}

/** The practice layers there can be, each with the period it is taken from and how many of the practices it covers. */
export async function layersOver(db: Queryable, codes: readonly string[]): Promise<Layer[]> {
  const rows = await layerPeriods(db, codes);
  const share = await periodCover(db);
  return layerKinds.map((kind): Layer => {
    const periods = rows.filter((row) => row.kind === kind);
    const usable = periods.filter((row) => row.usable);
    const choice = choosePeriod(usable, share);
    if (choice === null)
      return {
        kind,
        publisher: null,
        title: null,
        licence: null,
        derivedBy: null,
        period: null,
        practicesCovered: 0,
        passedOver: null,
      };
    const { chosen, passedOver } = choice;
    const newer = periods.filter((row) => !row.usable && Temporal.PlainDate.compare(row.from, chosen.from) > 0);
    return {
      kind,
      publisher: chosen.publisher,
      title: chosen.title,
      licence: chosen.licence,
      derivedBy: chosen.derivedBy,
      period: periodWords(chosen),
      practicesCovered: chosen.practices,
      passedOver: passedOverWords(
        [...newer, ...passedOver].map((row) => ({ words: periodWords(row), practices: row.practices })),
        codes.length,
      ),
    };
  });
}

async function periodCover(db: Queryable): Promise<number> {
  const { share } = await db.one<{ share: number }>(
    sql`select published.parameter_on('period-cover', platform.today()) as share`,
  );
  return share;
}
