import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { arrange, as, id, smallWorld } from '../../../test/support/world.ts';
import { answerDuty } from './commands/duty-question.ts';
import { endCall, keepSafeContact, layDown } from './commands/finish.ts';
import { close } from './commands/flag.ts';
import { choosePatient, confirmIdentity } from './commands/identify.ts';
import { joinRequest } from './commands/join.ts';
import { endUnreached, recordTry } from './commands/reach.ts';
import { startCall } from './commands/start.ts';
import { saveCall } from './commands/typed.ts';
import { watchClocks } from './commands/watch.ts';
import { safeContactOf } from './queries/contact.ts';
import { dutyQuestionsOf, type DutyQuestion } from './queries/duty.ts';
import { flagsOf } from './queries/red-flag.ts';
import { queueState, requestById, type Request } from './queries/request.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 9 });
const now = Temporal.Now.instant();
const me = as(base.db, world.actors.navigator);
const clinician = as(base.db, world.actors.clinician);
await arrange(base.owner, async (run) => {
  await run(sql`insert into access.duty values (${id(9, 1)}, ${world.groupId}, 'practice', 'XA001', null, ${world.clinicians[0]},
    ${now.subtract({ hours: 4 })}, ${now.add({ hours: 20 })})`);
});

/** A request as it was taken, of that patient, left waiting. */
async function waiting(patient: number, words: string, channel = 'online'): Promise<string> {
  const started = await startCall(me, { channel, practiceId: undefined, callerPhone: undefined });
  assert.ok(started.ok);
  const call = started.value;
  const patientId = world.patients[patient] ?? assert.fail('no such patient');
  assert.ok((await choosePatient(me, call, { patientId, matched: ['birth_date'], now })).ok);
  assert.ok((await confirmIdentity(me, call, ['birth_date', 'address'])).ok);
  assert.ok((await saveCall(me, call, { form: { words }, now })).ok);
  return call;
}
const stands = async (call: string): Promise<Request> =>
  (await transaction(me, (tx) => requestById(tx, call))) ?? assert.fail('not there');
const asked = (call: string): Promise<DutyQuestion[]> => transaction(me, (tx) => dutyQuestionsOf(tx, call));

describe('A second contact', () => {
  test('joins the first, which keeps the graver urgency, the earlier clock and the words of both', async () => {
    const first = await waiting(0, 'sick note for work please');
    await layDown(me, first, now);
    const second = await waiting(0, 'an insect bite that is sore', 'telephone');
    const [before, later] = [await stands(first), await stands(second)];
    assert.deepEqual(await joinRequest(me, second, { to: first, now }), { ok: true, value: undefined });
    const joined = await stands(first);
    assert.match(joined.words, /^sick note for work please\n\n\[.*by telephone\] an insect bite/);
    const sooner = [before.dueAt, later.dueAt].map(String).toSorted()[0];
    assert.equal(String(joined.dueAt), sooner);
    assert.equal(joined.urgency, 'same-day');
    assert.notEqual(before.urgency, joined.urgency);
    const ended = await stands(second);
    assert.deepEqual([ended.status, ended.outcome, ended.joinedTo], ['ended', 'joined', first]);
  });

  test('is screened again in what it joins', async () => {
    const first = await waiting(1, 'an itchy elbow');
    await layDown(me, first, now);
    // Each harmless by itself as it was kept; together they are read as one.
    const second = await waiting(1, 'no chest pain, itchy elbow again');
    const flags = await transaction(me, (tx) => flagsOf(tx, second));
    assert.equal(flags[0]?.softened, true);
    assert.deepEqual(await joinRequest(me, second, { to: first, now }), { ok: false, error: { kind: 'question' } });
  });

  test('is dealt with first where it is a red flag, and nothing is joined', async () => {
    const first = await waiting(2, 'an itchy elbow');
    const second = await waiting(2, 'crushing chest pain and sweating');
    assert.deepEqual(await joinRequest(me, second, { to: first, now }), { ok: false, error: { kind: 'red-flag' } });
    const third = await waiting(2, 'itchy elbow still');
    assert.deepEqual(await joinRequest(me, third, { to: second, now }), { ok: true, value: undefined });
    assert.equal((await stands(second)).status, 'red_flag');
  });

  test('never joins what is of somebody else, itself, or over', async () => {
    const [mine, theirs] = [await waiting(3, 'a cough'), await waiting(4, 'a cough')];
    assert.deepEqual(await joinRequest(me, mine, { to: theirs, now }), { ok: false, error: { kind: 'changed' } });
    assert.deepEqual(await joinRequest(me, mine, { to: mine, now }), { ok: false, error: { kind: 'not-open' } });
    assert.ok((await endCall(me, theirs, { outcome: 'not-needed', now })).ok);
    assert.deepEqual(await joinRequest(me, mine, { to: theirs, now }), { ok: false, error: { kind: 'not-open' } });
  });

  test('two people who join two requests to each other end with one of them', async () => {
    const [one, other] = [await waiting(5, 'a cough'), await waiting(5, 'the cough again')];
    const done = await Promise.all([
      joinRequest(me, one, { to: other, now }),
      joinRequest(me, other, { to: one, now }),
    ]);
    assert.equal(done.filter(({ ok }) => ok).length, 1);
    const both = [await stands(one), await stands(other)];
    assert.equal(both.filter(({ status }) => status === 'ended').length, 1);
  });
});

