import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { closeDatabase, openDatabase } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { startEmbedded } from '#platform/embedded/server.ts';
import { dayStart, idOf, layGround, navigator } from '../../../bench/support/booking-ground.ts';
import { book } from './commands/book.ts';

const ground = { clinicians: 16, days: 2, slotsADay: 60, pastDays: 0 };
const patients = ground.clinicians * ground.slotsADay;
const act = { action: 'book-visit' };

test('killing the server in the middle of bookings loses none that was acknowledged', async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'superpractice-kill-'));
  const server = await startEmbedded({ dataDir: folder });
  t.after(async () => {
    await server.stop({ hurry: true });
    await rm(folder, { recursive: true, force: true });
  });
  await migrate(server.ownerUrl);
  const owner = openDatabase({ url: server.ownerUrl, max: 1 });
  await layGround(owner, ground);
  await closeDatabase(owner);

  const db = openDatabase({ url: server.appUrl, max: 8 });
  const acknowledged: string[] = [];
  let failed = 0;
  let next = 0;
  const caller = async (): Promise<void> => {
    while (failed < 8 && next < patients * ground.days) {
      const n = next++;
      const [day, within] = [Math.floor(n / patients), n % patients];
      const [slot, clinician] = [Math.floor(within / ground.clinicians), within % ground.clinicians];
      const want = {
        ...{ key: `kill-${n}`, requestId: idOf('request', n), patientId: idOf('patient', within), minutes: 5 },
        sessionId: idOf('session', day * ground.clinicians + clinician),
        startsAt: dayStart(day).add({ minutes: slot * 5 }),
      };
      const result = await book({ db, actor: navigator, act }, want).catch(() => undefined);
      if (!result) failed += 1;
      else {
        assert.ok(result.ok, result.ok ? '' : result.error);
        acknowledged.push(result.value.bookingId);
        if (acknowledged.length === 300) process.kill(server.pid(), 'SIGKILL');
      }
    }
  };
  await Promise.all(Array.from({ length: 8 }, caller));
  await closeDatabase(db);
  assert.ok(failed > 0, 'the server was killed while callers were booking');

  await server.revive();
  const again = openDatabase({ url: server.appUrl, max: 2 });
  const kept = await transaction({ db: again, actor: navigator, act }, (tx) =>
    tx.one<{ found: number; miscounted: number }>(sql`
      select count(*) filter (where b.id = any (${acknowledged}::uuid[])) as found,
        (select sum(d.ordinary) from access.clinician_day d)::integer - count(*) as miscounted
      from access.booking b`),
  );
  await closeDatabase(again);
  assert.ok(acknowledged.length >= 300);
  assert.deepEqual(kept, { found: acknowledged.length, miscounted: 0 });
  t.diagnostic(`${acknowledged.length} acknowledged, 0 lost`);
});
