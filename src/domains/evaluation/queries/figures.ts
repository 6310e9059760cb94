import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { Assumption } from '../gap-words.ts';
import type { GpShare, WorkingPattern } from '../gap.ts';

/** The dated assumptions in force on a day. */
export interface Parameters {
  readonly limit: number;
  readonly pattern: WorkingPattern;
  /** Contacts per GP and day, every GP counted, from which a practice's figures carry a caution. */
  readonly doubtful: number;
  /** The part of the best-covered period's practices that a newer one must cover to be used. */
  readonly periodCover: number;
  readonly gpShare: GpShare & { readonly from: Temporal.PlainDate | null; readonly to: Temporal.PlainDate | null };
  readonly all: readonly Assumption[];
}

/** The measure's parameters on a day; all of them must be there. */
export async function parametersOn(db: Queryable, day: Temporal.PlainDate): Promise<Parameters> {
  const all = await db.rows<Assumption & { from: Temporal.PlainDate | null; to: Temporal.PlainDate | null }>(sql`
    select p.name, p.value, p.unit, p.source, p.period_from as "from", p.period_to as "to" from evaluation.parameter p
    where p.name in ('safe-contacts-per-day', 'gp-days-per-week', 'gp-weeks-per-year', 'gp-share', 'doubtful-contacts-per-day')
      and p.valid_from <= ${day}::date and (p.valid_to is null or ${day}::date < p.valid_to) order by p.name`);
  const of = (name: string) => {
    const found = all.find((parameter) => parameter.name === name);
    if (found === undefined) throw new Error(`no value of the parameter ${name} is in force on ${day.toString()}`);
    return found;
  };
  const share = of('gp-share');
  const cover = await db.one<Assumption>(sql`
    select p.name, p.value, p.unit, p.source from published.parameter p
    where p.name = 'period-cover' and p.valid_from <= ${day}::date and (p.valid_to is null or ${day}::date < p.valid_to)`);
  return {
    limit: of('safe-contacts-per-day').value,
    doubtful: of('doubtful-contacts-per-day').value,
    periodCover: cover.value,
    pattern: { daysPerWeek: of('gp-days-per-week').value, weeksPerYear: of('gp-weeks-per-year').value },
    gpShare: { value: share.value, source: share.source, from: share.from, to: share.to },
    all: [...all.map(({ name, value, unit, source }) => ({ name, value, unit, source })), cover],
  };
}

/** A practice of the group. */
export interface Member {
  code: string;
  name: string;
  hubCode: string | null;
  hubName: string | null;
  area: string | null;
}

/** The acting group's practices on a day, with their hub and the area the newest list puts them in. */
export async function practicesOn(tx: Queryable, day: Temporal.PlainDate): Promise<Member[]> {
  return tx.rows<Member>(sql`
    select p.id as code, p.name, h.code as "hubCode", h.name as "hubName",
      coalesce(
        (select l.area from published.current_list_size l where l.practice_code = p.id order by l.period_from desc limit 1),
        (select m.area from published.current_practice_mapping m where m.practice_code = p.id order by m.period_from desc limit 1)
      ) as area
    from network.group_practice g join network.practice p on p.id = g.practice_id
    left join network.hub_member hm on hm.practice_id = p.id and hm.group_id = g.group_id
      and network.in_force(hm.valid_from, hm.valid_to, ${day}::date)
    left join network.hub h on h.id = hm.hub_id
    where g.group_id = platform.current_group() and network.in_force(g.valid_from, g.valid_to, ${day}::date)
    order by h.name nulls last, p.name, p.id`);
}

/** A published figure of a practice or area (`key`), its edition and the period it is about (`to` is the day after). */
export interface Figure {
  key: string;
  edition: string;
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
}

/**
 * Lists in the newest file that covers each practice's area, and in newer ones that do not: those are not `usable`. A
 * practice that vanished from the newest has none.
 */
export async function lists(
  tx: Queryable,
  codes: readonly string[],
): Promise<(Figure & { patients: number; usable: boolean })[]> {
  return tx.rows(sql`
    with newest as (
      select a.area, published.newest('patients-registered', a.area) as period_from
      from (select distinct l.area from published.current_list_size l where l.practice_code = any (${codes})) a
    )
    select l.practice_code as key, l.edition_id as edition, l.period_from as "from", l.period_from + 1 as "to", l.patients,
      l.period_from = n.period_from as usable
    from published.current_list_size l join newest n on n.area = l.area and l.period_from >= n.period_from
    where l.practice_code = any (${codes}) order by l.practice_code, l.period_from`);
}

/**
 * Appointments of every month of the year up to the newest there is for any of the practices. Where only the crosstab
 * has a month it is summed, unless a count of the practice was suppressed: then the sum would be too small.
 */
export async function appointments(tx: Queryable, codes: readonly string[]): Promise<(Figure & { total: number })[]> {
  return tx.rows(sql`
    with known as (
      select a.practice_code, a.period_from, a.edition_id, a.total, 1 as choice
      from published.current_appointments_practice a where a.practice_code = any (${codes})
      union all
      select x.practice_code, x.period_from, x.edition_id, sum(x.appointments)::int, 2
      from published.current_appointments_crosstab x where x.practice_code = any (${codes})
      group by x.practice_code, x.period_from, x.edition_id having count(*) filter (where x.appointments is null) = 0
    )
    select distinct on (k.practice_code, k.period_from) k.practice_code as key, k.edition_id as edition, k.period_from as "from",
      (k.period_from + interval '1 month')::date as "to", k.total
    from known k where k.period_from >= (select max(n.period_from) from known n) - interval '1 year'
    order by k.practice_code, k.period_from, k.choice`);
}

