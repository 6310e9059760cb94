import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { importText, listSizeCsv, mappingCsv, placesCsv, workforceCsv } from '#domains/published/fixtures.ts';
import { systemActor } from '#platform/auth/actor.ts';
import { sql } from '#platform/db/sql.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { testDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { joinService, leaveService, undoStep } from './commands/agreement.ts';
import { createGroup, type NewGroup } from './commands/group.ts';
import { addPerson, endRole, giveRole } from './commands/people.ts';
import { overviewOf } from './group-overview.ts';
import { groupById, hubsOfGroup, practicesOfGroup } from './queries/group.ts';
import { sights } from './queries/sight.ts';
import { classWords } from './sight.ts';
import { layersOver } from './queries/published.ts';

const asked: NewGroup = {
  name: 'Nowhere Network',
  legalShape: 'network',
  which: { subIcb: '99Z' },
  hubs: 'pcn',
  by: 'test',
};

async function importNowhere(test: TestDatabase): Promise<void> {
  const lists = [
    { CODE: 'Z00001', NUMBER_OF_PATIENTS: 21_000 },
    { CODE: 'Z00002', NUMBER_OF_PATIENTS: 12_500 },
    { CODE: 'Z00003', NUMBER_OF_PATIENTS: 8_000 },
    { CODE: 'Z00004', NUMBER_OF_PATIENTS: 400 },
    { CODE: 'Z00009', NUMBER_OF_PATIENTS: 5_000, SUB_ICB_LOCATION_CODE: '98Y' },
  ];
  await importText(test.db, [
    'lists-2025-05.csv',
    listSizeCsv([...lists, { CODE: 'Z00008', NUMBER_OF_PATIENTS: 900 }], '2025-05-01'),
  ]);
  await importText(test.db, ['lists-2026-01.csv', listSizeCsv(lists, '2026-01-01')]);
  const mapped = ['Z00001', 'Z00002', 'Z00003'].map((code, at) => ({
    GP_CODE: code,
    GP_NAME: `SURGERY ${at + 1}`,
    PCN_CODE: at < 2 ? 'U00001' : 'U00002',
    PCN_NAME: at < 2 ? 'HILL PCN' : 'VALE PCN',
  }));
  await importText(test.db, ['gpad-mapping-2025-08.csv', mappingCsv(mapped)]);
  const places = [{ practice_code: 'Z00001', practice_name: 'Surgery 1', latitude: 52.1, longitude: 1.1 }];
  await importText(test.db, ['places-2025-04.csv', placesCsv(places)]);
  const staff = { 'Practice.Code': 'Z00001', TOTAL_GP_EXTGL_FTE: 3, TOTAL_LOCUUM_TRN_FTE: 1 };
  await importText(test.db, ['workforce.csv', workforceCsv([staff])]);
}

