// How many keys a navigator presses in a call besides what is typed of the patient, and how long the server takes for it.
import { chromium, type Page } from '@playwright/test';
import start from '../e2e/support/start.ts';
import { chromiumArguments, provideChromium } from '../scripts/chromium.ts';
import type { Benchmark } from './run.ts';

/** What twenty callers say; up to ten more requests are taken as they stand in the queue. */
const said = [
  'Sick note for work, off with a cold since Monday',
  'Repeat prescription of my inhaler please',
  'My knee has been sore for three weeks',
  'An itchy insect bite on my arm since yesterday',
  'I need a smear test, the letter came',
  'A letter for the council about my parking badge',
  'My diabetes review is due',
  'Questions about the side effects of my blood pressure tablets',
  'I feel low and cannot sleep',
  'My back hurts when I sit',
  'A sore throat for two days',
  'Earache since the weekend',
  'My sinuses are blocked and my face aches',
  'A mole that I would like somebody to look at',
  'I want to change my address',
  'Blood test form, the hospital asked for it',
  'Hay fever tablets are not helping',
  'My shoulder is stiff after painting',
  'I have run out of my tablets tomorrow, repeat prescription',
  'Shingles, painful blisters on one side of my back',
];

/** One call: how it began and ended, the keys pressed, whether a question had to be asked, and the server's time for all of it. */
interface Taken {
  readonly from: 'queue' | 'telephone';
  readonly ended: string;
  readonly keys: string;
  readonly presses: number;
  readonly questions: number;
  readonly serverMs: number;
  readonly requests: number;
}

/** A page with its keys and answers counted. */
interface Counted {
  readonly page: Page;
  readonly keys: string[];
  readonly times: number[];
  readonly press: (key: string) => Promise<void>;
}

function counted(page: Page): Counted {
  const keys: string[] = [];
  const times: number[] = [];
  page.on('requestfinished', (request) => {
    if (!['document', 'fetch'].includes(request.resourceType()) || request.url().endsWith('/live')) return;
    const { requestStart, responseStart } = request.timing();
    times.push(responseStart - requestStart);
  });
  const press = async (key: string): Promise<void> => {
    await page.locator('html[data-keys=ready]').waitFor({ state: 'attached' });
    keys.push(key);
    await page.keyboard.press(key);
  };
  return { page, keys, times, press };
}

/** Says what agrees, by keys: the last tick that is needed confirms who it is. */
async function confirm({ page, press }: Pick<Counted, 'page' | 'press'>): Promise<void> {
  const enough = Number((await page.locator('#check').getAttribute('data-enough')) ?? 0);
  const boxes = page.locator('#check input[data-key]');
  const keys: string[] = [];
  for (const box of await boxes.all()) keys.push((await box.getAttribute('data-key')) ?? '');
  for (const key of enough === 0 ? ['i'] : keys.slice(0, enough)) await press(key);
  await page.locator('.confirmed').waitFor();
}

/** From knowing who it is to the end, in keys alone: what shows who it is, the questions, the first time or the end. */
async function finish({ page, press }: Counted): Promise<{ ended: string; questions: number }> {
  await page.locator('main').waitFor();
  if (await page.locator('#check').isVisible()) await confirm({ page, press });
  // A red flag in the words: nothing is offered, and no call is counted as clear.
  if (await page.locator('.stop').isVisible()) return { ended: 'no place', questions: 0 };
  const asking = page.locator('.ask:not(.ask--answered) .ask__say');
  let questions = 0;
  for (; (await asking.isVisible()) && questions < 4; questions += 1) {
    const before = await asking.textContent();
    await press('n');
    await page.waitForLoadState();
    await page
      .locator('.ask__say')
      .filter({ hasNotText: before ?? '' })
      .or(page.locator('.ask--answered'))
      .first()
      .waitFor();
  }
  if (await page.locator('#offer-1').isVisible()) {
    if ((await page.locator('input[name=offer]:checked').count()) === 0) await press('1');
  } else if (!(await page.locator('.say__do button').isVisible())) return { ended: 'no place', questions };
  await press('Enter');
  await page.locator('.done h1').waitFor();
  return { ended: (await page.locator('.done__tick').textContent())?.trim().split(' ')[0] ?? '', questions };
}

