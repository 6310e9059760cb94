import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { arrange, as, id, openSessionFor, smallWorld } from '../../../test/support/world.ts';
import { book } from './commands/book.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 6 });
const { app } = await testApp(base);
const { navigator, clinician, hubNavigator } = world.actors;
const me = await signIn(app, base.db, clinician);
const desk = await signIn(app, base.db, navigator);
const today = Temporal.Now.zonedDateTimeISO('Europe/London').startOfDay();

// A visit of today whatever the clock says: it is written as it stood, since nothing is booked into the past.
await arrange(base.owner, async (run) => {
  for (const [n, practice] of ['XA001', 'XA003'].entries())
    await run(sql`insert into access.booking (id, group_id, practice_id, host_practice_id, clinician_id, patient_id, kind, mode, day, starts_at, ends_at,
        idempotency_key, overflow_reason, overflow_by)
      values (${id(11, n)}, ${world.groupId}, ${practice}, ${practice}, ${world.clinicians[0]}, ${n === 0 ? world.patients[0] : world.patientOfC},
        'overflow', 'telephone', ${today.toPlainDate()}, ${today.add({ minutes: n * 10 }).toInstant()},
        ${today.add({ minutes: n * 10 + 10 }).toInstant()}, ${`day-${n}`}, 'Could not wait', 'Dr 2')`);
});
/** How a visit is written, seen past what anybody's role reaches. */
async function stands(booking: string): Promise<object> {
  const client = await base.owner.pool.connect();
  try {
    await client.query('begin; set local role superpractice_guard');
    const { rows } = await client.query<object>(
      'select status, arrived_at is not null as arrived, started_at is not null as started, finished_at is not null as finished from access.booking where id = $1',
      [booking],
    );
    return rows[0] ?? {};
  } finally {
    await client.query('rollback');
    client.release();
  }
}
const step = (who: typeof me, booking: string, name: string): ReturnType<typeof me.post> =>
  who.post(`/visits/${booking}/progress`, { step: name, from: 'my-day' });

describe('My day', () => {
  test('lists the clinician’s own visits at every practice, also where no agreement lets the role see', async () => {
    const list = await page(me, '/my-day');
    assert.match(list, /Given 1 Family/);
    assert.match(list, /Given 8 Family/, 'of practice C, which has joined nothing');
    assert.match(list, /0 of 25 people today/);
    assert.match(list, /2 urgent beyond the limit/);
  });

  test('says what a visit is for by the protocol where no words of it are known', async () => {
    assert.doesNotMatch(await page(me, '/my-day'), /Cough or chest infection/);
    await arrange(base.owner, async (run) => {
      await run(sql`insert into access.request (id, group_id, practice_id, patient_id, channel, status, words, about)
        values (${id(12, 1)}, ${world.groupId}, 'XA003', ${world.patientOfC}, 'telephone', 'booked', '', 'cough')`);
      await run(sql`update access.booking set request_id = ${id(12, 1)} where id = ${id(11, 1)}`);
    });
    assert.match(await page(me, '/my-day'), /<td>Cough or chest infection\. Could not wait<\/td>/);
  });

  test('says of a telephone visit without a number that there is none, before the place', async () => {
    const list = await page(me, '/my-day');
    assert.match(list, /By telephone, <b>but no number of theirs is known<\/b>\. <span class="m">[^<]*Practice/);
    assert.doesNotMatch(list, /not known<\/span> <span class="m">number/);
  });

  test('is for clinicians alone', async () => {
    assert.equal((await desk.get('/my-day')).statusCode, 403);
  });

  test('takes a visit from arrival to its end, and each step back', async () => {
    assert.equal((await desk.post(`/visits/${id(11, 0)}/progress`, { step: 'arrived' })).statusCode, 303);
    assert.equal((await step(me, id(11, 0), 'started')).statusCode, 303);
    assert.match(await page(me, '/my-day'), /With you/);
    assert.equal((await step(me, id(11, 0), 'finished')).statusCode, 303);
    assert.deepEqual(await stands(id(11, 0)), { status: 'attended', arrived: true, started: true, finished: true });
    await step(me, id(11, 0), 'back');
    assert.deepEqual(await stands(id(11, 0)), { status: 'booked', arrived: true, started: true, finished: false });
    await step(me, id(11, 0), 'back');
    await step(me, id(11, 0), 'back');
    assert.deepEqual(await stands(id(11, 0)), { status: 'booked', arrived: false, started: false, finished: false });
    await step(me, id(11, 0), 'did-not-attend');
    assert.deepEqual(await stands(id(11, 0)), {
      status: 'did_not_attend',
      arrived: false,
      started: false,
      finished: false,
    });
  });

  test('lets nobody else start or finish a visit, and shows strangers none of it', async () => {
    assert.equal((await desk.post(`/visits/${id(11, 0)}/progress`, { step: 'finished' })).statusCode, 409);
    assert.equal((await desk.post(`/visits/${id(11, 1)}/progress`, { step: 'arrived' })).statusCode, 404);
    assert.deepEqual(await stands(id(11, 1)), { status: 'booked', arrived: false, started: false, finished: false });
  });

  test('stops further routine bookings, counted and said, and lets them in again', async (t) => {
    const soon = Temporal.Now.zonedDateTimeISO('Europe/London').add({ minutes: 5 }).round({ smallestUnit: 'minute' });
    // A session is of one London day: around midnight there is none to book into today.
    if (!soon.add({ minutes: 30 }).toPlainDate().equals(Temporal.Now.plainDateISO('Europe/London'))) {
      t.skip('no half hour is left of today');
      return;
    }
    const session = await openSessionFor(base, {
      n: 40,
      clinician: world.clinicians[0] ?? '',
      startsAt: soon.toInstant(),
      minutes: 30,
      slotMinutes: 15,
    });
    const want = (n: number): Parameters<typeof book>[1] => ({
      key: `stop-${n}`,
      requestId: null,
      patientId: world.patients[n] ?? '',
      sessionId: session,
      startsAt: soon.add({ minutes: (n - 2) * 15 }).toInstant(),
      minutes: 15,
    });
    assert.equal((await me.post('/my-day/routine', { routine: 'stop' })).statusCode, 303);
    assert.match(await page(me, '/my-day'), /Routine stopped/);
    assert.deepEqual(await book(as(base.db, hubNavigator), want(2)), { ok: false, error: 'stopped' });
    await me.post('/my-day/routine', { routine: 'open' });
    assert.ok((await book(as(base.db, hubNavigator), want(3))).ok);
  });
});
