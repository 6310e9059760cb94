import { askFor, asPatient, cancelIt, chooseAndBook, moveIt } from './support/patient.ts';
import { expect, test } from './support/page.ts';

test.use({ viewport: { width: 375, height: 760 } });

test('A patient asks, chooses, books, moves and cancels on a telephone without any script', async ({ page }) => {
  await asPatient(page, 'Has a visit coming');
  await askFor(page, 'I have had a cough for two weeks and I feel tired');
  const when = await chooseAndBook(page);
  const visit = page.url().split('?')[0] ?? '';
  const calendar = await page.request.get(`${visit}/calendar`);
  expect(await calendar.text()).toMatch(/^BEGIN:VCALENDAR/);
  expect((await page.request.get(`${visit}/letter`)).headers()['content-type']).toBe('application/pdf');
  await page.goto('/my');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Your next visit: ${when}`);
  await page.getByRole('main').getByRole('link', { name: when }).click();
  await moveIt(page);
  await cancelIt(page);
  await page.goto('/my');
  await expect(page.getByText('Your appointment is cancelled').first()).toBeVisible();
});

test('A danger in their words puts 999 before everything, and no time can be chosen', async ({ page }) => {
  await asPatient(page, 'Has a visit coming');
  await askFor(page, 'crushing pain in my chest going down my arm');
  await page.setViewportSize({ width: 375, height: 667 });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Call 999 now');
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('link', { name: 'Call 999' })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('link', { name: 'Call 999' })).toHaveAttribute('href', 'tel:999');
  const request = page.url();
  await page.goto(`${request}/choose`);
  await expect(page).toHaveURL(request);
});
