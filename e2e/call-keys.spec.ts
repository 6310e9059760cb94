import type { Page } from '@playwright/test';
import { asNavigator } from './support/roles.ts';
import { expect, test } from './support/page.ts';

/** Opens somebody who waits and is known; answers the address of the call. */
async function somebodyKnown(page: Page): Promise<string> {
  await page.goto('/calls');
  await page
    .getByRole('button', { name: /^(Take|Go on|Look): (?!not yet)/ })
    .last()
    .click();
  await expect(page.locator('.rail h2')).toBeVisible();
  return page.url();
}

/** Who the open call is about, as a caller would say it. */
async function asSaid(page: Page): Promise<{ born: string; family: string }> {
  const rail = (await page.locator('.rail').textContent()) ?? '';
  const name = (await page.locator('.rail h2').textContent()) ?? '';
  const [, day = '', month = '', year = ''] = /Born (\d+) (\w+) (\d{4})/.exec(rail) ?? [];
  const months = 'January February March April May June July August September October November December'.split(' ');
  return {
    born: `${day} ${months.indexOf(month) + 1} ${year}`,
    family: name.replace(/,.*/, '').split(' ').at(-1) ?? '',
  };
}

/** Holds back what forms answer with, so that there is time to type while one page gives way to the next. */
async function slowly(page: Page, milliseconds: number): Promise<void> {
  await page.route('**/calls/**', async (route, request) => {
    if (request.method() === 'POST') await new Promise((done) => setTimeout(done, milliseconds));
    await route.fallback();
  });
}

/** Types on and on, whatever the page is busy with, as somebody does who does not look up; answers how to stop. */
function typeOn(page: Page, keys: readonly string[]): () => Promise<void> {
  const sent: Promise<unknown>[] = [];
  let at = 0;
  const timer = setInterval(() => {
    const key = keys[at % keys.length] ?? 'i';
    at += 1;
    sent.push(
      page.keyboard.down(key).catch(() => undefined),
      page.keyboard.up(key).catch(() => undefined),
    );
  }, 50);
  return async () => {
    clearInterval(timer);
    await Promise.all(sent);
  };
}

test('Letters typed while a page changes confirm nobody, answer nothing and book nothing', async ({
  page,
  signInAs,
}) => {
  await asNavigator(page, signInAs);
  const call = await somebodyKnown(page);
  await page.getByLabel(/in (her|his|their) words|in their words/).fill('Sick note for work, no chest pain');
  await expect(page.getByText(/^Kept \d/)).toBeVisible();
  await page.goto(call);
  await slowly(page, 700);
  const acts: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') acts.push(new URL(request.url()).pathname.split('/').at(-1) ?? '');
  });
  // One answer is pressed, and somebody types on while its page gives way to the next: every letter that is a key.
  await expect(async () => {
    if (!acts.includes('answer')) await page.keyboard.press('n');
    await expect.poll(() => acts, { timeout: 1_000 }).toContain('answer');
  }).toPass();
  const stop = typeOn(page, ['i', 'y', '1', 'Enter', 'n', 'u', 'a', 'b', 'p', 'h', 'g', 'l', 'x', 'r', '0', 'Enter']);
  await expect(page.locator('.ask--answered')).toBeVisible();
  await page.waitForLoadState('load');
  await page.waitForTimeout(1_500);
  await stop();
  expect(
    acts.filter((act) => act !== 'words'),
    'the one answer that was pressed',
  ).toEqual(['answer']);
  await expect(page).toHaveURL(call);
  await expect(page.locator('.offer__pick:checked, .check input:checked')).toHaveCount(0);
  // What was typed stands in the words; once somebody has left them, the key does what it says.
  await expect(page.locator('#words')).toBeFocused();
  await expect(page.locator('#words')).toHaveValue(/Sick note for work, no chest pain [\w ]{3}/);
  // A page takes keys once it has been seen: whoever presses too soon presses again.
  await expect(async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('0');
    await expect(page).toHaveURL(`${call}/none`, { timeout: 1_000 });
  }).toPass();
});

