import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { clockBeforeNight, testApp } from '../../../test/support/app.ts';
import { callAbout, field, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn, type SignedIn } from '../../../test/support/signed-in.ts';
import { arrange, openSessionFor, smallWorld } from '../../../test/support/world.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 9 });
const { app } = await testApp(base, { now: clockBeforeNight });
const navigator = await signIn(app, base.db, world.actors.navigator);
const other = await signIn(app, base.db, world.actors.hubNavigator);
const clinician = await signIn(app, base.db, world.actors.clinician);

const tomorrow = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 1 }).withPlainTime('09:00');
for (const [n, doctor] of [0, 1].entries())
  await openSessionFor(base, {
    n: n + 1,
    clinician: world.clinicians[doctor] ?? '',
    startsAt: tomorrow.add({ hours: n }).toInstant(),
    minutes: 180,
    slotMinutes: 15,
  });
const bornYearsAgo = (n: number, years: number): Promise<void> =>
  arrange(base.owner, async (run) => {
    const born = Temporal.Now.plainDateISO('Europe/London').subtract({ years, days: 3 }).toString();
    await run(
      sql`update patients.patient set birth_date = ${born}, given_name = 'Amir', sex = 'male' where id = ${world.patients[n]}`,
    );
  });
await arrange(base.owner, async (run) => {
  await run(sql`update patients.patient set phone = '+441632960117' where id = ${world.patients[1]}`);
});
await bornYearsAgo(6, 5);
await bornYearsAgo(8, 1);
await bornYearsAgo(7, 14);

const about = (who: SignedIn, patient: number, words = ''): Promise<string> =>
  callAbout(who, world.patients[patient], { words, practice: 'XA001' });
/** What a window's form of words carries beside the words. */
const windowOf = (html: string) => ({ seen: field(html, 'seen'), page: field(html, 'page') });
/** A booking form as a page shows it. */
const bookingOf = (html: string) => {
  const form = /<form class="offers"[\s\S]*?<\/form>/.exec(html)?.[0] ?? assert.fail('no offers on the page');
  return {
    key: field(form, 'key'),
    offer: field(form, 'offer'),
    state: field(form, 'state'),
    page: field(form, 'page'),
  };
};

