import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What a running embedded server leaves in `run.json` (mode 0600) for the command line and the next start. */
export interface RunFile {
  /** The server's process and port. */
  readonly pid: number;
  readonly port: number;
  /** The folder of the database's files, with the passwords in it. */
  readonly cluster: string;
  readonly started: string;
}

/** Reads the run file; undefined when there is none or it cannot be understood. */
export async function readRunFile(dataDir: string): Promise<RunFile | undefined> {
  try {
    const found = JSON.parse(await readFile(fileIn(dataDir), 'utf8')) as Partial<RunFile>;
    if (typeof found.pid !== 'number' || typeof found.port !== 'number') return undefined;
    return { pid: found.pid, port: found.port, cluster: String(found.cluster), started: String(found.started) };
  } catch {
    return undefined;
  }
}

/** Writes the run file in one step, readable by its owner alone. */
export async function writeRunFile(dataDir: string, content: RunFile): Promise<void> {
  const partial = `${fileIn(dataDir)}.${process.pid}`;
  await writeFile(partial, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  await rename(partial, fileIn(dataDir));
}

/** Takes the run file away when the server has stopped. */
export async function removeRunFile(dataDir: string): Promise<void> {
  await rm(fileIn(dataDir), { force: true });
}

function fileIn(dataDir: string): string {
  return path.join(dataDir, 'run.json');
}
