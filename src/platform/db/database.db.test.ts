import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../test/support/database.ts';
import { smallWorld, as } from '../../../test/support/world.ts';
import { sql } from './sql.ts';
import { transaction } from './transaction.ts';

test('A statement that is sent often is planned once by its connection, and goes on answering by its values', async () => {
  const base = await testDatabase();
  const world = await smallWorld(base);
  const planned = await transaction(as(base.db, world.actors.navigator), async (tx) => {
    for (let n = 0; n < 5; n += 1)
      assert.deepEqual(await tx.one(sql`select ${n}::integer * 2 as twice`), { twice: n * 2 });
    return tx.rows<{ statement: string }>(sql`select p.statement from pg_prepared_statements p`);
  });
  const texts = planned.map(({ statement }) => statement);
  assert.deepEqual(
    texts.filter((text) => text.includes('twice')),
    ['select $1::integer * 2 as twice'],
  );
  assert.ok(!texts.some((text) => text.includes('pg_prepared_statements')), 'not one that was sent once');
});
