import { stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { setupProblem } from '#platform/config/problem.ts';
import { run, type RunAs } from './process.ts';

const ACCOUNT = 'superpractice';

/**
 * The user the database server runs as: undefined for ourselves. PostgreSQL refuses to run as root, so as root it is
 * the owner of the data there is, or else the system user `superpractice`, created when it is missing.
 */
export async function serverAccount(cluster: string, progress: (line: string) => void): Promise<RunAs | undefined> {
  if (process.getuid === undefined) return undefined;
  const owner = await stat(cluster).catch(() => undefined);
  if (process.getuid() !== 0) {
    if (!owner) requirePasswdEntry(process.getuid());
    return undefined;
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return (await lookUp()) ?? (await create(progress));
}

/** PostgreSQL's initdb insists on a name for the current user, which a bare container uid does not have. */
function requirePasswdEntry(uid: number): void {
  try {
    userInfo();
  } catch {
    throw setupProblem(
      `The current user (uid ${uid}) has no entry in /etc/passwd, and the built-in database cannot be created without ` +
        'one. Start as a user that has an entry (in a container: leave --user out, or give an existing name such as ' +
        '--user node), or set DATABASE_URL to a PostgreSQL of version 15 or newer.',
    );
  }
}

async function lookUp(): Promise<RunAs | undefined> {
  const [uid, gid] = await Promise.all([run('id', ['-u', ACCOUNT]), run('id', ['-g', ACCOUNT])]);
  return uid.code === 0 && gid.code === 0 ? { uid: Number(uid.output), gid: Number(gid.output) } : undefined;
}

async function create(progress: (line: string) => void): Promise<RunAs> {
  progress(`Creating the system user "${ACCOUNT}", because the database server may not run as root`);
  const shell = ['--shell', '/usr/sbin/nologin'];
  const added = await run('useradd', ['--system', '--user-group', '--no-create-home', ...shell, ACCOUNT]);
  const told = added.code === 0 ? added : await run('adduser', ['--system', '--group', '--no-create-home', ACCOUNT]);
  const account = await lookUp();
  if (account) return account;
  throw setupProblem(
    `The database server may not run as root, and the user "${ACCOUNT}" for it could not be created (${told.output || added.output}). ` +
      `Create a user of that name, or start Superpractice as an ordinary user, or set DATABASE_URL to a PostgreSQL of version 15 or newer.`,
  );
}
