import { once } from 'node:events';
import path from 'node:path';
import { run } from 'node:test';
import { inspect } from 'node:util';
import { heading, readable, tally, type Tally } from './tally.ts';

interface TestEvent {
  name: string;
  nesting: number;
  file?: string | undefined;
  skip?: string | boolean | undefined;
  todo?: string | boolean | undefined;
  details: { type?: string | undefined; duration_ms: number; error?: (Error & { failureType?: string }) | undefined };
}

interface FileRecord {
  passed: number;
  failed: number;
  skipped: number;
  milliseconds: number;
  output: string;
}

/** Runs the files of one kind, two at a time, and counts from node:test's own events; no test at all is a failure. */
export async function runNodeTests(name: string, files: readonly string[], root: string): Promise<Tally> {
  heading(`Tests: ${name} (${files.length} ${files.length === 1 ? 'file' : 'files'})`);
  const startedAt = performance.now();
  const counted = tally(name);
  const records = new Map<string, FileRecord>();
  if (files.length > 0) await collect(files, root, records);
  for (const [file, record] of records) {
    counted.passed += record.passed;
    counted.failed += record.failed;
    counted.skipped += record.skipped;
    if (record.passed + record.failed + record.skipped === 0) {
      counted.failed += 1;
      console.log(`✖ ${file} holds no test`);
    }
  }
  if (counted.passed + counted.failed === 0) {
    counted.failed += 1;
    console.log(`✖ no ${name} test was run: a kind that is silently empty counts as a failure`);
  }
  counted.milliseconds = performance.now() - startedAt;
  return counted;
}

async function collect(files: readonly string[], root: string, records: Map<string, FileRecord>): Promise<void> {
  const recordOf = (file: string | undefined): FileRecord => {
    const key = path.relative(root, file ?? root).replaceAll(path.sep, '/');
    const known = records.get(key) ?? { passed: 0, failed: 0, skipped: 0, milliseconds: 0, output: '' };
    records.set(key, known);
    return known;
  };
  for (const file of files) recordOf(path.join(root, file));
  const stream = run({
    files: files.map((file) => path.join(root, file)),
    concurrency: 2,
    timeout: 240_000,
    cwd: root,
  });
  stream.on('test:stdout', (event) => (recordOf(event.file).output += event.message));
  stream.on('test:stderr', (event) => (recordOf(event.file).output += event.message));
  stream.on('test:pass', (event) => count(event, recordOf(event.file)));
  stream.on('test:fail', (event) => count(event as TestEvent, recordOf(event.file), root));
  stream.on('test:summary', (event) => {
    if (event.file) reportFile(path.relative(root, event.file), recordOf(event.file), event.duration_ms);
  });
  stream.resume();
  await once(stream, 'close');
}

/** A file that holds no test is reported by node:test as one passing test of the file's own name: not counted. */
function count(event: TestEvent, record: FileRecord, root?: string): void {
  const { details, name, file } = event;
  const failed = root !== undefined;
  const isTest = details.type !== 'suite' && name !== file;
  if (failed) {
    if (details.error?.failureType === 'subtestsFailed') return;
    record.failed += 1;
    console.log(`\n✖ ${name}${file ? `  (${path.relative(root, file)})` : ''}`);
    console.log(indent(inspect(details.error?.cause ?? details.error, { depth: 6 })));
    if (name === file && record.output) console.log(indent(record.output));
  } else if (event.skip !== undefined || event.todo !== undefined) {
    record.skipped += 1;
    console.log(`↷ skipped: ${name}`);
  } else if (isTest) record.passed += 1;
}

function reportFile(file: string, record: FileRecord, milliseconds: number): void {
  record.milliseconds = milliseconds;
  const { passed, failed } = record;
  const failures = failed > 0 ? `, ${failed} failed` : '';
  console.log(`${failed > 0 ? '✖' : '✔'} ${file}  ${passed} passed${failures}  ${readable(milliseconds)}`);
  if (failed > 0 && record.output) console.log(indent(record.output));
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '    ');
}
