import assert from 'node:assert/strict';
import { appendFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { systemActor } from '#platform/auth/actor.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { importFile } from './commands/import.ts';
import { importPaths } from './commands/import-paths.ts';
import { filesUnder } from './commands/source.ts';
import { appointmentsCsv, crosstabCsv, importText, listSizeCsv, mappingCsv, regionalCsv } from './fixtures.ts';

const base = await testDatabase();

const list = (patients: Record<string, number>, area = '99Z') =>
  Object.entries(patients).map(([CODE, count]) => ({ CODE, NUMBER_OF_PATIENTS: count, SUB_ICB_LOCATION_CODE: area }));

const current = (date: string) =>
  base.db.rows<{ practice_code: string; patients: number }>(
    sql`select practice_code, patients from published.current_list_size where period_from = ${date} order by practice_code`,
  );

const rowsOf = async (edition: string | null) =>
  (
    await base.db.rows<{ n: number }>(
      sql`select count(*)::int as n from published.list_size where edition_id = ${edition}`,
    )
  )[0]?.n;

test('the same content changes nothing, plain or compressed and whatever its name', async () => {
  const content = listSizeCsv(list({ A10001: 5000, A10002: 6000 }), '2023-01-01');
  const first = await importText(base.db, ['one.csv', content]);
  assert.deepEqual([first.outcome, first.rows, first.kept, first.period?.words], ['imported', 2, 2, '1 January 2023']);
  for (const again of [
    await importText(base.db, ['two.csv', content]),
    await importText(base.db, ['three.csv.gz', gzipSync(content)]),
  ])
    assert.deepEqual([again.outcome, again.edition, again.kept], ['unchanged', first.edition, 2]);
  assert.equal(await rowsOf(first.edition), 2);
});

test('a file with one wrong row is not applied at all, and every wrong row is named by line, column, value and reason', async () => {
  const rows = [
    ...list({ A10001: 5000 }),
    { CODE: 'A1000', NUMBER_OF_PATIENTS: 10 },
    { CODE: 'A10003', NUMBER_OF_PATIENTS: 'ten' },
  ];
  const report = await importText(base.db, ['wrong.csv', listSizeCsv(rows, '2023-02-01')]);
  assert.deepEqual([report.outcome, report.rows, report.kept, report.rejectedRows], ['rejected', 3, 0, 2]);
  assert.deepEqual(report.rejected, [
    { line: 3, column: 'CODE', value: 'A1000', reason: 'is not a practice code (one letter and five digits)' },
    { line: 4, column: 'NUMBER_OF_PATIENTS', value: 'ten', reason: 'is not a whole number of 0 or more' },
  ]);
  assert.deepEqual(await current('2023-02-01'), []);
  const knowingly = await importText(base.db, ['wrong.csv', listSizeCsv(rows, '2023-02-01')], { skipRejected: true });
  assert.deepEqual([knowingly.outcome, knowingly.kept, knowingly.rejectedRows], ['imported', 1, 2]);
});

test('a list of patients with two extract dates is refused, and the row of the other date named: no month is replaced by a slip', async () => {
  const right = listSizeCsv(list({ A10001: 5000, A10002: 6000 }), '2022-05-01');
  const slipped = right.replace(/2022-05-01(.*A10002)/, '2021-05-01$1');
  assert.notEqual(slipped, right);
  const report = await importText(base.db, ['slipped.csv', slipped]);
  assert.equal(report.outcome, 'rejected');
  assert.deepEqual(
    report.rejected.map(({ line, column, value, reason }) => [line, column, value, reason]),
    [[3, 'EXTRACT_DATE', '2021-05-01', 'is not 2022-05-01, the day of the rows before it: a file is of one day']],
  );
});

test('of many wrong rows every one is listed, and written to a file that is named, before the rest is imported without them', async () => {
  const wrong = Array.from({ length: 1499 }, (_, n) => ({ CODE: `=${n}`, NUMBER_OF_PATIENTS: 10 }));
  const content = listSizeCsv([...list({ A10001: 5000 }), ...wrong], '2023-03-01');
  const refused = await importText(base.db, ['many.csv', content]);
  assert.deepEqual([refused.rejected.length, refused.problems, refused.rejectedFile], [1499, 1499, null]);
  const folder = await mkdtemp(path.join(tmpdir(), 'rejected-'));
  try {
    await writeFile(path.join(folder, 'many.csv'), content);
    const given = path.join(folder, 'all.txt');
    const wanted = { paths: [path.join(folder, 'many.csv')], period: null, onFile: () => 0, onBytes: () => 0 };
    const asked = await importPaths(base.db, { ...wanted, skipRejected: false, rejectedTo: given });
    assert.ok(asked.ok);
    assert.equal(asked.value[0]?.rejectedFile, given);
    const lines = (await readFile(given, 'utf8')).trimEnd().split('\r\n');
    assert.equal(lines.length, 1500);
    assert.match(lines[1] ?? '', /many\.csv,3,CODE,'=0,is not a practice code/);
    const kept = await importPaths(base.db, { ...wanted, skipRejected: true });
    assert.ok(kept.ok);
    const [report] = kept.value;
    assert.deepEqual([report?.outcome, report?.kept], ['imported', 1]);
    assert.equal(report?.rejectedFile, path.join(folder, 'many.csv.rejected.csv'), 'beside it by default');
    assert.equal((await readFile(report.rejectedFile, 'utf8')).trimEnd().split('\r\n').length, 1500);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a newer edition of the same day is in force for the areas it covers, and the older one stays as history', async () => {
  const both = [...list({ A10001: 5000, A10002: 6000 }), ...list({ B10001: 7000 }, '98Z')];
  const first = await importText(base.db, ['a.csv', listSizeCsv(both, '2023-03-01')]);
  const revised = await importText(base.db, ['b.csv', listSizeCsv(list({ A10001: 5100 }), '2023-03-01')]);
  assert.deepEqual(revised.supersedes, [first.edition]);
  assert.deepEqual(await current('2023-03-01'), [
    { practice_code: 'A10001', patients: 5100 },
    { practice_code: 'B10001', patients: 7000 },
  ]);
  assert.equal(await rowsOf(first.edition), 3);
});

test('an edition that was replaced does not come back when its file is imported again', async () => {
  const old = listSizeCsv(list({ A10001: 5000 }), '2023-04-01');
  const first = await importText(base.db, ['old.csv', old]);
  await importText(base.db, ['new.csv', listSizeCsv(list({ A10001: 5200 }), '2023-04-01')]);
  const again = await importText(base.db, ['old.csv', old]);
  assert.deepEqual([again.outcome, again.edition], ['superseded', first.edition]);
  assert.match(again.reason ?? '', new RegExp(`superpractice published restore ${first.edition}`));
  assert.deepEqual(await current('2023-04-01'), [{ practice_code: 'A10001', patients: 5200 }]);
});

test('another period is another edition: nothing is superseded', async () => {
  const may = await importText(base.db, ['may.csv', listSizeCsv(list({ A10001: 1 }), '2023-05-01')]);
  const june = await importText(base.db, ['june.csv', listSizeCsv(list({ A10001: 2 }), '2023-06-01')]);
  assert.deepEqual([may.supersedes, june.supersedes], [[], []]);
});

test('a byte order mark, Windows line ends, quotes and Latin-1 letters are read as meant', async () => {
  const content = mappingCsv([
    { GP_CODE: 'A10009', GP_NAME: 'CAFÉ, "THE" SURGERY', PCN_CODE: 'U10001', PCN_NAME: 'CAFÉ PCN' },
  ]);
  const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(content)]);
  for (const [name, bytes] of [
    ['map-2023-01.csv', marked],
    ['map-2023-02.csv', Buffer.from(content, 'latin1')],
    ['map-2023-03.csv', Buffer.from(content.replace(/^.+/, (heading) => `"${heading.replaceAll(',', '","')}"`))],
  ] as const) {
    const report = await importText(base.db, [name, bytes]);
    assert.equal(report.outcome, 'imported', report.reason ?? '');
    const row = await base.db.one(
      sql`select name, pcn_name from published.practice_mapping where edition_id = ${report.edition}`,
    );
    assert.deepEqual(row, { name: 'CAFÉ, "THE" SURGERY', pcn_name: 'CAFÉ PCN' });
  }
});

test('a mapping whose month nobody says is refused until it is given', async () => {
  const content = mappingCsv([{ GP_CODE: 'A10010', GP_NAME: 'A', PCN_CODE: 'U10001', PCN_NAME: 'A PCN' }]);
  const refused = await importText(base.db, ['Mapping.csv', content]);
  assert.deepEqual([refused.outcome, refused.edition], ['rejected', null]);
  assert.match(refused.reason ?? '', /--period/);
  const from = Temporal.PlainDate.from('2023-07-01');
  const given = await importText(base.db, ['Mapping.csv', content], { period: { from, to: from.add({ months: 1 }) } });
  assert.deepEqual([given.outcome, given.period?.words], ['imported', 'July 2023']);
});

test('files that are no table of a known kind are passed over, and it is said what they are', async () => {
  const utf16 = Buffer.from('\ufeffGP_CODE\tGP_NAME\n', 'utf16le');
  for (const [name, content, why] of [
    ['other.csv', 'a,b\n1,2\n', /of no kind that is known/],
    ['picture.csv', new Uint8Array([0x89, 0x50, 0, 0, 10]), /not a table of text/],
    ['empty.csv', '', /it is empty/],
    ['empty.csv.gz', gzipSync(''), /it is empty/],
    ['notes.md', '# Notes\n', /of no kind that is known/],
    ['open.csv', '"never closed', /its heading cannot be read: a quotation mark/],
    ['heading.csv', listSizeCsv([], '2023-01-01'), /a heading and no rows/],
    ['practices.zip', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), /zip archive.* unpack it/],
    ['practices.csv', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), /zip archive/],
    ['practices.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), /spreadsheet: save its sheet as CSV/],
    ['unicode.csv', utf16, /UTF-16/],
    ['one-line.csv', 'x'.repeat(1 << 18), /first line is longer than 65,536/],
  ] as const) {
    const report = await importText(base.db, [name, content]);
    assert.deepEqual([report.outcome, report.edition], ['unknown', null], name);
    assert.match(report.reason ?? '', why, name);
  }
});

