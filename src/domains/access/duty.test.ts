import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstAsked, nextAsked } from './duty.ts';

const practice = { level: 'practice', clinicianId: 'p' } as const;
const hub = { level: 'hub', clinicianId: 'h' } as const;
const group = { level: 'group', clinicianId: 'g' } as const;

test('a red flag is put to the practice’s duty clinician, where it is closed to the hub’s, and else to the group’s', () => {
  assert.deepEqual(firstAsked([group, hub, practice]), practice);
  assert.deepEqual(firstAsked([group, hub]), hub);
  assert.deepEqual(firstAsked([group]), group);
  assert.deepEqual(firstAsked([]), { level: 'group', clinicianId: null });
});

test('an unacknowledged red flag goes on level by level to the group and stays there', () => {
  assert.deepEqual(nextAsked(practice, [group, hub, practice]), hub);
  assert.deepEqual(nextAsked(practice, [group, practice]), group);
  assert.deepEqual(nextAsked(hub, [group, hub, practice]), group);
  assert.equal(nextAsked(group, [group, hub, practice], ['p', 'h']), undefined);
});

test('from the group it goes on to whoever has come on duty since and was never asked, the nearest first', () => {
  assert.deepEqual(nextAsked(group, [practice, hub, group], ['h']), practice);
  assert.deepEqual(nextAsked(group, [hub, group], ['p']), hub);
  assert.equal(nextAsked(group, [practice, hub, group], ['p', 'h']), undefined);
});

test('where the next levels have nobody it is with nobody, until somebody comes on duty anywhere', () => {
  const nobody = { level: 'group', clinicianId: null } as const;
  assert.deepEqual(nextAsked(hub, [practice, hub]), nobody);
  assert.equal(nextAsked(nobody, []), undefined);
  assert.deepEqual(nextAsked(nobody, [practice]), practice);
});
