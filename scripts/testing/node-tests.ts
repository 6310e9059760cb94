import { once } from 'node:events';
import path from 'node:path';
import { run } from 'node:test';
import { inspect } from 'node:util';
import { heading, readable, tally, type Tally } from './tally.ts';

/** Files that run at once: one more than the two cores this is meant for, since each waits for the database half its time. */
const AT_ONCE = 3;
/** Milliseconds one test may take. */
const TEST_PATIENCE = 180_000;
/** Milliseconds all tests of one kind may take. */
const KIND_PATIENCE = 420_000;

interface Result {
  readonly name: string;
  readonly file?: string | undefined;
  readonly skip?: string | boolean | undefined;
  readonly todo?: string | boolean | undefined;
  readonly details: {
    readonly type?: string | undefined;
    readonly error?: (Error & { readonly failureType?: string }) | undefined;
  };
}

interface Run {
  readonly root: string;
  readonly counted: Tally;
  /** Files that ran to their end with at least one test, or whose failure has been counted. */
  readonly heard: Set<string>;
  /** What each file printed, shown when it fails. */
  readonly printed: Map<string, string>;
}

/** Runs the files of one kind, a few at a time, and counts from node:test's own events; no test at all is a failure. */
export async function runNodeTests(name: string, files: readonly string[], root: string): Promise<Tally> {
  heading(`Tests: ${name} (${files.length} ${files.length === 1 ? 'file' : 'files'})`);
  const startedAt = performance.now();
  const counted = tally(name);
  const running: Run = { root, counted, heard: new Set(), printed: new Map() };
  if (files.length > 0) await listen(files, running);
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

async function listen(files: readonly string[], running: Run): Promise<void> {
  const { root, printed } = running;
  const keep = (event: { file?: string | undefined; message: string }): void => {
    const file = relative(root, event.file);
    printed.set(file, `${printed.get(file) ?? ''}${event.message}`);
  };
  const stream = run({
    files: files.map((file) => path.join(root, file)),
    cwd: root,
    concurrency: AT_ONCE,
    // A test that never ends fails alone, and a kind has a limit too. Files are not forced to exit: on a busy machine that
    // cuts off what they still had to say, and their tests with it.
    timeout: TEST_PATIENCE,
    signal: AbortSignal.timeout(KIND_PATIENCE),
  });
  stream.on('test:stdout', keep);
  stream.on('test:stderr', keep);
  stream.on('test:pass', (event) => countPass(event, running));
  stream.on('test:fail', (event) => countFailure(event as Result, running));
  stream.on('test:summary', ({ file, counts, duration_ms: took }) => {
    if (file === undefined || counts.tests === 0) return;
    const name = relative(root, file);
    running.heard.add(name);
    const failed = counts.tests - counts.passed - counts.skipped - counts.todo;
    const failures = failed > 0 ? `, ${failed} failed` : '';
    console.log(`${failed > 0 ? '✖' : '✔'} ${name}  ${counts.passed} passed${failures}  ${readable(took)}`);
    if (failed > 0) console.log(indent(printed.get(name) ?? ''));
  });
  stream.resume();
  await once(stream, 'close');
}

/** A file that holds no test is reported by node:test as one passing test of the file's own name: not counted. */
function countPass({ details, name, file, skip, todo }: Result, { counted }: Run): void {
  if (details.type === 'suite' || name === file) return;
  if (skip === undefined && todo === undefined) {
    counted.passed += 1;
    return;
  }
  counted.skipped += 1;
  console.log(`↷ skipped: ${name}`);
}

/** A suite that fails through its tests has been counted by them; one whose own hook fails has not. */
function countFailure({ details, name, file }: Result, { counted, heard, printed, root }: Run): void {
  if (details.error?.failureType === 'subtestsFailed') return;
  counted.failed += 1;
  const place = relative(root, file);
  console.log(`\n✖ ${name === file ? `${place} did not end well` : `${name}  (${place})`}`);
  console.log(indent(inspect(details.error?.cause ?? details.error, { depth: 6 })));
  if (name !== file) return;
  heard.add(place);
  console.log(indent(printed.get(place) ?? ''));
}

function relative(root: string, file: string | undefined): string {
  return path.relative(root, file ?? root).replaceAll(path.sep, '/');
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '    ');
}
