import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { arrange, as, id, openSessionFor, smallWorld, standing } from '../../../test/support/world.ts';
import { book, bookJoint, cancelBooking, moveBooking } from './commands/book.ts';
import { candidates } from './queries/candidates.ts';
import { callBook, callJoint } from './store/booking.ts';

const tomorrow = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 1 }).withPlainTime('08:00');
const at = (day: number, minutes = 0): Temporal.Instant => tomorrow.add({ days: day, minutes }).toInstant();
const base = await testDatabase();
const world = await smallWorld(base, { patients: 130 });
const navigator = as(base.db, world.actors.navigator, 'book-joint');
const [first = '', second = ''] = world.clinicians;
let n = 0;
const open = (clinician: string, day: number): Promise<string> =>
  openSessionFor(base, { n: (n += 1), clinician, startsAt: at(day), minutes: 360 });
const room = (name: string, more: { from?: string } = {}): Promise<void> =>
  arrange(base.owner, async (run) => {
    await run(sql`insert into access.room (id, group_id, practice_id, name, valid_from)
      values (${id(12, (n += 1))}, ${world.groupId}, 'XA001', ${name}, ${more.from ?? '2020-01-01'})`);
  });
const withRoom = (session: string, block: object = {}): Promise<void> =>
  arrange(base.owner, async (run) => {
    const plan = JSON.stringify([{ kind: 'pre_bookable', from: 0, to: 360, minutes: 10, places: 1, ...block }]);
    await run(sql`update access.session set plan = ${plan}::jsonb, needs_room = true where id = ${session}`);
  });
const want = (patient: number, sessionId: string, ...[startsAt, more = {}]: [Temporal.Instant, object?]) => ({
  ...{ key: `joint-${(n += 1)}`, requestId: null, patientId: world.patients[patient] ?? '', sessionId, startsAt },
  ...{ minutes: 10, secondSessionId: null as string | null, ...more },
});
const errorOf = async (booked: ReturnType<typeof book>): Promise<string> => {
  const result = await booked;
  return result.ok ? 'booked' : result.error;
};
const contacts = async (clinician: string, day: number): Promise<number> =>
  (
    await standing<{ ordinary: number }>(
      base.owner,
      sql`select ordinary from access.clinician_day where clinician_id = ${clinician} and day = ${tomorrow.add({ days: day }).toPlainDate()}`,
    )
  )[0]?.ordinary ?? 0;

