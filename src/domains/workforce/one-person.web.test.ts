import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { somebody } from '../../../test/support/more-people.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { arrange, openSessionFor, smallWorld } from '../../../test/support/world.ts';

const base = await testDatabase();
const world = await smallWorld(base);
const { app } = await testApp(base);
const lead = await signIn(app, base.db, await somebody(base, world, { n: 31, role: 'workforce' }));
const managing = await somebody(base, world, { n: 32, role: 'practice_manager', practiceId: 'XA002' });
const manager = await signIn(app, base.db, managing);
const hana = { name: 'Dr Hana Rahmani', role: 'gp', practice: 'XA001', registration: '7000001', fte: '0.8' };
const added = await lead.post('/clinicians', hana);
const entry = (added.headers.location ?? '').replace('/clinicians/', '');
const again = { ...hana, name: 'hana  RAHMANI', practice: 'XA002', registration: '7000009' };
const entriesOf = async (key: string) =>
  base.owner.rows<{ id: string; apart: string | null }>(
    sql`select id, told_apart as apart from workforce.clinician where name_key = ${key} order by id`,
  );
const asked = (body: string) => /name="asked" value="([^"]+)"/.exec(body)?.[1] ?? assert.fail('nothing is asked');

describe('Who sees patients in the group already', () => {
  test('is shown to whoever enters them again anywhere, with what was typed, and asked about before anything is kept', async () => {
    const answer = await lead.post('/clinicians', again);
    assert.equal(answer.statusCode, 422);
    assert.match(answer.body, /Is this the same person\?/);
    assert.match(answer.body, /This is the same person: Dr Hana Rahmani, GP, Practice 1[^]*GMC 7000001/);
    assert.match(answer.body, /value="hana  RAHMANI"|value="hana RAHMANI"/);
    assert.equal(asked(answer.body), entry);
    assert.doesNotMatch(answer.body, /name="same"[^>]* checked/);
    const byNumber = await lead.post('/clinicians', { ...again, name: 'Dr H Rahmani', registration: 'GMC 7000001' });
    assert.match(byNumber.body, /This is the same person: Dr Hana Rahmani/);
    assert.equal((await entriesOf('hana rahmani')).length, 1);
  });

  test('works at the further practice too, under the one entry, when that is said', async () => {
    const form = { ...again, registration: '7000001', same: entry, asked: entry };
    assert.match(
      (await manager.post('/clinicians', { ...form, registration: '7000009' })).body,
      /Dr Hana Rahmani has the number GMC 7000001: check it/,
    );
    const done = await manager.post('/clinicians', form);
    assert.equal(done.statusCode, 303);
    assert.equal(done.headers.location, `/clinicians/${entry}`);
    assert.equal((await entriesOf('hana rahmani')).length, 1);
    const shown = await page(manager, `/clinicians/${entry}`);
    assert.match(shown, /Works at <b>Practice 2<\/b> too/);
    assert.match(shown, /Practice 1 arranges them/);
    assert.doesNotMatch(shown, /End their time here|They were entered twice/);
    assert.match(
      await page(manager, '/clinicians'),
      /full time, with 1 more of other practices[^]*Dr Hana Rahmani[^]*also Practice 2/,
    );
    assert.match(await page(manager, '/sessions/new?practice=XA002'), new RegExp(`value="${entry}"`));
    assert.match((await manager.post('/clinicians', form)).body, /works at that practice already/);
    assert.equal((await manager.post(`/clinicians/${entry}/end`, {})).statusCode, 404);
    assert.equal((await manager.post(`/clinicians/${entry}/places/XA001/end`, {})).statusCode, 404);
    assert.equal((await manager.post(`/clinicians/${entry}/places/XA002/end`, {})).statusCode, 303);
    assert.doesNotMatch(await page(manager, '/sessions/new?practice=XA002'), new RegExp(`value="${entry}"`));
    assert.equal((await manager.get(`/clinicians/${entry}`)).statusCode, 404);
  });

  test('is another person only where it was asked about these, with another number, or with how it is known', async () => {
    const other = { ...again, same: 'other' };
    assert.match((await lead.post('/clinicians', other)).body, /Is this the same person\?/);
    assert.match(
      (await lead.post('/clinicians', { ...other, asked: entry, registration: '7000001' })).body,
      /That number is Dr Hana Rahmani’s: it is the same person/,
    );
    assert.equal((await lead.post('/clinicians', { ...other, asked: entry })).statusCode, 303);
    assert.equal((await entriesOf('hana rahmani')).length, 2);
    const hca = { name: 'Jo Bell', role: 'hca', practice: 'XA001', fte: '1' };
    const first = (await lead.post('/clinicians', hca)).headers.location?.replace('/clinicians/', '') ?? '';
    const second = { ...hca, practice: 'XA002', same: 'other', asked: first };
    assert.match((await lead.post('/clinicians', second)).body, /href="#apart">Say how you know/);
    assert.equal((await lead.post('/clinicians', { ...second, apart: 'Two  people I met' })).statusCode, 303);
    assert.deepEqual(
      (await entriesOf('bell jo')).map(({ apart }) => apart),
      [null, 'Two people I met'],
    );
  });

  test('and was entered twice becomes one, once nothing stands on the second entry', async () => {
    const at = (registration: string, name: string) => ({ ...hana, registration, name, practice: 'XA003' });
    const made = await lead.post('/clinicians', { ...at('7000021', 'Dr Ravi Shah') });
    const kept = made.headers.location?.replace('/clinicians/', '') ?? '';
    const hcaOne = { name: 'Ravi Shaah', role: 'gp', practice: 'XA002', fte: '1', registration: '7000022' };
    const other = (await lead.post('/clinicians', hcaOne)).headers.location?.replace('/clinicians/', '') ?? '';
    const say = () => lead.post(`/clinicians/${other}/same-person`, { kept });
    assert.match((await say()).body, /different registration numbers/);
    await arrange(base.owner, async (run) => {
      await run(sql`update workforce.clinician set registration = null where id = ${other}`);
    });
    const startsAt = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 2 }).withPlainTime('09:00').toInstant();
    const session = await openSessionFor(base, { n: 9, clinician: other, practice: 'XA002', startsAt, minutes: 60 });
    assert.match((await say()).body, /href="#kept">That entry still has 1 session from then on/);
    await arrange(base.owner, async (run) => {
      await run(sql`update access.session set status = 'cancelled' where id = ${session}`);
    });
    assert.equal((await say()).headers.location, `/clinicians/${kept}#person`);
    assert.match(await page(lead, `/clinicians/${kept}`), /Works at <b>Practice 2<\/b> too/);
    assert.match(await page(lead, `/clinicians/${other}`), /They were entered twice: <a href="[^"]*">Dr Ravi Shah/);
    assert.doesNotMatch(await page(lead, '/clinicians?q=Shaah'), /Ravi Shaah<\/a>/);
  });

  test('has the number that was typed with the answer, where none was recorded and whoever said it arranges them', async () => {
    const [, , , third = ''] = world.clinicians;
    const numberOf = async () =>
      (
        await base.owner.one<{ n: string | null }>(
          sql`select registration as n from workforce.clinician where id = ${third}`,
        )
      ).n;
    const form = { ...hana, name: 'Dr 4', registration: '7000044', same: third, asked: third };
    const home = (
      await base.owner.one<{ home: string }>(
        sql`select practice_id as home from workforce.clinician where id = ${third}`,
      )
    ).home;
    const [near = ''] = ['XA001', 'XA002', 'XA003'].filter((place) => place !== home);
    assert.equal((await lead.post('/clinicians', { ...form, practice: near })).statusCode, 303);
    assert.equal(await numberOf(), 'GMC 7000044');
  });

  test('has one registration number, recorded once, that is nobody else’s', async () => {
    const [plain = ''] = world.clinicians;
    const record = (registration: string) => lead.post(`/clinicians/${plain}/registration`, { registration });
    assert.match(await page(lead, `/clinicians/${plain}`), /GMC number not recorded/);
    assert.match((await record('12')).body, /Enter a GMC number, 7 digits/);
    assert.match((await record('7000001')).body, /That number is Dr Hana Rahmani, Practice 1’s/);
    assert.equal((await record('7000077')).statusCode, 303);
    assert.match(await page(lead, `/clinicians/${plain}`), /GMC 7000077/);
  });

  test('is given further practices on their own page, by whoever arranges the group', async () => {
    const place = (who: typeof lead, to: string) => who.post(`/clinicians/${entry}/places`, { place: to });
    assert.match((await place(lead, 'ZZ999')).body, /Choose a practice of the group/);
    assert.equal((await place(lead, 'XA003')).statusCode, 303);
    assert.match((await place(lead, 'XA003')).body, /They work there already/);
    assert.equal((await place(manager, 'XA002')).statusCode, 404);
  });
});

