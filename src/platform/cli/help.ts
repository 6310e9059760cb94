import type { Command } from './command.ts';
import { allOptions } from './parse.ts';

const CALL = 'npm run -s superpractice --';

/** The help for one command, or the list of several. */
export function helpText(about: readonly Command[]): string {
  const [only] = about;
  return about.length === 1 && only ? oneCommand(only) : severalCommands(about);
}

function oneCommand(command: Command): string {
  const options = Object.entries(allOptions(command)).map(([name, { value, many, description }]): [string, string] => [
    `--${name}${value === undefined ? '' : ` ${value}`}${many ? ' …' : ''}`,
    description,
  ]);
  const usage = [CALL, command.name, command.usage].filter((part) => part !== '').join(' ');
  return [command.summary, '', `  ${usage}`, '', 'Options', ...pairs(options)].join('\n');
}

function severalCommands(commands: readonly Command[]): string {
  const lines = [...commands]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, summary }): [string, string] => [name, summary]);
  const more = `Add --help to a command for its options: ${CALL} ${lines[0]?.[0] ?? ''} --help`;
  return [`The command line of Superpractice`, '', `  ${CALL} COMMAND`, '', 'Commands', ...pairs(lines), '', more].join(
    '\n',
  );
}

function pairs(lines: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...lines.map(([left]) => left.length));
  return lines.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
