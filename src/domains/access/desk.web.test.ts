import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { begin, callAbout, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { smallWorld } from '../../../test/support/world.ts';
import { sql } from '#platform/db/sql.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 4 });
const { app } = await testApp(base);
const navigator = await signIn(app, base.db, world.actors.navigator);
const clinician = await signIn(app, base.db, world.actors.clinician);
const home = world.actors.navigator.practiceId ?? assert.fail('a navigator of no practice');
await base.owner.rows(
  sql`update network.practice set name = 'Weir Street Surgery', address = '4 Weir Street, Wenmouth', postcode = 'XA9 9ZZ' where id = ${home}`,
);
await base.owner.rows(
  sql`update patients.patient set address = '11 Home Lane', postcode = 'XB1 1AA' where id = ${world.patients[1] ?? ''}`,
);

describe('A red flag at the desk', () => {
  test('gives 999 the building they stand in, not their home, and has staff ring', async () => {
    const call = await callAbout(navigator, world.patients[1], { channel: 'desk', words: 'crushing chest pain' });
    const html = await page(navigator, call);
    const where = /<dt>Where<\/dt><dd>([\s\S]*?)<\/dd>/.exec(html)?.[1] ?? '';
    assert.match(where, /Weir Street Surgery, 4 Weir Street, Wenmouth, XA9 9ZZ/);
    assert.doesNotMatch(where, /Home Lane/);
    assert.match(html, /Ring 999 now, from here/);
    assert.match(html, /clinician in the building/);
    assert.doesNotMatch(html, /If the line drops|front door|another line|rung by the caller/);
    assert.match(await page(clinician, '/red-flags'), /at the desk of Weir Street Surgery/);
  });

  test('about somebody else asks whether they are here, and names their home beside', async () => {
    const call = await callAbout(navigator, world.patients[1], { channel: 'desk', words: 'he has collapsed' });
    await navigator.post(`${call}/words`, { callerIs: 'other', callerName: 'Alice Legg', callerRelation: 'neighbour' });
    const html = await page(navigator, call);
    assert.match(html, /I am ringing 999 now\. Is [\w ]+ here with you\?/);
    assert.match(html, /not here: 11 Home Lane, XB1 1AA/);
    assert.match(html, /<dt>With them<\/dt><dd>Alice Legg, neighbour/);
  });

  test('that needs the doctor has the doctor fetched', async () => {
    const call = await begin(navigator, { channel: 'desk' });
    await navigator.post(`${call}/words`, { words: 'My hearing went completely in one ear last night' });
    const html = await page(navigator, call);
    assert.match(html, /<b class="steps__act">Fetch /);
    assert.doesNotMatch(html, /Put the call through|Keep the line open/);
  });

  test('stays with its building when the patient turns out to be another practice’s, and a call keeps the home', async () => {
    const call = await callAbout(navigator, world.patients[1], { channel: 'desk', words: 'crushing chest pain' });
    const [kept] = await base.owner.rows<{ desk: string }>(
      sql`select desk_practice_id as desk from access.request where id = ${call.split('/').at(-1) ?? ''}`,
    );
    assert.equal(kept?.desk, home);
    const rung = await callAbout(navigator, world.patients[1], { words: 'crushing chest pain' });
    assert.match(await page(navigator, rung), /<dt>Where<\/dt><dd><b class="tell__first">11 Home Lane, XB1 1AA/);
  });
});
