import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import {
  appointmentsCsv,
  crosstabCsv,
  importFolder,
  importText,
  listSizeCsv,
  regionalCsv,
  workforceCsv,
} from '#domains/published/fixtures.ts';
import { systemActor } from '#platform/auth/actor.ts';
import type { Database } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import type { AnyCall } from '#platform/cli/command.ts';
import { outputTo } from '#platform/cli/output.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { commands } from './cli.ts';
import { measureGap, type Asked } from './queries/gap.ts';

/** A practice of an arranged group, and the hub it is in. */
interface Arranged {
  readonly code: string;
  readonly hub: string | null;
}

/** Makes a group of practices as the system: what a measure needs, without people or agreements. Answers its id. */
async function arrangeGroup(database: Database, name: string, practices: readonly Arranged[]): Promise<string> {
  const id = randomUUIDv7();
  const codes = practices.map(({ code }) => code);
  await transaction({ db: database, actor: systemActor('test', id), act: { action: 'arrange' } }, async (tx) => {
    await tx.rows(sql`insert into network.group (id, name, legal_shape) values (${id}, ${name}, 'network')`);
    await tx.rows(sql`
      insert into network.practice (id, name, source)
      select c, 'Practice ' || c, 'arranged' from unnest(${codes}::text[]) c on conflict do nothing`);
    await tx.rows(sql`
      insert into network.group_practice (group_id, practice_id, valid_from)
      select ${id}, c, '2020-01-01' from unnest(${codes}::text[]) c`);
    for (const [hub, members] of Map.groupBy(practices, (practice) => practice.hub)) {
      if (hub === null) continue;
      const hubId = randomUUIDv7();
      await tx.rows(sql`insert into network.hub (id, group_id, code, name) values (${hubId}, ${id}, ${hub}, ${hub})`);
      await tx.rows(sql`
        insert into network.hub_member (hub_id, group_id, practice_id, valid_from)
        select ${hubId}, ${id}, c, '2020-01-01' from unnest(${members.map(({ code }) => code)}::text[]) c`);
    }
  });
  return id;
}

const { db } = await testDatabase();
const day = Temporal.PlainDate.from('2025-06-02');

const put = async (name: string, content: string) => {
  const report = await importText(db, [name, content]);
  assert.equal(report.outcome, 'imported', report.reason ?? '');
};

const measure = (groupId: string, asked: Partial<Asked> = {}) =>
  transaction({ db, actor: systemActor('test', groupId), act: { action: 'measure-gap' } }, (tx) =>
    measureGap(tx, day, { limit: null, share: null, ...asked }),
  );

const codes = ['A10001', 'A10002', 'A10003', 'A10004'];
const months = ['2023-03', '2023-04', '2024-02', '2024-03'];

await put(
  'list-old.csv',
  listSizeCsv(
    codes.map((CODE) => ({ CODE, NUMBER_OF_PATIENTS: 1 })),
    '2024-04-01',
  ),
);
await put(
  'list.csv',
  listSizeCsv(
    codes.slice(0, 3).map((CODE) => ({ CODE, NUMBER_OF_PATIENTS: 8000 })),
    '2025-05-01',
  ),
);
await put(
  'a-march.csv',
  appointmentsCsv(
    codes.map((GP_CODE) => ({ GP_CODE, 'Same Day': 1 })),
    'Mar-24',
  ),
);
await put(
  'a-april.csv',
  appointmentsCsv(
    codes.slice(0, 2).map((GP_CODE) => ({ GP_CODE, 'Same Day': 4000, 'Unknown / Data Quality': 1000 })),
    'Apr-25',
  ),
);
await put(
  'w.csv',
  workforceCsv(
    codes.map((code) => ({ 'Practice.Code': code, TOTAL_GP_EXTGL_FTE: 4, TOTAL_LOCUUM_TRN_FTE: 1 })),
    2023,
  ),
);
await put(
  'w2.csv',
  workforceCsv([
    { 'Practice.Code': 'A10001', TOTAL_GP_EXTGL_FTE: 4, TOTAL_LOCUUM_TRN_FTE: 1 },
    { 'Practice.Code': 'A10002', TOTAL_GP_EXTGL_FTE: 'NA', TOTAL_LOCUUM_TRN_FTE: 'NA' },
  ]),
);
const group = await arrangeGroup(db, 'Nowhere', [
  ...codes.slice(0, 2).map((code) => ({ code, hub: 'One' })),
  { code: 'A10003', hub: 'Two' },
  { code: 'A10004', hub: null },
]);

