import { expect, test, type Page } from '@playwright/test';
import type { FastifyInstance } from 'fastify';
import { sampleApp, samples } from '../src/platform/ui/samples/samples.ts';
import { watchPages } from './support/watch.ts';

/** What the sample app was sent, and how it is to answer. */
interface Desk {
  readonly app: FastifyInstance;
  readonly address: string;
  readonly sent: { path: string; body: URLSearchParams }[];
  answers: number[];
  /** What a page locked with. */
  readonly locked: { path: string; mark: string; forms: { action: string; fields: object }[] }[];
  kept: { id: string; action: string; fields: object; own: boolean }[];
  tell: ((event: string) => void) | undefined;
}

async function openDesk(): Promise<Desk> {
  const app = sampleApp();
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) => {
    done(null, new URLSearchParams(String(body)));
  });
  const desk: Desk = { app, address: '', sent: [], answers: [], locked: [], kept: [], tell: undefined };
  const take = (path: string, body: unknown) => desk.sent.push({ path, body: body as URLSearchParams });
  app.post('/kept', (request, reply) => {
    take('/kept', request.body);
    return reply.code(desk.answers.shift() ?? 204).send();
  });
  app.post('/lock', (request, reply) => {
    desk.locked.push(request.body as Desk['locked'][number]);
    return reply.send({ goTo: '/locked?return=%2Fcall', kept: true });
  });
  app.get('/kept-form', () => ({ forms: desk.kept }));
  app.post('/kept-forms/drop', (request, reply) => {
    take('/kept-forms/drop', request.body);
    return reply.redirect('/', 303);
  });
  app.get('/events', (_, reply) => {
    reply.hijack();
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream' });
    reply.raw.write('retry: 100\n\n');
    desk.tell = (event) => reply.raw.write(`event: ${event}\ndata: {}\n\n`);
  });
  return Object.assign(desk, { address: await app.listen({ port: 0, host: '127.0.0.1' }) });
}

let desk: Desk;
test.beforeEach(async () => {
  desk = await openDesk();
});
test.afterEach(async () => {
  desk.app.server.closeAllConnections();
  await desk.app.close();
});

for (const width of [1280, 375]) {
  test(`Every sample page passes axe and never scrolls sideways at ${width} pixels`, async ({ context }) => {
    const watch = await watchPages(context, true);
    const page = await context.newPage();
    await page.setViewportSize({ width, height: 900 });
    for (const name of Object.keys(samples)) {
      await page.goto(`${desk.address}/${name}`);
      await watch.settled();
      const beyond = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
      expect(beyond, `${name} is wider than the screen`).toBeLessThanOrEqual(0);
    }
    expect(watch.faults).toEqual([]);
  });
}

const words = (page: Page) => page.getByLabel('What he says');

test('What is typed is kept as it is typed, and the page says so only once the server has it', async ({ page }) => {
  desk.answers = [500, 204];
  await page.goto(`${desk.address}/call`);
  await expect(page.getByText('Kept as you type')).toBeVisible();
  await words(page).fill('Knee is worse');
  await expect(page.getByText('Not kept, trying again')).toBeVisible();
  await expect(page.getByText(/^Kept \d\d:\d\d$/)).toBeVisible();
  expect(desk.sent.map((post) => post.body.get('words'))).toEqual(['Knee is worse', 'Knee is worse']);
  expect(await page.evaluate<number>('localStorage.length + sessionStorage.length')).toBe(0);
});

test('Lock covers the screen, sends what was half-written, and unlocking brings it back', async ({ page }) => {
  await page.goto(`${desk.address}/call`);
  await words(page).fill('Half of a sent');
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect(page).toHaveURL(/\/locked\?return=%2Fcall/);
  const form = { action: '/kept#words-form', fields: { words: ['Half of a sent'] } };
  expect(desk.locked).toEqual([expect.objectContaining({ path: '/call', forms: [form] })]);
  desk.kept = [{ ...form, id: 'one', own: true }];
  await page.goto(`${desk.address}/call`);
  await expect(words(page)).toHaveValue('Half of a sent');
  await expect(page.getByText('What you were writing is back.')).toBeVisible();
  await expect.poll(() => desk.sent.find((post) => post.path === '/kept-forms/drop')?.body.get('id')).toBe('one');
  expect(await page.evaluate<string>('JSON.stringify([localStorage, sessionStorage])')).not.toContain('Half');
});

