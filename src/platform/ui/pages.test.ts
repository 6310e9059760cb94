import assert from 'node:assert/strict';
import { test } from 'node:test';
import Fastify from 'fastify';
import { assetUrl, registerAssets } from './assets.ts';
import { bareChrome, registerPages } from './pages.ts';
import type { Chrome } from './pages.ts';

const clock = (): Temporal.Instant => Temporal.Instant.from('2026-07-20T06:34:00Z');
const chrome: Chrome = {
  ...bareChrome,
  person: { name: 'Priya Nair', role: 'Care navigator', place: 'Corn Hill' },
  roles: [
    { id: 'a', label: 'Care navigator', current: true },
    { id: 'b', label: 'Practice manager', current: false },
  ],
  groupName: 'Harebell <Partnership>',
  fictional: true,
  nav: [
    { href: '/calls', label: 'Calls' },
    { href: '/calls/requests', label: 'Requests' },
  ],
  csrfToken: 'tok"en',
};

async function page(view: string, data: object, path = '/calls/requests/7'): Promise<string> {
  const app = Fastify();
  registerAssets(app);
  registerPages(app, { chrome: () => chrome, clock });
  app.get('/*', (_, reply) => reply.page(view, data));
  const answer = await app.inject(path);
  await app.close();
  assert.equal(answer.statusCode, 200, answer.body);
  assert.equal(answer.headers['content-type'], 'text/html; charset=utf-8');
  assert.equal(answer.headers['cache-control'], 'no-store');
  return answer.body;
}

test('a page carries who is signed in, the group, that it is fictional, and the place in the navigation', async () => {
  const html = await page('problem.njk', { problem: { title: 'The hub is closed', detail: 'It opens at 08:00.' } });
  assert.match(html, /<h1>The hub is closed<\/h1>/);
  assert.match(html, /Priya Nair/);
  assert.match(html, /Harebell &lt;Partnership&gt; and everyone in it are fictional/);
  assert.match(html, /<a href="\/calls\/requests" aria-current="page">/);
  assert.equal(html.match(/aria-current/g)?.length, 1);
  assert.match(html, /name="_csrf" value="tok&quot;en"/);
});

for (const view of ['problem.njk', '403.njk', '404.njk', '500.njk', 'locked.njk', 'sign-in.njk']) {
  test(`the page ${view} has no inline script, no inline style and asks nothing from outside`, async () => {
    const html = await page(view, { problem: { title: 'A problem', detail: 'It broke.' }, todo: ['Wait'] });
    assert.doesNotMatch(html, /<style|\sstyle=|\son[a-z]+=/);
    assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)/);
    assert.doesNotMatch(html, /(?:src|href)="(?:https?:)?\/\//);
    assert.match(html, /What you can do|Unlock|Sign in/);
  });
}

test('an asset is served compressed for a year under its hash, and an old address still gets the file', async () => {
  const app = Fastify();
  registerAssets(app);
  const url = assetUrl('superpractice.css');
  const now = await app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } });
  assert.equal(now.headers['cache-control'], 'public, max-age=31536000, immutable');
  assert.equal(now.headers['content-encoding'], 'br');
  const old = await app.inject(url.replace(/[0-9a-f]{12}/, '000000000000'));
  assert.equal(old.headers['cache-control'], 'no-cache');
  assert.doesNotMatch(old.body, /https?:\/\/(?!www\.w3\.org)/);
  assert.match(old.body, /url\(images\/nhsuk-icon/);
  assert.equal((await app.inject('/assets/x/../package.json')).statusCode, 404);
  await app.close();
});
