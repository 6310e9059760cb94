import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { sql } from '#platform/db/sql.ts';
import { transaction, type Tx } from '#platform/db/transaction.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { joined, somebody } from '../../../test/support/more-people.ts';
import { arrange, as, id, openSessionFor, smallWorld } from '../../../test/support/world.ts';
import { book, bookJoint, cancelBooking } from './commands/book.ts';
import { planSession } from './commands/plan.ts';
import { addRoom, endRoom } from './commands/rooms.ts';
import type { PlanPart } from './plan.ts';
import { heldRoomVisits, roomless, rooms, type Room } from './queries/rooms.ts';
import { holdSession } from './queries/session.ts';
import { endRoomOn, insertRoom } from './store/rooms.ts';
import { writePlan } from './store/session.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 60 });
await joined(base, world, ['shared_workforce', 'XA001', 'XA002']);
const manager = as(base.db, await somebody(base, world, { n: 41, role: 'practice_manager', practiceId: 'XA001' }));
const workforce = as(base.db, await somebody(base, world, { n: 42, role: 'workforce' }));
const operations = as(base.db, world.actors.operations);
const navigator = as(base.db, world.actors.navigator, 'book-joint');
const now = Temporal.Now.instant();
const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
const tomorrow = today.add({ days: 1 });
const at = (day: number, minutes = 0): Temporal.Instant =>
  today
    .add({ days: day })
    .toZonedDateTime({ timeZone: 'Europe/London', plainTime: '08:00' })
    .add({ minutes })
    .toInstant();
const [main, branch] = [id(13, 1), id(13, 2)];
await arrange(base.owner, async (run) => {
  await run(sql`insert into network.branch_site (id, practice_id, name, main, valid_from)
    values (${main}, 'XA001', 'Bridge Street', true, '2020-01-01'), (${branch}, 'XA001', 'Hill Road', false, '2020-01-01')`);
});
let n = 0;
const open = (clinician: number, day: number): Promise<string> =>
  openSessionFor(base, {
    ...{ n: (n += 1), clinician: world.clinicians[clinician] ?? '', startsAt: at(day), minutes: 120 },
  });
const fields = (name: string, more: object = {}) => ({ practice: 'XA001', site: '', name, from: '', ...more });
const faultOf = async (done: ReturnType<typeof addRoom>): Promise<string> => {
  const result = await done;
  return result.ok ? 'ok' : (result.error[0]?.text ?? '');
};
const endedOf = async (done: ReturnType<typeof endRoom>): Promise<string> => {
  const result = await done;
  if (result.ok) return 'ok';
  return result.error.kind === 'faults' ? (result.error.faults[0]?.text ?? '') : result.error.kind;
};
const named = async (name: string): Promise<Room> =>
  (await transaction(workforce, (tx) => rooms(tx, ''))).find((room) => room.name === name) ?? assert.fail(name);
const rows = [{ kind: 'pre_bookable', from: '08:00', to: '10:00', minutes: '10' }];
const tick = async (session: string, needsRoom = true): Promise<string> => {
  const planned = await planSession(workforce, { id: session, rows, weeks: 1, needsRoom }, now);
  return planned.ok ? 'ok' : planned.error.kind;
};
let taker = 0;
const want = (sessionId: string, startsAt: Temporal.Instant) => ({
  ...{ key: `room-${(taker += 1)}`, requestId: null, patientId: world.patients[taker] ?? '', sessionId, startsAt },
  ...{ minutes: 10, secondSessionId: null },
});

