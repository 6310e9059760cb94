import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { importFolder } from '#domains/published/fixtures.ts';
import { systemActor } from '#platform/auth/actor.ts';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { arrangeGroup } from './fixtures.ts';
import { measureGap } from './queries/gap.ts';

const folder = process.env['SUPERPRACTICE_SHARED'] ?? path.join(import.meta.dirname, '../../../../shared/data');
const skip = existsSync(folder)
  ? false
  : `no published data in ${folder}; SUPERPRACTICE_SHARED may name a folder of it`;

test(
  'Ipswich and East Suffolk, from the published files: 34 of 35 practices in 9 networks have every layer',
  { skip },
  async () => {
    const { db } = await testDatabase();
    const reports = await importFolder(db, folder);
    assert.deepEqual(
      reports.filter((report) => report.outcome === 'rejected'),
      [],
    );
    const practices = await db.rows<{ code: string; hub: string | null }>(sql`
    select l.practice_code as code, m.pcn_code as hub from published.current_list_size l
    left join published.current_practice_mapping m on m.practice_code = l.practice_code
    where l.area = '06L' and l.period_from = (select max(period_from) from published.current_list_size where area = '06L')`);
    assert.equal(practices.length, 35);
    const group = await arrangeGroup(db, 'Ipswich and East Suffolk', practices);
    const measured = await transaction(
      { db, actor: systemActor('test', group), act: { action: 'measure-gap' } },
      (tx) => measureGap(tx, Temporal.PlainDate.from('2026-06-01'), { limit: null, share: null }),
    );
    assert.deepEqual([measured.total.practices, measured.total.practicesCounted], [35, 34]);
    assert.equal(measured.byHub.filter(({ hub }) => hub !== null).length, 9);
    assert.deepEqual(
      measured.byPractice.filter(({ missing }) => missing.length > 0).map(({ code, missing }) => [code, missing]),
      [['Y06499', ['appointments', 'workforce']]],
    );
    assert.equal(measured.byPractice[0]?.gpShareSource, '06L, Sep 2020 to Aug 2021');
    assert.equal(measured.total.verdict, 'depends on the assumption');
    const { low, high } = measured.total.contactsPerGpDay;
    assert.deepEqual([low?.toFixed(1), high?.toFixed(1)], ['22.4', '31.5']);
  },
);
