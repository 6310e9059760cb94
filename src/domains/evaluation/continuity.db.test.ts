import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Actor } from '#platform/auth/actor.ts';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { continuityWorld, type ContinuityWorld } from '../../../test/support/continuity.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { somebody } from '../../../test/support/more-people.ts';
import { arrange, as } from '../../../test/support/world.ts';
import { biceBoxerman, shareOf, upc } from './continuity.ts';
import type { PracticeCounts } from './continuity-page.ts';
import { periodOf } from './measured-period.ts';
import { continuityCounts } from './queries/counts.ts';

describe('Continuity is counted from bookings', async () => {
  const base = await testDatabase();
  const { db } = base;
  let world: ContinuityWorld;
  const who = {} as Record<
    'governance' | 'operations' | 'auditor' | 'manager' | 'partner' | 'managerOfC' | 'navigator',
    Actor
  >;

  before(async () => {
    world = await continuityWorld(base);
    await world.join(['XA001', 'XA002']);
    const roles = [
      ['governance', 'governance', null],
      ['operations', 'operations', null],
      ['auditor', 'auditor', null],
      ['manager', 'practice_manager', 'XA001'],
      ['partner', 'partner', 'XA001'],
      ['managerOfC', 'practice_manager', 'XA003'],
      ['navigator', 'navigator', null],
    ] as const;
    for (const [n, [key, role, practiceId]] of roles.entries())
      who[key] = await somebody(base, world, { n: 70 + n, role, practiceId });
  });

  const counts = (actor: Actor, months = 3, minutes = 0): Promise<PracticeCounts[]> =>
    transaction(as(db, actor), (tx) => continuityCounts(tx, periodOf(world.today, months), minutes));
  const whole = (rows: readonly { month: string | null; part: number; total: number }[]) => {
    const row = rows.find(({ month }) => month === null);
    return row ? `${row.part}/${row.total}` : 'nothing';
  };
  const said = (rows: readonly PracticeCounts[]) =>
    Object.fromEntries(rows.map((row) => [row.code ?? 'unnamed', `${whole(row.list)} ${whole(row.own)}`]));
  const rounded = (value: number | null) => (value === null ? null : Number(value.toFixed(2)));

  test('and agrees with the worked lists: SLICC 22/41 and 17/41, OPR 22/35 and 17/31, UPC and Bice–Boxerman', async () => {
    const rows = await counts(who.governance);
    assert.deepEqual(said(rows), { XA001: '22/41 22/35', XA002: '17/41 17/31' });
    const means = ['XA001', 'XA002']
      .flatMap((code) => rows.filter((row) => row.code === code))
      .map(({ visits }) => [rounded(shareOf(upc(visits))), rounded(shareOf(biceBoxerman(visits)))]);
    assert.deepEqual(means, [
      [0.56, 0.32],
      [0.59, 0.32],
    ]);
  });

  test('by month, which together are the whole', async () => {
    const [row] = (await counts(who.governance)).filter(({ code }) => code === 'XA001');
    const months = row?.list.filter(({ month }) => month !== null) ?? [];
    assert.deepEqual(
      months.map(({ part, total }) => [part, total]),
      [[22, 41]],
    );
  });

  test('for a role of the group of those that joined the comparisons alone, and the same for operations and auditors', async () => {
    const expected = { XA001: '22/41 22/35', XA002: '17/41 17/31' };
    for (const actor of [who.operations, who.auditor]) assert.deepEqual(said(await counts(actor)), expected);
    assert.deepEqual(await counts(who.navigator), []);
  });

  test('for a practice its own by name, and others that joined without code, name or months', async () => {
    for (const actor of [who.manager, who.partner]) {
      const rows = await counts(actor);
      assert.deepEqual(said(rows), { XA001: '22/41 22/35', unnamed: '17/41 17/31' });
      const others = rows.filter(({ code }) => code === null);
      assert.deepEqual(
        others.map(({ name }) => name),
        [null],
      );
      assert.deepEqual(
        others.flatMap(({ list, own }) => [...list, ...own].map(({ month }) => month)),
        [null, null],
      );
    }
  });

  test('for a practice that has not joined its own alone', async () => {
    assert.deepEqual(said(await counts(who.managerOfC)), { XA003: 'nothing nothing' });
  });

  test('never by a table: roles that read no visit are given no booking, whatever is counted for them', async () => {
    const { seen } = await transaction(as(db, who.governance), (tx) =>
      tx.one<{ seen: number }>(sql`select count(*) as seen from access.booking`),
    );
    assert.equal(seen, 0);
  });

  test('not of the same day, of visits missed or cancelled, with other professions, or of people without a named GP', async () => {
    const { today, gp, patientOf, patients } = world;
    const day = today.subtract({ days: 1 });
    const visit = { practice: 'XA001', patient: patientOf(0, 0), clinician: gp.A, day };
    await arrange(base.owner, async (run) => {
      await run(sql`update workforce.clinician set role = 'nurse' where id = ${world.clinicians[1]}`);
    });
    await world.add([
      { ...visit, day: today },
      { ...visit, day: today.add({ days: 3 }), status: 'booked' },
      { ...visit, status: 'did_not_attend' },
      { ...visit, status: 'cancelled' },
      { ...visit, clinician: world.clinicians[1] ?? '' },
      { ...visit, day: today.subtract({ months: 5 }) },
    ]);
    assert.deepEqual(said(await counts(who.governance)), { XA001: '22/41 22/35', XA002: '17/41 17/31' });
    await world.add([{ ...visit, patient: patients[0] ?? '', clinician: gp.C }]);
    const [row] = (await counts(who.governance)).filter(({ code }) => code === 'XA001');
    assert.deepEqual([whole(row?.list ?? []), row?.list.find(({ month }) => month === null)?.apart], ['22/41', 1]);
  });

  test('with a visit that is past and nobody said more about, and a doctor who went from one practice to another as one', async () => {
    const { today, gp, patientOf, groupId } = world;
    const day = today.subtract({ days: 1 });
    await world.add([{ practice: 'XA001', patient: patientOf(0, 0), clinician: gp.A, day, status: 'booked' }]);
    assert.equal(said(await counts(who.governance))['XA001'], '23/42 23/36');
    const elsewhere = '00000000-0000-7000-8005-000000000099';
    // Nothing stands on the first entry from then on: it would be a second limit.
    const moved = today.add({ days: 30 });
    await arrange(base.owner, async (run) => {
      await run(
        sql`update workforce.clinician set person_id = ${who.navigator.personId}, valid_to = ${moved} where id = ${gp.A}`,
      );
      await run(sql`insert into workforce.clinician (id, group_id, practice_id, person_id, name, role, fte, valid_from)
        values (${elsewhere}, ${groupId}, 'XA002', ${who.navigator.personId}, 'Dr A at the hub', 'gp', 0.2, ${moved})`);
    });
    await world.add([
      { practice: 'XA001', patient: patientOf(0, 1), clinician: elsewhere, day },
      { practice: 'XA002', patient: patientOf(1, 1), clinician: elsewhere, day },
    ]);
    assert.deepEqual(said(await counts(who.governance)), { XA001: '24/43 24/38', XA002: '17/42 17/31' });
  });

  test('once for everybody for as long as they take it, and anew for whoever wants it newer', async () => {
    const slicc = async (minutes: number) => said(await counts(who.governance, 3, minutes))['XA001'];
    const before = await slicc(60);
    const { today, gp, patientOf } = world;
    const day = today.subtract({ days: 1 });
    await world.add([{ practice: 'XA001', patient: patientOf(0, 0), clinician: gp.B, day }]);
    assert.equal(await slicc(60), before, 'counted within the hour');
    await world.join(['XA003']);
    assert.deepEqual(Object.keys(said(await counts(who.governance, 3, 60))).sort(), ['XA001', 'XA002', 'XA003']);
    assert.equal(await slicc(60), before, 'what joining opens was counted with the rest');
    assert.notEqual(await slicc(0), before);
    const rows = await transaction(as(db, who.governance), (tx) => continuityCounts(tx, periodOf(today, 3), 60));
    assert.equal(new Set(rows.map(({ countedAt }) => countedAt.toString())).size, 1, 'at one moment');
    await assert.rejects(
      transaction(as(db, who.governance), (tx) => tx.rows(sql`select 1 from evaluation.continuity_counted`)),
      /permission denied/,
    );
  });
});
