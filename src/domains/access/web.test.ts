import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn, type SignedIn } from '../../../test/support/signed-in.ts';
import { arrange, id, openSessionFor, smallWorld } from '../../../test/support/world.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 8 });
const { app } = await testApp(base);
if (process.env['SHOW']) app.addHook('onError', async (_q, _r, error) => console.error(error));
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

/** Begins a call and answers its address. */
async function begin(who: SignedIn, fields = {}): Promise<string> {
  const answer = await who.post('/calls', { channel: 'telephone', ...fields });
  assert.equal(answer.statusCode, 303, answer.body);
  return String(answer.headers.location);
}

/** A call about a patient who is known, with words. */
async function about(who: SignedIn, patient: number, words: string): Promise<string> {
  const call = await begin(who);
  await who.post(`${call}/patient`, { patient: world.patients[patient] ?? '', matched: 'birth_date' });
  const confirmed = await who.post(`${call}/identity`, { matched: 'address' });
  assert.equal(confirmed.statusCode, 303, confirmed.body);
  await who.post(`${call}/words`, { words });
  return call;
}

const page = async (who: SignedIn, url: string): Promise<string> => {
  const answer = await who.get(url);
  assert.equal(answer.statusCode, 200, answer.body);
  return answer.body;
};
const field = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? assert.fail(`no ${name} on the page`);

describe('A call', () => {
  test('goes from its start to a booking: who, words, offers, a time chosen, what to say, and the next', async () => {
    const call = await begin(navigator);
    assert.match(await page(navigator, call), /Who is it\?/);
    const found = await navigator.post(`${call}/find`, { typed: '2 1 1950 fam' });
    assert.match(found.body, /Given 1 Family/);
    const patient = field(found.body, 'patient');
    await navigator.post(`${call}/patient`, { patient, matched: 'birth_date' });
    await navigator.post(`${call}/identity`, { matched: 'nhs_number' });
    await navigator.post(`${call}/words`, { words: 'Sore knee since Tuesday, I can walk on it' });
    const offers = await page(navigator, call);
    assert.match(offers, /It is her/);
    assert.match(offers, /own GP/);
    const booked = await navigator.post(`${call}/book`, { key: field(offers, 'key'), offer: field(offers, 'offer') });
    assert.equal(booked.statusCode, 303, booked.body);
    const done = await page(navigator, call);
    assert.match(done, /Booked/);
    assert.match(done, /Next call/);
  });
});
