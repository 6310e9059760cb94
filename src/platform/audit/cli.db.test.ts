import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import pg from 'pg';
import { systemActor } from '#platform/auth/actor.ts';
import { isCommandFailed, type AnyCall } from '#platform/cli/command.ts';
import { outputTo } from '#platform/cli/output.ts';
import { transaction } from '#platform/db/transaction.ts';
import { ownServer } from '../../../test/support/server.ts';
import { commands } from './cli.ts';
import { verifications } from './seal.ts';

describe('The audit on the command line', async () => {
  const { db, superuserUrl } = await ownServer();

  async function run(name: string): Promise<Record<string, unknown>> {
    const written: string[] = [];
    const sink = { write: (text: string) => written.push(text) };
    const found = commands.find((command) => command.name === name);
    const out = outputTo({ out: sink, err: sink, json: true });
    try {
      await found?.run({ args: [], options: {}, db, json: true, out } as unknown as AnyCall);
    } catch (error) {
      assert.ok(isCommandFailed(error), String(error));
      return { ...(JSON.parse(written.join('')) as object), failed: error.message };
    }
    return JSON.parse(written.join('')) as Record<string, unknown>;
  }
  const act = async (subject: string) =>
    transaction({ db, actor: systemActor('test'), act: { action: 'test' } }, async (tx) => tx.note({ subject }));

  async function tamper(statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: superuserUrl });
    await client.connect();
    await client.query(`set session_replication_role = replica; ${statement}`);
    await client.end();
  }

  test('is sealed in batches and found sound', async () => {
    await act('first');
    await act('second');
    assert.equal((await run('audit seal'))['sealed'], 2);
    await act('third');
    assert.equal((await run('audit seal'))['sealed'], 1);
    assert.equal((await run('audit seal'))['sealed'], 0);
    await act('fourth');
    const found = { sound: true, batches: 2, sealedEvents: 3, unsealedEvents: 1, firstUnsound: null };
    const { newest, ...state } = await run('audit verify');
    assert.deepEqual(state, found);
    assert.match(JSON.stringify(newest), /^\{"batch":2,"toTx":\d+,"hash":"[0-9a-f]{64}"\}$/);
    const [kept] = await verifications(db, 1);
    assert.deepEqual([kept?.by, kept?.sealedEvents, kept?.firstUnsound], ['the command line', 3, null]);
  });

  test('fails at the first batch somebody changed, added to or took from, whoever they were', async () => {
    await tamper(`update audit.event set subject = 'nothing' where subject = 'third'`);
    const changed = await run('audit verify');
    assert.deepEqual(
      [changed['sound'], changed['firstUnsound'], changed['failed']],
      [false, 2, 'Batch 2 is the first that is unsound.'],
    );
    await tamper(`update audit.event set subject = 'third' where subject = 'nothing'`);
    assert.equal((await run('audit verify'))['sound'], true);
    await tamper(`delete from audit.event where subject = 'first'`);
    assert.equal((await run('audit verify'))['firstUnsound'], 1);
  });

  test('fails where the end of the chain was cut off since it was verified', async () => {
    await tamper(`delete from audit.seal; delete from audit.event`);
    const cut = await run('audit verify');
    assert.deepEqual([cut['sound'], cut['firstUnsound']], [false, 1]);
  });
});