/** Staff of the newest year there is for any of the practices and the one before; no valid return is no row. */
export async function workforce(
  tx: Queryable,
  codes: readonly string[],
): Promise<(Figure & { permanent: number; other: number })[]> {
  return tx.rows(sql`
    select w.practice_code as key, w.edition_id as edition, w.period_from as "from",
      (w.period_from + interval '1 year')::date as "to", w.gp_permanent_fte as permanent, w.gp_locum_trainee_fte as other
    from published.current_workforce_year w
    where w.practice_code = any (${codes}) and w.gp_permanent_fte is not null and w.gp_locum_trainee_fte is not null
      and w.period_from >= (
        select max(n.period_from) from published.current_workforce_year n where n.practice_code = any (${codes})) - interval '1 year'`);
}

/** GP and all appointments, how many counts were suppressed, and over how many of twelve months where it is of an area. */
export type Share = Figure & { gps: number; everyone: number; suppressed: number; months?: number };

/** GP and all appointments of practices whose crosstab was imported, in its newest month for each. */
export async function practiceShares(tx: Queryable, codes: readonly string[]): Promise<Share[]> {
  return tx.rows(sql`
    with newest as (
      select x.practice_code, max(x.period_from) as period_from from published.current_appointments_crosstab x
      where x.practice_code = any (${codes}) group by x.practice_code
    )
    select x.practice_code as key, min(x.edition_id::text) as edition, x.period_from as "from",
      (x.period_from + interval '1 month')::date as "to", coalesce(sum(x.appointments) filter (where x.hcp = 'gp'), 0)::int as gps,
      coalesce(sum(x.appointments), 0)::int as everyone, count(*) filter (where x.appointments is null)::int as suppressed
    from published.current_appointments_crosstab x
    join newest n on n.practice_code = x.practice_code and n.period_from = x.period_from
    group by x.practice_code, x.period_from`);
}

/** GP and all appointments of areas over the newest twelve months of their regional file, or of their daily file. */
export async function areaShares(tx: Queryable, areas: readonly string[]): Promise<Share[]> {
  return tx.rows(sql`
    with monthly as (
      select a.area, a.period_from, a.edition_id, 1 as choice, sum(a.appointments) filter (where a.hcp = 'gp') as gps,
        sum(a.appointments) as everyone
      from published.current_appointments_area a where a.area = any (${areas}) group by a.area, a.period_from, a.edition_id
      union all
      select d.area, d.period_from, d.edition_id, 2, sum(d.appointments) filter (where d.hcp = 'gp'), sum(d.appointments)
      from published.current_appointments_area_day d where d.area = any (${areas}) group by d.area, d.period_from, d.edition_id
    ), one as (
      select distinct on (m.area, m.period_from) m.* from monthly m order by m.area, m.period_from, m.choice
    ), newest as (
      select o.area, max(o.period_from) as period_from from one o group by o.area
    )
    select o.area as key, (array_agg(o.edition_id::text order by o.period_from desc))[1] as edition, min(o.period_from) as "from",
      (max(o.period_from) + interval '1 month')::date as "to", coalesce(sum(o.gps), 0)::int as gps,
      coalesce(sum(o.everyone), 0)::int as everyone, 0 as suppressed, count(*)::int as months
    from one o join newest n on n.area = o.area and o.period_from > n.period_from - interval '12 months'
    group by o.area`);
}

/** Who published what. */
export interface Edition {
  id: string;
  publisher: string;
  title: string;
  licence: string;
  derivedBy: string | null;
}

/** The editions of these ids. */
export async function editionsOf(tx: Queryable, ids: readonly string[]): Promise<Map<string, Edition>> {
  const rows = await tx.rows<Edition>(sql`
    select e.id, e.publisher, e.title, e.licence, e.derived_by as "derivedBy" from published.edition e where e.id = any (${ids}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The group of a name, whatever its capitals. */
export async function groupNamed(db: Queryable, name: string): Promise<{ id: string; name: string } | undefined> {
  return db.maybe(sql`select g.id, g.name from network.group g where lower(g.name) = lower(${name.trim()})`);
}

/** What the acting group is called. */
export async function actingGroup(tx: Queryable): Promise<{ name: string } | undefined> {
  return tx.maybe(sql`select g.name from network.group g where g.id = platform.current_group()`);
}

/** The acting group's administrators on a day, by name: who is asked for what only they can bring in. */
export async function administratorNames(tx: Queryable, day: Temporal.PlainDate): Promise<string[]> {
  const rows = await tx.rows<{ name: string }>(sql`
    select distinct p.name from network.role_held r join network.person p on p.id = r.person_id
    where r.group_id = platform.current_group() and r.role = 'administrator'
      and r.valid_from <= ${day}::date and (r.valid_to is null or ${day}::date < r.valid_to) order by p.name`);
  return rows.map(({ name }) => name);
}

/** Today in London. */
export async function today(db: Queryable): Promise<Temporal.PlainDate> {
  return (await db.one<{ today: Temporal.PlainDate }>(sql`select platform.today() as today`)).today;
}
