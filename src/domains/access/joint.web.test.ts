import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { callAbout, field, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { arrange, id, openSessionFor, smallWorld, standing } from '../../../test/support/world.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 6 });
let now = Temporal.Now.instant();
const { app } = await testApp(base, { now: () => now });
const navigator = await signIn(app, base.db, world.actors.navigator);
const clinician = await signIn(app, base.db, world.actors.clinician);
const start = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 1 }).withPlainTime('09:00');
// The clinician who is signed in is the first of the two, so whoever leads they are on the list.
for (const who of [0, 1])
  await openSessionFor(base, {
    ...{
      n: who + 1,
      clinician: world.clinicians[who] ?? '',
      startsAt: start.toInstant(),
      minutes: 60,
      slotMinutes: 15,
    },
  });
const begun = (patient: number): Promise<string> =>
  callAbout(navigator, world.patients[patient], { words: 'sick note', practice: 'XA001' });
const pairsOf = (html: string): string[] =>
  [...html.matchAll(/name="pair" value="([^"]+)"/g)].map(([, one = '']) => one);

describe('Two clinicians at once', () => {
  test('are looked for by the role that joins, booked together, and said on every page and to both', async () => {
    const call = await begun(0);
    assert.match(await page(navigator, `${call}/none`), /Two clinicians at once/);
    const html = await page(navigator, `${call}/joint?role=gp`);
    const [pair = ''] = pairsOf(html);
    const form = { key: field(html, 'key'), state: field(html, 'state'), page: field(html, 'page'), role: 'gp' };
    assert.equal((await navigator.post(`${call}/joint`, form)).statusCode, 422, 'nothing chosen');
    const booked = await navigator.post(`${call}/joint`, { ...form, pair });
    assert.equal(booked.statusCode, 303, booked.body);
    const done = await page(navigator, call);
    assert.match(done, /Dr \d and Dr \d/);
    assert.doesNotMatch(done, /Move it to another time/, 'the move would be of one of them alone');
    const [written] = await standing<{ body: string; clinician_id: string }>(
      base.owner,
      sql`select m.body, b.clinician_id from access.message m join access.booking b on b.id = m.booking_id where m.patient_id = ${world.patients[0]}`,
    );
    assert.match(written?.body ?? '', /Dr \d and Dr \d/);
    now = start.subtract({ hours: 1 }).toInstant();
    const mine = await page(clinician, '/my-day');
    assert.match(
      mine,
      written?.clinician_id === world.clinicians[0] ? /With <b>Dr 2<\/b>/ : /You join <b>Dr 2<\/b>, who leads/,
    );
    assert.match(mine, /1 of 25 people today/);
    now = Temporal.Now.instant();

    const other = await begun(1);
    assert.ok(!pairsOf(await page(navigator, `${other}/joint?role=gp`)).includes(pair));
    const late = await navigator.post(`${other}/joint`, { ...form, key: 'another key', state: '', pair });
    assert.equal(late.statusCode, 422);
  });

  test('have a room as well where the session of who leads needs one, and are not booked without', async () => {
    await arrange(base.owner, async (run) => {
      const plan = JSON.stringify([{ kind: 'pre_bookable', from: 0, to: 60, minutes: 15, places: 1 }]);
      await run(sql`update access.session set plan = ${plan}::jsonb, needs_room = true`);
    });
    const call = await begun(2);
    assert.deepEqual(pairsOf(await page(navigator, `${call}/joint?role=gp`)), [], 'there is no room');
    await arrange(base.owner, async (run) => {
      await run(
        sql`insert into access.room (id, group_id, practice_id, name, valid_from) values (${id(12, 1)}, ${world.groupId}, 'XA001', 'Room 4', '2020-01-01')`,
      );
    });
    const html = await page(navigator, call);
    const form = /<form class="offers"[\s\S]*?<\/form>/.exec(html)?.[0] ?? assert.fail();
    const sent = {
      key: field(form, 'key'),
      state: field(form, 'state'),
      page: field(form, 'page'),
      offer: field(form, 'offer'),
    };
    const booked = await navigator.post(`${call}/book`, sent);
    assert.equal(booked.statusCode, 303, booked.body);
    assert.match(await page(navigator, call), /Room 4/);
  });
});
