import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { Fewest, PracticeCounts } from '../continuity-page.ts';
import type { AccessCount, DeprivationLayer } from '../fairness.ts';
import type { MeasuredPeriod } from '../measured-period.ts';

/**
 * GP appointments of the practices whose counts the actor may see, as they were last counted for anybody in the last `minutes`;
 * of none, they are counted now.
 */
export async function continuityCounts(
  tx: Queryable,
  { from, to }: MeasuredPeriod,
  minutes: number,
): Promise<(PracticeCounts & { readonly countedAt: Temporal.Instant })[]> {
  return tx.rows(sql`
    select c.practice_id as code, p.name, c.list, c.own, c.visits, c.counted_at as "countedAt"
    from evaluation.continuity(${from}::date, ${to}::date, make_interval(mins => ${minutes}::integer)) c left join network.practice p on p.id = c.practice_id`);
}

/** The limits in force on a day below which counts are not shown, and what counts of groups of people are rounded to. */
export async function fewestOn(
  tx: Queryable,
  day: Temporal.PlainDate,
): Promise<Fewest & { readonly roundedTo: number; readonly source: string }> {
  const rows = await tx.rows<{ name: string; value: number; source: string }>(sql`
    select p.name, p.value, p.source from evaluation.parameter p
    where p.name in ('fewest-counted', 'fewest-practices', 'counts-rounded-to') and network.in_force(p.valid_from, p.valid_to, ${day}::date)`);
  const of = (name: string) => {
    const found = rows.find((row) => row.name === name);
    if (found === undefined) throw new Error(`no value of the parameter ${name} is in force on ${day.toString()}`);
    return found;
  };
  const counted = of('fewest-counted');
  return {
    counted: counted.value,
    practices: of('fewest-practices').value,
    roundedTo: of('counts-rounded-to').value,
    source: counted.source,
  };
}

/** Requests and waits of the practices whose counts the actor sees by name, by all, age, language, channel and deprivation. */
export async function accessCounts(tx: Queryable, { from, to }: MeasuredPeriod): Promise<AccessCount[]> {
  return tx.rows<AccessCount>(sql`
    select c.dimension, c.value, c.answered, c.in_time as "inTime", c.patients, c.waited, c.waiting_patients as "waitingPatients", c.waits
    from evaluation.access_counts(${from}::date, ${to}::date) c`);
}

/** The published deprivation scores that practices are put into national fifths by; undefined where none are imported. */
export async function deprivationLayer(tx: Queryable): Promise<DeprivationLayer | undefined> {
  return tx.maybe(sql`
    select e.publisher, e.title, e.licence, extract(year from l.period_from)::int as indices, l.among, l.covered,
      (select extract(year from max(c.period_from))::int from published.coverage c
        where c.kind = e.kind and c.superseded_by is null and c.period_from > l.period_from) as "passedOver"
    from (
      select f.edition_id, f.period_from, count(*)::int as among,
        count(*) filter (where f.practice_code = any ((select platform.sees('measure'))::text[]))::int as covered
      from published.deprivation_fifth f group by f.edition_id, f.period_from
    ) l join published.edition e on e.id = l.edition_id`);
}

/** The practice at which a role is held, by name; how many practices' counts the actor sees by name. */
export async function countedPractices(
  tx: Queryable,
): Promise<{ readonly practices: number; readonly only: string | null }> {
  return tx.one(sql`
    select count(*) as practices, case when count(*) = 1 then min(p.name) end as only
    from network.practice p where p.id = any ((select platform.sees('measure'))::text[])`);
}