async function take(at: Counted, from: Taken['from'], begin: () => Promise<void>): Promise<Taken> {
  at.keys.length = 0;
  at.times.length = 0;
  await begin();
  const { ended, questions } = await finish(at);
  const serverMs = Math.round(at.times.reduce((sum, one) => sum + one, 0));
  return {
    from,
    ended,
    keys: at.keys.join(' '),
    presses: at.keys.length,
    questions,
    serverMs,
    requests: at.times.length,
  };
}

/** Numbers of people in the queue, to ring as somebody else would who has their card in hand. */
async function numbers(page: Page, base: string): Promise<string[]> {
  await page.goto(`${base}/calls`);
  const calls: string[] = [];
  for (const form of await page.locator('tr:has(td b) form').all())
    calls.push((await form.getAttribute('action')) ?? '');
  const found: string[] = [];
  for (const call of calls.slice(-30)) {
    await page.goto(base + call.replace('/take', ''));
    const rail = (await page.locator('aside').textContent()) ?? '';
    const number = /NHS\s+(\d{3}\s?\d{3}\s?\d{4})/.exec(rail)?.[1]?.replaceAll(/\D/g, '');
    if (number && !found.includes(number)) found.push(number);
    if (found.length === said.length) break;
  }
  return found;
}

const isOpen = ({ ended }: Taken): boolean => ended === 'no place';

async function main(): Promise<object> {
  const stop = await start();
  const base = process.env['E2E_ADDRESS'] ?? '';
  const browser = await chromium.launch({ executablePath: provideChromium(), args: chromiumArguments });
  try {
    const page = await (await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London' })).newPage();
    await page.goto(`${base}/sign-in/start?return=/calls`);
    await page
      .getByRole('main')
      .getByRole('button')
      .filter({ hasText: 'Care navigator, ' })
      .filter({ hasNotText: ';' })
      .first()
      .click();
    await page.waitForURL(`${base}/**`);
    const cards = await numbers(page, base);
    const at = counted(page);
    const taken: Taken[] = [];
    for (let n = 0; n < 10; n += 1) {
      await page.goto(`${base}/calls`);
      // The row somebody stands on, opened by Enter: "next" would go on with the one just left.
      const row = page.locator('tr:not(:has-text("Red flag")) .btn--row').nth(taken.filter(isOpen).length);
      if ((await row.count()) === 0) break;
      await row.focus();
      taken.push(await take(at, 'queue', () => at.press('Enter').then(() => page.waitForURL('**/calls/*-*'))));
    }
    for (const [n, words] of said.entries()) {
      await page.goto(`${base}/calls`);
      taken.push(
        await take(at, 'telephone', async () => {
          await at.press('t');
          await page.locator('#typed').waitFor();
          await page.keyboard.type(cards[n % cards.length] ?? '');
          await at.press('Enter');
          await page.locator('.person, #check, .confirmed').first().waitFor();
          await page.locator('.person, #check').first().waitFor();
          if (await page.locator('.person').first().isVisible()) await at.press('Enter');
          await page.locator('#check').waitFor();
          await confirm(at);
          await page.locator('html[data-keys=ready]').waitFor({ state: 'attached' });
          await page.keyboard.type(words);
          await at.press('Enter');
          await page
            .getByText(/^Kept \d/)
            .or(page.locator('.stop'))
            .first()
            .waitFor();
          await page.locator('.offers, .ask, .stop').first().waitFor();
        }),
      );
    }
    for (const one of taken) console.log(JSON.stringify(one));
    const clear = taken.filter(({ questions, ended }) => questions === 0 && ended !== 'no place');
    const times = taken.map(({ serverMs }) => serverMs).toSorted((a, b) => a - b);
    const most = (from: Taken['from']): number =>
      Math.max(...clear.filter((one) => one.from === from).map(({ presses }) => presses));
    const summary = {
      calls: taken.length,
      clear: clear.length,
      mostPressesQueue: most('queue'),
      mostPressesTelephone: most('telephone'),
      serverMsMedian: times[Math.floor(times.length / 2)],
      serverMsMost: times.at(-1),
    };
    console.log(JSON.stringify(summary));
    return { ...summary, taken };
  } finally {
    await browser.close();
    await stop();
  }
}

export const benchmark: Benchmark = {
  about:
    'keys pressed besides typing, and the server’s time, in 20 scripted calls by telephone and up to ten from the queue',
  run: main,
};
