import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import { appointmentsCsv, importText, listSizeCsv, regionalCsv, workforceCsv } from '#domains/published/fixtures.ts';
import { systemActor } from '#platform/auth/actor.ts';
import { openSession } from '#platform/auth/session-store.ts';
import { readCommandLine } from '#platform/cli/parse.ts';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testApp } from '../../../test/support/app.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { commands } from './cli.ts';

const base = await testDatabase();
const { db } = base;
const { app } = await testApp(base);
const groupId = randomUUIDv7();
const names = { A10001: 'Quayside', A10002: 'Ferry Road', A10003: 'Marsh End', A10004: 'Elm Street', A10005: 'Chapel' };
const codes = Object.keys(names);

await transaction({ db, actor: systemActor('test', groupId), act: { action: 'arrange' } }, async (tx) => {
  const hubId = randomUUIDv7();
  await tx.rows(sql`insert into network.group (id, name, legal_shape) values (${groupId}, 'Nowhere Group', 'network')`);
  for (const [code, name] of Object.entries(names)) {
    await tx.rows(sql`insert into network.practice (id, name, source) values (${code}, ${name}, 'test')`);
    await tx.rows(sql`insert into network.group_practice values (${groupId}, ${code}, '2020-01-01')`);
  }
  await tx.rows(sql`insert into network.hub values (${hubId}, ${groupId}, 'H1', 'Shore Hub')`);
  for (const code of codes.slice(0, 3))
    await tx.rows(sql`insert into network.hub_member values (${hubId}, ${groupId}, ${code}, '2020-01-01')`);
});

/** Signs somebody in under a role, for the group or at one practice; answers how they fetch a page. */
async function as(role: string, practiceId: string | null = null) {
  const [personId, roleHeldId] = [randomUUIDv7(), randomUUIDv7()];
  await transaction({ db, actor: systemActor('test', groupId), act: { action: 'arrange' } }, async (tx) => {
    await tx.rows(sql`insert into network.person values (${personId}, ${groupId}, 'Somebody', null, true)`);
    await tx.rows(
      sql`insert into network.role_held values (${roleHeldId}, ${personId}, ${groupId}, ${practiceId}, null, ${role}, '2020-01-01')`,
    );
  });
  const token = await openSession(db, { personId, roleHeldId, hours: 1 });
  return (url: string) => app.inject({ url, cookies: { superpractice: token }, headers: { accept: 'text/html' } });
}

const text = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&#\d+;/g, '’')
    .replaceAll(/\s+/g, ' ');

test('before anything is imported the page says that the answer is not known and what would make it known', async () => {
  const page = await (await as('operations'))('/measures/gap');
  assert.equal(page.statusCode, 200);
  assert.match(text(page.body), /Not known: no practice has every figure/);
  const said = text(page.body);
  for (const [what, publication] of [
    ['Patients registered', 'Patients Registered at a GP Practice, one month'],
    ['Appointments', 'Appointments in General Practice, one month'],
    ['GPs in post', 'General Practice Workforce, one year'],
  ] as const)
    assert.match(said, new RegExp(`${what}: NHS England, ${publication}\\. No practice has it\\.`));
  assert.doesNotMatch(said, /demonstration are made up/);
});

test('who cannot bring figures in is told whom to ask, and only the administrator reads the command', async () => {
  const governance = await as('governance');
  assert.match(text((await governance('/measures/gap')).body), /Ask whoever runs Superpractice for the group/);
  const administrator = await as('administrator');
  const asked = text((await governance('/measures/gap')).body);
  assert.match(asked, /Ask Somebody, administrator of this group, to bring these files in/);
  assert.doesNotMatch(asked, /superpractice import/);
  const run = text((await administrator('/measures/gap')).body);
  assert.match(run, /superpractice import FOLDER/);
  assert.doesNotMatch(run, /Ask Somebody/);
});

test('what is assumed is never told as imported: while nothing is, the page says so', async () => {
  const said = text((await (await as('operations'))('/measures/gap')).body);
  assert.match(
    said,
    /GP share, assumed 0\.37, from NHS England, Appointments in General Practice, Wakefield [^<]*?, not imported/,
  );
  assert.match(said, /What was imported Nothing for this group’s practices yet/);
  assert.doesNotMatch(said, /GP share of appointments Nov/);
});

test('the group’s figures are imported', async () => {
  const files: [string, string][] = [
    [
      'l.csv',
      listSizeCsv(
        codes.map((CODE) => ({ CODE, NUMBER_OF_PATIENTS: 9000 })),
        '2025-05-01',
      ),
    ],
    ['a.csv', appointmentsCsv(codes.map((GP_CODE, n) => ({ GP_CODE, 'Same Day': 4000 + n * 500 })))],
    [
      'w.csv',
      workforceCsv(
        codes.slice(0, 4).map((code) => ({ 'Practice.Code': code, TOTAL_GP_EXTGL_FTE: 4, TOTAL_LOCUUM_TRN_FTE: 1 })),
      ),
    ],
    [
      'r.csv',
      regionalCsv([
        { Appointment_Month: 'MAR2021', HCP_TYPE: 'GP', COUNT_OF_APPOINTMENTS: 40 },
        { Appointment_Month: 'MAR2021', HCP_TYPE: 'Other Practice staff', COUNT_OF_APPOINTMENTS: 60 },
      ]),
    ],
  ];
  for (const file of files) assert.equal((await importText(db, file)).outcome, 'imported');
});

