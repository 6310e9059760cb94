import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { begin, callAbout, field, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn, type SignedIn } from '../../../test/support/signed-in.ts';
import { arrange, id, openSessionFor, smallWorld } from '../../../test/support/world.ts';
import { redFlagCategories } from './red-flag/categories/all.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 10 });
const { app } = await testApp(base);
const navigator = await signIn(app, base.db, world.actors.navigator);
const clinician = await signIn(app, base.db, world.actors.clinician);
const finance = await signIn(app, base.db, world.actors.finance);

const tomorrow = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 1 }).withPlainTime('09:00');
for (const [n, doctor] of [0, 1].entries())
  await openSessionFor(base, {
    n: n + 1,
    clinician: world.clinicians[doctor] ?? '',
    startsAt: tomorrow.add({ hours: n }).toInstant(),
    minutes: 180,
    slotMinutes: 15,
  });

/** A call about a patient who is known, with words. */
const about = (who: SignedIn, patient: number, words: string): Promise<string> =>
  callAbout(who, world.patients[patient], { words });

describe('A call', () => {
  test('goes from its start to a booking: who, words, offers, a time chosen, what to say, and the next', async () => {
    const call = await begin(navigator);
    assert.match(await page(navigator, call), /Who is it\?/);
    // The start of a surname, or none, may be somebody else's: a person is chosen. The whole name and birth date are put to the call at once.
    for (const typed of ['2 1 1950', '2 1 1950 fam']) {
      const perhaps = await navigator.post(`${call}/find`, { typed });
      assert.equal(perhaps.statusCode, 200);
      assert.match(perhaps.body, /class="person"/);
    }
    const found = await navigator.post(`${call}/find`, { typed: '2 1 1950 family' });
    assert.equal(found.statusCode, 303);
    assert.match(await page(navigator, call), /Given 1 Family/);
    assert.match(await page(navigator, call), /Name and birth date match/);
    assert.equal(
      (await navigator.post(`${call}/identity`, { matched: 'name' })).statusCode,
      422,
      'a name is no second thing',
    );
    await navigator.post(`${call}/identity`, { matched: 'nhs_number' });
    await navigator.post(`${call}/words`, { words: 'I need a sick note since Tuesday' });
    const offers = await page(navigator, call);
    assert.match(offers, /It is her/);
    assert.match(offers, /own GP/);
    const booked = await navigator.post(`${call}/book`, { key: field(offers, 'key'), offer: field(offers, 'offer') });
    assert.equal(booked.statusCode, 303, booked.body);
    const done = await page(navigator, call);
    assert.match(done, /Booked/);
    assert.match(done, /Next call/);
  });

  test('keeps words as they are typed, and moves to the stop page at the first dangerous ones', async () => {
    const call = await begin(navigator);
    const kept = await navigator.post(`${call}/words`, { words: 'sick note' }, 'application/json');
    assert.equal(kept.json<{ kept: boolean }>().kept, true);
    assert.match(await page(navigator, call), />sick note<\/textarea>/);
    const stopped = await navigator.post(`${call}/words`, { words: 'crushing chest pain' }, 'application/json');
    assert.deepEqual(stopped.json(), { goTo: call });
    const stop = await page(navigator, call);
    assert.match(stop, /<h1[^>]*>Stop\. Get them an ambulance now<\/h1>/);
    assert.match(stop, /999/);
    assert.match(stop, /crushing chest pain/);
    assert.doesNotMatch(stop, /name="offer"|go back/);
  });

  test('cannot be booked before who it is has been checked, and says so', async () => {
    const call = await begin(navigator);
    await navigator.post(`${call}/words`, { words: 'sick note' });
    assert.match(await page(navigator, call), /Find who it is/);
    await navigator.post(`${call}/patient`, { patient: world.patients[1] ?? '', matched: 'birth_date' });
    const offers = await page(navigator, call);
    assert.match(offers, /Booking opens when you have checked that it is her/);
    const refused = await navigator.post(`${call}/book`, { key: field(offers, 'key'), offer: field(offers, 'offer') });
    assert.equal(refused.statusCode, 422);
    assert.match(refused.body, /Check one more thing/);
    const nothing = await navigator.post(`${call}/identity`);
    assert.equal(nothing.statusCode, 422);
  });

  test('asks about a denied danger before it can be booked, stops at a yes, and lets a mistaken yes be taken back', async () => {
    const call = await about(navigator, 2, 'sick note, no chest pain');
    const asking = await page(navigator, call);
    assert.match(asking, /Do you have any pain or pressure in your chest now, or at any time today\?/);
    assert.match(asking, /Booking opens when she answers/);
    const question = field(asking, 'question');
    await navigator.post(`${call}/answer`, { question, said: 'yes' });
    const stop = await page(navigator, call);
    assert.match(stop, /Stop\. Get her an ambulance now/);
    await navigator.post(`${call}/answer/take-back`, { question: field(stop, 'question') });
    await navigator.post(`${call}/answer`, { question, said: 'no' });
    const offers = await page(navigator, call);
    assert.match(offers, /Asked directly, the answer was no/);
    const booked = await navigator.post(`${call}/book`, { key: field(offers, 'key'), offer: field(offers, 'offer') });
    assert.equal(booked.statusCode, 303);
  });

  test('sent twice is booked once, and can be undone while it is on the screen', async () => {
    const call = await about(navigator, 3, 'sick note');
    const offers = await page(navigator, call);
    const form = { key: field(offers, 'key'), offer: field(offers, 'offer') };
    const both = await Promise.all([navigator.post(`${call}/book`, form), navigator.post(`${call}/book`, form)]);
    assert.deepEqual(
      both.map((answer) => answer.statusCode),
      [303, 303],
    );
    assert.match(await page(navigator, call), /Undo/);
    assert.doesNotMatch(await page(navigator, call), /taken back/);
    await navigator.post(`${call}/undo`);
    assert.match(await page(navigator, call), /Offer in this order/);
    assert.match(await page(navigator, call), /The booking was taken back<\/b> at \d\d:\d\d: Dr \d/);
  });

  test('taken by two people shows the second that the first has it, who may take it over', async () => {
    const call = await about(navigator, 4, 'sick note');
    assert.match(await page(clinician, call), /Person 1<\/b> has had this/);
    await clinician.post(`${call}/take`, {});
    assert.match(await page(clinician, call), /has had this/);
    await clinician.post(`${call}/take`, { over: 'yes' });
    assert.doesNotMatch(await page(clinician, call), /has had this/);
    assert.match(await page(navigator, call), /Person 3<\/b> has had this/);
  });

  test('taken for the hub begins at the practice that was rung and moves to the patient’s own', async () => {
    const hub = await signIn(app, base.db, world.actors.hubNavigator);
    assert.match(await page(hub, '/calls'), /They rang/);
    const call = await begin(hub, { practice: 'XA001' });
    await hub.post(`${call}/patient`, { patient: world.patientOfB, matched: 'birth_date' });
    assert.match(await page(hub, call), /Practice 2/);
    const gone = await navigator.get(call);
    assert.equal(gone.statusCode, 404, 'it is no longer practice A’s');
    const closed = await hub.post(`${call}/patient`, { patient: world.patientOfC, matched: 'birth_date' });
    assert.equal(closed.statusCode, 422, 'a practice that has not joined shows nobody');
  });

  test('waits in the queue when it is left, and is the next to be taken', async () => {
    const call = await about(navigator, 5, 'itchy elbow for a week');
    await navigator.post(`${call}/later`);
    assert.match(await page(navigator, '/calls'), /itchy elbow for a week/);
    const taken = await clinician.post('/calls/next');
    assert.match(String(taken.headers.location), /\/calls\/[0-9a-f-]{36}/);
  });
});

