import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Actor } from '#platform/auth/actor.ts';
import { sql } from '#platform/db/sql.ts';
import { systemActor } from '#platform/auth/actor.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testApp } from '../../../test/support/app.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { unzip } from '../../../test/support/unzip.ts';
import { signIn, type SignedIn } from '../../../test/support/signed-in.ts';

const groupId = '01900001-0000-7000-8000-000000000001';
const people = {
  manager: { n: 1, role: 'practice_manager', practiceId: 'Z10001', name: 'Wendy Hart' },
  partner: { n: 2, role: 'partner', practiceId: 'Z10001', name: 'Dr Pell' },
  other: { n: 3, role: 'practice_manager', practiceId: 'Z10002', name: 'Owen Gray' },
  navigator: { n: 4, role: 'navigator', practiceId: null, name: 'Priya Lowe' },
  operations: { n: 5, role: 'operations', practiceId: null, name: 'Omar Reed' },
  administrator: { n: 6, role: 'administrator', practiceId: null, name: 'Ada Stone' },
  auditor: { n: 7, role: 'auditor', practiceId: null, name: 'Arthur Quist' },
} as const;
type Name = keyof typeof people;
const idOf = (kind: number, n: number) => `0190000${kind}-0000-7000-8000-00000000000${n}`;