test('a damaged archive is rejected, since what it was is not known', async () => {
  const report = await importText(base.db, ['broken.csv.gz', new Uint8Array([0x1f, 0x8b, 1, 2, 3])]);
  assert.equal(report.outcome, 'rejected');
  assert.match(report.reason ?? '', /damaged or cut off/);
});

test('a line that never ends is given up before it fills the memory, and told by its number', async () => {
  const megabyte = 'x'.repeat(1 << 20);
  const folder = await mkdtemp(path.join(tmpdir(), 'published-'));
  const file = path.join(folder, 'endless.csv');
  await writeFile(file, listSizeCsv(list({ A10001: 5 }), '2023-08-01'));
  for (let n = 0; n < 200; n += 1) await appendFile(file, megabyte);
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let most = 0;
  const report = await importFile(base.db, file, {
    period: null,
    skipRejected: false,
    onBytes: () => void (most = Math.max(most, process.memoryUsage.rss())),
  });
  await rm(folder, { recursive: true });
  assert.equal(report.outcome, 'rejected');
  assert.match(report.reason ?? '', /^line 3: the line is longer than 1,000,000 characters/);
  assert.ok(most - before < 100e6, `${Math.round((most - before) / 1e6)} MB`);
});

test('a table that ends in the middle, or has a row of too few cells, is rejected whole', async () => {
  const whole = gzipSync(
    listSizeCsv(list(Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`C${10000 + i}`, i]))), '2023-08-01'),
  );
  const cut = await importText(base.db, ['cut.csv.gz', whole.subarray(0, whole.length - 2000)]);
  assert.equal(cut.outcome, 'rejected');
  assert.match(cut.reason ?? '', /damaged or cut off/);
  const short = await importText(base.db, [
    'short.csv',
    `${listSizeCsv(list({ A10001: 5 }), '2023-08-01')}GP_PRAC_PAT_LIST,x\r\n`,
  ]);
  assert.equal(short.outcome, 'rejected');
  assert.deepEqual(short.rejected, [
    {
      line: 3,
      column: 'TYPE',
      value: 'GP_PRAC_PAT_LIST,x',
      reason: 'ends before this column: the row has 2 cells where the heading has 10; is a line broken or cut off?',
    },
  ]);
  const wide = await importText(base.db, [
    'wide.csv',
    listSizeCsv(list({ A10001: 5 }), '2023-08-01').replace('ZZ99 3AA', 'ZZ99, 3AA'),
  ]);
  assert.deepEqual(
    wide.rejected.map(({ line, column, value }) => [line, column, value]),
    [[2, 'NUMBER_OF_PATIENTS', '5']],
  );
  assert.match(
    wide.rejected[0]?.reason ?? '',
    /11 cells where the heading has 10; a text with a comma needs quotation/,
  );
  const quote = await importText(base.db, [
    'quote.csv',
    `${listSizeCsv(list({ A10001: 5 }), '2023-08-01')}"never closed\r\n${'and,on\r\n'.repeat(99)}`,
  ]);
  assert.equal(quote.outcome, 'rejected');
  assert.match(quote.reason ?? '', /^line 3: a quotation mark opens a cell of this row and is not closed/);
  assert.deepEqual(await current('2023-08-01'), []);
});

