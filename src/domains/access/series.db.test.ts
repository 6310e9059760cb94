import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { arrange, as, id, openSessionFor, smallWorld, standing } from '../../../test/support/world.ts';
import { book, cancelBooking, moveBooking } from './commands/book.ts';
import { bookSeries, cancelSeries, type SeriesChosen } from './commands/series.ts';
import { seriesById, seriesOf } from './queries/series.ts';
import { refusalNamed } from './refusal.ts';
import { callBook } from './store/booking.ts';
import { callSeries } from './store/series.ts';

const tomorrow = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 1 }).withPlainTime('08:00');
const at = (week: number, minutes = 0): Temporal.Instant => tomorrow.add({ weeks: week, minutes }).toInstant();
const base = await testDatabase();
const world = await smallWorld(base, { patients: 80 });
const navigator = as(base.db, world.actors.navigator, 'book-series');
const [clinician = '', other = ''] = world.clinicians;
let n = 0;
const weeks = [0, 1, 2, 3, 4];
const open = (who: string, week: number): Promise<string> =>
  openSessionFor(base, { n: (n += 1), clinician: who, startsAt: at(week), minutes: 360 });
const sessions = await Promise.all(weeks.map((week) => open(clinician, week)));
const others = await Promise.all(weeks.map((week) => open(other, week)));

type Places = SeriesChosen['places'];
const placesAt = (minutes: number, among = sessions): Places =>
  among.map((sessionId, place) => ({
    ...{ place, day: tomorrow.add({ weeks: place }).toPlainDate() },
    slot: { sessionId, startsAt: at(place, minutes), minutes: 10 },
  }));
const want = (patient: number, places: Places, more: { whole?: boolean; key?: string; requestId?: string } = {}) => ({
  ...{ key: `series-${(n += 1)}`, requestId: null, everyDays: 7, whole: true, places },
  ...{ patientId: world.patients[patient] ?? '', ...more },
});
const single = (patient: number, sessionId: string, startsAt: Temporal.Instant) =>
  book(navigator, {
    ...{
      key: `one-${(n += 1)}`,
      requestId: null,
      patientId: world.patients[patient] ?? '',
      sessionId,
      startsAt,
      minutes: 10,
    },
  });
async function made(...args: Parameters<typeof want>) {
  const booked = await bookSeries(navigator, want(...args));
  return booked.ok ? booked.value : assert.fail(booked.error);
}
const bookingsOf = async (patient: number): Promise<number> =>
  (
    await standing<{ count: number }>(
      base.owner,
      sql`select count(*)::integer as count from access.booking where patient_id = ${world.patients[patient]} and status <> 'cancelled'`,
    )
  )[0]?.count ?? 0;

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);

