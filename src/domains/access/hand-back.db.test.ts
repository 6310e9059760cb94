import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Actor } from '#platform/auth/actor.ts';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { arrange, as, id, smallWorld, standing } from '../../../test/support/world.ts';
import {
  acknowledgeHandBack,
  closePartOf,
  correctHandBack,
  finishWithHandBack,
  handOverResult,
  passAskOn,
} from './commands/hand-back.ts';
import { escalateHandBack } from './commands/hand-back-wait.ts';
import { progressVisit } from './commands/progress.ts';
import type { HandBackDraft } from './hand-back.ts';
import {
  asksOf,
  handBackCounts,
  handBackOfVisit,
  handBacksOnBoard,
  resultsOf,
  resultsOwedByMe,
} from './queries/hand-back.ts';
import { openFlags } from './queries/red-flag.ts';
import { owedView } from './web/owed.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 4 });
// As exact as the database keeps it.
const now = Temporal.Now.instant().round('microsecond');
const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
const { clinician, groupClinician, operations, navigator, navigatorOfC } = world.actors;
const person = (n: number, role: string, practiceId: string | null): Actor => ({
  ...{ personId: id(3, n), name: `Person ${n}`, roleHeldId: id(4, n), role, groupId: world.groupId, practiceId },
});
// At practice B: two navigators and a doctor, who is on duty there.
const navigatorOfB = person(21, 'navigator', 'XA002');
const otherOfB = person(22, 'navigator', 'XA002');
const doctorOfB = person(23, 'clinician', 'XA002');
const [mine = '', , dutyOfB = ''] = world.clinicians;

await arrange(base.owner, async (run) => {
  for (const one of [navigatorOfB, otherOfB, doctorOfB]) {
    await run(sql`insert into network.person values (${one.personId}, ${world.groupId}, ${one.name}, null, true)`);
    await run(
      sql`insert into network.role_held values (${one.roleHeldId}, ${one.personId}, ${world.groupId}, ${one.practiceId}, null, ${one.role}, '2020-01-01')`,
    );
  }
  await run(sql`update workforce.clinician set person_id = ${doctorOfB.personId} where id = ${dutyOfB}`);
  await run(sql`insert into access.duty values (${id(9, 1)}, ${world.groupId}, 'practice', 'XA002', null, ${dutyOfB},
    ${now.subtract({ hours: 4 })}, ${now.add({ hours: 30 })})`);
});

let visits = 0;
/** A visit of a patient of practice B (or another) with the clinician at practice A, going on now. */
async function visitAway(patient = world.patientOfB, home = 'XA002'): Promise<string> {
  visits += 1;
  const booking = id(11, visits);
  const starts = today.toZonedDateTime('Europe/London').add({ minutes: visits }).toInstant();
  await arrange(base.owner, async (run) => {
    await run(sql`insert into access.booking (id, group_id, practice_id, host_practice_id, clinician_id, patient_id, kind, mode, day, starts_at, ends_at,
        idempotency_key, overflow_reason, overflow_by)
      values (${booking}, ${world.groupId}, ${home}, 'XA001', ${mine}, ${patient}, 'overflow', 'telephone', ${today}, ${starts},
        ${starts.add({ minutes: 1 })}, ${booking}, 'Could not wait', 'Dr 2')`);
  });
  return booking;
}

const draft: HandBackDraft = {
  nothingAsked: false,
  done: 'Treated a water infection',
  asks: [{ what: 'Check kidney function', of: { kind: 'role', role: 'nurse' }, dueOn: today.add({ days: 3 }) }],
  owed: [{ test: 'Urine sample', ownerId: mine, expectedOn: today }],
};
const by = (who: Actor) => as(base.db, who, 'test-hand-back');

async function handedBack(more: Partial<HandBackDraft> = {}, home?: [string, string]): Promise<string> {
  const booking = await (home ? visitAway(...home) : visitAway());
  assert.deepEqual(await finishWithHandBack(by(clinician), booking, { draft: { ...draft, ...more }, now }), {
    ok: true,
    value: undefined,
  });
  return booking;
}

/** What somebody sees of a visit's hand-back. */
async function seen(who: Actor, booking: string) {
  return transaction(by(who), async (tx) => {
    const card = await handBackOfVisit(tx, booking);
    return (
      card && { card, asks: await asksOf(tx, [card.id]), results: await resultsOf(tx, [card.id], { awayDays: 7 }) }
    );
  });
}
const see = async (who: Actor, booking: string) => (await seen(who, booking)) ?? assert.fail('nothing is seen');