test('Lock pressed before the scripts have come keeps what was half-written, and locks even where they never come', async ({
  page,
}) => {
  const { promise: come, resolve: letCome } = Promise.withResolvers<undefined>();
  await page.route('**/js/main.js*', async (route) => {
    await come;
    await route.continue();
  });
  await page.goto(`${desk.address}/call`, { waitUntil: 'commit' });
  await words(page).fill('Half of a sent');
  await page.getByRole('button', { name: 'Lock', exact: true }).click({ noWaitAfter: true });
  expect(desk.locked).toEqual([]);
  letCome(undefined);
  await expect(page).toHaveURL(/\/locked/);
  expect(desk.locked.map(({ forms }) => forms.length)).toEqual([1]);

  await page.unrouteAll();
  await page.route('**/js/main.js*', (route) => route.abort());
  await page.goto(`${desk.address}/call`);
  const locks = page.waitForRequest((request) => request.url().endsWith('/lock') && request.method() === 'POST');
  await page.getByRole('button', { name: 'Lock', exact: true }).click({ noWaitAfter: true });
  await locks;
});

test('What has no place on the page any more, or was written in another window, is not said to be back', async ({
  page,
}) => {
  desk.kept = [
    { id: 'one', action: '/gone', fields: { note: 'For a form that went' }, own: true },
    { id: 'two', action: '/kept#words-form', fields: { words: 'From elsewhere' }, own: false },
  ];
  await page.goto(`${desk.address}/call`);
  await expect(
    page.getByText('What you were writing has no place here now. You were writing on this page in another window too.'),
  ).toBeVisible();
  await expect(page.getByText('is back')).toHaveCount(0);
  await expect(words(page)).toHaveValue(/^Sore knee/);
  expect(desk.sent).toEqual([]);
  await page.goto(`${desk.address}/call#kept-two`);
  await page.reload();
  await expect(words(page)).toHaveValue('From elsewhere');
});

test('Keys choose and answer, are silent while someone types, and can be shown and turned off', async ({ page }) => {
  await page.goto(`${desk.address}/call`);
  await page.locator('html[data-keys=ready]').waitFor({ state: 'attached' });
  await page.keyboard.press('3');
  await expect(page.getByRole('radio').nth(2)).toBeChecked();
  await page.keyboard.press('/');
  await expect(page.getByLabel('Find a patient or a call')).toBeFocused();
  await page.keyboard.type('1?');
  await expect(page.getByLabel('Find a patient or a call')).toHaveValue('1?');
  await expect(page.getByRole('radio').nth(2)).toBeChecked();
  await page.locator('h1').click({ force: true });
  await page.evaluate('document.activeElement.blur()');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys on this page' })).toBeVisible();
  await page.getByRole('button', { name: 'Turn single keys off' }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('1');
  await expect(page.getByRole('radio').nth(0)).not.toBeChecked();
});

test('j and k walk a list and Enter opens where they stand', async ({ page }) => {
  await page.goto(`${desk.address}/ledger`);
  await page.locator('html[data-keys=ready]').waitFor({ state: 'attached' });
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: 'Preview leaving Payments' })).toBeFocused();
  await page.keyboard.press('k');
  await expect(page.getByRole('link', { name: 'Preview leaving Hub booking' })).toBeFocused();
});

test('A live region follows what the server tells, keeps the focus, and says when it is cut off', async ({ page }) => {
  await page.goto(`${desk.address}/board`);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  const tile = page.getByRole('link', { name: /Slipway/ }).first();
  await tile.evaluate('(node) => { node.id = "here"; node.textContent = "stale" }');
  desk.tell?.('bookings');
  await expect(page.getByRole('link', { name: 'stale' })).toHaveCount(0);
  desk.app.server.closeAllConnections();
  await expect(page.getByText('Reconnecting')).toBeVisible();
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await expect.poll(() => desk.tell !== undefined).toBe(true);
  desk.tell?.('ended');
  await expect(page.getByText('No longer live: reload the page')).toBeVisible();
});

test('A screen nobody uses locks itself, and one in use does not', async ({ page }) => {
  await page.clock.install();
  await page.goto(`${desk.address}/call`);
  await page.clock.runFor('09:00');
  await page.mouse.move(200, 200);
  await page.clock.runFor('09:00');
  expect(desk.sent.filter((post) => post.path === '/lock')).toEqual([]);
  await page.clock.runFor('02:00');
  await expect(page).toHaveURL(/\/locked/);
});
