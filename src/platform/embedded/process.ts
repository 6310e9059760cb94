import { execFile, spawn } from 'node:child_process';

/** The user another program runs as; undefined means as ourselves. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

/** How a program ended and what it said; `code` is null when a signal ended it or it could not be started. */
export interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

/** Runs a program to its end and answers its exit code with everything it printed; never throws. */
export function run(program: string, args: readonly string[], as?: RunAs): Promise<Outcome> {
  return new Promise((resolve) => {
    // The working directory is the root because the other user may not be able to enter ours.
    const child = spawn(program, args, { cwd: '/', stdio: ['ignore', 'pipe', 'pipe'], ...as, env: plainEnvironment() });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', (error) => resolve({ code: null, output: output + error.message }));
    child.on('close', (code) => resolve({ code, output: output.trim() }));
  });
}

/** The environment for PostgreSQL's programs: English messages, and no PG* setting of the person's own. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !name.startsWith('LC_'));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}

/** Whether a process is alive in a way that can still do work (a dead one waiting for its parent is not). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** One line about a process from `ps`, where there is no /proc (macOS): its state and command. */
export function psLine(pid: number): Promise<string> {
  return new Promise((resolve) => {
    execFile('ps', ['-o', 'stat=,command=', '-p', String(pid)], (error, stdout) => resolve(error ? '' : stdout.trim()));
  });
}
