import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../test/support/database.ts';
import { findSession, lockSession, openSession, revokeSession, switchRole } from './session-store.ts';
import { stillAllowed } from './still-allowed.ts';

const { db } = await testDatabase();
const personId = crypto.randomUUID();
const roleHeldId = crypto.randomUUID();
const current = {
  ...{ id: roleHeldId, personId, personName: '', role: 'navigator', roleName: '', groupId: '', groupName: '' },
  ...{ fictional: true, practiceId: null, placeName: '' },
};

for (const [what, change, allowed] of [
  ['as it was opened', () => Promise.resolve(), true],
  ['locked since', lockSession, false],
  ['revoked since', revokeSession, false],
  ['working in another role since', (d, s) => switchRole(d, s, crypto.randomUUID()), false],
] as [string, (d: typeof db, s: Awaited<ReturnType<typeof findSession>> & object) => Promise<unknown>, boolean][])
  test(`A stream of somebody ${what} ${allowed ? 'goes on' : 'ends'}`, async () => {
    const session = await findSession(db, await openSession(db, { personId, roleHeldId, hours: 1 }), {
      staff: 10,
      patient: 10,
    });
    assert.ok(session);
    await change(db, session);
    const identity = { session, roles: [current], current };
    assert.equal(await stillAllowed(db, { identity } as never), allowed);
  });
