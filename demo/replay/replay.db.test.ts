import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { testApp } from '../../test/support/app.ts';
import { testDatabase } from '../../test/support/database.ts';
import { seedDemo } from '../seed.ts';
import { replayMonday } from './replay.ts';

/** As fast as a busy machine keeps up with: what is measured of the app means nothing at this rate. */
const rate = 1500;

test('a replayed Monday goes through the app’s own pages: everybody is dealt with, and no promise is broken', async () => {
  const database = await testDatabase();
  await seedDemo({ ownerUrl: database.ownerUrl, scale: 0.02, progress: () => undefined });
  const { url, listen } = await testApp(database);
  await listen();
  const said: string[] = [];
  const progress = { step: (text: string) => void said.push(text), update: () => undefined };
  const { answer, text } = await replayMonday({ db: database.db, address: url, rate, total: 14, seed: 5, progress });
  const { received, handled, faults, broken, routes, redFlags } = answer;
  assert.equal(received.total + received.afterwards, 14);
  assert.deepEqual(faults, {}, text);
  const dealtWith = Object.entries(handled).filter(([ending]) => ending !== 'not reached' && ending !== 'fault');
  assert.equal(
    dealtWith.reduce((sum, [, count]) => sum + count, 0),
    received.total,
    text,
  );
  assert.deepEqual(broken.after, { pastLimit: 0, clinicianTwice: 0, patientTwice: 0 });
  assert.ok(redFlags.raised >= 1 && redFlags.closed === redFlags.raised, text);
  assert.ok(
    routes.every(({ failed }) => failed === 0),
    text,
  );
  assert.match(text, /Not simulated: every request/);
  // The program that sent the forms is shut out again, and what was done stands in the audit under its people's names.
  const superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  const { rows } = await superuser.query<{ open: boolean }>('select revoked_at is null as open from network.client');
  await superuser.end();
  assert.deepEqual(rows, [{ open: false }]);
});