void describe('A visit with two clinicians', () => {
  void test('takes the time of both, counts to both limits, and is one however often it is sent', async () => {
    const [mine, theirs] = [await open(first, 0), await open(second, 0)];
    const joint = want(0, mine, at(0), { secondSessionId: theirs });
    const all = await Promise.all(Array.from({ length: 5 }, () => bookJoint(navigator, joint)));
    assert.equal(new Set(all.map((one) => (one.ok ? one.value.bookingId : one.error))).size, 1);
    assert.deepEqual([await contacts(first, 0), await contacts(second, 0)], [1, 1]);
    assert.equal(await errorOf(book(navigator, want(1, mine, at(0)))), 'slot-taken');
    assert.equal(await errorOf(book(navigator, want(1, theirs, at(0)))), 'slot-taken');
    assert.equal(await errorOf(bookJoint(navigator, want(1, theirs, at(0, 10), { secondSessionId: mine }))), 'booked');
    assert.equal(await errorOf(bookJoint(navigator, { ...joint, secondSessionId: null })), 'key-reused');
  });

  void test('is refused whole where the second is taken, at the limit, or not there', async () => {
    const [mine, theirs] = [await open(first, 1), await open(second, 1)];
    assert.equal(await errorOf(book(navigator, want(2, theirs, at(1)))), 'booked');
    assert.equal(await errorOf(bookJoint(navigator, want(3, mine, at(1), { secondSessionId: theirs }))), 'slot-taken');
    assert.equal(
      await errorOf(bookJoint(navigator, want(3, mine, at(1, 5), { secondSessionId: theirs }))),
      'not-a-slot',
    );
    const elsewhere = await openSessionFor(base, {
      n: (n += 1),
      clinician: world.clinicians[2] ?? '',
      practice: 'XA002',
      startsAt: at(1),
      minutes: 60,
    });
    assert.equal(
      await errorOf(bookJoint(navigator, want(3, mine, at(1, 10), { secondSessionId: elsewhere }))),
      'not-there',
    );
    await arrange(base.owner, async (run) => {
      await run(
        sql`insert into workforce.daily_limit values (${id(7, 8)}, ${world.groupId}, ${second}, ${tomorrow.add({ days: 1 }).toPlainDate()}, 1, 'test')`,
      );
      await run(
        sql`insert into workforce.daily_limit values (${id(7, 9)}, ${world.groupId}, ${second}, ${tomorrow.add({ days: 2 }).toPlainDate()}, 25, 'test')`,
      );
    });
    assert.equal(
      await errorOf(bookJoint(navigator, want(3, mine, at(1, 20), { secondSessionId: theirs }))),
      'limit-reached',
    );
    assert.equal(await contacts(first, 1), 0);
  });

  void test('gives all back when it is cancelled, is not moved, and keeps the session of the second', async () => {
    const [mine, theirs] = [await open(first, 2), await open(second, 2)];
    const booked = await bookJoint(navigator, want(4, mine, at(2), { secondSessionId: theirs }));
    assert.ok(booked.ok);
    const { bookingId } = booked.value;
    const moved = await moveBooking(navigator, {
      key: 'moved',
      bookingId,
      sessionId: mine,
      startsAt: at(2, 30),
      minutes: 10,
    });
    assert.deepEqual(moved, { ok: false, error: 'joint-stays' });
    await assert.rejects(
      arrange(base.owner, async (run) => {
        await run(sql`update access.session set status = 'cancelled' where id = ${theirs}`);
      }),
      { code: 'SP125' },
    );
    assert.ok((await cancelBooking(navigator, bookingId, 'No need')).ok);
    assert.deepEqual([await contacts(first, 2), await contacts(second, 2)], [0, 0]);
    assert.equal(await errorOf(book(navigator, want(5, theirs, at(2)))), 'booked');
    assert.equal(await errorOf(book(navigator, want(6, mine, at(2)))), 'booked');
  });
});

