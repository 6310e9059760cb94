import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { callAbout, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { arrange, smallWorld } from '../../../test/support/world.ts';

test('The rows of the board are numbered without a gap, though more stand behind a press', async () => {
  const base = await testDatabase();
  const world = await smallWorld(base);
  const { app } = await testApp(base);
  const [operations, navigator] = [
    await signIn(app, base.db, world.actors.operations),
    await signIn(app, base.db, world.actors.navigator),
  ];
  // Nobody is on duty at any of six practices on the next working day: more than stand open.
  await base.owner.rows(sql`insert into network.practice (id, name, latitude, longitude, source)
    select 'XB00' || n, 'Other ' || n, 52, 1, 'test' from generate_series(1, 4) n`);
  await arrange(base.owner, async (run) => {
    await run(
      sql`insert into network.group_practice select ${world.groupId}, 'XB00' || n, '2020-01-01' from generate_series(1, 4) n`,
    );
    await run(
      sql`insert into network.agreement select gen_random_uuid(), ${world.groupId}, 'XB00' || n, 'hub_booking', '2020-01-01' from generate_series(1, 4) n`,
    );
  });
  const call = await callAbout(navigator, world.patients[0], { words: 'sick note for work' });
  await navigator.post(`${call}/later`, {});
  await arrange(base.owner, async (run) => {
    await run(
      sql`update access.request set answer_by = now() - interval '1 hour', warn_at = now() - interval '2 hours'`,
    );
  });
  const board = await page(operations, '/today');
  const behind = /<details class="more" id="more-risks">[^]*?<\/details>/.exec(board)?.[0] ?? assert.fail(board);
  const numbers = (html: string): number[] =>
    [...html.matchAll(/class="risk__n">(\d+)</g)].map(([, number]) => Number(number));
  const shown = numbers(board.replace(behind, ''));
  assert.ok(shown.length > 3 && behind.includes('class="risk"'), 'three, some behind, and what else there is today');
  assert.deepEqual(
    shown,
    shown.map((_, at) => at + 1),
  );
  assert.deepEqual(numbers(behind), []);
});
