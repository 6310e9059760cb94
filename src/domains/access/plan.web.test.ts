import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { joined, somebody } from '../../../test/support/more-people.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { as, openSessionFor, smallWorld } from '../../../test/support/world.ts';
import { book } from './commands/book.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 4 });
const { app } = await testApp(base);
await joined(base, world, ['shared_workforce', 'XA001', 'XA002']);
const workforce = await signIn(app, base.db, await somebody(base, world, { n: 31, role: 'workforce' }));
const morning = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 3 }).withPlainTime('08:30');
const weekLater = morning.add({ days: 7 });
const sessionOn = (n: number, at: Temporal.ZonedDateTime) =>
  openSessionFor(base, {
    ...{ n, clinician: world.clinicians[0] ?? '', startsAt: at.toInstant(), minutes: 240, slotMinutes: 15 },
  });
const first = await sessionOn(1, morning);
const second = await sessionOn(2, weekLater);

const rows = {
  ...{ 'kind-0': 'on_the_day', 'from-0': '08:30', 'to-0': '09:30', 'minutes-0': '15' },
  ...{ 'kind-1': 'pre_bookable', 'from-1': '09:30', 'to-1': '11:00', 'minutes-1': '10' },
  ...{ 'opensDays-1': '1', 'opensAt-1': '07:00' },
  ...{ 'kind-2': 'supervision', 'from-2': '11:00', 'to-2': '11:30' },
};

describe('The plan of a session', () => {
  test('is entered row by row, for a run of weeks, and shown with what opens when', async () => {
    const form = await workforce.get(`/sessions/${first}/plan`);
    assert.match(form.body, /What is the time for\?/);
    const kept = await workforce.post(`/sessions/${first}/plan`, { ...rows, weeks: '2' });
    assert.equal(kept.statusCode, 303, kept.body);
    assert.match(String(kept.headers.location), /planned=2$/);
    for (const session of [first, second]) {
      const page = (await workforce.get(`/sessions/${session}`)).body;
      assert.match(page, /On the day/);
      assert.match(page, /0 of 4/);
      assert.match(page, /opens [^<]*07:00/);
      assert.match(page, /With those who are supervised/);
      assert.match(page, /13 places/);
    }
    assert.match((await workforce.get(`/sessions/${first}/plan`)).body, /value="on_the_day" selected/);
  });

  test('is refused whole where a visit that is booked would not stand in it, and says so', async () => {
    const booked = await book(as(base.db, world.actors.navigator, 'book-visit'), {
      ...{ key: 'plan-web', requestId: null, patientId: world.patients[0] ?? '', sessionId: second, minutes: 15 },
      startsAt: weekLater.toInstant(),
    });
    assert.ok(booked.ok);
    const blocked = { ...rows, 'kind-0': 'blocked' };
    const refused = await workforce.post(`/sessions/${first}/plan`, { ...blocked, weeks: '2' });
    assert.equal(refused.statusCode, 422);
    assert.match(refused.body, /1 visit that is booked does not fit into it/);
    assert.match((await workforce.get(`/sessions/${first}`)).body, /On the day/, 'nothing of it was kept');
    assert.equal((await workforce.post(`/sessions/${first}/plan`, { ...blocked, weeks: '1' })).statusCode, 303);
  });

  test('is for those who arrange sessions alone', async () => {
    const navigator = await signIn(app, base.db, world.actors.navigator);
    assert.equal((await navigator.get(`/sessions/${first}/plan`)).statusCode, 403);
    assert.equal((await workforce.get('/sessions/00000000-0000-7000-8000-00000000ffff/plan')).statusCode, 404);
    const wrong = await workforce.post(`/sessions/${first}/plan`, { ...rows, 'to-0': '10:00' });
    assert.equal(wrong.statusCode, 422);
    assert.match(wrong.body, /Row 2: It overlaps row 1/);
  });
});
