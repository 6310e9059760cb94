import assert from 'node:assert/strict';
import { test } from 'node:test';
import { transaction } from '#platform/db/transaction.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { joined, somebody } from '../../../test/support/more-people.ts';
import { as, openSessionFor, smallWorld } from '../../../test/support/world.ts';
import { book } from './commands/book.ts';
import { placesOn } from './queries/board.ts';
import { sql } from '#platform/db/sql.ts';

test('places on the board are counted alike for whoever sees the sessions, and whoever sees their patients too', async () => {
  const base = await testDatabase();
  const world = await smallWorld(base, { patients: 4 });
  const start = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 1 }).withPlainTime('09:00');
  const now = start.subtract({ hours: 12 }).toInstant();
  const at = (slot: number) => start.add({ minutes: 10 * slot }).toInstant();
  const wanted = { n: 1, clinician: world.clinicians[0] ?? '', startsAt: at(0), minutes: 60 };
  const sessionId = await openSessionFor(base, wanted);
  for (const slot of [0, 1, 2]) {
    const booked = await book(as(base.db, world.actors.navigator), {
      ...{ key: `places-${slot}`, requestId: null, patientId: world.patients[slot] ?? '', sessionId, minutes: 10 },
      startsAt: at(slot),
    });
    assert.ok(booked.ok);
  }
  const seenBy = (actor: typeof world.actors.operations) =>
    transaction(as(base.db, actor), async (tx) => ({
      visits: await tx.rows(sql`select from access.booking`),
      places: (await placesOn(tx, start.toPlainDate(), now)).filter(({ practiceId }) => practiceId === 'XA001'),
    }));
  const workforce = await somebody(base, world, { n: 21, role: 'workforce' });
  await joined(base, world, ['shared_workforce', 'XA001']);
  const [planner, navigator] = [await seenBy(workforce), await seenBy(world.actors.navigator)];
  assert.deepEqual([planner.visits.length, navigator.visits.length], [0, 3], 'whoever plans sees no visit');
  assert.deepEqual(planner.places, navigator.places);
  assert.deepEqual(
    planner.places.map(({ all, taken, free }) => [all, taken, free]),
    [[6, 3, 3]],
  );
});
