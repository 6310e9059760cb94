import { sql } from '#platform/db/sql.ts';
import type { Queryable } from '#platform/db/database.ts';
import type { Kind, Period } from './edition.ts';
import type { Beside, Fewer } from './fewer.ts';

/** An edition that is there already. */
export interface KnownEdition {
  readonly id: string;
  readonly kind: Kind;
  readonly period: Period;
  readonly read: number;
  readonly kept: number;
  readonly practices: number | null;
  /** Whether it is in force for anything still. */
  readonly inForce: boolean;
}

/** The edition made from exactly this content, if there is one. */
export async function editionBySha(db: Queryable, sha256: string): Promise<KnownEdition | undefined> {
  const row = await db.maybe<Omit<KnownEdition, 'period'> & { from: Temporal.PlainDate; to: Temporal.PlainDate }>(sql`
    select e.id, e.kind, e.period_from as "from", e.period_to as "to", e.rows_read as read, e.rows_kept as kept, e.practices,
      exists (select from published.coverage c where c.edition_id = e.id and c.superseded_by is null) as "inForce"
    from published.edition e where e.sha256 = ${sha256}`);
  if (row === undefined) return undefined;
  const { from, to, ...edition } = row;
  return { ...edition, period: { from, to } };
}

/** An edition by its id. */
export async function editionById(
  db: Queryable,
  id: string,
): Promise<{ id: string; kind: Kind; file: string; from: Temporal.PlainDate; to: Temporal.PlainDate } | undefined> {
  return db.maybe(sql`
    select e.id, e.kind, e.file_name as file, e.period_from as "from", e.period_to as "to"
    from published.edition e where e.id = ${id}`);
}

/** The ids of the editions an id or a file's name names, and whether each is in force for all it covers. */
export async function editionsNamed(db: Queryable, name: string): Promise<{ id: string; whole: boolean }[]> {
  return db.rows(sql`
    select e.id, not exists (select from published.coverage c where c.edition_id = e.id and c.superseded_by is not null) as whole
    from published.edition e where e.id::text = ${name.toLowerCase()} or e.file_name = ${name} order by e.imported_at`);
}

/**
 * The edition in force for the newest period before this one's newest, sharing an area with it (of several the one that
 * shares most), with the practices each has; undefined in tables of areas, or where there is none.
 */
export async function editionBefore(db: Queryable, id: string): Promise<Beside | undefined> {
  return db.maybe<Beside>(sql`
    with newest as (
      select c.kind, c.area, c.period_from, c.practices from published.coverage c
      where c.edition_id = ${id} and c.practices is not null
        and c.period_from = (select max(n.period_from) from published.coverage n where n.edition_id = ${id})
    ), before as (
      select max(c.period_from) as period_from from published.coverage c join newest n on n.kind = c.kind and n.area = c.area
      where c.edition_id <> ${id} and c.superseded_by is null and c.period_from < n.period_from
    )
    select c.edition_id as edition, (select sum(n.practices)::int from newest n) as here, sum(c.practices)::int as there
    from published.coverage c join before b on b.period_from = c.period_from
    where c.kind = (select min(n.kind) from newest n) and c.superseded_by is null and c.edition_id <> ${id} and c.practices is not null
    group by c.edition_id
    order by count(*) filter (where c.area in (select n.area from newest n)) desc, sum(c.practices) desc limit 1`);
}

/** The value of a parameter today; it must be there. */
export async function parameterInForce(db: Queryable, name: string): Promise<number> {
  const { value } = await db.one<{ value: number | null }>(
    sql`select published.parameter_on(${name}, platform.today()) as value`,
  );
  if (value === null) throw new Error(`no value of the parameter ${name} is in force`);
  return value;
}

/** How many areas and periods an edition is in force for. */
export async function cellsInForce(db: Queryable, id: string): Promise<number> {
  return (
    await db.one<{ n: number }>(
      sql`select count(*)::int as n from published.coverage c where c.edition_id = ${id} and c.superseded_by is null`,
    )
  ).n;
}

/** An edition as people see it listed. */
export interface EditionRow {
  readonly id: string;
  readonly kind: Kind;
  readonly publisher: string;
  readonly title: string;
  readonly licence: string;
  readonly derived: boolean;
  readonly derivedBy: string | null;
  readonly fileName: string;
  readonly sha256: string;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly read: number;
  readonly kept: number;
  readonly rejected: number;
  readonly leftOut: Readonly<Record<string, number>>;
  readonly importedAt: Temporal.Instant;
  readonly importedBy: string;
  /** Areas and periods it covers, and for how many of them a newer edition is in force. */
  readonly covers: number;
  readonly replaced: number;
  readonly practices: number | null;
  /** The edition before, where this one covers far fewer practices. */
  readonly fewer: Fewer | null;
  /** When it was last put back in force; null where it never was. */
  readonly restoredAt: Temporal.Instant | null;
}

/** Every edition there is, newest period first within its kind, those in force before history. */
export async function editions(db: Queryable): Promise<EditionRow[]> {
  return db.rows<EditionRow>(sql`
    select e.id, e.kind, e.publisher, e.title, e.licence, e.derived, e.derived_by as "derivedBy", e.file_name as "fileName",
      e.sha256, e.period_from as "from", e.period_to as "to", e.rows_read as read, e.rows_kept as kept,
      e.rows_rejected as rejected, e.left_out as "leftOut", e.imported_at as "importedAt", e.imported_by as "importedBy",
      count(c.*)::int as covers, count(c.superseded_by)::int as replaced, e.practices, e.fewer,
      (select max(r.restored_at) from published.restoration r where r.edition_id = e.id) as "restoredAt"
    from published.edition e left join published.coverage c on c.edition_id = e.id
    group by e.id order by e.kind, e.period_to desc, e.imported_at desc`);
}
