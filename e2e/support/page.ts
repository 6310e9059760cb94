import path from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import { watchPages } from './watch.ts';

interface Steps {
  /** Signs in through the real sign-in as a demonstration person: the first who holds the role, or one by name. */
  readonly signInAs: (roleOrName: string) => Promise<void>;
  /** Signs out from the account menu. */
  readonly signOut: () => Promise<void>;
  /** Keeps a picture of the page at 1280 and 375 pixels' width, and fails if a phone would have to scroll sideways. */
  readonly picture: (name: string) => Promise<void>;
}

interface Always {
  /** Looks over the shoulder: every page visited must pass axe and report no error. Applies to every test. */
  readonly watched: undefined;
}

/** Playwright's test with the app running, every visited page looked at by axe, and the steps specs share. */
export const test = base.extend<Steps & Always>({
  baseURL: async ({}, use) => {
    const address = process.env['E2E_ADDRESS'];
    if (address === undefined) throw new Error('the app is not running: run specs through Playwright, which starts it');
    await use(address);
  },
  watched: [
    async ({ context, javaScriptEnabled }, use) => {
      // Without script the markup is the same, and axe is a script: it looks at the pages of the other project.
      const watch = await watchPages(context, javaScriptEnabled);
      await use(undefined);
      await watch.settled();
      expect(watch.faults, 'barriers and errors on the pages visited').toEqual([]);
    },
    { auto: true },
  ],
  page: async ({ page, javaScriptEnabled }, use) => {
    // A person presses a key on the page they see, once it stands still; typing in a box waits for nothing.
    const press = page.keyboard.press.bind(page.keyboard);
    page.keyboard.press = async (key, options) => {
      if (javaScriptEnabled) await page.locator('html[data-keys=ready]').waitFor({ state: 'attached', timeout: 5_000 });
      await press(key, options);
    };
    await use(page);
  },
  signInAs: async ({ page }, use) => use((roleOrName) => signIn(page, roleOrName)),
  signOut: async ({ page }, use) => use(() => signOut(page)),
  picture: async ({ page }, use) => use((name) => takePictures(page, name)),
});

async function signIn(page: Page, roleOrName: string): Promise<void> {
  await page.goto('/sign-in');
  await page
    .getByRole('main')
    .getByRole('link', { name: /sign in|choose/i })
    .click();
  const people = page.getByRole('main').getByRole('button');
  // Somebody with this role alone: who holds several starts in the widest of them.
  const holder = people.filter({ hasText: `${roleOrName}, ` }).filter({ hasNotText: ';' });
  const named = people.filter({ hasText: roleOrName });
  await people.first().waitFor();
  await ((await holder.count()) > 0 ? holder : named).first().click();
  await expect(page).not.toHaveURL(/demo-identity|\/sign-in/);
}

async function signOut(page: Page): Promise<void> {
  await page.locator('.head__who').click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
}

async function takePictures(page: Page, name: string): Promise<void> {
  const folder = path.join(import.meta.dirname, '../../test-results/pictures');
  const before = page.viewportSize();
  for (const width of [1280, 375]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: path.join(folder, `${name}-${width}.png`), fullPage: true });
  }
  const beyond = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  expect(beyond, `${name} fits a phone's width`).toBe(0);
  if (before) await page.setViewportSize(before);
}

export { expect };
