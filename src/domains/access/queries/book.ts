import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { RejectedRow } from '../book/file.ts';
import type { BookMapping } from '../book/mapping.ts';
import type { GpConnectSource } from '../gp-connect/request.ts';

/** A book of another system, and how fresh it is. */
export interface Book {
  readonly id: string;
  readonly number: number;
  readonly practiceId: string;
  readonly practiceName: string;
  readonly name: string;
  readonly system: string;
  readonly kind: 'csv' | 'gp_connect';
  readonly bookable: boolean;
  readonly mapping: BookMapping | null;
  readonly source: GpConnectSource | null;
  readonly freshAsOf: Temporal.Instant | null;
  /** Minutes past which it is too old to rely on. */
  readonly ageAllowed: number;
  readonly stale: boolean;
  /** Names in it nobody has matched, and how many places to come stand under them. */
  readonly unmatched: number;
  readonly unmatchedPlaces: number;
  readonly ahead: number;
}

/** The books of the practices the actor sees, those too old in front. */
export async function booksSeen(tx: Queryable, only: { id?: string; number?: number } = {}): Promise<Book[]> {
  return tx.rows<Book>(sql`
    select b.id, b.number, b.practice_id as "practiceId", p.name as "practiceName", b.name, b.system, b.kind, b.bookable, b.mapping, b.source, b.fresh_as_of as "freshAsOf",
      age.minutes as "ageAllowed", coalesce(b.fresh_as_of < now() - make_interval(mins => age.minutes), true) as stale,
      (select count(*) from access.book_clinician m where m.book_id = b.id and m.clinician_id is null and not m.left_out) as unmatched,
      (select count(*) from access.book_entry e join access.book_clinician m on m.book_id = b.id and m.source_name = e.source_name
        where e.book_id = b.id and e.gone_at is null and e.day >= platform.today() and m.clinician_id is null and not m.left_out
          and e.contact and e.state = 'booked') as "unmatchedPlaces",
      (select count(*) from access.book_entry e where e.book_id = b.id and e.gone_at is null and e.day >= platform.today() and e.contact and e.state = 'booked') as ahead
    from access.book b join network.practice p on p.id = b.practice_id
    cross join lateral (select a.minutes from access.book_age a where (a.group_id = b.group_id or a.group_id is null) and a.kind = b.kind and a.valid_from <= platform.today()
      order by a.group_id nulls last, a.valid_from desc limit 1) age
    where b.group_id = platform.current_group() and b.closed_at is null and (${only.id ?? ''} = '' or b.id::text = ${only.id ?? ''})
      and (${only.number ?? 0}::integer = 0 or b.number = ${only.number ?? 0}::integer)
    order by stale desc, b.fresh_as_of nulls first, p.name, b.name`);
}

/** A name in a book and who it is here. */
export interface BookName {
  readonly id: string;
  readonly sourceName: string;
  readonly clinicianId: string | null;
  readonly clinicianName: string | null;
  readonly leftOut: boolean;
  readonly ahead: number;
}

/** The names in a book, those nobody has matched in front. */
export async function namesIn(tx: Queryable, bookId: string): Promise<BookName[]> {
  return tx.rows<BookName>(sql`
    select m.id, m.source_name as "sourceName", m.clinician_id as "clinicianId", c.name as "clinicianName", m.left_out as "leftOut",
      (select count(*) from access.book_entry e where e.book_id = m.book_id and e.source_name = m.source_name and e.gone_at is null and e.day >= platform.today()
        and e.contact and e.state = 'booked') as ahead
    from access.book_clinician m left join workforce.clinician c on c.id = m.clinician_id
    where m.book_id = ${bookId} order by m.clinician_id is not null or m.left_out, m.source_name`);
}

/** One reading of a book. */
export interface BookImport {
  readonly id: string;
  readonly asOf: Temporal.Instant;
  readonly importedAt: Temporal.Instant;
  readonly importedBy: string | null;
  readonly fileName: string;
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
  readonly same: number;
  readonly rejected: number;
  readonly rejects: readonly RejectedRow[];
}

/** The last readings of a book, the latest first. */
export async function importsOf(tx: Queryable, bookId: string): Promise<BookImport[]> {
  return tx.rows<BookImport>(sql`
    select i.id, i.as_of as "asOf", i.imported_at as "importedAt", p.name as "importedBy", i.file_name as "fileName", i.rows, i.added, i.changed, i.gone, i.same, i.rejected, i.rejects
    from access.book_import i left join network.person p on p.id = i.imported_by where i.book_id = ${bookId} order by i.imported_at desc limit 10`);
}

/** A stretch of another system's book on one day, with one clinician, as the list of sessions shows it. */
export interface BookSession {
  readonly practiceId: string;
  readonly bookName: string;
  readonly freshAsOf: Temporal.Instant | null;
  readonly clinicianName: string;
  readonly matched: boolean;
  readonly session: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly places: number;
  readonly taken: number;
}

/** What stands in other books on a day at the practices the actor sees. */
export async function bookSessionsOn(
  tx: Queryable,
  asked: { day: Temporal.PlainDate; practice: string },
): Promise<BookSession[]> {
  return tx.rows<BookSession>(sql`
    select e.practice_id as "practiceId", b.name as "bookName", b.fresh_as_of as "freshAsOf", coalesce(c.name, e.source_name) as "clinicianName", c.id is not null as matched,
      e.session, min(e.starts_at) as "startsAt", max(e.ends_at) as "endsAt", count(*) filter (where e.state <> 'cancelled') as places,
      count(*) filter (where e.contact and e.state in ('booked', 'done', 'did_not_attend')) as taken
    from access.book_entry e join access.book b on b.id = e.book_id left join workforce.clinician c on c.id = e.clinician_id
    where e.day = ${asked.day} and e.gone_at is null and (${asked.practice} = '' or e.practice_id = ${asked.practice})
    group by e.practice_id, b.id, b.name, b.fresh_as_of, c.id, c.name, e.source_name, e.session order by 4, 7`);
}

/** A clinician whose limit cannot be relied on, because what is booked elsewhere is not known well enough. */
export interface Unverified {
  readonly clinicianId: string;
  readonly bookName: string;
  /** When that book was read last; null: never. */
  readonly freshAsOf: Temporal.Instant | null;
}

/** Everybody of the group whose limit is unverified now, by clinician. */
export async function unverifiedLimits(tx: Queryable): Promise<ReadonlyMap<string, Unverified>> {
  const rows = await tx.rows<Unverified>(
    sql`select u.clinician_id as "clinicianId", u.book_name as "bookName", u.fresh_as_of as "freshAsOf" from access.unverified_limits() u`,
  );
  return new Map(rows.map((row) => [row.clinicianId, row]));
}