describe('One request open in two windows', () => {
  test('a stale write is refused with both texts kept and shown, and the first words stand', async () => {
    const call = await about(navigator, 0, 'sick note');
    const [mine, theirs] = [windowOf(await page(navigator, call)), windowOf(await page(other, call))];
    await other.post(`${call}/words`, { words: 'sick note since Tuesday', notes: '', ...theirs });
    const late = await navigator.post(`${call}/words`, { words: 'sick note, also a cough', notes: '', ...mine });
    assert.equal(late.statusCode, 303);
    const shown = await page(navigator, call);
    assert.match(shown, /id="words"[^>]*>sick note since Tuesday<\/textarea>/);
    assert.match(shown, /Person 2 changed these words at \d\d:\d\d\./);
    assert.match(shown, /Yours are below: keep yours, keep theirs, or put both\./);
    assert.match(shown, /sick note, also a cough/);
    assert.match(await page(other, call), /Person 1 wrote something else, and it was kept apart\./);
  });

  test('what is typed on in each window goes on to its own text, and nothing is overwritten', async () => {
    const call = await about(navigator, 0, 'itchy elbow');
    const [mine, theirs] = [windowOf(await page(navigator, call)), windowOf(await page(other, call))];
    const json = 'application/json';
    await other.post(`${call}/words`, { words: 'itchy elbow a', notes: '', ...theirs }, json);
    const apart = await navigator.post(`${call}/words`, { words: 'itchy elbow x', notes: '', ...mine }, json);
    assert.match(apart.json<{ say: string }>().say, /Kept beside somebody else’s words/);
    const [third, fourth] = [windowOf(await page(other, call)), windowOf(await page(other, call))];
    await other.post(`${call}/words`, { words: 'itchy elbow ab', notes: '', ...third }, json);
    const own = await other.post(`${call}/words`, { words: 'itchy elbow z', notes: '', ...fourth }, json);
    assert.match(own.json<{ say: string }>().say, /Kept from your other window/);
    await other.post(`${call}/words`, { words: 'itchy elbow ab', notes: '', ...theirs }, json);
    await navigator.post(`${call}/words`, { words: 'itchy elbow xy', notes: '', ...mine }, json);
    const shown = await page(navigator, call);
    assert.match(shown, />itchy elbow ab<\/textarea>/);
    assert.match(shown, /apart__text">itchy elbow xy</);
    assert.doesNotMatch(shown, /apart__text">itchy elbow x</);
  });

  test('somebody decides: both, one or the other, and not over words nobody has seen', async () => {
    for (const [keep, stands] of [
      ['both', 'sore knee, left\nsore knee, right'],
      ['apart', 'sore knee, right'],
      ['standing', 'sore knee, left'],
    ] as const) {
      const call = await about(navigator, 1, 'sore knee');
      const [mine, theirs] = [windowOf(await page(navigator, call)), windowOf(await page(other, call))];
      await other.post(`${call}/words`, { words: 'sore knee, left', notes: '', ...theirs });
      await navigator.post(`${call}/words`, { words: 'sore knee, right', notes: '', ...mine });
      const before = windowOf(await page(navigator, call));
      if (keep === 'apart') {
        await other.post(`${call}/words`, { words: 'sore knee, left, since May', notes: '', ...theirs });
        const unseen = await navigator.post(`${call}/apart`, { page: mine.page, seen: before.seen, keep });
        assert.equal(unseen.statusCode, 422);
        assert.match(unseen.body, /Somebody has changed this request since you saw it/);
      }
      const { seen } = windowOf(await page(navigator, call));
      await navigator.post(`${call}/apart`, { page: mine.page, seen, keep });
      const shown = await page(navigator, call);
      assert.ok(shown.includes(`>${stands}</textarea>`), `${keep}: ${/id="words"[^>]*>([^<]*)</.exec(shown)?.[1]}`);
      assert.doesNotMatch(shown, /id="apart"/);
    }
  });

  test('both texts are screened: a danger in the words that were kept apart stops the call', async () => {
    const call = await about(navigator, 2, 'sick note');
    const [mine, theirs] = [windowOf(await page(navigator, call)), windowOf(await page(other, call))];
    await other.post(`${call}/words`, { words: 'sick note since Tuesday', notes: '', ...theirs });
    const late = { words: 'sick note, and now crushing chest pain', notes: '', ...mine };
    assert.deepEqual((await navigator.post(`${call}/words`, late, 'application/json')).json(), { goTo: call });
    const stop = await page(other, call);
    assert.match(stop, /Stop\. Get \w+ an ambulance now/);
    assert.match(stop, /Person 1 wrote as well[\s\S]*and now crushing chest pain/);
  });

  test('nothing is booked or ended while two texts wait to be put together', async () => {
    const call = await about(navigator, 3, 'sick note');
    const [mine, theirs] = [windowOf(await page(navigator, call)), windowOf(await page(other, call))];
    await other.post(`${call}/words`, { words: 'sick note since Tuesday', notes: '', ...theirs });
    await navigator.post(`${call}/words`, { words: 'sick note please', notes: '', ...mine });
    const shown = await page(navigator, call);
    assert.match(shown, /Booking opens when both people’s words are put together/);
    assert.equal((await navigator.post(`${call}/book`, bookingOf(shown))).statusCode, 422);
    assert.equal((await navigator.post(`${call}/end`, { outcome: 'admin' })).statusCode, 422);
  });

  test('a page left open neither books nor ends nor takes back what has changed since, and says so', async () => {
    const call = await about(navigator, 3, 'sick note');
    const stale = await page(navigator, call);
    await other.post(`${call}/words`, {
      words: 'sick note, back at work Monday',
      notes: '',
      ...windowOf(await page(other, call)),
    });
    const refused = await navigator.post(`${call}/book`, bookingOf(stale));
    assert.equal(refused.statusCode, 422);
    assert.match(refused.body, /Somebody has changed this request since you saw it/);
    const { state, page: window } = bookingOf(stale);
    assert.equal((await navigator.post(`${call}/end`, { outcome: 'admin', state, page: window })).statusCode, 422);
    const fresh = await page(navigator, call);
    assert.equal((await navigator.post(`${call}/book`, bookingOf(fresh))).statusCode, 303);
    const first = field(await page(navigator, call), 'booking');
    await navigator.post(`${call}/undo`, { booking: first });
    assert.equal((await navigator.post(`${call}/undo`, { booking: first })).statusCode, 303, 'taken back already');
    await other.post(`${call}/book`, bookingOf(await page(other, call)));
    const late = await navigator.post(`${call}/undo`, { booking: first });
    assert.equal(late.statusCode, 422, 'another booking is not this page’s to take back');
    assert.match(await page(navigator, call), /Booked \d\d:\d\d/);
  });

  test('laying down a request somebody else has taken over leaves it in their hands', async () => {
    const call = await about(navigator, 4, 'sick note');
    await clinician.post(`${call}/take`, { over: 'yes' });
    await navigator.post(`${call}/later`);
    assert.match(await page(navigator, call), /Person 3<\/b> has had this/);
  });

  test('identity is confirmed of the patient on the page, never of another put in meanwhile', async () => {
    const call = String((await navigator.post('/calls', { channel: 'telephone' })).headers.location);
    await navigator.post(`${call}/patient`, { patient: world.patients[4] ?? '', matched: 'birth_date' });
    await other.post(`${call}/patient`, { patient: world.patients[5] ?? '', matched: 'birth_date' });
    const late = await navigator.post(`${call}/identity`, { patient: world.patients[4] ?? '', matched: 'address' });
    assert.equal(late.statusCode, 422);
    assert.doesNotMatch(await page(navigator, call), /class="confirmed"/);
  });
});

describe('Somebody who rings for another', () => {
  test('is kept on the request, and questions and offers speak of the patient by name and as he or she', async () => {
    const call = await about(navigator, 0, 'cough for three weeks, no chest pain');
    await navigator.post(`${call}/words`, { callerIs: 'carer', callerName: 'Joan Ellis', callerPhone: '07700 900123' });
    const shown = await page(navigator, call);
    assert.match(shown, /Does Given 1 have any pain or pressure in her chest now, or at any time today\?/);
    assert.match(shown, /Joan Ellis, carer/);
    assert.match(shown, /07700 ?900 ?123/);
    assert.match(shown, /Before you tell the caller anything from Given 1’s record/);
    await navigator.post(`${call}/answer`, { question: field(shown, 'question'), said: 'no' });
    assert.match(await page(navigator, call), /Is Given 1 breathless while resting or talking\?/);
    await navigator.post(`${call}/words`, { callerIs: 'patient' });
    assert.match(await page(navigator, call), /Are you breathless while we are talking\?/);
  });

  test('for a young child is taken to be somebody else until it is said, with nothing about consent', async () => {
    const call = await about(navigator, 6, 'sick note');
    const shown = await page(navigator, call);
    assert.match(shown, /Amir’s own GP, [^“]*can see him|can see Amir/);
    assert.doesNotMatch(shown, /from Amir’s record/);
    const older = await about(navigator, 7, 'sick note');
    assert.match(await page(navigator, older), /can see you/);
    await navigator.post(`${older}/words`, { callerIs: 'parent' });
    assert.match(await page(navigator, older), /Amir is 14 and may want to speak for himself/);
  });

  test('is screened in the boxes for name and relationship like everywhere else, and is rung back on their own number', async () => {
    const call = await about(navigator, 1, 'sick note');
    await navigator.post(`${call}/words`, { callerIs: 'other', callerName: 'she has crushing chest pain' });
    const stop = await page(navigator, call);
    assert.match(stop, /The caller rings 999 now/);
    assert.doesNotMatch(stop, /ring back[^<]*01632/);
    assert.match(stop, /Ask now for a number to ring back on/, 'the patient’s number is not the caller’s');
    await navigator.post(`${call}/words`, { callerPhone: '07700 900123' });
    assert.match(await page(navigator, call), /ring back the caller: 07700/);
  });
});

describe('Who decided an urgent overflow', () => {
  /** What whoever books somebody not at work then has been told and ticks. */
  const sureOf = (clinician: string | undefined, at: string): string => `away:${clinician ?? ''}:${at}`;

  test('is a clinician of the group, chosen or named in full, and somebody not listed is said to be so', async () => {
    const call = await about(navigator, 5, 'sick note');
    const none = await page(navigator, `${call}/none`);
    assert.match(
      none,
      /<optgroup label="Here today|<optgroup label="On duty now|<optgroup label="Others of this practice/,
    );
    const form = {
      key: field(none, 'key'),
      clinicianId: world.clinicians[0] ?? '',
      at: '23:57',
      mode: 'telephone',
      sure: sureOf(world.clinicians[0], '23:57'),
      reason: 'Getting worse',
    };
    const nobody = await navigator.post(`${call}/overflow`, { ...form, decider: '', decidedBy: '' });
    assert.equal(nobody.statusCode, 422);
    assert.match(nobody.body, /Say which clinician decided it/);
    const stranger = await navigator.post(`${call}/overflow`, { ...form, decider: '', decidedBy: 'Dr Locum' });
    assert.equal(stranger.statusCode, 303);
    assert.match(await page(navigator, call), /Person 1 says Dr Locum \(not listed\) decided/);
    const second = await about(navigator, 4, 'sick note');
    const again = { ...form, key: 'another-key-for-it', at: '23:30', sure: sureOf(world.clinicians[0], '23:30') };
    await navigator.post(`${second}/overflow`, { ...again, decider: world.clinicians[3] ?? '', decidedBy: '' });
    assert.match(await page(navigator, second), /Person 1 says (?!.*not listed)[^<]+ decided/);
  });

  test('and who sees them are chosen, never taken from who is on duty', async () => {
    const now = clockBeforeNight();
    await arrange(base.owner, async (run) => {
      await run(sql`insert into access.duty (id, group_id, level, duty_practice_id, clinician_id, starts_at, ends_at)
        values (${randomUUIDv7()}, ${world.groupId}, 'practice', 'XA001', ${world.clinicians[0]}, ${now.subtract({ hours: 1 })}, ${now.add({ hours: 1 })})`);
    });
    const call = await about(navigator, 1, 'sick note');
    const none = await page(navigator, `${call}/none`);
    assert.match(none, /On duty now/);
    for (const name of ['decider', 'clinicianId']) {
      const [select = ''] = new RegExp(`<select[^>]* name="${name}"[^]*?</select>`).exec(none) ?? [];
      assert.match(select, /^<select[^>]*><option value="">Choose/, name);
      assert.doesNotMatch(select, / selected/, name);
    }
    const form = { key: field(none, 'key'), at: '23:41', mode: 'telephone', reason: 'Getting worse', decidedBy: '' };
    const nobody = await navigator.post(`${call}/overflow`, {
      ...form,
      decider: world.clinicians[0] ?? '',
      clinicianId: '',
    });
    assert.equal(nobody.statusCode, 422);
    assert.match(nobody.body, /id="clinicianId-error"[^]*Choose who will see them/);
  });

  test('is asked once where they see somebody then, and refused where the patient has another visit', async () => {
    const now = Temporal.Now.zonedDateTimeISO('Europe/London');
    const today = now.toPlainDate();
    const startsAt = today.toZonedDateTime({ timeZone: 'Europe/London', plainTime: '22:50' }).toInstant();
    const [seer = ''] = world.clinicians.slice(2);
    const session = await openSessionFor(base, { n: 88, clinician: seer, practice: 'XA002', startsAt, minutes: 30 });
    await arrange(base.owner, async (run) => {
      await run(sql`insert into access.booking (id, group_id, practice_id, host_practice_id, session_id, clinician_id, patient_id, kind, mode,
          day, starts_at, ends_at, idempotency_key)
        select gen_random_uuid(), s.group_id, 'XA001', s.practice_id, s.id, s.clinician_id, ${world.patients[6]}, 'ordinary', s.mode, s.day,
          s.starts_at, s.starts_at + interval '10 minutes', 'beside' from access.session s where s.id = ${session}`);
    });
    const call = await about(navigator, 4, 'sick note');
    const key = field(await page(navigator, `${call}/none`), 'key');
    const decided = { reason: 'Getting worse', decider: world.clinicians[0] ?? '', decidedBy: '' };
    const form = { key, clinicianId: seer, at: '22:55', mode: 'telephone', ...decided };
    const asked = await navigator.post(`${call}/overflow`, form);
    assert.equal(asked.statusCode, 422);
    assert.match(asked.body, /They see somebody at that time/);
    assert.match(asked.body, /sees somebody at 22:50 then: book beside it/);
    const beside = /name="beside" value="([^"]+)"/.exec(asked.body)?.[1] ?? '';
    assert.equal((await navigator.post(`${call}/overflow`, { ...form, beside: 'yes' })).statusCode, 422);
    assert.equal((await navigator.post(`${call}/overflow`, { ...form, beside })).statusCode, 303);
    const second = await about(navigator, 6, 'sick note');
    const [, seenBy = ''] = world.clinicians;
    const elsewhere = { ...form, key: 'one-patient-twice', clinicianId: seenBy, sure: sureOf(seenBy, '22:55') };
    const refused = await navigator.post(`${second}/overflow`, elsewhere);
    assert.equal(refused.statusCode, 422);
    assert.match(refused.body, /The patient has another visit at that time. Move or cancel that visit first/);
  });

  test('is screened where it is typed', async () => {
    const call = await about(navigator, 2, 'sick note');
    const none = await navigator.get(`${call}/none`);
    const form = {
      key: field(none.body, 'key'),
      clinicianId: world.clinicians[1] ?? '',
      at: '23:50',
      mode: 'telephone',
    };
    await navigator.post(`${call}/overflow`, {
      ...form,
      reason: 'Worse',
      decider: '',
      decidedBy: 'he has crushing chest pain',
    });
    assert.match(await page(navigator, call), /Stop\. Get/);
  });
});

