import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Actor } from '#platform/auth/actor.ts';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { arrange, as, id, openSessionFor, smallWorld } from '../../../test/support/world.ts';
import { answerQuestion, takeBackAnswer } from './commands/answer.ts';
import { book } from './commands/book.ts';
import { bookCall } from './commands/book-call.ts';
import { askDuty } from './commands/duty-question.ts';
import { escalate } from './commands/escalate.ts';
import { endCall } from './commands/finish.ts';
import { acknowledge, close } from './commands/flag.ts';
import { choosePatient, confirmIdentity } from './commands/identify.ts';
import { startCall } from './commands/start.ts';
import { saveCall, type TypedForm } from './commands/typed.ts';
import { flagCard, flagsOf, openFlags, type Flag } from './queries/red-flag.ts';
import { requestById } from './queries/request.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 6 });
const now = Temporal.Now.instant();
const { navigator, clinician, groupClinician, navigatorOfC } = world.actors;
const [dutyAtPractice, , dutyOfHub, dutyOfGroup] = world.clinicians;

await arrange(base.owner, async (run) => {
  const times = sql`${now.subtract({ hours: 4 })}, ${now.add({ hours: 20 })}`;
  await run(
    sql`insert into access.duty values (${id(9, 1)}, ${world.groupId}, 'practice', 'XA001', null, ${dutyAtPractice}, ${times})`,
  );
  await run(
    sql`insert into access.duty values (${id(9, 2)}, ${world.groupId}, 'hub', null, ${world.hubId}, ${dutyOfHub}, ${times})`,
  );
  await run(
    sql`insert into access.duty values (${id(9, 3)}, ${world.groupId}, 'group', null, null, ${dutyOfGroup}, ${times})`,
  );
});

/** A telephone call with what was typed, taken by the navigator of practice A unless another is given. */
async function call(form: TypedForm, who: Actor = navigator): Promise<string> {
  const started = await startCall(as(base.db, who, 'start-request'), {
    channel: 'telephone',
    practiceId: undefined,
    callerPhone: undefined,
  });
  assert.ok(started.ok);
  assert.ok((await saveCall(as(base.db, who, 'keep-words'), started.value, { form, now })).ok);
  return started.value;
}

const flags = (request: string, who: Actor = navigator): Promise<Flag[]> =>
  transaction(as(base.db, who), (tx) => flagsOf(tx, request));
const statusOf = async (request: string): Promise<string | undefined> =>
  (await transaction(as(base.db, navigator), (tx) => requestById(tx, request)))?.status;
const escalateNow = (flag: Flag, minutes: number): Promise<string> =>
  escalate(base.db, { flagId: flag.id, groupId: world.groupId }, now.add({ minutes }));
const only = (list: readonly Flag[]): Flag => {
  assert.equal(list.length, 1);
  return list[0] ?? assert.fail('no flag');
};

