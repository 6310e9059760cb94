import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { somebody } from '../../../test/support/more-people.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { arrange, id, smallWorld } from '../../../test/support/world.ts';

const base = await testDatabase();
const world = await smallWorld(base);
const { app } = await testApp(base);

test('What leaving closes counts people as people, and programs apart from them', async () => {
  const manager = await signIn(
    app,
    base.db,
    await somebody(base, world, { n: 31, role: 'practice_manager', practiceId: 'XA001' }),
  );
  const heading = async (): Promise<string> =>
    /<h1[^>]*>([^<]*)</.exec(await page(manager, '/our-practice/hub_booking'))?.[1] ?? '';
  const before = await heading();
  assert.match(before, /^\d+ people stop seeing \d kinds of our records$/);
  await arrange(base.owner, async (run) => {
    await run(sql`insert into network.client (id, group_id, name, scopes, jwks)
      values (${id(13, 1)}, ${world.groupId}, 'Other system', '{system/Slot.rs}', '{"keys": []}')`);
  });
  const people = /^\d+ people/.exec(before)?.[0] ?? '';
  assert.match(await heading(), new RegExp(`^${people} and 1 connected system stop seeing`));
});

test('Adding somebody names every field that is wrong at once, and offers no role nobody gives here', async () => {
  const administrator = await signIn(app, base.db, await somebody(base, world, { n: 32, role: 'administrator' }));
  const form = await page(administrator, '/people/new');
  assert.match(form, /<option value="navigator"/);
  assert.doesNotMatch(form, /<option value="(?:patient|client)"/);
  const nothing = {
    name: ' ',
    email: '',
    role: '',
    place: '',
    'from-day': '32',
    'from-month': '1',
    'from-year': '2026',
  };
  const missing = await administrator.post('/people', nothing);
  assert.equal(missing.statusCode, 422);
  for (const field of ['name', 'email', 'role', 'from']) assert.match(missing.body, new RegExp(`id="${field}-error"`));
  const patient = await administrator.post('/people', {
    ...{ name: 'Nell Frost', email: 'nell@example.org', role: 'patient', place: '' },
  });
  assert.equal(patient.statusCode, 422, 'a patient is none of the staff');
});