describe('Words the screening cannot hear', () => {
  test('are told to whoever listens, with the list of red flags to go through by ear', async () => {
    const call = await about(navigator, 6, 'sick note');
    assert.doesNotMatch(await page(navigator, call), /id="unscreened"/);
    await navigator.post(`${call}/words`, { words: 'сильная боль в груди' });
    assert.match(
      await page(navigator, call),
      /id="unscreened">.*Words in another script are not screened: only English is\..*href="\/red-flags\/checklist"/,
    );
    await navigator.post(`${call}/words`, { words: 'boli mnie w klatce piersiowej' });
    assert.match(await page(navigator, call), /id="unscreened">.*Many of these words are unknown to the screening/);
    await arrange(base.owner, async (run) => {
      await run(sql`update patients.patient set language = 'pl' where id = ${world.patients[6]}`);
    });
    await navigator.post(`${call}/words`, { words: 'sick note' });
    assert.match(await page(navigator, call), /Only English is screened, and the language is Polish/);
    await arrange(base.owner, async (run) => {
      await run(sql`update patients.patient set language = 'en' where id = ${world.patients[6]}`);
    });
    const list = await page(navigator, '/red-flags/checklist');
    assert.ok(list.includes(`Listen and ask for these ${redFlagCategories.length} red flags`));
    assert.match(list, /An ambulance: 999[^]*Chest pain[^]*The duty doctor, now[^]*Abuse or safeguarding/);
  });
});

