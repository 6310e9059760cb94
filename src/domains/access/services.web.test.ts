import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { callAbout, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { as, smallWorld } from '../../../test/support/world.ts';
import { transaction } from '#platform/db/transaction.ts';
import { insertService } from './store/self-referral.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 3 });
const { app } = await testApp(base);
const operations = await signIn(app, base.db, world.actors.operations);
const navigator = await signIn(app, base.db, world.actors.navigator);
const today = Temporal.Now.plainDateISO('Europe/London');
const form = (over: Record<string, string> = {}, from = today): Record<string, string> => ({
  ...{ reason: 'physiotherapy', name: 'Our physiotherapy', phone: '01632 960200', link: '', source: 'Told by them' },
  ...{ 'from-day': String(from.day), 'from-month': String(from.month), 'from-year': String(from.year), ...over },
});
const unknown = async (): Promise<number> =>
  Number(/<h1[^>]*>(\d+) services? ha(?:s|ve) no number/.exec(await page(operations, '/services'))?.[1]);

describe('Services people refer themselves to', () => {
  test('are told in a call as the group has said, from the day it said, and not before', async () => {
    const before = await unknown();
    assert.equal(
      (await operations.post('/services', form({ name: 'From tomorrow' }, today.add({ days: 1 })))).statusCode,
      303,
    );
    assert.equal(await unknown(), before, 'not before its day');
    const call = await callAbout(navigator, world.patients[0], { words: 'physio for my shoulder', practice: 'XA001' });
    assert.match(await page(navigator, call), /not known<\/span> <span class="m">its number and link/);
    assert.equal((await operations.post('/services', form())).statusCode, 303);
    assert.equal(await unknown(), before - 1);
    assert.match(await page(navigator, call), /Our physiotherapy<\/b>, <b class="nw">01632 960200<\/b>/);
    const [kept] = await base.owner.rows<{ detail: object; person_name: string }>(
      sql`select detail, person_name from audit.event where subject = 'how a service is reached' order by id desc limit 1`,
    );
    assert.equal(kept?.person_name, world.actors.operations.name);
  });

  test('are refused with what was typed where something is missing or wrong, and where the day has its row', async () => {
    const faults: [Record<string, string>, RegExp][] = [
      [{ phone: '', link: '' }, /Give its number, its link or both/],
      [{ phone: 'ring reception' }, /no telephone number/],
      [{ link: 'javascript:alert(1)' }, /begins with https/],
      [{ reason: 'sore-throat' }, /Choose what people ask for/],
      [{ source: ' ' }, /Say where it is known from/],
      [{ name: '' }, /Give the service/],
      [{ 'from-year': '2020' }, /today or a later day/],
      [{ 'from-day': '40' }, /Enter the day/],
      [{}, /That day has its number and link already/],
    ];
    for (const [over, says] of faults) {
      const answer = await operations.post('/services', form(over));
      assert.equal(answer.statusCode, 422, JSON.stringify(over));
      assert.match(answer.body, says);
    }
  });

  test('are for operations and governance to say: navigators read them, in the page and in the database', async () => {
    assert.doesNotMatch(await page(navigator, '/services'), /Keep it/);
    assert.equal((await navigator.post('/services', form({}, today.add({ days: 5 })))).statusCode, 403);
    const one = {
      reason: 'physiotherapy',
      from: today.add({ days: 6 }),
      name: 'x',
      phone: '+441632960200',
      link: null,
      source: 'x',
    };
    await assert.rejects(
      transaction(as(base.db, world.actors.navigator), (tx) => insertService(tx, one)),
      { code: '42501' },
    );
  });
});
