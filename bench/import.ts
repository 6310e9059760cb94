// How fast published statistics are imported, beside a bare COPY of the same rows in the same run.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { importFile } from '#domains/published/commands/import.ts';
import { crosstabCsv, regionalCsv } from '#domains/published/fixtures.ts';
import { closeDatabase, openDatabase, type Database } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { sql } from '#platform/db/sql.ts';
import { startEmbedded } from '#platform/embedded/server.ts';
import type { Benchmark } from './run.ts';

const rounds = 3;
const professionals = ['GP', 'Other Practice staff', 'Unknown'];
const modes = ['Face-to-Face', 'Telephone', 'Home Visit', 'Video Conference/Online', 'Unknown'];
const waits = [
  'Same Day',
  '1 Day',
  '2 to 7 Days',
  '8  to 14 Days',
  '15  to 21 Days',
  '22  to 28 Days',
  'More than 28 Days',
];

/** A month of a crosstab: as many rows as asked, every label in its turn. */
function crosstab(rows: number, month: string): string {
  return crosstabCsv(
    Array.from({ length: rows }, (_, n) => ({
      GP_CODE: `A${10_000 + (n % 6200)}`,
      HCP_TYPE: professionals[n % 3] ?? '',
      APPT_MODE: modes[n % 5] ?? '',
      TIME_BETWEEN_BOOK_AND_APPT: waits[n % 7] ?? '',
      COUNT_OF_APPOINTMENTS: n % 113,
    })),
    month,
  );
}

/** A month of the regional file. */
function regional(rows: number, month: string): string {
  return regionalCsv(
    Array.from({ length: rows }, (_, n) => ({
      SUB_ICB_LOCATION_CODE: `${10 + (n % 90)}Z`,
      Appointment_Month: month,
      HCP_TYPE: professionals[n % 3] ?? '',
      APPT_MODE: modes[n % 5] ?? '',
      TIME_BETWEEN_BOOK_AND_APPT: waits[n % 7] ?? '',
      COUNT_OF_APPOINTMENTS: n % 997,
    })),
  );
}

const shapes = {
  crosstab: { make: crosstab, table: 'published.appointments_crosstab' },
  regional: { make: regional, table: 'published.appointments_area' },
} as const;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

/** The rows of an edition as COPY text, which is what the import sends the database too. */
async function linesOf(owner: Database, table: string, edition: string): Promise<Buffer> {
  const client = await owner.pool.connect();
  try {
    const parts: Buffer[] = [];
    const stream = client.query(copyTo(`copy (select * from ${table} where edition_id = '${edition}') to stdout`));
    for await (const part of stream as AsyncIterable<Buffer>) parts.push(part);
    return Buffer.concat(parts);
  } finally {
    client.release();
  }
}

/** COPY of lines into a table of the same columns without keys, checks or indexes. */
async function bareCopy(owner: Database, table: string, lines: Buffer): Promise<number> {
  await owner.pool.query(`drop table if exists bare; create table bare as select * from ${table} with no data`);
  const client = await owner.pool.connect();
  const chunks = Array.from({ length: Math.ceil(lines.length / 65_536) }, (_, n) =>
    lines.subarray(n * 65_536, (n + 1) * 65_536),
  );
  try {
    return await timed(() => pipeline(Readable.from(chunks), client.query(copyFrom('copy bare from stdin'))));
  } finally {
    client.release();
  }
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

interface Ground {
  readonly db: Database;
  readonly owner: Database;
  readonly folder: string;
}

async function measure({ db, owner, folder }: Ground, name: keyof typeof shapes, rows: number) {
  const { make, table } = shapes[name];
  const [imports, copies]: [number[], number[]] = [[], []];
  let bytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    const file = path.join(folder, `${name}-${round}.csv`);
    const content = make(rows, `2024-0${round + 1}`);
    bytes = content.length;
    await writeFile(file, content);
    let edition = '';
    imports.push(
      await timed(async () => {
        const report = await importFile(db, file, { period: null, skipRejected: false, onBytes: () => undefined });
        if (report.kept !== rows || report.edition === null)
          throw new Error(`kept ${report.kept}: ${report.reason ?? ''}`);
        edition = report.edition;
      }),
    );
    copies.push(await bareCopy(owner, table, await linesOf(owner, table, edition)));
  }
  const [importSeconds, copySeconds] = [median(imports), median(copies)];
  const result = {
    file: name,
    rows,
    megabytes: Math.round(bytes / 1e6),
    importRowsPerSecond: Math.round(rows / importSeconds),
    bareCopyRowsPerSecond: Math.round(rows / copySeconds),
    ratio: Math.round((copySeconds / importSeconds) * 1000) / 1000,
  };
  console.log(
    `${name.padEnd(10)} ${rows.toLocaleString('en-GB')} rows, ${result.megabytes} MB: import ${result.importRowsPerSecond.toLocaleString('en-GB')} rows/s, bare COPY ${result.bareCopyRowsPerSecond.toLocaleString('en-GB')} rows/s, ratio ${result.ratio}`,
  );
  return result;
}

async function run(args: readonly string[]): Promise<object> {
  const rows = Number(args[0] ?? 300_000);
  const folder = await mkdtemp(path.join(tmpdir(), 'superpractice-bench-'));
  const server = await startEmbedded({ dataDir: path.join(folder, 'data') });
  try {
    await migrate(server.ownerUrl);
    const [db, owner] = [openDatabase({ url: server.appUrl }), openDatabase({ url: server.ownerUrl })];
    await owner.rows(sql`select 1`);
    const ground = { db, owner, folder };
    const files = [await measure(ground, 'crosstab', rows), await measure(ground, 'regional', rows)];
    await Promise.all([closeDatabase(db), closeDatabase(owner)]);
    return { rounds, files };
  } finally {
    await server.stop({ hurry: true });
    await rm(folder, { recursive: true, force: true });
  }
}

/** Import of a practice crosstab and of a regional file, medians of three rounds. */
export const benchmark: Benchmark = {
  about: 'rows a second of the import beside a bare COPY of the same rows',
  run,
};
