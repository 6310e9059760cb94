import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Result } from '#kernel/result.ts';
import type { Actor } from '#platform/auth/actor.ts';
import { transaction } from '#platform/db/transaction.ts';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { somebody } from '../../../test/support/more-people.ts';
import { signIn, type SignedIn } from '../../../test/support/signed-in.ts';
import { as, id, smallWorld, type World } from '../../../test/support/world.ts';
import { addClinician } from './commands/one-person.ts';
import { endClinician, endOwnLimit, setLimit, takeBackLimit } from './commands/arrange.ts';
import { commands } from './cli.ts';
import { limits, listedClinician } from './queries.ts';
import type { LimitRefused } from './refused.ts';

const today = Temporal.Now.zonedDateTimeISO('Europe/London').toPlainDate();
const later = (days: number) => today.add({ days }).toString();

describe('Clinicians and safe limits entered by people', async () => {
  const database = await testDatabase();
  const { db } = database;
  const { app } = await testApp(database);
  let world: World;
  let lead: Actor;
  let manager: Actor;
  let desk: SignedIn;

  before(async () => {
    world = await smallWorld(database);
    lead = await somebody(database, world, { n: 31, role: 'workforce' });
    manager = await somebody(database, world, { n: 32, role: 'practice_manager', practiceId: 'XA001' });
    desk = await signIn(app, db, lead);
  });

  /** Does what asks first, and says yes to what was asked. */
  const meaning = async <T>(work: (sure?: string) => Promise<Result<T, LimitRefused>>) => {
    const asked = await work();
    return asked.ok || asked.error.kind !== 'rises' ? asked : work(asked.error.meant);
  };
  /** What the tick on a page that asks says yes to. */
  const tickOf = (body: string) => /name="sure" value="([^"]+)"/.exec(body)?.[1] ?? assert.fail('nothing is asked');
  const dated = (field: string, on: Temporal.PlainDate) => ({
    ...{ [`${field}-day`]: String(on.day), [`${field}-month`]: String(on.month), [`${field}-year`]: String(on.year) },
  });

  const ada = { name: 'Dr Ada', role: 'gp', practice: 'XA001', registration: '1234567', fte: '0.8' };
  const kindOf = (answer: { ok: true } | { ok: false; error: { kind: string } }) =>
    answer.ok ? 'ok' : answer.error.kind;
  const limitOn = async (clinician: string, day: string) =>
    (
      await transaction(as(db, lead), (tx) =>
        tx.one<{ safe: number }>(sql`select workforce.limit_on(${world.groupId}, ${clinician}, ${day}::date) as safe`),
      )
    ).safe;

  test('a clinician is added once, at a practice of the group', async () => {
    assert.equal(kindOf(await addClinician(as(db, lead), ada)), 'ok');
    assert.equal(kindOf(await addClinician(as(db, lead), { ...ada, name: 'dr ada' })), 'same-person');
    assert.equal(kindOf(await addClinician(as(db, lead), { ...ada, practice: 'ZZ999' })), 'no-such-practice');
    assert.equal(kindOf(await addClinician(as(db, lead), { ...ada, role: 'king', fte: '9' })), 'faults');
  });

  test('a practice manager adds and ends those of the own practice alone', async () => {
    const other = { ...ada, name: 'Nurse Bell', role: 'nurse', registration: '12A3456E' };
    assert.equal(kindOf(await addClinician(as(db, manager), { ...other, practice: 'XA002' })), 'not-your-practice');
    assert.equal(kindOf(await addClinician(as(db, manager), other)), 'ok');
    assert.equal(kindOf(await endClinician(as(db, manager), world.clinicians[2] ?? '', later(1))), 'not-your-practice');
  });

  test('the database itself keeps other practices’ clinicians and the past from whoever may not change them', async () => {
    const refused = (who: Actor, statement: ReturnType<typeof sql>) =>
      assert.rejects(
        transaction(as(db, who), (tx) => tx.rows(statement)),
        { code: '42501' },
      );
    await refused(
      manager,
      sql`insert into workforce.clinician (id, group_id, practice_id, name, role, fte, valid_from)
      values (${id(5, 77)}, ${world.groupId}, 'XA002', 'x', 'gp', 1, '2026-01-01')`,
    );
    await refused(
      manager,
      sql`insert into workforce.daily_limit values (${id(7, 77)}, ${world.groupId}, null, ${later(3)}, 9, 'x')`,
    );
    await refused(
      lead,
      sql`insert into workforce.daily_limit values (${id(7, 78)}, ${world.groupId}, null, ${later(-1)}, 9, 'x')`,
    );
    const touched = await transaction(as(db, lead), async (tx) => [
      ...(await tx.rows(sql`update workforce.daily_limit set contacts = 99 where valid_from < ${today} returning id`)),
      ...(await tx.rows(sql`delete from workforce.daily_limit where valid_from <= ${today} returning id`)),
    ]);
    assert.deepEqual(touched, []);
  });

  test('a clinician ends from today or a later day, once, never before they begin', async () => {
    const [, , , one = ''] = world.clinicians;
    assert.equal(kindOf(await endClinician(as(db, lead), one, later(-1))), 'date-passed');
    assert.equal(kindOf(await endClinician(as(db, lead), one, 'soon')), 'no-date');
    assert.equal(kindOf(await endClinician(as(db, lead), one, '1990-01-01')), 'date-passed');
    assert.equal(kindOf(await endClinician(as(db, lead), one, later(30))), 'ok');
    assert.equal(kindOf(await endClinician(as(db, lead), one, later(40))), 'ended-already');
    assert.equal(kindOf(await endClinician(as(db, lead), one, later(20))), 'ok');
    assert.equal(kindOf(await endClinician(as(db, lead), id(5, 999), later(20))), 'no-such-clinician');
    const kept = await transaction(as(db, lead), (tx) => listedClinician(tx, one));
    assert.equal(kept?.validTo?.toString(), later(20));
  });

  test('a group comes down from 25 to 23 in steps, and one clinician to fewer', async () => {
    const [first = '', second = ''] = world.clinicians;
    const step = (days: number, contacts: number, clinician = '') =>
      setLimit(as(db, lead), { contacts: String(contacts), from: later(days), source: 'Board', clinician });
    for (const answer of [await step(10, 24), await step(20, 23), await step(15, 12, first)]) assert.ok(answer.ok);
    assert.deepEqual(
      [await limitOn(second, later(9)), await limitOn(second, later(10)), await limitOn(second, later(25))],
      [25, 24, 23],
    );
    assert.deepEqual([await limitOn(first, later(14)), await limitOn(first, later(25))], [24, 12]);
    assert.equal(kindOf(await step(-1, 20)), 'faults');
    assert.equal(kindOf(await step(5, 20, id(5, 999))), 'no-such-clinician');
    assert.ok((await step(20, 22)).ok);
    assert.equal(await limitOn(second, later(25)), 22);
  });

  test('a clinician’s own limit is ended from a day, with its steps to come: the group’s holds again', async () => {
    const [, , third = ''] = world.clinicians;
    const own = (days: number, contacts: number) =>
      meaning((sure) =>
        setLimit(as(db, lead), {
          ...{ contacts: String(contacts), from: later(days), source: 'Return', clinician: third, sure },
        }),
      );
    const end = (days: number, source = 'Back in full') =>
      meaning((sure) => endOwnLimit(as(db, lead), third, { from: later(days), source, sure }));
    assert.equal(kindOf(await end(3)), 'no-own-limit');
    assert.ok((await own(2, 12)).ok);
    assert.ok((await own(8, 15)).ok);
    assert.equal(kindOf(await end(-1)), 'faults');
    assert.equal(kindOf(await end(5, ' ')), 'faults');
    assert.equal(kindOf(await end(1)), 'no-own-limit');
    assert.ok((await end(5)).ok);
    const day = async (days: number) => limitOn(third, later(days));
    assert.deepEqual([await day(1), await day(4), await day(5), await day(9)], [25, 12, 25, 25]);
    assert.equal(kindOf(await end(6)), 'no-own-limit');
    const [step] = (await transaction(as(db, lead), (tx) => limits(tx, third))).filter(
      ({ contacts }) => contacts === null,
    );
    assert.ok((await takeBackLimit(as(db, lead), step?.id ?? '')).ok);
    assert.equal(await day(9), 12);
    const wrong = await desk.post('/limits/own/end', { clinician: third, 'end-day': '31', source: 'Because' });
    assert.equal(wrong.statusCode, 422);
    assert.match(wrong.body, /href="#end"[^]*End Dr 3’s own limit[^]*value="Because"/);
    assert.match((await desk.get('/limits')).body, new RegExp(`/limits\\?end=${third}#end-own`));
    const on = today.add({ days: 5 });
    const form = { 'end-day': String(on.day), 'end-month': String(on.month), 'end-year': String(on.year) };
    const back = { clinician: third, source: 'Back', ...form };
    const asked = await desk.post('/limits/own/end', back);
    assert.equal((await desk.post('/limits/own/end', { ...back, sure: tickOf(asked.body) })).statusCode, 303);
    assert.match((await desk.get('/limits')).body, /the group’s/);
    assert.match((await desk.get(`/clinicians/${third}`)).body, /The group’s limit/);
    assert.equal(await day(9), 25);
  });

  test('ending it is asked about first where the group’s is higher, on the page and the command line alike', async () => {
    const [, , third = ''] = world.clinicians;
    const own = { contacts: '12', from: later(30), source: 'Return', clinician: third };
    assert.equal(kindOf(await setLimit(as(db, lead), own)), 'ok');
    const on = today.add({ days: 40 });
    const form = { 'end-day': String(on.day), 'end-month': String(on.month), 'end-year': String(on.year) };
    const asked = await desk.post('/limits/own/end', { clinician: third, source: 'Back', ...form });
    assert.equal(asked.statusCode, 422);
    assert.match(asked.body, /href="#end-sure">22 a day from [^<]* is more than the 12 that hold without this/);
    assert.match(asked.body, /type="checkbox" id="end-sure[^]*From 12 to 22 a day from [^<]* is meant/);
    const end = commands.find(({ name }) => name === 'limit end') as unknown as {
      run: (call: object) => Promise<void>;
    };
    const { name: group } = await database.owner.one<{ name: string }>(
      sql`select name from network.group where id = ${world.groupId}`,
    );
    const options = { group, clinician: third, from: on.toString(), source: 'Back' };
    const call = { db, out: { answer: () => undefined } };
    for (const sure of [undefined, '25'])
      await assert.rejects(
        end.run({ ...call, options: { ...options, sure } }),
        /22 a day from .* is more than the 12.*--sure 22/,
      );
    assert.equal(await limitOn(third, on.toString()), 12);
    await end.run({ ...call, options: { ...options, sure: '22' } });
    assert.equal(await limitOn(third, on.toString()), 22);
  });

  test('a step not yet in force is taken back, one in force is not', async () => {
    const all = await transaction(as(db, lead), (tx) => limits(tx));
    const [inForce, coming] = [
      all.find(({ contacts }) => contacts === 25),
      all.find(({ contacts }) => contacts === 24),
    ];
    assert.equal(kindOf(await takeBackLimit(as(db, lead), inForce?.id ?? '')), 'in-force');
    assert.equal(kindOf(await takeBackLimit(as(db, lead), coming?.id ?? '')), 'rises');
    const answers = await Promise.all(
      [1, 2].map(() => meaning((sure) => takeBackLimit(as(db, lead), coming?.id ?? '', sure))),
    );
    assert.deepEqual(answers.map(kindOf).sort(), ['in-force', 'ok']);
    assert.equal(await limitOn(world.clinicians[1] ?? '', later(12)), 25);
  });

  test('the pages list, filter and give the same as CSV', async () => {
    const page = await desk.get('/clinicians?q=ada');
    assert.equal(page.statusCode, 200);
    assert.match(page.body, /1 clinician works the equivalent of 0.8 full time/);
    const csv = await desk.get('/clinicians.csv?q=ada');
    assert.match(csv.body, /^Dr Ada,GP,XA001,Practice 1,0.8,[\d-]+,,25\r$/m);
    assert.match((await desk.get('/clinicians?q=nobody%25')).body, /Nobody matches/);
    assert.equal((await desk.get('/limits')).statusCode, 200);
    const own = await (await signIn(app, db, manager)).get('/clinicians?practice=XA002');
    assert.doesNotMatch(own.body, /Dr 3/);
    assert.match(own.body, /Dr 1/);
  });

  test('a limit that would rise is asked about first, with what it rises from', async () => {
    const day = { 'from-day': '1', 'from-month': '1', 'from-year': '2031' };
    const path = async () => (await desk.get('/limits')).body;
    assert.equal((await desk.post('/limits', { contacts: '12', ...day, source: 'Board of March' })).statusCode, 303);
    const higher = { contacts: '60', ...day, 'from-year': '2032', source: 'A slip of the finger' };
    const asked = await desk.post('/limits', higher);
    assert.equal(asked.statusCode, 422);
    assert.match(asked.body, /60 a day from [^<]* is more than the 12 that hold without this/);
    assert.match(asked.body, /type="checkbox" id="sure"/);
    assert.doesNotMatch(await path(), /A slip of the finger/);
    assert.equal((await desk.post('/limits', { ...higher, sure: tickOf(asked.body) })).statusCode, 303);
    assert.match(await path(), /A slip of the finger/);
    assert.equal(
      (await desk.post('/limits', { ...higher, contacts: '10' })).statusCode,
      303,
      'going down is not asked',
    );
  });

  test('a clinician’s own limit of the same day is what a higher one is asked against', async () => {
    const [, , third = ''] = world.clinicians;
    const own = (contacts: number) =>
      setLimit(as(db, lead), { contacts: String(contacts), from: later(0), source: 'Return', clinician: third });
    assert.equal(kindOf(await own(12)), 'ok');
    assert.equal(kindOf(await own(24)), 'rises');
    assert.equal(await limitOn(third, later(0)), 12);
  });

  test('a yes holds for the number, the day and the person that were asked, and is asked for anew for any other', async () => {
    const [, second = ''] = world.clinicians;
    const on = today.add({ days: 2 });
    const form = { contacts: '26', ...dated('from', on), source: 'A board' };
    const asked = await desk.post('/limits', form);
    const sure = tickOf(asked.body);
    for (const other of [
      { contacts: '62' },
      { ...dated('from', on.add({ days: 1 })) },
      { clinician: second },
      { contacts: '62', clinician: second },
    ]) {
      const again = await desk.post('/limits', { ...form, ...other, sure });
      assert.equal(again.statusCode, 422, JSON.stringify(other));
      assert.notEqual(tickOf(again.body), sure);
      assert.doesNotMatch(again.body, /name="sure"[^>]* checked/);
    }
    assert.equal(await limitOn(second, on.toString()), 25);
    assert.equal((await desk.post('/limits', { ...form, sure })).statusCode, 303);
    assert.equal(await limitOn(second, on.toString()), 26);
  });

  test('taking back a planned lower step is asked about first: it is a rise from that day', async () => {
    const on = today.add({ days: 3 });
    const lower = { contacts: '9', ...dated('from', on), source: 'Coming down' };
    assert.equal((await desk.post('/limits', lower)).statusCode, 303);
    const step = (await transaction(as(db, lead), (tx) => limits(tx))).find(({ contacts }) => contacts === 9);
    const back = `/limits/${step?.id ?? ''}/take-back`;
    const asked = await desk.post(back, {});
    assert.equal(asked.statusCode, 422);
    assert.match(asked.body, /Take back 9 from [^]*id="back-sure"[^]*From 9 to 26 a day from [^<]* is meant/);
    assert.match((await desk.get('/limits')).body, /Coming down/);
    assert.equal((await desk.post(back, { sure: 'yes' })).statusCode, 422);
    assert.equal((await desk.post(back, { sure: tickOf(asked.body) })).statusCode, 303);
    assert.doesNotMatch((await desk.get('/limits')).body, /Coming down/);
  });

  test('two who change one limit at once are each asked against what the other left', async () => {
    const [, , third = ''] = world.clinicians;
    const set = (contacts: number) =>
      setLimit(as(db, lead), { contacts: String(contacts), from: later(4), source: 'Both', clinician: third });
    await Promise.all([set(5), set(12)]);
    assert.equal(await limitOn(third, later(4)), 5, 'whoever came second, 12 over 5 was asked about');
  });

  test('a wrong form is shown again as it was typed', async () => {
    const wrong = await desk.post('/clinicians', { name: 'Dr Wrong', role: '', practice: 'XA001', fte: '7' });
    assert.equal(wrong.statusCode, 422);
    assert.match(wrong.body, /value="Dr Wrong"/);
    assert.match(wrong.body, /href="#fte"/);
    const limit = await desk.post('/limits', { contacts: 'few', 'from-day': '31', source: 'Board of March' });
    assert.equal(limit.statusCode, 422);
    assert.match(limit.body, /value="Board of March"/);
    assert.match(limit.body, /value="31"/);
    assert.equal((await desk.post('/clinicians', { name: 'x'.repeat(3000) })).statusCode, 400);
    const added = await desk.post('/clinicians', { ...ada, name: 'Dr New', registration: '1234568' });
    assert.equal(added.statusCode, 303);
    const ended = await desk.post(`${added.headers.location ?? ''}/end`, {
      'end-day': '31',
      'end-month': '2',
      'end-year': '2030',
    });
    assert.equal(ended.statusCode, 422);
    assert.match(ended.body, /Enter a real date/);
  });
});