describe('Somebody who cannot be reached', () => {
  test('is tried again at the time the rule says, and put to the duty clinician after the last try', async () => {
    const call = await waiting(6, 'an insect bite that is sore');
    const next = await recordTry(me, call, { result: 'no-answer', now });
    assert.ok(next.ok);
    if (next.value.kind === 'again') {
      const rests = await stands(call);
      assert.equal(rests.tryAgainAt?.epochMilliseconds, next.value.at.epochMilliseconds);
      assert.deepEqual([rests.status, rests.takenBy], ['waiting', null]);
    }
    for (const result of ['left-message', 'wrong-number'] as const) await recordTry(me, call, { result, now });
    assert.deepEqual(
      (await asked(call)).map(({ kind, askedClinicianName }) => [kind, askedClinicianName]),
      [['not-reached', 'Dr 1']],
    );
    assert.deepEqual(await endUnreached(me, call, { way: 'letter', now }), { ok: false, error: { kind: 'tries' } });
    const [question] = await asked(call);
    assert.ok((await answerDuty(clinician, question?.id ?? '', { answer: 'Write to her', now })).ok);
    assert.ok((await endUnreached(me, call, { way: 'letter', now })).ok);
    assert.deepEqual([(await stands(call)).status, (await stands(call)).outcome], ['ended', 'not-reached']);
  });

  test('is written to, and the request ends, only once the tries for what can wait are done', async () => {
    const call = await waiting(7, 'sick note for work please');
    assert.deepEqual(await endUnreached(me, call, { way: 'text', now }), { ok: false, error: { kind: 'tries' } });
    for (let tries = 1; tries < 3; tries += 1)
      assert.equal((await recordTry(me, call, { result: 'no-answer', now })).ok, true);
    assert.deepEqual(await endUnreached(me, call, { way: 'text', now }), { ok: false, error: { kind: 'tries' } });
    assert.deepEqual(await recordTry(me, call, { result: 'no-answer', now }), { ok: true, value: { kind: 'write' } });
    assert.ok((await endUnreached(me, call, { way: 'text', now })).ok);
  });

  test('is not rung, texted or written to after a disclosure of abuse', async () => {
    const call = await waiting(7, 'my husband hits me and I am frightened');
    assert.deepEqual(await recordTry(me, call, { result: 'no-answer', now }), {
      ok: false,
      error: { kind: 'safe-contact' },
    });
  });
});

describe('Somebody who disclosed abuse', () => {
  test('is reached only as they chose in whatever they ask for next, and after a clinician has closed the flag', async () => {
    const patientId = world.patients[2] ?? '';
    const first = await waiting(2, 'my husband hits me, do not ring the house');
    assert.ok((await keepSafeContact(me, first, { how: 'At her sister’s, after four', now })).ok);
    for (const flag of await transaction(clinician, (tx) => flagsOf(tx, first)))
      await close(clinician, flag.id, {
        note: 'Spoke to her',
        next: 'waiting',
        danger: 'yes',
        back: { urgency: 'same-day', role: '' },
        now,
      });
    const later = await waiting(2, 'sick note for work please');
    for (const requestId of [first, later])
      assert.deepEqual(await transaction(me, (tx) => safeContactOf(tx, { requestId, patientId })), {
        asks: true,
        how: 'At her sister’s, after four',
      });
    assert.deepEqual(await recordTry(me, later, { result: 'no-answer', now }), {
      ok: false,
      error: { kind: 'safe-contact' },
    });
    const other = await waiting(3, 'sick note for work please');
    assert.deepEqual(
      await transaction(me, (tx) => safeContactOf(tx, { requestId: other, patientId: world.patients[3] ?? '' })),
      { asks: false, how: '' },
    );
  });

  test('is told to nobody who sees neither the request nor a visit', async () => {
    const finance = as(base.db, world.actors.finance);
    const asked = { requestId: null, patientId: world.patients[2] ?? '' };
    assert.deepEqual(await transaction(finance, (tx) => safeContactOf(tx, asked)), { asks: false, how: '' });
  });
});

describe('The same problem for the third time', () => {
  test('is put to a clinician once, when the request leaves the call and not while it is typed', async () => {
    await arrange(base.owner, async (run) => {
      for (const [n, days] of [20, 60].entries())
        await run(sql`insert into access.request (id, group_id, practice_id, patient_id, channel, words, status, outcome, about, received_at, ended_at)
          values (${id(8, n)}, ${world.groupId}, 'XA001', ${world.patients[8]}, 'telephone', 'cough', 'ended', 'self-care', 'cough',
            ${now.subtract({ hours: days * 24 })}, ${now.subtract({ hours: days * 24 })})`);
    });
    const call = await waiting(8, 'this cough again');
    assert.deepEqual(await asked(call), []);
    await layDown(me, call, now);
    await layDown(me, call, now);
    const questions = await asked(call);
    assert.deepEqual(
      questions.map(({ kind, question }) => [kind, question]),
      [['review', 'The same problem for the 3rd time in 180 days. Please look at it afresh.']],
    );
  });

  test('is no rule for what is no symptom', async () => {
    for (let n = 0; n < 3; n += 1) {
      const call = await waiting(0, 'repeat prescription of my tablets please');
      await layDown(me, call, now);
      assert.deepEqual(await asked(call), []);
    }
  });
});

describe('The clocks', () => {
  test('tell every screen once as a request comes near its time', async () => {
    const call = await waiting(3, 'sick note for work please');
    await layDown(me, call, now);
    await watchClocks(base.db, now);
    const warnAt = (await stands(call)).warnAt ?? assert.fail('no clock');
    const counted = (await transaction(me, (tx) => queueState(tx, warnAt))).near;
    assert.ok(counted > 0);
    await watchClocks(base.db, warnAt.subtract({ seconds: 1 }));
    assert.equal(await watchClocks(base.db, warnAt), 1);
    assert.equal(await watchClocks(base.db, warnAt), 0);
  });
});
