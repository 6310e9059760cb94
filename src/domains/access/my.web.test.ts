import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { callAbout, field, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn, signInPatient, type SignedIn } from '../../../test/support/signed-in.ts';
import { somebody } from '../../../test/support/more-people.ts';
import { arrange, openSessionFor, smallWorld, standing } from '../../../test/support/world.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 15 });
const { app } = await testApp(base);
const navigator = await signIn(app, base.db, world.actors.navigator);
const tomorrow = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 1 }).withPlainTime('09:00');
for (const n of [0, 1])
  await openSessionFor(base, {
    n: n + 1,
    clinician: world.clinicians[n] ?? '',
    startsAt: tomorrow.add({ hours: n }).toInstant(),
    minutes: 180,
    slotMinutes: 15,
  });
const cough = 'I have had a cough for two weeks and it keeps me awake';
const patient = (n: number): Promise<SignedIn> => signInPatient(app, base.db, world.patients[n] ?? '');

/** Asks in one's own words and answers every question no; answers the request's address. */
async function ask(who: SignedIn, n: number, words = cough): Promise<string> {
  const asked = await who.post('/my/ask', { for: world.patients[n] ?? '', words });
  assert.equal(asked.statusCode, 303, asked.body);
  const request = String(asked.headers.location);
  for (let html = await page(who, request); /name="question"/.test(html); html = await page(who, request))
    await who.post(`${request}/answer`, { question: field(html, 'question'), said: 'no' });
  return request;
}

/** Goes on to the times, which are kept from then on. */
async function times(who: SignedIn, request: string): Promise<string[]> {
  const kept = await who.post(`${request}/times`);
  assert.equal(kept.headers.location, `${request}/choose`, kept.body);
  const html = await page(who, `${request}/choose`);
  return [...html.matchAll(/name="choice" id="choice-\d+" value="([^"]+)"/g)].map(([, value]) => value ?? '');
}

