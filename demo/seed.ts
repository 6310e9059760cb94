import pg from 'pg';
import { calendarAround } from './calendar.ts';
import { chanceOf } from './chance.ts';
import { makeClinicians, staffName } from './clinicians.ts';
import { copy, type Load } from './copy.ts';
import { makePatients, patientColumns } from './patients.ts';
import { makeColleague, makePeople, type Person } from './people.ts';
import { makePractices, type Practice } from './practices.ts';
import { makeRequests } from './requests.ts';
import { accessLoads, agreementsOf, networkLoads, peopleLoads, rotaLoads, type Foundation } from './rows.ts';
import { makeRota } from './sessions.ts';
import { brokenPromises, countDays } from './verify.ts';
import { makeBookings } from './visits.ts';

/** What to make. The same seed, scale and moment make the same rows. */
export interface DemoOptions {
  /** The owner of a migrated database without any group. */
  readonly ownerUrl: string;
  /** Share of the whole: 1 is 35 practices and 271,000 patients. */
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

const GROUP = 'Harebell Health Partnership';
const protectedTables = [
  'network.group_practice', 'network.hub', 'network.hub_member', 'network.contract', 'network.agreement', 'workforce.clinician', 'workforce.daily_limit',
  'patients.patient', 'access.session', 'access.duty', 'access.request', 'access.red_flag', 'access.clinician_day', 'access.booking', 'audit.event',
]; // prettier-ignore
const auditedTables = [
  'network.practice',
  'network.group',
  'network.branch_site',
  'network.person',
  'network.role_held',
  ...protectedTables.filter((table) => table !== 'audit.event'),
];

/**
 * Fills a database that has no group yet with the demonstration group, in one transaction: all of it or nothing.
 * Throws where there is a group already.
 */
export async function seedDemo({
  ownerUrl,
  scale = 1,
  seed = 1,
  now = Temporal.Now.instant(),
  progress = () => undefined,
}: DemoOptions): Promise<DemoSummary> {
  if (!(scale > 0 && scale <= 1)) throw new RangeError('the scale of the demonstration is more than 0 and at most 1');
  const started = performance.now();
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'superpractice-demo' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`begin; set local timezone = 'UTC'; select pg_advisory_xact_lock(7360514)`);
    await refuseIfUsed(client);
    await openTables(client);
    const made = await fill(client, { scale, seed, now, progress });
    progress('Checking that every promise holds');
    const broken = await brokenPromises(client);
    if (broken.length > 0) throw new Error(`the demonstration breaks promises: ${broken.join('; ')}`);
    await closeTables(client);
    await client.query('commit');
    return { ...made, group: GROUP, seconds: (performance.now() - started) / 1000 };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function refuseIfUsed(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select g.name from network.group g limit 1');
  if (rows[0])
    throw new Error(`This database already has the group “${rows[0].name}”: the demonstration needs an empty one.`);
}

/** COPY is refused where row-level security holds, so for this one transaction the owner may pass and triggers rest. */
async function openTables(client: pg.Client): Promise<void> {
  for (const table of protectedTables) await client.query(`alter table ${table} no force row level security`);
  for (const table of auditedTables) await client.query(`alter table ${table} disable trigger user`);
}

async function closeTables(client: pg.Client): Promise<void> {
  for (const table of auditedTables) await client.query(`alter table ${table} enable trigger user`);
  for (const table of protectedTables) await client.query(`alter table ${table} force row level security`);
}

interface Filling {
  readonly scale: number;
  readonly seed: number;
  readonly now: Temporal.Instant;
  readonly progress: (line: string, done?: number, of?: number) => void;
}

async function fill(
  client: pg.Client,
  { scale, seed, now, progress }: Filling,
): Promise<Pick<DemoSummary, 'rows' | 'people'>> {
  const rows: Record<string, number> = {};
  const load = async (loads: readonly Load[]): Promise<void> => {
    for (const each of loads) {
      rows[each.table] = await copy(client, each);
    }
  };
  const calendar = calendarAround(now);
  const chance = chanceOf(seed, 'group');
  const groupId = chance.uuid(Date.UTC(2023, 3, 1));
  const { hubs, practices } = makePractices(scale, chance);
  const people = makePeople(practices, chance);
  const { clinicians, colleagues } = makeClinicians(practices, people, seed);
  const desk = navigatorsOf(practices, people, seed);
  const everyone = [
    ...people,
    ...colleagues,
    ...[...desk.values()].flat().filter((person) => !people.includes(person)),
  ];
  const f: Foundation = { groupId, groupName: GROUP, hubs, practices, clinicians, people: everyone, calendar, seed };
  progress('Founding the group', 1, 5);
  await load([...networkLoads(f), ...peopleLoads(f)]);
  progress('Registering the patients', 2, 5);
  const { lists, lines } = makePatients(practices, clinicians, { seed, now: now.epochMilliseconds });
  await load([{ table: 'patients.patient', columns: patientColumns, lines }]);
  progress('Planning ten weeks of sessions', 3, 5);
  const rota = makeRota({ hubs, practices, clinicians, calendar, seed });
  await load(rotaLoads(f, rota));
  progress('Filling the days with requests and visits', 4, 5);
  const joined = new Map(
    practices.map((practice) => [
      practice,
      agreementsOf(practice, calendar).find((one) => one.service === 'hub_booking'),
    ]),
  );
  const shares = (practice: Practice, day: { date: string }): boolean => {
    const agreement = joined.get(practice);
    return (
      agreement !== undefined &&
      agreement.from <= calendar.today.date &&
      (agreement.to === undefined || day.date < agreement.to)
    );
  };
  const bookings = makeBookings({ calendar, lists, sessions: rota.sessions, shares, seed });
  const asked = makeRequests({
    calendar,
    lists,
    bookings,
    duties: rota.duties,
    navigators: (practice) => desk.get(practice) ?? [],
    seed,
  });
  await load(accessLoads(f, asked, bookings));
  progress('Counting the days', 5, 5);
  rows['access.clinician_day'] = await countDays(client);
  await client.query(
    `insert into platform.setting (key, value) values ('demonstration', 'true') on conflict (key) do update set value = excluded.value`,
  );
  await client.query(
    `insert into audit.event (kind, action, purpose, person_name, role, group_id, subject, subject_id, detail) values ('act', 'demo-seed', 'demonstration', 'superpractice', 'system', $1::uuid, 'network.group', $1::uuid::text, $2)`,
    [groupId, JSON.stringify({ seed, scale, rows })],
  );
  return {
    rows,
    people: people.map(({ id, name, roles }) => ({
      id,
      name,
      roles: roles.map((held) => `${held.role} ${held.practice?.name ?? (held.hubId ? 'hub' : 'group')}`),
    })),
  };
}

/** Who answers the telephones of each practice: two names of the history, and who can sign in there. */
function navigatorsOf(
  practices: readonly Practice[],
  people: readonly Person[],
  seed: number,
): Map<Practice, Person[]> {
  const chance = chanceOf(seed, 'navigators');
  return new Map(
    practices.map((practice) => {
      const cast = people.filter((person) =>
        person.roles.some((held) => held.role === 'navigator' && held.practice === practice),
      );
      const others = [0, 1].map((place) =>
        makeColleague(staffName(chance), `navigator/${practice.code}/${place}`, chance),
      );
      return [practice, [...cast, ...others]];
    }),
  );
}
