import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Actor } from '#platform/auth/actor.ts';
import { england, isWorkingDay } from '#kernel/working-day.ts';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { somebody } from '../../../test/support/more-people.ts';
import { arrange, as, id, openSessionFor, smallWorld, standing, type World } from '../../../test/support/world.ts';
import { book } from './commands/book.ts';
import { answerRemedy, askRemedy, carryOut } from './commands/remedy.ts';
import { risksNow } from './commands/remedy-risks.ts';
import { askById } from './queries/remedy.ts';
import type { Ask, Risk } from './remedy/remedy.ts';

const now = Temporal.Now.instant();
const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
let workday = today.add({ days: 1 });
while (!isWorkingDay(england, workday)) workday = workday.add({ days: 1 });
const on = (time: string): Temporal.Instant =>
  workday.toZonedDateTime({ timeZone: 'Europe/London', plainTime: time }).toInstant();

describe('A remedy', async () => {
  const database = await testDatabase();
  const { db, owner } = database;
  let world: World;
  let operations: Actor;
  let manager: Actor;
  let made = 0;

  before(async () => {
    world = await smallWorld(database, { patients: 12 });
    operations = world.actors.operations;
    manager = await somebody(database, world, { n: 31, role: 'practice_manager', practiceId: 'XA001' });
    // Somebody is on duty throughout, but where a test says otherwise.
    await arrange(owner, async (run) => {
      await run(sql`insert into access.duty (id, group_id, level, clinician_id, starts_at, ends_at)
        values (${id(9, 1)}, ${world.groupId}, 'group', ${world.clinicians[0] ?? ''}, ${now.subtract({ hours: 24 })}, ${now.add({ hours: 24 * 10 })})`);
    });
  });

  /** A session of the next working day of four places, two of them under embargo until the day itself. */
  const keeps = async (clinician: number, { from = '14:00', kind = 'ordinary' } = {}): Promise<string> => {
    const startsAt = on(from);
    const session = await openSessionFor(database, {
      ...{ n: (made += 1), clinician: world.clinicians[clinician] ?? '', startsAt, minutes: 60, slotMinutes: 15 },
    });
    const opensAt = on('08:00').toString();
    const plan = [
      { kind: 'blocked', from: 0, to: 30, minutes: 15, places: 1 },
      { kind: 'pre_bookable', from: 30, to: 60, minutes: 15, places: 1, opensAt },
    ];
    await arrange(owner, async (run) => {
      await run(
        sql`update access.session set plan = ${JSON.stringify(plan)}::jsonb, kind = ${kind} where id = ${session}`,
      );
    });
    return session;
  };
  /** A request past its time; with every question answered, unless it is not navigated. */
  const waits = async (patient: number, { navigated = true } = {}): Promise<string> => {
    const request = id(31, (made += 1));
    await arrange(owner, async (run) => {
      await run(sql`insert into access.request (id, group_id, practice_id, patient_id, channel, status, words, urgency, received_at, due_at, answer_by, warn_at, answers)
        values (${request}, ${world.groupId}, 'XA001', ${navigated ? world.patients[patient] : null}, 'telephone', 'waiting', 'I would like to talk something over', 'within-7-days',
          ${now.subtract({ hours: 50 })}, ${now.add({ hours: 90 })}, ${now.subtract({ hours: 2 })}, ${now.subtract({ hours: 3 })},
          (select jsonb_object_agg(q ->> 'id', jsonb_build_object('said', 'no', 'at', ${now.toString()}::text)) from access.protocol p, jsonb_array_elements(p.content -> 'questions') q where p.group_id is null))`);
    });
    return request;
  };
  const clear = () =>
    arrange(owner, async (run) => {
      await run(sql`update access.request set status = 'ended', outcome = 'not-needed', ended_at = now()`);
      await run(sql`update access.session set status = 'cancelled'`);
      await run(sql`delete from access.remedy_ask`);
    });
  const risk = async (kind: string): Promise<Risk | undefined> =>
    (await risksNow(as(db, operations), now)).risks.find(({ what }) => what.kind === kind);
  const asked = async (found: Risk | undefined): Promise<string> => {
    assert.ok(found);
    const done = await askRemedy(as(db, operations), { kind: found.what.kind, subject: found.subject }, now);
    assert.ok(done.ok, JSON.stringify(done));
    return done.value;
  };
  const answer = (
    ask: string,
    change: Partial<{ state: 'agreed' | 'declined'; note: string; phone: string }>,
    who = manager,
  ) => answerRemedy(as(db, who), ask, { state: 'agreed', note: '', phone: '', now, ...change });
  const found = async (ask: string): Promise<Ask | undefined> =>
    transaction(as(db, operations), (tx) => askById(tx, ask));
  const openNow = async (session: string): Promise<number> => {
    const [row] = await standing<{ n: number }>(
      owner,
      sql`select count(*)::integer as n from access.session s cross join access.plan_parts(s.plan) p where s.id = ${session} and p."opensAt" is null and p.kind = 'pre_bookable'`,
    );
    return row?.n ?? 0;
  };

  test('is counted from requests whose need is decided, against places that are there, each once', async () => {
    await keeps(1);
    for (const patient of [0, 1, 2]) await waits(patient);
    await waits(3, { navigated: false });
    const { risks, pressed } = await risksNow(as(db, operations), now);
    assert.deepEqual(pressed, { all: 4, decided: 3, otherwise: 0, notNavigated: 1 });
    const [places] = risks.filter(({ what }) => what.kind === 'places');
    assert.equal(places?.promised, 2, 'three ask, two places');
    assert.deepEqual(places.consent, { practiceId: 'XA001', name: 'Practice 1' });
  });

  test('that needs consent changes nothing before the practice’s own manager agrees, and then once', async () => {
    const [session] = await standing<{ id: string }>(owner, sql`select id from access.session where status = 'open'`);
    const ask = await asked(await risk('places'));
    assert.equal(await asked(await risk('places')), ask, 'asked twice is one ask');
    await carryOut(as(db, operations), ask, now);
    assert.equal(await openNow(session?.id ?? ''), 0);
    const other = await somebody(database, world, { n: 32, role: 'practice_manager', practiceId: 'XA002' });
    assert.deepEqual(await answer(ask, {}, other), { ok: false, error: 'not-there' });
    assert.deepEqual(await answer(ask, { state: 'declined' }), { ok: false, error: 'reason' });
    const agreed = await answer(ask, {});
    assert.ok(agreed.ok);
    assert.deepEqual([agreed.value.state, agreed.value.achieved], ['done', 2]);
    assert.equal(await openNow(session?.id ?? ''), 1);
    assert.deepEqual(await answer(ask, {}), { ok: false, error: 'not-there' });
    await carryOut(as(db, operations), ask, now);
    assert.equal((await found(ask))?.achieved, 2);
    assert.equal(await risk('places'), undefined, 'nothing is kept back any more');
  });

  test('declined stands with its reason, and nothing was changed', async () => {
    await clear();
    const session = await keeps(1);
    await waits(4);
    const ask = await asked(await risk('places'));
    const declined = await answer(ask, { state: 'declined', note: 'Kept for the diabetes clinic' });
    assert.ok(declined.ok);
    assert.deepEqual([declined.value.state, declined.value.note], ['declined', 'Kept for the diabetes clinic']);
    assert.equal(await openNow(session), 0);
    assert.equal(await risk('places'), undefined, 'who declined today is not counted on again');
  });

  test('whose ground is gone says so and does nothing', async () => {
    await clear();
    const session = await keeps(1, { from: '15:00' });
    await waits(5);
    const ask = await asked(await risk('places'));
    await arrange(owner, async (run) => {
      await run(sql`update access.session set plan = plan #- '{1,opensAt}' where id = ${session}`);
    });
    for (const [n, time] of ['15:30', '15:45'].entries()) {
      const booked = await book(as(db, world.actors.navigator), {
        ...{ key: `gone${n}`, patientId: world.patients[6 + n] ?? '', sessionId: session, requestId: null },
        ...{ startsAt: on(time), minutes: 15 },
      });
      assert.ok(booked.ok, JSON.stringify(booked));
    }
    const agreed = await answer(ask, {});
    assert.ok(agreed.ok);
    assert.deepEqual([agreed.value.state, agreed.value.achieved], ['gone', 0]);
    assert.deepEqual(await askRemedy(as(db, operations), { kind: 'places', subject: 'practice XA001' }, now), {
      ok: false,
      error: 'gone',
    });
  });

  test('of a hub’s own sessions is operations’ to do where the group’s rule says so, and only then', async () => {
    await clear();
    const session = await keeps(0, { kind: 'hub', from: '16:00' });
    await waits(8);
    assert.equal((await risk('places'))?.consent?.practiceId, 'XA001');
    await owner.rows(sql`insert into access.remedy_rule values (${world.groupId}, '2020-01-01', true, 'test')`);
    const own = await risk('places');
    assert.equal(own?.consent, null);
    const ask = await found(await asked(own));
    assert.deepEqual([ask?.state, ask?.achieved, ask?.answeredBy], ['done', 2, 'Person 5']);
    assert.equal(await openNow(session), 1);
  });

  test('for hours without anybody on duty asks who works then, and puts them on when their manager agrees', async () => {
    await clear();
    await arrange(owner, async (run) => {
      await run(sql`delete from access.duty`);
      await run(sql`insert into access.duty (id, group_id, level, duty_practice_id, clinician_id, starts_at, ends_at)
        select gen_random_uuid(), ${world.groupId}, 'practice', p, ${world.clinicians[4] ?? ''}, ${now.subtract({ hours: 24 })}, ${now.add({ hours: 24 * 10 })}
        from unnest(array['XA002', 'XA003']) p`);
      await run(sql`insert into access.duty (id, group_id, level, duty_practice_id, clinician_id, starts_at, ends_at)
        values (${id(9, 2)}, ${world.groupId}, 'practice', 'XA001', ${world.clinicians[4] ?? ''}, ${now.subtract({ hours: 24 })}, ${on('14:00')})`);
    });
    await openSessionFor(database, {
      ...{ n: (made += 1), clinician: world.clinicians[0] ?? '', startsAt: on('13:00'), minutes: 240, slotMinutes: 15 },
    });
    const gap = await risk('duty');
    assert.ok(gap?.what.kind === 'duty' && gap.what.taker);
    assert.deepEqual([gap.what.taker.name, gap.what.taker.near, gap.affected], ['Dr 1', 'own', null]);
    assert.equal(gap.what.taker.from, on('14:00').toString());
    assert.equal(gap.what.taker.to, on('17:00').toString());
    const ask = await asked(gap);
    assert.deepEqual(await answer(ask, {}), { ok: false, error: 'phone' });
    const agreed = await answer(ask, { phone: '01632 960117' });
    assert.ok(agreed.ok);
    assert.deepEqual([agreed.value.state, agreed.value.achieved], ['done', 1]);
    const duty = await standing(
      owner,
      sql`select d.phone, d.starts_at from access.duty d where d.duty_practice_id = 'XA001' and d.clinician_id = ${world.clinicians[0] ?? ''}`,
    );
    assert.deepEqual(duty, [{ phone: '+441632960117', starts_at: on('14:00') }]);
    const rest = await risk('duty');
    assert.ok(rest?.what.kind === 'duty');
    assert.equal(rest.what.from, on('17:00').toString(), 'what they do not work stays open');
  });

  test('gives visits that lost their place another by one press, and once', async () => {
    await clear();
    const startsAt = on('09:00');
    const session = await openSessionFor(database, {
      ...{ n: (made += 1), clinician: world.clinicians[1] ?? '', startsAt, minutes: 60, slotMinutes: 15 },
    });
    const booked = await book(as(db, world.actors.navigator), {
      ...{
        key: 'lost-1',
        patientId: world.patients[9] ?? '',
        sessionId: session,
        requestId: null,
        startsAt,
        minutes: 15,
      },
    });
    assert.ok(booked.ok);
    const { bookingId } = booked.value;
    await openSessionFor(database, {
      ...{ n: (made += 1), clinician: world.clinicians[0] ?? '', startsAt: on('09:00'), minutes: 60, slotMinutes: 15 },
    });
    await arrange(owner, async (run) => {
      await run(
        sql`update access.booking set status = 'cancelled', cancelled_at = now(), cancel_reason = 'away' where id = ${bookingId}`,
      );
      await run(sql`update access.session set status = 'cancelled' where id = ${session}`);
      await run(sql`insert into access.orphan (id, group_id, practice_id, host_practice_id, booking_id, change_id, patient_id, why)
        values (${id(33, 1)}, ${world.groupId}, 'XA001', 'XA001', ${bookingId}, gen_random_uuid(), ${world.patients[9] ?? ''}, 'absence')`);
    });
    const lost = await risk('lost');
    assert.deepEqual([lost?.affected, lost?.promised, lost?.consent], [1, 1, null]);
    const ask = await asked(lost);
    await carryOut(as(db, operations), ask, now);
    const done = await found(ask);
    assert.deepEqual([done?.state, done?.achieved], ['done', 1]);
    assert.equal(await risk('lost'), undefined);
    const visits = await standing(
      owner,
      sql`select b.status, o.state from access.booking b join access.orphan o on o.new_booking_id = b.id`,
    );
    assert.deepEqual(visits, [{ status: 'booked', state: 'placed' }], 'their patient is still to be told');
  });

  test('is held to consent by the database, whatever the program says', async () => {
    const plant = (who: Actor, change: ReturnType<typeof sql>) => transaction(as(db, who), (tx) => tx.rows(change));
    const insert = (state: string, consent: string | null, kind = 'places') => sql`
      insert into access.remedy_ask (id, group_id, kind, subject, what, consent_practice_id, state, answered_at)
      values (gen_random_uuid(), ${world.groupId}, ${kind}, 'planted', '{}', ${consent}, ${state}, ${state === 'asked' ? null : now})`;
    await assert.rejects(plant(operations, insert('agreed', 'XA001')), /asked for before|SP095/);
    await assert.rejects(plant(operations, insert('agreed', null)), /needs a practice/);
    await assert.rejects(plant(world.actors.navigator, insert('asked', 'XA001')), /row-level security/);
    await plant(operations, insert('asked', 'XA001'));
    const agree = sql`update access.remedy_ask set state = 'agreed', answered_at = now() where subject = 'planted' returning id`;
    await assert.rejects(plant(operations, agree), /not theirs/);
    assert.equal((await plant(world.actors.navigator, agree)).length, 0);
    await assert.rejects(
      plant(
        manager,
        sql`update access.remedy_ask set state = 'agreed', answered_at = now(), affected = 9 where subject = 'planted'`,
      ),
      /does not change/,
    );
    await plant(
      manager,
      sql`update access.remedy_ask set state = 'declined', note = 'no', answered_at = now() where subject = 'planted'`,
    );
  });
});