describe('A group is made of published data', async () => {
  const database = await testDatabase();
  const { db } = database;
  const contextOf = (groupId: string, actor = systemActor('test', groupId)): Context => ({
    db,
    actor,
    act: { action: 'test' },
  });
  const inGroup = <T>(groupId: string, work: (tx: Tx) => Promise<T>) => transaction(contextOf(groupId), work);
  const today = (await db.one<{ day: Temporal.PlainDate }>(sql`select platform.today() as day`)).day;
  let id = '';

  before(async () => {
    await importNowhere(database);
    const created = await createGroup(db, asked);
    assert.ok(created.ok, JSON.stringify(created));
    assert.deepEqual([created.value.practices, created.value.hubs, created.value.withoutHub], [4, 2, ['Z00004']]);
    id = created.value.id;
  });

  test('with the newest list, the hubs the mapping names, and every layer with what it covers', async () => {
    const overview = await inGroup(id, async (tx) => {
      const practices = await practicesOfGroup(tx, today);
      const layers = await layersOver(
        tx,
        practices.map(({ code }) => code),
      );
      return overviewOf(await groupById(tx, id), { practices, hubs: await hubsOfGroup(tx), layers });
    });
    assert.deepEqual([overview.list, overview.practicesCounted], [41_900, 4]);
    assert.deepEqual(
      overview.hubs.map(({ name, list, within30to50k }) => [name, list, within30to50k]),
      [
        ['Hill PCN', 33_500, true],
        ['Vale PCN', 8_000, false],
      ],
    );
    assert.deepEqual(overview.practicesWithoutHub, ['Z00004']);
    assert.equal(overview.practices.find(({ code }) => code === 'Z00004')?.name, 'Z00004');
    assert.deepEqual(
      overview.layers.map(({ kind, practicesCovered, practices }) => [kind, practicesCovered, practices]),
      [
        ['patients-registered', 4, 4],
        ['practice-mapping', 3, 4],
        ['practice-places', 1, 4],
        ['appointments-practice', 0, 4],
        ['workforce-year', 1, 4],
        ['appointments-crosstab', 0, 4],
        ['practice-deprivation', 0, 4],
      ],
    );
    assert.equal(overview.layers[3]?.publisher, null);
  });

  test('and a practice keeps its coordinates and its source', async () => {
    const practices = await inGroup(id, (tx) => practicesOfGroup(tx, today));
    const first = practices.find(({ code }) => code === 'Z00001');
    assert.deepEqual([first?.latitude, first?.status, first?.hubName], [52.1, 'open', 'Hill PCN']);
    assert.match(first?.source ?? '', /NHS England/);
  });

  test('a newer file of one practice closes none and moves no layer, and is named as passed over', async () => {
    const list = [{ CODE: 'Z00001', NUMBER_OF_PATIENTS: 1 }];
    const thin = await importText(db, ['lists-2026-02.csv', listSizeCsv(list, '2026-02-01')]);
    assert.deepEqual([thin.warning?.here, thin.warning?.there], [1, 5]);
    const staff = [{ 'Practice.Code': 'Z00002', TOTAL_GP_EXTGL_FTE: 'NA', TOTAL_LOCUUM_TRN_FTE: 'NA' }];
    await importText(db, ['workforce-2026.csv', workforceCsv(staff, 2026)]);
    const { practices, layers } = await inGroup(id, async (tx) => {
      const members = await practicesOfGroup(tx, today);
      const codes = members.map(({ code }) => code);
      return { practices: members, layers: await layersOver(tx, codes) };
    });
    assert.deepEqual(
      practices.map(({ list: patients }) => patients).toSorted((a, b) => (b ?? 0) - (a ?? 0)),
      [21_000, 12_500, 8_000, 400],
    );
    const [lists] = layers;
    assert.deepEqual([lists?.period, lists?.practicesCovered], ['1 January 2026', 4]);
    assert.equal(lists?.passedOver, 'newer but not used: 1 February 2026 covers only 1 of 4');
    const workforce = layers.find(({ kind }) => kind === 'workforce-year');
    assert.equal(workforce?.period, '2024/25');
    assert.match(workforce.derivedBy ?? '', /not an official publication/);
    const again = await createGroup(db, { ...asked, name: 'Nowhere again' });
    assert.equal(again.ok && again.value.practices, 4);
  });

  for (const [what, change, kind] of [
    ['a name in use', { name: 'nowhere network' }, 'name-taken'],
    ['no name', { name: ' ' }, 'name-missing'],
    ['a legal shape there is not', { name: 'B', legalShape: 'club' }, 'no-such-shape'],
    ['an area without practices', { name: 'B', which: { subIcb: '97X' } }, 'empty-area'],
    ['a code nobody published', { name: 'B', which: { codes: ['Z00001', 'Z99999'] } }, 'unknown-codes'],
    ['no code', { name: 'B', which: { codes: [] } }, 'no-codes'],
  ] as const) {
    test(`but not with ${what}`, async () => {
      const created = await createGroup(db, { ...asked, ...change });
      assert.equal(created.ok ? 'created' : created.error.kind, kind);
    });
  }

  test('a practice that has left the newest list file can be named, and is closed', async () => {
    const created = await createGroup(db, { ...asked, name: 'Old', which: { codes: ['Z00008'] } });
    assert.ok(created.ok);
    const [practice] = await inGroup(created.value.id, (tx) => practicesOfGroup(tx, today));
    assert.deepEqual([practice?.status, practice?.list], ['closed', null]);
  });

  test('and every class of rows that roles see has words for a practice manager', async () => {
    for (const { class: of } of await sights(db)) assert.notEqual(classWords(of), of.replaceAll('_', ' '), of);
  });

  test('in a demonstration the fictional arrangers get their roles in it', async () => {
    const person = '01900000-0000-7000-8000-000000000001';
    await database.owner.rows(sql`insert into platform.setting values ('demonstration', 'true')`);
    await database.owner.rows(
      sql`insert into network.person (id, name, email, fictional) values (${person}, 'A', 'a@example.org', true)`,
    );
    await database.owner.rows(sql`insert into network.role_held (id, person_id, group_id, role, valid_from)
      values (${crypto.randomUUID()}, ${person}, ${id}, 'operations', ${today})`);
    const created = await createGroup(db, { ...asked, name: 'Shown' });
    await database.owner.rows(sql`delete from platform.setting where key = 'demonstration'`);
    assert.equal(created.ok && created.value.demonstrators, 1);
  });

  describe('Agreements of its practices', () => {
    const step = { practiceId: 'Z00001', service: 'hub_booking' };

    test('are joined once', async () => {
      const joined = await joinService(contextOf(id), step);
      assert.ok(joined.ok);
      const again = await joinService(contextOf(id), step);
      assert.equal(again.ok ? 'joined' : again.error.kind, 'already-joined');
    });

    test('are left with notice, and the leaving is taken back until it takes effect', async () => {
      const soon = await leaveService(contextOf(id), { ...step, from: today.add({ days: 27 }), jointAgreement: null });
      assert.equal(soon.ok ? 'left' : soon.error.kind, 'short-notice');
      const due = await leaveService(contextOf(id), { ...step, from: today.add({ days: 28 }), jointAgreement: null });
      assert.ok(due.ok);
      const undone = await undoStep(contextOf(id), step);
      assert.deepEqual(undone, { ok: true, value: 'leaving' });
    });

    test('of a practice outside the group, or to a service there is not, are refused', async () => {
      const outside = await joinService(contextOf(id), { ...step, practiceId: 'Z00009' });
      assert.equal(outside.ok ? '' : outside.error.kind, 'not-in-group');
      const unknown = await joinService(contextOf(id), { ...step, service: 'tea' });
      assert.equal(unknown.ok ? '' : unknown.error.kind, 'no-such-service');
    });

    test('two callers at the same instant make one agreement', async () => {
      const race = { practiceId: 'Z00002', service: 'payments' };
      const results = await Promise.all([1, 2, 3, 4].map(() => joinService(contextOf(id), race)));
      assert.equal(results.filter(({ ok }) => ok).length, 1);
    });
  });

  describe('Its people', () => {
    const day = today;
    test('are added with a first role, which an administrator alone may give', async () => {
      const added = await addPerson(contextOf(id), {
        name: 'Ada Lowe',
        email: 'ada@example.org',
        first: { role: 'administrator', practiceId: null, hub: null },
      });
      assert.ok(added.ok);
      const [role] = await database.owner.rows<{ id: string }>(
        sql`select id from network.role_held where person_id = ${added.value}`,
      );
      const administrator = {
        ...systemActor('Ada Lowe', id),
        personId: added.value,
        roleHeldId: role?.id ?? '',
        role: 'administrator',
      };
      const manager = await addPerson(contextOf(id, administrator), {
        name: 'Ben Hart',
        email: 'ben@example.org',
        first: { role: 'practice_manager', practiceId: 'Z00001', hub: null },
      });
      assert.ok(manager.ok);
      const [held] = await database.owner.rows<{ id: string }>(
        sql`select id from network.role_held where person_id = ${manager.value}`,
      );
      const asManager = {
        ...systemActor('Ben', id),
        personId: manager.value,
        roleHeldId: held?.id ?? '',
        role: 'practice_manager',
        practiceId: 'Z00001',
      };
      const escalation = giveRole(contextOf(id, asManager), manager.value, {
        role: 'administrator',
        practiceId: null,
        hub: null,
      });
      await assert.rejects(escalation, { code: '42501' });
      const last = await endRole(contextOf(id, administrator), role?.id ?? '');
      assert.equal(last.ok ? '' : last.error.kind, 'last-administrator');
      assert.deepEqual(await endRole(contextOf(id, administrator), held?.id ?? ''), { ok: true, value: null });
    });

    for (const [what, first, kind] of [
      ['a role there is not', { role: 'king', practiceId: null, hub: null }, 'no-such-role'],
      ['a practice outside the group', { role: 'partner', practiceId: 'Z00009', hub: null }, 'no-such-practice'],
      ['a hub there is not', { role: 'navigator', practiceId: null, hub: 'U9' }, 'no-such-hub'],
      [
        'a day that has passed',
        { role: 'finance', practiceId: null, hub: null, from: day.subtract({ days: 1 }) },
        'date-passed',
      ],
      [
        'an end before its beginning',
        { role: 'finance', practiceId: null, hub: null, to: day },
        'ends-before-it-begins',
      ],
    ] as const) {
      test(`are not given ${what}`, async () => {
        const added = await addPerson(contextOf(id), { name: 'C', email: 'c@example.org', first });
        assert.equal(added.ok ? '' : added.error.kind, kind);
      });
    }

    test('do not share an address, whatever its capitals', async () => {
      const first = { role: 'finance', practiceId: null, hub: null };
      const added = await addPerson(contextOf(id), { name: 'Ada Again', email: 'ADA@example.org', first });
      assert.equal(added.ok ? '' : added.error.kind, 'person-known');
    });
  });
});
