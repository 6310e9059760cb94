import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testApp } from '../../../test/support/app.ts';
import { page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { arrange, as, id, openSessionFor, smallWorld, standing } from '../../../test/support/world.ts';
import { calendarLinks } from './queries/calendar-link.ts';
import { revokeLink } from './store/calendar-link.ts';
import { calendarFile } from './web/calendar-file.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 3 });
const { app } = await testApp(base);
after(() => app.close());
const { clinician, navigator, hubNavigator } = world.actors;
const me = await signIn(app, base.db, clinician);
const desk = await signIn(app, base.db, navigator);
const tomorrow = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 1 }).withPlainTime('09:00');
await openSessionFor(base, {
  n: 1,
  clinician: world.clinicians[0] ?? '',
  startsAt: tomorrow.toInstant(),
  minutes: 180,
  slotMinutes: 15,
});
await arrange(base.owner, async (run) => {
  await run(sql`insert into access.booking (id, group_id, practice_id, host_practice_id, clinician_id, patient_id, kind, mode, day, starts_at, ends_at,
      idempotency_key, overflow_reason, overflow_by)
    values (${id(11, 1)}, ${world.groupId}, 'XA001', 'XA001', ${world.clinicians[0]}, ${world.patients[0]}, 'overflow', 'telephone',
      ${tomorrow.toPlainDate()}, ${tomorrow.toInstant()}, ${tomorrow.add({ minutes: 15 }).toInstant()}, 'cal-1', 'Chest infection', 'Dr 2')`);
});

/** Makes a link and answers its path. */
async function make(name: string): Promise<string> {
  const made = await me.post('/my-day/calendar', { name });
  assert.equal(made.statusCode, 200, made.body);
  return /\/calendar\/[\w-]+\.ics/.exec(made.body)?.[0] ?? '';
}
const read = (path: string) => app.inject({ method: 'GET', url: path });
const unfolded = (text: string): string => text.replaceAll('\r\n ', '');

