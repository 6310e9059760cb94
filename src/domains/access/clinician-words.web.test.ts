import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { callAbout, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn, type SignedIn } from '../../../test/support/signed-in.ts';
import { smallWorld } from '../../../test/support/world.ts';

describe('What a clinician writes of a request', async () => {
  const base = await testDatabase();
  const { app } = await testApp(base);
  const world = await smallWorld(base, { patients: 8 });
  const desk = {} as Record<'clinician' | 'navigator', SignedIn>;

  before(async () => {
    desk.clinician = await signIn(app, base.db, world.actors.clinician);
    desk.navigator = await signIn(app, base.db, world.actors.navigator);
  });

  interface Flagged {
    readonly category: string;
    readonly open: boolean;
  }
  const flags = (call: string): Promise<Flagged[]> =>
    base.owner.rows(sql`select f.category, f.closed_at is null as open from access.red_flag f
      where f.request_id = ${call.replace('/calls/', '')} order by f.raised_at, f.category`);
  const status = async (call: string): Promise<string> =>
    (
      await base.owner.one<{ status: string }>(
        sql`select status from access.request where id = ${call.replace('/calls/', '')}`,
      )
    ).status;
  const noted = async (subject: string): Promise<number> =>
    (
      await base.owner.one<{ count: number }>(
        sql`select count(*)::int as count from audit.event where subject = ${subject}`,
      )
    ).count;

  /** A question put to the duty clinician about a request; answers where its answer is sent. */
  async function asked(n: number): Promise<{ call: string; url: string }> {
    const call = await callAbout(desk.navigator, world.patients[n], { words: 'sick note, back at work on Monday' });
    await desk.navigator.post(`${call}/ask-duty`, { question: `A note for number ${n}?` });
    const html = await page(desk.clinician, '/red-flags');
    const from = html.indexOf(`A note for number ${n}?`);
    const [url] = /\/duty-questions\/[0-9a-f-]{36}\/answer/.exec(html.slice(from)) ?? assert.fail('no question');
    return { call, url };
  }

  /** A request under a red flag; answers where it is closed. */
  async function flagged(n: number): Promise<{ call: string; url: string }> {
    const call = await callAbout(desk.navigator, world.patients[n], {
      words: 'crushing chest pain going down my left arm',
    });
    const { id } = await base.owner.one<{ id: string }>(
      sql`select f.id from access.red_flag f where f.request_id = ${call.replace('/calls/', '')} and f.closed_at is null limit 1`,
    );
    return { call, url: `/red-flags/${id}/close` };
  }

  const danger = 'She told me her face has dropped on one side and her speech is slurred';

  test('is sent at once where it names no danger, or one that is denied', async () => {
    const { call, url } = await asked(0);
    const sent = await desk.clinician.post(url, { answer: 'No chest pain and no weakness. A note is ready tomorrow' });
    assert.equal(sent.statusCode, 303);
    assert.deepEqual(await flags(call), []);
  });

  test('is asked about once where an answer names a danger nobody raised, and nothing is kept before that', async () => {
    const { call, url } = await asked(1);
    const first = await desk.clinician.post(url, { answer: danger });
    assert.equal(first.statusCode, 422);
    assert.match(first.body, /You wrote words that may mean danger[^]*Raise a red flag, or send as it is\?/);
    assert.match(first.body, /value="She told me her face has dropped/);
    assert.doesNotMatch(await page(desk.navigator, call), /her face has dropped/);
    const [, of = ''] = /name="of" value="([^"]+)"/.exec(first.body) ?? [];
    assert.equal((await desk.clinician.post(url, { answer: danger, heard: 'raise', of })).statusCode, 303);
    assert.deepEqual(await flags(call), [{ category: 'stroke', open: true }]);
    assert.equal(await status(call), 'red_flag');
    assert.match(await page(desk.navigator, call), /class="stop__why">[^<]*stroke/i);
    assert.deepEqual(
      await base.owner.rows(
        sql`select answer from access.duty_question where request_id = ${call.replace('/calls/', '')}`,
      ),
      [{ answer: danger }],
    );
    assert.equal(await noted('red flag raised by a clinician'), 1);
  });

  test('is sent as it is on the clinician’s word, which stands in the audit', async () => {
    const { call, url } = await asked(2);
    assert.equal((await desk.clinician.post(url, { answer: danger, heard: 'as-it-is', of: 'stroke' })).statusCode, 303);
    assert.deepEqual(await flags(call), []);
    assert.equal(await noted('clinician’s words sent as they are'), 1);
  });

  test('is asked about again where other words were put in meanwhile', async () => {
    const { url } = await asked(3);
    const sent = await desk.clinician.post(url, { answer: danger, heard: 'as-it-is', of: 'chest-pain' });
    assert.equal(sent.statusCode, 422);
  });

  test('of a flag’s own danger is no news: the closing note is not asked about', async () => {
    const { call, url } = await flagged(4);
    const note = 'Crushing chest pain at rest, ambulance called and on the way';
    assert.equal((await desk.clinician.post(url, { note, next: 'ended', danger: 'yes' })).statusCode, 303);
    assert.equal(await status(call), 'ended');
  });

  test('of another danger in a closing note is asked about; raised, it keeps the request from ending', async () => {
    const { call, url } = await flagged(5);
    const body = { note: danger, next: 'ended', danger: 'no' };
    const first = await desk.clinician.post(url, body);
    assert.equal(first.statusCode, 422);
    assert.match(first.body, /name="next" value="ended"/);
    assert.ok((await flags(call)).every(({ open }) => open));
    assert.equal((await desk.clinician.post(url, { ...body, heard: 'raise', of: 'stroke' })).statusCode, 303);
    const stand = await flags(call);
    assert.deepEqual(
      stand.filter(({ open }) => open),
      [{ category: 'stroke', open: true }],
    );
    assert.ok(stand.some(({ open }) => !open));
    assert.equal(await status(call), 'red_flag');
  });
});
