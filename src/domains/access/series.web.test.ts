import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { callAbout, field, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { openSessionFor, smallWorld, standing } from '../../../test/support/world.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 6 });
const { app } = await testApp(base);
const navigator = await signIn(app, base.db, world.actors.navigator);
const stranger = await signIn(app, base.db, world.actors.navigatorOfC);
// A Tuesday whose next weeks have no bank holiday would not stay one: whatever falls out is said on the page.
const first = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 2 }).withPlainTime('09:00');
for (const week of [0, 1, 2])
  for (const days of [0, 1, 2, 3])
    await openSessionFor(base, {
      ...{ n: week * 4 + days + 1, clinician: world.clinicians[0] ?? '', minutes: 120, slotMinutes: 15 },
      startsAt: first.add({ weeks: week, days }).toInstant(),
    });
const begun = (patient: number): Promise<string> =>
  callAbout(navigator, world.patients[patient], { words: 'sick note', practice: 'XA001' });
/** The form of a page that books what it shows. */
function formOf(html: string): Record<string, string | string[]> {
  const form = /<form class="say"[\s\S]*?<\/form>/.exec(html)?.[0] ?? assert.fail(html);
  const names = ['key', 'offer', 'state', 'page', 'times', 'every', 'leeway', 'how'];
  const places = [...form.matchAll(/name="place" value="([^"]*)"/g)].map(([, value = '']) => value);
  return { ...Object.fromEntries(names.map((name) => [name, field(form, name)])), place: places };
}
const offerOf = (html: string): string => /series\?offer=([^"&]+)/.exec(html)?.[1] ?? assert.fail(html);

describe('Several visits, one after another', () => {
  test('are looked for from a first place, shown, booked together, and seen on the call and the visit', async () => {
    const call = await begun(0);
    assert.match(await page(navigator, `${call}/none`), /Several visits, one after another/);
    const offer = offerOf(await page(navigator, `${call}/series`));
    const shown = await page(navigator, `${call}/series?offer=${offer}&times=3&every=7&leeway=3&how=all`);
    const form = formOf(shown);
    assert.equal(form['place']?.length, 3);
    const booked = await navigator.post(`${call}/series`, form);
    assert.equal(booked.statusCode, 303, booked.body);
    const series = String(booked.headers.location);
    const again = await navigator.post(`${call}/series`, form);
    assert.equal(again.headers.location, series, 'the same form sent twice');
    const together = await page(navigator, series);
    assert.match(together, /3 visits to come for Given 1 Family/);
    assert.match(await page(navigator, call), /One of 3 visits booked together/);
    const visit = /href="(\/visits\/[0-9a-f-]+)"/.exec(together)?.[1] ?? assert.fail();
    assert.match(await page(navigator, visit), /One of 3 visits booked together/);
    const told = () =>
      standing<{ kind: string; body: string }>(
        base.owner,
        sql`select kind, body from access.message where patient_id = ${world.patients[0]} order by made_at, id`,
      );
    const [message, ...others] = await told();
    assert.deepEqual([message?.kind, others], ['series-booked', []]);
    assert.match(
      message?.body ?? '',
      /^Your 3 appointments: \w+day [^;]+; \w+day [^;]+; \w+day [^;]+\. Each time: [^.;]+\. You cannot come to one\?/,
    );
    assert.equal((await stranger.get(series)).statusCode, 404);

    assert.equal((await navigator.post(`${series}/cancel`, { reason: ' ' })).statusCode, 422);
    assert.equal((await navigator.post(`${series}/cancel`, { reason: 'Healed' })).statusCode, 303);
    assert.match(await page(navigator, series), /0 visits to come/);
    const [, gone, ...more] = await told();
    assert.deepEqual([gone?.kind, more], ['series-cancelled', []]);
    assert.match(gone?.body ?? '', /^These 3 appointments are cancelled: /);
  });

  test('of which some have no place are not booked as all or none, and say what could not be had as many as there are', async () => {
    const call = await begun(1);
    const offer = offerOf(await page(navigator, `${call}/series`));
    const asked = `${call}/series?offer=${offer}&times=5&every=7&leeway=3`;
    const whole = await page(navigator, `${asked}&how=all`);
    assert.match(whole, /2 of 5 have no place/);
    assert.doesNotMatch(whole, /Book all/);
    const form = formOf(await page(navigator, `${asked}&how=some`));
    const booked = await navigator.post(`${call}/series`, form);
    assert.equal(booked.statusCode, 303, booked.body);
    const together = await page(navigator, String(booked.headers.location));
    assert.match(together, /2 could not be had/);
    assert.match(together, /No place was free\./);
  });

  test('are refused on the page where a place was taken meanwhile, with nothing booked', async () => {
    const [mine, theirs] = [await begun(2), await begun(3)];
    const offer = offerOf(await page(navigator, `${mine}/series`));
    const asked = (call: string) => page(navigator, `${call}/series?offer=${offer}&times=2&every=7&leeway=3&how=all`);
    const [form, other] = [formOf(await asked(mine)), formOf(await asked(theirs))];
    assert.equal((await navigator.post(`${theirs}/series`, other)).statusCode, 303);
    const refused = await navigator.post(`${mine}/series`, form);
    assert.equal(refused.statusCode, 422);
    assert.match(refused.body, /Somebody has just taken that time/);
    assert.equal((await navigator.post(`${mine}/series`, { ...form, place: [] })).statusCode, 422);
  });

  test('are booked past an open red flag of another request only by the second step, with a reason', async () => {
    const danger = await callAbout(navigator, world.patients[4], { words: 'crushing chest pain', practice: 'XA001' });
    assert.match(await page(navigator, danger), /999/);
    const call = await begun(4);
    const offer = offerOf(await page(navigator, `${call}/series`));
    const form = formOf(await page(navigator, `${call}/series?offer=${offer}&times=2&every=7&leeway=3&how=all`));
    const stopped = await navigator.post(`${call}/series`, form);
    assert.equal(stopped.statusCode, 422);
    assert.match(stopped.body, /Speak to the duty doctor before you book/);
    const step =
      /<form class="form" method="post" action="[^"]*\/series"[\s\S]*?<\/form>/.exec(stopped.body)?.[0] ??
      assert.fail();
    const carried = [...step.matchAll(/name="place" value="([^"]*)"/g)].map(([, value = '']) => value);
    assert.deepEqual(carried, form['place']);
    const done = await navigator.post(`${call}/series`, {
      ...form,
      flags: field(step, 'flags'),
      despite: 'She asked for it',
    });
    assert.match(String(done.headers.location), /^\/series\//);
  });
});
