import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Actor } from '#platform/auth/actor.ts';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { arrange, as, openSessionFor, smallWorld, standing } from '../../../test/support/world.ts';
import { book } from './commands/book.ts';
import { askOnline } from './commands/online.ts';
import { candidates } from './queries/candidates.ts';
import { bookableSessions } from './queries/slots.ts';
import { screen } from './red-flag/red-flag.ts';
import { extendHolds, holdPlaces } from './store/hold.ts';

// The rule book is made ready for seconds on end, within which a connection that is being opened would be given up.
screen('ready');
const base = await testDatabase();
const world = await smallWorld(base, { patients: 60 });
const { navigator } = world.actors;
const now = Temporal.Now.instant();
const morning = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 2 }).withPlainTime('09:00');

/** A clinician's four hours in tens, on a day of their own. */
interface Day {
  readonly session: string;
  readonly clinician: string;
  readonly start: Temporal.Instant;
  readonly day: Temporal.PlainDate;
}
let opened = 0;
async function openDay(clinician: number, most: number): Promise<Day> {
  const at = morning.add({ days: (opened += 1) });
  const who = world.clinicians[clinician] ?? '';
  const wanted = { n: 500 + opened, clinician: who, startsAt: at.toInstant(), minutes: 240, slotMinutes: 10 };
  const session = await openSessionFor(base, wanted);
  await arrange(base.owner, async (run) => {
    await run(sql`insert into workforce.daily_limit (id, group_id, clinician_id, valid_from, contacts, source)
      values (gen_random_uuid(), ${world.groupId}, ${who}, ${at.toPlainDate()}, ${most}, 'test')`);
  });
  return { session, clinician: who, start: at.toInstant(), day: at.toPlainDate() };
}

const patient = (n: number): Actor => ({
  ...{ personId: null, roleHeldId: null, name: '', role: 'patient', groupId: world.groupId, practiceId: 'XA001' },
  patientId: world.patients[n] ?? '',
});
const slotOf = ({ start }: Day, slot: number): Temporal.Instant => start.add({ minutes: slot * 10 });
async function ask(n: number): Promise<string> {
  const asked = await askOnline(as(base.db, patient(n)), {
    ...{ patientId: world.patients[n] ?? '', words: 'a cough for two weeks', now },
  });
  return asked.ok ? asked.value.id : assert.fail(asked.error);
}
const hold = (n: number, request: string, { on, slot }: { on: Day; slot: number }): Promise<number> =>
  transaction(as(base.db, patient(n)), (tx) =>
    holdPlaces(tx, request, [
      { ...{ sessionId: on.session, startsAt: slotOf(on, slot), minutes: 10 }, ownGp: false, miles: null },
    ]),
  );
let keys = 0;
const bookAs = (who: Actor, n: number, at: { on: Day; slot: number; request?: string }) =>
  book(as(base.db, who), {
    ...{ key: `hold-limit-${(keys += 1)}`, requestId: at.request ?? null, patientId: world.patients[n] ?? '' },
    ...{ sessionId: at.on.session, startsAt: slotOf(at.on, at.slot), minutes: 10 },
  });
const expire = (request: string) =>
  arrange(base.owner, async (run) => {
    await run(sql`update access.hold set until = clock_timestamp() where request_id = ${request}`);
  });
async function countOf({ clinician, day }: Day): Promise<{ booked: number; held: number }> {
  const [row] = await standing<{ booked: number; held: number }>(
    base.owner,
    sql`select (select count(*)::integer from access.booking where clinician_id = ${clinician} and day = ${day} and status = 'booked') as booked,
      (select count(*)::integer from access.hold where clinician_id = ${clinician} and day = ${day} and until > clock_timestamp()) as held`,
  );
  return row ?? assert.fail('no count');
}
const offered = async ({ session, day }: Day) => {
  const [found] = await transaction(as(base.db, navigator), (tx) =>
    candidates(tx, {
      ...{ practiceId: 'XA001', patientId: null, usualGpId: null, roles: ['gp'], modes: ['face_to_face'] },
      ...{ now, until: day, duty: false, practices: 10, sessions: [session] },
    }),
  );
  return found ?? assert.fail('the session is not there');
};