test('Enter and letters that follow a form on its way press nothing on the page it brings', async ({
  page,
  signInAs,
}) => {
  await asNavigator(page, signInAs);
  await page.goto('/calls');
  await somebodyKnown(page);
  const { born, family } = await asSaid(page);
  await page.goto('/calls');
  await page.keyboard.press('t');
  await expect(page.getByLabel('NHS number, or birth date and surname')).toBeFocused();
  await expect(page.locator('html[data-keys=ready]')).toBeAttached();
  await slowly(page, 500);
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(new URL(request.url()).pathname);
  });
  await page.keyboard.type(`${born} ${family}`);
  await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await page.keyboard.type('i1yn', { delay: 30 });
  await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await page.keyboard.type('iiabphiii', { delay: 30 });
  await expect(page.locator('.check')).toBeVisible();
  await expect(page.locator('html[data-keys=ready]')).toBeAttached();
  // What was pressed before the page was there has sent nothing and ticked nothing; from now on its keys are its own.
  expect(sent.filter((path) => path.endsWith('/identity'))).toEqual([]);
  await expect(page.locator('.check input:checked')).toHaveCount(0);
  await expect(page.locator('.confirmed')).toHaveCount(0);
});

test('A form is sent as it stood when Enter was pressed, and its box says that it takes no more', async ({
  page,
  signInAs,
  picture,
}) => {
  await asNavigator(page, signInAs);
  await somebodyKnown(page);
  const { born, family } = await asSaid(page);
  await page.goto('/calls');
  await page.keyboard.press('t');
  const box = page.getByLabel('NHS number, or birth date and surname');
  await expect(box).toBeFocused();
  await expect(page.locator('html[data-keys=ready]')).toBeAttached();
  const found: (string | null)[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/find'))
      found.push(new URLSearchParams(request.postData() ?? '').get('typed'));
  });
  const { promise: kept, resolve: keepNow } = Promise.withResolvers<undefined>();
  await page.route('**/words', async (route) => {
    await kept;
    await route.fallback();
  });
  await page.getByLabel(/in their words/).fill('Sore knee');
  await box.click();
  await page.keyboard.type(`${born} ${family}`);
  await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await page.keyboard.type('i1yn', { delay: 30 });
  await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await expect(page.getByText('Sent as it stood. What you type now is not added.')).toBeVisible();
  await expect(box).toHaveValue(`${born} ${family}`);
  await picture('call-sent');
  expect(found, 'the words are not kept yet').toEqual([]);
  keepNow(undefined);
  await page.keyboard.type('iyn1', { delay: 30 });
  await expect(page.locator('.check')).toBeVisible();
  expect(found, 'sent once').toEqual([`${born} ${family}`]);
  await expect(page.getByLabel(/^What \w+ says?, in/), 'the page is drawn with the words').toHaveValue('Sore knee');
  await expect(page.locator('.check input:checked, .confirmed')).toHaveCount(0);
});

test('No letter typed into the words is lost when a red flag changes the page', async ({ page, signInAs }) => {
  await asNavigator(page, signInAs);
  await page.goto('/calls');
  await page.keyboard.press('t');
  const words = page.getByLabel(/in their words/);
  await words.click();
  await page.route('**/words', async (route) => {
    await new Promise((done) => setTimeout(done, 400));
    await route.fallback();
  });
  // What stood in the box when its page went away.
  let typed = '';
  await page.exposeFunction('inTheBox', (text: string) => {
    typed = text;
  });
  await page.evaluate(
    `document.getElementById('words').addEventListener('input', ({ target }) => inTheBox(target.value))`,
  );
  await page.keyboard.type('crushing chest pain and it goes down my left arm since about ten minutes ago', {
    delay: 30,
  });
  await expect(page.getByRole('heading', { level: 1, name: /^Stop\./ })).toBeVisible();
  expect(typed).toMatch(/^crushing chest pain/);
  await expect(async () => {
    await page.reload();
    await expect(page.locator('.rail')).toContainText(typed, { timeout: 1_000 });
  }).toPass({ timeout: 8_000 });
});

