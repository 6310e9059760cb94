import type { Database } from '#platform/db/database.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Fills an empty database with the demonstration group, in one transaction: all of it or nothing. */
export type SeedDemo = (options: {
  readonly ownerUrl: string;
  /** The size of the group, as a share of the whole. */
  readonly scale: number;
  /** Told what is being made, and which of how many steps that is. */
  readonly progress: (line: string, done?: number, of?: number) => void;
}) => Promise<unknown>;

/** What the demonstration is made of, and what keeps it going while it runs. */
export interface Demo {
  readonly seedDemo: SeedDemo;
  /** Lets arrive what was to come today until now; answers how many were made, and how many ended. */
  readonly letSomeArrive: (
    db: Database,
    now: Temporal.Instant,
  ) => Promise<{ readonly made: number; readonly answered: number }>;
  /** The same, as time goes on. */
  readonly demoJobs: Jobs;
}

const FILE = path.join(import.meta.dirname, '../../../demo/seed.ts');

/** The demonstration's generator, which stands outside src; undefined where the product is installed without it. */
export async function loadDemo(): Promise<Demo | undefined> {
  const there = await access(FILE).then(
    () => true,
    () => false,
  );
  if (!there) return undefined;
  return (await import(pathToFileURL(FILE).href)) as Demo;
}

/** The generator's progress as lines, with how many of its steps are behind them where it says so. */
export function seedProgress(tell: (line: string) => void): Parameters<SeedDemo>[0]['progress'] {
  return (line, done, of) => tell(done === undefined ? line : `${line} (${done} of ${of ?? '?'})`);
}
