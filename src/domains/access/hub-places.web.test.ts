import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { somebody } from '../../../test/support/more-people.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { arrange, as, openSessionFor, smallWorld } from '../../../test/support/world.ts';
import { book } from './commands/book.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 6 });
const { app } = await testApp(base);
const operations = await signIn(app, base.db, world.actors.operations);
const today = Temporal.Now.plainDateISO('Europe/London');
const monday = today.add({ days: 15 - today.dayOfWeek });
const at = (minutes: number) =>
  monday.toZonedDateTime({ timeZone: 'Europe/London', plainTime: '18:30' }).add({ minutes }).toInstant();
const session = await openSessionFor(base, {
  ...{ n: 1, clinician: world.clinicians[2] ?? '', practice: 'XA002', startsAt: at(0), minutes: 90, slotMinutes: 15 },
});
await arrange(base.owner, async (run) => {
  await run(sql`update access.session set kind = 'hub' where id = ${session}`);
});
const wants = (n: number) =>
  book(as(base.db, world.actors.hubNavigator, 'book-visit'), {
    ...{ key: `hub-${n}`, requestId: null, patientId: world.patients[n] ?? '', sessionId: session, minutes: 15 },
    startsAt: at(15 * n),
  });
const share = (places: string, from = today): Record<string, string> => ({
  ...{ practice: 'XA001', places, source: 'Board, item 4' },
  ...{ 'from-day': String(from.day), 'from-month': String(from.month), 'from-year': String(from.year) },
});

describe('Hub places', () => {
  test('show what each practice gave and took, and the share operations set, which bookings keep to', async () => {
    assert.equal((await operations.post('/hub-places', share('2'))).statusCode, 303);
    assert.ok((await wants(0)).ok && (await wants(1)).ok);
    assert.deepEqual(await wants(2), { ok: false, error: 'hub-quota' });
    const shown = await page(operations, `/hub-places?week=${monday.toString()}`);
    assert.match(shown, /6 places given, 2 taken/);
    assert.match(shown, /1 practice has used the whole of its share/);
    assert.match(shown, /data-label="Taken">2<\/td><td class="r" data-label="Share">2<\/td>/);
    assert.match(shown, /Board, item 4/);
    assert.match(shown, /places the practice’s clinicians put on at the hub that week, booked or not/);
    assert.match(shown, /<i>Our practice<\/i> of each counts something else/);
  });

  test('are widened from a later day, never in the past, and by operations alone', async () => {
    const again = await operations.post('/hub-places', share('9'));
    assert.equal(again.statusCode, 422);
    assert.match(again.body, /stands already/);
    assert.match(
      (await operations.post('/hub-places', share('9', today.subtract({ days: 1 })))).body,
      /today or a later day/,
    );
    assert.match((await operations.post('/hub-places', share('many'))).body, /whole number, or empty/);
    assert.equal((await operations.post('/hub-places', share('', today.add({ days: 1 })))).statusCode, 303);
    assert.ok((await wants(3)).ok, 'no bound from tomorrow on');
    const manager = await signIn(
      app,
      base.db,
      await somebody(base, world, { n: 41, role: 'practice_manager', practiceId: 'XA001' }),
    );
    const own = await page(manager, `/hub-places?week=${monday.toString()}`);
    assert.match(own, /data-label="Taken">3</);
    assert.doesNotMatch(own, /Set the share/);
    assert.match(own, /<a href="\/our-practice#passes-hub_booking">Our practice<\/a> counts something else/);
    assert.match(await page(manager, '/our-practice'), /<a href="\/hub-places">Hub places<\/a>/);
    assert.equal((await manager.post('/hub-places', share('50', today.add({ days: 3 })))).statusCode, 403);
  });
});