describe('A red flag', () => {
  for (const [where, form] of [
    ['the words', { words: 'crushing chest pain down my left arm' }],
    ['the navigator’s notes', { words: 'wants a sick note', notes: 'says he has crushing chest pain' }],
  ] as const)
    test(`is found in ${where}, stops the request and is put to the practice’s duty clinician at once`, async () => {
      const request = await call(form);
      const flag = only(await flags(request));
      assert.equal(flag.category, 'chest-pain');
      assert.equal(flag.askedLevel, 'practice');
      assert.equal(flag.askedClinicianId, dutyAtPractice);
      assert.equal(await statusOf(request), 'red_flag');
    });

  test('is raised once however often the words are saved, and keeps standing when they are taken out', async () => {
    const request = await call({ words: 'crushing chest pain' });
    for (const words of ['crushing chest pain', 'crushing chest pain since breakfast', 'nothing really'])
      await saveCall(as(base.db, navigator), request, { form: { words }, now });
    only(await flags(request));
    assert.equal(await statusOf(request), 'red_flag');
  });

  test('adds the job that waits for its acknowledgement in the same transaction', async () => {
    const request = await call({ words: 'crushing chest pain' });
    const { id: flagId } = only(await flags(request));
    const jobs = await base.owner.rows<{ run_at: Temporal.Instant }>(
      sql`select run_at from graphile_worker.jobs where key = ${`red-flag:${flagId}`}`,
    );
    assert.deepEqual(
      jobs.map(({ run_at }) => Math.round(now.until(run_at).total('minutes'))),
      [5],
    );
  });

  test('goes on to the hub and then to the group while nobody acknowledges it, and stays there', async () => {
    const flag = only(await flags(await call({ words: 'crushing chest pain' })));
    assert.equal(await escalateNow(flag, 5), 'moved');
    assert.equal(await escalateNow(flag, 10), 'moved');
    assert.equal(await escalateNow(flag, 15), 'stays');
    const moved = only(await flags(flag.requestId));
    assert.equal(moved.askedLevel, 'group');
    assert.equal(moved.askedClinicianId, dutyOfGroup);
    assert.deepEqual(
      moved.askedBefore.map(({ level, clinicianId }) => [level, clinicianId]),
      [
        ['practice', dutyAtPractice],
        ['hub', dutyOfHub],
      ],
    );
  });

  test('raised while the practice was closed comes to its own duty clinician once they are on, and back to the group', async () => {
    const duty = sql`update access.duty set starts_at = case when level = 'group' then starts_at else`;
    await arrange(base.owner, async (run) => {
      await run(sql`${duty} ${now.add({ minutes: 12 })} end`);
    });
    const flag = only(await flags(await call({ words: 'crushing chest pain' })));
    await arrange(base.owner, async (run) => {
      await run(sql`${duty} ${now.subtract({ hours: 4 })} end where starts_at > ${now.subtract({ hours: 4 })}`);
    });
    assert.equal(flag.askedClinicianId, dutyOfGroup);
    assert.equal(await escalateNow(flag, 15), 'moved');
    assert.equal(only(await flags(flag.requestId)).askedClinicianId, dutyAtPractice);
    const waiting = await base.owner.rows(sql`select 1 from graphile_worker.jobs where key = ${`red-flag:${flag.id}`}`);
    assert.equal(waiting.length, 1, 'it is looked at again');
    assert.equal(await escalateNow(flag, 20), 'moved');
    assert.equal(await escalateNow(flag, 25), 'moved');
    assert.equal(only(await flags(flag.requestId)).askedClinicianId, dutyOfGroup);
    assert.equal(await escalateNow(flag, 30), 'stays');
  });

  test('stops going on once a clinician has it', async () => {
    const flag = only(await flags(await call({ words: 'crushing chest pain' })));
    assert.ok((await acknowledge(as(base.db, clinician), flag.id)).ok);
    assert.equal(await escalateNow(flag, 5), 'answered');
    assert.equal(only(await flags(flag.requestId)).acknowledgedByName, clinician.name);
  });

  test('is acknowledged and closed by a clinician alone, whoever asks the database', async () => {
    const flag = only(await flags(await call({ words: 'crushing chest pain' })));
    for (const change of [
      sql`update access.red_flag set acknowledged_at = now(), acknowledged_by = ${navigator.personId} where id = ${flag.id}`,
      sql`update access.red_flag set softened = true where id = ${flag.id}`,
      sql`select access.close_flag(${flag.id}, 'all well', 'ended', 'no')`,
    ])
      await assert.rejects(
        transaction(as(base.db, navigator), (tx) => tx.rows(change)),
        { code: 'SP020' },
      );
    assert.ok(
      (
        await close(as(base.db, clinician), flag.id, {
          note: 'Rang: 999 on the way',
          next: 'ended',
          danger: 'yes',
          now,
        })
      ).ok,
    );
    const closed = only(await flags(flag.requestId));
    assert.equal(closed.closingNote, 'Rang: 999 on the way');
    assert.equal(await statusOf(flag.requestId), 'ended');
  });

  test('that a clinician closed and sent back to be booked is not raised again by the same words', async () => {
    const flag = only(await flags(await call({ words: 'crushing chest pain' })));
    await close(as(base.db, clinician), flag.id, {
      note: 'Costochondritis, see this week',
      next: 'waiting',
      back: { urgency: 'same-day', role: '' },
      danger: 'yes',
      now,
    });
    assert.equal(await statusOf(flag.requestId), 'waiting');
    await saveCall(as(base.db, navigator), flag.requestId, { form: { notes: 'Mornings are best' }, now });
    only(await flags(flag.requestId));
    await saveCall(as(base.db, navigator), flag.requestId, {
      form: { words: 'crushing chest pain and now collapsed' },
      now,
    });
    assert.equal(await statusOf(flag.requestId), 'red_flag');
  });

  test('of a practice that shares nothing is seen beyond it only when it has gone on, and can then be closed there', async () => {
    const request = await call({ words: 'crushing chest pain' }, navigatorOfC);
    const flag = only(await flags(request, navigatorOfC));
    assert.equal(flag.askedLevel, 'hub', 'nobody is on duty at practice C');
    const seen = await transaction(as(base.db, groupClinician), async (tx) => {
      const found = (await openFlags(tx)).find((one) => one.id === flag.id);
      return found && flagCard(tx, found);
    });
    assert.equal(seen?.words, 'crushing chest pain');
    assert.ok(
      (await close(as(base.db, groupClinician), flag.id, { note: '999 called', next: 'ended', danger: 'yes', now })).ok,
    );
    const after = await transaction(as(base.db, navigatorOfC), (tx) => requestById(tx, request));
    assert.equal(after?.status, 'ended');
  });

  test('with nobody on duty anywhere is recorded as with nobody, and goes to whoever comes on first', async () => {
    await arrange(base.owner, async (run) => {
      await run(sql`update access.duty set ends_at = ${now.subtract({ minutes: 1 })}`);
    });
    const flag = only(await flags(await call({ words: 'crushing chest pain' })));
    assert.equal(flag.askedClinicianId, null);
    assert.equal(await escalateNow(flag, 5), 'stays');
    await arrange(base.owner, async (run) => {
      await run(sql`update access.duty set ends_at = ${now.add({ hours: 20 })}`);
    });
    assert.equal(await escalateNow(flag, 10), 'moved');
    assert.equal(only(await flags(flag.requestId)).askedClinicianId, dutyAtPractice);
  });
});

