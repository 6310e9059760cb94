import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { systemActor } from '#platform/auth/actor.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testApp } from '../../../test/support/app.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn, type SignedIn } from '../../../test/support/signed-in.ts';
import { arrange, id, smallWorld } from '../../../test/support/world.ts';

describe('Operations and administrators change how the group is made', async () => {
  const base = await testDatabase();
  const { app } = await testApp(base);
  const world = await smallWorld(base);
  const desk = {} as Record<'operations' | 'administrator' | 'finance', SignedIn>;
  const administrator = {
    ...{ personId: id(3, 70), name: 'Ada Stone', roleHeldId: id(4, 70), role: 'administrator' },
    ...{ groupId: world.groupId, practiceId: null },
  };
  before(async () => {
    await arrange(base.owner, async (run) => {
      await run(sql`insert into network.person values (${id(3, 70)}, ${world.groupId}, 'Ada Stone', null, true)`);
      await run(sql`insert into network.role_held values
        (${id(4, 70)}, ${id(3, 70)}, ${world.groupId}, null, null, 'administrator', '2020-01-01')`);
      await run(sql`insert into network.hub values (${id(2, 2)}, ${world.groupId}, 'HUB2', 'Hub Two')`);
      await run(sql`insert into network.list_count values ('XA001', '2026-01-01', 31000, 'test')`);
    });
    desk.operations = await signIn(app, base.db, world.actors.operations);
    desk.finance = await signIn(app, base.db, world.actors.finance);
    desk.administrator = await signIn(app, base.db, administrator);
  });

  const words = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  const page = async (url: string) => words((await desk.operations.get(url)).body);
  const inTwoDays = async () => {
    const { day } = await base.db.one<{ day: Temporal.PlainDate }>(sql`select platform.today() + 2 as day`);
    return { 'from-day': String(day.day), 'from-month': String(day.month), 'from-year': String(day.year) };
  };
  const asSystem = <R>(statement: ReturnType<typeof sql>) =>
    transaction({ db: base.db, actor: systemActor('test', world.groupId), act: { action: 'test' } }, (tx) =>
      tx.rows<R>(statement),
    );
  /** Seen past the policies: a site belongs to no group, so that its event is for no group's auditor alone. */
  async function audited(subject: string, name: string): Promise<boolean> {
    const found: unknown[] = [];
    await arrange(base.owner, async (run) => {
      const wanted = sql`select from audit.event e where e.subject = ${subject} and e.person_name = ${name}`;
      found.push(...((await run(wanted)) as { rows: unknown[] }).rows);
    });
    return found.length > 0;
  }

  test('a hub move is shown first, changes nothing until confirmed, and is audited', async () => {
    const move = { practice: 'XA001', to: id(2, 2), ...(await inTwoDays()) };
    const check = await desk.operations.post('/group/hubs/move', move);
    assert.equal(check.statusCode, 200);
    assert.match(words(check.body), /Practice 1 is in Hub Two from .* It leaves Hub One on that day/);
    assert.match(words(check.body), /Hub Two no practice 1 practice, 31,000 patients \(within/);
    const planned = () =>
      asSystem<{ hub: string }>(sql`select m.hub_id as hub from network.hub_member m
      where m.practice_id = 'XA001' and m.valid_from > platform.today()`);
    assert.deepEqual(await planned(), []);
    const done = await desk.operations.post('/group/hubs/move', { ...move, confirmed: 'yes' });
    assert.deepEqual([done.statusCode, done.headers.location], [303, '/group']);
    assert.deepEqual(await planned(), [{ hub: id(2, 2) }]);
    const day = Temporal.PlainDate.from({
      year: Number(move['from-year']),
      month: Number(move['from-month']),
      day: Number(move['from-day']),
    }).toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
    assert.match(await page('/group'), new RegExp(`Practice 1 XA001 Hub One moves to Hub Two on ${day} `));
    const again = await desk.operations.post('/group/hubs/move', move);
    assert.equal(again.statusCode, 422);
    assert.match(words(again.body), /is in Hub Two on that day already/);
    const back = await desk.operations.post('/group/hubs/move', { practice: 'XA001', to: id(2, 1) });
    assert.match(words(back.body), /The move to Hub Two planned for .* is dropped/);
    assert.ok(await audited('network.hub_member insert', world.actors.operations.name));
  });

  test('a contract names its five parties, ends the one it takes the place of, and is audited', async () => {
    const parties = {
      ...{ practice: 'XA001', kind: 'GMS', holders: 'Dr Pell\r\n\r\nDr Hart', beneficiary: 'Harebell Ltd' },
      ...{ cqcProvider: 'Elm Street Partnership', payee: 'Elm Street Surgery' },
    };
    const missing = await desk.administrator.post('/group/contracts/new', { ...parties, payee: '' });
    assert.match(missing.body, /href="#payee">Say who is paid/);
    const first = { ...parties, 'from-day': '1', 'from-month': '4', 'from-year': '2020', confirmed: 'yes' };
    assert.equal((await desk.administrator.post('/group/contracts/new', first)).statusCode, 303);
    const next = { ...parties, kind: 'PMS', payee: 'Harebell Ltd', ...(await inTwoDays()) };
    const check = await desk.administrator.post('/group/contracts/new', next);
    assert.match(words(check.body), /Payee Elm Street Surgery Harebell Ltd .* End its GMS contract/);
    const ends = /name="ends" value="([^"]+)"/.exec(check.body)?.[1] ?? '';
    const done = await desk.administrator.post('/group/contracts/new', { ...next, ends, confirmed: 'yes' });
    assert.equal(done.statusCode, 303);
    assert.match(await page('/group/contracts'), /1 contract: 1 GMS .* Dr Pell and Dr Hart/);
    const rows = sql`select c.kind, c.valid_to - platform.today() as days from network.contract c order by c.valid_from`;
    assert.deepEqual(await asSystem(rows), [
      { kind: 'GMS', days: 2 },
      { kind: 'PMS', days: null },
    ]);
    assert.ok(await audited('network.contract update', 'Ada Stone'));
  });

  test('a branch site is added after a look at it, once, and is audited', async () => {
    const site = { practice: 'XA001', name: 'Elm Street Annexe', postcode: 'zz11ab', stepFree: 'yes' };
    const check = await desk.operations.post('/group/sites/new', site);
    assert.match(words(check.body), /Practice 1 has a site Elm Street Annexe .* ZZ1 1AB/);
    assert.doesNotMatch(await page('/group/sites'), /Annexe/);
    assert.equal((await desk.operations.post('/group/sites/new', { ...site, confirmed: 'yes' })).statusCode, 303);
    assert.match(await page('/group/sites'), /Elm Street Annexe ZZ1 1AB yes/);
    const again = await desk.operations.post('/group/sites/new', { ...site, confirmed: 'yes' });
    assert.match(words(again.body), /has a site called Elm Street Annexe already/);
    assert.ok(await audited('network.branch_site insert', world.actors.operations.name));
  });

  test('nobody else is asked or believed', async () => {
    for (const url of ['/group/hubs/move', '/group/contracts/new', '/group/sites/new']) {
      assert.equal((await desk.finance.get(url)).statusCode, 403);
      assert.equal((await desk.finance.post(url, { confirmed: 'yes' })).statusCode, 403);
    }
    assert.doesNotMatch((await desk.finance.get('/group/contracts')).body, /Record a contract/);
  });
});
