import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { StagedRow } from '../book/file.ts';
import type { BookMapping } from '../book/mapping.ts';

/** A book that is to be known here. */
export interface NewBook {
  readonly id: string;
  readonly practiceId: string;
  readonly name: string;
  readonly system: string;
  readonly kind: 'csv' | 'gp_connect';
  readonly bookable: boolean;
  readonly by: string | null;
}

/** Makes a book known; answers its number. */
export async function insertBook(tx: Queryable, book: NewBook): Promise<number> {
  const { number } = await tx.one<{ number: number }>(sql`
    insert into access.book (id, group_id, practice_id, name, system, kind, bookable, created_by)
    values (${book.id}, platform.current_group(), ${book.practiceId}, ${book.name}, ${book.system}, ${book.kind}, ${book.bookable}, ${book.by}) returning number`);
  return number;
}

/** Saves how a book's exports are read. */
export async function saveMapping(tx: Queryable, id: string, mapping: BookMapping): Promise<void> {
  await tx.rows(sql`update access.book set mapping = ${JSON.stringify(mapping)}::jsonb where id = ${id}`);
}

/** Stages rows of an import. */
export async function stageRows(tx: Queryable, importId: string, rows: readonly StagedRow[]): Promise<void> {
  const lines = rows.map((row) => ({
    ...{ k: row.key, n: row.clinician, f: row.startsAt.toString(), t: row.endsAt.toString(), s: row.state },
    ...{ m: row.mode, w: row.session, c: row.contact },
  }));
  await tx.rows(sql`
    insert into access.book_staged (import_id, source_key, source_name, starts_at, ends_at, state, mode, session, contact)
    select ${importId}, r.k, r.n, r.f, r.t, r.s, r.m, r.w, r.c
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) r(k text, n text, f timestamptz, t timestamptz, s text, m text, w text, c boolean)`);
}

/** What a reading of a book came to. */
export interface Reconciled {
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
  readonly same: number;
}

/** What is said of a reading besides its rows. */
export interface Reading {
  readonly asOf: string;
  readonly fileName: string;
  readonly fileHash: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly rows: number;
  readonly rejected: number;
  readonly rejects: readonly object[];
}

/** Takes what was staged as the book from now on. */
export async function reconcile(
  tx: Queryable,
  { importId, bookId, reading }: { importId: string; bookId: string; reading: Reading },
): Promise<Reconciled> {
  return tx.one<Reconciled>(
    sql`select r.added, r.changed, r.gone, r.same from access.reconcile_book(${importId}, ${bookId}, ${JSON.stringify(reading)}::jsonb) r`,
  );
}

/** Says who a name in a book is, or that it is nobody who sees patients. */
export async function matchClinician(
  tx: Queryable,
  { matchId, clinicianId, leftOut }: { matchId: string; clinicianId: string | null; leftOut: boolean },
): Promise<void> {
  await tx.rows(sql`select access.match_clinician(${matchId}, ${clinicianId}, ${leftOut})`);
}