void describe('A visit with a room', () => {
  void test('takes a room of its site, is not booked without one, and none is offered when all are taken', async () => {
    await room('Room 1');
    await room('Room 9', { from: '2090-01-01' });
    const [mine, theirs] = [await open(first, 3), await open(second, 3)];
    await withRoom(mine);
    await withRoom(theirs);
    assert.equal(await errorOf(book(navigator, want(7, mine, at(3)))), 'needs-room');
    assert.equal(await errorOf(bookJoint(navigator, want(7, mine, at(3)))), 'booked');
    assert.equal(
      await errorOf(bookJoint(navigator, want(8, theirs, at(3)))),
      'no-room',
      'the other room is not there yet',
    );
    assert.deepEqual([await contacts(first, 3), await contacts(second, 3)], [1, 0]);
    const seen = await transaction(navigator, (tx) =>
      candidates(tx, {
        ...{
          practiceId: 'XA001',
          patientId: null,
          usualGpId: null,
          roles: ['gp'],
          modes: ['face_to_face'],
          duty: false,
          practices: 1,
        },
        ...{ now: Temporal.Now.instant(), until: tomorrow.add({ days: 4 }).toPlainDate(), sessions: [theirs] },
      }),
    );
    assert.deepEqual(seen[0]?.booked, [[at(3).epochMilliseconds, at(3, 10).epochMilliseconds]]);
    await room('Room 2');
    assert.equal(await errorOf(bookJoint(navigator, want(8, theirs, at(3)))), 'booked');
  });

  void test('holds a whole group in one, and nobody else meanwhile', async () => {
    const [group, other] = [await open(first, 4), await open(second, 4)];
    await withRoom(group, { kind: 'group_consultation', places: 3 });
    await withRoom(other);
    for (const patient of [9, 10, 11])
      assert.equal(await errorOf(bookJoint(navigator, want(patient, group, at(4)))), 'booked');
    assert.equal(await errorOf(bookJoint(navigator, want(12, group, at(4)))), 'slot-taken');
    const rooms = await standing<{ name: string; visits: number }>(
      base.owner,
      sql`select r.name, count(*)::integer as visits from access.also_booked a join access.room r on r.id = a.room_id
        where a.room_for = ${group} group by r.name`,
    );
    assert.deepEqual(
      rooms.map(({ name, visits }) => [name, visits]),
      [['Room 1', 3]],
    );
    assert.equal(await errorOf(bookJoint(navigator, want(13, other, at(4)))), 'booked', 'in Room 2');
    const third = await open(world.clinicians[3] ?? '', 4);
    await withRoom(third);
    assert.equal(await errorOf(bookJoint(navigator, want(14, third, at(4)))), 'no-room');
  });

  void test('of many callers for two clinicians and their rooms, whoever leads, takes nothing twice and blocks nobody for good', async () => {
    const third = world.clinicians[3] ?? '';
    const sessions = await Promise.all([first, second, third].map((clinician) => open(clinician, 5)));
    for (const session of sessions) await withRoom(session);
    const codeOf = (error: unknown): string =>
      typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
    const codes = await Promise.all(
      Array.from({ length: 96 }, (_, caller) => {
        const [lead = '', joins = ''] = [sessions[caller % 3], sessions[(caller + 1 + (caller % 2)) % 3]];
        const wanted = want(20 + caller, lead, at(5, 10 * (caller % 12)));
        const call = { ...wanted, id: crypto.randomUUID() };
        const made =
          caller % 4 === 3
            ? callJoint(base.db, navigator, { ...call, secondSessionId: null })
            : caller % 8 === 6
              ? callBook(base.db, navigator, call)
              : callJoint(base.db, navigator, { ...call, secondSessionId: joins });
        return made.then(() => 'ok', codeOf);
      }),
    );
    assert.deepEqual(
      [...new Set(codes)].filter((code) => !/^(ok|SP012|SP122|SP123|23505)$/.test(code)),
      [],
    );
    const [count] = await standing<{ twice: number; rooms: number; miscounted: number; halves: number; joint: number }>(
      base.owner,
      sql`with busy as (
          select b.clinician_id, b.starts_at, b.ends_at from access.booking b where b.status = 'booked'
          union all select a.clinician_id, a.starts_at, a.ends_at from access.also_booked a where a.released_at is null and a.clinician_id is not null)
        select (select count(*) from (select lead(k.starts_at) over (partition by k.clinician_id order by k.starts_at) < k.ends_at as twice from busy k where k.starts_at >= ${at(5)}) o where o.twice)::integer as twice,
          (select count(*) from access.also_booked a join access.also_booked o on o.room_id = a.room_id and o.room_for <> a.room_for and o.released_at is null
            and o.starts_at < a.ends_at and o.ends_at > a.starts_at where a.released_at is null)::integer as rooms,
          (select count(*) from access.clinician_day d where d.ordinary <> (select count(*) from busy k where k.clinician_id = d.clinician_id and access.london_day(k.starts_at) = d.day))::integer as miscounted,
          (select count(*) from access.booking b join access.session s on s.id = b.session_id and s.needs_room where b.status = 'booked'
            and not exists (select from access.also_booked a where a.booking_id = b.id and a.room_id is not null))::integer as halves,
          (select count(*) from access.also_booked a where a.session_id = any (${sessions}::uuid[]))::integer as joint`,
    );
    const { joint, ...wrong } = count ?? assert.fail();
    assert.deepEqual({ ...wrong }, { twice: 0, rooms: 0, miscounted: 0, halves: 0 });
    assert.ok(joint > 5, `${joint}`);
  });
});