const truth = async (booking: string) =>
  (
    await standing<{
      id: string;
      level: string;
      duty: string | null;
      by: string | null;
      settled: boolean;
      status: string;
    }>(
      base.owner,
      sql`select h.id, h.asked_level as level, h.duty_clinician_id as duty, h.acknowledged_by as by, h.settled_at is not null as settled, b.status
        from access.hand_back h join access.booking b on b.id = h.booking_id where h.booking_id = ${booking}`,
    )
  )[0] ?? assert.fail('no hand-back');
const escalateNow = async (booking: string) =>
  escalateHandBack(base.db, { handBackId: (await truth(booking)).id, groupId: world.groupId }, now);

describe('A visit outside the home practice', () => {
  test('is not finished without a hand-back, whoever asks the database', async () => {
    const booking = await visitAway();
    assert.deepEqual(await progressVisit(by(clinician), { id: booking, step: 'finished' }), {
      ok: false,
      error: 'hand-back-first',
    });
    await finishWithHandBack(by(clinician), booking, { draft, now });
    const { status, level, settled } = await truth(booking);
    assert.deepEqual([status, level, settled], ['attended', 'practice', false]);
  });

  test('is finished with nothing asked, which is recorded, settled and waits for nobody', async () => {
    const booking = await handedBack({ nothingAsked: true, done: '', asks: [], owed: [] });
    const { id: handBack, status, settled } = await truth(booking);
    assert.deepEqual([status, settled], ['attended', true]);
    assert.deepEqual(
      await base.owner.rows(sql`select from graphile_worker.jobs where key = ${`hand-back:${handBack}`}`),
      [],
    );
  });

  test('is handed back once, however often the form is sent', async () => {
    const booking = await handedBack();
    assert.ok((await finishWithHandBack(by(clinician), booking, { draft: { ...draft, done: 'Again' }, now })).ok);
    const { card, asks } = await see(clinician, booking);
    assert.deepEqual([card.done, asks.length], [draft.done, 1]);
  });

  test('is handed back by the clinician whose visit it was, and by nobody else', async () => {
    const booking = await visitAway();
    for (const who of [groupClinician, doctorOfB, navigatorOfB])
      assert.deepEqual(await finishWithHandBack(by(who), booking, { draft, now }), { ok: false, error: 'not-there' });
  });
});

describe('A hand-back nobody acknowledges', () => {
  test('has its job from the same transaction, and goes to the duty clinician, then to the group’s board', async () => {
    const booking = await handedBack();
    const { id: handBack } = await truth(booking);
    const [job] = await base.owner.rows<{ run_at: Temporal.Instant }>(
      sql`select run_at from graphile_worker.jobs where key = ${`hand-back:${handBack}`}`,
    );
    assert.ok(job && now.until(job.run_at).total('minutes') >= 240);
    assert.equal(await escalateNow(booking), 'moved');
    assert.deepEqual([(await truth(booking)).level, (await truth(booking)).duty], ['duty', dutyOfB]);
    assert.deepEqual(await transaction(by(operations), (tx) => handBacksOnBoard(tx)), []);
    assert.equal(await escalateNow(booking), 'moved');
    const board = await transaction(by(operations), (tx) => handBacksOnBoard(tx));
    const { onBoard } = await transaction(by(operations), (tx) => handBackCounts(tx));
    const named = board.reduce((so, { handBacks }) => so + handBacks, 0);
    assert.deepEqual([onBoard, named > 0], [named, true], 'the calls name the same number');
    assert.deepEqual(
      board.map(({ practiceId, handBacks }) => [practiceId, handBacks]),
      [['XA002', 1]],
    );
    assert.equal(await escalateNow(booking), 'stays');
    await acknowledgeHandBack(by(navigatorOfB), booking);
    assert.deepEqual(await transaction(by(operations), (tx) => handBacksOnBoard(tx)), []);
  });

  test('of a practice that has not joined is on the board all the same, until it is acknowledged', async () => {
    const booking = await handedBack({}, [world.patientOfC, 'XA003']);
    assert.equal(await escalateNow(booking), 'moved');
    const board = await transaction(by(operations), (tx) => handBacksOnBoard(tx));
    assert.deepEqual(
      board.map(({ practiceId }) => practiceId),
      ['XA003'],
      'nobody is on duty: the board at once',
    );
    await acknowledgeHandBack(by(navigatorOfC), booking);
    assert.equal(await escalateNow(booking), 'answered');
  });

  test('is acknowledged once when two press at once, and the first keeps the name', async () => {
    const booking = await handedBack();
    const both = await Promise.all([navigatorOfB, otherOfB].map((who) => acknowledgeHandBack(by(who), booking)));
    assert.ok(both.every(({ ok }) => ok));
    const first = (await truth(booking)).by;
    assert.ok([navigatorOfB.personId, otherOfB.personId].includes(first));
    await acknowledgeHandBack(by(first === navigatorOfB.personId ? otherOfB : navigatorOfB), booking);
    assert.equal((await truth(booking)).by, first);
    assert.equal(await escalateNow(booking), 'answered');
  });

  test('is not acknowledged by who wrote it, nor by the host', async () => {
    const booking = await handedBack();
    for (const who of [clinician, navigator])
      assert.deepEqual(await acknowledgeHandBack(by(who), booking), { ok: false, error: 'own-hand-back' });
  });
});

