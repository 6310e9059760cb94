import type pg from 'pg';
import copyStreams from 'pg-copy-streams';
import type { Readable } from 'node:stream';
import { formulaStarts, phoneNumber } from '#kernel/csv.ts';
import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';

/** A table that holds rows of practices. */
export interface PracticeTable {
  readonly schema: string;
  readonly name: string;
}

/**
 * Every table with a practice_id that the app may read, found in the catalogue: a table added tomorrow is in the download
 * tomorrow.
 */
export async function practiceTables(db: Queryable): Promise<PracticeTable[]> {
  return db.rows<PracticeTable>(sql`
    select n.nspname as schema, c.relname as name
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname = 'practice_id' and not a.attisdropped
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema')
      and has_table_privilege(c.oid, 'select')
    order by n.nspname, c.relname`);
}

/** The name of a practice; undefined where there is none of that code. */
export async function practiceName(db: Queryable, practiceId: string): Promise<string | undefined> {
  return (await db.maybe<{ name: string }>(sql`select p.name from network.practice p where p.id = ${practiceId}`))
    ?.name;
}

/** How many rows of a practice a table holds, of those the actor sees. */
export async function rowsOf(client: pg.PoolClient, table: PracticeTable, practiceId: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*) as count from ${named(table)} where practice_id = $1`,
    [practiceId],
  );
  return rows[0]?.count ?? 0;
}

// What says of which day a row is, in the order of preference: a birth date, say, is no period.
const dayColumns = [
  'day',
  'at',
  'received_at',
  'raised_at',
  'asked_at',
  'written_at',
  'tried_at',
  'noted_at',
  'judged_at',
  'decided_at',
  'taken_at',
  'put_on_at',
  'made_at',
  'sent_at',
  'counted_on',
  'joined_from',
  'registered_from',
  'valid_from',
];

/** The first and last London day of a practice's rows in a table; null where its rows carry none. */
export async function periodOf(
  client: pg.PoolClient,
  table: PracticeTable,
  practiceId: string,
): Promise<{ from: Temporal.PlainDate | null; to: Temporal.PlainDate | null }> {
  const columns = await client.query<{ name: string; type: string }>(
    `select a.attname as name, t.typname as type from pg_attribute a join pg_type t on t.oid = a.atttypid
    where a.attrelid = $1::regclass and a.attname = any ($2::text[]) and not a.attisdropped and t.typname in ('date', 'timestamptz')
    order by array_position($2::text[], a.attname::text) limit 1`,
    [named(table), dayColumns],
  );
  const [column] = columns.rows;
  if (!column) return { from: null, to: null };
  const day = column.type === 'date' ? column.name : `(${column.name} at time zone 'Europe/London')::date`;
  const { rows } = await client.query<{ from: Temporal.PlainDate | null; to: Temporal.PlainDate | null }>(
    `select min(${day}) as "from", max(${day}) as "to" from ${named(table)} where practice_id = $1`,
    [practiceId],
  );
  return rows[0] ?? { from: null, to: null };
}

/**
 * A practice's rows of a table as CSV with a heading; row-level security holds, so no more than the actor sees. A text that
 * a spreadsheet would take for a formula is written after an apostrophe, a number or a telephone number never is.
 */
export async function csvOf(client: pg.PoolClient, table: PracticeTable, practiceId: string): Promise<Readable> {
  // Category S is everything made of text, domains over it too.
  const { rows } = await client.query<{ name: string; text: boolean }>(
    `select quote_ident(a.attname) as name, t.typcategory = 'S' as text
    from pg_catalog.pg_attribute a join pg_catalog.pg_type t on t.oid = a.atttypid
    where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`,
    [named(table)],
  );
  const [starts, phone] = [client.escapeLiteral(formulaStarts), client.escapeLiteral(phoneNumber)];
  const columns = rows.map(({ name, text }) =>
    text
      ? `case when ${name} <> '' and strpos(${starts}, left(${name}, 1)) > 0 and ${name} !~ ${phone} then '''' || ${name} else ${name} end as ${name}`
      : name,
  );
  return client.query(
    copyStreams.to(
      `copy (select ${columns.join(', ')} from (${rowsText(client, table, practiceId)}) r) to stdout with (format csv, header)`,
    ),
  );
}

/** The same rows as JSON texts, a thousand at a time. */
export async function* jsonOf(
  client: pg.PoolClient,
  table: PracticeTable,
  practiceId: string,
): AsyncGenerator<readonly string[]> {
  await client.query(
    `declare own_rows no scroll cursor for select to_jsonb(r)::text as row from (${rowsText(client, table, practiceId)}) r`,
  );
  for (;;) {
    const { rows } = await client.query<{ row: string }>('fetch 1000 from own_rows');
    if (rows.length === 0) break;
    yield rows.map(({ row }) => row);
  }
  await client.query('close own_rows');
}

// COPY and DECLARE take no parameters, so the code is quoted by the driver.
function rowsText(client: pg.PoolClient, table: PracticeTable, practiceId: string): string {
  return `select * from ${named(table)} where practice_id = ${client.escapeLiteral(practiceId)} order by 1`;
}

function named({ schema, name }: PracticeTable): string {
  return `"${schema.replaceAll('"', '""')}"."${name.replaceAll('"', '""')}"`;
}
