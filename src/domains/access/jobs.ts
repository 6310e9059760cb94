import Type from 'typebox';
import Value from 'typebox/value';
import type { Jobs } from '#platform/jobs/worker.ts';
import { escalate } from './commands/escalate.ts';
import { escalateJob } from './commands/raise.ts';

const payloadShape = Type.Object({ flagId: Type.String(), groupId: Type.String() });

/** A red flag that nobody acknowledges goes on to the next level. */
export const accessJobs: Jobs = {
  handlers: {
    [escalateJob]: async (payload, db) => {
      await escalate(db, Value.Parse(payloadShape, payload), Temporal.Now.instant());
    },
  },
};