describe('Small things of a call', () => {
  test('words and an answer that do not agree are said back before the offers, until one of them is said to be right', async () => {
    const call = await about(navigator, 3, 'cystitis again, and a backache since last night');
    const asking = await page(navigator, call);
    await navigator.post(`${call}/answer`, { question: field(asking, 'question'), said: 'no' });
    const shown = await page(navigator, call);
    assert.match(
      shown,
      /Two things were said\.[\s\S]*a backache since last night[\s\S]*Do you have a high temperature/,
    );
    await navigator.post(`${call}/answer/keep`, { question: 'urine-unwell' });
    assert.doesNotMatch(await page(navigator, call), /Two things were said/);
    const denied = await about(navigator, 3, 'cystitis again, no backache');
    await navigator.post(`${denied}/answer`, { question: 'urine-unwell', said: 'no' });
    assert.doesNotMatch(await page(navigator, denied), /Two things were said/);
  });

  test('nobody found leads on: another search, words without a name, registering, or a note of who it is', async () => {
    const call = String((await navigator.post('/calls', { channel: 'telephone' })).headers.location);
    const found = await navigator.post(`${call}/find`, { typed: '1 1 1901 nobody' });
    assert.match(found.body, /Nobody found\.<\/b> Search another way/);
    assert.match(found.body, /href="\/patients\/new"/);
    await navigator.post(`${call}/unknown`, { name: 'Sam Visitor', born: '3 4 1980' });
    assert.match(await page(navigator, call), /Not found on our lists: Sam Visitor, born 3 4 1980\./);
    assert.equal((await navigator.post(`${call}/unknown`, { name: ' ' })).statusCode, 422);
  });

  test('the stop page has keys, keeps a number to ring back on, and puts the rule’s source away', async () => {
    const call = String((await navigator.post('/calls', { channel: 'telephone' })).headers.location);
    await navigator.post(`${call}/words`, { words: 'crushing chest pain' });
    const stop = await page(navigator, call);
    assert.match(stop, /data-key="l"[\s\S]*Back to all calls/);
    assert.match(stop, /<details[^>]*><summary>Which rule this comes from<\/summary>/);
    assert.equal(stop.match(/This red flag is named by/g)?.length ?? 0, 1);
    await navigator.post(`${call}/words`, { callerPhone: '07700 900456' });
    assert.match(await page(navigator, call), /ring back: 07700/);
  });
});

describe('The call of a small child', () => {
  test('names those first who may ring, the child last, and calls the words the caller’s', async () => {
    const html = await page(navigator, await about(navigator, 8));
    const order = [...html.matchAll(/name="callerIs" value="(\w+)"/g)].map(([, who]) => who);
    assert.deepEqual(order, ['parent', 'carer', 'other', 'patient']);
    assert.match(html, /What the caller says, in their words/);
    assert.match(html, /Write down what the caller says/);
    assert.doesNotMatch(html, /What he says|Write down what he/);
    const grown = await page(navigator, await about(navigator, 0));
    assert.match(grown, /name="callerIs" value="patient"[^]*name="callerIs" value="parent"/);
    const stop = await page(navigator, await about(navigator, 8, 'he is floppy and his lips are blue'));
    assert.match(stop, /What was said, kept/);
    assert.doesNotMatch(stop, /His words/);
  });
});
