import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { keepForm } from '#platform/auth/kept-form.ts';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { begin, callAbout, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { somebody } from '../../../test/support/more-people.ts';
import { signIn, type SignedIn } from '../../../test/support/signed-in.ts';
import { arrange, id, smallWorld, standing } from '../../../test/support/world.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 4 });
const { app } = await testApp(base);
const person = world.actors.navigator.personId ?? '';
const danger = 'crushing chest pain and his left arm is numb';
const json = 'application/json';

interface Raised {
  readonly request: string;
  readonly level: string;
  readonly by: string | null;
  readonly notes: string;
  readonly words: string;
  readonly taken: string | null;
}

/** The open flags of one call, or of all. */
async function flags(call?: string): Promise<Raised[]> {
  let rows: Raised[] = [];
  await arrange(base.owner, async (run) => {
    const found =
      await run(sql`select f.request_id as request, f.level, f.raised_by as by, r.notes, r.words, r.taken_by as taken from access.red_flag f
      join access.request r on r.id = f.request_id where f.closed_at is null
      ${call === undefined ? sql`` : sql`and f.request_id = ${call.slice('/calls/'.length)}`}`);
    ({ rows } = found as { rows: Raised[] });
  });
  return rows;
}

const lock = (who: SignedIn): Promise<unknown> =>
  base.owner.rows(sql`update platform.session set locked_at = now() where csrf = ${who.csrf}`);
const end = (who: SignedIn): Promise<unknown> =>
  base.owner.rows(sql`update platform.session set revoked_at = now() where csrf = ${who.csrf}`);
const clear = (): Promise<unknown> => standing(base.owner, sql`delete from platform.kept_form`);

/** That a page says 999 and nothing of the words or the patient. */
function tells999(html: string): void {
  assert.match(html, /rings 999 now/);
  assert.doesNotMatch(html, /chest|crushing|Given|Family|\/calls\//);
}

void describe('A form kept while the screen is locked', () => {
  void test('raises its red flag at once on the request it belongs to, and the locked screen says 999 and no word of it', async () => {
    const me = await signIn(app, base.db, world.actors.navigator);
    const call = await callAbout(me, world.patients[0], { words: 'Sore knee' });
    await lock(me);
    const sent = await me.post(`${call}/words`, { words: `Sore knee, ${danger}` });
    assert.equal(sent.headers.location, '/locked?return=/kept-forms');
    const [flag, ...others] = await flags(call);
    assert.equal(flag?.level, '999');
    assert.equal(flag.by, person, 'in the name of whoever wrote it');
    assert.deepEqual(others, []);
    assert.match(
      flag.notes,
      /Written in a form that could not be saved.*crushing chest pain/,
      'for the clinician to read',
    );
    assert.equal(flag.words, 'Sore knee', 'the words themselves wait for their writer');
    const shown = await page(me, '/locked');
    tells999(shown);
    assert.match(shown, /duty clinician has been alerted/);
    const other = await signIn(app, base.db, world.actors.navigator);
    assert.match(await page(other, '/kept-forms'), new RegExp(`red flag was found[^]*href="${call}"`));
  });

  void test('is told the same when it keeps itself as it is typed, though it is written over with harmless words', async () => {
    await clear();
    const me = await signIn(app, base.db, world.actors.navigator);
    const call = await begin(me);
    await lock(me);
    await me.post(`${call}/words`, { words: danger }, json);
    await me.post(`${call}/words`, { words: `${danger} since ten` }, json);
    const [flag] = await flags(call);
    assert.equal(flag?.notes.match(/Written in/g)?.length, 1, 'one line that grows');
    await me.post(`${call}/words`, { words: 'cough' }, json);
    tells999(await page(me, '/locked'));
  });

  void test('is heard where a screen locks over half-written words, in whichever form they stand', async () => {
    const me = await signIn(app, base.db, world.actors.navigator);
    for (const [act, name] of [
      ['words', 'words'],
      ['find', 'typed'],
      ['ask-duty', 'question'],
      ['overflow', 'reason'],
      ['safe-contact', 'how'],
      ['unknown', 'name'],
    ] as const) {
      await clear();
      await base.owner.rows(sql`update platform.session set locked_at = null where csrf = ${me.csrf}`);
      const call = await begin(me);
      const form = { action: `${call}/${act}`, fields: { [name]: danger } };
      await me.lock({ path: `${call}/none`, forms: [form] });
      assert.equal((await flags(call)).length, 1, act);
      tells999(await page(me, '/locked'));
      const again = await signIn(app, base.db, world.actors.navigator);
      const { forms, flagged } = (await again.get(`/kept-form?path=${call}/none`, json)).json<{
        forms: object[];
        flagged: string;
      }>();
      assert.deepEqual(
        forms.map((one) => ({ ...one, id: '' })),
        [{ ...form, id: '', own: false }],
      );
      assert.equal(flagged, call);
    }
  });

  void test('says 999 where the session has ended as well', async () => {
    await clear();
    const me = await signIn(app, base.db, world.actors.navigator);
    const call = await begin(me);
    await end(me);
    const answer = await me.lock({ path: call, forms: [{ action: `${call}/ask-duty`, fields: { question: danger } }] });
    assert.deepEqual(answer.json(), { goTo: `/sign-in?return=${encodeURIComponent(call)}`, kept: true });
    assert.equal((await flags(call))[0]?.by, person);
    tells999(await page(me, '/sign-in'));
  });

  void test('raises what a yes to a question of danger means', async () => {
    await clear();
    const me = await signIn(app, base.db, world.actors.navigator);
    const call = await callAbout(me, world.patients[1], { words: 'Sick note for work, no chest pain' });
    const question = /name="question" value="([^"]+)"/.exec(await page(me, call))?.[1] ?? assert.fail('no question');
    assert.doesNotMatch(await page(me, call), /id="stopped"/);
    await lock(me);
    await me.post(`${call}/answer`, { question, said: 'no' });
    assert.doesNotMatch(await page(me, '/locked'), /\b999\b/);
    await me.post(`${call}/answer`, { question, said: 'yes' });
    tells999(await page(me, '/locked'));
    assert.match(await page(await signIn(app, base.db, world.actors.navigator), call), /id="stopped"/);
  });

  void test('says nothing of danger where there is none, or where it is denied', async () => {
    await clear();
    const me = await signIn(app, base.db, world.actors.navigator);
    const call = await begin(me);
    await lock(me);
    await me.post(`${call}/words`, { words: 'Sick note for work, no chest pain' });
    assert.doesNotMatch(await page(me, '/locked'), /\b999\b|emergency/);
  });

  void test('that belongs to no request begins one, once for the same words', async () => {
    await clear();
    const me = await signIn(app, base.db, world.actors.navigator);
    const before = (await flags()).length;
    await lock(me);
    for (let n = 0; n < 3; n += 1) await me.post('/patients/find', { q: danger });
    assert.equal((await flags()).length, before + 1);
    const begun = (await flags()).filter(({ notes, taken }) => notes.includes(danger) && taken === null);
    assert.equal(begun.length, 1, 'free for whoever takes calls');
    tells999(await page(me, '/locked'));
    await me.post('/patients/find', { q: 'my baby is not breathing' });
    assert.ok((await flags()).length > before + 1, 'other words are other people');
  });

  void test('of a clinician about anything but a call begins none', async () => {
    await clear();
    const me = await signIn(app, base.db, world.actors.clinician);
    const before = (await flags()).length;
    await lock(me);
    await me.post(`/red-flags/${id(9, 1)}/close`, { note: `${danger}: seen, sent in`, next: 'ended' });
    assert.equal((await flags()).length, before);
  });
});