test('a file of rows by sex and age alone has no totals to keep and is passed over', async () => {
  const rows = [{ CODE: 'A10001', NUMBER_OF_PATIENTS: 5, SEX: 'MALE', AGE: 3 }];
  const report = await importText(base.db, ['ages.csv', listSizeCsv(rows, '2023-09-01')]);
  assert.deepEqual([report.outcome, report.leftOut], ['unknown', { 'by sex or age, not a total': 1 }]);
});

test('areas keep every name they had, from when it was first seen', async () => {
  const row = { HCP_TYPE: 'GP', COUNT_OF_APPOINTMENTS: 5 };
  await importText(base.db, [
    'regional.csv',
    regionalCsv([
      {
        ...row,
        Appointment_Month: 'MAR2019',
        SUB_ICB_LOCATION_CODE: '97Z',
        SUB_ICB_LOCATION_NAME: 'NHS Elsewhere CCG',
      },
      {
        ...row,
        Appointment_Month: 'JUL2022',
        SUB_ICB_LOCATION_CODE: '97Z',
        SUB_ICB_LOCATION_NAME: 'NHS Nowhere ICB - 97Z',
      },
      {
        ...row,
        Appointment_Month: 'AUG2022',
        SUB_ICB_LOCATION_CODE: '97Z',
        SUB_ICB_LOCATION_NAME: 'NHS Nowhere ICB - 97Z',
      },
    ]),
  ]);
  const rows = await base.db.rows<{ kind: string; from: string; to: string | null }>(
    sql`select kind, valid_from::text as "from", valid_to::text as "to" from published.geography where code = '97Z' order by valid_from`,
  );
  assert.deepEqual(rows, [
    { kind: 'ccg', from: '2019-03-01', to: '2022-07-01' },
    { kind: 'sub-icb', from: '2022-07-01', to: null },
  ]);
});

