import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { arrange, id, smallWorld } from '../../../test/support/world.ts';
import { takeLevels } from './commands/levels.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 1 });
const { app } = await testApp(base);
const { groupId } = world;
const governor = { ...world.actors.operations, personId: id(3, 50), roleHeldId: id(4, 50), role: 'governance' };
await arrange(base.owner, async (run) => {
  await run(sql`insert into network.person values (${governor.personId}, ${groupId}, 'Governor', null, true)`);
  await run(
    sql`insert into network.role_held values (${governor.roleHeldId}, ${governor.personId}, ${groupId}, null, null, 'governance', '2020-01-01')`,
  );
});
const operations = await signIn(app, base.db, world.actors.operations);
const governance = await signIn(app, base.db, governor);
const desk = await signIn(app, base.db, world.actors.navigator);
const today = Temporal.Now.plainDateISO('Europe/London');
const proposal = {
  'order-next_practice': '1',
  'order-waiting_list': '2',
  promiseDays: '10',
  offerMinutes: '60',
  source: 'Board decision',
  'from-day': String(today.day),
  'from-month': String(today.month),
  'from-year': String(today.year),
};

describe('What the group does when it is full', () => {
  test('is proposed by one person and approved by another, with why', async () => {
    assert.match(await page(operations, '/fullness'), /No policy says what is done when the group is full/);
    assert.equal((await operations.post('/fullness', { ...proposal, 'order-waiting_list': '' })).statusCode, 422);
    assert.equal((await operations.post('/fullness', proposal)).statusCode, 303);
    assert.match(await page(operations, '/fullness'), /You proposed it, so another person/);
    const decide = /\/fullness\/([0-9a-f-]{36})\/decide/.exec(await page(governance, '/fullness'))?.[0] ?? '';
    assert.equal((await operations.post(decide, { decision: 'approved', note: 'Mine' })).statusCode, 422);
    assert.equal((await governance.post(decide, { decision: 'approved', note: '' })).statusCode, 422);
    assert.equal((await governance.post(decide, { decision: 'approved', note: 'Agreed on 3 March' })).statusCode, 303);
    assert.match(await page(governance, '/fullness'), /Version 1 says what is done[\s\S]*approved by Governor/);
    assert.match(
      (await governance.post(decide, { decision: 'declined', note: 'No' })).body,
      /decided that version already/,
    );
  });

  test('is not for whoever takes calls to change', async () => {
    assert.equal((await desk.get('/fullness')).statusCode, 403);
    assert.equal((await desk.post('/fullness', proposal)).statusCode, 403);
  });
});

test('Levels stand on the board in words, with their history and the CSV of it', async () => {
  assert.match(await page(operations, '/levels'), /The group: no level has been recorded yet/);
  await takeLevels(base.db, Temporal.Now.instant());
  assert.match(await page(operations, '/levels'), /The group was red or black on 0 of 28 days/);
  const csv = await operations.get('/levels.csv?practice=XA001');
  assert.match(csv.body, /^\ufeffof,from,level,because\r?\nPractice 1,[^,]+,closed,/);
  assert.match(await page(operations, '/today'), /Closed[\s\S]*no sessions left/);
});

test('Safe limits stand beside what could not be met and how long people wait', async () => {
  assert.match(
    await page(operations, '/limits'),
    /Beside it, this week:[\s\S]*0 of 0 requests could not be met|Beside it, this week:[\s\S]*0 requests of 0[^.]*could not be met/,
  );
  assert.match(await page(operations, '/limits'), /What stands beside the limit[\s\S]*nobody waited/);
  const set = { contacts: '24', source: 'test' };
  const day = { 'from-day': String(today.day), 'from-month': String(today.month), 'from-year': String(today.year) };
  assert.equal((await operations.post('/limits', { ...set, ...day })).statusCode, 303);
  const jobs = await base.owner.rows(
    sql`select 1 from graphile_worker._private_tasks where identifier = 'workforce.limit-changed'`,
  );
  assert.equal(jobs.length, 1, 'a changed limit is told in the transaction that changes it');
});
