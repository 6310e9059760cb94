import { once } from 'node:events';
import path from 'node:path';
import { run } from 'node:test';
import { inspect } from 'node:util';
import { batchesOf, type Batch } from './batches.ts';
import { heading, readable, tally, type Tally } from './tally.ts';

/** Processes that run at once: one more than the two cores this is meant for, since each waits for the database half its time. */
const AT_ONCE = 3;
/** Milliseconds one test may take. */
const TEST_PATIENCE = 180_000;
/** Milliseconds all tests of one kind may take. */
const KIND_PATIENCE = 420_000;

interface Result {
  readonly name: string;
  readonly file?: string | undefined;
  readonly nesting: number;
  readonly skip?: string | boolean | undefined;
  readonly todo?: string | boolean | undefined;
  readonly details: {
    readonly duration_ms?: number | undefined;
    readonly type?: string | undefined;
    readonly error?: (Error & { readonly failureType?: string }) | undefined;
  };
}

interface Run {
  readonly root: string;
  readonly counted: Tally;
  readonly batches: readonly Batch[];
  /** What was heard of each file: a file of which nothing is heard holds no test. */
  readonly heard: Map<string, Heard>;
  /** What each process printed, by its entry, shown when one of its tests fails. */
  readonly printed: Map<string, string>;
}

interface Heard {
  passed: number;
  failed: number;
  milliseconds: number;
}

/** Runs the files of one kind, a few processes at a time, and counts from node:test's own events; no test at all is a failure. */
export async function runNodeTests(name: string, files: readonly string[], root: string): Promise<Tally> {
  heading(`Tests: ${name} (${files.length} ${files.length === 1 ? 'file' : 'files'})`);
  const startedAt = performance.now();
  const counted = tally(name);
  const batches = batchesOf(name, files, root);
  const running: Run = { root, counted, batches, heard: new Map(), printed: new Map() };
  if (files.length > 0) await listen(running);
  for (const file of files.filter((each) => !running.heard.has(each))) {
    counted.failed += 1;
    console.log(`✖ ${file} holds no test`);
  }
  if (counted.passed + counted.failed === 0) {
    counted.failed += 1;
    console.log(`✖ no ${name} test was run: a kind that is silently empty counts as a failure`);
  }
  counted.milliseconds = performance.now() - startedAt;
  return counted;
}

async function listen(running: Run): Promise<void> {
  const { root, printed, batches } = running;
  const keep = (event: { file?: string | undefined; message: string }): void => {
    const entry = relative(root, event.file);
    printed.set(entry, `${printed.get(entry) ?? ''}${event.message}`);
  };
  const stream = run({
    files: batches.map(({ entry }) => entry),
    cwd: root,
    concurrency: AT_ONCE,
    // A test that never ends fails alone, and a kind has a limit too. Files are not forced to exit: on a busy machine that
    // cuts off what they still had to say, and their tests with it.
    timeout: TEST_PATIENCE,
    signal: AbortSignal.timeout(KIND_PATIENCE),
  });
  stream.on('test:stdout', keep);
  stream.on('test:stderr', keep);
  stream.on('test:pass', (event) => countPass(event as Result, running));
  stream.on('test:fail', (event) => countFailure(event as Result, running));
  stream.on('test:summary', (summary) => tellBatch(summary, running));
  stream.resume();
  await once(stream, 'close');
}

interface Summary {
  readonly file?: string | undefined;
  readonly counts: { readonly tests: number; readonly passed: number; readonly skipped: number; readonly todo: number };
  readonly duration_ms: number;
}

/** One line for each file of a process that has ended, and what it printed where a test failed. */
function tellBatch({ file: entry, counts, duration_ms: took }: Summary, running: Run): void {
  const batch = running.batches.find((each) => each.entry === entry);
  const [only, ...more] = batch?.files ?? [];
  // What is called on behalf of a file stands under the helper's name: of a file alone the process knows better.
  if (only !== undefined && more.length === 0 && counts.tests > 0) {
    const failed = counts.tests - counts.passed - counts.skipped - counts.todo;
    running.heard.set(only, { passed: counts.passed, failed, milliseconds: took });
  }
  let broken = false;
  for (const file of batch?.files ?? []) {
    const told = running.heard.get(file);
    if (told === undefined) continue;
    broken ||= told.failed > 0;
    const failures = told.failed > 0 ? `, ${told.failed} failed` : '';
    const mark = told.failed > 0 ? '✖' : '✔';
    console.log(`${mark} ${file}  ${told.passed} passed${failures}  ${readable(told.milliseconds)}`);
  }
  if (broken) console.log(indent(running.printed.get(relative(running.root, entry)) ?? ''));
}

function heardOf(file: string, { heard }: Run): Heard {
  const before = heard.get(file) ?? { passed: 0, failed: 0, milliseconds: 0 };
  heard.set(file, before);
  return before;
}

/** A process that holds no test is reported by node:test as one passing test of its own name: not counted, nor is its loading. */
function countPass({ details, name, file, skip, todo, nesting }: Result, running: Run): void {
  const loads = running.batches.some(({ entry, files }) => entry === file && files.length > 1);
  if (name === file || loads) return;
  const told = heardOf(relative(running.root, file), running);
  if (nesting === 0) told.milliseconds += details.duration_ms ?? 0;
  if (details.type === 'suite') return;
  if (skip === undefined && todo === undefined) {
    running.counted.passed += 1;
    told.passed += 1;
    return;
  }
  running.counted.skipped += 1;
  console.log(`↷ skipped: ${name}`);
}

/** A suite that fails through its tests has been counted by them; one whose own hook fails has not. */
function countFailure({ details, name, file, nesting }: Result, running: Run): void {
  const { root, counted, printed } = running;
  const told = heardOf(relative(root, file), running);
  if (nesting === 0) told.milliseconds += details.duration_ms ?? 0;
  if (details.error?.failureType === 'subtestsFailed') return;
  counted.failed += 1;
  told.failed += 1;
  const place = relative(root, file);
  console.log(`\n✖ ${name === file ? `${place} did not end well` : `${name}  (${place})`}`);
  console.log(indent(inspect(details.error?.cause ?? details.error, { depth: 6 })));
  if (name === file) console.log(indent(printed.get(place) ?? ''));
}

function relative(root: string, file: string | undefined): string {
  return path.relative(root, file ?? root).replaceAll(path.sep, '/');
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '    ');
}