void describe('Places kept and the safe limit', () => {
  void test('never pass it together, however many hold and book at once, and every place that was kept is booked', async () => {
    const on = await openDay(0, 6);
    const holders = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
    const requests = await Promise.all(holders.map(ask));
    const [held, booked] = await Promise.all([
      Promise.all(holders.map((n) => hold(n, requests[n] ?? '', { on, slot: n }))),
      Promise.all(holders.map((n) => bookAs(navigator, 20 + n, { on, slot: 10 + n }))),
    ]);
    const first = await countOf(on);
    assert.deepEqual([first.booked, first.held], [booked.filter(({ ok }) => ok).length, held.filter(Boolean).length]);
    assert.equal(first.booked + first.held, 6);
    const more = await Promise.all([
      ...holders
        .filter((n) => held[n] === 1)
        .map((n) => bookAs(patient(n), n, { on, slot: n, request: requests[n] ?? '' })),
      ...holders.map((n) => bookAs(navigator, 40 + n, { on, slot: 10 + n })),
    ]);
    assert.ok(
      more.slice(0, first.held).every(({ ok }) => ok),
      'who holds a place has it',
    );
    assert.ok(
      more.slice(first.held).every(({ ok }) => !ok),
      'and nobody else comes past the limit meanwhile',
    );
    assert.equal((await countOf(on)).booked, 6);
  });

  void test('give back their place and their time the moment they run out, with nothing cleared away', async () => {
    const on = await openDay(1, 1);
    const request = await ask(10);
    assert.equal(await hold(10, request, { on, slot: 3 }), 1);
    const refused = await bookAs(navigator, 30, { on, slot: 7 });
    assert.deepEqual(refused, { ok: false, error: 'limit-reached' });
    await expire(request);
    const [left] = await standing<{ n: number }>(
      base.owner,
      sql`select count(*)::integer as n from access.hold where request_id = ${request}`,
    );
    assert.equal(left?.n, 1, 'its row still stands');
    assert.ok((await bookAs(navigator, 30, { on, slot: 3 })).ok, 'the very same time');
  });

  void test('are taken for the time they are kept: nobody else is booked there, long before the limit', async () => {
    const on = await openDay(0, 20);
    const request = await ask(11);
    assert.equal(await hold(11, request, { on, slot: 2 }), 1);
    assert.deepEqual(await bookAs(navigator, 31, { on, slot: 2 }), { ok: false, error: 'slot-taken' });
    assert.ok((await bookAs(navigator, 31, { on, slot: 4 })).ok);
  });

  void test('are not offered by navigators or to programs, and are again when they run out', async () => {
    const on = await openDay(1, 20);
    const request = await ask(12);
    assert.ok((await bookAs(navigator, 32, { on, slot: 0 })).ok);
    assert.equal(await hold(12, request, { on, slot: 5 }), 1);
    const span = (slot: number) => [slotOf(on, slot).epochMilliseconds, slotOf(on, slot + 1).epochMilliseconds];
    const program = async () =>
      (
        await transaction(as(base.db, navigator), (tx) =>
          bookableSessions(tx, { from: on.start, until: on.start.add({ hours: 4 }), sessions: [on.session] }),
        )
      )[0]?.booked;
    const during = await offered(on);
    assert.equal(during.contacts, 2);
    assert.deepEqual(during.booked, [span(0), span(5)]);
    assert.deepEqual(await program(), [span(0), span(5)]);
    await expire(request);
    const after = await offered(on);
    assert.equal(after.contacts, 1);
    assert.deepEqual(after.booked, [span(0)]);
    assert.deepEqual(await program(), [span(0)]);
  });

  void test('show a day as full to programs where nothing else is left under the limit', async () => {
    const on = await openDay(0, 1);
    const full = async () =>
      (
        await transaction(as(base.db, navigator), (tx) =>
          bookableSessions(tx, { from: on.start, until: on.start.add({ hours: 4 }), sessions: [on.session] }),
        )
      )[0]?.full;
    assert.equal(await full(), false);
    assert.equal(await hold(13, await ask(13), { on, slot: 5 }), 1);
    assert.equal(await full(), true);
  });

  void test('that are given more time in the moment another books are kept or taken, never both', async () => {
    const on = await openDay(1, 30);
    for (let slot = 0; slot < 8; slot += 1) {
      const request = await ask(14);
      assert.equal(await hold(14, request, { on, slot }), 1);
      await arrange(base.owner, async (run) => {
        await run(
          sql`update access.hold set until = clock_timestamp() + interval '4 milliseconds' where request_id = ${request}`,
        );
      });
      const [longer, taken] = await Promise.all([
        transaction(as(base.db, patient(14)), (tx) => extendHolds(tx, request)),
        bookAs(navigator, 33 + slot, { on, slot }),
      ]);
      assert.ok(longer === null || !taken.ok, `slot ${slot}: ${String(longer)} ${JSON.stringify(taken)}`);
    }
  });

  void test('stand in the plan of their session: none in time that is kept, and done as its part says', async () => {
    const on = await openDay(0, 20);
    const part = { minutes: 10, places: 1 };
    await arrange(base.owner, async (run) => {
      await run(
        sql`update access.session set plan = ${JSON.stringify([
          { kind: 'blocked', from: 0, to: 60, ...part },
          { kind: 'telephone_list', from: 60, to: 120, mode: 'telephone', ...part },
          {
            kind: 'pre_bookable',
            from: 120,
            to: 180,
            opensAt: morning.add({ days: 1 }).toInstant().toString(),
            ...part,
          },
        ])}::jsonb where id = ${on.session}`,
      );
    });
    const request = await ask(15);
    assert.equal(await hold(15, request, { on, slot: 2 }), 0, 'blocked');
    assert.equal(await hold(15, request, { on, slot: 13 }), 0, 'not open yet');
    assert.equal(await hold(15, request, { on, slot: 8 }), 1);
    const [kept] = await standing<{ mode: string }>(
      base.owner,
      sql`select mode from access.hold where request_id = ${request}`,
    );
    assert.equal(kept?.mode, 'telephone');
  });
});

