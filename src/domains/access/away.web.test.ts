import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { callAbout, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { arrange, smallWorld } from '../../../test/support/world.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 6 });
const { app } = await testApp(base);
const navigator = await signIn(app, base.db, world.actors.navigator);
const clinician = await signIn(app, base.db, world.actors.clinician);

await arrange(base.owner, async (run) => {
  await run(sql`update patients.patient set phone = '+447700900123', address = '14 Mill Lane', postcode = 'LS6 2AB'
    where id = any (${world.patients}::uuid[])`);
});
const chest = 'crushing chest pain since breakfast';
const ring = /They are not on the line\. Ring (?:<span class="nw">)?07700 900123(?:<\/span>)? now/;
const send = /No answer: ring 999 yourself and send the ambulance to 14 Mill Lane, LS6 2AB/;
const idOf = (call: string): string => call.split('/').at(-1) ?? '';

describe('A red flag that somebody wrote who is not on the line', () => {
  for (const [channel, from] of [
    ['online', 'online'],
    ['111', 'from 111'],
    ['referral', 'from another practice'],
  ] as const)
    test(`says whom to ring, where the ambulance goes, and when it was written: ${from}`, async () => {
      const call = await callAbout(navigator, world.patients[1], { channel, words: chest });
      await arrange(base.owner, async (run) => {
        await run(sql`update access.request set received_at = now() - interval '25 minutes' where id = ${idOf(call)}`);
      });
      const stop = await page(navigator, call);
      for (const says of [ring, send, new RegExp(`Written ${from}, `), /25 min ago/]) assert.match(stop, says);
      assert.doesNotMatch(stop, /(?:rings?|ring) 999 now|If the line drops|Keep the line open/);
    });

  test('says the same to the clinician, with how it came and who took it', async () => {
    const list = await page(clinician, '/red-flags');
    for (const says of [ring, send, /25 min ago/, /Came online, taken by /]) assert.match(list, says);
  });

  test('has the address once, and tells nobody to ring once somebody has it', async () => {
    const call = await callAbout(navigator, world.patients[4], { channel: 'online', words: chest });
    const [flag] = await base.owner.rows<{ id: string }>(
      sql`select id from access.red_flag where request_id = ${idOf(call)}`,
    );
    const url = `/red-flags/${flag?.id ?? ''}`;
    const row = async (): Promise<string> => {
      const articles = (await page(clinician, '/red-flags')).split('<article').filter((part) => part.includes(url));
      assert.equal(articles.length, 1);
      return articles[0] ?? '';
    };
    const waiting = await row();
    assert.match(waiting, ring);
    assert.equal(waiting.match(/14 Mill Lane/g)?.length, 1);
    assert.equal((await clinician.post(`${url}/acknowledge`)).statusCode, 303);
    const seen = await row();
    assert.match(seen, /Not on the line when it was written, online/);
    assert.doesNotMatch(seen, /Ring 07700|ring 999 yourself/);
    for (const once of [/14 Mill Lane/g, /07700 900123/g]) assert.equal(seen.match(once)?.length, 1);
  });

  test('also on cancelling a visit', async () => {
    const call = await callAbout(navigator, world.patients[2], { words: 'sick note' });
    await arrange(base.owner, async (run) => {
      await run(sql`update access.request set status = 'booked', ended_at = now(), notes = ${`On cancelling a visit: ${chest}`}
        where id = ${idOf(call)}`);
    });
    await navigator.post(`${call}/words`, { words: 'sick note', notes: `On cancelling a visit: ${chest}` });
    const stop = await page(navigator, call);
    assert.match(stop, ring);
    assert.match(stop, /Written on cancelling a visit, /);
  });

  test('is not said of who rings or stands at the desk', async () => {
    for (const channel of ['telephone', 'desk']) {
      const stop = await page(navigator, await callAbout(navigator, world.patients[3], { channel, words: chest }));
      assert.doesNotMatch(stop, /not on the line/);
      assert.match(stop, /999 now/);
    }
  });
});
