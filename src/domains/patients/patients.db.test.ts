import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Actor } from '#platform/auth/actor.ts';
import { isCommandFailed, isWrongUsage, type AnyCall, type AnyOptionValues } from '#platform/cli/command.ts';
import { outputTo } from '#platform/cli/output.ts';
import { transaction } from '#platform/db/transaction.ts';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { somebody } from '../../../test/support/more-people.ts';
import { signIn, type SignedIn } from '../../../test/support/signed-in.ts';
import { as, smallWorld, type World } from '../../../test/support/world.ts';
import { commands } from './cli.ts';
import { registerPatient, type GpsOf } from './commands/register.ts';

const form = {
  ...{ nhs_number: '943 476 5919', given_name: 'Margaret', family_name: 'O’Neill', sex: 'female' },
  ...{ 'birth_date-day': '14', 'birth_date-month': '3', 'birth_date-year': '1948' },
  ...{ phone: '01632 960117', postcode: 'ip1 2ab', language: 'en', contact_by: 'phone' },
};

/** As the workforce finds them: it stands below this domain. */
const gpsOf: GpsOf = (tx, practiceId) =>
  tx.rows(
    sql`select id, name from workforce.clinician where practice_id = ${practiceId} and role = 'gp' order by name`,
  );

describe('Patients entered by people', async () => {
  const database = await testDatabase();
  const { db, owner } = database;
  const { app } = await testApp(database);
  let world: World;
  let manager: Actor;
  let desk: SignedIn;
  let folder = '';

  before(async () => {
    world = await smallWorld(database);
    manager = await somebody(database, world, { n: 41, role: 'practice_manager', practiceId: 'XA001' });
    desk = await signIn(app, db, world.actors.navigator);
    folder = await mkdtemp(path.join(tmpdir(), 'patients-'));
  });
  after(() => rm(folder, { recursive: true }));

  const kept = async (number: string) =>
    transaction(as(db, manager), (tx) =>
      tx.maybe<{ id: string; phone: string | null; needs: string[]; usual: string | null; family_name: string }>(
        sql`select id, phone, needs, usual_gp_id as usual, family_name from patients.patient where nhs_number = ${number}`,
      ),
    );
  const registered = async () =>
    (await transaction(as(db, manager), (tx) => tx.one<{ count: number }>(sql`select count(*) from patients.patient`)))
      .count;

  test('somebody is registered with what booking needs, and the address names nobody', async () => {
    const [gp = ''] = world.clinicians;
    const posted = await desk.post('/patients', { ...form, usual_gp: gp, needs: ['hearing', 'step_free'] });
    assert.equal(posted.statusCode, 303, posted.body);
    assert.match(posted.headers.location ?? '', /^\/patients\/[0-9a-f-]{36}$/);
    const one = await kept('9434765919');
    assert.deepEqual([one?.phone, one?.needs, one?.usual], ['+441632960117', ['hearing', 'step_free'], gp]);
    const page = await desk.get(posted.headers.location ?? '');
    assert.equal(page.statusCode, 200);
    assert.match(page.body, /943 476 5919/);
  });

  test('the same NHS number is registered once, however many try at the same instant', async () => {
    const again = await desk.post('/patients', form);
    assert.equal(again.statusCode, 422);
    assert.match(again.body, /registered here already/);
    const fields = { ...form, nhs_number: '9876543210', birth_date: '1950-01-01' };
    const answers = await Promise.all(Array.from({ length: 6 }, () => registerPatient(as(db, manager), fields, gpsOf)));
    assert.equal(answers.filter(({ ok }) => ok).length, 1);
  });

  test('a number registered at another practice is refused without saying where', async () => {
    const { number } = await transaction(as(db, world.actors.navigatorOfC), (tx) =>
      tx.one<{ number: string }>(sql`select nhs_number as number from patients.patient`),
    );
    const posted = await desk.post('/patients', { ...form, nhs_number: number });
    assert.equal(posted.statusCode, 422);
    assert.match(posted.body, /registered at another practice/);
    assert.doesNotMatch(posted.body, /Practice 3/);
  });

  test('without an NHS number the same name and birth date are registered once', async () => {
    const unknown = { ...form, nhs_number: '', family_name: 'Unnumbered' };
    assert.equal((await desk.post('/patients', unknown)).statusCode, 303);
    assert.equal((await desk.post('/patients', unknown)).statusCode, 422);
  });

  test('a wrong form is shown again as it was typed, with each field named', async () => {
    const wrong = await desk.post('/patients', { ...form, nhs_number: '943 476 5918', 'birth_date-month': '13' });
    assert.equal(wrong.statusCode, 422);
    assert.match(wrong.body, /check each digit/);
    assert.match(wrong.body, /href="#birth_date"/);
    assert.match(wrong.body, /value="943 476 5918"/);
    assert.equal((await desk.post('/patients', {})).statusCode, 422);
    assert.equal((await desk.post('/patients', { ...form, given_name: 'x'.repeat(4000) })).statusCode, 400);
  });

  test('reading one is audited, and changing keeps who they are', async () => {
    const one = await kept('9434765919');
    const address = `/patients/${one?.id ?? ''}`;
    const reads = async () =>
      (
        await transaction(as(db, manager), (tx) =>
          tx.one<{ count: number }>(
            sql`select count(*) from audit.event where kind = 'read' and action = 'show-patient' and subject_id = ${one?.id}`,
          ),
        )
      ).count;
    const before = await reads();
    await desk.get(address);
    assert.equal(await reads(), before + 1);
    const changed = await desk.post(address, {
      ...form,
      family_name: 'Changed',
      phone: '01632 960999',
      needs: 'sight',
    });
    assert.equal(changed.statusCode, 303, changed.body);
    const now = await kept('9434765919');
    assert.deepEqual(
      [now?.phone, now?.needs, now?.family_name, now?.usual],
      ['+441632960999', ['sight'], 'O’Neill', null],
    );
    assert.equal((await desk.post(address, { ...form, phone: 'none' })).statusCode, 422);
  });

  test('another practice’s staff neither see nor change a patient; the hub’s see and do not change', async () => {
    const one = await kept('9434765919');
    const address = `/patients/${one?.id ?? ''}`;
    const other = await signIn(app, db, world.actors.navigatorOfC);
    assert.equal((await other.get(address)).statusCode, 404);
    assert.equal((await other.post(address, form)).statusCode, 404);
    const hub = await signIn(app, db, world.actors.hubNavigator);
    assert.equal((await hub.get(address)).statusCode, 200);
    assert.equal((await hub.post(address, form)).statusCode, 403);
    assert.equal((await hub.post('/patients', form)).statusCode, 403);
  });

  test('a patient is found without a name in any address', async () => {
    const found = await desk.post('/patients/find', { q: '14/3/1948 oneill' });
    assert.match(found.body, /Margaret O’Neill/);
    assert.equal((await desk.post('/patients/find', { q: 'oneill' })).statusCode, 422);
    assert.match((await desk.post('/patients/find', { q: '14/3/1948 nobody' })).body, /Nobody is found/);
  });

  interface Answer {
    readonly added: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly rejected: readonly { line: number; column: string; value: string; reason: string }[];
  }

  /** What the command answers, and why it failed if it did. */
  async function run(csv: string, options: AnyOptionValues = {}): Promise<{ answer: Answer; failed: string }> {
    const file = path.join(folder, 'list.csv');
    await writeFile(file, csv);
    const written: string[] = [];
    const sink = { write: (text: string) => written.push(text) };
    const call = { args: [file], options: { practice: 'XA001', group: 'Test group', ...options }, db, json: true };
    const [command] = commands(gpsOf);
    const failed = await command
      ?.run({ ...call, out: outputTo({ out: sink, err: sink, json: true }) } as unknown as AnyCall)
      .then(
        () => '',
        (error: unknown) => {
          assert.ok(isCommandFailed(error) || isWrongUsage(error), String(error));
          return error.message;
        },
      );
    return { answer: JSON.parse(written.join('') || '{}') as Answer, failed: failed ?? '' };
  }
  const heading = 'NHS number,Given name,Family name,Birth date,Sex,Phone,Usual GP,Needs';
  const two = `\uFEFF${heading}\r\n401 023 2137,Ada,Lowe,1/2/1960,F emale,,,\r\n`.replace('F emale', 'female');
  const list = `${two}4505577104,"Lee, Jo",Ash,1970-12-31,male,01632 960001,dr 1,hearing;longer\r\n`;

  test('a list is taken from a file, and the same file twice changes nothing', async () => {
    const first = await run(list);
    assert.deepEqual([first.failed, first.answer.added], ['', 2]);
    const events = async () => (await owner.one<{ n: number }>(sql`select count(*) as n from audit.event`)).n;
    const before = await events();
    const again = await run(list);
    assert.deepEqual([again.answer.added, again.answer.changed, again.answer.unchanged], [0, 0, 2]);
    assert.ok((await events()) - before <= 1);
    const one = await kept('4505577104');
    assert.deepEqual([one?.needs, one?.usual], [['hearing', 'longer'], world.clinicians[0]]);
  });

  test('what a file has no column for stays, what it says is brought up to date', async () => {
    const { answer } = await run(
      'nhs_number,given_name,family_name,birth_date,sex\n4505577104,Jo,Ashe,1970-12-31,male\n',
    );
    assert.deepEqual([answer.added, answer.changed], [0, 1]);
    const one = await kept('4505577104');
    assert.deepEqual([one?.family_name, one?.phone, one?.needs], ['Ashe', '+441632960001', ['hearing', 'longer']]);
  });

  test('a file with wrong rows is not taken at all, and each is told with line, column, value and reason', async () => {
    const before = await registered();
    const elsewhere = await transaction(as(db, world.actors.navigatorOfC), (tx) =>
      tx.one<{ number: string }>(sql`select nhs_number as number from patients.patient`),
    );
    const { answer, failed } = await run(
      [
        heading,
        '5990128088,New,Person,1/1/2000,female,,,',
        '5990128089,Wrong,Digit,1/1/2000,female,,,',
        '5990128088,Same,Again,1/1/2000,female,,,',
        ',No,Number,1/1/2000,female,,,',
        `${elsewhere.number},Other,Practice,1/1/2000,female,,,`,
        '1275988113,Late,Date,31/2/2000,neither,12,Dr Who,',
      ].join('\n'),
    );
    assert.match(failed, /8 faults in 6 rows: nothing was imported/);
    assert.deepEqual(
      answer.rejected.map(({ line, column }) => [line, column]),
      [
        [3, 'nhs_number'],
        [4, 'nhs_number'],
        [5, 'nhs_number'],
        [6, 'nhs_number'],
        [7, 'birth_date'],
        [7, 'sex'],
        [7, 'phone'],
        [7, 'usual_gp'],
      ],
    );
    assert.equal(answer.rejected[4]?.value, '31/2/2000');
    assert.equal(await registered(), before);
  });

  test('what is no list of patients is refused whole', async () => {
    assert.match((await run('')).failed, /no rows/);
    assert.match((await run(`${heading}\n`)).failed, /no rows/);
    assert.match((await run('a,b\n1,2\n')).failed, /Columns are missing: nhs_number/);
    assert.match((await run(`${heading},Shoe size\n`)).failed, /nobody knows: Shoe size/);
    assert.match((await run(`${heading}\n1,2\n`)).failed, /Line 2: /);
    assert.match((await run(`${heading}\n"1,2\n`)).failed, /Nothing was imported/);
    assert.match((await run('\u0000\u0001\u0002')).failed, /Columns are missing/);
    assert.match((await run(list, { practice: 'ZZ999' })).failed, /ZZ999 is not a practice/);
    assert.match((await run(list, { group: 'Nobody' })).failed, /no group called Nobody/);
    assert.match((await run(list, { practice: undefined })).failed, /needs --practice/);
  });
});
