import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { sql } from '#platform/db/sql.ts';
import { testDatabase } from './support/database.ts';
import {
  asActor,
  insertsThrough,
  makeTries,
  seenRows,
  trueRows,
  writesThrough,
  type TrueRow,
} from './support/matrix/look.ts';
import { isOpen, openTables, readable } from './support/matrix/open-tables.ts';
import { sees, type Sight } from './support/matrix/reference.ts';
import { patientRule, patientWrites, type Standing } from './support/matrix/patients.ts';
import { ruleOf, type KnownClinician } from './support/matrix/rules.ts';
import { fill, has, tables, type Table } from './support/matrix/tables.ts';
import { ids, makeWorld, worldRows, type Actor, type World } from './support/matrix/world.ts';

/** Tables with rows of practices or groups that have no policy by practice or group forced on them: places, roles and rules everyone who signs in may read, and people, who are tested below. */
const directories = [
  'network.branch_site',
  'network.list_count',
  'network.person',
  'network.role_held',
  'access.call_window',
  'access.contact_rule',
  'access.escalation_wait',
  'access.hand_back_rule',
  'access.hold_rule',
  'access.level_threshold',
  'access.offer_policy',
  'access.re_offer_weight',
  'access.book_age',
  'access.reminder_rule',
  'access.self_referral',
  'access.remedy_rule',
  'access.review_rule',
  'access.safe_contact_rule',
  'access.screening_check_rule',
  'patients.proxy_rule',
];