describe('Somebody of a like name', () => {
  test('is asked about, and told apart by the answer alone or by two numbers', async () => {
    const vance = { ...hana, name: 'Dr Ottoline Vance', registration: '7100001' };
    assert.equal((await lead.post('/clinicians', vance)).statusCode, 303);
    const form = { ...vance, role: 'hca', practice: 'XA002', registration: '' };
    for (const name of [
      'O Vance',
      'Ottoline S. Vance',
      'Otto Vance',
      'Ottoline Vance-Carter',
      'Vance, Ottoline MRCGP',
      'Ottoline Vanse',
    ])
      assert.match(
        (await lead.post('/clinicians', { ...form, name })).body,
        /This is the same person: Dr Ottoline Vance/,
        name,
      );
    const numbered = { ...vance, practice: 'XA002', name: 'Olga Vance', registration: '7100009' };
    assert.equal((await lead.post('/clinicians', numbered)).statusCode, 303, 'two numbers are two people');
    assert.equal(
      (await lead.post('/clinicians', { ...form, name: 'Ottoline Petrov' })).statusCode,
      303,
      'one word alone',
    );
    const other = { ...form, name: 'Orla Vance' };
    const first = await lead.post('/clinicians', other);
    const done = await lead.post('/clinicians', { ...other, same: 'other', asked: asked(first.body) });
    assert.equal(done.statusCode, 303, done.body);
  });
});
