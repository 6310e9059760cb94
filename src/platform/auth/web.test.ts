import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { arrange, id, smallWorld, standing } from '../../../test/support/world.ts';

const base = await testDatabase();
const world = await smallWorld(base);
const { url, app, listen } = await testApp(base);
await listen();

/** A browser without scripts: keeps cookies and follows redirects by hand. */
function browser() {
  const jar = new Map<string, string>();
  const sent: string[] = [];
  const ask = async (address: string, init: RequestInit = {}): Promise<Response> => {
    const cookies = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { accept: 'text/html', cookie: cookies, ...(init.headers as Record<string, string> | undefined) };
    const answer = await fetch(new URL(address, url), { redirect: 'manual', ...init, headers });
    for (const line of answer.headers.getSetCookie()) {
      sent.push(line);
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
  const follow = async (address: string, init?: RequestInit): Promise<Response> => {
    let answer = await ask(address, init);
    for (let hops = 0; answer.status >= 300 && answer.status < 400 && hops < 12; hops += 1)
      answer = await ask(new URL(answer.headers.get('location') ?? '/', answer.url || url).href);
    return answer;
  };
  const form = (fields: Record<string, string>): RequestInit => ({ method: 'POST', body: new URLSearchParams(fields) });
  const signIn = async (personId: string, returnTo = '/kept-forms'): Promise<Response> => {
    const people = await follow(`/sign-in/start?return=${encodeURIComponent(returnTo)}`);
    assert.match(await people.text(), /Who do you want to be/);
    return follow(new URL(people.url).pathname, form({ person: personId }));
  };
  return { jar, sent, ask, follow, form, signIn };
}

const csrfIn = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
const navigator = world.actors.navigator;

void describe('signing in', () => {
  void test('the demonstration’s people sign in through a real OpenID Connect provider with PKCE', async () => {
    const me = browser();
    const start = await me.ask('/sign-in/start?return=/kept-forms');
    const authorize = new URL(start.headers.get('location') ?? '', url);
    assert.equal(authorize.searchParams.get('code_challenge_method'), 'S256');
    assert.ok(authorize.searchParams.get('state') && authorize.searchParams.get('nonce'));
    const page = await me.signIn(navigator.personId ?? '');
    assert.equal(page.status, 200);
    assert.match(await page.text(), /Person 1/);
    assert.match(page.url, /\/kept-forms$/);
  });

  void test('its cookies are for no script and no other site, and over https for https alone', async () => {
    const me = browser();
    await me.signIn(navigator.personId ?? '');
    const ours = me.sent.filter((line) => line.startsWith('superpractice'));
    assert.deepEqual([...new Set(ours.map((line) => line.split('=')[0]))], ['superpractice_browser', 'superpractice']);
    for (const line of ours) assert.match(line, /; Path=\/; HttpOnly; SameSite=Lax$/);
    const secured = await testApp(base, {
      publicUrl: 'https://superpractice.example',
      demonstration: false,
      provider: {
        ...{ issuer: 'http://127.0.0.1:9', clientId: 'test', clientSecret: 'test' },
        redirectUri: 'https://superpractice.example/sign-in/callback',
      },
    });
    const begun = await secured.app.inject({ url: '/sign-in/start' });
    const [line] = [begun.headers['set-cookie'] ?? ''].flat();
    assert.match(line ?? '', /^__Host-superpractice_browser=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  void test('an answer nobody asked for, or used twice, does not sign anyone in', async () => {
    const me = browser();
    assert.equal((await me.ask('/sign-in/callback?code=x&state=made-up')).status, 400);
    assert.equal(me.jar.has('superpractice'), false);
  });

  void test('the answer of one browser’s sign-in signs nobody in at another', async () => {
    const [mine, theirs] = [browser(), browser()];
    const people = await mine.follow('/sign-in/start?return=/kept-forms');
    let answer = await mine.ask(new URL(people.url).pathname, mine.form({ person: navigator.personId ?? '' }));
    let at = answer.headers.get('location') ?? '';
    while (!at.includes('/sign-in/callback')) {
      answer = await mine.ask(at);
      at = answer.headers.get('location') ?? assert.fail('the provider does not come back');
    }
    await theirs.ask('/sign-in/start');
    assert.equal((await theirs.ask(at)).status, 400);
    assert.equal(theirs.jar.has('superpractice'), false);
    assert.equal((await mine.ask(at)).status, 303, 'and the attempt stands for the browser that began it');
    assert.ok(mine.jar.has('superpractice'));
  });

  void test('the provider of the demonstration vouches for fictional people alone', async () => {
    const real = id(3, 77);
    await base.owner.rows(
      sql`insert into network.person values (${real}, null, 'Real Person', 'real@example.org', false)`,
    );
    const me = browser();
    const answer = await me.signIn(real).catch((error: unknown) => error);
    assert.equal(me.jar.has('superpractice'), false, String(answer));
  });

  void test('outside a demonstration its provider does not exist', async () => {
    const real = await testApp(base, { demonstration: false });
    await real.listen();
    const answer = await fetch(`${real.url}/demo-identity/.well-known/openid-configuration`);
    assert.equal(answer.status, 404);
  });

  void test('signing out ends the session on the server, not just the cookie', async () => {
    const me = browser();
    const html = await (await me.signIn(navigator.personId ?? '')).text();
    const token = me.jar.get('superpractice') ?? '';
    await me.follow('/sign-out', me.form({ _csrf: csrfIn(html) }));
    me.jar.set('superpractice', token);
    assert.equal((await me.ask('/kept-forms')).status, 303);
  });
});

void describe('forms and locks', () => {
  void test('a form without its session’s token, or from elsewhere, is refused', async () => {
    const me = browser();
    const html = await (await me.signIn(navigator.personId ?? '')).text();
    assert.equal((await me.ask('/role', me.form({ role: 'x' }))).status, 403);
    assert.equal((await me.ask('/role', me.form({ role: 'x', _csrf: 'wrong' }))).status, 403);
    const fromElsewhere = {
      ...me.form({ role: 'x', _csrf: csrfIn(html) }),
      headers: { origin: 'https://elsewhere.example' },
    };
    assert.match(await (await me.ask('/role', fromElsewhere)).text(), /out of date/);
  });

  const json = { headers: { accept: 'application/json' } };
  /** A lock as a page's script sends it. */
  const lockWith = (token: string, forms: Record<string, object>, { path = '/somewhere', mark = 'one' } = {}) => ({
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({
      path,
      mark,
      _csrf: token,
      forms: Object.entries(forms).map(([action, fields]) => ({ action, fields })),
    }),
  });
  interface Kept {
    id: string;
    action: string;
    fields: object;
    own: boolean;
  }
  const keptAt = async (who: ReturnType<typeof browser>, path = '/somewhere', mark = 'one'): Promise<Kept[]> => {
    const answer = await who.ask(`/kept-form?path=${path}&mark=${mark}`, json);
    return ((await answer.json()) as { forms: Kept[] }).forms;
  };
  const without = (kept: readonly Kept[]) => kept.map(({ id: _, ...form }) => form);

  void test('half-written forms are kept by a lock, each for itself, and given back to their person alone', async () => {
    const me = browser();
    const html = await (await me.signIn(navigator.personId ?? '')).text();
    const forms = {
      '/somewhere/ask': { words: 'cough for 3 weeks\u0000', needs: ['a', 'b'] },
      '/somewhere/end': { why: '' },
    };
    const locked = await me.ask('/lock', lockWith(csrfIn(html), forms));
    assert.deepEqual(await locked.json(), { goTo: '/locked?return=%2Fsomewhere', kept: true });
    assert.equal((await me.ask('/kept-form?path=/somewhere', json)).status, 401);
    assert.match((await me.ask('/kept-forms')).headers.get('location') ?? '', /sign-in|locked/);
    const list = await (await me.signIn(navigator.personId ?? '')).text();
    const other = browser();
    await other.signIn(world.actors.clinician.personId ?? '');
    assert.deepEqual(await keptAt(other), []);
    const kept = await keptAt(me);
    assert.deepEqual(without(kept), [
      { action: '/somewhere/ask', fields: { words: 'cough for 3 weeks', needs: ['a', 'b'] }, own: true },
      { action: '/somewhere/end', fields: { why: '' }, own: true },
    ]);
    assert.deepEqual(
      (await keptAt(me, '/somewhere', 'two')).map(({ own }) => own),
      [false, false],
      'another window is told that it was not written there',
    );
    assert.match(list, /Needs<[^]*a, b/);
    for (const one of kept) await me.ask('/kept-forms/drop', me.form({ id: one.id, _csrf: csrfIn(list) }));
    assert.deepEqual(await keptAt(me), [], 'put back, it is no longer kept');
  });

  void test('a half-written form replaces itself, and never the same form of another window', async () => {
    const me = browser();
    const html = await (await me.signIn(navigator.personId ?? '')).text();
    const token = csrfIn(html);
    await me.ask('/lock', lockWith(token, { '/people': { name: 'Ann' } }));
    await me.ask('/lock', lockWith(token, { '/people': { name: 'Ben' } }, { mark: 'two' }));
    await me.ask('/lock', lockWith(token, { '/people': { name: 'Anna' } }));
    await me.signIn(navigator.personId ?? '');
    assert.deepEqual(
      (await keptAt(me)).map(({ fields, own }) => ({ fields, own })),
      [
        { fields: { name: 'Ben' }, own: false },
        { fields: { name: 'Anna' }, own: true },
      ],
    );
    await standing(base.owner, sql`delete from platform.kept_form`);
  });

  void test('what is half-written when the session has ended elsewhere is kept for its own person', async () => {
    const me = browser();
    const token = csrfIn(await (await me.signIn(navigator.personId ?? '')).text());
    const mark = me.jar.get('superpractice') ?? '';
    await me.ask('/sign-out', me.form({ _csrf: token }));
    me.jar.set('superpractice', mark);
    const answer = await me.ask('/lock', lockWith(token, { '/people': { name: 'Ann' } }));
    assert.deepEqual(await answer.json(), { goTo: '/sign-in?return=%2Fsomewhere', kept: true });
    const stranger = browser();
    const lost = await stranger.ask('/lock', lockWith(token, { '/people': { name: 'crushing chest pain' } }));
    assert.deepEqual(await lost.json(), {
      goTo: '/sign-in?return=%2Fsomewhere&lost=yes&advice=ambulance',
      kept: false,
    });
    await me.signIn(navigator.personId ?? '');
    assert.deepEqual(without(await keptAt(me)), [{ action: '/people', fields: { name: 'Ann' }, own: true }]);
    await standing(base.owner, sql`delete from platform.kept_form`);
  });

  void test('each form that was sent after a sign-out is kept, with every choice of a field', async () => {
    const me = browser();
    const token = csrfIn(await (await me.signIn(navigator.personId ?? '')).text());
    const cookie = me.jar.get('superpractice') ?? '';
    await me.ask('/sign-out', me.form({ _csrf: token }));
    me.jar.set('superpractice', cookie);
    const send = async (name: string, mark?: string) => {
      const body = new URLSearchParams({ name, _csrf: token, ...(mark === undefined ? {} : { _mark: mark }) });
      for (const need of ['hearing', 'step_free']) body.append('needs', need);
      await me.ask('/patients', { method: 'POST', body });
    };
    await send('Ann');
    await send('Ben');
    await send('Ben');
    await send('C', 'typed');
    await send('Cy', 'typed');
    const kept = await standing<{ fields: object }>(base.owner, sql`select fields from platform.kept_form order by id`);
    const needs = ['hearing', 'step_free'];
    assert.deepEqual(
      kept.map(({ fields }) => fields),
      [
        { name: 'Ann', needs },
        { name: 'Ben', needs },
        { name: 'Cy', needs },
      ],
      'sent twice is one form, and one that keeps itself as it is typed is one',
    );
    const page = await (await me.signIn(navigator.personId ?? '')).text();
    assert.equal(page.match(/name="needs" value="hearing"/g)?.length, 3);
    await standing(base.owner, sql`delete from platform.kept_form`);
  });

  void test('a session left alone locks itself', async () => {
    const me = browser();
    await me.signIn(world.actors.operations.personId ?? '');
    await base.owner.rows(
      sql`update platform.session set last_seen_at = now() - interval '16 minutes' where person_id = ${world.actors.operations.personId}`,
    );
    assert.equal((await me.ask('/kept-forms')).headers.get('location'), '/sign-in');
    assert.match(await (await me.ask('/locked')).text(), /locked/i);
  });
});

void describe('roles', () => {
  void test('someone who holds several roles switches between them, and never to one they do not hold', async () => {
    await arrange(base.owner, async (run) => {
      await run(
        sql`insert into network.role_held values (${id(4, 50)}, ${navigator.personId}, ${world.groupId}, null, null, 'auditor', '2020-01-01')`,
      );
      await run(
        sql`insert into network.role_held values (${id(4, 51)}, ${navigator.personId}, ${world.groupId}, null, null, 'finance', '2020-01-01', '2020-02-01')`,
      );
    });
    const me = browser();
    const token = csrfIn(await (await me.signIn(navigator.personId ?? '')).text());
    assert.equal((await me.ask('/role', me.form({ role: id(4, 50), _csrf: token }))).status, 303);
    assert.equal((await me.ask('/role', me.form({ role: id(4, 51), _csrf: token }))).status, 403);
    assert.equal(
      (await me.ask('/role', me.form({ role: world.actors.finance.roleHeldId ?? '', _csrf: token }))).status,
      403,
    );
  });
});

void describe('every answer', () => {
  void test('carries a policy without inline script or style, and is never stored', async () => {
    const answer = await app.inject({ method: 'GET', url: '/sign-in', headers: { accept: 'text/html' } });
    const policy = String(answer.headers['content-security-policy']);
    assert.match(policy, /script-src 'self'; style-src 'self'/);
    assert.doesNotMatch(policy, /unsafe/);
    assert.equal(answer.headers['cache-control'], 'no-store');
    assert.doesNotMatch(answer.body, /<script(?![^>]*src=)|<style|\sstyle=|\son[a-z]+=/i);
  });

  void test('is a page for a browser and problem+json for a program', async () => {
    const page = await app.inject({ method: 'GET', url: '/nowhere', headers: { accept: 'text/html' } });
    assert.equal(page.statusCode, 404);
    assert.match(page.body, /<h1/);
    const json = await app.inject({ method: 'GET', url: '/nowhere' });
    assert.equal(json.headers['content-type'], 'application/problem+json; charset=utf-8');
    assert.equal(json.json<{ status: number }>().status, 404);
    const unreadable = await app.inject({ method: 'GET', url: '/calls/%ff', headers: { accept: 'text/html' } });
    assert.equal(unreadable.statusCode, 404);
    assert.match(unreadable.body, /<h1/);
    assert.match(String(unreadable.headers['content-security-policy']), /script-src 'self'/);
    assert.equal((await app.inject('/health/live?name=caf%e9')).statusCode, 200, 'a query is read as it stands');
  });

  void test('to a body too large or of a strange kind says what to do', async () => {
    const large = await app.inject({
      method: 'POST',
      url: '/role',
      payload: `role=${'x'.repeat(300_000)}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    assert.equal(large.statusCode, 413);
    const strange = await app.inject({
      method: 'POST',
      url: '/role',
      payload: '<a/>',
      headers: { 'content-type': 'text/xml' },
    });
    assert.equal(strange.statusCode, 415);
  });

  void test('to a form that does not fit its schema says what to change, leads to the field, and keeps detail for programs', async () => {
    const send = (accept: string, referer?: string) =>
      app.inject({
        method: 'POST',
        url: '/role',
        payload: `role=${'x'.repeat(300)}`,
        headers: {
          ...{ 'content-type': 'application/x-www-form-urlencoded', accept, host: 'practice.example' },
          ...(referer ? { referer } : {}),
        },
      });
    const page = await send('text/html', 'http://practice.example/calls?of=today');
    assert.equal(page.statusCode, 400);
    assert.match(page.body, /There is a problem[^]*href="\/calls\?of=today#role"/);
    assert.doesNotMatch(page.body, /must match|body\/|pattern|xxx/);
    assert.doesNotMatch((await send('text/html', 'http://elsewhere.example/calls')).body, /elsewhere/);
    const json = await send('application/json');
    assert.match(json.headers['content-type'] as string, /problem\+json/);
    assert.match(json.json<{ detail: string }>().detail, /\/role must/);
  });

  void test('stops for an address that asks too often', async () => {
    const limited = await testApp(base, { requestsPerMinute: 3 });
    const codes = [];
    for (let n = 0; n < 5; n += 1) codes.push((await limited.app.inject('/sign-in')).statusCode);
    assert.deepEqual(codes, [200, 200, 200, 429, 429]);
  });

  void test('counts each caller by itself behind a proxy it was told to believe, and believes no other', async () => {
    const behind = await testApp(base, { requestsPerMinute: 2, trustProxy: ['loopback'] });
    const ask = async (url: string, forwarded: string, from: string) =>
      (await behind.app.inject({ url, remoteAddress: from, headers: { 'x-forwarded-for': forwarded } })).statusCode;
    const codes = [];
    for (const caller of ['203.0.113.1', '203.0.113.2', '203.0.113.1', '203.0.113.1'])
      codes.push(await ask('/sign-in', caller, '127.0.0.1'));
    assert.deepEqual(codes, [200, 200, 200, 429]);
    // What somebody writes into the header before the proxy adds to it is not believed.
    assert.equal(await ask('/sign-in', '198.51.100.7, 203.0.113.1', '127.0.0.1'), 429);
    for (const made of ['10.0.0.1', '10.0.0.2']) assert.equal(await ask('/sign-in', made, '203.0.113.50'), 200);
    assert.equal(await ask('/sign-in', '10.0.0.3', '203.0.113.50'), 429);
  });

  void test('about health tells anybody, and figures only whoever shows the token, wherever they come from', async () => {
    assert.deepEqual((await app.inject('/health/live')).json(), { status: 'live' });
    assert.deepEqual((await app.inject('/health/ready')).json(), { status: 'ready' });
    assert.equal((await app.inject('/metrics')).statusCode, 404);
    const metricsToken = 'a-token-of-the-settings';
    const monitored = await testApp(base, { metricsToken });
    const ask = (authorization?: string) =>
      monitored.app.inject({ url: '/metrics', headers: authorization ? { authorization } : {} });
    for (const wrong of [undefined, 'Bearer no', metricsToken]) assert.equal((await ask(wrong)).statusCode, 401);
    assert.match((await ask(`Bearer ${metricsToken}`)).body, /http_request_seconds/);
  });
});
