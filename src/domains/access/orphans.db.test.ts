import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Actor } from '#platform/auth/actor.ts';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testApp } from '../../../test/support/app.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { joined, somebody } from '../../../test/support/more-people.ts';
import { signIn, type SignedIn } from '../../../test/support/signed-in.ts';
import { arrange, as, id, openSessionFor, smallWorld, standing, type World } from '../../../test/support/world.ts';
import { book, bookOverflow, cancelBooking } from './commands/book.ts';
import { acceptPlaces, stepOrphan, worklist, type PlaceAccepted } from './commands/orphan.ts';
import { makeChange, previewChange, undoChange, type ChangeWanted } from './commands/session-change.ts';
import { lostByPractice } from './queries/orphan.ts';

const now = Temporal.Now.instant();
const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
const on = (days: number, time: string): Temporal.Instant =>
  today.add({ days }).toZonedDateTime({ timeZone: 'Europe/London', plainTime: time }).toInstant();

describe('Sessions that are cut, moved or cancelled', async () => {
  const database = await testDatabase();
  const { db, owner } = database;
  const { app } = await testApp(database);
  let world: World;
  let workforce: Actor;
  let navigator: Actor;
  let desk: SignedIn;
  let made = 0;

  before(async () => {
    world = await smallWorld(database, { patients: 30 });
    workforce = await somebody(database, world, { n: 21, role: 'workforce' });
    await joined(database, world, ['shared_workforce', 'XA001', 'XA002']);
    navigator = world.actors.navigator;
    desk = await signIn(app, db, workforce);
  });

  const open = (clinician: number, startsAt: Temporal.Instant, { minutes = 60, practice = 'XA001' } = {}) =>
    openSessionFor(database, {
      ...{ n: (made += 1), clinician: world.clinicians[clinician] ?? '', startsAt, minutes, practice },
    });
  const bookAt = async (
    sessionId: string,
    startsAt: Temporal.Instant,
    of: { patient: number; requestId?: string },
  ): Promise<string> => {
    const { patient, requestId = null } = of;
    const patientId = world.patients[patient] ?? '';
    const key = `k${(made += 1)}`;
    const booked = await book(as(db, navigator), { key, patientId, sessionId, requestId, startsAt, minutes: 10 });
    assert.ok(booked.ok, JSON.stringify(booked));
    return booked.value.bookingId;
  };
  const requestFor = async (patient: number): Promise<string> => {
    const request = id(31, (made += 1));
    await arrange(owner, async (run) => {
      await run(sql`insert into access.request (id, group_id, practice_id, patient_id, channel, status, urgency, received_at, due_at, answer_by)
        values (${request}, ${world.groupId}, 'XA001', ${world.patients[patient] ?? ''}, 'telephone', 'waiting', 'within-7-days', ${now.subtract({ hours: 24 * 9 })},
          ${now.add({ hours: 90 })}, ${now.subtract({ hours: 2 })})`);
    });
    return request;
  };
  const change = async (want: ChangeWanted, who = workforce) => {
    const context = as(db, who);
    const preview = await previewChange(context, want, now);
    assert.ok(preview.ok, JSON.stringify(preview));
    const changeId = crypto.randomUUID();
    const shown = preview.value.losing.map(({ bookingId }) => bookingId);
    const done = await makeChange(context, want, { id: changeId, shown, now });
    return { preview: preview.value, changeId, done, shown };
  };
  const lost = async () => transaction(as(db, navigator), (tx) => worklist(tx, { now }));
  const accepted = async (): Promise<PlaceAccepted[]> =>
    (await lost()).open.flatMap(({ orphan, place }) =>
      place
        ? [
            {
              orphanId: orphan.id,
              key: `t-${orphan.id}`,
              sessionId: place.session.id,
              startsAt: Temporal.Instant.fromEpochMilliseconds(place.startsAt),
              minutes: place.minutes,
            },
          ]
        : [],
    );

  test('show first who loses their place, save nothing by it, and then lose exactly those', async () => {
    const session = await open(0, on(3, '09:00'));
    const request = await requestFor(0);
    const [kept, gone] = [
      await bookAt(session, on(3, '09:00'), { patient: 1 }),
      await bookAt(session, on(3, '09:40'), { patient: 0, requestId: request }),
    ];
    const want: ChangeWanted = {
      kind: 'session',
      sessionId: session,
      to: { startsAt: on(3, '09:00'), endsAt: on(3, '09:30') },
    };
    const before = await standing(owner, sql`select count(*)::integer as n from access.session_change`);
    const { preview, done } = await change(want);
    assert.deepEqual(before, [{ n: 0 }]);
    assert.deepEqual(
      preview.losing.map(({ bookingId }) => bookingId),
      [gone],
    );
    assert.equal(preview.losing[0]?.name, null, 'the workforce lead does not see patients');
    assert.deepEqual(done, { ok: true, value: { lost: 1 } });
    const rows = await standing<{ id: string; status: string }>(
      owner,
      sql`select id, status from access.booking where session_id = ${session} order by starts_at`,
    );
    assert.deepEqual(rows, [
      { id: kept, status: 'booked' },
      { id: gone, status: 'cancelled' },
    ]);
    const [asked] = await standing<{ status: string; late: boolean; due: Temporal.Instant; by: Temporal.Instant }>(
      owner,
      sql`select status, answer_by < now() as late, due_at as due, answer_by as by from access.request where id = ${request}`,
    );
    assert.ok(asked);
    assert.deepEqual([asked.status, asked.late], ['waiting', false], 'told again, as anybody is');
    assert.equal(asked.due.epochMilliseconds, now.add({ hours: 90 }).epochMilliseconds, 'its need has the time it had');
    assert.ok(Temporal.Instant.compare(asked.by, asked.due) <= 0);
    const desk = await signIn(app, db, navigator);
    const again = await desk.post(`/calls/${request}/words`, {
      words: 'a cough for two weeks',
      notes: 'Rang about it',
    });
    assert.equal(again.statusCode, 303, again.body);
    const [promise] = await standing<{ kept: boolean; notes: string }>(
      owner,
      sql`select answer_by = ${asked.by} as kept, notes from access.request where id = ${request}`,
    );
    assert.deepEqual(promise, { kept: true, notes: 'Rang about it' }, 'a further contact keeps the new promise');
    const { open: waiting } = await lost();
    assert.deepEqual(
      waiting.map(({ orphan }) => orphan.bookingId),
      [gone],
    );
  });

  test('are put elsewhere as a whole, told, and taken back; the same form twice books once', async () => {
    await open(1, on(3, '10:00'));
    const places = await accepted();
    assert.equal(places.length, 1);
    assert.deepEqual(await acceptPlaces(as(db, navigator), places), { booked: 1, refused: [] });
    assert.deepEqual(await acceptPlaces(as(db, navigator), places), { booked: 1, refused: [] });
    const [orphanId] = places.map((place) => place.orphanId);
    const { placed, open: none } = await lost();
    assert.deepEqual([placed.length, none.length], [1, 0]);
    const step = (name: 'told' | 'again' | 'settled', note = '') =>
      stepOrphan(as(db, navigator), orphanId ?? '', { step: name, note, now });
    assert.ok((await step('again')).ok);
    assert.equal((await lost()).open.length, 1);
    const second = await acceptPlaces(
      as(db, navigator),
      places.map((place) => ({ ...place, key: 'another-key' })),
    );
    assert.equal(second.booked, 1, JSON.stringify(second));
    assert.ok((await step('told')).ok);
    assert.deepEqual(await lost().then(({ placed: p, open: o }) => [p.length, o.length]), [0, 0]);
    const [days] = await standing<{ wrong: number }>(
      owner,
      sql`select count(*)::integer as wrong from access.clinician_day d
      where d.ordinary <> (select count(*) from access.booking b where b.clinician_id = d.clinician_id and b.day = d.day and b.status <> 'cancelled' and b.kind = 'ordinary')`,
    );
    assert.equal(days?.wrong, 0);
  });

  test('are refused where somebody has booked since, and change nothing then', async () => {
    const session = await open(2, on(4, '09:00'), { practice: 'XA002' });
    const want: ChangeWanted = { kind: 'session', sessionId: session, to: null };
    const preview = await previewChange(as(db, workforce), want, now);
    assert.ok(preview.ok && preview.value.losing.length === 0);
    const hub = world.actors.hubNavigator;
    const booked = await book(as(db, hub), {
      key: 'late',
      patientId: world.patients[2] ?? '',
      sessionId: session,
      requestId: null,
      startsAt: on(4, '09:00'),
      minutes: 10,
    });
    assert.ok(booked.ok);
    const done = await makeChange(as(db, workforce), want, { id: crypto.randomUUID(), shown: [], now });
    assert.deepEqual(done, { ok: false, error: { kind: 'others-lose' } });
    const [row] = await standing<{ status: string }>(
      owner,
      sql`select status from access.session where id = ${session}`,
    );
    assert.equal(row?.status, 'open');
    assert.ok((await cancelBooking(as(db, hub), booked.value.bookingId, 'test')).ok);
  });

  test('race with bookings so that no visit stands in a session that is gone', async () => {
    const session = await open(0, on(5, '09:00'), { minutes: 120 });
    const want: ChangeWanted = { kind: 'session', sessionId: session, to: null };
    const booking = async (n: number) =>
      book(as(db, navigator), {
        key: `race${n}`,
        patientId: world.patients[n] ?? '',
        sessionId: session,
        requestId: null,
        startsAt: on(5, '09:00').add({ minutes: n * 10 }),
        minutes: 10,
      });
    const cancelling = async () => {
      for (let tries = 0; tries < 60; tries += 1) {
        const preview = await previewChange(as(db, workforce), want, now);
        if (!preview.ok) return 'gone';
        const shown = preview.value.losing.map(({ bookingId }) => bookingId);
        const done = await makeChange(as(db, workforce), want, { id: crypto.randomUUID(), shown, now });
        if (done.ok) return 'done';
      }
      return 'never';
    };
    const answers = await Promise.all([cancelling(), ...Array.from({ length: 10 }, (_, n) => booking(n))]);
    assert.equal(answers[0], 'done');
    const [left] = await standing<{ booked: number; orphans: number }>(
      owner,
      sql`select
      (select count(*) from access.booking where session_id = ${session} and status <> 'cancelled')::integer as booked,
      (select count(*) from access.orphan o join access.booking b on b.id = o.booking_id where b.session_id = ${session})::integer as orphans`,
    );
    assert.equal(left?.booked, 0);
    assert.equal(left.orphans, answers.slice(1).filter((one) => typeof one === 'object' && one.ok).length);
    for (const { orphan } of (await lost()).open)
      await stepOrphan(as(db, navigator), orphan.id, { step: 'settled', note: 'test', now });
  });

  test('by an absence take every session in it, and urgent visits beyond the limit too; undoing puts all of it back', async () => {
    const clinician = world.clinicians[1] ?? '';
    const [morning, other] = [await open(1, on(6, '09:00')), await open(1, on(6, '14:00'), { practice: 'XA002' })];
    const hub = world.actors.hubNavigator;
    const first = await bookAt(morning, on(6, '09:10'), { patient: 5, requestId: await requestFor(5) });
    const second = await book(as(db, hub), {
      key: 'abs2',
      patientId: world.patients[6] ?? '',
      sessionId: other,
      requestId: null,
      startsAt: on(6, '14:00'),
      minutes: 10,
    });
    const urgent = await bookOverflow(as(db, navigator), {
      ...{
        key: 'abs3',
        requestId: null,
        patientId: world.patients[7] ?? '',
        clinicianId: clinician,
        hostPracticeId: 'XA001',
      },
      ...{ startsAt: on(6, '12:00'), minutes: 10, mode: 'telephone', reason: 'urgent', decidedBy: 'Dr 1' },
    });
    assert.ok(second.ok && urgent.ok);
    const { preview, changeId, done } = await change({
      kind: 'absence',
      clinicianId: clinician,
      away: { startsAt: on(6, '00:00'), endsAt: on(7, '00:00') },
    });
    assert.equal(preview.losing.length, 3);
    assert.deepEqual(
      preview.losing.filter((one) => one.urgent).map(({ bookingId }) => bookingId),
      [urgent.value.bookingId],
    );
    assert.deepEqual(done, { ok: true, value: { lost: 3 } });
    assert.ok((await lost()).open.some(({ orphan }) => orphan.bookingId === first));
    const counts = await transaction(as(db, workforce), (tx) => lostByPractice(tx));
    assert.deepEqual(
      counts.map(({ practiceId, without }) => [practiceId, without]),
      [['XA001', 3]],
    );
    const undone = await undoChange(as(db, workforce), changeId);
    assert.deepEqual(undone, { ok: true, value: { putBack: 3, leftOver: 0 } });
    assert.equal((await lost()).open.length, 0);
    const stand = await standing<{ n: number }>(
      owner,
      sql`select count(*)::integer as n from access.booking where clinician_id = ${clinician} and day = ${today.add({ days: 6 })} and status = 'booked'`,
    );
    assert.deepEqual(stand, [{ n: 3 }]);
    assert.deepEqual(await undoChange(as(db, workforce), changeId), { ok: true, value: { putBack: 0, leftOver: 0 } });
  });

  test('keep what of their plan stays within the new times, and have all of it back when that is undone', async () => {
    const session = await open(3, on(10, '09:00'), { minutes: 120, practice: 'XA002' });
    const part = (from: number, to: number) => ({ kind: 'pre_bookable', from, to, minutes: 20, places: 1 });
    const plan = [part(0, 40), part(40, 60), part(60, 120)];
    await arrange(owner, async (run) => {
      await run(sql`update access.session set plan = ${JSON.stringify(plan)}::jsonb where id = ${session}`);
    });
    const planNow = async () =>
      (await standing<{ plan: object[] }>(owner, sql`select plan from access.session where id = ${session}`))[0]?.plan;
    const { changeId, done } = await change({
      kind: 'session',
      sessionId: session,
      to: { startsAt: on(10, '09:30'), endsAt: on(10, '10:30') },
    });
    assert.ok(done.ok);
    // Ten minutes of the first part are left: too short for a visit of twenty.
    assert.deepEqual(await planNow(), [part(10, 30), part(30, 60)]);
    assert.ok((await undoChange(as(db, workforce), changeId)).ok);
    assert.deepEqual(await planNow(), plan);
  });

  test('that are moved onto another session of the clinician change nothing', async () => {
    await open(0, on(8, '09:00'));
    const moved = await open(0, on(8, '11:00'));
    const { done } = await change({
      kind: 'session',
      sessionId: moved,
      to: { startsAt: on(8, '09:30'), endsAt: on(8, '10:30') },
    });
    assert.deepEqual(done, { ok: false, error: { kind: 'overlap' } });
  });

  test('are not changed by whoever does not arrange that practice’s sessions', async () => {
    const session = await open(4, on(9, '09:00'), { practice: 'XA003' });
    const preview = await previewChange(as(db, workforce), { kind: 'session', sessionId: session, to: null }, now);
    assert.deepEqual(preview, { ok: false, error: { kind: 'nothing' } });
    const forced = await makeChange(
      as(db, workforce),
      { kind: 'session', sessionId: session, to: null },
      { id: crypto.randomUUID(), shown: [], now },
    );
    assert.ok(!forced.ok);
  });

  test('are shown, made and undone on pages, and worked on by navigators', async () => {
    const session = await open(0, on(10, '09:00'));
    await bookAt(session, on(10, '09:00'), { patient: 10 });
    const preview = await desk.get(`/sessions/change?what=session&session=${session}&cancel=yes`);
    assert.equal(preview.statusCode, 200, preview.body);
    assert.match(preview.body, /1 visit loses its place/);
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(preview.body)?.[1] ?? '';
    const post = await desk.post('/sessions/change', {
      what: 'session',
      session,
      cancel: 'yes',
      id: field('id'),
      shown: field('shown'),
    });
    assert.equal(post.statusCode, 303, post.body);
    const done = await desk.get(post.headers.location ?? '');
    assert.match(done.body, /1 visit waits for another place/);
    const navigators = await signIn(app, db, navigator);
    const list = await navigators.get('/lost-places');
    assert.match(list.body, /1 visit lost its place/);
    assert.match(list.body, /Given 11 Family/);
    assert.equal((await desk.get('/lost-places')).statusCode, 403);
    const operations = await signIn(app, db, world.actors.operations);
    const seen = await operations.get('/lost-places');
    assert.equal(seen.statusCode, 200);
    assert.doesNotMatch(seen.body, /Given 11/);
    const undo = await desk.post(`${post.headers.location ?? ''}/undo`);
    assert.match(undo.body, /1 visit has its place again/);
    assert.match((await navigators.get('/lost-places')).body, /Every visit has its place/);
  });
});
