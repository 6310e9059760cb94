import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setupProblem } from '#platform/config/problem.ts';
import { program } from './binaries.ts';
import { run, type RunAs } from './process.ts';

/** The passwords of the three logins of an embedded server, made at random for each data folder. */
export interface Passwords {
  readonly superuser: string;
  readonly owner: string;
  readonly app: string;
}

const PASSWORDS = 'superpractice.passwords.json';

/** Reads the passwords kept (mode 0600) among the database's files; undefined when there is no database here yet. */
export async function readPasswords(cluster: string): Promise<Passwords | undefined> {
  try {
    return JSON.parse(await readFile(path.join(cluster, PASSWORDS), 'utf8')) as Passwords;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw notOurs(cluster, error as Error);
  }
  if (!(await stat(path.join(cluster, 'PG_VERSION')).catch(() => undefined))) return undefined;
  throw setupProblem(
    `${cluster} holds a database that Superpractice did not make (${PASSWORDS} is missing). ` +
      'Set SUPERPRACTICE_DATA to another folder.',
  );
}

/** Makes a database folder, complete or not at all: it takes its name only when nothing is left to be done. */
export async function createCluster(at: {
  native: string;
  cluster: string;
  as: RunAs | undefined;
}): Promise<Passwords> {
  const { cluster, as } = at;
  const partial = `${cluster}.partial`;
  const secret = `${cluster}.initdb`;
  const passwords: Passwords = { superuser: newPassword(), owner: newPassword(), app: newPassword() };
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { mode: 0o700 });
  await give(partial, as);
  await writeFile(secret, passwords.superuser, { mode: 0o600 });
  await give(secret, as);
  // The collation is by code point on every system, so that indexes mean the same wherever the files are taken.
  const outcome = await run(
    program(at.native, 'initdb'),
    [
      ...[`--pgdata=${partial}`, '--username=postgres', `--pwfile=${secret}`, '--auth=scram-sha-256'],
      ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      '--no-instructions',
    ],
    as,
  ).finally(() => rm(secret, { force: true }));
  if (outcome.code !== 0) throw setupProblem(`The database could not be created in ${cluster}: ${outcome.output}`);
  const kept = path.join(partial, PASSWORDS);
  await writeFile(kept, JSON.stringify(passwords), { mode: 0o600 });
  await chmod(kept, 0o600);
  await give(kept, as);
  await rename(partial, cluster);
  return passwords;
}

async function give(file: string, as: RunAs | undefined): Promise<void> {
  if (as) await chown(file, as.uid, as.gid);
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

function notOurs(cluster: string, error: Error): Error {
  return setupProblem(
    `The database's files in ${cluster} cannot be read (${error.message}). Start Superpractice as the user who started ` +
      'it the first time, or set SUPERPRACTICE_DATA to a folder of your own.',
  );
}
