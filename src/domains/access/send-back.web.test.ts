import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testApp } from '../../../test/support/app.ts';
import { callAbout, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn, type SignedIn } from '../../../test/support/signed-in.ts';
import { arrange, as, smallWorld } from '../../../test/support/world.ts';
import { flagsOf } from './queries/red-flag.ts';
import { requestById, type Request } from './queries/request.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 8 });
const { app } = await testApp(base);
const navigator = await signIn(app, base.db, world.actors.navigator);
const clinician = await signIn(app, base.db, world.actors.clinician);
const me = as(base.db, world.actors.navigator);
const idOf = (call: string): string => call.split('/').at(-1) ?? '';

const requestOf = async (call: string): Promise<Request> =>
  (await transaction(me, (tx) => requestById(tx, idOf(call)))) ?? assert.fail('no request');

async function closed(call: string, fields: Record<string, string>, who: SignedIn = clinician): Promise<void> {
  const [flag] = await transaction(me, (tx) => flagsOf(tx, idOf(call)));
  const answer = await who.post(`/red-flags/${flag?.id ?? ''}/close`, {
    ...{ note: 'Spoke to him: not his heart', danger: 'no', next: 'waiting' },
    ...fields,
  });
  assert.equal(answer.statusCode, 303, answer.body);
}

const aching = (patient: number): Promise<string> =>
  callAbout(navigator, world.patients[patient], { words: 'back pain, and crushing chest pain since breakfast' });
const hoursTo = (at: Temporal.Instant | null): number =>
  at === null ? Infinity : Temporal.Now.instant().until(at).total('hours');

describe('A request that a clinician sends back to be booked', () => {
  test('asks by when, names what the protocol would say and chooses nothing itself', async () => {
    const call = await aching(1);
    const list = await page(clinician, '/red-flags');
    assert.match(list, /If they go back to be booked/);
    const unknown = await callAbout(navigator, world.patients[0], { words: 'crushing chest pain since breakfast' });
    const [other] = await transaction(me, (tx) => flagsOf(tx, idOf(unknown)));
    const form =
      new RegExp(`id="close-${other?.id ?? ''}"[^]*?</form>`).exec(await page(clinician, '/red-flags'))?.[0] ?? '';
    assert.match(form, /By when/);
    assert.doesNotMatch(form, /The protocol alone would say/, 'it does not know what that is about');
    assert.match(list, /The protocol alone would say: Within \d+ days/);
    assert.match(list, /<option value=""(?: selected)?>Choose<[^]*<option value="same-day">Same day/);
    assert.doesNotMatch(list, /<option value="[^"]+" selected>/);
    const [flag] = await transaction(me, (tx) => flagsOf(tx, idOf(call)));
    const sent = { note: 'Spoke to him: not his heart', danger: 'no', next: 'waiting', urgency: '' };
    const unsaid = await clinician.post(`/red-flags/${flag?.id ?? ''}/close`, sent);
    assert.equal(unsaid.statusCode, 422);
    assert.match(unsaid.body, /Choose by when they are booked/);
    assert.equal((await requestOf(call)).status, 'red_flag');
  });

  test('is due the same day though its rule would let it wait', async () => {
    const call = await aching(2);
    await closed(call, { urgency: 'same-day' });
    const { urgency, answerBy, status, override } = await requestOf(call);
    assert.deepEqual([status, urgency, override?.byClinician], ['waiting', 'same-day', true]);
    assert.ok(hoursTo(answerBy) <= 25);
    const row = (await page(navigator, '/calls')).split('<tr').find((one) => one.includes(call)) ?? '';
    assert.doesNotMatch(row, /not known/i);
    // Whoever takes it and goes on with it changes nothing of that.
    await navigator.post(`${call}/take`, {});
    await navigator.post(`${call}/words`, { words: 'back pain, and crushing chest pain since breakfast, as before' });
    assert.equal((await requestOf(call)).urgency, 'same-day');
  });

  test('is offered with whom the clinician said', async () => {
    const call = await aching(3);
    await closed(call, { urgency: 'urgent', role: 'gp' });
    const { urgency, override } = await requestOf(call);
    assert.deepEqual([urgency, override?.urgency, override?.role], ['urgent', 'urgent', 'gp']);
  });

  test('may wait as long as a clinician says', async () => {
    const call = await aching(4);
    await closed(call, { urgency: 'within-14-days' });
    const { urgency, dueAt } = await requestOf(call);
    assert.equal(urgency, 'within-14-days');
    assert.ok(hoursTo(dueAt) > 300);
  });

  test('has its clock also from a clinician of the group who sees nothing else of it', async () => {
    const call = await aching(5);
    await arrange(base.owner, async (run) => {
      await run(sql`update access.red_flag set asked_level = 'group' where request_id = ${idOf(call)}`);
    });
    await closed(call, { urgency: 'urgent' }, await signIn(app, base.db, world.actors.groupClinician));
    const { urgency, dueAt } = await requestOf(call);
    assert.equal(urgency, 'urgent');
    assert.ok(hoursTo(dueAt) <= 2);
  });

  test('is not closed with an urgency the protocol does not know', async () => {
    const call = await aching(6);
    const [flag] = await transaction(me, (tx) => flagsOf(tx, idOf(call)));
    const form = { note: 'Spoke to him', danger: 'no', next: 'waiting', urgency: 'whenever' };
    assert.equal((await clinician.post(`/red-flags/${flag?.id ?? ''}/close`, form)).statusCode, 422);
  });

  test('stands before those with a clock where it has none', async () => {
    const [clock, none] = [await callAbout(navigator, world.patients[7], { words: 'sick note' }), await aching(7)];
    await closed(none, { urgency: 'same-day' });
    await arrange(base.owner, async (run) => {
      await run(
        sql`update access.request set due_at = null, answer_by = null, warn_at = null where id = ${idOf(none)}`,
      );
    });
    const queue = await page(navigator, '/calls');
    assert.ok(queue.indexOf(none) < queue.indexOf(clock));
  });
});
