import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { clockBeforeNight, testApp } from '../../../test/support/app.ts';
import { callAbout, field, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { arrange, openSessionFor, smallWorld, standing } from '../../../test/support/world.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 8 });
const { app } = await testApp(base, { now: clockBeforeNight });
const navigator = await signIn(app, base.db, world.actors.navigator);
const clinician = await signIn(app, base.db, world.actors.clinician);
const other = await signIn(app, base.db, world.actors.groupClinician);
const operations = await signIn(app, base.db, world.actors.operations);

const now = Temporal.Now.zonedDateTimeISO('Europe/London');
const [here = '', away = ''] = world.clinicians;
// Somebody works the last two hours of the day; the practice is open for its first minute alone.
const late = now.withPlainTime('21:58');
await openSessionFor(base, { n: 1, clinician: here, startsAt: late.toInstant(), minutes: 121 });
const opening = (hours: object | null): Promise<void> =>
  arrange(base.owner, async (run) => {
    await run(
      sql`update network.practice set opening = ${hours === null ? null : JSON.stringify(hours)}::jsonb where id = 'XA001'`,
    );
  });
await opening(null);

const about = (patient: number): Promise<string> =>
  callAbout(navigator, world.patients[patient], { words: 'sick note', practice: 'XA001' });
const optionsOf = (html: string): string => /<select[^>]* name="clinicianId"[^]*?<\/select>/.exec(html)?.[0] ?? '';
const ticks = (html: string): string[] =>
  [...html.matchAll(/name="sure"[^>]*value="([^"]+)"/g)].map(([, one = '']) => one);
const decided = { reason: 'Getting worse', decider: world.clinicians[0] ?? '' };

describe('The page of urgent overflow', () => {
  const elsewhere = world.clinicians[2] ?? '';

  test('lists who decides by who is near, and finds the others of the group by their name', async () => {
    const call = await about(5);
    const shown = await page(navigator, `${call}/none`);
    const [deciders = ''] = /<select[^>]* name="decider"[^]*?<\/select>/.exec(shown) ?? [];
    assert.match(deciders, /label="Here today">[^]*>Dr 1[^]*label="Others of this practice">[^]*>Dr 2/);
    assert.doesNotMatch(deciders, new RegExp(elsewhere));
    assert.match(shown, /<datalist id="deciders-elsewhere">[^]*<option value="Dr 3">GP, Practice 2</);
    assert.match(shown, /id="decidedBy"[^>]* list="deciders-elsewhere"/);
    const form = { key: field(shown, 'key'), clinicianId: here, at: '22:00', mode: 'telephone', reason: 'Worse' };
    assert.equal(
      (await navigator.post(`${call}/overflow`, { ...form, decider: '', decidedBy: 'dr 3' })).statusCode,
      303,
    );
    assert.match(await page(navigator, call), /Person 1 says Dr 3 decided/);
  });

  test('fills in no time at which the practice is closed', async () => {
    const call = await about(6);
    await opening({});
    const closed = await page(navigator, `${call}/none`);
    assert.match(closed, /id="at"[^>]* value=""/);
    await opening(Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, ['23:55', '23:59']])));
    const later = /id="at"[^>]* value="([^"]*)"/.exec(await page(navigator, `${call}/none`))?.[1];
    assert.ok(later === '23:55' || later === '', 'a bank holiday is closed');
    await opening(null);
    const form = { key: field(closed, 'key'), clinicianId: here, at: '', mode: 'telephone', ...decided };
    assert.match((await navigator.post(`${call}/overflow`, form)).body, /Give a time today that is still to come/);
  });
});

describe('Urgent overflow with somebody who is not at work, or where it is closed', () => {
  test('offers whoever works today, and others only once they are asked for, with a warning', async () => {
    const call = await about(0);
    const first = await page(navigator, `${call}/none`);
    assert.match(optionsOf(first), new RegExp(`label="Here today">[^]*value="${here}"`));
    assert.doesNotMatch(optionsOf(first), new RegExp(away));
    const more = await page(navigator, `${call}/none?away=yes`);
    assert.match(optionsOf(more), new RegExp(`label="Not here today: reach them first">[^]*value="${away}"`));
    assert.match(more, /Whoever is not here sees nobody until they are reached/);
  });

  test('is never refused, and booked once what is not so is ticked: for that clinician and time alone', async () => {
    const call = await about(0);
    const key = field(await page(navigator, `${call}/none`), 'key');
    const form = { key, clinicianId: away, at: '23:40', mode: 'telephone', ...decided };
    const warned = await navigator.post(`${call}/overflow`, form);
    assert.equal(warned.statusCode, 422);
    assert.match(warned.body, /Dr 2 does not work today\. They have been reached and will see the patient at 23:40/);
    assert.match(optionsOf(warned.body), new RegExp(`value="${away}" selected`));
    const [tick = ''] = ticks(warned.body);
    assert.equal((await navigator.post(`${call}/overflow`, { ...form, at: '23:45', sure: tick })).statusCode, 422);
    assert.equal((await navigator.post(`${call}/overflow`, { ...form, sure: tick })).statusCode, 303);
    assert.equal((await navigator.post(`${call}/overflow`, form)).statusCode, 303, 'sent twice it is the same booking');
  });

  test('says that the practice is closed then, and asks nothing where it is open and they work', async () => {
    await opening({ [now.dayOfWeek]: ['00:00', '00:01'] });
    const call = await about(1);
    const key = field(await page(navigator, `${call}/none`), 'key');
    const form = { key, clinicianId: here, at: '23:30', mode: 'face_to_face', ...decided };
    const warned = await navigator.post(`${call}/overflow`, form);
    assert.match(
      warned.body,
      /Practice 1 is closed (at 23:30: it is open 00:00 to 00:01|today: it is a bank holiday)\./,
    );
    assert.equal(
      (await navigator.post(`${call}/overflow`, { ...form, sure: ticks(warned.body)[0] ?? '' })).statusCode,
      303,
    );
    await opening(null);
    const second = await about(2);
    const open = { ...form, key: 'open-and-at-work', at: '23:10' };
    assert.equal((await navigator.post(`${second}/overflow`, open)).statusCode, 303);
  });
});