test('Two windows on one call: neither overwrites the other, and somebody puts both together', async ({
  page,
  context,
  signInAs,
  picture,
}) => {
  await asNavigator(page, signInAs);
  await page.goto('/calls');
  await page.keyboard.press('t');
  await expect(page.getByRole('heading', { name: 'Who is it?' })).toBeVisible();
  const second = await context.newPage();
  await second.goto(page.url());
  const box = (one: Page) => one.getByLabel(/in their words/);
  await box(second).fill('Sore knee since Tuesday');
  await expect(second.getByText(/^Kept \d/)).toBeVisible();
  await page.bringToFront();
  await box(page).fill('Sore knee, and a note for work');
  await expect(page.getByText(/Kept from your other window/)).toBeVisible();
  await expect(page.getByText('You wrote in two windows.')).toBeVisible();
  await expect(box(page), 'what is being written stays as it is').toHaveValue('Sore knee, and a note for work');
  await picture('call-apart');
  await page.getByRole('button', { name: /Put both/ }).click();
  await expect(box(page)).toHaveValue('Sore knee since Tuesday\nSore knee, and a note for work');
  await second.close();
});

test('A booking taken back by one key frees its place at once on another open screen', async ({
  page,
  context,
  signInAs,
}) => {
  await asNavigator(page, signInAs);
  const call = await somebodyKnown(page);
  await page.getByLabel(/in (her|his|their) words|in their words/).fill('Sick note for work');
  await expect(page.getByText(/^Kept \d/)).toBeVisible();
  await page.goto(call);
  const check = page.locator('.check');
  if (await check.isVisible()) {
    for (const one of await check.locator('input[type=checkbox]').all()) await one.check();
    await check.getByRole('button').click();
    await expect(page.locator('.confirmed')).toBeVisible();
  }
  // Another call about the same person on another screen is offered the same places.
  const { born, family } = await asSaid(page);
  const second = await context.newPage();
  await second.goto('/calls');
  await second.getByRole('button', { name: 'Telephone' }).click();
  await second.getByLabel('NHS number, or birth date and surname').fill(`${born} ${family}`);
  await second.getByRole('button', { name: 'Find' }).click();
  const people = second.locator('.person');
  await expect(people.first().or(second.locator('#check'))).toBeVisible();
  if (await people.first().isVisible()) await people.first().click();
  await second.getByLabel(/in (her|his|their) words|in their words/).fill('Sick note for work');
  await expect(second.locator('.offer__pick').first()).toBeAttached();
  await page.goto(call);
  await page.bringToFront();
  const first = await page.locator('.offer__pick').first().inputValue();
  const clashing = second.locator(`.offer__pick[value="${first}"]`);
  await expect(clashing).toHaveCount(1);
  let keys = 0;
  const press = async (key: string): Promise<void> => {
    keys += 1;
    await page.keyboard.press(key);
  };
  await press('1');
  await press('Enter');
  await expect(page.getByText(/Booked \d\d:\d\d/)).toBeVisible();
  expect(keys, 'keys from the offers to the booking').toBeLessThan(6);
  await expect(clashing).toHaveCount(0);
  await page.keyboard.press('u');
  await expect(page.locator('.offer__when').first()).toBeVisible();
  await expect(clashing).toHaveCount(1);
  await second.close();
});

test('Who asks goes on to their name: it is typed at once and acts as no key, and Escape leaves any box', async ({
  page,
  signInAs,
}) => {
  await asNavigator(page, signInAs);
  const call = await somebodyKnown(page);
  const name = page.getByLabel('Name', { exact: true });
  for (const key of ['g', 'c', 'e']) {
    await page.evaluate('document.activeElement.blur()');
    await page.keyboard.press(key);
    await expect(name, `after ${key}`).toBeFocused();
    await page.keyboard.type('Alice Legg');
    await page.keyboard.press('Tab');
    await page.keyboard.type('mother');
    for (const box of ['#callerName', '#callerRelation', '#callerPhone']) {
      await page.locator(box).focus();
      await page.keyboard.press('Escape');
      await expect(page.locator(box), `Escape leaves ${box}`).not.toBeFocused();
    }
    await expect(page).toHaveURL(call);
    await expect(name).toHaveValue('Alice Legg');
    await expect(page.locator('#callerRelation')).toHaveValue('mother');
    await name.fill('');
    await page.locator('#callerRelation').fill('');
  }
  await page.getByText('Parent or guardian').click();
  await expect(name, 'chosen by hand as well').toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  await expect(page.locator('#caller-patient')).toBeFocused();
});

