import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { clockBeforeNight, testApp } from '../../../test/support/app.ts';
import { callAbout, field, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { openSessionFor, smallWorld } from '../../../test/support/world.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 3 });
const { app } = await testApp(base, { now: clockBeforeNight });
const navigator = await signIn(app, base.db, world.actors.navigator);
const tomorrow = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 1 }).withPlainTime('09:00');
await openSessionFor(base, {
  n: 1,
  clinician: world.clinicians[0] ?? '',
  startsAt: tomorrow.toInstant(),
  minutes: 180,
  slotMinutes: 15,
});

const questioned = async (call: string, said: 'yes' | 'no'): Promise<string> => {
  await navigator.post(`${call}/answer`, { question: field(await page(navigator, call), 'question'), said });
  return page(navigator, call);
};
/** A visit of a patient's, booked on a call of its own; its address. */
const booked = async (patient: string | undefined): Promise<string> => {
  const call = await callAbout(navigator, patient, { words: 'a mole on my arm' });
  const offered = await questioned(call, 'no');
  const names = ['key', 'offer', 'state', 'page'] as const;
  const form = Object.fromEntries(
    names.map((name) => [name, field(/<form class="offers"[\s\S]*/.exec(offered)?.[0] ?? '', name)]),
  );
  const taken = await navigator.post(`${call}/book`, form);
  assert.equal(taken.statusCode, 303, taken.body);
  assert.match(await page(navigator, call), /That is booked for tomorrow, \w+day/);
  const [visit] = await base.owner.rows<{ id: string }>({
    text: `select id from access.booking where patient_id = $1`,
    values: [patient],
  });
  return `/visits/${visit?.id ?? assert.fail('nothing was booked')}`;
};

describe('Somebody who rings about a visit they have', () => {
  test('is shown it with its ways on, is offered no doctor, and the navigator finds the way back to the call', async () => {
    const visit = await booked(world.patients[0]);
    const call = await callAbout(navigator, world.patients[0], { words: 'I want to cancel my appointment tomorrow' });
    const html = await questioned(call, 'no');
    assert.match(html, /<h2>\w+ visits to come<\/h2>/);
    assert.match(html, new RegExp(`href="${visit}/move"[^>]*><kbd aria-hidden="true">m</kbd><span>Find another time`));
    assert.match(html, new RegExp(`href="${visit}#cancel"[^>]*><kbd aria-hidden="true">o</kbd><span>Cancel it`));
    assert.doesNotMatch(html, /class="offer"/);
    const shown = await page(navigator, visit);
    assert.match(shown, /id="cancel"/);
    assert.match(shown, new RegExp(`href="${call}"[^>]*>Back to the call`));
    await navigator.post(`${visit}/cancel`, { reason: 'they asked' });
    assert.match(await page(navigator, visit), new RegExp(`href="${call}"[^>]*>Back to the call`));
    const after = await page(navigator, call);
    assert.match(after, /No visit to come is known here/);
    await navigator.post(`${call}/end`, { outcome: 'admin', state: field(after, 'state'), page: field(after, 'page') });
    assert.match(await page(navigator, call), /Dealt with as administration/);
    assert.doesNotMatch(await page(navigator, visit), /Back to the call/);
  });

  test('and whose need has grown is offered somebody today instead', async () => {
    const call = await callAbout(navigator, world.patients[1], { words: 'please move my appointment' });
    const html = await questioned(call, 'yes');
    assert.doesNotMatch(html, /visits to come/);
    assert.match(html, /Somebody should hear about that today/);
  });
});