void describe('Places kept at the hub', () => {
  void test('count to the practice’s share of the week: kept and booked together never pass it, and who keeps one has it', async () => {
    const on = await openDay(2, 40);
    await arrange(base.owner, async (run) => {
      await run(sql`update access.session set kind = 'hub' where id = ${on.session}`);
      await run(sql`insert into access.hub_quota (id, group_id, hub_id, practice_id, valid_from, places, source)
        values (gen_random_uuid(), ${world.groupId}, ${world.hubId}, 'XA001', '2020-01-01', 3, 'test')`);
    });
    const holders = [0, 1, 2, 3, 4, 5];
    const requests = await Promise.all(holders.map(ask));
    const [held] = await Promise.all([
      Promise.all(holders.map((n) => hold(n, requests[n] ?? '', { on, slot: n }))),
      Promise.all(holders.map((n) => bookAs(navigator, 20 + n, { on, slot: 10 + n }))),
    ]);
    const first = await countOf(on);
    assert.equal(first.booked + first.held, 3);
    assert.equal((await offered(on)).hubLeft, 0, 'nothing is offered to others meanwhile');
    const late = await bookAs(navigator, 40, { on, slot: 20 });
    assert.deepEqual(late, { ok: false, error: 'hub-quota' });
    for (const n of holders.filter((holder) => held[holder] === 1))
      assert.ok((await bookAs(patient(n), n, { on, slot: n, request: requests[n] ?? '' })).ok);
    assert.equal((await countOf(on)).booked, 3);
  });

  void test('are free again when their time has run out', async () => {
    const on = await openDay(2, 40);
    await arrange(base.owner, async (run) => {
      await run(sql`update access.session set kind = 'hub' where id = ${on.session}`);
      await run(sql`insert into access.hub_quota (id, group_id, hub_id, practice_id, valid_from, places, source)
        values (gen_random_uuid(), ${world.groupId}, ${world.hubId}, 'XA001', ${on.day}, (select coalesce(max(w.taken), 0) + 1 from access.hub_week w), 'test')`);
    });
    const request = await ask(11);
    assert.equal(await hold(11, request, { on, slot: 0 }), 1);
    assert.equal(await hold(12, await ask(12), { on, slot: 1 }), 0, 'the last one is kept');
    await expire(request);
    assert.ok((await bookAs(navigator, 41, { on, slot: 2 })).ok);
  });
});
