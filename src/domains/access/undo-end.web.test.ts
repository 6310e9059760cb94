import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { callAbout, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { arrange, smallWorld, standing } from '../../../test/support/world.ts';

const base = await testDatabase();
const world = await smallWorld(base);
const { app } = await testApp(base);
const navigator = await signIn(app, base.db, world.actors.navigator);
const clinician = await signIn(app, base.db, world.actors.clinician);

test('an end is taken back by whoever ended it, for half an hour, and the request waits with the clock it had', async () => {
  const call = await callAbout(navigator, world.patients[1], { words: 'a form for the gym' });
  const clock = (): Promise<object[]> =>
    standing(
      base.owner,
      sql`select status, outcome, answer_by, due_at from access.request where id = ${call.split('/').at(-1) ?? ''}`,
    );
  const [before] = (await clock()) as { answer_by: unknown; due_at: unknown }[];
  await navigator.post(`${call}/end`, { outcome: 'admin' });
  assert.match(await page(navigator, call), /Undo: open the request again/);
  assert.doesNotMatch(await page(clinician, call), /Undo: open/);
  const other = await clinician.post(`${call}/undo-end`);
  assert.equal(other.statusCode, 422);
  assert.match(other.body, /Only whoever ended it takes that back/);
  assert.equal((await navigator.post(`${call}/undo-end`)).statusCode, 303);
  assert.equal((await navigator.post(`${call}/undo-end`)).statusCode, 303, 'pressed twice it is open once');
  assert.deepEqual(await clock(), [{ ...before, status: 'waiting', outcome: null }]);
  assert.match(await page(navigator, '/calls'), /a form for the gym/);
  const noted = sql`select from audit.event where subject = 'end taken back' and subject_id = ${call.split('/').at(-1) ?? ''}`;
  assert.equal((await standing(base.owner, noted)).length, 1);
  await navigator.post(`${call}/end`, { outcome: 'admin' });
  await arrange(base.owner, async (run) => {
    await run(
      sql`update access.request set ended_at = now() - interval '31 minutes' where id = ${call.split('/').at(-1) ?? ''}`,
    );
  });
  assert.doesNotMatch(await page(navigator, call), /Undo: open/);
  assert.equal((await navigator.post(`${call}/undo-end`)).statusCode, 422);
});
