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

const base = await testDatabase();
const world = await smallWorld(base);
const { app } = await testApp(base);
const managing = await somebody(base, world, { n: 31, role: 'practice_manager', practiceId: 'XA001' });
const desk = await signIn(app, base.db, managing);
const today = Temporal.Now.zonedDateTimeISO('Europe/London').toPlainDate();
const [gp = '', , other = ''] = world.clinicians;
const associate = '00000000-0000-7000-8000-0000000000a1';
await arrange(base.owner, async (run) => {
  await run(sql`insert into workforce.clinician (id, group_id, practice_id, name, role, fte, valid_from)
    values (${associate}, ${world.groupId}, 'XA001', 'Jo Okafor', 'physician_associate', 1, '2020-01-01')`);
});
const on = (name: string, day: Temporal.PlainDate) => ({
  ...{ [`${name}-day`]: String(day.day), [`${name}-month`]: String(day.month), [`${name}-year`]: String(day.year) },
});
const supervisorOn = (day: Temporal.PlainDate) =>
  transaction(as(base.db, managing), async (tx) =>
    (await tx.one<{ id: string | null }>(sql`select workforce.supervisor_on(${associate}, ${day}) as id`)).id,
  ); // prettier-ignore

describe('A clinician’s ties', () => {
  test('say that nobody supervises who must be, until a GP of the group is named from a day', async () => {
    const at = `/clinicians/${associate}`;
    assert.match(await page(desk, at), /nobody supervises them/);
    const named = (supervisor: string, day: Temporal.PlainDate) =>
      desk.post(`${at}/supervisor`, { supervisor, ...on('supervised', day) });
    assert.match((await named(associate, today)).body, /Choose a GP of the group, not themselves/);
    assert.match((await named(gp, today.subtract({ days: 1 }))).body, /choose today or a later day/);
    assert.equal((await named(gp, today)).statusCode, 303);
    assert.equal(await supervisorOn(today.add({ days: 40 })), gp);
    assert.equal((await named(other, today.add({ days: 7 }))).statusCode, 303);
    assert.equal(await supervisorOn(today.add({ days: 6 })), gp);
    assert.equal(await supervisorOn(today.add({ days: 7 })), other, 'the next begins as the first ends');
    assert.equal((await named(gp, today.add({ days: 3 }))).statusCode, 303);
    assert.equal(await supervisorOn(today.add({ days: 8 })), gp, 'what was to come later gives way');
    assert.doesNotMatch(await page(desk, at), /nobody supervises them/);
  });

  test('put colleagues into one team of their practice, by its name with or without the code, and out of it', async () => {
    const join = (who: string, team: string) => desk.post(`/clinicians/${who}/team`, { team, ...on('teamed', today) });
    assert.equal((await join(gp, 'Team 1')).statusCode, 303);
    assert.equal((await join(associate, 'XA001  Team 1')).statusCode, 303);
    assert.match(await page(desk, `/clinicians/${gp}`), /In <b>XA001 Team 1<\/b> from [^<]*, with Jo Okafor/);
    assert.equal((await join(associate, '')).statusCode, 303);
    assert.doesNotMatch(await page(desk, `/clinicians/${gp}`), /with Jo Okafor/);
    assert.match((await join(gp, 'x'.repeat(90))).body, /at most 80 characters/);
  });

  test('of another practice are not a manager’s to change, in the database too', async () => {
    const elsewhere = world.clinicians[2] ?? '';
    assert.equal(
      (await desk.post(`/clinicians/${elsewhere}/team`, { team: 'T', ...on('teamed', today) })).statusCode,
      404,
    );
    await assert.rejects(
      transaction(as(base.db, managing), (tx) =>
        tx.rows(sql`insert into workforce.micro_team_member (id, group_id, team, clinician_id, valid_from)
          values (gen_random_uuid(), ${world.groupId}, 'T', ${elsewhere}, platform.today())`),
      ),
      /row-level security/,
    );
  });
});
