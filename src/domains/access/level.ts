/** How hard-pressed a practice or group is, the calmest first; closed where no session is left that day. */
export const levels = ['green', 'yellow', 'orange', 'red', 'black'] as const;
export type Level = (typeof levels)[number];

/** The words for a level: never the colour alone. */
export const levelWords: Readonly<Record<Level | 'closed', { name: string; says: string }>> = {
  green: { name: 'Green', says: 'as usual' },
  yellow: { name: 'Yellow', says: 'busy' },
  orange: { name: 'Orange', says: 'hard-pressed' },
  red: { name: 'Red', says: 'overstretched' },
  black: { name: 'Black', says: 'beyond what is safe' },
  closed: { name: 'Closed', says: 'no sessions left' },
};

/** What a level is worked out from, with the words for it. */
export const measureWords = {
  free_share: 'of the places still to come are free',
  late: 'past the time they were promised',
  unmet: 'waiting for something that could not be met',
  flags: 'with a red flag nobody has acknowledged',
  full_share: 'of the open practices that can be seen are red or black',
} as const;
export type Measure = keyof typeof measureWords;

/** A figure from which a level holds: `free_share` at or below it, every other measure at or above. */
export interface Threshold {
  readonly scope: 'practice' | 'group';
  readonly measure: Measure;
  readonly level: Exclude<Level, 'green'>;
  readonly value: number;
  readonly source: string;
}

/** What a share is of, counted. */
export interface Parts {
  readonly some: number;
  readonly of: number;
}

/** The figures of one moment; null where there is nothing to measure. */
export type Measured = Readonly<Partial<Record<Measure, number | null>>> & {
  readonly parts?: Readonly<Partial<Record<Measure, Parts>>>;
};

/** A measure that brought a level about. */
export interface Because {
  readonly measure: Measure;
  readonly figure: number;
  readonly threshold: number;
  /** Missing of a figure that is no share, and of levels kept before it was counted. */
  readonly parts?: Parts;
}

/** The level with the measures that reached it. */
export interface LevelNow {
  readonly level: Level | 'closed';
  readonly because: readonly Because[];
}

/** The worst level any measure reaches, and by which; green where none does, closed where nothing is open and nobody waits. */
export function levelOf(thresholds: readonly Threshold[], scope: Threshold['scope'], measured: Measured): LevelNow {
  const reached = thresholds
    .filter((one) => one.scope === scope)
    .flatMap(({ measure, level, value }) => {
      const figure = measured[measure];
      if (figure === null || figure === undefined) return [];
      const holds = measure === 'free_share' ? figure <= value : figure >= value;
      const parts = measured.parts?.[measure];
      return holds ? [{ level, because: { measure, figure, threshold: value, ...(parts && { parts }) } }] : [];
    });
  const worst = levels.findLast((level) => reached.some((one) => one.level === level));
  if (worst === undefined) return { level: measured.free_share === null ? 'closed' : 'green', because: [] };
  return { level: worst, because: reached.filter(({ level }) => level === worst).map(({ because }) => because) };
}

/** Places still to come at one practice, and how its requests stand. */
export interface Standing {
  readonly practiceId: string;
  readonly toCome: number;
  readonly free: number;
  readonly late: number;
  readonly unmet: number;
  readonly flags: number;
}

/** The figures of one practice. */
export function measuredAt({ toCome, free, late, unmet, flags }: Standing): Measured {
  return { free_share: toCome === 0 ? null : free / toCome, late, unmet, flags };
}

/** The figures of the group, from those of its practices and their levels. */
export function measuredOfGroup(practices: readonly (Standing & LevelNow)[]): Measured {
  const sum = (of: (one: Standing) => number): number => practices.reduce((so, one) => so + of(one), 0);
  const open = practices.filter(({ level }) => level !== 'closed');
  const full = open.filter(({ level }) => level === 'red' || level === 'black').length;
  const toCome = sum((one) => one.toCome);
  return {
    free_share: toCome === 0 ? null : sum((one) => one.free) / toCome,
    full_share: open.length === 0 ? null : full / open.length,
    flags: sum((one) => one.flags),
    parts: { full_share: { some: full, of: open.length } },
  };
}

const shortWords: Readonly<Partial<Record<Measure, (figure: number) => string>>> = {
  late: (figure) => `${figure} late`,
  unmet: (figure) => `${figure} not met`,
  flags: (figure) => (figure === 1 ? 'red flag' : `${figure} red flags`),
};

/** Why a level holds, as short as a tile has room for; empty where it is the free places, which stand there in any case. */
export function becauseShort({ because }: LevelNow): string {
  return because.flatMap(({ measure, figure }) => shortWords[measure]?.(figure) ?? []).join(', ');
}

/** Why a level holds, in words: "3 past the time they were promised (orange from 3)". */
export function becauseWords({ level, because }: LevelNow): string {
  return because
    .map(({ measure, figure, threshold, parts }) => {
      const share = measure === 'free_share' || measure === 'full_share';
      const told = (value: number): string => (share ? `${Math.round(value * 100)}%` : String(value));
      const from = measure === 'free_share' ? `at ${told(threshold)} or less` : `from ${told(threshold)}`;
      const words = measureWords[measure];
      const counted = parts ? `${parts.some} ${words.replace('the', `the ${parts.of}`)}` : `${told(figure)} ${words}`;
      return `${counted} (${level} ${from})`;
    })
    .join('; ');
}

/** One change of level: it stood until the next. */
export interface LevelChange {
  readonly at: Temporal.Instant;
  readonly level: Level | 'closed';
  readonly because: readonly Because[];
}

/** Hours of one London day at each level, from changes in order of time; before the first nothing is known. */
export interface DayAtLevels {
  readonly day: Temporal.PlainDate;
  readonly hours: Readonly<Record<Level, number>>;
  /** Hours of which nothing was recorded, or no session was left. */
  readonly rest: number;
}

/** How long each level stood on each of the days from `from` to `to`, seen at `now`. */
export function hoursByDay(
  changes: readonly LevelChange[],
  { from, to, now }: { from: Temporal.PlainDate; to: Temporal.PlainDate; now: Temporal.Instant },
): DayAtLevels[] {
  const days: DayAtLevels[] = [];
  for (let day = from; Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 })) {
    const begins = day.toZonedDateTime('Europe/London').epochMilliseconds;
    const ends = Math.min(
      day.add({ days: 1 }).toZonedDateTime('Europe/London').epochMilliseconds,
      now.epochMilliseconds,
    );
    const hours = { green: 0, yellow: 0, orange: 0, red: 0, black: 0 };
    let rest = Math.max(0, ends - begins);
    for (const [n, { at, level }] of changes.entries()) {
      const until = changes[n + 1]?.at.epochMilliseconds ?? ends;
      const stood = Math.min(until, ends) - Math.max(at.epochMilliseconds, begins);
      if (stood <= 0 || level === 'closed') continue;
      hours[level] += stood / 3_600_000;
      rest -= stood;
    }
    days.push({ day, hours, rest: rest / 3_600_000 });
  }
  return days;
}
