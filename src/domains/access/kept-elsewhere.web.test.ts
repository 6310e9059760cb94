import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { callAbout, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { joined, somebody } from '../../../test/support/more-people.ts';
import { signIn, signInPatient } from '../../../test/support/signed-in.ts';
import { arrange, as, openSessionFor, smallWorld, standing } from '../../../test/support/world.ts';
import { book } from './commands/book.ts';
import { seriesForCall } from './commands/series.ts';
import { makeChange } from './commands/session-change.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 6 });
const { app } = await testApp(base);
const navigator = await signIn(app, base.db, world.actors.navigator);
const now = Temporal.Now.instant();
const first = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 2 }).withPlainTime('09:00').toInstant();
const filler = 'She was glad of the call and asked after the surgery. ';
const danger = 'crushing chest pain and his left arm is numb';
const session = (n: number): Promise<string> =>
  openSessionFor(base, { n, clinician: world.clinicians[n % 2] ?? '', startsAt: first, minutes: 60 });

/** Notes of requests with an open red flag. */
const notesOf = (request: string): Promise<{ notes: string }[]> =>
  standing(
    base.owner,
    sql`select r.notes from access.request r where r.id = ${request} and exists (select from access.red_flag f where f.request_id = r.id and f.closed_at is null)`,
  );

