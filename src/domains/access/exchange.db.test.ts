import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn, type SignedIn } from '../../../test/support/signed-in.ts';
import { arrange, id, smallWorld } from '../../../test/support/world.ts';

describe('What passes between a practice and the others by hub booking', async () => {
  const base = await testDatabase();
  const { app } = await testApp(base);
  const world = await smallWorld(base);
  const desk = {} as Record<'manager' | 'partner' | 'managerOfC', SignedIn>;
  const monday = await base.db
    .one<{ today: Temporal.PlainDate }>(sql`select platform.today() as today`)
    .then(({ today }) => today.subtract({ days: today.dayOfWeek - 1 }));

  let n = 0;
  const passed = async (from: string, host: string, when: { day: number; status?: string }): Promise<void> => {
    const { day: dayOffset, status = 'booked' } = when;
    n += 1;
    const starts = monday
      .add({ days: dayOffset })
      .toZonedDateTime({ timeZone: 'Europe/London', plainTime: Temporal.PlainTime.from({ hour: 8 + (n % 8) }) })
      .toInstant();
    const gone = status === 'cancelled';
    await arrange(base.owner, async (run) => {
      await run(sql`insert into access.booking (id, group_id, practice_id, host_practice_id, clinician_id, patient_id, kind, mode, day,
      starts_at, ends_at, status, overflow_reason, overflow_by, idempotency_key, cancelled_at, cancel_reason)
    values (${id(9, n)}, ${world.groupId}, ${from}, ${host}, ${world.clinicians[0]}, ${world.patients[0]}, 'overflow', 'telephone',
      access.london_day(${starts}), ${starts}, ${starts.add({ minutes: 10 })}, ${status}::access.booking_status, 'test', 'test', ${`k${n}`},
      ${gone ? starts : null}::timestamptz, ${gone ? 'test' : null})`);
    });
  };

  before(async () => {
    const people = [
      ['manager', 50, 'practice_manager', 'XA001'],
      ['partner', 51, 'partner', 'XA001'],
      ['managerOfC', 52, 'practice_manager', 'XA003'],
    ] as const;
    await arrange(base.owner, async (run) => {
      for (const [name, k, role, practice] of people) {
        await run(sql`insert into network.person values (${id(3, k)}, ${world.groupId}, ${name}, null, true)`);
        await run(sql`insert into network.role_held values
          (${id(4, k)}, ${id(3, k)}, ${world.groupId}, ${practice}, null, ${role}, '2020-01-01')`);
      }
    });
    // Of this week, and none of them still to come, whatever day the test runs on.
    await passed('XA001', 'XA002', { day: 0, status: 'attended' });
    await passed('XA001', 'XA002', { day: 1, status: 'attended' });
    await passed('XA001', 'XA002', { day: 2, status: 'cancelled' });
    await passed('XA001', 'XA001', { day: 1 });
    await passed('XA002', 'XA001', { day: 3, status: 'attended' });
    await passed('XA001', 'XA002', { day: -1 });
    await passed('XA003', 'XA001', { day: -28 });
    await passed('XA003', 'XA001', { day: -29 });
    for (const [name, k, role, practiceId] of people)
      desk[name] = await signIn(app, base.db, {
        ...{ personId: id(3, k), name, roleHeldId: id(4, k), role, groupId: world.groupId, practiceId },
      });
  });

  const page = async (who: keyof typeof desk) =>
    (await desk[who].get('/our-practice')).body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

  test('is told to its manager in sentences and by practice: not cancelled, not at home, in these five weeks', async () => {
    const text = await page('manager');
    assert.match(
      text,
      /our patients have 2 appointments elsewhere, and patients of other practices have 1 appointment with us/,
    );
    assert.match(
      text,
      /our patients had 1 appointment elsewhere, and patients of other practices had 1 appointment with us/,
    );
    assert.match(text, /we received 1 more than we gave/);
    assert.match(text, /Practice 2 Hub One 2 1 1 0 .*Practice 3 Hub One 0 0 0 1/);
  });

  test('and what is still to come stands on the preview of leaving, both ways and by kind', async () => {
    const leaving = async (who: keyof typeof desk) =>
      (await desk[who].get('/our-practice/hub_booking')).body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
    assert.match(await leaving('manager'), /No appointment between us and other practices is still to come\./);
    await passed('XA001', 'XA002', { day: 20 });
    await passed('XA001', 'XA002', { day: 21, status: 'cancelled' });
    await passed('XA001', 'XA001', { day: 21 });
    await passed('XA002', 'XA001', { day: 22 });
    await passed('XA003', 'XA001', { day: 23 });
    const last = monday.add({ days: 23 }).toLocaleString('en-GB', { day: 'numeric', month: 'short' });
    const text = await leaving('manager');
    assert.match(
      text,
      new RegExp(`3 appointments between us and other practices are still to come, the last on ${last}\\.`),
    );
    assert.match(text, /Together Our patients elsewhere 0 1 1 Patients of others with us 0 2 2/);
    assert.match(
      text,
      /What our patients lose After that day they are offered our own places alone[\s\S]*our patients have 2 appointments elsewhere/,
    );
    assert.match(await leaving('partner'), /which a partner’s role does not see/);
    assert.doesNotMatch(await leaving('partner'), /still to come/);
  });

  test('can be taken as CSV', async () => {
    const { body, headers } = await desk.manager.get('/our-practice/hub_booking/places.csv');
    assert.match(String(headers['content-disposition']), /XA001-hub_booking-places\.csv/);
    assert.match(body, /Practice 2,Hub One,2,1,1,0\r\nPractice 3,Hub One,0,0,0,1\r\n/);
  });

  test('is not counted for a partner, whose role sees no appointments, and says so instead of nought', async () => {
    const text = await page('partner');
    assert.match(text, /which a partner’s role does not see/);
    assert.doesNotMatch(text, /no appointment elsewhere/);
    assert.equal((await desk.partner.get('/our-practice/hub_booking/places.csv')).statusCode, 404);
  });

  test('is shown to one that has not joined as long as something passed, such as visits of before it left', async () => {
    assert.match(await page('managerOfC'), /our patients had 1 appointment elsewhere/);
  });
});
