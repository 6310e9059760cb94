import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testApp } from '../../../test/support/app.ts';
import { page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { arrange, as, openSessionFor, smallWorld } from '../../../test/support/world.ts';
import { book } from './commands/book.ts';
import { windowAt } from './offer/call-window.ts';
import { offerTerms } from './queries/offers.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 20 });
let now = Temporal.Now.instant();
const { app } = await testApp(base, { now: () => now });
const me = await signIn(app, base.db, world.actors.clinician);
const navigator = as(base.db, world.actors.navigator, 'book-visit');
const today = Temporal.Now.zonedDateTimeISO('Europe/London');
const midnight = today.startOfDay().add({ days: 1 });
const start = (days: number): Temporal.Instant => midnight.add({ days }).subtract({ hours: 3 }).toInstant();
const plan = [
  { kind: 'telephone_list', from: 0, to: 170, minutes: 10, places: 1, mode: 'telephone' },
  { kind: 'pre_bookable', from: 170, to: 180, minutes: 10, places: 1, mode: 'telephone' },
];
let n = 0;
async function listOn(days: number): Promise<string> {
  const session = await openSessionFor(base, {
    ...{ n: (n += 1), clinician: world.clinicians[0] ?? '', startsAt: start(days), minutes: 180, mode: 'telephone' },
  });
  await arrange(base.owner, async (run) => {
    await run(sql`update access.session set plan = ${JSON.stringify(plan)}::jsonb where id = ${session}`);
  });
  return session;
}
interface Told {
  readonly window_from: Temporal.Instant | null;
  readonly window_until: Temporal.Instant | null;
}
async function booked(sessionId: string, startsAt: Temporal.Instant): Promise<Told & { id: string }> {
  const done = await book(
    navigator,
    {
      key: `window-${(n += 1)}`,
      requestId: null,
      patientId: world.patients[n] ?? '',
      sessionId,
      startsAt,
      minutes: 10,
    },
    Temporal.Now.instant(),
  );
  const id = done.ok ? done.value.bookingId : assert.fail(done.error);
  return transaction(navigator, (tx) =>
    tx.one<Told & { id: string }>(sql`select id, window_from, window_until from access.booking where id = ${id}`),
  );
}

describe('A call that is booked', () => {
  test('carries the window that its offer said, for every place of its session', async () => {
    const session = await listOn(2);
    const rules = (await transaction(navigator, (tx) => offerTerms(tx, today.toPlainDate()))).windows ?? [];
    const from = start(2);
    const day = from.toZonedDateTimeISO('Europe/London').toPlainDate().toString();
    for (const [kind, minute, part] of [
      ['telephone_list', 0, [0, 170]],
      ['telephone_list', 80, [0, 170]],
      ['telephone_list', 90, [0, 170]],
      ['telephone_list', 160, [0, 170]],
      ['pre_bookable', 170, [170, 180]],
    ] as const) {
      const startsAt = from.add({ minutes: minute });
      const told = await booked(session, startsAt);
      const [since, upto] = part.map((minutes) => from.add({ minutes }).epochMilliseconds);
      const place = { mode: 'telephone', day, startsAt: since ?? 0, endsAt: upto ?? 0 };
      const offered = windowAt(startsAt.epochMilliseconds, { place, kind, rules });
      assert.equal(offered === undefined, kind === 'pre_bookable');
      assert.deepEqual(
        [told.window_from?.epochMilliseconds, told.window_until?.epochMilliseconds],
        [offered?.from, offered?.until],
        `${minute} minutes in`,
      );
    }
  });

  test('is told the window by message, and its clinician sees it and the time on the list', async () => {
    const told = await booked(await listOn(1), start(1).add({ minutes: 100 }));
    const written = await transaction(navigator, (tx) =>
      tx.one<{ body: string }>(sql`select body from access.message where booking_id = ${told.id}`),
    );
    assert.match(written.body, /between 10:30pm and 11:50pm/);
    now = start(1).add({ minutes: 165 });
    assert.match(
      await page(me, '/my-day'),
      /<b>22:40<\/b><span class="day__more">told <span class="nw">22:30 to 23:50<\/span><\/span><\/th>/,
    );
    assert.match(await page(me, '/my-day'), /On time\./, 'its time on the list has gone, its window has not');
    now = start(1).add({ minutes: 171 });
    const late = await page(me, '/my-day');
    assert.match(late, /22:30 to 23:50<\/span><\/span> <[^>]*>.*overdue/);
    assert.match(late, /1 minute behind\./);
  });

  test('keeps its window when the group’s rule changes, and those booked since have the group’s own', async () => {
    const session = await listOn(4);
    const before = await booked(session, start(4));
    await base.owner.rows(
      sql`insert into access.call_window values (${world.groupId}, 'telephone', null, '2026-01-01', 30, 'The group decided')`,
    );
    const after = await booked(session, start(4).add({ minutes: 40 }));
    const stands = await transaction(navigator, (tx) =>
      tx.one<Told>(sql`select window_from, window_until from access.booking where id = ${before.id}`),
    );
    assert.equal(String(stands.window_until), String(start(4).add({ minutes: 90 })));
    assert.deepEqual(
      [after.window_from, after.window_until].map(String),
      [30, 60].map((minutes) => String(start(4).add({ minutes }))),
    );
  });
});