describe('A form of staff that was refused', () => {
  test('about a visit that lost its place is heard in the request of the visit', async () => {
    const call = await callAbout(navigator, world.patients[0], { words: 'sick note' });
    const request = call.slice('/calls/'.length);
    const sessionId = await session(1);
    const booked = await book(as(base.db, world.actors.navigator), {
      ...{ key: 'lost-place', patientId: world.patients[0] ?? '', sessionId, requestId: request },
      ...{ startsAt: first, minutes: 10 },
    });
    assert.ok(booked.ok, JSON.stringify(booked));
    const workforce = await somebody(base, world, { n: 31, role: 'workforce' });
    await joined(base, world, ['shared_workforce', 'XA001', 'XA002']);
    const changed = await makeChange(
      as(base.db, workforce),
      { kind: 'session', sessionId, to: null },
      { id: crypto.randomUUID(), shown: [booked.value.bookingId], now },
    );
    assert.ok(changed.ok, JSON.stringify(changed));
    const [orphan] = await standing<{ id: string }>(base.owner, sql`select id from access.orphan`);
    const note = `${filler.repeat(12)}${danger}`;
    const refused = await navigator.post(`/lost-places/${orphan?.id ?? ''}/step`, { step: 'told', note });
    assert.equal(refused.headers.location, call, refused.body);
    assert.match((await notesOf(request))[0]?.notes ?? '', /left arm is numb/);
    assert.match(await page(navigator, call), /id="stopped"[^]*999/);
    assert.match(await page(navigator, '/kept-forms'), /She was glad of the call/, 'and waits for its writer');
  });

  test('that cancels a series is heard in the request of its visits', async () => {
    const call = await callAbout(navigator, world.patients[1], { words: 'sick note' });
    const request = call.slice('/calls/'.length);
    const sessionId = await session(2);
    const day = first.toZonedDateTimeISO('Europe/London').toPlainDate();
    const slot = (at: number) => ({ sessionId, startsAt: first.add({ minutes: at }), minutes: 10 });
    const made = await seriesForCall(as(base.db, world.actors.navigator), request, {
      ...{ key: 'series-key', everyDays: 7, whole: false, now },
      places: [
        { place: 0, day, slot: slot(0) },
        { place: 1, day: day.add({ days: 7 }) },
      ],
    });
    assert.ok(made.ok, JSON.stringify(made));
    const reason = `${filler.repeat(12)}${danger}`;
    const refused = await navigator.post(`/series/${made.value.id}/cancel`, { reason });
    assert.equal(refused.headers.location, call, refused.body);
    assert.match((await notesOf(request))[0]?.notes ?? '', /left arm is numb/);
  });

  test('whose address leads to nothing that is there is heard in a new request', async () => {
    const nobody = '00000000-0000-7000-8000-0000000000aa';
    for (const [n, url, field] of [
      [1, `/lost-places/${nobody}/step`, 'note'],
      [2, `/series/${nobody}/cancel`, 'reason'],
      [3, `/waiting/offers/${nobody}/pass`, 'reason'],
      [4, `/visits/${nobody}/cancel`, 'reason'],
    ] as const) {
      const refused = await navigator.post(url, { step: 'told', [field]: `${n}: ${danger}. ${filler.repeat(12)}` });
      const call = String(refused.headers.location);
      assert.match(call, /^\/calls\//, `${url}: ${refused.body}`);
      const [raised] = await notesOf(call.slice('/calls/'.length));
      assert.match(raised?.notes ?? '', new RegExp(`${n}: ${danger}`));
    }
  });

  test('is heard however long it is, with the danger behind all of it', async () => {
    const call = await callAbout(navigator, world.patients[2], { words: 'Sore knee' });
    const request = call.slice('/calls/'.length);
    for (const letters of [21_000, 200_000]) {
      const words = `${filler.repeat(Math.ceil(letters / filler.length))} At ${letters}: ${danger}. ${filler}`;
      const refused = await navigator.post(`${call}/words`, { words });
      assert.equal(refused.headers.location, call, refused.body.slice(0, 200));
      const [raised] = await notesOf(request);
      assert.match(raised?.notes ?? '', new RegExp(`At ${letters}: ${danger}`), 'what is kept holds the danger');
      assert.ok((raised?.notes.length ?? 0) <= 10_000);
    }
    assert.match(await page(navigator, call), /id="stopped"/);
  });

  test('is read with the age of whom it is about, and without a danger changes nothing', async () => {
    await arrange(base.owner, async (run) => {
      await run(sql`update patients.patient set birth_date = platform.today() - 60 where id = ${world.patients[4]}`);
    });
    const overflow = { key: 'overflow-key', at: '10:15', mode: 'telephone', decidedBy: 'Dr Who' };
    for (const [n, raises] of [
      [4, true],
      [5, false],
    ] as const) {
      const call = await callAbout(navigator, world.patients[n], { words: 'Sore eye' });
      const refused = await navigator.post(`${call}/overflow`, { ...overflow, reason: 'temperature of 38.5' });
      assert.equal(refused.statusCode, raises ? 303 : 422, `${n}: ${refused.body.slice(0, 200)}`);
      assert.equal((await notesOf(call.slice('/calls/'.length))).length, raises ? 1 : 0);
    }
  });

  test('keeps the danger where the notes are full already', async () => {
    const call = await callAbout(navigator, world.patients[3], { words: 'Sore knee', notes: filler.repeat(180) });
    await navigator.post(`${call}/words`, { words: 'Sore knee', notes: filler.repeat(184) });
    const refused = await navigator.post(`${call}/ask-duty`, { question: `${filler.repeat(50)}${danger}` });
    assert.equal(refused.headers.location, call, refused.body.slice(0, 200));
    assert.match((await notesOf(call.slice('/calls/'.length)))[0]?.notes ?? '', new RegExp(danger));
  });

  test('of rules and settings, whose texts name dangers by trade, is left alone', async () => {
    const count = () => standing(base.owner, sql`select count(*) from access.red_flag`);
    const before = await count();
    const operations = await signIn(app, base.db, world.actors.operations);
    const refused = await operations.post('/services', { reason: danger, name: danger });
    assert.ok(refused.statusCode >= 400, refused.body);
    assert.deepEqual(await count(), before);
  });
});

describe('A form of which nothing was read', () => {
  const asked = (html: string): void => {
    assert.match(html, /<main[^>]*>\s*<div class="reading">\s*<div class="danger-note">.*href="tel:999"/, '999 first');
    assert.match(html, /Nothing of what you wrote was read: .* nobody has been told/);
  };

  test('because it was too large says 999 first, and so, to staff and to patients', async () => {
    const words = `${danger} ${'x'.repeat(300_000)}`;
    const staff = await navigator.post('/calls', { words });
    const own = await (await signInPatient(app, base.db, world.patients[0] ?? '')).post('/my/ask', { words });
    for (const { statusCode, body } of [staff, own]) {
      assert.equal(statusCode, 413);
      asked(body);
    }
    assert.match(own.body, /aria-label="Your pages"/, 'in the patient’s own pages');
    assert.doesNotMatch(staff.body, /aria-label="Your pages"/);
  });

  test('because too many were sent at once says the same; a page that was only asked for does not', async () => {
    const limited = await testApp(base, { requestsPerMinute: 1 });
    const me = await signIn(limited.app, base.db, world.actors.navigator);
    await me.get('/calls');
    const refused = await me.post('/calls', { words: danger });
    assert.equal(refused.statusCode, 429);
    asked(refused.body);
    assert.doesNotMatch((await me.get('/calls')).body, /danger-note/);
  });
});
