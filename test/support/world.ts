import type { Actor } from '#platform/auth/actor.ts';
import type { Context } from '#platform/db/transaction.ts';
import type { Database } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { TestDatabase } from './database.ts';

/** A small group to test against: practices A and B have joined hub booking, C has not. All ids are fixed. */
export interface World {
  readonly groupId: string;
  readonly hubId: string;
  /** Five clinicians, at practices A, A, B, B and C. */
  readonly clinicians: readonly string[];
  /** Patients of A by default, `patients` of them, then one each of B and C. */
  readonly patients: readonly string[];
  readonly patientOfB: string;
  readonly patientOfC: string;
  /** Who acts: by role, at practice A, or for the group where the name says so. */
  readonly actors: Readonly<
    Record<
      'navigator' | 'hubNavigator' | 'clinician' | 'groupClinician' | 'operations' | 'finance' | 'navigatorOfC',
      Actor
    >
  >;
}

/** A fixed identifier, the same in every run. */
export function id(kind: number, n: number): string {
  return `00000000-0000-7000-8${String(kind).padStart(3, '0')}-${String(n).padStart(12, '0')}`;
}

/** A valid NHS number of the test range for a counter. */
function testNhsNumber(n: number): string {
  for (let digits = 999_000_000 + n * 11; ; digits += 1) {
    const text = String(digits);
    const sum = [...text].reduce((total, digit, place) => total + (10 - place) * Number(digit), 0);
    const check = (11 - (sum % 11)) % 11;
    if (check < 10) return `${text}${check}`;
  }
}

const practices = ['XA001', 'XA002', 'XA003'];
const groupId = id(1, 1);
const hubId = id(2, 1);

function actor(n: number, role: string, practiceId: string | null): Actor {
  return { personId: id(3, n), name: `Person ${n}`, roleHeldId: id(4, n), role, groupId, practiceId };
}

const actors = {
  navigator: actor(1, 'navigator', 'XA001'),
  hubNavigator: actor(2, 'navigator', null),
  clinician: actor(3, 'clinician', 'XA001'),
  groupClinician: actor(4, 'clinician', null),
  operations: actor(5, 'operations', null),
  finance: actor(6, 'finance', null),
  navigatorOfC: actor(7, 'navigator', 'XA003'),
};

/** Runs statements as the role that policies let through, for arranging what a test needs. */
export async function arrange(
  owner: Database,
  work: (run: (statement: ReturnType<typeof sql>) => Promise<unknown>) => Promise<void>,
): Promise<void> {
  const client = await owner.pool.connect();
  try {
    await client.query('begin; set local role superpractice_guard');
    await work((statement) => client.query({ text: statement.text, values: [...statement.values] }));
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** What stands in the database, whoever may see it. */
export async function standing<R>(owner: Database, statement: ReturnType<typeof sql>): Promise<R[]> {
  let rows: unknown;
  await arrange(owner, async (run) => {
    rows = ((await run(statement)) as { rows: unknown }).rows;
  });
  return rows as R[];
}

/** Fills a database with the small group. The safe limit is 25 a day, from long ago. */
export async function smallWorld({ owner }: TestDatabase, { patients = 5 } = {}): Promise<World> {
  const clinicians = [1, 2, 3, 4, 5].map((n) => id(5, n));
  const homes = ['XA001', 'XA001', 'XA002', 'XA002', 'XA003'];
  const patientIds = Array.from({ length: patients }, (_, n) => id(6, n + 1));
  const [patientOfB, patientOfC] = [id(6, 900_001), id(6, 900_002)];
  await owner.rows(sql`insert into network.practice (id, name, latitude, longitude, source)
    select p, 'Practice ' || right(p, 1), 52 + n * 0.02, 1 + n * 0.02, 'test' from unnest(${practices}::text[]) with ordinality t(p, n)`);
  await owner.rows(
    sql`insert into network.group (id, name, legal_shape, fictional) values (${groupId}, 'Test group', 'super-partnership', true)`,
  );
  await arrange(owner, async (run) => {
    await run(
      sql`insert into network.group_practice select ${groupId}, p, '2020-01-01' from unnest(${practices}::text[]) p`,
    );
    await run(sql`insert into network.hub values (${hubId}, ${groupId}, 'HUB1', 'Hub One')`);
    await run(
      sql`insert into network.hub_member select ${hubId}, ${groupId}, p, '2020-01-01' from unnest(${practices}::text[]) p`,
    );
    await run(
      sql`insert into network.agreement select gen_random_uuid(), ${groupId}, p, 'hub_booking', '2020-01-01' from unnest(${practices.slice(0, 2)}::text[]) p`,
    );
    for (const person of Object.values(actors)) {
      await run(sql`insert into network.person values (${person.personId}, ${groupId}, ${person.name}, null, true)`);
      await run(
        sql`insert into network.role_held values (${person.roleHeldId}, ${person.personId}, ${groupId}, ${person.practiceId}, null, ${person.role}, '2020-01-01')`,
      );
    }
    await run(sql`insert into workforce.clinician (id, group_id, practice_id, person_id, name, role, fte, valid_from)
      select c, ${groupId}, h, case n when 1 then ${actors.clinician.personId}::uuid when 4 then ${actors.groupClinician.personId}::uuid end,
        'Dr ' || n, 'gp', 1, '2020-01-01' from unnest(${clinicians}::uuid[], ${homes}::text[]) with ordinality t(c, h, n)`);
    await run(sql`insert into workforce.daily_limit values (${id(7, 1)}, ${groupId}, null, '2020-01-01', 25, 'test')`);
    const everyone = [...patientIds.map((patient) => [patient, 'XA001']), [patientOfB, 'XA002'], [patientOfC, 'XA003']];
    await run(sql`insert into patients.patient (id, practice_id, nhs_number, given_name, family_name, family_key, birth_date, sex, usual_gp_id, registered_from, latitude, longitude)
      select p, h, nhs, 'Given ' || n, 'Family', 'family', date '1950-01-01' + n::integer, 'female', ${clinicians[0]}::uuid, '2020-01-01', 52.02, 1.02
      from unnest(${everyone.map(([patient]) => patient)}::uuid[], ${everyone.map(([, home]) => home)}::text[],
        ${everyone.map((_, n) => testNhsNumber(n + 1))}::text[]) with ordinality t(p, h, nhs, n)`);
  });
  return { groupId, hubId, clinicians, patients: patientIds, patientOfB, patientOfC, actors };
}

/** Opens a session for a clinician of the small group; answers its id. */
export async function openSessionFor(
  { owner }: TestDatabase,
  session: {
    n: number;
    clinician: string;
    practice?: string;
    startsAt: Temporal.Instant;
    minutes: number;
    slotMinutes?: number;
    mode?: string;
  },
): Promise<string> {
  const sessionId = id(8, session.n);
  const ends = session.startsAt.add({ minutes: session.minutes });
  await arrange(owner, async (run) => {
    await run(sql`insert into access.session (id, group_id, practice_id, clinician_id, role, mode, day, starts_at, ends_at, slot_minutes)
      values (${sessionId}, ${groupId}, ${session.practice ?? 'XA001'}, ${session.clinician}, 'gp', ${session.mode ?? 'face_to_face'},
        access.london_day(${session.startsAt}), ${session.startsAt}, ${ends}, ${session.slotMinutes ?? 10})`);
  });
  return sessionId;
}

/** The context of one of the world's people. */
export function as(db: Database, who: Actor, action = 'test'): Context {
  return { db, actor: who, act: { action } };
}