test('a practice is in the area its newest edition says, and in the older one until then', async () => {
  await importText(base.db, ['l1.csv', listSizeCsv(list({ D10001: 5 }, '96Y'), '2022-01-01')]);
  await importText(base.db, ['l2.csv', listSizeCsv(list({ D10001: 5 }, '96Z'), '2022-10-01')]);
  const rows = await base.db.rows(sql`
    select area, valid_from::text as "from", valid_to::text as "to" from published.practice_area
    where practice_code = 'D10001' order by valid_from`);
  assert.deepEqual(rows, [
    { area: '96Y', from: '2022-01-01', to: '2022-10-01' },
    { area: '96Z', from: '2022-10-01', to: null },
  ]);
});

test('appointments by practice and the crosstab keep their counts', async () => {
  const month = await importText(base.db, [
    'a.csv',
    appointmentsCsv([{ GP_CODE: 'A10001', 'Same Day': 10, '8  to 14 Days': 5, 'Unknown / Data Quality': 1 }]),
  ]);
  assert.deepEqual(
    await base.db.one(sql`select total from published.appointments_practice where edition_id = ${month.edition}`),
    { total: 16 },
  );
  const cross = await importText(base.db, [
    'c.csv',
    crosstabCsv([
      { GP_CODE: 'A10001', HCP_TYPE: 'GP', COUNT_OF_APPOINTMENTS: 8 },
      { GP_CODE: 'A10001', HCP_TYPE: 'Other Practice staff', COUNT_OF_APPOINTMENTS: '*' },
    ]),
  ]);
  const sums = await base.db.one(sql`
    select sum(appointments)::int as known, count(*) filter (where appointments is null)::int as suppressed
    from published.appointments_crosstab where edition_id = ${cross.edition}`);
  assert.deepEqual(sums, { known: 8, suppressed: 1 });
});

