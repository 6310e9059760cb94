import assert from 'node:assert/strict';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { arrange, as, id, smallWorld } from '../../../test/support/world.ts';
import { takeAll, takeTable } from './commands/own-data.ts';

const base = await testDatabase();
const world = await smallWorld(base);
await arrange(base.owner, async (run) => {
  await run(sql`insert into network.person values (${id(3, 60)}, ${world.groupId}, 'Wendy Hart', null, true)`);
  await run(sql`insert into network.role_held values
    (${id(4, 60)}, ${id(3, 60)}, ${world.groupId}, 'XA001', null, 'practice_manager', '2020-01-01')`);
});
const manager = as(base.db, {
  ...{ personId: id(3, 60), name: 'Wendy Hart', roleHeldId: id(4, 60), role: 'practice_manager' },
  ...{ groupId: world.groupId, practiceId: 'XA001' },
});
await transaction(manager, (tx) =>
  tx.rows(sql`insert into audit.event (kind, action, role, practice_id, group_id, subject, detail)
    select 'act', 'test', 'system', 'XA001', ${world.groupId}, 'row ' || n, jsonb_build_object('n', repeat(md5(n::text), 20)) from generate_series(1, 40000) n`),
);

const idle = () => base.db.pool.idleCount === base.db.pool.totalCount;

test('a taking that is broken off gives its connection back, whether one table or all', async () => {
  for (const take of [
    () => takeAll(manager, Temporal.Now.instant()),
    () => takeTable(manager, { schema: 'audit', name: 'event' }),
  ]) {
    const stream = await take();
    assert.ok(stream);
    stream.on('error', () => undefined);
    await once(stream, 'readable');
    assert.equal(idle(), false);
    stream.destroy();
    const until = performance.now() + 10_000;
    while (!idle() && performance.now() < until) await sleep(20);
    assert.ok(idle(), 'a connection is still held');
  }
});

test('a table of which nobody reads on waits in the database, not in memory', async () => {
  const stream = await takeTable(manager, { schema: 'audit', name: 'event' });
  assert.ok(stream);
  stream.on('error', () => undefined);
  await once(stream, 'readable');
  await sleep(500);
  assert.ok(stream instanceof PassThrough);
  const waiting = stream.readableLength + stream.writableLength;
  assert.ok(waiting < 1_000_000, `${waiting} bytes wait in memory`);
  stream.destroy();
});
