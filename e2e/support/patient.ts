import { expect, type Page } from '@playwright/test';

/** Signs in as one of the demonstration's patients, through the provider that stands in for NHS login. */
export async function asPatient(page: Page, part: string): Promise<void> {
  await page.goto('/my');
  await page.getByRole('main').getByRole('link', { name: 'Continue to NHS login' }).click();
  await page.getByRole('main').getByRole('button', { name: part }).click();
  await expect(page).toHaveURL(/\/my$/);
}

/** Says in plain words what is wrong, for the first person there is to ask for, and answers no to what is asked. */
export async function askFor(page: Page, words: string): Promise<void> {
  await page.goto('/my/ask');
  const asking = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByLabel('In your own words').fill(words);
  const people = page.locator('input[name=for][type=radio]');
  if ((await people.count()) > 0) await people.first().check({ force: true });
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(/\/my\/ask\/[0-9a-f-]{36}/);
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).not.toHaveText(asking);
  for (let asked = 0; asked < 5 && (await page.locator('#said').isVisible()); asked += 1) {
    const question = await heading.innerText();
    await page.getByLabel('No', { exact: true }).check({ force: true });
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(heading).not.toHaveText(question);
  }
}

/** From what happens next to a visit that is booked: its day and time as they are told. */
export async function chooseAndBook(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'See the times I can choose' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('When would you like to be seen?');
  await page.locator('input[name=choice]').first().check({ force: true });
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Is this right?');
  await page.getByRole('button', { name: 'I need more time' }).click();
  await page.getByRole('button', { name: 'Book it' }).click();
  await expect(page.getByText('You are booked')).toBeVisible();
  return page.getByRole('heading', { level: 1 }).innerText();
}

/** Moves the visit that is looked at to the last other time that is shown, after it is read back. */
export async function moveIt(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Move it to another time' }).click();
  await page.locator('input[name=offer]').last().check({ force: true });
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Move it' }).click();
  await expect(page.getByText('It is moved')).toBeVisible();
}

/** Cancels the visit that is looked at, once it is said whether help is still needed. */
export async function cancelIt(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Cancel it' }).click();
  await page.getByRole('button', { name: 'Cancel my visit' }).click();
  await expect(page.locator('.nhsuk-error-message')).toBeVisible();
  await page.getByLabel('No, it is settled').check({ force: true });
  await page.getByRole('button', { name: 'Cancel my visit' }).click();
  await expect(page.getByText('Cancelled', { exact: true })).toBeVisible();
}