test('What is typed while a page changes stands in the box it was meant for, and whoever writes goes on writing', async ({
  page,
  signInAs,
}) => {
  await asNavigator(page, signInAs);
  await page.goto('/calls');
  await page.keyboard.press('t');
  await page.keyboard.type('14 3 1948 ellis', { delay: 90 });
  // Between two documents a browser hears nothing: on a busy machine the first keys go there, and never into the middle.
  await expect(page.locator('#typed')).toHaveValue(/^1?4? ?3? ?1948 ellis$/);
  await page.locator('#words').click();
  await page.keyboard.type('crushing chest pain', { delay: 30 });
  await page.waitForURL('**/calls/*');
  await expect(page.getByRole('heading', { level: 1, name: /^Stop\./ })).toBeVisible();
  const stop = page.url();
  const more = page.getByLabel('What else they say');
  await expect(more, 'the writer goes on in the box of this page').toBeFocused();
  // b, l and c are keys of this page.
  await page.keyboard.type('blc and it goes down her arm', { delay: 60 });
  await expect(page.getByText(/^Kept \d/)).toBeVisible();
  expect(page.url()).toBe(stop);
  await page.reload();
  await expect(page.locator('.tell')).toContainText('blc and it goes down her arm');
});

test('Whoever writes the caller’s name while a red flag changes the page goes on in its box, and nothing is lost or sent', async ({
  page,
  signInAs,
}) => {
  await asNavigator(page, signInAs);
  await page.goto('/calls');
  await page.keyboard.press('t');
  await page.locator('#words').click();
  await page.route('**/words', async (route) => {
    await new Promise((done) => setTimeout(done, 600));
    await route.fallback();
  });
  await page.keyboard.type('crushing chest pain', { delay: 10 });
  await page.locator('#caller-other').check();
  await page.locator('#callerName').focus();
  await page.keyboard.type('Alice Legg-Barrow of 7 Mill Lane 0117', { delay: 60 });
  const stop = page.getByRole('heading', { level: 1, name: /^Stop\./ });
  await expect(stop).toBeVisible();
  await expect(page.locator('#callerName')).toHaveValue('Alice Legg-Barrow of 7 Mill Lane 0117');
  await expect(page.locator('#more')).toHaveValue('');
  await page.reload();
  await expect(page.locator('#callerName')).toHaveValue('Alice Legg-Barrow of 7 Mill Lane 0117');
  await expect(page.locator('.tell')).toContainText('Alice Legg-Barrow');
});

test('Keys of the check that has sent itself put nothing into the words, and a word that begins with them is kept whole', async ({
  page,
  signInAs,
}) => {
  await asNavigator(page, signInAs);
  await somebodyKnown(page);
  const { born, family } = await asSaid(page);
  const words = page.locator('#words');
  /** A new call about them with nothing said yet, at the check; answers its address. */
  const atTheCheck = async (): Promise<void> => {
    await page.goto('/calls');
    await page.keyboard.press('t');
    await page.getByLabel('NHS number, or birth date and surname').fill(`${born} ${family}`);
    await page.getByRole('button', { name: 'Find' }).click();
    await expect(page.locator('.person, #check').first()).toBeVisible();
    if (await page.locator('.person').first().isVisible()) await page.locator('.person').first().click();
    await expect(page.locator('#check')).toBeVisible();
    await expect(page.locator('#check button kbd'), 'the last tick sends it').toHaveCount(0);
    await expect(page.locator('html[data-keys=ready]')).toBeAttached();
  };
  await slowly(page, 150);
  for (const delay of [60, 120, 220]) {
    await atTheCheck();
    await page.keyboard.type('aphi', { delay });
    await expect(page.locator('.confirmed')).toBeVisible();
    await expect(words).toBeFocused();
    await page.waitForTimeout(700);
    await expect(words, `a key every ${delay} ms`).toHaveValue('');
    await page.keyboard.type('hip pain', { delay: 60 });
    await expect(words, 'after a pause it is words').toHaveValue('hip pain');
  }
  await atTheCheck();
  await page.keyboard.type('a');
  await expect(words).toBeFocused();
  await page.keyboard.type('apixaban ran out', { delay: 60 });
  await expect(words).toHaveValue('apixaban ran out');
});
