import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { transaction } from '#platform/db/transaction.ts';
import { testApp } from '../../../test/support/app.ts';
import { callAbout, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { as, smallWorld } from '../../../test/support/world.ts';
import { acknowledge } from './commands/flag.ts';
import { flagsOf } from './queries/red-flag.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 8 });
const { app } = await testApp(base);
const navigator = await signIn(app, base.db, world.actors.navigator);
const clinician = await signIn(app, base.db, world.actors.clinician);

const about = (patient: number, words: string): Promise<string> =>
  callAbout(navigator, world.patients[patient], { words });
const idOf = (call: string): string => call.split('/').at(-1) ?? '';

/** The calls given, in the order in which a page first names them. */
async function orderOn(url: string, calls: readonly string[]): Promise<string[]> {
  const html = await page(url === '/red-flags' ? clinician : navigator, url);
  return calls.toSorted((a, b) => html.indexOf(idOf(a)) - html.indexOf(idOf(b)));
}

describe('Red flags stand by how grave they are', () => {
  test('in one call the ambulance comes before the duty doctor, whichever was said first', async () => {
    const call = await about(1, 'I feel suicidal');
    await navigator.post(`${call}/words`, { words: 'I feel suicidal. And I have crushing chest pain' });
    const flags = await transaction(as(base.db, world.actors.navigator), (tx) => flagsOf(tx, idOf(call)));
    assert.deepEqual(
      flags.map(({ category }) => category),
      ['chest-pain', 'self-harm'],
    );
    assert.match(await page(navigator, call), /class="stop__why">Chest pain and Suicidal thoughts/);
    const [chest] = flags;
    await acknowledge(as(base.db, world.actors.clinician), chest?.id ?? '');
    await navigator.post(`${call}/words`, {
      words: 'I feel suicidal. And I have crushing chest pain, and my face has dropped on one side',
    });
    const after = await transaction(as(base.db, world.actors.navigator), (tx) => flagsOf(tx, idOf(call)));
    assert.deepEqual(
      after.map(({ category }) => category),
      ['stroke', 'chest-pain', 'self-harm'],
      'of the same gravity, nobody has it before somebody has',
    );
  });

  test('on the board and in the queue a 999 comes before what a duty doctor hears, and of each the oldest first', async () => {
    const urgent = await about(2, 'I feel suicidal');
    const denied = await about(3, 'sick note, no chest pain');
    const first = await about(4, 'crushing chest pain since breakfast');
    const second = await about(5, 'he had a seizure and will not wake up');
    assert.deepEqual(await orderOn('/today', [urgent, denied, first, second]), [first, second, urgent, denied]);
    assert.deepEqual(await orderOn('/calls', [urgent, first]), [first, urgent]);
    const list = await page(clinician, '/red-flags');
    const [chest, suicidal] = [list.indexOf('crushing chest pain since breakfast'), list.lastIndexOf('feel suicidal')];
    assert.ok(chest > 0 && chest < suicidal);
  });
});

describe('Two dangers in one text', () => {
  test('stop the call once, with what to say and do of each, and the duty doctor named once', async () => {
    const call = await about(6, 'chest pain and her face has dropped on one side');
    const stop = await page(navigator, call);
    assert.match(stop, /<h3>Chest pain<\/h3>[\s\S]*Do not drive\.[\s\S]*<h3>Signs of a stroke/);
    assert.match(stop, /Note the time it started, or when you were last well/);
    assert.match(stop, /Chest pain needs checking by an ambulance crew now\./);
    assert.equal(stop.match(/Please call 999/g)?.length, 1);
    assert.equal(stop.match(/has been told|Nobody is on duty/g)?.length, 1);
  });
});

describe('A patient whose other request has an open danger', () => {
  test('is shown with it in every call about them, before the offers, until a clinician closes it', async () => {
    const flagged = await about(6, 'I have crushing chest pain');
    const other = await about(6, 'I need my asthma review');
    const html = await page(navigator, other);
    assert.match(html, /other request has an open red flag: Chest pain<\/b>/);
    assert.match(html, /No clinician has answered it\. <a href="\/calls\/[0-9a-f-]{36}">Open it<\/a>/);
    assert.ok(html.indexOf('has an open red flag') < html.indexOf('class="offers'));
    const flags = await transaction(as(base.db, world.actors.navigator), (tx) => flagsOf(tx, idOf(flagged)));
    for (const { id } of flags) await acknowledge(as(base.db, world.actors.clinician), id);
    assert.match(await page(navigator, other), /has an open red flag: Chest pain<\/b>[^]*A clinician has it\./);
  });

  test('of a disclosure the other call tells neither which nor its words', async () => {
    await about(7, 'I have crushing chest pain and my husband hits me');
    const html = await page(navigator, await about(7, 'I need my asthma review'));
    assert.match(html, /other request has an open red flag/);
    assert.doesNotMatch(html, /hits me|abuse|violence/i);
  });
});