test('without a crosstab or a regional file the dated parameter is the GP share, and the layers say so', async () => {
  const measured = await measure(group);
  assert.equal(measured.limit, 23);
  assert.equal(measured.byPractice[0]?.gpShare, 0.37);
  const share = measured.layers.find((layer) => layer.layer === 'gpShare');
  assert.deepEqual([share?.period?.words, share?.practices, share?.of], ['Nov 2022 to Oct 2023', 4, 4]);
  assert.equal(share?.assumed, 0.37);
});

test('a practice counts with every layer in its newest period; what is missing is named, not zero', async () => {
  const measured = await measure(group);
  assert.deepEqual(
    measured.byPractice.map(({ code, missing }) => [code, missing]),
    [
      ['A10001', []],
      ['A10002', ['workforce']],
      ['A10003', ['appointments', 'workforce']],
      ['A10004', ['list', 'appointments', 'workforce']],
    ],
  );
  assert.deepEqual([measured.total.practices, measured.total.practicesCounted, measured.total.list], [4, 1, 8000]);
  assert.equal(measured.byPractice[1]?.contactsPerGpDay.low, null);
  assert.deepEqual(
    measured.byHub.map((hub) => [hub.hub?.code ?? null, hub.practicesCounted, hub.practices]),
    [
      ['One', 1, 2],
      ['Two', 0, 1],
      [null, 0, 1],
    ],
  );
});

test('each layer is told with publisher, period and how many of the practices it covers', async () => {
  const { layers } = await measure(group);
  const told = layers.map(({ layer, period, practices, of, publisher }) => [
    layer,
    period?.words,
    practices,
    of,
    publisher,
  ]);
  assert.deepEqual(told, [
    ['list', '1 May 2025', 3, 4, 'NHS England'],
    ['appointments', 'April 2025', 2, 4, 'NHS England'],
    ['workforce', '2024/25', 1, 4, 'NHS England'],
    ['gpShare', 'Nov 2022 to Oct 2023', 4, 4, 'NHS England'],
  ]);
  assert.match(layers[2]?.derivedBy ?? '', /not an official publication/);
});

test('the limit and the share that are asked for take the place of the published ones', async () => {
  const measured = await measure(group, { limit: 30, share: 0.5 });
  assert.equal(measured.limit, 30);
  assert.deepEqual(
    [measured.byPractice[0]?.gpShare, measured.byPractice[0]?.gpShareSource],
    [0.5, 'given by whoever asked'],
  );
  assert.equal(
    measured.layers.some((layer) => layer.layer === 'gpShare'),
    false,
  );
});

test('a regional file gives the share of the area over its newest twelve months, unknown professionals included', async () => {
  const rows = months.flatMap((month) => [
    { Appointment_Month: month, HCP_TYPE: 'GP', COUNT_OF_APPOINTMENTS: month < '2023-04' ? 9999 : 40 },
    { Appointment_Month: month, HCP_TYPE: 'Other Practice staff', COUNT_OF_APPOINTMENTS: 50 },
    { Appointment_Month: month, HCP_TYPE: 'Unknown', COUNT_OF_APPOINTMENTS: 10 },
  ]);
  await put('regional-new.csv', regionalCsv(rows.filter(({ Appointment_Month: month }) => month >= '2024-01')));
  assert.match((await measure(group)).byPractice[0]?.gpShareSource ?? '', /^99Z, .* \(2 of 12 months\)$/);
  await put('regional.csv', regionalCsv(rows));
  const measured = await measure(group);
  assert.equal(measured.byPractice[0]?.gpShare, 0.4);
  assert.equal(measured.byPractice[0].gpShareSource, '99Z, 2023/24 (3 of 12 months)');
});

test('a crosstab of the practice goes before the area’s share, and says which counts were suppressed', async () => {
  await put(
    'crosstab.csv',
    crosstabCsv([
      { GP_CODE: 'A10001', HCP_TYPE: 'GP', COUNT_OF_APPOINTMENTS: 30 },
      { GP_CODE: 'A10001', HCP_TYPE: 'Other Practice staff', COUNT_OF_APPOINTMENTS: 70 },
      { GP_CODE: 'A10001', HCP_TYPE: 'Unknown', COUNT_OF_APPOINTMENTS: '*' },
    ]),
  );
  const measured = await measure(group);
  assert.deepEqual(
    measured.byPractice.slice(0, 2).map((one) => [one.gpShare, one.gpShareSource]),
    [
      [0.3, 'A10001, April 2025, without 1 suppressed counts'],
      [0.4, '99Z, 2023/24 (3 of 12 months)'],
    ],
  );
  assert.equal(Math.round(measured.byPractice[0]?.deliveredPerWeek ?? 0), 1213);
});

