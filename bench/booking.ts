// How fast bookings are beside PostgreSQL's own benchmark on the same server in the same run.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { book } from '#domains/access/commands/book.ts';
import { closeDatabase, openDatabase, type Database } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { startEmbedded } from '#platform/embedded/server.ts';
import type { Benchmark } from './run.ts';
import { dayStart, idOf, layGround, navigator, type Ground, type Task } from './support/booking-ground.ts';

const ground: Ground = { clinicians: 64, days: 48, slotsADay: 96, pastDays: 30 };
/** Base and design take turns in short slices: on a shared machine, longer runs measure the neighbours. */
const rounds = 4;
const seconds = 2;
const run = promisify(execFile);

/** Worked out beforehand: a caller has its times, it does not compute them. */
const starts = Array.from({ length: ground.days }, (_, day) =>
  Array.from({ length: ground.slotsADay }, (_slot, slot) => dayStart(day).add({ minutes: slot * 5 })),
);

/** One figure of one design: bookings made a second, the slow tail, and refusals although every slot wanted was free. */
interface Cell {
  readonly callers: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly falseConflicts: number;
}

/** Days are handed to the cells, so that no two want the same slot. */
function* spread(days: readonly number[]): Generator<Task> {
  for (const day of days)
    for (let slot = 0; slot < ground.slotsADay; slot += 1)
      for (let clinician = 0; clinician < ground.clinicians; clinician += 1) yield task(clinician, day, slot);
}

/** Everyone wants the same clinician's same day, until it is full; then the next. */
function* crowded(days: readonly number[]): Generator<Task> {
  for (const day of days)
    for (let clinician = 0; clinician < ground.clinicians; clinician += 1)
      for (let slot = 0; slot < ground.slotsADay; slot += 1) yield task(clinician, day, slot);
}

function task(clinician: number, day: number, slot: number): Task {
  const withinDay = slot * ground.clinicians + clinician;
  return { clinician, day, slot, n: day * ground.clinicians * ground.slotsADay + withinDay };
}

async function measure(db: Database, callers: number, tasks: Generator<Task>): Promise<Cell> {
  const times: number[] = [];
  let falseConflicts = 0;
  const began = performance.now();
  const until = began + seconds * 1000;
  const caller = async (): Promise<void> => {
    while (performance.now() < until) {
      const next = tasks.next();
      if (next.done) throw new Error('the ground is too small for this machine');
      const { clinician, day, slot, n } = next.value;
      const from = performance.now();
      const result = await book(
        { db, actor: navigator, act: { action: 'bench-book' } },
        {
          key: `bench-${n}`,
          requestId: idOf('request', n),
          patientId: idOf('patient', n % (ground.clinicians * ground.slotsADay)),
          sessionId: idOf('session', day * ground.clinicians + clinician),
          startsAt: starts[day]?.[slot] ?? dayStart(day),
          minutes: 5,
        },
      );
      times.push(performance.now() - from);
      if (!result.ok) falseConflicts += 1;
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  const took = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number): number => Math.round((times[Math.floor(times.length * share)] ?? 0) * 100) / 100;
  return { callers, perSecond: Math.round(times.length / took), p50Ms: at(0.5), p99Ms: at(0.99), falseConflicts };
}

/** Transactions a second of `pgbench -N`; undefined where it is not installed. */
async function pgbench(url: string, callers: number): Promise<number | undefined> {
  const args = ['-n', '-N', '-c', String(callers), '-j', String(Math.min(callers, 2)), '-T', String(seconds), url];
  const { stdout } = await run('pgbench', args);
  const found = /tps = ([\d.]+)/.exec(stdout);
  return found ? Math.round(Number(found[1])) : undefined;
}

async function hasPgbench(): Promise<boolean> {
  return run('pgbench', ['--version']).then(
    () => true,
    () => false,
  );
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** All that is measured at one number of callers. */
async function compare(urls: Urls, callers: number, nextDay: () => number): Promise<object[]> {
  const db = openDatabase({ url: urls.appUrl, max: callers });
  const designs = { spread, 'one clinician-day': crowded } as const;
  const found = Object.keys(designs).map((design) => ({ design, cells: [] as Cell[] }));
  const base: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (urls.pgbench) base.push((await pgbench(urls.superuserUrl, callers)) ?? 0);
    for (const { design, cells } of found)
      cells.push(await measure(db, callers, designs[design as keyof typeof designs]([nextDay(), nextDay()])));
  }
  await closeDatabase(db);
  return found.map(({ design, cells }) => {
    const of = (pick: (cell: Cell) => number): number => median(cells.map(pick));
    const ratios = cells.map((cell, round) => cell.perSecond / (base[round] ?? NaN));
    return {
      ...{ design, callers, perSecond: of((cell) => cell.perSecond), p50Ms: of((cell) => cell.p50Ms) },
      ...{ p99Ms: of((cell) => cell.p99Ms), falseConflicts: cells.reduce((sum, cell) => sum + cell.falseConflicts, 0) },
      pgbenchPerSecond: urls.pgbench ? median(base) : null,
      ratio: urls.pgbench ? Math.round(median(ratios) * 100) / 100 : null,
      rounds: cells.map((cell, round) => ({ perSecond: cell.perSecond, pgbenchPerSecond: base[round] ?? null })),
    };
  });
}

interface Urls {
  readonly appUrl: string;
  readonly superuserUrl: string;
  readonly pgbench: boolean;
}

async function main(args: readonly string[]): Promise<object> {
  const folder = await mkdtemp(path.join(tmpdir(), 'superpractice-bench-'));
  const server = await startEmbedded({ dataDir: folder });
  try {
    await migrate(server.ownerUrl);
    const owner = openDatabase({ url: server.ownerUrl, max: 1 });
    await layGround(owner, ground);
    await closeDatabase(owner);
    const beside = await hasPgbench();
    if (beside) await run('pgbench', ['-i', '-q', '-s', '10', server.superuserUrl]);
    else console.log('pgbench is not installed (Debian: apt-get install postgresql-15), so there are no ratios.');
    let day = 0;
    const found: object[] = [];
    for (const callers of args.length > 0 ? args.map(Number) : [1, 8, 32]) {
      const rows = await compare({ ...server, pgbench: beside }, callers, () => day++ % ground.days);
      for (const row of rows) console.log(JSON.stringify({ ...row, rounds: undefined }));
      found.push(...rows);
    }
    return { rounds, secondsEach: seconds, ground, found };
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

export const benchmark: Benchmark = {
  about: 'bookings a second at 1, 8 and 32 callers, spread and all on one clinician’s day, beside pgbench -N',
  run: main,
};
