import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  appointmentsCsv,
  crosstabCsv,
  importText,
  listSizeCsv,
  regionalCsv,
  workforceCsv,
} from '#domains/published/fixtures.ts';
import { systemActor } from '#platform/auth/actor.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { arrangeGroup } from './fixtures.ts';
import { measureGap, type Asked } from './queries/gap.ts';

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
    '2025-04-01',
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
    'Mar-25',
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
    2024,
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
  assert.deepEqual([share?.period?.words, share?.practices, share?.of], ['2022/23', 4, 4]);
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
    ['gpShare', '2022/23', 4, 4, 'NHS England'],
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
  await put('regional.csv', regionalCsv(rows));
  const measured = await measure(group);
  assert.equal(measured.byPractice[0]?.gpShare, 0.4);
  assert.equal(measured.byPractice[0].gpShareSource, '99Z, 2023/24');
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
      [0.4, '99Z, 2023/24'],
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
