import { createHash, randomBytes } from 'node:crypto';
import { after } from 'node:test';
import pg from 'pg';
import { closeDatabase, openDatabase, type Database } from '#platform/db/database.ts';
import { migrate, readMigrations } from '#platform/db/migrate.ts';
import { testServer } from './server.ts';

/** A database of a test file's own, as the app sees it and as its owner does. */
export interface TestDatabase {
  /** As the product works: row-level security holds. */
  readonly db: Database;
  /** As the owner of the schema, for arranging and looking behind the scenes. */
  readonly owner: Database;
  readonly appUrl: string;
  readonly ownerUrl: string;
  /** As superuser, in this database. */
  readonly superuserUrl: string;
  /** Closes and drops it: again is harmless. */
  readonly drop: () => Promise<void>;
}

/** The beginning of every test database's name; the process that made it comes next. */
const PREFIX = 'sp_test_';
/** One template at a time is made, or database cloned, on a server. */
const LOCK = 7360513;

/** A migrated database of one's own, cloned from a template in a fraction of a second and dropped after the tests. */
export async function testDatabase(): Promise<TestDatabase> {
  const made = await cloneDatabase(await template());
  after(made.drop);
  return made;
}

/** The same without any migration applied. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const made = await cloneDatabase();
  after(made.drop);
  return made;
}

/** A new database copied from another, by default from nothing; whoever asks for it drops it. */
export async function cloneDatabase(from = 'template0'): Promise<TestDatabase> {
  const server = await testServer();
  const name = `${PREFIX}${process.pid}_${randomBytes(4).toString('hex')}`;
  await asSuperuser(async (client) => {
    await client.query(`create database ${name} template ${from} strategy wal_log owner superpractice_owner`);
  });
  const appUrl = at(server.appUrl, name);
  const ownerUrl = at(server.ownerUrl, name);
  const db = openDatabase({ url: appUrl, max: 20, applicationName: 'test' });
  const owner = openDatabase({ url: ownerUrl, max: 4, applicationName: 'test-owner' });
  let dropped: Promise<void> | undefined;
  const dropNow = async (): Promise<void> => {
    await Promise.all([closeDatabase(db), closeDatabase(owner)]);
    await asSuperuser((client) => client.query(`drop database if exists ${name} with (force)`));
  };
  const drop = (): Promise<void> => (dropped ??= dropNow());
  return { db, owner, appUrl, ownerUrl, superuserUrl: at(server.superuserUrl, name), drop };
}

/** The migrated template of today's migrations; those of other days and what killed tests left go. */
async function template(): Promise<string> {
  const { ownerUrl } = await testServer();
  const sums = (await readMigrations()).map((migration) => migration.checksum).join();
  const name = `${PREFIX}template_${createHash('sha256').update(sums).digest('hex').slice(0, 12)}`;
  await asSuperuser(async (client) => {
    const { rows } = await client.query<{ name: string; complete: boolean }>(
      `select datname as name, datistemplate as complete from pg_database where starts_with(datname, '${PREFIX}')`,
    );
    if (rows.some((row) => row.name === name && row.complete)) return;
    for (const row of rows.filter(isLeft)) {
      await client.query(`alter database ${row.name} is_template false`);
      await client.query(`drop database ${row.name} with (force)`);
    }
    await client.query(`create database ${name} template template0 owner superpractice_owner`);
    await migrate(at(ownerUrl, name));
    await client.query(`alter database ${name} is_template true`);
  });
  return name;
}

function isLeft({ name }: { name: string }): boolean {
  const maker = /^sp_test_(\d+)_/.exec(name)?.[1];
  return maker === undefined || !isAlive(Number(maker));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function asSuperuser(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const { superuserUrl } = await testServer();
  const client = new pg.Client({ connectionString: superuserUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(${LOCK})`);
    await work(client);
  } finally {
    await client.end();
  }
}

function at(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