void describe('A form kept after its session ended', () => {
  void test('raises its red flag, and the page to sign in says 999 and no word of it', async () => {
    await clear();
    const me = await signIn(app, base.db, world.actors.navigator);
    const call = await begin(me);
    await end(me);
    assert.equal((await me.post(`${call}/words`, { words: danger })).headers.location, '/sign-in?return=%2Fkept-forms');
    assert.equal((await flags(call))[0]?.by, person);
    tells999(await page(me, '/sign-in?return=%2Fkept-forms'));
    const typed = await me.post(`${call}/words`, { words: danger }, json);
    assert.equal(typed.statusCode, 401);
    assert.equal(typed.json<{ goTo: string }>().goTo, '/sign-in?return=%2Fkept-forms');
  });

  void test('whose writer’s role ended with it is raised by the program itself, for their group', async () => {
    await clear();
    const leaver = { ...world.actors.navigator, personId: id(3, 60), roleHeldId: id(4, 60) };
    await arrange(base.owner, async (run) => {
      await run(
        sql`insert into network.person values (${leaver.personId}, ${world.groupId}, 'Somebody Leaving', null, true)`,
      );
      await run(
        sql`insert into network.role_held values (${leaver.roleHeldId}, ${leaver.personId}, ${world.groupId}, 'XA001', null, 'navigator', '2020-01-01')`,
      );
    });
    const me = await signIn(app, base.db, leaver);
    const call = await begin(me);
    await arrange(base.owner, async (run) => {
      await run(sql`update network.role_held set valid_to = platform.today() where id = ${leaver.roleHeldId}`);
    });
    await end(me);
    await me.post(`${call}/words`, { words: danger });
    assert.equal((await flags(call))[0]?.by, leaver.personId, 'it is known who wrote it');
    await standing(base.owner, sql`delete from platform.kept_form where person_id = ${leaver.personId}`);
  });

  void test('is never a way to raise a flag without a session, and says 999 all the same', async () => {
    await clear();
    const me = await signIn(app, base.db, world.actors.navigator);
    const call = await begin(me);
    await end(me);
    const form = { method: 'POST', url: `${call}/words`, headers: { accept: 'text/html' } } as const;
    const body = (csrf: string) => new URLSearchParams({ words: danger, _csrf: csrf }).toString();
    const type = { ...form.headers, 'content-type': 'application/x-www-form-urlencoded' };
    for (const cookies of [{}, { superpractice: 'made-up' }]) {
      const answer = await app.inject({ ...form, headers: type, payload: body(me.csrf), cookies });
      const to = String(answer.headers.location);
      assert.equal(to, '/sign-in?return=%2F&advice=ambulance');
      const shown = (await app.inject({ url: to, headers: form.headers })).body;
      tells999(shown);
      assert.match(shown, /has not been alerted[^]*could not be kept/);
    }
    // The session is real, the form is not its own.
    await me.post(`${call}/words`, { _csrf: 'x' });
    const locked = await signIn(app, base.db, world.actors.navigator);
    await lock(locked);
    await locked.post(`${call}/words`, { words: danger, _csrf: 'x' });
    assert.deepEqual(await flags(call), []);
    tells999(await page(locked, '/locked'));
    assert.match(await page(locked, '/locked'), /has not been alerted/);
  });
});

