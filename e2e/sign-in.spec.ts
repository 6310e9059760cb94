import { asNavigator } from './support/roles.ts';
import { expect, test } from './support/page.ts';

const roles = [
  'Group operations',
  'Care navigator',
  'Clinician',
  'Workforce',
  'Finance',
  'Governance',
  'Practice manager',
  'Partner',
  'Auditor',
  'Administrator',
];

test('Someone who is not signed in is asked to sign in, and is told that this is a demonstration', async ({
  page,
  picture,
}) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Sign in/);
  await expect(page.getByText(/fictional/).first()).toBeVisible();
  await picture('sign-in');
});

test('An address that leads nowhere says so and shows a way on', async ({ page, picture }) => {
  const answer = await page.goto('/no-such-page');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await picture('not-found');
});

test('Each role signs in to its first page', async ({ page, context, signInAs, picture }) => {
  test.setTimeout(180_000);
  for (const role of roles) {
    await signInAs(role);
    await expect(page.locator('.head__who'), role).toContainText(role);
    await expect(page.getByRole('heading', { level: 1 }), role).toBeVisible();
    await picture(`first-page-${role.toLowerCase().replaceAll(' ', '-')}`);
    await context.clearCookies();
  }
});

test('Whoever signs in again after signing out gets nothing of the session before', async ({
  page,
  signInAs,
  signOut,
}) => {
  await signInAs('Care navigator');
  const [cookie] = await page.context().cookies();
  await signOut();
  await page.context().addCookies(cookie ? [cookie] : []);
  await page.goto('/');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('Danger typed on a screen that was locked or signed out in another tab says 999 at once, and shows no word of it', async ({
  page,
  context,
  signInAs,
  picture,
}) => {
  const stop = page.getByRole('heading', { level: 1, name: 'Stop. Get an ambulance now' });
  const typeDanger = async () => {
    await page.getByLabel(/in their words/).fill('Crushing chest pain and his arm is numb');
    await expect(stop).toBeVisible();
    await expect(page.getByText('The duty clinician has been alerted.')).toBeVisible();
    await expect(page.getByText(/chest|arm is numb/)).toHaveCount(0);
  };
  await asNavigator(page, signInAs);
  const second = await context.newPage();

  await page.goto('/calls');
  await page.keyboard.press('t');
  await expect(page.getByRole('heading', { name: 'Who is it?' })).toBeVisible();
  await second.goto('/calls');
  await second.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect(second).toHaveURL(/\/locked/);
  await page.bringToFront();
  await typeDanger();
  await expect(page).toHaveURL(/\/locked/);
  await picture('locked-danger');
  await asNavigator(page, signInAs);
  await page.goto('/kept-forms');
  await expect(page.getByText('A red flag was found in this.').first()).toBeVisible();
  await picture('kept-danger');

  await page.goto('/calls');
  await page.keyboard.press('t');
  await expect(page.getByRole('heading', { name: 'Who is it?' })).toBeVisible();
  await second.goto('/calls');
  await second.locator('.head__who').click();
  await second.getByRole('button', { name: 'Sign out' }).click();
  await expect(second).toHaveURL(/\/sign-in/);
  await page.bringToFront();
  await typeDanger();
  await expect(page).toHaveURL(/\/sign-in/);
  await picture('sign-in-danger');
  await second.close();
});
