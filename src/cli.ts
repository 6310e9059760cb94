// The command line: npm run -s superpractice -- COMMAND
import { commands as accessCommands } from '#domains/access/cli.ts';
import { commands as evaluationCommands } from '#domains/evaluation/cli.ts';
import { clientCommands } from '#domains/network/cli/clients.ts';
import { practiceCommands } from '#domains/network/cli/practice.ts';
import { commands as networkCommands } from '#domains/network/cli.ts';
import { isDemonstration } from '#domains/network/index.ts';
import { commands as patientCommands } from '#domains/patients/cli.ts';
import { commands as publishedCommands } from '#domains/published/cli.ts';
import { commands as workforceCommands } from '#domains/workforce/cli.ts';
import { gpsOf } from '#domains/workforce/index.ts';
import { commands as auditCommands } from '#platform/audit/cli.ts';
import { migrateCommand, statusCommand } from '#platform/cli/built-in.ts';
import { command, commandFailed, wrongUsage, type Command } from '#platform/cli/command.ts';
import { replayCommand } from '#platform/cli/demo-replay.ts';
import { loadDemo, seedProgress } from '#platform/cli/demo-seed.ts';
import { runCommandLine } from '#platform/cli/main.ts';
import { sql } from '#platform/db/sql.ts';
import type { ProvidedDatabase } from '#platform/embedded/provide.ts';

const demoSeedCommand = command({
  name: 'demo seed',
  summary: 'Fill an empty database with the demonstration group of fictional practices and people',
  usage: '[--scale SHARE]',
  options: {
    scale: { value: 'SHARE', description: 'The size of the group, from 0.01 to 1 (SUPERPRACTICE_DEMO_SCALE, or 1)' },
  },
  async run({ db, database, config, options, progress, out }) {
    const scale = options.scale === undefined ? config.demoScale : Number(options.scale);
    if (!(scale >= 0.01 && scale <= 1)) throw wrongUsage('--scale accepts a number from 0.01 to 1');
    const { groups } = await db.one<{ groups: number }>(sql`select count(*) as groups from network.group`);
    if (groups > 0)
      throw commandFailed('The database has a group already: the demonstration goes into an empty one only.');
    const demo = await loadDemo();
    if (!demo) throw commandFailed('The demonstration is not part of this installation (demo/seed.ts is missing).');
    await demo.seedDemo({ ownerUrl: database.ownerUrl, scale, progress: seedProgress((line) => progress.step(line)) });
    out.notice('The demonstration group is ready.');
  },
});

/** Every command there is: the platform's own, then each domain's. */
const commands: readonly Command[] = [
  migrateCommand,
  statusCommand,
  demoSeedCommand,
  replayCommand(isDemonstration),
  ...auditCommands,
  ...publishedCommands,
  ...networkCommands,
  ...clientCommands,
  ...practiceCommands,
  ...patientCommands(gpsOf),
  ...accessCommands,
  ...workforceCommands,
  ...evaluationCommands,
];

let database: ProvidedDatabase | undefined;

/** An interrupted call rolls its work back by ending the connections, and leaves no server of its own behind. */
async function interrupted(): Promise<never> {
  process.stderr.write('Interrupted: what was not finished is undone.\n');
  await database?.stop({ hurry: true }).catch(() => undefined);
  process.exit(130);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void interrupted());

// Whoever reads the answer may stop early, as `head` does; that is no failure of the command.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await runCommandLine({
  words: process.argv.slice(2),
  commands,
  environment: process.env,
  folder: process.cwd(),
  out: process.stdout,
  err: process.stderr,
  onDatabase: (provided) => (database = provided),
});
