import type { Writable } from 'node:stream';
import { from as copyFrom } from 'pg-copy-streams';
import type { Queryable } from '#platform/db/database.ts';
import { sql, type Sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/transaction.ts';
import type { AreaSeen, Collected } from './collect.ts';
import type { CoverageCell, Kind, Provenance } from './edition.ts';
import type { Fewer, ReplacedCell } from './fewer.ts';

/** What is known of an edition before its rows are read. */
export interface NewEdition extends Provenance {
  readonly id: string;
  readonly kind: Kind;
  readonly fileName: string;
  readonly sha256: string;
  readonly importedBy: string;
}

/** One import at a time: which of two editions is newer must not depend on a race. */
export async function lockImports(tx: Tx): Promise<void> {
  await tx.rows(sql`select pg_advisory_xact_lock(7360520)`);
}

/** Begins an edition, without rows yet. */
export async function insertEdition(tx: Tx, edition: NewEdition): Promise<void> {
  await tx.rows(sql`
    insert into published.edition (id, kind, publisher, title, licence, derived, derived_by, file_name, sha256, imported_by)
    values (${edition.id}, ${edition.kind}, ${edition.publisher}, ${edition.title}, ${edition.licence},
      ${edition.derivedBy !== null}, ${edition.derivedBy}, ${edition.fileName}, ${edition.sha256}, ${edition.importedBy})`);
}

/** Writes what was counted and over which period, once every row is in. */
export async function finishEdition(tx: Tx, id: string, collected: Collected): Promise<void> {
  await tx.rows(sql`
    update published.edition set rows_read = ${collected.read}, rows_kept = ${collected.kept},
      rows_rejected = ${collected.rejected}, left_out = ${JSON.stringify(collected.leftOut)}::jsonb,
      period_from = ${collected.period?.from}, period_to = ${collected.period?.to}, practices = ${collected.practices}
    where id = ${id}`);
}

const copies: Readonly<Record<Kind, Sql>> = {
  'patients-registered': sql`copy published.list_size (edition_id, area, period_from, practice_code, postcode, patients) from stdin`,
  'practice-mapping': sql`copy published.practice_mapping
    (edition_id, area, period_from, practice_code, name, supplier, pcn_code, pcn_name) from stdin`,
  'practice-places': sql`copy published.practice_place
    (edition_id, area, period_from, practice_code, name, postcode, latitude, longitude) from stdin`,
  'appointments-practice': sql`copy published.appointments_practice
    (edition_id, area, period_from, practice_code, same_day, days_1, days_2_to_7, days_8_to_14, days_15_to_21, days_22_to_28,
     days_over_28, interval_unknown) from stdin`,
  'appointments-area': sql`copy published.appointments_area
    (edition_id, area, period_from, status, hcp, mode, booked_ahead, appointments) from stdin`,
  'appointments-area-day': sql`copy published.appointments_area_day
    (edition_id, area, period_from, day, status, hcp, mode, booked_ahead, appointments) from stdin`,
  'appointments-crosstab': sql`copy published.appointments_crosstab
    (edition_id, area, period_from, practice_code, hcp, mode, category, booked_ahead, status, appointments) from stdin`,
  'workforce-year': sql`copy published.workforce_year
    (edition_id, area, period_from, practice_code, patients, gp_permanent_fte, gp_locum_trainee_fte, nurse_fte, direct_care_fte,
     admin_fte, gp_permanent_headcount, gp_locum_trainee_headcount) from stdin`,
  'practice-deprivation': sql`copy published.practice_deprivation (edition_id, area, period_from, practice_code, score) from stdin`,
};

/** Opens a stream for lines of a kind's rows: edition, area, first day of the period, then the kind's columns. */
export function copyRows(tx: Tx, kind: Kind): Writable {
  return tx.client.query(copyFrom(copies[kind].text));
}

/** Puts the new edition in force for what it covers; gives each area and period whose edition it replaced. */
export async function putInForce(
  tx: Tx,
  edition: { readonly id: string; readonly kind: Kind },
  cells: readonly CoverageCell[],
): Promise<ReplacedCell[]> {
  const json = JSON.stringify(cells);
  const replaced = await tx.rows<ReplacedCell>(sql`
    update published.coverage c set superseded_by = ${edition.id}
    from jsonb_to_recordset(${json}::jsonb) as n(area text, "from" date)
    where c.kind = ${edition.kind} and c.superseded_by is null and c.area = n.area and c.period_from = n."from"
    returning c.edition_id as edition, c.area, c.period_from::text as "from", c.practices`);
  await tx.rows(sql`
    insert into published.coverage (edition_id, kind, area, period_from, period_to, practices)
    select ${edition.id}, ${edition.kind}, n.area, n."from", n."to", n.practices
    from jsonb_to_recordset(${json}::jsonb) as n(area text, "from" date, "to" date, practices integer)`);
  return replaced;
}

/** Keeps that an edition covers far fewer practices than the one before it. */
export async function noteFewer(tx: Tx, id: string, fewer: Fewer): Promise<void> {
  await tx.rows(sql`update published.edition set fewer = ${JSON.stringify(fewer)}::jsonb where id = ${id}`);
}

/** Puts an edition back in force wherever another took its place; gives the editions that had to make room. */
export async function putBack(tx: Tx, id: string): Promise<string[]> {
  // Two statements: no area and period may for a moment have two editions in force.
  const gone = await tx.rows<{ edition: string }>(sql`
    update published.coverage c set superseded_by = ${id} from published.coverage o
    where o.edition_id = ${id} and o.superseded_by is not null and c.superseded_by is null
      and c.kind = o.kind and c.area = o.area and c.period_from = o.period_from
    returning c.edition_id as edition`);
  await tx.rows(sql`
    update published.coverage set superseded_by = null where edition_id = ${id} and superseded_by is not null`);
  return [...new Set(gone.map(({ edition }) => edition))];
}

/** Keeps that an edition was put back: when, by whom, why and instead of which. */
export async function insertRestoration(
  tx: Tx,
  restoration: { id: string; edition: string; by: string; reason: string | null; replaced: readonly string[] },
): Promise<void> {
  await tx.rows(sql`
    insert into published.restoration (id, edition_id, restored_by, reason, replaced)
    values (${restoration.id}, ${restoration.edition}, ${restoration.by}, ${restoration.reason}, ${restoration.replaced}::uuid[])`);
}

/** Records what areas were called in an edition. */
export async function insertAreas(tx: Tx, editionId: string, areas: readonly AreaSeen[]): Promise<void> {
  await tx.rows(sql`
    insert into published.area_seen (edition_id, code, kind, name, parent_code, period_from, period_to)
    select ${editionId}, a.code, a.kind, a.name, a.parent, a."from", a."to"
    from jsonb_to_recordset(${JSON.stringify(areas)}::jsonb)
      as a(code text, kind text, name text, parent text, "from" date, "to" date)`);
}

/** Marks a point to come back to when a file turns out to be wrong. */
export async function beginFile(tx: Tx): Promise<void> {
  await tx.rows(sql`savepoint file`);
}

/** Undoes everything since `beginFile`. */
export async function undoFile(tx: Tx): Promise<void> {
  await tx.rows(sql`rollback to savepoint file`);
}

/** Renews what the planner knows of a kind's rows, so that questions asked right after a large import are fast. */
export async function renewStatistics(db: Queryable, kind: Kind): Promise<void> {
  await db.rows(sql`select published.renew_statistics(${kind})`);
}
