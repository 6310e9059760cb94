import type { Page } from '@playwright/test';

/** Signs in as a care navigator, acting as one where the person holds other roles too. */
export async function asNavigator(page: Page, signInAs: (role: string) => Promise<void>): Promise<void> {
  await signInAs('Care navigator');
  const answer = await page.goto('/calls');
  if (answer?.ok()) return;
  await page.locator('.head__who').click();
  await page
    .locator('#account')
    .getByRole('button', { name: /^Care navigator/ })
    .first()
    .click();
}
