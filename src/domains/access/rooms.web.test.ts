import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { joined, somebody } from '../../../test/support/more-people.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { as, openSessionFor, smallWorld, standing } from '../../../test/support/world.ts';
import { book, bookJoint } from './commands/book.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 6 });
const { app } = await testApp(base);
await joined(base, world, ['shared_workforce', 'XA001', 'XA002']);
const manager = await signIn(
  app,
  base.db,
  await somebody(base, world, { n: 41, role: 'practice_manager', practiceId: 'XA001' }),
);
const workforce = await signIn(app, base.db, await somebody(base, world, { n: 42, role: 'workforce' }));
const operations = await signIn(app, base.db, world.actors.operations);
const morning = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 3 }).withPlainTime('08:30');
const session = await openSessionFor(base, {
  ...{ n: 1, clinician: world.clinicians[0] ?? '', startsAt: morning.toInstant(), minutes: 120, slotMinutes: 15 },
});
const plan = { 'kind-0': 'pre_bookable', 'from-0': '08:30', 'to-0': '10:30', 'minutes-0': '15', weeks: '1' };
const takesRoom = { ...plan, needsRoom: 'yes' };
const dayFields = (name: string, day: Temporal.PlainDate): Record<string, string> => ({
  [`${name}-day`]: String(day.day),
  [`${name}-month`]: String(day.month),
  [`${name}-year`]: String(day.year),
});
const want = (patient: number, minutes: number) => ({
  ...{ key: `rooms-web-${patient}`, requestId: null, patientId: world.patients[patient] ?? '', sessionId: session },
  ...{ minutes: 15, startsAt: morning.add({ minutes }).toInstant() },
});

