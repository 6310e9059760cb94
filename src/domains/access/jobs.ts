import Type from 'typebox';
import Value from 'typebox/value';
import type { Jobs } from '#platform/jobs/worker.ts';
import { escalate } from './commands/escalate.ts';
import { previewJob, runPreview } from './commands/preview.ts';
import { escalateHandBackJob } from './commands/hand-back.ts';
import { escalateHandBack } from './commands/hand-back-wait.ts';
import { escalateJob } from './commands/raise.ts';
import { watchClocks } from './commands/watch.ts';

const previewShape = Type.Object({ previewId: Type.String(), groupId: Type.String() });
const payloadShape = Type.Object({ flagId: Type.String(), groupId: Type.String() });
const handBackShape = Type.Object({ handBackId: Type.String(), groupId: Type.String() });

/**
 * A red flag or a hand-back that nobody acknowledges goes on to the next level; a draft of a protocol is run over past requests;
 * every minute, people are alerted to what comes near its time.
 */
export const accessJobs: Jobs = {
  handlers: {
    [escalateJob]: async (payload, db) => {
      await escalate(db, Value.Parse(payloadShape, payload), Temporal.Now.instant());
    },
    [previewJob]: async (payload, db) => {
      await runPreview(db, Value.Parse(previewShape, payload));
    },
    [escalateHandBackJob]: async (payload, db) => {
      await escalateHandBack(db, Value.Parse(handBackShape, payload), Temporal.Now.instant());
    },
    'access.watch-clocks': async (_payload, db) => {
      await watchClocks(db, Temporal.Now.instant());
    },
  },
  recurring: [{ name: 'access.watch-clocks', crontab: '* * * * *' }],
};
