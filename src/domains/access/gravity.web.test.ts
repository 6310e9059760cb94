import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testApp } from '../../../test/support/app.ts';
import { callAbout, field, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { as, openSessionFor, smallWorld, standing } from '../../../test/support/world.ts';
import { acknowledge } from './commands/flag.ts';
import { flagsOf } from './queries/red-flag.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 8 });
const { app } = await testApp(base);
const navigator = await signIn(app, base.db, world.actors.navigator);
const clinician = await signIn(app, base.db, world.actors.clinician);

const tomorrow = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 1 }).withPlainTime('09:00');
await openSessionFor(base, {
  n: 1,
  clinician: world.clinicians[0] ?? '',
  startsAt: tomorrow.toInstant(),
  minutes: 180,
});

const about = (patient: number, words: string): Promise<string> =>
  callAbout(navigator, world.patients[patient], { words });
const idOf = (call: string): string => call.split('/').at(-1) ?? '';

/** The calls given, in the order in which a page first names them. */
async function orderOn(url: string, calls: readonly string[]): Promise<string[]> {
  const html = await page(url === '/red-flags' ? clinician : navigator, url);
  return calls.toSorted((a, b) => html.indexOf(idOf(a)) - html.indexOf(idOf(b)));
}

describe('Red flags stand by how grave they are', () => {
  test('in one call the ambulance comes before the duty doctor, whichever was said first', async () => {
    const call = await about(1, 'I feel suicidal');
    await navigator.post(`${call}/words`, { words: 'I feel suicidal. And I have crushing chest pain' });
    const flags = await transaction(as(base.db, world.actors.navigator), (tx) => flagsOf(tx, idOf(call)));
    assert.deepEqual(
      flags.map(({ category }) => category),
      ['chest-pain', 'self-harm'],
    );
    assert.match(await page(navigator, call), /class="stop__why">Chest pain and Suicidal thoughts/);
    const [chest] = flags;
    await acknowledge(as(base.db, world.actors.clinician), chest?.id ?? '');
    await navigator.post(`${call}/words`, {
      words: 'I feel suicidal. And I have crushing chest pain, and my face has dropped on one side',
    });
    const after = await transaction(as(base.db, world.actors.navigator), (tx) => flagsOf(tx, idOf(call)));
    assert.deepEqual(
      after.map(({ category }) => category),
      ['stroke', 'chest-pain', 'self-harm'],
      'of the same gravity, nobody has it before somebody has',
    );
  });

  test('on the board and in the queue a 999 comes before what a duty doctor hears, and of each the oldest first', async () => {
    const urgent = await about(2, 'I feel suicidal');
    const denied = await about(3, 'sick note, no chest pain');
    const first = await about(4, 'crushing chest pain since breakfast');
    const second = await about(5, 'he had a seizure and will not wake up');
    assert.deepEqual(await orderOn('/today', [urgent, denied, first, second]), [first, second, urgent, denied]);
    assert.deepEqual(await orderOn('/calls', [urgent, first]), [first, urgent]);
    const list = await page(clinician, '/red-flags');
    const [chest, suicidal] = [list.indexOf('crushing chest pain since breakfast'), list.lastIndexOf('feel suicidal')];
    assert.ok(chest > 0 && chest < suicidal);
  });
});

describe('Two dangers in one text', () => {
  test('stop the call once, with what to say and do of each, and the duty doctor named once', async () => {
    const call = await about(6, 'chest pain and her face has dropped on one side');
    const stop = await page(navigator, call);
    assert.match(stop, /<h3>Chest pain<\/h3>[\s\S]*Do not drive\.[\s\S]*<h3>Signs of a stroke/);
    assert.match(stop, /Note the time it started, or when you were last well/);
    assert.match(stop, /Chest pain needs checking by an ambulance crew now\./);
    assert.equal(stop.match(/Please call 999/g)?.length, 1);
    assert.equal(stop.match(/has been told|Nobody is on duty/g)?.length, 1);
  });
});

describe('A danger told of a child on a grown-up’s record', () => {
  test('is not told to 999 as the grown-up: who is ill is asked first', async () => {
    const stop = await page(navigator, await about(0, 'my little boy is 2 and he is floppy and will not wake up'));
    assert.match(stop, /Get them an ambulance now/);
    assert.match(
      stop,
      /Ask who is ill, and how old: the words speak of a child\.<\/b><br>This record is of <b>Given 1/,
    );
    assert.doesNotMatch(await page(navigator, await about(1, 'I feel suicidal')), /Ask who is ill/);
  });
});

