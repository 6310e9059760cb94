import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { callAbout, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { arrange, id, smallWorld } from '../../../test/support/world.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 3 });
const { app } = await testApp(base);
const hub = await signIn(app, base.db, world.actors.hubNavigator);
const [doctor = ''] = world.clinicians;

/** A visit of the patient of practice B at practice A, handed back and not acknowledged. */
async function handedBack(): Promise<void> {
  const booking = id(11, 1);
  await arrange(base.owner, async (run) => {
    await run(sql`insert into access.booking (id, group_id, practice_id, host_practice_id, clinician_id, patient_id, kind, mode, day,
        starts_at, ends_at, idempotency_key, overflow_reason, overflow_by)
      values (${booking}, ${world.groupId}, 'XA002', 'XA001', ${doctor}, ${world.patientOfB}, 'overflow', 'telephone', platform.today(),
        now(), now() + interval '1 minute', ${booking}, 'Could not wait', 'Dr 2')`);
    await run(sql`insert into access.hand_back (id, group_id, practice_id, host_practice_id, booking_id, clinician_id, patient_id, nothing_asked, done, asked_level)
      values (${id(12, 1)}, ${world.groupId}, 'XA002', 'XA001', ${booking}, ${doctor}, ${world.patientOfB}, false, 'Treated', 'group')`);
  });
}

/** What the queue says of itself over its rows, and what its rows are. */
async function queue(path = '/calls') {
  const shown = await page(hub, path);
  return {
    flagged: Number(/(\d+) (?:person has|people have) a red flag/.exec(shown)?.[1] ?? 0),
    unanswered: Number(/(\d+) red flags? not answered/.exec(shown)?.[1] ?? 0),
    waiting: Number(/(\d+) others? (?:is|are) waiting/.exec(shown)?.[1] ?? 0),
    handBacks: Number(/(\d+) hand-backs? to acknowledge/.exec(shown)?.[1] ?? 0),
    unansweredRows: shown.match(/nobody has answered/g)?.length ?? 0,
    rows: shown.match(/<tr data-keys-item/g)?.length ?? 0,
    listed: (await page(hub, path.replace('calls', 'hand-backs'))).match(/>Acknowledge</g)?.length ?? 0,
  };
}

describe('The queue of a hub', () => {
  test('counts the rows it shows, of one practice where one is asked for, and no danger that was denied', async () => {
    await callAbout(hub, world.patients[0], { practice: 'XA001', words: 'crushing chest pain since breakfast' });
    const denied = await callAbout(hub, world.patients[1], {
      practice: 'XA001',
      words: 'a cough for weeks, no chest pain',
    });
    await hub.post(`${denied}/later`, {});
    await callAbout(hub, world.patientOfB, { practice: 'XA002', words: 'crushing chest pain since breakfast' });
    await handedBack();
    const all = { flagged: 2, unanswered: 2, waiting: 1, handBacks: 1, unansweredRows: 2, rows: 3, listed: 1 };
    assert.deepEqual(await queue(), all);
    const ofA = { flagged: 1, unanswered: 1, waiting: 1, handBacks: 0, unansweredRows: 1, rows: 2, listed: 0 };
    assert.deepEqual(await queue('/calls?practice=XA001'), ofA);
  });

  test('counts no red flag of a practice that has left, also one that had gone on to the hub; what is to settle stays', async () => {
    await arrange(base.owner, async (run) => {
      await run(sql`update access.red_flag set asked_level = 'hub' where practice_id = 'XA002'`);
      await run(sql`update network.agreement set left_from = platform.today() where practice_id = 'XA002'`);
    });
    const left = { flagged: 1, unanswered: 1, waiting: 1, handBacks: 1, unansweredRows: 1, rows: 2, listed: 1 };
    assert.deepEqual(await queue(), left);
  });
});

describe('A visit between two practices that have both left', () => {
  test('can still be cancelled by the hub, which is told so and sees no more of it', async () => {
    const [booking, tomorrow] = [id(11, 2), Temporal.Now.instant().add({ hours: 24 })];
    await arrange(base.owner, async (run) => {
      await run(sql`insert into access.booking (id, group_id, practice_id, host_practice_id, clinician_id, patient_id, kind, mode, day,
          starts_at, ends_at, idempotency_key, overflow_reason, overflow_by)
        values (${booking}, ${world.groupId}, 'XA002', 'XA001', ${doctor}, ${world.patientOfB}, 'overflow', 'telephone',
          ${tomorrow.toZonedDateTimeISO('Europe/London').toPlainDate()}, ${tomorrow}, ${tomorrow.add({ minutes: 10 })}, ${booking}, 'Could not wait', 'Dr 2')`);
      await run(sql`update network.agreement set left_from = platform.today()`);
    });
    assert.match(await page(hub, `/visits/${booking}`), /Cancel this visit/);
    const reply = await hub.post(`/visits/${booking}/cancel`, { reason: 'No longer needed' });
    assert.equal(reply.headers.location, '/visits/cancelled');
    assert.match(await page(hub, '/visits/cancelled'), /The visit is cancelled/);
    assert.equal((await hub.get(`/visits/${booking}`)).statusCode, 404);
  });
});