describe('Access follows roles and agreements', async () => {
  const database = await testDatabase();
  const { db } = database;
  const guard = new pg.Client({ connectionString: database.superuserUrl });
  guard.on('error', () => undefined);
  await guard.connect();
  after(() => guard.end());
  await guard.query('set role superpractice_guard');
  // Some rows are a clinician's to write, whoever lays the ground.
  await guard.query(`select set_config('sp.role', 'clinician', false)`);
  const all = await tables(guard);
  const guarded = all.filter((table) => table.forced && (has(table, 'practice_id') || has(table, 'group_id')));

  let world: World;
  let sights: Sight[];
  let today: Temporal.PlainDate;
  let clinicians: Map<string, KnownClinician>;
  const standing = new Map<string, TrueRow[]>();

  before(async () => {
    const codes = async (of: string) =>
      (
        await db.rows<{ code: string }>(
          sql`select code from network.${of === 'role' ? sql`role` : sql`service`} order by code`,
        )
      ).map(({ code }) => code);
    sights = await db.rows<Sight>(sql`select s.role, s.class, s.reach, s.service from network.sight s`);
    today = (await db.one<{ day: Temporal.PlainDate }>(sql`select platform.today() as day`)).day;
    world = makeWorld(await codes('service'), await codes('role'));
    for (const { text, values } of worldRows(world, today)) await guard.query(text, [...values]);
    for (const table of guarded) await fill({ client: guard, all, world, today }, table);
    for (const table of guarded) standing.set(table.name, await trueRows(guard, table));
    await makeTries(database.owner, guarded);
    const rows = standing.get('workforce.clinician') ?? [];
    clinicians = new Map(rows.map(({ row }) => [String(row['id']), row as unknown as KnownClinician]));
  });

  const stands = (): Standing => ({ world, sights, today, rows: (name) => standing.get(name) ?? [] });

  /** What an actor sees or writes against the reference, one entry a fault; and how many cells were looked at. */
  async function faultsOf(table: Table, actor: Actor, writes: boolean): Promise<{ faults: string[]; cells: number }> {
    const known = ruleOf(table, { clinicians, today });
    const rule = actor.patientId === undefined ? known : { ...known, sees: patientRule(table, actor, stands()) };
    const answers = new Map<string, boolean>();
    const may = (of: string, practiceId: unknown): boolean => {
      const key = `${of} ${String(practiceId)}`;
      const answer = answers.get(key) ?? sees({ world, sights }, actor, { of, practiceId });
      answers.set(key, answer);
      return answer;
    };
    const rows = standing.get(table.name) ?? [];
    const hidden = rows.filter(({ row }) => !rule.sees(row, may, actor));
    const unseen = new Set(hidden.map(({ at }) => at));
    return asActor(db, actor, async (tx) => {
      const seen = await seenRows(tx, table);
      const faults = rows.flatMap(({ at, row }) =>
        seen.has(at) === unseen.has(at)
          ? [`${actor.says} ${seen.has(at) ? 'sees' : 'does not see'} ${table.name} ${JSON.stringify(row)}`]
          : [],
      );
      if (!writes) return { faults, cells: rows.length };
      const through = await writesThrough(tx, table, hidden);
      // What is withheld from whoever acts for somebody is written all the same, by what they do.
      const mayAdd = rule.open || (actor.patientId !== undefined && table.name === 'access.message');
      const added = mayAdd ? [] : await insertsThrough(tx, table, hidden);
      return {
        faults: [...faults, ...[...through, ...added].map((fault) => `${actor.says} ${fault}`)],
        cells: rows.length,
      };
    });
  }

  test('every table with rows of practices or groups has forced row-level security, or is a directory', () => {
    const open = all.filter((table) => !table.forced && (has(table, 'practice_id') || has(table, 'group_id')));
    assert.deepEqual(open.map(({ name }) => name).sort(), [...directories].sort());
  });

  test('with nobody acting no table lets a row be read but those on a list, each for a reason', async () => {
    for (const [name, reason] of Object.entries(openTables)) assert.ok(reason.length > 10, name);
    const look = async (): Promise<{ let: string[]; unfilled: string[] }> => {
      const [letThrough, unfilled]: [string[], string[]] = [[], []];
      const { rows } = await guard.query<{ name: string; guarded: boolean }>(readable);
      for (const one of rows) {
        const count = async (client: pg.Client | pg.Pool): Promise<number> =>
          (await client.query(`select from ${one.name} limit 1`)).rowCount ?? 0;
        if (!one.guarded || (await count(db.pool)) > 0) letThrough.push(one.name);
        else if ((await count(guard)) === 0) unfilled.push(one.name);
      }
      return { let: letThrough, unfilled };
    };
    // What hangs on a person, not on a practice or group, has no row yet.
    const [someone] = world.actors;
    await guard.query(
      `insert into platform.kept_form (id, person_id, session, url, action, fields, posted)
      values (gen_random_uuid(), $1, '\\x00', '/calls', '/calls', '{"words": "a patient’s words"}', false)`,
      [someone?.personId],
    );
    await guard.query(`insert into platform.spare_key (person_id, key) values ($1, 'key')`, [someone?.personId]);
    await guard.query(
      `insert into access.calendar_link (id, person_id, name, secret_hash, expires_at) values (gen_random_uuid(), $1, 'Mine', sha256('x'), now() + interval '1 day')`,
      [someone?.personId],
    );
    const found = await look();
    assert.deepEqual(
      found.let.filter((name) => !isOpen(name)),
      [],
    );
    assert.deepEqual(found.unfilled, [], 'a table without rows proves nothing');
    const unused = Object.keys(openTables).filter((name) => !found.let.some((one) => one.startsWith(name)));
    assert.deepEqual(unused, [], 'what is closed is taken off the list');
    for (const name of ['platform.session', 'platform.sign_in_attempt', 'network.identity', 'access.book_staged'])
      await assert.rejects(db.pool.query(`select from ${name}`), { code: '42501' }, name);
    await database.owner.rows(
      sql`create policy planted on platform.kept_form for select to superpractice_app using (true)`,
    );
    assert.deepEqual(
      (await look()).let.filter((name) => !isOpen(name)),
      ['platform.kept_form'],
    );
    await database.owner.rows(sql`drop policy planted on platform.kept_form`);
  });

  test('what somebody wrote before a lock is read, changed and dropped by them alone, whatever their role', async () => {
    const [, writer] = world.actors;
    const id = crypto.randomUUID();
    await guard.query(
      `insert into platform.kept_form (id, person_id, session, url, action, fields, posted)
      values ($1, $2, '\\x00', '/calls', '/calls', '{}', false)`,
      [id, writer?.personId],
    );
    for (const actor of world.actors) {
      const done = await asActor(db, actor, async (tx) => [
        (await tx.rows(sql`select from platform.kept_form where id = ${id}`)).length,
        (await tx.rows(sql`update platform.kept_form set url = url where id = ${id} returning 1`)).length,
        (await tx.rows(sql`delete from platform.kept_form where id = ${id} returning 1`)).length,
      ]);
      assert.deepEqual(done, actor.personId === writer?.personId ? [1, 1, 1] : [0, 0, 0], actor.says);
    }
  });

  test('every guarded table has rows to look at, of practices in every situation', () => {
    for (const table of guarded) assert.ok((standing.get(table.name) ?? []).length > 1, table.name);
    assert.ok(world.practices.length > 80);
  });

  for (const table of guarded) {
    test(`${table.name} is seen and written by those who may, and by nobody else`, async (t) => {
      let cells = 0;
      const faults: string[] = [];
      for (const actor of world.actors) {
        const found = await faultsOf(table, actor, true);
        cells += found.cells;
        faults.push(...found.faults);
      }
      t.diagnostic(`${cells} cells`);
      assert.deepEqual(faults.slice(0, 20), [], `${faults.length} faults`);
    });
  }

  test('a patient writes nothing but requests, what follows from them and messages', async () => {
    for (const actor of world.actors.filter(({ patientId }) => patientId !== undefined).slice(0, 2))
      for (const table of guarded.filter(({ name }) => !patientWrites.has(name) && name !== 'audit.event')) {
        const rows = standing.get(table.name) ?? [];
        const faults = await asActor(db, actor, async (tx) => [
          ...(await writesThrough(tx, table, rows)),
          ...(await insertsThrough(tx, table, rows)),
        ]);
        assert.deepEqual(faults, [], `${actor.says}: ${table.name}`);
      }
  });

  test('the matrix finds a policy that lets everything through, to be read or to be written', async () => {
    const table = guarded.find(({ name }) => name === 'patients.patient');
    const actor = world.actors.find(({ says }) => says === 'finance for the group');
    assert.ok(table && actor);
    const planted = async (policy: string) => {
      await database.owner.rows(
        sql`create policy planted on patients.patient to superpractice_app using (true) with check (false)`,
      );
      if (policy === 'write') {
        await database.owner.rows(sql`drop policy planted on patients.patient`);
        await database.owner.rows(
          sql`create policy planted on patients.patient for insert to superpractice_app with check (true)`,
        );
      }
      const { faults } = await faultsOf(table, actor, true);
      await database.owner.rows(sql`drop policy planted on patients.patient`);
      return faults;
    };
    assert.match((await planted('read'))[0] ?? '', /^finance for the group sees patients\.patient/);
    assert.match((await planted('write'))[0] ?? '', /^finance for the group inserts into patients\.patient/);
    assert.deepEqual((await faultsOf(table, actor, true)).faults, []);
    const policies = [...table.policies, { name: 'planted', lets: 'true' }];
    assert.throws(() => ruleOf({ ...table, policies }, { clinicians, today }), /policies of its own/);
  });

  test('what a role sees is decided by the day: yesterday, today, tomorrow and long before and after', async (t) => {
    const classes = [...new Set(sights.map((sight) => sight.class))];
    const faults: string[] = [];
    let cells = 0;
    for (const actor of world.actors.filter(({ patientId }) => patientId === undefined)) {
      const { rows } = await guard.query<{ of: string; day: number; practices: string[] }>(
        `select c as of, d as day, network.visible($1, c, $2, $3, $4, $5::date + d) as practices
          from unnest($6::text[]) c cross join unnest($7::integer[]) d`,
        [
          actor.role,
          ids[actor.group],
          actor.practice,
          actor.hub && ids[actor.hub],
          today.toString(),
          classes,
          [-31, -2, -1, 0, 1, 2, 31],
        ],
      );
      for (const { of, day, practices } of rows) {
        const seen = new Set(practices);
        for (const { id, says } of world.practices) {
          cells += 1;
          if (seen.has(id) !== sees({ world, sights }, actor, { of, practiceId: id, day }))
            faults.push(`${actor.says} on day ${day}: ${of} of a practice ${says}`);
        }
      }
    }
    t.diagnostic(`${cells} cells`);
    assert.deepEqual(faults.slice(0, 20), [], `${faults.length} faults`);
  });

  test('people are read by their own group and by those whose colleagues they are, one at a time before anybody acts, and arranged by an administrator', async () => {
    const {
      rows: [real],
    } = await guard.query<{ id: string }>(
      `insert into network.person (id, group_id, name, email) values (gen_random_uuid(), $1, 'Somebody real', 'real@example.org') returning id`,
      [ids['ours']],
    );
    const id = real?.id ?? assert.fail('nobody was written');
    const named = sql`select id from network.person where id = ${id}`;
    assert.equal((await db.rows(named)).length, 0, 'before anybody acts no list of people is read');
    assert.equal((await db.rows(sql`select id from network.person_named(${id})`)).length, 1);
    for (const actor of world.actors.filter(({ role }) => role !== 'system' && role !== 'patient')) {
      const seen = (await asActor(db, actor, (tx) => tx.rows(named))).length;
      if (actor.group === 'ours') assert.equal(seen, 1, actor.role);
      const changed = await asActor(db, actor, (tx) =>
        tx.rows(sql`update network.person set name = name where id = ${id} returning id`),
      );
      assert.equal(changed.length, actor.role === 'administrator' && actor.group === 'ours' ? 1 : 0, actor.role);
    }
  });

  for (const [says, from, to, held] of [
    ['that ended yesterday', -30, -1, false],
    ['that ends today', -30, 0, false],
    ['that ends tomorrow', -30, 1, true],
    ['that begins today', 0, null, true],
    ['that begins tomorrow', 1, null, false],
  ] as const) {
    test(`a role ${says} is ${held ? 'held' : 'refused by the database whatever the program says'}`, async () => {
      const [actor] = world.actors;
      assert.ok(actor);
      const other = { ...actor, roleHeldId: crypto.randomUUID() };
      await guard.query(
        'update network.role_held set valid_from = valid_from - 4000, valid_to = valid_from - 3000 where person_id = $1',
        [actor.personId],
      );
      await guard.query(
        'insert into network.role_held (id, person_id, group_id, role, valid_from, valid_to) values ($1, $2, $3, $4, $5::date + $6::integer, $5::date + $7::integer)',
        [other.roleHeldId, actor.personId, ids[actor.group], actor.role, today.toString(), from, to],
      );
      const looking = asActor(db, other, (tx) =>
        tx.one<{ role: string }>(sql`select platform.current_role_name() as role`),
      );
      if (held) assert.equal((await looking).role, actor.role);
      else await assert.rejects(looking, { code: '42501' });
    });
  }

  test('nobody takes another person’s role', async () => {
    const [one, other] = world.actors.slice(20);
    assert.ok(one && other);
    await assert.rejects(
      asActor(db, { ...one, roleHeldId: other.roleHeldId }, async () => undefined),
      { code: '42501' },
    );
  });
});
