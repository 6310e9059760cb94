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
  await page.getByLabel('What do you need to know?').fill('Can she take ibu');
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
  await page.getByLabel('What do you need to know?').fill('Crushing chest pain and his arm is numb');
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
