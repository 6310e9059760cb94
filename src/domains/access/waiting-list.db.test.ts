import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testApp } from '../../../test/support/app.ts';
import { callAbout, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { arrange, as, id, openSessionFor, smallWorld, standing } from '../../../test/support/world.ts';
import { book, cancelBooking } from './commands/book.ts';
import { takeLevels } from './commands/levels.ts';
import { offerFreed } from './commands/offer-freed.ts';
import { insertOnList } from './store/waiting-list.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 12 });
const { app } = await testApp(base);
const { navigator, navigatorOfC, operations } = world.actors;
const desk = await signIn(app, base.db, navigator);
const { groupId } = world;
const now = (): Temporal.Instant => Temporal.Now.instant();
// A working hour of a day to come, whatever day the tests run on.
const begins = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 3 }).withPlainTime('09:00').toInstant();
const session = await openSessionFor(base, {
  n: 1,
  clinician: world.clinicians[0] ?? '',
  startsAt: begins,
  minutes: 30,
  slotMinutes: 15,
});
await arrange(base.owner, async (run) => {
  await run(sql`insert into access.fullness_policy (id, group_id, version, valid_from, steps, promise_days, offer_minutes, source, proposed_by, decision,
      decided_by, decided_at)
    values (${id(30, 1)}, ${groupId}, 1, '2020-01-01', array['next_practice', 'hub', 'group', 'waiting_list', 'signpost'], 10, 60, 'test',
      ${operations.personId}, 'approved', ${world.actors.finance.personId}, now())`);
});
const bookInto = async (n: number, minute: number): Promise<string> => {
  const booked = await book(as(base.db, navigator), {
    key: `fill-${n}-${minute}`,
    requestId: null,
    patientId: world.patients[n] ?? '',
    sessionId: session,
    startsAt: begins.add({ minutes: minute }),
    minutes: 15,
  });
  assert.ok(booked.ok, JSON.stringify(booked));
  return booked.value.bookingId;
};
let fill = [await bookInto(10, 0), await bookInto(11, 15)];
const freed = (): Promise<{ payload: { why: string } }[]> =>
  base.owner
    .rows(sql`select p.payload from graphile_worker._private_jobs p join graphile_worker._private_tasks t on t.id = p.task_id
    where t.identifier = 'access.place-freed' order by p.id`);
const requestOf = (call: string): string => call.slice('/calls/'.length);
const offers = (): Promise<
  { request_id: string; state: string; passed_over: { why: string }[]; closing_reason: string }[]
> =>
  standing(
    base.owner,
    sql`select f.request_id, f.state, f.passed_over, f.closing_reason from access.waiting_offer f order by f.made_at, f.starts_at`,
  );

/** Somebody put on the list as a navigator does it, who asked so many minutes ago. */
async function listed(n: number, minutesAgo: number): Promise<string> {
  const call = await callAbout(desk, world.patients[n], { words: 'sick note for work' });
  await arrange(base.owner, async (run) => {
    await run(
      sql`update access.request set received_at = now() - make_interval(mins => ${minutesAgo}) where id = ${requestOf(call)}`,
    );
  });
  const put = await desk.post(`${call}/waiting-list`, {});
  assert.equal(put.headers.location, '/waiting', put.body);
  return requestOf(call);
}