void describe('A room', () => {
  void test('is added by whoever arranges the practice’s sessions, once by a name at a site and time', async () => {
    assert.equal(await faultOf(addRoom(manager, fields('  Room   1 '), now)), 'ok');
    assert.match(await faultOf(addRoom(manager, fields('room 1', { site: main }), now)), /named room 1 then already/);
    assert.match(await faultOf(addRoom(workforce, fields('Room 1', { from: '1/1/2030' }), now)), /then already/);
    assert.equal(await faultOf(addRoom(workforce, fields('Room 1', { site: branch }), now)), 'ok');
    assert.equal(
      await faultOf(addRoom(workforce, fields('Room 1', { practice: 'XA002', from: '1/1/2020' }), now)),
      'ok',
    );
    assert.deepEqual(
      (await transaction(workforce, (tx) => rooms(tx, ''))).map(({ practiceId, siteName, name }) => [
        practiceId,
        siteName,
        name,
      ]),
      [
        ['XA001', 'Bridge Street', 'Room 1'],
        ['XA001', 'Hill Road', 'Room 1'],
        ['XA002', null, 'Room 1'],
      ],
    );
  });

  void test('is refused without a name, with too long a one, a day that is none, or a site of another practice', async () => {
    assert.match(await faultOf(addRoom(manager, fields(' '), now)), /name or number/);
    assert.match(await faultOf(addRoom(manager, fields('x'.repeat(61)), now)), /up to 60 letters: this has 61/);
    assert.equal(await faultOf(addRoom(manager, fields('x'.repeat(60)), now)), 'ok');
    assert.match(await faultOf(addRoom(manager, fields('Room 2', { from: '31/2/2027' }), now)), /Enter the day/);
    assert.match(
      await faultOf(addRoom(workforce, fields('Room 2', { practice: 'XA002', site: branch }), now)),
      /one of the practice’s sites/,
    );
  });

  void test('is not another practice’s to add or end, nor anybody’s who does not arrange; the database holds to it', async () => {
    for (const practice of ['XA002', 'XA003', 'XX999', ''])
      assert.match(await faultOf(addRoom(manager, fields('Room 3', { practice }), now)), /Choose a practice/, practice);
    assert.match(await faultOf(addRoom(workforce, fields('Room 3', { practice: 'XA003' }), now)), /Choose a practice/);
    const theirs = (await transaction(workforce, (tx) => rooms(tx, 'XA002')))[0] ?? assert.fail();
    assert.equal(await endedOf(endRoom(manager, { id: theirs.id, day: '1/1/2035' }, now)), 'no-such-room');
    for (const who of [operations, navigator, as(base.db, world.actors.clinician)]) {
      const room = { id: crypto.randomUUID(), practiceId: 'XA001', siteId: null, name: 'Room 3', from: today };
      await assert.rejects(
        transaction(who, (tx) => insertRoom(tx, room)),
        { code: '42501' },
      );
      const mine = await named('Room 1');
      await transaction(who, (tx) => endRoomOn(tx, mine.id, tomorrow));
      assert.equal((await named('Room 1')).until, null, 'nothing was changed');
    }
    assert.equal((await transaction(operations, (tx) => rooms(tx, ''))).length, 4, 'they see them');
  });

  void test('ends from a day on, and may have a namesake after that; an ended one is not ended again', async () => {
    assert.equal(await faultOf(addRoom(manager, fields('Room 5', { from: '1/1/2020' }), now)), 'ok');
    const room = await named('Room 5');
    const end = (day: Temporal.PlainDate | string): Promise<string> =>
      endedOf(endRoom(manager, { id: room.id, day: day.toString() }, now));
    assert.match(await end(''), /first day without it/);
    assert.match(await end(today.subtract({ days: 1 })), /today or a later day/);
    assert.equal(await end('1/1/2030'), 'ok');
    assert.equal(await faultOf(addRoom(manager, fields('Room 5', { from: '1/1/2030' }), now)), 'ok');
    assert.match(await end('2/1/2030'), /Another room of that name/);
    assert.equal(await end(today), 'ok');
    assert.match(await end(tomorrow), /ended already/);
    const later = (await transaction(manager, (tx) => rooms(tx, ''))).find(({ state }) => state === 'to come');
    assert.match(
      await endedOf(endRoom(manager, { id: later?.id ?? '', day: tomorrow.toString() }, now)),
      /begins on Tuesday,? 1 January 2030/,
    );
  });

  void test('is not ended from under a visit; how many, from when, and from which day it can is said', async () => {
    assert.equal(await faultOf(addRoom(workforce, fields('Only', { practice: 'XA002' }), now)), 'ok');
    const first = (await transaction(workforce, (tx) => rooms(tx, 'XA002'))).find(({ name }) => name === 'Room 1');
    assert.equal(await endedOf(endRoom(workforce, { id: first?.id ?? '', day: today.toString() }, now)), 'ok');
    const session = await openSessionFor(base, {
      ...{ n: (n += 1), clinician: world.clinicians[2] ?? '', practice: 'XA002', startsAt: at(3), minutes: 120 },
    });
    assert.equal(await tick(session), 'ok');
    const hub = as(base.db, world.actors.hubNavigator, 'book-joint');
    const booked = [await bookJoint(hub, want(session, at(3))), await bookJoint(hub, want(session, at(3, 10)))];
    const only = await named('Only');
    assert.deepEqual([only.visits, only.lastVisitDay?.toString()], [2, today.add({ days: 3 }).toString()]);
    const end = (days: number) =>
      endedOf(endRoom(workforce, { id: only.id, day: today.add({ days }).toString() }, now));
    assert.match(await end(3), /^2 visits are booked in it from .*, 08:00, on: .* or choose .* or later$/);
    await assert.rejects(
      transaction(workforce, (tx) => endRoomOn(tx, only.id, tomorrow)),
      { code: 'SP126' },
    );
    const [one] = booked;
    assert.ok(one?.ok && (await cancelBooking(hub, one.value.bookingId, 'No need')).ok);
    assert.match(await end(1), /^1 visit is booked in it then, on .* at 08:10: cancel it/);
    assert.equal(await end(4), 'ok');
    assert.deepEqual(await transaction(workforce, (tx) => roomless(tx, '')), []);
    const [, two] = booked;
    assert.ok(two?.ok && (await cancelBooking(hub, two.value.bookingId, 'No need')).ok);
    assert.equal(await end(2), 'ok');
    const [without] = await transaction(workforce, (tx) => roomless(tx, ''));
    assert.deepEqual([without?.practiceId, without?.sessions], ['XA002', 1], 'a session that needs one and has none');
  });
});

