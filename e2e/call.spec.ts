import type { Page } from '@playwright/test';
import { asNavigator } from './support/roles.ts';
import { expect, test } from './support/page.ts';

/** Somebody of the demonstration who is asking now, as a caller would say who they are. */
async function somebody(page: Page): Promise<{ born: string; family: string }> {
  await page.goto('/calls');
  await page
    .getByRole('button', { name: /^(Take|Go on|Look): (?!not yet)/ })
    .last()
    .click();
  const name = (await page.locator('.rail h2').textContent()) ?? '';
  const [, day = '', month = '', year = ''] =
    /Born (\d+) (\w+) (\d{4})/.exec((await page.locator('.rail').textContent()) ?? '') ?? [];
  const months = 'January February March April May June July August September October November December'.split(' ');
  await page.getByRole('button', { name: 'Leave for later' }).click();
  return {
    born: `${day} ${months.indexOf(month) + 1} ${year}`,
    family: name.replace(/,.*/, '').split(' ').at(-1) ?? '',
  };
}

test('A navigator takes a call from the first ring to the booking by keyboard alone, well within a minute', async ({
  page,
  signInAs,
  picture,
}) => {
  await asNavigator(page, signInAs);
  const { born, family } = await somebody(page);
  await page.goto('/calls');
  const began = Date.now();
  await page.waitForLoadState('load');
  await page.keyboard.press('t');
  await expect(page.getByRole('heading', { name: 'Who is it?' })).toBeVisible();
  await expect(page.getByLabel('NHS number, or birth date and surname')).toBeFocused();
  await page.keyboard.type(`${born} ${family}`);
  await page.keyboard.press('Enter');
  // One person alone is shown at once, to be checked; of several, one is chosen.
  await expect(page.locator('.person, #check').first()).toBeVisible();
  if (await page.locator('.person').first().isVisible()) {
    await page.locator('.person').first().focus();
    await page.keyboard.press('Enter');
  }
  await expect(page.getByText(/^Ask( the caller)?, and tick (one that agrees|two that agree)/)).toBeVisible();
  await page.waitForLoadState('load');
  await page.keyboard.press('a');
  await expect(page.locator('.confirmed')).toBeVisible();
  await page.waitForLoadState('load');
  await expect(page.getByLabel(/^What \w+ says?, in/)).toBeFocused();
  await page.keyboard.type('Sick note for work, off with a cold since Monday');
  await expect(page.getByText(/^Kept \d/)).toBeVisible();
  // Enter says that it is written: the keys are for what is asked and offered now, and the first time is chosen.
  await page.keyboard.press('Enter');
  for (let asked = 0; asked < 3 && (await page.locator('.ask:not(.ask--answered)').isVisible()); asked += 1) {
    await page.keyboard.press('n');
    await page.waitForLoadState('load');
  }
  await expect(page.locator('.offer__when').first()).toBeVisible();
  await picture('call-offers');
  if ((await page.locator('.offer__pick:checked').count()) === 0) await page.keyboard.press('1');
  await expect(page.getByRole('button', { name: /^Book / })).toBeEnabled();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Booked \d\d:\d\d/)).toBeVisible();
  expect(Date.now() - began).toBeLessThan(60_000);
  await picture('call-booked');
  await page.waitForLoadState('load');
  await page.keyboard.press('u');
  await expect(page.locator('.offer__when').first()).toBeVisible();
});

test('A red flag replaces the offers while the words are still being typed, and shows when a clinician has seen it', async ({
  page,
  signInAs,
  picture,
}) => {
  await asNavigator(page, signInAs);
  await page.goto('/calls');
  await page.getByRole('button', { name: 'Telephone' }).click();
  await page.getByLabel(/in their words/).fill('Crushing pain in my chest going down my left arm');
  await expect(page.getByRole('heading', { level: 1, name: /^Stop\. Get them an ambulance now/ })).toBeVisible();
  await expect(page.getByText(/999/).filter({ visible: true }).first()).toBeVisible();
  await expect(page.locator('.offer')).toHaveCount(0);
  await expect(page.getByText('go back')).toHaveCount(0);
  await picture('call-red-flag');
});

