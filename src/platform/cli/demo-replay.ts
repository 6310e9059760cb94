import { access } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Database } from '#platform/db/database.ts';
import { runningApp } from '#platform/embedded/one-app.ts';
import { command, commandFailed, wrongUsage, type Command } from './command.ts';
import type { Progress } from './progress.ts';

/** What a replay is made of. */
export interface ReplayOptions {
  readonly db: Database;
  /** Where the running demonstration answers. */
  readonly address: string;
  /** How many times faster than the clock. */
  readonly rate: number;
  /** Contacts of the day; as many as is published for the practices' patients unless given. */
  readonly total?: number;
  readonly seed: number;
  readonly progress: Progress;
}

/** What a replay came to, as data and as text. */
export interface Replayed {
  readonly answer: object;
  readonly text: string;
}

const FILE = path.join(import.meta.dirname, '../../../demo/replay/replay.ts');

async function loadReplay(): Promise<((options: ReplayOptions) => Promise<Replayed>) | undefined> {
  const there = await access(FILE).then(
    () => true,
    () => false,
  );
  if (!there) return undefined;
  const module = (await import(pathToFileURL(FILE).href)) as {
    replayMonday: (options: ReplayOptions) => Promise<Replayed>;
  };
  return module.replayMonday;
}

/** The command that replays a day; `isDemonstration` says whether the database is one, since nothing else may be replayed on. */
export function replayCommand(isDemonstration: (db: Database) => Promise<boolean>): Command {
  return command({
    name: 'replay',
    summary: 'Drive a running demonstration with a simulated Monday through its own pages, and say what it came to',
    usage: '--day monday --rate N [--requests COUNT] [--seed NUMBER] [--url ADDRESS]',
    json: true,
    options: {
      day: { value: 'DAY', description: 'The day: monday is the only one there is' },
      rate: { value: 'N', description: 'How many times faster than the clock, from 1 to 600: 60 takes 11 minutes' },
      requests: {
        value: 'COUNT',
        description: 'Contacts of the day; as many as is published for the patients unless given',
      },
      seed: { value: 'NUMBER', description: 'Who asks for what: the same seed, the same day (1)' },
      url: { value: 'ADDRESS', description: 'Where the app runs, where it cannot be found by its data folder' },
    },
    async run({ db, config, options, progress, out }) {
      if (options.day !== 'monday') throw wrongUsage('replay needs --day monday: no other day is published');
      const rate = whole(options.rate, 'rate', [1, 600]);
      const seed = options.seed === undefined ? 1 : whole(options.seed, 'seed', [0, 1_000_000]);
      const total = options.requests === undefined ? undefined : whole(options.requests, 'requests', [1, 20_000]);
      if (!(await isDemonstration(db)))
        throw commandFailed(
          'This is no demonstration: a replay writes invented requests and bookings, and is refused elsewhere.',
        );
      const address = options.url ?? (await runningApp(config.dataDir))?.address;
      if (!address) throw commandFailed('The app is not running here: start it with npm start, or give --url.');
      const replay = await loadReplay();
      if (!replay) throw commandFailed('The demonstration is not part of this installation (demo/ is missing).');
      const done = await replay({ db, address, rate, seed, progress, ...(total === undefined ? {} : { total }) });
      out.answer(done.answer, () => done.text);
    },
  });
}

function whole(text: string | undefined, name: string, [least, most]: readonly [number, number]): number {
  const value = Number(text ?? NaN);
  if (!Number.isInteger(value) || value < least || value > most)
    throw wrongUsage(`--${name} accepts a whole number from ${least} to ${most}`);
  return value;
}
