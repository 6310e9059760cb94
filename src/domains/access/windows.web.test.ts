import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testApp } from '../../../test/support/app.ts';
import { page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { arrange, as, id, smallWorld, standing } from '../../../test/support/world.ts';
import { windowAt } from './offer/call-window.ts';
import { offerTerms } from './queries/offers.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 1 });
const { app } = await testApp(base);
after(() => app.close());
const governor = { ...world.actors.operations, personId: id(3, 50), roleHeldId: id(4, 50), role: 'governance' };
await arrange(base.owner, async (run) => {
  await run(sql`insert into network.person values (${governor.personId}, ${world.groupId}, 'Governor', null, true)`);
  await run(
    sql`insert into network.role_held values (${governor.roleHeldId}, ${governor.personId}, ${world.groupId}, null, null, 'governance', '2020-01-01')`,
  );
});
const operations = await signIn(app, base.db, world.actors.operations);
const governance = await signIn(app, base.db, governor);
const desk = await signIn(app, base.db, world.actors.navigator);
const today = Temporal.Now.plainDateISO('Europe/London');
const begins = today.add({ days: 3 });
const typed = (more: object) => ({
  ...{ mode: 'telephone', kind: 'telephone_list', minutes: '60', why: 'Board, 3 March' },
  ...{ 'from-day': String(begins.day), 'from-month': String(begins.month), 'from-year': String(begins.year) },
  ...more,
});
const decidePath = (html: string): string => /\/windows\/[0-9a-f-]{36}\/decide/.exec(html)?.[0] ?? '';

/** How long a window of a telephone list is on a day, in minutes; undefined where the time is told. */
async function toldOn(day: Temporal.PlainDate, mode = 'telephone'): Promise<number | undefined> {
  const { windows } = await transaction(as(base.db, world.actors.operations), (tx) => offerTerms(tx, day));
  const startsAt = day.toZonedDateTime({ timeZone: 'Europe/London', plainTime: '09:00' }).epochMilliseconds;
  const place = { mode, day: day.toString(), startsAt, endsAt: startsAt + 12 * 3_600_000 };
  const window = windowAt(startsAt, { place, kind: 'telephone_list', rules: windows ?? [] });
  return window && (window.until - window.from) / 60_000;
}

describe('Who is told a window instead of a time', () => {
  test('is shown with where it comes from, to those who set it', async () => {
    assert.match(await page(operations, '/windows'), /By telephone, telephone list[^]*a window of 90 minutes/);
    assert.match(await page(operations, '/windows'), /what every group begins with/);
    assert.equal((await desk.get('/windows')).statusCode, 403);
    assert.match(await page(operations, '/fullness'), /href="\/windows"/);
  });

  test('is tried out on a morning before anything changes', async () => {
    const tried = await operations.post('/windows', typed({ do: 'try' }));
    assert.match(tried.body, /nothing has changed[^]*09:00 to 10:00[^]*11:00 to 12:00/);
    assert.match((await operations.post('/windows', typed({ minutes: '', do: 'try' }))).body, /the time itself/);
    assert.equal((await standing(base.owner, sql`select from access.rule_proposal`)).length, 0);
  });

  test('names what cannot be taken, and keeps what was typed', async () => {
    const odd = await operations.post('/windows', typed({ minutes: '7', mode: 'pigeon', why: '', do: 'propose' }));
    assert.equal(odd.statusCode, 422);
    for (const fault of ['Choose how people are seen', 'whole number from 15 to 240', 'Say why, and who decided it'])
      assert.ok(odd.body.includes(fault), fault);
    assert.match(odd.body, /value="7"/);
    assert.equal((await operations.post('/windows', typed({ kind: 'none such', do: 'propose' }))).statusCode, 422);
  });

  test('is proposed by one person, approved by another, and holds from its day on', async () => {
    assert.equal((await operations.post('/windows', typed({ do: 'propose' }))).statusCode, 303);
    assert.match(await page(operations, '/windows'), /You proposed it, so another person/);
    const decide = decidePath(await page(governance, '/windows'));
    assert.equal((await operations.post(decide, { decision: 'approved', note: 'Mine' })).statusCode, 422);
    assert.equal((await governance.post(decide, { decision: 'approved', note: 'Agreed' })).statusCode, 303);
    assert.equal(await toldOn(begins.subtract({ days: 1 })), 90);
    assert.equal(await toldOn(begins), 60);
    assert.match(
      (await operations.post('/windows', typed({ do: 'propose' }))).body,
      /Another version begins on that day/,
    );
    assert.equal(
      (await operations.post('/windows', typed({ mode: 'video', kind: '', do: 'propose' }))).statusCode,
      303,
    );
    const other = decidePath(await page(governance, '/windows'));
    assert.equal((await governance.post(other, { decision: 'approved', note: 'Video too' })).statusCode, 303);
    assert.equal(await toldOn(begins, 'video'), 60);
    assert.doesNotMatch(await page(operations, '/ranking'), /Board, 3 March/, 'the page of weights lists its own');
  });
});
