import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testApp } from '../../../test/support/app.ts';
import { callAbout, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { joined, somebody } from '../../../test/support/more-people.ts';
import { signIn, type SignedIn } from '../../../test/support/signed-in.ts';
import { as, smallWorld, type World } from '../../../test/support/world.ts';

describe('Deciding otherwise than the rule, on the call', async () => {
  const database = await testDatabase();
  const { db, owner } = database;
  const { app } = await testApp(database);
  let world: World;
  let navigator: SignedIn;
  let clinician: SignedIn;
  let governance: SignedIn;

  before(async () => {
    world = await smallWorld(database);
    navigator = await signIn(app, db, world.actors.navigator);
    clinician = await signIn(app, db, world.actors.clinician);
    governance = await signIn(app, db, await somebody(database, world, { n: 51, role: 'governance' }));
    await joined(database, world, ['evaluation', 'XA001']);
  });

  const coughing = async (n = 0): Promise<string> => {
    const call = await callAbout(navigator, world.patients[n], { words: 'a cough for three weeks' });
    await navigator.post(`${call}/answer`, { question: 'cough-breathless', said: 'no' });
    return call;
  };
  const stands = (call: string) =>
    owner.one<{ urgency: string; rule_id: string; override: { role: string } | null }>(
      sql`select r.urgency, r.rule_id, r.override from access.request r where r.id = ${call.split('/').at(-1) ?? ''}`,
    );

  test('a navigator makes it sooner with a reason, and is told so; the rule and its version stay known', async () => {
    const call = await coughing();
    assert.match(await page(navigator, call), /The rule does not fit/);
    const silent = await navigator.post(`${call}/override`, { urgency: 'same-day', destination: 'visit', why: ' ' });
    assert.equal(silent.statusCode, 422);
    assert.match(silent.body, /Say why the rule does not fit/);
    const done = await navigator.post(`${call}/override`, {
      urgency: 'same-day',
      destination: 'visit',
      role: 'gp',
      why: 'Third call today',
    });
    assert.equal(done.statusCode, 303, done.body);
    const { urgency, rule_id: rule, override } = await stands(call);
    assert.deepEqual([urgency, rule, override?.role], ['same-day', 'cough-adult', 'gp']);
    const shown = await page(navigator, call);
    assert.match(shown, /Person 1<\/b> decided otherwise than the rule/);
    assert.match(shown, /within 7 days before: “Third call today”/);
  });

  test('a navigator never makes it later or takes the visit away, by the page or past it; a clinician does', async () => {
    const call = await coughing(1);
    for (const wanted of [
      { urgency: 'within-14-days' },
      { destination: 'self-care' },
      { destination: 'urgent-care' },
    ]) {
      const tried = await navigator.post(`${call}/override`, { ...wanted, why: 'Not so bad' });
      assert.equal(tried.statusCode, 422);
      assert.match(tried.body, /Only a clinician makes it less urgent, or takes a visit away/);
    }
    const past = (urgency: string, destination: string) =>
      transaction(as(db, world.actors.navigator), (tx) =>
        tx.rows(sql`insert into access.override (id, group_id, practice_id, request_id, protocol_id, version, rule_id, from_urgency, to_urgency,
            from_by, to_by, to_destination, reason) values (gen_random_uuid(), ${world.groupId}, 'XA001', ${call.split('/').at(-1) ?? ''}, 'first', 1,
            'cough-adult', 'within-14-days', ${urgency}, 'gp', 'gp', ${destination}, 'x')`),
      );
    await assert.rejects(past('within-14-days', 'visit'), { code: 'SP047' });
    await assert.rejects(past('same-day', 'self-care'), { code: 'SP047' });
    const lowered = await clinician.post(`${call}/override`, {
      urgency: 'within-14-days',
      destination: 'self-care',
      why: 'I have spoken to her',
    });
    assert.equal(lowered.statusCode, 303, lowered.body);
    assert.equal((await stands(call)).urgency, 'within-14-days');
    assert.match(await page(navigator, call), /They can look after this themselves/);
  });

  test('why is screened like all that is written', async () => {
    const call = await coughing(2);
    await navigator.post(`${call}/override`, {
      urgency: 'same-day',
      destination: 'visit',
      why: 'She has crushing chest pain now',
    });
    const { n } = await owner.one<{ n: number }>(
      sql`select count(*) as n from access.red_flag f where f.request_id = ${call.split('/').at(-1) ?? ''} and f.category = 'chest-pain'`,
    );
    assert.equal(n, 1);
  });

  test('overrides are counted by rule, for those who see requests and as counts for governance; small numbers as counts', async () => {
    const shown = await page(governance, '/protocols/overrides');
    assert.match(shown, /3 of 3 decisions went otherwise than the rule/);
    assert.match(shown, /3 of 3<\/span>/);
    assert.match(shown, /href="\/protocols\/first\/1#rule-cough-adult">Cough or chest infection: everybody else</);
    const csv = (await governance.get('/protocols/overrides.csv')).body;
    assert.match(
      csv,
      /Cough or chest infection: everybody else,cough-adult,"First navigation protocol, shipped version 1",3,3,2,1,\r\n/,
    );
    const elsewhere = await signIn(
      app,
      db,
      await somebody(database, world, { n: 52, role: 'clinician', practiceId: 'XA003' }),
    );
    assert.match(await page(elsewhere, '/protocols/overrides'), /No rule has decided anything/);
  });
});
