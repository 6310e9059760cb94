import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { field, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signInPatient } from '../../../test/support/signed-in.ts';
import { openSessionFor, smallWorld } from '../../../test/support/world.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 2 });
const { app } = await testApp(base);

test('Whoever still wants the practice to look at it is told that it will, once', async () => {
  const who = await signInPatient(app, base.db, world.patients[0] ?? '');
  const words = 'I have had a sore throat since yesterday';
  const at = (await who.post('/my/ask', { for: world.patients[0] ?? '', words })).headers.location ?? '';
  for (let html = await page(who, at); html.includes(`${at}/answer"`); html = await page(who, at))
    await who.post(`${at}/answer`, { question: field(html, 'question'), said: 'no' });
  assert.match(await page(who, at), /I would still like the practice to look at it/);
  const left = await who.post(`${at}/leave`);
  assert.equal(left.statusCode, 303);
  const after = await page(who, left.headers.location ?? '');
  assert.match(after, /Our practice will look at it/);
  assert.doesNotMatch(after, /I would still like/);
  assert.match(after, /I will do that instead: you need not look at it/);
});

test('Whoever has a visit already is shown it before they choose another', async () => {
  const startsAt = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 1 }).withPlainTime('09:00').toInstant();
  await openSessionFor(base, { n: 1, clinician: world.clinicians[0] ?? '', startsAt, minutes: 180, slotMinutes: 15 });
  const who = await signInPatient(app, base.db, world.patients[1] ?? '');
  const choose = async (): Promise<{ at: string; html: string }> => {
    const words = 'I have had a cough for two weeks and it keeps me awake';
    const at = (await who.post('/my/ask', { for: world.patients[1] ?? '', words })).headers.location ?? '';
    for (let html = await page(who, at); html.includes(`${at}/answer"`); html = await page(who, at))
      await who.post(`${at}/answer`, { question: field(html, 'question'), said: 'no' });
    await who.post(`${at}/times`);
    return { at, html: await page(who, `${at}/choose`) };
  };
  const first = await choose();
  assert.doesNotMatch(first.html, /You have this visit already/);
  const hold = /name="choice" id="choice-1" value="([^"]+)"/.exec(first.html)?.[1] ?? assert.fail();
  const check = await page(who, `${first.at}/check?hold=${hold}`);
  const booked = await who.post(`${first.at}/confirm`, { hold, key: field(check, 'key') });
  const visit = /\/my\/visits\/[0-9a-f-]{36}/.exec(booked.headers.location ?? '')?.[0] ?? assert.fail(booked.body);
  const again = await choose();
  assert.match(again.html, new RegExp(`You have this visit already[^]*href="${visit}"`));
});
