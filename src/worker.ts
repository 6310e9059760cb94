import type { Runner } from 'graphile-worker';
import type { Pool } from 'pg';
import type { Sending } from '#domains/access/commands/send.ts';
import { accessJobs } from '#domains/access/jobs.ts';
import { auditJobs } from '#platform/audit/jobs.ts';
import type { Database } from '#platform/db/database.ts';
import { runJobs, type Jobs } from '#platform/jobs/worker.ts';

/** Every domain's jobs, and the platform's own. */
const jobs = (sending: Sending): readonly Jobs[] => [auditJobs, accessJobs(sending)];

/** What the worker stands on: the queue as its owner reads it, the app's database, and where a failed job is told. */
export interface WorkerParts {
  readonly ownerPool: Pool;
  readonly db: Database;
  /** What messages are sent with, and the address their links lead to. */
  readonly sending: Sending;
  readonly onFailure: (job: string, error: unknown) => void;
}

/** Starts handling jobs, `more` besides the product's own, in this process; `stop()` lets the running ones end. Any number of machines may do so. */
export function startWorker(parts: WorkerParts, more: readonly Jobs[] = []): Promise<Runner> {
  return runJobs(parts, [...jobs(parts.sending), ...more]);
}
