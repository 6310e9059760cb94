// One run of everything: checks, then each kind of test, then the browser. Every stage runs whatever failed before it,
// and the last line alone sums them. `--fast` leaves out database and browser; words pick kinds or files.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { differences, emptyRuleBook } from './rules.ts';
import { runBrowserTests } from './testing/browser.ts';
import { runChecks } from './testing/checks.ts';
import { kinds, runningOrder, testFiles } from './testing/kinds.ts';
import { runNodeTests } from './testing/node-tests.ts';
import { conclude, tally, type Tally } from './testing/tally.ts';
import { startTestServer } from '../test/support/server.ts';

const root = path.join(import.meta.dirname, '..');
const startedAt = performance.now();
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const fast = process.argv.includes('--fast');
const tallies: Tally[] = [];
// Every test file is a process that loads the same code: what Node made of it is kept for the next.
process.env['NODE_COMPILE_CACHE'] ??= path.join(root, 'node_modules/.cache/node');
let stopServer: (() => Promise<void>) | undefined;

/** With no words everything is wanted; a word wants the kind or check of that name, or files whose path holds it. */
function wants(name: string, isFast: boolean): boolean {
  return words.length === 0 ? isFast || !fast : words.includes(name);
}

function filesOf(name: string, isFast: boolean): readonly string[] | undefined {
  const files = testFiles(root).get(name) ?? [];
  if (wants(name, isFast)) return files;
  const chosen = files.filter((file) => words.some((word) => file.includes(word)));
  return chosen.length > 0 ? chosen : undefined;
}

/** A stage that cannot even run has failed; the stages after it still run. */
async function stage(name: string, work: () => Promise<Tally | undefined>): Promise<void> {
  try {
    const result = await work();
    if (result) tallies.push(result);
  } catch (error) {
    console.log(`✖ ${name} could not run: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    tallies.push({ ...tally(name), failed: 1 });
  }
}

async function rulesWithTheirPages(files: readonly string[]): Promise<Tally> {
  const complete = wants('rules', true);
  const written = emptyRuleBook();
  if (complete) process.env['RULES_OUT'] = written;
  const result = await runNodeTests('rules', files, root);
  delete process.env['RULES_OUT'];
  if (complete) {
    const stale = differences(root, written);
    if (stale.length === 0) result.passed += 1;
    else result.failed += 1;
    for (const line of stale) console.log(`✖ ${line}: run npm run rules and commit the result`);
  }
  rmSync(written, { recursive: true, force: true });
  return result;
}

async function needServer(): Promise<void> {
  stopServer ??= await startTestServer();
}

async function runKind(name: string): Promise<void> {
  const kind = kinds.find((each) => each.name === name);
  const files = kind && filesOf(name, kind.fast);
  if (!files) return;
  await stage(name, async () => {
    if (kind.needsDatabase && files.length > 0) await needServer();
    return name === 'rules' ? rulesWithTheirPages(files) : runNodeTests(name, files, root);
  });
}

async function main(): Promise<void> {
  await stage('checks', async () => void tallies.push(...(await runChecks(root, wants))));
  for (const name of runningOrder) await runKind(name);
  const specs = words.filter((word) => word.endsWith('.spec.ts'));
  if (wants('browser', false) || specs.length > 0) {
    await stage('browser', async () => {
      await needServer();
      return runBrowserTests(root, specs);
    });
  }
  await stopServer?.();
  process.exitCode = conclude(tallies, startedAt) ? 0 : 1;
}

await main();