describe('Somebody who can wait and finds no place', () => {
  let [first, second, third] = ['', '', ''];

  test('is put on the list by the policy’s next step, with a promised date and what was not met', async () => {
    const call = await callAbout(desk, world.patients[0], { words: 'sick note for work' });
    assert.match(
      await page(desk, `${call}/none`),
      /next step[\s\S]*The waiting list, with a promised date[\s\S]*Policy|Policy version 1/,
    );
    third = await listed(1, 10);
    first = await listed(2, 90);
    second = await listed(3, 40);
    const list = await page(desk, '/waiting');
    assert.match(
      list,
      /3 people wait for a place[\s\S]*Given 3[\s\S]*Given 4[\s\S]*Given 2/,
      'whoever asked first stands first',
    );
    assert.deepEqual(
      await standing(
        base.owner,
        sql`select s.advised, s.taken, r.unmet_reason, r.status::text from access.fullness_step s join access.request r on r.id = s.request_id limit 1`,
      ),
      [{ advised: 'waiting_list', taken: 'waiting_list', unmet_reason: 'No place in time', status: 'waiting' }],
    );
  });

  test('is offered a place that frees by a job added as it is freed, first in order first', async () => {
    assert.deepEqual(await freed(), []);
    assert.ok((await cancelBooking(as(base.db, navigator), fill[0] ?? '', 'test')).ok);
    assert.deepEqual(
      (await freed()).map(({ payload }) => payload),
      [{ groupId, sessionId: session, why: 'cancelled' }],
    );
    assert.equal(await offerFreed(base.db, { groupId, sessionId: session, why: 'cancelled' }, now()), 1);
    assert.deepEqual(
      (await offers()).map(({ request_id: to, state }) => [to, state]),
      [[first, 'open']],
    );
    assert.match(
      await page(desk, '/waiting'),
      /Offer waiting: ring them[\s\S]*Not held: somebody else may book it first/,
    );
    assert.match(await page(desk, '/calls'), /a place to offer/);
  });

  test('two places freed at once go to two people, each once', async () => {
    fill = [await bookInto(9, 0), fill[1] ?? ''];
    await offerFreed(base.db, { groupId, why: 'looked-through' }, now());
    assert.deepEqual(
      (await offers()).map(({ state }) => state),
      ['gone'],
      'somebody else was booked into it',
    );
    const freedBoth = fill.map((booking) => cancelBooking(as(base.db, navigator), booking, 'test'));
    assert.ok((await Promise.all(freedBoth)).every(({ ok }) => ok));
    const made = await Promise.all(
      [0, 1].map(() => offerFreed(base.db, { groupId, sessionId: session, why: 'cancelled' }, now())),
    );
    assert.equal((made[0] ?? 0) + (made[1] ?? 0), 2);
    const open = (await offers()).filter(({ state }) => state === 'open');
    assert.deepEqual(open.map(({ request_id: to }) => to).sort(), [first, second].sort());
  });

  test('passes an offer on with a reason, keeps the place in line, and the next is offered it', async () => {
    const [offer] = await standing<{ id: string }>(
      base.owner,
      sql`select f.id from access.waiting_offer f where f.request_id = ${first} and f.state = 'open'`,
    );
    assert.equal((await desk.post(`/waiting/offers/${offer?.id ?? ''}/pass`, { reason: ' ' })).statusCode, 422);
    const before = (await freed()).length;
    assert.equal(
      (await desk.post(`/waiting/offers/${offer?.id ?? ''}/pass`, { reason: 'Cannot come then' })).statusCode,
      303,
    );
    assert.equal((await freed()).length, before + 1);
    await offerFreed(base.db, { groupId, sessionId: session, why: 'passed-on' }, now());
    const [last] = (await offers()).filter(({ state, request_id: to }) => state === 'open' && to === third);
    assert.deepEqual(last?.passed_over, [{ requestId: first, why: 'declined' }], 'nobody is passed over silently');
    assert.match(await page(desk, '/waiting'), /Places went past them: was offered it and did not take it \(1\)/);
  });

  test('lapses when nobody rings in time, and is offered again', async () => {
    await arrange(base.owner, async (run) => {
      await run(sql`update access.waiting_offer set until = now() - interval '1 minute' where state = 'open'`);
    });
    await offerFreed(base.db, { groupId, why: 'looked-through' }, now());
    const all = await offers();
    assert.equal(
      all.filter(({ state, closing_reason: why }) => state === 'lapsed' && why === 'Nobody rang them in time').length,
      2,
    );
    assert.equal(all.filter(({ state }) => state === 'open').length, 2);
  });

  test('leaves the list when they are booked', async () => {
    const booked = await book(as(base.db, navigator), {
      key: 'from-list',
      requestId: second,
      patientId: world.patients[3] ?? '',
      sessionId: session,
      startsAt: begins,
      minutes: 15,
    });
    assert.ok(booked.ok, JSON.stringify(booked));
    await offerFreed(base.db, { groupId, why: 'looked-through' }, now());
    assert.deepEqual(
      await standing(base.owner, sql`select left_why from access.waiting_place where request_id = ${second}`),
      [{ left_why: 'booked' }],
    );
    assert.doesNotMatch(await page(desk, '/waiting'), /Given 4/);
  });
});

