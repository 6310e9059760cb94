import { sql } from '#platform/db/sql.ts';
import { runningApp } from '#platform/embedded/one-app.ts';
import { command, type Command } from './command.ts';

/** Brings the schema up to date, which every command and every start does first anyway. */
export const migrateCommand: Command = command({
  name: 'migrate',
  summary: 'Bring the schema of the database up to date',
  usage: '',
  json: true,
  options: {},
  run({ migrated, out }) {
    out.answer({ applied: migrated }, ({ applied }) =>
      applied.length === 0 ? 'The schema is up to date.' : `Applied ${applied.join(', ')}.`,
    );
    return Promise.resolve();
  },
});

/** Says which database there is, how large it is, and whether the app runs on it. */
export const statusCommand: Command = command({
  name: 'status',
  summary: 'Show the database and whether the app is running',
  usage: '',
  json: true,
  options: {},
  async run({ db, database, config, out }) {
    const { version, bytes } = await db.one<{ version: string; bytes: number }>(
      sql`select split_part(current_setting('server_version'), ' ', 1) as version, pg_database_size(current_database()) as bytes`,
    );
    const { server } = database;
    const app = server && (await runningApp(server.dataDir));
    const status = {
      database: server ? 'embedded' : new URL(database.ownerUrl).host,
      postgres: version,
      megabytes: Math.round(bytes / 1e6),
      folder: server ? config.dataDir : null,
      port: server?.port ?? null,
      process: server?.origin === 'found' ? server.pid() : null,
      app: app ? { process: app.pid, address: app.address } : null,
    };
    out.answer(status, (now) =>
      [
        `Database  PostgreSQL ${now.postgres}, ${now.megabytes} MB, ${now.folder ? `in ${now.folder}` : `at ${now.database}`}`,
        `Server    ${serverLine(now.folder !== null, now.process, now.port)}`,
        `App       ${now.app ? `${now.app.address ?? 'being started'} (process ${now.app.process})` : 'not running here'}`,
      ].join('\n'),
    );
  },
});

function serverLine(ours: boolean, pid: number | null, port: number | null): string {
  if (!ours) return 'not ours';
  return pid === null ? 'started for this call' : `running on port ${port ?? 0} (process ${pid})`;
}
