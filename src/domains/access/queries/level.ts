import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import {
  levelOf,
  measuredAt,
  measuredOfGroup,
  type LevelChange,
  type LevelNow,
  type Standing,
  type Threshold,
} from '../level.ts';
import {
  placesOn,
  requestsByPractice,
  unansweredFlags,
  type PracticeRequests,
  type Places,
  type UnansweredFlag,
} from './board.ts';

/** The thresholds in force on a day: the group's own before those for all. */
export async function thresholdsOn(db: Queryable, day: Temporal.PlainDate): Promise<Threshold[]> {
  return db.rows<Threshold>(sql`
    select distinct on (t.scope, t.measure, t.level) t.scope, t.measure, t.level, t.value::float8 as value, t.source from access.level_threshold t
    where (t.group_id = platform.current_group() or t.group_id is null) and t.valid_from <= ${day}
    order by t.scope, t.measure, t.level, t.group_id nulls last, t.valid_from desc`);
}

/** The practices that have joined hub booking today: those the group's level is taken of. */
async function joinedPractices(db: Queryable): Promise<Set<string>> {
  const rows = await db.rows<{ id: string }>(sql`select a.practice_id as id from network.agreement a
    where a.group_id = platform.current_group() and a.service = 'hub_booking' and network.in_force(a.joined_from, a.left_from, platform.today())`);
  return new Set(rows.map(({ id }) => id));
}

/** The levels of one moment. */
export interface LevelsNow {
  readonly thresholds: readonly Threshold[];
  readonly practices: ReadonlyMap<string, LevelNow & Standing>;
  readonly group: LevelNow;
}

/** How hard-pressed the practices given and the group are at `now`, from the day's places, waits, unmet need and red flags. */
export async function levelsAt(
  db: Queryable,
  now: Temporal.Instant,
  known: {
    practices: readonly string[];
    places?: readonly Places[];
    requests?: readonly PracticeRequests[];
    flags?: readonly UnansweredFlag[];
  },
): Promise<LevelsNow> {
  const day = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  const thresholds = await thresholdsOn(db, day);
  const places = Map.groupBy(known.places ?? (await placesOn(db, day, now)), ({ practiceId }) => practiceId);
  const requests = new Map((known.requests ?? (await requestsByPractice(db, now))).map((row) => [row.practiceId, row]));
  const flags = Map.groupBy(known.flags ?? (await unansweredFlags(db)), ({ practiceId }) => practiceId);
  const practices = new Map(
    known.practices.map((practiceId) => {
      const here = places.get(practiceId) ?? [];
      const sum = (of: (row: Places) => number): number => here.reduce((so, row) => so + of(row), 0);
      const { late = 0, unmet = 0 } = requests.get(practiceId) ?? {};
      const people = new Set(flags.get(practiceId)?.map(({ person }) => person)).size;
      const standing = {
        practiceId,
        toCome: sum((row) => row.toCome),
        free: sum((row) => row.free),
        late,
        unmet,
        flags: people,
      };
      return [practiceId, { ...standing, ...levelOf(thresholds, 'practice', measuredAt(standing)) }];
    }),
  );
  const joined = await joinedPractices(db);
  const counted = [...practices.values()].filter(({ practiceId }) => joined.has(practiceId));
  return { thresholds, practices, group: levelOf(thresholds, 'group', measuredOfGroup(counted)) };
}

/** The last level recorded of every practice, and of the group under an empty id. */
export async function lastLevels(db: Queryable): Promise<Map<string, string>> {
  const rows = await db.rows<{ id: string; level: string }>(sql`
    (select distinct on (c.practice_id) c.practice_id as id, c.level::text from access.level_change c order by c.practice_id, c.at desc)
    union all (select '', c.level::text from access.group_level_change c where c.group_id = platform.current_group() order by c.at desc limit 1)`);
  return new Map(rows.map(({ id, level }) => [id, level]));
}

/** The changes of a practice's level since a day, or of the group's, in order; the one that stood before it in front. */
export async function levelChanges(
  db: Queryable,
  practiceId: string | undefined,
  from: Temporal.PlainDate,
): Promise<LevelChange[]> {
  const since = from.toZonedDateTime('Europe/London').toInstant();
  const of =
    practiceId === undefined
      ? sql`access.group_level_change c where c.group_id = platform.current_group()`
      : sql`access.level_change c where c.practice_id = ${practiceId}`;
  return db.rows<LevelChange>(sql`
    select k.at, k.level, k.because from (
      (select c.at, c.level::text as level, c.because from ${of} and c.at < ${since} order by c.at desc limit 1)
      union all (select c.at, c.level::text, c.because from ${of} and c.at >= ${since})) k order by k.at`);
}

/** The practices whose levels the actor sees, by name. */
export async function practicesWithLevels(db: Queryable): Promise<{ value: string; text: string }[]> {
  return db.rows(sql`select t.id as value, t.name as text from network.practice t
    where t.id = any ((select platform.sees('session'))::text[]) order by t.name`);
}
