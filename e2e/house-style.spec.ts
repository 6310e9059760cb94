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
  kept: Record<string, string> | null;
  tell: ((event: string) => void) | undefined;
}

async function openDesk(): Promise<Desk> {
  const app = sampleApp();
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) => {
    done(null, new URLSearchParams(String(body)));
  });
  const desk: Desk = { app, address: '', sent: [], answers: [], kept: null, tell: undefined };
  const take = (path: string, body: unknown) => desk.sent.push({ path, body: body as URLSearchParams });
  app.post('/kept', (request, reply) => {
    take('/kept', request.body);
    return reply.code(desk.answers.shift() ?? 204).send();
  });
  app.post('/lock', (request, reply) => {
    take('/lock', request.body);
    return reply.redirect('/locked', 303);
  });
  app.get('/kept-form', () => ({ fields: desk.kept }));
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
  const locked = desk.sent.find((post) => post.path === '/lock');
  expect(locked?.body.get('words')).toBe('Half of a sent');
  expect(locked?.body.get('path')).toBe('/call');
  desk.kept = { words: 'Half of a sent' };
  await page.goto(`${desk.address}/call`);
  await expect(words(page)).toHaveValue('Half of a sent');
  await expect(page.getByText('before the screen locked is back')).toBeVisible();
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
