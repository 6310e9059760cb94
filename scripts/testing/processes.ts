import { spawn } from 'node:child_process';
import path from 'node:path';

/** What a program said and how it ended; `code` is null when it could not be started or was killed. */
export interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

/** Options for running one of the project's tools. */
export interface Running {
  readonly cwd: string;
  readonly env?: Record<string, string>;
  /** Show what it prints while it runs, instead of only keeping it. */
  readonly live?: boolean;
}

/** Runs a program with the project's own tools first on its path and no input. */
export function runTool(command: string, args: readonly string[], { cwd, env, live }: Running): Promise<Outcome> {
  return new Promise((resolve) => {
    const bin = path.join(import.meta.dirname, '../../node_modules/.bin');
    const PATH = `${bin}${path.delimiter}${process.env['PATH'] ?? ''}`;
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env, PATH },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
      if (live) process.stdout.write(chunk);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: null, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code, output }));
  });
}
