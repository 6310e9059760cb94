import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import path from 'node:path';

/** Milliseconds the app may take to start, with its demonstration. */
const PATIENCE = 120_000;

/** Starts the app once for all specs and tells them its address; answers how to stop it. */
export default async function start(): Promise<() => Promise<void>> {
  const app = spawn('node', [path.join(import.meta.dirname, 'app.ts')], { stdio: ['pipe', 'pipe', 'inherit'] });
  process.env['E2E_ADDRESS'] = await addressOf(app);
  return async () => {
    const ended = new Promise((resolve) => app.once('exit', resolve));
    app.stdin.end();
    await ended;
  };
}

function addressOf(app: ChildProcess & { stdout: NodeJS.ReadableStream }): Promise<string> {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => {
      app.kill('SIGKILL');
      reject(new Error(`the app did not start within ${PATIENCE / 1000} seconds`));
    }, PATIENCE);
    app.once('exit', (code) => reject(new Error(`the app ended before it was ready (exit code ${code})`)));
    createInterface({ input: app.stdout }).once('line', (line) => {
      clearTimeout(patience);
      resolve((JSON.parse(line) as { address: string }).address);
    });
  });
}