test('a crosstab of a newer month gives its appointments too, unless some were suppressed', async () => {
  await put(
    'crosstab-may.csv',
    crosstabCsv(
      [
        { GP_CODE: 'A10001', HCP_TYPE: 'GP', COUNT_OF_APPOINTMENTS: 2000 },
        { GP_CODE: 'A10003', HCP_TYPE: 'GP', COUNT_OF_APPOINTMENTS: 2000 },
        { GP_CODE: 'A10002', HCP_TYPE: 'GP', COUNT_OF_APPOINTMENTS: 2000 },
        { GP_CODE: 'A10002', HCP_TYPE: 'Unknown', COUNT_OF_APPOINTMENTS: '*' },
      ],
      '01MAY2025',
    ),
  );
  const measured = await measure(group);
  assert.equal(Math.round(measured.byPractice[0]?.deliveredPerWeek ?? 0), Math.round(((2000 / 20) * 253) / (365 / 7)));
  assert.deepEqual(measured.byPractice[1]?.missing, ['appointments', 'workforce']);
});

test('a newest month of few of the practices moves no figure, and is named with how few it covers', async () => {
  const before = await measure(group);
  await put('june.csv', appointmentsCsv([{ GP_CODE: 'A10004', 'Same Day': 9999 }], 'Jun-25'));
  await put('list-june.csv', listSizeCsv([{ CODE: 'A10001', NUMBER_OF_PATIENTS: 1 }], '2025-06-01'));
  await put(
    'w3.csv',
    workforceCsv([{ 'Practice.Code': 'A10003', TOTAL_GP_EXTGL_FTE: 1, TOTAL_LOCUUM_TRN_FTE: 0 }], 2026),
  );
  const after = await measure(group);
  assert.deepEqual(
    after.layers
      .slice(0, 2)
      .map(({ period, practices, passedOver }) => [
        period?.words,
        practices,
        passedOver.map((one) => `${one.period.words}: ${one.practices}`),
      ]),
    [
      ['1 May 2025', 3, ['1 June 2025: 1']],
      ['May 2025', 2, ['June 2025: 1']],
    ],
  );
  assert.deepEqual(after.byPractice[0]?.list, before.byPractice[0]?.list);
  assert.deepEqual(after.byPractice[0]?.deliveredPerWeek, before.byPractice[0]?.deliveredPerWeek);
});

test('the command’s text labels the derived table, and names newer periods that are not used', async () => {
  let text = '';
  const sink = { write: (more: string) => void (text += more) };
  const call = { args: ['Nowhere'], options: {}, db, out: outputTo({ out: sink, err: sink, json: false }) };
  await commands[0]?.run(call as unknown as AnyCall);
  assert.match(text, /^workforce .*\n +derived by .*, not an official publication$/m);
  assert.match(
    text,
    /^appointments .*May 2025: 2 of 4 practices\n +newer but not used: June 2025 covers only 1 of 4$/m,
  );
});

const folder = process.env['SUPERPRACTICE_SHARED'] ?? path.join(import.meta.dirname, '../../../../shared/data');
const skip = existsSync(folder)
  ? false
  : `no published data in ${folder}; SUPERPRACTICE_SHARED may name a folder of it`;

test(
  'Ipswich and East Suffolk, from the published files: 34 of 35 practices in 9 networks have every layer',
  { skip },
  async () => {
    const { db: real } = await testDatabase();
    const reports = await importFolder(real, folder);
    assert.deepEqual(
      reports.filter((report) => report.outcome === 'rejected'),
      [],
    );
    const practices = await real.rows<{ code: string; hub: string | null }>(sql`
    select l.practice_code as code, m.pcn_code as hub from published.current_list_size l
    left join published.current_practice_mapping m on m.practice_code = l.practice_code
    where l.area = '06L' and l.period_from = (select max(period_from) from published.current_list_size where area = '06L')`);
    assert.equal(practices.length, 35);
    const ipswich = await arrangeGroup(real, 'Ipswich and East Suffolk', practices);
    const measured = await transaction(
      { db: real, actor: systemActor('test', ipswich), act: { action: 'measure-gap' } },
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
    const { beyondSafePerWeek: beyond, turnsAtShare: turns } = measured.total;
    assert.deepEqual(
      [beyond.low, beyond.high].map((value) => Math.round(value ?? 0)),
      [-504, 5302],
    );
    assert.deepEqual([turns.low?.toFixed(3), turns.high?.toFixed(3)], ['0.420', '0.299']);
  },
);
