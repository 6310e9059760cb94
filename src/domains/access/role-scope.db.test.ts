import assert from 'node:assert/strict';
import { test } from 'node:test';
import { transaction } from '#platform/db/transaction.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { firstProtocolData } from '../../../test/support/protocol.ts';
import { as, smallWorld } from '../../../test/support/world.ts';
import { uploadDraft } from './commands/protocol.ts';
import { clinicianRoles, rolesBeyond } from './queries/override.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 1 });
const clinician = as(base.db, world.actors.clinician);
const codes = async () =>
  transaction(clinician, async (tx) => ({
    within: (await clinicianRoles(tx)).map(({ code }) => code),
    beyond: (await rolesBeyond(tx)).map(({ name }) => name),
  }));
/** Shipped data belongs to the owner of the tables. */
const scope = (role: string, from: number, undifferentiated: boolean) =>
  base.owner.pool.query(
    `insert into workforce.role_scope (role, valid_from, undifferentiated, supervised, supervision_minutes, source)
     values ($1, platform.today() + $2::integer, $3, false, 0, 'test')`,
    [role, from, undifferentiated],
  );
const faultsOf = async (role: string): Promise<readonly string[]> => {
  const data = structuredClone(firstProtocolData()) as { rules: { id: string; outcome: { roles: string[] } }[] };
  const rule = data.rules.find(({ id }) => id === 'cough-adult') ?? assert.fail('no rule');
  rule.outcome.roles = [...rule.outcome.roles, role];
  const done = await uploadDraft(clinician, JSON.stringify(data));
  return done.ok ? [] : done.error.kind === 'faults' ? done.error.faults : [done.error.kind];
};

void test('who may see nobody unassessed follows the scope of practice in force, whatever the role is', async () => {
  const before = await codes();
  assert.ok(!before.within.includes('physician_associate') && before.within.includes('paramedic'));
  assert.deepEqual(before.beyond, ['Physician assistant']);
  assert.match((await faultsOf('physician_associate')).join(), /whom nobody has assessed .*Physician assistant/);

  await scope('physician_associate', 1, true);
  assert.deepEqual(await codes(), before, 'what holds from tomorrow changes nothing today');

  await scope('paramedic', 0, false);
  await scope('physician_associate', 0, true);
  const after = await codes();
  assert.ok(after.within.includes('physician_associate') && !after.within.includes('paramedic'));
  assert.deepEqual(after.beyond, ['Paramedic']);
  assert.doesNotMatch((await faultsOf('physician_associate')).join(), /Physician assistant/);
  assert.match((await faultsOf('gp')).join(), /Paramedic/);
});