describe('Somebody who is being hurt', () => {
  test('is asked first how to be reached safely, and nobody is told to ring back', async () => {
    const call = await about(navigator, 5, 'My husband hits me and I am frightened to go home');
    const stop = await page(navigator, call);
    assert.match(stop, /Is it safe to talk\? How can we reach you so that nobody else sees or hears\?/);
    await navigator.post(`${call}/safe-contact`, { how: 'At her sister’s, after four' });
    assert.match(await page(navigator, call), /value="At her sister’s, after four"/);
    assert.match(await page(clinician, '/red-flags'), /Reach them as they chose:<\/b> “At her sister’s, after four”/);
    assert.match(stop, /do not ring, text or write until they have said it is safe/);
    assert.doesNotMatch(stop, /ring back:/);
  });

  test('and is injured: 999 comes first, then how to reach them, and nobody is told to ring back', async () => {
    const call = await about(navigator, 4, 'My husband hits me and now the cut on my head will not stop bleeding');
    const stop = await page(navigator, call);
    const [act, reach] = [stop.indexOf('rings 999 now'), stop.indexOf('Ask how to reach them')];
    assert.ok(act > 0 && reach > act, `${act} ${reach}`);
    assert.match(
      stop,
      /If the line drops, ring 999 yourself and send the ambulance to [^;]+; do not ring, text or write/,
    );
    assert.doesNotMatch(stop, /ring back|Number to ring/i);
  });
});

