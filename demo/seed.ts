import pg from 'pg';
import { escalateJob } from '#domains/access/commands/raise.ts';
import { setAside } from './aside.ts';
import { at, copy, type Load } from './copy.ts';
import { goesOnAt, isUnseen } from './flags.ts';
import { escalateHandBackJob } from '#domains/access/commands/hand-back.ts';
import { patientColumns } from './patients.ts';
import { GROUP } from './practices.ts';
import { castPatients } from './patient-cast.ts';
import { auditLoads } from './rows/audit.ts';
import { capacityLoads, letHubsOpen } from './rows/capacity.ts';
import { fullnessLoads } from './rows/fullness.ts';
import { judgementLoads } from './rows/judgements.ts';
import { keepElsewhere, loseTheirPlace, tellWindows } from './rows/books.ts';
import { navigateSome } from './rows/navigated.ts';
import { agreementLoads, networkLoads } from './rows/network.ts';
import { peopleLoads } from './rows/people.ts';
import { handBackLoads } from './rows/hand-backs.ts';
import { bookingLoads, requestLoads, rotaLoads } from './rows/visits.ts';
import { found, live, type Foundation, type Life } from './story.ts';
import { brokenPromises, countDays, countHubWeeks } from './verify.ts';
import { historyBegins } from './visits.ts';

export { demoJobs, letSomeArrive } from './arrivals.ts';

/** What to make. The same seed, scale and moment make the same rows. */
export interface DemoOptions {
  /** The owner of a migrated database without any group. */
  readonly ownerUrl: string;
  /** Share of the whole, more than 0 and at most 1: 1 is 35 practices and 271,000 patients. */
  readonly scale?: number;
  readonly seed?: number;
  /** The moment seen from; four weeks of history end in it. */
  readonly now?: Temporal.Instant;
  readonly progress?: (line: string, done?: number, of?: number) => void;
}

/** What was made: rows by table, who can sign in, and how long it took. */
export interface DemoSummary {
  readonly group: string;
  readonly rows: Readonly<Record<string, number>>;
  readonly people: readonly { readonly id: string; readonly name: string; readonly roles: readonly string[] }[];
  readonly seconds: number;
}

/**
 * Fills a database that has no group yet with the demonstration group, in one transaction: all of it or nothing, so that a
 * killed attempt leaves the database empty for the next. Throws where there is a group already, or a promise would not hold.
 */
export async function seedDemo(options: DemoOptions): Promise<DemoSummary> {
  const { ownerUrl, scale = 1, seed = 1, now = Temporal.Now.instant(), progress = () => undefined } = options;
  if (!(scale > 0 && scale <= 1)) throw new RangeError('the scale of the demonstration is more than 0 and at most 1');
  const started = performance.now();
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'superpractice-demo' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(
      `begin; set local timezone = 'UTC'; set local datestyle = 'ISO'; set local maintenance_work_mem = '128MB'`,
    );
    await client.query('select pg_advisory_xact_lock(7360514)');
    await refuseIfUsed(client);
    const group = found({ scale, seed, now });
    const rows = await fill(client, group, progress);
    await note(client, group, { seed, scale, rows });
    await client.query('commit');
    const people = group.cast.map(({ id, name, roles }) => ({
      id,
      name,
      roles: roles.map((held) => `${held.role}, ${held.practice?.name ?? (held.hubId === undefined ? GROUP : 'hub')}`),
    }));
    return { group: GROUP, rows, people, seconds: (performance.now() - started) / 1000 };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function refuseIfUsed(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    'select g.name from network.group g order by g.created_at limit 1',
  );
  if (rows[0])
    throw new Error(`This database already has the group “${rows[0].name}”: the demonstration needs an empty one.`);
}

