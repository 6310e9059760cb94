import pg from 'pg';
import type { Config } from '#platform/config/config.ts';
import { setupProblem } from '#platform/config/problem.ts';
import { startEmbedded, type EmbeddedServer } from './server.ts';

/** The role the product works as; it can never pass by row-level security. */
const APP_ROLE = 'superpractice_app';

/** A database to work with, wherever it runs. */
export interface ProvidedDatabase {
  /** The owner's connection string: migrates, and does nothing else. */
  readonly ownerUrl: string;
  /** How the app connects: by a login of its own, or by the owner's login in the app's role. */
  readonly app: { readonly url: string; readonly role?: string };
  /** The server, when it is ours. */
  readonly server: EmbeddedServer | undefined;
  stop(how?: { hurry?: boolean }): Promise<void>;
}

/** The database of the settings: the one DATABASE_URL names once it answers, else the embedded one, started or joined. */
export async function provideDatabase(config: Config, progress: (line: string) => void): Promise<ProvidedDatabase> {
  if (config.databaseUrl !== undefined) {
    await requireServer(config.databaseUrl);
    const app = { url: config.databaseUrl, role: APP_ROLE };
    return { ownerUrl: config.databaseUrl, app, server: undefined, stop: () => Promise.resolve() };
  }
  const server = await startEmbedded({ dataDir: config.dataDir, progress });
  return { ownerUrl: server.ownerUrl, app: { url: server.appUrl }, server, stop: (how) => server.stop(how) };
}

async function requireServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  const { host } = new URL(url);
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string; server_version: string }>(
      `select current_setting('server_version_num') as server_version_num, current_setting('server_version') as server_version`,
    );
    if (Number(rows[0]?.server_version_num) >= 150_000) return;
  } catch (error) {
    throw setupProblem(`DATABASE_URL: the database at ${host} cannot be used: ${reason(error)}`);
  } finally {
    await client.end().catch(() => undefined);
  }
  throw setupProblem(`DATABASE_URL: the database at ${host} is older than PostgreSQL 15, the oldest that works`);
}

function reason(error: unknown): string {
  // A refused connection to a name with several addresses comes as a group of errors without a message.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first.message : String(first);
}