describe('Rooms', () => {
  test('are none to begin with; a plan says so, and keeps no tick', async () => {
    assert.match(await page(manager, '/sessions'), /<a href="\/rooms">Rooms<\/a>/);
    const empty = await page(manager, '/rooms');
    assert.match(empty, /No room is entered yet/);
    assert.match(empty, /href="\/rooms\/new\?practice=XA001">Add a room/);
    assert.match(
      await page(manager, `/sessions/${session}/plan`),
      /Practice 1 has no room on this day\. <a href="\/rooms">Add a room/,
    );
    const refused = await manager.post(`/sessions/${session}/plan`, takesRoom);
    assert.equal(refused.statusCode, 422);
    assert.match(refused.body, /<a href="#needsRoom">Practice 1 has no room on/);
    assert.match(refused.body, /name="needsRoom" value="yes" checked/, 'what was ticked stays');
    assert.match(await page(manager, `/sessions/${session}`), /Booked without one/);
  });

  test('are added on a page, listed by practice, and taken as a file', async () => {
    assert.match(await page(manager, '/rooms/new'), /Add a room at Practice 1/);
    const wrong = await manager.post('/rooms', {
      practice: 'XA001',
      name: '',
      ...{ 'from-day': '31', 'from-month': '2' },
    });
    assert.equal(wrong.statusCode, 422);
    assert.match(wrong.body, /<a href="#name">Give the room’s name/);
    assert.match(wrong.body, /<a href="#from">Enter the day it begins/);
    assert.equal((await manager.post('/rooms', { practice: 'XA001', name: 'Room 4' })).headers.location, '/rooms');
    const again = await manager.post('/rooms', { practice: 'XA001', name: 'ROOM 4' });
    assert.equal(again.statusCode, 422);
    assert.match(again.body, /<a href="#name">That site has a room named ROOM 4 then already/);
    assert.match(again.body, /value="ROOM 4"/);
    assert.match(await page(workforce, '/rooms/new'), /At which practice\?/);
    const added = await workforce.post('/rooms', { practice: 'XA002', name: 'Blue <room>' });
    assert.equal(added.headers.location, '/rooms?practice=XA002');
    const all = await page(workforce, '/rooms');
    assert.match(all, /2 rooms are in use/);
    assert.match(all, /Blue &lt;room&gt;/);
    assert.doesNotMatch(await page(workforce, '/rooms?practice=XA002'), /Room 4/);
    assert.doesNotMatch(await page(manager, '/rooms?practice=XA002'), /Blue/, 'a manager sees their own alone');
    const file = await workforce.get('/rooms.csv');
    assert.match(file.body, /Practice code,Practice,Site,Room,From,First day without it,Visits booked/);
    assert.match(file.body, /XA001,Practice 1,,Room 4,/);
  });

  test('are looked at by group operations, and arranged by nobody else', async () => {
    const seen = await page(operations, '/rooms');
    assert.match(seen, /Room 4/);
    assert.doesNotMatch(seen, /Add a room|href="\/rooms\/[0-9a-f]/);
    assert.equal((await operations.post('/rooms', { practice: 'XA001', name: 'Room 5' })).statusCode, 403);
    assert.equal((await operations.get('/rooms/new')).statusCode, 403);
    const navigator = await signIn(app, base.db, world.actors.navigator);
    assert.equal((await navigator.get('/rooms')).statusCode, 403);
    const elsewhere = await manager.post('/rooms', { practice: 'XA002', name: 'Room 5' });
    assert.equal(elsewhere.statusCode, 422);
    assert.match(elsewhere.body, /Choose a practice whose sessions you arrange/);
    assert.equal((await manager.get('/rooms/00000000-0000-7000-8000-00000000ffff')).statusCode, 404);
  });

  test('are taken by every visit of a session whose plan says so, once none is booked without', async () => {
    const navigator = as(base.db, world.actors.navigator, 'book-visit');
    const bare = await book(navigator, want(0, 0));
    assert.ok(bare.ok);
    const refused = await manager.post(`/sessions/${session}/plan`, takesRoom);
    assert.equal(refused.statusCode, 422);
    assert.match(refused.body, /<a href="#needsRoom">1 visit is booked without a room on/);
    const signedIn = await signIn(app, base.db, world.actors.navigator);
    assert.equal(
      (await signedIn.post(`/visits/${bare.value.bookingId}/cancel`, { reason: 'No need' })).statusCode,
      303,
    );
    assert.equal((await manager.post(`/sessions/${session}/plan`, takesRoom)).statusCode, 303);
    const shown = await page(manager, `/sessions/${session}`);
    assert.match(shown, /Every visit takes a room/);
    assert.match(shown, /1 room there that day/);
    assert.match(await page(manager, `/sessions?day=${morning.toPlainDate().toString()}`), /, with a room/);
    const form = await page(manager, `/sessions/${session}/plan`);
    assert.match(form, /Practice 1 has 1 room on this day/);
    assert.match(form, /name="needsRoom" value="yes" checked/);
    const emptied = await manager.post(`/sessions/${session}/plan`, { weeks: '1', needsRoom: 'yes' });
    assert.match(emptied.body, /<a href="#needsRoom">Only a session with a plan takes rooms/);
    assert.ok((await bookJoint(navigator, { ...want(1, 15), secondSessionId: null })).ok);
  });

  test('end from a day on which nothing is booked in them, and a session left without says so', async () => {
    const [room] = await standing<{ id: string }>(base.owner, sql`select id from access.room where name = 'Room 4'`);
    const path = `/rooms/${room?.id}`;
    const day = morning.toPlainDate();
    const shown = await page(manager, path);
    assert.match(shown, /1 visit is booked in it until/);
    assert.match(shown, new RegExp(`name="end-day"[^>]*value="${day.add({ days: 1 }).day}"`), 'the day after it');
    const refused = await manager.post(`${path}/end`, dayFields('end', day));
    assert.equal(refused.statusCode, 422);
    assert.match(refused.body, /<a href="#end">1 visit is booked in it then, on .* at 08:45/);
    assert.equal((await manager.post(`${path}/end`, dayFields('end', day.add({ days: 1 })))).statusCode, 303);
    assert.match(await page(manager, '/rooms'), /1 room is in use/);
    const [visit] = await standing<{ booking_id: string }>(base.owner, sql`select booking_id from access.also_booked`);
    const navigator = await signIn(app, base.db, world.actors.navigator);
    await navigator.post(`/visits/${visit?.booking_id}/cancel`, { reason: 'No need' });
    assert.equal((await manager.post(`${path}/end`, dayFields('end', day))).statusCode, 303);
    assert.match(await page(manager, '/rooms'), /1 session at Practice 1 takes a room[^<]*on which the site has none/);
    assert.match(await page(manager, `/sessions/${session}`), /Every visit takes a room and there is none that day/);
    assert.match(await page(manager, path), /Nothing is booked in it/);
  });
});