void test('A form kept because the role was switched raises its red flag and shows what to do', async () => {
  await clear();
  await arrange(base.owner, async (run) => {
    await run(
      sql`insert into network.role_held values (${id(4, 70)}, ${person}, ${world.groupId}, null, null, 'auditor', '2020-01-01')`,
    );
  });
  const me = await signIn(app, base.db, world.actors.navigator);
  const call = await begin(me);
  await me.post('/role', { role: id(4, 70) });
  assert.equal((await me.post(`${call}/words`, { words: 'cough' })).statusCode, 403);
  assert.equal((await me.post(`${call}/words`, { words: danger })).headers.location, '/kept-forms');
  assert.equal((await flags(call)).length, 1);
  assert.match(await page(me, '/kept-forms'), /rings 999 now/);
  const typed = await me.post(`${call}/words`, { words: danger }, json);
  assert.equal(typed.json<{ goTo: string }>().goTo, '/kept-forms');
});

test('Words are kept, and whoever sits there is told what to do, even where the hearing fails', async () => {
  await clear();
  const failed: object[] = [];
  const hearing = {
    kept: () => Promise.reject(new Error(danger)),
    sent: () => Promise.resolve(undefined),
    unknown: () => 'ambulance' as const,
    hears: () => true,
    ownPageOf: () => undefined,
  };
  const log = { error: (about: object) => void failed.push(about) };
  const session = { personId: person, roleHeldId: null, patient: false, tokenHash: Buffer.from('x') };
  const form = { url: '/calls', action: '/calls', fields: { words: danger }, posted: true, mark: null };
  assert.deepEqual(await keepForm({ db: base.db, hearing, log }, session, form), { advice: 'ambulance', page: null });
  const kept = await standing(base.owner, sql`select fields, advice from platform.kept_form`);
  assert.deepEqual(kept, [{ fields: { words: danger }, advice: 'ambulance' }]);
  assert.doesNotMatch(JSON.stringify(failed), /chest/);
});

