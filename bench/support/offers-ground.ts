import { sql, type Sql } from '#platform/db/sql.ts';
import type { Database } from '#platform/db/database.ts';
import type { Actor } from '#platform/auth/actor.ts';

const group = '00000000-0000-7000-8000-000000000001';
const person = '00000000-0000-7000-8000-000000000002';
const held = '00000000-0000-7000-8000-000000000003';

/** Who asks for offers and books in the benchmark: a care navigator for the whole group. */
export const groupNavigator: Actor = {
  ...{ personId: person, name: 'Bench', roleHeldId: held, role: 'navigator', groupId: group, practiceId: null },
};

/** A group of practices that all share: clinicians at 450 to 35 practices, six weeks of sessions, most of the near ones booked. */
export interface GroupSize {
  readonly practices: number;
}

/** Patients of each practice who ask; every one has a usual GP, a home and visits behind them. */
export const patientsEach = 40;

/** The identifier of a patient. */

export const patientOf = (n: number): string => `00000000-0000-7000-8003-${n.toString(16).padStart(12, '0')}`;

const uuidOf = (kind: number, n: string): string =>
  `('00000000-0000-7000-8${String(kind).padStart(3, '0')}-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
const plain = (text: string): Sql => ({ text, values: [] });

/** Roles as practices have them, of twenty. */
const roles = `(array['gp','gp','gp','gp','gp','gp','gp','gp','gp','gp','advanced_nurse','advanced_nurse','nurse','nurse','nurse','hca','pharmacist','paramedic','physio','social_prescriber'])`;

/** The plan of a GP's or nurse practitioner's morning: some kept for the day, some embargoed until two days before. */
const plan = `jsonb_build_array(
  jsonb_build_object('kind', 'on_the_day', 'from', 0, 'to', 60, 'minutes', 15, 'places', 1),
  jsonb_build_object('kind', 'pre_bookable', 'from', 60, 'to', 180, 'minutes', 15, 'places', 1),
  jsonb_build_object('kind', 'pre_bookable', 'from', 180, 'to', 225, 'minutes', 15, 'places', 1, 'opensAt', to_char((h.starts_at - interval '2 days') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')),
  jsonb_build_object('kind', 'blocked', 'from', 225, 'to', 250, 'minutes', 25, 'places', 1))`;

const tables = [
  'patients.patient',
  'access.session',
  'access.booking',
  'workforce.clinician',
  'workforce.micro_team_member',
];

type Run = (statement: Sql) => Promise<unknown>;

/** The practices with their hubs, agreements, limits and clinicians. */
async function layPractices(run: Run, practices: number): Promise<void> {
  const clinicians = Math.round((practices * 450) / 35);
  await run(sql`insert into network.practice (id, name, source, latitude, longitude)
    select 'XA' || to_char(n, 'FM000'), 'Practice ' || n, 'bench', 51.5 + (n % 19) * 0.03, 0.2 + (n / 19) * 0.05 from generate_series(1, ${practices}::integer) n`);
  await run(
    sql`insert into network.group (id, name, legal_shape, fictional) values (${group}, 'Bench', 'network', true)`,
  );
  await run(sql`insert into network.group_practice select ${group}, id, '2020-01-01' from network.practice`);
  await run(sql`insert into network.hub select ('00000000-0000-7000-8009-' || lpad(to_hex(n), 12, '0'))::uuid, ${group}, 'HUB' || n, 'Hub ' || n
    from generate_series(0, ${Math.ceil(practices / 6)}::integer) n`);
  await run(
    sql`insert into network.hub_member select ('00000000-0000-7000-8009-' || lpad(to_hex(substr(id, 3)::integer / 6), 12, '0'))::uuid, ${group}, id, '2020-01-01' from network.practice`,
  );
  await run(sql`insert into access.hub_quota (id, group_id, hub_id, practice_id, valid_from, places, source)
    select gen_random_uuid(), ${group}, m.hub_id, m.practice_id, '2020-01-01', 120, 'bench' from network.hub_member m`);
  await run(
    sql`insert into network.agreement select gen_random_uuid(), ${group}, p.id, s.code, '2020-01-01' from network.practice p, network.service s`,
  );
  await run(sql`insert into network.person values (${person}, ${group}, 'Bench', null, true)`);
  await run(
    sql`insert into network.role_held values (${held}, ${person}, ${group}, null, null, 'navigator', '2020-01-01')`,
  );
  await run(
    sql`insert into workforce.daily_limit values (gen_random_uuid(), ${group}, null, '2020-01-01', 25, 'bench')`,
  );
  await run(
    plain(`insert into workforce.clinician (id, group_id, practice_id, name, role, fte, valid_from)
    select ${uuidOf(1, 'n')}, '${group}', 'XA' || to_char(n % ${practices} + 1, 'FM000'), 'Dr ' || n, ${roles}[n / ${practices} % 20 + 1], 1, '2020-01-01'
    from generate_series(0, ${clinicians - 1}) n`),
  );
  await run(
    plain(`insert into workforce.micro_team_member (id, group_id, team, clinician_id, valid_from)
    select gen_random_uuid(), '${group}', c.practice_id || ' ' || (row_number() over (partition by c.practice_id order by c.id) / 5), c.id, '2020-01-01' from workforce.clinician c`),
  );
}

/** Six weeks of work: seven half days of ten, as somebody at 0.78 has. Half the clinicians have plans. */
async function laySessions(run: Run): Promise<void> {
  await run(
    plain(`insert into access.session (id, group_id, practice_id, clinician_id, role, mode, kind, day, starts_at, ends_at, slot_minutes, plan)
    select gen_random_uuid(), '${group}', c.practice_id, c.id, c.role, case when (c.n + d.n) % 5 = 0 then 'telephone' else 'face_to_face' end,
      case when c.n % 17 = 0 and half = 1 then 'hub' else 'ordinary' end, d.day, h.starts_at, h.starts_at + interval '250 minutes', 5 * case when c.n % 2 = 0 then 1 else 3 end,
      case when c.n % 2 = 0 then ${plan} end
    from (select c.*, row_number() over (order by c.id)::integer as n from workforce.clinician c) c
    cross join (select row_number() over (order by t)::integer as n, t::date as day from generate_series(current_date, current_date + 42, interval '1 day') t where extract(isodow from t) < 6) d
    cross join generate_series(0, 1) half
    cross join lateral (select (d.day + case half when 0 then time '08:30' else time '14:00' end) at time zone 'Europe/London' as starts_at) h
    where (c.n * 7 + d.n * 2 + half) % 10 < 7`),
  );
}

/** Patients with a usual GP; near days nearly full, far ones a third; past visits with a few clinicians of the practice. */
async function layPatients(run: Run, practices: number): Promise<void> {
  const patients = practices * patientsEach;
  await run(
    plain(`insert into patients.patient (id, practice_id, given_name, family_name, family_key, birth_date, sex, registered_from, latitude, longitude, usual_gp_id)
    select ${uuidOf(3, 'n')}, p.id, 'A', 'B', 'b', '1970-01-01', 'female', '2020-01-01', p.latitude + (n % 7) * 0.003, p.longitude + (n % 11) * 0.003,
      (select c.id from workforce.clinician c where c.practice_id = p.id and c.role = 'gp' order by c.id offset n % 5 limit 1)
    from generate_series(0, ${patients - 1}) n join network.practice p on p.id = 'XA' || to_char(n % ${practices} + 1, 'FM000')`),
  );
  await run(
    plain(`insert into access.booking (id, group_id, practice_id, host_practice_id, clinician_id, patient_id, session_id, kind, mode, status, day, starts_at, ends_at, idempotency_key)
    select gen_random_uuid(), '${group}', s.practice_id, s.practice_id, s.clinician_id,
      ${uuidOf(3, `((substr(s.practice_id, 3)::integer - 1) + ${practices} * (abs(hashtext(s.id::text || k)) % ${patientsEach}))::integer`)},
      s.id, 'ordinary', s.mode, 'booked', s.day, t.at, t.at + interval '15 minutes', s.id::text || ' ' || k
    from access.session s cross join generate_series(0, 14) k cross join lateral (select s.starts_at + k * interval '15 minutes' as at) t
    where abs(hashtext(s.id::text || k || 'x')) % 100 < greatest(30, 78 - (s.day - current_date) * 1.2)
    on conflict do nothing`),
  );
  await run(
    plain(`insert into access.booking (id, group_id, practice_id, host_practice_id, clinician_id, patient_id, session_id, kind, mode, status, day, starts_at, ends_at, idempotency_key)
    select gen_random_uuid(), '${group}', p.practice_id, p.practice_id, c.id, p.id, gen_random_uuid(), 'ordinary', 'telephone', 'attended', access.london_day(t.at), t.at, t.at + interval '15 minutes', p.id || ' ' || k
    from patients.patient p cross join generate_series(1, 6) k
    cross join lateral (select c.id from workforce.clinician c where c.practice_id = p.practice_id order by c.id offset (abs(hashtext(p.id::text)) + k / 3) % 10 limit 1) c
    cross join lateral (select now() - k * interval '30 days' - abs(hashtext(p.id::text)) % 5000 * interval '5 minutes' as at) t on conflict do nothing`),
  );
  await run(
    plain(`insert into access.clinician_day (clinician_id, day, group_id, ordinary, taken)
    select b.clinician_id, b.day, '${group}', count(*), range_agg(access.minutes_of(b.starts_at, b.ends_at)) from access.booking b where b.status = 'booked' group by 1, 2`),
  );
}

/** Fills an empty database with such a group. */
export async function layGroup(owner: Database, { practices }: GroupSize): Promise<void> {
  const client = await owner.pool.connect();
  const run: Run = (statement) => client.query({ text: statement.text, values: [...statement.values] });
  await client.query('begin');
  for (const table of tables) await client.query(`alter table ${table} disable trigger user`);
  // The times a plan opens are kept row by row.
  await client.query('alter table access.session enable trigger plan_is_legal');
  await client.query('set local role superpractice_guard');
  await layPractices(run, practices);
  await laySessions(run);
  await layPatients(run, practices);
  await client.query('reset role');
  for (const table of tables) await client.query(`alter table ${table} enable trigger user`);
  await client.query('commit');
  await client.query('vacuum analyze');
  client.release();
}
