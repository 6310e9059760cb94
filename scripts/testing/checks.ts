import { heading, readable, tally, type Tally } from './tally.ts';
import { runTool } from './processes.ts';

interface Check {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly fast: boolean;
}

// The slowest first, so that two at a time end together.
const checks: readonly Check[] = [
  { name: 'lint', command: 'eslint', args: ['.', '--max-warnings', '0'], fast: true },
  { name: 'types', command: 'node', args: ['node_modules/typescript-native/bin/tsc', '--noEmit'], fast: true },
  { name: 'format', command: 'prettier', args: ['--check', '.', '--log-level', 'warn'], fast: true },
  { name: 'fence', command: 'node', args: ['scripts/fence.ts'], fast: true },
  { name: 'unused', command: 'knip', args: ['--no-progress'], fast: false },
];

/** Runs the static checks two at a time; each counts as one, and what a failing one said is shown in full. */
export async function runChecks(root: string, wanted: (name: string, fast: boolean) => boolean): Promise<Tally[]> {
  const waiting = checks.filter((check) => wanted(check.name, check.fast));
  const done: Tally[] = [];
  if (waiting.length === 0) return done;
  heading('Checks');
  const work = async (): Promise<void> => {
    for (let check = waiting.shift(); check; check = waiting.shift()) done.push(await runCheck(check, root));
  };
  await Promise.all([work(), work()]);
  return done;
}

async function runCheck(check: Check, root: string): Promise<Tally> {
  const startedAt = performance.now();
  const result = tally(check.name);
  const { code, output } = await runTool(check.command, check.args, { cwd: root });
  result.milliseconds = performance.now() - startedAt;
  if (code === 0) result.passed = 1;
  else result.failed = 1;
  console.log(`${code === 0 ? '✔' : '✖'} ${check.name}  ${readable(result.milliseconds)}`);
  if (code !== 0) console.log(output.trimEnd().replaceAll(/^/gm, '    '));
  return result;
}