describe('While a red flag is open', () => {
  test('the request is neither booked nor ended by a navigator, through the program or past it', async () => {
    const tomorrow = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 1 }).withPlainTime('09:00').toInstant();
    const session = await openSessionFor(base, {
      n: 1,
      clinician: world.clinicians[0] ?? '',
      startsAt: tomorrow,
      minutes: 120,
      slotMinutes: 15,
    });
    const request = await call({ words: 'crushing chest pain' });
    const patientId = world.patients[0] ?? '';
    await choosePatient(as(base.db, navigator), request, { patientId, matched: ['birth_date'], now });
    await confirmIdentity(as(base.db, navigator), request, ['address']);
    const place = { sessionId: session, startsAt: tomorrow, minutes: 15, now, key: 'red-flag-booking' };
    assert.deepEqual(await bookCall(as(base.db, navigator), request, place), {
      ok: false,
      error: { kind: 'red-flag' },
    });
    const past = await book(as(base.db, navigator), { ...place, requestId: request, patientId });
    assert.deepEqual(past, { ok: false, error: 'open-red-flag' });
    assert.deepEqual(
      await endCall(as(base.db, navigator), request, { outcome: 'admin', now: Temporal.Now.instant() }),
      {
        ok: false,
        error: { kind: 'red-flag' },
      },
    );
    await assert.rejects(
      transaction(as(base.db, navigator), (tx) =>
        tx.rows(sql`update access.request set status = 'waiting' where id = ${request}`),
      ),
      { code: 'SP021' },
    );
  });

  test('what is asked of the duty clinician is screened like every other text', async () => {
    const request = await call({ words: 'a repeat prescription' });
    await askDuty(as(base.db, navigator), request, { question: 'He mentions crushing chest pain too?', now });
    assert.equal(only(await flags(request)).category, 'chest-pain');
  });
});

describe('A denied danger', () => {
  test('is told to the clinician all the same, and stands before the booking until its question is answered no', async () => {
    const request = await call({ words: 'sore elbow, no chest pain' });
    const flag = only(await flags(request));
    assert.ok(flag.softened);
    assert.equal(flag.askedClinicianId, dutyAtPractice);
    assert.equal(await statusOf(request), 'draft');
    await assert.rejects(
      transaction(as(base.db, navigator), (tx) =>
        tx.rows(sql`update access.request set status = 'ended' where id = ${request}`),
      ),
      { code: 'SP021' },
    );
    await answerQuestion(as(base.db, navigator), request, { questionId: 'flag:chest-pain', said: 'no', now });
    assert.ok(only(await flags(request)).answeredNoAt);
    assert.ok(
      (await endCall(as(base.db, navigator), request, { outcome: 'self-care', now: Temporal.Now.instant() })).ok,
    );
  });

  test('becomes a stop when its question is answered yes; a mistaken yes is taken back, the alert is not', async () => {
    const request = await call({ words: 'sore elbow, no chest pain' });
    const question = { questionId: 'flag:chest-pain', now };
    await answerQuestion(as(base.db, navigator), request, { ...question, said: 'yes' });
    assert.equal(await statusOf(request), 'red_flag');
    assert.equal((await flags(request)).length, 2);
    await takeBackAnswer(as(base.db, navigator), request, question);
    assert.equal(await statusOf(request), 'draft');
    const [inWords, byAnswer] = await flags(request);
    assert.ok(inWords?.softened && inWords.answeredNoAt === null, 'it is asked again');
    assert.ok(byAnswer?.withdrawnAt && byAnswer.closedAt === null, 'the clinician still has it');
    await answerQuestion(as(base.db, navigator), request, { ...question, said: 'no' });
    assert.ok(
      (await endCall(as(base.db, navigator), request, { outcome: 'self-care', now: Temporal.Now.instant() })).ok,
    );
  });

  test('that is then said plainly is put to the clinician again', async () => {
    const request = await call({ words: 'sore elbow, no chest pain' });
    await acknowledge(as(base.db, clinician), only(await flags(request)).id);
    await saveCall(as(base.db, navigator), request, { form: { words: 'sore elbow, and chest pain now' }, now });
    const flag = only(await flags(request));
    assert.ok(!flag.softened && flag.acknowledgedAt === null);
    assert.equal(await statusOf(request), 'red_flag');
  });

  test('found in words is never taken back as a mistake', async () => {
    const request = await call({ words: 'crushing chest pain' });
    await takeBackAnswer(as(base.db, navigator), request, { questionId: 'flag:chest-pain', now });
    assert.equal(await statusOf(request), 'red_flag');
    assert.equal(only(await flags(request)).withdrawnAt, null);
  });
});