describe('When none of the times will do', () => {
  test('there are more times, and one chosen there comes back to the call to be booked', async () => {
    const call = await about(navigator, 6, 'sick note');
    const other = await page(navigator, `${call}/none`);
    const [link] = /\/calls\/[^"]+\?offer=[^"]+/.exec(other) ?? assert.fail('no other time');
    assert.match(await page(navigator, link), /value="[^"]+"[^>]* checked/);
  });

  test('the duty clinician is asked in words, and the answer comes back to the call', async () => {
    const call = await about(navigator, 6, 'sick note, back at work on Monday');
    assert.equal((await navigator.post(`${call}/ask-duty`, { question: '' })).statusCode, 422);
    await navigator.post(`${call}/ask-duty`, { question: 'Can she have a note without a visit?' });
    const flags = await page(clinician, '/red-flags');
    const [, question] = /\/duty-questions\/([0-9a-f-]{36})\/answer/.exec(flags) ?? [];
    await clinician.post(`/duty-questions/${question ?? ''}/answer`, { answer: 'Yes, ready tomorrow' });
    assert.match(await page(navigator, call), /Yes, ready tomorrow/);
  });

  test('urgent overflow is an act of its own, with its reason and the name of the clinician who decided', async () => {
    const call = await about(navigator, 7, 'sick note');
    const other = await page(navigator, `${call}/none`);
    const [clinicianId = ''] = world.clinicians;
    const sure = `away:${clinicianId}:23:59`;
    const form = { key: field(other, 'key'), clinicianId, at: '23:59', mode: 'telephone', sure };
    for (const missing of [
      { reason: '', decidedBy: 'Dr 1' },
      { reason: 'Getting worse', decidedBy: '' },
    ])
      assert.equal((await navigator.post(`${call}/overflow`, { ...form, ...missing })).statusCode, 422);
    const booked = await navigator.post(`${call}/overflow`, { ...form, reason: 'Getting worse', decidedBy: 'Dr 1' });
    assert.equal(booked.statusCode, 303, booked.body);
    assert.match(await page(navigator, call), /Urgent overflow[\s\S]*Getting worse, Person 1 says Dr 1 decided/);
  });

  test('a red flag is found in whatever box it is typed: why it cannot wait, or a search that is none', async () => {
    const call = await about(navigator, 6, 'sick note');
    const other = await page(navigator, `${call}/none`);
    const form = { key: field(other, 'key'), clinicianId: world.clinicians[0] ?? '', at: '23:58', mode: 'telephone' };
    const booked = await navigator.post(`${call}/overflow`, {
      ...form,
      reason: 'crushing chest pain',
      decidedBy: 'Dr 1',
    });
    assert.equal(booked.statusCode, 303, 'the place is booked all the same');
    assert.match(await page(navigator, call), /Stop\. Get her an ambulance now/);
    const searching = await begin(navigator);
    const stopped = await navigator.post(`${searching}/find`, { typed: 'crushing chest pain' });
    assert.equal(stopped.headers.location, searching);
    assert.match(await page(navigator, searching), /Stop\. Get them an ambulance now/);
    const nul = await navigator.post(
      `${await begin(navigator)}/words`,
      { words: 'chest \u0000pain' },
      'application/json',
    );
    assert.equal(nul.statusCode, 200);
  });

  test('what was not met is recorded with its reason and the request waits with its clock', async () => {
    const call = await about(navigator, 0, 'sore wrist');
    await navigator.post(`${call}/unmet`, { unmet: 'None near enough' });
    assert.match(await page(navigator, '/calls'), /sore wrist[\s\S]*not met: None near enough/);
  });

  test('a request may end without a visit, in one of the ways there are', async () => {
    const call = await about(navigator, 0, 'a form for the gym');
    assert.equal((await navigator.post(`${call}/end`, { outcome: 'vanished' })).statusCode, 422);
    await navigator.post(`${call}/end`, { outcome: 'admin' });
    assert.match(await page(navigator, call), /Dealt with as administration/);
  });
});

describe('A red flag’s page', () => {
  test('shows clinicians who, words and whom it is with; they take it and close it with a note', async () => {
    const call = await about(navigator, 1, 'crushing chest pain since breakfast');
    const flags = await page(clinician, '/red-flags');
    assert.match(flags, /Given 2 Family/);
    const [, flag] = /red-flags\/([0-9a-f-]{36})\/acknowledge" *>[\s\S]{0,300}Given 2/.exec(flags) ?? [];
    assert.ok(flag);
    assert.equal((await clinician.post(`/red-flags/${flag}/acknowledge`)).statusCode, 303);
    assert.match(await page(navigator, call), /Person 3<\/b> has seen it/);
    const empty = await clinician.post(`/red-flags/${flag}/close`, { note: ' ', next: 'ended' });
    assert.equal(empty.statusCode, 422);
    await clinician.post(`/red-flags/${flag}/close`, { note: '999 on the way', next: 'ended', danger: 'yes' });
    assert.match(await page(navigator, call), /Dealt with by a clinician/);
  });

  test('is for clinicians alone', async () => {
    assert.equal((await navigator.get('/red-flags')).statusCode, 403);
    assert.equal((await finance.get('/calls')).statusCode, 403);
    assert.equal((await finance.get('/live', '*/*')).statusCode, 403);
  });
});

