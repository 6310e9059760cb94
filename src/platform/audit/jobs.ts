import type { Jobs } from '#platform/jobs/worker.ts';
import { sealFinished } from './seal.ts';

/** Seals what has been audited, every minute. */
export const auditJobs: Jobs = {
  handlers: {
    'audit.seal': async (_payload, db) => {
      await sealFinished(db);
    },
  },
  recurring: [{ name: 'audit.seal', crontab: '* * * * *' }],
};