void describe('A form that arrived and is no part of the words of a call', () => {
  const overflow = { key: 'overflow-key', at: '10:15', mode: 'telephone', decidedBy: 'Dr Who', reason: danger };
  const patient = {
    given_name: 'Ada',
    family_name: 'Lowe',
    'birth_date-day': '1',
    'birth_date-month': '2',
    'birth_date-year': '1980',
    sex: 'female',
    address: danger,
    language: 'en',
    postcode: 'X1 1AA',
    contact_by: 'letter',
  };

  void test('is heard though it was refused, leads to what to do, and waits for its writer', async () => {
    await clear();
    const me = await signIn(app, base.db, world.actors.navigator);
    const call = await callAbout(me, world.patients[1], { words: 'Sore knee' });
    const refused = await me.post(`${call}/overflow`, overflow);
    assert.equal(refused.statusCode, 303, refused.body);
    assert.equal(refused.headers.location, call);
    assert.equal((await flags(call)).length, 1);
    assert.match(await page(me, call), /999/);
    assert.match(await page(me, '/kept-forms'), new RegExp(`action="${call}/overflow"`));
    const again = await me.post(`${call}/overflow`, overflow);
    assert.equal(again.statusCode, 303);
    assert.equal((await flags(call)).length, 1, 'a danger is raised once');
  });

  void test('is answered to a script with where to go', async () => {
    const me = await signIn(app, base.db, world.actors.navigator);
    const call = await callAbout(me, world.patients[2], { words: 'Sore elbow' });
    const refused = await me.post(`${call}/overflow`, overflow, json);
    assert.equal(refused.json<{ goTo: string }>().goTo, call);
  });

  void test('is heard where the record of a patient is made, and saved all the same', async () => {
    await clear();
    const me = await signIn(app, base.db, world.actors.navigator);
    const before = (await flags()).length;
    const saved = await me.post('/patients', patient);
    assert.match(String(saved.headers.location), /^\/calls\//, saved.body);
    assert.equal((await flags()).length, before + 1);
    await arrange(base.owner, async (run) => {
      const found = (await run(sql`select 1 from patients.patient where address = ${danger}`)) as { rowCount: number };
      assert.equal(found.rowCount, 1);
    });
  });

  void test('tells whoever can raise nothing what to do', async () => {
    const manager = await signIn(
      app,
      base.db,
      await somebody(base, world, { n: 91, role: 'practice_manager', practiceId: 'XA001' }),
    );
    const before = (await flags()).length;
    const searched = await manager.post('/patients/find', { q: danger });
    assert.equal(searched.headers.location, '/kept-forms?advice=ambulance');
    const told = await page(manager, '/kept-forms?advice=ambulance');
    assert.match(told, /rings 999 now/);
    assert.match(told, /has not been alerted/);
    assert.equal((await flags()).length, before);
  });

  void test('is left alone where nothing in it is a danger, or a clinician has closed it', async () => {
    const me = await signIn(app, base.db, world.actors.navigator);
    const call = await callAbout(me, world.patients[3], { words: 'Sore knee' });
    assert.equal((await me.post(`${call}/overflow`, { ...overflow, reason: 'Needs it today' })).statusCode, 422);
    await me.post(`${call}/overflow`, overflow);
    await arrange(base.owner, async (run) => {
      await run(sql`select set_config('sp.role', 'clinician', true)`);
      await run(sql`update access.red_flag set acknowledged_at = now(), acknowledged_by = ${person}, closed_at = now(), closed_by = ${person},
        closing_note = 'Seen', danger = 'no' where request_id = ${call.slice('/calls/'.length)}`);
      await run(sql`update access.request set status = 'waiting' where id = ${call.slice('/calls/'.length)}`);
    });
    assert.equal((await me.post(`${call}/overflow`, overflow)).statusCode, 422);
  });
});