void describe('A series that is booked', () => {
  void test('has a visit of its own for each day, and is one however often it is sent', async () => {
    const one = want(0, placesAt(0));
    const all = await Promise.all(Array.from({ length: 6 }, () => bookSeries(navigator, one)));
    const values = all.map((result) => (result.ok ? result.value : assert.fail(result.error)));
    assert.equal(values.filter(({ repeated }) => !repeated).length, 1);
    assert.equal(new Set(values.map(({ bookings }) => bookings.join())).size, 1);
    assert.equal(await bookingsOf(0), 5);
    const wrong = await bookSeries(navigator, { ...one, patientId: world.patients[1] ?? '' });
    assert.deepEqual(wrong, { ok: false, error: 'key-reused' });
  });

  void test('is all of it or nothing where that is asked', async () => {
    await single(1, sessions[3] ?? '', at(3, 20));
    assert.deepEqual(await bookSeries(navigator, want(2, placesAt(20))), { ok: false, error: 'slot-taken' });
    assert.equal(await bookingsOf(2), 0);
    const gap = placesAt(30).map((one) => (one.place === 2 ? { ...one, slot: undefined } : one));
    assert.deepEqual(await bookSeries(navigator, want(2, gap)), { ok: false, error: 'none-free' });
    assert.equal(await bookingsOf(2), 0);
  });

  void test('has as many as can be had where that is asked, and says and keeps what could not', async () => {
    const gap = placesAt(20).map((one) => (one.place === 1 ? { ...one, slot: undefined } : one));
    const some = await made(3, gap, { whole: false });
    assert.deepEqual([some.bookings.length, some.unmet], [3, 2]);
    const told = await transaction(navigator, (tx) => seriesById(tx, some.id));
    assert.deepEqual(
      told?.visits.map(({ unmet, status }) => (unmet === null ? status : (refusalNamed(unmet) ?? unmet))),
      ['booked', 'none', 'booked', 'slot-taken', 'booked'],
    );
    const none = placesAt(20).map((one) => (one.place === 3 ? one : { ...one, slot: undefined }));
    assert.deepEqual(await bookSeries(navigator, want(4, none, { whole: false })), { ok: false, error: 'none-free' });
  });

  void test('never passes a clinician’s limit, nor puts its patient in two places', async () => {
    const lone = await openSessionFor(base, {
      n: 900,
      clinician: world.clinicians[2] ?? '',
      practice: 'XA002',
      startsAt: at(1),
      minutes: 360,
    });
    await arrange(base.owner, async (run) => {
      await run(
        sql`insert into workforce.daily_limit values (${id(7, 9)}, ${world.groupId}, ${world.clinicians[2]}, '2020-01-01', 1, 'test')`,
      );
    });
    await single(5, lone, at(1, 0));
    const places = placesAt(40).map((one) =>
      one.place === 1 ? { ...one, slot: { sessionId: lone, startsAt: at(1, 40), minutes: 10 } } : one,
    );
    assert.deepEqual(await bookSeries(navigator, want(6, places)), { ok: false, error: 'limit-reached' });
    await single(7, others[2] ?? '', at(2, 50));
    assert.deepEqual(await bookSeries(navigator, want(7, placesAt(50))), { ok: false, error: 'patient-busy' });
  });

  void test('stands with its first visit for its request, and with none where the request has one', async () => {
    const request = id(9, 1);
    await arrange(base.owner, async (run) => {
      await run(sql`insert into access.request (id, group_id, practice_id, patient_id, channel, status)
        values (${request}, ${world.groupId}, 'XA001', ${world.patients[8]}, 'telephone', 'waiting')`);
    });
    const taken = placesAt(20).map((one) => ({
      ...one,
      slot: one.slot && { ...one.slot, startsAt: at(one.place, one.place === 0 ? 0 : 60) },
    }));
    await made(8, taken, { requestId: request, whole: false });
    const [row] = await standing<{ status: string; first: number }>(
      base.owner,
      sql`select r.status, (select k.place from access.booking b join access.series_place k on k.booking_id = b.id where b.request_id = r.id) as first
        from access.request r where r.id = ${request}`,
    );
    assert.deepEqual({ ...row }, { status: 'booked', first: 1 }, 'the first that could be had');
    const again = await bookSeries(navigator, want(8, placesAt(70), { requestId: request }));
    assert.deepEqual(again, { ok: false, error: 'request-already-booked' });
  });

  void test('loses one visit or all that are to come, each place free again, and keeps sight of one that moved', async () => {
    const series = await made(9, placesAt(80));
    const [first = '', second = '', third = ''] = series.bookings;
    assert.ok((await cancelBooking(navigator, first, 'Holiday')).ok);
    const moved = await moveBooking(navigator, {
      key: `move-${n}`,
      bookingId: second,
      sessionId: sessions[1] ?? '',
      startsAt: at(1, 90),
      minutes: 10,
    });
    assert.ok(moved.ok);
    const told = await transaction(navigator, (tx) => seriesById(tx, series.id));
    assert.deepEqual(
      told?.visits.map(({ status }) => status),
      ['cancelled', ...Array<string>(4).fill('booked')],
    );
    assert.equal(told.visits[1]?.bookingId, moved.value.bookingId);
    assert.equal((await transaction(navigator, (tx) => seriesOf(tx, moved.value.bookingId)))?.id, series.id);
    const gone = await cancelSeries(navigator, series.id, { reason: 'Healed', now: Temporal.Now.instant() });
    assert.deepEqual(gone, { ok: true, value: { cancelled: 4, flaggedIn: undefined } });
    assert.ok((await single(10, sessions[2] ?? '', at(2, 80))).ok);
    const twice = await cancelSeries(navigator, series.id, { reason: 'Healed', now: Temporal.Now.instant() });
    assert.ok(twice.ok && twice.value.cancelled === 0);
    assert.ok(third);
  });

  void test('is seen by nobody whose practice has nothing to do with it', async () => {
    const stranger = as(base.db, world.actors.navigatorOfC, 'see-series');
    const series = await made(11, placesAt(100));
    assert.equal(await transaction(stranger, (tx) => seriesById(tx, series.id)), undefined);
    const refused = await cancelSeries(stranger, series.id, { reason: 'No', now: Temporal.Now.instant() });
    assert.deepEqual(refused, { ok: false, error: 'not-there' });
  });

  void test('waits for nobody who waits for it, whoever has a day or a slot first', async () => {
    const waiting = async (count: number): Promise<void> => {
      for (;;) {
        const [row] = await standing<{ waiting: number }>(
          base.owner,
          sql`select count(*)::integer as waiting from pg_locks l join pg_database d on d.oid = l.database or l.database is null
            where not l.granted and d.datname = current_database()`,
        );
        if ((row?.waiting ?? 0) >= count) return;
      }
    };
    for (const [round, day, minutes] of [
      [0, 2, 180],
      [1, 1, 200],
    ] as const) {
      const keeper = await base.owner.pool.connect();
      await keeper.query('begin; set local role superpractice_guard');
      await keeper.query('select access.hold_day($1, $2)', [
        clinician,
        tomorrow.add({ weeks: day }).toPlainDate().toString(),
      ]);
      const key = (one: string) => ({ key: `${one}-${round}`, id: crypto.randomUUID(), requestId: null });
      const wanted = placesAt(minutes).map(({ slot, ...one }) => ({
        ...one,
        slot: slot && { ...slot, id: crypto.randomUUID() },
      }));
      const series = (): Promise<string> =>
        callSeries(base.db, navigator, {
          ...{
            ...key('several'),
            patientId: world.patients[12 + round] ?? '',
            everyDays: 7,
            whole: true,
            places: wanted,
          },
        }).then(() => 'ok', codeOf);
      // Somebody else wants the place that the series has on its second day.
      const one = (): Promise<string> =>
        callBook(base.db, navigator, {
          ...{ ...key('lone'), patientId: world.patients[14 + round] ?? '', minutes: 10 },
          ...{ sessionId: sessions[1] ?? '', startsAt: at(1, minutes) },
        }).then(() => 'ok', codeOf);
      const [first, second] = round === 0 ? [series, one] : [one, series];
      const begun = first();
      await waiting(1);
      const follows = second();
      await waiting(2);
      await keeper.query('commit');
      keeper.release();
      assert.deepEqual(await Promise.all([begun, follows]), ['ok', '23505'], `round ${round}`);
    }
  });

  void test('of many callers at once, in every order of days, blocks nobody for good and takes nothing twice', async () => {
    const mixed = (caller: number): Places => {
      const places = placesAt(120 + 10 * (caller % 4)).map((one) => ({
        ...one,
        slot: one.slot && {
          ...one.slot,
          sessionId: ((caller + one.place) % 2 === 0 ? sessions : others)[one.place] ?? '',
        },
      }));
      return caller % 3 === 0 ? places.toReversed() : places;
    };
    // Straight to the database: the program would call again where two stopped one another.
    const call = (caller: number): Promise<unknown> => {
      const patientId = world.patients[20 + caller] ?? '';
      const minutes = 120 + 10 * (caller % 4);
      const key = `race-${caller}`;
      if (caller % 2 === 1)
        return callBook(base.db, navigator, {
          ...{ key, id: crypto.randomUUID(), requestId: null, patientId, minutes: 10 },
          ...{ sessionId: (caller % 4 === 1 ? sessions : others)[caller % 5] ?? '', startsAt: at(caller % 5, minutes) },
        });
      const places = mixed(caller).map(({ slot, ...one }) => ({
        ...one,
        slot: slot && { ...slot, id: crypto.randomUUID() },
      }));
      const series = { key, id: crypto.randomUUID(), requestId: null, patientId, everyDays: 7 };
      return callSeries(base.db, navigator, { ...series, places, whole: caller % 4 === 0 });
    };
    const codes = await Promise.all(Array.from({ length: 60 }, (_, caller) => call(caller).then(() => 'ok', codeOf)));
    assert.deepEqual(
      [...new Set(codes)].filter((code) => !/^(ok|SP012|SP121|23505)$/.test(code)),
      [],
    );
    assert.ok(codes.includes('ok') && codes.some((code) => code !== 'ok'));
    const [count] = await standing<{ overlaps: number; halves: number; miscounted: number }>(
      base.owner,
      sql`select (select count(*) from access.booking b join access.booking o on o.clinician_id = b.clinician_id and o.id <> b.id and o.status = 'booked'
          and o.starts_at < b.ends_at and o.ends_at > b.starts_at where b.status = 'booked')::integer as overlaps,
        (select count(*) from access.series s where s.all_or_none and (select count(*) from access.series_place k where k.series_id = s.id and k.booking_id is not null) <> 5)::integer as halves,
        (select count(*) from access.clinician_day d where d.ordinary <> (select count(*) from access.booking b
          where b.clinician_id = d.clinician_id and b.day = d.day and b.status <> 'cancelled'))::integer as miscounted`,
    );
    assert.deepEqual({ ...count }, { overlaps: 0, halves: 0, miscounted: 0 });
  });
});
