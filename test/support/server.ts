import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import pg from 'pg';
import { closeDatabase, openDatabase, type Database } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { startEmbedded } from '#platform/embedded/server.ts';

/** How tests reach their server: as superuser to make databases, as the owner who migrates, and as the app. */
export interface TestServer {
  readonly superuserUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/** The variable through which the runner tells test files of the server it started. */
const HANDED_DOWN = 'TEST_SERVER';

/**
 * Starts the one throwaway server of a whole test run and tells test files of it through the environment; answers how
 * to end it. TEST_DATABASE_URL (a superuser's, of any PostgreSQL from 15) is used instead where it is set.
 */
export async function startTestServer(): Promise<() => Promise<void>> {
  if (process.env['TEST_DATABASE_URL']) return async () => undefined;
  const dataDir = await mkdtemp(path.join(tmpdir(), 'superpractice-run-'));
  const server = await startEmbedded({ dataDir, durable: false });
  process.env[HANDED_DOWN] = JSON.stringify(urlsOf(server));
  return async () => {
    await server.stop({ hurry: true });
    await rm(dataDir, { recursive: true, force: true });
  };
}

/**
 * The server for a test file: the one of the run, the one TEST_DATABASE_URL names, or, when a file is run by itself,
 * one in the temporary folder that is left running for the next time.
 */
export function testServer(): Promise<TestServer> {
  return (known ??= findServer());
}

let known: Promise<TestServer> | undefined;

async function findServer(): Promise<TestServer> {
  const handedDown = process.env[HANDED_DOWN];
  if (handedDown) return JSON.parse(handedDown) as TestServer;
  const named = process.env['TEST_DATABASE_URL'];
  if (named) return prepareNamed(named);
  const dataDir = path.join(tmpdir(), `superpractice-test-${userInfo().username}`);
  return urlsOf(await startEmbedded({ dataDir, durable: false }));
}

function urlsOf({ superuserUrl, ownerUrl, appUrl }: TestServer): TestServer {
  return { superuserUrl, ownerUrl, appUrl };
}

/** Gives somebody's test server the two logins an embedded one has. */
async function prepareNamed(superuserUrl: string): Promise<TestServer> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(7360512)');
    for (const [role, rights] of [
      ['superpractice_app', 'login nocreaterole nobypassrls nosuperuser'],
      ['superpractice_owner', 'login createrole nobypassrls nosuperuser'],
    ] as const) {
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
      await client.query(`${rowCount === 0 ? 'create' : 'alter'} role ${role} ${rights} password 'superpractice'`);
    }
    await client.query('grant superpractice_app to superpractice_owner with admin option');
  } finally {
    await client.end();
  }
  return { superuserUrl, ownerUrl: asUser('superpractice_owner'), appUrl: asUser('superpractice_app') };

  function asUser(name: string): string {
    const url = new URL(superuserUrl);
    url.username = name;
    url.password = 'superpractice';
    return url.href;
  }
}

/**
 * A migrated server of a suite's own, and the app's pool on it; both end with the suite. For what the sealing of the audit
 * is part of: that waits for every transaction of a server, those of other tests too.
 */
export async function ownServer(): Promise<TestServer & { readonly db: Database }> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'superpractice-own-'));
  const server = await startEmbedded({ dataDir, durable: false });
  await migrate(server.ownerUrl);
  const db = openDatabase({ url: server.appUrl, max: 4, applicationName: 'test' });
  after(async () => {
    await closeDatabase(db);
    await server.stop({ hurry: true });
    await rm(dataDir, { recursive: true, force: true });
  });
  const superuserUrl = new URL(server.superuserUrl);
  superuserUrl.pathname = new URL(server.ownerUrl).pathname;
  return { ...urlsOf(server), superuserUrl: superuserUrl.href, db };
}
