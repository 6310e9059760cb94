import { sql } from '#platform/db/sql.ts';
import type { Database } from '#platform/db/database.ts';
import type { Actor } from '#platform/auth/actor.ts';

/** Sizes of the ground the booking benchmark runs on; every booking wants a slot, a patient and a request of its own. */
export interface Ground {
  readonly clinicians: number;
  readonly days: number;
  readonly slotsADay: number;
  /** Past days whose bookings stand already: a group's table is never empty, and a plan made for an empty one is another. */
  readonly pastDays: number;
}

const group = '00000000-0000-7000-8000-000000000001';
const person = '00000000-0000-7000-8000-000000000002';
const held = '00000000-0000-7000-8000-000000000003';

/** Who books in the benchmark: a care navigator for the whole group. */
export const navigator: Actor = {
  personId: person,
  name: 'Bench',
  roleHeldId: held,
  role: 'navigator',
  groupId: group,
  practiceId: null,
};

/** One booking that nobody else wants. */
export interface Task {
  readonly clinician: number;
  readonly day: number;
  readonly slot: number;
  readonly n: number;
}

/** The identifiers of the ground, computed so that they need no lookup. */
export function idOf(kind: 'clinician' | 'session' | 'patient' | 'request', n: number): string {
  const place = { clinician: 1, session: 2, patient: 3, request: 4 }[kind];
  return `00000000-0000-7000-8${String(place).padStart(3, '0')}-${n.toString(16).padStart(12, '0')}`;
}

/** The first instant of a day's sessions: 07:00 in London, from a week ahead. */
export function dayStart(day: number): Temporal.Instant {
  const first = Temporal.Now.plainDateISO('Europe/London').add({ days: 7 + day });
  return first.toZonedDateTime({ timeZone: 'Europe/London', plainTime: '07:00' }).toInstant();
}

/** Fills an empty database: one group of 35 practices that all share, with sessions of 5-minute slots and a limit of 99. */
export async function layGround(owner: Database, { clinicians, days, slotsADay, pastDays }: Ground): Promise<void> {
  const total = clinicians * days * slotsADay;
  const client = await owner.pool.connect();
  const run = (statement: ReturnType<typeof sql>): Promise<unknown> =>
    client.query({ text: statement.text, values: [...statement.values] });
  const minutes = slotsADay * 5;
  await client.query('begin');
  for (const table of ['patients.patient', 'access.session', 'access.request', 'access.booking', 'workforce.clinician'])
    await client.query(`alter table ${table} disable trigger user`);
  await client.query('set local role superpractice_guard');
  await run(
    sql`insert into network.practice (id, name, source) select 'XA' || to_char(n, 'FM000'), 'Practice ' || n, 'bench' from generate_series(1, 35) n`,
  );
  await run(
    sql`insert into network.group (id, name, legal_shape, fictional) values (${group}, 'Bench', 'network', true)`,
  );
  await run(sql`insert into network.group_practice select ${group}, id, '2020-01-01' from network.practice`);
  await run(
    sql`insert into network.agreement select gen_random_uuid(), ${group}, p.id, s.code, '2020-01-01' from network.practice p, network.service s`,
  );
  await run(sql`insert into network.person values (${person}, ${group}, 'Bench', null, true)`);
  await run(
    sql`insert into network.role_held values (${held}, ${person}, ${group}, null, null, 'navigator', '2020-01-01')`,
  );
  await run(
    sql`insert into workforce.daily_limit values (gen_random_uuid(), ${group}, null, '2020-01-01', 99, 'bench')`,
  );
  await run(sql`insert into workforce.clinician (id, group_id, practice_id, name, role, fte, valid_from)
    select ('00000000-0000-7000-8001-' || lpad(to_hex(n), 12, '0'))::uuid, ${group}, 'XA' || to_char(n % 35 + 1, 'FM000'), 'Dr ' || n, 'gp', 1, '2020-01-01'
    from generate_series(0, ${clinicians - 1}::integer) n`);
  for (let day = 0; day < days; day += 1) {
    await run(sql`insert into access.session (id, group_id, practice_id, clinician_id, role, mode, day, starts_at, ends_at, slot_minutes)
      select ('00000000-0000-7000-8002-' || lpad(to_hex(${day * clinicians}::integer + n), 12, '0'))::uuid, ${group}, 'XA' || to_char(n % 35 + 1, 'FM000'),
        ('00000000-0000-7000-8001-' || lpad(to_hex(n), 12, '0'))::uuid, 'gp', 'face_to_face', access.london_day(${dayStart(day)}), ${dayStart(day)},
        ${dayStart(day).add({ minutes })}, 5
      from generate_series(0, ${clinicians - 1}::integer) n`);
  }
  const patients = clinicians * slotsADay;
  await run(sql`insert into patients.patient (id, practice_id, given_name, family_name, family_key, birth_date, sex, registered_from)
    select ('00000000-0000-7000-8003-' || lpad(to_hex(n), 12, '0'))::uuid, 'XA' || to_char(n % 35 + 1, 'FM000'), 'A', 'B', 'b', '1970-01-01', 'female', '2020-01-01'
    from generate_series(0, ${patients - 1}::integer) n`);
  await run(sql`insert into access.request (id, group_id, practice_id, patient_id, channel, status)
    select ('00000000-0000-7000-8004-' || lpad(to_hex(n), 12, '0'))::uuid, ${group}, 'XA' || to_char(n % ${patients} % 35 + 1, 'FM000'),
      ('00000000-0000-7000-8003-' || lpad(to_hex(n % ${patients}), 12, '0'))::uuid, 'telephone', 'waiting'
    from generate_series(0, ${total - 1}::integer) n`);
  await run(sql`insert into access.booking (id, group_id, practice_id, host_practice_id, clinician_id, patient_id, session_id, kind, mode, status, day,
      starts_at, ends_at, idempotency_key)
    select gen_random_uuid(), ${group}, p.practice_id, p.practice_id, ('00000000-0000-7000-8001-' || lpad(to_hex(c), 12, '0'))::uuid, p.id, gen_random_uuid(),
      'ordinary', 'face_to_face', 'attended', access.london_day(t.at), t.at, t.at + interval '10 minutes', 'past-' || c || '-' || d || '-' || n
    from generate_series(0, ${clinicians - 1}::integer) c cross join generate_series(1, ${pastDays}::integer) d cross join generate_series(0, 22) n
      cross join lateral (select ${dayStart(0)}::timestamptz - (d + 8) * interval '1 day' + n * interval '10 minutes' as at) t
      join patients.patient p on p.id = ('00000000-0000-7000-8003-' || lpad(to_hex((c * 23 + n + d * 997) % ${patients}::integer), 12, '0'))::uuid`);
  await client.query('reset role');
  for (const table of ['patients.patient', 'access.session', 'access.request', 'access.booking', 'workforce.clinician'])
    await client.query(`alter table ${table} enable trigger user`);
  await client.query('commit');
  await client.query(
    'vacuum analyze network.agreement, workforce.clinician, patients.patient, access.session, access.request, access.booking, access.clinician_day',
  );
  client.release();
}
