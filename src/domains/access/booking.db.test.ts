import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { arrange, as, id, openSessionFor, smallWorld } from '../../../test/support/world.ts';
import { book, bookOverflow, cancelBooking, moveBooking } from './commands/book.ts';
import { takenOf } from './queries/session.ts';

const tomorrow = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 1 }).withPlainTime('08:00');
const at = (hours: number, minutes = 0, days = 0): Temporal.Instant =>
  tomorrow.add({ days, hours, minutes }).toInstant();

const base = await testDatabase();
const world = await smallWorld(base, { patients: 260 });
const session = await openSessionFor(base, {
  n: 1,
  clinician: world.clinicians[0] ?? '',
  startsAt: at(0),
  minutes: 600,
});

void describe('booking', () => {
  let n = 0;

  const want = (patient: number, startsAt: Temporal.Instant, extra: object = {}) => ({
    key: `key-${(n += 1)}`,
    requestId: null,
    patientId: world.patients[patient] ?? '',
    sessionId: session,
    startsAt,
    minutes: 10,
    ...extra,
  });
  const navigator = () => as(base.db, world.actors.navigator, 'book-visit');
  const made = async (wanted: ReturnType<typeof want>): Promise<string> => {
    const booked = await book(navigator(), wanted);
    return booked.ok ? booked.value.bookingId : assert.fail(booked.error);
  };

  void test('a free slot is booked, and the same slot is refused to anyone else', async () => {
    assert.ok((await book(navigator(), want(0, at(0)))).ok);
    assert.deepEqual(await book(navigator(), want(1, at(0))), { ok: false, error: 'slot-taken' });
  });

  void test('a patient is never in two places at once', async () => {
    const other = await openSessionFor(base, {
      n: 2,
      clinician: world.clinicians[2] ?? '',
      practice: 'XA002',
      startsAt: at(0),
      minutes: 60,
      slotMinutes: 15,
    });
    const refused = await book(navigator(), want(0, at(0), { sessionId: other, minutes: 15 }));
    assert.deepEqual(refused, { ok: false, error: 'patient-busy' });
  });

  void test('a key used twice at the same instant gives one booking', async () => {
    const one = want(2, at(1));
    const both = await Promise.all(Array.from({ length: 8 }, () => book(navigator(), one)));
    const made = both.flatMap((result) => (result.ok ? [result.value] : []));
    assert.equal(made.length, 8);
    assert.equal(new Set(made.map((booked) => booked.bookingId)).size, 1);
    assert.equal(made.filter((booked) => !booked.repeated).length, 1);
  });

  void test('a key used before for another booking is refused', async () => {
    const one = want(3, at(1, 10));
    assert.ok((await book(navigator(), one)).ok);
    assert.deepEqual(await book(navigator(), { ...one, startsAt: at(1, 20) }), { ok: false, error: 'key-reused' });
  });

  void test('only the session’s own places can be booked, and only in the future', async () => {
    assert.deepEqual(await book(navigator(), want(4, at(1, 35))), { ok: false, error: 'not-a-slot' });
    assert.deepEqual(await book(navigator(), want(4, at(9, 55))), { ok: false, error: 'not-a-slot' });
    assert.deepEqual(await book(navigator(), want(4, at(1, 40), { minutes: 15 })), { ok: false, error: 'not-a-slot' });
    const tooLong = await book(navigator(), want(4, at(4), { minutes: 250 }));
    assert.deepEqual(tooLong, { ok: false, error: 'not-a-slot' }, 'no booking is longer than four hours');
    const past = await openSessionFor(base, {
      n: 3,
      clinician: world.clinicians[1] ?? '',
      startsAt: at(0, 0, -2),
      minutes: 60,
    });
    assert.deepEqual(await book(navigator(), want(4, at(0, 0, -2), { sessionId: past })), {
      ok: false,
      error: 'too-late',
    });
  });

  void test('a longer need takes neighbouring slots and is refused where one is taken', async () => {
    assert.ok((await book(navigator(), want(5, at(2), { minutes: 20 }))).ok);
    assert.deepEqual(await book(navigator(), want(6, at(2, 10))), { ok: false, error: 'slot-taken' });
    assert.deepEqual(await book(navigator(), want(6, at(1, 50), { minutes: 20 })), { ok: false, error: 'slot-taken' });
  });

  void test('cancelling frees the slot and the place under the limit, once', async () => {
    const booked = await book(navigator(), want(7, at(3)));
    assert.ok(booked.ok);
    const before = await taken(0);
    assert.ok((await cancelBooking(navigator(), booked.value.bookingId, 'better now')).ok);
    const again = await cancelBooking(navigator(), booked.value.bookingId, 'better now');
    assert.ok(again.ok && again.value.repeated);
    assert.equal(await taken(0), before - 1);
    assert.ok((await book(navigator(), want(8, at(3)))).ok);
  });

  const taken = async (clinician: number): Promise<number> =>
    (
      await asNavigator((tx) =>
        tx.one<{ ordinary: number }>(
          sql`select ordinary from access.clinician_day where clinician_id = ${world.clinicians[clinician]} and day = ${tomorrow.toPlainDate()}`,
        ),
      )
    ).ordinary;

  void test('200 callers on one clinician’s day end with exactly the limit and no overlap', async () => {
    const crowded = await openSessionFor(base, {
      n: 4,
      clinician: world.clinicians[1] ?? '',
      startsAt: at(0, 0, 3),
      minutes: 600,
      slotMinutes: 5,
    });
    const results = await Promise.all(
      Array.from({ length: 200 }, (_, caller) =>
        book(navigator(), want(caller + 20, at(0, 5 * (caller % 110), 3), { sessionId: crowded, minutes: 5 })),
      ),
    );
    assert.equal(results.filter((result) => result.ok).length, 25);
    const reasons = new Set(results.flatMap((result) => (result.ok ? [] : [result.error])));
    assert.ok(
      [...reasons].every((reason) => reason === 'limit-reached' || reason === 'slot-taken'),
      [...reasons].join(),
    );
    const overlaps = await asNavigator((tx) =>
      tx.one<{ overlaps: number; booked: number }>(sql`
      select count(*) filter (where exists (select from access.booking o where o.clinician_id = b.clinician_id and o.id <> b.id
        and o.starts_at < b.ends_at and o.ends_at > b.starts_at)) as overlaps, count(*) as booked
      from access.booking b where b.session_id = ${crowded} and b.status = 'booked'`),
    );
    assert.deepEqual(overlaps, { overlaps: 0, booked: 25 });
  });

  const urgent = () => as(base.db, world.actors.clinician, 'book-overflow');
  const overflow = (patient: number, clinician: number, startsAt: Temporal.Instant) => ({
    ...{
      key: `overflow-${(n += 1)}`,
      requestId: null,
      hostPracticeId: 'XA001',
      mode: 'telephone',
      startsAt,
      minutes: 15,
    },
    ...{ patientId: world.patients[patient] ?? '', clinicianId: world.clinicians[clinician] ?? '' },
    ...{ reason: 'Breathless child', decidedBy: 'Dr 1' },
  });
  const kinds = (results: readonly ({ ok: true } | { ok: false; error: string | { kind: string } })[]) =>
    results.map((one) => (one.ok ? 'ok' : typeof one.error === 'string' ? one.error : one.error.kind)).toSorted();

  void test('urgent overflow is refused whose patient has another visit then, until that is cancelled, and so is a visit beside it', async () => {
    const standing = await made(want(240, at(6)));
    const beside = { beside: [at(6)] };
    assert.deepEqual(kinds([await bookOverflow(urgent(), overflow(240, 1, at(6, 5)))]), ['patient-busy']);
    assert.deepEqual(kinds([await bookOverflow(urgent(), { ...overflow(240, 0, at(6, 5)), ...beside })]), [
      'patient-busy',
    ]);
    assert.ok((await cancelBooking(navigator(), standing, 'test')).ok);
    assert.ok((await bookOverflow(urgent(), overflow(240, 1, at(6, 5)))).ok);
    assert.deepEqual(kinds([await book(navigator(), want(240, at(6, 10)))]), ['patient-busy']);
    assert.ok((await bookOverflow(urgent(), overflow(240, 1, at(6, 20)))).ok, 'right after it is another time');
  });

  void test('of two who want one patient at one time, urgent or not, one is booked and the other is refused', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [patient, time] = [241 + round, at(7, round * 20)];
      const both = await Promise.all([
        bookOverflow(urgent(), overflow(patient, 1, time)),
        bookOverflow(urgent(), overflow(patient, 2, time.add({ minutes: 5 }))),
      ]);
      assert.deepEqual(kinds(both), ['ok', 'patient-busy']);
      const mixed = await Promise.all([
        bookOverflow(urgent(), overflow(patient + 5, 3, time)),
        book(navigator(), want(patient + 5, time)),
      ]);
      assert.deepEqual(kinds(mixed), ['ok', 'patient-busy']);
    }
  });

  void test('urgent overflow beside a visit of the clinician is asked about with its time, and kept as it was said', async () => {
    await made(want(251, at(8, 50)));
    const wanted = overflow(252, 0, at(8, 55));
    const asked = await bookOverflow(urgent(), wanted);
    assert.ok(!asked.ok && asked.error.kind === 'clinician-busy');
    assert.equal(asked.error.beside?.join(), at(8, 50).toString());
    const another = await bookOverflow(urgent(), { ...wanted, beside: [at(8, 40)] });
    assert.deepEqual(kinds([another]), ['clinician-busy'], 'a yes to another visit is none to this one');
    const booked = await bookOverflow(urgent(), { ...wanted, beside: [at(8, 50)] });
    assert.ok(booked.ok);
    const kept = await asNavigator((tx) =>
      tx.one<{ beside: string }>(
        sql`select array_to_string(beside, ',') as beside from access.booking where id = ${booked.value.bookingId}`,
      ),
    );
    assert.ok(Temporal.Instant.from(kept.beside).equals(at(8, 50)));
    const third = await bookOverflow(urgent(), overflow(255, 0, at(8, 58)));
    assert.ok(
      !third.ok && third.error.kind === 'clinician-busy',
      'urgent overflow over urgent overflow is asked about',
    );
    assert.equal(third.error.beside?.join(), [at(8, 50), at(8, 55)].join(), 'with every visit then, urgent or not');
    const partly = await bookOverflow(urgent(), { ...overflow(255, 0, at(8, 58)), beside: [at(8, 50)] });
    assert.deepEqual(kinds([partly]), ['clinician-busy']);
    assert.ok((await bookOverflow(urgent(), { ...overflow(255, 0, at(8, 58)), beside: [at(8, 50), at(8, 55)] })).ok);
    const free = await Promise.all([
      bookOverflow(urgent(), overflow(253, 0, at(9, 15))),
      book(navigator(), want(254, at(9, 20))),
    ]);
    assert.equal(kinds([...free]).filter((kind) => kind === 'ok').length, 1, 'whoever came second is refused or asked');
  });

  void test('where urgent overflow stands, nobody else is offered or booked the clinician, until it is cancelled', async () => {
    const booked = await bookOverflow(urgent(), overflow(256, 0, at(7, 25)));
    assert.ok(booked.ok);
    const isTaken = async () => (await asNavigator((tx) => takenOf(tx, session))).some(({ from }) => from === 445);
    assert.ok(await isTaken());
    for (const minute of [20, 30])
      assert.deepEqual(await book(navigator(), want(257, at(7, minute))), { ok: false, error: 'slot-taken' });
    assert.ok((await book(navigator(), want(258, at(7, 40)))).ok, 'right after it is another time');
    await cancelBooking(navigator(), booked.value.bookingId, 'Better by now');
    assert.ok(!(await isTaken()));
    assert.ok((await book(navigator(), want(257, at(7, 30)))).ok);
  });

  void test('a key whose booking was undone books nothing, and says so', async () => {
    const wanted = want(259, at(7, 0));
    await cancelBooking(navigator(), await made(wanted), 'Pressed by mistake');
    assert.deepEqual(await book(navigator(), wanted), { ok: false, error: 'gone-already' });
  });

  const asNavigator = <T>(work: Parameters<typeof transaction<T>>[1]): Promise<T> => transaction(navigator(), work);

  void test('urgent overflow is never refused, counted apart, and carries its reason and name', async () => {
    assert.ok((await bookOverflow(urgent(), overflow(9, 1, at(11, 0, 3)))).ok);
    const day = await asNavigator((tx) =>
      tx.one<object>(
        sql`select ordinary, overflow from access.clinician_day where clinician_id = ${world.clinicians[1]} and day = ${tomorrow.add({ days: 3 }).toPlainDate()}`,
      ),
    );
    assert.deepEqual(day, { ordinary: 25, overflow: 1 });
  });

  void test('a limit that comes down by steps holds from its London day on', async () => {
    const day = tomorrow.add({ days: 10 }).toPlainDate();
    await arrange(base.owner, async (run) => {
      await run(sql`insert into workforce.daily_limit values (${id(7, 2)}, ${world.groupId}, null, ${day}, 2, 'test')`);
    });
    const later = await openSessionFor(base, {
      n: 5,
      clinician: world.clinicians[0] ?? '',
      startsAt: at(0, 0, 10),
      minutes: 100,
    });
    const results = [];
    for (let slot = 0; slot < 3; slot += 1)
      results.push(await book(navigator(), want(slot + 230, at(0, slot * 10, 10), { sessionId: later })));
    assert.deepEqual(
      results.map((result) => (result.ok ? 'booked' : result.error)),
      ['booked', 'booked', 'limit-reached'],
    );
  });

  void test('a booking is moved whole: the old place is free, the new one taken, the request stays booked', async () => {
    const [requestId, bookingId, other] = [id(8, 900), await made(want(210, at(5))), await made(want(211, at(5, 20)))];
    await arrange(base.owner, async (run) => {
      await run(sql`insert into access.request (id, group_id, practice_id, patient_id, channel, status, outcome)
        select ${requestId}, b.group_id, b.practice_id, b.patient_id, 'telephone', 'booked', 'booked' from access.booking b where b.id = ${bookingId}`);
      await run(sql`update access.booking set request_id = ${requestId} where id = ${bookingId}`);
    });
    const to = (startsAt: Temporal.Instant, key = `move-${(n += 1)}`) => ({
      ...{ key, bookingId, sessionId: session, startsAt, minutes: 10 },
    });
    const standing = () =>
      asNavigator((tx) =>
        tx.rows<{ id: string; at: string; status: string }>(
          sql`select b.id, b.starts_at::text as at, r.status from access.booking b join access.request r on r.id = b.request_id
            where b.request_id = ${requestId} and b.status = 'booked'`,
        ),
      );
    const before = await standing();
    assert.deepEqual(await moveBooking(navigator(), to(at(5, 20))), { ok: false, error: 'slot-taken' });
    assert.deepEqual(await moveBooking(navigator(), to(at(5, 25))), { ok: false, error: 'not-a-slot' });
    assert.deepEqual(await standing(), before, 'what refuses the new place leaves the old booking as it stood');
    const moved = await Promise.all([
      moveBooking(navigator(), to(at(5, 30), 'm-1')),
      moveBooking(navigator(), to(at(5, 30), 'm-1')),
    ]);
    assert.deepEqual(moved.map((one) => one.ok && one.value.repeated).toSorted(), [false, true]);
    const [after, ...more] = await standing();
    assert.deepEqual([after?.status, more], ['booked', []]);
    assert.notEqual(after?.id, bookingId);
    assert.deepEqual(await moveBooking(navigator(), to(at(5, 40))), { ok: false, error: 'gone-already' });
    assert.ok((await book(navigator(), want(212, at(5)))).ok, 'the old place is free');
    assert.deepEqual(await cancelBooking(navigator(), other, 'test').then(({ ok }) => ok), true);
  });

  void test('two who want to change places with each other at once are both answered, and no count is lost', async () => {
    const [one, two] = [world.clinicians[0] ?? '', world.clinicians[1] ?? ''];
    const sessions = await Promise.all(
      [one, two].map((clinician, place) =>
        openSessionFor(base, { n: 70 + place, clinician, startsAt: at(0, 0, 6 + place), minutes: 600 }),
      ),
    );
    const [first = '', second = ''] = sessions;
    for (let round = 0; round < 5; round += 1) {
      const slot = round * 20;
      const a = await made(want(213, at(0, slot, 6), { sessionId: first }));
      const b = await made(want(214, at(0, slot, 7), { sessionId: second }));
      const move = (bookingId: string, sessionId: string, day: number) =>
        moveBooking(navigator(), {
          key: `x-${(n += 1)}`,
          bookingId,
          sessionId,
          startsAt: at(0, slot + 10, day),
          minutes: 10,
        });
      const both = await Promise.all([move(a, second, 7), move(b, first, 6)]);
      assert.deepEqual(
        both.map(({ ok }) => ok),
        [true, true],
      );
    }
    const wrong = await asNavigator((tx) =>
      tx.rows(sql`select d.* from access.clinician_day d where d.ordinary <> (select count(*) from access.booking b
        where b.clinician_id = d.clinician_id and b.day = d.day and b.status <> 'cancelled' and b.kind = 'ordinary')`),
    );
    assert.deepEqual(wrong, []);
  });

  void test('a patient of a practice that has not joined, and a session that is not shared, are not there', async () => {
    assert.deepEqual(await book(navigator(), want(0, at(4), { patientId: world.patientOfC })), {
      ok: false,
      error: 'not-there',
    });
    const ofC = await openSessionFor(base, {
      n: 6,
      clinician: world.clinicians[4] ?? '',
      practice: 'XA003',
      startsAt: at(0),
      minutes: 60,
    });
    assert.deepEqual(await book(navigator(), want(10, at(0), { sessionId: ofC })), { ok: false, error: 'not-there' });
    assert.deepEqual(await book(as(base.db, world.actors.finance), want(10, at(5))), { ok: false, error: 'not-there' });
  });

  void test('nobody writes a booking past its function', async () => {
    await assert.rejects(
      asNavigator((tx) => tx.rows(sql`update access.booking set status = 'attended'`)),
      { code: '42501' },
    );
    await assert.rejects(
      asNavigator((tx) => tx.rows(sql`delete from access.booking`)),
      { code: '42501' },
    );
  });

  void test('a booking lies in an open session of its clinician, whoever writes it, and no session is deleted', async () => {
    const [clinician, other] = world.clinicians;
    const write = (by: string, startsAt: Temporal.Instant, inSession: string): Promise<void> =>
      arrange(base.owner, async (run) => {
        await run(sql`insert into access.booking (id, group_id, practice_id, host_practice_id, session_id, clinician_id, patient_id, kind, mode,
            day, starts_at, ends_at, idempotency_key)
          select gen_random_uuid(), s.group_id, s.practice_id, s.practice_id, ${inSession}, ${by}, ${world.patients[200]}, 'ordinary', s.mode,
            access.london_day(${startsAt}), ${startsAt}, ${startsAt.add({ minutes: 10 })}, gen_random_uuid()::text
          from access.session s where s.id = ${session}`);
      });
    const outside = { code: 'SP010' };
    await assert.rejects(write(clinician ?? '', at(9, 30), id(9, 99)), outside, 'a session that is not there');
    await assert.rejects(write(other ?? '', at(9, 30), session), outside, 'another clinician’s session');
    await assert.rejects(write(clinician ?? '', at(12), session), outside, 'after the session’s end');
    await assert.rejects(
      arrange(base.owner, async (run) => {
        await run(sql`delete from access.session where id = ${session}`);
      }),
      { code: '23001' },
    );
    await write(clinician ?? '', at(9, 30), session);
  });

  void test('each booking leaves who, role, practice and action in the audit', async () => {
    let rows: unknown;
    await arrange(base.owner, async (run) => {
      ({ rows } = (await run(
        sql`select action, role, practice_id from audit.event where subject = 'access.booking insert' order by id limit 1`,
      )) as { rows: unknown });
    });
    assert.deepEqual(rows, [{ action: 'book-visit', role: 'navigator', practice_id: 'XA001' }]);
  });
});
