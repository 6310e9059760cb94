import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { arrange, as, openSessionFor, smallWorld } from '../../../test/support/world.ts';
import { book, cancelBooking } from './commands/book.ts';
import type { PlanPart } from './plan.ts';

const tomorrow = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 1 }).withPlainTime('08:00');
const at = (minutes: number, days = 0): Temporal.Instant => tomorrow.add({ days, minutes }).toInstant();
const base = await testDatabase();
const world = await smallWorld(base, { patients: 60 });
let n = 0;

async function planned(parts: readonly PlanPart[], day = 0, kind = 'ordinary'): Promise<string> {
  const startsAt = at(0, day);
  n += 1;
  const clinician = world.clinicians[n % 3] ?? '';
  const session = await openSessionFor(base, { n, clinician, startsAt, minutes: 240, slotMinutes: 5 });
  await arrange(base.owner, async (run) => {
    await run(
      sql`update access.session set plan = ${JSON.stringify(parts)}::jsonb, kind = ${kind} where id = ${session}`,
    );
  });
  return session;
}

let taker = 0;
const wants = (session: string, startsAt: Temporal.Instant, minutes = 15) =>
  book(as(base.db, world.actors.navigator, 'book-visit'), {
    ...{ key: `plan-${(taker += 1)}`, requestId: null, patientId: world.patients[taker] ?? '' },
    ...{ sessionId: session, startsAt, minutes },
  });
const errorOf = async (booked: ReturnType<typeof wants>) => {
  const result = await booked;
  return result.ok ? 'booked' : result.error;
};
const part = (kind: string, [from, to]: readonly [number, number], more: Partial<PlanPart> = {}): PlanPart => ({
  ...{ kind, from, to, minutes: 15, places: 1 },
  ...more,
});

void describe('A session with a plan', () => {
  void test('is booked in its parts, on their own grid, and nowhere else', async () => {
    const session = await planned([
      part('pre_bookable', [0, 60]),
      part('telephone_list', [65, 105], { minutes: 10, mode: 'telephone' }),
      part('blocked', [120, 150]),
      part('supervision', [150, 180]),
    ]);
    assert.equal(await errorOf(wants(session, at(0))), 'booked');
    assert.equal(await errorOf(wants(session, at(20))), 'not-a-slot', 'off the part’s grid');
    assert.equal(await errorOf(wants(session, at(30), 30)), 'booked', 'a longer need takes two places of a part');
    assert.equal(await errorOf(wants(session, at(60))), 'not-a-slot', 'what no part covers');
    assert.equal(await errorOf(wants(session, at(65), 10)), 'booked');
    assert.equal(await errorOf(wants(session, at(120))), 'kept');
    assert.equal(await errorOf(wants(session, at(165))), 'kept');
    assert.equal(await errorOf(wants(session, at(105), 30)), 'kept', 'nor reaching into it');
    const modes = await base.owner.rows<{ mode: string; seat: number }>(
      sql`select b.mode, b.seat from access.booking b where b.session_id = ${session} order by b.starts_at`,
    );
    assert.deepEqual(
      modes.map(({ mode }) => mode),
      ['face_to_face', 'face_to_face', 'telephone'],
    );
  });

  void test('refuses a part until its embargo is over, and releases what was kept', async () => {
    const [gone, coming] = ['2026-01-01T08:00:00Z', at(-60).toString()];
    const session = await planned([
      part('on_the_day', [0, 30], { opensAt: coming }),
      part('on_the_day', [30, 60], { opensAt: gone }),
      part('blocked', [60, 90], { releasesAt: coming, releasesAs: 'on_the_day' }),
      part('blocked', [90, 120], { releasesAt: gone, releasesAs: 'on_the_day' }),
    ]);
    assert.equal(await errorOf(wants(session, at(0))), 'embargo');
    assert.equal(await errorOf(wants(session, at(30))), 'booked');
    assert.equal(await errorOf(wants(session, at(60))), 'kept');
    assert.equal(await errorOf(wants(session, at(90))), 'booked');
  });

  void test('has as many places of a group consultation as it says, and each counts to the limit', async () => {
    const session = await planned([part('group_consultation', [0, 60], { minutes: 60, places: 6 })], 3);
    const results = await Promise.all(Array.from({ length: 9 }, () => wants(session, at(0, 3), 60)));
    const booked = results.flatMap((result) => (result.ok ? [result.value.bookingId] : []));
    assert.equal(booked.length, 6);
    assert.deepEqual([...new Set(results.flatMap((result) => (result.ok ? [] : [result.error])))], ['slot-taken']);
    const [day] = await base.owner.rows<{ ordinary: number }>(
      sql`select d.ordinary from access.clinician_day d join access.session s on s.clinician_id = d.clinician_id and s.day = d.day where s.id = ${session}`,
    );
    assert.equal(day?.ordinary, 6);
    const cancelled = await cancelBooking(as(base.db, world.actors.navigator, 'cancel-visit'), booked[2] ?? '', 'ill');
    assert.ok(cancelled.ok);
    assert.equal(await errorOf(wants(session, at(0, 3), 60)), 'booked', 'the place that is free again');
    assert.equal(await errorOf(wants(session, at(0, 3), 60)), 'slot-taken');
  });

  void test('is refused where it overlaps, leaves the session or is of no kind there is', async () => {
    const faults: readonly PlanPart[][] = [
      [part('pre_bookable', [0, 60]), part('on_the_day', [45, 90])],
      [part('pre_bookable', [200, 260])],
      [part('tea', [0, 60])],
      [part('pre_bookable', [0, 60], { places: 4 })],
      [part('pre_bookable', [0, 60], { minutes: 12 })],
    ];
    for (const parts of faults) await assert.rejects(planned(parts, 10 + n), /not legal/, JSON.stringify(parts));
  });
});

