import assert from 'node:assert/strict';
import { pipeline } from 'node:stream/promises';
import { describe, test } from 'node:test';
import pg from 'pg';
import copyStreams from 'pg-copy-streams';
import { systemActor } from '#platform/auth/actor.ts';
import type { Database } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { ownServer } from '../../../test/support/server.ts';
import { readKeptSeal, resumeAudit } from './resume.ts';
import { checkChain, sealFinished, sealOf, verifications } from './seal.ts';

const act = (db: Database, subject: string) =>
  transaction({ db, actor: systemActor('test'), act: { action: 'test' } }, async (tx) => tx.note({ subject }));

async function as<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const counter = ({ rows }: Pick<Database, 'rows'>) =>
  rows<{ next: number }>(sql`select pg_snapshot_xmax(pg_current_snapshot())::text::bigint as next`).then(
    ([row]) => row?.next ?? 0,
  );

/** What pg_restore does with the audit: every row as it was, on a server that counts its transactions from lower. */
async function restoreAudit(from: string, to: string): Promise<void> {
  await as(from, (source) =>
    as(to, async (target) => {
      for (const table of ['audit.event', 'audit.seal']) {
        const out = source.query(copyStreams.to(`copy ${table} to stdout`));
        await pipeline(out, target.query(copyStreams.from(`copy ${table} from stdin`)));
      }
      await target.query(
        `select setval(pg_get_serial_sequence('audit.event', 'id'), (select max(id) from audit.event))`,
      );
    }),
  );
}

describe('An audit restored into another server', async () => {
  const source = await ownServer();
  const { db, ownerUrl, superuserUrl } = await ownServer();

  // The server that is left behind is far ahead of the new one, as one in use always is.
  const ahead = (await counter(db)) + 30_000;
  await as(source.superuserUrl, (client) =>
    client.query(`do $$ begin while pg_current_xact_id()::text::bigint < ${ahead} loop commit; end loop; end $$`),
  );
  for (const subject of ['first', 'second']) {
    await act(source.db, subject);
    await sealFinished(source.db);
  }
  const kept = await sealOf(source.db);
  assert.ok(kept);
  await act(source.db, 'not sealed yet');
  await restoreAudit(source.superuserUrl, superuserUrl);
  const tamper = (statement: string) =>
    as(superuserUrl, (client) => client.query(`set session_replication_role = replica; ${statement}`));

  test('keeps the app and every other command from writing before it is resumed', async () => {
    await assert.rejects(migrate(ownerUrl), /restored from another server.*audit resume/);
  });

  test('is refused where the dump was tampered with, and nothing is moved or written', async () => {
    const before = await counter(db);
    await tamper(`update audit.event set subject = 'nothing' where subject = 'first'`);
    assert.deepEqual(await resumeAudit(db, { kept }), {
      ok: false,
      error: { kind: 'unsound', batch: 1, batches: 2 },
    });
    assert.ok((await counter(db)) - before < 100);
    assert.equal((await checkChain(db)).firstUnsound, 1);
    assert.deepEqual(await db.rows(sql`select 1 from audit.event e where e.action = 'resume-audit'`), []);
    await tamper(`update audit.event set subject = 'first' where subject = 'nothing'`);
  });

  test('is refused where the newest seals were cut off, or everything was changed and sealed again', async () => {
    const cut = { ...kept, batch: 7 };
    assert.deepEqual(await resumeAudit(db, { kept: cut }), {
      ok: false,
      error: { kind: 'kept-batch-missing', batch: 7, newest: 2 },
    });
    const other = { ...kept, hash: 'ab'.repeat(32) };
    assert.deepEqual(await resumeAudit(db, { kept: other }), {
      ok: false,
      error: { kind: 'kept-seal-differs', batch: 2 },
    });
  });

  test('goes on: the chain verifies, new events are sealed after it, and that it was resumed is audited', async () => {
    const resumed = await resumeAudit(db, { kept });
    assert.ok(resumed.ok, JSON.stringify(resumed));
    const past = Math.max(resumed.value.counter?.at ?? 0, kept.toTx);
    assert.ok((await counter(db)) >= past);
    await migrate(ownerUrl);
    await act(db, 'after');
    await sealFinished(db);
    const state = await checkChain(db);
    assert.deepEqual([state.firstUnsound, state.unsealedEvents, state.sealedEvents], [null, 0, 5]);
    const [note] = await db
      .rows<{ person: string; detail: object }>(
        sql`select e.person_name as person, e.detail from audit.event e where e.action = 'resume-audit'`,
      )
      .catch(() => []);
    assert.equal(note, undefined, 'what belongs to no group is not for the app to read');
    const rows = await as(superuserUrl, (client) =>
      client.query<{ detail: Record<string, unknown> }>(`select detail from audit.event where action = 'resume-audit'`),
    );
    assert.equal(rows.rows[0]?.detail['comparedWithKeptSeal'], true);
    const kinds = (await verifications(db, 2)).map(({ resumed: moved, firstUnsound }) => [moved, firstUnsound]);
    assert.deepEqual(kinds, [
      [false, null],
      [true, null],
    ]);
    assert.deepEqual(await sealOf(db, kept.batch), kept);
  });

  test('is resumed once: again moves nothing', async () => {
    const again = await resumeAudit(db, { kept });
    assert.ok(again.ok);
    assert.equal(again.value.counter, null);
  });

  test('still shows what is changed, added or taken away afterwards, on either side of the restore', async () => {
    for (const [statement, undo, batch] of [
      [
        `update audit.event set detail = '{}' where subject = 'second'`,
        `update audit.event set detail = null where subject = 'second'`,
        2,
      ],
      [
        `update audit.event set subject = 'x' where subject = 'not sealed yet'`,
        `update audit.event set subject = 'not sealed yet' where subject = 'x'`,
        3,
      ],
      [
        `insert into audit.event (tx, kind, action, subject) values (${kept.toTx - 1}, 'act', 'test', 'slipped in')`,
        `delete from audit.event where subject = 'slipped in'`,
        2,
      ],
      [`delete from audit.event where subject = 'after'`, 'select 1', 4],
    ] as const) {
      await tamper(statement);
      assert.equal((await checkChain(db)).firstUnsound, batch, statement);
      await tamper(undo);
    }
  });
});

test('a seal kept elsewhere is read from the last line, and anything else is not a seal', () => {
  const hash = '0f'.repeat(32);
  assert.deepEqual(readKeptSeal(`1|20|${'a'.repeat(64)}\n2|345|${hash}\n`), { batch: 2, toTx: 345, hash });
  for (const text of ['', 'x', `2|345`, `2|345|zz`, `-2|345|${hash}`]) assert.equal(readKeptSeal(text), undefined);
});
