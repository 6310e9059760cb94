import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { arrange, as, smallWorld } from '../../../test/support/world.ts';
import { bookOverflow } from './commands/book.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 3 });
const tomorrow = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 1 }).withPlainTime('12:00');
const overflow = (patient: number, clinician: number, hostPracticeId = 'XA001') =>
  bookOverflow(as(base.db, world.actors.clinician, 'book-overflow'), {
    ...{ key: `overflow-${patient}-${clinician}`, requestId: null, hostPracticeId, mode: 'telephone' },
    ...{ startsAt: tomorrow.toInstant().add({ minutes: 20 * patient }), minutes: 15 },
    ...{ patientId: world.patients[patient] ?? '', clinicianId: world.clinicians[clinician] ?? '' },
    ...{ reason: 'Breathless child', decidedBy: 'Dr 1' },
  });

void test('urgent overflow is for clinicians an agreement shares, and for whoever is on duty for the practice', async () => {
  assert.ok((await overflow(0, 2)).ok, 'practice B shares hub booking with practice A');
  const refused = await overflow(1, 4);
  assert.equal(!refused.ok && refused.error.kind, 'not-shared', 'practice C has joined nothing');
  const elsewhere = await overflow(1, 4, 'XA003');
  assert.equal(
    !elsewhere.ok && elsewhere.error.kind,
    'not-shared',
    'nor is its own clinician booked at practice C itself',
  );
  await arrange(base.owner, async (run) => {
    await run(sql`insert into access.duty (id, group_id, level, clinician_id, starts_at, ends_at)
      values (gen_random_uuid(), ${world.groupId}, 'group', ${world.clinicians[4]}, ${tomorrow.startOfDay().toInstant()}, ${tomorrow.add({ hours: 6 }).toInstant()})`);
  });
  assert.ok((await overflow(1, 4)).ok, 'the group’s duty clinician answers for every practice');
  await arrange(base.owner, async (run) => {
    await run(sql`update network.agreement set left_from = platform.today() where practice_id = 'XA002'`);
  });
  const left = await overflow(2, 2);
  assert.equal(!left.ok && left.error.kind, 'not-shared', 'practice B has left');
});
