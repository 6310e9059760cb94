import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { transaction } from '#platform/db/transaction.ts';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { somebody } from '../../../test/support/more-people.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { arrange, as, smallWorld } from '../../../test/support/world.ts';
import { onDutyFor } from './queries/duty.ts';

const base = await testDatabase();
const world = await smallWorld(base);
const { app } = await testApp(base);
await arrange(base.owner, async (run) => {
  await run(sql`delete from access.duty`);
});
const operations = await signIn(app, base.db, world.actors.operations);
const managing = await somebody(base, world, { n: 31, role: 'practice_manager', practiceId: 'XA001' });
const manager = await signIn(app, base.db, managing);
const now = Temporal.Now.instant();
const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
// A working day soon, whatever the test's own day and the bank holidays are.
const tuesday = today.add({ days: 9 - today.dayOfWeek + (today.month === 12 || today.month === 1 ? 14 : 0) });
const [gp = ''] = world.clinicians;
const form = (change: Record<string, string> = {}): Record<string, string> => ({
  ...{ place: 'group', clinician: gp, from: '08:00', to: '18:30', phone: '01632 960117', weeks: '1' },
  ...{ 'day-day': String(tuesday.day), 'day-month': String(tuesday.month), 'day-year': String(tuesday.year) },
  ...change,
});
const at = (clock: string) => tuesday.toZonedDateTime({ timeZone: 'Europe/London', plainTime: clock }).toInstant();
const asked = (clock: string) =>
  transaction(as(base.db, world.actors.operations), async (tx) =>
    (await onDutyFor(tx, { groupId: world.groupId, practiceId: 'XA001', at: at(clock) })).map(({ level }) => level),
  );
const idOf = async () =>
  (await transaction(as(base.db, world.actors.operations), (tx) =>
    tx.maybe<{ id: string }>(sql`select id from access.duty where level = 'group' order by starts_at limit 1`),
  ))?.id ?? ''; // prettier-ignore

describe('Duty', () => {
  test('that nobody has is said by practice and hours, until somebody is put on', async () => {
    const before = await page(operations, `/duty?day=${tuesday.toString()}`);
    assert.match(before, /Nobody would answer a danger at times/);
    assert.match(before, /08:00 to 18:30|8am to 6:30pm/);
    const put = await operations.post('/duty', form());
    assert.equal(put.statusCode, 303, put.body);
    assert.deepEqual(await asked('09:00'), ['group'], 'a danger is put to them');
    assert.deepEqual(await asked('19:00'), []);
    const after = await page(operations, `/duty?day=${tuesday.toString()}&put=1`);
    assert.match(after, /Somebody answers at every practice in core hours/);
    assert.match(after, /01632 960117/);
  });

  test('refuses the same clinician twice and keeps what was typed', async () => {
    const again = await operations.post('/duty', form({ from: '09:00', to: '12:00' }));
    assert.equal(again.statusCode, 422);
    assert.match(again.body, /is on duty there then already/);
    assert.match(again.body, /value="09:00"/);
    const bad = await operations.post('/duty', form({ phone: 'ask', place: 'practice:QQ999' }));
    assert.match(bad.body, /Enter a telephone number/);
    assert.match((await operations.post('/duty', form({ place: 'practice:QQ999' }))).body, /whose duty you arrange/);
  });

  test('is for those alone whose role answers for dangers, in the form and in the database', async () => {
    const prescriber = '00000000-0000-7000-8000-0000000000d3';
    await arrange(base.owner, async (run) => {
      await run(sql`insert into workforce.clinician (id, group_id, practice_id, name, role, fte, valid_from)
        values (${prescriber}, ${world.groupId}, 'XA001', 'Erin Lowe', 'social_prescriber', 1, '2020-01-01')`);
    });
    assert.doesNotMatch(await page(operations, '/duty'), /Erin Lowe/);
    assert.match((await operations.post('/duty', form({ clinician: prescriber }))).body, /may answer for dangers/);
    await assert.rejects(
      arrange(base.owner, async (run) => {
        await run(sql`insert into access.duty (id, group_id, level, clinician_id, starts_at, ends_at)
          values (gen_random_uuid(), ${world.groupId}, 'group', ${prescriber}, now(), now() + interval '1 hour')`);
      }),
      /does not answer for dangers/,
    );
  });

  test('of a practice is arranged by its manager, who arranges no other', async () => {
    assert.equal((await manager.post('/duty', form())).statusCode, 422, 'the group’s');
    assert.equal((await manager.post('/duty', form({ place: 'practice:XA002' }))).statusCode, 422);
    const own = await manager.post('/duty', form({ place: 'practice:XA001', from: '08:00', to: '12:00' }));
    assert.equal(own.statusCode, 303, own.body);
    assert.deepEqual(await asked('09:00'), ['practice', 'group']);
    assert.equal((await manager.post(`/duty/${await idOf()}/off`, {})).statusCode, 409);
    await assert.rejects(
      transaction(as(base.db, managing), (tx) =>
        tx.rows(sql`insert into access.duty (id, group_id, level, clinician_id, starts_at, ends_at)
          values (gen_random_uuid(), ${world.groupId}, 'group', ${gp}, now(), now() + interval '1 hour')`),
      ),
      /row-level security/,
    );
  });

  test('is seen but not arranged by a navigator', async () => {
    const desk = await signIn(app, base.db, world.actors.navigator);
    assert.doesNotMatch(await page(desk, `/duty?day=${tuesday.toString()}`), /Put somebody on duty/);
    assert.equal((await desk.post('/duty', form())).statusCode, 403);
  });

  test('to come is taken off, duty that has begun is ended, and what has been stays as it was', async () => {
    const id = await idOf();
    assert.equal((await operations.post(`/duty/${id}/off`, {})).statusCode, 303);
    assert.deepEqual(await asked('13:00'), []);
    assert.equal((await operations.post(`/duty/${id}/off`, {})).statusCode, 409, 'pressed twice');
    const begun = '00000000-0000-7000-8000-0000000000d1';
    const over = '00000000-0000-7000-8000-0000000000d2';
    await arrange(base.owner, async (run) => {
      await run(sql`insert into access.duty (id, group_id, level, clinician_id, starts_at, ends_at) values
        (${begun}, ${world.groupId}, 'group', ${gp}, now() - interval '1 hour', now() + interval '1 hour'),
        (${over}, ${world.groupId}, 'group', ${gp}, now() - interval '3 hours', now() - interval '2 hours')`);
    });
    assert.equal((await operations.post(`/duty/${begun}/off`, {})).headers.location?.endsWith('off=ended'), true);
    assert.equal((await operations.post(`/duty/${over}/off`, {})).statusCode, 409);
    const kept = await transaction(as(base.db, world.actors.operations), (tx) =>
      tx.rows(sql`select 1 from access.duty where id = any (${[begun, over]}::uuid[])`),
    );
    assert.equal(kept.length, 2);
  });
});