test('two imports of the same file at once make one edition', async () => {
  const content = listSizeCsv(list({ A10001: 5 }), '2022-02-01');
  const reports = await Promise.all([1, 2, 3].map(() => importText(base.db, ['same.csv', content])));
  assert.deepEqual(reports.map((report) => report.outcome).sort(), ['imported', 'unchanged', 'unchanged']);
});

test('the app cannot change what was published, and nobody signed in can add to it', async () => {
  await assert.rejects(base.db.rows(sql`update published.list_size set patients = 1`), /permission denied/);
  await assert.rejects(base.db.rows(sql`delete from published.edition`), /permission denied/);
  const person = { ...systemActor('someone'), role: 'public' };
  await assert.rejects(
    transaction({ db: base.db, actor: person, act: { action: 'try' } }, (tx) =>
      tx.rows(sql`
        insert into published.edition (id, kind, publisher, title, licence, derived, file_name, sha256, imported_by)
        values (gen_random_uuid(), 'workforce-year', 'x', 'x', 'x', false, 'x', ${'0'.repeat(64)}, 'x')`),
    ),
    /only written by the import/,
  );
});

test('no figure can be of an edition that is not there, in the large tables either', async () => {
  for (const table of ['area', 'area_day', 'crosstab']) {
    const { columns } = await base.owner.one<{ columns: string }>(sql`
      select string_agg(case a.atttypid::regtype::text when 'uuid' then 'gen_random_uuid()' when 'date' then 'current_date'
        when 'integer' then '1' else '''gp''' end, ', ' order by a.attnum) as columns
      from pg_attribute a where a.attrelid = ${`published.appointments_${table}`}::regclass and a.attnum > 0`);
    await assert.rejects(
      base.owner.pool.query(`insert into published.appointments_${table} values (${columns})`),
      { code: '23503' },
      table,
    );
  }
});

test('each import is in the audit with the file’s name', async () => {
  const { n } = await base.owner.one<{ n: number }>(
    sql`select count(*)::int as n from audit.event where action = 'import-published-file' and subject = 'published.edition insert'`,
  );
  const { editions } = await base.owner.one<{ editions: number }>(
    sql`select count(*)::int as editions from published.edition`,
  );
  assert.equal(n, editions);
});

test('a folder is searched with all its folders, in the order of names, without hidden files', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'published-'));
  await mkdir(path.join(folder, 'b'));
  for (const name of ['z.csv', 'b/a.csv', '.hidden']) await writeFile(path.join(folder, name), '');
  await symlink('.', path.join(folder, 'loop'));
  assert.deepEqual(
    (await filesUnder(folder))?.map((file) => path.relative(folder, file)),
    ['b/a.csv', 'z.csv'],
  );
  assert.equal(await filesUnder(path.join(folder, 'nothing')), null);
  await rm(folder, { recursive: true });
});