/** Chooses, reads back and confirms; answers the visit's address. */
async function confirm(who: SignedIn, request: string, hold: string): Promise<string> {
  const chosen = await who.post(`${request}/choose`, { choice: hold });
  const html = await page(who, String(chosen.headers.location));
  assert.match(html, /Is this right\?/);
  const booked = await who.post(`${request}/confirm`, { hold, key: field(html, 'key') });
  assert.match(String(booked.headers.location), /^\/my\/visits\//, booked.body);
  return String(booked.headers.location);
}

const holds = () =>
  standing<{ id: string; until: Temporal.Instant; request_id: string }>(base.owner, sql`select * from access.hold`);
const expire = () =>
  arrange(base.owner, async (run) => {
    await run(sql`update access.hold set until = now() - interval '1 second'`);
  });

describe('A patient asks online', () => {
  test('their words begin a request in the same queue, by the same protocol, with its clock', async () => {
    const who = await patient(0);
    const request = await ask(who, 0);
    const html = await page(who, request);
    assert.match(html, /somebody tells you what happens next by/);
    const queue = await page(navigator, '/calls');
    assert.match(queue, /cough for two weeks/);
    const [row] = await standing<{
      channel: string;
      status: string;
      identity_confirmed: boolean;
      taken_by: string | null;
    }>(
      base.owner,
      sql`select channel, status, identity_confirmed, taken_by from access.request where id = ${request.split('/').at(-1)}`,
    );
    assert.deepEqual(row, { channel: 'online', status: 'waiting', identity_confirmed: true, taken_by: null });
  });

  test('from words to a visit: places kept, read back, confirmed; the other place is free again', async () => {
    const who = await patient(1);
    const request = await ask(who, 1);
    const kept = await times(who, request);
    assert.equal(kept.length, 2);
    const visit = await confirm(who, request, kept[0] ?? '');
    assert.match(await page(who, visit), /You are booked/);
    assert.deepEqual(
      (await holds()).filter(({ request_id }) => request.endsWith(request_id)),
      [],
    );
    assert.match(await page(who, '/my'), /Your next visit: Tomorrow/);
    const sentTwice = await who.post(`${request}/confirm`, { hold: kept[0] ?? '', key: 'another-key' });
    assert.match(String(sentTwice.headers.location), /^\/my\/visits\//);
  });

  test('a red flag in their words stops everything: 999 first, a clinician told, and no time to be had', async () => {
    const who = await patient(2);
    const asked = await who.post('/my/ask', {
      for: world.patients[2] ?? '',
      words: 'crushing pain in my chest going down my left arm',
    });
    const request = String(asked.headers.location);
    const html = await page(who, request);
    assert.match(html, /<h1>Call 999 now<\/h1>/);
    assert.match(html, /href="tel:999"/);
    assert.match(html, /<h2>While you wait<\/h2>\s*<ul[^>]*><li>[A-Z][a-z]/, 'what to do until they come');
    for (const act of ['times', 'choose', 'ring', 'check?hold=00000000-0000-7000-8000-000000000001']) {
      const answer = act === 'times' ? await who.post(`${request}/${act}`) : await who.get(`${request}/${act}`);
      assert.equal(answer.statusCode, 303, act);
    }
    const flags = await standing<{ category: string }>(
      base.owner,
      sql`select category from access.red_flag where patient_id = ${world.patients[2]}`,
    );
    assert.deepEqual(
      flags.map(({ category }) => category),
      ['chest-pain'],
    );
    assert.equal((await who.post(`${request}/enough`, { outcome: 'not-needed' })).statusCode, 303);
    assert.match(await page(who, request), /Call 999 now/, 'nobody but a clinician ends it');
  });

  test('a danger that another service answers sooner than 999 says which, and 999 if it cannot be had', async () => {
    const who = await patient(2);
    const words = 'I am 34 weeks pregnant and my baby has stopped moving';
    const asked = await who.post('/my/ask', { for: world.patients[2] ?? '', words });
    const html = await page(who, String(asked.headers.location));
    assert.match(html, /<h1>Get help now<\/h1>\s*<p>Please ring your maternity triage line now/);
    assert.match(html, /href="tel:999"/);
  });

  test('a disclosure of abuse asks first how to reach them, and nothing is written to them', async () => {
    const who = await patient(3);
    const asked = await who.post('/my/ask', {
      for: world.patients[3] ?? '',
      words: 'my husband hits me and I am scared to go home',
    });
    const request = String(asked.headers.location);
    const html = await page(who, request);
    assert.match(html, /How can we reach you safely\?/);
    assert.doesNotMatch(html, /hits me/, 'their words are not on a page somebody may look over');
    await who.post(`${request}/safe`, { how: 'Only when I come in on Tuesdays' });
    assert.match(await page(who, request), /Kept\./);
  });

  test('to be rung: the number is kept, the request waits, and the navigator sees what was asked', async () => {
    const who = await patient(4);
    const request = await ask(who, 4);
    assert.equal((await who.post(`${request}/ring`, { phone: 'no' })).statusCode, 422);
    const left = await who.post(`${request}/ring`, { phone: '07700 900118', note: 'not before 10am' });
    assert.equal(left.statusCode, 303);
    const call = await page(navigator, `/calls/${request.split('/').at(-1)}`);
    assert.match(call, /Wants to be rung on 07700 900118. not before 10am/);
  });

  test('none of the times suits: why is kept, the request waits, and they are told by when', async () => {
    const who = await patient(14);
    const request = await ask(who, 14);
    await times(who, request);
    assert.equal((await who.post(`${request}/none`, {})).statusCode, 422, 'why is asked');
    assert.equal(
      (await who.post(`${request}/none`, { reason: 'because' })).statusCode,
      422,
      'one of those on the page',
    );
    const reason = 'None at a time they can come';
    const left = await who.post(`${request}/none`, { reason, note: 'Only in the evening' });
    assert.equal(left.statusCode, 303, left.body);
    assert.match(await page(who, request), /somebody tells you what happens next by/);
    const [row] = await standing<{ status: string; unmet_reason: string }>(
      base.owner,
      sql`select status, unmet_reason from access.request where id = ${request.split('/').at(-1)}`,
    );
    assert.deepEqual(row, { status: 'waiting', unmet_reason: reason });
    assert.deepEqual(
      (await holds()).filter(({ request_id }) => request.endsWith(request_id)),
      [],
      'what was kept is free again',
    );
    assert.match(await page(navigator, `/calls/${request.split('/').at(-1)}`), /Only in the evening/);
  });
});

describe('A place is kept while they choose', () => {
  test('nobody else is offered it or books it, it counts to the limit, and it is free by itself after its minutes', async () => {
    const who = await patient(5);
    const kept = await times(who, await ask(who, 5));
    const [mine] = await standing<{ session_id: string; starts_at: Temporal.Instant }>(
      base.owner,
      sql`select session_id, starts_at from access.hold where id = ${kept[0]}`,
    );
    assert.ok(mine);
    const start = mine.starts_at.epochMilliseconds;
    const call = await callAbout(navigator, world.patients[6], { words: cough, practice: 'XA001' });
    const offer = `${mine.session_id}_${start}_15`;
    const html = await page(navigator, call);
    for (const question of [...html.matchAll(/name="question" value="([^"]+)"/g)].slice(0, 1))
      await navigator.post(`${call}/answer`, { question: question[1] ?? '', said: 'no' });
    const told = await page(navigator, call);
    assert.doesNotMatch(told, new RegExp(offer), 'not offered');
    const taken = await navigator.post(`${call}/book`, {
      key: 'key-of-navigator',
      offer,
      state: field(told, 'state'),
      page: field(told, 'page'),
    });
    assert.equal(taken.statusCode, 422, 'not booked');
    assert.match(taken.body, /Somebody has just taken that time/);
    await expire();
    const then = await page(navigator, call);
    const booked = await navigator.post(`${call}/book`, {
      key: 'key-of-navigator',
      offer,
      state: field(then, 'state'),
      page: field(then, 'page'),
    });
    assert.equal(booked.statusCode, 303, booked.body);
  });

  test('who confirms too late is told so and offered what is free now, with nothing booked', async () => {
    const who = await patient(7);
    const request = await ask(who, 7);
    const [first = ''] = await times(who, request);
    const chosen = await who.post(`${request}/choose`, { choice: first });
    const html = await page(who, String(chosen.headers.location));
    await expire();
    const late = await who.post(`${request}/confirm`, { hold: first, key: field(html, 'key') });
    assert.equal(late.headers.location, `${request}/choose?gone=yes`);
    assert.match(await page(who, `${request}/choose?gone=yes`), /had run out/);
    assert.deepEqual(
      await standing(base.owner, sql`select from access.booking where patient_id = ${world.patients[7]}`),
      [],
    );
  });

  test('more time is given while it is kept, ten times and more; a slow person loses nothing', async () => {
    const who = await patient(8);
    const request = await ask(who, 8);
    const [first = ''] = await times(who, request);
    for (let times = 0; times < 12; times += 1)
      assert.equal((await who.post(`${request}/more-time`)).headers.location, `${request}/choose`);
    assert.match(String((await who.post(`${request}/more-time`)).headers.location), /gone=yes/);
    assert.ok(first);
  });
});

describe('A patient’s visit', () => {
  test('is moved to another time, which stands or the old one does; then cancelled with a reason', async () => {
    const who = await patient(9);
    const request = await ask(who, 9);
    const visit = (await confirm(who, request, (await times(who, request))[0] ?? '')).split('?')[0] ?? '';
    const list = await page(who, `${visit}/move`);
    const offer = /name="offer" id="[^"]+" value="([^"]+)"/.exec(list)?.[1] ?? assert.fail('no other time');
    const moved = await who.post(`${visit}/move`, { key: 'a-key-to-move', offer });
    assert.match(String(moved.headers.location), /^\/my\/visits\//, moved.body);
    assert.match(await page(who, visit), /Moved to another time/);
    const now = String(moved.headers.location).split('?')[0] ?? '';
    assert.equal(
      (await who.post(`${now}/cancel`, { reason: 'away' })).statusCode,
      422,
      'whether help is still needed is asked',
    );
    assert.equal((await who.post(`${now}/cancel`, { reason: 'away', still: 'no' })).statusCode, 303);
    assert.match(await page(who, now), /Cancelled/);
    const [row] = await standing<{ status: string; outcome: string }>(
      base.owner,
      sql`select status, outcome from access.request where id = ${request.split('/').at(-1)}`,
    );
    assert.deepEqual(row, { status: 'ended', outcome: 'not-needed' });
  });

  test('by video is moved to any way its rule allows, where no other place is by video', async () => {
    const who = await patient(12);
    const request = await ask(who, 12);
    const visit = (await confirm(who, request, (await times(who, request))[0] ?? '')).split('?')[0] ?? '';
    await arrange(base.owner, async (run) => {
      await run(sql`update access.booking set mode = 'video' where id = ${visit.split('/').at(-1)}`);
    });
    const list = await page(who, `${visit}/move`);
    assert.match(list, /name="offer"/);
    assert.match(list, /With Dr [^<]* at /, 'and says where they would be seen');
  });

  test('a danger in the reason for cancelling is raised, and the patient is told what to do', async () => {
    const who = await patient(10);
    const request = await ask(who, 10);
    const visit = (await confirm(who, request, (await times(who, request))[0] ?? '')).split('?')[0] ?? '';
    const answer = await who.post(`${visit}/cancel`, {
      reason: 'I have crushing chest pain down my left arm',
      still: 'no',
    });
    assert.match(await page(who, String(answer.headers.location)), /Call 999 now/);
  });

  test('is cancelled with words that are read with its patient’s age: a fever is a danger in a baby', async () => {
    const who = await patient(13);
    const request = await ask(who, 13);
    const visit = (await confirm(who, request, (await times(who, request))[0] ?? '')).split('?')[0] ?? '';
    await arrange(base.owner, async (run) => {
      await run(sql`update patients.patient set birth_date = current_date - 33 where id = ${world.patients[13]}`);
    });
    await who.post(`${visit}/cancel`, { reason: 'He has a temperature of 38.6', still: 'no' });
    const flags = await standing<{ category: string }>(
      base.owner,
      sql`select category from access.red_flag where request_id = ${request.split('/').at(-1)}`,
    );
    assert.deepEqual(
      flags.map(({ category }) => category),
      ['infant-fever'],
    );
  });

  test('goes into a calendar without saying why, and into a letter in large print', async () => {
    const who = await patient(11);
    const request = await ask(who, 11);
    const visit = (await confirm(who, request, (await times(who, request))[0] ?? '')).split('?')[0] ?? '';
    const file = await who.get(`${visit}/calendar`);
    assert.match(file.body, /^BEGIN:VCALENDAR[\s\S]*DTSTART[\s\S]*END:VCALENDAR/);
    assert.doesNotMatch(file.body, /cough/i);
    const letter = await who.get(`${visit}/letter`);
    assert.equal(letter.headers['content-type'], 'application/pdf');
    assert.match(letter.rawPayload.subarray(0, 8).toString('latin1'), /^%PDF-1\.7/);
  });
});

test('Who sees to their own care is in the audit, and not told to their practice as one of the group who looked', async () => {
  const manager = await signIn(
    app,
    base.db,
    await somebody(base, world, { n: 41, role: 'practice_manager', practiceId: 'XA001' }),
  );
  assert.match(await page(manager, '/audit?done=looked'), /, patient/);
  assert.match(
    await page(manager, '/audit'),
    /Request changed: [a-z, ]*status/,
    'and what was changed, field by field',
  );
  const ours = await page(manager, '/our-practice');
  assert.match(ours, /Last looked at/);
  assert.doesNotMatch(ours, /, patient</);
  assert.doesNotMatch(await page(manager, '/today'), /href="\/levels"><span/, 'one practice has no group’s level');
});

describe('When the practice is hardest pressed', () => {
  test('the pages say so, and what is asked is taken all the same', async () => {
    const who = await patient(0);
    assert.doesNotMatch(await page(who, '/my'), /extremely busy/);
    const level = (code: string) =>
      arrange(base.owner, async (run) => {
        await run(sql`insert into access.level_change (id, group_id, practice_id, at, level)
          values (gen_random_uuid(), ${world.groupId}, 'XA001', clock_timestamp(), ${code})`);
      });
    await level('black');
    for (const url of ['/my', '/my/ask']) assert.match(await page(who, url), /We are extremely busy today/);
    assert.match(await page(who, await ask(who, 0)), /somebody tells you what happens next by/);
    await level('red');
    assert.doesNotMatch(await page(who, '/my'), /extremely busy/);
  });
});

describe('Nobody sees another patient', () => {
  test('requests and visits of somebody else are not there, whatever is asked of them', async () => {
    const [owner, stranger] = [await patient(12), await patient(13)];
    const request = await ask(owner, 12);
    const kept = await times(owner, request);
    const visit = (await confirm(owner, request, kept[0] ?? '')).split('?')[0] ?? '';
    for (const url of [
      request,
      `${request}/words`,
      `${request}/choose`,
      visit,
      `${visit}/move`,
      `${visit}/cancel`,
      `${visit}/calendar`,
      `${visit}/letter`,
    ])
      assert.equal((await stranger.get(url)).statusCode, 404, url);
    assert.equal((await stranger.post(`${visit}/cancel`, { still: 'no' })).statusCode, 404);
    assert.equal((await stranger.post('/my/ask', { for: world.patients[12] ?? '', words: cough })).statusCode, 404);
    assert.match(await page(owner, visit), /Booked/);
    assert.doesNotMatch(await page(stranger, '/my'), /Given 13/);
  });

  test('staff pages are not for patients, and patients’ pages not for staff', async () => {
    const refused = await (await patient(0)).get('/calls');
    assert.equal(refused.statusCode, 403);
    assert.match(refused.body, /for the people who work here/);
    assert.doesNotMatch(refused.body, /Switch role|administrator/);
    assert.equal((await navigator.get('/my')).statusCode, 403);
  });
});