describe('What is asked and owed', () => {
  test('is closed with a note or passed on with a reason, and the hand-back is settled with the last of it', async () => {
    const booking = await handedBack();
    const { asks, results } = await see(navigatorOfB, booking);
    const ask = asks[0]?.id ?? '';
    const result = results[0]?.id ?? '';
    const to = { kind: 'clinician', clinicianId: dutyOfB } as const;
    assert.ok((await passAskOn(by(navigatorOfB), booking, { part: ask, to, reason: 'Nurse is away', now })).ok);
    const [passed] = (await see(navigatorOfB, booking)).asks;
    assert.deepEqual(
      [passed?.ofName, passed?.history.map(({ before, note }) => [before, note])],
      ['Dr 3', [['the nurses', 'Nurse is away']]],
    );
    const close = { note: 'Done', now };
    assert.deepEqual(await closePartOf(by(navigatorOfB), booking, { kind: 'ask', part: ask, note: ' ', now }), {
      ok: false,
      error: 'note',
    });
    assert.ok((await closePartOf(by(navigatorOfB), booking, { kind: 'ask', part: ask, ...close })).ok);
    assert.deepEqual(await closePartOf(by(navigatorOfB), booking, { kind: 'result', part: result, ...close }), {
      ok: false,
      error: 'clinicians-alone',
    });
    assert.ok((await closePartOf(by(clinician), booking, { kind: 'result', part: result, ...close })).ok);
    assert.equal((await truth(booking)).settled, false, 'it is still to be acknowledged');
    await acknowledgeHandBack(by(navigatorOfB), booking);
    assert.equal((await truth(booking)).settled, true);
  });

  test('stays on the owner’s day until it is closed, or until it is handed over', async () => {
    const booking = await handedBack();
    const owed = async (who: Actor): Promise<number> =>
      (await transaction(by(who), (tx) => resultsOwedByMe(tx, { awayDays: 7 }))).filter(
        (one) => one.bookingId === booking,
      ).length;
    assert.deepEqual([await owed(clinician), await owed(doctorOfB)], [1, 0]);
    const part = (await see(clinician, booking)).results[0]?.id ?? '';
    assert.ok(
      (await handOverResult(by(clinician), booking, { part, ownerId: dutyOfB, reason: 'I am on leave', now })).ok,
    );
    assert.deepEqual([await owed(clinician), await owed(doctorOfB)], [0, 1]);
    assert.ok((await closePartOf(by(doctorOfB), booking, { kind: 'result', part, note: 'Normal, told her', now })).ok);
    assert.equal(await owed(doctorOfB), 0);
  });

  test('of an owner who is away or has left is on the day of the home practice’s duty clinician', async () => {
    const booking = await handedBack({
      owed: [{ test: 'Chest X-ray', ownerId: world.clinicians[1] ?? '', expectedOn: today }],
    });
    const ownerless = async (who: Actor): Promise<(string | null)[]> => {
      const view = (await transaction(by(who), (tx) => owedView(tx, { groupId: world.groupId, now }))) as {
        ownerless: { away: string | null; card: { bookingId: string } }[];
      };
      return view.ownerless.filter(({ card }) => card.bookingId === booking).map(({ away }) => away);
    };
    assert.deepEqual(await ownerless(doctorOfB), ['away']);
    assert.deepEqual(await ownerless(clinician), [], 'who is not on duty for that practice has it not');
    await arrange(base.owner, async (run) => {
      await run(sql`insert into access.session (id, group_id, practice_id, clinician_id, role, mode, day, starts_at, ends_at, slot_minutes)
        select ${id(8, 900)}, ${world.groupId}, 'XA001', ${world.clinicians[1]}, 'gp', 'telephone', d, d + time '12:00', d + time '13:00', 10
        from (select ${today.add({ days: 2 })}::date as d) t`);
    });
    assert.deepEqual(await ownerless(doctorOfB), []);
    await arrange(base.owner, async (run) => {
      await run(sql`update workforce.clinician set valid_to = ${today} where id = ${world.clinicians[1]}`);
    });
    assert.deepEqual(await ownerless(doctorOfB), ['left']);
  });
});

