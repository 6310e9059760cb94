import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { DayGp, DayPractice, MondayGround } from '../monday.ts';

/** What a day's simulation begins from, and where each assumption comes from. */
export interface FoundGround {
  readonly ground: MondayGround;
  readonly runs: number;
  readonly assumed: readonly {
    readonly name: string;
    readonly value: number;
    readonly unit: string;
    readonly source: string;
  }[];
}

/** A past day's work at GPs of the practices whose counts the actor may see, with the assumptions in force on it. */
export async function mondayGround(tx: Queryable, day: Temporal.PlainDate): Promise<FoundGround> {
  const gps = await tx.rows<DayGp>(
    sql`select g.practice_id as "practiceId", g.patients, g.room, g.starts from evaluation.day_gps(${day}::date) g`,
  );
  const practices = await tx.rows<DayPractice>(
    sql`select a.practice_id as id, a.pool, a.asked, a.without_gp as "withoutGp" from evaluation.day_asked(${day}::date) a`,
  );
  const assumed = await tx.rows<FoundGround['assumed'][number]>(sql`
    select p.name, p.value, p.unit, p.source from evaluation.parameter p
    where (p.name like 'simulated-%' or p.name like 'calls-at-%') and network.in_force(p.valid_from, p.valid_to, ${day}::date) order by p.name`);
  const of = (name: string): number => {
    const found = assumed.find((one) => one.name === name);
    if (!found) throw new Error(`no value of the parameter ${name} is in force on ${day.toString()}`);
    return found.value;
  };
  const byHour = assumed
    .filter(({ name }) => name.startsWith('calls-at-'))
    .map(({ name, value }) => ({ hour: Number(name.slice('calls-at-'.length)), share: value }));
  const ground = { gps, practices, byHour, notice: of('simulated-notice'), ownGpWorth: of('simulated-own-gp-worth') };
  return { ground, runs: of('simulated-runs'), assumed };
}