void describe('Hub places', () => {
  const quota = (practice: string, places: number | null, from: string) =>
    arrange(base.owner, async (run) => {
      await run(sql`insert into access.hub_quota (id, group_id, hub_id, practice_id, valid_from, places, source)
        values (gen_random_uuid(), ${world.groupId}, ${world.hubId}, ${practice}, ${from}, ${places}, 'test')`);
    });
  const monday = (() => {
    const day = tomorrow.add({ days: 20 });
    return 20 + ((8 - day.dayOfWeek) % 7);
  })();

  void test('are no more in a week than the practice’s quota, at the same instant too; a cancelled one is given back', async () => {
    await quota('XA001', 1, '2020-01-01');
    await quota('XA001', 3, '2026-01-01');
    const session = await planned([part('enhanced_access', [0, 240])], monday, 'hub');
    const results = await Promise.all(Array.from({ length: 6 }, (_, k) => wants(session, at(15 * k, monday))));
    const booked = results.flatMap((result) => (result.ok ? [result.value.bookingId] : []));
    assert.equal(booked.length, 3, 'the row with the latest start holds');
    assert.deepEqual([...new Set(results.flatMap((result) => (result.ok ? [] : [result.error])))], ['hub-quota']);
    assert.ok((await cancelBooking(as(base.db, world.actors.navigator, 'cancel-visit'), booked[0] ?? '', 'better')).ok);
    assert.equal(await errorOf(wants(session, at(180, monday))), 'booked');
    const next = await planned([part('enhanced_access', [0, 240])], monday + 7, 'hub');
    assert.equal(await errorOf(wants(next, at(0, monday + 7))), 'booked', 'the next week has its own');
  });

  void test('are not counted in an ordinary session', async () => {
    const session = await planned([part('pre_bookable', [0, 240])], monday + 1);
    assert.equal(await errorOf(wants(session, at(0, monday + 1))), 'booked');
  });
});

void describe('Supervision', () => {
  void test('comes first: nobody opens a session for a physician assistant whom no GP supervises', async () => {
    const clinician = world.clinicians[3] ?? '';
    const open = () =>
      arrange(base.owner, async (run) => {
        await run(sql`insert into access.session (id, group_id, practice_id, clinician_id, role, mode, day, starts_at, ends_at, slot_minutes)
          values (gen_random_uuid(), ${world.groupId}, 'XA001', ${clinician}, 'physician_associate', 'face_to_face', access.london_day(${at(0, 5)}),
            ${at(0, 5)}, ${at(60, 5)}, 15)`);
      });
    await assert.rejects(open(), { code: 'SP074' });
    await arrange(base.owner, async (run) => {
      await run(sql`insert into workforce.supervision (id, group_id, clinician_id, supervisor_id, valid_from)
        values (gen_random_uuid(), ${world.groupId}, ${clinician}, ${world.clinicians[0] ?? ''}, '2020-01-01')`);
    });
    await open();
  });
});
