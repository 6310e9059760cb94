import { expect, test } from './support/page.ts';

test('Group operations see what would help, do it by one press, and see it confirmed in the row that stays', async ({
  page,
  signInAs,
  picture,
}) => {
  await signInAs('Group operations');
  await page.goto('/today');
  const row = page
    .locator('.risk')
    .filter({ hasText: /visits? lost (its|their) place/ })
    .first();
  await expect(row).toContainText('Nobody’s consent is needed');
  await row.getByRole('button', { name: /^Give \d+ another place/ }).click();
  const done = page
    .locator('.risk')
    .filter({ hasText: /visits? lost (its|their) place/ })
    .filter({ hasText: 'Done' });
  await expect(done).toContainText(/Done \d\d:\d\d by .*: \d+ visits? (has|have) another place\./);
  await expect(done.getByRole('button')).toHaveCount(0);
  await picture('remedies');
});
