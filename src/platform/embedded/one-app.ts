import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { prepareFolder } from './folder.ts';
import { tryLock } from './lock.ts';

/** An app that works on a data folder: its process, and its address once it is ready. */
export interface RunningApp {
  readonly pid: number;
  readonly address: string | null;
}

/** The claim of one app on a data folder. */
export interface Claim {
  /** Lets a second start say where the app is. */
  announce(address: string): Promise<void>;
  release(): Promise<void>;
}

/** Claims a data folder for this app; when another has it, answers which, as far as it has said. */
export async function claimFolder(dataDir: string): Promise<{ claim: Claim } | { taken: RunningApp | undefined }> {
  const folder = await prepareFolder(dataDir);
  const file = path.join(folder, 'app.json');
  const lock = tryLock(path.join(folder, 'app.lock'), 'exclusive');
  if (!lock) return { taken: await readApp(file) };
  const write = (address: string | null) =>
    writeFile(file, `${JSON.stringify({ pid: process.pid, address })}\n`, { mode: 0o600 });
  await write(null);
  const release = async () => {
    await rm(file, { force: true });
    lock.release();
  };
  return { claim: { announce: write, release } };
}

/** The app that works on a data folder at this moment; undefined when there is none. */
export async function runningApp(dataDir: string): Promise<RunningApp | undefined> {
  const claimed = await claimFolder(dataDir);
  if ('taken' in claimed) return claimed.taken;
  await claimed.claim.release();
  return undefined;
}

async function readApp(file: string): Promise<RunningApp | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as RunningApp;
  } catch {
    return undefined;
  }
}