test('a role of the whole group sees the answer, every practice by name, hub and group, and where figures are years apart', async () => {
  const page = await (await as('operations'))('/measures/gap');
  const said = text(page.body);
  assert.match(said, /Are GPs in Nowhere Group working beyond a safe limit of 23 a day\?/);
  assert.match(said, /It depends who you count|Yes, whoever you count|No, whoever you count/);
  for (const name of [...Object.values(names), 'Shore Hub', 'In no hub']) assert.match(said, new RegExp(name));
  assert.match(said, /4 of 5/);
  assert.match(said, /March 2021, NHS England, 4 years older/);
  assert.match(said, /no valid workforce return/);
  assert.match(page.body, /<svg[^>]*role="img"/);
});

test('practices stand in the order of the heading that was pressed, each with its verdict, and a caution where hardly anybody could work so much', async () => {
  const get = await as('operations');
  const rows = (body: string) =>
    [...body.slice(body.indexOf('id="practices"')).matchAll(/<th scope="row">(Quayside|Ferry Road|Marsh End)/g)].map(
      ([, name]) => name,
    );
  const plain = (await get('/measures/gap')).body;
  assert.match(plain, /href="\/measures\/gap\?sort=beyond#practices">Beyond safe</);
  assert.deepEqual(rows(plain), ['Ferry Road', 'Marsh End', 'Quayside']);
  assert.deepEqual(rows((await get('/measures/gap?sort=beyond')).body), ['Marsh End', 'Ferry Road', 'Quayside']);
  assert.deepEqual(rows((await get('/measures/gap?sort=verdict')).body), ['Marsh End', 'Ferry Road', 'Quayside']);
  assert.match(text(plain), /Marsh End (beyond|within|depends who you count) /);
  assert.match(text(plain), /“no share” means/);
  assert.doesNotMatch(plain, />Caution</);
  assert.match(text((await get('/measures/gap?share=1')).body), /Marsh End Caution Take care: so many a day/);
});

test('a practice manager sees their own practice by name and the others as dots, on the page and in the CSV', async () => {
  const get = await as('practice_manager', 'A10001');
  const [page, csv] = [await get('/measures/gap'), await get('/measures/gap.csv')];
  for (const body of [text(page.body), csv.body]) {
    assert.match(body, /Quayside/);
    for (const other of Object.values(names).slice(1)) assert.doesNotMatch(body, new RegExp(other));
    for (const code of codes.slice(1)) assert.doesNotMatch(body, new RegExp(code));
  }
  assert.match(text(page.body), /Quayside is 4th highest of 4, counting every GP/);
  assert.match(text(page.body), /not shown: fewer than three practices/);
});

test('the share and the limit stand in the address, and a wrong one is told while the published one is used', async () => {
  const get = await as('partner', 'A10001');
  const asked = text((await get('/measures/gap?limit=30&share=0.2')).body);
  assert.match(asked, /safe limit of 30 a day\? No, whoever you count/);
  assert.match(asked, /0\.20, as asked above/);
  const wrong = text((await get('/measures/gap?limit=lots&share=4')).body);
  assert.match(
    wrong,
    /There is a problem .*Safe limit must be a number from 1 to 100.*GP share must be a number from 0\.01 to 1/,
  );
  assert.match(wrong, /safe limit of 23 a day/);
});

test('a partner reads the answer of their own practice where too little is known of the others', async () => {
  await transaction({ db, actor: systemActor('test', groupId), act: { action: 'arrange' } }, async (tx) => {
    for (const code of ['A10006', 'A10007', 'A10008', 'A10009']) {
      await tx.rows(sql`insert into network.practice (id, name, source) values (${code}, ${code}, 'test')`);
      await tx.rows(sql`insert into network.group_practice values (${groupId}, ${code}, '2020-01-01')`);
    }
  });
  assert.match(text((await (await as('operations'))('/measures/gap')).body), /Not known: only 4 of 9/);
  const own = (await (await as('partner', 'A10001'))('/measures/gap')).body;
  assert.match(text(own), /Are GPs in Quayside working beyond/);
  assert.match(own, /<h1[^>]*>(Yes|No|It depends)/);
});

test('the CSV has practices, hubs, the group and every source, with blanks for what is not known', async () => {
  const csv = await (await as('auditor'))('/measures/gap.csv?limit=25');
  assert.match(String(csv.headers['content-type']), /text\/csv/);
  const lines = csv.body.split('\r\n');
  const levels = lines.map((line) => line.split(',')[0]);
  for (const level of ['practice', 'hub', 'group', 'limit', 'list', 'appointments', 'gpShare', 'workforce'])
    assert.ok(levels.includes(level), level);
  const chapel = lines.find((line) => line.includes('Chapel'))?.split(',') ?? [];
  assert.deepEqual([chapel[4], chapel[9], chapel[11]], ['9000', '', '']);
});

test('those whose work it is not are refused', async () => {
  assert.equal((await (await as('navigator', 'A10001'))('/measures/gap')).statusCode, 403);
  assert.equal((await app.inject({ url: '/measures/gap.csv' })).statusCode === 200, false);
});

test('the command line refuses the GP shares that the page refuses', async () => {
  const asked = { args: ['Nowhere Group'], options: { 'gp-share': '0' }, db } as never;
  await assert.rejects(async () => commands[0]?.run(asked), /--gp-share accepts a number from 0\.01 to 1/);
});

test('a negative value of an option is told by the option and what it accepts', () => {
  const asked = readCommandLine(['gap', 'Nowhere Group', '--gp-share', '-1'], commands);
  assert.ok(asked.kind === 'run');
  assert.deepEqual(asked.options, { limit: undefined, 'gp-share': '-1' });
  const run = { args: asked.args, options: asked.options, db } as never;
  return assert.rejects(async () => commands[0]?.run(run), /--gp-share accepts a number from 0\.01 to 1, not -1/);
});
