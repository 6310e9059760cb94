import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testApp } from '../../../test/support/app.ts';
import { callAbout, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { arrange, as, id, smallWorld } from '../../../test/support/world.ts';
import { acknowledge, giveBack } from './commands/flag.ts';
import { flagsForPerson, flagsOf, type Flag } from './queries/red-flag.ts';
import { giveBackFlag, moveFlag } from './store/red-flag.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 6 });
const { app } = await testApp(base);
const { navigator, clinician, groupClinician } = world.actors;
const navigating = await signIn(app, base.db, navigator);
const doctor = await signIn(app, base.db, clinician);
const now = Temporal.Now.instant();

await arrange(base.owner, async (run) => {
  const times = sql`${now.subtract({ hours: 4 })}, ${now.add({ hours: 20 })}`;
  await run(
    sql`insert into access.duty values (${id(9, 1)}, ${world.groupId}, 'practice', 'XA001', null, ${world.clinicians[0] ?? ''}, ${times})`,
  );
});

const raised = async (patient: number): Promise<Flag> => {
  const call = await callAbout(navigating, world.patients[patient], { words: 'crushing chest pain' });
  const [flag] = await flags(call.split('/').at(-1) ?? '');
  return flag ?? assert.fail('no flag');
};
const flags = (request: string): Promise<Flag[]> => transaction(as(base.db, navigator), (tx) => flagsOf(tx, request));
/** Minutes from when it was asked to when it goes on. */
const goesOn = async ({ id: flagId, askedAt }: Flag): Promise<number> => {
  const { at } = await base.owner.one<{ at: Temporal.Instant }>(
    sql`select run_at as at from graphile_worker.jobs where key = ${`red-flag:${flagId}`}`,
  );
  return Math.round(askedAt.until(at).total('minutes'));
};
const stands = async ({ requestId }: Flag): Promise<string | null | undefined> =>
  (await flags(requestId))[0]?.acknowledgedById;

describe('A red flag that a clinician said they had', () => {
  test('waits again once they say they do not have it, and goes on when its first time is up', async () => {
    const flag = await raised(0);
    await acknowledge(as(base.db, clinician), flag.id);
    assert.equal(await stands(flag), clinician.personId);
    assert.ok((await giveBack(as(base.db, clinician), { id: flag.id, now: flag.askedAt.add({ minutes: 2 }) })).ok);
    assert.equal(await stands(flag), null);
    assert.equal(await goesOn(flag), 5);
  });

  test('goes on at once where its time is up', async () => {
    const flag = await raised(1);
    await acknowledge(as(base.db, clinician), flag.id);
    await giveBack(as(base.db, clinician), { id: flag.id, now: flag.askedAt.add({ minutes: 9 }) });
    assert.equal(await goesOn(flag), 9);
  });

  test('stays with whoever has it, whoever else says so; and no navigator puts it back, by the page or past it', async () => {
    const flag = await raised(2);
    await acknowledge(as(base.db, clinician), flag.id);
    await giveBack(as(base.db, groupClinician), { id: flag.id, now });
    assert.equal(await stands(flag), clinician.personId);
    assert.equal((await navigating.post(`/red-flags/${flag.id}/give-back`, {})).statusCode, 403);
    await assert.rejects(
      transaction(as(base.db, navigator), (tx) => giveBackFlag(tx, flag.id)),
      { code: 'SP020' },
    );
  });

  test('that went on to somebody else is still counted for whoever was asked first, until somebody has it', async () => {
    const waitsFor = async (): Promise<number> =>
      transaction(as(base.db, clinician), (tx) => flagsForPerson(tx, clinician.personId ?? ''));
    const before = await waitsFor();
    const flag = await raised(4);
    await transaction(as(base.db, clinician), (tx) =>
      moveFlag(tx, flag.id, { level: 'group', clinicianId: world.clinicians[3] ?? null }),
    );
    assert.equal(await waitsFor(), before + 1);
    await acknowledge(as(base.db, groupClinician), flag.id);
    assert.equal(await waitsFor(), before);
  });

  test('is offered back to its holder alone, and the call says again that nobody has it', async () => {
    const flag = await raised(3);
    const offer = `/red-flags/${flag.id}/give-back`;
    assert.ok(!(await page(doctor, '/red-flags')).includes(offer), 'nobody has it');
    await doctor.post(`/red-flags/${flag.id}/acknowledge`, {});
    assert.ok((await page(doctor, '/red-flags')).includes(offer));
    assert.match(await page(navigating, `/calls/${flag.requestId}`), /has it|seen/i);
    assert.equal((await doctor.post(offer, {})).statusCode, 303);
    const shown = await page(doctor, '/red-flags');
    assert.ok(!shown.includes(offer) && shown.includes(`/red-flags/${flag.id}/acknowledge`));
    assert.match(await page(navigating, `/calls/${flag.requestId}`), /not seen yet/);
  });
});
