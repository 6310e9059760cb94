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

describe('The queue of calls', () => {
  test('says in red what is past its time, over the queue and over each call, as the board and the row do', async () => {
    const call = await callAbout(navigator, world.patients[0], { words: 'sick note for work' });
    await navigator.post(`${call}/later`, {});
    const id = call.slice('/calls/'.length);
    await arrange(base.owner, async (run) => {
      await run(sql`update access.request set received_at = received_at - interval '2 days', answer_by = now() - interval '1 hour',
        warn_at = now() - interval '2 hours' where id = ${id}`);
    });
    for (const path of ['/calls', call]) {
      const shown = await page(navigator, path);
      assert.match(shown, /tag--now">1 past its time</, path);
      assert.doesNotMatch(shown, /near (its|their) time/, path);
    }
    assert.match(
      await page(navigator, call),
      /id="late"[^]*Past the time (?:they were|she was|he was) promised<\/b>: /,
    );
  });

  test('counts the red flags in its rows in its heading, and shows no word of a disclosure of abuse', async () => {
    await callAbout(navigator, world.patients[1], { words: 'crushing chest pain since breakfast' });
    const heard = await page(navigator, '/calls');
    assert.match(heard, /<h1[^>]*>1 person has a red flag, 1 other is waiting</);
    assert.match(heard, /crushing chest pain since breakfast/);
    await callAbout(navigator, world.patients[2], { words: 'My husband hits me and I am frightened to go home' });
    await callAbout(navigator, world.patients[1], { words: `${'long and long before it. '.repeat(7)}Now a seizure` });
    const queue = await page(navigator, '/calls');
    assert.match(queue, /Red flag: “[^”]*seizure/, 'what raised it, where the row has no room for it');
    assert.match(queue, /<h1[^>]*>2 people have a red flag, 1 other is waiting</);
    assert.match(queue, /Words hidden: open the call/);
    assert.doesNotMatch(queue, /husband|frightened/);
  });
});

test('A call that ends with nothing booked is kept with what somebody said was not met, or how it ended, never with what stood there', async () => {
  const call = await callAbout(navigator, world.patients[3], { words: 'sick note for work' });
  const none = await page(navigator, `${call}/none`);
  for (const id of ['reason-unmet', 'outcome'])
    assert.match(none, new RegExp(`id="${id}"[^>]*>\\s*<option value="">Choose<`));
  for (const [act, fields, says] of [
    ['unmet', { unmet: '' }, 'Choose what was not met'],
    ['end', { outcome: '' }, 'Choose how it ended'],
  ] as const) {
    const asked = await navigator.post(`${call}/${act}`, fields);
    assert.equal(asked.statusCode, 422);
    assert.match(asked.body, new RegExp(`field__error[^]*${says}`));
  }
  assert.equal((await navigator.post(`${call}/unmet`, { unmet: 'None near enough' })).statusCode, 303);
  assert.match(await page(navigator, '/calls'), /not met: None near enough/);
});