describe('Who decided an overflow', () => {
  const visitOf = async (call: string): Promise<string> => {
    const found = sql`select b.id from access.booking b where b.request_id = ${call.split('/').at(-1) ?? ''}`;
    return (await standing<{ id: string }>(base.owner, found))[0]?.id ?? assert.fail('nothing booked');
  };

  test('is a navigator’s word until that clinician, and nobody else, confirms it on their day', async () => {
    const call = await about(3);
    const key = field(await page(navigator, `${call}/none`), 'key');
    await navigator.post(`${call}/overflow`, { key, clinicianId: here, at: '22:40', mode: 'telephone', ...decided });
    assert.match(await page(navigator, call), /Getting worse, Person 1 says Dr 1 decided \(not confirmed yet\)/);
    const visit = await visitOf(call);
    assert.match(await page(navigator, `/visits/${visit}`), /Person 1 says Dr 1 decided/);
    assert.equal((await other.post(`/visits/${visit}/confirm-overflow`)).statusCode, 409);
    assert.doesNotMatch(await page(other, '/my-day'), /says you decided/);
    const day = await page(clinician, '/my-day');
    assert.match(day, /Person 1 says you decided<\/b> that Given 4 Family[^]*22:40[^]*“Getting worse”/);
    assert.equal((await clinician.post(`/visits/${visit}/confirm-overflow`)).statusCode, 303);
    assert.match(await page(navigator, call), /Getting worse, decided by Dr 1</);
    assert.doesNotMatch(await page(clinician, '/my-day'), /Given 4 Family[^<]*is seen beyond the limit/);
    const noted = sql`select from audit.event where action = 'confirm-overflow' and kind = 'change' and subject_id = ${visit}`;
    assert.equal((await standing(base.owner, noted)).length, 1);
  });

  test('is their own word where a clinician books it themself', async () => {
    const call = await callAbout(clinician, world.patients[4], { words: 'sick note', practice: 'XA001' });
    const key = field(await page(clinician, `${call}/none`), 'key');
    const form = { key, clinicianId: here, at: '22:20', mode: 'telephone', reason: 'Getting worse' };
    assert.equal((await clinician.post(`${call}/overflow`, form)).statusCode, 303);
    assert.match(await page(clinician, call), /Getting worse, decided by (Person 3|Dr 1)</);
  });
});

test('Urgent overflow stands on the board apart, and brings nobody near the limit who is far from it', async () => {
  const day = await page(operations, '/today');
  assert.match(
    day,
    /Urgent overflow<\/span> today, counted apart from the safe limit[^]*<b>Dr 1<\/b>, Practice 1: \d urgent, besides 0 of 25/,
  );
  assert.match(day, /Nobody is near the safe limit/);
  // Who is a place short of it by urgent and ordinary contacts together is near it.
  const limit = (to: number) =>
    arrange(base.owner, async (run) => {
      await run(sql`update workforce.daily_limit set contacts = ${to}`);
    });
  await limit(2);
  assert.match(await page(operations, '/today'), /clinicians? (?:is|are) at or near the safe limit[^]*Dr 1/);
  await limit(25);
});

test('What was booked beyond a limit today stays on the board once the day’s sessions are over', async () => {
  await arrange(base.owner, async (run) => {
    await run(sql`update access.session set status = 'cancelled' where clinician_id = ${here}`);
  });
  await openSessionFor(base, { n: 2, clinician: away, startsAt: late.add({ days: 1 }).toInstant(), minutes: 60 });
  const board = await page(operations, '/today');
  assert.match(
    board,
    /Urgent overflow<\/span> today, counted apart from the safe limit[^]*<b>Dr 1<\/b>, Practice 1: \d urgent, besides/,
  );
});
