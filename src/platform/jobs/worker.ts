import { Logger, parseCronItems, run, type Runner, type TaskList } from 'graphile-worker';
import type { Pool } from 'pg';
import type { Database } from '#platform/db/database.ts';

/** What handles one kind of job: it gets the payload as it was stored and must parse it. */
export type JobHandler = (payload: unknown, db: Database) => Promise<void>;

/** A job that comes round by itself, in crontab form (UTC). */
export interface Recurring {
  readonly name: string;
  readonly crontab: string;
}

/** The jobs one domain handles. */
export interface Jobs {
  readonly handlers: Readonly<Record<string, JobHandler>>;
  readonly recurring?: readonly Recurring[];
}

/** Runs jobs until stopped: the queue is read as its owner, the handlers work as the app. */
export async function runJobs(
  { ownerPool, db, onFailure }: { ownerPool: Pool; db: Database; onFailure: (job: string, error: unknown) => void },
  jobs: readonly Jobs[],
): Promise<Runner> {
  const taskList: TaskList = {};
  for (const { handlers } of jobs)
    for (const [name, handler] of Object.entries(handlers)) taskList[name] = (payload) => handler(payload, db);
  const runner = await run({
    pgPool: ownerPool,
    taskList,
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: new Logger(() => () => undefined),
    parsedCronItems: parseCronItems(
      jobs.flatMap(({ recurring = [] }) => recurring.map(({ name, crontab }) => ({ task: name, match: crontab }))),
    ),
  });
  runner.events.on('job:error', ({ job, error }) => onFailure(job.task_identifier, error));
  return runner;
}
