import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { arrange, as, id, openSessionFor, smallWorld } from '../../../test/support/world.ts';
import { book, bookOverflow } from './commands/book.ts';

const midnight = Temporal.Now.plainDateISO('Europe/London').add({ days: 3 }).toZonedDateTime('Europe/London');
const at = (hours: number, minutes = 0): Temporal.Instant => midnight.add({ hours, minutes }).toInstant();

const base = await testDatabase();
const world = await smallWorld(base, { patients: 10 });
const [clinician = '', other = ''] = world.clinicians;
const [session, early] = await Promise.all([
  openSessionFor(base, { n: 1, clinician, startsAt: at(9), minutes: 120 }),
  openSessionFor(base, { n: 2, clinician: other, startsAt: at(0), minutes: 120 }),
]);

void describe('what a booking promises, whoever writes it', () => {
  const navigator = () => as(base.db, world.actors.navigator, 'book-visit');
  const patient = (n: number): string => world.patients[n] ?? '';

  const write = (changed: {
    patient?: string;
    request?: string;
    day?: number;
    by?: string | null;
    late?: number;
  }): Promise<void> =>
    arrange(base.owner, async (run) => {
      await run(sql`insert into access.booking (id, group_id, practice_id, host_practice_id, session_id, clinician_id, patient_id, request_id, kind, mode,
          day, starts_at, ends_at, idempotency_key, overflow_reason, overflow_by)
        select gen_random_uuid(), s.group_id, s.practice_id, s.practice_id, case when ${changed.by === undefined} then s.id end, s.clinician_id,
          ${changed.patient ?? patient(0)}, ${changed.request ?? null}, case when ${changed.by === undefined} then 'ordinary' else 'overflow' end, s.mode,
          s.day + ${changed.day ?? 0}::integer, s.starts_at + k.late, s.starts_at + k.late + interval '10 minutes', gen_random_uuid()::text,
          case when ${changed.by === undefined} then null else 'Chest infection' end, ${changed.by ?? null}
        from access.session s cross join (select ${changed.late ?? 0}::integer * interval '1 minute' as late) k where s.id = ${session}`);
    });

  void test('it names a patient and a request that there are', async () => {
    await assert.rejects(write({ patient: id(9, 1) }), { code: '23503' });
    await assert.rejects(write({ request: id(9, 2) }), { code: '23503' });
    await write({});
    const renamed = arrange(base.owner, async (run) => {
      await run(sql`update access.booking set request_id = ${id(9, 3)}`);
    });
    await assert.rejects(renamed, { code: '23503' });
  });

  void test('it is legal: of its own day, and overflow by somebody named', async () => {
    await assert.rejects(write({ day: 1, patient: patient(1), late: 20 }), { code: '23514' });
    await assert.rejects(write({ by: '', patient: patient(1) }), { code: '23514' });
    await assert.rejects(write({ by: null, patient: patient(1) }), { code: '23514' });
  });

  void test('no patient and no request is deleted or given another id', async () => {
    for (const table of ['patients.patient', 'access.request'])
      for (const change of [`delete from ${table}`, `truncate ${table} cascade`, `update ${table} set id = id`])
        await assert.rejects(
          arrange(base.owner, async (run) => {
            await run({ ...sql``, text: change });
          }),
          { code: '23001' },
          change,
        );
  });

  void test('a visit that began before midnight holds its clinician after it', async () => {
    const overflow = await bookOverflow(navigator(), {
      ...{ key: 'late', requestId: null, patientId: patient(2), clinicianId: other, hostPracticeId: 'XA001' },
      ...{ startsAt: at(0, -20), minutes: 30, mode: 'telephone', reason: 'Cannot wait', decidedBy: 'Dr Able' },
    });
    assert.ok(overflow.ok, JSON.stringify(overflow));
    const want = { requestId: null, patientId: patient(3), sessionId: early, minutes: 10 };
    const refused = await book(navigator(), { ...want, key: 'early', startsAt: at(0) });
    assert.deepEqual(refused, { ok: false, error: 'slot-taken' });
    assert.ok((await book(navigator(), { ...want, key: 'after', startsAt: at(0, 10) })).ok);
  });
});
