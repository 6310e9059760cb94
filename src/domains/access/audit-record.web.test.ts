import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testApp } from '../../../test/support/app.ts';
import { callAbout, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { somebody } from '../../../test/support/more-people.ts';
import { signIn, type SignedIn } from '../../../test/support/signed-in.ts';
import { arrange, as, id, smallWorld, standing } from '../../../test/support/world.ts';

const base = await testDatabase();
const world = await smallWorld(base);
const { app } = await testApp(base);
const [ada = '', ben = '', nobodyLooked = ''] = world.patients;
const navigator = await signIn(app, base.db, world.actors.navigator);
const actors = {
  auditor: await somebody(base, world, { n: 50, role: 'auditor' }),
  manager: await somebody(base, world, { n: 51, role: 'practice_manager', practiceId: 'XA001' }),
  elsewhere: await somebody(base, world, { n: 52, role: 'practice_manager', practiceId: 'XA002' }),
  partner: await somebody(base, world, { n: 53, role: 'partner', practiceId: 'XA001' }),
};
const auditor = await signIn(app, base.db, actors.auditor);
const manager = await signIn(app, base.db, actors.manager);

const words = (html: string): string => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
const find = async (who: SignedIn, q: string) => who.post('/audit/patient', { q });
const numberOf = async (patient: string): Promise<string> => {
  const [row] = await standing<{ number: string }>(
    base.owner,
    sql`select p.nhs_number as number from patients.patient p where p.id = ${patient}`,
  );
  return row?.number ?? assert.fail('no number');
};

void describe('Whose record was read', () => {
  test('is found by the auditor by NHS number, or by birth date and last name, and the look is audited without what was typed', async () => {
    const number = await numberOf(ada);
    const found = await find(auditor, number);
    assert.equal(found.statusCode, 200);
    assert.match(found.body, new RegExp(`Given 1 Family[^]*href="/audit\\?about=${ada}"`));
    assert.match((await find(auditor, '2/1/1950 fam')).body, new RegExp(`href="/audit\\?about=${ada}"`));
    assert.equal(found.headers.location, undefined, 'no address carries the number');
    const events = await standing<{ kind: string; subject: string; about: string | null; all: string }>(
      base.owner,
      sql`select e.kind, e.subject, e.subject_id as about, e::text as all from audit.event e where e.action = 'find-in-audit' order by e.id`,
    );
    assert.ok(events.some(({ kind, about }) => kind === 'read' && about === ada));
    assert.equal(events.filter(({ subject }) => subject === 'looked for whose record was read').length, 2);
    for (const { all } of events) assert.doesNotMatch(all, new RegExp(number));
    assert.match(words(await page(auditor, '/audit')), /Looked for whose record was read/);
  });

  test('is told apart from nobody having looked: a number that is none, one nobody has, and a record nobody read', async () => {
    const wrong = await find(auditor, '943 476 5918');
    assert.equal(wrong.statusCode, 422);
    assert.match(wrong.body, /That is not an NHS number: check each digit/);
    const unknown = words((await find(auditor, '943 476 5919')).body);
    assert.match(unknown, /No patient with this number is known here That does not say that nobody looked/);
    assert.match(
      words((await find(auditor, '1/2/1903 family')).body),
      /No patient with this name and date of birth is/,
    );
    assert.equal((await find(auditor, '2/1/1950')).statusCode, 422, 'a date alone is not enough');
    const quiet = words(await page(manager, `/audit?about=${nobodyLooked}&done=looked&to=2020-01-01`));
    assert.match(quiet, /Nothing matches/, 'a filter hides what there is');
  });

  test('is shown to those who see the practice’s audit alone, and looked up by neither a partner nor a navigator', async () => {
    const number = await numberOf(ada);
    assert.match((await find(manager, number)).body, /Given 1 Family/);
    const elsewhere = await signIn(app, base.db, actors.elsewhere);
    assert.match((await find(elsewhere, number)).body, /No patient with this number is known here/);
    assert.doesNotMatch(await page(elsewhere, `/audit?about=${ada}`), /Given 1/);
    const partner = await signIn(app, base.db, actors.partner);
    assert.equal((await find(partner, number)).statusCode, 403);
    assert.doesNotMatch(await page(partner, `/audit?about=${ada}`), /Given 1/);
    assert.doesNotMatch(await page(partner, '/audit'), /action="\/audit\/patient"/);
    assert.equal((await find(navigator, number)).statusCode, 403);
    const seen = await transaction(as(base.db, world.actors.navigator), (tx) =>
      tx.rows(sql`select a.id from patients.audited(${ada}, null, null, null) a`),
    );
    assert.deepEqual(seen, [], 'in the database too');
  });
});

void describe('Who read a record', () => {
  test('is told with how: in the queue, by opening the request, on a visit; and nothing of anybody else', async () => {
    const call = await callAbout(navigator, ada, { words: 'my knee is sore' });
    const other = await callAbout(navigator, ben, { words: 'my elbow is sore' });
    await navigator.post(`${call}/later`, {});
    await navigator.post(`${other}/later`, {});
    const hub = await signIn(app, base.db, world.actors.hubNavigator);
    await page(hub, '/calls');
    await page(hub, call);
    const visit = id(11, 1);
    await arrange(base.owner, async (run) => {
      await run(sql`insert into access.booking (id, group_id, practice_id, host_practice_id, clinician_id, patient_id, kind, mode, day, starts_at, ends_at,
          idempotency_key, overflow_reason, overflow_by)
        values (${visit}, ${world.groupId}, 'XA001', 'XA001', ${world.clinicians[0]}, ${ada}, 'overflow', 'telephone', '2026-03-02',
          '2026-03-02T10:00:00Z', '2026-03-02T10:10:00Z', 'visit', 'Could not wait', 'Dr 2')`);
    });
    await transaction({ ...as(base.db, world.actors.clinician), act: { action: 'see-visit' } }, (tx) => {
      tx.read({ class: 'visit', practiceId: 'XA001', subjectId: visit });
      return Promise.resolve();
    });
    const text = words(await page(auditor, `/audit?about=${ada}`));
    assert.match(text, /Who read the record of Given 1 Family Born 2 January 1950, Practice 1/);
    assert.match(text, /Person 2, care navigator Practice 1 Saw one request or booking in the queue of requests/);
    assert.match(text, /Person 2, care navigator Practice 1 Opened the request/);
    assert.match(text, /Person 3, clinician Practice 1 Opened the visit/);
    const csv = (await auditor.get(`/audit/events.csv?about=${ada}`)).body;
    assert.match(csv, /in the queue of requests/);
    assert.doesNotMatch(csv, new RegExp(other.slice('/calls/'.length)), 'nobody else’s request');
    assert.match(
      words(await page(manager, `/audit?about=${ada}`)),
      /in the queue of requests/,
      'the practice manager too',
    );
  });

  test('is one line for one look at the queue, with each request in it, and a row of the audit for each', async () => {
    const html = await page(auditor, '/audit?person=Person 2&done=looked');
    assert.match(words(html), /Looked at the queue of requests \(2 requests\) Each of the 2 records/);
    assert.equal(html.match(/Looked at the queue of requests/g)?.length, 1);
    const [, shown = ''] = /<details class="more">([^]*?)<\/details>/.exec(html) ?? [];
    assert.equal(shown.match(/href="\/audit\?about=/g)?.length, 2);
    const rows = await standing(
      base.owner,
      sql`select 1 from audit.event where action = 'see-queue' and person_id = ${world.actors.hubNavigator.personId}`,
    );
    assert.equal(rows.length, 2);
  });

  test('says what was changed in words, never in names of columns', async () => {
    const text = words(await page(auditor, `/audit?about=${ada}&done=requests`));
    assert.match(text, /Request added/);
    assert.match(text, /Request changed: [^:]*whether it is known who asks/);
    assert.doesNotMatch(text, /\w_\w/);
  });
});
