import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { callAbout, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { arrange, smallWorld, standing } from '../../../test/support/world.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 6 });
const { app } = await testApp(base);
const navigator = await signIn(app, base.db, world.actors.navigator);
await arrange(base.owner, async (run) => {
  await run(
    sql`update patients.patient set contact_by = 'text', phone = '+447700900118' where id <> ${world.patients[2]}`,
  );
});
/** The group says how its own physiotherapy is reached. */
const ownService = (): Promise<unknown> =>
  base.owner.rows(sql`insert into access.self_referral
    values (${world.groupId}, 'physiotherapy', '2020-01-01', 'Our physiotherapy', '+441632960200', null, 'Told by the service')`);
const messages = (call: string): Promise<{ way: string; state: string; body: string; address: string | null }[]> =>
  standing(
    base.owner,
    sql`select way, state, body, address from access.message where request_id = ${call.split('/').at(-1) ?? ''}`,
  );
const about = (patient: number, words: string): Promise<string> =>
  callAbout(navigator, world.patients[patient], { words, practice: 'XA001' });
const send = (call: string): ReturnType<typeof navigator.post> => navigator.post(`${call}/send-service`);

describe('A service somebody refers themselves to', () => {
  test('is read out with its source and sent once as they chose to be written to', async () => {
    const call = await about(0, 'talking therapies');
    const html = await page(navigator, call);
    assert.match(html, /They can refer themselves<\/h2>/);
    assert.match(
      html,
      /Read out: <b>NHS Talking Therapies<\/b>, <b>https:\/\/www\.nhs\.uk\/talk<\/b>[^]*NHS website[^]*No telephone number is known/,
    );
    assert.match(html, /Text it to 07700/);
    assert.equal((await send(call)).statusCode, 303);
    await send(call);
    const [one, ...more] = await messages(call);
    assert.deepEqual(more, []);
    assert.deepEqual([one?.way, one?.state, one?.address], ['text', 'waiting', '+447700900118']);
    assert.match(one?.body ?? '', /^What we spoke about: NHS Talking Therapies: https:\/\/www\.nhs\.uk\/talk\. /);
    assert.match(await page(navigator, call), /Written at \d\d:\d\d\.<\/b> It goes in a moment/);
    await navigator.post(`${call}/end`, { outcome: 'self-referral' });
    assert.match(
      await page(navigator, call),
      /Referring themselves to a service[^]*Read out: <b>NHS Talking Therapies/,
    );
  });

  test('is said not to be known, and nothing is sent, until the group has its number; nothing is promised meanwhile', async () => {
    const call = await about(1, 'physio for my shoulder');
    const html = await page(navigator, call);
    assert.match(html, /They may be able to refer themselves/);
    assert.match(html, /not known<\/span> <span class="m">its number and link/);
    assert.doesNotMatch(html, /send you the link|read you the number/);
    assert.equal((await send(call)).statusCode, 422);
    assert.deepEqual(await messages(call), []);
    await ownService();
    const known = await page(navigator, call);
    assert.match(known, /They can refer themselves[^]*Our physiotherapy<\/b>, <b class="nw">01632 960200<\/b>/);
    assert.equal((await send(call)).statusCode, 303);
    assert.match((await messages(call))[0]?.body ?? '', /Our physiotherapy: 01632 960200\. /);
  });

  test('stands in the own pages of whoever chose neither text nor e-mail', async () => {
    const call = await about(2, 'talking therapies');
    assert.match(await page(navigator, call), /Put it in their own pages/);
    await send(call);
    assert.deepEqual(
      (await messages(call)).map(({ way, state }) => [way, state]),
      [['app', 'shown']],
    );
  });

  test('is never written to whoever is reached only as they chose', async () => {
    await about(3, 'my husband hits me');
    const call = await about(3, 'talking therapies');
    const html = await page(navigator, call);
    assert.match(html, /Read out: <b>NHS Talking Therapies[^]*Do not ring, text or write\.<\/b> Only read it out/);
    assert.doesNotMatch(html, /Text it to|send-service/);
    const refused = await send(call);
    assert.equal(refused.statusCode, 422);
    assert.match(refused.body, /Do not ring, text or write/);
    assert.deepEqual(await messages(call), []);
  });
});
