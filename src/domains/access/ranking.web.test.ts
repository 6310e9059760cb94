import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testApp } from '../../../test/support/app.ts';
import { page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { arrange, as, id, smallWorld, standing } from '../../../test/support/world.ts';
import { offerTerms } from './queries/offers.ts';
import { hubOpensItself } from './queries/remedy.ts';
import { rankWorked, readWeights, weightFields } from './offer/weights.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 1 });
const { app } = await testApp(base);
after(() => app.close());
const governor = { ...world.actors.operations, personId: id(3, 50), roleHeldId: id(4, 50), role: 'governance' };
await arrange(base.owner, async (run) => {
  await run(sql`insert into network.person values (${governor.personId}, ${world.groupId}, 'Governor', null, true)`);
  await run(
    sql`insert into network.role_held values (${governor.roleHeldId}, ${governor.personId}, ${world.groupId}, null, null, 'governance', '2020-01-01')`,
  );
});
const operations = await signIn(app, base.db, world.actors.operations);
const governance = await signIn(app, base.db, governor);
const desk = await signIn(app, base.db, world.actors.navigator);
const today = Temporal.Now.plainDateISO('Europe/London');
const policyOn = (day: Temporal.PlainDate) =>
  transaction(as(base.db, world.actors.operations), async (tx) => (await offerTerms(tx, day)).policy);
const { version: _, ...first } = await policyOn(today);
const typed = Object.fromEntries(Object.entries(first).map(([name, value]) => [name, String(value)]));
const on = (prefix: string, { day, month, year }: Temporal.PlainDate) => ({
  [`${prefix}-day`]: String(day),
  [`${prefix}-month`]: String(month),
  [`${prefix}-year`]: String(year),
});
const decidePath = (html: string): string => /\/ranking\/[0-9a-f-]{36}\/decide/.exec(html)?.[0] ?? '';

describe('The weights of offers', () => {
  const begins = today.add({ days: 3 });
  const other = { ...typed, continuity: '1', why: 'Board, 3 March', ...on('from', begins) };

  test('are tried out on worked needs before anything changes', async () => {
    const tried = await operations.post('/ranking', { ...other, do: 'try' });
    assert.equal(tried.statusCode, 200);
    assert.match(
      tried.body,
      /Tried out: nothing has changed[\s\S]*An old trouble[\s\S]*1\. the usual GP in 8 days[\s\S]*1\. any GP here tomorrow/,
    );
    assert.equal((await standing(base.owner, sql`select from access.rule_proposal`)).length, 0);
  });

  test('are proposed by one person, approved by another with why, and hold from their day on beside what stood', async () => {
    assert.equal((await operations.post('/ranking', { ...other, why: '', do: 'propose' })).statusCode, 422);
    assert.match(
      (await operations.post('/ranking', { ...other, mile: '99', do: 'propose' })).body,
      /give a number from 0 to 30/,
    );
    const past = { ...other, ...on('from', today.subtract({ days: 1 })), do: 'propose' };
    assert.match((await operations.post('/ranking', past)).body, /today or later/);
    assert.equal((await operations.post('/ranking', { ...other, do: 'propose' })).statusCode, 303);
    const mine = await page(operations, '/ranking');
    assert.match(mine, /You proposed it, so another person/);
    assert.match(mine, /where it matters for the need: days: 10 becomes <b>1<\/b>/);
    const decide = decidePath(await page(governance, '/ranking'));
    assert.equal((await operations.post(decide, { decision: 'approved', note: 'Mine' })).statusCode, 422);
    assert.equal((await governance.post(decide, { decision: 'approved', note: '' })).statusCode, 422);
    assert.equal((await governance.post(decide, { decision: 'approved', note: 'Agreed' })).statusCode, 303);
    assert.match((await governance.post(decide, { decision: 'declined', note: 'No' })).body, /decided that already/);
    assert.equal((await policyOn(begins.subtract({ days: 1 }))).continuity, 10);
    assert.equal((await policyOn(begins)).continuity, 1);
    assert.match(
      (await operations.post('/ranking', { ...other, do: 'propose' })).body,
      /Another version begins on that day/,
    );
  });

  test('are never overwritten, nor decided by whoever proposed them, whoever writes', async () => {
    const at = sql`insert into access.rule_proposal (id, group_id, rule, valid_from, content, why, proposed_by)
      values (${id(12, 1)}, ${world.groupId}, 'remedies', ${begins}, '{"hubOpensItself": true}', 'Why', ${governor.personId})`;
    await arrange(base.owner, async (run) => {
      await run(at);
    });
    const decided = (by: string | null) =>
      arrange(base.owner, async (run) => {
        await run(
          sql`update access.rule_proposal set decision = 'declined', decided_by = ${by}, decided_at = now() where id = ${id(12, 1)}`,
        );
      });
    await assert.rejects(decided(governor.personId), /two_people/);
    await decided(world.actors.operations.personId);
    await assert.rejects(decided(world.actors.operations.personId), { code: 'SP096' });
    await assert.rejects(
      transaction(as(base.db, governor), (tx) => tx.rows(sql`update access.offer_policy set continuity = 0`)),
      /permission denied/,
    );
  });

  test('are not for whoever takes calls to see or change', async () => {
    assert.equal((await desk.get('/ranking')).statusCode, 403);
    assert.equal((await desk.post('/ranking', { ...other, do: 'propose' })).statusCode, 403);
  });
});

test('Whether the hub’s places are opened without asking is decided the same way', async () => {
  const opens = () => transaction(as(base.db, world.actors.operations), (tx) => hubOpensItself(tx));
  assert.equal(await opens(), false);
  assert.equal((await governance.post('/ranking/remedies', { whyOpens: 'x', ...on('begins', today) })).statusCode, 422);
  const answer = await governance.post('/ranking/remedies', {
    opens: 'yes',
    whyOpens: 'Winter',
    ...on('begins', today),
  });
  assert.equal(answer.statusCode, 303, answer.body);
  assert.equal(await opens(), false, 'proposed alone changes nothing');
  const decide = decidePath(await page(operations, '/ranking'));
  assert.equal((await operations.post(decide, { decision: 'approved', note: 'Agreed' })).statusCode, 303);
  assert.equal(await opens(), true);
});

test('The weights in force read back as themselves, and rank the worked needs alike', () => {
  const read = readWeights(typed);
  assert.ok(read.ok);
  assert.deepEqual(read.value, first);
  assert.deepEqual(Object.keys(first).sort(), weightFields.map(({ name }) => name as string).sort());
  assert.ok(rankWorked(first, read.value).every(({ changes }) => !changes));
  assert.deepEqual(
    rankWorked(first, { ...first, mostMiles: 5 })[2]?.after.length,
    2,
    'beyond the bound nothing is offered',
  );
});
