import type { Runner } from 'graphile-worker';
import type { Pool } from 'pg';
import { accessJobs } from '#domains/access/jobs.ts';
import { auditJobs } from '#platform/audit/jobs.ts';
import type { Database } from '#platform/db/database.ts';
import { runJobs, type Jobs } from '#platform/jobs/worker.ts';

/** Every domain's jobs, and the platform's own. */
const jobs: readonly Jobs[] = [auditJobs, accessJobs];

/** What the worker stands on: the queue as its owner reads it, the app's database, and where a failed job is told. */
export interface WorkerParts {
  readonly ownerPool: Pool;
  readonly db: Database;
  readonly onFailure: (job: string, error: unknown) => void;
}

/** Starts handling jobs, `more` besides the product's own, in this process; `stop()` lets the running ones end. Any number of machines may do so. */
export function startWorker(parts: WorkerParts, more: readonly Jobs[] = []): Promise<Runner> {
  return runJobs(parts, [...jobs, ...more]);
}
