import { expect, test } from './support/page.ts';

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
