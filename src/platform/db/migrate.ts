import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { setupProblem } from '#platform/config/problem.ts';

/** One forward-only step of the schema; a breaking one makes older code refuse to start. */
export interface Migration {
  readonly id: number;
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
  readonly breaking: boolean;
}

const folder = path.join(import.meta.dirname, '../../../migrations');
const bootstrap = `
  select pg_advisory_xact_lock(7360511);
  create schema if not exists platform;
  create table if not exists platform.migration (
    id integer primary key, name text not null, checksum text not null, breaking boolean not null,
    applied_at timestamptz not null default now());`;

/** Reads the migrations in order; a gap or a duplicate number is a programmer's error. */
export async function readMigrations(directory = folder): Promise<Migration[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name, index) => {
      const id = Number(name.slice(0, 4));
      if (id !== index + 1) throw new Error(`migration ${name} should be number ${index + 1}`);
      const text = await readFile(path.join(directory, name), 'utf8');
      const checksum = createHash('sha256').update(text).digest('hex');
      return { id, name, text, checksum, breaking: text.startsWith('-- breaking') };
    }),
  );
}

async function inTransaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const value = await work();
    await client.query('commit');
    return value;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function refuseForeignSchema(client: pg.Client, known: readonly Migration[]): Promise<void> {
  const { rows } = await client.query<{ id: number; name: string; checksum: string; breaking: boolean }>(
    'select id, name, checksum, breaking from platform.migration order by id',
  );
  for (const row of rows) {
    const mine = known.find((migration) => migration.id === row.id);
    if (mine === undefined && row.breaking)
      throw setupProblem(`The database has the breaking migration ${row.name}: run a newer version of Superpractice.`);
    if (mine !== undefined && mine.checksum !== row.checksum)
      throw setupProblem(
        `Migration ${row.name} was changed after it was applied to this database. Use the version it was applied with, or another SUPERPRACTICE_DATA.`,
      );
  }
}

/**
 * A server that counts its transactions from lower than the audit's last seal would write new events into sealed ranges,
 * which nothing could tell from tampering afterwards: nothing is written on it before the audit is resumed.
 */
async function refuseUnresumed(client: pg.Client): Promise<void> {
  const { rows: known } = await client.query<{ there: boolean }>(
    `select to_regclass('audit.seal') is not null as there`,
  );
  if (!known[0]?.there) return;
  const { rows } = await client.query<{ behind: boolean }>(
    `select max(to_tx) > pg_snapshot_xmax(pg_current_snapshot())::text::bigint as behind from audit.seal`,
  );
  if (rows[0]?.behind)
    throw setupProblem(
      'This database was restored from another server, and its audit is not resumed here yet: nothing may be written before that. ' +
        'Run: npm run -s superpractice -- audit resume --kept FILE (docs/operations/backup-and-restore.md).',
    );
}

/**
 * Inserting the record first makes two starters meet on its primary key: the second waits, then finds the work done.
 * Returns whether this call did the work.
 */
async function apply(client: pg.Client, migration: Migration): Promise<boolean> {
  return inTransaction(client, async () => {
    const claimed = await client.query(
      `insert into platform.migration (id, name, checksum, breaking) values ($1, $2, $3, $4) on conflict (id) do nothing`,
      [migration.id, migration.name, migration.checksum, migration.breaking],
    );
    if (claimed.rowCount === 0) return false;
    await client.query(migration.text);
    return true;
  });
}

/** Whether the database said that its login lacks a right. */
function forbidden(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === '42501';
}

/** Brings the schema up to date as its owner; safe with many starters at once. Returns the names it applied. */
export async function migrate(ownerUrl: string, migrations?: readonly Migration[]): Promise<string[]> {
  const known = migrations ?? (await readMigrations());
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'superpractice-migrate' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await inTransaction(client, () => client.query(bootstrap));
    await refuseForeignSchema(client, known);
    await refuseUnresumed(client);
    const applied: string[] = [];
    for (const migration of known) if (await apply(client, migration)) applied.push(migration.name);
    await migrateJobs(ownerUrl);
    return applied;
  } catch (error) {
    if (!forbidden(error)) throw error;
    throw setupProblem(
      `DATABASE_URL: its login may not set the database up (${error.message}). Give the login that owns the database and may create roles.`,
    );
  } finally {
    await client.end();
  }
}

/**
 * Brings the job queue's own schema up to date. Its connections are ours: where a command ends and stops its server at once, a
 * connection of the library's own that is still closing would end the process by an error nobody hears.
 */
async function migrateJobs(ownerUrl: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await runMigrations({ pgPool: pool, logger: new Logger(() => () => undefined) });
  } finally {
    await pool.end();
  }
}
