import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { as, openSessionFor, smallWorld } from '../../../test/support/world.ts';
import { book, bookOverflow, moveBooking } from './commands/book.ts';

const tomorrow = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 1 }).withPlainTime('08:00');
const at = (hours: number, minutes = 0): Temporal.Instant => tomorrow.add({ hours, minutes }).toInstant();

const base = await testDatabase();
const world = await smallWorld(base, { patients: 12 });
const clinicianId = world.clinicians[0] ?? '';
const sessionId = await openSessionFor(base, { n: 1, clinician: clinicianId, startsAt: at(0), minutes: 300 });

void describe('What a booking’s key and request stand for', () => {
  const navigator = () => as(base.db, world.actors.navigator, 'book-visit');
  const urgent = () => as(base.db, world.actors.clinician, 'book-overflow');
  const patientOf = (n: number): string => world.patients[n] ?? '';
  const ordinary = (key: string, patient: number, startsAt: Temporal.Instant) => ({
    ...{ key, requestId: null as string | null, patientId: patientOf(patient), sessionId, startsAt, minutes: 10 },
  });
  const overflow = (key: string, patient: number, startsAt: Temporal.Instant) => ({
    ...{ key, requestId: null as string | null, patientId: patientOf(patient), clinicianId, hostPracticeId: 'XA001' },
    ...{ startsAt, minutes: 15, mode: 'telephone', reason: 'Breathless child', decidedBy: 'Dr 1' },
  });
  const kindOf = (result: { ok: true } | { ok: false; error: string | { kind: string } }): string =>
    result.ok ? 'ok' : typeof result.error === 'string' ? result.error : result.error.kind;
  const requestOf = async (patient: number): Promise<string> => {
    const request = randomUUID();
    await base.owner.rows(sql`insert into access.request (id, group_id, practice_id, patient_id, channel, status)
      values (${request}, ${world.groupId}, 'XA001', ${patientOf(patient)}, 'telephone', 'waiting')`);
    return request;
  };

  void test('an ordinary booking’s key is no other act’s: another length, another request, urgent overflow', async () => {
    const one = ordinary('one', 0, at(0));
    assert.equal(kindOf(await book(navigator(), one)), 'ok');
    assert.equal(kindOf(await book(navigator(), { ...one, minutes: 20 })), 'key-reused');
    assert.equal(kindOf(await book(navigator(), { ...one, requestId: await requestOf(0) })), 'key-reused');
    assert.equal(kindOf(await bookOverflow(urgent(), overflow('one', 1, at(4)))), 'key-reused');
    assert.equal(kindOf(await bookOverflow(urgent(), overflow('one', 0, at(4)))), 'key-reused');
    const again = await book(navigator(), one);
    assert.ok(again.ok && again.value.repeated);
  });

  void test('an urgent one’s key is for its patient, clinician and request alone', async () => {
    const requestId = await requestOf(2);
    const one = { ...overflow('urgent', 2, at(4, 30)), requestId };
    assert.equal(kindOf(await bookOverflow(urgent(), one)), 'ok');
    assert.equal(
      kindOf(await bookOverflow(urgent(), { ...one, requestId: null, patientId: patientOf(3) })),
      'key-reused',
    );
    assert.equal(
      kindOf(await bookOverflow(urgent(), { ...one, clinicianId: world.clinicians[1] ?? '' })),
      'key-reused',
    );
    const again = await bookOverflow(urgent(), one);
    assert.ok(again.ok && again.value.repeated);
  });

  void test('a request is booked for its own patient, ordinary or urgent, and stays theirs', async () => {
    const requestId = await requestOf(4);
    assert.equal(kindOf(await book(navigator(), { ...ordinary('theirs', 5, at(1)), requestId })), 'request-not-open');
    assert.equal(
      kindOf(await bookOverflow(urgent(), { ...overflow('theirs too', 5, at(1)), requestId })),
      'request-not-open',
    );
    const request = await base.owner.one<object>(
      sql`select patient_id, status from access.request where id = ${requestId}`,
    );
    assert.deepEqual(request, { patient_id: patientOf(4), status: 'waiting' });
    assert.equal(kindOf(await book(navigator(), { ...ordinary('own', 4, at(1)), requestId })), 'ok');
  });

  void test('a move that is sent twice is one move, with its request', async () => {
    const requestId = await requestOf(6);
    const stands = await book(navigator(), { ...ordinary('before', 6, at(2)), requestId });
    assert.ok(stands.ok);
    const want = { key: 'moved', bookingId: stands.value.bookingId, sessionId, startsAt: at(2, 30), minutes: 10 };
    assert.equal(kindOf(await moveBooking(navigator(), want)), 'ok');
    const again = await moveBooking(navigator(), want);
    assert.ok(again.ok && again.value.repeated);
  });
});
