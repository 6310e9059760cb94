import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { callAbout, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { openSessionFor, smallWorld } from '../../../test/support/world.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 2 });
const { app } = await testApp(base);
const navigator = await signIn(app, base.db, world.actors.navigator);

const firstDay = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 1 }).withPlainTime('09:00');
const days = 10;
for (let day = 0; day < days; day += 1)
  await openSessionFor(base, {
    n: day + 1,
    clinician: world.clinicians[0] ?? '',
    startsAt: firstDay.add({ days: day }).toInstant(),
    minutes: 180,
    slotMinutes: 15,
  });

/** The addresses of the times on a page, and of its links that go on. */
const timesOn = (html: string): string[] => [...html.matchAll(/\?offer=([^"]+)"/g)].map(([, one = '']) => one);
const linkOn = (html: string, words: RegExp): string =>
  [...html.matchAll(/<a[^>]*href="([^"#]*)#places"[^>]*>([\s\S]*?)<\/a>/g)]
    .find(([, , says = '']) => words.test(says))?.[1]
    ?.replaceAll('&amp;', '&') ?? '';

describe('The longer list of places', () => {
  test('goes on by a link to week two, and back', async () => {
    const call = await callAbout(navigator, world.patients[0], { words: 'I need a sick note' });
    const first = await page(navigator, `${call}/none`);
    const onward = linkOn(first, /More places/);
    assert.notEqual(onward, '', 'more places are a link');
    const second = await page(navigator, onward);
    assert.equal(timesOn(second).filter((one) => timesOn(first).includes(one)).length, 0);
    assert.equal(
      new Set([...timesOn(first), ...timesOn(second)].map((one) => one.split('_')[0])).size,
      days,
      'every day is on one of them',
    );
    assert.match(second, /id="more"[\s\S]*Earlier places/);
    assert.match(await page(navigator, `${call}/none?page=99`), /Earlier places/, 'beyond the end is the last page');
    // A time of week two comes back to the call, chosen.
    assert.match(await page(navigator, `${call}?offer=${timesOn(second)[0] ?? ''}`), /id="offer-\d"[^>]*checked/);
  });

  test('opens to every time of a day', async () => {
    const call = await callAbout(navigator, world.patients[1], { words: 'I need a sick note' });
    const first = await page(navigator, `${call}/none`);
    const ofDay = linkOn(first, /^and \d+ more/);
    assert.match(ofDay, /\?day=\d{4}-\d\d-\d\d$/);
    const all = await page(navigator, ofDay);
    assert.equal(timesOn(all).length, 12);
    assert.match(all, /Every place on/);
  });
});
