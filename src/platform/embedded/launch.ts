import { spawn, type ChildProcess } from 'node:child_process';
import { open, rename, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { setupProblem } from '#platform/config/problem.ts';
import { program } from './binaries.ts';
import { plainEnvironment, type RunAs } from './process.ts';
import { clearStalePostmaster, readPostmaster, serves, type Postmaster } from './postmaster.ts';

/** All that is needed to bring up the server of one data folder. */
export interface Launch {
  readonly native: string;
  readonly cluster: string;
  readonly as: RunAs | undefined;
  readonly logFile: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** Bytes of log above which it is set aside at a start. */
const LOG_LIMIT = 20_000_000;

/**
 * Starts the server on this port as a process of its own, which outlives us, and waits until it accepts connections;
 * recovery after a crash happens here. Answers undefined when the port is taken.
 */
export async function launch(at: Launch, port: number): Promise<Postmaster | undefined> {
  // After a crash the dead server's children hold its shared memory for a moment, and the new one is refused.
  for (let tries = 0; ; tries++) {
    await clearStalePostmaster(at.cluster);
    const said = await launchOnce(at, port);
    if (typeof said !== 'string') return said;
    if (said.includes('could not bind')) return undefined;
    if (!/shared memory block|lock file/.test(said) || tries >= 60) {
      throw setupProblem(`The database server did not start. The end of ${at.logFile} says: ${said.trim()}`);
    }
    await sleep(250);
  }
}

/** Waits until a server that is coming up is ready; undefined when it ends before that. */
export async function whenReady(pid: number, cluster: string): Promise<Postmaster | undefined> {
  for (;;) {
    const found = await readPostmaster(cluster);
    if (found?.ready && found.pid === pid) return found;
    if (!(await serves(pid, cluster))) return undefined;
    await sleep(25);
  }
}

async function launchOnce(at: Launch, port: number): Promise<Postmaster | string> {
  const before = await setLogAside(at.logFile);
  const log = await open(at.logFile, 'a', 0o600);
  const settings = Object.entries(at.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(program(at.native, 'postgres'), ['-D', at.cluster, '-p', String(port), ...settings], {
    ...at.as,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    env: plainEnvironment(),
  });
  const ended = endOf(child);
  const up = comingUp(child, at.cluster);
  const first = await Promise.race([up, ended]);
  await log.close();
  child.unref();
  return typeof first === 'string' ? first + (await tail(at.logFile, before)) : first;
}

async function comingUp(child: ChildProcess, cluster: string): Promise<Postmaster> {
  for (;;) {
    const found = await readPostmaster(cluster);
    if (found?.ready && found.pid === child.pid) return found;
    // A child that has ended is reported by the other side of the race; this promise then stays open for good.
    if (child.exitCode !== null || child.signalCode !== null) return new Promise(() => undefined);
    await sleep(20);
  }
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', () => resolve(''));
  });
}

async function setLogAside(file: string): Promise<number> {
  const size = (await stat(file).catch(() => undefined))?.size ?? 0;
  if (size < LOG_LIMIT) return size;
  await rename(file, `${file}.1`);
  return 0;
}

async function tail(file: string, from: number): Promise<string> {
  const log = await open(file, 'r');
  const { buffer, bytesRead } = await log.read({ position: from, buffer: Buffer.alloc(4000) });
  await log.close();
  return buffer.subarray(0, bytesRead).toString();
}
