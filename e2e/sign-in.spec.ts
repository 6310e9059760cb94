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
