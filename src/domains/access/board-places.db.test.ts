import assert from 'node:assert/strict';
import { test } from 'node:test';
import { transaction } from '#platform/db/transaction.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { joined, somebody } from '../../../test/support/more-people.ts';
import { arrange, as, openSessionFor, smallWorld } from '../../../test/support/world.ts';
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

test('places a clinician’s limit leaves are counted once for all sessions of their day, as they can be booked', async () => {
  const base = await testDatabase();
  const world = await smallWorld(base, { patients: 4 });
  const start = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 1 }).withPlainTime('09:00');
  const clinician = world.clinicians[0] ?? '';
  for (const [n, minutes] of [0, 240].entries())
    await openSessionFor(base, { n: n + 1, clinician, startsAt: start.add({ minutes }).toInstant(), minutes: 60 });
  await arrange(base.owner, async (run) => {
    await run(sql`delete from workforce.daily_limit where clinician_id = ${clinician}`);
    await run(sql`insert into workforce.daily_limit (id, group_id, clinician_id, contacts, valid_from, source)
      values (gen_random_uuid(), ${world.groupId}, ${clinician}, 8, '2020-01-01', 'test')`);
  });
  const places = await transaction(as(base.db, world.actors.operations), (tx) =>
    placesOn(tx, start.toPlainDate(), start.subtract({ hours: 12 }).toInstant()),
  );
  assert.deepEqual(
    places.map(({ all, free, keptBack }) => [all, free, keptBack]),
    [[12, 8, 4]],
  );
});