void describe('A session that takes rooms', () => {
  void test('has a plan, a room at its site, and no visit without one', async () => {
    const session = await open(0, 8);
    const bare = await planSession(workforce, { id: session, rows: [], weeks: 1, needsRoom: true }, now);
    assert.deepEqual(bare, { ok: false, error: { kind: 'room-without-plan' } });
    assert.ok((await book(navigator, want(session, at(8)))).ok);
    const refused = await planSession(workforce, { id: session, rows, weeks: 1, needsRoom: true }, now);
    assert.ok(!refused.ok && refused.error.kind === 'without-room' && refused.error.bookings === 1);
    const other = await open(0, 9);
    assert.equal(await tick(other), 'ok');
    assert.ok((await bookJoint(navigator, want(other, at(9)))).ok);
    assert.equal(await tick(other), 'ok', 'it was on, and its visit has its room');
    assert.equal(await tick(other, false), 'ok');
    assert.ok((await book(navigator, want(other, at(9, 10)))).ok);
    assert.equal(await tick(other), 'without-room');
    const elsewhere = await openSessionFor(base, {
      ...{ n: (n += 1), clinician: world.clinicians[3] ?? '', practice: 'XA002', startsAt: at(9), minutes: 120 },
    });
    assert.equal(await tick(elsewhere), 'no-room-there');
  });

  void test('has a room for each visit, also where one is being booked while it begins to take rooms', async () => {
    const session = await open(1, 20);
    const booked = await meanwhile(
      () => book(navigator, want(session, at(20))),
      async (tx, started) => {
        await holdSession(tx, session);
        await started();
        const plan: PlanPart[] = [{ kind: 'pre_bookable', from: 0, to: 120, minutes: 10, places: 1 }];
        await writePlan(tx, { id: session, plan, step: 10, needsRoom: true });
      },
    );
    assert.deepEqual(booked, { ok: false, error: 'needs-room' });
  });

  void test('is not booked with a room that is being ended', async () => {
    const session = await open(1, 21);
    assert.equal(await tick(session), 'ok');
    const mine = (await transaction(manager, (tx) => rooms(tx, ''))).filter(
      ({ siteName, state }) => siteName === 'Bridge Street' && state === 'in use',
    );
    const booked = await meanwhile(
      () => bookJoint(navigator, want(session, at(21))),
      async (tx, started) => {
        for (const { id: room } of mine) await heldRoomVisits(tx, room, tomorrow);
        await started();
        for (const { id: room } of mine) await endRoomOn(tx, room, today.add({ days: 21 }));
      },
    );
    assert.deepEqual(booked, { ok: false, error: 'no-room' });
  });
});

/** Lets somebody begin, and wait, in the midst of a transaction of another; answers what came of it. */
async function meanwhile<R>(
  begin: () => Promise<R>,
  work: (tx: Tx, started: () => Promise<void>) => Promise<void>,
): Promise<R> {
  let begun: Promise<R> | undefined;
  await transaction(workforce, (tx) =>
    work(tx, async () => {
      begun = begin();
      await setTimeout(300);
    }),
  );
  return begun ?? begin();
}