describe('The policy', () => {
  test('never puts off urgent need: not on the page, not in the database', async () => {
    const call = await callAbout(desk, world.patients[4], { words: 'sick note for work' });
    await arrange(base.owner, async (run) => {
      await run(sql`update access.request set urgency = 'same-day', status = 'waiting' where id = ${requestOf(call)}`);
    });
    const put = await desk.post(`${call}/waiting-list`, { because: 'full' });
    assert.equal(put.statusCode, 422);
    assert.match(put.body, /Urgent need is never put off/);
    await assert.rejects(
      transaction(as(base.db, navigator), (tx) =>
        insertOnList(tx, {
          id: id(31, 1),
          groupId,
          practiceId: 'XA001',
          requestId: requestOf(call),
          policyId: null,
          promisedBy: begins,
          by: null,
        }),
      ),
      { code: 'SP063' },
    );
    const sent = await desk.post(`${call}/end`, { outcome: 'other-service', because: 'full' });
    assert.match(sent.body, /Urgent need is never put off/);
  });

  test('asks why where another service is chosen before its next step, and records both', async () => {
    const call = await callAbout(desk, world.patients[5], { words: 'sick note for work' });
    await bookInto(6, 15);
    const silent = await desk.post(`${call}/end`, { outcome: 'other-service' });
    assert.equal(silent.statusCode, 422, silent.body);
    assert.match(silent.body, /Say why the policy’s next step will not do/);
    await desk.post(`${call}/end`, { outcome: 'other-service', because: 'Their employer has its own doctor' });
    assert.deepEqual(
      await standing(
        base.owner,
        sql`select s.advised, s.taken, s.reason from access.fullness_step s where s.request_id = ${requestOf(call)}`,
      ),
      [{ advised: 'waiting_list', taken: 'signpost', reason: 'Their employer has its own doctor' }],
    );
  });

  test('is decided by two people, once', async () => {
    const client = await base.owner.pool.connect();
    try {
      const decide = `update access.fullness_policy set decision = 'approved', decided_by = $1, decided_at = now() where version = 2`;
      await client.query('begin; set local role superpractice_guard');
      await client.query(
        `insert into access.fullness_policy (id, group_id, version, valid_from, steps, promise_days, offer_minutes, source, proposed_by)
         values ($1, $2, 2, platform.today(), array['waiting_list'], 10, 60, 'test', $3)`,
        [id(30, 2), groupId, operations.personId],
      );
      await client.query('savepoint own');
      await assert.rejects(client.query(decide, [operations.personId]), /two_people/);
      await client.query('rollback to own');
      await client.query(decide, [world.actors.finance.personId]);
      await assert.rejects(client.query(decide, [world.actors.finance.personId]), { code: 'SP061' });
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

test('111 is a recorded exception: who decided, and who at the ICB was told', async () => {
  const call = await callAbout(desk, world.patients[7], { words: 'sick note for work' });
  const form = {
    reason: 'No clinician in the building, flood',
    decider: world.clinicians[0] ?? '',
    icbTold: 'A Reed, duty manager',
    icbAt: '00:00',
  };
  assert.match((await desk.post(`${call}/to-111`, { ...form, icbTold: '' })).body, /Say who at the ICB was told/);
  for (const decidedBy of ['', 'Dr Nobody Here'])
    assert.match(
      (await desk.post(`${call}/to-111`, { ...form, decider: '', decidedBy })).body,
      /Say which clinician decided it/,
    );
  assert.equal((await desk.post(`${call}/to-111`, form)).statusCode, 303);
  const board = await page(desk, '/today');
  assert.match(board, /1 person was sent to 111 today[\s\S]*Decided by Dr 1; ICB told: A Reed, duty manager, 00:00/);
});

test('Levels are taken for each practice and the group, and a row is kept when one changes', async () => {
  const changed = await takeLevels(base.db, now());
  assert.equal(changed, 4, 'three practices and the group');
  assert.equal(await takeLevels(base.db, now()), 0);
  const seenByC = await transaction(as(base.db, navigatorOfC), (tx) =>
    tx.rows(sql`select practice_id from access.level_change`),
  );
  assert.deepEqual(seenByC, [{ practice_id: 'XA003' }]);
  await assert.rejects(
    transaction(as(base.db, navigator), (tx) =>
      tx.rows(sql`insert into access.level_change values (${id(32, 1)}, ${groupId}, 'XA001', now(), 'green', '[]')`),
    ),
    /row-level security/,
  );
});

test('What stands beside a limit counts whoever still waits, and shows strangers nothing', async () => {
  const beside = (who: typeof navigator) =>
    transaction(as(base.db, who), (tx) =>
      tx.rows<{ practice_id: string; unmet: number; still_waiting: number }>(
        sql`select practice_id, unmet, still_waiting from access.beside_limit(platform.today() - 7, platform.today() + 1)`,
      ),
    );
  const own = (await beside(navigator)).find((row) => row.practice_id === 'XA001');
  assert.ok(own && own.unmet >= 3 && own.still_waiting >= 2, JSON.stringify(own));
  assert.deepEqual(
    (await beside(navigatorOfC)).map((row) => row.practice_id),
    ['XA003'],
  );
});

test('A navigator of a practice that shares nothing sees nobody on the list', async () => {
  const seen = await transaction(as(base.db, navigatorOfC), (tx) =>
    tx.rows(
      sql`select 1 from access.waiting_place union all select 1 from access.waiting_offer union all select 1 from access.fullness_step`,
    ),
  );
  assert.deepEqual(seen, []);

  test('leads to what to do first where the reason it is passed on is a danger', async () => {
    const [offer] = await standing<{ id: string; request_id: string }>(
      base.owner,
      sql`select f.id, f.request_id from access.waiting_offer f where f.state = 'open' order by f.id limit 1`,
    );
    assert.ok(offer);
    const reason = `${'he wants a later day. '.repeat(30)}he has collapsed and cannot come`;
    const tooLong = await desk.post(`/waiting/offers/${offer.id}/pass`, { reason });
    assert.equal(tooLong.headers.location, `/calls/${offer.request_id}`, 'refused, it is heard all the same');
    assert.match(await page(desk, `/calls/${offer.request_id}`), /999/);
    const passed = await desk.post(`/waiting/offers/${offer.id}/pass`, { reason: 'he has collapsed and cannot come' });
    assert.equal(passed.headers.location, `/calls/${offer.request_id}`);
    assert.match(await page(desk, `/calls/${offer.request_id}`), /999/);
    await offerFreed(base.db, { groupId, sessionId: session, why: 'passed-on' }, now());
  });
});