describe('A patient whose other request has an open danger', () => {
  test('is shown with it in every call about them, before the offers, until a clinician closes it', async () => {
    const flagged = await about(6, 'I have crushing chest pain');
    const other = await about(6, 'I need my asthma review');
    const html = await page(navigator, other);
    assert.match(html, /other request has an open red flag: Chest pain<\/b>/);
    assert.match(html, /No clinician has answered it\. <a href="\/calls\/[0-9a-f-]{36}">Open it<\/a>/);
    assert.ok(html.indexOf('has an open red flag') < html.indexOf('class="offers'));
    const flags = await transaction(as(base.db, world.actors.navigator), (tx) => flagsOf(tx, idOf(flagged)));
    for (const { id } of flags) await acknowledge(as(base.db, world.actors.clinician), id);
    assert.match(await page(navigator, other), /has an open red flag: Chest pain<\/b>[^]*A clinician has it\./);
  });

  test('of a disclosure the other call tells neither which nor its words', async () => {
    await about(7, 'I have crushing chest pain and my husband hits me');
    const html = await page(navigator, await about(7, 'I need my asthma review'));
    assert.match(html, /other request has an open red flag/);
    assert.doesNotMatch(html, /hits me|abuse|violence/i);
  });
});

describe('Booking for a patient whose other request has an open danger', () => {
  /** What the booking form of a call sends, and what the step after it shows. */
  const bookingOf = (html: string): Record<string, string> => {
    const form = /<form class="(?:offers|form)"[^>]*action="[^"]*\/book"[^]*?<\/form>/.exec(html)?.[0];
    if (form === undefined) assert.fail('no booking form on the page');
    const flags = /name="flags" value="([^"]*)"/.exec(form)?.[1];
    const sent = { key: field(form, 'key'), offer: field(form, 'offer'), state: field(form, 'state') };
    return flags === undefined ? sent : { ...sent, flags };
  };
  const bookings = (call: string): Promise<unknown[]> =>
    standing(base.owner, sql`select from access.booking b where b.request_id = ${idOf(call)} and b.status = 'booked'`);

  test('shows what is open first, books nothing without the second step and a reason, and keeps the reason', async () => {
    const flagged = await about(1, 'My face has dropped on one side');
    const call = await about(1, 'I need a sick note');
    const sent = bookingOf(await page(navigator, call));
    const first = await navigator.post(`${call}/book`, sent);
    assert.equal(first.statusCode, 422);
    assert.match(first.body, /Speak to the duty doctor before you book/);
    assert.match(first.body, /has an open red flag: [^<]*stroke[^<]*<\/b>[^]*No clinician has answered it\./i);
    assert.ok(first.body.includes(`href="${flagged}"`), 'the other request is opened from it');
    assert.ok(first.body.indexOf('/ask-duty') < first.body.indexOf('Book all the same'), 'the doctor comes first');
    assert.match(first.body, /\/none#overflow/);
    const second = bookingOf(first.body);
    const silent = await navigator.post(`${call}/book`, { ...second, despite: ' ' });
    assert.equal(silent.statusCode, 422);
    assert.match(silent.body, /Say why you book all the same/);
    const other = await navigator.post(`${call}/book`, { ...second, flags: idOf(call), despite: 'She rang again' });
    assert.equal(other.statusCode, 422, 'another flag than was shown opens nothing');
    assert.equal((await bookings(call)).length, 0);
    const done = await navigator.post(`${call}/book`, { ...second, despite: 'She is in A&E, this is for later' });
    assert.equal(done.statusCode, 303, done.body);
    assert.equal((await bookings(call)).length, 1);
    assert.match(await page(navigator, call), /chose to book all the same[^<]*“She is in A&amp;E, this is for later”/);
    const noted = sql`select from audit.event e where e.subject = 'booked past an open red flag' and e.subject_id = ${idOf(call)}`;
    assert.equal((await standing(base.owner, noted)).length, 1);
    const again = await navigator.post(`${call}/book`, { ...second, despite: '' });
    assert.equal(again.statusCode, 303, 'a form sent twice is one booking');
  });

  test('tells neither which nor the words of a disclosure, and a danger in the reason stops the call', async () => {
    const call = await about(7, 'I need a sick note');
    const first = await navigator.post(`${call}/book`, bookingOf(await page(navigator, call)));
    assert.match(first.body, /other request has an open red flag/);
    assert.doesNotMatch(first.body, /hits me|abuse|violence/i);
    const despite = 'He now has crushing chest pain';
    const stopped = await navigator.post(`${call}/book`, { ...bookingOf(first.body), despite });
    assert.equal(stopped.headers.location, call, 'to what to do now');
    assert.match(await page(navigator, call), /Stop\. /);
    assert.equal((await bookings(call)).length, 0);
  });

  test('never holds up urgent overflow', async () => {
    const call = await about(1, 'I need a sick note');
    const none = await page(navigator, `${call}/none`);
    const at = Temporal.Now.zonedDateTimeISO('Europe/London').toPlainTime().toString().slice(0, 5);
    const booked = await navigator.post(`${call}/overflow`, {
      ...{ key: field(none, 'key'), clinicianId: world.clinicians[0] ?? '', at, mode: 'telephone' },
      ...{ reason: 'Cannot wait', decidedBy: 'Dr Duty', sure: `away:${world.clinicians[0] ?? ''}:${at}` },
    });
    assert.equal(booked.statusCode, 303, booked.body);
  });
});
