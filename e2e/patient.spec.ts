import { askFor, asPatient, cancelIt, chooseAndBook, moveIt } from './support/patient.ts';
import { expect, test } from './support/page.ts';

test('A patient’s own pages hold no barrier and fit a telephone, from signing in to cancelling', async ({
  page,
  picture,
}) => {
  await page.goto('/my/sign-in');
  await picture('patient-sign-in');
  await asPatient(page, 'Is older, and reads large print');
  await picture('patient-home');
  await page.goto('/my/ask');
  await picture('patient-ask');
  await askFor(page, 'I have had a cough for two weeks and I feel tired');
  await picture('patient-next');
  await chooseAndBook(page);
  await picture('patient-booked');
  await moveIt(page);
  await cancelIt(page);
  await picture('patient-cancelled');
});

test('A patient asks to be rung instead, or says why no time suits, and is told by when', async ({ page, picture }) => {
  await asPatient(page, 'Has the doctor with the fewest free places');
  await askFor(page, 'I have had a cough for two weeks and I feel tired');
  await page.getByRole('button', { name: 'See the times I can choose' }).click();
  await picture('patient-choose');
  await page.getByLabel('None of these suits me').check({ force: true });
  await page.getByRole('button', { name: 'Continue' }).click();
  await picture('patient-none');
  await page.getByLabel('I cannot come at these times').check({ force: true });
  await page.getByRole('button', { name: 'Tell the practice' }).click();
  await page.getByRole('link', { name: 'I would rather be rung' }).click();
  await page.getByLabel(/number/i).fill('07700 900118');
  await picture('patient-ring');
  await page.getByRole('button', { name: 'Ask to be rung' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/by /);
});

test('A parent asks for their child, and whose identity is not proved is told what to do', async ({
  page,
  picture,
}) => {
  await asPatient(page, 'Has a small child, and acts for them');
  await page.goto('/my/ask');
  const child = page.locator('input[name=for][type=radio]').nth(1);
  await child.check({ force: true });
  await page.getByLabel('In your own words').fill('She has had an earache since yesterday');
  await page.getByRole('button', { name: 'Continue' }).click();
  await picture('patient-for-child');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.goto('/my');
  await page.getByRole('main').getByRole('link', { name: 'Continue to NHS login' }).click();
  await page.getByRole('main').getByRole('button', { name: 'identity is not proved' }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('appointments');
  await picture('patient-not-proved');
});
