import pg from 'pg';
import type { Passwords } from './cluster.ts';

/** The connection strings of an embedded server, one for each of its logins. */
export interface Urls {
  readonly superuserUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/** The connection strings for a server on this port of this machine. */
export function urlsFor(port: number, passwords: Passwords): Urls {
  const url = (user: string, password: string, database: string) =>
    `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
  return {
    superuserUrl: url('postgres', passwords.superuser, 'postgres'),
    ownerUrl: url('superpractice_owner', passwords.owner, 'superpractice'),
    appUrl: url('superpractice_app', passwords.app, 'superpractice'),
  };
}

/**
 * Makes what is missing of the two logins and the database: `superpractice_owner`, who owns the database and migrates
 * it, and `superpractice_app`, which the product works as and which can never pass by row-level security.
 */
export async function ensureLogins(urls: Urls, passwords: Passwords): Promise<void> {
  const client = new pg.Client({ connectionString: urls.superuserUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select rolname as name from pg_roles where rolname like 'superpractice%'
       union all select 'database' from pg_database where datname = 'superpractice'`,
    );
    const there = new Set(rows.map((row) => row.name));
    const login = async (name: string, rights: string, password: string) => {
      if (!there.has(name)) await client.query(`create role ${name} login ${rights} password '${password}'`);
    };
    await login('superpractice_app', 'nosuperuser nocreatedb nocreaterole nobypassrls', passwords.app);
    await login('superpractice_owner', 'nosuperuser nocreatedb createrole nobypassrls', passwords.owner);
    if (there.has('database')) return;
    await client.query('grant superpractice_app to superpractice_owner with admin option');
    await client.query('create database superpractice owner superpractice_owner');
  } finally {
    await client.end();
  }
}

/** Whether the server at these connection strings answers and is the one of this data folder. */
export async function answersFor(cluster: string, urls: Urls): Promise<boolean> {
  const client = new pg.Client({ connectionString: urls.superuserUrl, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return rows[0]?.data_directory === cluster;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
