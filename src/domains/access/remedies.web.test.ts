import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { england, isWorkingDay } from '#kernel/working-day.ts';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { somebody } from '../../../test/support/more-people.ts';
import { signIn, type SignedIn } from '../../../test/support/signed-in.ts';
import { arrange, openSessionFor, smallWorld } from '../../../test/support/world.ts';

const base = await testDatabase();
const world = await smallWorld(base);
const { app } = await testApp(base);
const operations = await signIn(app, base.db, world.actors.operations);
const navigator = await signIn(app, base.db, world.actors.navigator);
const managerOf = async (n: number, practiceId: string): Promise<SignedIn> =>
  signIn(app, base.db, await somebody(base, world, { n, role: 'practice_manager', practiceId }));
const manager = await managerOf(31, 'XA001');
const elsewhere = await managerOf(32, 'XA002');
const now = Temporal.Now.instant();
let workday = now.toZonedDateTimeISO('Europe/London').toPlainDate().add({ days: 1 });
while (!isWorkingDay(england, workday)) workday = workday.add({ days: 1 });
const at = (clock: string) => workday.toZonedDateTime({ timeZone: 'Europe/London', plainTime: clock }).toInstant();

describe('Remedies on the board', () => {
  before(async () => {
    await arrange(base.owner, async (run) => {
      await run(sql`insert into access.duty (id, group_id, level, clinician_id, starts_at, ends_at)
        values (gen_random_uuid(), ${world.groupId}, 'group', ${world.clinicians[0] ?? ''}, ${now.subtract({ hours: 24 })}, ${now.add({ hours: 24 * 10 })})`);
    });
    const session = await openSessionFor(base, {
      ...{ n: 1, clinician: world.clinicians[1] ?? '', startsAt: at('14:00'), minutes: 60, slotMinutes: 15 },
    });
    const plan = [{ kind: 'pre_bookable', from: 0, to: 60, minutes: 15, places: 1, opensAt: at('08:00').toString() }];
    await arrange(base.owner, async (run) => {
      await run(sql`update access.session set plan = ${JSON.stringify(plan)}::jsonb where id = ${session}`);
      await run(sql`insert into access.request (id, group_id, practice_id, patient_id, channel, status, words, urgency, received_at, due_at, answer_by, warn_at, answers)
        select gen_random_uuid(), ${world.groupId}, 'XA001', p, 'telephone', 'waiting', 'I would like to talk something over', 'within-14-days',
          ${now.subtract({ hours: 50 })}, ${now.add({ hours: 90 })}, ${now.subtract({ hours: 2 })}, ${now.subtract({ hours: 3 })},
          (select jsonb_object_agg(q ->> 'id', jsonb_build_object('said', 'no', 'at', ${now.toString()}::text))
            from access.protocol v, jsonb_array_elements(v.content -> 'questions') q where v.group_id is null)
        from unnest(${world.patients.slice(0, 3)}::uuid[]) p`);
    });
  });
  const subject = { kind: 'places', subject: 'practice XA001' };
  const askOf = async (who: SignedIn): Promise<string> =>
    /id="remedy-([0-9a-f-]{36})"/.exec(await page(who, '/today'))?.[1] ?? '';

  test('says what could go wrong, what would help, what it comes to and whose consent it needs, on one button', async () => {
    const board = await page(operations, '/today');
    assert.match(board, /<h1[^>]*>1 thing could go wrong, for 3 people/);
    assert.match(board, /Practice 1 keeps 4 places back while 3 people wait/);
    assert.match(
      board,
      /Open 4 places in 1 session now\.<\/b> 3 requests near their time or past it could then be booked\./,
    );
    assert.match(board, /Needs the consent of Practice 1/);
    assert.match(board, />Ask Practice 1 to open 4</);
    assert.doesNotMatch(await page(manager, '/today'), /could go wrong/);
    assert.equal((await navigator.post('/today/remedies', subject)).statusCode, 403);
  });

  test('one press asks; the row stays and the practice’s manager, and no other, sees it', async () => {
    const pressed = await operations.post('/today/remedies', subject);
    assert.equal(pressed.statusCode, 303, pressed.body);
    await operations.post('/today/remedies', subject);
    const board = await page(operations, '/today');
    assert.equal(board.match(/Asked \d\d:\d\d by Person 5\. Practice 1 has not answered\./g)?.length, 1);
    assert.doesNotMatch(board, />Ask Practice 1 to open/);
    assert.match(board, />Take back</);
    assert.match(await page(manager, '/today'), /Asked of us by group operations/);
    assert.match(await page(manager, '/our-practice'), /Group operations ask 1 thing of us/);
    assert.doesNotMatch(await page(elsewhere, '/today'), /Asked of us/);
    assert.equal((await elsewhere.post(`/today/remedies/${await askOf(manager)}/agree`, {})).statusCode, 409);
  });

  test('declining needs a reason, and agreeing does it and says so to both', async () => {
    const ask = await askOf(manager);
    const declined = await manager.post(`/today/remedies/${ask}/decline`, { note: ' ' });
    assert.equal(declined.statusCode, 422);
    assert.match(declined.body, /Say why you decline/);
    assert.equal((await manager.post(`/today/remedies/${ask}/agree`, {})).statusCode, 303);
    assert.equal((await manager.post(`/today/remedies/${ask}/agree`, {})).statusCode, 409);
    for (const who of [operations, manager])
      assert.match(
        await page(who, '/today'),
        /Asked \d\d:\d\d by Person 5, agreed \d\d:\d\d by Person 31: 4 places open\./,
      );
    assert.doesNotMatch(await page(manager, '/our-practice'), /Group operations ask/);
    const again = await operations.post('/today/remedies', subject);
    assert.equal(again.statusCode, 409);
    assert.match(again.body, /it is not there any more, and nothing was done/);
  });
});
