import type { Jobs } from '#platform/jobs/worker.ts';
import { sealFinished, verifyAudit } from './seal.ts';

/** Seals what has been audited, every minute; verifies the whole chain every night, when few are at work. */
export const auditJobs: Jobs = {
  handlers: {
    'audit.seal': async (_payload, db) => {
      await sealFinished(db);
    },
    'audit.verify': async (_payload, db) => {
      const { firstUnsound } = await verifyAudit(db, 'the nightly check');
      if (firstUnsound !== null) throw new Error(`audit batch ${firstUnsound} does not match its seal`);
    },
  },
  recurring: [
    { name: 'audit.seal', crontab: '* * * * *' },
    { name: 'audit.verify', crontab: '17 2 * * *' },
  ],
};
