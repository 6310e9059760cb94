import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { callAbout, field, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn, signInPatient } from '../../../test/support/signed-in.ts';
import { smallWorld } from '../../../test/support/world.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 2 });
const { app } = await testApp(base);
const navigator = await signIn(app, base.db, world.actors.navigator);

describe('Words in another language', () => {
  test('are said to be unread, to who wrote them and to who takes the request', async () => {
    const before = await callAbout(navigator, world.patients[1], { words: 'sick note for my back' });
    await navigator.post(`${before}/later`);
    const who = await signInPatient(app, base.db, world.patients[0] ?? '');
    const asked = await who.post('/my/ask', { for: world.patients[0] ?? '', words: 'no puedo respirar' });
    const request = String(asked.headers.location);
    const told = /We may not have understood all you wrote\.[^]*call 999 now<\/a> and say your language/;
    assert.match(await page(who, request), told);
    for (let html = await page(who, request); /name="question"/.test(html); html = await page(who, request))
      await who.post(`${request}/answer`, { question: field(html, 'question'), said: 'no' });
    assert.match(await page(who, request), told);
    const queue = await page(navigator, '/calls');
    assert.match(queue, /no puedo respirar[^]{0,80}may not be screened/);
    assert.ok(queue.indexOf('no puedo respirar') < queue.indexOf('sick note'), 'read before what can wait');
    const taken = await navigator.post('/calls/next');
    assert.equal(String(taken.headers.location).split('/').at(-1), request.split('/').at(-1));
    await who.post(`${request}/words`, { words: 'I have had a cough for two weeks' });
    assert.doesNotMatch(await page(who, request), told);
    assert.doesNotMatch(await page(navigator, '/calls'), /may not be screened/);
  });
});