describe('Of a hand-back', () => {
  test('a correction keeps what stood, and the home practice is asked again', async () => {
    const booking = await handedBack();
    await acknowledgeHandBack(by(navigatorOfB), booking);
    const corrected = { draft: { ...draft, done: 'Treated a chest infection', asks: [], owed: [] }, now };
    assert.deepEqual(await correctHandBack(by(clinician), booking, { ...corrected, reason: '' }), {
      ok: false,
      error: 'note',
    });
    assert.deepEqual(await correctHandBack(by(navigatorOfB), booking, { ...corrected, reason: 'x' }), {
      ok: false,
      error: 'not-there',
    });
    assert.ok((await correctHandBack(by(clinician), booking, { ...corrected, reason: 'Wrong patient’s note' })).ok);
    const { card } = await see(navigatorOfB, booking);
    assert.equal(card.acknowledgedAt, null);
    assert.deepEqual(
      card.history.map(({ before, note }) => [before, note]),
      [[draft.done, 'Wrong patient’s note']],
    );
  });

  test('nothing is deleted, nothing changes without a line of history, and history only grows', async () => {
    const booking = await handedBack();
    const refused = async (statement: ReturnType<typeof sql>): Promise<void> =>
      assert.rejects(
        arrange(base.owner, async (run) => {
          await run(statement);
        }),
        { code: '23001' },
      );
    for (const table of ['hand_back', 'hand_back_ask', 'owed_result'])
      await refused({ text: `delete from access.${table}`, values: [] });
    await refused(sql`update access.hand_back set done = 'Nothing' where booking_id = ${booking}`);
    await refused(sql`update access.owed_result set owner_clinician_id = ${dutyOfB} where booking_id = ${booking}`);
    await refused(sql`update access.hand_back set practice_id = 'XA003' where booking_id = ${booking}`);
    const { asks } = await see(navigatorOfB, booking);
    await closePartOf(by(navigatorOfB), booking, { kind: 'ask', part: asks[0]?.id ?? '', note: 'Done', now });
    await refused(
      sql`update access.hand_back_ask set closed_at = null, closed_by = null, closing_note = null where booking_id = ${booking}`,
    );
  });

  test('the host sees it until it is settled once an agreement has ended, the home practice always, a third never', async () => {
    const booking = await handedBack({ asks: [], owed: [] });
    const other = await handedBack({ asks: [], owed: [] });
    const sees = async (who: Actor): Promise<boolean[]> =>
      Promise.all([booking, other].map(async (one) => (await seen(who, one)) !== undefined));
    await acknowledgeHandBack(by(navigatorOfB), other);
    assert.deepEqual(
      [await sees(navigator), await sees(navigatorOfB), await sees(navigatorOfC)],
      [
        [true, true],
        [true, true],
        [false, false],
      ],
    );
    await arrange(base.owner, async (run) => {
      await run(sql`update network.agreement set left_from = ${today} where practice_id = 'XA001'`);
    });
    assert.deepEqual(
      [await sees(navigator), await sees(clinician), await sees(navigatorOfB)],
      [
        [true, false],
        [true, false],
        [true, true],
      ],
    );
    await arrange(base.owner, async (run) => {
      await run(sql`update network.agreement set left_from = null where practice_id = 'XA001'`);
    });
  });

  test('a red flag in any text of it reaches the home practice’s duty clinician', async () => {
    const flagsFor = async (): Promise<number> =>
      (await transaction(by(doctorOfB), (tx) => openFlags(tx))).filter(
        ({ askedClinicianId }) => askedClinicianId === dutyOfB,
      ).length;
    const booking = await handedBack();
    const before = await flagsFor();
    const { asks } = await see(navigatorOfB, booking);
    const part = asks[0]?.id ?? '';
    const to = { kind: 'host' } as const;
    assert.ok(
      (await passAskOn(by(navigatorOfB), booking, { part, to, reason: 'She says she wants to end her life', now })).ok,
    );
    assert.equal(await flagsFor(), before + 1);
    await handedBack({ done: 'Crushing chest pain down the left arm since this morning' });
    await handedBack({ asks: [{ what: 'Ring him: face drooped on one side', of: to, dueOn: today }] });
    assert.equal(await flagsFor(), before + 3);
  });
});
