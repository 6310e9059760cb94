import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { transaction } from '#platform/db/transaction.ts';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { joined, somebody } from '../../../test/support/more-people.ts';
import { signIn, type SignedIn } from '../../../test/support/signed-in.ts';
import { arrange, as, id, openSessionFor, smallWorld, type World } from '../../../test/support/world.ts';
import { mondayGround } from './queries/monday.ts';
import { lastMonday } from './web/monday.ts';

const day = lastMonday(Temporal.Now.plainDateISO('Europe/London'));
const at = (plainTime: string, on = day): Temporal.Instant =>
  on.toZonedDateTime({ timeZone: 'Europe/London', plainTime }).toInstant();

test('the Monday is the newest behind today on which practices were open', () => {
  assert.equal(lastMonday(Temporal.PlainDate.from('2026-11-22')).toString(), '2026-11-16');
  assert.equal(lastMonday(Temporal.PlainDate.from('2026-11-23')).toString(), '2026-11-16');
  // 31 August 2026 is the summer bank holiday.
  assert.equal(lastMonday(Temporal.PlainDate.from('2026-09-02')).toString(), '2026-08-24');
});

describe('The page of a simulated Monday', async () => {
  const base = await testDatabase();
  const { app } = await testApp(base);
  let world: World;
  let desk: SignedIn;

  before(async () => {
    world = await smallWorld(base);
    await joined(base, world, ['evaluation', 'XA001', 'XA002', 'XA003']);
    const governance = await somebody(base, world, { n: 71, role: 'governance' });
    desk = await signIn(app, base.db, governance);
    const [first = '', , third = ''] = world.clinicians;
    await openSessionFor(base, { n: 1, clinician: first, startsAt: at('09:00'), minutes: 60, slotMinutes: 15 });
    const there = { n: 2, clinician: third, practice: 'XA002', minutes: 60, slotMinutes: 15 };
    await openSessionFor(base, { ...there, startsAt: at('14:00') });
    const book = (
      n: number,
      { startsAt, bookedAt, request }: { startsAt: Temporal.Instant; bookedAt: Temporal.Instant; request?: string },
    ) =>
      arrange(base.owner, async (run) => {
        await run(sql`insert into access.booking (id, group_id, practice_id, host_practice_id, clinician_id, patient_id, kind, mode, day, starts_at, ends_at,
            status, overflow_reason, overflow_by, idempotency_key, booked_at, request_id)
          values (${id(9, n)}, ${world.groupId}, 'XA001', 'XA001', ${first}, ${world.patients[n % 5] ?? ''}, 'overflow', 'telephone', access.london_day(${startsAt}),
            ${startsAt}, ${startsAt.add({ minutes: 15 })}, 'booked', 'test', 'test', ${`monday ${n}`}, ${bookedAt}, ${request ?? null})`);
      });
    // One place was gone as the day began, another went on the day itself.
    await book(1, { startsAt: at('09:15'), bookedAt: at('12:00', day.subtract({ days: 3 })) });
    await arrange(base.owner, async (run) => {
      await run(sql`insert into access.request (id, group_id, practice_id, patient_id, channel, words, status, received_at, due_at)
        values (${id(10, 1)}, ${world.groupId}, 'XA001', ${world.patients[2] ?? ''}, 'telephone', 'A cough', 'booked', ${at('08:10')}, ${at('18:30')})`);
    });
    // Nor does need that could wait count.
    await arrange(base.owner, async (run) => {
      await run(sql`insert into access.request (id, group_id, practice_id, patient_id, channel, words, status, received_at, due_at)
        values (${id(10, 2)}, ${world.groupId}, 'XA001', ${world.patients[3] ?? ''}, 'telephone', 'A mole', 'booked', ${at('08:20')}, ${at('18:30', day.add({ days: 7 }))})`);
    });
    await book(3, { startsAt: at('10:30'), bookedAt: at('08:22'), request: id(10, 2) });
    await book(2, { startsAt: at('09:30'), bookedAt: at('08:12'), request: id(10, 1) });
  });

  test('begins from what was free as the day began, and from who asked that day for what became a visit to a GP', async () => {
    const context = as(base.db, world.actors.operations);
    const { ground } = await transaction(context, (tx) => mondayGround(tx, day));
    assert.deepEqual(
      ground.practices.map(({ id: code, asked, pool }) => [code, asked, pool]),
      [
        ['XA001', 1, world.hubId],
        ['XA002', 0, world.hubId],
        ['XA003', 0, null],
      ],
    );
    assert.deepEqual(
      ground.gps
        .filter(({ starts }) => starts.length > 0)
        .map(({ practiceId, starts, room }) => [practiceId, starts, room]),
      [
        ['XA001', [540, 570, 585], 25],
        ['XA002', [840, 855, 870, 885], 25],
      ],
    );
    assert.equal(ground.gps.length, 5);
    assert.ok(Math.abs(ground.byHour.reduce((sum, { share }) => sum + share, 0) - 1) < 1e-9);
  });

  test('calls itself a simulation, says what it assumes, and the same seed shows the same figures', async () => {
    const page = await desk.get('/measures/monday?seed=4');
    assert.equal(page.statusCode, 200);
    const text = page.body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
    for (const says of [
      'A simulation: what if',
      'Nobody was seen like this',
      'What it assumes',
      'Choice of this product',
      'Each practice alone',
    ])
      assert.ok(text.includes(says), says);
    const csv = async (seed: number) => (await desk.get(`/measures/monday.csv?seed=${seed}`)).body;
    assert.equal(await csv(4), await csv(4));
    assert.match(await csv(4), /pooled-own-gp,ownShare/);
  });

  test('is shown to roles of the whole group alone', async () => {
    const manager = await somebody(base, world, { n: 72, role: 'practice_manager', practiceId: 'XA001' });
    const page = await (await signIn(app, base.db, manager)).get('/measures/monday');
    assert.equal(page.statusCode, 403);
  });
});
