import { sql } from '#platform/db/sql.ts';
import type { TestDatabase } from './database.ts';
import { arrange, id, smallWorld, type World } from './world.ts';

/** Patients by the GPs they saw, one letter an appointment: list A's usual GP is A, list B's is B (BJGP, PMC10229170). */
const lists = [
  ['A', 'AA', 'AB', 'AAB', 'ABC', 'AABB', 'AABC', 'AAABBB', 'AAAABBBB', 'AAAABCDE'],
  ['B', 'BB', 'AC', 'ABB', 'ACC', 'AABC', 'ABBC', 'AABBBC', 'AAABBBBC', 'AABBCCCC'],
] as const;

/** A booking of the worked lists, or one added beside them. */
interface Visit {
  readonly practice: string;
  readonly patient: string;
  readonly clinician: string;
  readonly day: Temporal.PlainDate;
  readonly status?: string;
  /** The request it answers. */
  readonly request?: string;
}

/** The small group with the worked lists as bookings of the last days: list A at XA001, list B at XA002, GPs C, D and E at XA001. */
export interface ContinuityWorld extends World {
  readonly today: Temporal.PlainDate;
  /** The ids of GPs A to E. */
  readonly gp: Readonly<Record<'A' | 'B' | 'C' | 'D' | 'E', string>>;
  /** Adds bookings; each one has its own clock time. */
  add(visits: readonly Visit[]): Promise<void>;
  /** Joins a practice to the comparisons. */
  join(practices: readonly string[]): Promise<void>;
  readonly patientOf: (list: 0 | 1, n: number) => string;
}

/** Fills a database with it; every appointment was yesterday. */
export async function continuityWorld(base: TestDatabase): Promise<ContinuityWorld> {
  const world = await smallWorld(base);
  const { today } = await base.db.one<{ today: Temporal.PlainDate }>(sql`select platform.today() as today`);
  const { groupId } = world;
  const gp = { A: id(5, 91), B: id(5, 92), C: id(5, 93), D: id(5, 94), E: id(5, 95) };
  const patientOf = (list: 0 | 1, n: number) => id(6, 91_000 + list * 100 + n);
  let made = 0;
  const add = (visits: readonly Visit[]): Promise<void> =>
    arrange(base.owner, async (run) => {
      for (const { practice, patient, clinician, day, status = 'attended', request = null } of visits) {
        made += 1;
        const starts = day
          .toZonedDateTime({ timeZone: 'Europe/London', plainTime: '08:00' })
          .add({ minutes: made % 600 })
          .toInstant();
        const gone = status === 'cancelled';
        await run(sql`insert into access.booking (id, group_id, practice_id, host_practice_id, clinician_id, patient_id, kind, mode, day,
            starts_at, ends_at, status, overflow_reason, overflow_by, idempotency_key, cancelled_at, cancel_reason, request_id)
          values (${id(9, 90_000 + made)}, ${groupId}, ${practice}, ${practice}, ${clinician}, ${patient}, 'overflow', 'telephone',
            ${day}::date, ${starts}, ${starts.add({ minutes: 10 })}, ${status}::access.booking_status, 'test', 'test', ${`continuity ${made}`},
            ${gone ? starts : null}::timestamptz, ${gone ? 'test' : null}, ${request})`);
      }
    });
  const join = (practices: readonly string[]): Promise<void> =>
    arrange(base.owner, async (run) => {
      await run(sql`insert into network.agreement
        select gen_random_uuid(), ${groupId}, p, 'evaluation', '2020-01-01' from unnest(${practices}::text[]) p`);
    });
  await arrange(base.owner, async (run) => {
    await run(sql`update patients.patient set usual_gp_id = null`);
    for (const [letter, doctor] of Object.entries(gp))
      await run(sql`insert into workforce.clinician (id, group_id, practice_id, name, role, fte, valid_from)
        values (${doctor}, ${groupId}, ${letter === 'B' ? 'XA002' : 'XA001'}, ${`Dr ${letter}`}, 'gp', 1, '2020-01-01')`);
    for (const list of [0, 1] as const)
      for (const n of lists[list].keys())
        await run(sql`insert into patients.patient (id, practice_id, given_name, family_name, family_key, birth_date, sex, usual_gp_id, registered_from)
          values (${patientOf(list, n)}, ${list === 0 ? 'XA001' : 'XA002'}, 'Given', 'Listed', 'listed', '1960-01-01', 'male', ${list === 0 ? gp.A : gp.B}, '2020-01-01')`);
  });
  const day = today.subtract({ days: 1 });
  const visits = ([0, 1] as const).flatMap((list) =>
    lists[list].flatMap((saw, n) =>
      Array.from(saw, (letter) => ({
        ...{ practice: list === 0 ? 'XA001' : 'XA002', patient: patientOf(list, n), day },
        clinician: gp[letter as keyof typeof gp],
      })),
    ),
  );
  await add(visits);
  return { ...world, today, gp, add, join, patientOf };
}
