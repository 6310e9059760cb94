import type { Chance } from '../chance.ts';
import { behaviour } from '../parameters.ts';
import type { Browser, Page } from './browser.ts';
import type { Ending, Work } from './work.ts';

const has = (page: Page, selector: string): boolean => page.document.querySelector(selector) !== null;
const mostSteps = 14;
const mostTries = 3;

/** Takes one request through the app's own pages, from the first ring or the queue to its end; answers how it ended. */
export async function serve(nav: Browser, work: Work, chance: Chance): Promise<Ending> {
  const page = work.id === undefined ? await ring(nav, work) : await takeUp(nav, work.id);
  return goOn(nav, await lookedAt(nav, page, { work, chance }), chance);
}

/** Somebody rings: their number is not seen, they give their NHS number and birth date, and say what it is. */
async function ring(nav: Browser, work: Work): Promise<Page> {
  const start = await nav.open('/calls');
  const practice = has(start, '#practice') ? { practice: work.patient.practiceId } : {};
  let page = await nav.send(start, 'form.start__new', { channel: 'telephone', ...practice });
  work.id = /^\/calls\/([0-9a-f-]{36})$/.exec(page.path)?.[1];
  if (work.id === undefined) throw new Error(`the call could not be begun (${page.status} at ${page.path})`);
  page = await nav.send(page, 'form.who', { typed: work.patient.nhsNumber });
  page = await identify(nav, page);
  return nav.send(page, '#words-form', { words: work.words });
}

async function takeUp(nav: Browser, id: string): Promise<Page> {
  const queue = await nav.open('/calls');
  const row = `form[action="/calls/${id}/take"]`;
  // The page shows the nearest their time; one beyond them is opened by its address, as from a link.
  return has(queue, row) ? nav.send(queue, row) : nav.open(`/calls/${id}`);
}

async function identify(nav: Browser, page: Page): Promise<Page> {
  const check = page.document.querySelector('#check');
  if (!check) return page;
  const enough = Number(check.getAttribute('data-enough') ?? 0);
  const boxes = [...check.querySelectorAll('input[name=matched]')].map((box) => box.getAttribute('value') ?? '');
  return nav.send(page, '#check', { matched: boxes.slice(0, enough) });
}

/** Confirms who it is and answers what is asked, until there is an offer, an end or a red flag. */
async function lookedAt(nav: Browser, from: Page, { chance }: { work: Work; chance: Chance }): Promise<Page> {
  let page = from;
  for (let step = 0; step < mostSteps; step += 1) {
    if (has(page, '.stop')) return page;
    if (has(page, '#check')) page = await identify(nav, page);
    else if (has(page, 'form[action$="/answer/keep"]')) page = await nav.send(page, 'form[action$="/answer/keep"]');
    else if (has(page, '#ask:not(.ask--answered)'))
      page = await nav.send(page, '#ask form', { said: chance.happens(behaviour.yes) ? 'yes' : 'no' });
    else return page;
  }
  return page;
}

/** Books the first offer in time, ends what needs no visit, else does what the group does when it is full. */
async function goOn(nav: Browser, from: Page, chance: Chance): Promise<Ending> {
  let page = from;
  for (let tries = 0; tries < mostTries; tries += 1) {
    if (has(page, '.stop')) return leave(nav, page);
    if (has(page, 'form[action$="/end"]') && !has(page, '#book'))
      return endingOf(await nav.send(page, 'form[action$="/end"]'));
    const offer = inTime(page)[0];
    if (offer === undefined) break;
    page = await lookedAt(nav, await nav.send(page, '#book', { offer }), { chance } as { work: Work; chance: Chance });
    if (has(page, '.done')) return endingOf(page);
  }
  return whenFull(nav, page);
}

async function leave(nav: Browser, page: Page): Promise<Ending> {
  await nav.send(page, 'form[action$="/later"]');
  return 'red flag';
}

/** The values of the offers that are in time, in the order they are said. */
function inTime(page: Page): string[] {
  return [...page.document.querySelectorAll('#book label.offer')]
    .filter((label) => !/, late$/.test(label.querySelector('.offer__when .m')?.textContent.trim() ?? ''))
    .map((label) => label.querySelector('input')?.getAttribute('value') ?? '');
}

function endingOf(page: Page): Ending {
  if (has(page, '.stop')) return 'red flag';
  const tick = page.document.querySelector('.done__tick')?.textContent ?? '';
  if (tick.includes('Urgent overflow')) return 'overflow';
  if (tick.includes('Booked')) return 'booked';
  if (tick.includes('Ended')) return 'ended';
  const error = page.document.querySelector('.nhsuk-error-summary')?.textContent.replaceAll(/\s+/g, ' ').trim();
  throw new Error(`neither booked nor ended (${page.status} at ${page.path}): ${error ?? 'no reason shown'}`);
}

/** Nothing in time: urgent need goes beyond the limit, other need takes the policy's next step, else it is said to be unmet. */
async function whenFull(nav: Browser, call: Page): Promise<Ending> {
  const base = call.path.split('/').slice(0, 3).join('/');
  const page = await nav.open(`${base}/none`);
  if (page.path === base) return endingOf(page);
  const heading = page.document.querySelector('#ways-policy')?.textContent ?? '';
  if (heading.startsWith('Urgent')) return beyondTheLimit(nav, page);
  const next = page.document.querySelector('.fullness__next');
  const choice = next?.querySelector('a[href*="offer="]')?.getAttribute('href');
  if (choice) {
    const chosen = await nav.open(choice);
    const value = chosen.document.querySelector('#book input[checked]')?.getAttribute('value');
    if (value) return endingOf(await nav.send(chosen, '#book', { offer: value }));
  }
  const list = '.fullness__next form[action$="/waiting-list"]';
  if (has(page, list)) {
    const listed = await nav.send(page, list);
    return listed.path === '/waiting' ? 'listed' : endingOf(listed);
  }
  return keepWaiting(nav, page);
}

async function keepWaiting(nav: Browser, page: Page): Promise<Ending> {
  await nav.send(page, '#unmet form');
  return 'unmet';
}

/** Urgent overflow today, decided by the first clinician the page names; beside another visit only as the page shows it. */
async function beyondTheLimit(nav: Browser, page: Page): Promise<Ending> {
  const value = (selector: string): string => page.document.querySelector(selector)?.getAttribute('value') ?? '';
  const here = [...page.document.querySelectorAll('#clinicianId option')].find((one) =>
    / of \d+/.test(one.textContent),
  );
  const clinicianId = here?.getAttribute('value') ?? value('#clinicianId option[value]:not([value=""])');
  const decider = value('#decider option[value]:not([value=""])');
  if (clinicianId === '' || decider === '') return keepWaiting(nav, page);
  const typed = {
    ...{ clinicianId, decider, mode: 'telephone' },
    reason: 'Urgent and no place in time (replayed day)',
  };
  let answer = await nav.send(page, '#overflow form', typed);
  const beside = answer.document.querySelector('#overflow input[name=beside]')?.getAttribute('value');
  if (beside) answer = await nav.send(answer, '#overflow form', { ...typed, beside });
  if (has(answer, '.done') || has(answer, '.stop')) return endingOf(answer);
  return has(answer, '#unmet form') ? keepWaiting(nav, answer) : endingOf(answer);
}
