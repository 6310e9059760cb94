import { describeProblems, parseConfig, type Environment } from '#platform/config/config.ts';
import { isSetupProblem } from '#platform/config/problem.ts';
import { closeDatabase, openDatabase } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { provideDatabase, type ProvidedDatabase } from '#platform/embedded/provide.ts';
import {
  isCommandFailed,
  isWrongUsage,
  type AnyCall,
  type Command,
  type OfflineCall,
  type OptionTable,
} from './command.ts';
import { helpText } from './help.ts';
import { outputTo, type Sink } from './output.ts';
import { readCommandLine, type Asked } from './parse.ts';
import { progressTo } from './progress.ts';

/** One call of the command line, with everything it touches of the outside. */
export interface CommandLine {
  readonly words: readonly string[];
  readonly commands: readonly Command[];
  readonly environment: Environment;
  /** The folder that ./data is in. */
  readonly folder: string;
  readonly out: Sink;
  readonly err: Sink;
  /** Is told when a database is at hand, so that an interrupted call can still let go of it. */
  readonly onDatabase?: (database: ProvidedDatabase) => void;
}

/** Answers one call of the command line and gives its exit code: 0 done, 1 failed, 2 not understood. */
export async function runCommandLine(line: CommandLine): Promise<number> {
  try {
    const asked = readCommandLine(line.words, line.commands);
    if (asked.kind === 'help') line.out.write(`${helpText(asked.about)}\n`);
    else return await runCommand(line, asked);
    return 0;
  } catch (error) {
    if (isWrongUsage(error)) {
      line.err.write(`superpractice: ${error.message}\nUse --help for what there is.\n`);
      return 2;
    }
    line.err.write(`superpractice: ${explain(error)}\n`);
    return 1;
  }
}

async function runCommand(line: CommandLine, asked: Extract<Asked, { kind: 'run' }>): Promise<number> {
  if (asked.command.offline) return runOffline(line, asked);
  const config = parseConfig(line.environment, line.folder);
  if (!config.ok) {
    line.err.write(`${describeProblems(config.error)}\n`);
    return 1;
  }
  const progress = progressTo(line.err, () => performance.now());
  const database = await provideDatabase(config.value, (text) => progress.step(text));
  line.onDatabase?.(database);
  try {
    const migrated = asked.command.beforeMigration ? [] : await migrate(database.ownerUrl);
    const db = openDatabase({ ...database.app, max: 4, applicationName: 'superpractice-cli' });
    const out = outputTo({ out: line.out, err: line.err, json: asked.json });
    const { args, options, json } = asked;
    try {
      const site = { db, database, migrated, config: config.value };
      await asked.command.run({ args, options, json, out, progress, ...site });
    } finally {
      progress.end();
      await closeDatabase(db);
    }
  } finally {
    await database.stop();
  }
  return 0;
}

async function runOffline(
  line: CommandLine,
  { command, args, options, json }: Extract<Asked, { kind: 'run' }>,
): Promise<number> {
  const progress = progressTo(line.err, () => performance.now());
  const call: OfflineCall<OptionTable> = {
    args,
    json,
    progress,
    out: outputTo({ out: line.out, err: line.err, json }),
    options: options as OfflineCall<OptionTable>['options'],
  };
  try {
    // What such a command may use was fixed when it was declared.
    await command.run(call as unknown as AnyCall);
  } finally {
    progress.end();
  }
  return 0;
}

function explain(error: unknown): string {
  if (isSetupProblem(error) || isCommandFailed(error)) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
