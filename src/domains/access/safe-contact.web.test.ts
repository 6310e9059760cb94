import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testApp } from '../../../test/support/app.ts';
import { callAbout, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { arrange, as, smallWorld } from '../../../test/support/world.ts';
import { close } from './commands/flag.ts';
import { flagsOf } from './queries/red-flag.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 4 });
const { app } = await testApp(base);
const navigator = await signIn(app, base.db, world.actors.navigator);
const clinician = await signIn(app, base.db, world.actors.clinician);
const doctor = as(base.db, world.actors.clinician);
const idOf = (call: string): string => call.split('/').at(-1) ?? '';

await arrange(base.owner, async (run) => {
  await run(sql`update patients.patient set phone = '+447700900123' where id = any (${world.patients}::uuid[])`);
});

/** A disclosure that a clinician has closed. */
const told = await callAbout(navigator, world.patients[1], {
  words: 'My husband hits me and I am frightened to go home',
});
await navigator.post(`${told}/safe-contact`, { how: 'At her sister’s, after four' });
for (const { id } of await transaction(doctor, (tx) => flagsOf(tx, idOf(told))))
  await close(doctor, id, { note: 'Spoke to her', next: 'ended', danger: 'yes', now: Temporal.Now.instant() });
const later = await callAbout(navigator, world.patients[1], { words: 'crushing chest pain since breakfast' });
const other = await callAbout(navigator, world.patients[2], { words: 'crushing chest pain since breakfast' });

/** The number where it stands before anybody asks for it; empty where it is behind “Show the number”. */
const bare = (html: string): string[] =>
  html.replace(/<details[\s\S]*?<\/details>/g, '').match(/(?:07700 ?900123|\+447700900123)/g) ?? [];
const hidden = /<details[^>]*><summary>Show the number<\/summary>[\s\S]*?7700/;

describe('Whoever disclosed abuse is reached only as they chose in whatever they ask for next', () => {
  test('on the clinicians’ list of red flags', async () => {
    const rows = (await page(clinician, '/red-flags')).split('<article').slice(1);
    const row = rows.find((one) => /At her sister’s, after four/.test(one)) ?? assert.fail('no word of how');
    assert.match(row, /chest pain/);
    assert.deepEqual(bare(row), []);
    assert.match(row, hidden);
    assert.equal(rows.filter((one) => bare(one).length > 0).length, 1, 'another patient’s number stands as ever');
  });

  test('on the board, which does not read the number', async () => {
    const rows = (await page(navigator, '/today')).split('<li class="risk">');
    const row = rows.find((one) => one.includes(later)) ?? assert.fail('not on the board');
    assert.match(row, /Reach them only as they chose<\/span> “At her sister’s, after four”/);
    assert.doesNotMatch(row, /07700/);
  });

  test('on the page of the red flag and beside the call', async () => {
    const stop = await page(navigator, later);
    assert.match(stop, /Reach them only as they chose/);
    assert.match(stop, /value="At her sister’s, after four"/);
    assert.match(stop, /do not ring, text or write until they have said it is safe/);
    assert.deepEqual(bare(stop), []);
    assert.match(stop, hidden);
    assert.doesNotMatch(await page(navigator, other), /Reach them only|do not ring, text/);
  });

  test('in the queue, which marks the row', async () => {
    const rows = (await page(navigator, '/calls')).split('<tr');
    const rowOf = (call: string): string => rows.find((one) => one.includes(call)) ?? assert.fail('not in the queue');
    assert.match(rowOf(later), /reach safely/);
    assert.doesNotMatch(rowOf(other), /reach safely/);
  });

  test('on the record of the patient', async () => {
    const record = await page(navigator, `/patients/${world.patients[1] ?? ''}`);
    assert.match(
      record,
      /Do not ring, text or write\.<\/b> Reach them only as they chose: “At her sister’s, after four”/,
    );
    assert.deepEqual(bare(record), []);
    assert.match(record, hidden);
    assert.equal(bare(await page(navigator, `/patients/${world.patients[2] ?? ''}`)).length, 1);
  });

  test('also when a clinician of the group whom it has gone on to sees nothing else of them', async () => {
    await arrange(base.owner, async (run) => {
      await run(sql`update access.red_flag set asked_level = 'group' where request_id = ${idOf(later)}`);
    });
    const group = await signIn(app, base.db, world.actors.groupClinician);
    assert.match(await page(group, '/red-flags'), /At her sister’s, after four/);
  });
});
