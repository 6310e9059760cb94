import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { callAbout, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { arrange, id, smallWorld } from '../../../test/support/world.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 3 });
const { app } = await testApp(base);
const navigator = await signIn(app, base.db, world.actors.navigator);

test('A call has the words and the number ready that stand while its line to the server is lost', async () => {
  const now = Temporal.Now.instant();
  await arrange(base.owner, async (run) => {
    await run(sql`insert into access.duty (id, group_id, level, duty_practice_id, clinician_id, starts_at, ends_at, phone)
      values (${id(9, 1)}, ${world.groupId}, 'practice', 'XA001', ${world.clinicians[0] ?? ''}, ${now.subtract({ hours: 1 })}, ${now.add({ hours: 8 })}, '+447700900456')`);
  });
  for (const [words, form] of [
    ['sore knee', 'words-form'],
    ['crushing chest pain since breakfast', 'more-form'],
  ] as const) {
    const html = await page(navigator, await callAbout(navigator, world.patients[1], { words }));
    const [bar = ''] = new RegExp(`<div[^>]* data-not-kept="${form}" hidden>.*`).exec(html) ?? [];
    assert.match(
      bar,
      /Not being looked through for danger\.<\/b>.* Ask yourself; ring the duty doctor, .*07700 900456/,
    );
  }
});
