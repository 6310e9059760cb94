import { sql } from '#platform/db/sql.ts';
import type { Queryable } from '#platform/db/database.ts';
import type { Kind, Period } from './edition.ts';

/** An edition that is there already. */
export interface KnownEdition {
  readonly id: string;
  readonly kind: Kind;
  readonly period: Period;
  readonly read: number;
  readonly kept: number;
  /** Whether it is in force for anything still. */
  readonly inForce: boolean;
}

/** The edition made from exactly this content, if there is one. */
export async function editionBySha(db: Queryable, sha256: string): Promise<KnownEdition | undefined> {
  const row = await db.maybe<Omit<KnownEdition, 'period'> & { from: Temporal.PlainDate; to: Temporal.PlainDate }>(sql`
    select e.id, e.kind, e.period_from as "from", e.period_to as "to", e.rows_read as read, e.rows_kept as kept,
      exists (select from published.coverage c where c.edition_id = e.id and c.superseded_by is null) as "inForce"
    from published.edition e where e.sha256 = ${sha256}`);
  if (row === undefined) return undefined;
  const { from, to, ...edition } = row;
  return { ...edition, period: { from, to } };
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
}

/** Every edition there is, newest period first within its kind, those in force before history. */
export async function editions(db: Queryable): Promise<EditionRow[]> {
  return db.rows<EditionRow>(sql`
    select e.id, e.kind, e.publisher, e.title, e.licence, e.derived, e.derived_by as "derivedBy", e.file_name as "fileName",
      e.sha256, e.period_from as "from", e.period_to as "to", e.rows_read as read, e.rows_kept as kept,
      e.rows_rejected as rejected, e.left_out as "leftOut", e.imported_at as "importedAt", e.imported_by as "importedBy",
      count(c.*)::int as covers, count(c.superseded_by)::int as replaced
    from published.edition e left join published.coverage c on c.edition_id = e.id
    group by e.id order by e.kind, e.period_to desc, e.imported_at desc`);
}
