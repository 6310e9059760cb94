import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { setupProblem } from '#platform/config/problem.ts';
import { serverAccount } from './account.ts';
import { createCluster, readPasswords, type Passwords } from './cluster.ts';
import { prepareFolder } from './folder.ts';
import { launch, whenReady, type Launch } from './launch.ts';
import { tryLock, waitForLock, type Lock } from './lock.ts';
import { answersFor, ensureLogins, urlsFor, type Urls } from './logins.ts';
import { clusterFolder, runnableNative } from './place.ts';
import { freePort } from './port.ts';
import { readPostmaster, serves, type Postmaster } from './postmaster.ts';
import { readRunFile, removeRunFile, writeRunFile } from './run-file.ts';
import { serverSettings } from './settings.ts';

/** What to start: the data folder, and for tests whether losing the data would matter. */
export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly progress?: ((line: string) => void) | undefined;
  /** False turns fsync and its like off: for throwaway servers of tests alone. */
  readonly durable?: boolean;
  /** Further PostgreSQL settings. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A running PostgreSQL of our own, as a process that outlives us. */
export interface EmbeddedServer extends Urls {
  readonly port: number;
  readonly dataDir: string;
  /** How we came to it: its files were made now, it was started, or it was found running. */
  readonly origin: 'created' | 'started' | 'found';
  /** The server's process now. */
  pid(): number;
  /** Brings the server back on the same port if it has died; answers whether it had to. */
  revive(): Promise<boolean>;
  /** Lets go of the server, and stops it unless another process uses it; `hurry` does not wait for open work. */
  stop(how?: { hurry?: boolean }): Promise<void>;
}

/**
 * Starts the embedded PostgreSQL of a data folder, or joins the one that is running: creates the files at the first
 * time, adopts a server left by a process that was killed, recovers one that was killed itself. Any number of
 * processes may do this at once. Throws a setup problem with what to do about it.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const progress = options.progress ?? (() => undefined);
  const dataDir = await prepareFolder(options.dataDir);
  const starting = await waitForLock(path.join(dataDir, 'start.lock'), 'exclusive', 120_000);
  try {
    const as = await serverAccount(path.join(dataDir, 'postgres'), progress);
    const cluster = await clusterFolder({ dataDir, as, progress });
    const native = await runnableNative({ dataDir, as, progress });
    const known = await readPasswords(cluster);
    if (!known) progress('Creating the database');
    const passwords = known ?? (await createCluster({ native, cluster, as }));
    const settings = serverSettings(options.durable ?? true, options.settings);
    const at: Launch = { native, cluster, as, settings, logFile: path.join(dataDir, 'postgres.log') };
    const found = await adopt(cluster, passwords);
    const running = found ?? (await launchSomewhere(at, (await readRunFile(dataDir))?.port));
    await ensureLogins(urlsFor(running.port, passwords), passwords);
    await noteRunning(dataDir, cluster, running);
    const use = await waitForLock(usersOf(dataDir), 'shared', 5000);
    return handle({ at, dataDir, passwords, running, use, origin: found ? 'found' : known ? 'started' : 'created' });
  } finally {
    starting.release();
  }
}

interface Held {
  readonly at: Launch;
  readonly dataDir: string;
  readonly passwords: Passwords;
  readonly running: Postmaster;
  readonly use: Lock;
  readonly origin: EmbeddedServer['origin'];
}

function handle({ at, dataDir, passwords, running, use, origin }: Held): EmbeddedServer {
  let { pid } = running;
  const { port } = running;
  return {
    ...urlsFor(port, passwords),
    port,
    dataDir,
    origin,
    pid: () => pid,
    async revive() {
      if (await serves(pid, at.cluster)) return false;
      const starting = await waitForLock(path.join(dataDir, 'start.lock'), 'exclusive', 120_000);
      try {
        const found = (await adopt(at.cluster, passwords)) ?? (await launch(at, port));
        if (!found) throw new Error(`Port ${port} was taken while the database server was down`);
        pid = found.pid;
        await noteRunning(dataDir, at.cluster, found);
        return true;
      } finally {
        starting.release();
      }
    },
    async stop(how = {}) {
      const starting = await waitForLock(path.join(dataDir, 'start.lock'), 'exclusive', 120_000);
      use.release();
      const last = tryLock(usersOf(dataDir), 'exclusive');
      try {
        if (!last) return;
        await stopServer(pid, at.cluster, how.hurry ?? false);
        await removeRunFile(dataDir);
      } finally {
        last?.release();
        starting.release();
      }
    },
  };
}

/** The living server of these files, if there is one, once it answers. */
async function adopt(cluster: string, passwords: Passwords): Promise<Postmaster | undefined> {
  const found = await readPostmaster(cluster);
  if (!found || !(await serves(found.pid, cluster))) return undefined;
  const ready = await whenReady(found.pid, cluster);
  if (!ready) return undefined;
  if (await answersFor(cluster, urlsFor(ready.port, passwords))) return ready;
  throw setupProblem(
    `A database server (process ${ready.pid}) is running on the files in ${cluster} but does not answer. ` +
      `Stop it with "kill -INT ${ready.pid}" and start again.`,
  );
}

async function launchSomewhere(at: Launch, lastPort: number | undefined): Promise<Postmaster> {
  for (let tries = 0; tries < 5; tries++) {
    // Between finding a port free and listening on it somebody else may take it.
    const running = await launch(at, await freePort(tries === 0 ? lastPort : 0));
    if (running) return running;
  }
  throw setupProblem('The database server found no free port on 127.0.0.1.');
}

function noteRunning(dataDir: string, cluster: string, { pid, port }: Postmaster): Promise<void> {
  return writeRunFile(dataDir, { pid, port, cluster, started: new Date().toISOString() });
}

/** Ends the server as `pg_ctl stop` does: open work is rolled back, everything written is kept. */
async function stopServer(pid: number, cluster: string, hurry: boolean): Promise<void> {
  if (!(await serves(pid, cluster))) return;
  process.kill(pid, hurry ? 'SIGQUIT' : 'SIGINT');
  const patience = performance.now() + 60_000;
  while (await serves(pid, cluster)) {
    if (performance.now() > patience) process.kill(pid, 'SIGQUIT');
    await sleep(25);
  }
}

function usersOf(dataDir: string): string {
  return path.join(dataDir, 'users.lock');
}
