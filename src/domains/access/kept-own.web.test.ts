import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { field, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn, signInPatient, type SignedIn } from '../../../test/support/signed-in.ts';
import { arrange, as, id, openSessionFor, smallWorld, standing } from '../../../test/support/world.ts';
import { book } from './commands/book.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 12 });
const { app } = await testApp(base);
const navigator = await signIn(app, base.db, world.actors.navigator);
const blue = 'My baby is blue, floppy and not breathing';
const overdose = 'I took 40 paracetamol and want to die';
const patient = (n: number): Promise<SignedIn> => signInPatient(app, base.db, world.patients[n] ?? '');

/** A request with an open red flag, and the gravest of them. */
interface Raised {
  readonly request: string;
  readonly patient: string | null;
  readonly practice: string;
  readonly channel: string;
  readonly words: string;
  readonly notes: string;
  readonly name: string;
  readonly level: string;
  readonly taken: string | null;
}
/** Those whose words or notes hold these, the latest first. */
const raised = (words: string): Promise<Raised[]> =>
  standing<Raised>(
    base.owner,
    sql`select r.id as request, r.patient_id as patient, r.practice_id as practice, r.channel, r.words, r.notes, r.caller_name as name, min(f.level) as level, r.taken_by as taken
      from access.red_flag f join access.request r on r.id = f.request_id
      where f.closed_at is null and r.words || r.notes like ${`%${words}%`} group by r.id order by r.id desc`,
  );

/** Two people act for a third: whoever signs in must say for whom they ask. */
async function actsFor(proxy: number, other: number): Promise<void> {
  await arrange(base.owner, async (run) => {
    await run(sql`insert into patients.proxy (id, practice_id, patient_id, proxy_id, relation, consent, valid_from)
      values (${id(41, proxy)}, 'XA001', ${world.patients[other] ?? ''}, ${world.patients[proxy] ?? ''}, 'carer', 'own', platform.today() - 1)`);
  });
}

/** That a page is the patient's own, and puts 999 first. */
function tells999(html: string): void {
  assert.match(html, /<h1>Call 999 now<\/h1>/);
  assert.match(html, /<main[^>]*>\s*<section class="stop">/, 'before anything else');
  assert.match(html, /href="tel:999"/);
  assert.doesNotMatch(html, /Whoever is with the patient|duty clinician has/, 'nothing that staff are told');
}

