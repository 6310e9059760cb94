import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { callAbout, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { smallWorld } from '../../../test/support/world.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 4 });
const { app } = await testApp(base);
const navigator = await signIn(app, base.db, world.actors.navigator);
const clinician = await signIn(app, base.db, world.actors.clinician);
const me = world.actors.navigator.name;

describe('What was done about a red flag', () => {
  test('is one press each, and stands with name and time on its page, the clinician’s row and the board', async () => {
    const call = await callAbout(navigator, world.patients[1], { words: 'crushing chest pain since breakfast' });
    const before = await page(navigator, call);
    for (const does of ['999 rung by the caller', '999 rung by me', 'Put through to the doctor'])
      assert.match(before, new RegExp(does));
    assert.match(await page(clinician, '/red-flags'), /Nobody has said that 999 was rung/);
    for (const step of ['999-by-caller', 'put-through', 'put-through'])
      assert.equal((await navigator.post(`${call}/help`, { step })).statusCode, 303);
    const stands = (says: string): RegExp =>
      new RegExp(`<b>${says}</b> <span class="m">${me}, \\d\\d:\\d\\d</span>`, 'g');
    for (const html of [
      await page(navigator, call),
      await page(clinician, '/red-flags'),
      await page(navigator, '/today'),
    ]) {
      assert.equal(html.match(stands('999 rung by the caller'))?.length, 1);
      assert.equal(html.match(stands('Put through to the doctor'))?.length, 1);
    }
  });

  test('is taken back by one press', async () => {
    const call = await callAbout(navigator, world.patients[2], { words: 'he had a seizure and will not wake up' });
    await navigator.post(`${call}/help`, { step: '999-by-us' });
    assert.match(await page(clinician, '/red-flags'), /999 rung from here/);
    await navigator.post(`${call}/help`, { step: '999-by-us', undo: 'yes' });
    assert.doesNotMatch(await page(clinician, '/red-flags'), /999 rung from here/);
    await navigator.post(`${call}/help`, { step: '999-by-us' });
    assert.match(await page(navigator, call), /999 rung from here/);
  });
});
