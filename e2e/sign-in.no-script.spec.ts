import { expect, test } from './support/page.ts';

test('Signing in and out needs no script', async ({ page, signInAs, signOut }) => {
  await signInAs('Care navigator');
  await expect(page.locator('.head__who')).toContainText('Care navigator');
  await signOut();
});
