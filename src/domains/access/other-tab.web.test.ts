import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findSession, openSession, revokeSession } from '#platform/auth/session-store.ts';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { callAbout, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn, signInPatient } from '../../../test/support/signed-in.ts';
import { smallWorld, standing } from '../../../test/support/world.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 4 });
const { app } = await testApp(base);
const me = await signIn(app, base.db, world.actors.navigator);
const danger = 'crushing chest pain and his left arm is numb';
const flagsOf = (call: string) =>
  standing(base.owner, sql`select from access.red_flag where request_id = ${call.slice('/calls/'.length)}`);

describe('A page left open in another tab', () => {
  const open = (personId: string, before?: string) =>
    openSession(base.db, { personId, roleHeldId: null, hours: 10, before });
  const csrfOf = async (token: string) => (await findSession(base.db, token, { staff: 10, patient: 10 }))?.csrf ?? '';
  const [mine, other] = [world.actors.navigator.personId ?? '', world.actors.clinician.personId ?? ''];

  test('stays good when its person unlocks or signs in again in the same browser, and for nobody else', async () => {
    const first = await open(mine);
    const csrf = await csrfOf(first);
    const session = await findSession(base.db, first, { staff: 10, patient: 10 });
    assert.ok(session && csrf !== '');
    await revokeSession(base.db, session);
    assert.equal(await csrfOf(await open(mine, first)), csrf);
    assert.notEqual(await csrfOf(await open(other, first)), csrf, 'another person at the same screen');
    assert.notEqual(await csrfOf(await open(mine)), csrf, 'another browser');
    const asPatient = await openSession(base.db, {
      personId: mine,
      roleHeldId: null,
      hours: 1,
      patient: true,
      before: first,
    });
    assert.notEqual(await csrfOf(asPatient), csrf, 'as a patient they are somebody else');
    await base.owner.rows(
      sql`update platform.session set revoked_at = now() - interval '2 days' where csrf = ${csrf} and revoked_at is not null`,
    );
    assert.notEqual(await csrfOf(await open(mine, first)), csrf, 'two days later');
  });

  test('whose form is nobody’s any more keeps nothing and alerts nobody, but whoever sits there is told of the danger', async () => {
    const call = await callAbout(me, world.patients[0], { words: 'Sore knee' });
    const old = { _csrf: 'of-another-session', words: `Sore knee, ${danger}` };
    const post = (accept: string, who = me) =>
      who.post(`${call}/words`, old, accept).then(async (sent) => ({ sent, flags: (await flagsOf(call)).length }));
    const shown = await post('text/html');
    assert.equal(shown.sent.headers.location, '/kept-forms?advice=ambulance');
    assert.match(await page(me, '/kept-forms?advice=ambulance'), /rings 999 now/);
    const { goTo, kept } = (await post('application/json')).sent.json<{ goTo: string; kept: boolean }>();
    assert.deepEqual([goTo, kept, shown.flags], ['/kept-forms?advice=ambulance', false, 0]);
    const harmless = await me.post(`${call}/words`, { ...old, words: 'Sore knee since Monday' });
    assert.equal(harmless.statusCode, 403);
    assert.match(harmless.body, /out of date/);
  });

  test('a patient’s too is told where to turn, on a page that is theirs', async () => {
    const patient = await signInPatient(app, base.db, world.patients[1] ?? '');
    const sent = await patient.post('/my/ask', { _csrf: 'old', words: danger, for: world.patients[1] ?? '' });
    assert.equal(sent.headers.location, '/my/sign-in?advice=ambulance');
    const told = await patient.get('/my/sign-in?advice=ambulance');
    assert.equal(told.statusCode, 200);
    assert.match(told.body, /999/);
  });
});

test('Why somebody is sent to 111 is heard although another field is missing', async () => {
  const call = await callAbout(me, world.patients[2], { words: 'Sore knee' });
  const refused = await me.post(`${call}/to-111`, {
    reason: danger,
    decider: '',
    decidedBy: '',
    icbTold: '',
    icbAt: '',
  });
  assert.notEqual(refused.statusCode, 200);
  assert.equal((await flagsOf(call)).length > 0, true, refused.body.slice(0, 200));
});
