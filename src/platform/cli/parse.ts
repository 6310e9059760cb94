import { parseArgs } from 'node:util';
import { wrongUsage, type Command, type Option, type OptionTable, type AnyOptionValues } from './command.ts';
import { nearest } from './nearest.ts';

/** What a command line asks for. */
export type Asked =
  | { readonly kind: 'help'; readonly about: readonly Command[] }
  | {
      readonly kind: 'run';
      readonly command: Command;
      readonly json: boolean;
      readonly args: readonly string[];
      readonly options: AnyOptionValues;
    };

const HELP: Option = { description: 'Show this help' };
const JSON_ONLY: Option = { description: 'Answer with JSON on standard output, and nothing else there' };

/** Every option a command takes, with those that all commands share. */
export function allOptions(command: Command): OptionTable {
  return { ...command.options, ...(command.json ? { json: JSON_ONLY } : {}), help: HELP };
}

/** Reads a command line; throws `wrongUsage` with the nearest existing word when it does not exist. */
export function readCommandLine(words: readonly string[], commands: readonly Command[]): Asked {
  const asksHelp = words.some((word) => word === '--help' || word === '-h');
  const firstOption = words.findIndex((word) => word.startsWith('-'));
  const leading = firstOption < 0 ? words : words.slice(0, firstOption);
  const found = commands.find(({ name }) => startsWith(leading, name.split(' ')));
  if (found) {
    if (asksHelp) return { kind: 'help', about: [found] };
    return readCall(found, words.slice(found.name.split(' ').length));
  }
  const family = commands.filter(({ name }) => leading.length > 0 && name.split(' ')[0] === leading[0]);
  if (leading.length === 0 && (asksHelp || words.length === 0)) return { kind: 'help', about: commands };
  if (family.length > 0 && (asksHelp || leading.length === 1)) return { kind: 'help', about: family };
  throw unknownCommand(leading, words, commands);
}

function readCall(command: Command, words: readonly string[]): Asked {
  const table = allOptions(command);
  const { values, positionals } = parse(command, table, words);
  const [from, to] = command.arity ?? [0, 0];
  if (positionals.length < from) throw wrongUsage(`${command.name} needs ${command.usage}`);
  if (positionals.length > to)
    throw wrongUsage(`${command.name} does not know what to do with "${positionals[to] ?? ''}"`);
  const options: Record<string, AnyOptionValues[string]> = {};
  for (const [name, option] of Object.entries(command.options)) {
    const given = values[name];
    options[name] = given ?? (option.value === undefined ? false : option.many ? [] : undefined);
  }
  return { kind: 'run', command, json: values['json'] === true, args: positionals, options };
}

interface Parsed {
  readonly values: Record<string, string | boolean | string[] | undefined>;
  readonly positionals: string[];
}

function parse(command: Command, table: OptionTable, words: readonly string[]): Parsed {
  const options = Object.fromEntries(
    Object.entries(table).map(([name, { value, many }]) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const), multiple: many ?? false },
    ]),
  );
  try {
    const parsed = parseArgs({ args: withNumbers(words, table), options, allowPositionals: true, strict: true });
    return { values: parsed.values as Parsed['values'], positionals: parsed.positionals };
  } catch (error) {
    throw wrongUsage(explain(command, table, error as NodeJS.ErrnoException));
  }
}

/** A number below zero after an option is its value, not another option: what takes it says what it may be. */
function withNumbers(words: readonly string[], table: OptionTable): string[] {
  return words.reduce<string[]>((so, word) => {
    const before = so.at(-1) ?? '';
    const takes = before.startsWith('--') && table[before.slice(2)]?.value !== undefined;
    if (!takes || !/^-\d/.test(word)) return [...so, word];
    return [...so.slice(0, -1), `${before}=${word}`];
  }, []);
}

function explain(command: Command, table: OptionTable, error: NodeJS.ErrnoException): string {
  const name = /'(-[^' =]+)/.exec(error.message)?.[1] ?? '';
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    if (name === '--json') return `${command.name} does not answer with data, so it has no --json`;
    return `${command.name} has no option ${name}${didYouMean(
      nearest(
        name,
        Object.keys(table).map((known) => `--${known}`),
      ),
    )}`;
  }
  const long = /--[\w-]+/.exec(error.message)?.[0] ?? name;
  const value = table[long.slice(2)]?.value;
  return value === undefined ? `${long} takes no value` : `${long} needs a value: ${long} ${value}`;
}

function unknownCommand(leading: readonly string[], words: readonly string[], commands: readonly Command[]): Error {
  const names = commands.map(({ name }) => name);
  const families = names.map((name) => name.split(' ')[0] ?? '');
  const first = leading[0] ?? words[0] ?? '';
  const both = leading.slice(0, 2).join(' ');
  const meant = nearest(both, names) ?? nearest(first, [...names, ...families]);
  const said = families.includes(first) || meant?.includes(' ') ? both : first;
  return wrongUsage(`there is no command "${said}"${didYouMean(meant)}`);
}

function didYouMean(meant: string | undefined): string {
  return meant === undefined ? '' : `. Did you mean "${meant}"?`;
}

function startsWith(words: readonly string[], name: readonly string[]): boolean {
  return name.every((word, at) => words[at] === word);
}