for (const [width, height, seenAs] of [
  [1366, 768, 'a laptop'],
  [683, 384, 'a laptop at 200 %'],
  [375, 667, 'a telephone'],
  [375, 800, 'a longer telephone'],
] as const)
  test(`A red flag stands in the first screen of ${seenAs}, and nothing lies over it`, async ({ page, signInAs }) => {
    await asNavigator(page, signInAs);
    await page.setViewportSize({ width, height });
    await page.goto('/calls');
    await page.getByRole('button', { name: 'Telephone' }).click();
    const words = page.getByLabel(/in their words/);
    await words.click();
    await words.fill('Crushing pain in my chest going down my left arm');
    const stop = page.getByRole('heading', { level: 1, name: /^Stop\./ });
    await expect(stop).toBeInViewport({ ratio: 1 });
    await expect(page.locator('#stop:focus, #more:focus')).toHaveCount(1);
    const seen = await page.evaluate(`(() => {
      const heading = document.getElementById('stop');
      const { left, top, width, height } = heading.getBoundingClientRect();
      return [0.1, 0.5, 0.9].every((part) => heading.contains(document.elementFromPoint(left + width * 0.1, top + height * part)));
    })()`);
    expect(seen, 'no bar lies over the heading').toBe(true);
    if (width > 960) await expect(page.getByRole('button', { name: '999 rung by me' })).toBeInViewport({ ratio: 1 });
  });

test('Words survive a refresh and a lost line', async ({ page, context, signInAs }) => {
  await asNavigator(page, signInAs);
  await page.goto('/calls');
  await page.getByRole('button', { name: 'Telephone' }).click();
  await page.getByLabel(/in their words/).fill('Sore knee since Tuesday');
  await expect(page.getByText(/^Kept \d/)).toBeVisible();
  await expect(page.getByText('Not being looked through for danger.')).toBeHidden();
  await context.setOffline(true);
  await page.getByLabel(/in their words/).fill('Sore knee since Tuesday, swollen at night');
  await expect(page.getByText('Not kept, trying again')).toBeVisible();
  const bar = page.getByRole('alert').filter({ hasText: 'Not being looked through for danger.' });
  await expect(bar).toContainText('Ask yourself');
  await context.setOffline(false);
  await expect(page.getByText(/^Kept \d/)).toBeVisible();
  await expect(bar).toBeHidden();
  await page.reload();
  await expect(page.getByLabel(/in their words/)).toHaveValue('Sore knee since Tuesday, swollen at night');
});

test('Words written while the line was down survive a closed tab, for whoever wrote them alone', async ({
  page,
  context,
  signInAs,
}) => {
  await asNavigator(page, signInAs);
  await page.goto('/calls');
  await page.getByRole('button', { name: 'Telephone' }).click();
  await page.getByLabel(/in their words/).fill('Sore knee');
  await expect(page.getByText(/^Kept \d/)).toBeVisible();
  const call = new URL(page.url()).pathname;
  await context.setOffline(true);
  await page.getByLabel(/in their words/).fill('Sore knee, swollen at night');
  await expect(page.getByText('Not kept, trying again')).toBeVisible();
  const left = await page.evaluate(() => Object.entries(localStorage).join());
  expect(left).toContain('sp-spare:');
  expect(left).not.toContain('swollen');
  await page.close({ runBeforeUnload: false });
  await context.setOffline(false);

  const other = await context.newPage();
  await other.goto('/calls');
  await expect(other.getByText('What you wrote without a connection is kept.')).toBeVisible();
  expect(await other.evaluate(() => Object.keys(localStorage).join())).not.toContain('sp-spare:');
  await other.getByRole('link', { name: 'Go back to it' }).click();
  await expect(other).toHaveURL(call);
  await expect(other.getByLabel(/in their words/)).toHaveValue('Sore knee, swollen at night');
  await expect(other.getByText('What you were writing is back.')).toBeVisible();
  await expect(other.getByText(/^Kept \d/)).toBeVisible();
  await other.reload();
  await expect(other.getByLabel(/in their words/)).toHaveValue('Sore knee, swollen at night');
});

test('A box that takes no more says that the rest is neither kept nor heard', async ({ page, signInAs }) => {
  await asNavigator(page, signInAs);
  await page.goto('/calls');
  await page.getByRole('button', { name: 'Telephone' }).click();
  await page.getByLabel(/in their words/).fill('My knee is sore. '.repeat(588));
  await expect(page.getByText(/^Kept \d/)).toBeVisible();
  await page.getByLabel(/in their words/).press('End');
  await page.keyboard.type(' and more');
  await expect(page.getByText(/^No more fits here/)).toBeVisible();
});

test('Clinicians see the red flags that wait for them, and none of the work is hidden from a phone', async ({
  page,
  signInAs,
  picture,
}) => {
  await signInAs('Clinician');
  await page.goto('/red-flags');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await picture('red-flags');
});
