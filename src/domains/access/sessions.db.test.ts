import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Actor } from '#platform/auth/actor.ts';
import { transaction } from '#platform/db/transaction.ts';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { joined, somebody } from '../../../test/support/more-people.ts';
import { signIn, type SignedIn } from '../../../test/support/signed-in.ts';
import { as, id, smallWorld, type World } from '../../../test/support/world.ts';
import { openSessions } from './commands/session.ts';
import { sessionsOn } from './queries/session.ts';
import type { SessionFields } from './session-plan.ts';

const now = Temporal.Now.instant();
const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
const monday = today.add({ days: 8 - today.dayOfWeek });

describe('Sessions entered by people', async () => {
  const database = await testDatabase();
  const { db } = database;
  const { app } = await testApp(database);
  let world: World;
  let workforce: Actor;
  let manager: Actor;
  let desk: SignedIn;

  before(async () => {
    world = await smallWorld(database);
    workforce = await somebody(database, world, { n: 21, role: 'workforce' });
    manager = await somebody(database, world, { n: 22, role: 'practice_manager', practiceId: 'XA001' });
    await joined(database, world, ['shared_workforce', 'XA001', 'XA002']);
    desk = await signIn(app, db, workforce);
  });

  const fields = (change: SessionFields = {}): SessionFields => ({
    ...{ practice: 'XA001', clinician: world.clinicians[0] ?? '', mode: 'telephone', kind: 'ordinary' },
    ...{ day: monday.toString(), from: '08:30', to: '12:40', slot: '10', weeks: '1', ...change },
  });
  /** The same as a page's form sends it. */
  const typed = ({ day = '', ...others }: SessionFields): Record<string, string> => {
    const [year = '', month = '', date = ''] = day.split('-');
    const texts: Record<string, string> = {};
    for (const [name, value] of Object.entries(others)) texts[name] = value ?? '';
    return { ...texts, 'day-day': date, 'day-month': month, 'day-year': year };
  };
  const open = (who: Actor, change: SessionFields = {}) => openSessions(as(db, who), fields(change), now);
  const kindOf = async (opening: ReturnType<typeof open>) => {
    const answer = await opening;
    return answer.ok ? 'opened' : answer.error.kind;
  };
  const countOn = async (day: Temporal.PlainDate) =>
    (await transaction(as(db, workforce), (tx) => sessionsOn(tx, { day, practice: '' }))).length;

  test('are opened in the role the clinician has, at the practice’s local time', async () => {
    const opened = await open(workforce);
    assert.ok(opened.ok);
    const [session] = await transaction(as(db, workforce), (tx) => sessionsOn(tx, { day: monday, practice: 'XA001' }));
    assert.ok(session);
    assert.equal(session.roleName, 'GP');
    assert.equal(session.startsAt.toZonedDateTimeISO('Europe/London').toPlainTime().toString(), '08:30:00');
    assert.deepEqual([session.bookings, session.taken, session.status], [0, 0, 'open']);
  });

  test('of one clinician never overlap, and a refused run opens nothing of itself', async () => {
    const before = await countOn(monday.add({ weeks: 1 }));
    const again = await open(workforce, { practice: 'XA002', from: '12:00', to: '16:00', weeks: '3' });
    assert.ok(!again.ok && again.error.kind === 'overlap');
    assert.deepEqual(again.error.days.map(String), [monday.toString()]);
    assert.equal(await countOn(monday.add({ weeks: 1 })), before);
    assert.equal(await kindOf(open(workforce, { from: '12:40', to: '16:50' })), 'opened');
  });

  test('entered at the same instant are opened once', async () => {
    const day = monday.add({ weeks: 5 }).toString();
    const kinds = await Promise.all(Array.from({ length: 12 }, () => kindOf(open(workforce, { day }))));
    assert.equal(kinds.filter((kind) => kind === 'opened').length, 1, kinds.join());
    assert.equal(kinds.filter((kind) => kind === 'overlap').length, 11);
  });

  test('are opened by a manager for the own practice and its own clinicians alone', async () => {
    const day = monday.add({ days: 1 }).toString();
    const [own, , others] = world.clinicians;
    assert.equal(await kindOf(open(manager, { day, practice: 'XA002' })), 'no-such-practice');
    assert.equal(await kindOf(open(manager, { day, clinician: others ?? '' })), 'no-such-clinician');
    assert.equal(await kindOf(open(manager, { day, clinician: own ?? '' })), 'opened');
  });

  test('are not opened where the practice has not joined shared workforce, nor for its people', async () => {
    assert.equal(await kindOf(open(workforce, { practice: 'XA003' })), 'no-such-practice');
    assert.equal(await kindOf(open(workforce, { clinician: world.clinicians[4] ?? '' })), 'no-such-clinician');
    assert.equal(await kindOf(open(workforce, { site: id(9, 9) })), 'no-such-site');
  });

  test('are not opened after the clinician has left', async () => {
    const leaver = world.clinicians[1] ?? '';
    await transaction(as(db, workforce), (tx) =>
      tx.rows(sql`update workforce.clinician set valid_to = ${monday.add({ weeks: 1 })} where id = ${leaver}`),
    );
    assert.equal(await kindOf(open(workforce, { clinician: leaver, weeks: '2' })), 'not-here-then');
    assert.equal(await kindOf(open(workforce, { clinician: leaver })), 'opened');
  });

  test('are listed by day with what was left out of a run, and as CSV', async () => {
    const posted = await desk.post(
      '/sessions',
      typed(fields({ day: monday.add({ weeks: 8 }).toString(), weeks: '2' })),
    );
    assert.equal(posted.statusCode, 303, posted.body);
    const page = await desk.get(posted.headers.location ?? '');
    assert.equal(page.statusCode, 200);
    assert.match(page.body, /2 sessions opened|1 session opened/);
    assert.match(page.body, /Dr 1/);
    const csv = await desk.get(`/sessions.csv?day=${monday.toString()}`);
    assert.match(csv.body, /Dr 1,GP,08:30,12:40,by telephone,ordinary,10,25,0,open,no/);
  });

  test('are opened at the practice somebody chooses, where they open them at many', async () => {
    const which = (await desk.get('/sessions/new')).body;
    assert.match(which, /id="practice"[^>]*>\s*<option value="">Choose a practice/);
    const unsaid = (await desk.get('/sessions/new?practice=')).body;
    assert.match(unsaid, /id="practice-error"[^]*Choose a practice/);
    assert.match((await desk.get('/sessions/new?practice=XA002')).body, /Open a session at Practice 2/);
  });

  test('are counted of practices that are named by their agreement, which two roles see by different ones', async () => {
    assert.match((await desk.get('/sessions')).body, /Counted at the 2 practices that have joined shared workforce/);
    const operations = await signIn(app, db, world.actors.operations);
    assert.match((await operations.get('/sessions')).body, /Counted at the 2 practices that have joined hub booking/);
    const own = await signIn(app, db, manager);
    assert.doesNotMatch((await own.get('/sessions')).body, /Counted at/);
  });

  test('keep what was typed when something is wrong', async () => {
    const wrong = await desk.post('/sessions', typed(fields({ slot: 'ten', to: '08:00' })));
    assert.equal(wrong.statusCode, 422);
    assert.match(wrong.body, /There is a problem/);
    assert.match(wrong.body, /value="ten"/);
    assert.equal((await desk.post('/sessions', { from: 'x'.repeat(5000) })).statusCode, 400);
    assert.equal((await desk.post('/sessions', {})).statusCode, 422);
    assert.equal((await desk.post(`/sessions/${id(8, 99)}/cancel`)).statusCode, 404);
  });
});
