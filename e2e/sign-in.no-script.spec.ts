import { expect, test } from './support/page.ts';

test('Signing in and out needs no script', async ({ page, signInAs }) => {
  await signInAs('Care navigator');
  await expect(page.getByRole('main')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
});
