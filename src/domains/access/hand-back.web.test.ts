import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { arrange, id, smallWorld } from '../../../test/support/world.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 2 });
const { app } = await testApp(base);
const { clinician, navigator, operations, groupClinician } = world.actors;
const navigatorOfB = {
  ...navigator,
  personId: id(3, 21),
  roleHeldId: id(4, 21),
  practiceId: 'XA002',
  name: 'Person 21',
};
const today = Temporal.Now.zonedDateTimeISO('Europe/London').startOfDay();
const soon = today.toPlainDate().add({ days: 2 }).toString();
const [mine = ''] = world.clinicians;

await arrange(base.owner, async (run) => {
  await run(
    sql`insert into network.person values (${navigatorOfB.personId}, ${world.groupId}, 'Person 21', null, true)`,
  );
  await run(
    sql`insert into network.role_held values (${navigatorOfB.roleHeldId}, ${navigatorOfB.personId}, ${world.groupId}, 'XA002', null, 'navigator', '2020-01-01')`,
  );
  for (const n of [0, 1, 2])
    await run(sql`insert into access.booking (id, group_id, practice_id, host_practice_id, clinician_id, patient_id, kind, mode, day, starts_at, ends_at,
        idempotency_key, overflow_reason, overflow_by)
      values (${id(11, n)}, ${world.groupId}, 'XA002', 'XA001', ${mine}, ${world.patientOfB}, 'overflow', 'telephone', ${today.toPlainDate()},
        ${today.add({ minutes: n * 5 }).toInstant()}, ${today.add({ minutes: n * 5 + 5 }).toInstant()}, ${`back-${n}`}, 'Could not wait', 'Dr 2')`);
});
const me = await signIn(app, base.db, clinician);
const home = await signIn(app, base.db, navigatorOfB);
const board = await signIn(app, base.db, operations);
const hubDoctor = await signIn(app, base.db, groupClinician);

const whole = {
  outcome: 'hand-back',
  done: 'Treated a water infection',
  'ask-1-what': 'Check kidney function',
  'ask-1-of': 'role:nurse',
  'ask-1-by': soon,
  'result-1-test': 'Urine sample',
  'result-1-owner': mine,
  'result-1-by': soon,
};
const urlOf = (n: number): string => `/visits/${id(11, n)}/hand-back`;
const actOf = (html: string, act: RegExp): string => act.exec(html)?.[1] ?? assert.fail(`no ${act.source} on the page`);

describe('A visit outside the home practice', () => {
  test('leads from Finish to its hand-back, is acknowledged by the home practice, and is closed', async () => {
    await me.post(`/visits/${id(11, 0)}/progress`, { step: 'started', from: 'my-day' });
    assert.match(await page(me, '/my-day'), /Finish and hand back/);
    const finish = await me.post(`/visits/${id(11, 0)}/progress`, { step: 'finished', from: 'my-day' });
    assert.deepEqual([finish.statusCode, finish.headers.location], [303, urlOf(0)]);
    assert.match(await page(me, urlOf(0)), /Hand Given \d+ Family back to Practice 2/);

    const wrong = await me.post(urlOf(0), { ...whole, done: '', 'ask-1-by': '' });
    assert.equal(wrong.statusCode, 422);
    assert.equal(wrong.body.match(/There is a problem/g)?.length, 1);
    assert.match(wrong.body, /Say what was done/);
    assert.match(wrong.body, /value="Check kidney function"/, 'what was typed stays');
    assert.equal((await me.post(urlOf(0), whole)).statusCode, 303);
    const day = await page(me, '/my-day');
    assert.match(day, /1 seen/);
    assert.match(day, /You owe[^]*1 result[^]*Urine sample/);

    assert.match(await page(home, '/calls'), /1 hand-back to acknowledge/);
    const list = await page(home, '/hand-backs');
    assert.match(list, /1 hand-back waits to be acknowledged/);
    assert.match(list, /Treated a water infection/);
    assert.equal((await home.post(`${urlOf(0)}/acknowledge`)).statusCode, 303);
    assert.match(await page(home, '/hand-backs'), /No hand-back waits for you/);

    const open = await page(home, urlOf(0));
    assert.match(open, /1 thing is asked, 1 result is owed/);
    assert.match(open, /Acknowledged<\/span>[^]*Person 21/);
    assert.doesNotMatch(open, /Hand over/, 'results are the clinicians’');
    const ask = actOf(open, /asks\/([0-9a-f-]{36})\/close/);
    assert.equal((await home.post(`${urlOf(0)}/asks/${ask}/close`, { note: '' })).statusCode, 422);
    assert.equal((await home.post(`${urlOf(0)}/asks/${ask}/close`, { note: 'Booked for Thursday' })).statusCode, 303);
    const result = actOf(await page(me, urlOf(0)), /results\/([0-9a-f-]{36})\/close/);
    assert.equal((await home.post(`${urlOf(0)}/results/${result}/close`, { note: 'x' })).statusCode, 403);
    assert.equal((await me.post(`${urlOf(0)}/results/${result}/close`, { note: 'Normal, told her' })).statusCode, 303);
    assert.match(await page(me, urlOf(0)), /Nothing of this is open/);
    assert.match(await page(me, '/my-day'), /You owe no result/);
  });

  test('whose hand-back names a danger alerts a clinician as it is saved', async () => {
    const before = await page(hubDoctor, '/red-flags');
    assert.match(before, /No red flag is waiting/);
    await me.post(urlOf(1), { ...whole, 'ask-1-what': 'Ring him back about crushing chest pain' });
    assert.match(await page(hubDoctor, '/red-flags'), /1 person needs a clinician now/);
  });

  test('shows no more of it to those it is not for', async () => {
    assert.equal((await board.get(urlOf(1))).statusCode, 403);
    assert.equal((await board.get('/hand-backs')).statusCode, 403);
    const other = await signIn(app, base.db, world.actors.navigatorOfC);
    assert.equal((await other.get(urlOf(1))).statusCode, 404);
    assert.equal((await home.get(urlOf(2))).statusCode, 404, 'it is not handed back yet');
  });

  test('is finished with nothing asked by one press', async () => {
    assert.equal((await me.post(urlOf(2), { outcome: 'nothing' })).statusCode, 303);
    assert.match(await page(home, urlOf(2)), /nothing is asked/i);
  });
});
