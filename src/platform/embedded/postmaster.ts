import { readdir, readFile, readlink, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, psLine } from './process.ts';

/** What PostgreSQL's own postmaster.pid says about the server of a data folder. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** Reads postmaster.pid; undefined when there is none or it is not yet written to the end. */
export async function readPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const text = await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === 'ready' };
}

/** Whether this process is a living server of this data folder, and not a stranger that was given its number. */
export async function serves(pid: number, cluster: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  // A server's working directory is its data folder; a dead process that nobody has collected yet has none.
  if (process.platform === 'linux') return (await workingDirectory(pid)) === cluster;
  if (process.platform === 'win32') return true;
  const line = await psLine(pid);
  return !line.startsWith('Z') && line.includes('postgres');
}

/**
 * Takes away a postmaster.pid that would keep the server from starting although no server lives: PostgreSQL does so
 * itself when the number belongs to nobody, but not when it belongs to a stranger or to an uncollected dead process.
 */
export async function clearStalePostmaster(cluster: string): Promise<void> {
  const found = await readPostmaster(cluster);
  if (!found || !isAlive(found.pid) || (await serves(found.pid, cluster))) return;
  // The dead server's own children may take a moment to notice; two servers must never share the files.
  for (let tries = 0; tries < 300 && (await anyoneIn(cluster)); tries++) await sleep(50);
  await rm(path.join(cluster, 'postmaster.pid'), { force: true });
}

async function anyoneIn(cluster: string): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const places = await Promise.all(pids.map(workingDirectory));
  return places.includes(cluster);
}

function workingDirectory(pid: number): Promise<string> {
  return readlink(`/proc/${pid}/cwd`).catch(() => '');
}