describe('A link to a clinician’s own calendar', () => {
  test('shows sessions and booked times to whoever has it, and of no patient anything', async () => {
    const answer = await read(await make('Telephone'));
    assert.equal(answer.statusCode, 200);
    assert.match(String(answer.headers['content-type']), /^text\/calendar/);
    assert.equal(answer.headers['cache-control'], 'private, no-store');
    const text = unfolded(answer.body);
    assert.equal(text.match(/BEGIN:VEVENT/g)?.length, 2);
    assert.match(text, /SUMMARY:Session\\, Practice 1/);
    assert.match(text, /SUMMARY:Appointment\\, by telephone\\, urgent|SUMMARY:Appointment\\, telephone\\, urgent/i);
    assert.match(text, new RegExp(`DTSTART:${tomorrow.toInstant().toString().replaceAll(/[-:]/g, '').slice(0, 15)}Z`));
    for (const [line] of answer.body.matchAll(/[^\r\n]+/g)) assert.ok(Buffer.byteLength(line) <= 75, line);
    const [patient] = await standing<{ given_name: string; family_name: string; nhs_number: string | null }>(
      base.owner,
      sql`select given_name, family_name, nhs_number from patients.patient where id = ${world.patients[0]}`,
    );
    const whose = [patient?.family_name, patient?.nhs_number, 'Chest infection', world.patients[0], id(11, 1), 'Dr 2'];
    for (const word of whose) if (word) assert.ok(!text.includes(word), word);
  });

  test('is shown once, is kept as a hash alone, and stands in no log or audit', async () => {
    const path = await make('Once');
    const token = path.slice('/calendar/'.length, -'.ics'.length);
    assert.ok(!(await page(me, '/my-day/calendar')).includes(token));
    await read(path);
    const rows = await standing<{ all: string }>(base.owner, sql`select l::text as all from access.calendar_link l`);
    const events = await standing<{ all: string }>(
      base.owner,
      sql`select e::text as all from audit.event e where e.subject like 'access.calendar_link%'`,
    );
    assert.ok(events.some(({ all }) => all.includes('read-calendar')));
    const secret = Buffer.from(token, 'base64url').subarray(0, 32);
    for (const { all } of [...rows, ...events])
      assert.ok(!all.includes(token) && !all.includes(secret.toString('hex')), all);
  });

  test('stops at once when it is revoked, and is never opened again', async () => {
    const path = await make('Lost telephone');
    assert.equal((await read(path)).statusCode, 200);
    const revoke =
      /action="(\/my-day\/calendar\/[0-9a-f-]{36}\/revoke)"/.exec(await page(me, '/my-day/calendar'))?.[1] ?? '';
    assert.equal((await me.post(revoke)).statusCode, 303);
    assert.equal((await read(path)).statusCode, 404);
    assert.equal((await me.post(revoke)).statusCode, 404);
    await assert.rejects(
      arrange(base.owner, async (run) => {
        await run(sql`update access.calendar_link set revoked_at = null where revoked_at is not null`);
      }),
      /stays revoked/,
    );
  });

  test('is good for nothing once it has run out, is forged, or its clinician holds no role any more', async () => {
    const path = await make('Ends');
    assert.equal((await read(path)).statusCode, 200);
    const forged = Buffer.from(path.slice('/calendar/'.length, -4), 'base64url');
    forged[0] = (forged[0] ?? 0) ^ 1;
    for (const wrong of [`/calendar/${forged.toString('base64url')}.ics`, '/calendar/abc.ics', path.slice(0, -4)])
      assert.equal((await read(wrong)).statusCode, 404, wrong);
    const held = sql`person_id = ${clinician.personId} and role = 'clinician'`;
    await arrange(base.owner, async (run) => {
      await run(sql`update network.role_held set valid_to = platform.today() where ${held}`);
    });
    assert.equal((await read(path)).statusCode, 404, 'who left');
    await arrange(base.owner, async (run) => {
      await run(sql`update network.role_held set valid_to = null where ${held}`);
    });
    assert.equal((await read(path)).statusCode, 200);
    await arrange(base.owner, async (run) => {
      await run(
        sql`update access.calendar_link set made_at = now() - interval '2 days', expires_at = now() - interval '1 day' where name = 'Ends'`,
      );
    });
    assert.equal((await read(path)).statusCode, 404, 'run out');
  });

  test('is a person’s own: nobody else sees, makes or revokes it, and there are five at most', async () => {
    assert.equal((await desk.get('/my-day/calendar')).statusCode, 403);
    const [one] = await standing<{ id: string }>(
      base.owner,
      sql`select id from access.calendar_link where revoked_at is null and expires_at > now() limit 1`,
    );
    for (const other of [navigator, hubNavigator]) {
      const context = as(base.db, other);
      assert.deepEqual(await transaction(context, (tx) => calendarLinks(tx)), []);
      assert.equal(await transaction(context, (tx) => revokeLink(tx, one?.id ?? '')), false);
    }
    assert.equal((await me.post('/my-day/calendar', { name: ' ' })).statusCode, 422);
    for (let n = 0; n < 3; n += 1) await make(`More ${n}`);
    assert.match((await me.post('/my-day/calendar', { name: 'Sixth' })).body, /as many links as one person may have/);
  });
});

test('Times are right on both sides of the clock changes, and long lines are folded', () => {
  const session = (startsAt: string, place: string) => ({
    ...{
      id: startsAt,
      kind: 'ordinary' as const,
      mode: 'face_to_face',
      plan: null,
      place,
      address: null,
      postcode: '',
    },
    ...{ startsAt, endsAt: Temporal.Instant.from(startsAt).add({ minutes: 250 }).toString() },
  });
  const nine = (day: string): string =>
    Temporal.ZonedDateTime.from(`${day}T09:00[Europe/London]`).toInstant().toString();
  const days = ['2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25'];
  const text = calendarFile(
    {
      link: 'one',
      kinds: {},
      bookings: [],
      sessions: days.map((day) => session(nine(day), 'Ŷnys Môn Surgery and Health Centre '.repeat(3))),
    },
    Temporal.Instant.from('2026-03-01T00:00:00Z'),
  );
  assert.deepEqual(
    [...text.matchAll(/DTSTART:(\S+)/g)].map(([, at]) => at),
    ['20260328T090000Z', '20260329T080000Z', '20261024T080000Z', '20261025T090000Z'],
  );
  for (const [line] of text.matchAll(/[^\r\n]+/g)) assert.ok(Buffer.byteLength(line) <= 75, line);
  assert.match(unfolded(text), /(Ŷnys Môn Surgery and Health Centre ){2}/);
});
