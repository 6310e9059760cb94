import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signInPatient, type SignedIn } from '../../../test/support/signed-in.ts';
import { arrange, smallWorld } from '../../../test/support/world.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 4 });
const { app } = await testApp(base);

/** Gives every practice these opening times; no day at all is closed whenever this runs. */
async function opening(times: string | null): Promise<void> {
  await arrange(base.owner, async (run) => {
    await run(sql`update network.practice set opening = ${times}::jsonb`);
  });
}

/** What somebody reads whose words must be heard by a doctor today, without an ambulance. */
async function stopped(who: SignedIn, n: number): Promise<string> {
  const words = 'I keep thinking about ending my life';
  const asked = await who.post('/my/ask', { for: world.patients[n] ?? '', words });
  return page(who, String(asked.headers.location));
}

describe('What a patient is told to do by telephone or on foot', () => {
  test('while the practice is closed is 111, never to ring or come in now', async () => {
    await opening('{}');
    const who = await signInPatient(app, base.db, world.patients[0] ?? '');
    assert.match(await page(who, '/my/ask'), /We are closed now\.[^<]*ring 111/);
    const stop = await stopped(who, 0);
    assert.match(stop, /We are closed now: call 111\./);
    assert.match(stop, /Ring us when we are open: a clinician looks at it/);
    assert.doesNotMatch(stop, /Ring us now/);
  });

  test('where the opening times are not known is said with both ways', async () => {
    await opening(null);
    const who = await signInPatient(app, base.db, world.patients[1] ?? '');
    assert.match(await page(who, '/my/ask'), /Ring us or come in when we are open\./);
    assert.match(await stopped(who, 1), /Ring us now; if you cannot reach us, call 111/);
  });
});
