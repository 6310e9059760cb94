import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { arrange, as, openSessionFor, smallWorld, standing } from '../../../test/support/world.ts';
import { book, bookOverflow, cancelBooking, moveBooking } from './commands/book.ts';

const tomorrow = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 1 }).withPlainTime('08:00');
const at = (hours: number, minutes = 0, days = 0): Temporal.Instant =>
  tomorrow.add({ days, hours, minutes }).toInstant();

const base = await testDatabase();
const world = await smallWorld(base, { patients: 60 });
const [one = '', two = ''] = world.clinicians;
const sessions = await Promise.all(
  [one, two].map((clinician, n) =>
    openSessionFor(base, { n: n + 1, clinician, startsAt: at(0, 0, n), minutes: 480, slotMinutes: 5 }),
  ),
);

void describe('Bookings that meet', () => {
  let n = 0;
  const navigator = () => as(base.db, world.actors.navigator, 'book-visit');
  const urgent = () => as(base.db, world.actors.clinician, 'book-overflow');
  const patientOf = (patient: number): string => world.patients[patient] ?? '';
  /** A visit in the session of the first clinician (0) tomorrow, or of the second (1) the day after. */
  const want = (place: number, patient: number, minutes: number) => ({
    ...{ key: `meet-${(n += 1)}`, requestId: null as string | null, patientId: patientOf(patient) },
    ...{ sessionId: sessions[place] ?? '', startsAt: at(0, minutes, place), minutes: 5 },
  });
  const made = async (wanted: ReturnType<typeof want>): Promise<string> => {
    const booked = await book(navigator(), wanted);
    return booked.ok ? booked.value.bookingId : assert.fail(booked.error);
  };
  const miscounted = () =>
    standing<object>(
      base.owner,
      sql`select d.clinician_id, d.day, d.ordinary, d.overflow, k.ordinary as booked, k.overflow as urgent from access.clinician_day d
        cross join lateral (select count(*) filter (where b.kind = 'ordinary')::integer as ordinary, count(*) filter (where b.kind = 'overflow')::integer as overflow
          from access.booking b where b.clinician_id = d.clinician_id and b.day = d.day and b.status <> 'cancelled') k
        where (d.ordinary, d.overflow) <> (k.ordinary, k.overflow)`,
    );

  void test('twelve that cross, six each way between two clinicians’ days, all move, beside as many new ones', async () => {
    const pairs = Array.from({ length: 6 }, (_, each) => each);
    const [there, back] = [
      await Promise.all(pairs.map((each) => made(want(0, each, each * 5)))),
      await Promise.all(pairs.map((each) => made(want(1, 10 + each, each * 5)))),
    ];
    const move = (bookingId: string, { key, sessionId, startsAt, minutes }: ReturnType<typeof want>) =>
      moveBooking(navigator(), { key, bookingId, sessionId, startsAt, minutes });
    const all = await Promise.all(
      pairs.flatMap((each) => [
        move(there[each] ?? '', want(1, each, 100 + each * 5)),
        move(back[each] ?? '', want(0, 10 + each, 100 + each * 5)),
        book(navigator(), want(each % 2, 20 + each, 200 + each * 5)),
      ]),
    );
    assert.deepEqual(
      all.map((result) => (result.ok ? 'ok' : result.error)).filter((result) => result !== 'ok'),
      [],
    );
    assert.deepEqual(await miscounted(), []);
  });

  void test('many that move to one slot at once: one has it, the others stay where they were', async () => {
    const from = await Promise.all([0, 1, 2, 3].map((each) => made(want(0, 30 + each, 300 + each * 5))));
    const { sessionId, startsAt, minutes } = want(1, 30, 300);
    const all = await Promise.all(
      from.map((bookingId, each) =>
        moveBooking(navigator(), { key: `one-slot-${each}`, bookingId, sessionId, startsAt, minutes }),
      ),
    );
    assert.deepEqual(all.map((result) => (result.ok ? 'ok' : result.error)).toSorted(), [
      ...['ok', 'slot-taken', 'slot-taken', 'slot-taken'],
    ]);
    assert.deepEqual(await miscounted(), []);
  });

  void test('of two for one patient whose times overlap, not begin together, one is booked, every time', async () => {
    const other = await openSessionFor(base, {
      n: 9,
      clinician: world.clinicians[2] ?? '',
      practice: 'XA002',
      startsAt: at(0),
      minutes: 480,
    });
    for (let round = 0; round < 15; round += 1) {
      const patient = 40 + round;
      const results = await Promise.all([
        book(navigator(), {
          ...want(0, patient, 400 + 5 * (round % 8)),
          startsAt: at(0, 5 + round * 20, 0),
          key: `lap-${round}`,
        }),
        book(navigator(), {
          ...want(0, patient, 0),
          sessionId: other,
          startsAt: at(0, round * 20),
          minutes: 10,
          key: `lap-o-${round}`,
        }),
      ]);
      const said = results.map((result) => (result.ok ? 'ok' : result.error)).toSorted();
      assert.ok(said.includes('ok') && !said.every((word) => word === 'ok'), `round ${round}: ${said.join(', ')}`);
    }
  });

  void test('a visit that has begun is not moved', async () => {
    const bookingId = randomUUID();
    const begun = await openSessionFor(base, {
      ...{ n: 10, clinician: world.clinicians[3] ?? '', practice: 'XA002', minutes: 240 },
      startsAt: Temporal.Now.instant().subtract({ hours: 2 }),
    });
    await arrange(base.owner, (run) =>
      run(sql`insert into access.booking (id, group_id, practice_id, host_practice_id, session_id, clinician_id, patient_id, kind, mode, day, starts_at, ends_at, idempotency_key)
        select ${bookingId}, s.group_id, 'XA001', s.practice_id, s.id, s.clinician_id, ${patientOf(58)}, 'ordinary', s.mode, s.day,
          s.starts_at, s.starts_at + interval '10 minutes', 'begun' from access.session s where s.id = ${begun}`).then(
        () => undefined,
      ),
    );
    const { sessionId, startsAt, minutes } = want(1, 58, 450);
    const moved = await moveBooking(navigator(), { key: 'too-late', bookingId, sessionId, startsAt, minutes });
    assert.deepEqual(moved, { ok: false, error: 'too-late' });
  });

  void test('a cancelled urgent one is counted no more', async () => {
    const booked = await bookOverflow(urgent(), {
      ...{ key: 'counted', requestId: null, patientId: patientOf(59), clinicianId: one, hostPracticeId: 'XA001' },
      ...{ startsAt: at(9), minutes: 15, mode: 'telephone', reason: 'Breathless child', decidedBy: 'Dr 1' },
    });
    assert.ok(booked.ok);
    assert.deepEqual(await miscounted(), []);
    assert.ok((await cancelBooking(navigator(), booked.value.bookingId, 'Seen by the ambulance')).ok);
    assert.deepEqual(await miscounted(), []);
  });

  void test('a request of another practice than the patient’s is not booked for them', async () => {
    const requestId = randomUUID();
    await base.owner.rows(sql`insert into access.request (id, group_id, practice_id, channel, status)
      values (${requestId}, ${world.groupId}, 'XA002', 'telephone', 'waiting')`);
    const refused = await book(navigator(), { ...want(0, 57, 470), requestId });
    assert.deepEqual(refused, { ok: false, error: 'request-not-open' });
  });

  void test('the day of a time is London’s, in summer too', async () => {
    const days = await base.owner.rows<object>(sql`select access.london_day(t::timestamptz)::text as day
      from unnest(array['2027-06-30T22:59:00Z', '2027-06-30T23:00:00Z', '2027-12-31T23:59:00Z', '2027-03-28T00:59:00Z', '2026-10-25T23:30:00Z']) t`);
    assert.deepEqual(
      days.map((row) => (row as { day: string }).day),
      ['2027-06-30', '2027-07-01', '2027-12-31', '2027-03-28', '2026-10-25'],
    );
  });
});
