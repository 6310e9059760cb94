import { chmod, cp, lstat, mkdir, mkdtemp, readlink, readFile, rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { setupProblem } from '#platform/config/problem.ts';
import { readPasswords } from './cluster.ts';
import { nativeFolder, program } from './binaries.ts';
import { run, type RunAs } from './process.ts';

/** Where root puts what another user must reach when it cannot reach it where it is. */
const ELSEWHERE = '/var/lib/superpractice';

interface Asked {
  readonly dataDir: string;
  readonly as: RunAs | undefined;
  readonly progress: (line: string) => void;
}

/**
 * The folder of the database's files: `postgres` in the data folder. Where the server's user cannot enter that (a data
 * folder below /root, say), the files live below /var/lib/superpractice and `postgres` is a link to them.
 */
export async function clusterFolder(asked: Asked): Promise<string> {
  const usual = path.join(asked.dataDir, 'postgres');
  const linked = await readlink(usual).catch(() => undefined);
  if (linked !== undefined) return linked;
  if (asked.as === undefined || (await canEnter(asked.dataDir, asked.as))) return usual;
  return moveElsewhere(usual, asked);
}

/** The folder of PostgreSQL's programs, copied to where the server's user can run them if it cannot as installed. */
export async function runnableNative(asked: Asked): Promise<string> {
  const installed = nativeFolder();
  const there = await run(program(installed, 'postgres'), ['--version'], asked.as);
  if (there.code === 0) return installed;
  if (asked.as === undefined) throw cannotRun(there.output);
  const { version } = JSON.parse(await readFile(path.join(installed, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = path.join(await elsewhere(), `postgresql-${version}`);
  if (!(await lstat(copy).catch(() => undefined))) {
    asked.progress(`Copying the database's programs to ${copy}, where the server's user can run them`);
    const partial = await mkdtemp(`${copy}.partial-`);
    await cp(installed, partial, { recursive: true, verbatimSymlinks: true });
    await run('chmod', ['-R', 'a+rX', partial]);
    await rename(partial, copy).catch(() => rm(partial, { recursive: true, force: true }));
  }
  const here = await run(program(copy, 'postgres'), ['--version'], asked.as);
  if (here.code === 0) return copy;
  throw cannotRun(here.output);
}

async function moveElsewhere(usual: string, { as, dataDir, progress }: Asked): Promise<string> {
  // Only a database of our own making is moved; anything else is refused here and stays as it is.
  const existing = await readPasswords(usual);
  const home = await mkdtemp(path.join(await elsewhere(), `${path.basename(path.dirname(dataDir))}-`));
  await chmod(home, 0o711);
  const target = path.join(home, 'postgres');
  progress(`The server's user cannot enter ${dataDir}: the database's files are kept in ${target} instead`);
  if (existing) {
    await cp(usual, target, { recursive: true, preserveTimestamps: true });
    await run('chown', ['-R', `${as?.uid}:${as?.gid}`, target]);
    await rename(usual, `${usual}.moved`);
  }
  await symlink(target, usual);
  await rm(`${usual}.moved`, { recursive: true, force: true });
  return target;
}

async function elsewhere(): Promise<string> {
  try {
    await mkdir(ELSEWHERE, { recursive: true, mode: 0o755 });
    await chmod(ELSEWHERE, 0o755);
    return ELSEWHERE;
  } catch (error) {
    throw setupProblem(
      `The database server may not run as root, its own user cannot enter this folder, and ${ELSEWHERE} cannot be made ` +
        `(${(error as Error).message}). Move Superpractice out of a private folder such as /root (to /srv or /opt), ` +
        'or start it as an ordinary user, or set DATABASE_URL to a PostgreSQL of version 15 or newer.',
    );
  }
}

async function canEnter(folder: string, as: RunAs): Promise<boolean> {
  const outcome = await run('/bin/sh', ['-c', 'cd "$0"', folder], as);
  return outcome.code === 0;
}

function cannotRun(said: string): Error {
  return setupProblem(
    `The built-in PostgreSQL does not run on this machine: ${said}. It needs a Linux with glibc or macOS, and a user ` +
      'that may start programs. Set DATABASE_URL to a PostgreSQL of version 15 or newer instead.',
  );
}
