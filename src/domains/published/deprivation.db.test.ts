import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { importFile } from './commands/import.ts';
import { deprivationCsv, importText } from './fixtures.ts';

/** So many practices of a letter, each a point less deprived than the one before it. */
const scores = (count: number, letter = 'A', highest = 60) =>
  Array.from({ length: count }, (_, n) => ({ AreaCode: `${letter}${10_001 + n}`, Value: highest - n }));

describe('Deprivation scores of practices', async () => {
  const { db } = await testDatabase();
  const fifths = () =>
    db.rows<{ fifth: number; year: number; practices: string }>(sql`
      select f.fifth, extract(year from f.period_from)::int as year, string_agg(f.practice_code, ' ' order by f.score desc) as practices
      from published.deprivation_fifth f group by f.fifth, f.period_from order by f.fifth`);

  test('are imported all or nothing, each edition of the Indices a period, under their publisher and licence', async () => {
    const refused = await importText(db, [
      'imd.csv',
      deprivationCsv([...scores(3), { AreaCode: 'A10004', Value: 'x' }]),
    ]);
    assert.deepEqual([refused.outcome, refused.kept, refused.rejectedRows], ['rejected', 0, 1]);
    assert.deepEqual(await fifths(), []);
    const imported = await importText(db, ['imd.csv', deprivationCsv(scores(10))]);
    assert.deepEqual(
      [imported.outcome, imported.kind, imported.kept, imported.practices, imported.period?.words],
      ['imported', 'practice-deprivation', 10, 10, '2019'],
    );
    assert.deepEqual(
      await db.one(sql`select publisher, licence, derived_by from published.edition where id = ${imported.edition}`),
      {
        publisher: 'Office for Health Improvement and Disparities, Fingertips',
        licence: 'Open Government Licence v3.0',
        derived_by: null,
      },
    );
  });

  test('put every practice of the newest Indices into a national fifth, 1 the most deprived', async () => {
    await importText(db, ['older.csv', deprivationCsv(scores(10, 'B'), 2015)]);
    assert.deepEqual(await fifths(), [
      { fifth: 1, year: 2019, practices: 'A10001 A10002' },
      { fifth: 2, year: 2019, practices: 'A10003 A10004' },
      { fifth: 3, year: 2019, practices: 'A10005 A10006' },
      { fifth: 4, year: 2019, practices: 'A10007 A10008' },
      { fifth: 5, year: 2019, practices: 'A10009 A10010' },
    ]);
  });

  test('of newer Indices for a few practices are warned of and passed over: their fifths would not be the country’s', async () => {
    const thin = await importText(db, ['thin.csv', deprivationCsv(scores(3, 'C'), 2025)]);
    assert.deepEqual([thin.outcome, thin.warning?.here, thin.warning?.there], ['imported', 3, 10]);
    assert.deepEqual([...new Set((await fifths()).map(({ year }) => year))], [2019]);
    await importText(db, ['whole.csv', deprivationCsv(scores(9, 'C'), 2025)]);
    assert.deepEqual([...new Set((await fifths()).map(({ year }) => year))], [2025]);
  });

  test('of another indicator under the same heading are passed over with the reason', async () => {
    const smoking = deprivationCsv([{ IndicatorID: 91547, AreaCode: 'A10001', Value: 19.2 }]);
    const report = await importText(db, ['smoking.csv', smoking]);
    assert.deepEqual(
      [report.outcome, report.leftOut],
      ['unknown', { 'of another indicator than 93553, the deprivation score of practices': 1 }],
    );
  });
});

const folder = process.env['SUPERPRACTICE_SHARED'] ?? path.join(import.meta.dirname, '../../../../shared/data');
const file = path.join(folder, 'quality/fingertips-imd-practice-2010-2015-2019.csv');
const skip = existsSync(file)
  ? false
  : `no published scores at ${file}; SUPERPRACTICE_SHARED may name the folder of its folder`;

test(
  'The published scores of England: 6,980 practices of 2019 in five national fifths of 1,396',
  { skip },
  async () => {
    const { db } = await testDatabase();
    const report = await importFile(db, file, { period: null, skipRejected: false, onBytes: () => undefined });
    assert.deepEqual(
      [report.outcome, report.rows, report.kept, report.rejectedRows, report.leftOut, report.practices],
      ['imported', 23_080, 23_080, 0, {}, 6980],
    );
    const fifths = await db.rows(sql`
    select f.fifth, count(*)::int as practices, round(min(f.score)::numeric, 2)::float as lowest, round(max(f.score)::numeric, 2)::float as highest
    from published.deprivation_fifth f group by f.fifth order by f.fifth`);
    assert.deepEqual(fifths, [
      { fifth: 1, practices: 1396, lowest: 33.21, highest: 68.72 },
      { fifth: 2, practices: 1396, lowest: 24.92, highest: 33.18 },
      { fifth: 3, practices: 1396, lowest: 18.44, highest: 24.91 },
      { fifth: 4, practices: 1396, lowest: 12.82, highest: 18.44 },
      { fifth: 5, practices: 1396, lowest: 3.4, highest: 12.82 },
    ]);
  },
);
