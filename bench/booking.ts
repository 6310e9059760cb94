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

const ground: Ground = { clinicians: 64, days: 36, slotsADay: 96 };
const seconds = 6;
const run = promisify(execFile);

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
          startsAt: dayStart(day).add({ minutes: slot * 5 }),
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
    const cells: object[] = [];
    let day = 0;
    for (const callers of args.length > 0 ? args.map(Number) : [1, 8, 32]) {
      const db = openDatabase({ url: server.appUrl, max: callers });
      const days = (): number[] => Array.from({ length: ground.days / 6 }, () => day++);
      const base = beside ? await pgbench(server.superuserUrl, callers) : undefined;
      for (const [design, tasks] of [
        ['spread', spread(days())],
        ['one clinician-day', crowded(days())],
      ] as const) {
        const cell = await measure(db, callers, tasks);
        const ratio = base === undefined ? null : Math.round((cell.perSecond / base) * 100) / 100;
        cells.push({ design, ...cell, pgbenchPerSecond: base ?? null, ratio });
        console.log(
          `${String(callers).padStart(3)} callers, ${design.padEnd(18)} ${JSON.stringify({ ...cell, base, ratio })}`,
        );
      }
      await closeDatabase(db);
    }
    return { seconds, ground, cells };
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

export const benchmark: Benchmark = {
  about: 'bookings a second at 1, 8 and 32 callers, spread and all on one clinician’s day, beside pgbench -N',
  run: main,
};