describe('A patient’s form that was not taken', () => {
  test('without whom it is for says 999 at once, tells a clinician who wrote it, and loses nothing', async () => {
    await actsFor(0, 1);
    const who = await patient(0);
    for (const words of [blue, overdose]) {
      const refused = await who.post('/my/ask', { words });
      assert.equal(refused.statusCode, 303, refused.body);
      assert.equal(refused.headers.location, '/kept-forms?advice=ambulance');
      const html = await page(who, '/kept-forms?advice=ambulance');
      tells999(html);
      assert.match(html, /We told a clinician, with your words and your name/);
      assert.doesNotMatch(html, /It was not sent|only you can see/, 'nor the opposite right under it');
      assert.match(await page(who, '/my'), /href="\/kept-forms">See what you wrote/);
      const [flag, ...others] = await raised(words);
      assert.deepEqual(others, []);
      assert.deepEqual(
        { ...flag, request: '', words: '', notes: '' },
        {
          ...{ request: '', words: '', notes: '', patient: null, practice: 'XA001', channel: 'online' },
          ...{ name: 'Given 1 Family', level: '999', taken: null },
        },
      );
      assert.match(flag?.words ?? '', /^Given 1 Family wrote this online and did not say for whom it is\.\n/);
      assert.match(await page(navigator, `/calls/${flag?.request ?? ''}`), /id="stopped"[^]*did not say for whom/);
      assert.equal((await who.get(`/my/ask/${flag?.request ?? ''}`)).statusCode, 404, 'it is nobody’s yet');

      const again = await who.post('/my/ask', { words });
      assert.equal(again.headers.location, '/kept-forms?advice=ambulance');
      assert.equal((await raised(words)).length, 1, 'sent again, it is the same request');
    }
  });

  test('goes back into its boxes, is sent once somebody is chosen, and waits no longer', async () => {
    await actsFor(2, 3);
    const who = await patient(2);
    await who.post('/my/ask', { words: `${blue} since ten` });
    const [, back = ''] = /href="(\/my\/ask\?kept=[0-9a-f-]{36})"/.exec(await page(who, '/kept-forms')) ?? [];
    const form = await page(who, back);
    assert.match(form, /not breathing since ten<\/textarea>/);
    const kept = field(form, 'kept');
    const sent = await who.post('/my/ask', { words: `${blue} since ten`, for: world.patients[3] ?? '', kept });
    assert.match(String(sent.headers.location), /^\/my\/ask\//, sent.body);
    const stop = await page(who, String(sent.headers.location));
    tells999(stop);
    assert.doesNotMatch(stop, /could not be sent/);
    assert.match(await page(who, '/kept-forms'), /Nothing is waiting/);
    assert.deepEqual(
      (await raised('since ten')).map((one) => one.patient),
      [world.patients[3], null],
      'both stand until a person has put them together',
    );
  });

  test('that is too long begins a request of whom it is for, which holds the danger wherever it stands', async () => {
    const filler = 'My knee has been sore since the weekend. ';
    const long = filler.repeat(300);
    for (const [n, words] of [
      [4, `crushing chest pain and my arm is numb. ${long}`],
      [5, `${long}${long}crushing chest pain and my arm is numb.`],
    ] as const) {
      const who = await patient(n);
      const refused = await who.post('/my/ask', { for: world.patients[n] ?? '', words });
      const stop = String(refused.headers.location);
      assert.match(stop, /^\/my\/ask\/[0-9a-f-]{36}$/, refused.body);
      const html = await page(who, stop);
      tells999(html);
      assert.match(html, /href="\/kept-forms">See what you wrote that could not be sent/);
      assert.match(await page(who, '/kept-forms'), /sore since the weekend/);
      const [flag] = await raised('my arm is numb');
      assert.equal(flag?.patient, world.patients[n]);
      assert.equal(stop, `/my/ask/${flag?.request ?? ''}`);
    }
  });

  test('of a request is raised in it: no reason chosen, no number, a text too long', async () => {
    for (const [n, act, fields] of [
      [6, 'none', { note: `mornings. ${overdose}` }],
      [7, 'ring', { phone: 'none', note: overdose }],
      [8, 'ring', { phone: '07700900118', note: `${'not before ten. '.repeat(60)}${overdose}` }],
      [9, 'words', { words: `${'sore knee. '.repeat(2000)}${overdose}` }],
    ] as const) {
      const who = await patient(n);
      const asked = await who.post('/my/ask', {
        for: world.patients[n] ?? '',
        words: 'I have had a cough for two weeks',
      });
      const request = String(asked.headers.location);
      const refused = await who.post(`${request}/${act}`, fields);
      assert.equal(refused.headers.location, request, `${act}: ${refused.body}`);
      tells999(await page(who, request));
      const found = (await raised(overdose)).find((one) => request.endsWith(one.request));
      assert.equal(found?.patient, world.patients[n], act);
    }
  });

  test('that came too late for its request is noted and raised there all the same', async () => {
    const who = await patient(9);
    const asked = await who.post('/my/ask', { for: world.patients[9] ?? '', words: 'a form for the council' });
    const request = String(asked.headers.location);
    await who.post(`${request}/enough`, { outcome: 'not-needed' });
    const late = await who.post(`${request}/ring`, { phone: '07700900118', note: `late: ${overdose}` });
    assert.equal(late.headers.location, request, late.body);
    tells999(await page(who, request));
  });

  test('of a visit is raised in its request, or in a new one of its patient, and the visit stands', async () => {
    const session = await openSessionFor(base, {
      ...{ n: 1, clinician: world.clinicians[0] ?? '', minutes: 60 },
      startsAt: Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 2 }).withPlainTime('09:00').toInstant(),
    });
    const startsAt = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 2 }).withPlainTime('09:00').toInstant();
    const who = await patient(10);
    const booked = await book(as(base.db, world.actors.navigator), {
      ...{ key: 'own-visit', patientId: world.patients[10] ?? '', sessionId: session, requestId: null },
      ...{ startsAt, minutes: 10 },
    });
    assert.ok(booked.ok, JSON.stringify(booked));
    const visit = `/my/visits/${booked.value.bookingId}`;
    const refused = await who.post(`${visit}/cancel`, { reason: `no need: ${overdose}` });
    assert.match(String(refused.headers.location), /^\/my\/ask\//, refused.body);
    tells999(await page(who, String(refused.headers.location)));
    assert.equal((await raised(`no need: ${overdose}`))[0]?.patient, world.patients[10]);
    const waiting = await page(who, '/kept-forms');
    const [, back = ''] = new RegExp(`href="(${visit}/cancel\\?kept=[^"]+)"`).exec(waiting) ?? assert.fail(waiting);
    assert.match(await page(who, back), /value="no need: I took 40 paracetamol/);
    assert.match(await page(who, visit), /Booked/);
  });

  test('is raised though their session had ended, and of somebody else’s request in none of theirs', async () => {
    const who = await patient(11);
    await base.owner.rows(sql`update platform.session set revoked_at = now() where csrf = ${who.csrf}`);
    await who.post('/my/ask', { for: world.patients[11] ?? '', words: `signed out: ${overdose}` });
    assert.equal((await raised(`signed out: ${overdose}`))[0]?.patient, world.patients[11]);
    const other = await patient(11);
    const [theirs] = await raised('my arm is numb');
    const refused = await other.post(`/my/ask/${theirs?.request ?? ''}/words`, { words: `not mine: ${overdose}` });
    assert.equal(refused.headers.location, '/kept-forms?advice=ambulance');
    const [flag] = await raised(`not mine: ${overdose}`);
    assert.equal(flag?.patient, null);
    assert.match(flag.words, /^Given 12 Family wrote this online/);
  });

  test('without a danger is refused as before, and nothing of it is kept', async () => {
    await standing(base.owner, sql`delete from platform.kept_form`);
    const who = await patient(0);
    const refused = await who.post('/my/ask', { words: 'a sore knee' });
    assert.equal(refused.statusCode, 422);
    assert.match(refused.body, /Choose who needs help/);
    assert.match(await page(who, '/kept-forms'), /Nothing is waiting/);
  });
});
