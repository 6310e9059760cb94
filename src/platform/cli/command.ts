import type { Config } from '#platform/config/config.ts';
import type { Database } from '#platform/db/database.ts';
import type { ProvidedDatabase } from '#platform/embedded/provide.ts';
import type { Output } from './output.ts';
import type { Progress } from './progress.ts';

/** One option of a command; `value` names what it takes, in capitals, and its absence makes it a switch. */
export interface Option {
  readonly value?: string;
  readonly many?: boolean;
  readonly description: string;
}

/** The options of a command by their long names. */
export type OptionTable = Readonly<Record<string, Option>>;

/** What a command gets for its options: texts, lists of texts, and switches. */
export type OptionValues<O extends OptionTable> = { readonly [K in keyof O]: ValueOf<O[K]> };

type ValueOf<O extends Option> = O extends { value: string }
  ? O extends { many: true }
    ? readonly string[]
    : string | undefined
  : boolean;

/** One call of a command: what was asked, and the ways to answer. */
export interface Call<O extends OptionTable> {
  readonly args: readonly string[];
  readonly options: OptionValues<O>;
  /** The database as the app's role; the schema is up to date. */
  readonly db: Database;
  /** Where the database runs, with the owner's connection string for what only the owner may do. */
  readonly database: ProvidedDatabase;
  /** The migrations that this call has just applied. */
  readonly migrated: readonly string[];
  readonly config: Config;
  readonly json: boolean;
  readonly out: Output;
  readonly progress: Progress;
}

/** A command of the command line. It succeeds by returning and fails by throwing `commandFailed` or `wrongUsage`. */
export interface CommandOf<O extends OptionTable> {
  /** One or two words: `import`, `group create`. */
  readonly name: string;
  readonly summary: string;
  /** What follows the name, such as `NAME (--sub-icb CODE | --codes FILE)`. */
  readonly usage: string;
  /** How many arguments it takes, from and to; none unless said. */
  readonly arity?: readonly [from: number, to: number];
  /** Whether it answers with data, and so takes --json. */
  readonly json?: boolean;
  /** Runs before the schema is brought up to date, on a database that may not be written to yet. */
  readonly beforeMigration?: boolean;
  readonly options: O;
  /** Whether it is answered without a database: none is looked for or started. */
  readonly offline?: boolean;
  readonly run: (call: Call<O>) => Promise<void>;
}

/** A call of a command that needs no database. */
export type OfflineCall<O extends OptionTable> = Pick<Call<O>, 'args' | 'options' | 'json' | 'out' | 'progress'>;

/** A command that is answered from its files and arguments alone. */
export type OfflineCommandOf<O extends OptionTable> = Omit<CommandOf<O>, 'run' | 'offline'> & {
  readonly run: (call: OfflineCall<O>) => Promise<void>;
};

/** A command whose particular options no longer matter, as the table of commands holds it. */
export type Command = Omit<CommandOf<OptionTable>, 'run'> & { readonly run: (call: AnyCall) => Promise<void> };

/** A call whose option values have the types their table says, which is no longer known here. */
export type AnyCall = Omit<Call<OptionTable>, 'options'> & { readonly options: AnyOptionValues };

/** Option values by name. */
export type AnyOptionValues = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** Declares a command, giving its `run` the types of its own options. */
export function command<const O extends OptionTable>(declared: CommandOf<O>): Command {
  // The table hands each command exactly the values that were parsed by its own options.
  return declared as unknown as Command;
}

/** Declares a command that needs no database, and so answers where there is none. */
export function offlineCommand<const O extends OptionTable>(declared: OfflineCommandOf<O>): Command {
  return command({ ...declared, offline: true });
}

const FAILED = 'CommandFailed';
const USAGE = 'WrongUsage';

/** The command could not do what was asked, for a reason the person can understand: exit code 1, no stack trace. */
export function commandFailed(message: string): Error {
  return named(FAILED, message);
}

/** The command was called in a way it does not understand: exit code 2. */
export function wrongUsage(message: string): Error {
  return named(USAGE, message);
}

/** Whether an error says that the command was called wrongly. */
export function isWrongUsage(error: unknown): error is Error {
  return error instanceof Error && error.name === USAGE;
}

/** Whether an error is the command's own answer that it failed. */
export function isCommandFailed(error: unknown): error is Error {
  return error instanceof Error && error.name === FAILED;
}

function named(name: string, message: string): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}
