import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '#platform/embedded/port.ts';
import { serves } from '#platform/embedded/postmaster.ts';

const root = path.join(import.meta.dirname, '..');
const dataDir = await mkdtemp(path.join(tmpdir(), 'main-test-'));
const port = await freePort();
const environment = {
  PATH: process.env['PATH'],
  SUPERPRACTICE_DATA: dataDir,
  SUPERPRACTICE_DEMO: 'no',
  LOG_LEVEL: 'silent',
  PORT: String(port),
};

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}
interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  readonly said: () => string;
}
const children: Running[] = [];
after(async () => {
  for (const { child } of children) child.kill('SIGTERM');
  await Promise.all(children.map(({ ended }) => ended));
  await rm(dataDir, { recursive: true, force: true });
});

function run(words: readonly string[], more: Record<string, string> = {}): Running {
  const child = spawn(process.execPath, words, { cwd: root, env: { ...environment, ...more } });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, out, err }));
  const started = { child, ended, said: () => out };
  children.push(started);
  return started;
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const began = performance.now();
  while (!(await condition())) {
    assert.ok(performance.now() - began < 60_000, 'it takes too long');
    await sleep(25);
  }
}

async function startApp(): Promise<Running> {
  const app = run(['src/main.ts']);
  await Promise.race([until(() => app.said().includes('ready at')), app.ended]);
  assert.match(app.said(), /ready at/, app.child.exitCode === null ? '' : (await app.ended).err);
  return app;
}

const ready = (): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/health/ready`).then(
    (response) => response.ok,
    () => false,
  );

async function serverProcess(): Promise<number> {
  return (JSON.parse(await readFile(path.join(dataDir, 'run.json'), 'utf8')) as { pid: number }).pid;
}

test('the app starts, survives what happens to it, and stops', async (t) => {
  const app = await startApp();

  await t.test('the start says how far it is, and the address last', () => {
    const lines = app.said().trimEnd().split('\n');
    const steps = lines.filter((line) => /^\d of \d/.test(line)).map((line) => line.slice(0, 6));
    assert.deepEqual(steps, ['1 of 4', '2 of 4', '3 of 4', '4 of 4']);
    assert.equal(lines.at(-1), `Superpractice is ready at http://localhost:${port}`);
  });

  await t.test('a second start on the same data says where the first one is', async () => {
    const { code, err } = await run(['src/main.ts']).ended;
    assert.equal(code, 1);
    assert.ok(err.includes(`already running at http://localhost:${port} (process ${app.child.pid ?? 0})`), err);
  });

  await t.test('the command line joins the running server, and its answer is nothing but JSON', async () => {
    const { code, out } = await run(['src/cli.ts', 'status', '--json']).ended;
    assert.equal(code, 0);
    const status = JSON.parse(out) as { process: number; app: unknown };
    assert.equal(status.process, await serverProcess());
    assert.deepEqual(status.app, { process: app.child.pid, address: `http://localhost:${port}` });
    assert.equal(await ready(), true);
  });

  await t.test('the app lives on when its database server is killed, and has it back soon', async () => {
    const killed = await serverProcess();
    process.kill(killed, 'SIGKILL');
    await until(async () => !(await ready()));
    await until(ready);
    // The new server answers a moment before the app has noted it.
    await until(async () => (await serverProcess()) !== killed);
    assert.equal(app.child.exitCode, null);
  });

  await t.test('after the app itself is killed the next start finds its server and goes on', async () => {
    const orphan = await serverProcess();
    app.child.kill('SIGKILL');
    await app.ended;
    const next = await startApp();
    assert.equal(await serverProcess(), orphan);

    next.child.kill('SIGINT');
    const { code, out } = await next.ended;
    assert.equal(code, 0);
    assert.match(out, /Stopped\.\n$/);
    assert.equal(await serves(orphan, path.join(await realpath(dataDir), 'postgres')), false);
  });
});

test('a taken port is said, with the variable that changes it', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
  const { code, err } = await run(['src/main.ts']).ended;
  other.close();
  assert.equal(code, 1);
  assert.match(err, new RegExp(`Port ${port} is taken.*PORT`));
});

test('wrong settings are all said before anything is started', async () => {
  const { code, out, err } = await run(['src/main.ts'], { PORT: 'x', IDLE_LOCK_MINUTES: '0' }).ended;
  assert.deepEqual([code, out], [1, '']);
  assert.match(err, /PORT accepts[^]*IDLE_LOCK_MINUTES accepts/);
});
