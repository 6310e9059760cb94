import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { arrange, openSessionFor, smallWorld } from '../../../test/support/world.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 4 });
const { app } = await testApp(base);
const navigator = await signIn(app, base.db, world.actors.navigator);
const hub = await signIn(app, base.db, world.actors.hubNavigator);
const operations = await signIn(app, base.db, world.actors.operations);
const midnight = Temporal.Now.zonedDateTimeISO('Europe/London').startOfDay().add({ days: 1 });

/** A request that was put back to wait, come then and promised by then. */
async function waits(
  patient: string,
  words: string,
  { came, due }: { came: Temporal.Instant; due: Temporal.Instant },
): Promise<void> {
  const begun = await hub.post('/calls', { channel: 'telephone', practice: 'XA001' });
  const call = String(begun.headers.location);
  await hub.post(`${call}/patient`, { patient, matched: 'birth_date' });
  await hub.post(`${call}/words`, { words });
  await hub.post(`${call}/later`);
  await arrange(base.owner, async (run) => {
    const id = call.split('/').at(-1) ?? '';
    await run(sql`update access.request set received_at = ${came}, due_at = ${due}, answer_by = ${due},
      warn_at = ${due.subtract({ hours: 1 })} where id = ${id}`);
  });
}

const came = midnight.subtract({ days: 2 }).with({ hour: 21, minute: 39 }).toInstant();
await waits(world.patients[0] ?? '', 'itchy elbow for a week', { came, due: midnight.toInstant() });
const soon = Temporal.Now.instant().add({ minutes: 30 });
await waits(world.patientOfB, 'a form for the council', { came, due: soon });

describe('The queue', () => {
  test('says the end of a day as that day, and that the oldest has waited since yesterday', async () => {
    const queue = await page(navigator, '/calls');
    assert.match(queue, /The oldest has waited since yesterday 21:39\./);
    assert.match(queue, /by the end of today|in \d+ min/);
    assert.doesNotMatch(queue, /in 1 day/);
    const call = await navigator.post('/calls', { channel: 'desk' });
    assert.match(await page(navigator, String(call.headers.location)), /oldest <b>since yesterday 21:39<\/b>/);
  });
});

describe('A red flag that was closed and sent back to be booked', () => {
  test('says on the call what the clinician wrote, to whoever books', async () => {
    const begun = await navigator.post('/calls', { channel: 'telephone' });
    const call = String(begun.headers.location);
    await navigator.post(`${call}/words`, { words: 'crushing chest pain, and now he collapsed' });
    const clinician = await signIn(app, base.db, world.actors.clinician);
    const [, flag] =
      /red-flags\/([0-9a-f-]{36})\/acknowledge/.exec(await page(clinician, '/red-flags')) ?? assert.fail();
    await clinician.post(`/red-flags/${flag}/close`, {
      ...{ note: 'Frail: book this morning', next: 'waiting', danger: 'yes', urgency: 'same-day' },
    });
    const told = (await page(navigator, call)).match(
      /Person 3<\/b> closed the red flag[^“]*“Frail: book this morning”/g,
    );
    assert.equal(told?.length, 1, 'once, however many dangers were named');
  });
});

describe('The board', () => {
  test('leads whoever takes calls to the requests of one practice, and nobody else', async () => {
    const board = await page(hub, '/today');
    assert.match(board, /<kbd>j<\/kbd>/);
    const href = /href="(\/calls\?practice=XA002)"/.exec(board)?.[1] ?? assert.fail(board);
    const queue = await page(hub, href);
    assert.match(queue, /a form for the council/);
    assert.doesNotMatch(queue, /itchy elbow/);
    assert.match(queue, /Practice 2<\/b> alone is shown/);
    assert.match(await page(hub, '/calls'), /itchy elbow/);
    const without = await page(operations, '/today');
    assert.doesNotMatch(without, /href="\/calls/);
    assert.doesNotMatch(without, /<kbd>j<\/kbd>/, 'a key is named where it does something');
  });

  test('accounts for every place: taken, free, and kept back by the safe limit', async () => {
    const startsAt = midnight.add({ hours: 9 }).toInstant();
    const clinician = world.clinicians[0] ?? '';
    await openSessionFor(base, { n: 1, clinician, startsAt, minutes: 240, slotMinutes: 5 });
    const board = await page(operations, '/today');
    const [, free, taken, all] = /(\d+) free<\/span><span>(\d+) of (\d+)<\/span>/.exec(board) ?? assert.fail(board);
    const kept = /(\d+) kept back by safe limits/.exec(board)?.[1] ?? assert.fail(board);
    assert.equal(Number(free) + Number(taken) + Number(kept), Number(all));
  });
});
