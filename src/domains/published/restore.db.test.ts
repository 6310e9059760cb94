import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { restoreEdition } from './commands/restore.ts';
import { importText, listSizeCsv } from './fixtures.ts';

const base = await testDatabase();

const list = (patients: Record<string, number>, area = '99Z') =>
  Object.entries(patients).map(([CODE, count]) => ({ CODE, NUMBER_OF_PATIENTS: count, SUB_ICB_LOCATION_CODE: area }));

const current = (date: string) =>
  base.db.rows<{ practice_code: string; patients: number }>(
    sql`select practice_code, patients from published.current_list_size where period_from = ${date} order by practice_code`,
  );

const twenty = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`E${10_000 + n}`, 1000 + n]));

test('an edition that covers far fewer practices than the one it replaces is warned of, and that one can be put back', async () => {
  const whole = await importText(base.db, ['whole.csv', listSizeCsv(list(twenty, '95Z'), '2023-10-01')]);
  assert.deepEqual([whole.practices, whole.warning], [20, null]);
  const thin = await importText(base.db, ['thin.csv', listSizeCsv(list({ E10000: 7 }, '95Z'), '2023-10-01')]);
  assert.deepEqual(
    [thin.practices, thin.warning?.here, thin.warning?.there, thin.warning?.edition, thin.warning?.replaced],
    [1, 1, 20, whole.edition, true],
  );
  assert.match(thin.warning?.words ?? '', /only 1 practice where whole\.csv \(1 October 2023\).* covered 20/);
  assert.equal((await current('2023-10-01')).length, 1);

  const asked = { name: whole.edition ?? '', reason: 'thin.csv was cut off', by: 'test' };
  const restored = await restoreEdition(base.db, asked);
  assert.deepEqual(restored, {
    ok: true,
    value: {
      edition: whole.edition,
      file: 'whole.csv',
      period: '1 October 2023',
      replaced: [{ edition: thin.edition, file: 'thin.csv', staysFor: 0 }],
    },
  });
  assert.equal((await current('2023-10-01')).length, 20);
  const kept = await base.db.rows(sql`
    select restored_by, reason, replaced from published.restoration where edition_id = ${whole.edition}`);
  assert.deepEqual(kept, [{ restored_by: 'test', reason: 'thin.csv was cut off', replaced: [thin.edition] }]);
  const audited = await base.owner.rows(sql`
    select purpose from audit.event where action = 'restore-published-edition' and subject = 'published.restoration insert'`);
  assert.deepEqual(audited, [{ purpose: 'thin.csv was cut off' }]);
  const again = await restoreEdition(base.db, asked);
  assert.deepEqual(again, { ok: false, error: { kind: 'in-force', id: whole.edition } });

  const back = await restoreEdition(base.db, { name: 'thin.csv', reason: null, by: 'test' });
  assert.ok(back.ok);
  assert.equal((await current('2023-10-01')).length, 1);
});

test('after an earlier edition was put back, neither file changes anything when it is imported again', async () => {
  const [one, two] = [5300, 5400].map((patients) => listSizeCsv(list({ A10001: patients }), '2023-11-01')) as [
    string,
    string,
  ];
  const first = await importText(base.db, ['one.csv', one]);
  await importText(base.db, ['two.csv', two]);
  assert.ok((await restoreEdition(base.db, { name: first.edition ?? '', reason: null, by: 'test' })).ok);
  assert.equal((await importText(base.db, ['one.csv', one])).outcome, 'unchanged');
  assert.equal((await importText(base.db, ['two.csv', two])).outcome, 'superseded');
  assert.deepEqual(await current('2023-11-01'), [{ practice_code: 'A10001', patients: 5300 }]);
});

test('an edition nobody knows, or a file’s name that several have, is not put back', async () => {
  const refused = async (name: string) => {
    const result = await restoreEdition(base.db, { name, reason: null, by: 'test' });
    return result.ok ? null : result.error.kind;
  };
  assert.equal(await refused('nothing.csv'), 'no-such-edition');
  for (const patients of [1, 2])
    await importText(base.db, ['same-name.csv', listSizeCsv(list({ A10001: patients }), '2021-01-01')]);
  assert.equal(await refused('same-name.csv'), 'several');
});

test('an edition of a newer month with far fewer practices is warned of too, a few closures are not', async () => {
  const month = async (name: string, patients: Record<string, number>, day: string) =>
    importText(base.db, [name, listSizeCsv(list(patients, '94Z'), day)]);
  const first = await month('m1.csv', twenty, '2023-01-01');
  const closed = Object.fromEntries(Object.entries(twenty).slice(1));
  assert.equal((await month('m2.csv', closed, '2023-02-01')).warning, null);
  const thin = await month('m3.csv', { E10000: 7 }, '2023-03-01');
  assert.deepEqual([thin.warning?.here, thin.warning?.there, thin.warning?.replaced], [1, 19, false]);
  assert.match(thin.warning?.words ?? '', /the edition before, m2\.csv \(1 February 2023\), covers 19/);
  assert.ok(first.edition);
});

test('the newest list of an area is the newest that covers it, so a list of few practices closes none', async () => {
  const newest = async () =>
    (await base.db.one<{ day: string }>(sql`select published.newest('patients-registered', '94Z')::text as day`)).day;
  assert.equal(await newest(), '2023-02-01');
});
