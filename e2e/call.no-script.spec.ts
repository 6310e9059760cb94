import { asNavigator } from './support/roles.ts';
import { expect, test } from './support/page.ts';

test('A call is taken, asked about and booked without any script', async ({ page, signInAs }) => {
  await asNavigator(page, signInAs);
  await page.goto('/calls');
  await page
    .getByRole('button', { name: /^(Take|Go on|Look): (?!not yet)/ })
    .last()
    .click();
  const words = page.getByLabel(/in (her|his|their) words/);
  await words.fill('Sick note for work please, no chest pain');
  await page.getByRole('button', { name: 'Save and look' }).click();
  await expect(words).toHaveValue('Sick note for work please, no chest pain');
  const matched = page.locator('.check input[type=checkbox]');
  if (await page.locator('.check').isVisible()) {
    for (let one = 0; one < Math.min(2, await matched.count()); one += 1) await matched.nth(one).check();
    await page.locator('.check button').click();
  }
  for (let asked = 0; asked < 4 && (await page.locator('.ask:not(.ask--answered)').isVisible()); asked += 1)
    await page.locator('.ask button[value=no]').click();
  // Without script a time is chosen by its own button, which is seen, beside a time that can be read.
  expect((await page.locator('.offer__when').first().boundingBox())?.width).toBeGreaterThan(120);
  await expect(page.locator('.offer__pick').first()).toHaveCSS('opacity', '1');
  await page.locator('.offer__pick').first().check();
  await page.getByRole('button', { name: 'Book the time chosen' }).click();
  await expect(page.getByText(/Booked \d\d:\d\d/)).toBeVisible();
  await page.getByRole('button', { name: /Undo/ }).click();
  await expect(page.locator('.offer__when').first()).toBeVisible();
});

test('Without any script a red flag stands in the first screen of a telephone', async ({ page, signInAs }) => {
  await asNavigator(page, signInAs);
  await page.setViewportSize({ width: 375, height: 667 });
  await page.goto('/calls');
  await page.getByRole('button', { name: 'Desk' }).click();
  await page.getByLabel(/in their words/).fill('Crushing pain in my chest going down my left arm');
  await page.getByRole('button', { name: 'Save and look' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Stop\./ })).toBeInViewport({ ratio: 1 });
});

test('Without any script a second window’s words are kept beside the first, and one press puts both together', async ({
  page,
  context,
  signInAs,
}) => {
  await asNavigator(page, signInAs);
  await page.goto('/calls');
  await page.getByRole('button', { name: 'Telephone' }).click();
  const second = await context.newPage();
  await second.goto(page.url());
  await second.getByLabel(/in their words/).fill('Sore knee since Tuesday');
  await second.getByRole('button', { name: 'Save and look' }).click();
  await page.getByLabel(/in their words/).fill('Sore knee, and a note for work');
  await page.getByRole('button', { name: 'Save and look' }).click();
  await expect(page.getByText('You wrote in two windows.')).toBeVisible();
  await expect(page.getByLabel(/in their words/)).toHaveValue('Sore knee since Tuesday');
  await expect(page.locator('.apart__text')).toHaveText(['Sore knee since Tuesday', 'Sore knee, and a note for work']);
  await page.getByRole('button', { name: 'Put both' }).click();
  await expect(page.getByLabel(/in their words/)).toHaveValue(
    'Sore knee since Tuesday\nSore knee, and a note for work',
  );
  await second.close();
});