describe('A visit', () => {
  test('is shown to its host with what it needs and no more, and is cancelled with a reason', async () => {
    const call = await about(navigator, 2, 'sick note for work');
    const offers = await page(navigator, call);
    await navigator.post(`${call}/book`, { key: field(offers, 'key'), offer: field(offers, 'offer') });
    const other = await about(navigator, 2, 'a second thing');
    const [visit] = /\/visits\/[0-9a-f-]{36}/.exec(await page(navigator, other)) ?? assert.fail('no visit in the rail');
    const shown = await page(clinician, visit);
    assert.match(shown, /Given 3 Family/);
    assert.doesNotMatch(shown, /999\d{7}|address/i);
    assert.equal((await clinician.post(`${visit}/cancel`, { reason: '' })).statusCode, 422);
    await clinician.post(`${visit}/cancel`, { reason: 'Better now' });
    assert.match(await page(clinician, visit), /Cancelled<\/span> Better now/);
  });

  test('that is cancelled for a reason that is a red flag stops the call and tells the duty clinician', async () => {
    const call = await about(navigator, 8, 'sick note for work');
    const offers = await page(navigator, call);
    await navigator.post(`${call}/book`, { key: field(offers, 'key'), offer: field(offers, 'offer') });
    const [visit] =
      /\/visits\/[0-9a-f-]{36}(?=\/move)/.exec(await page(navigator, call)) ?? assert.fail('no visit on the page');
    const answer = await navigator.post(`${visit}/cancel`, { reason: 'Cannot come, crushing chest pain for an hour' });
    assert.equal(answer.headers.location, call);
    assert.match(await page(navigator, call), /999/);
    assert.match(await page(navigator, visit), /Cancelled/);
    assert.match(await page(clinician, '/red-flags'), /crushing chest pain/);
  });

  test('is moved to another time, read back first, and a form sent twice is one move', async () => {
    const call = await about(navigator, 9, 'sick note for work');
    const offers = await page(navigator, call);
    await navigator.post(`${call}/book`, { key: field(offers, 'key'), offer: field(offers, 'offer') });
    const [from] =
      /\/visits\/[0-9a-f-]{36}(?=\/move)/.exec(await page(navigator, call)) ?? assert.fail('no visit on the page');
    const times = await page(navigator, `${from}/move`);
    assert.match(times, /Another time for Given 10 Family/);
    const offered = [...times.matchAll(/\/move\?offer=([^"]+)"/g)].map(([, value]) => value ?? '');
    const wanted = offered.at(-1) ?? assert.fail('no time is offered');
    assert.equal((await navigator.post(`${from}/move`, { key: 'a-long-key', offer: 'nonsense' })).statusCode, 422);
    const longer = wanted.replace(/_\d+$/, '_60').replace(/_(\d+)_/, (_all, at: string) => `_${Number(at) + 60_000}_`);
    const made = await navigator.post(`${from}/move`, { key: 'a-long-key-2', offer: longer });
    assert.equal(made.statusCode, 422, 'a place that was not offered is not taken');
    const readBack = await page(navigator, `${from}/move?offer=${wanted}`);
    assert.match(readBack, /Read it back/);
    const form = { key: field(readBack, 'key'), offer: wanted };
    const [first, second] = [await navigator.post(`${from}/move`, form), await navigator.post(`${from}/move`, form)];
    assert.equal(first.statusCode, 303, first.body);
    assert.equal(first.headers.location, second.headers.location);
    assert.match(await page(navigator, from), /Moved<\/span> <a href="\/visits\//);
    assert.match(await page(navigator, String(first.headers.location)), /<dt>Moved<\/dt><dd>from /);
    assert.match(await page(navigator, call), /That is booked for/, 'the request stays booked');
    const again = await navigator.get(`${from}/move`);
    assert.equal(again.statusCode, 409);
    assert.match(again.body, /cancelled or moved before/);
  });

  test('that is nobody’s, or another practice’s, is not there', async () => {
    assert.equal((await navigator.get(`/visits/${id(99, 1)}`)).statusCode, 404);
    assert.equal((await navigator.get(`/calls/${id(99, 1)}`)).statusCode, 404);
  });
});

test('Every patient and request somebody sees is in the audit with who and which page', async () => {
  const call = await about(navigator, 3, 'sore ankle');
  await page(navigator, call);
  const read = await base.owner.pool.connect();
  try {
    await read.query('begin; set local role superpractice_guard');
    const { rows } = await read.query<{ class: string }>(
      sql`select class from audit.event where kind = 'read' and action = 'see-request' and person_id = ${world.actors.navigator.personId}
        and subject_id in (${world.patients[3]}, ${call.slice('/calls/'.length)}) group by class order by class`,
    );
    assert.deepEqual(
      rows.map((row) => row.class),
      ['patient', 'visit'],
    );
  } finally {
    await read.query('rollback');
    read.release();
  }
});
