import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testApp } from '../../../test/support/app.ts';
import { begin, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { joined, somebody } from '../../../test/support/more-people.ts';
import { signIn, type SignedIn } from '../../../test/support/signed-in.ts';
import { arrange, as, id, smallWorld } from '../../../test/support/world.ts';

describe('What screening missed', async () => {
  const base = await testDatabase();
  const { app } = await testApp(base);
  const world = await smallWorld(base, { patients: 6 });
  const { groupId, clinicians } = world;
  const { clinician, navigator } = world.actors;
  const desk = {} as Record<'clinician' | 'navigator' | 'governance', SignedIn>;
  const monday = Temporal.Now.plainDateISO('Europe/London').subtract({
    days: Temporal.Now.plainDateISO('Europe/London').dayOfWeek - 1,
  });
  const lastWeek = monday.subtract({ days: 5 });

  before(async () => {
    await joined(base, world, ['evaluation', 'XA001', 'XA002']);
    const governance = await somebody(base, world, { n: 80, role: 'governance' });
    const received = lastWeek.toZonedDateTime({ timeZone: 'Europe/London', plainTime: '09:00' }).toInstant();
    await arrange(base.owner, async (run) => {
      const request = (n: number, practice: string, status = 'ended') => sql`
        insert into access.request (id, group_id, practice_id, patient_id, channel, status, words, received_at)
        values (${id(20, n)}, ${groupId}, ${practice}, ${practice === 'XA001' ? world.patients[n % 6] : practice === 'XA002' ? world.patientOfB : world.patientOfC}, 'telephone', ${status}::access.request_status, ${`Words ${n}`}, ${received})`;
      for (let n = 0; n < 12; n += 1) await run(request(n, 'XA001'));
      for (let n = 12; n < 14; n += 1) await run(request(n, 'XA003'));
      await run(request(14, 'XA001', 'draft'));
      for (let n = 15; n < 35; n += 1) {
        await run(request(n, 'XA002'));
        await run(sql`insert into access.red_flag (id, group_id, practice_id, request_id, category, level, matched, softened, asked_level, asked_clinician_id,
            acknowledged_at, acknowledged_by, closed_at, closed_by, closing_note, danger)
          values (${id(21, n)}, ${groupId}, 'XA002', ${id(20, n)}, 'stroke', '999', 'x', false, 'practice', ${clinicians[2]}, now(), ${clinician.personId}, now(),
            ${clinician.personId}, 'seen', ${n < 30 ? 'yes' : 'no'})`);
      }
    });
    desk.clinician = await signIn(app, base.db, clinician);
    desk.navigator = await signIn(app, base.db, navigator);
    desk.governance = await signIn(app, base.db, governance);
  });

  const drawnIds = async (): Promise<string[]> => {
    const html = await page(desk.clinician, '/red-flags/check');
    return [...html.matchAll(/action="\/red-flags\/check\/([^"]+)"/g)].map(([, found]) => found ?? '');
  };

  test('is looked for by clinicians alone, in three requests a practice and week of those that raised no flag', async () => {
    assert.equal((await desk.navigator.get('/red-flags/check')).statusCode, 403);
    const drawn = await drawnIds();
    assert.equal(drawn.length, 3);
    assert.ok(
      drawn.every((one) => Number(one.slice(-4)) < 12),
      drawn.join(),
    );
    assert.deepEqual(await drawnIds(), drawn, 'the same are drawn again');
    const [read] = await base.owner.rows<{ n: number }>(
      sql`select count(distinct subject_id)::integer as n from audit.event where kind = 'read' and action = 'read-screening-sample'`,
    );
    assert.equal(read?.n, 3);
  });

  test('is kept once, and by the database from a clinician alone', async () => {
    const [first = '', second = ''] = await drawnIds();
    assert.equal((await desk.clinician.post(`/red-flags/check/${first}`, { danger: 'yes' })).statusCode, 303);
    assert.equal((await desk.clinician.post(`/red-flags/check/${first}`, { danger: 'no' })).statusCode, 404);
    assert.equal((await desk.clinician.post(`/red-flags/check/${second}`, { danger: 'maybe' })).statusCode, 400);
    assert.equal((await desk.clinician.post(`/red-flags/check/${id(20, 16)}`, { danger: 'no' })).statusCode, 404);
    assert.equal((await drawnIds()).length, 2);
    await assert.rejects(
      transaction(as(base.db, navigator), (tx) =>
        tx.rows(sql`insert into access.danger_review (id, group_id, practice_id, request_id, origin, danger)
          values (gen_random_uuid(), ${groupId}, 'XA001', ${second}, 'sample', 'no')`),
      ),
      { code: 'SP020' },
    );
  });

  test('is said at a visit of a request without a flag, and not of one that had one', async () => {
    const visit = id(29, 1);
    assert.equal((await desk.clinician.post(`/calls/${id(20, 3)}/should-have-flagged`, { visit })).statusCode, 303);
    assert.equal((await desk.clinician.post(`/calls/${id(20, 3)}/should-have-flagged`, { visit })).statusCode, 303);
    const call = await begin(desk.navigator);
    await desk.navigator.post(`${call}/words`, { words: 'crushing chest pain' });
    assert.equal((await desk.clinician.post(`${call}/should-have-flagged`, { visit })).statusCode, 409);
  });

  test('stands on a page beside what the flags were, with its range, and as CSV', async () => {
    const html = await page(desk.governance, '/measures/red-flags');
    assert.match(html, /20 requests<\/span>|20 requests/);
    assert.match(html, /Not known yet: too few requests have been judged/);
    assert.match(html, /said of 1 more/);
    // 15 of 20 flags were a danger; one request of those drawn was read, which is too few.
    assert.match(html, /25\.0%/);
    const csv = await desk.governance.get('/measures/red-flags.csv');
    assert.match(csv.body, /^everybody,Everybody,,,,too few judged/m);
    assert.match(csv.body, /0\.25,/);
    assert.equal((await desk.navigator.get('/measures/red-flags')).statusCode, 403);
  });

  test('closing a flag asks whether it was a danger, and keeps what was typed', async () => {
    const call = await begin(desk.navigator);
    await desk.navigator.post(`${call}/words`, { words: 'crushing chest pain' });
    const [flag] = await base.owner.rows<{ id: string }>(
      sql`select id from access.red_flag where request_id = ${call.split('/').at(-1) ?? ''}`,
    );
    assert.ok(flag);
    const asked = await desk.clinician.post(`/red-flags/${flag.id}/close`, { note: 'Rang her', next: 'ended' });
    assert.equal(asked.statusCode, 422);
    assert.match(asked.body, /Say whether it was a danger/);
    assert.match(asked.body, />Rang her<\/textarea>/);
    const closed = await desk.clinician.post(`/red-flags/${flag.id}/close`, {
      note: 'Rang her',
      next: 'ended',
      danger: 'no',
    });
    assert.equal(closed.statusCode, 303);
  });
});
