import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { joined, somebody } from '../../../test/support/more-people.ts';
import { arrange, as, id, openSessionFor, smallWorld, standing } from '../../../test/support/world.ts';
import { book } from './commands/book.ts';
import { sendMessage, tellLost } from './commands/send.ts';
import { makeChange, previewChange, undoChange, type ChangeWanted } from './commands/session-change.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 9 });
const workforce = await somebody(base, world, { n: 21, role: 'workforce' });
await joined(base, world, ['shared_workforce', 'XA001', 'XA002']);
await arrange(base.owner, async (run) => {
  await run(sql`update patients.patient set contact_by = 'text', phone = '+447700900118'`);
});
const now = Temporal.Now.instant();
const start = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 3 }).withPlainTime('09:00').toInstant();
let opened = 0;
const groupId = world.groupId;

/** A session with visits of patients, and its cancelling as it was shown. */
async function sessionWith(...patients: number[]): Promise<{ visits: string[]; cancel: () => Promise<string> }> {
  const startsAt = start.add({ hours: 24 * (opened += 1) });
  const clinician = world.clinicians[0] ?? '';
  const sessionId = await openSessionFor(base, { n: opened, clinician, startsAt, minutes: 60 });
  const visits: string[] = [];
  for (const [slot, n] of patients.entries()) {
    const at = startsAt.add({ minutes: 10 * slot });
    const made = await book(as(base.db, world.actors.navigator), {
      ...{ key: `told-${opened}-${n}`, requestId: null, patientId: world.patients[n] ?? '', sessionId, minutes: 10 },
      startsAt: at,
    });
    visits.push(made.ok ? made.value.bookingId : assert.fail(made.error));
  }
  const cancel = async () => {
    const want: ChangeWanted = { kind: 'session', sessionId, to: null };
    const preview = await previewChange(as(base.db, workforce), want, now);
    const shown = preview.ok ? preview.value.losing.map(({ bookingId }) => bookingId) : [];
    const changeId = crypto.randomUUID();
    assert.ok((await makeChange(as(base.db, workforce), want, { id: changeId, shown, now })).ok);
    return changeId;
  };
  return { visits, cancel };
}

const messages = () =>
  standing<{ id: string; kind: string; state: string; body: string; booking: string }>(
    base.owner,
    sql`select id, kind, state, body, booking_id as booking from access.message order by made_at, id`,
  );
const of = async (booking: string | undefined) => (await messages()).filter((message) => message.booking === booking);
const jobsFor = (changeId: string) =>
  base.owner.rows(sql`select from graphile_worker.jobs where key = ${`tell-lost:${changeId}`}`);
const tellAll = (changeId: string) => tellLost(base.db, { changeId, groupId }, now);
const send = (messageId: string) =>
  sendMessage(base.db, { messageId, groupId }, { notifier: undefined, publicUrl: 'https://practice.example' });

void describe('Whose visit lost its place', () => {
  void test('is told once that nothing is asked of them, without a word of what it was about', async () => {
    const { visits, cancel } = await sessionWith(0, 1);
    const changeId = await cancel();
    assert.equal((await jobsFor(changeId)).length, 1, 'in the transaction of the change');
    await tellAll(changeId);
    await tellAll(changeId);
    const [first, ...more] = await of(visits[0]);
    assert.equal(more.length, 0);
    assert.equal(first?.kind, 'place-lost');
    assert.match(first.body, /^Sorry, your appointment on .+, 9am cannot go ahead\. You do not need to do anything/);
    assert.equal((await of(visits[1])).length, 1);
  });

  void test('is told nothing where the change was undone before the message went, and that it stands where it had gone', async () => {
    const { visits, cancel } = await sessionWith(2, 3);
    const changeId = await cancel();
    await tellAll(changeId);
    const [gone] = await of(visits[0]);
    await send(gone?.id ?? '');
    assert.equal((await of(visits[0]))[0]?.state, 'shown', 'no provider: in the app');
    assert.deepEqual(await undoChange(as(base.db, workforce), changeId), {
      ...{ ok: true, value: { putBack: 2, leftOver: 0 } },
    });
    await tellAll(changeId);
    await tellAll(changeId);
    const [waiting] = await of(visits[1]);
    await send(waiting?.id ?? '');
    assert.equal((await of(visits[1]))[0]?.state, 'dropped');
    const back = (await messages()).filter(({ kind }) => kind === 'booked');
    assert.equal(back.length, 1, 'only who was told that it is lost');
  });

  void test('is written nothing where they are reached only as they chose', async () => {
    const { visits, cancel } = await sessionWith(4);
    await arrange(base.owner, async (run) => {
      await run(sql`insert into access.request (id, group_id, practice_id, patient_id, channel, status)
        values (${id(31, 1)}, ${groupId}, 'XA001', ${world.patients[4] ?? ''}, 'telephone', 'ended')`);
      await run(sql`insert into access.red_flag (id, group_id, practice_id, request_id, patient_id, category, level, matched, softened, asked_level)
        values (${id(32, 1)}, ${groupId}, 'XA001', ${id(31, 1)}, ${world.patients[4] ?? ''}, 'abuse', 'duty', 'he hits me', false, 'practice')`);
    });
    await tellAll(await cancel());
    const [only] = await of(visits[0]);
    assert.equal(only?.state, 'withheld');
  });
});
