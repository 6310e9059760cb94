import type { Page } from '@playwright/test';
import { expect, test } from './support/page.ts';
import { asNavigator } from './support/roles.ts';

const lock = (page: Page) => page.getByRole('button', { name: 'Lock', exact: true }).click();
const back = (page: Page) => page.getByText('What you were writing is back.');

/** Begins a call by telephone and answers its address. */
async function beginCall(page: Page): Promise<string> {
  await page.goto('/calls');
  await page.keyboard.press('t');
  await expect(page.getByRole('heading', { name: 'Who is it?' })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Unlocks as the navigator and goes where the lock was. */
async function unlock(page: Page, signInAs: (role: string) => Promise<void>, at: string): Promise<void> {
  await expect(page).toHaveURL(/\/(locked|sign-in)/);
  await asNavigator(page, signInAs);
  await page.goto(at);
}

test('A lock keeps every form somebody is writing in, and each comes back into its own', async ({
  page,
  signInAs,
  picture,
}) => {
  await asNavigator(page, signInAs);
  const call = await beginCall(page);
  await page.getByLabel('NHS number, or birth date and surname').fill('14 3 1948 ell');
  await page.getByLabel(/in their words/).fill('Sore knee since');
  await lock(page);
  await unlock(page, signInAs, call);
  await expect(back(page)).toBeVisible();
  await expect(page.getByLabel('NHS number, or birth date and surname')).toHaveValue('14 3 1948 ell');
  await expect(page.getByLabel(/in their words/)).toHaveValue('Sore knee since');
  await picture('kept-call');

  await page.goto(`${call}/none`);
  const question = page.getByLabel('What do you need to know?');
  if (!(await question.isVisible())) await page.locator('summary').filter({ hasText: 'duty doctor' }).first().click();
  await question.fill('Can she take ibu');
  await lock(page);
  await unlock(page, signInAs, `${call}/none`);
  await expect(back(page)).toBeVisible();
  await expect(page.getByLabel('What do you need to know?')).toBeVisible();
  await expect(page.getByLabel('What do you need to know?')).toHaveValue('Can she take ibu');
  await picture('kept-none');
  await page.goto('/kept-forms');
  await expect(page.getByText(/ibu|14 3 1948/)).toHaveCount(0);
});

test('A search that found nobody is kept by a lock, and comes back on the page of its call', async ({
  page,
  signInAs,
}) => {
  await asNavigator(page, signInAs);
  const call = await beginCall(page);
  const find = page.getByLabel('NHS number, or birth date and surname');
  await find.fill('1 1 1901 nobody');
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await expect(page.getByText('Nobody found.')).toBeVisible();
  await expect(page).toHaveURL(call);
  await lock(page);
  await unlock(page, signInAs, call);
  await expect(back(page)).toBeVisible();
  await expect(find).toHaveValue('1 1 1901 nobody');
});

test('Danger half-written for the duty doctor says 999 when the screen locks', async ({ page, signInAs, picture }) => {
  await asNavigator(page, signInAs);
  const call = await beginCall(page);
  await page.goto(`${call}/none`);
  const question = page.getByLabel('What do you need to know?');
  if (!(await question.isVisible())) await page.locator('summary').filter({ hasText: 'duty doctor' }).first().click();
  await question.fill('Crushing chest pain and his arm is numb');
  await lock(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Stop. Get an ambulance now' })).toBeVisible();
  await expect(page.getByText('The duty clinician has been alerted.')).toBeVisible();
  await expect(page.getByText(/chest|arm is numb/)).toHaveCount(0);
  await picture('locked-danger-asked');
});

test('What two tabs hold when they are signed out elsewhere is kept, each for itself', async ({
  page,
  context,
  signInAs,
  picture,
}) => {
  await asNavigator(page, signInAs);
  const [second, third] = [await context.newPage(), await context.newPage()];
  for (const one of [page, second]) await one.goto('/patients/new');
  await page.getByLabel('Last name').fill('Ann');
  await second.getByLabel('Last name').fill('Ben');
  await third.goto('/calls');
  await third.locator('.head__who').click();
  await third.getByRole('button', { name: 'Sign out' }).click();
  await expect(third).toHaveURL(/\/sign-in/);
  for (const one of [page, second]) {
    await lock(one);
    await expect(one).toHaveURL(/\/sign-in\?return=%2Fpatients%2Fnew/);
  }
  await asNavigator(page, signInAs);
  await page.goto('/patients/new');
  await expect(page.getByLabel('Last name')).toHaveValue('Ann');
  await expect(page.getByText('in another window too')).toBeVisible();
  await picture('kept-two-windows');
  await second.goto('/patients/new');
  await expect(second.getByLabel('Last name')).toHaveValue('Ben');
  await expect(back(second)).toBeVisible();
  await expect(second.getByText('in another window too')).toHaveCount(0);
  await second.close();
  await third.close();
});

test('A note to a red flag stays, and the focus with it, when another flag arrives', async ({
  page,
  browser,
  signInAs,
  picture,
  baseURL,
}) => {
  test.setTimeout(120_000);
  await signInAs('Clinician');
  const elsewhere = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const other = await elsewhere.newPage();
  const raise = async (words: string): Promise<void> => {
    await other.goto('/calls');
    await other.locator('html[data-keys=ready]').waitFor({ state: 'attached' });
    await other.getByRole('button', { name: /Telephone/ }).click();
    await other.getByLabel(/in their words/).fill(words);
    await expect(other.locator('#stopped')).toBeVisible();
  };
  await other.goto('/sign-in');
  await other
    .getByRole('main')
    .getByRole('link', { name: /sign in|choose/i })
    .click();
  await other.getByRole('button').filter({ hasText: 'Care navigator, ' }).filter({ hasNotText: ';' }).first().click();
  await raise('Crushing chest pain and his arm is numb');
  await page.goto('/red-flags');
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  const rows = page.locator('.flag--now');
  // Other tests raise flags of their own meanwhile: these are known by a mark.
  const mark = `ward ${Date.now()}`;
  await rows.first().getByText('Close with a note').click();
  const note = rows.first().getByLabel('What was done');
  await note.fill('Rang back, ambulance is');
  await raise(`My baby is floppy and blue, ${mark}`);
  await expect(page.getByText('Something new: shown when you leave the box')).toBeVisible();
  // Past whether it was a danger, by when and with whom, to the first button.
  for (let box = 0; box < 4; box += 1) await page.keyboard.press('Tab');
  await expect(rows.filter({ hasText: `floppy and blue, ${mark}` })).toHaveCount(1);
  const kept = page.getByLabel('What was done').and(page.locator('textarea:visible'));
  await expect(kept).toHaveValue('Rang back, ambulance is');
  expect(await page.evaluate<string>('document.activeElement.textContent.trim()')).toBe('Dealt with');
  await raise(`He has taken all his tablets and wants to die, ${mark}`);
  await expect(rows.filter({ hasText: `wants to die, ${mark}` })).toHaveCount(1);
  await expect(kept).toHaveValue('Rang back, ambulance is');
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await picture('flags-note-kept');
  await elsewhere.close();
});