async function fill(
  client: pg.Client,
  group: Foundation,
  progress: NonNullable<DemoOptions['progress']>,
): Promise<Record<string, number>> {
  const rows: Record<string, number> = {};
  const load = async (loads: readonly Load[]): Promise<void> => {
    for (const each of loads) rows[each.table] = await copy(client, each);
  };
  const steps = 6;
  progress('Founding the group', 0, steps);
  const putBack = await setAside(client);
  await load([...networkLoads(group), ...peopleLoads(group), ...agreementLoads(group)]);
  progress(`Registering the patients of ${group.practices.length} practices`, 1, steps);
  await load([{ table: 'patients.patient', columns: patientColumns, lines: group.patients.lines }]);
  await countLists(client, group);
  progress('Planning ten weeks of sessions and filling them', 2, steps);
  const life = live(group);
  await load([
    ...rotaLoads(group, life),
    ...requestLoads(group, life),
    ...bookingLoads(group, life),
    ...handBackLoads(group, life),
    ...fullnessLoads(group, life),
    ...capacityLoads(group, life),
    ...judgementLoads(group, life),
  ]);
  // What follows reads what was loaded, still without its indexes: planned blindly, that takes the longest of all.
  await client.query('analyze access.session, access.duty, access.request, access.booking');
  await tellWindows(client);
  Object.assign(rows, await loseTheirPlace(client, group));
  await letHubsOpen(client, group);
  rows['access.waiting_place'] = (rows['access.waiting_place'] ?? 0) - (await navigateSome(client, group));
  rows['access.clinician_day'] = await countDays(client);
  rows['access.hub_week'] = await countHubWeeks(client);
  Object.assign(rows, await keepElsewhere(client, group));
  progress('Writing the audit of four weeks', 3, steps);
  await load(auditLoads(group, life, await transactionNumbers(client, group)));
  progress('Making the indexes', 4, steps);
  await putBack();
  await awaitAnswers(client, group, life);
  await castPatients(client, group);
  progress('Checking that every promise holds', 5, steps);
  await client.query(`analyze ${Object.keys(rows).join(', ')}`);
  const broken = await brokenPromises(client);
  if (broken.length > 0) throw new Error(`The demonstration would break promises: ${broken.join('; ')}`);
  return rows;
}

/** Nothing published counts fictional lists, so they are counted from the patients made. */
async function countLists(client: pg.Client, { calendar }: Foundation): Promise<void> {
  await client.query(
    `insert into network.list_count (practice_id, counted_on, patients, source)
     select p.practice_id, (to_timestamp($1::double precision / 1000) at time zone 'Europe/London')::date, count(*), 'The demonstration’s own fictional patients'
     from patients.patient p group by p.practice_id`,
    [calendar.now],
  );
}

/**
 * History was done by many transactions, one an hour here, so that the chain over the audit can be sealed in pieces. They
 * are numbered below every transaction of this server; where it has an audit already, the history joins this transaction.
 */
async function transactionNumbers(client: pg.Client, { calendar }: Foundation): Promise<(instant: number) => string> {
  const { rows } = await client.query<{ this: string; used: boolean }>(
    `select pg_current_xact_id()::text as this, exists (select from audit.event) or exists (select from audit.seal) as used`,
  );
  const current = rows[0]?.this ?? '0';
  if (rows[0]?.used !== false) return () => current;
  const from = historyBegins(calendar);
  const share = Math.min(700, Number(current) - 10) / (calendar.now - from + 1);
  return (instant) => String(3 + Math.floor((instant - from) * share));
}

/** Red flags and hand-backs that nobody has seen go on to the next level in their time, as those the product raises do. */
async function awaitAnswers(
  client: pg.Client,
  { groupId }: Foundation,
  { flags, handBacks }: Pick<Life, 'flags' | 'handBacks'>,
): Promise<void> {
  const waits = [
    ...flags.filter(isUnseen).map((flag) => ({
      job: escalateJob,
      payload: { flagId: flag.id, groupId },
      runAt: goesOnAt(flag),
      key: `red-flag:${flag.id}`,
    })),
    ...handBacks.flatMap(({ id, goesOnAt: runAt }) =>
      runAt === undefined
        ? []
        : [{ job: escalateHandBackJob, payload: { handBackId: id, groupId }, runAt, key: `hand-back:${id}` }],
    ),
  ];
  for (const { job, payload, runAt, key } of waits)
    await client.query('select platform.add_job($1, $2::json, $3::timestamptz, $4)', [
      job,
      JSON.stringify(payload),
      at(runAt),
      key,
    ]);
}

async function note(client: pg.Client, { groupId, cast }: Foundation, made: object): Promise<void> {
  await client.query(
    `insert into platform.setting (key, value) values ('demonstration', 'true') on conflict (key) do update set value = excluded.value`,
  );
  await client.query(
    `insert into platform.setting (key, value) values ('cast', $1::jsonb) on conflict (key) do update set value = excluded.value`,
    [JSON.stringify(cast.map(({ id }) => id))],
  );
  await client.query('set local role superpractice_guard');
  await client.query(
    `insert into audit.event (kind, action, purpose, person_name, role, group_id, subject, subject_id, detail)
     values ('act', 'seed-demonstration', 'demonstration', 'superpractice', 'system', $1::uuid, 'network.group', $1::uuid::text, $2)`,
    [groupId, JSON.stringify(made)],
  );
}
