import pg from 'pg';
import type { Sql } from './sql.ts';

/** Anything that answers statements: a transaction, or the pool for reads that need no actor. */
export interface Queryable {
  /** Every row. */
  rows<R>(statement: Sql): Promise<R[]>;
  /** Exactly one row; none or several is a programmer's error. */
  one<R>(statement: Sql): Promise<R>;
  /** One row or none. */
  maybe<R>(statement: Sql): Promise<R | undefined>;
}

/** The database as the app sees it: a pool of connections whose role cannot bypass row-level security. */
export interface Database extends Queryable {
  readonly pool: pg.Pool;
  readonly url: string;
}

/** How a pool is opened; `role` is assumed for every connection when the login itself is the owner. */
export interface OpenOptions {
  url: string;
  role?: string;
  max?: number;
  applicationName?: string;
}

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: string) => {
    if (format === 'binary') return pg.types.getTypeParser(oid, 'binary') as unknown;
    if (oid === 20) return parseBigint;
    if (oid === 1082) return (text: string) => Temporal.PlainDate.from(text);
    if (oid === 1184) return (text: string) => Temporal.Instant.from(text.replace(' ', 'T'));
    return pg.types.getTypeParser(oid, 'text') as unknown;
  }) as pg.CustomTypesConfig['getTypeParser'],
};

function parseBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('a bigint from the database is beyond exact arithmetic');
  return value;
}

/** How often a text is sent before it gets a name, under which a connection plans it once: most of a short statement is its planning. */
const often = 3;
const sent = new Map<string, number>();
const names = new Map<string, string>();

function nameOf(text: string): { name?: string } {
  const known = names.get(text);
  if (known !== undefined) return { name: known };
  const times = (sent.get(text) ?? 0) + 1;
  if (times < often) sent.set(text, times);
  else {
    sent.delete(text);
    names.set(text, `s${names.size}`);
  }
  return {};
}

/** Answers statements over one connection or a pool. */
export function queryable(runner: { query(config: pg.QueryConfig): Promise<pg.QueryResult> }): Queryable {
  const rows = async <R>(statement: Sql): Promise<R[]> => {
    const result = await runner.query({
      ...nameOf(statement.text),
      text: statement.text,
      values: [...statement.values],
    });
    return result.rows as R[];
  };
  return {
    rows,
    async one<R>(statement: Sql) {
      const [first, ...more] = await rows<R>(statement);
      if (first === undefined || more.length > 0) throw new Error('expected exactly one row');
      return first;
    },
    async maybe<R>(statement: Sql) {
      const [first, ...more] = await rows<R>(statement);
      if (more.length > 0) throw new Error('expected at most one row');
      return first;
    },
  };
}

/** Opens a pool; connections speak UTC and a dead server is an error of the statement, never of the process. */
export function openDatabase({ url, role, max = 20, applicationName = 'superpractice' }: OpenOptions): Database {
  const settings = ['-c timezone=UTC', '-c datestyle=ISO', ...(role ? [`-c role=${role}`] : [])];
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    options: settings.join(' '),
    application_name: applicationName,
    connectionTimeoutMillis: 10_000,
  });
  // A server that dies takes idle and checked-out connections with it; without listeners either ends Node.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return { pool, url, ...queryable(pool) };
}

/** Closes every connection once its statement is done. */
export async function closeDatabase(db: Database): Promise<void> {
  await db.pool.end();
}
