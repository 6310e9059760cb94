import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { joined, somebody } from '../../../test/support/more-people.ts';
import { signIn, type SignedIn } from '../../../test/support/signed-in.ts';
import { smallWorld } from '../../../test/support/world.ts';

const day = Temporal.Now.zonedDateTimeISO('Europe/London').toPlainDate().add({ days: 2 });
const heading = 'Session Holder,Date,Start,Minutes,Status,Type';
const row = (time: string, state = 'Booked'): string => `=SMITH,${day.toString()},${time},10,${state},Routine`;
const sample = [heading, row('09:00'), row('09:10', 'Available'), row('09:20', 'Wobbly')].join('\n');

describe('The pages of books of other systems', async () => {
  const database = await testDatabase();
  const { app } = await testApp(database);
  let desk: SignedIn;

  before(async () => {
    const world = await smallWorld(database);
    const workforce = await somebody(database, world, { n: 21, role: 'workforce' });
    await joined(database, world, ['shared_workforce', 'XA001', 'XA002']);
    desk = await signIn(app, database.db, workforce);
  });

  test('lead from an example over the guesses to a preview, and only then to a reading', async () => {
    assert.match((await desk.get('/books')).body, /No book of another system is known/);
    assert.match(
      (await desk.post('/books', { practice: 'XA003', name: '' })).body,
      /Choose a practice whose sessions you see/,
    );
    const added = await desk.post('/books', { practice: 'XA001', name: 'Own appointments', system: 'Test' });
    assert.equal(added.statusCode, 303, added.body);
    const at = added.headers.location ?? '';
    assert.match((await desk.get(at)).body, /Never read/);
    assert.match((await desk.get('/clinicians')).body, /unverified/, 'nobody knows what is booked there');
    assert.match(
      (await desk.get('/limits')).body,
      /Limits that are unverified[\s\S]*Own appointments[\s\S]*never read/,
    );
    assert.match((await desk.post(`${at}/example`, { sample: 'no csv' })).body, /that is no CSV/);
    const guessed = await desk.post(`${at}/example`, { sample });
    assert.match(guessed.body, /<option value="Session Holder" selected>/);
    assert.match(guessed.body, /“Wobbly”/);
    const columns = {
      'column-clinician': 'Session Holder',
      'column-date': 'Date',
      'column-time': 'Start',
      'column-minutes': 'Minutes',
    };
    const words = { 'word-0': 'Booked', 'state-0': 'booked', 'word-1': 'Available', 'state-1': 'free' };
    const lacking = await desk.post(`${at}/mapping`, { sample, ...columns, dates: 'ymd', ...words });
    assert.match(lacking.body, /Say which column tells whether a slot is taken/);
    const saved = await desk.post(`${at}/mapping`, {
      sample,
      ...columns,
      'column-state': 'Status',
      dates: 'ymd',
      ...words,
    });
    assert.equal(saved.statusCode, 303, saved.body);
    const refused = await desk.post(`${at}/import`, { content: sample });
    assert.equal(refused.statusCode, 422);
    assert.match(refused.body, /has a word nobody has said the meaning of/);
    const broken = await desk.post(`${at}/import`, { content: `${heading}\n"a"b,c` });
    assert.equal(broken.statusCode, 422);
    assert.match(broken.body, /CSV/);
    assert.equal((await desk.post(`${at}/import`, { content: '<b>&"' })).statusCode, 422);
    const nobody = '01900009-0000-7000-8000-000000000009';
    assert.equal((await desk.post(`${at}/names`, { [nobody]: nobody })).statusCode, 422);
    const content = [heading, row('09:00'), row('09:10', 'Available')].join('\n');
    const looked = await desk.post(`${at}/import`, { content });
    assert.match(looked.body, /<b>2<\/b> new/);
    assert.match((await desk.get(at)).body, /Never read/, 'a preview saves nothing');
    assert.equal((await desk.post(`${at}/import`, { content, save: 'yes' })).statusCode, 303);
    const read = await desk.get(at);
    assert.match(read.body, /1 name nobody has matched/);
    assert.match((await desk.get('/books')).body, /All books are fresh/);
    assert.match((await desk.get(`/sessions?day=${day.toString()}`)).body, /In books of other systems/);
  });
});
