import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { callAbout, field, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { smallWorld } from '../../../test/support/world.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 3 });
const { app } = await testApp(base);
const navigator = await signIn(app, base.db, world.actors.navigator);

const change = async (call: string): Promise<string> => {
  const answer = await navigator.post(`${call}/patient/change`, {});
  assert.equal(answer.statusCode, 303, answer.body);
  return String(answer.headers.location);
};
const begins = (html: string): string[] => html.match(/<[^>]* autofocus[^>]*>/g) ?? [];
const keys = (html: string): string[] => [...html.matchAll(/data-key="([^"]+)"/g)].map(([, key]) => key ?? '');

describe('A patient who was the wrong one', () => {
  test('is looked for at once: what is typed next goes into the box that finds people, never into an answer', async () => {
    const call = await callAbout(navigator, world.patients[0], { words: 'a sore throat since Friday' });
    const html = await page(navigator, await change(call));
    assert.equal(begins(html).length, 1, 'the page begins in one place');
    assert.match(begins(html)[0] ?? '', /id="typed"/);
    assert.deepEqual(begins(await page(navigator, call)), [], 'and who opens the request later is not put there');
  });

  test('leaves a red flag where it is: the page still begins at what to say', async () => {
    const call = await callAbout(navigator, world.patients[1], { words: 'crushing chest pain and sweating' });
    const html = await page(navigator, await change(call));
    assert.match(begins(html)[0] ?? '', /id="stop"/);
    assert.equal(begins(html).length, 1);
  });

  test('another open request of theirs is joined by a key that nothing else on the page has', async () => {
    await callAbout(navigator, world.patients[2], { words: 'an itchy elbow' });
    const again = await callAbout(navigator, world.patients[2], {
      words: 'cystitis again, and a backache since last night',
    });
    const asked = await page(navigator, again);
    await navigator.post(`${again}/answer`, { question: field(asked, 'question'), said: 'no' });
    const html = await page(navigator, again);
    assert.match(html, /Ask again/);
    assert.match(html, /data-key="f" data-key-label="Join/);
    assert.deepEqual(
      keys(html).filter((key, at, all) => all.indexOf(key) !== at),
      [],
    );
  });
});
