import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { field, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { somebody } from '../../../test/support/more-people.ts';
import { signIn, type SignedIn } from '../../../test/support/signed-in.ts';
import { smallWorld, type World } from '../../../test/support/world.ts';
import { runPreview } from './commands/preview.ts';

describe('Protocols on their pages', async () => {
  const database = await testDatabase();
  const { db, owner } = database;
  const { app } = await testApp(database);
  let world: World;
  let governance: SignedIn;
  let clinician: SignedIn;

  before(async () => {
    world = await smallWorld(database);
    governance = await signIn(app, db, await somebody(database, world, { n: 41, role: 'governance' }));
    clinician = await signIn(app, db, world.actors.groupClinician);
  });

  const draft = async (who = governance): Promise<string> => {
    const started = await who.post('/protocols', { id: 'first', version: '1' });
    assert.equal(started.statusCode, 303);
    return String(started.headers.location);
  };
  const digestOf = async (href: string): Promise<string> => field(await page(governance, href), 'digest');
  const rule = (change: Record<string, string | string[]> = {}) => ({
    ...{ after: '', reason: 'ear', destination: 'visit', role1: 'gp', role2: 'nurse', role3: '', urgency: 'same-day' },
    ...{ minutes: '15', modes: ['face_to_face', 'telephone'], say: 'Somebody should look in the ear today.' },
    ...{ safetyNet: 'If it gets worse, ring us or 111.', source: 'Local decision' },
    ...change,
  });

  test('a draft is started, its rule changed, its cases said to be meant, approved by another and put in force', async () => {
    const href = await draft();
    const before = await page(governance, href);
    assert.match(before, /It decides the same as the version in force/);
    assert.match(await page(governance, `${href}/rules/ear-other`), /Change the rule ear-other/);
    const kept = await governance.post(`${href}/rules/ear-other`, {
      digest: await digestOf(href),
      ...rule({ after: 'ear-pharmacy' }),
    });
    assert.equal(kept.headers.location, `${href}#rule-ear-other`);
    const failing = await page(governance, href);
    assert.match(failing, /2 worked cases fail/);
    assert.match(failing, /First every worked case must pass/);
    assert.match(failing, /GP, or Practice nurse; 15 minutes; face to face or by telephone/);
    const ats = [...failing.matchAll(/cases\/(\d+)\/meant/g)].map(([, at]) => at);
    for (const at of new Set(ats))
      assert.equal(
        (await governance.post(`${href}/cases/${at ?? ''}/meant`, { digest: await digestOf(href) })).statusCode,
        303,
      );
    assert.match(await page(governance, href), /You wrote or changed this draft, so another clinician/);
    const shown = await page(clinician, href);
    assert.match(shown, /ear-other<\/a>: Within 7 days: Advanced nurse practitioner[^<]*→ <b>Same day: GP/);
    const approved = await clinician.post(`${href}/approve`, { digest: field(shown, 'digest') });
    assert.equal(approved.statusCode, 303);
    assert.match(await page(governance, href), /Clinical owner: Person 4/);
    assert.equal(
      (await governance.post(`${href}/begin`, { when: 'now', reason: 'Agreed' })).headers.location,
      '/protocols',
    );
    const list = await page(governance, '/protocols');
    assert.match(list, /First navigation protocol, our version 1<\/h1>/);
    assert.match(list, /tag--settled">In force/);
    assert.equal((await governance.post('/protocols/first/1/roll-back', { reason: '' })).statusCode, 422);
    assert.equal((await governance.post('/protocols/first/1/roll-back', { reason: 'Too many' })).statusCode, 303);
    assert.match(await page(governance, '/protocols'), /Rolled back to it/);
  });

  test('a rule that is not sound is given back with every fault, and what was typed', async () => {
    const href = await draft();
    const sent = {
      digest: await digestOf(href),
      ...rule({ urgency: 'whenever', say: '', minAge: 'old', role1: 'physician_associate' }),
    };
    const refused = await governance.post(`${href}/rules/ear-other`, sent);
    assert.equal(refused.statusCode, 422);
    for (const fault of [
      /unknown urgency/,
      /nothing to say/,
      /age that is no whole number/,
      /whom nobody has assessed[^<]*Physician assistant/,
    ])
      assert.match(refused.body, fault);
    assert.match(refused.body, /Local decision/);
    const last = await governance.post(`${href}/rules/ear-other/remove`, { digest: await digestOf(href) });
    assert.equal(last.statusCode, 422);
    assert.match(last.body, /Ear has no rule for everybody/);
  });

  test('a rule is added with its first case, and taken out with it', async () => {
    const href = await draft();
    assert.match(await page(governance, `${href}/new-rule?reason=ear`), /Its first worked case/);
    const added = { id: 'ear-old', minAge: '80', caseWords: 'earache', caseAge: '84', caseSex: 'female' };
    const kept = await governance.post(`${href}/new-rule`, { digest: await digestOf(href), ...rule(added) });
    assert.equal(kept.headers.location, `${href}#rule-ear-old`, kept.body);
    const shown = await page(governance, href);
    assert.match(shown, /New rule <a href="#rule-ear-old">/);
    assert.doesNotMatch(shown, /worked case fails/);
    const again = await governance.post(`${href}/new-rule`, { digest: await digestOf(href), ...rule(added) });
    assert.match(again.body, /There is a rule ear-old already/);
    assert.equal(
      (await governance.post(`${href}/rules/ear-old/remove`, { digest: await digestOf(href) })).statusCode,
      303,
    );
    assert.match(await page(governance, href), /It decides the same as the version in force/);
  });

  test('a question is asked in other words, and a page left open changes nothing', async () => {
    const href = await draft();
    const seen = await digestOf(href);
    const words = { self: 'Are you out of breath?', other: 'Are they out of breath?', infant: '', words: 'puffed' };
    assert.equal(
      (await governance.post(`${href}/questions/cough-breathless`, { digest: seen, ...words })).statusCode,
      303,
    );
    assert.match(await page(governance, href), /“Are you out of breath\?”/);
    const late = await governance.post(`${href}/questions/cough-breathless`, { digest: seen, ...words });
    assert.equal(late.statusCode, 422);
    assert.match(late.body, /Somebody changed this draft since you saw it/);
  });

  test('the whole is taken as JSON and comes back as a draft; each fault of a wrong file is said', async () => {
    const taken = await governance.get('/protocols/first/1/json');
    assert.match(String(taken.headers['content-disposition']), /protocol-1\.json/);
    const back = await governance.post('/protocols/upload', { content: taken.body });
    assert.equal(back.statusCode, 303, back.body.slice(0, 2000));
    assert.match(await page(governance, String(back.headers.location)), /It decides the same as the version in force/);
    const wrong = taken.body
      .replace('"urgency": "admin"', '"urgency": "soon"')
      .replace('"reason": "ear"', '"reason": "ears"');
    const refused = await governance.post('/protocols/upload', { content: wrong });
    assert.equal(refused.statusCode, 422);
    assert.match(refused.body, /is for an unknown reason/);
    assert.match(refused.body, /unknown urgency|how soon/);
    assert.match((await governance.post('/protocols/upload', { content: '{' })).body, /The text is not JSON/);
  });

  test('what a draft would change is shown to those who may see the requests, and as counts to others', async () => {
    const href = await draft();
    await governance.post(`${href}/rules/ear-other`, {
      digest: await digestOf(href),
      ...rule({ after: 'ear-pharmacy' }),
    });
    await owner.rows(sql`insert into access.request (id, group_id, practice_id, channel, words, received_at)
      values (gen_random_uuid(), ${world.groupId}, 'XA001', 'desk', 'earache since monday', now() - interval '2 days')`);
    const refused = await governance.post(`${href}/previews`, { weeks: '4' });
    assert.match(refused.body, /You see no requests/);
    const asked = await clinician.post(`${href}/previews`, { weeks: '4' });
    const preview = String(asked.headers.location);
    assert.match(await page(clinician, preview), /Running/);
    await runPreview(db, { previewId: preview.split('/').at(-1) ?? '', groupId: world.groupId });
    const shown = await page(clinician, preview);
    assert.match(shown, /1 of 1 request would go elsewhere/);
    assert.match(shown, /earache since monday/);
    const audited = await owner.one<{ n: number }>(
      sql`select count(*) as n from audit.event where action = 'read-protocol-preview' and kind = 'read' and class = 'visit'`,
    );
    assert.equal(audited.n, 1);
    const counts = await page(governance, preview);
    assert.match(counts, /1 of 1 request would go elsewhere/);
    assert.doesNotMatch(counts, /earache/);
    assert.match(counts, /You may see none of them/);
  });

  test('somebody whose role is held at one practice reads, and decides nothing for the group', async () => {
    const local = await signIn(app, db, world.actors.clinician);
    const href = await draft();
    assert.match(await page(local, href), /whose role is held for the group/);
    const tried = await local.post(`${href}/approve`, { digest: await digestOf(href) });
    assert.equal(tried.statusCode, 422);
    assert.match(tried.body, /somebody whose role is held for the group does it/);
  });
});
