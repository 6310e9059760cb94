import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, Page } from '@playwright/test';

// The axe-core that @axe-core/playwright pins. Its own builder asks the page from outside, several times, and Playwright
// puts no question once a navigation has begun; as part of the page, axe finishes while the next one waits.
const require = createRequire(import.meta.resolve('@axe-core/playwright'));
const { source } = require('axe-core') as { source: string };

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly where: string;
}

/** The shapes of pages in which axe found nothing wrong, of all journeys of this process. */
const sound = new Set<string>();

/** Milliseconds the next page waits at most for axe to finish with this one. */
const PATIENCE = 20_000;
/** Milliseconds for a page to load once it is being left: one that sends people on while it loads is seen by nobody. */
const LOADING = 3_000;

/**
 * Runs in every document of the browser before its own scripts. What axe judges is the shape of a page (elements, their
 * attributes, how wide the window is), so a shape in which it found nothing wrong in an earlier journey is not looked at again.
 */
const lookFromWithin = (known: ReadonlySet<string>): string => `
if (window === top && location.protocol.startsWith('http')) {
  window.superpracticeOpened(location.pathname);
  const varies = /^(value|href|action|content|nonce|datetime)$/;
  const attribute = ({ name, value }) => varies.test(name) ? name : name + '=' + value.replace(/[0-9a-f-]{30,}|[0-9]+/g, '#');
  const shapeOf = (element) => [element.tagName, element.childNodes.length, ...[...element.attributes].map(attribute)].join(' ');
  const shape = () => {
    let [one, other] = [innerWidth, innerWidth];
    for (const character of [...document.querySelectorAll('*')].map(shapeOf).join()) {
      one = Math.imul(one ^ character.codePointAt(0), 2654435761);
      other = Math.imul(other + character.codePointAt(0), 1597334677) ^ (other >>> 15);
    }
    return one + ' ' + other;
  };
  addEventListener('load', async () => {
    window.superpracticeLoaded();
    const seen = shape();
    if (${JSON.stringify([...known])}.includes(seen)) return window.superpracticeLooked(seen, []);
    ${source};
    const { violations } = await axe.run();
    const where = (nodes) => nodes.map((node) => node.target.join(' ')).join(', ');
    window.superpracticeLooked(seen, violations.map(({ id, help, nodes }) => ({ id, help, where: where(nodes) })));
  });
}`;

interface Look {
  readonly place: string;
  loaded: boolean;
  readonly ended: Promise<void>;
  readonly end: () => void;
}

/** What is wrong on the pages a person went through: barriers axe found, and errors the browser reported. */
export interface Watch {
  readonly faults: string[];
  /** How many pages axe has looked at. */
  readonly looked: () => number;
  /** Ends when every page opened so far has been looked at. */
  readonly settled: () => Promise<void>;
}

/**
 * Looks at every page of the context with axe as soon as it has loaded. The next navigation is held back until it has
 * finished, so that no page is passed by unseen, however quickly a journey goes on.
 */
export async function watchPages(context: BrowserContext, withAxe: boolean): Promise<Watch> {
  const faults: string[] = [];
  const looks = new Map<Page, Look>();
  let looked = 0;
  const finished = async (look: Look | undefined): Promise<void> => {
    if (!look) return;
    const within = (limit: number): Promise<boolean> =>
      Promise.race([look.ended.then(() => true), sleep(limit, false)]);
    if (await within(LOADING)) return;
    if (!look.loaded || (await within(PATIENCE))) return;
    faults.push(`${look.place}: axe did not finish`);
    look.end();
  };
  context.on('page', (page) => listen(page, faults));
  if (withAxe) {
    await context.exposeBinding('superpracticeOpened', ({ page }, place: string) => {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      looks.set(page, { place, loaded: false, ended: promise, end: () => resolve(undefined) });
    });
    await context.exposeBinding('superpracticeLoaded', ({ page }) => {
      const look = looks.get(page);
      if (look) look.loaded = true;
    });
    await context.exposeBinding('superpracticeLooked', ({ page }, shape: string, violations: Violation[]) => {
      const look = looks.get(page);
      looked += 1;
      if (violations.length === 0) sound.add(shape);
      faults.push(...violations.map(({ id, help, where }) => `${look?.place}: ${id}: ${help} (${where})`));
      look?.end();
    });
    await context.addInitScript(lookFromWithin(sound));
    context.on('page', (page) => void holdNavigations(page, () => finished(looks.get(page))));
  }
  return {
    faults,
    looked: () => looked,
    settled: async () => {
      for (const [page, look] of looks) if (!page.isClosed()) await finished(look);
    },
  };
}

/**
 * Lets a page be left only when `ready` is. By the browser's own protocol, and documents alone: Playwright's routes stop every
 * style and script, and turn the cache off.
 */
async function holdNavigations(page: Page, ready: () => Promise<void>): Promise<void> {
  const protocol = await page.context().newCDPSession(page);
  protocol.on('Fetch.requestPaused', ({ requestId }) => {
    void ready().then(() => protocol.send('Fetch.continueRequest', { requestId }).catch(() => undefined));
  });
  await protocol.send('Fetch.enable', { patterns: [{ urlPattern: '*', resourceType: 'Document' }] });
}

function listen(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    // A page that is meant to be missing or forbidden is no fault; what the page itself says is.
    const isAnswer = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isAnswer) faults.push(`${page.url()}: ${message.text()}`);
  });
}
