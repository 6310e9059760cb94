import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import { systemActor } from '#platform/auth/actor.ts';
import { openSession } from '#platform/auth/session-store.ts';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testApp } from '../../../test/support/app.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { importText, listSizeCsv, workforceCsv } from './fixtures.ts';

const base = await testDatabase();
const { db } = base;
const { app } = await testApp(base);
const [groupId, personId, roleHeldId] = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7()];
await transaction({ db, actor: systemActor('test', groupId), act: { action: 'arrange' } }, async (tx) => {
  await tx.rows(sql`insert into network.group (id, name, legal_shape) values (${groupId}, 'Nowhere Group', 'network')`);
  await tx.rows(sql`insert into network.person values (${personId}, ${groupId}, 'Somebody', null, true)`);
  await tx.rows(
    sql`insert into network.role_held values (${roleHeldId}, ${personId}, ${groupId}, null, null, 'finance', '2020-01-01')`,
  );
});
const token = await openSession(db, { personId, roleHeldId, hours: 1 });

const page = async () => {
  const reply = await app.inject({
    url: '/published',
    cookies: { superpractice: token },
    headers: { accept: 'text/html' },
  });
  assert.equal(reply.statusCode, 200);
  return reply.body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
};

test('the page says what would fill it while nothing is imported', async () => {
  assert.match(await page(), /No published statistics have been imported yet/);
});

test('every edition stands with period, publisher, licence, rows and whether it is in force; derived ones say by whom', async () => {
  const list = (...sizes: number[]) =>
    listSizeCsv(
      sizes.map((NUMBER_OF_PATIENTS, n) => ({ CODE: `A1000${n}`, NUMBER_OF_PATIENTS })),
      '2025-05-01',
    );
  await importText(db, ['first.csv', list(5000, 6000)]);
  await importText(db, ['second.csv', list(5001, 6001)]);
  await importText(db, [
    'staff.csv',
    workforceCsv([{ 'Practice.Code': 'A10000', TOTAL_GP_EXTGL_FTE: 4, TOTAL_LOCUUM_TRN_FTE: 1 }]),
  ]);
  const said = await page();
  assert.match(said, /2 editions in force/);
  assert.match(said, /1 older edition kept as history/);
  assert.match(
    said,
    /1 May 2025 Patients Registered at a GP Practice NHS England\. Open Government Licence v3\.0\. File second\.csv 2 2 0 0 [^A-Z]*[A-Z][^A-Z]*[A-Z][^A-Z]* in force/,
  );
  assert.match(said, /File first\.csv 2 2 0 0 [^A-Z]*[A-Z][^A-Z]*[A-Z][^A-Z]* superseded/);
  assert.match(said, /derived by others .* not an official publication/);
});

test('an edition of far fewer practices than the one before says so, and the page says how to put that one back', async () => {
  const many = Array.from({ length: 20 }, (_, n) => ({ CODE: `B${10_000 + n}`, NUMBER_OF_PATIENTS: 5000 }));
  await importText(db, ['many.csv', listSizeCsv(many, '2025-06-01')]);
  await importText(db, ['few.csv', listSizeCsv(many.slice(0, 3), '2025-06-01')]);
  const said = await page();
  assert.match(
    said,
    /File few\.csv 3 3 0 0 .{1,60} in force far fewer practices covers 3 where many\.csv, whose place it took in the same areas, covered 20/,
  );
  assert.match(said, /superpractice published restore EDITION/);
});
