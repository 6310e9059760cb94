import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { begin, callAbout, field, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn, type SignedIn } from '../../../test/support/signed-in.ts';
import { arrange, openSessionFor, smallWorld } from '../../../test/support/world.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 4 });
const { app } = await testApp(base);
const navigator = await signIn(app, base.db, world.actors.navigator);
const clinician = await signIn(app, base.db, world.actors.clinician);
await openSessionFor(base, {
  n: 1,
  clinician: world.clinicians[0] ?? '',
  startsAt: Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 1 }).withPlainTime('09:00').toInstant(),
  minutes: 180,
  slotMinutes: 15,
});

const about = (who: SignedIn, patient: number, words: string): Promise<string> =>
  callAbout(who, world.patients[patient], { words });
/** The one open flag of a call. */
async function flagOf(call: string): Promise<string> {
  let rows: { id: string }[] = [];
  await arrange(base.owner, async (run) => {
    const found = await run(
      sql`select id from access.red_flag where request_id = ${call.slice('/calls/'.length)} and closed_at is null`,
    );
    ({ rows } = found as { rows: { id: string }[] });
  });
  return rows[0]?.id ?? assert.fail('no open flag');
}

describe('A window left open on a call', () => {
  const booked = async (patient: number): Promise<string> => {
    const call = await about(navigator, patient, 'sick note for work');
    const offers = await page(navigator, call);
    await navigator.post(`${call}/book`, { key: field(offers, 'key'), offer: field(offers, 'offer') });
    return call;
  };
  const notes = async (call: string): Promise<string> => {
    let rows: unknown[] = [];
    await arrange(base.owner, async (run) => {
      ({ rows } = (await run(
        sql`select notes, status from access.request where id = ${call.slice('/calls/'.length)}`,
      )) as {
        rows: unknown[];
      });
    });
    return JSON.stringify(rows[0]);
  };

  test('keeps and screens what is still written after the request was booked', async () => {
    const call = await booked(0);
    for (const words of ['sick note for work and', 'sick note for work and my knee aches'])
      assert.equal((await navigator.post(`${call}/words`, { words })).statusCode, 303);
    assert.match(
      await notes(call),
      /"notes":"Written after it was booked: sick note for work and my knee aches","status":"booked"/,
    );
    await navigator.post(`${call}/words`, { words: 'sick note for work and crushing chest pain now' });
    assert.match(await notes(call), /crushing chest pain now","status":"red_flag"/);
    assert.match(await page(navigator, call), /999/);
  });

  test('books no overflow beside a booking, says so, and screens why it was wanted', async () => {
    const call = await booked(1);
    const wanted = { key: 'overflow-late', clinicianId: world.clinicians[0] ?? '', at: '23:59', mode: 'telephone' };
    const decided = { decidedBy: 'Dr Elsewhere' };
    const refused = await navigator.post(`${call}/overflow`, { ...wanted, ...decided, reason: 'worried about her' });
    assert.doesNotMatch(refused.body, /Urgent overflow/);
    assert.doesNotMatch(await page(navigator, call), /Urgent overflow/);
    await navigator.post(`${call}/overflow`, { ...wanted, ...decided, reason: 'crushing chest pain and blue lips' });
    assert.match(await page(navigator, call), /999/);
  });

  test('books urgent overflow for frail people in plain staff words, without a red flag by likeness', async () => {
    const call = await about(navigator, 2, 'sick note for work');
    const [clinicianId = ''] = world.clinicians;
    const sure = `away:${clinicianId}:23:59`;
    const form = { key: 'overflow-frail', clinicianId, at: '23:59', mode: 'telephone', sure };
    const reason = 'Dr Rahmani says to be seen this morning, frail';
    await navigator.post(`${call}/overflow`, { ...form, decidedBy: 'Dr 1', reason });
    const booked = await page(navigator, call);
    assert.match(booked, /Urgent overflow[\s\S]*frail, [^<]+ says Dr 1 decided/);
    assert.doesNotMatch(booked, /ambulance/);
  });

  test('shows the visit booked beside a red flag, and the request is booked again once a clinician closes it', async () => {
    const call = await about(navigator, 3, 'sick note for work');
    const form = { key: 'overflow-flag', clinicianId: world.clinicians[1] ?? '', at: '23:58', mode: 'telephone' };
    await navigator.post(`${call}/overflow`, { ...form, decidedBy: 'Dr 1', reason: 'crushing chest pain' });
    assert.match(await page(navigator, call), /A visit stands, [^.]*urgent overflow/);
    const flag = await flagOf(call);
    await clinician.post(`/red-flags/${flag}/acknowledge`);
    await clinician.post(`/red-flags/${flag}/close`, {
      ...{ note: 'Seen in surgery', next: 'waiting', danger: 'yes', urgency: 'same-day' },
    });
    assert.match(await notes(call), /"status":"booked"/);
    assert.match(await page(navigator, call), /Urgent overflow/);
  });

  test('hears what is typed in the search of patients, and begins a call with it', async () => {
    const answer = await navigator.post('/patients/find', { q: 'she has crushing chest pain' });
    assert.match(String(answer.headers.location), /^\/calls\//);
    assert.match(await page(navigator, String(answer.headers.location)), /999/);
    assert.equal((await navigator.post('/patients/find', { q: 'van der berg' })).statusCode, 422);
  });

  test('takes more than a name beside a date of birth for words', async () => {
    const call = await begin(navigator);
    const answer = await navigator.post(`${call}/find`, { typed: '14 3 1948 ellis cant breathe' });
    assert.equal(answer.headers.location, call);
    assert.match(await page(navigator, call), /999/);
  });
});

test('What was being written when a session ends is kept for its own person, to be sent when they sign in again', async () => {
  for (const ending of ['expires_at', 'revoked_at']) {
    const writer = await signIn(app, base.db, world.actors.navigator);
    const call = await begin(writer);
    await base.owner.rows(
      ending === 'expires_at'
        ? sql`update platform.session set expires_at = now() - interval '1 second' where csrf = ${writer.csrf}`
        : sql`update platform.session set revoked_at = now() where csrf = ${writer.csrf}`,
    );
    const answer = await writer.post(`${call}/words`, { words: `half a sentence, ${ending}` });
    assert.equal(answer.headers.location, '/sign-in?return=%2Fkept-forms');
    const again = await signIn(app, base.db, world.actors.navigator);
    assert.match(await page(again, '/kept-forms'), new RegExp(`half a sentence, ${ending}`));
    assert.doesNotMatch(await page(clinician, '/kept-forms'), /half a sentence/);
  }
});