describe('The pages of practices and groups', async () => {
  const database = await testDatabase();
  const { db, owner } = database;
  const { app } = await testApp(database);
  const desk = {} as Record<Name, SignedIn>;
  const actors = {} as Record<Name, Actor>;

  before(async () => {
    await owner.rows(sql`insert into network.practice (id, name, postcode, source) values
      ('Z10001', 'Elm Street Surgery', 'ZZ1 1AA', 'test'), ('Z10002', '=Mill Lane', 'ZZ1 1AB', 'test')`);
    await owner.rows(sql`insert into network.list_count values ('Z10001', '2026-01-01', 31000, 'test')`);
    await owner.rows(
      sql`insert into network.group (id, name, legal_shape, fictional) values (${groupId}, 'Harebell', 'federation', true)`,
    );
    for (const { n, role, practiceId, name } of Object.values(people)) {
      await owner.rows(
        sql`insert into network.person (id, group_id, name, email) values (${idOf(3, n)}, ${groupId}, ${name}, ${`p${n}@example.org`})`,
      );
      await owner.rows(sql`insert into network.role_held (id, person_id, group_id, practice_id, role, valid_from)
        values (${idOf(4, n)}, ${idOf(3, n)}, ${groupId}, ${practiceId}, ${role}, platform.today() - 30)`);
    }
    const system = { db, actor: systemActor('test', groupId), act: { action: 'test' } };
    await transaction(system, async (tx) => {
      await tx.rows(sql`insert into network.group_practice (group_id, practice_id, valid_from)
        select ${groupId}, p.id, platform.today() - 30 from network.practice p`);
      await tx.rows(
        sql`insert into network.hub (id, group_id, code, name) values (${idOf(2, 1)}, ${groupId}, 'N', 'Hub North')`,
      );
      await tx.rows(sql`insert into network.hub_member (hub_id, group_id, practice_id, valid_from)
        values (${idOf(2, 1)}, ${groupId}, 'Z10001', platform.today() - 30)`);
      await tx.rows(sql`insert into network.agreement (id, group_id, practice_id, service, joined_from)
        values (${idOf(5, 1)}, ${groupId}, 'Z10001', 'hub_booking', platform.today() - 30)`);
      await tx.rows(sql`insert into patients.patient (id, practice_id, given_name, family_name, family_key, birth_date, sex, registered_from)
        values (${idOf(6, 1)}, 'Z10001', 'Margaret', 'Ellis', 'ELLIS', '1948-01-01', 'female', '2000-01-01'),
          (${idOf(6, 2)}, 'Z10002', 'Secret', 'Person', 'PERSON', '1950-01-01', 'male', '2000-01-01')`);
    });
    for (const [name, { n, role, practiceId, name: says }] of Object.entries(people) as [
      Name,
      (typeof people)[Name],
    ][]) {
      actors[name] = { personId: idOf(3, n), name: says, roleHeldId: idOf(4, n), role, groupId, practiceId };
      desk[name] = await signIn(app, db, actors[name]);
    }
    const looking = { db, actor: actors.navigator, act: { action: 'take-call', purpose: 'on a call' } };
    await transaction(looking, async (tx) => {
      tx.read({ class: 'patient', practiceId: 'Z10001', subjectId: idOf(6, 1) });
      tx.read({ class: 'patient', practiceId: 'Z10001', subjectId: idOf(6, 1) });
    });
    await transaction({ ...looking, actor: actors.manager }, async (tx) => {
      tx.read({ class: 'patient', practiceId: 'Z10001', subjectId: idOf(6, 1) });
    });
  });

  /** The words of a page, without its markup. */
  const words = (html: string): string =>
    html
      .replaceAll(/<(script|style|head)[\s\S]*?<\/\1>/g, ' ')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/&#39;|&#8217;/g, '’')
      .replaceAll(/\s+/g, ' ');
  const page = async (who: Name, url: string) => {
    const reply = await desk[who].get(url);
    return { status: reply.statusCode, text: words(reply.body), html: reply.body };
  };

  describe('tell a practice what its group sees', () => {
    test('by service, with who, how often others read, and the last looks', async () => {
      const { text } = await page('manager', '/our-practice');
      assert.match(text, /The group sees 1 of 5 parts of our work/);
      assert.match(text, /Elm Street Surgery, 31,000 patients/);
      assert.match(text, /1 care navigator and 1 person in group operations Read 2 times/);
      assert.match(text, /Payments Not joined The group sees nothing/);
      assert.match(text, /Priya Lowe, care navigator One patient’s details: on a call/);
      assert.match(text, /1 auditor sees who read and changed what/);
    });

    test('and a practice that has joined nothing that nothing is seen', async () => {
      const { text } = await page('other', '/our-practice');
      assert.match(text, /The group sees no part of our work/);
      assert.match(text, /Nobody outside our practice has read anything/);
    });

    test('and what leaving closes, for whom by name, and what stays', async () => {
      const { text } = await page('manager', '/our-practice/hub_booking');
      assert.match(text, /2 people stop seeing 3 kinds of our records/);
      assert.match(text, /1 care navigator .* Priya Lowe/);
      assert.match(text, /What stays 1 auditor still sees who read/);
      assert.match(text, /Notice is 28 days/);
    });

    test('there is no such service', async () =>
      assert.equal((await page('manager', '/our-practice/tea')).status, 404));
  });

  describe('let a practice join, leave and take it back', () => {
    const form = (day: Temporal.PlainDate) => ({
      'from-day': String(day.day),
      'from-month': String(day.month),
      'from-year': String(day.year),
    });
    const today = async () => (await db.one<{ day: Temporal.PlainDate }>(sql`select platform.today() as day`)).day;

    test('leaving too soon is refused in words, and nothing is lost', async () => {
      const day = (await today()).add({ days: 5 });
      const reply = await desk.manager.post('/our-practice/hub_booking/leave', { ...form(day), agreed: '' });
      assert.equal(reply.statusCode, 422);
      assert.match(words(reply.body), /Notice is 28 days: choose .* or later, or say who agreed/);
      assert.match(reply.body, new RegExp(`value="${day.year}"`));
      const nonsense = await desk.manager.post('/our-practice/hub_booking/leave', {
        'from-day': '31',
        'from-month': '2',
        'from-year': '2027',
      });
      assert.match(words(nonsense.body), /Enter a real date/);
    });

    test('leaving with notice stands on the page, and is undone', async () => {
      const day = (await today()).add({ days: 28 });
      const reply = await desk.manager.post('/our-practice/hub_booking/leave', form(day));
      assert.deepEqual([reply.statusCode, reply.headers.location], [303, '/our-practice#hub_booking']);
      assert.match((await page('manager', '/our-practice')).text, /Hub booking Leaves \d+ \w+ \d{4}/);
      assert.match((await page('operations', '/group/agreements')).text, /leaves \d+ \w+ \d{4}/);
      assert.equal((await desk.manager.post('/our-practice/hub_booking/undo')).statusCode, 303);
      assert.match((await page('manager', '/our-practice')).text, /Hub booking Joined/);
      assert.equal((await desk.manager.post('/our-practice/hub_booking/undo')).statusCode, 409);
    });

    test('a partner joins a service, and it opens from that day', async () => {
      const day = (await today()).add({ days: 3 });
      assert.match(
        (await page('partner', '/our-practice/policies')).text,
        /Joining policies opens nothing to anybody today/,
      );
      assert.equal((await desk.partner.post('/our-practice/policies/join', form(day))).statusCode, 303);
      assert.match((await page('partner', '/our-practice')).text, /Policies Joins \d+/);
      const again = await desk.partner.post('/our-practice/policies/join', form(day));
      assert.match(words(again.body), /has joined already/);
    });
  });

  describe('let a practice take its own data', () => {
    test('from a page that says in words what every file holds, how much and until when', async () => {
      const { text } = await page('manager', '/our-practice/data');
      const { tables } = await db.one<{
        tables: number;
      }>(sql`select count(*)::int as tables from pg_attribute a join pg_class c on c.oid = a.attrelid
        where a.attname = 'practice_id' and c.relkind = 'r' and has_table_privilege(c.oid, 'select')`);
      assert.match(text, new RegExp(`in ${tables} files`));
      assert.match(text, /Our patients.* Patients Our patients: name, birth date.* 1 1 January 2000 CSV/);
      assert.match(text, /Nothing in these yet/);
      assert.doesNotMatch(text, /Rows of ours in the table|access\.|network\./);
    });

    test('one table as CSV, which holds nothing of another practice', async () => {
      const reply = await desk.manager.get('/our-practice/data/patients/patient.csv');
      assert.match(
        reply.headers['content-disposition'] as string,
        /attachment; filename="Z10001-[\d-]+-patients-patient\.csv"/,
      );
      assert.match(reply.body, /Margaret,Ellis/);
      assert.doesNotMatch(reply.body, /Secret/);
      assert.equal((await desk.manager.get('/our-practice/data/platform/session.csv')).statusCode, 404);
    });

    test('with no cell that a spreadsheet would run, and the text as it was written in the JSON', async () => {
      await transaction({ db, actor: systemActor('test', groupId), act: { action: 'test' } }, (tx) =>
        tx.rows(sql`update patients.patient set address = '=HYPERLINK("http://x", "y")', latitude = 52.1, longitude = -1.25,
            phone = '+447700900123', given_name = '+A1'
          where family_name = 'Ellis'`),
      );
      assert.match((await desk.manager.get('/our-practice/data/patients/patient.csv')).body, /,"'=HYPERLINK\(""http/);
      const files = unzip((await desk.manager.get('/our-practice/data/all.zip')).rawPayload);
      assert.match(files.get('csv/patients-patient.csv') ?? '', /,"'=HYPERLINK\(/);
      assert.match(files.get('README.txt') ?? '', /stands after an apostrophe/);
      assert.match(files.get('all.json') ?? '', /"=HYPERLINK\(/);
      // A patient west of Greenwich has a longitude below zero, and it stays a number.
      assert.match(files.get('csv/patients-patient.csv') ?? '', /,-1\.25,/);
      assert.match(files.get('csv/patients-patient.csv') ?? '', /,'\+A1,[^]*,\+447700900123,/);
      await transaction({ db, actor: systemActor('test', groupId), act: { action: 'test' } }, (tx) =>
        tx.rows(sql`update patients.patient set given_name = 'Margaret' where family_name = 'Ellis'`),
      );
    });

    test('everything in one archive with a README, as CSV and as JSON, with who read it', async () => {
      const reply = await desk.manager.get('/our-practice/data/all.zip');
      assert.match(String(reply.headers['content-disposition']), /filename="Z10001-[\d-]+\.zip"/);
      const files = unzip(reply.rawPayload);
      const readme = files.get('README.txt') ?? '';
      assert.match(readme, /Everything about Elm Street Surgery \(Z10001\)[^]*Taken by Wendy Hart/);
      assert.match(readme, /csv\/patients-patient\.csv\r\n.*\r\n {2}Rows: 1\. Period: 1 January 2000\./);
      assert.match(files.get('csv/patients-patient.csv') ?? '', /Margaret,Ellis/);
      const all = JSON.parse(files.get('all.json') ?? '') as {
        practice: string;
        tables: Record<string, Record<string, unknown>[]>;
      };
      for (const [name, rows] of Object.entries(all.tables)) {
        const csv = `csv/${name.replace('.', '-')}.csv`;
        const said = readme.split(`${csv}\r\n`)[1]?.match(/Rows: (\d+)\./)?.[1];
        assert.equal(said, String(rows.length), `${name} has as many rows as the README says`);
        assert.ok(files.has(csv));
      }
      assert.doesNotMatch([...files.values()].join(), /Secret/);
      assert.equal(all.practice, 'Z10001');
      assert.deepEqual(
        all.tables['patients.patient']?.map((row) => row['family_name']),
        ['Ellis'],
      );
      assert.ok(
        all.tables['audit.event']?.some((row) => row['kind'] === 'read' && row['person_name'] === 'Priya Lowe'),
      );
      assert.ok(
        Object.values(all.tables)
          .flat()
          .every((row) => row['practice_id'] === 'Z10001'),
      );
    });

    test('which is audited, and not for a partner, who sees no patients', async () => {
      assert.match((await page('manager', '/audit?done=taken')).text, /Own data taken: everything/);
      assert.equal((await page('partner', '/our-practice/data')).status, 403);
    });
  });

  describe('show how the group is made', () => {
    test('with its hubs, and whether each has 30,000 to 50,000 patients', async () => {
      const { text } = await page('operations', '/group');
      assert.match(text, /2 practices, 31,000 patients, 1 hub/);
      assert.match(text, /1 of 1 hub has 30,000 to 50,000 patients/);
      assert.match(text, /Federation: each practice keeps its contract/);
    });

    test('found by name, ordered by a heading, and taken as CSV that no spreadsheet runs', async () => {
      assert.match((await page('operations', '/group?q=elm')).text, /1 practice Practice/);
      assert.match((await page('operations', '/group?hub=none')).text, /=Mill Lane/);
      assert.match((await page('operations', '/group?q=nowhere')).text, /No practice matches/);
      const sorted = await page('operations', '/group?sort=list&dir=desc');
      assert.match(sorted.html, /aria-sort="descending"/);
      const csv = (await desk.operations.get('/group/practices.csv')).body;
      assert.match(csv, /Z10002,'=Mill Lane,,/);
    });

    test('with contracts, which are recorded and not made up', async () => {
      assert.match((await page('operations', '/group/contracts')).text, /No contract is recorded/);
    });
  });

  describe('arrange people and roles', () => {
    const added = { name: 'Nell Frost', email: 'nell@example.org', role: 'finance', place: '' };
    let address = '';

    test('an administrator adds somebody, after being told what is missing', async () => {
      const missing = await desk.administrator.post('/people', { ...added, name: '', role: 'practice_manager' });
      assert.equal(missing.statusCode, 422);
      assert.match(words(missing.body), /Enter the person’s name/);
      const reply = await desk.administrator.post('/people', added);
      assert.equal(reply.statusCode, 303);
      address = reply.headers.location ?? '';
      assert.match((await page('administrator', address)).text, /Nell Frost holds 1 role today/);
      assert.match((await page('administrator', '/people?q=nell')).text, /Finance, Harebell/);
    });

    test('gives a further role at a practice, not twice, and ends it', async () => {
      const role = { role: 'practice_manager', place: 'practice:Z10001' };
      const wrong = await desk.administrator.post(`${address}/roles`, { ...role, place: '' });
      assert.match(words(wrong.body), /Choose the practice/);
      assert.equal((await desk.administrator.post(`${address}/roles`, role)).statusCode, 303);
      assert.match(
        words((await desk.administrator.post(`${address}/roles`, role)).body),
        /holds that role there already/,
      );
      const { id } = await owner.one<{
        id: string;
      }>(sql`select r.id from network.role_held r join network.person p on p.id = r.person_id
        where p.name = 'Nell Frost' and r.role = 'practice_manager'`);
      assert.equal((await desk.administrator.post(`${address}/roles/${id}/end`, {})).statusCode, 303);
      assert.match((await page('administrator', address)).text, /Nell Frost holds 1 role today/);
    });

    test('signs somebody out everywhere', async () => {
      const nell = await signIn(app, db, {
        ...actors.operations,
        personId: address.replace('/people/', ''),
        roleHeldId: null,
      });
      assert.equal((await nell.get('/published')).statusCode, 200);
      assert.equal((await desk.administrator.post(`${address}/sign-out`)).statusCode, 303);
      assert.equal((await nell.get('/published')).statusCode, 303);
    });

    test('and keeps one administrator', async () => {
      const reply = await desk.administrator.post(`/people/${idOf(3, 6)}/roles/${idOf(4, 6)}/end`, {});
      assert.match(words(reply.body), /A group keeps an administrator/);
    });
  });

  describe('show who did and read what', () => {
    test('to the auditor of every practice, by person or role, practice, what was done and day', async () => {
      const { text } = await page('auditor', '/audit?done=looked&person=navig&practice=Z10001&from=2020-01-01');
      assert.match(text, /2 events match/);
      assert.match(text, /Priya Lowe, care navigator Elm Street Surgery Read one patient’s details on a call/);
      assert.match((await page('auditor', '/audit?done=looked&to=2020-01-01')).text, /Nothing matches/);
    });

    test('what is looked for is found by the words of the page, and taken as it is found', async () => {
      const { text } = await page('auditor', '/audit?done=people&person=ada');
      assert.match(text, /Person added/);
      assert.doesNotMatch(text, /Read one patient/);
      const csv = (await desk.auditor.get('/audit/events.csv?done=people&person=ada')).body;
      assert.match(csv, /person added/i);
      assert.doesNotMatch(csv, /,read,/);
      assert.match((await page('auditor', '/audit?person=%25')).text, /Nothing matches/);
    });

    test('about one record alone, led to from any event about it', async () => {
      const { html } = await page('auditor', '/audit?done=looked');
      const [, about = ''] = /href="\/audit\?about=([^"]+)"/.exec(html) ?? [];
      assert.match(
        (await page('auditor', `/audit?about=${about}`)).text,
        /Who read the record of .* [1-9]\d* events? When/,
      );
      assert.doesNotMatch((await page('auditor', `/audit?about=${about}`)).text, /Person added/);
      assert.match((await page('auditor', '/audit?about=nothing-such')).text, /Nothing matches/);
    });

    test('to a practice manager of their own practice alone', async () => {
      const { text } = await page('manager', '/audit');
      assert.doesNotMatch(text, /Mill Lane Agreement|Secret/);
      assert.match((await page('other', '/audit?done=looked')).text, /Nothing matches/);
    });

    test('to an administrator what belongs to no practice', async () => {
      assert.match((await page('administrator', '/audit?person=Ada')).text, /Person added/);
      assert.match((await page('administrator', '/audit?done=looked')).text, /Nothing matches/);
    });

    test('with what verifying the seals proves and when it was last done, never more than that', async () => {
      assert.match((await page('auditor', '/audit/chain')).text, /The seals have not been verified yet/);
      // What is finished is asked of the whole server: a transaction of another test, begun before, holds it up.
      for (let sealed = 0; sealed === 0;)
        ({ sealed } = await owner.one<{ sealed: number }>(sql`select audit.seal_finished() as sealed`));
      const { location } = (await desk.auditor.post('/audit/chain')).headers;
      assert.equal(location, '/audit/chain');
      const { text } = await page('auditor', '/audit/chain');
      assert.match(text, /Every seal matched when last verified/);
      assert.match(
        text,
        /Last verified .* by Arthur Quist: \d+ events in 1 sealed batch, and \d+ events? not sealed yet/,
      );
      assert.match(text, /What it does not prove .* newest batches were not cut off/);
      assert.match(text, /1\|\d+\|[0-9a-f]{64}/);
      await owner.rows(sql`insert into audit.verification (by_name, batches, sealed_events, unsealed_events, first_unsound)
        values ('the nightly check', 3, 9, 0, 2)`);
      assert.match((await page('auditor', '/audit/chain')).text, /Batch 2 of 3 does not match its seal/);
    });

    test('with a wrong day said in plain words, to a program in its schema’s', async () => {
      const { status, text } = await page('auditor', '/audit?from=yesterday');
      assert.equal(status, 400);
      assert.match(text, /That cannot be shown/);
      assert.match(text, /From must be a day, like 2026-12-19/);
      assert.doesNotMatch(text, /must match pattern|querystring|yesterday/);
      const json = (await desk.auditor.get('/audit?from=yesterday', 'application/json')).json<{ detail: string }>();
      assert.match(json.detail, /querystring: \/from must match pattern/);
    });

    test('as CSV', async () => {
      const csv = await desk.auditor.get('/audit/events.csv?done=looked&person=care%20navigator');
      assert.equal(csv.body.trim().split('\r\n').length, 3);
    });
  });
});
